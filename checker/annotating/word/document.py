"""A Word document that is written into: its text, its bytes, and the ways between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

from lxml import etree

from checker.annotating.word.authorship import Authorship
from checker.annotating.word.markup import Markup
from checker.annotating.word.rewriting import rewritten
from checker.annotating.word.runs import RunSplice
from checker.errors import InputError
from checker.reading.package import Package
from checker.reading.word import WordDocument
from checker.reading.word.names import MC, W
from checker.reading.word.text import ParagraphPlace, Piece

_SIGNATURES = "_xmlsignatures/"


class EditedDocument:
    """A Word document whose main part is changed run by run; offsets are those of the text as read.

    Raises InputError: ``signed-package`` for a package with a digital signature, which any change
    would void, and what :class:`WordDocument` raises.
    """

    def __init__(self, data: bytes, path: str, author: str, date: datetime | None) -> None:
        self.data = data
        self.path = path
        self.package = Package(data, path)
        if any(name.lower().startswith(_SIGNATURES) for name in self.package.names):
            raise InputError("signed-package", path=path)
        word = WordDocument(self.package)
        self.parts, self.text = word.parts, word.text
        root = self.parts.document
        self.markup = Markup(self.package.read(self.parts.main), root, path)
        self.authorship = Authorship(author, date, (root, self.parts.part("comments")))
        self.raw = "\n".join(self.text.paragraphs)
        self._runs: dict[etree._Element, RunSplice] = {}
        self._outermost: dict[etree._Element, bool] = {}
        self._ends = [piece.end for piece in self.text.pieces]
        self._starts = [place.start for place in self.text.places]

    def written(self, others: dict[str, bytes] | None = None) -> bytes:
        """Return the package with the changes, and with ``others`` among its parts."""
        for splice in self._runs.values():
            self.markup.replace(splice.place, splice.render(self.authorship))
        parts = dict(others or {})
        main = self.markup.spliced()
        if main != self.markup.data:
            parts[self.parts.main] = main
        return rewritten(self.data, self.path, parts) if parts else self.data

    def run(self, run: etree._Element) -> RunSplice:
        """Return the run to be written anew."""
        if run not in self._runs:
            self._runs[run] = RunSplice(self.markup, run, self._pieces)
        return self._runs[run]

    def pieces_in(self, start: int, end: int) -> list[Piece]:
        """Return the pieces that have characters in the span."""
        found = []
        for index in range(bisect_right(self._ends, start), len(self.text.pieces)):
            piece = self.text.pieces[index]
            if piece.start >= end or start == end:
                break
            if piece.start < piece.end:
                found.append(piece)
        return found

    def place_at(self, offset: int) -> ParagraphPlace:
        """Return the paragraph that holds ``offset``."""
        return self.text.places[max(0, bisect_right(self._starts, offset) - 1)]

    def own_place_at(self, offset: int) -> ParagraphPlace:
        """Return the paragraph of the text itself that holds ``offset``, or the one before."""
        places = self.text.places
        index = max(0, bisect_right(self._starts, offset) - 1)
        while index and not places[index].own:
            index -= 1
        return places[index]

    def paragraphs_in(self, start: int, end: int) -> Iterator[int]:
        """Yield which paragraphs share characters with the span, empty ones in it, or the one that
        holds an empty span."""
        places = self.text.places
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(places)):
            place = places[index]
            if place.start > end or (place.start == end and start < end):
                return
            if place.end > start or place.end == place.start >= start or start == end:
                yield index

    def point(self, offset: int) -> tuple[Piece | None, bool]:
        """Return the piece at a point and whether the point is behind it or in it (else before
        it); None in a paragraph that shows nothing. The piece before the point comes first."""
        place = self.place_at(offset)
        pieces = self.pieces_in(max(place.start, offset - 1), offset)
        if pieces:
            return pieces[-1], True
        pieces = self.pieces_in(offset, place.end)
        return (pieces[0] if pieces else None), False

    def is_direct(self, piece: Piece) -> bool:
        """Whether the piece can be cut and changed: a child of a run of the text itself."""
        element, run = piece.element, piece.run
        if not piece.own or element.getparent() is not run or len(element) or run.tag != W + "r":
            return False
        if run not in self._outermost:
            self._outermost[run] = self.host(piece) is run
        return self._outermost[run]

    def host(self, piece: Piece) -> etree._Element | None:
        """Return the outermost element inside a paragraph that a piece belongs to, where it is no
        plain part of a run: a formula, a ruby text, the run that holds a text box."""
        host = piece.run
        if host.tag == W + "p":
            inner = [piece.element, *piece.element.iterancestors()]
            return inner[inner.index(piece.run) - 1] if piece.run in inner else None
        for ancestor in piece.run.iterancestors():
            if ancestor.tag == W + "p":
                break
            if ancestor.tag in (W + "r", MC + "AlternateContent"):
                host = ancestor
        return host

    @cached_property
    def _pieces(self) -> dict[etree._Element, Piece]:
        return {piece.element: piece for piece in self.text.pieces}
