"""How each word of a text is linked with what stands before and after it."""

from __future__ import annotations

from functools import cached_property

from checker.spelling.counts import COMMA, EDGE
from checker.spelling.model import Model
from checker.spelling.tokens import Prose, Token

UNLIKELY = -12.5  # natural logarithm of the share of a word between its neighbours


class Links:
    """For each token of ``prose``, by its index: ``left`` and ``right``, the forms that stand
    beside it, or COMMA or EDGE; ``into`` and ``out``, how likely it is after the one and the other
    after it, as natural logarithms."""

    def __init__(self, prose: Prose, model: Model) -> None:
        self.left: list[str] = []
        self.right: list[str] = []
        self.into: list[float] = []
        self.out: list[float] = []
        log, text = model.log, prose.text
        before: Token | None = None
        for token in prose.tokens:
            form = token.form
            if before is None:
                self.left.append(EDGE)
                self.into.append(log(EDGE, form))
            elif token.joined:
                link = log(before.form, form)
                self.left.append(before.form)
                self.into.append(link)
                self.right.append(form)
                self.out.append(link)
            else:
                between = gap(text, before, token)
                self.left.append(between)
                self.into.append(log(between, form))
                self.right.append(between)
                self.out.append(log(before.form, between))
            before = token
        if before:
            self.right.append(EDGE)
            self.out.append(log(before.form, EDGE))

    @cached_property
    def unlikely(self) -> list[int]:
        """The indexes of the words that are hardly met where they stand."""
        return [
            index
            for index, (into, out) in enumerate(zip(self.into, self.out, strict=True))
            if into + out < UNLIKELY
        ]


def gap(text: str, before: Token, after: Token) -> str:
    """Return what stands between two words that are not joined, COMMA or EDGE."""
    return COMMA if text[before.end : after.start].strip() in (",", ";") else EDGE
