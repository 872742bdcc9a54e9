"""The words of a text that spelling is judged on, and how each stands beside the next."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checker.spelling.syllables import canonical

_TOKEN = re.compile(r"[^\W\d_]+")
# What is no prose: addresses of the web and of mail, numbers of documents, names of files.
_CODE = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|edu|gov|docx?|pdf|xlsx?)\b\S*"
    r"|\S*(?:\d[/-][^\W\d_]|[A-ZĐ]{2}[/&-][A-ZĐ]|[^\W\d_]\d|\d[^\W\d_]|[#@_\\])\S*"
)
_SENTENCE_END = re.compile(r"[.!?:;…\n“”\"«»()\[\]•*+|]")


class Token(NamedTuple):
    """A word, ``text[start:end]``. ``form`` is :func:`canonical`; ``joined`` tells whether nothing
    but blanks of one line divides it from the token before, ``opens`` whether a sentence, quotation
    or bracket may begin with it."""

    start: int
    end: int
    text: str
    form: str
    joined: bool
    opens: bool

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return not self.text[0].islower()

    @property
    def is_upper(self) -> bool:
        """Whether all of it, more than one letter, are capitals."""
        return len(self.text) > 1 and self.text.isupper()


def tokens_of(text: str) -> list[Token]:
    """Return the words of ``text`` (NFC, logical lines divided by line ends), in order, without
    addresses, numbers of documents and other codes."""
    codes = [match.span() for match in _CODE.finditer(text)]
    codes.append((len(text), len(text)))
    tokens: list[Token] = []
    at_code = 0
    end_before = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while codes[at_code][1] <= start and at_code < len(codes) - 1:
            at_code += 1
        if codes[at_code][0] <= start < codes[at_code][1]:
            continue
        gap = text[end_before:start]
        word = match.group()
        opens = not tokens or _SENTENCE_END.search(gap) is not None
        joined = bool(tokens) and gap.isspace() and "\n" not in gap
        tokens.append(Token(start, end, word, canonical(word), joined, opens))
        end_before = end
    return tokens


@dataclass(frozen=True)
class Prose:
    """A text with its tokens; ``names`` are the offsets at which tokens begin that are part of the
    name of a person or place, which no dictionary knows."""

    text: str
    tokens: tuple[Token, ...]
    names: frozenset[int] = frozenset()

    @cached_property
    def times(self) -> Counter[str]:
        """How often each form occurs in the text."""
        return Counter(token.form for token in self.tokens)

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often each two forms stand side by side in the text."""
        pairwise = itertools.pairwise(self.tokens)
        return Counter((one.form, other.form) for one, other in pairwise if other.joined)


def prose_of(text: str, names: Iterable[tuple[int, int]] = ()) -> Prose:
    """Make the prose of a text (NFC, logical lines divided by line ends); ``names`` are the spans
    of names of persons and places."""
    tokens = tuple(tokens_of(text))
    spans = sorted(names)
    inside: set[int] = set()
    at = 0
    for token in tokens:
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at < len(spans) and spans[at][0] <= token.start:
            inside.add(token.start)
    return Prose(text, tokens, frozenset(inside))
