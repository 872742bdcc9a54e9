"""Citations that are made up, and sentences with them that are put into the twins."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from checker.document import Document
from checker.registers.known_documents import KnownDocuments
from checker.text.dates import figures
from tools.accuracy.defects import Defect, Generator, put

SUBJECTS = (
    "về phát triển văn hóa đọc trong cộng đồng",
    "về bảo tồn và phát huy giá trị di sản văn hóa",
    "về tăng cường công tác phòng cháy, chữa cháy tại khu dân cư",
    "về nâng cao chất lượng nguồn nhân lực ngành y tế",
    "về đẩy mạnh thanh toán không dùng tiền mặt",
    "về quản lý, sử dụng tài sản công trong các đơn vị sự nghiệp",
)
PLAIN = ("Tiếp tục thực hiện", "Quán triệt", "Tham mưu triển khai")
_LEADS = (
    *PLAIN,
    "Quán triệt, tuyên truyền",
    "Tổ chức phổ biến nội dung của",
    "Thực hiện Kết luận số 914-KL/TW ngày 05/7/2018 của Bộ Chính trị về an ninh, trật tự và",
    "Phổ biến pháp luật, trong đó có Luật Tiếp cận thông tin ngày 06/4/2016;",
    "Thực hiện khoản 2 Điều 5, Điều 6",
    "Phối hợp triển khai các nhiệm vụ năm 2026 - 2030 theo",
)
_ENDS = (
    ".",
    ".",
    "; báo cáo kết quả theo quy định.",
    " trên địa bàn.",
    " đến cán bộ, đảng viên và Nhân dân.",
    ", gắn với phong trào thi đua yêu nước.",
)


@dataclass(frozen=True)
class Made:
    """A citation made up; ``form`` is that of its number in grammar/citation.lark, ``day`` what
    stands after the number (" ngày 05/3/2020")."""

    type: str
    figure: str
    year: int
    code: str
    body: str
    form: str
    date: datetime.date
    day: str
    issuer: str
    title: str

    @property
    def number(self) -> str:
        """The number as its form writes it."""
        if self.form == "party":
            return f"{self.figure}-{self.code}/{self.body}"
        year = f"{self.year}/" if self.form == "normative" else ""
        return f"{self.figure}/{year}{self.code}-{self.body}"

    def written(self, number: str = "", day: str = "") -> str:
        """The citation in full, with another number or date when they are given."""
        told = f"{number or self.number}{day or self.day}"
        return f"{self.type} số {told} của {self.issuer} {self.title}"


_KINDS = (
    ("Nghị định", "NĐ", "CP", "normative", ("Chính phủ",)),
    ("Thông tư", "TT", "BNV", "normative", ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ")),
    ("Thông tư", "TT", "BYT", "normative", ("Bộ trưởng Bộ Y tế", "Bộ Y tế")),
    ("Quyết định", "QĐ", "TTg", "state", ("Thủ tướng Chính phủ",)),
    ("Chỉ thị", "CT", "TTg", "state", ("Thủ tướng Chính phủ",)),
    ("Nghị quyết", "NQ", "CP", "state", ("Chính phủ",)),
    ("Kế hoạch", "KH", "UBND", "state", ("Ủy ban nhân dân tỉnh", "UBND tỉnh")),
    ("Nghị quyết", "NQ", "TW", "party", ("Bộ Chính trị", "Ban Chấp hành Trung ương")),
    ("Chỉ thị", "CT", "TW", "party", ("Ban Bí thư", "Bộ Chính trị")),
    ("Kế hoạch", "KH", "TU", "party", ("Ban Thường vụ Tỉnh ủy", "Tỉnh ủy")),
)
Write = Callable[[Made, random.Random], str]


@cache
def _register() -> KnownDocuments:
    return KnownDocuments.load()


def make(chance: random.Random, forms: tuple[str, ...]) -> Made:
    """Make up a document that the register does not know."""
    kinds = [kind for kind in _KINDS if not forms or kind[3] in forms]
    while True:
        type_, code, who, form, issuers = chance.choice(kinds)
        date = datetime.date(2019, 1, 1) + datetime.timedelta(days=chance.randrange(2150))
        figure = str(chance.randrange(401, 999))
        words = f"{date:%d} tháng {date:{'%m' if date.month < 3 else '%-m'}} năm {date.year}"
        day = f"{chance.choice(('', '', ','))} ngày {chance.choice((figures(date), words))}"
        issuer, title = chance.choice(issuers), chance.choice(SUBJECTS)
        numbered = (type_, figure, date.year, code, who, form)
        made = Made(*numbered, date, day, issuer, title)
        if not _register().find(made.number):
            return made


def broken(write: Write, *forms: str, plain: bool = False) -> Generator:
    """Cite a document that is made up, one of ``forms`` when they are given, with one part wrong
    as ``write`` gives it; ``plain``: in the plainest words, before all others that the body cites,
    for a rule that tells all places at the first."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        wrong = next(filter(None, (write(make(chance, forms), chance) for _ in range(50))))
        block = f"- {chance.choice(PLAIN)} {wrong}." if plain else sentence(wrong, chance)
        return put(text, chance, block, first=plain)

    return generate


def twice(write: Write, *forms: str) -> Generator:
    """Cite a document rightly, then again with one part wrong."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        made = make(chance, forms)
        again = sentence(write(made, chance), chance)
        return put(text, chance, f"- Quán triệt {made.written()}.\n\n{again}")

    return generate


def added(*phrases: str) -> Generator:
    """Put a sentence with one of ``phrases``, its wrong words between « and », into the body."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        return put(text, chance, sentence(chance.choice(phrases), chance))

    return generate


def sentence(cited: str, chance: random.Random) -> str:
    """A dash in which a citation stands."""
    return f"- {chance.choice(_LEADS)} {cited}{chance.choice(_ENDS)}"
