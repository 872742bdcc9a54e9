"""Where an editor goes from a citation: to the cited document, when it is in an open folder, or to
the part of the same document that is named."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types

from checker.lsp.cited_files import CitedFiles, documents_below
from checker.lsp.hover import citation_at
from checker.lsp.open_text import CheckedText
from checker.lsp.references import part_named
from checker.parsing import Grammar

_AT_ONCE = 20  # files whose heads are read before other work has its turn


class Definitions:
    """``work`` does something in the thread of the work; ``encoding`` is that of the client's
    positions."""

    def __init__(self, encoding: str, work: Callable[..., Awaitable[Any]]) -> None:
        self._work = work
        self._files = CitedFiles(encoding)
        self._reading = asyncio.Lock()

    async def find(
        self, checked: CheckedText, position: types.Position, folders: Sequence[str]
    ) -> list[types.Location]:
        """Return where the words at a position lead; ``folders`` are the open ones, without any the
        text's own folder is searched."""
        offset = checked.positions.offset(position)
        citation = await self._work(citation_at, checked, offset)
        if citation is None or citation.number is None or checked.linter is None:
            part: types.Location | None = await self._work(_in_document, checked, offset)
            return [part] if part else []
        await self._read(
            folders or [str(Path(checked.open_text.path).parent)],
            bool(folders),
            checked.linter.grammar,
        )
        found = self._files.find(citation)
        return [types.Location(Path(path).absolute().as_uri(), place) for path, place in found]

    async def _read(self, folders: Sequence[str], deep: bool, grammar: Grammar) -> None:
        """Bring what is known of the files up to date, a few at a time."""
        async with self._reading:
            listed = await asyncio.to_thread(documents_below, folders, deep=deep)
            waiting = self._files.keep(listed)
            for first in range(0, len(waiting), _AT_ONCE):
                await self._work(self._files.read, waiting[first : first + _AT_ONCE], grammar)


def _in_document(checked: CheckedText, offset: int) -> types.Location | None:
    """The part of the same document that the words at an offset of the client's text name."""
    document = checked.document
    if document is None or not document.text:
        return None
    view, raw = document.view, offset - checked.shift
    last = bisect_right(range(len(document.text)), raw, key=lambda at: view.raw_span(at, at)[0])
    part = part_named(document, max(0, last - 1))
    if part is None:
        return None
    return types.Location(checked.open_text.uri, checked.range(part.start, part.end))
