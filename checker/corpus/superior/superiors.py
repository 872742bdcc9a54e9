"""Which superior's plan a plan carries out, and where it cites it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from checker.corpus.expecting import PLANS
from checker.corpus.records import (
    TOP,
    CitationRecord,
    DocumentRecord,
    PartRecord,
    SentenceRecord,
    Spot,
)
from checker.corpus.superior.coverage_terms import PlanWords
from checker.office import split_place
from checker.registers.places import PROVINCE, name_key
from checker.text.dates import figures
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

_SAME_SUBJECT = 0.4  # of the terms of the shorter title
_LEVELS = ("tinh ", "thanh pho ", "xa ", "phuong ", "dac khu ", "thi tran ")
_SAME_TITLE = 0.5  # … for a document to be cited by its title


def find_superiors(corpus: Corpus) -> Mapping[int, tuple[int, ...]]:
    """Return for each plan the superiors' plans that it has to carry out: of the same province, as
    far as both are known, and about the same matter; none for plans that cannot be read. Where the
    province of a plan is not known, and superiors of several have one on its matter, it has to
    carry out those that it cites. Documents that are no plans are not in it."""
    return corpus.keep("superiors", lambda: _find_superiors(corpus))


def find_citing(corpus: Corpus) -> Mapping[tuple[int, int], Spot]:
    """Return where plans cite the superiors' plans, by the indexes of both."""
    return corpus.keep("citing", lambda: _find_citing(corpus))


def is_plan(about: DocumentRecord) -> bool:
    """Whether a document is a plan, or may be one, as its text cannot be read; a report, a letter
    or an appendix in a file of its own is none."""
    if about.type:
        return about.type in PLANS
    return not about.legible or "ke hoach" in fold(about.title).lower()


def part_of(corpus: Corpus, doc: int, part: str) -> Spot:
    """Return where a part of a document stands, or should."""
    return corpus.keep(f"where {part}", lambda: _where(corpus, part)).get(doc, TOP)


def after_opening(corpus: Corpus) -> Mapping[int, Spot]:
    """Return the empty places after the openings of the documents that have one."""
    return corpus.keep("after opening", lambda: dict(_after_opening(corpus)))


def _where(corpus: Corpus, part: str) -> dict[int, Spot]:
    return dict(corpus.rows(PartRecord, "part = ?", [part]))


def _after_opening(corpus: Corpus) -> Iterator[tuple[int, Spot]]:
    for doc, one in corpus.rows(SentenceRecord, "zone = 'opening'"):
        yield doc, end_of(one)


def end_of(spot: Spot) -> Spot:
    """Return the empty place after words."""
    return Spot(spot.end_line, spot.end_column, spot.end_line, spot.end_column, "", "")


def shown_day(day: str) -> str:
    """Return a day (ISO) as it is written in plans: "05/3/2026"."""
    return figures(datetime.date.fromisoformat(day))


def predates(corpus: Corpus, doc: int, superior: int) -> bool:
    """Whether a plan was made before the superior's, and so without it."""
    own, above = corpus.documents[doc].day, corpus.documents[superior].day
    return bool(own) and own < above and (doc, superior) not in find_citing(corpus)


def province_of(about: DocumentRecord) -> str:
    """Return what identifies the province of a document by name; empty where it is unknown."""
    own = about.locality if about.level in PROVINCE else ""
    return name_key(split_place(about.province or own)[1])


def _find_superiors(corpus: Corpus) -> dict[int, tuple[int, ...]]:
    words = PlanWords.load()
    subjects = {doc: _subject(corpus.documents[doc], words) for doc in corpus.superiors}
    citing = find_citing(corpus)
    opened = {
        doc: words.terms(". ".join(one.words for one in sentences))
        for doc, sentences in _openings(corpus)
        if not _subject(corpus.documents[doc], words)
    }
    found = {}
    for doc, about in corpus.plans:
        if not is_plan(about):
            continue
        said = _subject(about, words) or opened.get(doc, frozenset())
        above = tuple(
            one
            for one in corpus.superiors
            if about.legible
            and _is_below(about, corpus.documents[one])
            and ((doc, one) in citing or _shared(said, subjects[one]) >= _SAME_SUBJECT)
        )
        provinces = {province_of(corpus.documents[one]) for one in above}
        if len(provinces) > 1 and not province_of(about):
            above = tuple(one for one in above if (doc, one) in citing)
        found[doc] = above
    return found


