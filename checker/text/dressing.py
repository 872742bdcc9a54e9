"""Markdown dressing (``**bold**``, ``## heading``, ``\\-``) and outer blanks taken off a line."""

from __future__ import annotations

import re

_HEADING = re.compile(r"\s*#{1,6}\s+")
_ESCAPE = re.compile(r"\\(?=[-.*_#+!()\[\]])")
_STARS = re.compile(r"\*+")
_ONLY_STARS = re.compile(r"\s*\*\s*\*[\s*]*")


def undressed(raw: str, start: int, end: int, markdown: bool) -> list[tuple[int, int]]:
    """Return the spans of ``raw[start:end]`` that remain when dressing and blanks at both ends are
    taken off."""
    if markdown and _ONLY_STARS.fullmatch(raw, start, end):
        return []
    dropped = _dressing(raw, start, end) if markdown else []
    kept: list[tuple[int, int]] = []
    done = start
    for drop_start, drop_end in dropped:
        if done < drop_start:
            kept.append((done, drop_start))
        done = drop_end
    if done < end:
        kept.append((done, end))
    return _stripped(raw, kept)


def open_emphasis(raw: str, start: int, end: int, before: int) -> int:
    """Return the number of ``*`` of the emphasis still open at ``end`` (0 when none), ``before``
    being that at ``start``."""
    is_open = before
    for match in _STARS.finditer(raw, start, end):
        if _is_dressing(raw, match, start, end):
            size = match.end() - match.start()
            if size == 4:
                continue
            is_open = 0 if is_open else size
    return is_open


def _dressing(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    dropped = []
    heading = _HEADING.match(raw, start, end)
    if heading:
        dropped.append(heading.span())
    for match in _ESCAPE.finditer(raw, start, end):
        dropped.append(match.span())
    for match in _STARS.finditer(raw, start, end):
        if _is_dressing(raw, match, start, end):
            dropped.append(match.span())
    return sorted(dropped)


def _is_dressing(raw: str, stars: re.Match[str], start: int, end: int) -> bool:
    before = raw[stars.start() - 1] if stars.start() > start else " "
    after = raw[stars.end()] if stars.end() < end else " "
    if before == "\\":
        return False
    if len(stars.group()) > 1:
        return True
    if before.isspace() and after.isspace():
        return (
            stars.end() >= end
            and stars.start() > start
            and bool(raw[start : stars.start()].strip())
        )
    if before.isdigit() and after.isdigit():
        return False
    return not (before == "(" and after == ")")


def _stripped(raw: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    while spans and not raw[spans[0][0] : spans[0][1]].strip():
        spans = spans[1:]
    while spans and not raw[spans[-1][0] : spans[-1][1]].strip():
        spans = spans[:-1]
    if not spans:
        return []
    first, last = spans[0], spans[-1]
    text = raw[first[0] : first[1]]
    spans[0] = (first[1] - len(text.lstrip()), first[1])
    last = spans[-1]
    text = raw[last[0] : last[1]]
    spans[-1] = (last[0], last[0] + len(text.rstrip()))
    return spans
