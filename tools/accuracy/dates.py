"""Defects of dates and of cited numbers."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterator

from checker.document import Document
from checker.text.dates import figures
from tools.accuracy.defects import Defect, Generator, choose, cut, replaced, swap

_DATE = r"(\d{1,2})/(\d{1,2})/(20\d\d)"
_CITED = rf"(?<=ngày ){_DATE}"
_CHANGE = datetime.date(2026, 5, 28)
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
    yield "citation: marks", ("citation/separators",), _separators
    yield "citation: type word", ("citation/type",), _type
    yield "citation: issuer", ("citation/issuer",), _issuer
    yield (
        "citation: year against date",
        ("citation/year",),
        _added(
            "Nghị định số «30/2020/NĐ-CP ngày 05/3/2021» của Chính phủ về công tác văn thư",
            "Nghị định số «30/2021/NĐ-CP ngày 05 tháng 3 năm 2020» về công tác văn thư",
            "Nghị quyết số «08/2024/NQ-HĐND ngày 05/7/2025» của Hội đồng nhân dân tỉnh",
        ),
    )
    yield (
        "citation: year missing",
        ("citation/year-missing",),
        _added(
            "Nghị định số «30/NĐ-CP» ngày 05/3/2020 của Chính phủ về công tác văn thư",
            "Thông tư số «05/TT-BNV» của Bộ Nội vụ",
        ),
    )
    yield (
        "citation: idle year",
        ("citation/year-idle",),
        replaced(r"(?<=số )\d+/KH-UBND", ("29/2024/KH-UBND",)),
    )
    yield "citation: two dates", ("citation/two-dates",), _two_dates
    yield (
        "citation: ministry",
        ("citation/ministry",),
        _added(
            "Quyết định số «2304/QĐ-BTNMT» ngày 23/6/2025 về đất đai",
            "Công văn số «5460/BTTTT-TTCS» ngày 09 tháng 4 năm 2025 về thông tin cơ sở",
            "Thông tư số «05/2025/TT-BDTTG» ngày 05/01/2025 về công tác dân tộc",
        ),
    )
    yield (
        "citation: term of the Assembly",
        ("citation/assembly-term",),
        _added(
            "Luật Bảo vệ môi trường số «72/2022/QH14»",
            "Luật Đầu tư số «67/2014/QH14» ngày 26/11/2014",
            "Luật Báo chí số «103/2016/QH15»",
        ),
    )
    yield (
        "citation: code misspelt",
        ("citation/code-spelling",),
        replaced(r"(?<=số )1079/QĐ-TTg", ("1079/QD-TTg", "1079/QĐ-TTG", "1079/QD-TTG")),
    )
    yield "citation: blanks", ("citation/blanks",), _blanks
    yield "citation: figure missing", ("citation/figure-missing",), _figure_missing
    yield "citation: QĐi", ("citation/party-regulation-code",), _party_regulation
    yield "citation: căn cứ undated", ("citation/basis-undated",), _undated
    yield "citation: căn cứ without issuer", ("citation/basis-issuer",), _unsigned
    yield "citation: law with number", ("citation/law-number",), _law_number


def _added(*phrases: str) -> Generator:
    """Put a sentence with one of ``phrases``, its wrong words between « and », into the body."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        return _put(text, chance, f"- Tiếp tục thực hiện {chance.choice(phrases)}.")

    return generate


def _put(text: str, chance: random.Random, sentence: str) -> Defect | None:
    """Put a line of its own before a dash of the body, or before a paragraph where it has none."""
    start, end = text.index("\nI. "), text.index("\nNơi nhận")
    dashes = list(re.finditer(r"(?<=\n\n)- ", text[start:end]))
    lines = dashes or list(re.finditer(r"(?<=\n\n)(?=[^\W\d_]{3})", text[start:end]))
    at = start + chance.choice(lines).start()
    opening, wrong, rest = re.split("[«»]", sentence)
    after = text[:at] + opening + wrong + rest + "\n\n" + text[at:]
    return Defect(after, at + len(opening), at + len(opening) + len(wrong))


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
    return _put(text, chance, f"- Tổ chức hội nghị vào sáng «{wrong}», ngày {written}.")


def _reversed(text: str, _document: Document, chance: random.Random) -> Defect | None:
    periods = (
        "từ ngày «15/12/2027 đến ngày 05/01/2027»",
        "từ ngày «15 tháng 9 năm 2027 đến ngày 20 tháng 8 năm 2027»",
        "từ «tháng 9/2027 đến tháng 3/2027»",
        "trong giai đoạn «2030 - 2026»",
        "trong nhiệm kỳ «2030-2025»",
    )
    return _put(text, chance, f"- Triển khai các hoạt động {chance.choice(periods)}.")


