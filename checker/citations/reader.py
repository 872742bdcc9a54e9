"""Lines → citations: tokens, grammar/citation.lark, and what its tree says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer as LarkLexer

from checker import data
from checker.citations.citation import Citation
from checker.citations.heads import CitationToken, NumberValue
from checker.citations.number import ASSEMBLY, YEAR, DocumentNumber, Found, Piece
from checker.citations.provisions import read_provisions
from checker.citations.tokens import Lexer
from checker.citations.words import CitationWords
from checker.registers.document_types import DocumentType
from checker.registers.issuers import Issuers
from checker.text.dates import Date
from checker.text.folding import fold
from checker.text.part import Part

# What a line must hold for a document to be cited in it: a mark with a capital letter or a year
# after it, or the name of a law or of a congress. Asked of every line, so it must be cheap.
_MARKED = re.compile(r"[-/–] ?(?:(?:19|20)\d\d ?[-/–] ?)?[A-ZĐÐ]")
_NAMED = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Nghị quyết Đại hội")
_MARKS = {"-": "HYPHEN", "/": "SLASH"}


class _TokenLexer(LarkLexer):
    """Hands kinds of tokens to the parser; a token's value is its index."""

    def __init__(self, _conf: object) -> None:
        pass

    def lex(self, kinds: Sequence[str]) -> Iterator[Token]:  # type: ignore[override]
        return (Token(kind, str(index)) for index, kind in enumerate(kinds))


@dataclass(frozen=True)
class CitationReader:
    """Reads the documents that a text cites; load it once."""

    parser: Lark
    lexer: Lexer
    codes: frozenset[str]

    @staticmethod
    def load(
        types: Sequence[DocumentType],
        issuers: Issuers,
        words: CitationWords,
        cache: Path | None = None,
    ) -> CitationReader:
        """Load grammar/citation.lark; ``cache`` is a folder where compiled tables are kept."""
        text = (data.folder("grammar") / "citation.lark").read_text(encoding="utf-8")
        parser = Lark(
            text,
            parser="lalr",
            lexer=_TokenLexer,
            start=["line", "number"],
            cache=str(cache / "citation.tables") if cache else False,
            maybe_placeholders=False,
        )
        codes = frozenset(fold(code).upper() for one in types for code in one.codes)
        return CitationReader(parser, Lexer.of(types, issuers, words), codes)

    def read(self, text: str, folded: str = "", offset: int = 0) -> list[Citation]:
        """Return the documents cited in one line, in order. ``text`` is NFC, ``folded`` the same
        folded (made when left out), ``offset`` is added to all places."""
        if not _MARKED.search(text) and not any(name in text for name in _NAMED):
            return []
        tokens = self.lexer.tokens(text, folded or fold(text), self.read_number)
        if not tokens:
            return []
        tree = self._parse([token.kind for token in tokens], "line")
        return _Builder(text, tokens, offset).citations(tree)

    def read_number(self, found: Found) -> NumberValue | None:
        """Return a number with the name of its form; None when no form of number fits."""
        kinds = []
        for index, piece in enumerate(found.pieces):
            kinds += [_MARKS[piece.mark]] if piece.mark else []
            kinds.append(self._kind(index, piece.text))
        try:
            tree = self._parse(kinds, "number")
        except UnexpectedInput:
            return None
        form = str(tree.children[0].data)
        if form == "letter" and not found.pieces[1].text[:2].isupper():
            return None
        known = "CODE" in kinds or "ASSEMBLY" in kinds
        return NumberValue(_number(found.pieces, letter=form == "letter"), form, known)

    def _kind(self, index: int, text: str) -> str:
        if index == 0:
            return "FIGURE"
        if index == 1 and YEAR.fullmatch(text):
            return "YEAR"
        if ASSEMBLY.fullmatch(text):
            return "ASSEMBLY"
        return "CODE" if fold(text).upper() in self.codes else "WORD"

    def _parse(self, kinds: Sequence[str], start: str) -> Tree[Any]:
        return self.parser.parse(kinds, start=start)


