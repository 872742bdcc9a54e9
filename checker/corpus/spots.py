"""Where words stand, as the fields of a ``Spot``."""

from __future__ import annotations

from checker.document import Document
from checker.text.part import Part

_LONGEST = 300  # characters of a spot's words

Fields = tuple[int, int, int, int, str, str]


class Spots:
    """Makes the fields of a ``Spot`` for places in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def at(self, start: int, end: int, longest: int = _LONGEST) -> Fields:
        """Return the fields for ``text[start:end]``."""
        document = self._document
        raw_start, raw_end = document.view.raw_span(start, end)
        words = " ".join(document.text[start:end].split())
        return (
            *document.source.position(raw_start),
            *document.source.position(raw_end),
            document.path_at(start),
            words[:longest],
        )

    def of(self, part: Part) -> Fields:
        return self.at(part.start, part.end)
