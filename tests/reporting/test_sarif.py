"""SARIF against the published schema (json.schemastore.org, 2.1.0-rtm.5, whose constraints are
those of the OASIS standard; MIT, as Microsoft's sarif-js-sdk ships it)."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from jsonschema import Draft4Validator

from checker.file_report import FileReport
from checker.linter import Linter
from checker.reading import read_bytes
from checker.reporting.locations import is_relative, uri
from checker.reporting.run import Run
from checker.reporting.sarif import render
from tests.conftest import SEEDS, seed
from tests.reporting.runs import EMPTY, REASON, TEXT, WORD, finding, only, sample

SCHEMA = Draft4Validator(
    json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
)


def told(run: Run) -> dict[str, Any]:
    """Return the one run of the log, which the schema allows."""
    log = json.loads(render(run))
    SCHEMA.validate(log)
    (only_run,) = log["runs"]
    assert isinstance(only_run, dict)
    return only_run


def of_file(run: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [
        one
        for one in run["results"]
        if one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith(name)
    ]


def test_schema_refuses_what_is_not_sarif(linter: Linter) -> None:
    log = json.loads(render(sample(linter)))
    del log["runs"][0]["results"][0]["message"]
    assert not SCHEMA.is_valid(log)


def test_seeds_are_valid(linter: Linter) -> None:
    reports = [
        linter.check(read_bytes(seed(name).encode(), f"{name}.txt"), "draft") for name in SEEDS
    ]
    run = told(Run(tuple(reports), {rule.id: rule for rule in linter.rules}))
    assert len(run["results"]) == sum(len(report.findings) for report in reports)
    assert run["invocations"][0]["executionSuccessful"]


def test_same_run_gives_the_same_bytes(linter: Linter) -> None:
    assert render(sample(linter)) == render(sample.__wrapped__(linter))


def test_each_result_leads_to_its_rule_with_reason_clause_and_examples(linter: Linter) -> None:
    run = told(sample(linter))
    rules = run["tool"]["driver"]["rules"]
    assert {one["ruleId"] for one in run["results"]} == {rule["id"] for rule in rules}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (rule,) = [rule for rule in rules if rule["id"] == "locality/other-place"]
    source = linter.rules[[one.id for one in linter.rules].index("locality/other-place")]
    assert rule["shortDescription"]["text"] == source.common.title["vi"]
    assert rule["fullDescription"]["text"] == source.common.why.strip()
    assert "Nghị định 30/2020/NĐ-CP" in rule["help"]["text"]
    assert "**Sai:**\n\n```text\nKẾ HOẠCH" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["tags"] == ["locality"]
    assert "helpUri" not in rule


def test_place_words_and_section_are_told(linter: Linter) -> None:
    run = told(sample(linter))
    (result,) = [one for one in of_file(run, ".txt") if one["ruleId"] == "spelling/acronym"]
    place = result["locations"][0]
    region = place["physicalLocation"]["region"]
    line = seed("nhi-chieu").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "OCOOP"
    assert region["snippet"]["text"] == "OCOOP"
    assert (
        "các sản phẩm OCOOP, mô hình"
        in place["physicalLocation"]["contextRegion"]["snippet"]["text"]
    )
    (section,) = place["logicalLocations"]
    assert section == {"name": "2", "kind": "section", "fullyQualifiedName": "II.3.2"}
    assert run["columnKind"] == "unicodeCodePoints"


def test_related_places_have_ids(linter: Linter) -> None:
    run = told(sample(linter))
    result = next(one for one in of_file(run, ".txt") if one["ruleId"] == "assignment/mixed-labels")
    ids = [one["id"] for one in result["relatedLocations"]]
    lines = [one["physicalLocation"]["region"]["startLine"] for one in result["relatedLocations"]]
    assert (ids, lines) == ([1, 2], [154, 168])


def test_suppressed_known_and_gone_findings_are_told_as_such(linter: Linter) -> None:
    run = told(sample(linter))
    results = of_file(run, ".txt")
    (suppressed,) = [one for one in results if "suppressions" in one]
    assert suppressed["suppressions"] == [{"kind": "inSource", "justification": REASON}]
    states = [one["baselineState"] for one in results]
    assert (states.count("unchanged"), states.count("absent")) == (1, 1)
    assert set(states) == {"new", "unchanged", "absent"}
    (gone,) = [one for one in results if one["baselineState"] == "absent"]
    assert "region" not in gone["locations"][0]["physicalLocation"]
    assert run["tool"]["driver"]["rules"][gone["ruleIndex"]] == {"id": "header/was-once"}


def test_english_run_is_valid(linter: Linter) -> None:
    run = told(sample(linter, "en"))
    assert run["language"] == run["tool"]["driver"]["language"] == "en"


def test_without_a_baseline_no_state_is_told(linter: Linter) -> None:
    run = told(replace(sample(linter), compared=False))
    assert not any("baselineState" in one for one in run["results"])


def test_fingerprint_stays_when_lines_are_put_above(linter: Linter) -> None:
    text = seed("nhi-chieu")
    at = text.index("\n", text.index("OCOOP") - 400) + 1
    longer = text[:at] + "Dòng thêm vào không sai gì.\n\n" * 5 + text[at:]
    marks = []
    for version in (text, longer):
        report = linter.check(read_bytes(version.encode(), "a.txt"), "draft")
        (result,) = [
            one for one in told(only(report))["results"] if one["ruleId"] == "spelling/acronym"
        ]
        region = result["locations"][0]["physicalLocation"]["region"]
        marks.append((result["partialFingerprints"]["soat/v1"], region["startLine"]))
    (before, line), (after, lower) = marks
    assert before == after
    assert lower == line + 10


def test_fix_of_a_text_mends_it(linter: Linter) -> None:
    run = told(sample(linter))
    (result,) = [one for one in of_file(run, ".txt") if one["ruleId"] == "spelling/acronym"]
    (change,) = result["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    lines = seed("nhi-chieu").splitlines()
    line = lines[region["startLine"] - 1]
    mended = (
        line[: region["startColumn"] - 1]
        + replacement["insertedContent"]["text"]
        + line[region["endColumn"] - 1 :]
    )
    assert "các sản phẩm OCOP, mô hình" in mended
    assert (
        change["artifactLocation"] == result["locations"][0]["physicalLocation"]["artifactLocation"]
    )


def test_word_file_has_no_fixes_but_the_place_in_words(linter: Linter) -> None:
    results = of_file(told(sample(linter)), ".docx")
    assert results
    assert not any("fixes" in one for one in results)
    (result,) = [one for one in results if one["ruleId"] == "spelling/acronym"]
    assert "(mục II.3.2: …" in result["message"]["text"]
    assert "«OCOOP»" in result["message"]["text"]
    prints = result["partialFingerprints"]
    assert prints["primaryLocationLineHash"] == f"{prints['soat/v1']}:1"


def test_unreadable_file_and_what_was_not_run_are_notifications(linter: Linter) -> None:
    report = sample(linter).reports[2]
    (invocation,) = told(only(report))["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["descriptor"]["id"] == "no-such-file"
    assert notification["level"] == "error"
    illegible = linter.check(read_bytes(seed("thanh-mien").encode(), "a.txt"), "draft")
    (invocation,) = told(only(illegible, "en"))["invocations"]
    assert invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"].endswith("Not run does not mean passed.")


def test_files_are_named_by_uri_from_the_folder(linter: Linter) -> None:
    run = told(sample(linter))
    located = [one["location"] for one in run["artifacts"]]
    assert located[0] == {
        "uri": "k%E1%BA%BF%20ho%E1%BA%A1ch/nh%E1%BB%8B%20chi%E1%BB%83u.txt",
        "uriBaseId": "%SRCROOT%",
    }
    assert "%SRCROOT%" in run["originalUriBaseIds"]
    result = of_file(run, ".docx")[0]
    index = result["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
    assert [TEXT, WORD][index] == WORD


@pytest.mark.parametrize(
    ("path", "system", "expected"),
    [
        ("./a b/c.txt", PurePosixPath, "a%20b/c.txt"),
        ("a:b#c?.txt", PurePosixPath, "a%3Ab%23c%3F.txt"),
        ("/tmp/100%.txt", PurePosixPath, "file:///tmp/100%25.txt"),
        ("a\udcff.txt", PurePosixPath, "a%FF.txt"),
        ("a\\b c.txt", PureWindowsPath, "a/b%20c.txt"),
        ("C:\\a b\\c.txt", PureWindowsPath, "file:///C:/a%20b/c.txt"),
        ("\\\\may-chu\\chung\\c.txt", PureWindowsPath, "file://may-chu/chung/c.txt"),
    ],
)
def test_uri_of_a_path(path: str, system: type, expected: str) -> None:
    assert uri(path, system) == expected
    assert is_relative(path, system) != expected.startswith("file:")


def test_brackets_and_braces_of_a_document_are_no_links_and_placeholders() -> None:
    message = "Còn “{0}” và [bấm vào đây](https://example.org)."
    report = FileReport("a.txt", "draft", findings=(finding(message=message),))
    (result,) = told(only(report))["results"]
    assert result["message"]["text"] == "Còn “{{0}}” và [bấm vào đây\\](https://example.org)."


def test_run_without_files_is_valid() -> None:
    assert told(EMPTY)["results"] == []
