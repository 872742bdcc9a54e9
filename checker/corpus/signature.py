"""The MinHash signature of a document's prose: documents with many equal are near-duplicates."""

from __future__ import annotations

from collections.abc import Iterable

from rensa import RMinHash

from checker.corpus.differing import OwnNames, Wording, wordings
from checker.corpus.records import SentenceRecord
from checker.document import Document

HASHES = 128
_SEED = 30
_SHINGLE = 4  # words
_LEAST_WORDS = 7  # of a sentence: shorter ones are in every plan
_ZONES = frozenset(("heading", "body", "appendix"))


def signature_of(sentences: Iterable[SentenceRecord], document: Document) -> tuple[int, ...]:
    """Return the signature; empty for a document without prose."""
    locality = document.locality
    own = OwnNames.of(str(locality), locality.province)
    found = shingles(wordings(sentences, own))
    if not found:
        return ()
    minhash = RMinHash(HASHES, _SEED)
    minhash.update(sorted(" ".join(one) for one in found))
    return tuple(minhash.digest())


def shingles(told: Iterable[Wording]) -> set[tuple[str, ...]]:
    """Return the runs of words of the sentences that make out a document: legal bases, recipients,
    fields and closing words are alike in most."""
    return {
        one.words[at : at + _SHINGLE]
        for one in told
        if one.sentence.zone in _ZONES and len(one.words) >= _LEAST_WORDS
        for at in range(len(one.words) - _SHINGLE + 1)
    }
