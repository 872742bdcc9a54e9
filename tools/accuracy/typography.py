"""Defects of typography and hygiene: spaces, marks, figures, and what drafting leaves behind."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from checker.document import Document
from tools.accuracy.defects import Defect, Generator, body, choose, cut, replaced, swap

_LETTER = r"[^\W\d_]"
_SMALL = r"[^\W\d_A-ZĐĂÂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ]"
_TONED = "ảãạằắẳẵặầấẩẫậẻẽẹềếểễệỉĩịỏõọồốổỗộờớởỡợủũụừứửữựỷỹỵ"


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield (
        "typography: no space after a mark",
        ("typography/space-after-punctuation",),
        _edited(rf"(?<={_SMALL}{{2}}[,;]) (?={_LETTER}{{2}}[^\w.:/@=-])", ""),
    )
    yield (
        "typography: no space after a full stop",
        ("typography/space-after-full-stop",),
        _edited(rf"(?<={_SMALL}{{3}}\.) (?=[A-ZĐ]{_SMALL}{{1,5}} )", ""),
    )
    yield (
        "typography: space inside brackets",
        ("typography/space-inside-brackets",),
        _edited(rf"(?<=\()(?={_LETTER}{{2}})|(?<={_LETTER}{{2}})(?=\))", " "),
    )
    yield (
        "typography: bracket glued to a word",
        ("typography/space-at-brackets",),
        _edited(rf"(?<={_SMALL}{{3}}) (?=\({_LETTER}{{2,20}}[ ,;.)])", ""),
    )
    yield (
        "typography: space inside quotes",
        ("typography/space-inside-quotes",),
        _edited(r"(?<=“)(?=\w)|(?<=\w)(?=”)", " "),
    )
    yield (
        "typography: quote glued to a word",
        ("typography/space-at-quotes",),
        _edited(rf"(?<={_SMALL}{{3}}) (?=“)|(?<=”) (?={_SMALL}{{2}})", ""),
    )
    yield (
        "typography: doubled space",
        ("typography/double-space",),
        _edited(rf"(?<={_LETTER}{{2}}) (?={_LETTER}{{2}})", "  "),
    )
    yield (
        "typography: list dash glued",
        ("typography/list-dash",),
        _edited(rf"(?<=^[-+*]) (?={_LETTER}{{2}})", ""),
    )
    yield "typography: TM. glued", ("typography/space-after-authority",), _glued_authority
    yield (
        "typography: hyphen spaced on one side",
        ("typography/hyphen-spacing",),
        _edited(
            r"(?<=kinh tế) (?=- xã hội)|(?<=[Vv]ăn hóa) (?=- [Xx]ã hội)|(?<=kinh tế -) (?=xã hội)",
            "",
        ),
    )
    yield "typography: year range spaced on one side", ("typography/range-spacing",), _range
    yield (
        "typography: partner of a bracket gone",
        ("typography/unbalanced-bracket",),
        _without_one(rf"(?<= )\((?={_LETTER}{{4}})|(?<={_SMALL}{{5}})\)"),
    )
    yield (
        "typography: partner of a quote gone",
        ("typography/unbalanced-quote",),
        _without_one(rf"(?<= )“(?={_LETTER})|(?<={_LETTER})”(?=[ ,])"),
    )
    yield "typography: final mark gone", ("typography/final-mark",), _without_final_mark
    yield "typography: list item with another mark", ("typography/list-mark",), _other_mark
    yield (
        "typography: hyphen closed",
        ("typography/hyphen-mixed",),
        _edited(r"(?<=kinh tế) - (?=xã hội)", "-"),
    )
    yield (
        "typography: long dash",
        ("typography/dash-mixed",),
        replaced(r"(?<=[a-z] )-(?= [a-z])", ("–",)),
    )
    yield (
        "typography: decimal point",
        ("typography/decimal-point",),
        _inserted((" đạt 8.5%", " với 1.5 tỷ đồng", " trên 12.25 ha")),
    )
    yield (
        "typography: thousands",
        ("typography/thousands-comma", "typography/thousands-broken"),
        _inserted((" với 150,000,000 đồng", " với 1.50.000 đồng", " cho 1,500 người")),
    )
    yield "typography: v.v.", ("typography/etc",), _inserted((", v.v..", ", vv..."))
    yield (
        "typography: ./. out of form",
        ("typography/end-mark",),
        replaced(r"\./\.$", (" ./.", ". /.", "./..", ".//.")),
    )
    yield (
        "hygiene: placeholder",
        ("hygiene/placeholder-bracket", "hygiene/placeholder-x"),
        _inserted((" [tên đơn vị]", " [...]", " xxx", " [điền số liệu]")),
    )
    yield (
        "hygiene: drafting note",
        ("hygiene/draft-note",),
        _inserted((" (cập nhật sau)", " (xem lại)", " (?)", "???", " [kiểm tra lại]")),
    )
    yield (
        "hygiene: Word field error",
        ("hygiene/field-error",),
        _inserted((" Error! Reference source not found.", " Error! Bookmark not defined.")),
    )
    yield "hygiene: markup", ("hygiene/markup",), _inserted(("&nbsp;", "<br>", "</p>"))
    yield (
        "hygiene: copied from elsewhere",
        ("hygiene/copied-from",),
        _inserted((" Sent from my iPhone", " 【4†source】", " [cite: 3]")),
    )
    yield "hygiene: sample name", ("hygiene/sample-name",), _sample_name
    yield "hygiene: letters set apart", ("hygiene/letter-spaced",), _letter_spaced
    yield (
        "hygiene: old encoding",
        ("hygiene/legacy-encoding",),
        replaced(r"\b(?:nhân|dân)\b", ("nh©n", "d©n")),
    )
    yield "hygiene: stray sign", ("hygiene/stray-sign",), _edited(r"(?<=\bđư)(?=ợc\b)", "¬")
    yield (
        "hygiene: full-width mark",
        ("hygiene/full-width",),
        replaced(r"(?<=\w)[,;](?= )", ("，", "；")),
    )


def _edited(pattern: str, wrong: str) -> Generator:
    """Replace one place of the body by ``wrong``, a template; the letters around it are marked,
    as what is wrong may be a blank."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = choose(body(text), pattern, chance)
        if not match:
            return None
        start = text.index("\nI. ") + match.start()
        defect = swap(text, start, start + len(match.group()), match.expand(wrong))
        return Defect(defect.text, defect.start - 1, defect.end + 1)

    return generate


