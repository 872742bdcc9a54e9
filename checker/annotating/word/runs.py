"""Runs of a paragraph cut between characters, so that comments and changes can stand there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from checker.annotating.word.authorship import Authorship
from checker.annotating.word.markup import Markup, Names, escaped
from checker.reading.word.names import W
from checker.reading.word.text import Piece

_CHANGE = re.compile(rb"""<(?:[^\s/>"':]+:)?rPrChange\b(?:"[^"]*"|'[^']*'|[^"'>])*>""")
_BREAKS = re.compile("([\t\v])")
_BREAK_NAMES = {"\t": "tab", "\v": "br"}
_PRESERVE = ' xml:space="preserve"'


@dataclass(eq=False)
class Atom:
    """What a run holds that is not cut further: one of its elements, or a part of a w:t.

    ``start`` and ``end`` are offsets in the text as read; ``text`` is None for what is no w:t,
    ``markup`` the bytes as they stand, None for new text and parts of a w:t. ``before`` and
    ``after`` are put outside of the run there. ``look`` is a w:rPr in place of the run's own,
    ``values`` what of its look is to be set. ``deleted`` is for tracked changes, ``dropped`` for
    what is gone, ``added`` for what is new.
    """

    start: int
    end: int
    text: str | None
    markup: bytes | None
    before: list[bytes] = field(default_factory=list)
    after: list[bytes] = field(default_factory=list)
    deleted: bool = False
    dropped: bool = False
    added: bool = False
    look: bytes | None = None
    values: Mapping[str, float | bool | str] = field(default_factory=dict)


class RunSplice:
    """A run that is written anew; ``pieces`` are its characters by element.

    ``before`` and ``after`` are put around the whole run.
    """

    def __init__(
        self, markup: Markup, run: etree._Element, pieces: Mapping[etree._Element, Piece]
    ) -> None:
        self.run = run
        self.names: Names = markup.names(run)
        self.place = markup.place(run)
        self.before: list[bytes] = []
        self.after: list[bytes] = []
        children = list(run)
        self.properties = children.pop(0) if children and children[0].tag == W + "rPr" else None
        self._opening = markup.data[self.place.start : self.place.inner]
        begins = [markup.place(child).start for child in children] + [self.place.close]
        self.look = markup.data[self.place.inner : begins[0]]
        self._closing = markup.data[self.place.close : self.place.end]
        self.atoms: list[Atom] = []
        at = min((pieces[child].start for child in children if child in pieces), default=0)
        for child, begin, end in zip(children, begins, begins[1:], strict=False):
            piece = pieces.get(child)
            start, at = at, piece.end if piece else at
            text = (child.text or "") if child.tag == W + "t" and not len(child) else None
            self.atoms.append(Atom(start, at, text, markup.data[begin:end]))

    def atoms_in(self, start: int, end: int) -> list[Atom]:
        """Return what shows the characters from ``start`` to ``end``, cut there."""
        self._cut(start)
        self._cut(end)
        found = []
        for index in range(
            bisect_left(self.atoms, start, key=lambda atom: atom.end), len(self.atoms)
        ):
            atom = self.atoms[index]
            if atom.start >= end:
                break
            if start <= atom.start < atom.end:
                found.append(atom)
        return found

    def put_in(self, text: str, beside: Atom, after: bool) -> None:
        """Add characters to the run itself."""
        index = self.atoms.index(beside) + after
        while after and index < len(self.atoms) and self.atoms[index].added:
            index += 1
        offset = beside.end if after else beside.start
        self.atoms[index:index] = [
            Atom(
                *(offset, offset, None if part in _BREAK_NAMES else part, self._written(part)),
                look=beside.look,
                added=True,
            )
            for part in _BREAKS.split(text)
            if part
        ]

    def inserted(self, text: str) -> bytes:
        """Return a run of the same look that holds ``text``."""
        content = b"".join(
            self._written(part) or self._text(part, "t") for part in _BREAKS.split(text) if part
        )
        return self.names.around("r", without_change(self.look) + content)

    def render(self, authorship: Authorship) -> bytes:
        """Return the run as it is to be written: as several where something changes in it, as none
        where all of it is gone, unless what holds it (an insertion, a link) must hold a run."""
        parts = [*self.before]
        numbered = False
        kept = [atom for atom in self.atoms if not atom.dropped]
        for atoms in self._groups(kept):
            run = self._rendered(atoms, authorship if numbered else None)
            numbered = True
            if atoms[0].deleted:
                run = authorship.change(self.names, "del", run)
            parts += [*atoms[0].before, run, *atoms[-1].after]
        holder = self.run.getparent()
        if not kept and (not self.atoms or (holder is not None and holder.tag != W + "p")):
            parts += [self._opening, self.look, self._closing]
        return b"".join([*parts, *self.after])

    def _written(self, part: str) -> bytes | None:
        name = _BREAK_NAMES.get(part)
        return self.names.empty(name) if name else None

    def _cut(self, offset: int) -> None:
        index = bisect_left(self.atoms, offset, key=lambda atom: atom.end)
        if index == len(self.atoms):
            return
        atom = self.atoms[index]
        if atom.text is None or not atom.start < offset < atom.end:
            return
        at = offset - atom.start
        left = Atom(atom.start, offset, atom.text[:at], None, before=atom.before)
        right = Atom(offset, atom.end, atom.text[at:], None, after=atom.after)
        for part in (left, right):
            part.deleted, part.dropped = atom.deleted, atom.dropped
            part.look, part.values = atom.look, atom.values
        self.atoms[index : index + 1] = [left, right]

    def _groups(self, atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
        """The atoms that can stand in one run."""
        cuts = 0
        keys = []
        for atom in atoms:
            cuts += bool(atom.before)
            keys.append((cuts, atom.deleted, atom.look))
            cuts += bool(atom.after)
        for _, group in groupby(zip(keys, atoms, strict=True), key=lambda pair: pair[0]):
            yield [atom for _, atom in group]

    def _rendered(self, atoms: list[Atom], again: Authorship | None) -> bytes:
        look = self.look if atoms[0].look is None else atoms[0].look
        if again is not None:
            look = _CHANGE.sub(
                lambda match: self.names.with_id(match.group(), again.number()), look, count=1
            )
        parts = [self._opening, look]
        name = "delText" if atoms[0].deleted else "t"
        for fresh, group in groupby(atoms, key=lambda atom: _is_fresh(atom)):
            if fresh:
                parts.append(self._text("".join(atom.text or "" for atom in group), name))
            else:
                parts += [atom.markup or b"" for atom in group]
        return b"".join([*parts, self._closing])

    def _text(self, text: str, name: str) -> bytes:
        tag = self.names.tag(name)
        return f"<{tag}{_PRESERVE}>{escaped(text)}</{tag}>".encode()


def _is_fresh(atom: Atom) -> bool:
    """Whether its text is written anew."""
    return atom.text is not None and (atom.markup is None or atom.deleted)


def without_change(look: bytes) -> bytes:
    """Return a w:rPr without the change of form noted in it."""
    match = _CHANGE.search(look)
    if match is None:
        return look
    if match.group().endswith(b"/>"):
        return look[: match.start()] + look[match.end() :]
    closing = re.compile(rb"</(?:[^\s/>:]+:)?rPrChange\s*>").search(look, match.end())
    return look if closing is None else look[: match.start()] + look[closing.end() :]
