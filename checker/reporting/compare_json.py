"""Two documents compared, as JSON."""

from __future__ import annotations

import json
from typing import Any, TextIO

from checker import __version__
from checker.corpus.side_by_side.comparison import CHANGED, STATES, Comparison, Match
from checker.corpus.side_by_side.mentions import Mention
from checker.corpus.side_by_side.passages import Passage


def write_json(comparison: Comparison, paths: tuple[str, str], out: TextIO) -> None:
    """Write the comparison of the documents at ``paths``."""
    counts = comparison.counts
    told = {
        "tool": "soat",
        "version": __version__,
        "first": paths[0],
        "second": paths[1],
        "same": comparison.same,
        "likeness": round(comparison.likeness, 4),
        "summary": {state: counts[state] for state in STATES},
        "sections": [_match(one) for one in comparison.matches],
        "mentions": {
            kind: {
                "only_first": [_mention(one) for one in only.first],
                "only_second": [_mention(one) for one in only.second],
            }
            for kind, only in comparison.mentions.items()
        },
    }
    out.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _match(match: Match) -> dict[str, Any]:
    told: dict[str, Any] = {
        "state": match.state,
        "moved": match.moved,
        "first": _passage(match.first),
        "second": _passage(match.second),
    }
    if match.state == CHANGED:
        told["changes"] = [
            {"first": run.first.strip(), "second": run.second.strip()}
            for run in match.runs
            if not run.same
        ]
    return told


def _passage(passage: Passage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "zone": passage.zone,
        "section": passage.path,
        "line": passage.line,
        "text": passage.text,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {"text": mention.words, "lines": list(mention.lines)}
