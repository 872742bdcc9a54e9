"""The zones of a plan's text: which lines are the issuer, the title, the recipients …

Told by the words alone, apart from the parser that the made documents are to test.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from checker.text.folding import fold

_HEADING = re.compile(r"[IVX]+\. ")
_ITEM = re.compile(r"\d+\. ")
_TITLE_END = re.compile(r"-?\s*Căn cứ |Thực hiện |Theo |[IVX]+\. |-----")
_RIGHT = ("CỘNG HÒA", "CỘNG HOÀ", "Độc lập", "ĐẢNG CỘNG SẢN")
_NUMBER = re.compile(r"S[o6]:? ?[\d/]")
_DRESSING = re.compile(r"^\s*#+\s*|\*\*")
_TITLE_LINES = 3
_HEADING_LENGTH = 200


class Zones(NamedTuple):
    """Lines of a plan; ``right`` are nation and motto, or the Party's name. ``signature`` ends
    with the signer's name. What a plan lacks is empty."""

    issuer: list[str]
    right: list[str]
    number: str
    place_date: str
    type: str
    title: list[str]
    bases: list[str]
    body: list[str]
    recipients: list[str]
    signature: list[str]
    appendix: list[str]


def divide(text: str) -> Zones:
    """Divide the text of a plan with its lines, each a paragraph; Markdown's ``**`` and ``#`` go.

    Raises ValueError when it has no line KẾ HOẠCH.
    """
    lines = [_DRESSING.sub("", line).strip(" \n") for line in text.split("\n")]
    lines = [line for line in lines if line]
    type_at = next((at for at, line in enumerate(lines) if fold(line) == "KE HOACH"), -1)
    if type_at < 0:
        raise ValueError("no line KẾ HOẠCH")
    head = lines[:type_at]
    right = [line for line in head if line.startswith(_RIGHT)]
    number = next((line for line in head if _NUMBER.match(fold(line))), "")
    date = next((line for line in head if "ngày" in line), "")
    issuer = [line for line in head if line not in (*right, number, date)]
    body_at = type_at + 1
    while body_at < type_at + 1 + _TITLE_LINES and not _TITLE_END.match(lines[body_at]):
        body_at += 1
    recipients_at = _index(lines, lambda line: line == "Nơi nhận:")
    signature_at = _index(lines, lambda line: line.isupper() and line[0].isalpha(), recipients_at)
    appendix_at = _index(lines, lambda line: line.startswith("Phụ lục"), signature_at)
    body = lines[body_at:recipients_at]
    bases = 0
    while bases < len(body) and body[bases].startswith("Căn cứ "):
        bases += 1
    return Zones(
        issuer,
        right,
        number,
        date,
        lines[type_at],
        lines[type_at + 1 : body_at],
        body[:bases],
        body[bases:],
        lines[recipients_at:signature_at],
        lines[signature_at:appendix_at],
        lines[appendix_at:],
    )


def is_heading(line: str) -> bool:
    """Whether a line is a heading with a Roman number."""
    return _HEADING.match(line) is not None and line.isupper()


def is_item_heading(line: str) -> bool:
    """Whether a line is the heading of an item, not an item that is a sentence."""
    sentence = line.endswith((".", ";")) or len(line) > _HEADING_LENGTH
    return _ITEM.match(line) is not None and not sentence


def _index(lines: list[str], is_wanted: Callable[[str], bool], start: int = 0) -> int:
    return next((at for at in range(start, len(lines)) if is_wanted(lines[at])), len(lines))
