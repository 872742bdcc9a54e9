"""Capitals put wrong in a sound plan, one generator for each family of rules."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from checker.document import Document
from tools.accuracy.defects import Defect, Generator, body, choose, swap

_SENTENCES = (
    "Thực hiện theo {} và các quy định hiện hành.",
    "Phối hợp, báo cáo theo {} của cấp trên.",
    "Nội dung này gắn với {} đã nêu ở trên.",
)


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "capitalization: level of the own place", ("capitalization/place-level",), _level
    yield "capitalization: name of the own place", ("capitalization/own-place",), _own_place
    yield "capitalization: start of a sentence", ("capitalization/sentence-start",), _sentence_start
    yield (
        "capitalization: type of a cited document",
        ("capitalization/document-type",),
        _document_type,
    )
    yield "capitalization: people", ("capitalization/people",), _people
    for name, rule, phrases in _PHRASES:
        yield f"capitalization: {name}", (f"capitalization/{rule}",), _inserted(phrases)


_PHRASES = (
    ("clause", "clause", ("khoản 1 Điều 3, «Khoản 2» Điều 5", "«Điểm a» khoản 2 Điều 5")),
    ("article", "article", ("khoản 2 «điều 5»", "quy định tại «chương II» Quy chế")),
    ("section", "section", ("quy định tại «mục 2» Chương III",)),
    ("special city", "special-city", ("kinh nghiệm của «thành phố Hồ Chí Minh»",)),
    ("place with a figure", "numbered-place", ("ý kiến của UBND «phường 3»",)),
    ("deputy", "deputy", ("ý kiến các «phó Chủ tịch»", "ý kiến «phó Giám đốc»")),
    ("Party and State", "state", ("chủ trương của «Đảng và nhà nước»",)),
    ("calendar", "calendar", ("lịch giao ban sáng «thứ hai»", "lễ hội rằm «tháng giêng»")),
    ("ministry", "ministries", ("hướng dẫn của «Bộ tài chính»", "yêu cầu của «Bộ Ngoại Giao»")),
    ("department", "departments", ("hướng dẫn của «Sở Tư Pháp»", "ý kiến «Sở y tế»")),
    ("local body", "local-bodies", ("ý kiến của «Hội đồng Nhân dân» xã",)),
    ("Party body", "party-bodies", ("kết luận của «Bộ chính trị»", "ý kiến «Ban bí thư»")),
    ("mass organisation", "mass-organisations", ("đề nghị của «Hội Khuyến Học» tỉnh",)),
    ("international body", "international", ("chương trình của «Liên Hợp Quốc»",)),
    ("acronym", "acronyms", ("tài khoản «VneID»", "cam kết với «Asean»")),
    ("region", "regions", ("chương trình vùng «Tây nguyên»", "kế hoạch vùng «Đông Nam bộ»")),
    ("honour", "honours", ("thành tích được tặng «Huân chương lao động»",)),
    ("holiday", "holidays", ("dịp «ngày quốc khánh» 2/9", "dịp «Ngày Nhà Giáo Việt Nam»")),
    ("festival", "tet", ("dịp «Tết Nguyên Đán»", "hoạt động «tết trung thu»")),
    ("lunar year", "lunar-year", ("chủ đề Xuân «Bính ngọ»",)),
    ("event", "events", ("dịp kỷ niệm «Cách mạng tháng tám»",)),
    ("revered name", "revered-names", ("tư tưởng «chủ tịch Hồ Chí Minh»", "lời «bác Hồ»")),
    ("newspaper", "press", ("bài trên «Tạp chí Cộng Sản»",)),
    ("law", "laws", ("quy định của «Luật đất đai»", "quy định của «Bộ Luật Hình sự»")),
    ("word for a law", "law-word", ("quy định của «luật Đất đai»",)),
)


def _inserted(phrases: tuple[str, ...]) -> Generator:
    """A sentence with one of ``phrases``, its wrong words between « and », after a sentence of the
    plan."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = choose(body(text), r"(?<=[a-zà-ỹ]\.)$", chance)
        if not match:
            return None
        before, wrong, after = re.split("[«»]", chance.choice(phrases))
        head, tail = chance.choice(_SENTENCES).split("{}")
        at = text.index("\nI. ") + match.start()
        start = at + len(f" {head}{before}")
        added = f" {head}{before}{wrong}{after}{tail}"
        return Defect(text[:at] + added + text[at:], start, start + len(wrong))

    return generate


def _people(text: str, document: Document, chance: random.Random) -> Defect | None:
    if document.regime == "party":
        return None
    return _inserted(("niềm tin với Đảng, Nhà nước và «nhân dân»",))(text, document, chance)


def _level(text: str, document: Document, chance: random.Random) -> Defect | None:
    match = choose(body(text), rf"(?<=[a-zà-ỹ] ){re.escape(str(document.locality))}(?!\w)", chance)
    if not match or not document.locality:
        return None
    start = text.index("\nI. ") + match.start()
    shown = match.group()
    return swap(text, start, start + len(shown), shown[0].upper() + shown[1:])


def _own_place(text: str, document: Document, chance: random.Random) -> Defect | None:
    match = choose(body(text), rf"{re.escape(str(document.locality))}(?!\w)", chance)
    if not match or " " not in document.locality.name:
        return None
    name = document.locality.name
    start = text.index("\nI. ") + match.end() - len(name)
    return swap(text, start, start + len(name), name.capitalize())


def _sentence_start(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(body(text), r"(?<=[a-zà-ỹ]{2}\. )[^\W\d_]{2,}(?= \w)", chance)
    if not match:
        return None
    start = text.index("\nI. ") + match.start()
    return swap(text, start, start + len(match.group()), match.group().lower())


def _document_type(text: str, _document: Document, chance: random.Random) -> Defect | None:
    types = "Nghị quyết|Quyết định|Kế hoạch|Kết luận|Chỉ thị|Nghị định"
    match = choose(body(text), rf"(?<=[a-zà-ỹ] )(?:{types}) số(?= \d+[/-][A-ZĐ])", chance)
    if not match:
        return None
    start = text.index("\nI. ") + match.start()
    return swap(text, start, start + len(match.group()), match.group().lower())
