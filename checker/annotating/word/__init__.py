"""Writing into Word documents: comments, tracked changes, formatting.

Only the runs, paragraphs and sections concerned are written anew; every other byte of the main part
and of all other parts stays as it is. Offsets are those of ``Source.raw`` as the same package is
read. All functions raise InputError: ``signed-package`` for a package with a digital signature,
and what reading it raises.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from checker.annotating.edit import Edit
from checker.annotating.note import Note
from checker.annotating.setting import Setting
from checker.annotating.word.changes import make_edits
from checker.annotating.word.comments import write_comments
from checker.annotating.word.document import EditedDocument
from checker.annotating.word.settings import make_settings

__all__ = ["Edited", "annotate_docx", "edit_docx", "set_docx"]

_AUTHOR = "Soát"


class Edited(NamedTuple):
    """A package with edits made, and the edits that could not be made there."""

    data: bytes
    left: tuple[Edit, ...]


def annotate_docx(
    data: bytes,
    path: str,
    notes: Sequence[Note],
    author: str = _AUTHOR,
    date: datetime | None = None,
) -> bytes:
    """Return the package with each note as a comment on exactly its characters; ``date`` is None
    for now. Comments that are there stay."""
    if not notes:
        return data
    document = EditedDocument(data, path, author, date)
    return document.written(write_comments(document, notes))


def edit_docx(
    data: bytes,
    path: str,
    edits: Sequence[Edit],
    *,
    tracked: bool = True,
    author: str = _AUTHOR,
    date: datetime | None = None,
) -> Edited:
    """Return the package with the edits as tracked changes, or made at once; words change in the
    look of the run in which they begin."""
    document = EditedDocument(data, path, author, date)
    left = make_edits(document, edits, tracked=tracked)
    return Edited(data if len(left) == len(edits) else document.written(), left)


def set_docx(
    data: bytes,
    path: str,
    settings: Sequence[Setting],
    *,
    tracked: bool = True,
    author: str = _AUTHOR,
    date: datetime | None = None,
) -> bytes:
    """Return the package with the settings as direct formatting, noted as changes of form or
    not; what is set so already stays as it is."""
    document = EditedDocument(data, path, author, date)
    make_settings(document, settings, tracked=tracked)
    return document.written()
