"""Parsing: Source → Document."""

from __future__ import annotations

from collections.abc import Sequence

from lark import Tree

from checker.citations.citation import Citation
from checker.document import Document, Task
from checker.kinds import DIVISIONS, KIND_GROUPS, LIST_LINES, Line
from checker.office import split_place
from checker.parsing.body import BodyBuilder, part_of
from checker.parsing.ending import build_recipients, build_signature
from checker.parsing.grammar import Grammar
from checker.parsing.header import build_header
from checker.parsing.legibility import find_illegible
from checker.parsing.lines import logical_lines
from checker.parsing.places import find_locality, find_places, law_date
from checker.parsing.regime import find_regime
from checker.parsing.tables import find_table_tasks
from checker.parsing.tasks import find_tasks
from checker.parsing.units import find_units, list_names
from checker.reading import Source
from checker.registers.document_types import DocumentType
from checker.registers.unit_names import UnitNames
from checker.text.folding import fold
from checker.text.part import Part
from checker.text.words import words_of

__all__ = ["Grammar", "parse"]

_TAIL = frozenset(("RECIPIENTS", "RECIPIENT", "ARCHIVE", "AUTHORITY", "ROLE", "NAME", "APPENDIX"))
_HEAD = KIND_GROUPS["HEADER"] | {"RULE"}
_BODY = DIVISIONS | LIST_LINES


def parse(source: Source, grammar: Grammar) -> Document:
    """Parse a source; never fails, what is missing is missing in the Document."""
    view, folded, lines = logical_lines(source, grammar.kinds)
    tree = grammar.nest([line.kind for line in lines])
    marks = _Landmarks(lines)
    builder = BodyBuilder(lines)
    header = build_header(lines, marks.head_end, grammar.kinds.agency)
    signature = build_signature(marks.tail, marks.body_end)
    type_line, title, type_ = _title(lines, marks, grammar.types)
    bases = tuple(part_of(line) for line in lines if line.kind == "BASIS")
    opening = tuple(part_of(line) for line in marks.preamble if line.kind == "TEXT")
    preamble = tuple(part_of(line) for line in marks.preamble if line.kind in ("TEXT", "BASIS"))
    own = [node for node in tree.children if not _is_appendix(node)]
    body = tuple(
        child
        for child in builder.children(own)
        if child.start >= marks.body_start and child.end <= marks.body_end
    )
    closing = _closing(lines, marks)
    appendices = tuple(builder.appendix(node) for node in tree.children if _is_appendix(node))
    bodies = [body, *(appendix.children for appendix in appendices)]
    in_tables = find_table_tasks(lines, source, grammar.kinds.fields)
    tasks = find_tasks(bodies, in_tables, grammar.unit_names)
    recipients = build_recipients(
        marks.tail, signature.authority[0].start if signature.authority else marks.body_end
    )
    places = tuple(find_places(view.text, folded, grammar.gazetteer))
    words = tuple(words_of(view.text))
    legible, illegible = find_illegible(view.text)
    legible = legible and not source.scan
    listed = _listed(tasks, recipients.items, grammar.unit_names)
    return Document(
        source=source,
        view=view,
        folded=folded,
        lines=lines,
        words=words,
        regime=find_regime(type_, header, preamble, signature, grammar.office.regime),
        type=type_,
        legible=legible,
        illegible=illegible,
        header=header,
        type_line=type_line,
        title=title,
        bases=bases,
        opening=opening,
        body=body,
        closing=closing,
        recipients=recipients,
        signature=signature,
        appendices=appendices,
        tasks=tasks,
        units=find_units(view.text, listed, words, grammar.unit_names),
        places=places,
        citations=_cited(lines, folded, grammar) if legible else (),
        locality=find_locality(
            header,
            title,
            preamble,
            closing,
            places,
            folded,
            grammar.gazetteer,
            split_place(grammar.office.locality),
        ),
        law_date=law_date(header),
    )


def _is_appendix(node: object) -> bool:
    return isinstance(node, Tree) and node.data == "appendix"


