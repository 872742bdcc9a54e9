"""Defects of citations against the register of known documents (checker/registers/documents.*)."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Iterator
from functools import cache

from checker.document import Document
from checker.registers.known_documents import KnownDocument, KnownDocuments
from checker.text.dates import figures
from tools.accuracy.defects import Defect, Generator, put

_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_AMENDING = re.compile("sửa đổi|bổ sung|bãi bỏ|thay thế|hợp nhất", re.IGNORECASE)
_GENERAL = re.compile(f"{_AMENDING.pattern}|(?:chi tiết|thi hành|hướng dẫn).*(?:Luật|Nghị|Pháp)")
_NOT_PLAIN = re.compile(r"[\d()…]|,\S")
_LATELY = datetime.timedelta(days=60)
_LONG = 5  # words
_BODIES = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương")
_SUBJECTS = (
    "về hoạt động của câu lạc bộ khuyến học ở khu dân cư",
    "phê duyệt Chương trình trồng hoa ven đường nông thôn",
    "quy định chế độ bồi dưỡng đối với vận động viên bơi lội",
)
_LAW_NAMES = ("Luật Thủy lợi", "Luật Điện ảnh", "Luật Giáo dục nghề nghiệp", "Luật Cạnh tranh")

_Write = Callable[[KnownDocument, random.Random], str]
_Fits = Callable[[KnownDocument, datetime.date], object]


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "known: date, surely", ("citation/known-date",), _cited(_is_sure, _wrong_date)
    yield "known: date, likely", ("citation/known-date-likely",), _cited(_is_likely, _wrong_date)
    yield "known: issuer", ("citation/known-issuer",), _cited(_is_party, _wrong_issuer)
    yield "known: title", ("citation/known-title",), _cited(_is_titled, _wrong_title)
    yield "known: name of a law", ("citation/known-title",), _cited(_is_law, _wrong_name)
    yield "known: no more in force", ("citation/superseded",), _cited(_is_over, _right)
    yield "known: article beyond", ("citation/article-beyond",), _cited(_has_articles, _article)


@cache
def _documents() -> tuple[KnownDocument, ...]:
    register = KnownDocuments.load()
    found = (register.find(number) for number in register.numbers())
    return tuple(known for documents in found if len(documents) == 1 for known in documents)


def _cited(fits: _Fits, write: _Write) -> Generator:
    """Cite a document that ``fits`` on the twin's day as ``write`` does."""

    def generate(text: str, document: Document, chance: random.Random) -> Defect | None:
        if document.date is None:
            return None
        day = document.date
        before = (one for one in _documents() if not one.date or one.date < day - _LATELY)
        known = chance.choice([one for one in before if fits(one, day) and one.number not in text])
        return put(text, chance, f"- Tiếp tục thực hiện {write(known, chance)}.")

    return generate


def _is_sure(one: KnownDocument, _day: datetime.date) -> object:
    return one.confidence == "H" and one.date and one.issuer and one.type not in _LAWS


def _is_likely(one: KnownDocument, _day: datetime.date) -> object:
    return one.confidence == "M" and one.date and one.issuer and one.type not in _LAWS


def _is_party(one: KnownDocument, _day: datetime.date) -> object:
    return one.issuer in _BODIES and one.date


def _is_titled(one: KnownDocument, day: datetime.date) -> object:
    told = len(one.title.split()) > _LONG and not _GENERAL.search(one.title)
    return told and (_is_sure(one, day) or _is_likely(one, day))


def _is_law(one: KnownDocument, _day: datetime.date) -> object:
    named = one.title.startswith("Luật ") and one.title[5].isupper()
    return one.confidence != "L" and named and not _AMENDING.search(one.title)


def _is_over(one: KnownDocument, day: datetime.date) -> object:
    over = one.until and one.until <= day and not _AMENDING.search(one.title)
    return over and (_is_law(one, day) if one.type in _LAWS else one.confidence != "L")


def _has_articles(one: KnownDocument, day: datetime.date) -> object:
    return one.articles and _is_law(one, day)


def _wrong_date(one: KnownDocument, chance: random.Random) -> str:
    assert one.date
    month, day = one.date.month, one.date.day % 28 + 1
    if chance.random() < 0.5:
        month, day = month % 12 + 1, min(one.date.day, 28)
    wrong = one.date.replace(month=month, day=day)
    written = chance.choice(
        (figures(wrong), f"{wrong:%d} tháng {figures(wrong).split('/')[1]} năm {wrong.year}")
    )
    return f"{one.type} số {one.number} ngày «{written}» của {one.issuer} {_title(one)}".rstrip()


def _wrong_issuer(one: KnownDocument, chance: random.Random) -> str:
    other = chance.choice([body for body in _BODIES if body != one.issuer])
    return f"{_dated(one)} của «{other}» {_title(one)}".rstrip()


def _wrong_title(one: KnownDocument, chance: random.Random) -> str:
    return f"{_dated(one)} của {one.issuer} «{chance.choice(_SUBJECTS)}»"


def _wrong_name(one: KnownDocument, chance: random.Random) -> str:
    other = chance.choice([name for name in _LAW_NAMES if name != one.title])
    return f"«{other}» số {one.number}"


def _right(one: KnownDocument, _chance: random.Random) -> str:
    if one.type in _LAWS:
        return f"«{one.title or one.type} số {one.number}»"
    issuer = f" của {one.issuer}" if one.issuer else ""
    day = f" ngày {figures(one.date)}" if one.date else ""
    return f"«{one.type} số {one.number}»{day}{issuer} {_title(one)}".rstrip()


def _article(one: KnownDocument, chance: random.Random) -> str:
    beyond = one.articles + chance.randrange(1, 60)
    clause = chance.choice(("", "khoản 1 ", "điểm a khoản 2 "))
    return f"quy định tại «{clause}Điều {beyond} {one.title} số {one.number}»"


def _dated(one: KnownDocument) -> str:
    assert one.date
    return f"{one.type} số {one.number} ngày {figures(one.date)}"


def _title(one: KnownDocument) -> str:
    """The title where it is whole and names no other document."""
    return "" if _NOT_PLAIN.search(one.title) else one.title
