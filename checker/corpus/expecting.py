"""The offices that should have a plan, and those that have one; the day by which they should."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.finding import At
from checker.corpus.records import CitationRecord, DocumentRecord, SectionRecord, SentenceRecord
from checker.registers.places import plain_key, same_name, tier
from checker.text.dates import find_dates
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

# Plans and what stands for one; a report, a letter or an invitation is none.
PLANS = frozenset(("KH", "CTr", "CTHĐ", "QĐ", "PA", "ĐA", ""))
_LEVELS = ("thi xa", "thi tran", "dac khu", "thanh pho", "xa", "phuong", "huyen", "quan", "tinh")
_PLACE = re.compile(
    rf"(?:^|\s)(?P<level>{'|'.join(_LEVELS)})\s+(?!hoi (?:xa|phuong)\b)(?P<name>[^,(]+?)\s*"
    r"(?:[,(]\s*(?P<province>[^)]*)\)?|\s(?P<of>(?:thanh pho|tinh|tp\.?)\s.*))?$"
)
_PROVINCE_LEVEL = re.compile(r"^(?:thanh pho|tinh|tp\.?)\s+")
# "các xã, phường, đặc khu xây dựng kế hoạch … trước ngày 28/02/2026"
_ASKS = re.compile(
    r"\b(?:xay dung|ban hanh|lap|gui|hoan thanh)\b(?P<what>[^.;:]{0,80}?\bke hoach\b[^.;]{0,160}?)"
    r"\b(?:truoc|cham nhat|muon nhat|den het|xong)\b[^.;]{0,24}?(?=ngay\b)"
)
_RESULTS = re.compile(r"\bket qua\b|\bbao cao\b")
_COMMUNES = re.compile(
    r"\b(?:xa, phuong|phuong, xa|cap xa|cac xa|cac phuong|cac dia phuong|don vi, dia phuong)\b"
)


class Expected(NamedTuple):
    """An office that should have a plan, as it was named, with its plans; ``late`` are those that
    were issued after the day due, empty where one was in time."""

    name: str
    docs: tuple[int, ...]
    late: tuple[int, ...]


class Due(NamedTuple):
    """The last day on which a plan may be issued; ``at`` is where the superior's plan says so, None
    where the day was given for the audit."""

    day: datetime.date
    at: At | None


@dataclass(frozen=True)
class _Asked:
    """An office as it was named: ``body`` is what stands before its place, ``code`` that of the
    body if it is known; ``level``, ``name`` and ``province`` are plain."""

    shown: str
    body: str
    code: str
    level: str
    name: str
    province: str


def find_expected(corpus: Corpus, surroundings: Surroundings) -> tuple[Expected, ...]:
    """Return what became of the offices that should have a plan, made once for the corpus."""
    return corpus.keep("expected", lambda: tuple(_expected(corpus, surroundings)))


def find_due(corpus: Corpus, surroundings: Surroundings) -> dict[int, Due]:
    """Return the day by which each plan had to be issued, of those for which one is known: the day
    given for the audit, else the one that a superior's plan sets which the plan cites."""
    return corpus.keep("due", lambda: _due(corpus, surroundings))


def late_plans(corpus: Corpus, docs: Sequence[int], due: dict[int, Due]) -> tuple[int, ...]:
    """Return which of the plans of one office were issued late; none where another was in time."""
    known = [doc for doc in docs if doc in due and corpus.documents[doc].day]
    late = [doc for doc in known if corpus.documents[doc].day > due[doc].day.isoformat()]
    return tuple(late) if len(late) == len(known) else ()


def is_plan(one: DocumentRecord) -> bool:
    """Whether a document may be what an office was to send in."""
    return one.type in PLANS


def _expected(corpus: Corpus, surroundings: Surroundings) -> Iterator[Expected]:
    if not surroundings.expected:
        return
    asked = _with_provinces(
        [_asked(name, surroundings) for name in surroundings.expected], corpus, surroundings
    )
    by_name: dict[str, list[int]] = defaultdict(list)
    unplaced = []
    for doc, one in corpus.plans:
        if not one.locality:
            unplaced.append((doc, fold(PurePath(one.path).stem).lower()))
        elif is_plan(one):
            by_name[plain_key(_bare(one))].append(doc)
    due = find_due(corpus, surroundings)
    for office in asked:
        near = by_name[plain_key(office.name)]
        docs = [doc for doc in near if _is_of(corpus.documents[doc], office, surroundings)]
        docs += [doc for doc, stem in unplaced if _names(stem, office)]
        yield Expected(office.shown, tuple(sorted(docs)), late_plans(corpus, docs, due))


