"""Defects of cited documents: sentences that cite one, put into the body with one part wrong."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterator
from dataclasses import replace

from checker.document import Document
from checker.text.dates import figures
from tools.accuracy.defects import Defect, Generator, choose, cut, put, swap
from tools.accuracy.made_citations import SUBJECTS, Made, added, broken, make, sentence, twice

_DATE = r"(\d{1,2})/(\d{1,2})/(20\d\d)"
_CHANGE = datetime.date(2026, 5, 28)
_PERIODS = (
    ("giai đoạn 2021 - 2025", "giai đoạn 2021 - 2030"),
    ("giai đoạn 2026 - 2030", "giai đoạn 2021 - 2030"),
    ("đến năm 2030", "đến năm 2035"),
)
_TYPES = ("Nghị định", "Chỉ thị", "Báo cáo", "Thông tư", "Kết luận", "Hướng dẫn", "Công văn")
_OTHERS = {  # whom a number of the key's body never is of
    "CP": ("Thủ tướng Chính phủ", "Quốc hội"),
    "TTg": ("Chính phủ", "Quốc hội"),
    "BNV": ("Bộ trưởng Bộ Xây dựng", "Chính phủ"),
    "BYT": ("Bộ Xây dựng", "Thủ tướng Chính phủ"),
    "UBND": ("Hội đồng nhân dân tỉnh", "Tỉnh ủy"),
    "TW": ("Thành ủy", "Chính phủ"),
    "TU": ("Ủy ban nhân dân tỉnh", "Bộ Chính trị"),
}


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "citation: marks", ("citation/separators",), broken(_marks)
    yield "citation: type word", ("citation/type",), broken(_type)
    yield "citation: issuer", ("citation/issuer",), broken(_issuer)
    yield "citation: issuer in the text", ("citation/issuer",), _issuer_in_text
    yield "citation: year against date", ("citation/year",), broken(_year, "normative")
    yield "citation: year missing", ("citation/year-missing",), broken(_yearless, "normative")
    yield "citation: idle year", ("citation/year-idle",), added(*_IDLE)
    yield "citation: two dates", ("citation/two-dates",), twice(_other_date)
    yield "citation: two titles", ("citation/two-titles",), twice(_other_title, "state", "party")
    yield "citation: two periods in titles", ("citation/two-titles",), _two_periods
    yield "citation: two issuers", ("citation/two-issuers",), added(*_TWO_ISSUERS)
    yield "citation: two types", ("citation/two-types",), added(*_TWO_TYPES)
    yield "citation: ministry", ("citation/ministry",), added(*_MINISTRIES)
    yield "citation: term of the Assembly", ("citation/assembly-term",), added(*_TERMS)
    yield "citation: code misspelt", ("citation/code-spelling",), broken(_misspelt)
    yield "citation: Latin Ð", ("hygiene/look-alike-letter",), broken(_latin)
    yield "citation: blanks", ("citation/blanks",), broken(_blanks)
    yield "citation: figure missing", ("citation/figure-missing",), broken(_without_figure)
    yield "citation: số missing", ("citation/so-missing",), broken(_without_so)
    yield (
        "citation: first mention undated",
        ("citation/undated",),
        broken(_undated, "state", "party"),
    )
    yield (
        "citation: first mention undated, year known",
        ("citation/undated-known",),
        broken(_undated, "normative", plain=True),
    )
    yield (
        "citation: first mention without issuer",
        ("citation/issuer-missing",),
        broken(_unsigned, plain=True),
    )
    yield (
        "citation: first mention without title",
        ("citation/title-missing",),
        broken(_untitled, plain=True),
    )
    yield "citation: in full again", ("citation/repeated",), twice(_again)
    yield "citation: QĐi", ("citation/party-regulation-code",), _party_regulation
    yield "citation: căn cứ undated", ("citation/basis-undated",), _basis_undated
    yield "citation: căn cứ without issuer", ("citation/basis-issuer",), _basis_unsigned
    yield "citation: law with number", ("citation/law-number",), _law_number
    yield "citation: superior's plan of another place", ("citation/superior-plan",), _elsewhere


_IDLE = (
    "Kế hoạch số «612/2024/KH-UBND» ngày 05/3/2024 của Ủy ban nhân dân tỉnh về chuyển đổi số",
    "Báo cáo số «87/2023/BC-UBND» ngày 12 tháng 7 năm 2023 của UBND tỉnh về cải cách hành chính",
    "Thông báo số «415/2024/TB-VPCP» ngày 09/9/2024 của Văn phòng Chính phủ về kết luận cuộc họp",
    "Tờ trình số «31/2025/TTr-UBND» ngày 14/02/2025 của Ủy ban nhân dân tỉnh về giao biên chế",
)
_TWO_ISSUERS = (
    "Kế hoạch số 612/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh Lào Cai về đê điều.\n\n"
    "- Rà soát nội dung Kế hoạch số 612/KH-UBND ngày 05/3/2024 của «UBND tỉnh Bắc Ninh»",
    "Chương trình số 51-CTr/TU ngày 05/3/2024 của Tỉnh ủy Nghệ An về chuyển đổi số.\n\n"
    "- Rà soát nội dung Chương trình số 51-CTr/TU ngày 05/3/2024 của «Thành ủy Huế»",
)
_TWO_TYPES = (
    "Quy định số 841-QĐ/TW ngày 27/6/2024 của Bộ Chính trị về kiểm soát quyền lực.\n\n"
    "- Quán triệt nội dung «Quyết định số 841-QĐ/TW»",
    "Nghị quyết số 872/2021/QH15 ngày 27/7/2021 của Quốc hội về kế hoạch tài chính.\n\n"
    "- Tuyên truyền nội dung của «Luật số 872/2021/QH15»",
)
_MINISTRIES = (
    "Quyết định số «2304/QĐ-BTNMT» ngày 23/6/2025 của Bộ trưởng Bộ Tài nguyên và Môi trường",
    "Công văn số «5460/BTTTT-TTCS» ngày 09 tháng 4 năm 2025 về thông tin cơ sở",
    "Thông tư số «605/2025/TT-BDTTG» ngày 05/01/2025 về công tác dân tộc",
    "Quyết định số «812/QĐ-BNNMT» ngày 05 tháng 02 năm 2025 về phòng, chống thiên tai",
    "Thông tư số «645/2025/TT-BKHĐT» ngày 10/3/2025 hướng dẫn đấu thầu",
)
_LAWS = (
    ("Luật Tổ chức chính quyền địa phương", "72/2025/QH15", "16 tháng 6 năm 2025"),
    ("Luật Tiếp cận thông tin", "104/2016/QH13", "06 tháng 4 năm 2016"),
    ("Luật Lưu trữ", "33/2024/QH15", "21/6/2024"),
)
_TERMS = (
    "Luật Bảo vệ môi trường số «72/2022/QH14»",
    "Luật Đầu tư số «67/2014/QH14» ngày 26/11/2014",
    "Luật Báo chí số «103/2016/QH15»",
    "Nghị quyết số «872/2023/QH16» ngày 24/6/2023 của Quốc hội về đầu tư công",
)


def _marks(made: Made, chance: random.Random) -> str:
    figure, code, body = made.figure, made.code, made.body
    if made.form == "party":
        wrong = f"{figure}/{code}-{body}"
    elif made.form == "state":
        wrong = f"{figure}-{code}/{body}"
    else:
        wrong = chance.choice((f"{figure}/{made.year}-{code}-{body}", f"{figure}-{code}/{body}"))
    return made.written(f"«{wrong}»")


def _type(made: Made, chance: random.Random) -> str:
    wrong = chance.choice([one for one in _TYPES if one != made.type])
    return made.written().replace(f"{made.type} số {made.number}", f"«{wrong} số {made.number}»", 1)


def _issuer(made: Made, chance: random.Random) -> str:
    return replace(made, issuer=f"«{chance.choice(_OTHERS[made.body])}»").written()


def _year(made: Made, chance: random.Random) -> str:
    wrong = replace(made, year=made.year + chance.choice((-1, 1, -10)))
    cited = f"{wrong.number}{made.day}"
    return wrong.written().replace(cited, f"«{cited}»", 1)


def _yearless(made: Made, _chance: random.Random) -> str:
    return made.written(f"«{made.figure}/{made.code}-{made.body}»")


def _misspelt(made: Made, chance: random.Random) -> str:
    slips = [(right, wrong) for right, wrong in _MISSPELT if right in made.number]
    if not slips:
        return ""
    right, wrong = chance.choice(slips)
    return made.written(f"«{made.number.replace(right, wrong)}»")


_MISSPELT = (("NĐ", "ND"), ("NĐ", "Nđ"), ("QĐ", "QD"), ("QĐ", "Qđ"), ("TTg", "TTG"), ("TTg", "Ttg"))


def _latin(made: Made, _chance: random.Random) -> str:
    at = made.number.find("Đ")
    if at < 0:
        return ""
    return made.written(f"{made.number[:at]}«Ð»{made.number[at + 1 :]}")


def _blanks(made: Made, chance: random.Random) -> str:
    marks = [match.start() for match in re.finditer("[-/]", made.number)]
    at = chance.choice(marks) + chance.randrange(2)
    return made.written(f"«{made.number[:at]} {made.number[at:]}»")


def _without_figure(made: Made, _chance: random.Random) -> str:
    return made.written(f"   «{made.number.removeprefix(made.figure)}»")


def _without_so(made: Made, _chance: random.Random) -> str:
    right = f"{made.type} số {made.number}"
    return made.written().replace(right, f"«{made.type} {made.number}»", 1)


def _undated(made: Made, _chance: random.Random) -> str:
    return f"«{made.type} số {made.number}» của {made.issuer} {made.title}"


def _unsigned(made: Made, _chance: random.Random) -> str:
    return f"«{made.type} số {made.number}{made.day}» {made.title}"


def _untitled(made: Made, _chance: random.Random) -> str:
    return f"«{made.type} số {made.number}{made.day}» của {made.issuer}"


def _again(made: Made, _chance: random.Random) -> str:
    return f"{made.type} số «{made.number}{made.day} của {made.issuer}»"


def _other_date(made: Made, chance: random.Random) -> str:
    month, day = made.date.month, made.date.day % 28 + 1
    if chance.random() < 0.5:
        month, day = month % 12 + 1, min(made.date.day, 28)
    other = figures(made.date.replace(month=month, day=day))
    return f"{made.type} số {made.number} ngày «{other}» của {made.issuer}"


def _other_title(made: Made, chance: random.Random) -> str:
    other = chance.choice([one for one in SUBJECTS if one != made.title])
    return replace(made, title=f"«{other}»").written()


def _issuer_in_text(text: str, _document: Document, chance: random.Random) -> Defect | None:
    wrong = {
        "Thủ tướng Chính phủ": ("Chính phủ", "Quốc hội"),
        "Chính phủ": ("Thủ tướng Chính phủ", "Quốc hội"),
        "Bộ Chính trị": ("Thành ủy", "Chính phủ"),
        "Ủy ban nhân dân": ("Hội đồng nhân dân", "Tỉnh ủy"),
    }
    match = choose(text, rf"(?<=\d{{4}} của )(?:{'|'.join(wrong)})", chance)
    return swap(text, *match.span(), chance.choice(wrong[match[0]])) if match else None


def _two_periods(text: str, _document: Document, chance: random.Random) -> Defect | None:
    made = make(chance, ())
    one, other = chance.choice(_PERIODS)
    first = replace(made, title=f"{made.title} {one}").written()
    again = replace(made, title=f"«{made.title} {other}»").written()
    return put(text, chance, f"- Quán triệt {first}.\n\n{sentence(again, chance)}")


def _party_regulation(text: str, document: Document, chance: random.Random) -> Defect | None:
    if document.regime != "party" or (document.date or datetime.date.min) < _CHANGE:
        return None
    number = chance.choice(("12-QĐi/TU", "05-QĐi/ĐU", "330-QĐi/TW"))
    return put(text, chance, f"- Thực hiện Quy định số «{number}» ngày 28/5/2026 về thông tin.")


def _basis_undated(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(
        text,
        rf"(?<=\n)((?:- )?(?:Căn cứ|Thực hiện) [^;\n]{{4,30}}? số \S+?),? ngày {_DATE}",
        chance,
    )
    if not match or match.start() > text.index("\nI. "):
        return None
    number = match[1].rindex(" ") + 1
    return Defect(text[: match.end(1)] + text[match.end() :], match.start() + number, match.end(1))


def _basis_unsigned(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"(?<=\d{4}) của [^;\n]{5,70}?(?= về )", chance)
    if not match or match.start() > text.index("\nI. "):
        return None
    return cut(text, *match.span())


def _law_number(text: str, document: Document, chance: random.Random) -> Defect | None:
    if document.regime != "state":
        return None
    at = text.index("\nThực hiện ") + 1
    law, number, date = chance.choice(_LAWS)
    start = at + len(f"Căn cứ {law}")
    line = f"Căn cứ {law} số {number} ngày {date};\n\n"
    return Defect(text[:at] + line + text[at:], start, start + len(f" số {number}"))


def _elsewhere(text: str, document: Document, chance: random.Random) -> Defect | None:
    own = document.locality.province
    match = re.search(r"(?<=của Ủy ban nhân dân )(?:tỉnh|thành phố) [^\W\d]+ [^\W\d]+", text)
    if not own or not match or match.start() > text.index("\nI. "):
        return None
    others = ("tỉnh Nghệ An", "tỉnh Cà Mau", "thành phố Cần Thơ", "tỉnh Lâm Đồng")
    return swap(text, *match.span(), chance.choice(others))
