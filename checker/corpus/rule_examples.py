"""The examples of a rule that compares documents, run: each mark must be told, nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from checker.corpus.comparing import Surroundings
from checker.corpus.extracting import facts_of
from checker.corpus.finding import CorpusFact
from checker.corpus.records import Facts
from checker.corpus.store import Corpus
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from checker.rule import Rule
from checker.rule_examples import Failure, unmarked

# A document's name with line and column where what is told begins and ends; of what is told of an
# office without a document its name.
_Told = tuple[str, int, int, int, int] | str


def compare_examples(rule: Rule, linter: Linter) -> Iterator[Failure]:
    """Run the examples of one rule; ``linter`` gives grammar and registers."""
    for number, example in enumerate(rule.examples, 1):
        wanted: set[_Told] = set()
        documents = example.get("fail") or example["pass"]
        corpus = Corpus.of(
            [_facts(name, text, linter, wanted) for name, text in sorted(documents.items())],
            [_facts("against", example["against"], linter, wanted)] if "against" in example else (),
        )
        offices = [unmarked(text) for text in example.get("expect", ())]
        wanted |= {text for text, marks in offices if marks}
        near = surroundings(linter, example, tuple(text for text, _ in offices))
        found = {_told(fact, corpus): fact for fact in rule.check.compare(corpus, near)}
        if "fail" in example and not wanted:
            yield Failure(rule.id, number, "example-unmarked", "")
        for missed in sorted(wanted - found.keys(), key=str):
            told = ", ".join(map(str, found)) or "–"
            yield Failure(rule.id, number, "example-silent", f"{missed} ({told})")
        code = "example-elsewhere" if "fail" in example else "example-fires"
        for other in sorted(found.keys() - wanted, key=str):
            yield Failure(rule.id, number, code, f"{other} “{found[other].at.spot.words}”")


def surroundings(
    linter: Linter, example: Mapping[str, Any] | None = None, expected: tuple[str, ...] = ()
) -> Surroundings:
    """Return what comparisons may use besides documents, with the ``due`` day of an example."""
    due = (example or {}).get("due")
    return Surroundings(
        linter.registers.issuers,
        linter.registers.documents,
        linter.registers.unit_names,
        linter.registers.gazetteer,
        expected,
        datetime.date.fromisoformat(str(due)) if due else None,
    )


def _facts(name: str, text: str, linter: Linter, wanted: set[_Told]) -> Facts:
    plain, marks = unmarked(text)
    source = read_bytes(plain.encode(), name)
    wanted |= {(name, *source.position(start), *source.position(end)) for start, end in marks}
    return facts_of(parse(source, linter.grammar), linter.grammar)


def _told(fact: CorpusFact, corpus: Corpus) -> _Told:
    doc, spot = fact.at
    if doc < 0:
        return spot.words
    return corpus.documents[doc].path, spot.line, spot.column, spot.end_line, spot.end_column