def _asked(shown: str, surroundings: Surroundings) -> _Asked:
    plain = " ".join(shown.split())
    match = _PLACE.search(fold(plain).lower())
    if match is None:
        return _Asked(shown, "", "", "", plain.partition(",")[0], plain.partition(",")[2].strip())
    body = fold(plain[: match.start()]).lower().strip()
    known = surroundings.issuers.said(body) if body else None
    part = "province" if match["province"] else "of"
    province = plain[match.start(part) : match.end(part)] if match[part] else ""
    return _Asked(
        shown,
        body,
        known[0].code if known else "",
        match["level"],
        plain[match.start("name") : match.end("name")],
        _PROVINCE_LEVEL.sub("", fold(province).lower()).strip(),
    )


def _with_provinces(
    asked: Sequence[_Asked], corpus: Corpus, surroundings: Surroundings
) -> list[_Asked]:
    """Tell the province of offices that were named without: that of the only place of the name,
    else the superior's, else the one in which most of the list lies."""
    where = [_provinces(one, surroundings) for one in asked]
    above = {_province_of(corpus.documents[doc]) for doc in corpus.superiors}
    counted = Counter(province for some in where for province in some)
    most = max(counted, key=lambda name: (counted[name], name), default="")
    found = []
    for one, some in zip(asked, where, strict=True):
        likely = some if len(some) == 1 else (some & above or some & {most})
        province = one.province or (min(likely) if likely else "")
        found.append(_Asked(one.shown, one.body, one.code, one.level, one.name, province))
    return found


def _provinces(one: _Asked, surroundings: Surroundings) -> set[str]:
    return {
        fold(place.province).lower()
        for place in surroundings.gazetteer.named(one.name)
        if place.existed(None) and fold(place.level).lower() == one.level
    }


def _province_of(one: DocumentRecord) -> str:
    full = one.locality if tier(one.level) == "province" else one.province
    return _PROVINCE_LEVEL.sub("", fold(full).lower())


def _bare(one: DocumentRecord) -> str:
    """The name of a document's place without its level."""
    return one.locality[len(one.level) :].strip()


def _is_of(one: DocumentRecord, office: _Asked, surroundings: Surroundings) -> bool:
    """Whether the office issued the plan. A level that no place of this name has is a slip."""
    name, level = _bare(one), fold(one.level).lower()
    if not same_name(name, office.name):
        return False
    province = _province_of(one)
    if province and office.province and province != office.province:
        return False
    if office.code and one.office and one.office.partition("|")[0] != office.code:
        return False
    if office.body and not office.code and office.body not in fold(one.office_name).lower():
        return False
    return level == office.level or not office.level or not _exists(name, level, surroundings)


def _exists(name: str, level: str, surroundings: Surroundings) -> bool:
    return any(
        place.existed(None) and fold(place.level).lower() == level
        for place in surroundings.gazetteer.named(name)
    )


def _names(stem: str, office: _Asked) -> bool:
    """Whether the name of a file whose office cannot be read is that of the office."""
    words = re.findall(r"[a-z0-9]+", fold(office.name).lower())
    pattern = r"(?<![a-z0-9])" + r"[^a-z0-9]*".join(words) + r"(?![a-z0-9])"
    return len(words) > 1 and re.search(pattern, stem) is not None


def _due(corpus: Corpus, surroundings: Surroundings) -> dict[int, Due]:
    plans = [doc for doc, one in corpus.plans if is_plan(one)]
    if surroundings.due:
        return {doc: Due(surroundings.due, None) for doc in plans}
    found: dict[int, Due] = {}
    for superior in corpus.superiors:
        about = corpus.documents[superior]
        asked = _asked_day(corpus, superior)
        if asked is None or not about.figure:
            continue
        for doc, _ in corpus.rows(
            CitationRecord,
            "figure = ? AND number_issuer = ? AND (number_year = 0 OR number_year = ?)",
            [about.figure, about.issuer_code, about.year],
        ):
            one = corpus.documents[doc]
            if is_plan(one) and doc not in corpus.superiors:
                found.setdefault(doc, asked)
    return found


def _asked_day(corpus: Corpus, superior: int) -> Due | None:
    """The day by which a superior's plan asks communes for theirs, the last if it names several."""
    headings: dict[str, str] = {}
    for section in corpus.of_document(SectionRecord, superior):
        # bullets have the path of the division that they stand in
        headings.setdefault(section.path, fold(section.heading).lower())
    year = corpus.documents[superior].year
    days = [
        Due(day, At(superior, one))
        for one in corpus.of_document(SentenceRecord, superior)
        if (day := _day_in(fold(one.words), headings.get(one.section, ""), year))
    ]
    return max(days, key=lambda due: due.day, default=None)


def _day_in(folded: str, heading: str, year: int) -> datetime.date | None:
    asks = _ASKS.search(folded.lower())
    if asks is None or _RESULTS.search(asks["what"]):
        return None
    if not (_COMMUNES.search(folded.lower()) or _COMMUNES.search(heading)):
        return None
    for date in find_dates(folded):
        if asks.end() - 1 <= date.start <= asks.end() + 6:
            return date._replace(year=date.year or year).last_day
    return None
