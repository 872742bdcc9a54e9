"""The citations of many documents, what is told in the same words made one: CitationRecord → Row.

Only what can be compared is looked at: a document with number, full date and an issuer that is one
in the country (``who`` empty), in its province, or in the province of the citing document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.citations.citation import Cited
from checker.citations.number import DocumentNumber
from checker.corpus.cited.citations import Row
from checker.corpus.finding import At
from checker.corpus.records import CitationRecord

if TYPE_CHECKING:
    import duckdb

    from checker.corpus.store import Corpus

# A number as in citations.without_marks, of the table ``c``.
KEY = (
    "lower(replace(replace(concat_ws('-', ltrim(c.figure, '0'),"
    " CASE WHEN c.number_year > 0 THEN c.number_year::VARCHAR END,"
    " nullif(c.code, ''), nullif(c.number_issuer, '')), '/', '-'), '&', ''))"
)
WIDE = r"regexp_matches(c.who, '\|(tinh|thanh pho) ')"
CITED = f"""
    SELECT c.*, {KEY} AS key,
        CASE WHEN c.who = '' OR {WIDE} THEN '' ELSE d.province END AS province,
        d.province AS citing
    FROM citations c JOIN documents d USING (doc)
    WHERE c.numbered AND c.figure <> '' AND NOT c.own AND c.who_known
        AND c.year > 0 AND c.month > 0 AND c.date > 0 AND c.number_year IN (0, c.year)
        AND (c.who = '' OR regexp_matches(c.who, '^([^a-z| ]+|so [^|]+)\\|'))
        AND (c.who = '' OR {WIDE} OR d.province <> '')
"""


class Told(NamedTuple):
    """A citation: the document that it stands in and its place among the citations of that."""

    doc: int
    seq: int


class Variant(NamedTuple):
    """What is said in the same words in several places; the row stands for all of them, it has no
    place of its own."""

    row: Row
    told: tuple[Told, ...]


class CitedNumber(NamedTuple):
    """All that is said of a number; ``who`` is as in ``Row``, ``province`` empty but for issuers
    below it."""

    key: str
    who: str
    province: str
    variants: tuple[Variant, ...]


def told_apart(corpus: Corpus) -> Iterator[CitedNumber]:
    """Yield the numbers of which several things are said."""
    yield from _numbers(corpus, "province", "key, who, place", "true")


def issuers_apart(corpus: Corpus) -> Iterator[CitedNumber]:
    """Yield the numbers that documents of one province give to several issuers above the communes,
    with one date."""
    where = f"{WIDE} AND c.citing <> '' AND len(c.subject) > 0"
    for number in _numbers(corpus, "citing", "key, place, year, month, date", where):
        if len({one.row.who for one in number.variants}) > 1:
            yield number


def codes_apart(corpus: Corpus) -> Iterator[CitedNumber]:
    """Yield the numbers of one figure, issuer and date, with titles, that have the codes of several
    types."""
    same = "split_part(key, '-', 1), lower(number_issuer), who, place, year, month, date"
    where = "c.code <> '' AND c.number_year = 0 AND len(c.subject) > 0 AND NOT c.amended"
    differ = "min(upper(code)) OVER same <> max(upper(code)) OVER same"
    yield from _numbers(corpus, "province", same, where, differ)


def spots_of(corpus: Corpus, told: Iterable[Told]) -> dict[Told, At]:
    """Return where citations stand."""
    wanted = sorted(set(told))
    found = corpus.rows(
        CitationRecord,
        "(doc, seq) IN (SELECT (unnest(?::BIGINT[]), unnest(?::BIGINT[])))",
        [[one.doc for one in wanted], [one.seq for one in wanted]],
    )
    return {one: At(doc, record) for one, (doc, record) in zip(wanted, found, strict=True)}


def _numbers(
    corpus: Corpus, place: str, same: str, where: str, differ: str = "count(*) OVER same > 1"
) -> Iterator[CitedNumber]:
    """Yield what is said in several ways of one number; ``same`` are the columns that tell what
    is one number, of the place in the column ``place``."""
    cursor = corpus.connection.cursor().execute(
        f"""
        WITH cited AS ({CITED}),
        variants AS (
            SELECT key, who, {place} AS place, type, min(name) AS name, min(figure) AS figure,
                min(marks) AS marks, number_year, code, number_issuer, year, month, date, issuer,
                min(title) AS title, amended, subject,
                list(doc ORDER BY doc, seq) AS docs, list(seq ORDER BY doc, seq) AS seqs
            FROM cited c WHERE {where} GROUP BY ALL
        )
        SELECT concat_ws('|', {same}) AS one, variants.* FROM variants
        WINDOW same AS (PARTITION BY {same}) QUALIFY {differ}
        ORDER BY one, docs[1], seqs[1], subject
        """
    )
    for _, rows in groupby(_rows(cursor), lambda row: row[0]):
        found = list(rows)
        variants = tuple(_variant(index, row[2:]) for index, row in enumerate(found))
        yield CitedNumber(found[0][1], found[0][2], found[0][3], variants)


def _rows(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while some := cursor.fetchmany(1000):
        yield from some


def _variant(index: int, fields: tuple[Any, ...]) -> Variant:
    who, _, type_, name, figure, marks, number_year, code, number_issuer, *rest = fields
    year, month, date, issuer, title, amended, subject, docs, seqs = rest
    number = DocumentNumber(figure, number_year, code, number_issuer, marks)
    said = Cited((), type_, name, number, (year, month, date), issuer, title)
    row = Row("", index, 0, "", said, False, amended, False, who, tuple(subject), None)
    return Variant(row, tuple(map(Told, docs, seqs)))
