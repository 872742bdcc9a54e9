"""What a finding says of its place: the quoted words, and those by which it is known again."""

from __future__ import annotations

from collections.abc import Callable

from checker.document import Document
from checker.finding import NO_QUOTE, Fact, Finding
from checker.linter import Linter
from checker.stamp import Stamp
from tests.conftest import seed, twin


def stamped(linter: Linter, document: Document, rule: str, start: int, end: int) -> Finding:
    (one,) = [known for known in linter.rules if known.id == rule]
    return Stamp(document, "draft", "vi")(one, Fact(start, end))


def test_long_words_are_cut_in_the_middle(linter: Linter, read: Callable[[str], Document]) -> None:
    document = read(seed("nhi-chieu"))
    line = max(document.lines, key=lambda one: len(one.text))
    words = stamped(linter, document, "spelling/syllable", line.start, line.end).quote.words
    first, last = words.split(" … ")
    assert line.text.startswith(first)
    assert line.text.endswith(last)
    assert len(words) < 170


def test_words_around_are_cut_at_blanks(linter: Linter, read: Callable[[str], Document]) -> None:
    document = read(twin("nhi-chieu"))
    start = document.text.index("OCOP")
    before, words, after = stamped(linter, document, "spelling/syllable", start, start + 4).quote
    assert words == "OCOP"
    assert before.startswith("…") and after.endswith("…")
    assert document.text[start - len(before) + 1 : start] == before[1:]


def test_what_is_missing_has_no_quote_and_is_known_by_its_line(
    linter: Linter, read: Callable[[str], Document]
) -> None:
    document = read(twin("nhi-chieu"))
    line = document.lines[20]
    finding = stamped(linter, document, "spelling/syllable", line.start, line.start)
    assert finding.quote == NO_QUOTE
    assert finding.identity == " ".join(line.text.split()).casefold()[:200]


def test_what_is_told_once_of_all_has_no_words(
    linter: Linter, read: Callable[[str], Document]
) -> None:
    document = read(twin("nhi-chieu"))
    rule = next(one.id for one in linter.rules if one.common.once)
    assert stamped(linter, document, rule, 0, 9).identity == ""
