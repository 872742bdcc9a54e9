"""The zones of the body: its grounds, headings, and paragraphs outside of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.checks._layout import Looks, Span
from checker.document import Document
from checker.kinds import DIVISIONS, LIST_LINES, Line

_TEXTS = LIST_LINES | {"TEXT", "CLOSING"}
_LINES = _TEXTS | DIVISIONS | {"BASIS"}
_LONG = 100  # characters that surely fill more than one line of a page
_LONGEST_HEADING = 160
_SENTENCE = 60  # characters of an item that is a sentence and no heading
_END = re.compile(r"[.;:,!?…]\W*$")
_BASIS = re.compile(r"(?:- *)?Can cu\b", re.IGNORECASE)
_ENACTS = re.compile(
    r", *(?:Uy ban|UBND|So|Phong|Truong|Dang uy|Ban|Hoi|Trung tam)\b.{0,120}?"
    r"\b(?:ban hanh|xay dung|trien khai|to chuc)\b|\bnhu sau\b"
)
_NAMED = re.compile(r"(?:PHAN|CHUONG)\b", re.IGNORECASE)
_NOTED = re.compile(r"\(|(?:Ghi chu|Nguon|Don vi tinh|DVT)\b", re.IGNORECASE)
_BELOW_ITEM = LIST_LINES | {"SUBITEM", "SUBSUBITEM", "POINT", "TEXT"}


def body_zones(document: Document, looks: Looks, head_end: int) -> Mapping[str, list[Span]]:
    """Return the places of each zone of the body. ``body`` are all its lines outside of tables,
    ``prose`` the sentences that surely fill more than one line of a page and begin without an
    automatic number, ``item_text`` the items that are sentences and have nothing below them."""
    found: dict[str, list[Span]] = {}
    if not document.type_line and not document.header.addressee and not document.title:
        return found
    lines, folded = list(_lines(document, head_end)), document.folded
    first_body = document.body[0].start if document.body else -1
    for index, line in enumerate(lines):
        span = (line.start, line.end)
        if line.kind == "BASIS":
            if _is_basis(line, folded, listed=bool(index) and lines[index - 1].text[-1:] == ";"):
                found.setdefault("basis", []).append(span)
            continue
        long = line.end - line.start >= _LONG
        if _NOTED.match(folded, line.start):
            continue
        if not long and line.kind == "TEXT" and not 0 <= first_body <= line.start:
            continue  # "QUYẾT ĐỊNH:", the addressees of a letter
        if not long and line.kind == "TEXT" and line.text.isupper():
            continue  # the heading of a part, on a line of its own
        found.setdefault("body", []).append(span)
        if long and _is_prose(line) and not _is_numbered(looks, line):
            found.setdefault("prose", []).append(span)
        if line.kind in DIVISIONS:
            for zone, start, end in _division(line, lines[index + 1 : index + 2], folded):
                found.setdefault(zone, []).append((start, end))
    return found


def _lines(document: Document, head_end: int) -> Iterator[Line]:
    """The lines between header and ending that stand in no table."""
    signature = document.signature
    below = (
        document.recipients.label,
        *document.recipients.items[:1],
        *signature.authority[:1],
        signature.role,
        *(appendix.heading for appendix in document.appendices[:1]),
    )
    end = min((part.start for part in below if part), default=len(document.text))
    addressee = document.header.addressee
    listing = bool(addressee)
    for line in document.lines[document.line_index_at(head_end) :]:
        if line.start >= end:
            return
        if listing and line.start > addressee.start:
            listing = line.kind in LIST_LINES  # those to whom the document goes
        if line.kind in _LINES and line.cell is None and not (listing and line.kind in LIST_LINES):
            yield line


def _is_basis(line: Line, folded: str, *, listed: bool) -> bool:
    """Whether a line is a ground of its own; ``listed`` says that it follows another. A sentence
    that goes on to what is decided is none."""
    if not _BASIS.match(folded, line.start):
        return False
    ends = line.text.endswith(";") or (listed and line.text.endswith("."))
    return ends and not _ENACTS.search(folded, line.start, line.end)


def _is_prose(line: Line) -> bool:
    return line.kind not in ("PART", "CHAPTER", "SECTION") and bool(_END.search(line.text))


def _is_numbered(looks: Looks, line: Line) -> bool:
    paragraph = looks.paragraph(line.start)
    return paragraph is None or paragraph.numbered


def _division(line: Line, following: Sequence[Line], folded: str) -> Iterator[tuple[str, int, int]]:
    """The zone of a heading, with its span."""
    heading = line.text[line.marker :].strip()
    is_heading = 2 <= len(heading) <= _LONGEST_HEADING and not _END.search(heading)
    if line.kind in ("PART", "CHAPTER"):
        if _NAMED.match(folded, line.start) and (is_heading or not heading):
            yield "part", line.start, line.end
    elif line.kind == "SECTION":
        if is_heading:
            yield "section", line.start, line.end
    elif line.kind == "ARTICLE":
        yield "article", line.start, line.start + line.marker
    elif line.kind == "ITEM":
        owns = bool(following) and following[0].kind in _BELOW_ITEM
        if is_heading and owns and len(heading) <= _LONG and ":" not in heading:
            yield "item", line.start, line.end
        if not owns and len(heading) >= _SENTENCE and heading.endswith((".", ";")):
            yield "item_text", line.start, line.end
