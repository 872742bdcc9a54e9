"""``soat audit``: documents checked one by one and compared with each other."""

from __future__ import annotations

import contextlib
import datetime
import errno
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import duckdb

from checker.corpus.auditing.auditor import Auditor
from checker.corpus.auditing.engines import Done, Engine
from checker.corpus.auditing.parts import Parts, unwritable
from checker.corpus.auditing.tables import load
from checker.corpus.comparing import Comparison, Surroundings
from checker.corpus.finding import CorpusFinding
from checker.corpus.store import PLAN, Corpus, connect
from checker.data import cache_folder
from checker.errors import InputError
from checker.file_report import FileReport
from checker.files import shown_path
from checker.parsing import Grammar
from checker.project import Options, Project
from checker.registers.known_documents import KnownDocuments
from checker.report_cache import decoded
from checker.rule import Rule

STORE = "audit.duckdb"
PARTS = "parts"
REPORTS = ("report.html", "report.xlsx", "report.docx", "report.json")
_LOCK = "at-work"
_NOT_IN_NAMES = frozenset("?*" if os.sep == "\\" else "?*\\")  # DuckDB takes them for more
# what an audit writes over, which in a folder that it has not made is somebody else's
_WRITTEN = (*REPORTS, f"{PARTS}/*", "parquet/*.parquet")
_AT_ONCE = 100  # reports


@dataclass(frozen=True)
class AuditOptions:
    """What an audit is asked: ``against`` are the superior's plans, ``expected`` the offices that
    should have a plan, ``due`` the last day on which it may be issued."""

    options: Options
    against: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    due: datetime.date | None = None


@dataclass(frozen=True)
class Audit:
    """What an audit found: ``findings`` are those between documents, those within each document
    are in its report. ``surroundings`` tell what was expected and due, ``stage`` is that of most
    documents."""

    corpus: Corpus
    findings: tuple[CorpusFinding, ...]
    rules: Mapping[str, Rule]
    surroundings: Surroundings
    lang: str = "vi"
    stage: str = "issued"

    def report(self, doc: int) -> FileReport:
        """Return what is said of one document alone."""
        found = self.corpus.query("SELECT report FROM reports WHERE doc = ?", [doc])
        return decoded(json.loads(found[0][0]), self.corpus.documents[doc].path)

    def reports(self) -> Iterator[tuple[int, FileReport]]:
        """Yield the reports on the documents to compare, in their order."""
        documents = self.corpus.documents
        cursor = self.corpus.connection.cursor().execute(
            "SELECT doc, report FROM reports JOIN documents USING (doc)"
            f" WHERE role = '{PLAN}' ORDER BY doc"
        )
        while some := cursor.fetchmany(_AT_ONCE):
            for doc, report in some:
                yield doc, decoded(json.loads(report), documents[doc].path)

    @cached_property
    def counts(self) -> Mapping[int, Counter[tuple[str, str]]]:
        """How many findings each document to compare has, by group and level, those between
        documents too."""
        counted: dict[int, Counter[tuple[str, str]]] = {
            doc: Counter() for doc, _ in self.corpus.plans
        }
        for doc, group, level, number in self.corpus.query(
            'SELECT doc, "group", severity, count(*) FROM findings GROUP BY ALL ORDER BY ALL'
        ):
            if doc in counted:
                counted[doc][group, level] += number
        for finding in self.findings:
            if finding.doc in counted and not finding.reason:
                counted[finding.doc][finding.group, finding.level] += 1
        return counted

    @property
    def elsewhere(self) -> tuple[CorpusFinding, ...]:
        """The findings that ``counts`` leaves out: of the superior's plans, and of what is not
        there."""
        return tuple(one for one in self.findings if one.doc not in self.counts and not one.reason)


@contextlib.contextmanager
def opened(out: Path) -> Iterator[None]:
    """Make the folder of an audit; as long as it is open no other audit can be at work in it.
    Raises InputError: ``out-is-file``, ``out-odd-name``, ``out-not-ours``,
    ``audit-at-work``; OSError."""
    if out.exists() and not out.is_dir():
        raise InputError("out-is-file", path=out)
    if _NOT_IN_NAMES & set(str(out.resolve())):
        raise InputError("out-odd-name", path=out)
    folder = out / PARTS
    ours = (folder / _LOCK).exists() or (out / STORE).exists()
    theirs = () if ours else sorted(one for name in _WRITTEN for one in out.glob(name))
    if theirs:
        raise InputError("out-not-ours", path=out, name=theirs[0].relative_to(out))
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    try:
        connection = _locked(folder / _LOCK)
    except (OSError, duckdb.Error):
        raise InputError("audit-at-work", path=out) from None
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # where a file that is open cannot be removed
            _remove_draft(out)
        connection.close()