def _number(pieces: Sequence[Piece], *, letter: bool) -> DocumentNumber:
    figure, *rest = pieces
    marks, year, code = "", 0, ""
    if YEAR.fullmatch(rest[0].text):
        year = int(rest[0].text)
        marks += rest.pop(0).mark
    if rest and not letter and not ASSEMBLY.fullmatch(rest[0].text):
        code = rest[0].text
        marks += rest.pop(0).mark
    issuer = ""
    if rest:
        marks += rest[0].mark
        issuer = rest[0].text + "".join(piece.mark + piece.text for piece in rest[1:])
    return DocumentNumber(figure.text, year, code, issuer, marks)


class _Builder:
    """Makes citations of the tree of one line."""

    def __init__(self, text: str, tokens: Sequence[CitationToken], offset: int) -> None:
        self._text = text
        self._tokens = tokens
        self._offset = offset
        self._found: list[Citation] = []

    def citations(self, tree: Tree[Any]) -> list[Citation]:
        """Return the citations of a line, in order."""
        self._read(tree, inside=False)
        return sorted(self._found, key=lambda one: one.start)

    def _read(self, node: Tree[Any], *, inside: bool) -> None:
        before: int | None = None  # the citation that a list joins to the next
        joined = ""
        for child in node.children:
            if isinstance(child, Token):
                token = self._tokens[int(child)]
                joined = self._text[token.start : token.end] if child.type == "NEXT" else ""
                continue
            if child.data == "citation":
                one = self._citation(child, inside)
                if joined and before is not None:
                    one = self._join(before, one, shared=";" not in joined)
                before, joined = len(self._found), ""
                self._found.append(one)
            self._read(child, inside=inside or child.data in ("title", "amended"))

    def _join(self, before: int, one: Citation, *, shared: bool) -> Citation:
        """What a list says once for two: the type before the first, the rest after the last."""
        first = self._found[before]
        if not one.type:
            one = replace(one, type=self._found[-1].type, listed=shared)
        if shared and not (first.dated or first.issuer or first.title):
            self._found[before] = replace(first, listed=True)
        return one

    def _citation(self, tree: Tree[Any], inside: bool) -> Citation:
        own = {
            child.type: self._tokens[int(child)]
            for child in tree.children
            if isinstance(child, Token)
        }
        held = {str(child.data): child for child in tree.children if isinstance(child, Tree)}
        first, last = self._ends(tree)
        provisions, law, number = (own.get(kind) for kind in ("PROVISIONS", "LAW", "NUMBER"))
        type_ = law or own.get("TYPE")
        value = number.value if number else None
        dated = own.get("DATED")
        end = law.start + len(str(law.value)) if law else 0
        title = held.get("title")
        return Citation(
            start=first + self._offset,
            end=last + self._offset,
            provisions=read_provisions(self._part(provisions).text),
            type=str(type_.value) if type_ else "",
            type_words=self._words(law.start, end) if law else self._part(type_),
            name=self._words(end, law.end) if law else self._part(None, last),
            number=value.number if isinstance(value, NumberValue) else None,
            number_words=self._part(number, last),
            form=value.form if isinstance(value, NumberValue) else "",
            so="SO" in own,
            dated=self._part(dated, number.end if number else last),
            date=self._date(dated),
            issuer=self._issuer(own.get("ISSUED"), last),
            title=self._words(*self._ends(title)) if title else self._part(None, last),
            inside=inside,
            amended="amended" in held,
            listed=False,
        )

    def _ends(self, tree: Tree[Any]) -> tuple[int, int]:
        indexes = [int(token) for token in tree.scan_values(lambda _: True)]
        return self._tokens[indexes[0]].start, self._tokens[indexes[-1]].end

    def _part(self, token: CitationToken | None, otherwise: int = 0) -> Part:
        if token is None:
            return Part.missing(otherwise + self._offset)
        return self._words(token.start, token.end)

    def _date(self, token: CitationToken | None) -> Date | None:
        if token is None or not isinstance(token.value, Date):
            return None
        date = token.value
        return date._replace(start=date.start + self._offset, end=date.end + self._offset)

    def _issuer(self, token: CitationToken | None, otherwise: int) -> Part:
        if token is None or not isinstance(token.value, Part):
            return self._part(None, otherwise)
        return self._words(token.value.start, token.value.end)

    def _words(self, start: int, end: int) -> Part:
        """The words between two places, without the blanks and commas around them."""
        text = self._text[start:end]
        start += len(text) - len(text.lstrip(" ,("))
        text = text.strip(" ,(")
        return Part(text, start + self._offset, start + self._offset + len(text))
