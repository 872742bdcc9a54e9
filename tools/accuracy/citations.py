"""Measures how citations are read, and what the rules on them say of sound official texts.

    python -m tools.accuracy.citations --corpus FOLDER [--number 3000]

FOLDER holds legal-paragraphs.txt.gz, one paragraph a line. Numbers are found by a rough pattern of
its own and drawn by their CRC-32 from those that checker/registers/documents.* knows; type, date,
issuer and title (of a law its name) must be what the register knows, and may be missing only where
the words around the number do not tell them. On the paragraphs drawn, the errors that the rules of
rules/citation report are counted. What is not as it should be is printed with its key, to be read:
the keys of places where the official text itself slips stand in read-citations.txt (CRC-32 of the
paragraph and offset, no words) and count as right.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from checker.citations.citation import Citation
from checker.citations.reader import CitationReader
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from checker.registers.issuers import Issuers
from checker.registers.known_documents import KnownDocument, KnownDocuments
from checker.text.folding import fold
from tools.build_counts import paragraphs

READ = Path(__file__).with_name("read-citations.txt")
SOURCE = "legal-paragraphs"
FACTS = ("type", "date", "issuer", "title")
_AROUND = 50

_CODES = "NĐ|TTLT|TT|NQLT|NQ|QĐ|CT|PL"
NUMBER = re.compile(
    r"(?<![\w./-])\d{1,4}(?:\.\d{1,2})?[a-z]?(?:"
    rf" ?/ ?\d{{4}} ?/ ?(?:(?:QH|UBTVQH) ?\d\d?|(?:{_CODES})(?: ?[-/] ?(?:TTg|[A-ZĐ][A-ZĐ&]*))+)"
    r"| ?/ ?(?:NQ|QĐ|CT) ?- ?(?:CP|TTg)| ?- ?(?:NQ|KL|CT|QĐ) ?/ ?TW)(?!\d)"
)
_ENGLISH = re.compile(r"\bNo\.? ?$")
_OWN = re.compile(r"[\W\d]*(?:(?:\w+ ){0,3}số ?:|số)\W*", re.IGNORECASE)
_DATE = re.compile(
    r" ?,? ?\(?(?:ký |ban hành )?ngày ?"
    r"\d{1,2}(?: ?[/-] ?| tháng )\d{1,2}(?: ?[/-] ?| năm )\d{4}"
)
_ISSUER = re.compile(
    r",? của (?=Quốc hội|Chính phủ|Thủ tướng|Bộ |Ủy ban Thường vụ|Ngân hàng|Tổng|Thống đốc)"
)
_MARKS = re.compile(r"[^\w\s]")
_OTHER = re.compile(r"\b(?:so|luat|dieu|khoan)\b")  # before the title of another document
_TITLE_REACH = 500
_LEAD = len("ve viec ban hanh ")  # words with which a citation may begin a title


class Place(NamedTuple):
    """A number in a paragraph, as the rough pattern finds it, with the documents it may be of."""

    text: str
    start: int
    end: int
    known: tuple[KnownDocument, ...]

    @property
    def number(self) -> str:
        return "".join(self.text[self.start : self.end].split())

    @property
    def key(self) -> str:
        return key_of(self.text, self.start)

    @property
    def around(self) -> str:
        before = self.text[max(0, self.start - _AROUND) : self.start]
        after = self.text[self.end : self.end + _AROUND]
        return f"{before}«{self.text[self.start : self.end]}»{after}"


@dataclass
class Measured:
    """``told`` and ``right`` count facts by name; ``doubts`` are lines to be read."""

    numbers: int = 0
    whole: int = 0
    sound: int = 0
    told: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    doubts: list[str] = field(default_factory=list)


@dataclass
class Errors:
    """``true`` are those that read-citations.txt has."""

    paragraphs: int = 0
    citations: int = 0
    true: int = 0
    false: list[str] = field(default_factory=list)


def key_of(text: str, start: int) -> str:
    """How read-citations.txt names a place."""
    return f"{zlib.crc32(text.encode('utf-8')):08x}:{start}"


@cache
def read_slips() -> frozenset[str]:
    """The places that were read, where the official text itself slips."""
    lines = READ.read_text(encoding="utf-8").splitlines()
    return frozenset(key for line in lines if line[:1] != "#" for key in line.split())


def places(texts: Iterable[str], documents: KnownDocuments) -> Iterator[Place]:
    """Yield the numbers of known documents that ``texts`` cite; a document's own number, and what
    is written in English, is no citation."""
    for text in dict.fromkeys(texts):
        for match in NUMBER.finditer(text) if "/" in text else ():
            before = text[: match.start()]
            if _ENGLISH.search(before) or _OWN.fullmatch(before) or before.isupper():
                continue
            number = "".join(match[0].split())
            if known := documents.find(number):
                yield Place(text, match.start(), match.end(), known)


def drawn(found: Iterable[Place], number: int) -> list[Place]:
    """Return ``number`` places, the same whatever their order, those of one paragraph together."""
    chosen = sorted(found, key=lambda one: (zlib.crc32(one.key.encode()), one.key))[:number]
    return sorted(chosen, key=lambda one: (one.text, one.start))


def measure(chosen: Sequence[Place], reader: CitationReader, issuers: Issuers) -> Measured:
    """Read the paragraphs and compare what is read with what is known."""
    measured = Measured(len(chosen))
    for text, group in groupby(chosen, key=lambda one: one.text):
        cited = {one.number_words.start: one for one in reader.read(text) if one.number}
        for place in group:
            one = cited.get(place.start)
            if one is None or str(one.number) != place.number:
                read = one.number if one else "none"
                measured.doubts.append(f"{place.key} number {read}: {place.around}")
                continue
            measured.whole += 1
            facts = list(judged(place, one, issuers))
            if place.key in read_slips():
                facts = [(fact, True) for fact, _ in facts]
            measured.told.update(fact for fact, _ in facts)
            measured.right.update(fact for fact, is_right in facts if is_right)
            wrong = [fact for fact, is_right in facts if not is_right]
            measured.sound += not wrong
            measured.doubts += [f"{place.key} {fact} {one.value}: {place.around}" for fact in wrong]
    return measured


def judged(place: Place, one: Citation, issuers: Issuers) -> Iterator[tuple[str, bool]]:
    """Yield the facts that are told of the number, or read, and whether they are read right."""
    types = {known.type for known in place.known}
    if one.type or _tells_type(place, types):
        yield "type", one.type in types
    dated = _DATE.match(place.text, place.end)
    dates = {known.date for known in place.known if known.date}
    if dates and (dated or one.date):
        yield "date", one.date is not None and one.date.value in dates
    said = {code_of(known.issuer, issuers) for known in place.known} - {""}
    told = _ISSUER.match(place.text, dated.end() if dated else place.end)
    if said and (told or one.issuer):
        yield "issuer", code_of(one.issuer.text, issuers) in said
    titles = {_plain(known.title) for known in place.known if known.title[-1:] not in ("", "…")}
    before = _plain(place.text[: place.start]).removesuffix(" so")
    after = _plain(place.text[place.end : place.end + _TITLE_REACH])
    for title in titles:
        if before.endswith(title):  # of a law
            yield "title", _plain(f"{one.type} {one.name.text}") == title
        elif (at := after.find(title)) >= 0 and not _OTHER.search(after[:at]):
            yield "title", title in _plain(one.title.text)[: len(title) + _LEAD]


def _tells_type(place: Place, types: Iterable[str]) -> bool:
    before = re.split(r"[\d;:]", place.text[max(0, place.start - 2 * _AROUND) : place.start])[-1]
    return any(one.lower() in before.lower() for one in types)


def _plain(text: str) -> str:
    """Words folded and small, without marks."""
    return " ".join(_MARKS.sub(" ", fold(text).lower()).split())


def code_of(who: str, issuers: Issuers) -> str:
    """Return the code of an issuer's name, empty for one that is not known."""
    said = issuers.said(fold(who).lower())
    return said[0].code if said else ""


