"""Documents cited by their number: "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ".

Only what stands directly before and after the number is read; nothing is guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checker.text.dates import Date, find_dates
from checker.text.folding import fold

STATE, PARTY = "//-", "-/"

# Codes of types with the names that may stand before them, folded. Nghị định 30/2020/NĐ-CP, Phụ lục
# III; Hướng dẫn 05-HD/VPTW, mục I.3.1.2.a; the rest is settled practice.
TYPE_CODES: dict[str, tuple[str, ...]] = {
    "NQ": ("nghi quyet",),
    "QĐ": ("quyet dinh", "quy dinh", "quy che"),
    "QĐi": ("quy dinh",),
    "QyĐ": ("quy dinh",),
    "QC": ("quy che",),
    "CT": ("chi thi", "chuong trinh"),
    "CTr": ("chuong trinh",),
    "TC": ("thong cao",),
    "TB": ("thong bao", "ket luan"),
    "HD": ("huong dan",),
    "KH": ("ke hoach",),
    "PA": ("phuong an",),
    "ĐA": ("de an",),
    "DA": ("du an",),
    "BC": ("bao cao",),
    "BB": ("bien ban",),
    "TTr": ("to trinh",),
    "HĐ": ("hop dong",),
    "CĐ": ("cong dien",),
    "KL": ("ket luan", "thong bao"),
    "NĐ": ("nghi dinh",),
    "TT": ("thong tu", "thong tri", "to trinh"),
    "TTLT": ("thong tu",),
    "CV": ("cong van",),
    "VBHN": (),
}
_STATE_ISSUER = re.compile(
    r"UBND|HĐND|CP|TTg|CTN|TTCP|NHNN|VP(?:CP|QH)|UBDT|"
    r"B(?:NV|TC|TP|CT|XD|QP|CA|NG|YT|KHCN|GDĐT|VHTTDL|NNMT|DTTG|KHĐT|GTVT|TTTT|TNMT|NNPTNT|LĐTBXH)"
)
_PARTY_ISSUER = re.compile(
    r"TW|TU|HU|ĐU|(?:VP|UBKT|CQUBKT|BTC|BTG|BTGDV|BDV|BNC|BKT|BCSĐ|BCĐ)(?:TW|TU)|BXDĐ|VPĐU"
)

_NUMBER = re.compile(
    r"(?:(?<![\w/.,-])|(?<=[Ss]ố))(?<!\d:)(?<!/ )(?<!No\. )(?<!No )"
    r"(?P<figure>\d{1,5}(?:\.\d{1,2})?[A-Za-z]?)"
    r"(?P<tail>(?:[-/](?=[\w&])[\w&]{1,12}){1,6})(?![\w/])"
)
_TOKEN = re.compile(r"([-/])([\w&]+)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TYPE = re.compile(
    r"\b(nghi quyet|nghi dinh|quyet dinh|quy dinh|quy che|chi thi|chuong trinh|"
    r"thong cao|thong bao|thong tu|thong tri|huong dan|ke hoach|phuong an|de an|du an|"
    r"bao cao|bien ban|to trinh|hop dong|cong dien|cong van|ket luan|luat|bo luat|phap lenh)"
    r"(?: lien tich| phoi hop| hanh dong| thanh tra)? so:? ?$"
)
_DATED = re.compile(r" ?,? ?\(?(?:ky |ban hanh )?ngay {1,3}")
_ISSUED = re.compile(r" ?\)?,? ?cua (?P<who>[^,;.()\n]{2,60})")
_BEFORE = 60


class Citation(NamedTuple):
    """A number of a document with what stands directly around it.

    ``type`` is the word before it (folded, small), ``year`` the one in the number (0 without),
    ``separators`` are the marks between its parts: ``/-`` or ``//-`` in state numbers, ``-/`` in
    Party ones. ``issuer`` of a law is its Assembly ("QH15"), and its ``code`` is empty. ``who`` is
    what follows "của" after the number or its date (folded, small); ``end`` is that of the number,
    ``date`` may be None.
    """

    start: int
    end: int
    type: str
    figure: str
    year: int
    code: str
    issuer: str
    separators: str
    date: Date | None
    who: str

    @property
    def known(self) -> bool:
        """Tell whether the code of type is one that documents have."""
        return self.code in TYPE_CODES

    @property
    def party(self) -> bool:
        """Tell whether a body of the Party has this code of issuer."""
        return bool(_PARTY_ISSUER.fullmatch(self.issuer))

    @property
    def state(self) -> bool:
        """Tell whether the Government, a ministry, a People's Committee or Council has this code of
        issuer."""
        return bool(_STATE_ISSUER.fullmatch(self.issuer.partition("-")[0]))


@lru_cache(maxsize=4)
def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the documents that ``text`` (NFC) cites by number, in order. Numbers of letters, which
    have no code of type, are among them with an empty ``issuer``."""
    folded = fold(text)
    dates = {date.start: date for date in find_dates(folded)}
    found = []
    for match in _NUMBER.finditer(text.replace("–", "-")):
        parts = _TOKEN.findall(match["tail"])
        if not any(token[0].isalpha() for _, token in parts):
            continue
        separators = "".join(mark for mark, _ in parts)
        tokens = [token for _, token in parts]
        year = int(tokens.pop(0)) if _YEAR.fullmatch(tokens[0]) else 0
        if not tokens or not tokens[0][0].isupper():
            continue
        code, issuer = tokens[0], "-".join(tokens[1:])
        if not issuer and re.fullmatch(r"(?:QH|UBTVQH)\d*", code):
            code, issuer = "", code
        before = folded[max(0, match.start() - _BEFORE) : match.start()].lower()
        type_ = _TYPE.search(before)
        date, after = _dated(folded, match.end(), dates)
        issued = _ISSUED.match(folded, after)
        found.append(
            Citation(
                match.start(),
                match.end(),
                type_[1] if type_ else "",
                match["figure"],
                year,
                code,
                issuer,
                separators,
                date,
                issued["who"].lower().strip() if issued else "",
            )
        )
    return tuple(found)


def _dated(folded: str, at: int, dates: dict[int, Date]) -> tuple[Date | None, int]:
    """The date that stands at ``at``, and where the text goes on."""
    opening = _DATED.match(folded, at)
    date = dates.get(opening.end()) if opening else None
    if date and 0 < date.year < 100:
        return None, date.end  # "05/3/26" does not tell the year
    return (date, date.end) if date else (None, at)
