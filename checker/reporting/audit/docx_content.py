"""What a report on an audit says: what was audited, and what is proposed."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from itertools import chain, count

from checker.corpus.auditing.audit import Audit
from checker.corpus.expecting import find_expected
from checker.corpus.records import DocumentRecord
from checker.corpus.superior.coverage import COVERED, find_coverage
from checker.phrases.audit_docx import word
from checker.reporting.audit.docx_across import conflicts_of, items_across
from checker.reporting.audit.docx_blocks import Block, Heading, Item, Text
from checker.reporting.audit.docx_naming import count_of, figure, listed
from checker.reporting.audit.docx_results import Results

_MOST_FILES = 10


class Content:
    """The parts of the report, from the title to the closing."""

    def __init__(self, audit: Audit) -> None:
        self.audit, self.results = audit, Results(audit)
        corpus = audit.corpus
        self.plans = [one for _, one in corpus.plans]
        self.superiors = [corpus.documents[doc] for doc in corpus.superiors]
        only_plans = all(one.type == "KH" for one in self.plans if one.type)
        self.what = word("plans" if only_plans else "documents")
        self.count = count_of("plans" if only_plans else "documents", len(self.plans))
        offices = {one.office for one in self.plans if one.office}
        self.offices = word("of-offices", offices=count_of("offices", len(offices)))
        if not offices:
            self.offices = ""

    def title(self) -> str:
        """Return the title (trích yếu)."""
        numbers = [
            f"{one.type_name} số {one.number}"
            for one in self.superiors
            if one.figure and one.type_name
        ]
        if len(numbers) != 1:
            return word("title", what=self.what)
        return word("title-against", what=self.what, superior=numbers[0])

    def opening(self) -> str:
        """Return the paragraph before the first division."""
        told = {"what": self.what, "documents": self.count}
        if len(self.superiors) != 1 or not self.superiors[0].type_name:
            return word("opening", **told)
        return word("opening-against", superior=named_in_full(self.superiors[0]), **told)

    def closing(self) -> str:
        return word("closing", what=self.what)

    def divisions(self) -> Iterator[Block]:
        """Yield the three divisions of the report."""
        yield from numbered(Heading(word("scope")), self._scope())
        results = chain(self.results.items(), items_across(self.results))
        yield from numbered(Heading(word("results")), results)
        yield from numbered(Heading(word("proposals")), self._proposals())

    def _scope(self) -> Iterator[Block]:
        names, corpus = self.results.names, self.audit.corpus
        yield Item(word("scope-what"))
        yield Text(word("scope-all", documents=self.count, of_offices=self.offices))
        provinces = Counter(one.province for one in self.plans if one.province)
        if provinces:
            told = [f"{name} ({count_of('documents', n)})" for name, n in provinces.most_common()]
            yield Text(word("scope-provinces", provinces=listed(told, "provinces", len(told))))
        unread = [doc for doc, one in corpus.plans if one.error]
        illegible = [doc for doc, one in corpus.plans if not one.error and not one.legible]
        for code, docs in (("scope-unread", unread), ("scope-illegible", illegible)):
            if docs:
                yield Text(
                    word(code, count=figure(len(docs)), names=names.listed(docs, _MOST_FILES))
                )
        yield Item(word("scope-bases"))
        yield Text(word("basis-state"))
        if any(one.regime == "party" for one in self.plans):
            yield Text(word("basis-party"))
        for one in self.superiors:
            if one.type_name:
                yield Text(word("basis-superior", superior=named_in_full(one)))
        yield Item(word("scope-how"))
        rules = self.audit.rules.values()
        across = sum(rule.compares for rule in rules)
        yield Text(word("how-alone", rules=figure(len(rules) - across), across=figure(across)))
        yield Text(word("how-levels"))
        yield Text(word("how-machine"))

    def _proposals(self) -> Iterator[Block]:
        results = self.results
        if results.faulty:
            yield Text(word("send-back", names=results.names.listed(results.faulty)), counted=True)
        if results.clusters:
            yield Text(word("correct"), counted=True)
        if conflicts_of(results):
            yield Text(word("agree"), counted=True)
        covers = find_coverage(self.audit.corpus, self.audit.surroundings).covers
        if any(one.state != COVERED for one in chain.from_iterable(covers.values())):
            yield Text(word("complete"), counted=True)
        expected = find_expected(self.audit.corpus, self.audit.surroundings)
        missing = [one.name for one in expected if not one.docs]
        if missing:
            yield Text(word("urge", names=listed(missing, "offices", 30)), counted=True)
        yield Text(word("habit"), counted=True)


def numbered(heading: Heading, blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield a heading and what stands below it, with the items numbered from 1."""
    numbers = count(1)
    yield heading
    for one in blocks:
        if isinstance(one, Item):
            yield Item(f"{next(numbers)}. {one.words}")
        elif isinstance(one, Text) and one.counted:
            yield Text(f"{next(numbers)}. {one.words}")
        else:
            yield one


def named_in_full(one: DocumentRecord) -> str:
    """Return a document as its first mention has it (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục
    II.6.b): type, number, day, issuer and title, those that are known."""
    number = f"số {one.number}" if one.figure else ""
    day = f"ngày {_written(datetime.date.fromisoformat(one.day))}" if one.day else ""
    office = f"của {one.office_name}" if one.office_name else ""
    title = one.title
    if title and not title.lower().startswith(("về ", "v/v ")):
        words = title.split(maxsplit=2)
        plain = len(words) > 1 and words[0][1:].islower() and words[1].islower()
        title = f"về {title[0].lower()}{title[1:]}" if plain else f"về {title}"
    return " ".join(f"{one.type_name} {number} {day} {office} {title}".split())


def _written(day: datetime.date) -> str:
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02} tháng {month} năm {day.year}"
