"""What a generator of defects makes, and small ways to make it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from checker.document import Document


@dataclass(frozen=True)
class Defect:
    """A text with one defect: ``start`` and ``end`` are offsets in it of the wrong words; they are
    equal where something is missing."""

    text: str
    start: int
    end: int


Generator = Callable[[str, Document, random.Random], Defect | None]


def cut(text: str, start: int, end: int) -> Defect:
    return Defect(text[:start] + text[end:], start, start)


def swap(text: str, start: int, end: int, wrong: str) -> Defect:
    return Defect(text[:start] + wrong + text[end:], start, start + len(wrong))


def choose(text: str, pattern: str, chance: random.Random) -> re.Match[str] | None:
    matches = list(re.finditer(pattern, text, re.MULTILINE))
    return chance.choice(matches) if matches else None


def without_lines(pattern: str) -> Generator:
    def generate(text: str, _document: Document, _chance: random.Random) -> Defect | None:
        match = re.search(rf"^{pattern}$", text, re.MULTILINE)
        return cut(text, *match.span()) if match else None

    return generate


def replaced(pattern: str, wrong: tuple[str, ...]) -> Generator:
    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        match = choose(body(text), pattern, chance)
        if not match:
            return None
        at = text.index("\nI. ")
        return swap(text, at + match.start(), at + match.end(), chance.choice(wrong))

    return generate


def body(text: str) -> str:
    return text[text.index("\nI. ") : text.index("\nNơi nhận")]


def put(text: str, chance: random.Random, block: str, *, first: bool = False) -> Defect | None:
    """Put a block, its wrong words between « and », before a dash of the body, or before a
    paragraph where it has none; ``first``: before the first of them."""
    start = text.index("\nI. ")
    dashes = list(re.finditer(r"(?<=\n\n)- ", body(text)))
    places = dashes or list(re.finditer(r"(?<=\n\n)(?=[^\W\d_]{3})", body(text)))
    if not places:
        return None
    at = start + (places[0] if first else chance.choice(places)).start()
    opening, wrong, rest = re.split("[«»]", block)
    after = f"{text[:at]}{opening}{wrong}{rest}\n\n{text[at:]}"
    return Defect(after, at + len(opening), at + len(opening) + len(wrong))
