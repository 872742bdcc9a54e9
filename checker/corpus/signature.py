"""The MinHash signature of a document's prose: documents with many equal are near-duplicates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rensa import RMinHash

from checker.corpus.copies.differing import BETWEEN, OwnNames, wordings
from checker.corpus.records import SentenceRecord
from checker.document import Document

HASHES = 128
_SEED = 30
_SHINGLE = 4  # words
_LEAST_WORDS = 7  # of a sentence: shorter ones are in every plan
# What makes out a document: legal bases, recipients and closing words are alike in most.
ZONES = frozenset(("heading", "body", "appendix"))
FIELD = "field"


def signature_of(sentences: Iterable[SentenceRecord], document: Document) -> tuple[int, ...]:
    """Return the signature; empty for a document without prose."""
    locality = document.locality
    own = OwnNames.of(str(locality), locality.province)
    told = (one.text for one in wordings(sentences, own) if one.sentence.zone in ZONES)
    found = {" ".join(run) for text in told for run in runs_of(text)}
    if not found:
        return ()
    minhash = RMinHash(HASHES, _SEED)
    minhash.update(sorted(found))
    return tuple(minhash.digest())


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    """Return the runs of words of a sentence as compared; none of a short one."""
    words = text.split(BETWEEN)
    if len(words) < _LEAST_WORDS:
        return iter(())
    return zip(*(words[at:] for at in range(_SHINGLE)), strict=False)
