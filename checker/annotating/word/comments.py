"""Word comments on exactly the characters that a note is about (ECMA-376, part 1, 17.13.4)."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lxml import etree

from checker.annotating.note import Note
from checker.annotating.word.document import EditedDocument
from checker.annotating.word.markup import Markup, Names, escaped
from checker.reading.word.names import STRICT_NAMES, W
from checker.reading.word.parts import CONTENT_TYPES
from checker.reading.word.text import Piece

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SIZE = "20"  # half points: what Word itself gives to comments


def write_comments(document: EditedDocument, notes: Sequence[Note]) -> dict[str, bytes]:
    """Put the notes into the document as comments; return the parts to be written beside it."""
    comments = []
    for note in notes:
        number = document.authorship.number()
        _anchor(document, note, number)
        comments.append((number, note.words))
    return _comment_parts(document, comments)


def _anchor(document: EditedDocument, note: Note, number: int) -> None:
    """Mark the characters that the note is about."""
    pieces = document.pieces_in(note.start, note.end)
    direct = [piece for piece in pieces if document.is_direct(piece)]
    if direct:
        first, last = direct[0], direct[-1]
        start, end = max(note.start, first.start), min(note.end, last.end)
        names = document.markup.names(first.run)
        atoms = document.run(first.run).atoms_in(start, min(first.end, end))
        atoms[0].before.append(_range(names, "Start", number))
        names = document.markup.names(last.run)
        atoms = document.run(last.run).atoms_in(max(last.start, start), end)
        atoms[-1].after.append(_range(names, "End", number) + _reference(names, number))
    elif pieces:
        _anchor_around(document, pieces[0], pieces[-1], number)
    else:
        _anchor_at(document, note, number)


def _anchor_around(document: EditedDocument, first: Piece, last: Piece, number: int) -> None:
    """Mark whole elements: those that hold characters among which no comment may stand."""
    markup = document.markup
    begin, finish = document.host(first), document.host(last)
    if begin is None or finish is None:
        _anchor_in_empty(document, first.start, number)
        return
    if markup.place(finish).start < markup.place(begin).start:
        finish = begin
    names = markup.names(next(begin.iterancestors(W + "p")))
    start = _range(names, "Start", number)
    end = _range(names, "End", number) + _reference(names, number)
    if begin.tag == W + "r":
        document.run(begin).before.append(start)
    else:
        markup.insert(markup.place(begin).start, start)
    if finish.tag == W + "r":
        document.run(finish).after.insert(0, end)
    else:
        markup.insert(markup.place(finish).end, end)


def _anchor_at(document: EditedDocument, note: Note, number: int) -> None:
    """Mark what an automatic number stands before, or a point between characters."""
    place = document.place_at(note.start)
    shown = document.pieces_in(place.start, place.end)
    if shown and note.start < note.end and note.start < place.start + place.label:
        whole = note._replace(start=shown[0].start, end=shown[0].end)
        _anchor(document, whole, number)
        return
    piece, behind = document.point(note.start)
    if piece is None:
        _anchor_in_empty(document, note.start, number)
        return
    if not document.is_direct(piece):
        _anchor_around(document, piece, piece, number)
        return
    names = document.markup.names(piece.run)
    point = _range(names, "Start", number) + _range(names, "End", number)
    point += _reference(names, number)
    splice = document.run(piece.run)
    if behind:
        atom = splice.atoms_in(piece.start, min(note.start, piece.end))[-1]
        atom.after.append(point)
    else:
        splice.atoms_in(piece.start, piece.end)[0].before.append(point)


def _anchor_in_empty(document: EditedDocument, offset: int, number: int) -> None:
    """Mark a paragraph that shows nothing; of a text box or footnote the text's paragraph before
    it."""
    paragraph = document.own_place_at(offset).element
    markup = document.markup
    names = markup.names(paragraph)
    point = _range(names, "Start", number) + _range(names, "End", number)
    markup.insert_last(paragraph, point + _reference(names, number))


def _range(names: Names, end: str, number: int) -> bytes:
    return names.empty(f"commentRange{end}", {"id": str(number)})


def _reference(names: Names, number: int) -> bytes:
    return names.around("r", names.empty("commentReference", {"id": str(number)}))


def _comment_parts(
    document: EditedDocument, comments: Sequence[tuple[int, str]]
) -> dict[str, bytes]:
    """The comments' part, and what must name it where there was none."""
    parts, package = document.parts, document.package
    name = parts.name("comments")
    if ("comments", name) in parts.relationships.values():
        root = parts.xml(name)
        markup = Markup(package.read(name), root, document.path)
        names = markup.names(root)
        new = b"".join(_comment(document, names, *comment) for comment in comments)
        markup.insert_last(root, new)
        return {name: markup.spliced()}
    names = Names("w:", "w:", "")
    new = b"".join(_comment(document, names, *comment) for comment in comments)
    uri = STRICT_NAMES[0][0].decode() if document.markup.strict else W.strip("{}")
    part = f'<w:comments xmlns:w="{uri}">'.encode() + new + b"</w:comments>"
    folder, base = posixpath.split(parts.main)
    name = _free_name(document, folder)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    return {
        name: _DECLARATION + part,
        rels: _with_relationship(document, rels, posixpath.basename(name)),
        CONTENT_TYPES: _with_content_type(document, name),
    }


