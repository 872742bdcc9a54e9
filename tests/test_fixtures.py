"""The seeds give what a careful reader expects, the twins nothing, and every place is exact."""

from __future__ import annotations

import hashlib

import pytest
import yaml

from checker.file_report import FileReport
from checker.linter import Linter
from tests.conftest import FIXTURES, SEEDS, TWINS, report_of

SEED_HASHES = {
    "ban-tuyen-giao-hai-phong": "eb92248b44b965dc3c09b47b5b390429ffdfb6de8b07e66330d65d21d68cc591",
    "binh-thanh": "0f88bdf0bda2ea20d57cec6f913acad608f245bc7759bee94067273608a4931d",
    "hung-dao": "44b829dc2de97a9e54ced3a7831a5dfcb8807ee36c3bee867a5a4b051164beb1",
    "nhi-chieu": "94664ebcc2609671de67c76088992c190164c1eadefbcb66a65cfc3906a55eeb",
    "thanh-mien": "0b8392bb35aa6277404ae6a8844ab9abbf7b0200322a371d8a691b9b492db021",
}


def report(linter: Linter, folder: str, name: str) -> FileReport:
    return report_of(linter, str(FIXTURES / folder / f"{name}.txt"), "draft")


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_are_kept_byte_for_byte(name: str) -> None:
    data = (FIXTURES / "seeds" / f"{name}.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == SEED_HASHES[name]


@pytest.mark.parametrize("name", SEEDS)
def test_seed_gives_the_expected_findings(linter: Linter, name: str) -> None:
    expected = yaml.safe_load((FIXTURES / "expected" / f"{name}.yml").read_text(encoding="utf-8"))
    wanted = [
        (
            one["rule"],
            one["level"],
            one["place"],
            one["section"],
            one["text"],
            one.get("suggestion"),
        )
        for one in expected
    ]
    found = [
        (
            finding.rule,
            finding.level,
            f"{finding.place.line}:{finding.place.column}",
            finding.section,
            finding.text,
            finding.suggestions[0] if finding.suggestions else None,
        )
        for finding in report(linter, "seeds", name).findings
    ]
    assert found == wanted


@pytest.mark.parametrize("name", TWINS)
def test_twin_is_silent_at_error_and_warning(linter: Linter, name: str) -> None:
    told = report(linter, "twins", name)
    assert told.document is not None
    assert [finding for finding in told.findings if finding.level != "info"] == []


@pytest.mark.parametrize(
    ("folder", "name"),
    [("seeds", name) for name in SEEDS] + [("twins", name) for name in TWINS],
)
def test_every_place_holds_its_text(linter: Linter, folder: str, name: str) -> None:
    told = report(linter, folder, name)
    lines = (FIXTURES / folder / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    for finding in told.findings:
        place = finding.place
        if place.line == place.end_line:
            shown = lines[place.line - 1][place.column - 1 : place.end_column - 1]
        else:
            shown = "\n".join(
                [
                    lines[place.line - 1][place.column - 1 :],
                    *lines[place.line : place.end_line - 1],
                    lines[place.end_line - 1][: place.end_column - 1],
                ]
            )
        assert shown == finding.text


def test_junk_seed_gives_one_finding_and_says_what_did_not_run(linter: Linter) -> None:
    told = report(linter, "seeds", "thanh-mien")
    assert [finding.rule for finding in told.findings] == ["hygiene/illegible"]
    assert told.skipped[0].reason == "illegible"
    assert "spelling" in told.skipped[0].groups
    assert told.document is not None
    assert told.document.regime == "party"
    assert told.document.type is not None
    assert told.document.type.name == "Kế hoạch"
