"""The words of a comment that suppresses: ``soat: ignore RULES reason``."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import NamedTuple

from checker.ruleset import GROUPS

VERBS = ("ignore", "ignore-start", "ignore-end", "ignore-file")
_DIRECTIVE = re.compile(r"\s*so[aá]t\s*:\s*(?P<verb>[^\s:,]+)(?P<rest>.*)", re.I | re.S)
_NAME = re.compile(r"[a-z][\w-]*(?:/[\w-]+)*(?=[\s,:;.–—]|$)", re.I | re.A)
_BLANKS = re.compile(r"\s*")
_COMMA = re.compile(r"\s*,\s*")
_BEFORE_REASON = " \t\r\n\v\f\xa0-–—:,;."
_MOST_NAMES = 100
_LIKE_VERB, _LIKE_GROUP = 0.7, 0.8  # difflib's ratio


class Directive(NamedTuple):
    """``verb`` is one of ``VERBS``, or ``""`` where one is only meant; ``rules`` are names as
    written; ``reason`` is ``""`` where none is given."""

    verb: str
    rules: tuple[str, ...]
    reason: str


def read_directive(words: str) -> Directive | None:
    """Return what the words of a comment ask for, None for any other comment."""
    match = _DIRECTIVE.match(unicodedata.normalize("NFC", words))
    if not match:
        return None
    verb = match["verb"].lower()
    if verb not in VERBS:
        like = difflib.get_close_matches(verb[:20], VERBS, 1, _LIKE_VERB)
        return Directive("", (), "") if like or verb.startswith(VERBS[0]) else None
    rules, rest = _names(match["rest"])
    reason = " ".join(rest.lstrip(_BEFORE_REASON).split())
    return Directive(verb, rules, reason if re.search(r"\w", reason) else "")


def _names(text: str) -> tuple[tuple[str, ...], str]:
    """The names at the beginning of ``text``, and the rest of it."""
    blanks = _BLANKS.match(text)
    at = blanks.end() if blanks else 0
    names: list[str] = []
    end = 0
    while name := _NAME.match(text, at):
        if names and (len(names) == _MOST_NAMES or not _may_be_rule(name.group())):
            break
        names.append(name.group())
        end = name.end()
        comma = _COMMA.match(text, end)
        if not comma:
            break
        at = comma.end()
    return tuple(names), text[end:]


def _may_be_rule(name: str) -> bool:
    """Tell a rule after a comma from the first word of a reason."""
    if "/" in name or name.lower() in GROUPS:
        return True
    return bool(difflib.get_close_matches(name.lower(), GROUPS, 1, _LIKE_GROUP))
