"""Findings → the notes that a reader sees beside the words."""

from __future__ import annotations

from checker.annotating.note import Note
from checker.document import Document
from checker.finding import Finding
from checker.linter import FileReport
from checker.phrases import say

_SHOWN = 3  # related places that a note quotes
_LONGEST = 60


def make_notes(report: FileReport, lang: str) -> tuple[Note, ...]:
    """Return a note for each finding of a document that was read: what is wrong, where else, the
    clause, the rule."""
    document = report.document
    if document is None:
        return ()
    return tuple(_note(finding, document, lang) for finding in report.findings)


def _note(finding: Finding, document: Document, lang: str) -> Note:
    lines = [f"{say(f'level-{finding.level}', lang)}: {finding.message}"]
    related = _related(finding, document)
    if related:
        quoted = ", ".join(f"“{text}”" for text in related[:_SHOWN])
        more = len(related) - _SHOWN
        code = "note-related-more" if more > 0 else "note-related"
        lines.append(say(code, lang, quoted=quoted, more=more))
    lines.append(say("note-basis", lang, basis=finding.basis, rule=finding.rule))
    start, end = document.view.raw_span(finding.start, finding.end)
    return Note(start, end, finding.level, "\n".join(lines))


def _related(finding: Finding, document: Document) -> list[str]:
    """The words at the related places, those at the finding's own place left out."""
    texts = []
    for start, end in finding.related_spans:
        text = " ".join(document.text[start:end].split())
        if text and (start, end) != (finding.start, finding.end):
            texts.append(text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…")
    return texts
