"""Names of programmes, schemes and movements in prose, and when one is a slip of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from checker.text.folding import fold
from checker.text.words import syllable

# In a text that may name one, as written: what is looked for in the tables.
NAMING = "đề án|chương trình|chiến lược|dự án|phong trào|cuộc vận động|chiến dịch|tháng|mô hình"
_KINDS = (
    r"[Dd]e an|[Cc]huong trinh|[Cc]hien luoc|[Dd]u an|[Pp]hong trao|[Cc]uoc van dong|[Cc]hien dich|"
    r"[Tt]hang hanh dong|[Mm]o hinh"
)
_QUOTED = re.compile(rf'\b(?P<kind>{_KINDS})(?: thi dua)? "(?P<name>[^"]{{8,160}})"')
# Without quotes a name has a capital kind and goes on to a sign or to what tells when and where.
_PLAIN = re.compile(
    r"\b(?P<kind>De an|Chuong trinh|Chien luoc)"
    r" (?P<name>[a-z](?:phong, chong|[^.,;:()\"]){12,160}?)"
    r"(?=[.,;:()]| giai doan\b| den nam\b| nam \d| tren dia ban\b| va (?=[A-Z])| cua\b| theo\b"
    r"| tai\b| do\b|$)"
)
_WORD = re.compile(r"\w+")
_TONE = re.compile("[\u0300-\u036f]")
_LEAST_WORDS = 4
_NEARLY = 0.75  # of the letters of two words that are one but for a slip
_SMALL = frozenset(
    ("ve", "va", "cua", "cac", "cho", "tren", "tai", "voi", "trong", "cong", "tac", "nhung", "o")
)


class Name(NamedTuple):
    """A name as ``shown``; ``key`` are its words in the form of
    :func:`checker.text.words.syllable`, the kind first; ``quoted`` tells that it is whole."""

    shown: str
    key: tuple[str, ...]
    quoted: bool


def names_in(text: str) -> Iterator[Name]:
    """Yield the names of programmes in a text."""
    folded = fold(text)
    for pattern in (_QUOTED, _PLAIN):
        for match in pattern.finditer(folded):
            words = tuple(map(_plain, _WORD.findall(text[slice(*match.span("name"))])))
            if len(words) >= _LEAST_WORDS:
                shown = " ".join(text[match.start() : match.end()].split())
                yield Name(shown, (match["kind"].lower(), *words), pattern is _QUOTED)


def _bare(word: str) -> str:
    """A word of a key without its tone and marks."""
    return fold(_TONE.sub("", word))


def _plain(word: str) -> str:
    """A word in small letters; *i* and *y* at its end are one letter ("kỹ", "kĩ")."""
    heard = syllable(word)
    return re.sub(r"(?<=[hklmst])y(?=$|[^a-z])", "i", heard)


def is_slip(name: Name, right: Name) -> bool:
    """Whether one name is the other with a small word too many or too few, or with one word
    written nearly the same; both begin and end alike, as what follows a name may be prose."""
    one, two = name.key, right.key
    if one == two or _bare(one[-1]) != _bare(two[-1]) or any(map(str.isdigit, {*one} ^ {*two})):
        return False
    changes = _changes(one, two)
    return one[0] == two[0] and len(changes) == 1 and _is_small(*changes[0])


def is_in_its_place(name: Name, right: Name) -> bool:
    """Whether a name in quotes is another but for one word inside: a slip where it stands instead
    of the other, and another programme where both are named."""
    one, two = name.key, right.key
    if not (name.quoted and right.quoted) or len(one) != len(two) or one[-1] != two[-1]:
        return False
    changes = _changes(one, two)
    return (
        one[:2] == two[:2]
        and len(changes) == 1
        and len(changes[0][0]) == 1
        and not any(map(str.isdigit, {*one} ^ {*two}))
    )


def _changes(
    one: tuple[str, ...], two: tuple[str, ...]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    matched = SequenceMatcher(None, one, two, autojunk=False)
    return [(one[a:b], two[c:d]) for tag, a, b, c, d in matched.get_opcodes() if tag != "equal"]


def _is_small(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if all(_bare(word) in _SMALL for word in (*one, *two)):
        return True
    if len(one) == len(two) == 1:
        first, second = _bare(one[0]), _bare(two[0])
        return first == second or SequenceMatcher(None, first, second).ratio() >= _NEARLY
    return False