def _remove_draft(out: Path) -> None:
    """Remove the database that a comparison did not come to the end of. Raises OSError."""
    for left in (f"{STORE}.new", f"{STORE}.new.wal"):
        (out / left).unlink(missing_ok=True)
    shutil.rmtree(out / f"{STORE}.new.tmp", ignore_errors=True)  # what did not fit into memory


def _locked(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a database, which DuckDB lets one process at a time do; one that a process left half
    made is made again. Raises duckdb.Error, OSError where another process has it."""
    try:
        return connect(path)
    except duckdb.Error as error:
        if "not set lock" in str(error):
            raise
        path.unlink(missing_ok=True)
        return connect(path)


def run_batches(
    paths: Sequence[str], asked: AuditOptions, out: Path, engine: Engine
) -> Iterator[Done]:
    """Have done what is not done yet of the documents at ``paths`` and of the superior's, in the
    folder ``out``; yield what is done, first how many were. Raises OSError, InputError for what the
    engine lacks and what cannot be written, ConfigError, RuleError."""
    parts = Parts(out / PARTS)
    parts.folder.mkdir(parents=True, exist_ok=True)
    if not asked.options.cache:
        parts.clear()
    auditor = Auditor(asked.options)
    keys = {path: auditor.key(path) for path in (*paths, *asked.against)}
    done = parts.prune({shown_path(path): key for path, key in keys.items()})
    left = [path for path in keys if shown_path(path) not in done]
    yield Done(len(keys) - len(left), "")
    yield from engine.run(left, asked.options, parts.folder)


def compare(paths: Sequence[str], asked: AuditOptions, out: Path) -> Audit:
    """Compare the documents at ``paths``, which :func:`run_batches` has done. The tables are in a
    new database; :func:`keep` puts it in the place of the one before. Raises InputError when it
    cannot be written."""
    draft = out / f"{STORE}.new"
    try:
        _remove_draft(out)
        connection = connect(draft)
        load(connection, paths, asked.against, Parts(out / PARTS))
    except (OSError, duckdb.Error) as error:
        raise unwritable(draft, error) from None
    corpus, project = Corpus(connection), Project(asked.options)
    for path in (*paths, *asked.against):
        project.config(path)  # whose rules and documents are then known
    surroundings = _surroundings(asked, project)
    told = Comparison(asked.options.lang, _stages(project), _levels(project))
    rules = project.rules
    findings = tuple(told.findings(corpus, rules.values(), surroundings))
    stages = Counter(project.settings(path).stage for path in paths)
    stage = max(stages, key=lambda one: (stages[one], one), default=asked.options.usual_stage)
    return Audit(corpus, findings, rules, surroundings, asked.options.lang, stage)


def keep(audit: Audit, out: Path) -> None:
    """Put the database of an audit in its place; the audit is closed. Raises InputError
    ``cannot-write``."""
    draft = out / f"{STORE}.new"
    try:
        audit.corpus.connection.execute("CHECKPOINT")
        audit.corpus.connection.close()
        draft.replace(out / STORE)
    except (OSError, duckdb.Error) as error:
        raise unwritable(out / STORE, error) from None


def _surroundings(asked: AuditOptions, project: Project) -> Surroundings:
    grammar = Grammar.load(cache_folder())
    documents = KnownDocuments.load(cache_folder()).with_own(project.own_documents)
    return Surroundings(
        grammar.issuers,
        documents,
        grammar.unit_names,
        grammar.gazetteer,
        asked.expected,
        asked.due,
    )


def _stages(project: Project) -> Callable[[str], str]:
    options = project.options
    other = options.stage or options.usual_stage
    return lambda path: project.settings(path).stage if path else other


def _levels(project: Project) -> Callable[[str], Mapping[str, str]]:
    return lambda path: dict(project.settings(path).levels)
