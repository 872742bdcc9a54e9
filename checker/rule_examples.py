"""A rule's own examples, run: fail must fire at the mark, pass must not, fix must silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.data import parse_yaml
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
    for number, example in enumerate(rule.examples, 1):
        knowing = linter
        if "office" in example:
            knowing = linter.with_office(make_office(parse_yaml(example["office"])))
        if "pass" in example:
            facts, source = _facts(rule, knowing, example["pass"])
            for fact in facts:
                yield Failure(rule.id, number, "example-fires", _shown(source, fact))
            continue
        marked = _unmarked(example["fail"])
        if not marked[1]:
            yield Failure(rule.id, number, "example-unmarked", "")
            continue
        facts, source = _facts(rule, knowing, marked[0])
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


_Placed = tuple[tuple[int, int], Fact]


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


def _facts(rule: Rule, linter: Linter, text: str) -> tuple[list[_Placed], Source]:
    source = read_bytes(text.encode(), rule.id)
    document = parse(source, linter.grammar)
    facts = linter.facts(rule, document)
    return [(document.view.raw_span(fact.start, fact.end), fact) for fact in facts], source


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the marks out of an example; return the text and the spans that they marked."""
    spans: list[tuple[int, int]] = []
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
