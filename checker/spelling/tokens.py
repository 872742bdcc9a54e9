"""The words of a text that spelling is judged on, and how each stands beside the next."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checker.spelling.syllables import canonical

# An invisible character inside a word is told by hygiene; it makes no two words of one.
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\ufffd"
_TOKEN = re.compile(rf"[^\W\d_]+(?:[{_INVISIBLE}]+[^\W\d_]+)*")
# What is no prose: addresses of the web and of mail, numbers of documents, names of files.
_CODE = re.compile(
    r"://|www\.|[#@_\\]|\d[/-][^\W\d_]|[A-ZĐ]{2}[/&-][A-ZĐ]|[^\W\d_]\d|\d[^\W\d_]"
    r"|\w\.(?:vn|com|net|org|edu|gov|docx?|pdf|xlsx?)\b"
)
_BESIDE_CODE = frozenset("0123456789#@_\\/&.-:")
_RUN = re.compile(r"\S*")
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
    tokens: list[Token] = []
    end_before = 0
    run_end, is_code = 0, False
    make = Token._make  # less than the cost of calling the class, and there are thousands
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        gap = text[end_before:start]
        if gap[-1:] in _BESIDE_CODE or text[end : end + 1] in _BESIDE_CODE or start < run_end:
            if start >= run_end:
                blanks = max(gap.rfind(" "), gap.rfind("\n"), gap.rfind("\t")) + 1
                run = _RUN.match(text, end_before + blanks)
                run_end = run.end() if run else end
                is_code = _CODE.search(text, end_before + blanks, run_end) is not None
            if is_code:
                continue
        word = match.group()
        if gap == " " and tokens:  # by far the most usual, so asked first
            joined, opens = True, False
        else:
            joined = bool(tokens) and gap.isspace() and "\n" not in gap
            opens = not tokens or _SENTENCE_END.search(gap) is not None
        tokens.append(make((start, end, word, canonical(word), joined, opens)))
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
        return Counter([token.form for token in self.tokens])

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often each two forms stand side by side in the text."""
        pairwise = itertools.pairwise(self.tokens)
        return Counter((one.form, other.form) for one, other in pairwise if other.joined)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indexes of the tokens of each form."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, token in enumerate(self.tokens):
            found[token.form].append(index)
        return dict(found)


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
