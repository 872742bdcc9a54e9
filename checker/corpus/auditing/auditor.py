"""One document of an audit: checked, and its facts taken."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from checker import remote
from checker.corpus.extracting import digest_of, facts_of
from checker.corpus.records import DocumentRecord, Facts
from checker.errors import InputError
from checker.file_report import FileReport
from checker.files import shown_path
from checker.project import Options, Project
from checker.reading import load_bytes, read_loaded
from checker.report_cache import digest


class Audited(NamedTuple):
    """A document with what is said of it alone; ``key`` changes when any of it may, and is empty
    for one that is to be tried again."""

    key: str
    report: FileReport
    facts: Facts


class Auditor:
    """Audits one file after another, under their soat.yml files. A path may be the URL of a file
    elsewhere; in what is said of it, it is as :func:`shown_path` writes it."""

    def __init__(self, options: Options) -> None:
        self.project = Project(replace(options, fail_on="never"))  # what it is changes no report

    def key(self, path: str) -> str:
        """Return what changes when the file, or what it is checked with, does; empty for a file
        that cannot be read. Raises ConfigError and RuleError for a soat.yml with a mistake."""
        try:
            mark = remote.mark_of(path) if remote.is_remote(path) else ""
            content = b"" if mark else _load(path)
        except InputError:
            self.project.settings(path)  # a mistake in a soat.yml is told all the same
            return ""
        return self._key(path, content, mark)

    def audited(self, path: str) -> Audited:
        """Check a document and take its facts; what goes wrong with it is told in the report.
        Raises as :meth:`key`."""
        linter, settings = self.project.linter(path), self.project.settings(path)
        key, shown = "", shown_path(path)
        try:
            mark = remote.mark_of(path) if remote.is_remote(path) else ""
            content = _load(path)
            key = self._key(path, b"" if mark else content, mark)
            source = read_loaded(content, shown, ocr=self.project.options.ocr)
            report = linter.check(source, settings.stage)
            assert report.document is not None
            facts = facts_of(report.document, linter.grammar, digest_of(content))
        except InputError as error:
            return self._failed(path, error, key)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            return self._failed(path, InputError("failed", path=shown, reason=reason), "")
        return Audited(key, replace(report, document=None), facts)

    def ended(self, path: str) -> Audited:
        """Return what is told of a document on which the process that read it was ended."""
        return self._failed(path, InputError("process-ended", path=path), "")

    def _key(self, path: str, content: bytes, mark: str) -> str:
        key = self.project.key(content, path)
        return digest((key.encode(), mark.encode())) if mark else key

    def _failed(self, path: str, error: InputError, key: str) -> Audited:
        shown = shown_path(path)
        if "path" in error.values:
            error = InputError(error.code, **{**error.values, "path": shown})
        report = FileReport(shown, self.project.settings(path).stage, error=error)
        told = error.message(self.project.options.lang)
        return Audited(key, report, Facts(DocumentRecord(shown, error=told)))


def _load(path: str) -> bytes:
    return remote.load(path) if remote.is_remote(path) else load_bytes(path)
