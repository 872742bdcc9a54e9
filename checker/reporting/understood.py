"""What a document was understood to be, in words."""

from __future__ import annotations

from checker.file_report import About
from checker.phrases import say


def understood(about: About, lang: str) -> str:
    """Return type, regime and place of a document as one line in ``lang``."""
    type_name = about.type_name or say("no-type", lang)
    place = about.locality or say("no-place", lang)
    regime = say(f"regime-{about.regime}", lang)
    return say("understood", lang, type=type_name, regime=regime, place=place)
