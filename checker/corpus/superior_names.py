"""Names of programmes, schemes and movements in prose, and when one is a slip of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from checker.text.folding import fold

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
_LEAST_WORDS = 4
_SMALL = frozenset(
    ("ve", "va", "cua", "cac", "cho", "tren", "tai", "voi", "trong", "cong", "tac", "nhung", "o")
)


class Name(NamedTuple):
    """A name as ``shown``; ``key`` are its words, folded and small, the kind first."""

    shown: str
    key: tuple[str, ...]


def names_in(text: str) -> Iterator[Name]:
    """Yield the names of programmes in a text."""
    folded = fold(text)
    for pattern in (_QUOTED, _PLAIN):
        for match in pattern.finditer(folded):
            words = tuple(_WORD.findall(match["name"].lower()))
            if len(words) >= _LEAST_WORDS:
                shown = " ".join(text[match.start() : match.end()].split())
                yield Name(shown, (match["kind"].lower(), *words))


def is_slip(name: Name, right: Name) -> bool:
    """Whether one name is the other with a small word too many or too few, or with one word
    written nearly the same; both begin and end alike, as what follows a name may be prose."""
    one, two = name.key, right.key
    if one[0] != two[0] or one[-1] != two[-1] or one == two:
        return False
    if any(word.isdigit() for word in {*one} ^ {*two}):
        return False
    changes = [
        (one[a:b], two[c:d])
        for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    return len(changes) == 1 and _is_small(*changes[0])


def _is_small(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if all(word in _SMALL for word in (*one, *two)):
        return True
    if len(one) == len(two) == 1:
        return SequenceMatcher(None, one[0], two[0]).ratio() >= 0.75
    return False
