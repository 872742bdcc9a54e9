"""A brake on guessing: who has told several wrong tokens must wait."""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from checker.errors import SoatError

MOST_GUESSES = 10
SECONDS = 300.0
_MOST_ADDRESSES = 10_000


class TooManyGuesses(SoatError):
    """This address has told too many wrong tokens; ``seconds`` is how long it must wait."""


@dataclass
class _Guesses:
    """What an address told since ``began``, each as a digest: the same again is no new guess."""

    began: float
    told: set[bytes] = field(default_factory=set)


class Brake:
    """Counts the wrong tokens that each address tells within five minutes; ``clock`` tells the time
    in seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._by_address: dict[str, _Guesses] = {}

    def hold(self, address: str, told: str) -> None:
        """Raise TooManyGuesses when the address may tell nothing new, right or wrong."""
        guesses = self._by_address.get(address)
        if guesses is None:
            return
        left = guesses.began + SECONDS - self._clock()
        if left <= 0:
            del self._by_address[address]
        elif len(guesses.told) >= MOST_GUESSES and _digest(told) not in guesses.told:
            raise TooManyGuesses("too-many-guesses", minutes=math.ceil(left / 60))

    def count(self, address: str, told: str) -> None:
        """Count a wrong token."""
        if address not in self._by_address and len(self._by_address) >= _MOST_ADDRESSES:
            del self._by_address[next(iter(self._by_address))]
        guesses = self._by_address.setdefault(address, _Guesses(self._clock()))
        guesses.told.add(_digest(told))


def _digest(told: str) -> bytes:
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=16).digest()
