"""Vietnamese syllables: onset, rime and tone, which of them exist, and one spelling for each.

A syllable is an onset (or none), a rime and one of six tones; a rime that ends in ``c ch p t``
has only two tones (Đoàn Thiện Thuật, Ngữ âm tiếng Việt, 1977).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_REMEMBERED = 1 << 15
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # ngang huyền hỏi ngã sắc nặng
_TONE_MARKS = frozenset(TONES[1:])
_STOP_TONES = frozenset(TONES[4:])
_STOPS = ("c", "ch", "p", "t")
# "k", "gh" and "ngh" stand before front vowels, "c", "g" and "ng" before the others.
_FRONT = ("e", "ê", "i", "y")
_BEFORE_FRONT = frozenset(("k", "gh", "ngh"))
_BEFORE_OTHERS = frozenset(("c", "g", "ng"))
_ONSETS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"  # longest first
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
"""
_RIMES_AFTER_QU = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây âu e en eo et ec
    ê ên ênh êch êt êu i in it ip ich y yên yêt ynh yt ych yêu ơ ơi ơn ơt ôc ôi
"""
ONSETS = tuple(_ONSETS.split())
RIMES = frozenset(_RIMES.split())
_AFTER_QU = frozenset(_RIMES_AFTER_QU.split())
_AFTER_GI = RIMES - {rime for rime in RIMES if rime[0] in "iy"} | {"êc", "êng", "êt", "êm", "ên"}
# With "y" only these are written, all else takes "i".
_BEFORE_Y = frozenset(("", "h", "k", "l", "m", "s", "t", "v", "n", "b", "qu", "r"))
_VOWELS = frozenset("aăâeêioôơuưy")


class Syllable(NamedTuple):
    """``onset`` and ``rime`` are without tone; ``tone`` is a combining mark, empty for ngang."""

    onset: str
    rime: str
    tone: str

    def __str__(self) -> str:
        """The syllable written out, its tone where the 2002 school spelling puts it (``hòa``)."""
        return self.onset + _with_tone(self.onset, self.rime, self.tone)


@lru_cache(maxsize=_REMEMBERED)
def analyse(word: str) -> Syllable | None:
    """Return the parts of a word in NFC, or None when no Vietnamese syllable is written so. Case
    does not matter, nor on which vowel of the rime the tone stands."""
    split = split_tone(word.lower())
    if split is None:
        return None
    plain, tone = split
    for onset in (*ONSETS, ""):
        if plain.startswith(onset):
            rime = plain[len(onset) :]
            if _fits(onset, rime, tone):
                return Syllable(onset, rime, tone)
    return None


@lru_cache(maxsize=_REMEMBERED)
def canonical(word: str) -> str:
    """Return a word in lower case, its tone on the usual vowel: equal for ``hòa`` and ``Hoà``.
    A word that is no Vietnamese syllable is only put in lower case."""
    lower = word.lower()
    if lower.isascii():
        return lower
    found = analyse(lower)
    return str(found) if found else lower


@lru_cache(maxsize=_REMEMBERED)
def is_syllable(word: str) -> bool:
    """Tell whether a Vietnamese syllable can be written so, with its tone on a vowel that may
    carry it (``hòa`` and ``hoà``, not ``tóan``)."""
    found = analyse(word)
    return found is not None and word.lower() in _spellings(found)


def spelled(letters: str, tone: str) -> str:
    """Return the syllable of ``letters`` (lower case, no tone) with ``tone`` where it belongs, or
    an empty string when there is none such."""
    for at, letter in enumerate(letters):
        if letter in _VOWELS:
            found = analyse(_marked(letters, at, tone))
            return str(found) if found else ""
    return ""


def split_tone(word: str) -> tuple[str, str] | None:
    """Return a word without its tone, and the tone; None when it carries more than one."""
    if word.isascii():
        return word, ""
    tones: list[str] = []
    letters: list[str] = []
    for mark in unicodedata.normalize("NFD", word):
        (tones if mark in _TONE_MARKS else letters).append(mark)
    if len(tones) > 1:
        return None
    return unicodedata.normalize("NFC", "".join(letters)), "".join(tones)


def _fits(onset: str, rime: str, tone: str) -> bool:
    if rime.endswith(_STOPS) and tone not in _STOP_TONES:
        return False
    if onset == "qu":
        return rime in _AFTER_QU
    if onset == "gi":
        return rime in _AFTER_GI
    if rime not in RIMES:
        return False
    if not onset:
        return not rime.startswith("iê")
    if rime.startswith("yê"):
        return False
    front = rime.startswith(_FRONT)
    if (onset in _BEFORE_FRONT and not front) or (onset in _BEFORE_OTHERS and front):
        return onset == "g" and rime in ("i", "in", "ia")  # gì, gìn, gịa
    if onset == "p" and rime.startswith(("uy", "oa")):
        return True
    return rime != "y" or onset in _BEFORE_Y


def _with_tone(onset: str, rime: str, tone: str) -> str:
    return _marked(rime, _tone_place(onset, rime), tone)


def _marked(rime: str, at: int, tone: str) -> str:
    return rime[:at] + unicodedata.normalize("NFC", rime[at] + tone) + rime[at + 1 :]


def _tone_place(onset: str, rime: str) -> int:
    """The index of the vowel that carries the tone."""
    vowels = [i for i, letter in enumerate(rime) if letter in _VOWELS]
    for index in reversed(vowels):
        if rime[index] in "ăâêôơư":
            return index  # of "ươ" the second
    if len(vowels) == 1:
        return vowels[0]
    if len(vowels) == 3 or vowels[-1] < len(rime) - 1:
        return vowels[1]
    return vowels[0]


def _spellings(syllable: Syllable) -> tuple[str, ...]:
    """The ways in use of placing the tone: ``hòa`` and ``hoà``, ``thúy`` and ``thuý``."""
    onset, rime, tone = syllable
    usual = str(syllable)
    if tone and rime in ("oa", "oe", "uy"):
        return usual, onset + _marked(rime, 1, tone)
    return (usual,)