def count_errors(texts: Sequence[str], linter: Linter) -> Errors:
    """Run the rules on citations that report errors on paragraphs, each a document of its own."""
    rules = [
        rule for rule in linter.rules if rule.group == "citation" and rule.level("draft") == "error"
    ]
    errors = Errors(len(texts))
    for text in texts:
        document = parse(read_bytes(text.encode(), "paragraph.txt"), linter.grammar)
        errors.citations += len(document.citations)
        for rule in rules:
            for fact in linter.facts(rule, document):
                key = key_of(text, fact.start)
                before = document.text[max(0, fact.start - _AROUND) : fact.start]
                after = document.text[fact.end : fact.end + _AROUND]
                shown = f"{before}«{document.text[fact.start : fact.end]}»{after}"
                if key in read_slips():
                    errors.true += 1
                else:
                    errors.false.append(f"{key} {rule.id} {shown}")
    return errors


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--number", type=int, default=3000)
    options = parser.parse_args()
    linter = Linter.load()
    texts = (text for source, text in paragraphs(options.corpus) if source == SOURCE)
    chosen = drawn(places(texts, linter.registers.documents), options.number)
    measured = measure(chosen, linter.grammar.citations, linter.registers.issuers)
    print(f"numbers      {measured.numbers:5}")
    print(f"read whole   {measured.whole:5}  {measured.whole / max(1, measured.numbers):.4f}")
    for fact in FACTS:
        told, right = measured.told[fact], measured.right[fact]
        print(f"{fact:<8} {right:5} of {told:5}  {right / max(1, told):.4f}")
    print(f"all right    {measured.sound:5}  {measured.sound / max(1, measured.whole):.4f}")
    errors = count_errors(list(dict.fromkeys(place.text for place in chosen)), linter)
    print(
        f"errors reported on {errors.citations} citations in {errors.paragraphs} paragraphs: "
        f"{errors.true} slips of the texts, {len(errors.false)} false"
    )
    print(*measured.doubts, *errors.false, sep="\n")


if __name__ == "__main__":
    main()
