"""What ``soat audit`` lists in the terminal of what it found between documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from checker.corpus.finding import CorpusFinding, Related
from checker.phrases import say
from checker.reporting.terminal import shown

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_INDENT = " " * 12
_RELATED = 5  # places listed of a finding
_ERRORS = 20  # listed where the reports hold them all
_WORDS = 160  # characters of a place that are shown


def list_findings(findings: Iterable[CorpusFinding], out: TextIO, lang: str) -> None:
    """Write each finding with its words, those in the other documents and its basis, by document
    as ``soat check`` does; coloured only when ``out`` is a terminal."""
    console = Console(file=out, highlight=False, soft_wrap=True)
    for path, of_path in groupby(findings, key=lambda one: one.path):
        head = path or say("audit-listed-nowhere", lang)
        console.print(Text(one_line(head), "bold"))
        for finding in of_path:
            for line in _lines(finding, lang):
                console.print(line)
        console.print()


def list_errors(findings: Iterable[CorpusFinding], lang: str) -> Iterator[str]:
    """Yield the first errors, a line each, and how many more there are."""
    errors = [one for one in findings if one.level == "error"]
    if errors:
        yield say("audit-listed-errors", lang)
    for one in errors[:_ERRORS]:
        place = f"{one.path}:{one.spot.line}:{one.spot.column}: " if one.path else ""
        yield "  " + one_line(f"{place}{one.message}  [{one.rule}]")
    if len(errors) > _ERRORS:
        yield "  " + say("audit-listed-more", lang, count=len(errors) - _ERRORS)


def _lines(finding: CorpusFinding, lang: str) -> Iterator[Text]:
    spot = finding.spot
    place = f"{spot.line}:{spot.column}" if finding.path else "–"
    section = f" · {say('section', lang, path=spot.section)}" if spot.section else ""
    head = Text(f"  {place:>8}  ")
    head.append(say(f"level-{finding.level}", lang), _STYLES[finding.level])
    head.append(f"{section}  ", "dim")
    yield head.append(one_line(finding.message))
    if finding.path and spot.words:
        words = Text(f"{_INDENT}«", _STYLES[finding.level])
        yield words.append(_short(spot.words), "bold underline").append("»")
    for one in finding.related[:_RELATED]:
        yield Text(_INDENT + _other(one, lang), "dim")
    if len(finding.related) > _RELATED:
        left = say("audit-listed-places", lang, count=len(finding.related) - _RELATED)
        yield Text(_INDENT + left, "dim")
    yield Text(one_line(f"{_INDENT}{finding.basis}  [{finding.rule}]"), "dim")


def _other(one: Related, lang: str) -> str:
    place = f"{one_line(one.path)}:{one.spot.line}:{one.spot.column}"
    words = f" «{_short(one.spot.words)}»" if one.spot.words else ""
    return say("audit-listed-other", lang, place=place) + words


def _short(words: str) -> str:
    told = one_line(words)
    return told if len(told) <= _WORDS else f"{told[:_WORDS]}…"


def one_line(text: str) -> str:
    """Return ``text`` so that names of files do not steer the terminal or look like lines of
    their own."""
    return shown(Text(text.replace("\n", "\ufffd"))).plain
