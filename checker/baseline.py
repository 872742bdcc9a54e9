"""The findings that an office knows of and lets stand, so that only new ones are told.

A baseline is a JSON file in UTF-8 that lies beside the documents. It holds, for each file by its
path from the baseline's folder, one finding a line; a finding is known again as
:mod:`checker.comparing` says, by rule, section and words, in whatever language it was written.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checker.comparing import Comparison, compare, groups_not_run
from checker.errors import InputError
from checker.file_report import FileReport
from checker.finding import LEVELS, NO_QUOTE, Finding, Place, Quote
from checker.fingerprint import with_fingerprints
from checker.rule_names import RuleNames, UnknownRule

FILE_NAME = "soat-baseline.json"
VERSION = 1
_NOWHERE = Place(0, 0, 0, 0)


@dataclass(frozen=True)
class Baseline:
    """``files`` are the known findings, without a place, by the path from ``folder`` (with ``/``,
    NFC); a file that was checked and had none is there too."""

    folder: Path
    files: Mapping[str, tuple[Finding, ...]]

    @property
    def count(self) -> int:
        """How many findings are known."""
        return sum(map(len, self.files.values()))

    def compare(self, report: FileReport) -> FileReport:
        """Return the report with only the new findings to be told, and those ``unchanged`` and
        ``absent``. In a file that is not in the baseline all are new; one that could not be read
        is returned as it is."""
        if report.error:
            return report
        found = self.comparison(report)
        return replace(report, findings=found.new, unchanged=found.unchanged, absent=found.gone)

    def comparison(self, report: FileReport) -> Comparison:
        """Compare what is known of a file with all that is found in it now."""
        known = self.files.get(self.name(report.path), ())
        found = (*report.findings, *report.unchanged)
        return compare(known, found, groups_not_run(report), report.suppressed)

    def name(self, path: str) -> str:
        """Return the name that the file at ``path`` has in the baseline."""
        full = Path(path).parent.resolve() / Path(path).name
        try:
            relative = Path(os.path.relpath(full, self.folder.resolve()))
        except ValueError:  # on another drive of Windows
            relative = full
        return unicodedata.normalize("NFC", relative.as_posix())

    def path(self, name: str) -> Path | None:
        """Return where the file of this name is, or None when there is none."""
        for form in ("NFC", "NFD"):
            path = self.folder / unicodedata.normalize(form, name)
            if path.is_file():
                return path
        return None

    def with_reports(self, reports: Iterable[FileReport]) -> Baseline:
        """Return a baseline that holds what is found in these files now. What it holds of others,
        of those that could not be read, and of groups that did not run, stays."""
        files = dict(self.files)
        for report in reports:
            if not report.error:
                found = self.comparison(report)
                files[self.name(report.path)] = (*found.new, *found.unchanged, *found.unknown)
        return replace(self, files=files)

    def without(self, names: Iterable[str]) -> Baseline:
        """Return the baseline without the files of these names."""
        gone = set(names)
        kept = {name: found for name, found in self.files.items() if name not in gone}
        return replace(self, files=kept)

    def renamed(self, names: RuleNames) -> Baseline:
        """Return the baseline with the ids that the rules have now, in the place of older ones."""
        files = {
            name: tuple(with_fingerprints(replace(one, rule=_id(one.rule, names)) for one in found))
            for name, found in self.files.items()
        }
        return replace(self, files=files)

    def as_bytes(self) -> bytes:
        """Return the file's content: the same for the same findings in whatever order."""
        told = [
            f"{_json(name)}: [{_lines(map(_json, _sorted_entries(findings)))}]"
            for name, findings in sorted(self.files.items())
        ]
        content = f'{{\n"tool": "soat",\n"version": {VERSION},\n"files": {{{_lines(told)}}}\n}}\n'
        # a file name that is no Unicode becomes an escape, which JSON knows
        return content.encode("utf-8", "backslashreplace")


def make_baseline(reports: Iterable[FileReport], folder: Path) -> bytes:
    """Return the content of a baseline that lies in ``folder`` and holds all that the reports
    tell; what is suppressed in a document itself is not in it."""
    return Baseline(folder, {}).with_reports(reports).as_bytes()


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises InputError: ``no-baseline``, ``unreadable``, ``not-a-baseline``, or
    ``newer-baseline`` for one that a later Soát made."""
    try:
        raw = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise InputError("no-baseline", path=path) from None
    except OSError as error:
        raise InputError("unreadable", path=path, reason=error.strerror or error) from None
    except (ValueError, RecursionError):
        raise InputError("not-a-baseline", path=path) from None
    try:
        if raw["tool"] != "soat" or type(raw["version"]) is not int:
            raise ValueError
        if raw["version"] > VERSION:
            raise InputError("newer-baseline", path=path)
        files = {
            name: tuple(with_fingerprints(map(_finding, entries)))
            for name, entries in raw["files"].items()
        }
    except (LookupError, TypeError, ValueError, AttributeError):
        raise InputError("not-a-baseline", path=path) from None
    return Baseline(path.parent, files)


def _finding(entry: Mapping[str, Any]) -> Finding:
    """Make a finding without a place of an entry. Raises LookupError, TypeError or ValueError for
    what is none."""
    rule, section, words, level, message = (
        entry[key] for key in ("rule", "section", "words", "level", "message")
    )
    quote, times = Quote(*entry.get("quote", NO_QUOTE)), entry.get("times", 1)
    texts = (rule, section, words, message, *quote)
    if level not in LEVELS or type(times) is not int:
        raise ValueError
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    return Finding(
        rule,
        level,
        message,
        _NOWHERE,
        section,
        text="",
        suggestions=(),
        basis="",
        related=(),
        start=0,
        end=0,
        times=times,
        quote=quote,
        identity=words,
    )


def _id(rule: str, names: RuleNames) -> str:
    """Return the id that a rule has now; one that is no more keeps its own."""
    try:
        (now,) = names.ids(rule)
    except (UnknownRule, ValueError):
        return rule
    return now


def _sorted_entries(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return sorted(map(_entry, findings), key=lambda entry: [str(told) for told in entry.values()])


def _entry(finding: Finding) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "rule": finding.rule,
        "section": finding.section,
        "words": finding.identity,
        "level": finding.level,
        "message": finding.message,
    }
    if finding.times > 1:
        entry["times"] = finding.times
    return entry | {"quote": list(finding.quote)} if finding.quote.words else entry


def _lines(told: Iterable[str]) -> str:
    """Join parts of a JSON list or object, one a line."""
    joined = ",\n".join(told)
    return f"\n{joined}\n" if joined else ""


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)
