"""What all parts of a page need: the audit, which plans have a section, words made safe."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape

from checker.phrases import say
from checker.reporting.audit.overview import LEVELS_DOWN, Overview, Plan
from checker.reporting.marked_text import shown

MOST_PLANS = 300  # that have a section of their own


@dataclass(frozen=True)
class Page:
    overview: Overview

    @property
    def lang(self) -> str:
        return self.overview.audit.lang

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans that are shown, the worst first."""
        return self.overview.ranked[:MOST_PLANS]

    @cached_property
    def _by_doc(self) -> dict[int, Plan]:
        return {plan.doc: plan for plan in self.overview.plans}

    @cached_property
    def _linked(self) -> frozenset[int]:
        return frozenset(plan.doc for plan in self.plans)

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of which something was found, the gravest first."""
        return tuple(level for level in LEVELS_DOWN if self.overview.of_level(level))

    def say(self, code: str, **values: object) -> str:
        """Return a phrase, escaped."""
        return self.text(say(code, self.lang, **values))

    def text(self, words: str) -> str:
        return escape(shown(words))

    def link(self, doc: int) -> str:
        """Return the name of a document, leading to its section if it has one."""
        name = self.text(self.name(doc))
        return f'<a href="#k{doc}">{name}</a>' if doc in self._linked else name

    def name(self, doc: int) -> str:
        """Return a document's office and number, with its file where these do not tell enough."""
        if doc in self._by_doc:
            plan = self._by_doc[doc]
            file = self.overview.file_to_tell(plan)
            return " · ".join(filter(None, (plan.office, plan.number, file)))
        return self.overview.audit.corpus.documents[doc].name

    def marks(self, plan: Plan) -> str:
        """Return how many findings of each level a plan has."""
        told = (
            f'<mark class="{level}">{self.say(f"count-{level}", count=plan.of_level(level))}</mark>'
            for level in LEVELS_DOWN
            if plan.of_level(level)
        )
        words = " ".join(told) or self.say("clean")
        return f'<span class="counts">{words}</span>'
