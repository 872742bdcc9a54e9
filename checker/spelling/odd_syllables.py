"""Words that are no Vietnamese syllable, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from checker.spelling.candidates import Ranked, Statistics, Vocabulary, in_case_of, ranked
from checker.spelling.slip import Slip
from checker.spelling.syllables import canonical, is_syllable
from checker.spelling.tokens import Prose, Token

# Only such words can be slips of who writes Vietnamese; "Ð" and the like are told by hygiene.
_VIETNAMESE = re.compile(
    r"[a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]+"
)
_VOWELS = re.compile(r"[aeiouyàáâãèéêìíòóôõùúýăĩũơưạ-ỹ]+")
# What may stand beside a word; after a hyphen or a sign of another encoding comes a mere piece.
_BEFORE = frozenset(" \n\t\u00a0([{“‘\"'/–—*+_.,;:")
_AFTER = frozenset(" \n\t\u00a0)]}”’\"'/–—*.,;:!?…")
_LONGEST = 9
# A correction needs this many meetings with a neighbour, and more by far than the next one.
_SUPPORT = 10
_SUPPORT_OF_ASCII = 300
_FAR_BEHIND = 8
_KNOWN_TIMES = 3
_MANY = 3
_COMMON = 500
_NEAR = 3


def find_odd_syllables(
    prose: Prose, counts: Statistics, words: Vocabulary, known: frozenset[str]
) -> Iterator[Slip]:
    """Yield the words of ``prose`` that are no syllable: kind ``syllable`` with the one word that
    fits the neighbours, else ``odd-syllable``. ``known`` are words (lower case) that are right."""
    tokens = prose.tokens
    for index, token in enumerate(tokens):
        if is_syllable(token.text) or token.form in known or token.start in prose.names:
            continue
        lower = token.text.lower()
        if not 1 < len(lower) <= _LONGEST or not _VIETNAMESE.fullmatch(lower):
            continue
        if not (_stands_free(prose.text, token) and _is_plain(token)):
            continue
        left = tokens[index - 1] if token.joined else None
        right = tokens[index + 1] if index + 1 < len(tokens) else None
        if right and not right.joined:
            right = None
        slip = _judge(prose, token, left, right, counts, words)
        if slip and (slip.kind == "syllable" or not _is_among_odd(tokens, index)):
            yield slip


@cache
def foreign_words() -> frozenset[str]:
    """Return the shipped words that are no syllables and right all the same (foreign.txt)."""
    path = Path(__file__).with_name("foreign.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())


def _stands_free(text: str, token: Token) -> bool:
    return (not token.start or text[token.start - 1] in _BEFORE) and (
        token.end == len(text) or text[token.end] in _AFTER
    )


def _is_among_odd(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether another odd word stands near: a passage in another language."""
    near = tokens[max(0, index - _NEAR) : index + _NEAR + 1]
    return sum(not is_syllable(token.text) for token in near) > 1


def _is_plain(token: Token) -> bool:
    """Tell a word from a symbol or several words: ``kHz``, ``tranhU``; a foreign name is capital
    and has no diacritics."""
    whole = token.text[1:].islower() or token.is_upper
    return whole and not (token.is_capital and token.text.isascii())


def _judge(
    prose: Prose,
    token: Token,
    left: Token | None,
    right: Token | None,
    counts: Statistics,
    words: Vocabulary,
) -> Slip | None:
    if _is_foreign_place(token, left, right):
        return None
    before, after = left.form if left else "", right.form if right else ""
    form = token.text.lower()
    entries = ranked(form, before, after, counts, words)
    usual = canonical(form)
    if usual != form and not token.is_capital:
        meant = _moved_tone(usual, entries)
        if meant:
            return _slip("syllable", token, (meant,))
        return _slip("odd-syllable", token, tuple(entry.form for entry in entries[:3]))
    own = max(counts.pair(before, form), counts.pair(form, after))
    if entries and _is_clear(entries, token, own):
        sure = len(form) > 2 or _VOWELS.search(form)
        return _slip("syllable" if sure else "odd-syllable", token, (entries[0].form,))
    if token.is_capital or form.isascii() or counts.count(form) >= _KNOWN_TIMES:
        return None
    if prose.times[token.form] >= _MANY or len(_VOWELS.findall(form)) != 1:
        return None
    near = tuple(entry.form for entry in entries if entry.support)[:3]
    return _slip("odd-syllable", token, near)


def _moved_tone(usual: str, entries: list[Ranked]) -> str:
    """The word with its tone where it belongs, unless another fits the neighbours far better
    (``số haó`` is ``hóa``, not ``háo``); empty when it is rare and nothing speaks for it."""
    own = next((entry for entry in entries if entry.form == usual), None)
    if not own:
        return ""
    if own.support >= _SUPPORT:
        return usual
    if entries[0].support > _SUPPORT * 10:
        return entries[0].form
    return usual if own.times >= _COMMON else ""


def _slip(kind: str, token: Token, forms: tuple[str, ...]) -> Slip:
    words = tuple(in_case_of(token.text, form) for form in forms)
    listed = ", ".join(f"“{word}”" for word in words)
    values = {
        "reason": f"Có lẽ là {listed}." if words else "Xem lại và gõ lại từ này.",
        "reason_en": f"Perhaps {listed}." if words else "Look at it again and retype it.",
    }
    return Slip(kind, token.start, token.end, words, values)


def _is_foreign_place(token: Token, left: Token | None, right: Token | None) -> bool:
    """Tell whether a word stands where names and words of other languages do: ``Ê Đê``."""
    neighbours = [one for one in (left, right) if one]
    if token.is_upper:
        return not any(one.is_upper and is_syllable(one.text) for one in neighbours)
    if any(not is_syllable(one.text) and one.form.isascii() for one in neighbours):
        return True
    if token.is_capital and not token.opens:
        return any(one.is_capital for one in neighbours)
    return False


def _is_clear(entries: list[Ranked], token: Token, own: int) -> bool:
    """Tell whether the first of ``entries`` is what was meant; ``own`` is how often the word in
    the text stands beside its neighbours."""
    best = entries[0]
    support = max(best.left, best.right)
    least = _SUPPORT * 10 if token.is_capital else _SUPPORT
    if support < max(least, own * 100):
        return False
    if not _VOWELS.search(token.text.lower()) and (
        min(best.left, best.right) < _SUPPORT * (1 if len(token.text) > 2 else 10)
    ):
        return False
    if token.text.isascii() and not _fits_both(best):
        return False
    return len(entries) < 2 or best.weight >= _FAR_BEHIND * entries[1].weight


def _fits_both(entry: Ranked) -> bool:
    return min(entry.left, entry.right) >= _SUPPORT or entry.support >= _SUPPORT_OF_ASCII
