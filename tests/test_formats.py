"""The same plan gives the same findings in every format (fixtures/formats)."""

from __future__ import annotations

import textwrap
from collections import Counter

import pytest

from checker.file_report import FileReport
from checker.finding import Finding
from checker.linter import Linter
from checker.reading import read_bytes, read_file
from tests.conftest import FIXTURES, report_of
from tools.layouts.formats import plan_text

FORMATS = FIXTURES / "formats"
WIDTH = 90  # characters a line, of a text that a program wrapped
# what only a file that tells its layout can be told
OF_FILES = {
    f"hygiene/{name}"
    for name in ("tracked-changes", "comments", "highlight", "hidden-text", "properties")
}
Told = Counter[tuple[str, str, tuple[str, ...]]]


def told(report: FileReport) -> Told:
    """What is said of the words: rule, text (its line ends as blanks) and suggestions."""

    def of_words(finding: Finding) -> bool:
        return finding.group != "layout" and finding.rule not in OF_FILES

    return Counter(
        (one.rule, " ".join(one.text.split()), one.suggestions)
        for one in report.findings
        if of_words(one)
    )


@pytest.fixture(scope="module")
def of_text(linter: Linter) -> Told:
    return told(linter.check(read_bytes(plan_text().encode(), "nhi-chieu.txt"), "draft"))


def test_the_plan_has_findings_enough(of_text: Told) -> None:
    assert of_text.total() > 30
    assert any(text == "OCOOP" for _, text, _ in of_text)


@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf"])
def test_file_gives_the_findings_of_the_text(linter: Linter, of_text: Told, suffix: str) -> None:
    found = told(report_of(linter, str(FORMATS / f"nhi-chieu.{suffix}"), "draft"))
    assert found - of_text == Counter()
    assert of_text - found == Counter()


def test_scan_is_small_and_has_no_text() -> None:
    path = FORMATS / "scan.pdf"
    assert path.stat().st_size < 150_000
    source = read_file(str(path))
    assert (source.scan, source.raw, source.lines) == (True, "", ())


def test_wrapped_text_gives_the_findings_of_the_text(linter: Linter, of_text: Told) -> None:
    wrapped = "\n".join(
        textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
        for line in plan_text().split("\n")
    )
    found = told(linter.check(read_bytes(wrapped.encode(), "nhi-chieu.txt"), "draft"))
    assert found - of_text == Counter()
    assert of_text - found == Counter()
