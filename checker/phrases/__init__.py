"""What the program says outside of rules, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Iterable

from checker.phrases import (
    annotating,
    audit_run,
    auditing,
    checking,
    compare,
    comparing,
    config,
    doctor,
    files,
    fixing,
    formats,
    git,
    keys,
    legacy,
    libreoffice,
    lsp,
    mistakes,
    output,
    page,
    pdf,
    serving,
    suppressing,
    writing,
)

PHRASES = (
    annotating.PHRASES
    | audit_run.PHRASES
    | auditing.PHRASES
    | checking.PHRASES
    | compare.PHRASES
    | comparing.PHRASES
    | config.PHRASES
    | doctor.PHRASES
    | files.PHRASES
    | fixing.PHRASES
    | formats.PHRASES
    | git.PHRASES
    | keys.PHRASES
    | mistakes.PHRASES
    | output.PHRASES
    | page.PHRASES
    | legacy.PHRASES
    | libreoffice.PHRASES
    | lsp.PHRASES
    | pdf.PHRASES
    | serving.PHRASES
    | suppressing.PHRASES
    | writing.PHRASES
)


def said_lines(parts: Iterable[tuple[int, int]]) -> str:
    """Return parts of a text, first and last line of each, in words: ``3–7, 12``."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in parts)


def say(key: str, /, lang: str = "vi", **values: object) -> str:
    """Return the phrase ``key`` in ``lang`` (``vi`` or ``en``), its placeholders filled."""
    return PHRASES[key][lang].format(**values)
