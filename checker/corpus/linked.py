"""Documents of a corpus that name each other: a report and its plan, a plan and its appendix."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.records import CitationRecord, DocumentRecord, SentenceRecord, TaskRecord
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

_MARKS = re.compile(r"[-/\s]+")
_WHERE = (
    "figure <> '' AND NOT own AND upper(ltrim(figure, '0') || '-' || code || '-' || number_issuer)"
    " IN (SELECT unnest(?::VARCHAR[]))"
)
_ATTACHED = re.compile(r"\bkem theo\b")
_REPORTED = re.compile(r"\b(?:ket qua|so ket|tong ket|tinh hinh)\b.*\bthuc hien\b|\bbao cao\b")
_CHANGED = re.compile(r"\b(?:sua doi|bo sung|dieu chinh|thay the|bai bo|huy bo)\b")
_TOP = 12  # lines from the top in which an appendix tells what it belongs to


class Link(NamedTuple):
    """``doc`` names the document ``other``, at ``at``. ``kind`` is ``report`` (on carrying out the
    other), ``appendix`` (of the other), or ``plan`` (a plan of the same office that carries it
    out)."""

    kind: str
    doc: int
    other: int
    at: CitationRecord


def links_of(corpus: Corpus) -> Sequence[Link]:
    """Return the links between the documents to compare, each pair once, in their order; documents
    that change another are not among them, as they are to differ."""
    return corpus.keep("linked-documents", lambda: tuple(_find_links(corpus)))


def _find_links(corpus: Corpus) -> Iterator[Link]:
    headers = _Headers(corpus)
    above = frozenset(corpus.superiors)
    named: dict[tuple[int, int], CitationRecord] = {}
    for doc, one in corpus.rows(CitationRecord, _WHERE, [headers.numbers]):
        meant = [] if doc in above else headers.meant(one, doc)
        if len(meant) == 1:
            named.setdefault((doc, meant[0]), one)
    said = _sentences(corpus, named)
    for (doc, other), one in sorted(named.items(), key=lambda pair: pair[0]):
        kind = _kind(
            corpus.documents[doc], corpus.documents[other], one, said.get((doc, other), "")
        )
        if kind:
            yield Link(kind, doc, other, one)


class _Headers:
    """The documents to compare by their number with the body and place, or the day."""

    def __init__(self, corpus: Corpus) -> None:
        self._documents = corpus.documents
        self._by_office: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_day: dict[tuple[str, str], list[int]] = defaultdict(list)
        numbers = set()
        for doc, about in corpus.plans:
            if about.figure and about.legible:
                key = _key(about.number, about.figure)
                numbers.add(key)
                self._by_day[key, about.day].append(doc)
                if about.office:
                    self._by_office[key, about.office.rpartition("|")[0]].append(doc)
        self.numbers = sorted(numbers)

    def meant(self, one: CitationRecord, citing: int) -> list[int]:
        """Return the documents that a citation may mean."""
        about = self._documents[citing]
        key = "-".join((one.figure.lstrip("0"), one.code, one.number_issuer)).upper()
        day = f"{one.year:04}-{one.month:02}-{one.date:02}" if one.date and one.month else ""
        who = one.who or about.office.rpartition("|")[0]
        found = self._by_office.get((key, who), []) if who else []
        if day and not found:
            same_day = self._by_day.get((key, day), [])
            found = [doc for doc in same_day if not (who and self._documents[doc].office)]
        return [
            doc for doc in found if doc != citing and _agrees(one, day, self._documents[doc], about)
        ]


def _key(number: str, figure: str) -> str:
    tail = number[number.find(figure) + len(figure) :]
    return "-".join((figure.lstrip("0"), *_MARKS.split(tail.strip("-/ ")))).upper()


def _agrees(one: CitationRecord, day: str, other: DocumentRecord, citing: DocumentRecord) -> bool:
    """Whether the date, as far as it is told, is that of ``other``, and this is of the province of
    the citing document."""
    if (day and other.day and day != other.day) or (one.year and one.year != other.year):
        return False
    provinces = {citing.province, other.province} - {""}
    return len(provinces) < 2


def _sentences(
    corpus: Corpus, named: Mapping[tuple[int, int], CitationRecord]
) -> dict[tuple[int, int], str]:
    """The sentence in which each citation begins, folded and small."""
    docs = sorted({doc for doc, _ in named})
    wanted: dict[int, list[tuple[tuple[int, int], CitationRecord]]] = defaultdict(list)
    for pair, one in named.items():
        wanted[pair[0]].append((pair, one))
    found: dict[tuple[int, int], str] = {}
    for doc, said in corpus.rows(SentenceRecord, "doc IN (SELECT unnest(?::BIGINT[]))", [docs]):
        for pair, one in wanted[doc]:
            start, end = (said.line, said.column), (said.end_line, said.end_column)
            if start <= (one.line, one.column) < end:
                found[pair] = fold(said.words).lower()
    return found


def _kind(citing: DocumentRecord, other: DocumentRecord, one: CitationRecord, sentence: str) -> str:
    title = fold(citing.title).lower()
    if one.amended or _CHANGED.search(title):
        return ""
    if one.line <= _TOP and _ATTACHED.search(sentence):
        return "appendix"
    if citing.type == "BC" or _REPORTED.search(title):
        return "report" if _is_subject(one, title, sentence) else ""
    return "plan" if citing.office and citing.office == other.office else ""


def _is_subject(one: CitationRecord, title: str, sentence: str) -> bool:
    """Whether a report is on the document cited: its title, or the sentence at its beginning, says
    so."""
    named = one.figure in title and one.code.lower() in title
    return named or (one.line <= 2 * _TOP and bool(re.search(r"\bthuc hien\b", sentence)))


def tasks_of(corpus: Corpus, links: Iterable[Link]) -> Mapping[int, Sequence[TaskRecord]]:
    """Return the tasks, written with labels or in a table, of the documents of links."""
    docs = sorted({doc for link in links for doc in (link.doc, link.other)})
    found: dict[int, list[TaskRecord]] = defaultdict(list)
    where = "form IN ('fields', 'table') AND doc IN (SELECT unnest(?::BIGINT[]))"
    for doc, task in corpus.rows(TaskRecord, where, [docs]):
        found[doc].append(task)
    return found
