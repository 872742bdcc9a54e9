"""What a check may use besides the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from ahocorasick_rs import AhoCorasick

from checker.document import Document
from checker.kinds import Line
from checker.registers.acronyms import Acronyms
from checker.registers.document_types import DocumentType
from checker.registers.doubled_words import DoubledWords
from checker.registers.issuers import Issuers
from checker.registers.known_documents import KnownDocuments
from checker.registers.places import Gazetteer
from checker.registers.unit_names import UnitNames
from checker.spelling.speller import Speller
from checker.text.folding import fold

T = TypeVar("T")
ANY_LINE = "<any>"  # the trigger of a rule that may fit any line


@dataclass(frozen=True)
class Registers:
    """The facts behind the checks; ``people`` are names and posts that the office gives,
    ``superior`` is the body above it, empty where it does not say."""

    types: tuple[DocumentType, ...]
    acronyms: Acronyms
    unit_names: UnitNames
    doubled_words: DoubledWords
    gazetteer: Gazetteer
    people: Mapping[str, str]
    speller: Speller
    issuers: Issuers
    documents: KnownDocuments
    superior: str = ""


class Gate:
    """One Aho-Corasick pass that tells which lines can matter to which pattern rule.

    Each rule names literals ("triggers") of which one must occur in a line for its pattern to fit;
    they are compared without diacritics and case. ``<any>`` stands for a rule that has none.
    """

    def __init__(self, triggers: Iterable[str]) -> None:
        self._triggers = sorted({trigger_form(trigger) for trigger in triggers} - {ANY_LINE})
        self._automaton = AhoCorasick(self._triggers) if self._triggers else None

    def hits(self, document: Document) -> dict[str, list[int]]:
        """Return, for each trigger that occurs, the indexes of its lines in order."""
        found: dict[str, list[int]] = {}
        if self._automaton is None:
            return found
        haystack = document.folded.lower()
        line, end = 0, -1
        for index, start, _ in self._automaton.find_matches_as_indexes(haystack, overlapping=True):
            if not document.lines[line].start <= start < end:
                line = document.line_index_at(start)
                after = line + 1
                end = document.lines[after].start if after < len(document.lines) else len(haystack)
            lines = found.setdefault(self._triggers[index], [])
            if not lines or lines[-1] != line:
                lines.append(line)
        return found


@cache
def trigger_form(trigger: str) -> str:
    """Return a trigger in the form in which texts are searched."""
    return fold(trigger).lower()


@dataclass(frozen=True)
class Context:
    """``hits`` are the lines that the gate let through, by trigger."""

    registers: Registers
    hits: dict[str, list[int]]
    _kept: dict[str, Any] = field(default_factory=dict)

    def keep(self, name: str, make: Callable[[], T]) -> T:
        """Return what ``make`` gives, made once for the document; for what several rules of one
        kind look at. ``name`` is that of the kind."""
        if name not in self._kept:
            self._kept[name] = make()
        kept: T = self._kept[name]
        return kept

    def lines(self, document: Document, triggers: Sequence[str]) -> Iterator[Line]:
        """Yield the lines in which one of ``triggers`` occurs, in order."""
        if ANY_LINE in triggers:
            yield from document.lines
            return
        hits = self.hits
        indexes = {i for trigger in triggers for i in hits.get(trigger_form(trigger), ())}
        for index in sorted(indexes):
            yield document.lines[index]
