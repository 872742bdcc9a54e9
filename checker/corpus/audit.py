"""``soat audit``: documents checked one by one and compared with each other."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import duckdb

from checker.corpus.auditing import Auditor
from checker.corpus.comparing import Comparison, Surroundings
from checker.corpus.engines import Engine, batches_of
from checker.corpus.finding import CorpusFinding
from checker.corpus.parts import Parts
from checker.corpus.records import FindingRecord
from checker.corpus.store import PLAN, SUPERIOR, Corpus, connect, fill, fill_table
from checker.data import cache_folder
from checker.file_report import FileReport
from checker.parsing import Grammar
from checker.project import Options, Project
from checker.registers.known_documents import KnownDocuments
from checker.report_cache import decoded
from checker.rule import Rule

STORE = "audit.duckdb"
PARTS = "parts"


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
    are in its report. ``surroundings`` tell what was expected and due."""

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
        for doc, _ in self.corpus.plans:
            yield doc, self.report(doc)

    @cached_property
    def counts(self) -> Mapping[int, Counter[tuple[str, str]]]:
        """How many findings each document has, by group and level, those between documents too."""
        counted: dict[int, Counter[tuple[str, str]]] = {
            doc: Counter() for doc in range(len(self.corpus.documents))
        }
        for doc, group, level, number in self.corpus.query(
            'SELECT doc, "group", severity, count(*) FROM findings GROUP BY ALL ORDER BY ALL'
        ):
            counted[doc][group, level] += number
        for finding in self.findings:
            if finding.doc >= 0:
                counted[finding.doc][finding.group, finding.level] += 1
        return counted


def run_batches(
    paths: Sequence[str], asked: AuditOptions, out: Path, engine: Engine
) -> Iterator[int]:
    """Have done what is not done yet of the documents at ``paths`` and of the superior's; yield how
    many are done, first of those that were. Raises OSError, ConfigError, RuleError."""
    parts = Parts(out / PARTS)
    parts.folder.mkdir(parents=True, exist_ok=True)
    auditor, done = Auditor(asked.options), parts.finished()
    keys = {path: auditor.key(path) for path in (*paths, *asked.against)}
    left = [path for path, key in keys.items() if not key or done.get(path) != key]
    parts.keep_only(keys)
    yield len(keys) - len(left)
    yield from engine.run(batches_of(left), asked.options, parts.folder)


def compare(paths: Sequence[str], asked: AuditOptions, out: Path) -> Audit:
    """Compare the documents at ``paths``, which :func:`run_batches` has done. The tables are in a
    new database; :func:`keep` puts it in the place of the one before. Raises OSError."""
    draft = out / f"{STORE}.new"
    draft.unlink(missing_ok=True)
    connection = connect(draft)
    _load(connection, paths, asked.against, Parts(out / PARTS))
    corpus, project = Corpus(connection), Project(asked.options)
    stage = asked.options.stage or "issued"
    surroundings = _surroundings(asked, project)
    told = Comparison(asked.options.lang, stage, _levels(project))
    rules = project.rules
    findings = tuple(told.findings(corpus, rules.values(), surroundings))
    return Audit(corpus, findings, rules, surroundings, asked.options.lang, stage)


def keep(audit: Audit, out: Path) -> None:
    """Put the database of an audit in its place; the audit is closed. Raises OSError."""
    audit.corpus.connection.close()
    (out / f"{STORE}.new").replace(out / STORE)


def _load(
    connection: duckdb.DuckDBPyConnection,
    paths: Sequence[str],
    against: Sequence[str],
    parts: Parts,
) -> None:
    """Fill the tables with the documents at ``paths`` and those that they are compared with."""
    above = set(against)
    listed = [path for path in sorted(set(paths)) if path not in above] + sorted(above)
    roles = [SUPERIOR if path in above else PLAN for path in listed]
    connection.execute(
        "CREATE TEMP TABLE asked AS SELECT unnest($1::BIGINT[]) AS doc,"
        " unnest($2::VARCHAR[]) AS path, unnest($3::VARCHAR[]) AS role",
        [list(range(len(listed))), listed, roles],
    )
    connection.execute(
        "CREATE TEMP TABLE found AS SELECT doc, role, report, findings, facts FROM asked"
        " JOIN (SELECT * FROM read_parquet($1) QUALIFY"
        " row_number() OVER (PARTITION BY path ORDER BY written DESC) = 1) USING (path)",
        [[str(part) for part in parts.readable()]],
    )
    fill(connection, "found")
    fill_table(connection, "findings", FindingRecord, "SELECT doc, findings FROM found")
    connection.execute("CREATE TABLE reports AS SELECT doc, report FROM found ORDER BY doc")
    connection.execute("DROP TABLE found")


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


def _levels(project: Project) -> Callable[[str], Mapping[str, str]]:
    return lambda path: dict(project.settings(path).levels)
