"""Defects of figures and amounts: sentences and tables with one wrong number, put into the body."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from checker.document import Document
from checker.text.amounts import written
from checker.text.number_words import spell
from tools.accuracy.defects import Defect, Generator, put

_Sentence = Callable[[random.Random], str]
_UNITS = ("thôn", "hộ", "hồ sơ", "trường", "tiêu chí")
_SOURCES = ("ngân sách địa phương", "ngân sách cấp trên hỗ trợ", "nguồn xã hội hóa", "quỹ vận động")
_WORKS = ("Tập huấn cán bộ", "In tờ gấp", "Treo băng rôn", "Thuê máy chiếu", "Nước uống đại biểu")


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "amounts: words", ("amounts/words",), _added(_words)
    yield "amounts: words before figures", ("amounts/words",), _added(_words_first)
    yield "amounts: number word", ("amounts/number-word",), _added(_number_word)
    yield "amounts: product", ("amounts/product",), _added(_product)
    yield "amounts: percentage of figures", ("amounts/ratio",), _added(_ratio)
    yield "amounts: share", ("amounts/share",), _added(_share)
    yield "amounts: range reversed", ("amounts/range",), _added(_range)
    yield "amounts: parts in a sentence", ("amounts/parts",), _added(_parts)
    yield "amounts: parts in a list", ("amounts/parts",), _added(_parts_list)
    yield "amounts: parts too small", ("amounts/parts-short",), _added(_parts_short)
    yield "amounts: shares of a structure", ("amounts/shares",), _added(_shares)
    yield "amounts: total row", ("amounts/table-total",), _added(_table)
    yield "amounts: two values of a target", ("amounts/target",), _target
    yield "amounts: figure without marks", ("amounts/ungrouped",), _added(_ungrouped)


def _added(make: _Sentence) -> Generator:
    """Put what ``make`` writes, its wrong part between « and », into the body."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        return put(text, chance, make(chance))

    return generate


def _money(chance: random.Random) -> int:
    return chance.randrange(1, 999) * int(f"1{'0' * chance.randrange(4, 8)}")


def _shown(value: float | Decimal) -> str:
    return written(Decimal(str(value)))


