"""Defects of units: written otherwise, renamed, with other capitals, gone, of a district."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from checker.document import Document
from tools.accuracy.defects import Defect, Generator, choose, swap

_FORMER = (
    "Sở Kế hoạch và Đầu tư",
    "Sở Giao thông vận tải",
    "Sở Tài nguyên và Môi trường",
    "Sở Thông tin và Truyền thông",
    "Sở TT&TT",
    "Sở Nông nghiệp và PTNT",
    "Bộ Thông tin và Truyền thông",
    "Ban Tuyên giáo Đảng ủy",
    "Phòng Văn hóa và Thông tin",
)
_OF_DISTRICT = (
    "UBND huyện",
    "Ủy ban nhân dân quận",
    "Công an huyện",
    "Huyện ủy",
    "Phòng Nội vụ huyện",
    "UBND thị trấn",
)
# Where an agency more can stand: in a field, among the recipients, in the prose.
_PLACES = r"(?<=^\* Đơn vị phối hợp: )|(?<=\bphối hợp với )(?=các )|(?<=^Nơi nhận:\n\n)"


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    names = ("units/variant-name", "units/official-name", "units/official-local-name")
    former = (
        "former-agency",
        "former-agency-mentioned",
        "former-office",
        "former-office-mentioned",
    )
    district = ("units/district-agency", "units/district-agency-mentioned")
    yield "units: written otherwise", names, _varied
    yield "units: service centre renamed", ("units/rival-names",), _renamed_centre
    yield "units: office renamed", ("units/rival-names",), _renamed_office
    yield "units: capitals", ("units/capitals",), _small
    yield "units: abolished agency", tuple(f"units/{one}" for one in former), _one_more(_FORMER)
    yield "units: agency of a district", district, _one_more(_OF_DISTRICT)


def _one_of(
    text: str, forms: tuple[tuple[str, str], ...], least: int, chance: random.Random
) -> Defect | None:
    """Write one of ``forms`` (right, wrong), where its right one stands ``least`` times."""
    possible = [form for form in forms if text.count(form[0]) >= least]
    right, wrong = chance.choice(possible or [("", "")])
    match = choose(text, re.escape(right), chance) if right else None
    return swap(text, *match.span(), wrong) if match else None


def _varied(text: str, _document: Document, chance: random.Random) -> Defect | None:
    forms = (
        ("Văn phòng HĐND và UBND", "Văn phòng HĐND-UBND"),
        ("Văn phòng HĐND và UBND", "Văn phòng HĐND & UBND"),
        ("Văn phòng HĐND và UBND", "Văn phòng HĐND, UBND"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa Xã hội"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa và Xã hội"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa, Xã hội"),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa Thể thao và Du lịch"),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa - Thể thao và Du lịch"),
        ("Ban Tuyên giáo và Dân vận", "Ban Tuyên giáo - Dân vận"),
        (
            "Trung tâm Văn hóa, Thể thao và Truyền thông",
            "Trung tâm Văn hóa - Thể thao và Truyền thông",
        ),
    )
    return _one_of(text, forms, 1, chance)


def _renamed_centre(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"Trung tâm Dịch vụ (?:tổng hợp|sự nghiệp công)", chance)
    if not match or text.count(match.group()) < 3:
        return None
    other = ("Dịch vụ công ích", "Dịch vụ công", "Dịch vụ hỗ trợ")
    return swap(text, *match.span(), f"Trung tâm {chance.choice(other)}")


def _renamed_office(text: str, _document: Document, chance: random.Random) -> Defect | None:
    ends = r"(?= (?:xã|phường)?[.,;\n])"
    wrong = (
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Thể thao"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa, Khoa học và Thông tin"),
        ("Văn phòng HĐND và UBND", "Văn phòng UBND"),
        ("Văn phòng HĐND và UBND", "Văn phòng Ủy ban nhân dân"),
    )
    right, other = chance.choice(wrong)
    if text.count(right) < 2 or "ỦY BAN NHÂN DÂN" not in text:
        return None
    match = choose(text, rf"(?:(?<=: )|(?<=^- )){re.escape(right)}{ends}", chance)
    return swap(text, *match.span(), other) if match else None


def _small(text: str, _document: Document, chance: random.Random) -> Defect | None:
    forms = (
        ("Văn phòng HĐND và UBND", "văn phòng HĐND và UBND"),
        ("Trung tâm Dịch vụ", "Trung tâm dịch vụ"),
        ("Phòng Văn hóa - Xã hội", "Phòng văn hóa - xã hội"),
        ("Ban Tuyên giáo và Dân vận", "Ban tuyên giáo và Dân vận"),
        ("Trung tâm Văn hóa, Thể thao", "Trung tâm văn hóa, Thể thao"),
    )
    return _one_of(text, forms, 3, chance)


def _one_more(agencies: tuple[str, ...]) -> Generator:
    """Name one of ``agencies`` beside others; a Phòng only in documents of communes."""

    def generate(text: str, document: Document, chance: random.Random) -> Defect | None:
        match = choose(text, _PLACES, chance)
        if not match:
            return None
        of_province = document.locality.level in ("tỉnh", "thành phố")
        fitting = [one for one in agencies if not (of_province and one.startswith("Phòng V"))]
        wrong, at = chance.choice(fitting), match.start()
        after = ", "
        if text[:at].endswith("\n"):
            item = text[at : text.index("\n", at)]
            after = f"{item[-1]}\n\n- "
            at += len("- ")
        return Defect(text[:at] + wrong + after + text[at:], at, at + len(wrong))

    return generate
