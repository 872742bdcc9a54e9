"""A text that is open in an editor, and what Soát found in it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types

from checker.document import Document
from checker.errors import InputError, SoatError
from checker.file_report import FileReport
from checker.finding import Finding, Place
from checker.linter import Linter
from checker.lsp.positions import Positions
from checker.reading import Source
from checker.reading.plaintext import read_text

LONGEST = 1_000_000  # characters, some 400 pages: several seconds of checking
_MARK = "\ufeff"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class OpenText:
    """One version of an open text. ``path`` is that of the file; of a text that was never saved
    one in the folder that is open. ``text`` has no lone surrogates."""

    uri: str
    path: str
    version: int | None
    text: str

    @staticmethod
    def of(uri: str, path: str, version: int | None, text: str) -> OpenText:
        """Make it of what the client sent; a lone surrogate becomes U+FFFD."""
        return OpenText(uri, path, version, _LONE_SURROGATE.sub("\ufffd", text))

    def source(self) -> Source:
        """Read the text. Raises InputError for one that is too long, or no text."""
        if len(self.text) > LONGEST:
            raise InputError("lsp-too-long", path=self.path, limit=LONGEST)
        plain = self.text.removeprefix(_MARK)
        # the mark keeps a text with many noughts from being taken for UTF-16
        return read_text(codecs.BOM_UTF8 + plain.encode("utf-8"), self.path)


@dataclass(frozen=True)
class CheckedText:
    """What a version of a text says. ``error`` tells why it was not checked; ``report`` and
    ``linter`` are None for that, for a text without words, and for one that is to be ignored.
    ``diagnostics`` are what the editor is told."""

    open_text: OpenText
    encoding: str
    lang: str
    report: FileReport | None = None
    linter: Linter | None = None
    error: SoatError | None = None
    diagnostics: tuple[types.Diagnostic, ...] = ()

    @cached_property
    def positions(self) -> Positions:
        return Positions(self.open_text.text, self.encoding)

    @property
    def document(self) -> Document | None:
        return self.report.document if self.report else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.report.findings if self.report else ()

    @property
    def shift(self) -> int:
        """How many characters stand before ``Source.raw`` in the client's text: the mark."""
        return int(self.open_text.text.startswith(_MARK))

    def offsets(self, place: Place) -> tuple[int, int]:
        """Return the span of a finding's place, as offsets in the client's text."""
        document = self.document
        if document is None:
            return 0, 0
        start = document.source.offset(place.line, place.column)
        end = document.source.offset(place.end_line, place.end_column)
        whole = len(document.source.raw)
        first = whole if start is None else start
        last = max(first, whole if end is None else end)
        return first + self.shift, last + self.shift

    def place(self, place: Place) -> types.Range:
        """Return a finding's place as a range."""
        return self.positions.range(*self.offsets(place))

    def raw_range(self, start: int, end: int) -> types.Range:
        """Return the range of a span of ``Source.raw``."""
        return self.positions.range(start + self.shift, end + self.shift)

    def range(self, start: int, end: int) -> types.Range:
        """Return the range of a span of ``Document.text``."""
        document = self.document
        span = document.view.raw_span(start, end) if document else (0, 0)
        return self.raw_range(*span)

    def findings_at(self, first: int, last: int) -> list[Finding]:
        """Return the findings that share a place with the client's text from ``first`` to
        ``last``, both included."""
        spans = ((one, self.offsets(one.place)) for one in self.findings)
        return [one for one, (start, end) in spans if start <= last and first <= end]
