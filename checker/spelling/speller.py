"""All finders of misspellings, the surest first; a place is told once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from checker.data import load_yaml
from checker.office import Office
from checker.spelling.collocations import find_foreign_words, find_missing_words
from checker.spelling.confusions import Confusions, find_confusions, make_confusions
from checker.spelling.counts import Counts
from checker.spelling.glued import find_glued
from checker.spelling.keyboard import find_keyboard_slips
from checker.spelling.links import Links
from checker.spelling.model import Model
from checker.spelling.odd_syllables import find_odd_syllables, foreign_words
from checker.spelling.real_words import find_real_words
from checker.spelling.slip import Slip
from checker.spelling.terms import Terms, find_terms, make_terms
from checker.spelling.tokens import Prose

COUNTS = Path(__file__).with_name("counts.bin")
TERMS = Path(__file__).with_name("terms.yml")
CONFUSIONS = Path(__file__).with_name("confusions.yml")
KINDS = (
    "keyboard",
    "glued",
    "split",
    "term",
    "confusion",
    "syllable",
    "odd-syllable",
    "real-word",
    "guess",
    "missing-word",
)


class Speller:
    """``words`` are terms and foreign words that the office calls right, ``archive`` the counts of
    its own texts (``soat learn``), if any. What is costly is loaded when first needed."""

    def __init__(
        self,
        terms: Terms,
        confusions: Confusions,
        words: tuple[str, ...] = (),
        archive: Counts | None = None,
    ) -> None:
        self._terms = terms
        self._confusions = confusions
        self._words = words
        self._archive = archive

    @staticmethod
    def load(cache: Path | None = None) -> Speller:
        """Load the shipped terms and phrases; ``cache`` is a folder for parsed YAML."""
        raw = load_yaml([TERMS, CONFUSIONS], cache)
        return Speller(make_terms(raw[TERMS]), make_confusions(raw[CONFUSIONS]))

    def with_office(self, office: Office) -> Speller:
        """Return a speller that also knows an office's words and archive. Raises ConfigError when
        the archive cannot be read."""
        if not (office.words or office.archive):
            return self
        archive = Counts.open(Path(office.archive)) if office.archive else None
        return Speller(self._terms, self._confusions, office.words, archive)

    @cached_property
    def model(self) -> Model:
        """The shipped counts and those of the archive."""
        shipped = Counts.open(COUNTS)
        return Model([shipped, self._archive] if self._archive else [shipped])

    @cached_property
    def _known(self) -> frozenset[str]:
        own = (word.lower() for phrase in self._words for word in phrase.split())
        return foreign_words() | frozenset(own)

    @cached_property
    def _phrases(self) -> re.Pattern[str] | None:
        """The office's terms of several words."""
        phrases = [re.escape(phrase) for phrase in self._words if " " in phrase]
        phrases.sort(key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE) if phrases else None

    def slips(self, prose: Prose) -> tuple[Slip, ...]:
        """Return the misspellings of a text, in order, each place once; a guess gives way to what
        is surer, and nothing is told inside a phrase that the office calls right."""
        kept: list[Slip] = []
        taken: set[int] = set()
        if self._phrases:
            for match in self._phrases.finditer(prose.text):
                taken.update(range(*match.span()))
        for slip in sorted(self._found(prose), key=lambda slip: slip.kind == "guess"):
            places = range(slip.start, slip.end)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.append(slip)
        return tuple(sorted(kept, key=lambda slip: slip.start))

    def _found(self, prose: Prose) -> Iterator[Slip]:
        model, known = self.model, self._known
        yield from find_keyboard_slips(prose, model, known)
        yield from find_glued(prose, model, known)
        yield from find_terms(prose, self._terms, model.pair)
        yield from find_confusions(prose, self._confusions, model)
        yield from find_odd_syllables(prose, model, model.vocabulary, known)
        links = Links(prose, model)
        yield from find_real_words(prose, links, model)
        yield from find_foreign_words(prose, links, model)
        yield from find_missing_words(prose, links, model)
