"""SARIF 2.1.0 (OASIS standard with errata 01), as GitHub code scanning and editors read it.

No times and no absolute folders are told: the same run gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from checker import __version__
from checker.file_report import FileReport
from checker.finding import Finding, Place
from checker.phrases import say
from checker.reporting.locations import has_lines, is_relative, message_with_place, uri
from checker.reporting.remarks import remarks
from checker.reporting.run import Run
from checker.reporting.sarif_rules import SARIF_LEVELS, descriptor
from checker.reporting.sound_text import json_bytes

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_BASE = "%SRCROOT%"
_Object = dict[str, Any]


def render(run: Run) -> bytes:
    """Return one run with all results: those told, those suppressed (with the reason), and where
    there is a baseline those of it."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Log(run).told()]}
    return json_bytes(log)


class _Log:
    """Tells a run; rules and files are named by their index in it."""

    def __init__(self, run: Run) -> None:
        self.run = run
        found = {finding.rule for report in run.reports for finding, _ in _results(report)}
        self.rules = {rule: index for index, rule in enumerate(sorted(found))}
        files = dict.fromkeys(report.path for report in run.reports)
        self.files = {path: index for index, path in enumerate(files)}

    def told(self) -> _Object:
        run = self.run
        driver = {
            "name": "soat",
            "fullName": "Soát",
            "version": __version__,
            "semanticVersion": __version__,
            "language": run.lang,
            "rules": [descriptor(rule, run.rules.get(rule), run.lang) for rule in self.rules],
        }
        return {
            "tool": {"driver": driver},
            "language": run.lang,
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                _BASE: {"description": {"text": say("base-folder", run.lang)}},
            },
            "invocations": [self._invocation()],
            "artifacts": [
                {"location": _located(path), "roles": ["analysisTarget"]} for path in self.files
            ],
            "results": [
                self._result(finding, state, report)
                for report in run.reports
                for finding, state in _results(report)
            ],
        }

    def _invocation(self) -> _Object:
        told = [one for report in self.run.reports for one in self._notifications(report)]
        success = not any(report.error for report in self.run.reports)
        return {"executionSuccessful": success, "toolExecutionNotifications": told}

    def _notifications(self, report: FileReport) -> Iterator[_Object]:
        """Yield what is said of a file as a whole."""
        lang, error = self.run.lang, report.error
        said = [("note", code, words) for code, words in remarks(report, lang)]
        if error:
            said.insert(0, ("error", error.code, error.message(lang)))
        for level, code, words in said:
            yield {
                "descriptor": {"id": code},
                "level": level,
                "message": _message(words),
                "locations": [{"physicalLocation": {"artifactLocation": self._file(report)}}],
            }

    def _result(self, finding: Finding, state: str, report: FileReport) -> _Object:
        message = message_with_place(finding, report, self.run.lang)
        told: _Object = {
            "ruleId": finding.rule,
            "ruleIndex": self.rules[finding.rule],
            "level": SARIF_LEVELS[finding.level],
            "message": _message(message),
            "locations": [self._location(finding, report)],
        }
        if finding.related:
            told["relatedLocations"] = list(self._related(finding, report))
        told["partialFingerprints"] = _fingerprints(finding, report)
        if finding.reason:
            told["suppressions"] = [{"kind": "inSource", "justification": finding.reason}]
        if self.run.compared:
            told["baselineState"] = state
        if finding.suggestions and finding.place.line and has_lines(report):
            told["fixes"] = [self._fix(finding, report)]
        return told

    def _location(self, finding: Finding, report: FileReport) -> _Object:
        physical: _Object = {"artifactLocation": self._file(report)}
        if finding.place.line:
            physical["region"] = _region(finding.place)
            if finding.text:
                physical["region"]["snippet"] = {"text": finding.text}
            if finding.quote.words:
                physical["contextRegion"] = {
                    "startLine": finding.place.line,
                    "endLine": finding.place.end_line,
                    "snippet": {"text": "".join(finding.quote)},
                }
        told: _Object = {"physicalLocation": physical}
        if finding.section:
            name = {"name": finding.section.rpartition(".")[2], "kind": "section"}
            told["logicalLocations"] = [{**name, "fullyQualifiedName": finding.section}]
        return told

    def _related(self, finding: Finding, report: FileReport) -> Iterator[_Object]:
        for index, place in enumerate(finding.related, start=1):
            physical = {"artifactLocation": self._file(report), "region": _region(place)}
            message = {"text": say("related-place", self.run.lang)}
            yield {"id": index, "physicalLocation": physical, "message": message}

    def _fix(self, finding: Finding, report: FileReport) -> _Object:
        """The first suggestion in the place of the words."""
        words = finding.suggestions[0]
        phrase = "write-instead" if words else "take-out"
        replacement = {
            "deletedRegion": _region(finding.place),
            "insertedContent": {"text": words},
        }
        change = {"artifactLocation": self._file(report), "replacements": [replacement]}
        description = _message(say(phrase, self.run.lang, suggestion=words))
        return {"description": description, "artifactChanges": [change]}

    def _file(self, report: FileReport) -> _Object:
        return _located(report.path) | {"index": self.files[report.path]}


def _results(report: FileReport) -> Iterable[tuple[Finding, str]]:
    """Yield all findings of a file in order of their places, each with its state against the
    baseline."""
    found = [(finding, "new") for finding in (*report.findings, *report.suppressed)]
    found += [(finding, "unchanged") for finding in report.unchanged]
    found.sort(key=lambda one: (one[0].start, one[0].end, one[0].rule))
    return (*found, *((finding, "absent") for finding in report.absent))


def _located(path: str) -> _Object:
    return {"uri": uri(path)} | ({"uriBaseId": _BASE} if is_relative(path) else {})


def _region(place: Place) -> _Object:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fingerprints(finding: Finding, report: FileReport) -> dict[str, str]:
    """``soat/v1``; GitHub knows a result again only by the hash of its line, which it cannot take
    from a file that is no text."""
    told = {"soat/v1": finding.fingerprint} if finding.fingerprint else {}
    if told and not has_lines(report):
        told["primaryLocationLineHash"] = f"{finding.fingerprint}:1"
    return told


def _message(text: str) -> _Object:
    """A plain text: braces are no placeholders (3.11.5), brackets no links (3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return {"text": text.replace("](", "\\](")}
