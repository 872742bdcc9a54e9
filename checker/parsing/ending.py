"""The end of a document: recipients and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.document import Recipients, Signature
from checker.kinds import Line
from checker.parsing.body import part_of
from checker.text.folding import fold
from checker.text.part import Part

_INNER_ARCHIVE = re.compile(r"(?:[;:,]|\s-) *(?P<archive>-? *Luu\b.*)$")


def build_recipients(lines: Sequence[Line], end: int) -> Recipients:
    """Build Nơi nhận from all lines; ``end`` is the offset where it should stand."""
    labels = [part_of(line) for line in lines if line.kind == "RECIPIENTS"]
    items = tuple(part_of(line) for line in lines if line.kind in ("RECIPIENT", "ARCHIVE"))
    archives = [part_of(line) for line in lines if line.kind == "ARCHIVE"]
    archives = archives or [part for part in map(_inner_archive, [*labels, *items]) if part]
    label = labels[0] if labels else Part.missing(items[0].start if items else end)
    after = items[-1].end if items else label.end
    return Recipients(label, items, archives[-1] if archives else Part.missing(after))


def _inner_archive(part: Part) -> Part:
    """The archive line where all recipients stand on one line."""
    match = _INNER_ARCHIVE.search(fold(part.text))
    if not match:
        return Part.missing(part.end)
    start = match.start("archive")
    return Part(part.text[start:], part.start + start, part.end)


def build_signature(lines: Sequence[Line], end: int) -> Signature:
    """Build the signature from all lines; ``end`` is the offset where it should stand."""
    authority = tuple(part_of(line) for line in lines if line.kind == "AUTHORITY")
    roles = [part_of(line) for line in lines if line.kind == "ROLE"]
    names = [part_of(line) for line in lines if line.kind == "NAME"]
    place = authority[-1].end if authority else end
    role = roles[0] if roles else Part.missing(place)
    # "TRƯỞNG BAN" signs, and "PHÓ CHỦ TỊCH UBND XÃ" below says what else he is; but under
    # "CHỦ TỊCH" it is his deputy who signs
    if roles and fold(roles[-1].text).startswith(f"PHO {fold(role.text)}"):
        role = roles[-1]
    return Signature(authority, role, names[-1] if names else Part.missing(role.end))
