"""``check: cited-header``: a document is cited otherwise than its own header, which is at hand, has
it.

Keys
    part    date     another date
            title    a title of other words
            type     another type that has the code of the number, too
            number   another figure, or the code of another type, with the right issuer, date and
                     title
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from checker.citations.number import DocumentNumber
from checker.corpus.checks._number_series import NEW_COMMUNES, whole_number
from checker.corpus.checks._types_cited import types_with
from checker.corpus.cited.citations import title_words
from checker.corpus.cited.documents import agree, are_same
from checker.corpus.cited.headers import CitedHeader, cited_headers
from checker.corpus.cited.records import CITED, Told, spots_of
from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import PartRecord
from checker.decoding import one_of

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_JOINED = f"""
    WITH headers AS (
        SELECT unnest($1::VARCHAR[]) AS key, unnest($2::VARCHAR[]) AS who,
            unnest($3::VARCHAR[]) AS province, unnest($4::VARCHAR[]) AS day
    ),
    cited AS (
        SELECT c.*, printf('%04d-%02d-%02d', c.year, c.month, c.date) AS day FROM ({CITED}) c
    )
"""
_LEAST_WORDS = 4  # of titles that are compared


class _Miss(NamedTuple):
    """A citation, the header that is meant, and what is said instead."""

    told: Told
    header: CitedHeader
    said: str


@dataclass(frozen=True)
class Check:
    """Where the folder has several documents that may be meant, nothing is told."""

    VALUES: ClassVar[tuple[str, ...]] = ("head", "said", "right", "other")

    part: str

    def __post_init__(self) -> None:
        one_of("part", self.part, _PARTS)

    def compare(self, corpus: Corpus, surroundings: Surroundings) -> Iterator[CorpusFact]:
        by_name: dict[tuple[str, ...], list[CitedHeader]] = defaultdict(list)
        for one in cited_headers(corpus):
            by_name[one.key, one.who, one.province, one.day].append(one)
        if by_name:
            columns = [list(column) for column in zip(*by_name, strict=True)]
            find = _PARTS[self.part]
            misses = list(find(self, corpus, surroundings, by_name, columns))
            yield from self._facts(misses, corpus)

    def date(
        self, corpus: Corpus, _near: Surroundings, by_name: _Headers, columns: list[list[str]]
    ) -> Iterator[_Miss]:
        found = corpus.query(
            _JOINED + "SELECT c.doc, c.seq, c.key, c.who, c.province, c.day, c.subject,"
            " list(h.day ORDER BY h.day) FROM cited c JOIN headers h USING (key, who, province)"
            " GROUP BY ALL HAVING NOT bool_or(h.day = c.day) ORDER BY c.doc, c.seq",
            columns,
        )
        for doc, seq, key, who, province, day, subject, days in found:
            near = [
                header
                for other in days
                for header in by_name[key, who, province, other]
                if _may_be_meant(header, day, subject, corpus)
            ]
            own = any(header.doc == doc for header in near)
            if not own and len({header.day for header in near}) == 1:
                yield _Miss(Told(doc, seq), near[0], _written(day))

    def title(
        self, corpus: Corpus, _near: Surroundings, by_name: _Headers, columns: list[list[str]]
    ) -> Iterator[_Miss]:
        found = corpus.query(
            _JOINED + "SELECT c.key, c.who, c.province, c.day, c.subject, min(c.title),"
            " list(c.doc ORDER BY c.doc, c.seq), list(c.seq ORDER BY c.doc, c.seq)"
            " FROM cited c JOIN headers h USING (key, who, province, day)"
            f" WHERE len(c.subject) >= {_LEAST_WORDS} AND NOT c.amended GROUP BY ALL ORDER BY ALL",
            columns,
        )
        for *name, subject, title, docs, seqs in found:
            headers = by_name[tuple(name)]
            titles = [title_words(corpus.documents[one.doc].title) for one in headers]
            if any(len(words) < _LEAST_WORDS or agree(words, subject) for words in titles):
                continue
            for told in map(Told, docs, seqs):
                if all(one.doc != told.doc for one in headers):
                    yield _Miss(told, headers[0], title)

    def type(
        self, corpus: Corpus, near: Surroundings, by_name: _Headers, columns: list[list[str]]
    ) -> Iterator[_Miss]:
        found = corpus.query(
            _JOINED + "SELECT c.key, c.who, c.province, c.day, c.type, c.code, c.number_issuer,"
            " list(c.doc ORDER BY c.doc, c.seq), list(c.seq ORDER BY c.doc, c.seq)"
            " FROM cited c JOIN headers h USING (key, who, province, day)"
            " WHERE c.type <> '' GROUP BY ALL ORDER BY ALL",
            columns,
        )
        for *name, type_, code, issuer, docs, seqs in found:
            headers = by_name[tuple(name)]
            types = {corpus.documents[one.doc].type_name for one in headers}
            if type_ in types:
                continue
            fit = types_with(DocumentNumber("", 0, code, issuer, ""), near.issuers)
            if type_ in fit and types <= set(fit):
                for told in map(Told, docs, seqs):
                    yield _Miss(told, headers[0], type_)

    def number(
        self, corpus: Corpus, _near: Surroundings, by_name: _Headers, columns: list[list[str]]
    ) -> Iterator[_Miss]:
        found = corpus.query(
            _JOINED
            + "SELECT c.doc, c.seq, c.key, c.who, c.province, c.day, c.subject, c.figure, c.code,"
            " c.number_issuer, c.marks, list(h.key ORDER BY h.key)"
            " FROM cited c JOIN headers h USING (who, province, day)"
            f" WHERE len(c.subject) >= {_LEAST_WORDS} AND NOT c.amended GROUP BY ALL"
            " HAVING NOT bool_or(h.key = c.key) ORDER BY c.doc, c.seq",
            columns,
        )
        for doc, seq, key, who, province, day, subject, *number, keys in found:
            near = [
                header
                for other in keys
                if _may_be_slip(other, key)
                for header in by_name[other, who, province, day]
                if are_same(title_words(corpus.documents[header.doc].title), subject)
            ]
            if len({header.key for header in near}) == 1 and near[0].doc != doc:
                yield _Miss(Told(doc, seq), near[0], _number(*number))

    def _facts(self, misses: Sequence[_Miss], corpus: Corpus) -> Iterator[CorpusFact]:
        spots = spots_of(corpus, (one.told for one in misses))
        where = "part = ? AND doc IN (SELECT unnest(?::BIGINT[]))"
        part = "day" if self.part == "date" else self.part
        docs = sorted({one.header.doc for one in misses})
        headers = dict(corpus.rows(PartRecord, where, [part, docs]))
        for told, header, said in misses:
            about = corpus.documents[header.doc]
            right = {
                "date": _written(header.day),
                "title": " ".join(about.title.split()),
                "type": about.type_name,
                "number": whole_number(corpus, header.doc),
            }
            values = {"head": about.name, "said": said, "right": right[self.part]}
            related = At(header.doc, headers[header.doc])
            yield CorpusFact(spots[told], {**values, "other": about.path}, (related,))


_Headers = dict[tuple[str, ...], list[CitedHeader]]
_PARTS: dict[str, Any] = {
    "date": Check.date,
    "title": Check.title,
    "type": Check.type,
    "number": Check.number,
}


def _may_be_meant(header: CitedHeader, day: str, subject: Sequence[str], corpus: Corpus) -> bool:
    """Whether another date is surely that of this document: of its year, or of its day and month
    with its title."""
    if header.day[:4] == day[:4]:
        return day[:4] != NEW_COMMUNES[:4] or (day < NEW_COMMUNES) == (header.day < NEW_COMMUNES)
    title = title_words(corpus.documents[header.doc].title)
    return header.day[4:] == day[4:] and are_same(title, subject)


def _may_be_slip(key: str, other: str) -> bool:
    """Whether of two numbers only the figures, or only the codes of the types, differ."""
    (figure, *code), (figure_other, *other_code) = key.split("-"), other.split("-")
    return code == other_code or (figure == figure_other and code[1:] == other_code[1:])


def _number(figure: str, code: str, issuer: str, marks: str) -> str:
    return str(DocumentNumber(figure, 0, code, issuer, marks))


def _written(day: str) -> str:
    year, month, date = day.split("-")
    return f"{date}/{int(month)}/{year}"
