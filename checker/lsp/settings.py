"""What a client may set: ``soat.stage``, ``soat.lang``, ``soat.guesses``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.rule import STAGES

LANGUAGES = ("vi", "en")
SECTION = "soat"


@dataclass(frozen=True)
class ClientSettings:
    """``stage`` is None where soat.yml tells it, or the usual one (draft) holds."""

    stage: str | None = None
    lang: str = "vi"
    guesses: bool = False


def read_settings(told: Any, before: ClientSettings) -> ClientSettings:
    """Return the settings that a client tells, as a mapping or below its key ``soat``; what it does
    not tell, or tells wrongly, is as ``before``."""
    if isinstance(told, Mapping) and isinstance(told.get(SECTION), Mapping):
        told = told[SECTION]
    if not isinstance(told, Mapping):
        return before
    stage, lang, guesses = (told.get(key, ...) for key in ("stage", "lang", "guesses"))
    return ClientSettings(
        stage if stage in STAGES else None if stage in (None, "") else before.stage,
        lang if lang in LANGUAGES else before.lang,
        guesses if isinstance(guesses, bool) else before.guesses,
    )
