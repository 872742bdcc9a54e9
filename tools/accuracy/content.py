"""Defects of the first rules: parts that are missing, places, spelling."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from checker.document import Document
from checker.text.folding import fold
from tools.accuracy.defects import (
    Defect,
    Generator,
    body,
    choose,
    cut,
    replaced,
    swap,
    without_lines,
)

_WORD = re.compile(r"[^\W\d_]+")


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "header: whole block gone", ("structure/header",), _without_head
    yield "structure: type line gone", ("structure/type",), without_lines(r"KẾ HOẠCH")
    yield "structure: title gone", ("structure/title",), _without_title
    yield (
        "header: Quốc hiệu and Tiêu ngữ gone",
        ("header/national-heading",),
        without_lines(r"CỘNG HÒA .*\nĐộc lập.*"),
    )
    yield "header: Tiêu ngữ gone", ("header/motto",), without_lines(r"Độc lập - Tự do.*")
    yield (
        "header: Party heading gone",
        ("header/party-heading",),
        without_lines(r"ĐẢNG CỘNG SẢN.*"),
    )
    yield (
        "header: issuer gone",
        ("header/issuer",),
        without_lines(
            r"(?:ỦY BAN NHÂN DÂN\n(?:XÃ|PHƯỜNG).*|THÀNH ỦY.*\nBAN TUYÊN.*|ĐẢNG BỘ.*\nĐẢNG ỦY.*)"
        ),
    )
    yield "header: number gone", ("header/number",), without_lines(r"Số:? .*")
    yield (
        "header: place and date gone",
        ("header/place-date",),
        without_lines(r".*, ngày .* năm 20\d\d"),
    )
    yield "recipients: all gone", ("recipients/missing",), _without_recipients
    yield "recipients: Lưu gone", ("recipients/archive",), without_lines(r"- Lưu.*")
    yield "recipients: Lưu out of form", ("recipients/archive-line",), _archive_line
    yield "signature: all gone", ("signature/missing",), _without_signature
    yield (
        "signature: post gone",
        ("signature/role",),
        without_lines(r"(?:PHÓ CHỦ TỊCH|PHÓ BÍ THƯ.*|TRƯỞNG BAN)"),
    )
    yield "signature: name gone", ("signature/name",), _without_name
    yield "spelling: acronym slip", ("spelling/acronym",), _slipped_acronym
    yield "spelling: word doubled", ("spelling/doubled-word",), _doubled_word
    yield "spelling: phrase doubled", ("spelling/doubled-phrase",), _doubled_phrase
    yield "typography: blank before mark", ("typography/space-before-punctuation",), _blank_before
    yield (
        "typography: ellipsis",
        ("typography/dots",),
        replaced(r"(?<=\w)\.\.\.", ("....", "…..", ".....")),
    )
    yield (
        "typography: mark doubled",
        ("typography/doubled-punctuation",),
        replaced(r"(?<=[a-zà-ỹ])[,;](?= )", (",,", ";;", ";,", ",;")),
    )
    yield "hygiene: invisible character", ("hygiene/invisible-character",), _invisible
    yield "hygiene: look-alike letter", ("hygiene/look-alike-letter",), replaced("Đ", ("Ð",))
    yield "hygiene: diacritics lost", ("hygiene/illegible",), _without_diacritics


def _without_head(text: str, _document: Document, _chance: random.Random) -> Defect:
    return cut(text, 0, text.index("KẾ HOẠCH\n"))


def _without_title(text: str, document: Document, _chance: random.Random) -> Defect:
    at = text.index(document.title.text)
    return cut(text, at, at + len(document.title.text))


def _without_recipients(text: str, _document: Document, _chance: random.Random) -> Defect:
    start = text.index("Nơi nhận:")
    end = re.compile(r"^(?:TM\.|KT\.|T/M|TRƯỞNG BAN)", re.MULTILINE).search(text, start)
    return cut(text, start, end.start() if end else len(text))


def _without_signature(text: str, _document: Document, _chance: random.Random) -> Defect | None:
    match = re.search(r"^(?:TM\.|T/M|TRƯỞNG BAN)", text, re.MULTILINE)
    return cut(text, match.start(), len(text)) if match else None


def _without_name(text: str, document: Document, _chance: random.Random) -> Defect:
    at = text.rindex(document.signature.name.text)
    return cut(text, at, len(text))


def _archive_line(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = re.search(r"(?<=Lưu: )VT, \w+", text)
    wrong = chance.choice(["VT. ", "VT; ", "VT/"])
    return swap(text, *match.span(), match.group().replace("VT, ", wrong)) if match else None


def _slipped_acronym(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(body(text), r"(?<![\w/-])(?:UBND|HĐND|MTTQ|OCOP)(?![\w/-])", chance)
    if not match:
        return None
    word, at = match.group(), chance.randrange(1, 4)
    doubled = word[:at] + word[at - 1] + word[at:]
    swapped = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    start = text.index("\nI. ") + match.start()
    wrong = chance.choice([doubled, swapped])
    return swap(text, start, start + len(word), wrong) if wrong != word else None


def _sentences(text: str, chance: random.Random) -> tuple[int, list[re.Match[str]]]:
    start = text.index("\nI. ")
    lines = [
        line
        for line in re.finditer(r"^.{80,}$", body(text), re.MULTILINE)
        if line.group().count(" ") > 15
    ]
    line = chance.choice(lines)
    return start + line.start(), list(_WORD.finditer(line.group()))


def _doubled_word(text: str, _document: Document, chance: random.Random) -> Defect:
    at, words = _sentences(text, chance)
    word = chance.choice([word for word in words[3:] if word.group().islower()])
    start, end = at + word.start(), at + word.end()
    return swap(text, start, end, f"{word.group()} {word.group()}")


def _doubled_phrase(text: str, _document: Document, chance: random.Random) -> Defect:
    while True:
        at, words = _sentences(text, chance)
        size = chance.randrange(2, 5)
        first = chance.randrange(3, len(words) - size)
        start, end = at + words[first].start(), at + words[first + size - 1].end()
        phrase = text[start:end]
        if re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)+", phrase):
            return swap(text, start, end, f"{phrase} {phrase}")


def _blank_before(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(body(text), r"(?<=[a-zà-ỹ])[,;](?= )|(?<=[a-zà-ỹ])\.$", chance)
    if not match:
        return None
    at = text.index("\nI. ") + match.start()
    return Defect(text[:at] + " " + text[at:], at - 1, at + 2)


def _invisible(text: str, _document: Document, chance: random.Random) -> Defect:
    at, words = _sentences(text, chance)
    place = at + chance.choice(words).start() + 1
    return swap(text, place, place, chance.choice("\u200b\u200d\ufeff\u00ad\ufffd"))


def _without_diacritics(text: str, _document: Document, _chance: random.Random) -> Defect:
    return Defect(fold(text), 0, len(text.split("\n", 1)[0]))
