"""Words typed while the Vietnamese keyboard was off: Telex (``dduwowcj``) and VNI (``d9u7o7c5``).

The rules of both methods are those of UniKey: Telex doubles ``aa ee oo dd``, puts horn and breve
with ``w`` and the tones with ``s f r x j``; VNI writes the tones 1 to 5, the circumflex 6, the horn
7, the breve 8 and the stroke 9.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from checker.spelling.candidates import Statistics, in_case_of
from checker.spelling.slip import Slip
from checker.spelling.syllables import TONES, canonical, is_syllable, spelled, split_tone
from checker.spelling.tokens import Prose, Token

_REMEMBERED = 1 << 14
_TELEX_TONES = dict(zip("frxsj", TONES[1:], strict=True))
_VNI_TONES = dict(zip("23415", TONES[1:], strict=True))
_VOWELS = "".join(unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in TONES)
_SHAPE = re.compile(rf"([^\W\d_{_VOWELS}]*)(.*)")
_VOWEL = re.compile(f"[{_VOWELS}]")
_TONE_WITHIN = re.compile(f"[sfrxj].*[{_VOWELS}]")
_HORN = re.compile(r"[uư]w?[oơ]w?|[aou]")
_DOUBLED_D = re.compile(r"DD[^\W\dA-Z]+$")
_VNI_WORD = re.compile(r"(?<![\w.,/@-])[^\W\d_]{1,6}[1-9][^\W_]{0,7}(?![\w/@-]|\.\w)")
_VNI_MARKS = {
    "6": str.maketrans("aeo", "âêô"),
    "7": str.maketrans("uo", "ươ"),
    "8": str.maketrans("a", "ă"),
    "9": str.maketrans("d", "đ"),
}
_NEIGHBOUR_LEFT = re.compile(r"([^\W_]+) +$")
_NEIGHBOUR_RIGHT = re.compile(r" +([^\W_]+)")
_NEAR = 16
# How often the word must occur, and beside its neighbour when a single mark tells how it was typed.
_FREQUENT = 100
_BESIDE = 20
_LONGEST_PLURAL = 5
_SHORTEST_IN_CAPITALS = 5
_SHORTEST_NAME = 6
_MANY = 9


def find_keyboard_slips(prose: Prose, counts: Statistics, known: frozenset[str]) -> Iterator[Slip]:
    """Yield the words of ``prose`` that Telex or VNI would have turned into a syllable; ``known``
    are words (lower case) that are right all the same."""
    yield from _telex_slips(prose, counts, known)
    yield from _vni_slips(prose.text, counts)


def _telex_slips(prose: Prose, counts: Statistics, known: frozenset[str]) -> Iterator[Slip]:
    tokens = prose.tokens
    for index, token in enumerate(tokens):
        meant = _telex(token.form)
        if not meant or token.form in known or counts.count(meant) < _FREQUENT:
            continue
        if counts.count(token.form) or prose.times[token.form] > _MANY or _is_name(prose, token):
            continue
        sure = _is_sure(token.form)
        before = tokens[index - 1] if token.joined else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after and not after.joined:
            after = None
        if sure or _is_beside(meant, _meant(before), _meant(after), counts):
            yield _slip(token.start, token.end, token.text, meant)


def _vni_slips(text: str, counts: Statistics) -> Iterator[Slip]:
    for match in _VNI_WORD.finditer(text):
        word = match.group()
        meant = _vni(word.lower())
        if not meant or counts.count(meant) < _FREQUENT:
            continue
        start, end = match.span()
        left = _NEIGHBOUR_LEFT.search(text, max(0, start - _NEAR), start)
        right = _NEIGHBOUR_RIGHT.match(text, end, end + _NEAR)
        neighbours = [_vni_form(found.group(1)) if found else "" for found in (left, right)]
        if _is_spread(word) or (
            _is_no_code(word) and _is_beside(meant, neighbours[0], neighbours[1], counts)
        ):
            yield _slip(start, end, word, meant)


def _slip(start: int, end: int, text: str, meant: str) -> Slip:
    return Slip("keyboard", start, end, (in_case_of(text, meant),))


def _is_name(prose: Prose, token: Token) -> bool:
    """Tell names and acronyms (``CAS``, ``DDoS``) from words of which the letters are sure."""
    text = token.text
    if text.islower():
        return token.start in prose.names
    if not (text[1:].islower() or token.is_upper or _DOUBLED_D.match(text)):
        return True
    if token.is_upper:
        return len(text) < _SHORTEST_IN_CAPITALS or not _is_sure(token.form)
    if token.opens and token.start not in prose.names:
        return False
    return _marks(token.form) < 2 or (text.isascii() and len(text) < _SHORTEST_NAME)


def _is_beside(meant: str, left: str, right: str, counts: Statistics) -> bool:
    beside = (counts.pair(left, meant) if left else 0, counts.pair(meant, right) if right else 0)
    return max(beside) >= _BESIDE


def _meant(token: Token | None) -> str:
    return (_telex(token.form) or token.form) if token else ""


def _vni_form(word: str) -> str:
    lower = word.lower()
    return _vni(lower) or canonical(lower)


def _is_spread(word: str) -> bool:
    """Tell whether two digits stand apart, one of them within the word: no code has that form."""
    digits = [at for at, letter in enumerate(word) if letter.isdigit()]
    return any(after > before + 1 for before, after in pairwise(digits)) and any(
        word[at] in _VNI_MARKS for at in digits
    )


def _is_no_code(word: str) -> bool:
    """Tell ``to63`` and ``d9o`` from ``A1``, ``a1`` and ``Lo2``."""
    digits = sum(letter.isdigit() for letter in word)
    return word.islower() and (digits > 1 or not word[-1].isdigit() or len(word) > 4)


def _is_sure(form: str) -> bool:
    """Tell whether a word can be nothing but Telex; ``rooms`` and ``books`` have two marks too."""
    if not form.isascii():
        return True
    plural = form.endswith("s") and len(form) <= _LONGEST_PLURAL and "w" not in form
    plural = plural and not form.startswith("dd")
    if _marks(form) > 1:
        return not plural
    return (len(form) > 4 and form[-1] in "fj") or (len(form) > 3 and "w" in form[1:])


def _marks(form: str) -> int:
    """How many signs there are that the word was typed in Telex."""
    head, tail = _shape(form)
    doubled = sum(tail.count(pair) for pair in ("aa", "ee", "oo"))
    tones = sum(tail.count(letter) for letter in _TELEX_TONES)
    half_typed = not form.isascii()
    return (head == "dd") + tail.count("w") + doubled + tones + half_typed


def _shape(form: str) -> tuple[str, str]:
    match = _SHAPE.fullmatch(form)
    return (match[1], match[2]) if match else (form, "")


@lru_cache(maxsize=_REMEMBERED)
def _telex(form: str) -> str:
    """Return the syllable that was typed, or an empty string when ``form`` (lower case) is none or
    is a word already."""
    if not 2 < len(form) < 12 or is_syllable(form):
        return ""
    head, tail = _shape(form)
    if not tail or _marks(form) == (not form.isascii()):
        return ""
    tones = [letter for letter in tail if letter in _TELEX_TONES]
    rest = "".join(letter for letter in tail if letter not in _TELEX_TONES)
    if len(tones) > 1 or _TONE_WITHIN.search(tail):
        return ""
    return _composed(_with_marks("đ" if head in ("dd", "đd") else head, rest), tones, _TELEX_TONES)


def _with_marks(head: str, tail: str) -> str:
    for letter, marked in (("a", "â"), ("e", "ê"), ("o", "ô")):
        tail = tail.replace(letter * 2, marked)
    if "w" in tail:
        tail = tail.replace("aw", "ă").replace("uwow", "ươ").replace("ưow", "ươ")
        tail = tail.replace("uow", "ươ").replace("uwo", "ươ").replace("ow", "ơ").replace("uw", "ư")
        if tail.endswith("w"):
            tail = _HORN.sub(_horned, tail[:-1], count=1)
    return head + tail


def _horned(match: re.Match[str]) -> str:
    return {"a": "ă", "o": "ơ", "u": "ư"}.get(match.group(), "ươ")


@lru_cache(maxsize=_REMEMBERED)
def _vni(word: str) -> str:
    """Return the syllable that was typed, or an empty string."""
    letters = word
    tones = []
    for digit in re.findall(r"\d", word):
        if digit in _VNI_TONES:
            tones.append(digit)
        elif digit in _VNI_MARKS:
            at = letters.index(digit)
            table = _VNI_MARKS[digit]
            marked = _last_letters(letters[:at], table)
            if marked is None:
                return ""
            letters = marked + letters[at:].replace(digit, "", 1)
        else:
            return ""
    letters = "".join(letter for letter in letters if not letter.isdigit())
    return _composed(letters, tones, _VNI_TONES) if len(tones) < 2 else ""


def _last_letters(head: str, table: dict[int, int]) -> str | None:
    """Mark the letter before the digit, or all of the syllable when the digit is typed last."""
    for at in range(len(head) - 1, -1, -1):
        if ord(head[at]) in table:
            first = at - 1 if head[at] == "o" and head[at - 1 : at] in ("u", "ư") else at
            start = first if table.get(ord("u")) else at
            return head[:start] + head[start : at + 1].translate(table) + head[at + 1 :]
    return None


def _composed(letters: str, tones: list[str], marks: dict[str, str]) -> str:
    parts: tuple[str, str] | None = split_tone(letters)
    if not parts or (tones and parts[1]) or not _VOWEL.search(letters):
        return ""
    return spelled(parts[0], marks[tones[0]] if tones else parts[1])
