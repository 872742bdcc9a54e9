"""Defects that a generator puts into a sound plan, with the rules that must find them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.document import Document
from checker.text.folding import fold


@dataclass(frozen=True)
class Defect:
    """A text with one defect: ``start`` and ``end`` are offsets in it of the wrong words; they are
    equal where something is missing."""

    text: str
    start: int
    end: int


Generator = Callable[[str, Document, random.Random], Defect | None]
PLACES = ("Nghị Quyết", "Phú Đình", "Tân Hưng", "Trường Thành", "Ea Kao", "Mỹ Xuyên", "An Hải")
_WORD = re.compile(r"[^\W\d_]+")


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "header: whole block gone", ("structure/header",), _without_head
    yield "structure: type line gone", ("structure/type",), _without_lines(r"KẾ HOẠCH")
    yield "structure: title gone", ("structure/title",), _without_title
    yield (
        "header: Quốc hiệu and Tiêu ngữ gone",
        ("header/national-heading",),
        _without_lines(r"CỘNG HÒA .*\nĐộc lập.*"),
    )
    yield "header: Tiêu ngữ gone", ("header/motto",), _without_lines(r"Độc lập - Tự do.*")
    yield (
        "header: Party heading gone",
        ("header/party-heading",),
        _without_lines(r"ĐẢNG CỘNG SẢN.*"),
    )
    yield (
        "header: issuer gone",
        ("header/issuer",),
        _without_lines(
            r"(?:ỦY BAN NHÂN DÂN\n(?:XÃ|PHƯỜNG).*|THÀNH ỦY.*\nBAN TUYÊN.*|ĐẢNG BỘ.*\nĐẢNG ỦY.*)"
        ),
    )
    yield "header: number gone", ("header/number",), _without_lines(r"Số:? .*")
    yield (
        "header: place and date gone",
        ("header/place-date",),
        _without_lines(r".*, ngày .* năm 20\d\d"),
    )
    yield "recipients: all gone", ("recipients/missing",), _without_recipients
    yield "recipients: Lưu gone", ("recipients/archive",), _without_lines(r"- Lưu.*")
    yield "recipients: Lưu out of form", ("recipients/archive-line",), _archive_line
    yield "signature: all gone", ("signature/missing",), _without_signature
    yield (
        "signature: post gone",
        ("signature/role",),
        _without_lines(r"(?:PHÓ CHỦ TỊCH|PHÓ BÍ THƯ.*|TRƯỞNG BAN)"),
    )
    yield "signature: name gone", ("signature/name",), _without_name
    yield "assignment: lead line gone", ("assignment/lead-unit",), _without_lead
    yield (
        "assignment: task assigned to nobody",
        ("assignment/bare-task", "assignment/lead-unit"),
        _without_fields,
    )
    yield (
        "locality: own place renamed",
        ("locality/other-place", "locality/other-authority"),
        _renamed_place,
    )
    yield "units: written otherwise", ("units/variant-name",), _varied_unit
    yield "units: service centre renamed", ("units/rival-names",), _rival_unit
    yield "units: capitals", ("units/capitals",), _small_unit
    yield "spelling: acronym slip", ("spelling/acronym",), _slipped_acronym
    yield "spelling: word doubled", ("spelling/doubled-word",), _doubled_word
    yield "spelling: phrase doubled", ("spelling/doubled-phrase",), _doubled_phrase
    yield "typography: blank before mark", ("typography/space-before-punctuation",), _blank_before
    yield (
        "typography: ellipsis",
        ("typography/dots",),
        _replaced(r"(?<=\w)\.\.\.", ("....", "…..", ".....")),
    )
    yield (
        "typography: mark doubled",
        ("typography/doubled-punctuation",),
        _replaced(r"(?<=[a-zà-ỹ])[,;](?= )", (",,", ";;", ";,", ",;")),
    )
    yield "hygiene: invisible character", ("hygiene/invisible-character",), _invisible
    yield "hygiene: look-alike letter", ("hygiene/look-alike-letter",), _replaced("Đ", ("Ð",))
    yield "hygiene: diacritics lost", ("hygiene/illegible",), _without_diacritics


def _cut(text: str, start: int, end: int) -> Defect:
    return Defect(text[:start] + text[end:], start, start)


def _swap(text: str, start: int, end: int, wrong: str) -> Defect:
    return Defect(text[:start] + wrong + text[end:], start, start + len(wrong))


def _choose(text: str, pattern: str, chance: random.Random) -> re.Match[str] | None:
    matches = list(re.finditer(pattern, text, re.MULTILINE))
    return chance.choice(matches) if matches else None


def _without_lines(pattern: str) -> Generator:
    def generate(text: str, _document: Document, _chance: random.Random) -> Defect | None:
        match = re.search(rf"^{pattern}$", text, re.MULTILINE)
        return _cut(text, *match.span()) if match else None

    return generate


def _replaced(pattern: str, wrong: tuple[str, ...]) -> Generator:
    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = _choose(_body(text), pattern, chance)
        if not match:
            return None
        at = text.index("\nI. ")
        return _swap(text, at + match.start(), at + match.end(), chance.choice(wrong))

    return generate


def _body(text: str) -> str:
    return text[text.index("\nI. ") : text.index("\nNơi nhận")]


def _without_head(text: str, _document: Document, _chance: random.Random) -> Defect:
    return _cut(text, 0, text.index("KẾ HOẠCH\n"))


def _without_title(text: str, document: Document, _chance: random.Random) -> Defect:
    at = text.index(document.title.text)
    return _cut(text, at, at + len(document.title.text))


def _without_recipients(text: str, _document: Document, _chance: random.Random) -> Defect:
    start = text.index("Nơi nhận:")
    end = re.compile(r"^(?:TM\.|KT\.|T/M|TRƯỞNG BAN)", re.MULTILINE).search(text, start)
    return _cut(text, start, end.start() if end else len(text))


def _without_signature(text: str, _document: Document, _chance: random.Random) -> Defect | None:
    match = re.search(r"^(?:TM\.|T/M|TRƯỞNG BAN)", text, re.MULTILINE)
    return _cut(text, match.start(), len(text)) if match else None


def _without_name(text: str, document: Document, _chance: random.Random) -> Defect:
    at = text.rindex(document.signature.name.text)
    return _cut(text, at, len(text))


def _archive_line(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = re.search(r"(?<=Lưu: )VT, \w+", text)
    wrong = chance.choice(["VT. ", "VT; ", "VT/"])
    return _swap(text, *match.span(), match.group().replace("VT, ", wrong)) if match else None


def _without_lead(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = _choose(text, r"^\* Đơn vị (?:chủ trì|thực hiện).*\n+", chance)
    return _cut(text, *match.span()) if match else None


def _without_fields(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = _choose(
        text, r"^\* Đơn vị (?:chủ trì|thực hiện).*\n+(?:\* (?:Đơn vị|Thời gian).*\n+)+", chance
    )
    return _cut(text, *match.span()) if match else None


def _renamed_place(text: str, document: Document, chance: random.Random) -> Defect | None:
    own = str(document.locality)
    if document.locality.level not in ("xã", "phường"):
        return None
    start = text.index("\nI. ")
    matches = list(re.finditer(re.escape(own), text[start:]))
    if not matches:
        return None
    match = chance.choice(matches)
    wrong = f"{chance.choice(['xã', 'phường'])} {chance.choice(PLACES)}"
    return _swap(text, start + match.start(), start + match.end(), wrong)


def _varied_unit(text: str, _document: Document, chance: random.Random) -> Defect | None:
    forms = (
        ("Văn phòng HĐND và UBND", "Văn phòng HĐND-UBND"),
        ("Văn phòng HĐND và UBND", "Văn phòng HĐND & UBND"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa Xã hội"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa và Xã hội"),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa Thể thao và Du lịch"),
    )
    right, wrong = chance.choice([form for form in forms if text.count(form[0]) > 1] or [("", "")])
    match = _choose(text, re.escape(right), chance) if right else None
    return _swap(text, *match.span(), wrong) if match else None


def _rival_unit(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = _choose(text, r"Trung tâm Dịch vụ (?:tổng hợp|sự nghiệp công)", chance)
    if not match or text.count(match.group()) < 3:
        return None
    other = ("Dịch vụ công ích", "Dịch vụ công", "Dịch vụ hỗ trợ")
    return _swap(text, *match.span(), f"Trung tâm {chance.choice(other)}")


def _small_unit(text: str, _document: Document, chance: random.Random) -> Defect | None:
    forms = (
        ("Văn phòng HĐND và UBND", "văn phòng HĐND và UBND"),
        ("Trung tâm Dịch vụ", "Trung tâm dịch vụ"),
        ("Phòng Văn hóa - Xã hội", "Phòng văn hóa - xã hội"),
    )
    right, wrong = chance.choice([form for form in forms if text.count(form[0]) > 2] or [("", "")])
    match = _choose(text, re.escape(right), chance) if right else None
    return _swap(text, *match.span(), wrong) if match else None


def _slipped_acronym(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = _choose(_body(text), r"(?<![\w/-])(?:UBND|HĐND|MTTQ|OCOP)(?![\w/-])", chance)
    if not match:
        return None
    word, at = match.group(), chance.randrange(1, 4)
    doubled = word[:at] + word[at - 1] + word[at:]
    swapped = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    start = text.index("\nI. ") + match.start()
    wrong = chance.choice([doubled, swapped])
    return _swap(text, start, start + len(word), wrong) if wrong != word else None


def _sentences(text: str, chance: random.Random) -> tuple[int, list[re.Match[str]]]:
    start = text.index("\nI. ")
    lines = [
        line
        for line in re.finditer(r"^.{80,}$", _body(text), re.MULTILINE)
        if line.group().count(" ") > 15
    ]
    line = chance.choice(lines)
    return start + line.start(), list(_WORD.finditer(line.group()))


def _doubled_word(text: str, _document: Document, chance: random.Random) -> Defect:
    at, words = _sentences(text, chance)
    word = chance.choice([word for word in words[3:] if word.group().islower()])
    start, end = at + word.start(), at + word.end()
    return _swap(text, start, end, f"{word.group()} {word.group()}")


def _doubled_phrase(text: str, _document: Document, chance: random.Random) -> Defect:
    while True:
        at, words = _sentences(text, chance)
        size = chance.randrange(2, 5)
        first = chance.randrange(3, len(words) - size)
        start, end = at + words[first].start(), at + words[first + size - 1].end()
        phrase = text[start:end]
        if re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)+", phrase):
            return _swap(text, start, end, f"{phrase} {phrase}")


def _blank_before(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = _choose(_body(text), r"(?<=[a-zà-ỹ])[,;](?= )|(?<=[a-zà-ỹ])\.$", chance)
    if not match:
        return None
    at = text.index("\nI. ") + match.start()
    return Defect(text[:at] + " " + text[at:], at - 1, at + 2)


def _invisible(text: str, _document: Document, chance: random.Random) -> Defect:
    at, words = _sentences(text, chance)
    place = at + chance.choice(words).start() + 1
    return _swap(text, place, place, chance.choice("\u200b\u200d\ufeff\u00ad\ufffd"))


def _without_diacritics(text: str, _document: Document, _chance: random.Random) -> Defect:
    return Defect(fold(text), 0, len(text.split("\n", 1)[0]))
