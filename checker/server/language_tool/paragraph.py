"""A paragraph that comes without its document: only rules that need no more of it are asked.

It is read as a paragraph of the body, of which nothing tells whether it is a heading, a cell of a
table or a line of a list of recipients: where a rule leaves such lines alone, short ones are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from checker.document import Document
from checker.finding import Finding
from checker.linter import Linter
from checker.parsing import parse
from checker.reading.source import PhysicalLine, Source
from checker.rule import Rule
from checker.spelling.syllables import is_syllable

# Of the words of a paragraph in Vietnamese, those with a diacritic; measured on the five seeds: in
# junk OCR less than 0.3 of any paragraph, in good text 0.25 only in lines of four words.
_LEAST_VIETNAMESE = 0.3
_MOST_OF_A_CELL = 5  # words
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Told:
    """A finding with its place in the paragraph, as offsets; the span is never empty."""

    start: int
    end: int
    finding: Finding
    rule: Rule


def paragraph_linter(linter: Linter) -> Linter:
    """Return a linter with those rules of ``linter`` that need no document; of what is told once in
    a document each place is told."""
    rules = [
        replace(rule, common=replace(rule.common, once=False))
        for rule in linter.rules
        if rule.local
    ]
    return linter.with_rules(rules, linter.names, guesses=linter.guesses)


def check_paragraph(text: str, linter: Linter, stage: str) -> list[Told]:
    """Return what is found in a paragraph, in order; ``linter`` is a paragraph linter. A text of
    several paragraphs is taken for one after the other."""
    lines = tuple(PhysicalLine(*match.span()) for match in _LINE.finditer(text))
    source = Source("", "text", text, lines, paragraphs=True)
    document = parse(source, linter.grammar)
    if not _is_vietnamese(text):
        document = replace(document, legible=False)
    rules = {rule.id: rule for rule in linter.rules}
    told = [
        Told(*_place(one, document), one, rules[one.rule])
        for one in linter.check_parsed(document, stage).findings
    ]
    return [one for one in told if not _may_be_no_prose(one, document)]


def _is_vietnamese(text: str) -> bool:
    words = _WORD.findall(text)
    marked = sum(not word.isascii() and is_syllable(word) for word in words)
    return marked >= _LEAST_VIETNAMESE * len(words)


def _place(finding: Finding, document: Document) -> tuple[int, int]:
    """The place of a finding; where something is missing, that of the character before it."""
    start, end = document.view.raw_span(finding.start, finding.end)
    if start < end:
        return start, end
    return max(0, start - 1), max(1, start)


def _may_be_no_prose(told: Told, document: Document) -> bool:
    leaves_alone = getattr(told.rule.check, "not_in", ())
    if "CELL" not in leaves_alone:
        return False
    words = _WORD.finditer(document.line_at(told.finding.start).text)
    return next(islice(words, _MOST_OF_A_CELL, None), None) is None
