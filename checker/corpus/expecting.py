"""The offices that should have a plan, and those that have one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


class Expected(NamedTuple):
    """An office that should have a plan, as it was named, with its plans; ``late`` are those that
    were issued after the day due."""

    name: str
    docs: tuple[int, ...]
    late: tuple[int, ...]


def find_expected(corpus: Corpus, surroundings: Surroundings) -> tuple[Expected, ...]:
    """Return what became of the offices that should have a plan, made once for the corpus."""
    return corpus.keep("expected", lambda: ())
