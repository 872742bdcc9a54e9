"""Numbers and dates of central documents in official texts, for tools/build_documents.py."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import NamedTuple

from checker.registers.known_documents import number_key

TYPES = {
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "CĐ": "Công điện",
    "KL": "Kết luận",
    "PL": "Pháp lệnh",
    "HD": "Hướng dẫn",
}
ISSUERS = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "CTN": "Chủ tịch nước",
    "NHNN": "Thống đốc Ngân hàng Nhà nước Việt Nam",
    "TTCP": "Tổng Thanh tra Chính phủ",
    "KTNN": "Tổng Kiểm toán nhà nước",
    "TANDTC": "Chánh án Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện trưởng Viện kiểm sát nhân dân tối cao",
    "VPCP": "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
    "UBDT": "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc",
    "BBCVT": "Bộ trưởng Bộ Bưu chính, Viễn thông",
    "BCA": "Bộ trưởng Bộ Công an",
    "BCN": "Bộ trưởng Bộ Công nghiệp",
    "BCT": "Bộ trưởng Bộ Công Thương",
    "BDTTG": "Bộ trưởng Bộ Dân tộc và Tôn giáo",
    "BGDĐT": "Bộ trưởng Bộ Giáo dục và Đào tạo",
    "BGTVT": "Bộ trưởng Bộ Giao thông vận tải",
    "BKHCN": "Bộ trưởng Bộ Khoa học và Công nghệ",
    "BKHĐT": "Bộ trưởng Bộ Kế hoạch và Đầu tư",
    "BLĐTBXH": "Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
    "BNG": "Bộ trưởng Bộ Ngoại giao",
    "BNN": "Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn",
    "BNNMT": "Bộ trưởng Bộ Nông nghiệp và Môi trường",
    "BNNPTNT": "Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn",
    "BNV": "Bộ trưởng Bộ Nội vụ",
    "BQP": "Bộ trưởng Bộ Quốc phòng",
    "BTC": "Bộ trưởng Bộ Tài chính",
    "BTM": "Bộ trưởng Bộ Thương mại",
    "BTNMT": "Bộ trưởng Bộ Tài nguyên và Môi trường",
    "BTP": "Bộ trưởng Bộ Tư pháp",
    "BTS": "Bộ trưởng Bộ Thủy sản",
    "BTTTT": "Bộ trưởng Bộ Thông tin và Truyền thông",
    "BVHTT": "Bộ trưởng Bộ Văn hóa - Thông tin",
    "BVHTTDL": "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
    "BXD": "Bộ trưởng Bộ Xây dựng",
    "BYT": "Bộ trưởng Bộ Y tế",
}
ASSEMBLY = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết")
_SPELLINGS = {  # of English texts, and slips
    "ND-CP": "NĐ-CP",
    "QD-TTg": "QĐ-TTg",
    "TT-BLDTBXH": "TT-BLĐTBXH",
    "TT-BGDDT": "TT-BGDĐT",
    "TT-BKHDT": "TT-BKHĐT",
    "TT-BGDVĐT": "TT-BGDĐT",
}

_NUMBER = re.compile(
    r"(?<![\w/.,-])(?P<figure>\d{1,4}(?:\.\d{1,2})?[a-z]?)"
    r"(?:/(?P<year>(?:19|20)\d\d))?(?P<mark>[/-])(?P<suffix>"
    r"(?:QH|UBTVQH)\d{1,2}|(?:PL|NQ)-UBTVQH\d{1,2}|"
    r"(?:NĐ|ND|TTLT|TT|NQLT|NQ|QĐ|QD|CT|CĐ)-[A-ZĐ][A-ZĐg&]*(?:-[A-ZĐ][A-ZĐ&]*)*|"
    r"(?:NQ|CT|KL|QĐ|HD)/TW)(?!\w)"
)
_BLANK = re.compile(
    r"(?<=\d) ?/ ?(?=(?:19|20)\d\d ?/)|(?<=[/ ]\d{4}) ?/ ?(?=[A-ZĐ])|"
    r"(?<=/TT|/NĐ|/QĐ|TLT) ?- ?(?=[A-ZĐ]{2})|(?<=/QH) (?=\d\d\b)"
)
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
_CYRILLIC = re.compile(r"[АВЕКМНОРСТХ]")

DATE = re.compile(
    r"[Nn]gày ?(?P<d>\d{1,2}) ?tháng (?P<m>\d{1,2}) ?năm (?P<y>\d{4})(?!\d)"
    r"|[Nn]gày (?P<d2>\d{1,2})[/-](?P<m2>\d{1,2})[/-](?P<y2>\d{4})(?!\d)"
)


class Number(NamedTuple):
    """A number as normally written, and what it tells. ``suffix`` is all after figure and year."""

    shown: str
    key: str
    year: int
    suffix: str
    type: str
    issuer: str
    start: int = 0
    end: int = 0

    @property
    def law(self) -> bool:
        """Tell whether it may be a law or ordinance, which have names instead of titles."""
        return self.type in ("", "Luật", "Bộ luật", "Pháp lệnh")

    @property
    def identity(self) -> str:
        """What tells documents apart: the Assembly and its committee count their resolutions
        apart from laws and ordinances."""
        return f"{self.key} {self.type}" if "QH" in self.suffix else self.key

    def of_kind(self, word: str) -> Number:
        """Return the number as that of a law, ordinance or resolution, which it does not tell
        itself."""
        if self.type or not word:
            return self
        if word == "Nghị quyết":
            return self._replace(type=word)
        return self._replace(type="Luật" if self.suffix.startswith("QH") else "Pháp lệnh")


def upright(line: str) -> str:
    """Return a paragraph NFC, with single blanks, and without blanks, Cyrillic letters and odd
    dashes inside numbers."""
    line = " ".join(unicodedata.normalize("NFC", line).split())
    if "/" not in line:
        return line
    line = line.replace("–", "-").replace("Ð", "Đ")
    if _CYRILLIC.search(line):
        line = line.translate(_LOOKALIKES)
    return _BLANK.sub(lambda found: found[0].strip(), line)


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of central documents in ``text``."""
    found = []
    for match in _NUMBER.finditer(text):
        suffix = match["suffix"]
        suffix = _SPELLINGS.get(suffix, suffix).replace("&", "")
        suffix = re.sub("-TTG$", "-TTg", suffix)
        party = suffix.endswith("/TW")
        if party != (match["mark"] == "-") or suffix.endswith("-TW"):
            continue
        figure = match["figure"]
        if len(figure.partition(".")[0].rstrip("abcdefghđ")) < 2:
            figure = "0" + figure
        year = int(match["year"] or 0)
        code, _, issuer = suffix.partition("/" if party else "-")
        if suffix.startswith("QH"):
            kind, issuer = "", "Quốc hội"
        elif suffix.startswith("UBTVQH"):
            kind, issuer = "", "Ủy ban Thường vụ Quốc hội"
        else:
            kind = TYPES.get(code, "")
            if issuer.startswith("UBTVQH"):
                issuer = "Ủy ban Thường vụ Quốc hội"
            else:
                issuer = ISSUERS.get(issuer, "") if code != "TTLT" else ""
        shown = figure + (f"/{year}" if year else "") + match["mark"] + suffix
        found.append(
            Number(shown, number_key(shown), year, suffix, kind, issuer, match.start(), match.end())
        )
    return found


def read_date(text: str) -> datetime.date | None:
    """Return the date with which ``text`` begins: "ngày 20 tháng 6 năm 2023", "ngày 20/6/2023"."""
    match = DATE.match(text)
    if not match:
        return None
    parts = (match["y"], match["m"], match["d"])
    if not match["d"]:
        parts = (match["y2"], match["m2"], match["d2"])
    return date_of(*map(int, parts))


def date_of(year: int, month: int, day: int) -> datetime.date | None:
    """Return the date, None for one that is not in the calendar."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
