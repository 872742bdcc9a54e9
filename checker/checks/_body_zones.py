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
_FURTHER_BASIS = re.compile(r"(?:Theo de nghi cua|Xet)\b")
_ENACTS = re.compile(
    r", *(?:Uy ban|UBND|So|Phong|Truong|Dang uy|Ban|Hoi|Trung tam)\b.{0,120}?"
    r"\b(?:ban hanh|xay dung|trien khai|to chuc)\b|\bnhu sau\b"
)
_NAMED = re.compile(r"(?:PHAN|CHUONG)\b", re.IGNORECASE)
_NOTED = re.compile(r"\(|(?:Ghi chu|Nguon|Don vi tinh|DVT)\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:Bang|Bieu|Bieu do|Hinh|So do)(?: so)? \d", re.IGNORECASE)
_CALL = re.compile(r"\bDIEN *: *$")  # "CHỦ TỊCH … ĐIỆN:" in a telegram
_BELOW_ITEM = LIST_LINES | {"SUBITEM", "SUBSUBITEM", "POINT", "TEXT"}


def body_zones(document: Document, looks: Looks, head_end: int) -> Mapping[str, list[Span]]:
    """Return the places of each zone of the body. ``body`` are all its lines outside of tables,
    ``prose`` the sentences that surely fill more than one line of a page and begin without an
    automatic number, ``short_prose`` the shorter ones, ``item_text`` the items that are sentences
    and have nothing below them."""
    found: dict[str, list[Span]] = {}
    if not document.type_line and not document.header.addressee and not document.title:
        return found
    lines, folded = list(_lines(document, head_end)), document.folded
    first_body = document.body[0].start if document.body else -1
    addressee = document.header.addressee
    for index, line in enumerate(lines):
        span = (line.start, line.end)
        # below "Kính gửi" grounds are text like all other
        if line.kind == "BASIS" and not (addressee and addressee.start < line.start):
            listed = bool(index) and lines[index - 1].text[-1:] == ";"
            ground = _is_basis(line, folded, listed=listed)
            for zone in ("basis",) if ground else ("body", "short_prose"):
                found.setdefault(zone, []).append(span)
            continue
        long = line.end - line.start >= _LONG
        if _NOTED.match(folded, line.start):
            continue
        above = not 0 <= first_body <= line.start and (addressee or not _END.search(line.text))
        caption = line.text.isupper() or _CAPTION.match(folded, line.start)
        if not long and line.kind == "TEXT" and (above or caption):
            continue  # those to whom a letter goes, headings of parts on a line of their own
        found.setdefault("body", []).append(span)
        if _is_prose(line) and not _is_apart(looks, line):
            found.setdefault("prose" if long else "short_prose", []).append(span)
        if line.kind in DIVISIONS:
            for zone, start, end in _division(lines, index, folded):
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
    addressee, folded = document.header.addressee, document.folded
    listing = bool(addressee)
    for line in document.lines[document.line_index_at(head_end) :]:
        if line.start >= end:
            return
        # those to whom the document goes
        if line.text.endswith(":") and _CALL.search(folded, line.start, line.end):
            listing = True
        elif listing and not (addressee and line.start <= addressee.start):
            listing = line.kind in LIST_LINES
        if line.kind in _LINES and line.cell is None and not (listing and line.kind in LIST_LINES):
            yield line


def _is_basis(line: Line, folded: str, *, listed: bool) -> bool:
    """Whether a line is a ground of its own; ``listed`` says that it follows another. A sentence
    that goes on to what is decided is none."""
    further = listed and _FURTHER_BASIS.match(folded, line.start)
    if not further and not _BASIS.match(folded, line.start):
        return False
    ends = line.text.endswith(";") or (listed and line.text.endswith("."))
    return ends and not _ENACTS.search(folded, line.start, line.end)


def _is_prose(line: Line) -> bool:
    return line.kind not in ("PART", "CHAPTER", "SECTION") and bool(_END.search(line.text))


def _is_apart(looks: Looks, line: Line) -> bool:
    """Whether a paragraph has an automatic number, or is centred in other letters: a motto."""
    paragraph = looks.paragraph(line.start)
    if paragraph is None or paragraph.numbered:
        return True
    if paragraph.format.alignment != "center":
        return False
    look = looks.format((line.start, line.end))
    return bool(look.bold or look.italic)


def _division(lines: Sequence[Line], index: int, folded: str) -> Iterator[tuple[str, int, int]]:
    """The zone of a heading, with its span; an item right below another is the next of a list."""
    line = lines[index]
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
        owns = index + 1 < len(lines) and lines[index + 1].kind in _BELOW_ITEM
        listed = index > 0 and lines[index - 1].kind == "ITEM"
        if is_heading and owns and not listed and len(heading) <= _LONG and ":" not in heading:
            yield "item", line.start, line.end
        if not owns and len(heading) >= _SENTENCE and heading.endswith((".", ";")):
            yield "item_text", line.start, line.end
