"""What kinds of checks that look at lines have in common: their keys, and which lines they see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.context import Context
from checker.decoding import DecodingError
from checker.document import Document
from checker.kinds import KIND_GROUPS, KINDS, Line, expand_kinds
from checker.text.regex import Regex


def validate_lines(
    triggers: tuple[str, ...] | None, in_: tuple[str, ...] = (), not_in: tuple[str, ...] = ()
) -> None:
    """Raise DecodingError when ``triggers`` are empty (None: the kind of check has none), or a kind
    of line is unknown."""
    for key, names in (("in", in_), ("not_in", not_in)):
        try:
            expand_kinds(names)
        except KeyError:
            wanted = ", ".join(sorted((*KINDS, *KIND_GROUPS)))
            raise DecodingError("wrong-value", key, wanted=wanted) from None
    if triggers is not None and not (triggers and all(triggers)):
        raise DecodingError("wrong-value", "triggers", wanted='["…"]')


def validate_template(pattern: Regex, template: str) -> None:
    """Raise DecodingError when ``template`` names a group that ``pattern`` does not have."""
    try:
        re.compile(f"{pattern.pattern}|").sub(template, "")
    except (re.error, IndexError) as error:
        raise DecodingError("bad-pattern", "suggest", detail=str(error)) from None


def lines_of(
    document: Document,
    context: Context,
    triggers: tuple[str, ...],
    in_: tuple[str, ...] = (),
    not_in: tuple[str, ...] = (),
    unless: Regex | None = None,
) -> Iterator[Line]:
    """Yield the lines that hold a trigger, are of the kinds ``in_`` (all when empty) and not of
    those ``not_in``, and that ``unless`` does not fit."""
    wanted, unwanted = expand_kinds(in_), expand_kinds(not_in)
    for line in context.lines(document, triggers):
        if (wanted and line.kind not in wanted) or line.kind in unwanted:
            continue
        if not (unless and unless.search(line.text)):
            yield line
