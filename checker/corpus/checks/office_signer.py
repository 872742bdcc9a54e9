"""``check: office-signer``: signers of documents of one office and year that do not agree.

Keys
    of      ``post`` (one person signs as head here and as deputy there), ``spelling`` (two names
            that one letter, or tone, tells apart, with the same post) or ``head`` (two persons
            sign as head)
    days    the most days between two documents that are compared

``post`` and ``head`` may change rightly, once: told is a document within ``days`` of the other, the
rarer one, of two equally common the later.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from checker.corpus.checks._same_office import by_office, part_spots
from checker.corpus.finding import At, CorpusFact
from checker.decoding import one_of
from checker.text.distance import differs_by_one
from checker.text.folding import fold
from checker.text.words import syllable

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_POST = re.compile(
    r"\b(?P<deputy>pho )?(?P<head>chu tich|bi thu|truong ban|truong phong|giam doc|chanh van phong"
    r"|truong cong an|chi huy truong)\b"
)
_ACTING = re.compile(r"\b(?:q\.|quyen)")  # head for a time, and deputy before
_LEAST_WORDS = 2  # of a name


class _Signed(NamedTuple):
    """A document with its day and signer: ``name`` in a form to compare, ``head`` the post without
    the word that makes it a deputy's."""

    doc: int
    day: datetime.date
    name: tuple[str, ...]
    head: str
    deputy: bool

    @property
    def post(self) -> tuple[str, bool]:
        return self.head, self.deputy


@dataclass(frozen=True)
class Check:
    """``here`` is what the document says, ``there`` what the ``other`` does, ``days`` apart."""

    VALUES: ClassVar[tuple[str, ...]] = ("signer", "here", "there", "other", "days")

    of: str
    days: int

    def __post_init__(self) -> None:
        one_of("of", self.of, _RIVALS)

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        rival, told = _RIVALS[self.of], "post" if self.of == "post" else "signer"
        pairs = [
            pair
            for docs in by_office(corpus).values()
            for pair in self._pairs(list(_signed(corpus, docs)), rival)
        ]
        spots = part_spots(corpus, told, [one.doc for pair in pairs for one in pair])
        for here, there in pairs:
            about, other = corpus.documents[here.doc], corpus.documents[there.doc]
            yield CorpusFact(
                At(here.doc, spots[here.doc]),
                {
                    "signer": about.signer,
                    "here": about.post if self.of == "post" else about.signer,
                    "there": other.post if self.of == "post" else other.signer,
                    "other": other.name,
                    "days": str(abs((here.day - there.day).days)),
                },
                (At(there.doc, spots[there.doc]),),
            )

    def _pairs(self, signed: Sequence[_Signed], rival: _Rival) -> Iterator[tuple[_Signed, _Signed]]:
        """Yield each document that disagrees with one near to it, with the nearest."""
        for here in signed:
            others = [one for one in signed if rival(here, one) and self._is_near(here, one)]
            if not others:
                continue
            alike = sum(one.name == here.name and one.post == here.post for one in signed)
            there = min(others, key=lambda one: (abs(one.day - here.day), one.doc))
            against = sum(one.name == there.name and one.post == there.post for one in signed)
            if (alike, there.day, there.doc) < (against, here.day, here.doc):
                yield here, there

    def _is_near(self, one: _Signed, other: _Signed) -> bool:
        return abs((one.day - other.day).days) <= self.days


def _signed(corpus: Corpus, docs: Sequence[int]) -> Iterator[_Signed]:
    for doc in docs:
        about = corpus.documents[doc]
        name = tuple(syllable(word) for word in about.signer.split())
        plain = " ".join(fold(about.post).lower().split())
        post = None if _ACTING.search(plain) else _POST.search(plain)
        if post and about.day and len(name) >= _LEAST_WORDS:
            day = datetime.date.fromisoformat(about.day)
            yield _Signed(doc, day, name, post["head"], bool(post["deputy"]))


_Rival = Callable[[_Signed, _Signed], bool]


def _other_post(one: _Signed, other: _Signed) -> bool:
    return (one.name, one.head) == (other.name, other.head) and one.deputy != other.deputy


def _other_spelling(one: _Signed, other: _Signed) -> bool:
    if one.post != other.post or len(one.name) != len(other.name):
        return False
    differing = [(a, b) for a, b in zip(one.name, other.name, strict=True) if a != b]
    return len(differing) == 1 and differs_by_one(*differing[0])


def _other_head(one: _Signed, other: _Signed) -> bool:
    if one.deputy or other.deputy or one.head != other.head or one.name == other.name:
        return False
    return not _other_spelling(one, other)


_RIVALS: dict[str, _Rival] = {
    "post": _other_post,
    "spelling": _other_spelling,
    "head": _other_head,
}
