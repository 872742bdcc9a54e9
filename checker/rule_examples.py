"""A rule's own examples, run: fail must fire at the mark, pass must not, fix must silence.

An example with ``layout`` is set so: the marked words of a fail, the whole text of a pass. What
such a rule finds at several places is one fact; all its places must be marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.data import parse_yaml
from checker.example_layout import Span, read_layout
from checker.finding import Fact
from checker.linter import Linter
from checker.office import make_office
from checker.parsing import parse
from checker.reading import Source, read_bytes
from checker.ruleset import Rule

OPEN, CLOSE = "«", "»"


@dataclass(frozen=True)
class Failure:
    """An example that does not hold: ``code`` names the phrase that says how."""

    rule: str
    number: int
    code: str
    detail: str


def run_examples(rule: Rule, linter: Linter) -> Iterator[Failure]:
    """Run the examples of one rule; ``linter`` must hold the rule."""
    if rule.compares:
        from checker.corpus.rule_examples import compare_examples

        yield from compare_examples(rule, linter)
        return
    for number, example in enumerate(rule.examples, 1):
        knowing = linter
        if "office" in example:
            knowing = linter.with_office(make_office(parse_yaml(example["office"])))
        if "pass" in example:
            facts, source = _facts(rule, knowing, example["pass"], example)
            for fact in facts:
                yield Failure(rule.id, number, "example-fires", _shown(source, fact))
            continue
        marked = unmarked(example["fail"])
        if not marked[1]:
            yield Failure(rule.id, number, "example-unmarked", "")
            continue
        facts, source = _facts(rule, knowing, marked[0], example, marked[1])
        spans = [fact[0] for fact in facts]
        for wanted in marked[1]:
            if wanted not in spans:
                found = ", ".join(_shown(source, fact) for fact in facts) or "–"
                yield Failure(rule.id, number, "example-silent", found)
        for fact in facts:
            if fact[0] not in marked[1]:
                yield Failure(rule.id, number, "example-elsewhere", _shown(source, fact))
        if "fix" in example:
            yield from _fix(rule, knowing, number, example["fix"], marked[0], facts)


_Placed = tuple[Span, Fact]


def _fix(
    rule: Rule,
    linter: Linter,
    number: int,
    fix: str,
    text: str,
    facts: list[_Placed],
) -> Iterator[Failure]:
    remaining, source = _facts(rule, linter, fix)
    for placed in remaining:
        yield Failure(rule.id, number, "example-unfixed", _shown(source, placed))
    for (start, end), fact in sorted(facts, key=lambda placed: placed[0], reverse=True):
        if fact.suggestions:
            text = text[:start] + fact.suggestions[0] + text[end:]
    if text != fix and any(fact.suggestions for _, fact in facts):
        yield Failure(rule.id, number, "example-suggestion", text.strip().splitlines()[-1])


def _facts(
    rule: Rule,
    linter: Linter,
    text: str,
    example: Mapping[str, Any] | None = None,
    marked: list[Span] | None = None,
) -> tuple[list[_Placed], Source]:
    source = read_bytes(text.encode(), rule.id)
    with_layout = example is not None and "layout" in example
    if example and with_layout:
        layout = read_layout(example["layout"])
        spans = [(0, len(source.raw))] if marked is None else marked
        source = layout.over(source, spans)
    document = parse(source, linter.grammar)
    found: list[_Placed] = []
    for fact in linter.facts(rule, document):
        places = ((fact.start, fact.end), *(fact.related if with_layout else ()))
        spans = [fact.raw] if fact.raw else [document.view.raw_span(*place) for place in places]
        found += [(span, fact) for span in spans]
    return found, source


def unmarked(text: str) -> tuple[str, list[Span]]:
    """Take the marks out of an example; return the text and the spans that they marked."""
    spans: list[Span] = []
    plain = ""
    start = 0
    for char in text:
        if char == OPEN:
            start = len(plain)
        elif char == CLOSE:
            spans.append((start, len(plain)))
        else:
            plain += char
    return plain, spans


def _shown(source: Source, placed: _Placed) -> str:
    (start, end), _ = placed
    line, column = source.position(start)
    return f"{line}:{column} “{source.raw[start:end]}”"
