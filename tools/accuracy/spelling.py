"""Measures the speller: errors put into texts, and false alarms on the texts as they are.

    python -m tools.accuracy.spelling [--corpus FOLDER] [--number 1000] [--seed 1]
        [--figure FILE] [--alarms FILE] [--outside NAME=COMMAND ...]

The texts are the repaired twins and, with ``--corpus``, the paragraphs that tools/build_counts.py
held out. One error is put into a paragraph at a time. A mark on a text as it is is an alarm; it is
false unless read-marks.txt has it, which lists the marks that were read and are defects of those
texts (CRC-32 of the paragraph and offset, no words). ``--figure`` draws recall against false
alarms; ``--alarms`` writes what was found in the texts as they are, and
``--misses`` the errors that were not found, to be read. ``--outside`` also
measures another program that reads a file of paragraphs, one a line, and prints
``line:column word suggestion, suggestion …`` (columns in characters from 1) for each word it
doubts; ``{file}`` in the command stands for the file.
"""

from __future__ import annotations

import argparse
import random
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from checker.spelling import real_words
from checker.spelling.counting import is_vietnamese
from checker.spelling.speller import Speller
from checker.spelling.syllables import canonical, is_syllable
from checker.spelling.tokens import Token, prose_of
from tools.accuracy.figure import curve_figure
from tools.accuracy.slips import slipped, slips
from tools.accuracy.spellers import CERTAIN, Checker, Mark, outside_checker, own_checker
from tools.build_counts import is_held_out, paragraphs

READ_MARKS = Path(__file__).with_name("read-marks.txt")
TWINS = Path(__file__).resolve().parent.parent.parent / "fixtures" / "twins"
_LEAST_WORDS = 8
THRESHOLDS = [real_words.LEAST_GUESS + step / 2 for step in range(25)]


@dataclass(frozen=True)
class Paragraph:
    source: str
    text: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Error:
    """A wrong word put for a right one into a paragraph at ``start``; ``exists`` tells whether the
    wrong one is a syllable that could be."""

    kind: str
    source: str
    text: str
    start: int
    wrong: str
    right: str
    exists: bool


@dataclass
class Score:
    number: int = 0
    found: int = 0
    first: int = 0

    @property
    def recall(self) -> float:
        return self.found / max(1, self.number)

    @property
    def top(self) -> float:
        return self.first / max(1, self.found)


@dataclass
class Measured:
    """Marks on clean paragraphs, and for each error the mark that hits it, if any."""

    name: str
    clean: list[tuple[Paragraph, Mark]] = field(default_factory=list)
    hits: list[tuple[Error, Mark | None]] = field(default_factory=list)

    def score(self, least: float, fits: Callable[[Error], bool] = bool) -> Score:
        score = Score()
        for error, mark in self.hits:
            if not fits(error):
                continue
            score.number += 1
            if mark and mark.gain >= least:
                score.found += 1
                first = mark.suggestions[:1]
                score.first += any(error.right in map(canonical, one.split()) for one in first)
        return score

    def alarms(self, least: float) -> list[tuple[Paragraph, Mark]]:
        """The marks on clean paragraphs that are no known defects of theirs."""
        return [
            (paragraph, mark)
            for paragraph, mark in self.clean
            if mark.gain >= least and key_of(paragraph, mark) not in read_marks()
        ]


def key_of(paragraph: Paragraph, mark: Mark) -> str:
    """How read-marks.txt names a mark."""
    return f"{zlib.crc32(paragraph.text.encode('utf-8')):08x}:{mark.start}"


@cache
def read_marks() -> frozenset[str]:
    """The marks that were read and found to be right."""
    lines = READ_MARKS.read_text(encoding="utf-8").splitlines()
    return frozenset(key for line in lines if line[:1] != "#" for key in line.split())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--number", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--figure", type=Path)
    parser.add_argument("--alarms", type=Path)
    parser.add_argument("--misses", type=Path)
    parser.add_argument("--outside", action="append", default=[], metavar="NAME=COMMAND")
    options = parser.parse_args()
    texts = list(load_texts(options.corpus))
    errors = list(make_errors(texts, options.number, random.Random(options.seed)))
    own = measure("soat", own_checker(Speller.load()), texts, errors)
    print_own(own, texts)
    rows = [own]
    for outside in options.outside:
        name, _, command = outside.partition("=")
        rows.append(measure(name, outside_checker(command), texts, errors))
    print_comparison(rows, texts)
    points = list(curve(own, texts))
    for threshold, alarms, recall in points:
        print(
            f"gain {threshold:4.1f}: {alarms:.3f} false alarms per 1,000 words, recall {recall:.3f}"
        )
    if options.figure:
        chosen = next(one[1:] for one in points if one[0] == real_words.LEAST_GAIN)
        others = [
            (row.name, _rate(len(row.alarms(CERTAIN)), texts), row.score(CERTAIN).recall)
            for row in rows[1:]
        ]
        drawn = [one[1:] for one in points]
        options.figure.write_text(curve_figure(drawn, chosen, others), encoding="utf-8")
    if options.misses:
        options.misses.write_text("\n".join(missed(own)) + "\n", encoding="utf-8")
    if options.alarms:
        options.alarms.write_text("\n".join(told(own)) + "\n", encoding="utf-8")


