"""Defects of dates."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterator

from checker.document import Document
from checker.text.dates import figures
from tools.accuracy.defects import Defect, Generator, choose, put, replaced, swap

_DATE = r"(\d{1,2})/(\d{1,2})/(20\d\d)"
_CITED = rf"(?<=ngày ){_DATE}"
_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "dates: impossible", ("dates/impossible",), _impossible
    yield "dates: impossible in the header", ("dates/impossible",), _impossible_header
    yield (
        "dates: year with a figure too many",
        ("dates/year",),
        replaced(r"(?<=năm )2026(?=[.,;]|$| (?:của|trên|và|tại|theo)\b)", ("20226", "22026")),
    )
    yield "dates: weekday", ("dates/weekday",), _weekday
    yield "dates: period reversed", ("dates/reversed-period",), _reversed
    yield "dates: anniversary", ("dates/anniversary",), _anniversary
    yield "dates: deadline over", ("dates/deadline",), _deadline
    yield "dates: own name with last year", ("dates/own-year",), _own_year
    yield "dates: last year in the header", ("dates/stale-header",), _stale_header
    yield "dates: cited document later", ("dates/cited-later",), _cited_later
    yield "dates: month without 0", ("dates/month-zero",), _month_zero
    yield "dates: year of two figures", ("dates/short-year",), _short_year
    yield "dates: styles mixed", ("dates/mixed-styles",), _mixed


def _impossible(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, _CITED, chance)
    wrong = chance.choice(("31/4", "30/02", "31/11", "15/13", "32/5", "29/02"))
    return swap(text, *match.span(), f"{wrong}/2023") if match else None


def _impossible_header(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"(?<=, ngày )\d\d tháng \d+(?= năm 20\d\d$)", chance)
    wrong = chance.choice(("31 tháng 4", "30 tháng 02", "31 tháng 11", "05 tháng 13"))
    return swap(text, *match.span(), wrong) if match else None


def _weekday(text: str, document: Document, chance: random.Random) -> Defect | None:
    own = document.date or datetime.date(2026, 1, 1)
    date = own + datetime.timedelta(days=chance.randrange(20, 100))
    wrong = _DAYS[(date.weekday() + chance.randrange(1, 7)) % 7]
    written = chance.choice((figures(date), f"{date:%d} tháng {date.month} năm {date.year}"))
    return put(text, chance, f"- Tổ chức hội nghị vào sáng «{wrong}», ngày {written}.")


def _reversed(text: str, _document: Document, chance: random.Random) -> Defect | None:
    periods = (
        "từ ngày «15/12/2027 đến ngày 05/01/2027»",
        "từ ngày «15 tháng 9 năm 2027 đến ngày 20 tháng 8 năm 2027»",
        "từ «tháng 9/2027 đến tháng 3/2027»",
        "trong giai đoạn «2030 - 2026»",
        "trong nhiệm kỳ «2030-2025»",
    )
    return put(text, chance, f"- Triển khai các hoạt động {chance.choice(periods)}.")


def _anniversary(text: str, _document: Document, chance: random.Random) -> Defect | None:
    first, year = chance.choice((("02/9", 1945), ("19/5", 1890), ("30/4", 1975), ("03/02", 1930)))
    wrong = 2027 - year + chance.choice((-2, -1, 1))
    period = f"({first}/{year} - {first}/2027)"
    return put(text, chance, f"- Tuyên truyền kỷ niệm «{wrong}» năm ngày lễ lớn {period}.")


def _deadline(text: str, document: Document, chance: random.Random) -> Defect | None:
    if document.date is None:
        return None
    date = document.date - datetime.timedelta(days=chance.randrange(2, 300))
    opening = chance.choice(
        (
            "Gửi báo cáo về cơ quan thường trực trước ngày",
            "Hoàn thành việc lập danh sách trước ngày",
            "Đăng ký nội dung, chậm nhất ngày",
            "Công việc phải xong trước ngày",
        )
    )
    return put(text, chance, f"- {opening} «{figures(date)}».")


def _own_year(text: str, document: Document, chance: random.Random) -> Defect | None:
    year = re.search(r"năm (20\d\d)$", document.title.text)
    if not year:
        return None
    words = " ".join(document.title.text.split()[-7:-2])
    match = choose(text, rf"(?i)(?<=kế hoạch )[^.;\n]*{re.escape(words)} năm {year[1]}", chance)
    if not match or match.start() < document.title.end:
        return None
    return swap(text, match.end() - 4, match.end(), str(int(year[1]) - 1))


def _stale_header(text: str, document: Document, _chance: random.Random) -> Defect | None:
    match = re.search(r"(?<=năm )20\d\d$", document.header.place_date.text)
    line = document.header.place_date.text
    if not match:
        return None
    at = text.index(line) + match.start()
    return swap(text, at, at + 4, str(int(match.group()) - 1))


def _cited_later(text: str, document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, rf"số [\w/-]+,? ngày (?P<date>{_DATE})", chance)
    if not match or document.date is None:
        return None
    date = document.date + datetime.timedelta(days=chance.randrange(1, 60))
    return swap(text, *match.span("date"), figures(date))


def _month_zero(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"\b(0\d/)0([12]/20\d\d)", chance)
    return swap(text, *match.span(), match[1] + match[2]) if match else None


def _short_year(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, _CITED, chance)
    return swap(text, *match.span(), f"{match[1]}/{match[2]}/{match[3][2:]}") if match else None


def _mixed(text: str, _document: Document, chance: random.Random) -> Defect | None:
    if len(re.findall(_CITED, text)) < 3:
        return None
    match = choose(text, _CITED, chance)
    if not match:
        return None
    form = chance.choice(("{} tháng {} năm {}", "{}-{}-{}", "{}.{}.{}"))
    return swap(text, *match.span(), form.format(*match.groups()))
