"""By what a finding is known again after the document was changed elsewhere."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from checker.finding import Finding


class Key(NamedTuple):
    """A finding without its place: rule, section path and words; the latter two are empty where it
    is told once of the whole document."""

    rule: str
    section: str
    words: str


def key_of(finding: Finding) -> Key:
    return Key(finding.rule, finding.section if finding.identity else "", finding.identity)


def with_fingerprints(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of a document, given in order, with their fingerprints: of those with the
    same key each has its own."""
    seen: Counter[Key] = Counter()
    for finding in findings:
        key = key_of(finding)
        if not finding.quote.words:  # what is missing stands between lines that may change
            key = key._replace(words="")
        seen[key] += 1
        told = "\0".join((*key, str(seen[key])))
        yield replace(finding, fingerprint=hashlib.sha256(told.encode()).hexdigest()[:32])
