"""``check: known-document``: a citation against what the register knows of its document.

Keys
    fault       date        another date
                issuer      another of the bodies that share one series of numbers
                title       the title of something else
                superseded  no more in force on the document's day; the first mention only
                article     an article that a law does not have
    confidence  how sure the register has to be (H, M, L)
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._known import (
    Known,
    first_day,
    known_citations,
    known_laws,
    likeness,
    may_be_titled,
    title_words,
)
from checker.checks._values import values_of
from checker.citations.citation import LAWS, Citation
from checker.context import Context, Registers
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.registers.issuers import Issuers
from checker.registers.known_documents import CONFIDENCES, KnownDocument, number_key
from checker.text.dates import Date, figures
from checker.text.folding import fold

_SHOWN = 150  # characters of a title in a message
_OTHER_TITLE = 0.3  # share of common words up to which a title is that of something else
_OTHER_LAW = 0.5
_LEAST_WORDS = 3
_MORE = 6  # words that a title may have before the place where the register cuts it
_NEAR = 160
_SETTLED = 2  # years after which a document surely is in force that replaces another
# How titles begin that are no words about a provision or of the sentence itself.
_TITLE = re.compile(
    r"(?:ve |quy dinh (?!tai|cua|trong|nay)|phe duyet |ban hanh (?!kem)|huong dan |"
    r"sua doi, bo sung )"
)
# What no title has: words of the sentence in which the document is cited.
_SENTENCE = re.compile(r"\b(?:nay|can cu)\b|\b(?:het|co|con) hieu luc\b|\bke tu\b|\bnhu sau\b")
_REST = re.compile(r"(?: viet nam| dang)?(?: cong san viet nam)?(?:,? khoa \w+)?\W*")
_AMENDING = re.compile(r"\bsua doi\b|\bbo sung\b|\bbai bo\b")
_ATTACHED = re.compile(r"\bkem theo\b")
_CLAUSE_END = re.compile(r"[;\n]|\.(?=\s|$)")
_MARKER = re.compile(r"[\s(]*(?:[-+*]|\w{1,4}(?:\.\d{1,2}){0,3}[.)])?\s*")
# The end of a document, and what is past, is told with the documents of its time.
_PAST = re.compile(
    r"\b(?:thay the|bai bo|het hieu luc|cham dut|sua doi|so ket|tong ket|ket qua|da ban hanh|"
    r"da duoc|truoc day|truoc ngay|chuyen tiep|nam thuc hien|hop nhat|dinh chinh)\b"
)


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("head", "known", "said", "state", "articles")

    fault: str
    confidence: tuple[str, ...] = ("H", "M")

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)
        for sure in self.confidence:
            one_of("confidence", sure, CONFIDENCES)

    @property
    def local(self) -> bool:
        return self.fault != "superseded"

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        registers = context.registers
        known = context.keep("known-document", lambda: known_citations(document, registers))
        if self.fault == "article":
            known = [*known, *known_laws(document, registers)]
        sure = [one for one in known if one.document.confidence in self.confidence]
        yield from _FAULTS[self.fault](self, sure, document, registers)

    def date(
        self, known: Sequence[Known], document: Document, registers: Registers
    ) -> Iterator[Fact]:
        usual = _usual_dates(document)
        for one, right, dated in known:
            day = one.date.value if one.date else None
            if dated or not one.date or not day or not right.date or not one.number:
                continue
            if one.number.year and day.year != one.number.year:
                continue  # the number itself tells that the date is wrong
            if _is_told_twice(day, usual[one.number.key]) or _is_of_other(one, right, registers):
                continue
            written = _like(one.date, right.date) if may_be_titled(one, right) else ""
            values = self._values(one, known=figures(right.date))
            yield Fact(one.date.start, one.date.end, values, (written,) if written else ())

    def issuer(
        self, known: Sequence[Known], _document: Document, registers: Registers
    ) -> Iterator[Fact]:
        for one, right, dated in known:
            said, wanted = (
                _body(who, registers.issuers) for who in (one.issuer.text, right.issuer)
            )
            if dated and said and wanted and said != wanted:
                values = self._values(one, known=right.issuer, said=one.issuer.text)
                yield Fact(one.issuer.start, one.issuer.end, values)

    def title(
        self, known: Sequence[Known], _document: Document, registers: Registers
    ) -> Iterator[Fact]:
        for one, right, dated in known:
            if one.type in LAWS:
                other, at = _is_other_law(one, right), one.name
            else:
                sure = dated or bool(one.number and one.number.year)
                other, at = sure and _is_of_other(one, right, registers), one.title
            if other:
                yield Fact(at.start, at.end, self._values(one, known=_shown(right)))

    def superseded(
        self, known: Sequence[Known], document: Document, _registers: Registers
    ) -> Iterator[Fact]:
        day = first_day(document)
        cited = {number_key(str(one.number)) for one in document.citations if one.number}
        told: set[KnownDocument] = set()
        for one, right, _ in known:
            state = _state(right, day)
            if not state or right in told or number_key(right.replaced_by) in cited:
                continue
            if one.inside or one.amended or _is_past(one, document):
                continue
            told.add(right)
            yield Fact(one.head.start, one.head.end, self._values(one, state=state))

    def article(
        self, known: Sequence[Known], document: Document, _registers: Registers
    ) -> Iterator[Fact]:
        for one, right, _ in known:
            if not right.articles or right.type not in (*LAWS, "Nghị định"):
                continue
            if _AMENDING.search(fold(right.title).lower()):
                continue
            before = document.folded[one.start : one.head.start].lower()
            beyond = sorted({number for number in _articles(one) if number > right.articles})
            if beyond and not _ATTACHED.search(before):
                said = f"Điều {beyond[0]}"
                values = self._values(one, articles=str(right.articles), said=said)
                yield Fact(one.start, one.head.end, values)

    def _values(self, one: Citation, **told: str) -> dict[str, str]:
        number = f"số {one.number}" if one.number else ""
        words = f"{one.type} {one.name.text} {number}".split()
        return values_of(self, head=" ".join(words), **told)


_FAULTS = {
    "date": Check.date,
    "issuer": Check.issuer,
    "title": Check.title,
    "superseded": Check.superseded,
    "article": Check.article,
}


def _usual_dates(document: Document) -> dict[str, Counter[datetime.date]]:
    """How often each number is cited with each date."""
    dates: dict[str, Counter[datetime.date]] = defaultdict(Counter)
    for one in document.citations:
        day = one.date.value if one.date else None
        if one.number and day:
            dates[one.number.key][day] += 1
    return dates


def _is_told_twice(day: datetime.date, dates: Counter[datetime.date]) -> bool:
    """Tell whether a date differs from the usual one of its number in the document, which is a
    finding of its own."""
    usual = dates.most_common(1)[0][0]
    alike = day.year == usual.year or (day.month, day.day) == (usual.month, usual.day)
    return day != usual and alike


def _is_of_other(one: Citation, right: KnownDocument, registers: Registers) -> bool:
    """Tell whether a citation has the title of something else. What amends another document is
    often cited with the subject of that."""
    text = fold(one.title.text).lower()
    wanted_text = fold(right.title).lower()
    if not right.title or not one.date or one.provisions or not _TITLE.match(text):
        return False
    if _AMENDING.search(wanted_text) and not _AMENDING.search(text):
        return False
    who = fold(one.issuer.text).lower()
    named = registers.issuers.said(who)
    if not named or not _REST.fullmatch(who, named[1]) or _SENTENCE.search(text):
        return False
    if one.title.start - one.issuer.end > len(", "):
        return False
    said, wanted = title_words(one.title.text), title_words(right.title)
    if right.title.endswith("…"):
        said = said[: len(wanted) + _MORE]
    alike = likeness(said, wanted)
    return min(len(said), len(wanted)) >= (_LEAST_WORDS if alike else 2) and alike <= _OTHER_TITLE


def _is_other_law(one: Citation, right: KnownDocument) -> bool:
    said, wanted = title_words(one.name.text), title_words(right.title)
    if not said or not wanted or _AMENDING.search(fold(right.title).lower()):
        return False
    short = any(word.isupper() and len(word) > 1 for word in one.name.text.split())
    return not short and likeness(said, wanted) < _OTHER_LAW


def _body(who: str, issuers: Issuers) -> str:
    """Which of the bodies with the code TW is said; empty when it is another or cannot be told."""
    words = " ".join(fold(who).lower().split())
    said = issuers.said(words)
    if said is None or said[0].code != "TW":
        return ""
    if words.startswith(("bo chinh tri", "ban bi thu")):
        return words[: len("bo chinh tri")].strip()
    return "ban chap hanh" if words.startswith(("ban chap hanh", "bch")) else ""


def _state(known: KnownDocument, day: datetime.date | None) -> str:
    """How a document ended, in words; empty while it may be in force."""
    if day is None:
        return ""
    by = f" theo {known.replaced_by}" if known.replaced_by else ""
    if known.until:
        return f"hết hiệu lực từ {figures(known.until)}{by}" if known.until <= day else ""
    year = re.search(r"/((?:19|20)\d\d)/", known.replaced_by)
    return f"hết hiệu lực{by}" if year and day.year >= int(year[1]) + _SETTLED else ""


def _is_past(one: Citation, document: Document) -> bool:
    """Tell whether the words around a citation tell of its end, or of what was; a citation that
    begins a line stands in a list of which the words before tell why."""
    line = document.line_at(one.start)
    if line.cell is not None or _MARKER.fullmatch(document.folded, line.start, one.start):
        return True
    start = max(line.start, one.start - _NEAR)
    before = document.folded[start : one.start].lower()
    after = document.folded[one.head.end : one.head.end + _NEAR].lower()
    stop = _CLAUSE_END.search(after)
    return bool(_PAST.search(before) or _PAST.search(after[: stop.start()] if stop else after))


def _articles(one: Citation) -> Iterator[int]:
    """The articles of a citation that have a plain number."""
    for provision in one.provisions:
        for level, label in provision:
            if level == "Điều" and label.isdecimal():
                yield int(label)


def _like(date: Date, right: datetime.date) -> str:
    """Write the right date in the style in which the wrong one stands."""
    if date.style == "words":
        return f"{right.day:02} tháng {figures(right).split('/')[1]} năm {right.year}"
    return figures(right).replace("/", date.style)


def _shown(known: KnownDocument) -> str:
    """The title with the date, for a message."""
    title = known.title
    if len(title) > _SHOWN:
        title = title[:_SHOWN].rpartition(" ")[0] + "…"
    return f"“{title}”, ngày {figures(known.date)}" if known.date else f"“{title}”"