class _Landmarks:
    """Where the great parts of a document begin and end, as offsets and lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        end = lines[-1].end if lines else 0
        types = [index for index, line in enumerate(lines) if line.kind == "TYPE"]
        titles = [index for index, line in enumerate(lines) if line.kind == "TITLE"]
        divisions = [index for index, line in enumerate(lines) if line.kind in _BODY]
        tails = [index for index, line in enumerate(lines) if line.kind in _TAIL]
        first_division = divisions[0] if divisions else len(lines)
        first_tail = tails[0] if tails else len(lines)
        front = max([-1, *types, *titles])
        self.preamble = lines[front + 1 : min(first_division, first_tail)] if front >= 0 else ()
        body_index = min(first_division, first_tail)
        below = types or [i for i, line in enumerate(lines) if line.kind not in _HEAD]
        self.head_end = lines[below[0]].start if below else end
        self.body_start = lines[body_index].start if body_index < len(lines) else end
        self.body_end = lines[first_tail].start if tails else end
        appendices = [index for index, line in enumerate(lines) if line.kind == "APPENDIX"]
        self.tail = lines[first_tail : appendices[0] if appendices else len(lines)]


def _title(
    lines: Sequence[Line], marks: _Landmarks, types: Sequence[DocumentType]
) -> tuple[Part, Part, DocumentType | None]:
    type_lines = [line for line in lines if line.kind == "TYPE"]
    titles = [line for line in lines if line.kind == "TITLE"]
    title = Part.missing(marks.head_end)
    if titles:
        text = " ".join(line.text for line in titles)
        title = Part(text, titles[0].start, titles[-1].end)
    if not type_lines:
        return Part.missing(title.start), title, None
    line = type_lines[0]
    folded = fold(line.text)
    named = [kind for kind in types if kind.titled and folded.startswith(fold(kind.name).upper())]
    type_ = max(named, key=lambda kind: len(kind.name)) if named else None
    name_length = len(type_.name) if type_ else len(line.text)
    if title:
        return part_of(line), title, type_
    rest = line.text[name_length:].strip()
    if rest:
        # "KẾ HOẠCH TUYÊN TRUYỀN …": type and title on one line
        at = line.end - len(rest)
        return (
            Part(line.text[:name_length], line.start, line.start + name_length),
            Part(rest, at, line.end),
            type_,
        )
    return part_of(line), Part.missing(line.end), type_


def _closing(lines: Sequence[Line], marks: _Landmarks) -> Part:
    """The closing paragraph: "Trên đây là …", or the last paragraph when it ends with "./."."""
    found = [index for index, line in enumerate(lines) if line.kind == "CLOSING"]
    if found:
        first = last = found[0]
        while last + 1 < len(lines) and lines[last + 1].kind in ("TEXT", "CLOSING"):
            last += 1
        text = "\n".join(line.text for line in lines[first : last + 1])
        return Part(text, lines[first].start, lines[last].end)
    before_tail = [line for line in lines if line.end <= marks.body_end]
    if before_tail and before_tail[-1].kind == "TEXT" and before_tail[-1].text.endswith("./."):
        return part_of(before_tail[-1])
    return Part.missing(marks.body_end)


def _cited(lines: Sequence[Line], folded: str, grammar: Grammar) -> tuple[Citation, ...]:
    """The documents that the text cites, the header's own number left out."""
    return tuple(
        citation
        for line in lines
        if line.kind not in _HEAD
        for citation in grammar.citations.read(line.text, folded[line.start : line.end], line.start)
    )


def _listed(
    tasks: Sequence[Task], recipients: Sequence[Part], names: UnitNames
) -> list[tuple[Part, str]]:
    """The units that the document itself lists, with the role that it gives them."""
    listed: list[tuple[Part, str]] = []
    for task in tasks:
        role = "heading" if task.form == "section" else "lead"
        listed += [(unit, role) for unit in list_names(task.lead, names)]
        listed += [(unit, "support") for unit in list_names(task.support, names)]
    for item in recipients:
        listed += [(unit, "recipient") for unit in list_names(item, names)]
    return listed
