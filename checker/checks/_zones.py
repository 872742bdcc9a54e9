"""The zones of a document for which the law on form says how they are set.

Only what the parser is sure of belongs to a zone: a part that may be another one does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from checker.checks._body_zones import body_zones
from checker.checks._layout import Looks, Span, looks_of
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.kinds import LIST_LINES, Line
from checker.text.folding import fold
from checker.text.part import Part

HEADER = (
    "party_name",
    "nation",
    "motto",
    "superior",
    "issuer",
    "number",
    "place_date",
    "addressee",
    "type",
    "title",
    "subject",
    "urgency",
)
BODY = ("basis", "body", "prose", "short_prose", "part", "section", "article", "item", "item_text")
ENDING = ("authority", "role", "name", "recipients_label", "recipients")
APPENDIX = ("appendix", "appendix_title", "appendix_note")
ZONES = (*HEADER, *BODY, *ENDING, *APPENDIX)

# a body that has offices below it; else two lines in capitals may be one wrapped name
_SUPERIOR = re.compile(
    r"(?:UBND|UY BAN NHAN DAN|HDND|HOI DONG NHAN DAN|DANG BO|DANG UY) +"
    r"(?:TINH|THANH PHO|TP|XA|PHUONG|DAC KHU|HUYEN|QUAN|THI XA|THI TRAN)\b|"
    r"(?:TINH|THANH|HUYEN|THI|QUAN) UY +[A-Z]|(?:SO|BO) +[A-Z]+ +[A-Z]"
)
# a line with which the name above it goes on
_REST_OF_NAME = re.compile(r"(?:VA|XA|PHUONG|DAC KHU|TINH|THANH PHO)\b")
_SUBJECT = re.compile(r"V/v\b|Ve viec\b")
_URGENCY = re.compile(r"\(?(?:HOA TOC|THUONG KHAN|KHAN)\b")
_LABEL = re.compile(r"Noi nhan *:?", re.IGNORECASE)
_APPENDIX = re.compile(r"PHU LUC(?: +SO)?(?: +(?:[IVXLC]+|\d{1,2}))?[ .:]*", re.IGNORECASE)
_NOTE = re.compile(r"\((?:Kem theo|Ban hanh kem theo)\b", re.IGNORECASE)
_NOTE_LINES = 6  # lines below the heading of an appendix among which its name and note stand

_Zones = Mapping[str, list[Span]]


def check_zones(key: str, names: tuple[str, ...]) -> None:
    """Raise DecodingError for ``key`` when one of ``names`` is no zone."""
    for name in names:
        one_of(key, name, ZONES)


def zone_spans(zone: str, document: Document, context: Context) -> list[Span]:
    """Return the places of a zone, in order: spans of ``Document.text``; none where the document
    lacks the zone, where the file does not tell its layout, or where the text is illegible."""
    looks = looks_of(document, context)
    if looks is None or not document.legible:
        return []
    group, make = _MAKERS[zone]
    zones = context.keep(f"zones {group}", lambda: make(document, looks))
    return zones.get(zone, [])


def _head_end(document: Document) -> int:
    """Where the header ends: at the type line, in a letter at the first line of its text."""
    if document.type_line:
        return document.type_line.start
    header = document.header
    below = (header.addressee, *document.bases, *document.opening, *document.body)
    head = _table_end(document, header.number.start) if header.number else -1
    starts = [part.start for part in below if part.end > part.start > head]
    return min(starts, default=len(document.text))


def _table_end(document: Document, offset: int) -> int:
    """Where the table ends that holds ``offset``; -1 outside of tables."""
    end = -1
    lines = document.lines[document.line_index_at(offset) :]
    for line in lines:
        if line.cell is None or lines[0].cell is None or line.cell.table != lines[0].cell.table:
            break
        end = line.end
    return end


def _header_zones(document: Document, looks: Looks) -> _Zones:
    header, end = document.header, _head_end(document)
    found: dict[str, list[Span]] = {}
    for name in ("party_name", "nation", "motto", "number", "place_date"):
        part: Part = getattr(header, name)
        if part and part.end <= end:
            found[name] = [(part.start, part.end)]
    if header.addressee:
        found["addressee"] = list(_addressees(document))
    if document.type_line:
        found["type"] = [(document.type_line.start, document.type_line.end)]
        found["title"] = list(_title(document, looks))
    elif document.title and _SUBJECT.match(fold(document.title.text)):
        found["subject"] = list(_subject(document))
    found["urgency"] = [
        (line.start, line.end)
        for line in document.lines
        if line.kind == "STAMP" and line.end <= end and _URGENCY.match(fold(line.text))
    ]
    found.update(_agencies(document, looks, end))
    return found


def _agencies(document: Document, looks: Looks, end: int) -> _Zones:
    """Superior and issuer, unless more lines in capitals stand above the number."""
    superior, issuer = document.header.superior, document.header.issuer
    number = document.header.number
    if not issuer or issuer.end > (number.start if number else end):
        return {}
    for line in document.lines:
        if line.start >= end:
            break
        if line.kind == "AGENCY" and not any(
            part.start <= line.start and line.end <= part.end for part in (superior, issuer)
        ):
            return {}
    found = {"issuer": _name_lines(document, looks, issuer)}
    if superior:
        if not _SUPERIOR.match(fold(superior.text)):
            return {}
        found["superior"] = _name_lines(document, looks, superior)
    return found


def _name_lines(document: Document, looks: Looks, part: Part) -> list[Span]:
    """A name of one or more lines as one place; line by line where others stand between them, or
    where one line more is surely the rest of the name but looks otherwise."""
    inside = [one for one in document.lines if part.start <= one.start and one.end <= part.end]
    own = [(one.start, one.end) for one in inside if one.kind == "AGENCY"]
    apart = len(own) < len(inside)
    if len(own) == 2 and _REST_OF_NAME.match(document.folded, own[1][0]):
        apart = apart or len(set(map(looks.format, own))) > 1
    return own if own and apart else [(part.start, part.end)]


def _addressees(document: Document) -> Iterator[Span]:
    """The line "Kính gửi" and the list below it."""
    addressee = document.header.addressee
    yield addressee.start, addressee.end
    for line in document.lines[document.line_index_at(addressee.start) + 1 :]:
        if line.kind not in LIST_LINES:
            return
        if line.start >= addressee.end:
            yield line.start, line.end


def _subject(document: Document) -> Iterator[Span]:
    """The lines of a letter's subject: those that follow in its cell too."""
    title = document.title
    yield title.start, title.end
    first = document.line_index_at(title.start)
    cell = document.lines[first].cell
    for line in document.lines[first + 1 :]:
        if line.kind != "TEXT" or cell is None or line.cell != cell or line.text.startswith("("):
            return
        if line.start >= title.end:
            yield line.start, line.end


