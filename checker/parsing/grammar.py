"""The compiled grammar: what lines look like and how they nest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lark import Lark, Token, Tree
from lark.lexer import Lexer

from checker import data
from checker.citations.reader import CitationReader
from checker.citations.words import make_citation_words
from checker.office import Office, split_place
from checker.parsing.line_kinds import LineKinds, make_line_kinds
from checker.registers import FOLDER as REGISTERS
from checker.registers.acronyms import Acronyms, make_acronyms
from checker.registers.document_types import DocumentType, make_document_types
from checker.registers.issuers import Issuers, make_issuers
from checker.registers.places import Gazetteer, make_provinces
from checker.registers.unit_names import UnitNames, make_unit_names


class _KindLexer(Lexer):
    """Hands line kinds to the parser; a token's value is the index of its line."""

    def __init__(self, _conf: object) -> None:
        pass

    def lex(self, kinds: Sequence[str]) -> Iterator[Token]:  # type: ignore[override]
        return (Token(kind, str(index)) for index, kind in enumerate(kinds))


@dataclass(frozen=True)
class Grammar:
    """Everything parsing needs; load it once and use it for any number of documents."""

    kinds: LineKinds
    types: tuple[DocumentType, ...]
    acronyms: Acronyms
    unit_names: UnitNames
    gazetteer: Gazetteer
    parser: Lark
    issuers: Issuers
    citations: CitationReader
    office: Office = field(default_factory=Office)

    @staticmethod
    def load(cache: Path | None = None) -> Grammar:
        """Load grammar/; ``cache`` is a folder where compiled tables are kept between runs."""
        text = (data.folder("grammar") / "plan.lark").read_text(encoding="utf-8")
        kept: str | bool = str(cache / "plan.tables") if cache else False
        parser = Lark(text, parser="lalr", lexer=_KindLexer, cache=kept)
        lines = data.folder("grammar") / "lines.yml"
        names = (
            "document-types.yml",
            "acronyms.yml",
            "unit-names.yml",
            "agencies.yml",
            "provinces.yml",
            "issuers.yml",
        )
        registers = [REGISTERS / name for name in names]
        citation = data.folder("grammar") / "citation.yml"
        raw = data.load_yaml([lines, citation, *registers], cache)
        raw_types, raw_acronyms, raw_units, raw_agencies, raw_provinces, raw_issuers = (
            raw[path] for path in registers
        )
        types = make_document_types(raw_types)
        issuers = make_issuers(raw_issuers)
        return Grammar(
            make_line_kinds(raw[lines], types),
            types,
            make_acronyms(raw_acronyms),
            make_unit_names(raw_units, raw_agencies),
            Gazetteer(make_provinces(raw_provinces)),
            parser,
            issuers,
            CitationReader.load(types, issuers, make_citation_words(raw[citation]), cache),
        )

    def with_office(self, office: Office) -> Grammar:
        """Return a grammar that also knows what an office tells of itself."""
        places = (office.locality, *office.places)
        acronyms = self.acronyms
        return replace(
            self,
            acronyms=replace(acronyms, seen=acronyms.seen | frozenset(office.words)),
            unit_names=self.unit_names.with_own(office.units),
            gazetteer=self.gazetteer.with_own(split_place(place) for place in places if place),
            office=office,
        )

    def nest(self, kinds: Sequence[str]) -> Tree[Any]:
        """Return the tree of a sequence of line kinds; its tokens hold the lines' indexes."""
        return self.parser.parse(kinds)
