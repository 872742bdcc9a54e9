"""The outline of a document for an editor: what the grammar understood, part in part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from checker.document import Document, Field, Section
from checker.lsp.open_text import CheckedText
from checker.phrases import say
from checker.text.part import Part

_LONGEST = 80  # characters of a name
_KINDS = {
    "part": types.SymbolKind.Module,
    "chapter": types.SymbolKind.Module,
    "section": types.SymbolKind.Class,
    "article": types.SymbolKind.Class,
}
_BULLETS = ("bullet", "plus", "star")


def symbols_of(checked: CheckedText) -> list[types.DocumentSymbol]:
    """Return header, title, bases, divisions, recipients, signature and appendices, in order."""
    document = checked.document
    if document is None:
        return []
    outline = _Outline(checked, document)
    return sorted(outline.parts(), key=lambda one: _order(one.range))


def flat(symbols: Iterable[types.DocumentSymbol], uri: str) -> Iterator[types.SymbolInformation]:
    """Yield the symbols one by one, for a client that knows of no outline in parts."""
    for one in symbols:
        place = types.Location(uri, one.range)
        yield types.SymbolInformation(place, one.name, one.kind)
        yield from flat(one.children or (), uri)


class _Outline:
    def __init__(self, checked: CheckedText, document: Document) -> None:
        self.checked = checked
        self.document = document

    def parts(self) -> Iterator[types.DocumentSymbol]:
        document, lang = self.document, self.checked.lang
        header = document.header
        yield from self._group(
            say("part-header", lang),
            (
                header.party_name,
                header.nation,
                header.motto,
                header.superior,
                header.issuer,
                header.number,
                header.place_date,
                header.addressee,
            ),
        )
        if document.title:
            name = " ".join(f"{document.type_line.text} {document.title.text}".split())
            yield self._symbol(name, types.SymbolKind.String, document.title, document.title.end)
        yield from self._group(say("lsp-bases", lang), document.bases)
        yield from self._sections(document.body)
        yield from self._group(say("part-recipients", lang), document.recipients.items)
        signed = document.signature
        yield from self._group(
            say("part-signature", lang), (*signed.authority, signed.role, signed.name)
        )
        for one in document.appendices:
            children = list(self._sections(one.children))
            kind = types.SymbolKind.Module
            yield self._symbol(one.heading.text, kind, one.heading, one.end, children)

    def _group(self, name: str, parts: Iterable[Part]) -> Iterator[types.DocumentSymbol]:
        there = sorted((part for part in parts if part), key=lambda part: part.start)
        if there:
            inner = [self._symbol(one.text, types.SymbolKind.Field, one, one.end) for one in there]
            end = max(part.end for part in there)
            yield self._symbol(name, types.SymbolKind.Namespace, there[0], end, inner)

    def _sections(
        self, children: Iterable[Section | Field | Part]
    ) -> Iterator[types.DocumentSymbol]:
        """The divisions, without dashes and plain lines."""
        for child in children:
            if isinstance(child, Section) and child.level not in _BULLETS:
                name = f"{child.marker} {child.heading.text}"
                place = child.heading or Part("", child.start, child.end)
                kind = _KINDS.get(child.level, types.SymbolKind.Method)
                inner = list(self._sections(child.children))
                yield self._symbol(name, kind, place, child.end, inner, child.start)
            elif isinstance(child, Section):
                yield from self._sections(child.children)

    def _symbol(
        self,
        name: str,
        kind: types.SymbolKind,
        place: Part,
        end: int,
        children: list[types.DocumentSymbol] | None = None,
        start: int | None = None,
    ) -> types.DocumentSymbol:
        chosen = self.checked.range(place.start, place.end)
        first = place.start if start is None else min(start, place.start)
        whole = self.checked.range(first, max(end, place.end))
        return types.DocumentSymbol(_short(name), kind, whole, chosen, children=children or None)


def _short(name: str) -> str:
    name = " ".join(name.split()) or "–"
    return name if len(name) <= _LONGEST else name[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _order(range_: types.Range) -> tuple[int, int]:
    return range_.start.line, range_.start.character
