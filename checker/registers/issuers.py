"""Who issues documents, by the code in their numbers, with the dates that matter (issuers.yml)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.decoding import Decoder
from checker.text.folding import fold

_COUNTED = re.compile(r"(QH|UBTVQH)(\d+)$")

Month = tuple[int, int]


@dataclass(frozen=True)
class Issuer:
    """``forms`` are what may stand after "của"; ``regime`` is ``state`` or ``party``; ``acts`` are
    the only types of documents that it issues, empty for any; ``central`` bodies number their
    documents in one series; ``since`` and ``until`` (exclusive) tell when it existed."""

    code: str
    name: str
    forms: tuple[str, ...]
    regime: str
    acts: tuple[str, ...] = ()
    central: bool = False
    since: datetime.date | None = None
    until: datetime.date | None = None

    def existed(self, day: datetime.date) -> bool:
        """Tell whether the body was there on ``day``."""
        return (self.since is None or day >= self.since) and (
            self.until is None or day < self.until
        )


@dataclass(frozen=True)
class Issuers:
    """``by_code`` has every issuer; ``terms`` the months in which each National Assembly could
    pass a law, first and last; ``forms`` are the names of all, folded and small."""

    by_code: Mapping[str, Issuer]
    terms: Mapping[int, tuple[Month, Month]]
    forms: Mapping[str, str]
    _said: re.Pattern[str]
    _party_code: re.Pattern[str]

    def of(self, code: str) -> Issuer | None:
        """Return the issuer whose code the part of a number after the type is: of ``QH15`` the
        National Assembly, of ``BNV-CVT`` the ministry; None when it is not known."""
        body = _COUNTED.sub(r"\1", re.split("[-/]", code)[0])
        return self.by_code.get(code) or self.by_code.get(body)

    def said(self, who: str) -> tuple[Issuer, int] | None:
        """Return the issuer that ``who`` (folded, small) begins with, and how long its name is;
        None when it is not known."""
        match = self._said.match(who)
        return (self.by_code[self.forms[match["form"]]], match.end()) if match else None

    def regime(self, code: str) -> str:
        """Return ``state`` or ``party`` for a code of issuer, empty when it is not known."""
        if self._party_code.fullmatch(code):
            return "party"
        issuer = self.of(code)
        return issuer.regime if issuer else ""

    def term(self, code: str) -> tuple[int, tuple[Month, Month]] | None:
        """Return the term of the National Assembly that ``QH15`` names, with its first and last
        month; None when it names none that is known."""
        match = _COUNTED.search(code)
        months = self.terms.get(int(match[2])) if match else None
        return (int(match[2]), months) if match and months else None


def make_issuers(raw: Mapping[str, Any]) -> Issuers:
    """Make the register of issuers.yml; raises DecodingError."""
    decoder = Decoder(Issuer)
    issuers = {one.code: one for one in map(decoder, raw["issuers"])}
    forms = {fold(form).lower(): one.code for one in issuers.values() for form in one.forms}
    names = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    staff, levels = ("|".join(map(re.escape, raw[key])) for key in ("party_staff", "party_levels"))
    return Issuers(
        issuers,
        {int(term): (_month(first), _month(last)) for term, (first, last) in raw["terms"].items()},
        forms,
        re.compile(rf"(?:(?:bo|thu) truong )?(?P<form>{names})\b"),
        re.compile(rf"(?:{staff})(?:{levels})"),
    )


def _month(written: str) -> Month:
    year, month = written.split("-")
    return int(year), int(month)
