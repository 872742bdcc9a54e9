"""Findings → the notes that a reader sees beside the words."""

from __future__ import annotations

from checker.annotating.note import Note
from checker.document import Document
from checker.file_report import FileReport
from checker.finding import Finding
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
    lines += _elsewhere(finding, document, lang)
    lines.append(say("note-basis", lang, basis=finding.basis, rule=finding.rule))
    start, end = document.view.raw_span(finding.start, finding.end)
    return Note(start, end, finding.level, "\n".join(lines))


def _elsewhere(finding: Finding, document: Document, lang: str) -> list[str]:
    """Say of the related places what words stand there, or how many are like this one."""
    own = _shown(document, finding.start, finding.end)
    spans = {*finding.related_spans} - {(finding.start, finding.end)}
    texts = [_shown(document, *span) for span in sorted(spans)]
    alike = sum(text == own for text in texts)
    others = [text for text in dict.fromkeys(texts) if text and text != own]
    lines = [say("note-alike", lang, count=alike)] if alike else []
    if others:
        quoted = ", ".join(f"“{text}”" for text in others[:_SHOWN])
        more = len(others) - _SHOWN
        code = "note-related-more" if more > 0 else "note-related"
        lines.append(say(code, lang, quoted=quoted, more=more))
    return lines


def _shown(document: Document, start: int, end: int) -> str:
    text = " ".join(document.text[start:end].split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"