def _title(document: Document, looks: Looks) -> Iterator[Span]:
    """The paragraphs of the title; from the second on only those centred like the first, as a note
    or the first words of the text may stand below it."""
    title = document.title
    lines = [one for one in document.lines if one.kind == "TITLE"] if title else []
    if title and not lines:
        yield title.start, title.end
    spans = [span for line in lines for span in looks.by_paragraph((line.start, line.end))]
    for index, (start, end) in enumerate(spans):
        if document.text.startswith("(", start):
            return
        if index:
            paragraph = looks.paragraph(start)
            if paragraph is None or paragraph.format.alignment != "center":
                return
        yield start, end


def _ending_zones(document: Document, _looks: Looks) -> _Zones:
    found: dict[str, list[Span]] = {}
    signature, label = document.signature, document.recipients.label
    found["authority"] = [(part.start, part.end) for part in signature.authority]
    if signature.role:
        found["role"] = [(signature.role.start, signature.role.end)]
        found["name"] = list(_name(document))
    if label:
        match = _LABEL.match(fold(label.text))
        if match:
            found["recipients_label"] = [(label.start, label.start + match.end())]
            found["recipients"] = list(_recipients(document))
    return found


def _name(document: Document) -> Iterator[Span]:
    """The signer's name: the only name, below the post and in the same column."""
    names = [line for line in document.lines if line.kind == "NAME"]
    role, name = document.line_at(document.signature.role.start), document.signature.name
    if len(names) != 1 or not name or name.start < role.end:
        return
    if _column(names[0]) == _column(role):
        yield name.start, name.end


def _column(line: Line) -> tuple[int, int] | None:
    return (line.cell.table, line.cell.column) if line.cell else None


def _recipients(document: Document) -> Iterator[Span]:
    """The lines that follow the label in its cell."""
    first = document.line_index_at(document.recipients.label.start)
    cell = document.lines[first].cell
    for line in document.lines[first + 1 :]:
        if line.kind not in ("RECIPIENT", "ARCHIVE") or line.cell != cell:
            return
        yield line.start, line.end


def _appendix_zones(document: Document, _looks: Looks) -> _Zones:
    found: dict[str, list[Span]] = {name: [] for name in APPENDIX}
    for appendix in document.appendices:
        heading = appendix.heading
        if not _APPENDIX.fullmatch(fold(heading.text)):
            continue
        found["appendix"].append((heading.start, heading.end))
        first = document.line_index_at(heading.start) + 1
        named = True
        for line in document.lines[first : first + _NOTE_LINES]:
            folded = fold(line.text)
            if line.cell or line.kind == "APPENDIX":
                break
            if _NOTE.match(folded):
                found["appendix_note"].append((line.start, line.end))
                break
            named = named and line.kind == "TEXT" and folded.isupper()
            if named:
                found["appendix_title"].append((line.start, line.end))
    return found


def _body_zones(document: Document, looks: Looks) -> _Zones:
    return body_zones(document, looks, _head_end(document))


_GROUPS: tuple[tuple[tuple[str, ...], Callable[[Document, Looks], _Zones]], ...] = (
    (HEADER, _header_zones),
    (BODY, _body_zones),
    (ENDING, _ending_zones),
    (APPENDIX, _appendix_zones),
)
_MAKERS = {zone: (names[0], make) for names, make in _GROUPS for zone in names}
