"""What to write instead: findings with a suggestion → edits of the text as read."""

from __future__ import annotations

import difflib
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from checker.annotating.edit import Edit
from checker.document import Document
from checker.finding import LEVELS, Fact, Finding
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import PhysicalLine, Source
from checker.reading.layout import Layout, Mark, Paragraph, ParagraphFormat
from checker.ruleset import Rule

MAX_ROUNDS = 8
_TOKEN = re.compile(r"[^\W_]+|\s|[\W_]")


class Choice(NamedTuple):
    """A finding that the writer agrees with, and the suggestion that she takes; ``None`` where only
    its setting is wanted."""

    finding: Finding
    words: str | None


def find_edits(
    source: Source, linter: Linter, stage: str, *, unsafe: bool = False
) -> tuple[Edit, ...]:
    """Return the edits of ``source.raw``, in order, after which no fix is left to make; only rules
    whose fix is graded safe are followed unless ``unsafe``.

    A fix may call for another (a blank too many once a mark is gone): the text is checked again
    until it is settled, at most 8 times. No edit holds a line end.
    """
    current = source
    for _ in range(MAX_ROUNDS):
        document = parse(current, linter.grammar)
        edits = _wanted(document, linter, stage, unsafe)
        if not edits:
            break
        current = apply_to_source(current, edits)
    return tuple(_between(source.raw, current.raw))


def apply_edits(raw: str, edits: Sequence[Edit]) -> str:
    """Return the text with the edits made; they are in order and do not overlap."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += [raw[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, raw[done:]])


def apply_to_source(source: Source, edits: Sequence[Edit]) -> Source:
    """Return the source as it would be read with the edits made; of how it is set only the comments
    are kept, since they may suppress findings."""
    lines: list[PhysicalLine] = []
    before = passed = 0  # what the edits that lie before this line add, and how many they are
    for line in source.lines:
        while passed < len(edits) and edits[passed].start < line.start:
            before += _growth(edits[passed])
            passed += 1
        inside = sum(_growth(edit) for edit in _starting(edits, passed, line.end))
        lines.append(line._replace(start=line.start + before, end=line.end + before + inside))
    return replace(
        source,
        raw=apply_edits(source.raw, edits),
        lines=tuple(lines),
        layout=_comments(source, edits),
    )


def _comments(source: Source, edits: Sequence[Edit]) -> Layout | None:
    """The comments of a Word document, with its paragraphs, where they stand after the edits."""
    marks = (
        [mark for mark in source.layout.marks if mark.kind == "comment"] if source.layout else []
    )
    if source.layout is None or not marks:
        return None
    ends = [edit.end for edit in edits]
    added = [0, *itertools.accumulate(map(_growth, edits))]

    def moved(start: int, end: int) -> tuple[int, int]:
        return start + added[bisect_right(ends, start)], end + added[bisect_right(ends, end)]

    return Layout(
        paragraphs=tuple(
            Paragraph(*moved(one.start, one.end), ParagraphFormat())
            for one in source.layout.paragraphs
        ),
        marks=tuple(Mark(one.kind, *moved(one.start, one.end), text=one.text) for one in marks),
    )


def _starting(edits: Sequence[Edit], index: int, end: int) -> Iterator[Edit]:
    while index < len(edits) and edits[index].start <= end:
        yield edits[index]
        index += 1


def _growth(edit: Edit) -> int:
    return len(edit.text) - (edit.end - edit.start)


def chosen_edits(
    document: Document, linter: Linter, stage: str, choices: Sequence[Choice]
) -> tuple[Edit, ...]:
    """Return the edits of ``document.source.raw``, in order, that follow ``choices``; of findings
    that touch, those of the gravest rule. A finding that is told once for several places is mended
    at all of them."""
    places = {(one.rule, one.start, one.end): words for one, words in choices if words is not None}
    everywhere = {rule for rule, _, _ in places}
    wanted: list[tuple[Rule, Fact, str]] = []
    for rule, facts in linter.found(document, stage):
        for fact in facts:
            place = rule.id, fact.start, fact.end
            if place in places:
                wanted += ((rule, one, places[place]) for one in _alike(rule, fact, document))
            elif rule.common.once and rule.id in everywhere and fact.suggestions:
                wanted.append((rule, fact, fact.suggestions[0]))
    return tuple(_apart(document, stage, wanted))


def _alike(rule: Rule, fact: Fact, document: Document) -> Iterator[Fact]:
    """A fact, and the others for which a rule that groups words written alike tells it."""
    words = document.text[fact.start : fact.end].split()
    spans = fact.related if getattr(rule.check, "grouped", False) else ()
    yield fact
    for start, end in spans:
        if document.text[start:end].split() == words:
            yield replace(fact, start=start, end=end)


def _wanted(document: Document, linter: Linter, stage: str, unsafe: bool) -> list[Edit]:
    """The edits that suggestions ask for."""
    return _apart(
        document,
        stage,
        (
            (rule, fact, fact.suggestions[0])
            for rule, facts in linter.found(document, stage)
            for fact in facts
            if fact.suggestions and (unsafe or rule.common.fix == "safe")
        ),
    )


def _apart(document: Document, stage: str, wanted: Iterable[tuple[Rule, Fact, str]]) -> list[Edit]:
    """The edits that write these words, in order; of those that touch, that of the gravest rule."""

    def weight(one: tuple[Rule, Fact, str]) -> tuple[int, int, str]:
        rule, fact, _ = one
        return -LEVELS.index(rule.level(stage)), fact.start, rule.id

    taken: list[tuple[int, int]] = []
    edits: list[Edit] = []
    for _, fact, words in sorted(wanted, key=weight):
        start, end = fact.start, fact.end
        if any(start <= other[1] and other[0] <= end for other in taken):
            continue
        own = edits_of(document, start, end, words)
        if own:
            taken.append((start, end))
            edits += own
    return sorted(edits)


def edits_of(document: Document, start: int, end: int, words: str) -> list[Edit]:
    """Return the changes, word by word, that write ``words`` for ``document.text[start:end]``; none
    when one would fall on a line end."""
    raw = document.source.raw
    edits = []
    for first, last, text in _differences(document.text[start:end], words):
        span = document.view.raw_span(start + first, start + last)
        if "\n" in text or re.search(r"[\r\n\v\f]|<!--", raw[slice(*span)]):
            return []
        edits.append(Edit(*span, text))
    return edits


def _differences(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Yield what makes ``new`` of ``old``, in whole words and signs: offsets in ``old``, text.
    ``new`` does not end in a blank that ``old`` has not."""
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [0]
    for token in olds:
        starts.append(starts[-1] + len(token))
    matcher = difflib.SequenceMatcher(None, olds, news, autojunk=False)
    changed: tuple[int, int, str] | None = None
    for kind, a, b, c, d in matcher.get_opcodes():
        text = "".join(news[c:d])
        if kind != "equal":
            before = changed or (starts[a], starts[a], "")
            changed = before[0], starts[b], before[2] + text
        elif changed and text == " ":
            changed = changed[0], starts[b], changed[2] + text  # neighbours change together
        elif changed:
            yield changed
            changed = None
    if changed:
        yield changed


def _between(old: str, new: str) -> Iterator[Edit]:
    """The edits that make ``new`` of ``old``, which has the same lines."""
    offset = 0
    for before, after in zip(old.split("\n"), new.split("\n"), strict=True):
        if before != after:
            for start, end, text in _differences(before, after):
                yield Edit(offset + start, offset + end, text)
        offset += len(before) + 1
