"""Edits of the text: as tracked changes, or made at once (ECMA-376, part 1, 17.13.5)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from lxml import etree

from checker.annotating.edit import Edit
from checker.annotating.word.document import EditedDocument
from checker.annotating.word.markup import is_xml
from checker.annotating.word.runs import Atom, RunSplice
from checker.reading.word.names import W
from checker.reading.word.text import Piece

_ADDED = (W + "ins", W + "moveTo")
_NO_LOOK = {W + "lang", W + "noProof", W + "rPrChange"}


def make_edits(
    document: EditedDocument, edits: Sequence[Edit], *, tracked: bool
) -> tuple[Edit, ...]:
    """Make the edits; return those that cannot be made: on characters that are no plain text of
    the document itself (automatic numbers, text boxes, footnotes, formulas), in paragraphs that
    show nothing, across lines, or overlapping an earlier one."""
    left = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if edit.start >= done and _make(document, edit, tracked):
            done = edit.end
        else:
            left.append(edit)
    return tuple(left)


def _make(document: EditedDocument, edit: Edit, tracked: bool) -> bool:
    old = document.raw[edit.start : edit.end]
    if not is_xml(edit.text.replace("\v", "")) or "\n" in edit.text or "\r" in edit.text:
        return False
    if not 0 <= edit.start <= edit.end <= len(document.raw):
        return False
    pieces = document.pieces_in(edit.start, edit.end)
    direct = all(document.is_direct(piece) for piece in pieces)
    shown = sum(min(edit.end, one.end) - max(edit.start, one.start) for one in pieces)
    if not direct or shown < len(old):
        return False
    if not _can_be_whole(pieces):
        edit = trimmed(edit, old)
    if edit.start < edit.end:
        _replace(document, edit, tracked)
        return True
    return not edit.text or _insert(document, edit, tracked)


def trimmed(edit: Edit, old: str) -> Edit:
    """Return the edit of ``old`` without what its two texts have in common at both ends; a letter
    is not parted from its marks."""
    new = edit.text
    shorter = min(len(old), len(new))
    before = 0
    while before < shorter and old[before] == new[before]:
        before += 1
    while before and (_is_mark(old[before : before + 1]) or _is_mark(new[before : before + 1])):
        before -= 1
    behind = 0
    while behind < shorter - before and old[-behind - 1] == new[-behind - 1]:
        behind += 1
    while behind and _is_mark(old[len(old) - behind]):
        behind -= 1
    return Edit(edit.start + before, edit.end - behind, new[before : len(new) - behind])


def _is_mark(character: str) -> bool:
    return bool(character) and unicodedata.combining(character) > 0


def _can_be_whole(pieces: Sequence[Piece]) -> bool:
    """Whether the characters stand in runs of one look, so that the words may change as a whole."""
    if any(piece.element.tag != W + "t" for piece in pieces):
        return False
    first = pieces[0].run if pieces else None
    runs = {piece.run: None for piece in pieces if piece.run is not first}
    return first is None or all(
        run.getparent() is first.getparent() and _look(run) == _look(first) for run in runs
    )


def _look(run: etree._Element) -> list[bytes]:
    properties = run.find(W + "rPr")
    if properties is None:
        return []
    return [
        etree.tostring(child, with_tail=False) for child in properties if child.tag not in _NO_LOOK
    ]


def _replace(document: EditedDocument, edit: Edit, tracked: bool) -> None:
    """Delete in each run; insert behind what is deleted, with the look of the first run."""
    gone: list[tuple[RunSplice, list[Atom]]] = []
    for piece in document.pieces_in(edit.start, edit.end):
        splice = document.run(piece.run)
        atoms = splice.atoms_in(max(edit.start, piece.start), min(edit.end, piece.end))
        gone.append((splice, atoms))
    first = gone[0][0]
    if edit.text and not tracked:
        first.put_in(edit.text, gone[0][1][0], after=False)
    elif edit.text:
        beside = [pair for pair in gone if pair[0].run.getparent() is first.run.getparent()]
        whole = len(beside) == len(gone)
        splice, atoms = gone[-1] if whole else [pair for pair in gone if pair[0] is first][-1]
        _add(document, first.inserted(edit.text), splice, atoms[-1], behind=True)
    for atom in (atom for _, atoms in gone for atom in atoms):
        atom.deleted, atom.dropped = tracked, not tracked


def _insert(document: EditedDocument, edit: Edit, tracked: bool) -> bool:
    """Insert at a point, with the look of the character before it in its line, or else after it."""
    piece, behind = document.point(edit.start)
    if piece is not None and behind and not document.is_direct(piece):
        place = document.place_at(edit.start)
        piece = next(iter(document.pieces_in(edit.start, place.end)), None)
        behind = False
        if piece is not None and piece.start != edit.start:
            piece = None
    if piece is None or not document.is_direct(piece):
        return False
    splice = document.run(piece.run)
    if behind:
        atom = splice.atoms_in(piece.start, min(piece.end, edit.start))[-1]
    else:
        atom = splice.atoms_in(piece.start, piece.end)[0]
    if tracked:
        _add(document, splice.inserted(edit.text), splice, atom, behind=behind)
    else:
        splice.put_in(edit.text, atom, after=behind)
    return True


def _add(
    document: EditedDocument, run: bytes, splice: RunSplice, atom: Atom, *, behind: bool
) -> None:
    """Put an inserted run beside ``atom``; an insertion of somebody else is divided around it."""
    authorship, markup = document.authorship, document.markup
    new = authorship.change(splice.names, "ins", run)
    side = atom.after if behind else atom.before
    around = splice.run.getparent()
    if around is not None and around.tag in _ADDED:
        place = markup.place(around)
        if behind and splice.run.getnext() is None and atom is splice.atoms[-1]:
            markup.insert(place.end, new)
            return
        if not behind and splice.run.getprevious() is None and atom is splice.atoms[0]:
            markup.insert(place.start, new)
            return
        if side:
            side.insert(len(side) - 1, new)
        else:
            names = markup.names(around)
            opening = names.with_id(markup.start_tag(around), authorship.number())
            side += [markup.data[place.close : place.end], new, opening]
        return
    side.append(new)
