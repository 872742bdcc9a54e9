"""The accuracy tool itself: it finds what is found, misses what is missed, and repeats itself."""

from __future__ import annotations

from checker.linter import Linter
from tools.accuracy.__main__ import measure
from tools.accuracy.defects import generators

LEAST = 0.95
# a single doubled word is sure only where the word is never rightly doubled
LOWER = {"spelling: word doubled": 0.4}


def test_recall_and_false_alarms(linter: Linter) -> None:
    scores, sound = measure(linter, runs=1, seed=7)
    assert sound.extra == 0
    assert sound.words > 10_000
    assert set(scores) == {kind for kind, _, _ in generators()}
    low = {
        kind: score.recall
        for kind, score in scores.items()
        if score.recall < LOWER.get(kind, LEAST)
    }
    assert low == {}
    assert all(score.injected for score in scores.values())


def test_measure_repeats_itself_and_can_fail(linter: Linter) -> None:
    first, _ = measure(linter, runs=1, seed=3)
    again, _ = measure(linter, runs=1, seed=3)
    assert {k: v.found for k, v in first.items()} == {k: v.found for k, v in again.items()}
    silent = Linter([r for r in linter.rules if r.group != "spelling"], linter.grammar)
    without, _ = measure(silent, runs=1, seed=3)
    assert without["spelling: phrase doubled"].recall == 0
