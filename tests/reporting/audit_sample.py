"""An audit for the tests of its reports: two plans that are alike, one that cannot be read, one of
damaged text, compared with the superior's."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Sequence
from dataclasses import replace

from checker.corpus.auditing.audit import Audit
from checker.corpus.copies.pairs import Pair
from checker.corpus.expecting import Expected
from checker.corpus.extracting import facts_of
from checker.corpus.finding import CorpusFinding, Related
from checker.corpus.records import DocumentRecord, Facts, FindingRecord, Spot, by_column
from checker.corpus.rule_examples import surroundings
from checker.corpus.store import Corpus, fill_table
from checker.corpus.superior.coverage import COVERED, MISSING, PARTLY, Cover, Coverage, Requirement
from checker.errors import InputError
from checker.file_report import FileReport
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from checker.report_cache import encoded
from tests.conftest import seed

NHI_CHIEU, HUNG_DAO, SCAN, LOST = 0, 1, 2, 3
SUPERIOR = 4
PATHS = ("nhị chiểu.txt", "hưng đạo.txt", "ảnh.txt", "mất.docx", "cấp trên.txt")
TASK = "Tuyên truyền <về> biển, đảo"
SPOT = Spot(48, 3, 48, 9, "II.1", "=1+1 <b>")
_SEEDS = ("nhi-chieu", "hung-dao", "", "", "ban-tuyen-giao-hai-phong")


def sample(linter: Linter, lang: str = "vi", last: str = MISSING) -> Audit:
    """An audit with all that can be told; ``last`` is the state of the last task in Hưng Đạo."""
    facts, reports = _documents(linter, lang)
    corpus = Corpus.of(facts[:SUPERIOR], facts[SUPERIOR:])
    told = CorpusFinding(
        "corpus/number-twice",
        "error",
        "Số <b>trùng</b> với văn bản khác.",
        HUNG_DAO,
        PATHS[HUNG_DAO],
        SPOT,
        ("12/KH-UBND",),
        "Căn cứ",
        (Related(PATHS[NHI_CHIEU], replace(SPOT, line=50, words="trung tâm")),),
    )
    silent = replace(told, message="Đã bỏ qua.", reason="sổ ghi nhầm")
    absent = replace(told, level="warning", doc=-1, path="", message="Thiếu.", related=())
    covers = {
        NHI_CHIEU: (Cover(COVERED, (SPOT,)), Cover(PARTLY, (replace(SPOT, section=""),))),
        HUNG_DAO: (Cover(COVERED, (SPOT,)), Cover(last)),
    }
    asked = (Requirement(SUPERIOR, TASK, SPOT), Requirement(SUPERIOR, "Báo cáo", SPOT))
    expected = (
        Expected("phường Nhị Chiểu", (NHI_CHIEU,), (NHI_CHIEU,)),
        Expected("xã Hưng Đạo", (HUNG_DAO,), ()),
        Expected("phường Thành Đông", (), ()),
    )
    corpus.keep("pairs", lambda: (Pair(NHI_CHIEU, HUNG_DAO, 0.969),))
    corpus.keep("clusters", lambda: ((NHI_CHIEU, HUNG_DAO),))
    corpus.keep("coverage", lambda: Coverage(asked, covers, {SCAN: "unread"}))
    corpus.keep("expected", lambda: expected)
    around = replace(surroundings(linter), due=datetime.date(2026, 2, 1))
    rules = {rule.id: rule for rule in linter.rules}
    return _audit(corpus, reports, Audit(corpus, (told, silent, absent), rules, around, lang))


def empty(linter: Linter) -> Audit:
    """An audit of nothing, compared with nothing."""
    corpus = Corpus.of(())
    corpus.keep("coverage", lambda: Coverage((), {}, {}))
    return _audit(corpus, (), Audit(corpus, (), {}, surroundings(linter)))


def many(linter: Linter, count: int) -> Audit:
    """An audit of copies of one plan, without anything between them."""
    facts, reports = _documents(linter, "vi")
    paths = [f"{number:04}.txt" for number in range(count)]
    corpus = Corpus.of(
        Facts(replace(facts[0].document, path=path), sentences=facts[0].sentences[:2])
        for path in paths
    )
    corpus.keep("pairs", lambda: ())
    corpus.keep("clusters", lambda: ())
    corpus.keep("coverage", lambda: Coverage((), {}, {}))
    corpus.keep("expected", lambda: ())
    copies = [
        replace(reports[0], path=path, findings=reports[0].findings[number % 7 :])
        for number, path in enumerate(paths)
    ]
    return _audit(corpus, copies, Audit(corpus, (), {}, surroundings(linter)))


@functools.cache
def _documents(linter: Linter, lang: str) -> tuple[tuple[Facts, ...], tuple[FileReport, ...]]:
    facts, reports = [], []
    for path, name in zip(PATHS, _SEEDS, strict=True):
        if name:
            source = read_bytes(seed(name).encode(), path)
            facts.append(facts_of(parse(source, linter.grammar), linter.grammar))
            reports.append(linter.check(source, "issued"))
            continue
        error = InputError("no-such-file", path=path) if path == PATHS[LOST] else None
        reason = error.message(lang) if error else ""
        facts.append(Facts(DocumentRecord(path, error=reason)))
        reports.append(FileReport(path, "issued", error=error))
    return tuple(facts), tuple(reports)


def _audit(corpus: Corpus, reports: Sequence[FileReport], audit: Audit) -> Audit:
    """Add the tables of what each document has alone."""
    connection = corpus.connection
    docs = list(range(len(reports)))
    for name, rows in (
        ("reports", [json.dumps(encoded(one), ensure_ascii=False) for one in reports]),
        ("alone", [json.dumps(_columns(one), ensure_ascii=False) for one in reports]),
    ):
        connection.execute(
            f"CREATE TABLE {name} AS SELECT unnest($1::BIGINT[]) AS doc,"
            " unnest($2::VARCHAR[]) AS report",
            [docs, rows],
        )
    fill_table(connection, "findings", FindingRecord, "SELECT doc, report::JSON FROM alone")
    connection.execute("DROP TABLE alone")
    return audit


def _columns(report: FileReport) -> dict[str, list[object]]:
    records = [
        FindingRecord(
            one.place.line,
            one.place.column,
            one.place.end_line,
            one.place.end_column,
            one.section,
            one.text,
            one.rule,
            one.group,
            one.level,
            one.message,
            one.suggestions,
            one.basis,
            one.fingerprint,
        )
        for one in report.findings
    ]
    return by_column(records, FindingRecord)
