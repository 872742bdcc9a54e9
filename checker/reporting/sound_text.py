"""Words of documents and names of files, made fit for what reads a report.

A name of a file may hold bytes that are no text (lone surrogates), a text control characters: a
report stays readable with ``\ufffd`` in their place.
"""

from __future__ import annotations

import json
import re
from typing import Any

UNREADABLE = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# What a document of XML 1.0 may not hold, even escaped (production 2)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What some programs take for the end of a line
_LINE_END = re.compile("[\x85\u2028\u2029]")


def encoded(text: str) -> bytes:
    """Return ``text`` in UTF-8."""
    return _SURROGATE.sub(UNREADABLE, text).encode("utf-8")


def for_xml(text: str) -> str:
    return _NOT_XML.sub(UNREADABLE, text)


def for_terminal(text: str) -> str:
    """Return ``text`` without what steers a terminal; line ends stay."""
    return _CONTROL.sub(UNREADABLE, text)


def json_bytes(value: Any) -> bytes:
    """Return ``value`` as indented JSON, the keys as they come."""
    return encoded(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def json_line(value: Any) -> str:
    """Return ``value`` as JSON on one line, whatever a reader takes for a line end."""
    line = _SURROGATE.sub(UNREADABLE, json.dumps(value, ensure_ascii=False))
    return _LINE_END.sub(lambda end: f"\\u{ord(end[0]):04x}", line)