def _without_one(pattern: str) -> Generator:
    """Delete one mark of the body; what is told is its partner, somewhere near."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = choose(body(text), pattern, chance)
        if not match:
            return None
        at = text.index("\nI. ")
        return cut(text, at + match.start(), at + match.end())

    return generate


def _inserted(words: tuple[str, ...]) -> Generator:
    """Put words after one of a sentence of the body."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = choose(body(text), rf"(?<={_SMALL}{{3}})(?=[,;] {_SMALL}{{2}})", chance)
        if not match:
            return None
        at = text.index("\nI. ") + match.start()
        return swap(text, at, at, chance.choice(words))

    return generate


def _glued_authority(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"^(?:TM|KT)\. (?=[A-ZĐ])", chance)
    return swap(text, *match.span(), match.group().rstrip()) if match else None


def _range(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"(20\d\d) - (20\d\d)", chance)
    if not match:
        return None
    wrong = chance.choice([r"\1- \2", r"\1 -\2"])
    return swap(text, *match.span(), match.expand(wrong))


def _without_final_mark(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(body(text), rf"(?<=^- .{{160}}).*{_SMALL}(\.)$", chance)
    if not match:
        return None
    at = text.index("\nI. ")
    return cut(text, at + match.start(1), at + match.end(1))


def _other_mark(text: str, _document: Document, chance: random.Random) -> Defect | None:
    """Let one dash of four end with a semicolon where all end with a full stop."""
    match = choose(body(text), r"(?:^- [^\n;]*\w\.\n+){4,}", chance)
    if not match:
        return None
    ends = [end.start() for end in re.finditer(r"\.(?=\n)", match.group())]
    at = text.index("\nI. ") + match.start() + chance.choice(ends)
    return swap(text, at, at + 1, ";")


def _sample_name(text: str, document: Document, chance: random.Random) -> Defect:
    name = document.signature.name.text
    at = text.rindex(name)
    return swap(text, at, at + len(name), f"Nguyễn Văn {chance.choice('ABC')}")


def _letter_spaced(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(
        body(text), rf"(?<= ){_SMALL}{{2,5}} {_SMALL}*[{_TONED}]{_SMALL}{{1,4}}(?= )", chance
    )
    if not match:
        return None
    start = text.index("\nI. ") + match.start()
    letters = " ".join(match.group().replace(" ", ""))
    return swap(text, start, start + len(match.group()), letters)
