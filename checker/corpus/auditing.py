"""One document of an audit: checked, and its facts taken."""

from __future__ import annotations

from typing import NamedTuple

from checker.corpus.extracting import digest_of, facts_of
from checker.corpus.records import DocumentRecord, Facts
from checker.errors import InputError
from checker.file_report import FileReport
from checker.parsing import parse
from checker.project import Options, Project
from checker.reading import load_bytes, read_loaded


class Audited(NamedTuple):
    """A document with what is said of it alone; ``key`` changes when any of it may."""

    key: str
    report: FileReport
    facts: Facts


class Auditor:
    """Audits one file after another, under their soat.yml files."""

    def __init__(self, options: Options) -> None:
        self.project = Project(options)

    def key(self, path: str) -> str:
        """Return what changes when the file, or what it is checked with, does; empty for a file
        that cannot be read. Raises ConfigError and RuleError for a soat.yml with a mistake."""
        try:
            return self.project.key(load_bytes(path), path)
        except InputError:
            return ""

    def audited(self, path: str) -> Audited:
        """Check a document and take its facts; what goes wrong with it is told in the report.
        Raises as :meth:`key`."""
        key, report = self.key(path), self.project.check(path)
        if report.error:
            told = report.error.message(self.project.options.lang)
            return Audited(key, report, Facts(DocumentRecord(path, error=told)))
        grammar = self.project.grammar(path)
        try:
            content = load_bytes(path)
            document = report.document
            if document is None:
                source = read_loaded(content, path, ocr=self.project.options.ocr)
                document = parse(source, grammar)
            return Audited(key, report, facts_of(document, grammar, digest_of(content)))
        except InputError as error:
            told = error.message(self.project.options.lang)
            return Audited(
                "",
                FileReport(path, report.stage, error=error),
                Facts(DocumentRecord(path, error=told)),
            )
