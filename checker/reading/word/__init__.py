"""Word documents: package → Source, read with lxml straight from the XML."""

from __future__ import annotations

from lxml import etree

from checker.errors import InputError
from checker.reading.columns import paragraph_lines
from checker.reading.layout import Layout, Mark
from checker.reading.package import Package
from checker.reading.source import Source
from checker.reading.word.names import W
from checker.reading.word.numbering import Numbering
from checker.reading.word.pages import read_pages
from checker.reading.word.parts import WordParts
from checker.reading.word.properties import printed_pages, read_properties
from checker.reading.word.styles import Styles
from checker.reading.word.text import WordText

__all__ = ["WordDocument", "read_docx"]

MAX_CHARACTERS = 8_000_000
_DIVIDERS = {W + "p": "\n", W + "br": "\n", W + "cr": "\n", W + "tab": "\t"}


class WordDocument:
    """A Word document in its parts, with the ways from its text back into them.

    Raises InputError when the package is broken or holds no Word document.
    """

    def __init__(self, package: Package) -> None:
        self.parts = WordParts(package)
        styles, settings = self.parts.part("styles"), self.parts.part("settings")
        self.styles = Styles(styles, self.parts.part("theme"), settings)
        self.text = WordText(
            self.parts.document,
            Numbering(self.parts.part("numbering"), styles),
            self.styles,
            self.parts.part("footnotes"),
        )

    def layout(self) -> Layout:
        """Return how the document is set."""
        text = self.text
        return Layout(
            runs=tuple(text.runs),
            paragraphs=tuple(text.set_up),
            pages=read_pages(text.sections, text.with_table, self.parts.referred, self.styles),
            marks=(*text.marks, *self._comments()),
            properties=read_properties(self.parts),
            printed_pages=printed_pages(self.parts),
        )

    def _comments(self) -> list[Mark]:
        comments = self.parts.part("comments")
        if comments is None:
            return []
        said = {one.get(W + "id", ""): one for one in comments.iterfind(W + "comment")}
        return [
            Mark("comment", *span, said[key].get(W + "author", ""), _said(said[key]))
            for key, span in self.text.comments.items()
            if key in said
        ]


def _said(comment: etree._Element) -> str:
    """The words of a comment, its paragraphs and lines divided by ``\\n``."""
    parts = [
        (one.text or "") if one.tag == W + "t" else _DIVIDERS[one.tag]
        for one in comment.iter(W + "t", *_DIVIDERS)
    ]
    return "".join(parts).strip("\n")


def read_docx(package: Package) -> Source:
    """Read a Word package; a line of the Source's ``raw`` is a paragraph.

    Raises InputError when the package is broken, holds no Word document or no text, or is too
    large.
    """
    document = WordDocument(package)
    text = document.text
    raw = "\n".join(text.paragraphs)
    if not raw.strip():
        raise InputError("no-text", path=package.path)
    if len(raw) > MAX_CHARACTERS:
        raise InputError("too-large", path=package.path, limit=MAX_CHARACTERS // 1_000_000)
    lines = tuple(paragraph_lines(text.paragraphs, text.cells))
    return Source(package.path, "docx", raw, lines, paragraphs=True, layout=document.layout())
