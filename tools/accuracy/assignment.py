"""Defects of assignment: who leads and helps, by when, in lines of a task and in a table."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from checker.document import Document, Task
from tools.accuracy.defects import Defect, Generator, choose, cut, swap

UNITS = (
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế",
    "Văn phòng HĐND và UBND {place}",
    "Công an {place}",
)
VAGUE = (
    "Các đơn vị liên quan",
    "Các cơ quan, đơn vị có liên quan",
    "Các cơ quan, ban, ngành",
    "Các phòng, ban, đơn vị",
)
STRANGERS = ("Hội Người cao tuổi", "Hội Khuyến học", "Hội Chữ thập đỏ")
COLUMNS = ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian")

Row = list[str]
# what to spoil in a row: the column, and what to write in it
_CellGenerator = Callable[[Row, Document, random.Random], tuple[int, str]]

_LEAD_LINE = r"^\* Đơn vị (?:chủ trì(?: thực hiện)?|thực hiện): (?P<unit>.+?)(?=\.$)"
_LEADS, _DOES = "* Đơn vị chủ trì: ", "* Đơn vị thực hiện: "
_LEAD_LABEL = r"(?<=^\* )Đơn vị (?:chủ trì(?: thực hiện)?|thực hiện)(?=:)"


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "assignment: lead line gone", ("assignment/lead-unit",), _without_lead
    yield (
        "assignment: task assigned to nobody",
        ("assignment/bare-task", "assignment/lead-unit"),
        _without_fields,
    )
    yield "assignment: second lead", ("assignment/two-leads",), _second(_LEADS)
    yield "assignment: second who does it", ("assignment/several-doers",), _second(_DOES)
    yield "assignment: lead not named", ("assignment/vague-lead",), _vague(_LEADS, VAGUE)
    yield "assignment: who does it not named", ("assignment/group-lead",), _vague(_DOES, VAGUE[:2])
    yield "assignment: lead supports itself", ("assignment/lead-supports",), _supports_itself
    yield "assignment: time line gone", ("assignment/no-time",), _without_time
    yield "assignment: all times gone", ("assignment/no-times",), _without_times
    yield "assignment: labels mixed", ("assignment/mixed-labels",), _mixed_labels
    yield "assignment: unit of no task", ("assignment/unmentioned-unit",), _stranger
    yield "assignment: second lead in a table", ("assignment/two-leads",), _in_table(_second_in)
    yield "assignment: lead not named in a table", ("assignment/vague-lead",), _in_table(_vague_in)
    yield "assignment: cell of the lead empty", ("assignment/lead-unit",), _in_table(_empty(2))
    yield "assignment: cell of the time empty", ("assignment/no-time",), _in_table(_empty(4))
    yield "assignment: column of the times empty", ("assignment/no-times",), _untimed_table
    yield "assignment: lead helps in a table", ("assignment/lead-supports",), _in_table(_helps)


def _without_lead(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"^\* Đơn vị (?:chủ trì|thực hiện).*\n+", chance)
    return cut(text, *match.span()) if match else None


def _without_fields(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(
        text, r"^\* Đơn vị (?:chủ trì|thực hiện).*\n+(?:\* (?:Đơn vị|Thời gian).*\n+)+", chance
    )
    return cut(text, *match.span()) if match else None


def _second(label: str) -> Generator:
    """A generator that adds a unit to a line of the lead, whose label becomes ``label``."""

    def generate(text: str, document: Document, chance: random.Random) -> Defect | None:
        match = choose(text, _LEAD_LINE, chance)
        if not match:
            return None
        others = _others(text[match.start() : text.index("* Thời gian", match.end())], document)
        second = chance.choice([", ", "; ", " và "]) + chance.choice(others)
        return _relabelled(text, match, label, match["unit"] + second)

    return generate


def _relabelled(text: str, match: re.Match[str], label: str, units: str) -> Defect:
    """A line of the lead written with another label and other units, which are the defect."""
    start = match.start() + len(label)
    made = text[: match.start()] + label + units + text[match.end() :]
    return Defect(made, start, start + len(units))


def _others(said: str, document: Document) -> list[str]:
    """Units of the place that are not ``said``."""
    units = [unit.format(place=document.locality.level) for unit in UNITS]
    return [unit for unit in units if unit not in said]


def _vague(label: str, groups: tuple[str, ...]) -> Generator:
    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = choose(text, _LEAD_LINE, chance)
        return _relabelled(text, match, label, chance.choice(groups)) if match else None

    return generate


def _supports_itself(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(
        text,
        r"^\* Đơn vị (?:chủ trì|thực hiện).*: (?P<unit>.+)\.\n+"
        r"\* Đơn vị phối hợp.*: (?P<helpers>.+)\.$",
        chance,
    )
    if not match:
        return None
    unit, helpers = match["unit"], match["helpers"]
    start, end = match.span("helpers")
    if chance.random() < 0.5:
        return swap(text, start, start, f"{unit}; ")
    return swap(text, end, end, f", {unit}") if helpers else None


def _without_time(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"^\* Thời gian thực hiện: .*\n+", chance)
    return cut(text, *match.span()) if match else None


def _without_times(text: str, _document: Document, chance: random.Random) -> Defect | None:
    start = text.index("\nII. ")
    bare = re.sub(r"^\* Thời gian thực hiện: .*\n+", "", text, flags=re.MULTILINE)
    if bare == text:
        return None
    helpers = choose(bare, r"^\* Đơn vị phối hợp.*\n+", chance)
    shorter = cut(bare, *helpers.span()).text if helpers else bare
    return Defect(shorter, start, start)


def _mixed_labels(text: str, _document: Document, chance: random.Random) -> Defect | None:
    kept, other = chance.choice(
        [
            ("Đơn vị chủ trì", "Đơn vị thực hiện"),
            ("Đơn vị chủ trì", "Cơ quan chủ trì"),
            ("Cơ quan chủ trì", "Đơn vị chủ trì"),
        ]
    )
    alike = re.sub(_LEAD_LABEL, kept, text, flags=re.MULTILINE)
    match = choose(alike, rf"(?<=^\* ){kept}(?=:)", chance)
    return swap(alike, *match.span(), other) if match else None


def _stranger(text: str, document: Document, chance: random.Random) -> Defect | None:
    match = re.search(r"^2\. .*\n+(?=Trên đây)", text, re.MULTILINE)
    if not match or not document.tasks or document.tasks[0].form != "fields":
        return None
    unit = f"{chance.choice(STRANGERS)} {document.locality.level}"
    lead = chance.choice(["3. Giao ", "3. "])
    added = f"{lead}{unit} chủ trì tuyên truyền, vận động người dân thực hiện Kế hoạch.\n\n"
    start = match.end() + len(lead)
    return Defect(text[: match.end()] + added + text[match.end() :], start, start + len(unit))


def _in_table(generate_cell: _CellGenerator) -> Generator:
    """A generator that writes the tasks of part II as a table and spoils one of its rows."""

    def generate(text: str, document: Document, chance: random.Random) -> Defect | None:
        rows = _rows(document)
        if not rows:
            return None
        row = chance.choice(rows)
        column, wrong = generate_cell(row, document, chance)
        row[column] = wrong
        made, start = _with_table(text, rows, row, column)
        return Defect(made, start, start + len(wrong))

    return generate


def _untimed_table(text: str, document: Document, chance: random.Random) -> Defect | None:
    rows = _rows(document)
    if not rows:
        return None
    rows.remove(chance.choice(rows))
    for row in rows:
        row[4] = ""
    made, start = _with_table(text, rows, rows[0], 4)
    return Defect(made, start, start)


def _rows(document: Document) -> list[Row]:
    tasks = [task for task in document.tasks if task.form == "fields"]
    return [[str(number), *_cells(task)] for number, task in enumerate(tasks, 1)]


def _cells(task: Task) -> list[str]:
    parts = (task.title, task.lead, task.support, task.time)
    return [" ".join(part.text.split()).rstrip(".") for part in parts]


def _with_table(text: str, rows: list[Row], row: Row, column: int) -> tuple[str, int]:
    """The text with ``rows`` as the content of part II, and where the cell ``column`` of ``row``
    begins."""
    first = text.index("\n", text.index("\nII. ") + 1) + 1
    last = text.index("\nIII. ")
    lines = [_line(list(COLUMNS)), _line(["---"] * len(COLUMNS)), *map(_line, rows)]
    before = text[:first] + "\n" + "".join(lines[: 2 + rows.index(row)])
    start = len(before) + len("| ") + sum(len(cell) + len(" | ") for cell in row[:column])
    return text[:first] + "\n" + "".join(lines) + text[last:], start


def _line(cells: Row) -> str:
    return f"| {' | '.join(cells)} |\n"


def _second_in(row: Row, document: Document, chance: random.Random) -> tuple[int, str]:
    others = _others(" ".join(row), document)
    return 2, row[2] + chance.choice([", ", "; ", " và "]) + chance.choice(others)


def _vague_in(_row: Row, _document: Document, chance: random.Random) -> tuple[int, str]:
    return 2, chance.choice(VAGUE)


def _empty(column: int) -> _CellGenerator:
    return lambda _row, _document, _chance: (column, "")


def _helps(row: Row, _document: Document, _chance: random.Random) -> tuple[int, str]:
    return 3, f"{row[3]}; {row[2]}"
