"""What workers do for clients: each job holds all that it needs and gives back all that it made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from checker.annotating import WORD, Choice, Draft, Fixed, accept, annotate, open_draft
from checker.annotating.fixes import edits_of
from checker.annotating.note import Note
from checker.errors import InputError
from checker.file_report import FileReport
from checker.finding import Finding
from checker.linter import Linter
from checker.phrases import say
from checker.reading import read_loaded
from checker.reporting.formats import render
from checker.reporting.run import Run
from checker.reporting.sound_text import json_bytes
from checker.server.bench import Asked, Bench
from checker.server.review import annotated_as, review_json


@dataclass(frozen=True)
class Upload:
    """A file as a client sent it; ``name`` is only what messages call it."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Decisions:
    """What the writer decided, by fingerprint: ``accepted`` with the index of the suggestion that
    she takes, ``dismissed`` with the reason, which may be empty."""

    accepted: tuple[tuple[str, int], ...] = ()
    dismissed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Made:
    """A file made for the client: its bytes, the ending of its name (".docx"), how many of the
    changes that were asked for were made and how many could not be."""

    data: bytes
    suffix: str
    made: int = 0
    left: int = 0


@dataclass(frozen=True)
class Check:
    """Check files; the answer is the report of a run in ``form`` (one of the FORMATS of
    :mod:`checker.reporting.formats`)."""

    uploads: tuple[Upload, ...]
    asked: Asked
    form: str = "json"
    decisions: tuple[Decisions, ...] = ()

    def do(self, bench: Bench) -> bytes:
        reports = [_report(upload, self.asked, bench) for upload in self.uploads]
        decided = zip(reports, self.decisions, strict=True) if self.decisions else ()
        told = [
            without_dismissed(report, one, self.asked.lang) for report, one in decided
        ] or reports
        return render(self.form, Run(tuple(told), bench.rules(self.asked.lang), self.asked.lang))


@dataclass(frozen=True)
class Review:
    """Check one file; the answer is what the page shows of it, as JSON. Raises InputError."""

    upload: Upload
    asked: Asked

    def do(self, bench: Bench) -> bytes:
        source = read_loaded(self.upload.data, self.upload.name, ocr=self.asked.ocr)
        report = bench.linter(self.asked).check(source, bench.stage(self.asked))
        return json_bytes(review_json(report, bench.rules(self.asked.lang), self.asked.lang))


@dataclass(frozen=True)
class Annotate:
    """Write the findings that were not dismissed into a copy: comments of Word, highlights in a
    PDF, else a page with notes. Those dismissed with a reason leave, in Word, a comment by which
    they are not told again. Raises InputError."""

    upload: Upload
    asked: Asked
    decisions: Decisions = Decisions()

    def do(self, bench: Bench) -> Made:
        draft, report = _opened(self.upload, self.asked, bench)
        told = without_dismissed(report, self.decisions, self.asked.lang)
        suffix = annotated_suffix(draft)
        linter = bench.linter(self.asked)
        more = _reasons(report, linter, self.decisions) if draft.source.format in WORD else ()
        made = annotate(draft, told, f"_{suffix}", self.asked.lang, more)
        return Made(made, suffix, len(told.findings))


@dataclass(frozen=True)
class Mend:
    """Make the changes that were accepted: in Word as tracked changes. Raises InputError."""

    upload: Upload
    asked: Asked
    decisions: Decisions = Decisions()

    def do(self, bench: Bench) -> Made:
        draft, report = _opened(self.upload, self.asked, bench)
        suffix = mended_suffix(draft)
        choices = _choices(report, self.decisions)
        fixed = accept(draft, bench.linter(self.asked), report, choices, f"_{suffix}")
        followed = sum(_is_followed(choice, report, fixed) for choice in choices)
        left = len(dict(self.decisions.accepted)) - followed
        return Made(fixed.data, suffix, len(fixed.edits) + fixed.settings, left)


def without_dismissed(report: FileReport, decisions: Decisions, lang: str) -> FileReport:
    """Return the report with what was dismissed among what is suppressed, with its reason."""
    reasons = {key: reason.strip() or say("dismissed", lang) for key, reason in decisions.dismissed}
    kept = tuple(one for one in report.findings if one.fingerprint not in reasons)
    gone = tuple(
        replace(one, reason=reasons[one.fingerprint])
        for one in report.findings
        if one.fingerprint in reasons
    )
    return replace(report, findings=kept, suppressed=(*report.suppressed, *gone))


def annotated_suffix(draft: Draft) -> str:
    """Return the ending of the copy with notes."""
    if draft.source.format in WORD:
        return _word_suffix(draft)
    return f".{annotated_as(draft.source)}"


def mended_suffix(draft: Draft) -> str:
    """Return the ending of the copy with changes."""
    if draft.source.format in WORD:
        return _word_suffix(draft)
    return PurePath(draft.source.path).suffix or ".txt"


def _word_suffix(draft: Draft) -> str:
    return ".docm" if PurePath(draft.source.path).suffix.lower() == ".docm" else ".docx"


def _report(upload: Upload, asked: Asked, bench: Bench) -> FileReport:
    """The report on a file, which says so when it cannot be read."""
    stage = bench.stage(asked)
    try:
        source = read_loaded(upload.data, upload.name, ocr=asked.ocr)
        return bench.linter(asked).check(source, stage)
    except InputError as error:
        return FileReport(upload.name, stage, error=error)


def _opened(upload: Upload, asked: Asked, bench: Bench) -> tuple[Draft, FileReport]:
    draft = open_draft(upload.data, upload.name, ocr=asked.ocr)
    return draft, bench.linter(asked).check(draft.source, bench.stage(asked))


def _choices(report: FileReport, decisions: Decisions) -> list[Choice]:
    accepted = dict(decisions.accepted)
    return [
        Choice(one, _words(one, accepted[one.fingerprint]))
        for one in report.findings
        if one.fingerprint in accepted
    ]


def _words(finding: Finding, index: int) -> str | None:
    return finding.suggestions[index] if 0 <= index < len(finding.suggestions) else None


def _is_followed(choice: Choice, report: FileReport, fixed: Fixed) -> bool:
    """Whether what the writer chose stands in the fixed file."""
    finding, words = choice
    if words is None or report.document is None:
        return bool(finding.setting and fixed.settings)
    edits = edits_of(report.document, finding.start, finding.end, words)
    return bool(edits) and all(edit in fixed.edits for edit in edits)


def _reasons(report: FileReport, linter: Linter, decisions: Decisions) -> list[Note]:
    """Comments by which a finding that was dismissed with a reason is not told again, at each of
    its places where it is told once for several."""
    reasons = {key: reason for key, reason in decisions.dismissed if reason.strip()}
    document = report.document
    dismissed = [one for one in report.findings if one.fingerprint in reasons]
    if document is None or not dismissed:
        return []
    several = {one.rule for one in dismissed if one.times > 1}
    places = {
        rule.id: [(fact.start, fact.end) for fact in facts]
        for rule, facts in linter.found(document, report.stage)
        if rule.id in several
    }
    return [
        Note(
            *document.view.raw_span(*span),
            one.level,
            f"soat: ignore {one.rule} {reasons[one.fingerprint]}",
        )
        for one in dismissed
        for span in (places[one.rule] if one.times > 1 else [(one.start, one.end)])
    ]
