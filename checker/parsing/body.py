"""Tree → divisions of the body, with their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from lark import Token, Tree

from checker.document import Appendix, Field, Section
from checker.kinds import Line
from checker.text.part import Part

Child = Section | Field | Part

_RANK = {
    "part": 1,
    "chapter": 2,
    "section": 3,
    "article": 4,
    "item": 5,
    "subitem": 6,
    "subsubitem": 7,
    "point": 8,
}
_CONTENT = frozenset(("TEXT", "CELL"))
_NUMERAL = re.compile(r"\d+(?:\.\d+)*|\b[IVXLC1l]*[IVXLC][IVXLC1l]*\b|\w+(?=\W*$)")


def part_of(line: Line) -> Part:
    """Return a whole line as a Part."""
    return Part(line.text, line.start, line.end)


class BodyBuilder:
    """Builds sections and fields from the tree of line kinds."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines

    def children(
        self, nodes: Iterable[Tree[Any] | Token], above: tuple[tuple[int, str], ...] = ()
    ) -> tuple[Child, ...]:
        """Build the divisions, fields and paragraphs among ``nodes``; ``above`` are rank and path
        of the divisions around them."""
        found: list[Child] = []
        for node in nodes:
            if isinstance(node, Tree):
                found.append(self._division(node, above))
            elif node.type == "FIELD":
                found.append(self._field(self.lines[int(node)], ()))
            elif node.type in _CONTENT:
                found.append(part_of(self.lines[int(node)]))
        return tuple(found)

    def appendix(self, node: Tree[Any]) -> Appendix:
        heading = part_of(self.lines[_first_line(node)])
        children = self.children(node.children[1:])
        end = self.lines[_last_line(node)].end
        return Appendix(heading, heading.start, end, children)

    def _division(self, node: Tree[Any], above: tuple[tuple[int, str], ...]) -> Section | Field:
        line = self.lines[_first_line(node)]
        level = str(node.data)
        if level == "field":
            return self._field(line, self.children(node.children[1:], above))
        marker = line.text[: line.marker].rstrip()
        rank = _RANK.get(level, 0)
        path = _path(marker, rank, above)
        inside = (*(pair for pair in above if pair[0] < rank), (rank, path)) if rank else above
        heading_start = line.end - len(line.text[line.marker :].lstrip())
        return Section(
            level,
            marker,
            path,
            Part(line.text[heading_start - line.start :], heading_start, line.end),
            line.start,
            self.lines[_last_line(node)].end,
            self.children(node.children[1:], inside),
        )

    def _field(self, line: Line, children: tuple[Child, ...]) -> Field:
        label_text = line.text[: line.marker]
        label_start = line.start + len(label_text) - len(label_text.lstrip("*+- "))
        label_end = line.start + line.marker
        value_start = line.end - len(line.text[line.marker :].lstrip())
        return Field(
            line.role,
            Part(line.text[label_start - line.start : line.marker], label_start, label_end),
            Part(line.text[value_start - line.start :], value_start, line.end),
            line.start,
            children[-1].end if children else line.end,
            children,
        )


def _path(marker: str, rank: int, above: tuple[tuple[int, str], ...]) -> str:
    if not rank:
        return above[-1][1] if above else ""
    match = _NUMERAL.search(marker)
    numeral = match.group() if match else marker
    # "3.2" already says that it is under "3"
    limit = _RANK["item"] if rank in (6, 7) else rank
    outer = [path for other, path in above if other < limit]
    return f"{outer[-1]}.{numeral}" if outer and outer[-1] else numeral


def _first_line(node: Tree[Any]) -> int:
    return int(str(node.children[0]))


def _last_line(node: Tree[Any]) -> int:
    last = node.children[-1]
    return _last_line(last) if isinstance(last, Tree) else int(last)