def _comment(document: EditedDocument, names: Names, number: int, words: str) -> bytes:
    """A comment with a paragraph for each line; its form does not depend on the styles."""
    authorship = document.authorship
    left = "start" if document.markup.strict else "left"
    properties = names.around(
        "pPr",
        names.empty("spacing", {"before": "0", "after": "0", "line": "240", "lineRule": "auto"})
        + names.empty("ind", {left: "0", "firstLine": "0"})
        + names.empty("jc", {"val": left}),
    )
    look = names.around(
        "rPr", names.empty("sz", {"val": _SIZE}) + names.empty("szCs", {"val": _SIZE})
    )
    mark = names.around("r", names.empty("annotationRef"))
    paragraphs = b""
    for line in words.split("\n"):
        tag = names.tag("t")
        text = f'<{tag} xml:space="preserve">{escaped(line)}</{tag}>'.encode()
        paragraphs += names.around("p", properties + mark + names.around("r", look + text))
        mark = b""
    attributes = {"id": str(number), "author": authorship.author, "date": authorship.date}
    attributes["initials"] = authorship.initials
    return names.around("comment", paragraphs, attributes)


def _free_name(document: EditedDocument, folder: str) -> str:
    taken = {name.lower() for name in document.package.names}
    number = ""
    while posixpath.join(folder, f"comments{number}.xml").lower() in taken:
        number = str(int(number or "0") + 1)
    return posixpath.join(folder, f"comments{number}.xml")


def _with_relationship(document: EditedDocument, rels: str, target: str) -> bytes:
    """The relationships of the main part with one more."""
    kind = f"{_TYPES[document.markup.strict]}/comments"
    if rels not in document.package.names:
        one = f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/>'
        whole = f'<Relationships xmlns="{_RELATIONSHIPS}">{one}</Relationships>'
        return _DECLARATION + whole.encode()
    root = document.package.xml(rels)
    ids = {one.get("Id", "") for one in root}
    number = len(ids) + 1
    while f"rId{number}" in ids:
        number += 1
    attributes = f'Id="rId{number}" Type="{kind}" Target="{target}"'
    return _with_child(document, rels, root, "Relationship", attributes)


def _with_content_type(document: EditedDocument, name: str) -> bytes:
    root = document.package.xml(CONTENT_TYPES)
    attributes = f'PartName="/{escaped(name)}" ContentType="{_CONTENT_TYPE}"'
    return _with_child(document, CONTENT_TYPES, root, "Override", attributes)


def _with_child(
    document: EditedDocument, part: str, root: etree._Element, child: str, attributes: str
) -> bytes:
    """A part with one more element at the end."""
    markup = Markup(document.package.read(part), root, document.path)
    prefix = f"{root.prefix}:" if root.prefix else ""
    markup.insert_last(root, f"<{prefix}{child} {attributes}/>".encode())
    return markup.spliced()
