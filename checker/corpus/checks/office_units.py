"""``check: office-units``: two names for one unit in documents of one office and year.

As ``unit-rivals`` in one document; told is a document in which only the rarer name stands (one with
both is told of by that rule), of two equally common names the later document. A name that begins
with the other is a shortened one and no rival.

Keys
    stems        beginnings of names of which an office has only one ("trung tâm dịch vụ"); those
                 that cannot be together are divided by ``|``
    names        whole names that cannot be together, divided by ``|``
    except       words that make it another unit all the same ("việc làm")
    localities   level words of the own place for which this holds
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.checks._same_office import by_office
from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import SentenceRecord, UnitRecord
from checker.text.words import sound

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_OF_ANOTHER = r"\s*\(?(?:tỉnh|[Tt]hành phố|TP|huyện|quận|[Tt]rung ương|TW)\b"
# The mentions, where an office has several names of them in a year.
_WHERE = """
    ({0}) AND doc IN (
        SELECT doc FROM documents WHERE office <> '' AND (office, year) IN (
            SELECT (d.office, d.year) FROM units u JOIN documents d USING (doc) WHERE {0}
            GROUP BY d.office, d.year HAVING count(DISTINCT u.name) > 1))
"""
_Mentions = dict[str, dict[int, UnitRecord]]  # of each name the first in each document


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("standard", "count", "other")

    stems: tuple[str, ...]
    localities: tuple[str, ...]
    names: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()

    def compare(self, corpus: Corpus, surroundings: Surroundings) -> Iterator[CorpusFact]:
        offices = {
            key: docs
            for key, docs in by_office(corpus).items()
            if corpus.documents[docs[0]].level in self.localities
        }
        office_of = {doc: key for key, docs in offices.items() for doc in docs}
        agencies = surroundings.unit_names.agencies
        groups: list[_Mentions] = []
        for where, values in self._kinds():
            found: dict[object, _Mentions] = defaultdict(lambda: defaultdict(dict))
            for doc, unit in corpus.rows(UnitRecord, _WHERE.format(where), values * 2):
                agency = agencies.of(unit.name)
                if doc in office_of and not self._is_other(unit) and not (agency and agency.until):
                    found[office_of[doc]][unit.name].setdefault(doc, unit)
            groups += (mentions for mentions in found.values() if len(mentions) > 1)
        others = _of_others(corpus, groups)
        for mentions in groups:
            yield from _rivals(corpus, _without(mentions, others), surroundings)

    def _kinds(self) -> Iterator[tuple[str, list[str]]]:
        """Yield SQL conditions, with their values, each for the names of one unit."""
        for several in self.stems:
            stems = [_sounds(one) for one in several.split("|")]
            yield " OR ".join(["starts_with(name, ? || ' ')"] * len(stems)), stems
        for several in self.names:
            names = [_sounds(one) for one in several.split("|")]
            yield " OR ".join(["name = ?"] * len(names)), names

    def _is_other(self, unit: UnitRecord) -> bool:
        return any(_sounds(words) in unit.name for words in self.except_)


def _rivals(corpus: Corpus, own: _Mentions, surroundings: Surroundings) -> Iterator[CorpusFact]:
    agencies = surroundings.unit_names.agencies

    def rank(name: str) -> tuple[bool, int, int, str]:
        agency = agencies.of(name)
        official = bool(agency and (agency.own or (agency.level == "commune" and agency.sure)))
        return official, len(own[name]), -_earliest(corpus, own[name]), name

    standard = max(own, key=rank, default="")
    for name in sorted(own):
        if name.startswith(standard) or standard.startswith(name):
            continue
        for doc, unit in own[name].items():
            if doc in own[standard]:
                continue
            first, model = next(iter(own[standard].items()))
            values = {
                "standard": model.words,
                "count": str(len(own[standard])),
                "other": corpus.documents[first].name,
            }
            yield CorpusFact(At(doc, unit), values, (At(first, model),), (model.words,))


def _of_others(corpus: Corpus, groups: Sequence[_Mentions]) -> set[tuple[int, str]]:
    """The documents and words of mentions that the word for another level follows ("Phòng Kinh tế
    huyện")."""
    said: dict[int, set[str]] = defaultdict(set)
    for mentions in groups:
        for named in mentions.values():
            for doc, unit in named.items():
                said[doc].add(unit.words)
    where = "doc IN (SELECT unnest(?::BIGINT[]))"
    return {
        (doc, words)
        for doc, sentence in corpus.rows(SentenceRecord, where, [sorted(said)])
        for words in said[doc]
        if words in sentence.words and re.search(re.escape(words) + _OF_ANOTHER, sentence.words)
    }


def _without(mentions: _Mentions, others: set[tuple[int, str]]) -> _Mentions:
    kept = {
        name: {doc: unit for doc, unit in named.items() if (doc, unit.words) not in others}
        for name, named in mentions.items()
    }
    return {name: named for name, named in kept.items() if named}


def _earliest(corpus: Corpus, named: dict[int, UnitRecord]) -> int:
    """The day of the first document, as a number, of undated ones the last of all."""
    return min(int((corpus.documents[doc].day or "9999-99-99").replace("-", "")) for doc in named)


def _sounds(words: str) -> str:
    return " ".join(sound(word) for word in words.split())
