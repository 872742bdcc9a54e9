"""What the reports of an audit take from it: names, numbers, what to look at first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.corpus.auditing.audit import Audit
from checker.corpus.records import DocumentRecord, Facts
from checker.corpus.store import Corpus
from checker.corpus.superior.coverage import OUTSIDE
from checker.linter import Linter
from checker.reporting.audit import docx, html, json, xlsx
from checker.reporting.audit.docx_naming import Names, shares
from checker.reporting.audit.docx_results import Results
from checker.reporting.audit.looks import looks_of
from checker.reporting.audit.overview import day_told, numbers_of, overview_of
from checker.rule import Rule
from tests.reporting.audit_sample import empty, many, sample


@pytest.fixture
def ruled(linter: Linter, shipped_rules: tuple[Rule, ...]) -> Callable[..., Audit]:
    """Make the sample, with all rules."""
    rules = {rule.id: rule for rule in shipped_rules}
    return lambda **told: replace(sample(linter, **told), rules=rules)


def test_first_looks_name_who_and_what(ruled: Callable[..., Audit]) -> None:
    told = [look.words for look in looks_of(overview_of(ruled()))]
    assert "1 cơ quan chưa có kế hoạch, cần đôn đốc: phường Thành Đông." in told
    assert "1 cơ quan ban hành kế hoạch sau hạn: phường Nhị Chiểu." in told
    assert "1 lỗi khi đối chiếu các văn bản, nhiều nhất: Hai văn bản trùng số (1)." in told
    assert told[-1].startswith("Nhiều lỗi nhất: UBND phường Nhị Chiểu, 138/KH-UBND (")


def test_numbers_are_only_of_what_was_asked(linter: Linter) -> None:
    asked = {name for name, _, _ in numbers_of(overview_of(sample(linter)))}
    alone = {name for name, _, _ in numbers_of(overview_of(many(linter, 2)))}
    assert asked - alone == {"missing", "late", "unread", "illegible"}


def test_nothing_read_is_not_told_as_nothing_wrong(linter: Linter) -> None:
    assert [name for name, _, _ in numbers_of(overview_of(empty(linter)))] == ["plans", "read"]
    assert '<div class="chips">' not in html.render(empty(linter)).decode()


def test_file_is_told_where_number_and_office_are_of_several(linter: Linter) -> None:
    overview = overview_of(many(linter, 2))
    assert [overview.file_to_tell(plan) for plan in overview.plans] == ["0000.txt", "0001.txt"]
    overview = overview_of(many(linter, 1))
    assert [overview.file_to_tell(plan) for plan in overview.plans] == [""]


def test_days_have_the_zeros_of_the_decree() -> None:
    assert [day_told(day) for day in ("2026-04-07", "2026-02-01", "2026-11-30", "")] == [
        "07/4/2026",
        "01/02/2026",
        "30/11/2026",
        "",
    ]


@pytest.mark.parametrize("render", [html.render, xlsx.render, docx.render, json.render])
def test_plan_below_one_of_two_superiors(
    render: Callable[[Audit], bytes], ruled: Callable[..., Audit]
) -> None:
    assert render(ruled(last=OUTSIDE))


def test_shares_make_the_whole() -> None:
    assert shares([885, 18, 98]) == ["88,4%", "1,8%", "9,8%"]
    assert shares([1, 1, 1]) == ["33,4%", "33,3%", "33,3%"]
    assert shares([0, 0]) == ["0%", "0%"]


def test_suppressed_findings_are_not_counted_in_the_report(linter: Linter) -> None:
    (told,) = [one for one in Results(sample(linter)).across if one.rule == "corpus/number-twice"]
    assert (told.times, told.errors) == (2, 1)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("12/KH-UBND", "13/KH-UBND"), "UBND phường A (số 12/KH-UBND)"),
        (("12-KH/UBND", "13/KH-UBND"), "UBND phường A (tệp 0.txt)"),
        (("12/KH-UBND", "12/KH-UBND"), "UBND phường A (tệp 0.txt)"),
    ],
)
def test_official_report_calls_documents_by_numbers_in_form(
    numbers: tuple[str, str], told: str, linter: Linter
) -> None:
    plans = (
        DocumentRecord(f"{at}.txt", number=number, figure="1", office_name="UBND phường A")
        for at, number in enumerate(numbers)
    )
    corpus = Corpus.of(map(Facts, plans))
    assert Names(replace(sample(linter), corpus=corpus)).of(0) == told
