"""The texts that are open in the editor: each is checked when it has come to rest, and of several
versions only the newest is told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from checker.lsp.open_text import CheckedText, OpenText

PAUSE = 0.25  # seconds without a change before a text is checked


@dataclass
class _Followed:
    """The newest version of a text, what it says once it is checked, and the work on it."""

    text: OpenText
    checked: CheckedText | None = None
    work: asyncio.Task[None] | None = None


class OpenTexts:
    """``check`` checks a text without blocking the loop; ``tell`` is told each text whose newest
    version has been checked. To be used from one event loop."""

    def __init__(
        self,
        check: Callable[[OpenText], Awaitable[CheckedText | None]],
        tell: Callable[[CheckedText], None],
    ) -> None:
        self._check = check
        self._tell = tell
        self._followed: dict[str, _Followed] = {}

    def __contains__(self, uri: str) -> bool:
        return uri in self._followed

    def put(self, text: OpenText, pause: float = 0) -> None:
        """Take a new text, or a new version of one, and check it after ``pause`` seconds."""
        before = self._followed.get(text.uri)
        if before and before.work:
            before.work.cancel()
        followed = self._followed[text.uri] = _Followed(text)
        followed.work = asyncio.get_running_loop().create_task(self._follow(followed, pause))

    def drop(self, uri: str) -> bool:
        """Forget a text that was closed; tell whether it was there."""
        followed = self._followed.pop(uri, None)
        if followed and followed.work:
            followed.work.cancel()
        return followed is not None

    def check_again(self, uri: str) -> None:
        """Check a text again, at once."""
        self.put(self._followed[uri].text)

    def check_all_again(self) -> None:
        """Check all texts again, as something that they are judged by has changed."""
        for uri in list(self._followed):
            self.check_again(uri)

    async def newest(self, uri: str) -> CheckedText | None:
        """Return what the newest version of a text says, as soon as it is known; None for a text
        that is not open, or on which Soát failed."""
        while (followed := self._followed.get(uri)) and followed.work:
            await asyncio.wait([followed.work])
            if self._followed.get(uri) is followed:
                return followed.checked
        return None

    async def _follow(self, followed: _Followed, pause: float) -> None:
        await asyncio.sleep(pause)
        followed.checked = await self._check(followed.text)
        if followed.checked and self._followed.get(followed.text.uri) is followed:
            self._tell(followed.checked)
