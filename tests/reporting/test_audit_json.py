"""An audit as JSON."""

from __future__ import annotations

import json

from checker.linter import Linter
from checker.reporting.audit.json import chunks, render
from tests.reporting.audit_sample import LOST, PATHS, SUPERIOR, TASK, empty, many, sample


def test_contract_and_what_a_comparison_adds(linter: Linter) -> None:
    told = json.loads(render(sample(linter)))
    assert [one["path"] for one in told["files"]] == list(PATHS[:SUPERIOR])
    assert [one["path"] for one in told["superiors"]] == [PATHS[SUPERIOR]]
    first = told["files"][0]
    assert (first["type"], first["document"]["number"]) == ("KH", "138/KH-UBND")
    assert first["document"]["day"] == "2026-04-20"
    assert told["files"][LOST]["error"]["code"] == "no-such-file"
    assert [one["severity"] for one in told["corpus"]] == ["error", "warning"]
    assert told["corpus"][0]["related"][0]["path"] == PATHS[0]
    assert [one["reason"] for one in told["suppressed"]] == ["sổ ghi nhầm"]
    assert told["pairs"] == [{"first": PATHS[0], "second": PATHS[1], "similarity": 0.969}]
    assert told["clusters"] == [[PATHS[0], PATHS[1]]]
    assert [one["title"] for one in told["requirements"]] == [TASK, "Báo cáo"]
    states = [[cover["state"] for cover in row.get("covers", ())] for row in told["coverage"]]
    assert states == [["covered", "partly"], ["covered", "missing"], []]
    assert told["coverage"][2] == {"path": PATHS[2], "left_out": "unread"}
    assert [(one["name"], one["state"]) for one in told["expected"]] == [
        ("phường Thành Đông", "missing"),
        ("phường Nhị Chiểu", "late"),
        ("xã Hưng Đạo", "present"),
    ]


def test_summary_counts_plans_and_what_is_between_them(linter: Linter) -> None:
    told = json.loads(render(sample(linter)))
    found = [one for file in told["files"] for one in file["findings"]] + told["corpus"]
    for level in ("error", "warning", "info"):
        assert told["summary"][level] == sum(one["severity"] == level for one in found)


def test_same_bytes_for_the_same_audit(linter: Linter) -> None:
    assert render(sample(linter)) == render(sample(linter))


def test_no_more_than_one_document_is_held(linter: Linter) -> None:
    pieces = list(chunks(many(linter, 8)))
    assert max(map(len, pieces)) < sum(map(len, pieces)) / 4


def test_audit_of_nothing(linter: Linter) -> None:
    told = json.loads(render(empty(linter)))
    assert told["files"] == told["pairs"] == told["coverage"] == told["expected"] == []
    assert told["summary"] == {"error": 0, "warning": 0, "info": 0}
