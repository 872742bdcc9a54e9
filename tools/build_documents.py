"""Builds the register of known documents from official legal texts.

    python -m tools.build_documents FOLDER [DATE]

FOLDER holds *.txt.gz, one paragraph a line, documents one after another, no paragraph twice; DATE
(today without) is written at the top. Writes checker/registers/documents.tsv. Only facts leave the
texts: what the heads of documents say of themselves (number, date, title, last article, effect),
what other documents say of them (citations), and which documents they repeal as a whole.

Paragraphs that stood in two documents are in the texts once, so a head may lack its date and a body
some of its headings: what is missing or contradicted stays empty.
"""

from __future__ import annotations

import datetime
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.linter import Linter
from checker.reading import read_bytes
from checker.registers.known_documents import COLUMNS, TABLE, number_key
from tools.documents.citations import Mention, find_dated_laws, find_mentions, title_key
from tools.documents.heads import CLOSING, SELF, Head, Part, read_head, split_parts
from tools.documents.numbers import ASSEMBLY, Number, upright
from tools.documents.order import Order
from tools.documents.repeals import find_repeals

SOURCES = """\
# Facts counted by tools/build_documents.py on official legal texts (UTS_VLC, Apache-2.0; vbpl.vn)
# and published decisions, plans and resolutions, none of whose text is copied but the titles.
"""
LEAST_PARTS = 2  # documents that must agree where a document's own head is not there
LEAST_SHARE = 0.9  # of the paragraphs that tell a date
MOST_RIVALS = 1  # paragraphs that tell another date
SHORTEST_TITLE = 2  # words
LONGEST_TITLE = 160

_SPELLING = ("spelling", "hygiene")

# Documents whose numbers bear no year, so that a number alone names several.
YEARLESS = re.compile(r"(?:QĐ|CT|CĐ)-TTg|NQ-CP|NQ-UBTVQH\d\d|(?:NQ|CT|KL)/TW")

# The Government counts some decrees of the police and the army apart, so that one number names two.
TWICE = re.compile(r"(?:0\d|1[0-2])/202[1-9]/NĐ-CP")