def load_texts(corpus: Path | None) -> Iterator[Paragraph]:
    """Yield the paragraphs of the twins, and those held out of a corpus, that are Vietnamese."""
    for path in sorted(TWINS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield Paragraph("twins", line, tuple(prose_of(line).tokens))
    for source, text in paragraphs(corpus) if corpus else ():
        if is_held_out(text):
            tokens = tuple(prose_of(text).tokens)
            if is_vietnamese(tokens):
                yield Paragraph(source.split("-")[0], text, tokens)


def make_errors(texts: Sequence[Paragraph], number: int, chance: random.Random) -> Iterator[Error]:
    """Yield ``number`` errors of all kinds in turn, from each source alike."""
    long = [text for text in texts if len(text.tokens) > _LEAST_WORDS]
    by_source = [
        [text for text in long if text.source == source]
        for source in dict.fromkeys(text.source for text in long)
    ]
    kinds = list(slips().items())
    made = 0
    while made < number:
        kind, slip = kinds[made % len(kinds)]
        paragraph = chance.choice(chance.choice(by_source))
        words = [t for t in paragraph.tokens if t.text.islower() and is_syllable(t.text)]
        if not words:
            continue
        token = chance.choice(words)
        wrong = slipped(token.form, slip, chance)
        if wrong:
            made += 1
            text = paragraph.text[: token.start] + wrong + paragraph.text[token.end :]
            yield Error(
                kind, paragraph.source, text, token.start, wrong, token.form, is_syllable(wrong)
            )


def measure(
    name: str, check: Checker, texts: Sequence[Paragraph], errors: Sequence[Error]
) -> Measured:
    measured = Measured(name)
    for paragraph, marks in zip(texts, check([text.text for text in texts]), strict=True):
        measured.clean += [(paragraph, mark) for mark in marks]
    for error, marks in zip(errors, check([error.text for error in errors]), strict=True):
        end = error.start + len(error.wrong)
        hits = [mark for mark in marks if mark.start < end and mark.end > error.start]
        measured.hits.append((error, max(hits, key=lambda mark: mark.gain, default=None)))
    return measured


def print_own(own: Measured, texts: Sequence[Paragraph]) -> None:
    least = real_words.LEAST_GAIN
    kinds = list(dict.fromkeys(error.kind for error, _ in own.hits))
    sources = list(dict.fromkeys(text.source for text in texts))
    print(f"{'kind':<20} number  found  recall  first suggestion right")
    for kind in kinds:
        _print_score(kind, own.score(least, lambda error, kind=kind: error.kind == kind))
    for source in sources:
        _print_score(f"in {source}", own.score(least, lambda e, s=source: e.source == s))
    _print_score("real words", own.score(least, lambda error: error.exists))
    _print_score("all", own.score(least))
    for source in sources:
        words = sum(len(text.tokens) for text in texts if text.source == source)
        alarms = [mark for paragraph, mark in own.alarms(least) if paragraph.source == source]
        rate = 1000 * len(alarms) / max(1, words)
        print(f"false in {source:<16} {len(alarms):4} in {words:6} words  {rate:.3f} per 1,000")


def _print_score(name: str, score: Score) -> None:
    print(f"{name:<20} {score.number:6}  {score.found:5}  {score.recall:6.3f}  {score.top:.3f}")


def print_comparison(rows: Iterable[Measured], texts: Sequence[Paragraph]) -> None:
    print("program          recall  of real words  first right  false alarms per 1,000 words")
    for row in rows:
        least = real_words.LEAST_GAIN
        score, real = row.score(least), row.score(least, lambda error: error.exists)
        rate = _rate(len(row.alarms(least)), texts)
        figures = f"{real.recall:13.3f}  {score.top:11.3f}  {rate:.3f}"
        print(f"{row.name:<16} {score.recall:6.3f}  {figures}")


def curve(own: Measured, texts: Sequence[Paragraph]) -> Iterator[tuple[float, float, float]]:
    """Yield threshold, alarms per 1,000 words and recall."""
    for threshold in THRESHOLDS:
        rate = _rate(len(own.alarms(threshold)), texts)
        yield threshold, rate, own.score(threshold).recall


def _rate(alarms: int, texts: Sequence[Paragraph]) -> float:
    return 1000 * alarms / max(1, sum(len(text.tokens) for text in texts))


def told(own: Measured) -> Iterator[str]:
    """Yield a line for each alarm on the texts as they are, the strongest first."""
    for paragraph, mark in sorted(own.clean, key=lambda one: -one[1].gain):
        text = paragraph.text
        around = (
            f"{text[max(0, mark.start - 40) : mark.start]}«{text[mark.start : mark.end]}»"
            f"{text[mark.end : mark.end + 30]}"
        )
        known = "real" if key_of(paragraph, mark) in read_marks() else "?"
        source, key = paragraph.source, key_of(paragraph, mark)
        yield f"{mark.gain:.1f} {known} {key} {source} {mark.suggestions} {around}"


def missed(own: Measured) -> Iterator[str]:
    """Yield a line for each error that was not found."""
    for error, mark in own.hits:
        if mark is None or mark.gain < real_words.LEAST_GAIN:
            gain = f"{mark.gain:.1f}" if mark else "-"
            text, end = error.text, error.start + len(error.wrong)
            before = text[max(0, error.start - 40) : error.start]
            around = f"{before}«{error.wrong}»{text[end : end + 30]}"
            yield f"{gain} {error.kind} {error.source} {error.right}: {around}"


if __name__ == "__main__":
    main()