def _words(chance: random.Random) -> str:
    value = _money(chance)
    wrong = spell(chance.choice((value * 10, value // 10, value + 10**6)))
    label = chance.choice(("", "", "bằng chữ: ", "Viết bằng chữ: "))
    said = wrong if label else wrong.capitalize()
    return f"- Kinh phí thực hiện là {_shown(value)} đồng ({label}«{said}» đồng)."


def _words_first(chance: random.Random) -> str:
    value = chance.randrange(2, 90)
    unit = chance.choice(("ngày", "bộ", "buổi"))
    figure = f"{value:02}"
    said = spell(value + chance.choice((1, 7, 10)))
    form = chance.choice((f"({figure}) {unit}", f"{unit} ({figure} {unit})"))
    return f"- Thực hiện đủ «{said}» {form} theo quy định."


def _number_word(chance: random.Random) -> str:
    value = chance.choice((15, 25, 35, 85, 21, 31))
    tens, unit = spell(value).rsplit(" ", 1)
    wrong = {"lăm": "năm", "mốt": "một"}[unit]
    scale, zeros = chance.choice((("nghìn", ".000"), ("triệu", ".000.000")))
    return f"- Mức chi mỗi lớp là {value}{zeros} đồng ({tens} «{wrong}» {scale} đồng)."


def _product(chance: random.Random) -> str:
    people, days, rate = chance.randrange(5, 90), chance.randrange(2, 6), chance.randrange(2, 40)
    right = people * days * rate * 5_000
    wrong = _shown(right + chance.choice((5_000, 100_000, 9 * right)))
    rated = f"{_shown(rate * 5_000)} đồng/người/ngày"
    sign = chance.choice("x×")
    return f"- Hỗ trợ tiền ăn: {people} người {sign} {days} ngày {sign} {rated} = «{wrong}» đồng."


def _ratio(chance: random.Random) -> str:
    whole = chance.randrange(6, 400)
    part = chance.randrange(1, whole)
    right = round(100 * part / whole, 1)
    wrong = f"{_shown(round((right + chance.choice((1.4, 5, 20))) % 100, 1))}%"
    unit = chance.choice(_UNITS)
    form = chance.choice((f"(«{wrong}»)", f"(đạt «{wrong}»)", f", đạt tỷ lệ «{wrong}»"))
    return f"- Rà soát xong {part}/{whole} {unit} {form}.".replace(" ,", ",")


def _share(chance: random.Random) -> str:
    return f"- Nhóm này chiếm tỷ lệ «{_shown(chance.randrange(1010, 4000) / 10)}%» trên địa bàn."


def _range(chance: random.Random) -> str:
    low = chance.randrange(2, 50)
    high = low + chance.randrange(1, 40)
    unit = chance.choice(("người", "hộ", "triệu đồng", "lượt người"))
    scale = "" if unit != "triệu đồng" else "triệu đồng "
    return f"- Mỗi nơi bố trí từ «{high} {scale}đến {low}» {unit}."


def _split(chance: random.Random, change: int) -> tuple[str, list[str]]:
    """A sum of money in "triệu đồng" or "đồng" and its parts, which make ``change`` hundredths of
    it more."""
    whole = chance.randrange(10, 900) * 100
    cuts = sorted(chance.sample(range(1, 100), chance.randrange(1, len(_SOURCES))))
    parts = [(b - a) * whole // 100 for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
    parts[-1] += whole * change // 100
    if chance.random() < 0.5:
        return f"{_shown(whole)} triệu đồng", [f"{_shown(part)} triệu đồng" for part in parts]
    return f"{_shown(whole)}.000 đồng", [f"{_shown(part)}.000 đồng" for part in parts]


def _parts(chance: random.Random) -> str:
    whole, parts = _split(chance, chance.choice((5, 20, 60)))
    items = [f"{source} {part}" for source, part in zip(_SOURCES, parts, strict=False)]
    listed = (
        f"{', '.join(items[:-1])} và {items[-1]}" if chance.random() < 0.4 else "; ".join(items)
    )
    return f"- Tổng kinh phí là «{whole}», {chance.choice(('trong đó:', 'bao gồm:'))} {listed}."


def _parts_list(chance: random.Random) -> str:
    whole, parts = _split(chance, chance.choice((5, 20, 60)))
    items = [f"+ {s.capitalize()}: {part}." for s, part in zip(_SOURCES, parts, strict=False)]
    return "\n\n".join([f"- Tổng kinh phí là «{whole}», trong đó:", *items])


def _parts_short(chance: random.Random) -> str:
    whole, parts = _split(chance, 0)
    while len(parts) < 3:
        whole, parts = _split(chance, 0)
    items = [f"{source} {part}" for source, part in zip(_SOURCES, parts[:-1], strict=False)]
    return f"- Tổng kinh phí là «{whole}», trong đó: {', '.join(items)}."


def _shares(chance: random.Random) -> str:
    first, second = chance.randrange(20, 50), chance.randrange(10, 40)
    third = 100 - first - second + chance.choice((2, 5, 10))
    wrong = f"{first}%, công nghiệp {second}%, dịch vụ {third}%"
    return f"- Cơ cấu kinh tế của địa phương: nông nghiệp «{wrong}»."


def _table(chance: random.Random) -> str:
    amounts = [chance.randrange(1, 400) * 50_000 for _ in range(chance.randrange(2, 6))]
    wrong = sum(amounts) + chance.choice((50_000, 1_000_000, 9 * sum(amounts)))
    rows = [("STT", "Nội dung", "Kinh phí (đồng)", "Ghi chú"), ("---",) * 4]
    rows += [
        (str(n), work, _shown(amount), "")
        for n, (work, amount) in enumerate(zip(_WORKS, amounts, strict=False), 1)
    ]
    rows.append(("", chance.choice(("Tổng cộng", "Cộng", "Tổng số")), f"«{_shown(wrong)}»", ""))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _target(text: str, document: Document, chance: random.Random) -> Defect | None:
    first, other = chance.sample(range(2, 90), 2)
    words = chance.choice(
        (
            ("Tỷ lệ hộ nghèo giảm còn", ""),
            ("Tỷ lệ lao động qua đào tạo đạt", ""),
            ("", " số cơ quan, đơn vị được cung cấp thông tin kịp thời"),
        )
    )
    at = text.index("\n\n", text.index("\nI. ")) + 2
    sentence = "- {} {}%{}.".format(words[0], "{}", words[1]).replace("-  ", "- ")
    both = f"{sentence.format(first)}\n\n{sentence.format(f'«{other}»')}\n\n"
    opening, wrong, rest = re.split("[«»]", both)
    after = text[:at] + opening + wrong + rest + text[at:]
    return Defect(after, at + len(opening), at + len(opening) + len(wrong))


def _ungrouped(chance: random.Random) -> str:
    return f"- Mức hỗ trợ là «{chance.randrange(10, 900) * 5000}» đồng mỗi người."