def _anniversary(text: str, _document: Document, chance: random.Random) -> Defect | None:
    first, year = chance.choice((("02/9", 1945), ("19/5", 1890), ("30/4", 1975), ("03/02", 1930)))
    wrong = 2027 - year + chance.choice((-2, -1, 1))
    period = f"({first}/{year} - {first}/2027)"
    return _put(text, chance, f"- Tuyên truyền kỷ niệm «{wrong}» năm ngày lễ lớn {period}.")


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
    return _put(text, chance, f"- {opening} «{figures(date)}».")


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


def _separators(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(
        text, r"(?<=số )(\d+)([-/])(NQ|KL|QĐ|KH|HD)[-/](TW|TTg|CP|UBND|BTGDVT[UW])", chance
    )
    if not match:
        return None
    marks = "/-" if match[2] == "-" else "-/"
    return swap(text, *match.span(), f"{match[1]}{marks[0]}{match[3]}{marks[1]}{match[4]}")


def _type(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(
        text, r"(Nghị quyết|Quyết định|Kết luận|Hướng dẫn|Kế hoạch) (số [\w/-]+)", chance
    )
    if not match:
        return None
    wrong = chance.choice(("Nghị định", "Chỉ thị", "Công văn", "Báo cáo"))
    return swap(text, *match.span(), f"{wrong} {match[2]}")


def _issuer(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(
        text,
        r"(?<=của )(?<=\d{4} của )(?:Thủ tướng Chính phủ|Chính phủ|Bộ Chính trị|Ủy ban nhân dân)",
        chance,
    )
    if not match:
        return None
    wrong = {
        "Thủ tướng Chính phủ": ("Chính phủ", "Quốc hội"),
        "Chính phủ": ("Thủ tướng Chính phủ", "Quốc hội"),
        "Bộ Chính trị": ("Thành ủy", "Chính phủ"),
        "Ủy ban nhân dân": ("Hội đồng nhân dân", "Tỉnh ủy"),
    }
    return swap(text, *match.span(), chance.choice(wrong[match.group()]))


def _two_dates(text: str, _document: Document, chance: random.Random) -> Defect | None:
    found = list(re.finditer(rf"số (\d+/(?:NQ-CP|QĐ-TTg)) ngày {_DATE}", text))
    numbers = [match[1] for match in found]
    again = [match for i, match in enumerate(found) if match[1] in numbers[:i]]
    if not again:
        return None
    match = chance.choice(again)
    day = int(match[2]) % 28 + 1
    return swap(text, match.start(2), match.end(4), f"{day:02}/{match[3]}/{match[4]}")


def _blanks(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"(?<=số )\d+[-/](?:NQ|KL|QĐ|KH|HD)[-/](?:TW|TTg|CP|UBND)", chance)
    if not match:
        return None
    marks = [i for i, char in enumerate(match.group()) if char in "-/"]
    at = chance.choice(marks) + chance.randrange(2)
    return swap(text, *match.span(), f"{match.group()[:at]} {match.group()[at:]}")


def _figure_missing(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"(?<=số )\d+(/(?:NQ|QĐ|KH)-\w+)(?= ngày \d)", chance)
    return swap(text, *match.span(), f"   {match[1]}") if match else None


def _party_regulation(text: str, document: Document, chance: random.Random) -> Defect | None:
    if document.regime != "party" or (document.date or datetime.date.min) < _CHANGE:
        return None
    number = chance.choice(("12-QĐi/TU", "05-QĐi/ĐU", "330-QĐi/TW"))
    return _put(text, chance, f"- Thực hiện Quy định số «{number}» ngày 28/5/2026 về thông tin.")


def _undated(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(
        text,
        rf"(?<=\n)((?:- )?(?:Căn cứ|Thực hiện) [^;\n]{{4,30}}? số \S+?),? ngày {_DATE}",
        chance,
    )
    if not match or match.start() > text.index("\nI. "):
        return None
    number = match[1].rindex(" ") + 1
    return Defect(text[: match.end(1)] + text[match.end() :], match.start() + number, match.end(1))


def _unsigned(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"(?<=\d{4}) của [^;\n]{5,70}?(?= về )", chance)
    if not match or match.start() > text.index("\nI. "):
        return None
    return cut(text, *match.span())


def _law_number(text: str, document: Document, chance: random.Random) -> Defect | None:
    if document.regime != "state":
        return None
    at = text.index("\nThực hiện ") + 1
    law = chance.choice(("Luật Báo chí", "Luật Tổ chức chính quyền địa phương"))
    line = f"Căn cứ {law} số 72/2025/QH15 ngày 16 tháng 6 năm 2025;\n\n"
    start = at + line.index(" số ")
    return Defect(text[:at] + line + text[at:], start, start + len(" số 72/2025/QH15"))
