"""Two documents side by side in the terminal; one below the other where it is narrow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from checker.corpus.side_by_side.comparison import CHANGED, MOVED, SAME, STATES, Comparison, Match
from checker.corpus.side_by_side.mentions import Mention
from checker.corpus.side_by_side.wording import Run
from checker.phrases import say
from checker.reporting.compare_naming import heading_of, name_of, share_of, state_of
from checker.reporting.terminal import shown

_NARROW = 60  # columns of the terminal
_AROUND = 5  # words shown before and after a difference
_MOST_WORDS = 60  # of a passage that only one document has
_MOST_LINES = 8  # numbers of lines
_STYLES = ("red", "green")
_WORD = re.compile(r"\S+")


class _Row(NamedTuple):
    """What stands side by side."""

    first: Text
    second: Text


def write_terminal(comparison: Comparison, paths: tuple[str, str], out: TextIO, lang: str) -> None:
    """Write the comparison of the documents at ``paths``, in the width of the terminal."""
    _Terminal(Console(file=out, highlight=False), lang).write(comparison, paths)


class _Terminal:
    def __init__(self, console: Console, lang: str) -> None:
        self._console, self._lang = console, lang

    def write(self, comparison: Comparison, paths: tuple[str, str]) -> None:
        self._side_by_side([_Row(*(_plain(path, "bold") for path in paths))])
        if comparison.same:
            self._line(say("compare-same", self._lang), "green")
            return
        counts = comparison.counts
        told = [
            say(f"compare-count-{state}", self._lang, count=counts[state])
            for state in STATES
            if counts[state]
        ]
        share = share_of(comparison.likeness, self._lang)
        likeness = say("compare-likeness", self._lang, share=share)
        self._line(f"{', '.join(told)}. {likeness}")
        if counts[CHANGED]:
            self._line(say("compare-quoted", self._lang), "dim")
        for match in comparison.matches:
            if match.state != SAME or match.renumbered:
                self._match(match)
        self._mentions(comparison)

    def _match(self, match: Match) -> None:
        lines = " | ".join(
            say("compare-line", self._lang, line=one.line)
            for one in (match.first, match.second)
            if one
        )
        head = Text()
        head.append(name_of(match, self._lang), "bold")
        if heading := heading_of(match):
            head.append(f" · {heading}")
        head.append(f" · {state_of(match, self._lang)}", "bold yellow")
        head.append(f" · {lines}", "dim")
        self._console.print()
        self._console.print(shown(head))
        if match.state in (SAME, MOVED):
            return
        self._side_by_side(list(_rows(match)))

    def _mentions(self, comparison: Comparison) -> None:
        told = {
            kind: only for kind, only in comparison.mentions.items() if only.first or only.second
        }
        if not told:
            return
        self._console.print()
        self._line(say("compare-mentions", self._lang), "bold")
        for kind, only in told.items():
            self._line(f"{say(f'compare-{kind}', self._lang)}:", "bold yellow")
            cells = [
                self._listed(mentions, style)
                for mentions, style in zip((only.first, only.second), _STYLES, strict=True)
            ]
            self._side_by_side([_Row(*cells)])

    def _listed(self, mentions: Sequence[Mention], style: str) -> Text:
        listed = Text()
        if not mentions:
            listed.append(say("compare-nothing", self._lang), "dim")
        for at, one in enumerate(mentions):
            lines = ", ".join(map(str, one.lines[:_MOST_LINES]))
            more = " …" if one.lines[_MOST_LINES:] else ""
            listed.append("\n" if at else "")
            listed.append(one.words, style)
            listed.append(f" ({say('compare-lines', self._lang, lines=lines)}{more})", "dim")
        return listed

    def _side_by_side(self, rows: Sequence[_Row]) -> None:
        if self._console.width < _NARROW:
            for row in rows:
                for sign, text in zip(("1 ", "2 "), row, strict=True):
                    if text.plain:
                        self._console.print(shown(Text(sign, "dim") + text))
            return
        table = Table.grid(padding=(0, 1), expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(width=1, style="dim")
        table.add_column(ratio=1, overflow="fold")
        for row in rows:
            bar = Text("\n".join("│" * self._height(row)), "dim")
            table.add_row(shown(row.first), bar, shown(row.second))
        self._console.print(table)

    def _height(self, row: _Row) -> int:
        width = max(1, (self._console.width - 4) // 2)
        return max(len(shown(one).wrap(self._console, width, overflow="fold")) for one in row)

    def _line(self, words: str, style: str = "") -> None:
        self._console.print(_plain(words, style))


def _plain(words: str, style: str = "") -> Text:
    return shown(Text(words.replace("\n", "\ufffd"), style))


def _rows(match: Match) -> Iterator[_Row]:
    """The differences of a passage with some words around, those near each other together."""
    if match.first is None or match.second is None:
        texts = [one.text if one else "" for one in (match.first, match.second)]
        yield _Row(*(Text(_cut(text), style) for text, style in zip(texts, _STYLES, strict=True)))
        return
    row = _Row(Text(), Text())
    runs = match.runs
    for at, run in enumerate(runs):
        if not run.same:
            _add_marked(row, run)
            continue
        first, last = at == 0, at == len(runs) - 1
        words = len(run.first.split())
        if not (first or last) and words <= 2 * _AROUND:
            _add(row, run.first, run.second)
            continue
        if not first:
            _add(row, *(_beginning(one) for one in (run.first, run.second)))
            yield row
            row = _Row(Text(), Text())
        if not last:
            _add(row, *(_end(one) for one in (run.first, run.second)))
    if row.first.plain or row.second.plain:
        yield row


def _add(row: _Row, first: str, second: str) -> None:
    row.first.append(_one_line(first), "dim")
    row.second.append(_one_line(second), "dim")


def _add_marked(row: _Row, run: Run) -> None:
    for text, words, style in zip(row, (run.first, run.second), _STYLES, strict=True):
        if not words.strip():
            text.append(_one_line(words))
            continue
        lead, trail = words[: -len(words.lstrip()) or len(words)], words[len(words.rstrip()) :]
        before = lead if words[:1].isspace() else ""
        text.append(_one_line(before))
        text.append(f"«{_one_line(words.strip())}»", f"bold {style}")
        text.append(_one_line(trail))


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _beginning(words: str) -> str:
    """The first words, for after a difference."""
    found = list(_WORD.finditer(words))
    return words if len(found) <= _AROUND else f"{words[: found[_AROUND - 1].end()]} …"


def _end(words: str) -> str:
    """The last words, for before a difference."""
    found = list(_WORD.finditer(words))
    return words if len(found) <= _AROUND else f"… {words[found[-_AROUND].start() :]}"


def _cut(text: str) -> str:
    found = list(_WORD.finditer(text))
    return text if len(found) <= _MOST_WORDS else f"{text[: found[_MOST_WORDS - 1].end()]} …"
