"""Defects of form: header, structure, numbering, signature, recipients."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from checker.document import Document
from checker.text.numerals import roman, roman_value
from tools.accuracy.defects import Defect, Generator, choose, cut, swap

_LETTERS = "abcdđeghiklmnopqrstuvxy"


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield (
        "header: Quốc hiệu misspelt",
        ("header/nation-letters",),
        swapped(r"(?<=^CỘNG HÒA XÃ HỘI )CHỦ NGHĨA", "CHŨ NGHĨA", "CHỦ NGHIÃ", "CHỦ NGỈA"),
    )
    yield (
        "header: Tiêu ngữ misspelt",
        ("header/motto-letters",),
        swapped(
            r"^Độc lập - Tự do - Hạnh phúc",
            "Độc Lập - Tự Do - Hạnh Phúc",
            "Độc lập-Tự do-Hạnh phúc",
        ),
    )
    yield (
        "header: colon after Số",
        ("header/number-label", "header/party-number-colon"),
        _colon,
    )
    yield (
        "header: number without its zero",
        ("header/number-zero",),
        swapped(r"(?<=^Số)(?::?) \d+(?=[/-])", ": 7", ": 3"),
    )
    yield "header: blank in the number", ("header/number-blanks",), _blank_in_number
    yield (
        "header: other type's code",
        ("header/type-code", "header/unknown-code"),
        swapped(r"(?<=^Số: \d\d/)KH|(?<=^Số: \d\d\d/)KH|(?<=^Số \d\d-)KH", "QĐ", "BC", "CTR"),
    )
    yield "header: month", ("header/month-extra-zero", "header/month-zero"), _month
    yield (
        "header: day without its zero",
        ("header/day-zero",),
        swapped(r"(?<=, ngày )\d\d(?= tháng \d+ năm \d{4}$)", "5", "8"),
    )
    yield (
        "header: date in figures",
        ("header/date-in-figures",),
        swapped(r"(?<=, ngày )\d\d tháng \d+ năm \d{4}$", "05/3/2026", "12-3-2026"),
    )
    yield (
        "header: comma after the place",
        ("header/date-comma",),
        swapped(r", (?=ngày \d\d tháng)", " "),
    )
    yield (
        "header: other place of issue",
        ("header/place-of-issue",),
        _in_communes(swapped(r"^[^,\n]+(?=, ngày \d\d tháng)", "Phú Đình", "Tân Hưng")),
    )
    yield (
        "header: issuer abbreviated",
        ("header/issuer-short",),
        swapped(r"^ỦY BAN NHÂN DÂN(?=\n)", "UBND"),
    )
    yield (
        "structure: V/v in the title",
        ("structure/title-v-v",),
        swapped(r"(?<=^KẾ HOẠCH\n\n)(?=\S)", "V/v "),
    )
    yield (
        "structure: type in small letters",
        ("structure/type-capitals",),
        swapped(r"^KẾ HOẠCH$", "Kế hoạch"),
    )
    yield (
        "structure: type and title on one line",
        ("structure/one-line-title",),
        swapped(r"(?<=^KẾ HOẠCH)\n\n", " "),
    )
    yield "structure: form of the other regime", _FOREIGN, _foreign
    yield (
        "structure: heading in small letters",
        ("structure/heading-capitals",),
        _in_state_documents(swapped(r"(?<=^I\. )MỤC ĐÍCH, YÊU CẦU", "Mục đích, yêu cầu")),
    )
    yield "structure: empty heading", ("structure/empty-heading",), _empty_heading
    yield (
        "structure: closing mark",
        ("structure/closing-mark", "structure/party-closing-mark"),
        _closing_mark,
    )
    yield "structure: unmentioned appendix", ("structure/appendix-unmentioned",), _appendix
    yield (
        "numbering: heading left out",
        ("numbering/section-gap",),
        _renumbered(r"^[IVX]+(?=\. )", 1),
    )
    yield (
        "numbering: heading repeated",
        ("numbering/section-repeat", "numbering/section-order"),
        _renumbered(r"^[IVX]+(?=\. )", -1),
    )
    yield "numbering: item left out", ("numbering/item-gap",), _renumbered(r"^\d+(?=\. )", 1)
    yield (
        "numbering: item repeated",
        ("numbering/item-repeat", "numbering/item-order"),
        _renumbered(r"^\d+(?=\. )", -1),
    )
    yield "numbering: point left out", ("numbering/point-gap",), _relettered(1)
    yield (
        "numbering: point repeated",
        ("numbering/point-repeat", "numbering/point-order"),
        _relettered(-1),
    )
    yield (
        "numbering: letter that does not number",
        ("numbering/point-letter",),
        swapped(r"^[b-h](?=\) )", "f", "ă", "w"),
    )
    yield (
        "signature: full stop after TM",
        ("signature/authority-dot",),
        swapped(r"^(?:TM|KT)\.", "TM", "KT"),
    )
    yield (
        "signature: TM. before a post",
        ("signature/tm-post",),
        swapped(r"^KT\. CHỦ TỊCH$", "TM. CHỦ TỊCH"),
    )
    yield (
        "signature: TM. line gone",
        ("signature/collective",),
        _removed(r"^TM\. ỦY BAN NHÂN DÂN\n"),
    )
    yield "signature: KT. line gone", ("signature/deputy",), _removed(r"^KT\. CHỦ TỊCH\n")
    yield (
        "signature: head signs for himself",
        ("signature/same-post",),
        swapped(r"^PHÓ CHỦ TỊCH$", "CHỦ TỊCH"),
    )
    yield (
        "signature: other deputy",
        ("signature/other-post",),
        swapped(r"^PHÓ CHỦ TỊCH$", "PHÓ GIÁM ĐỐC"),
    )
    yield (
        "signature: other office's post",
        ("signature/post-of-issuer",),
        swapped(r"^KT\. CHỦ TỊCH\n+PHÓ CHỦ TỊCH$", "GIÁM ĐỐC", "BÍ THƯ"),
    )
    yield "signature: degree", ("signature/degree",), _before_name("ThS. ", "TS. ", "Thạc sĩ ")
    yield "signature: name in capitals", ("signature/name-capitals",), _name_in_capitals
    yield (
        "recipients: mark at a line's end",
        ("recipients/item-end", "recipients/party-item-end", "recipients/old-party-item-end"),
        swapped(r"(?<=^- )([^\n]{4,60});$", r"\1,", r"\1"),
    )
    yield (
        "recipients: label",
        ("recipients/label",),
        swapped(r"^Nơi nhận:", "NƠI NHẬN:", "Nơi nhận"),
    )
    yield (
        "recipients: Như trên",
        ("recipients/as-above",),
        swapped(r"(?<=^Nơi nhận:\n\n)", "- Như trên;\n\n"),
    )
    yield "recipients: listed twice", ("recipients/repeated",), _listed_twice
    yield "recipients: assigned unit gone", ("recipients/assigned-unit",), _without_assigned


_FOREIGN = ("structure/party-form-in-state", "structure/state-form-in-party")


def swapped(pattern: str, *wrong: str) -> Generator:
    """A generator that puts one of ``wrong`` (with ``\\1`` for a group) where ``pattern`` fits."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = choose(text, pattern, chance)
        return swap(text, *match.span(), match.expand(chance.choice(wrong))) if match else None

    return generate