@dataclass
class Facts:
    """What is told of one document, by whom."""

    number: Number
    head: Head | None = None
    until: set[tuple[datetime.date | None, str]] = field(default_factory=set)
    shown: Counter[str] = field(default_factory=Counter)
    dates: defaultdict[datetime.date, set[tuple[int, int]]] = field(
        default_factory=lambda: defaultdict(set)
    )
    titles: defaultdict[str, list[tuple[int, bool, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    most_cited: int = 0
    codes: int = 0  # mentions as a Bộ luật less those as a Luật

    @property
    def own_dates(self) -> frozenset[datetime.date]:
        return self.head.dates if self.head else frozenset()

    @property
    def own_title(self) -> str:
        return self.head.title if self.head else ""


def main(folder: Path, day: datetime.date) -> None:
    paragraphs = [
        upright(line)
        for path in sorted(folder.glob("*.txt.gz"))
        if not path.name.startswith("encyclopedia")
        for line in _lines(path)
    ]
    rows = without_slips(build(paragraphs), Linter.load())
    header = f"{SOURCES}# Built {day.isoformat()}. Columns: {', '.join(COLUMNS)}\n"
    TABLE.write_text(header + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{TABLE.name}: {TABLE.stat().st_size} bytes")


def without_slips(rows: Iterable[tuple[str, ...]], linter: Linter) -> Iterator[tuple[str, ...]]:
    """Yield rows without titles in which a word is misspelt, as some are in official texts too; a
    row of which nothing is left but the number is left out."""
    at = COLUMNS.index("title")
    told = tuple(map(COLUMNS.index, ("date", "until", "replaced by")))
    for row in rows:
        report = linter.check(read_bytes(f"Văn bản {row[at]}.".encode(), row[0]), "issued")
        if any(one.group in _SPELLING and one.level != "info" for one in report.findings):
            row = (*row[:at], "", *row[at + 1 :])
        if row[at] or any(row[column] for column in told):
            yield row


def build(paragraphs: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the rows of the register, sorted by their keys."""
    facts, yearless, parts = gather(paragraphs)
    dated = {key: _date(one) for key, one in facts.items()}
    order = Order((one.number, date) for key, one in facts.items() if (date := dated[key][0]))
    for key, one in facts.items():
        date = dated[key][0]
        if date and order.contradicts(one.number, date):
            dated[key] = None, ""
        elif not date and not one.own_dates and len(one.dates) == 1:
            date = next(iter(one.dates))
            if order.fits(one.number, date):
                dated[key] = date, "L"
    for part in parts:
        head = facts[part.number.identity].head if part.number else None
        if part.number and head:
            sound = head.effect and order.follows(part.number, head.effect)
            for number, until in find_repeals(part.main, head.effect if sound else None):
                if number.identity != part.number.identity:
                    _facts(facts, number).until.add((until, part.number.shown))
    once = ((key, one) for key, one in facts.items() if not TWICE.fullmatch(one.number.shown))
    rows = [row for key, one in once if (row := _row(one, *dated.get(key, (None, ""))))]
    rows += [row for (_, date), one in yearless.items() if (row := _yearless_row(one, date))]
    return sorted(rows)


def gather(
    paragraphs: Sequence[str],
) -> tuple[dict[str, Facts], dict[tuple[str, datetime.date], Facts], list[Part]]:
    """Return what the texts tell: by key, by key and date where numbers bear no year, and the
    documents that they are divided into."""
    facts: dict[str, Facts] = {}
    yearless: dict[tuple[str, datetime.date], Facts] = {}
    laws: defaultdict[str, Counter[tuple[datetime.date, int, int]]] = defaultdict(Counter)
    parts = list(split_parts(paragraphs))
    closing: set[int] = set()
    for part in parts:
        if part.number:
            own = Counter(match[1] for line in part.main for match in SELF.finditer(line))
            part.kind = own.most_common(1)[0][0] if own else part.kind
            part.number = part.number.of_kind(part.kind if part.kind in ASSEMBLY else "")
            one = _facts(facts, part.number)
            if one.head is None and (head := read_head(part, part.number, closing)):
                one.head = head
                if head.until:
                    one.until.add((head.until, ""))
        closing.update(int(found[1]) for line in part.body if (found := CLOSING.match(line)))
    line = 0
    for part in parts:
        for text in (*part.head, *part.body):
            line += 1
            for mention in find_mentions(text):
                _count(mention, (part.index, line), facts, yearless)
            for name, date in find_dated_laws(text):
                laws[title_key(name)][date, part.index, line] += 1
    for one in facts.values():
        if one.own_title and one.number.type in ASSEMBLY:
            for date, *where in laws[title_key(one.own_title)]:
                if date.year == one.number.year:
                    one.dates[date].add((where[0], where[1]))
    return facts, yearless, parts


def _facts(facts: dict[str, Facts], number: Number) -> Facts:
    one = facts.setdefault(number.identity, Facts(number))
    one.shown[number.shown] += 1
    return one


def _count(
    mention: Mention,
    where: tuple[int, int],
    facts: dict[str, Facts],
    found: dict[tuple[str, datetime.date], Facts],
) -> None:
    number, date = mention.number, mention.date
    if number.year:
        one = _facts(facts, number)
        one.codes += (mention.type == "Bộ luật") - (mention.type == "Luật")
        if date and date.year == number.year:
            one.dates[date].add(where)
    elif date and YEARLESS.fullmatch(number.suffix):
        one = found.setdefault((number.key, date), Facts(number))
        one.shown[number.shown] += 1
        one.dates[date].add(where)
    else:
        return
    one.most_cited = max(one.most_cited, mention.article)
    if len(mention.title.split()) >= SHORTEST_TITLE:
        key = title_key(mention.title)
        one.titles[key].append((where[0], mention.whole, mention.title))


def _date(facts: Facts) -> tuple[datetime.date | None, str]:
    """The date on which the evidence agrees, and how sure it is: H, M, or empty."""
    own = next(iter(facts.own_dates)) if len(facts.own_dates) == 1 else None
    ranked = sorted(facts.dates.items(), key=lambda item: -len(item[1]))
    if not ranked:
        return (own, "M") if own else (None, "")
    best, told = ranked[0]
    others = sum(len(places) for _, places in ranked[1:])
    if own == best and len(told) > others:
        return own, "H"
    agreed = len(told) >= LEAST_SHARE * (len(told) + others) and others <= MOST_RIVALS
    if agreed and len({part for part, _ in told}) >= LEAST_PARTS and (not own or len(told) > 2):
        return best, "M"
    return None, ""


def _title(facts: Facts) -> str:
    """The document's own title, as most write it, or the one by which several others, or the
    grounds of one, cite it."""
    ranked = sorted(
        facts.titles.items(),
        key=lambda item: (-len({part for part, _, _ in item[1]}), -len(item[1]), len(item[0])),
    )
    if facts.own_title:
        places = facts.titles.get(title_key(facts.own_title), [])
        written = Counter(title for *_, title in places)
        written[facts.own_title] += 1
        return written.most_common(1)[0][0]
    for _, places in ranked[:1]:
        if len({part for part, _, _ in places}) >= LEAST_PARTS:
            return Counter(title for *_, title in places).most_common(1)[0][0]
    for _, places in ranked:
        if whole := [title for _, whole, title in places if whole]:
            return whole[0]
    return ""


def _type(facts: Facts, title: str) -> str:
    is_code = title.startswith("Bộ luật ") or (not title and facts.codes > 0)
    return "Bộ luật" if facts.number.type == "Luật" and is_code else facts.number.type


def _row(facts: Facts, date: datetime.date | None, sure: str) -> tuple[str, ...] | None:
    title = _title(facts)
    if not facts.number.type or not (date or facts.number.year):
        return None
    if not date and not (facts.head and title) and not facts.until:
        return None
    return _told(facts, date, title, sure or "M")


def _yearless_row(facts: Facts, date: datetime.date) -> tuple[str, ...] | None:
    if len({part for part, _ in facts.dates[date]}) < LEAST_PARTS:
        return None
    return _told(facts, date, _title(facts), "M")


def _told(facts: Facts, date: datetime.date | None, title: str, sure: str) -> tuple[str, ...]:
    articles = facts.head.articles if facts.head else 0
    if facts.most_cited > articles:
        articles = 0
    until, by = "", ""
    days = {day for day, _ in facts.until if day}
    day = next(iter(days)) if len(days) == 1 else None
    if day and (not date or date < day):
        until = day.isoformat()
    names = {by for _, by in facts.until if by}
    if len(names) == 1 and len(days) <= 1:
        by = next(iter(names))
    number = facts.shown.most_common(1)[0][0]
    source = "citations"
    if sure == "L":
        source = "one citation"
    elif date in facts.own_dates or (not date and facts.head):
        source = "head, citations" if sure == "H" else "head"
    return (
        number_key(number),
        number,
        _type(facts, title),
        date.isoformat() if date else "",
        facts.number.issuer,
        _cut(title),
        str(articles) if articles else "",
        until,
        by,
        source,
        sure,
    )


def _cut(title: str) -> str:
    if len(title) <= LONGEST_TITLE:
        return title
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield line.strip()


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        datetime.date.fromisoformat(sys.argv[2]) if sys.argv[2:] else datetime.date.today(),
    )
