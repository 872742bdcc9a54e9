"""Today's communes and provinces, to be found by the first letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.office import split_place
from checker.registers.places import Gazetteer
from checker.text.folding import fold

_MOST = 12


class _Locality(NamedTuple):
    """``shown`` is the place with level and province, as "phường Nhị Chiểu, thành phố Hải Phòng";
    ``key`` and ``name_key`` are it and its name without diacritics and case."""

    shown: str
    key: str
    name_key: str


class Localities:
    """The places of today of a register."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        shown = {
            *(gazetteer.shown(place) for place in gazetteer.all() if place.until is None),
            *(province.shown() for province in gazetteer.provinces),
        }
        self._places = [
            _Locality(one, _key(one), _key(split_place(one)[1] or one)) for one in sorted(shown)
        ]

    def find(self, words: str) -> Sequence[str]:
        """Return at most 12 places that hold the words, with or without diacritics: those with the
        very letters and those whose name begins with them first."""
        asked, typed = _key(words), " ".join(words.lower().split())
        if not asked:
            return []
        found = [place for place in self._places if asked in place.key]

        def order(place: _Locality) -> tuple[bool, bool, str]:
            begins = place.name_key.startswith(asked) or place.key.startswith(asked)
            return typed not in place.shown.lower(), not begins, place.shown

        return [place.shown for place in sorted(found, key=order)[:_MOST]]


def _key(words: str) -> str:
    return " ".join(fold(words).lower().split())
