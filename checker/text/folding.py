"""Vietnamese text without its diacritics, character for character.

Patterns over folded text stay plain ASCII: ``[A-Z]`` means a capital letter, which it does not in
``[A-ZĐÀ-Ỹ]``, and a pattern still fits a word whose marks an OCR engine lost.
"""

from __future__ import annotations

import unicodedata


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    table.update({ord("đ"): "d", ord("Đ"): "D", 0xD0: "D"})
    table.update(dict.fromkeys(map(ord, "‐‑‒–—−"), "-"))
    table.update(dict.fromkeys(map(ord, "“”„«»"), '"'))
    table.update(dict.fromkeys(map(ord, "‘’"), "'"))
    table.update(dict.fromkeys(map(ord, "•●▪◦·"), "-"))
    table.update(dict.fromkeys(map(ord, "\t\u00a0\u2007\u2009\u202f"), " "))
    return table


_TABLE = _table()


def fold(text: str) -> str:
    """Return NFC ``text`` without diacritics, of the same length, case kept; dashes, quotes,
    bullets and spaces of all kinds become the plain ones."""
    return text if text.isascii() else text.translate(_TABLE)
