"""Values for the cells of a spreadsheet, in which a document must start nothing."""

from __future__ import annotations

import re

MAX_CELL = 32_767  # characters, of UTF-16, that Excel holds
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_UNFIT = re.compile("[\ud800-\udfff\ufffe\uffff]")
# What a spreadsheet would take for a formula.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def shown(text: str) -> str:
    """Return ``text`` as one line that fits a cell; what is too long ends in ``…``."""
    text = _UNFIT.sub("\ufffd", _CONTROL.sub(" ", text))
    if 2 * len(text) <= MAX_CELL or len(text) + sum(char > "\uffff" for char in text) <= MAX_CELL:
        return text
    units = text.encode("utf-16-le")[: 2 * (MAX_CELL - 1)]
    return units.decode("utf-16-le", "ignore") + "…"


def inert(text: str) -> str:
    """Return ``text`` as :func:`shown`, for a format in which a cell cannot be told to be text:
    what begins like a formula is led by an apostrophe."""
    text = shown(text)
    return shown(f"'{text}") if _FORMULA.match(text) else text
