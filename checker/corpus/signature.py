"""The MinHash signature of a document's prose: documents with many equal are near-duplicates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rensa import RMinHash

from checker.corpus.records import SentenceRecord
from checker.document import Document
from checker.text.folding import fold

HASHES = 128
_SEED = 30
_SHINGLE = 5  # words
_ZONES = frozenset(("heading", "body", "field", "closing", "appendix"))
_WORD = re.compile(r"[a-z0-9]+")


def signature_of(sentences: Iterable[SentenceRecord], document: Document) -> tuple[int, ...]:
    """Return the signature; empty for a document without prose."""
    name = fold(document.locality.name).lower()
    shingles = set(_shingles(sentences, name))
    if not shingles:
        return ()
    minhash = RMinHash(HASHES, _SEED)
    minhash.update(sorted(shingles))
    return tuple(minhash.digest())


def _shingles(sentences: Iterable[SentenceRecord], own_name: str) -> Iterator[str]:
    """Yield runs of five words, those of the document's own place left out."""
    for one in sentences:
        if one.zone in _ZONES:
            text = fold(one.words).lower()
            words = _WORD.findall(text.replace(own_name, " ") if own_name else text)
            for at in range(max(1, len(words) - _SHINGLE + 1)):
                yield " ".join(words[at : at + _SHINGLE])
