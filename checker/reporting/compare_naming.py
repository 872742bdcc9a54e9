"""How passages of two compared documents are called."""

from __future__ import annotations

from checker.corpus.side_by_side.comparison import CHANGED, Match
from checker.corpus.side_by_side.passages import APPENDIX, SECTION, Passage
from checker.phrases import say

_LONGEST = 80  # characters of a heading


def name_of(match: Match, lang: str) -> str:
    """Return the names of both passages, "Mục II.1 → Mục II.3", or the one where they agree."""
    names = [_passage(one, lang) for one in (match.first, match.second) if one]
    return " → ".join(dict.fromkeys(names))


def heading_of(match: Match) -> str:
    """Return the beginning of the heading of a division, empty for other passages."""
    passage = match.first or match.second
    if passage is None or not passage.path:
        return ""
    heading = passage.heading
    return heading if len(heading) <= _LONGEST else f"{heading[:_LONGEST].rsplit(' ', 1)[0]} …"


def state_of(match: Match, lang: str) -> str:
    """Return in words what became of a passage."""
    if match.state == CHANGED and match.moved:
        return say("compare-moved-too", lang)
    told = say(f"compare-state-{match.state}", lang)
    if match.renumbered and not match.moved:
        told = f"{told}, {say('compare-renumbered', lang)}"
    return told


def _passage(passage: Passage, lang: str) -> str:
    if not passage.path or passage.zone not in (SECTION, APPENDIX):
        return say(f"compare-zone-{passage.zone}", lang)
    code = "compare-path" if passage.zone == SECTION else "compare-appendix-path"
    return say(code, lang, path=passage.path)


def share_of(likeness: float, lang: str) -> str:
    """Return a share from 0 to 1 in per cent, 100 only for the whole."""
    told = f"{min(100 * likeness, 99.9 if likeness < 1 else 100):.1f}".removesuffix(".0")
    return told.replace(".", ",") if lang == "vi" else told
