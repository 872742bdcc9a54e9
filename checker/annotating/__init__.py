"""Annotating: findings → Word comments and tracked changes, highlights in a PDF, a page with
margin notes; suggestions → a fixed text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from checker.annotating.edit import Edit
from checker.annotating.fixes import Choice, apply_edits, chosen_edits, find_edits
from checker.annotating.note import Note
from checker.annotating.notes import make_notes
from checker.annotating.setting import Setting
from checker.errors import InputError
from checker.file_report import FileReport
from checker.finding import Finding
from checker.linter import Linter
from checker.reading import Source, read_bytes, read_loaded
from checker.reading.package import Package
from checker.reading.word.parts import WordParts

__all__ = ["WORD", "Choice", "Draft", "Fixed", "accept", "annotate", "fix", "open_draft"]

_CONVERTED = ("doc", "rtf")
WORD = ("docx", *_CONVERTED)  # formats of which a .docx is written


class Draft(NamedTuple):
    """A file to write into: its bytes (of a .doc or .rtf those of the .docx that LibreOffice made
    of it) and what was read from them."""

    data: bytes
    source: Source


class Fixed(NamedTuple):
    """The fixed file, the edits made, those that could not be made there, and how many places were
    set anew."""

    data: bytes
    edits: tuple[Edit, ...]
    left: tuple[Edit, ...]
    settings: int


def open_draft(data: bytes, path: str, *, ocr: bool = False) -> Draft:
    """Read a file that is to be written into.

    Raises InputError, ``needs-libreoffice`` for a .doc or .rtf that only LibreOffice could make a
    .docx of.
    """
    source = read_loaded(data, path, ocr=ocr)
    if source.format not in _CONVERTED:
        return Draft(data, source)
    from checker.reading.legacy import to_docx

    converted = to_docx(data, path, f".{source.format}")
    if converted is None:
        raise InputError("needs-libreoffice", path=path)
    as_read = read_bytes(converted, path)
    return Draft(converted, replace(as_read, format=source.format, layout=None, note=source.note))


def annotate(
    draft: Draft, report: FileReport, out: str, lang: str, more: Sequence[Note] = ()
) -> bytes:
    """Return the file with what the report says of it, and ``more``: a copy with comments (.docx),
    with highlights (.pdf), or a page with margin notes (.html), by the name ``out``.

    Raises InputError for a name that does not fit the file, and for files that must not be changed.
    """
    source, suffix = draft.source, PurePath(out).suffix.lower()
    notes = (*make_notes(report, lang), *more)
    if suffix in (".html", ".htm") and report.document:
        from checker.annotating.html import annotate_html

        title = PurePath(source.path).name
        return annotate_html(report.document, notes, title, lang).encode()
    if suffix == ".pdf" and source.format == "pdf":
        from checker.annotating.pdf import annotate_pdf

        return annotate_pdf(draft.data, source, notes)
    _require_word(draft, suffix, "annotate-kind")
    from checker.annotating.word import annotate_docx

    return annotate_docx(draft.data, source.path, notes)


def fix(
    draft: Draft,
    linter: Linter,
    stage: str,
    out: str,
    *,
    accept: bool = False,
    unsafe: bool = False,
    layout: bool = False,
) -> Fixed:
    """Return the file with what Soát can mend in it: in a Word document as tracked changes, unless
    ``accept``; ``unsafe`` follows all suggestions, not only those graded safe; ``layout`` sets
    margins, fonts, sizes and spacing too.

    Raises InputError for a file that cannot be fixed, or a name ``out`` of another kind.
    """
    edits = find_edits(draft.source, linter, stage, unsafe=unsafe)
    in_word = layout and draft.source.format in WORD
    report = linter.check(draft.source, stage) if in_word else None
    settings = tuple(_settings(report, report.findings)) if report else ()
    return _changed(draft, edits, settings, out, tracked=not accept)


def accept(
    draft: Draft, linter: Linter, report: FileReport, choices: Sequence[Choice], out: str
) -> Fixed:
    """Return the file with the changes that the writer chose among those of ``report``: in a Word
    document as tracked changes, words and settings.

    Raises InputError as :func:`fix`.
    """
    document = report.document
    if document is None:
        raise ValueError("a report without its document")
    edits = chosen_edits(document, linter, report.stage, choices)
    settings = tuple(_settings(report, [choice.finding for choice in choices]))
    return _changed(draft, edits, settings, out, tracked=True)


def _changed(
    draft: Draft,
    edits: tuple[Edit, ...],
    settings: tuple[Setting, ...],
    out: str,
    *,
    tracked: bool,
) -> Fixed:
    source = draft.source
    if source.format == "text":
        from checker.reading.plaintext import encoding_of

        text = apply_edits(source.raw, edits)
        return Fixed(encoding_of(draft.data).encode(text), edits, (), 0)
    _require_word(draft, PurePath(out).suffix.lower(), "fix-kind")
    from checker.annotating.word import edit_docx, set_docx

    data = draft.data
    if settings:
        data = set_docx(data, source.path, settings, tracked=tracked)
    changed = edit_docx(data, source.path, edits, tracked=tracked)
    made = tuple(edit for edit in edits if edit not in changed.left)
    return Fixed(changed.data, made, changed.left, len(settings))


def _require_word(draft: Draft, suffix: str, code: str) -> None:
    """Raise InputError ``code`` unless a Word document is asked for of one; a document with macros
    must keep the name that says so."""
    path = draft.source.path
    if draft.source.format not in WORD or suffix not in (".docx", ".docm"):
        raise InputError(code, path=path)
    macros = WordParts(Package(draft.data, path)).macros
    if macros != (suffix == ".docm"):
        raise InputError("macro-name", path=path, suffix=".docm" if macros else ".docx")


def _settings(report: FileReport, findings: Iterable[Finding]) -> Iterator[Setting]:
    """What findings of the report ask for in layout, at each of their places."""
    document = report.document
    for finding in findings:
        if finding.setting and document:
            for span in dict.fromkeys([(finding.start, finding.end), *finding.related_spans]):
                yield Setting(*document.view.raw_span(*span), finding.setting)
