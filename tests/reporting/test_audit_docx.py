"""The report on an audit as an official document: what it says, and that it keeps to the form."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest
from docx import Document

from checker.corpus.auditing.audit import Audit
from checker.corpus.comparing import Surroundings
from checker.corpus.copies.pairs import Pair
from checker.corpus.expecting import Expected
from checker.corpus.finding import CorpusFinding
from checker.corpus.records import TOP, DocumentRecord, Facts, FindingRecord, by_column
from checker.corpus.store import Corpus, fill_table
from checker.corpus.superior.coverage import (
    COVERED,
    MISSING,
    OUTSIDE,
    PARTLY,
    Cover,
    Coverage,
    Requirement,
)
from checker.linter import Linter
from checker.reading import read_bytes
from checker.reporting.audit import docx_results
from checker.reporting.audit.docx import render
from checker.rule import Rule

SUPERIOR = DocumentRecord(
    "tren.txt",
    regime="state",
    type="KH",
    type_name="Kế hoạch",
    title="Công tác thông tin đối ngoại năm 2026",
    number="29/KH-UBND",
    figure="29",
    day="2026-01-29",
    office_name="UBND thành phố Hải Phòng",
    legible=True,
)
NO_COVERAGE = Coverage((), {}, {})
Make = Callable[..., Audit]


def plan(name: str, **told: object) -> DocumentRecord:
    fields: dict[str, object] = {
        "path": f"ke-hoach/{name}.docx",
        "type": "KH",
        "type_name": "Kế hoạch",
        "regime": "state",
        "office": f"ubnd {name}",
        "office_name": f"UBND phường {name}",
        "province": "thành phố Hải Phòng",
        "legible": True,
    }
    return DocumentRecord(**{**fields, **told})  # type: ignore[arg-type]


def found(rule: str, level: str = "error") -> FindingRecord:
    return FindingRecord(1, 1, 1, 1, "", "", rule, rule.partition("/")[0], level, "", (), "", "")


def across(rule: str, doc: int, level: str = "error") -> CorpusFinding:
    return CorpusFinding(rule, level, "", doc, "", TOP, (), "", ())


@pytest.fixture
def make(linter: Linter, shipped_rules: tuple[Rule, ...]) -> Make:
    """Make an audit of plans, with the findings within them by index."""

    def made(
        plans: Sequence[DocumentRecord],
        findings: Mapping[int, Sequence[FindingRecord]],
        superiors: Sequence[DocumentRecord] = (),
        told: Sequence[CorpusFinding] = (),
        **kept: object,
    ) -> Audit:
        corpus = Corpus.of(map(Facts, plans), map(Facts, superiors))
        rows = [
            json.dumps(by_column(findings.get(doc, ()), FindingRecord)) for doc in range(len(plans))
        ]
        corpus.connection.execute(
            "CREATE TEMP TABLE told AS SELECT unnest($1::BIGINT[]) AS doc,"
            " unnest($2::VARCHAR[])::JSON AS findings",
            [list(range(len(rows))), rows],
        )
        fill_table(corpus.connection, "findings", FindingRecord, "SELECT doc, findings FROM told")
        nothing = {"pairs": (), "clusters": (), "coverage": NO_COVERAGE, "expected": ()}
        for name, value in {**nothing, **kept}.items():
            corpus.keep(name, lambda value=value: value)
        grammar, documents = linter.grammar, linter.registers.documents
        around = Surroundings(grammar.issuers, documents, grammar.unit_names, grammar.gazetteer)
        rules = {rule.id: rule for rule in shipped_rules}
        return Audit(corpus, tuple(told), rules, around)

    return made


@pytest.fixture
def full(make: Make) -> Audit:
    """An audit in which there is something to say under each item."""
    plans = [
        plan("Nhị Chiểu"),
        plan("Hưng Đạo", office_name="UBND xã Hưng Đạo", province="thành phố Hà Nội"),
        plan("An Biên"),
        plan("Gia Viên", legible=False),
        DocumentRecord("ke-hoach/hong.docx", error="tệp hỏng"),
    ]
    findings = {
        0: [found("header/issuer"), found("header/issuer"), found("recipients/label", "warning")],
        1: [found("header/issuer"), found("spelling/tone-placement", "info")],
    }
    told = [
        across("corpus/number-twice", 1),
        across("corpus/number-twice", 2),
    ]
    tasks = tuple(Requirement(5, title, TOP) for title in ("Mở chuyên mục", "Tổ chức hội nghị"))
    covers = {
        0: (Cover(COVERED), Cover(MISSING)),
        1: (Cover(COVERED), Cover(PARTLY)),
    }
    return make(
        plans,
        findings,
        [SUPERIOR],
        told,
        pairs=(Pair(0, 1, 0.969),),
        clusters=((0, 1),),
        coverage=Coverage(tasks, covers, {2: OUTSIDE}),
        expected=(
            Expected("phường Nhị Chiểu", (0,), (0,)),
            Expected("xã Tiên Minh", (), ()),
        ),
    )


def lines_of(content: bytes) -> list[str]:
    return [one.text for one in Document(io.BytesIO(content)).paragraphs]


def graver_than_info(content: bytes, linter: Linter) -> list[str]:
    report = linter.check(read_bytes(content, "report.docx"), "draft")
    assert not report.skipped
    assert {"header/blank-number", "header/blank-date"} <= {one.rule for one in report.findings}
    return [f"{one.rule}: {one.text}" for one in report.findings if one.level != "info"]


def test_own_checker_passes_it(full: Audit, linter: Linter) -> None:
    assert graver_than_info(render(full), linter) == []


def test_own_checker_passes_the_shortest(make: Make, linter: Linter) -> None:
    content = render(make([plan("An Biên")], {}))
    assert graver_than_info(content, linter) == []
    said = "\n".join(lines_of(content))
    assert "Tất cả 1 văn bản đều không có lỗi" in said
    assert "Bảng 1" not in said
    assert "cấp trên" not in said


def test_titles_of_all_rules_may_stand_in_it(
    make: Make, linter: Linter, shipped_rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx_results, "_MOST_GROUPS", 99)
    monkeypatch.setattr(docx_results, "_MOST_RULES", 999)
    alone = [rule.id for rule in shipped_rules if not rule.compares]
    told = [across(rule.id, 0) for rule in shipped_rules if rule.compares]
    audit = make([plan("An Biên"), plan("Gia Viên")], {0: list(map(found, alone))}, told=told)
    assert graver_than_info(render(audit), linter) == []


def test_nothing_could_be_read(make: Make, linter: Linter) -> None:
    content = render(make([DocumentRecord("a.docx", error="tệp hỏng")], {}))
    assert graver_than_info(content, linter) == []
    assert "Không đọc được 1 tệp: tệp a.docx." in "\n".join(lines_of(content))


def test_same_audit_same_bytes(full: Audit) -> None:
    assert render(full) == render(full)


def test_what_it_says(full: Audit) -> None:
    lines = lines_of(render(full))
    said = "\n".join(lines)
    assert lines[1] == "Kết quả rà soát các kế hoạch thực hiện Kế hoạch số 29/KH-UBND"
    for told in (
        "Kế hoạch số 29/KH-UBND ngày 29 tháng 01 năm 2026 của UBND thành phố Hải Phòng"
        " về công tác thông tin đối ngoại năm 2026",
        "Không đọc được 1 tệp: tệp hong.docx.",
        "1 văn bản do là bản quét hoặc chữ bị mất dấu: UBND phường Gia Viên.",
        "Tất cả 3 văn bản đều có lỗi. Tổng số là 5 lỗi và 1 chỗ nên sửa",
        "a) Phần đầu: 3 lỗi ở 2 văn bản",
        "Có 1 nhóm văn bản gần như trùng nhau, gồm 2 văn bản; hai văn bản giống nhau nhất trùng"
        " 96,9% nội dung",
        "a) UBND phường Nhị Chiểu; UBND xã Hưng Đạo.",
        "Hai văn bản trùng số: 2 chỗ, trong 2 văn bản.",
        "50% nhiệm vụ đã được đưa vào kế hoạch, 25% mới được một phần, 25% chưa thấy",
        "a) “Tổ chức hội nghị”: có ở 0 trong 2 kế hoạch.",
        "Trong 2 cơ quan phải có kế hoạch, 1 cơ quan đã có, 1 cơ quan chưa có, 1 cơ quan",
        "Chưa có kế hoạch: xã Tiên Minh.",
        "1. Trả lại để sửa, ký và gửi lại các văn bản có lỗi sau đây: UBND phường Nhị Chiểu;"
        " UBND xã Hưng Đạo; UBND phường An Biên.",
        "xem xét, chỉ đạo./.",
    ):
        assert told in said, told


def test_superior_without_number(make: Make, linter: Linter) -> None:
    above = replace(SUPERIOR, number="", figure="", day="")
    content = render(make([plan("An Biên")], {}, [above]))
    assert graver_than_info(content, linter) == []
    said = "\n".join(lines_of(content))
    assert "Để theo dõi việc thực hiện Kế hoạch của UBND thành phố Hải Phòng về công tác" in said
    assert "số ngày" not in said


def test_weakest_twenty_stand_in_the_table(make: Make) -> None:
    plans = [plan(f"Số {number}") for number in range(1, 26)]
    findings = {doc: [found("header/issuer")] * (doc + 1) for doc in range(25)}
    table = Document(io.BytesIO(render(make(plans, findings)))).tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert len(rows) == 21
    assert rows[1] == ["1", "UBND phường Số 25", "25", "0", "Phần đầu"]
    assert rows[-1][1] == "UBND phường Số 6"


def test_doubtful_names_are_told_apart(make: Make) -> None:
    plans = [
        plan("An Phú", office="a", province="tỉnh An Giang"),
        plan("An Phú", office="b", province="tỉnh Gia Lai"),
        plan("An Biên", path="1.docx"),
        plan("An Biên", path="2.docx"),
        plan("Lê Chân", path="tháng 1/kế hoạch.docx"),
        plan("Lê Chân", path="tháng 2/kế hoạch.docx"),
        DocumentRecord("thu\x01.docx", legible=True),
    ]
    findings = {doc: [found("header/issuer")] for doc in range(len(plans))}
    said = "\n".join(lines_of(render(make(plans, findings))))
    assert (
        "UBND phường An Phú, tỉnh An Giang; UBND phường An Phú, tỉnh Gia Lai; UBND phường An Biên"
        " (tệp 1.docx); UBND phường An Biên (tệp 2.docx); UBND phường Lê Chân"
        " (tệp tháng 1/kế hoạch.docx); UBND phường Lê Chân (tệp tháng 2/kế hoạch.docx); tệp thu�.docx"
    ) in said