def _is_below(one: DocumentRecord, above: DocumentRecord) -> bool:
    """Whether a plan can be one under another: of the same province and for the same year, as far
    as these are known, and not itself of an office of that level."""
    first, second = province_of(one), province_of(above)
    if first and second and first != second:
        return False
    years, theirs = _years(one.title), _years(above.title)
    if years and theirs and not years & theirs:
        return False
    return not (one.level and one.level in PROVINCE and above.level in PROVINCE)


def _subject(about: DocumentRecord, words: PlanWords) -> frozenset[str]:
    """The terms of a title without those of places; none of a title that has too few to tell."""
    places = (split_place(about.province)[1], split_place(about.locality)[1])
    named = frozenset().union(*map(words.terms, places))
    terms = words.terms(about.title) - named
    return terms if len(terms) > 1 else frozenset()


def _shared(said: frozenset[str], title: frozenset[str]) -> float:
    """The share of a title's terms that are said; all where there is nothing to compare."""
    return len(title & said) / min(len(title), len(said)) if said and title else 1.0


def _openings(corpus: Corpus) -> Iterator[tuple[int, list[SentenceRecord]]]:
    """Yield the documents with the sentences before their first division, and the title."""
    rows = corpus.rows(SentenceRecord, "zone IN ('title', 'opening')")
    for doc, sentences in groupby(rows, key=lambda row: row[0]):
        yield doc, [one for _, one in sentences]


def _find_citing(corpus: Corpus) -> dict[tuple[int, int], Spot]:
    words = PlanWords.load()
    found: dict[tuple[int, int], Spot] = {}
    for superior in corpus.superiors:
        about = corpus.documents[superior]
        title = words.terms(about.title)
        for doc, cited in _of_its_type(corpus, about):
            if (doc, superior) not in found and _is_cited(about, title, cited, words):
                found[doc, superior] = cited
    for doc, sentences in _openings(corpus):
        for superior in corpus.superiors:
            about = corpus.documents[superior]
            for one in sentences:
                if (doc, superior) not in found and _is_named(about, one, words):
                    found[doc, superior] = one
    return found


def _of_its_type(corpus: Corpus, about: DocumentRecord) -> Iterator[tuple[int, CitationRecord]]:
    """The citations that can be of a document: with its number, or without one."""
    return corpus.rows(
        CitationRecord,
        "CASE WHEN numbered AND ? <> '' THEN ltrim(figure, '0') = ?"
        " ELSE lower(type) IN ('', lower(?)) END",
        [about.figure, about.figure.lstrip("0"), about.type_name],
    )


def _is_cited(
    about: DocumentRecord, title: frozenset[str], cited: CitationRecord, words: PlanWords
) -> bool:
    if not _same_issuer(about, cited) or (about.year and cited.year not in (0, about.year)):
        return False
    if about.figure and cited.numbered:
        same = fold(cited.number_issuer).upper() == fold(about.issuer_code).upper()
        return same and fold(cited.code).upper() == fold(about.type).upper()
    day = (cited.year, cited.month, cited.date)
    if about.day and all(day) and about.day != "{:04}-{:02}-{:02}".format(*day):
        return False
    return bool(title) and len(title & words.terms(cited.title)) >= _SAME_TITLE * len(title)


def _same_issuer(about: DocumentRecord, cited: CitationRecord) -> bool:
    """Whether the issuer that is cited can be that of a document."""
    if not (cited.who_known and cited.who):
        return True
    body, _, place = cited.who.partition("|")
    own_body = about.office.partition("|")[0]
    own_place = province_of(about)
    if own_body and cited.issuer and body.upper() != own_body.upper() and body.isupper():
        return False
    known = bool(own_place) and place.startswith(_LEVELS)
    return not known or place.endswith(own_place)


def _is_named(about: DocumentRecord, one: SentenceRecord, words: PlanWords) -> bool:
    """Whether a sentence names the document by type, issuer and title, without a number."""
    issuer = fold(about.office_name).lower().partition(" thanh pho ")[0].partition(" tinh ")[0]
    kind = fold(about.type_name).lower()
    if one.zone == "title" or not (issuer and kind):
        return False
    named = rf"\b{re.escape(kind)}(?! so\b)[^,;.\d]{{0,60}}? cua {re.escape(issuer)}\b"
    if not re.search(named, fold(one.words).lower()):
        return False
    title = words.terms(about.title)
    return bool(title) and len(title & words.terms(one.words)) >= _SAME_TITLE * len(title)


def _years(title: str) -> set[int]:
    """The years that a title is about: "năm 2026", "giai đoạn 2026 - 2030"."""
    found = {int(year) for year in re.findall(r"\b20\d\d\b", title)}
    for first, last in re.findall(r"\b(20\d\d)\s*[-–]\s*(20\d\d)\b", title):
        found |= set(range(int(first), int(last) + 1))
    return found
