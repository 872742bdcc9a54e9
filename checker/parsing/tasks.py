"""Tasks: who leads, who helps, by when, however a plan writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from checker.document import Field, Section, Task
from checker.kinds import DIVISIONS
from checker.registers.unit_names import UnitNames
from checker.text.folding import fold
from checker.text.part import Part
from checker.text.words import words_of

_DIVISIONS = frozenset(map(str.lower, DIVISIONS))
_VERB = (
    r"(?:chủ trì|phối hợp|thẩm định|tham mưu|theo dõi|xây dựng|tổng hợp|hướng dẫn|"
    r"tổ chức|thực hiện|kiểm tra|chịu trách nhiệm|có trách nhiệm|làm|cân đối|bố trí|"
    r"tiếp tục|tiếp nhận|thành lập|tham gia|luyện tập|diễn tập|tuyên truyền|vận động|"
    r"rà soát|triển khai|phụ trách|đôn đốc|chuẩn bị|đảm bảo|bảo đảm|là)"
)
_ACTS = re.compile(rf"(?<!các )(?<!của )(?<!và )\b(?:{_VERB} |kiểm tra, giám sát)")
_ASSIGNED = re.compile(rf"\b[Gg]iao (?P<unit>[^.;:]{{3,120}}?),? (?={_VERB}\b)")
_LEADS = re.compile(
    r"(?:[^.;:(]{2,30}: *|\()?(?P<unit>[^.;:(]{3,120}?)"
    r"(?: là cơ quan [^.;:,]{3,40}|, trên cơ sở [^.;:]{3,80})?[,:]? "
    r"(?=(?:chịu trách nhiệm )?chủ trì\b)"
)
_INNER_LABEL = re.compile(
    r"[;,.] *(?:(?:đơn vị |cơ quan )?phối hợp|"
    r"(?P<time>thời (?:gian|hạn)(?: thực hiện| hoàn thành)?)) *: *",
    re.IGNORECASE,
)
_FILLED = re.compile(r"\w")
_WITH = re.compile(r"phối hợp (?:chặt chẽ )?(?:với|cùng) (?P<units>[^.;:]{3,160})")
_WITH_END = re.compile(rf",(?= )|(?<!các)(?<!của)(?<!và)\s{_VERB}\b")
_CLAUSE_END = re.compile(r"[.;](?=\s|$)")
_IN_GROUP = re.compile(r"(?:ban|ngành|đoàn thể|phường|đặc khu)\b(?! hành)")
_REQUEST = re.compile(r"(?:(?:Đề nghị|Giao|Yêu cầu)\b:? ?)")
_ASSIGNING = re.compile(
    r"to chuc thuc hien|phan cong|trach nhiem|nhiem vu|thuc hien", re.IGNORECASE
)
_GROUP_HEADING = re.compile(
    r"(?:Cac|Nhung|Toan the) (?:so|ban|phong|co quan|don vi|dang uy|chi|nha truong|truong|"
    r"doanh nghiep|doan the|hoi|to chuc|xa|phuong|thon|to dan pho)\b",
    re.IGNORECASE,
)


def find_tasks(
    bodies: Sequence[tuple[Section | Field | Part, ...]],
    in_tables: Iterable[Task],
    names: UnitNames,
) -> tuple[Task, ...]:
    """Return the tasks of ``bodies`` (body and appendices) in order of place, with those that stand
    ``in_tables``."""
    finder = _Finder(names)
    found = [task for body in bodies for task in finder.walk(body, None, False)]
    for task in in_tables:
        paths = [path for body in bodies if (path := _path_at(body, task.start))]
        found.append(replace(task, path=paths[0] if paths else ""))
    return tuple(sorted(found, key=lambda task: (task.start, task.end)))


def _path_at(parts: tuple[Section | Field | Part, ...], offset: int) -> str:
    """The path of the innermost division among ``parts`` that holds ``offset``."""
    for part in parts:
        if isinstance(part, Section) and part.start <= offset < part.end:
            return _path_at(part.children, offset) or part.path
    return ""


@dataclass
class _Group:
    """What belongs to one task among the children of a division."""

    content: list[Part] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)


@dataclass(frozen=True)
class _Finder:
    names: UnitNames

    def walk(
        self, parts: tuple[Section | Field | Part, ...], around: Section | None, assigning: bool
    ) -> Iterator[Task]:
        yield from self._by_fields(parts, around)
        for part in parts:
            if isinstance(part, Section):
                yield from self._by_heading(part, assigning)
                yield from self._by_sentence(part.heading, part.path)
                inner = assigning or bool(_ASSIGNING.search(fold(part.heading.text)))
                yield from self.walk(part.children, part, inner)
            elif isinstance(part, Part):
                yield from self._by_sentence(part, around.path if around else "")

    def _by_fields(
        self, parts: tuple[Section | Field | Part, ...], around: Section | None
    ) -> Iterator[Task]:
        group = _Group()
        for part in parts:
            told = isinstance(part, Field) and part.role in ("lead", "support", "time")
            if not told and group.fields:
                yield _task_of(group, around, self.names)
                group = _Group()
            if isinstance(part, Section) and part.level in _DIVISIONS:
                group = _Group()
            elif isinstance(part, Field):
                if told:
                    group.fields.append(part)
                else:
                    group.content.append(Part(part.value.text, part.start, part.end))
            elif isinstance(part, Section):
                group.content.append(Part(part.heading.text, part.start, part.end))
            else:
                group.content.append(part)
        if group.fields:
            yield _task_of(group, around, self.names)

    def _by_heading(self, section: Section, assigning: bool) -> Iterator[Task]:
        if not assigning or section.level not in ("item", "subitem", "point"):
            return
        heading = section.heading
        request = _REQUEST.match(heading.text)
        start = request.end() if request else 0
        colon = heading.text.find(":", start)
        end = colon if colon > 0 else len(heading.text)
        unit = Part(heading.text[start:end], heading.start + start, heading.start + end)
        if self._is_unit_heading(unit):
            none = Part.missing(section.end)
            yield Task(
                section.path, "section", heading, unit, none, none, section.start, section.end
            )

    def _is_unit_heading(self, unit: Part) -> bool:
        words = words_of(unit.text)
        if not 2 <= len(words) <= 30:
            return False
        if _ACTS.search(unit.text):
            return False
        if _GROUP_HEADING.match(fold(unit.text)):
            return True
        return unit.text[:1].isupper() and self.names.begins_unit(unit.text)

    def _by_sentence(self, part: Part, path: str) -> Iterator[Task]:
        if "iao " not in part.text and "chủ trì" not in part.text:
            return
        for match in (*_ASSIGNED.finditer(part.text), _LEADS.match(part.text)):
            if not match:
                continue
            start = part.start + match.start("unit")
            unit = Part(match["unit"], start, start + len(match["unit"]))
            if not self.names.begins_unit(unit.text):
                continue
            none = Part.missing(part.end)
            yield Task(
                path,
                "sentence",
                part,
                unit,
                _support(part, match.end(), self.names),
                none,
                part.start,
                part.end,
            )


def _support(part: Part, after: int, names: UnitNames) -> Part:
    """The units after "phối hợp với" in the clause that goes on ``after`` the lead: up to a verb,
    or a comma after which no unit is named."""
    end_of_clause = _CLAUSE_END.search(part.text, after)
    match = _WITH.search(
        part.text, after, end_of_clause.start() if end_of_clause else len(part.text)
    )
    if not match:
        return Part.missing(part.end)
    units = match["units"]
    for end in _WITH_END.finditer(units):
        following = units[end.end() :].lstrip()
        if end.group() != "," or not _goes_on(following, names):
            units = units[: end.start()]
            break
    start = part.start + match.start("units")
    return Part(units, start, start + len(units))


def _goes_on(text: str, names: UnitNames) -> bool:
    """Tell whether a list of units goes on with ``text``, or a name that holds a comma."""
    return bool(text[:1].isupper() or names.begins_group(text) or _IN_GROUP.match(text))


def _task_of(group: _Group, around: Section | None, names: UnitNames) -> Task:
    """The task that a group of fields tells of; "Công an xã chủ trì, phối hợp với Phòng Kinh tế"
    in one of them names both."""
    by_role: dict[str, Part] = {}
    for role, value in _values(group.fields):
        request = _REQUEST.match(value.text)
        leads = _LEADS.match(value.text, request.end() if request else 0)
        if leads and role == "lead":
            start, end = leads.span("unit")
            unit = Part(leads["unit"], value.start + start, value.start + end)
            by_role.setdefault("lead", unit)
            helpers = _support(value, leads.end(), names)
            if helpers:
                by_role.setdefault("support", helpers)
        elif _FILLED.search(value.text):
            by_role.setdefault(role, value)
    first, last = group.fields[0], group.fields[-1]
    start = min(first.start, group.content[0].start) if group.content else first.start
    if around is not None:
        title = around.heading
        path = around.path
    else:
        title = group.content[0] if group.content else first.label
        path = ""
    return Task(
        path,
        "fields",
        title,
        by_role.get("lead", Part.missing(first.start)),
        by_role.get("support", Part.missing(last.end)),
        by_role.get("time", Part.missing(last.end)),
        start,
        last.end,
    )


def _values(fields: list[Field]) -> Iterator[tuple[str, Part]]:
    """What each field says; "Chủ trì: X; phối hợp: Y" on one line says two things."""
    for told in fields:
        value = told.value
        if not value and told.children:
            value = _joined(told.children)
        role, start = told.role, 0
        for label in _INNER_LABEL.finditer(value.text):
            yield (
                role,
                Part(
                    value.text[start : label.start()],
                    value.start + start,
                    value.start + label.start(),
                ),
            )
            role = "time" if label["time"] else "support"
            start = label.end()
        yield role, Part(value.text[start:], value.start + start, value.end)


def _joined(children: tuple[Section | Field | Part, ...]) -> Part:
    """The list below an open label as one text, divided by ``;``, each word at its own offset."""
    parts = [_words(child) for child in children]
    start = parts[0].start
    text = ""
    for part in parts:
        gap = max(0, part.start - start - len(text))
        text += (";" if text else "").ljust(gap)[:gap] + part.text
    return Part(text, start, start + len(text))


def _words(child: Section | Field | Part) -> Part:
    if isinstance(child, Section):
        return child.heading
    return child.value if isinstance(child, Field) else child