def _removed(pattern: str) -> Generator:
    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = choose(text, pattern, chance)
        return cut(text, *match.span()) if match else None

    return generate


def _in_communes(generate: Generator) -> Generator:
    def only(text: str, document: Document, chance: random.Random) -> Defect | None:
        commune = document.locality.level in ("xã", "phường")
        return generate(text, document, chance) if commune else None

    return only


def _in_state_documents(generate: Generator) -> Generator:
    def only(text: str, document: Document, chance: random.Random) -> Defect | None:
        return generate(text, document, chance) if document.regime == "state" else None

    return only


def _blank_in_number(text: str, document: Document, chance: random.Random) -> Defect | None:
    number = document.header.number.text
    at = text.index(number)
    marks = [index for index, char in enumerate(number) if char in "-/"]
    place = at + chance.choice(marks)
    return swap(text, place, place + 1, f" {text[place]} ")


def _colon(text: str, _document: Document, _chance: random.Random) -> Defect | None:
    match = re.search(r"^Số(:?)(?= \d)", text, re.MULTILINE)
    return swap(text, *match.span(), "Số" if match[1] else "Số:") if match else None


def _month(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = re.search(r"(?<= tháng )\d+(?= năm \d{4}$)", text, re.MULTILINE)
    return swap(text, *match.span(), chance.choice(["03", "08", "1", "2"])) if match else None


def _foreign(text: str, document: Document, chance: random.Random) -> Defect | None:
    forms = {
        "state": ((r"^TM\.", "T/M"), (r"(?<=^Số: )(\d+)/KH-", r"\1-KH/")),
        "party": ((r"^T/M", "TM."), (r"^Số (\d+)-KH/", r"Số: \1/KH-")),
    }
    pattern, wrong = chance.choice(forms[document.regime])
    match = choose(text, pattern, chance)
    return swap(text, *match.span(), match.expand(wrong)) if match else None


def _empty_heading(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"(?<=\n)II\. [^\n]+\n(?=\n)", chance)
    end = text.find("\nIII. ")
    return cut(text, match.end(), end) if match and end > 0 else None


def _closing_mark(text: str, document: Document, _chance: random.Random) -> Defect | None:
    at = document.recipients.label.start
    above = document.text[:at].rstrip()
    line = above[above.rfind("\n") + 1 :]
    start = text.rindex(line)
    end = start + len(line)
    bare = line.rstrip("./")
    mark = "." if document.regime == "state" else "./."
    return swap(text, start + len(bare), end, mark)


def _appendix(text: str, _document: Document, _chance: random.Random) -> Defect | None:
    if re.search("phụ lục|kèm theo|đính kèm", text, re.IGNORECASE):
        return None
    added = "\n\nPHỤ LỤC\n\nNHIỆM VỤ NĂM 2026\n"
    return swap(text, len(text.rstrip()), len(text), added)


def _renumbered(pattern: str, step: int) -> Generator:
    """Gives one number, not the first of its kind, the value of its neighbour."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        above = text[: text.index("\nNơi nhận")]
        later = [
            one
            for one in re.finditer(pattern, above, re.MULTILINE)
            if one.group() not in ("1", "I")
        ]
        if not later:
            return None
        match = chance.choice(later)
        number = match.group()
        if number.isdigit():
            return swap(text, *match.span(), str(int(number) + step))
        return swap(text, *match.span(), roman(roman_value(number) + step))

    return generate


def _relettered(step: int) -> Generator:
    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = choose(text, r"^[b-hđ](?=\) )", chance)
        if not match:
            return None
        letter = _LETTERS[_LETTERS.index(match.group()) + step]
        return swap(text, *match.span(), letter)

    return generate


def _before_name(*degrees: str) -> Generator:
    def generate(text: str, document: Document, chance: random.Random) -> Defect | None:
        at = text.rindex(document.signature.name.text)
        return swap(text, at, at, chance.choice(degrees))

    return generate


def _name_in_capitals(text: str, document: Document, _chance: random.Random) -> Defect | None:
    name = document.signature.name.text
    at = text.rindex(name)
    return swap(text, at, at + len(name), name.upper())


def _listed_twice(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text[text.index("Nơi nhận") :], r"^- (?!Lưu)[^\n]{8,80};\n\n", chance)
    if not match:
        return None
    end = text.index("Nơi nhận") + match.end()
    return swap(text, end, end, match.group())


def _without_assigned(text: str, document: Document, chance: random.Random) -> Defect | None:
    """Leaves one recipient that is given no work, and the archive line."""
    recipients = document.recipients
    start, end = text.index("Nơi nhận:"), text.index(recipients.archive.text)
    leads = [task.lead.text for task in document.tasks if task.form == "fields" and task.lead]
    if not any(lead.startswith(("Công an", "Trung tâm")) for lead in leads):
        return None
    kept = chance.choice(["- Thường trực Đảng ủy;", "- Chủ tịch, các Phó Chủ tịch;"])
    changed = f"{text[:start]}Nơi nhận:\n\n{kept}\n\n{text[end:]}"
    return Defect(changed, start, start)
