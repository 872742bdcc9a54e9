"""``soat annotate``: what the copy says, and that the original stays."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from checker.cli import soat
from checker.errors import InputError
from checker.linter import Linter
from checker.reading import read_file
from tests.conftest import FIXTURES, report_of

pytestmark = pytest.mark.usefixtures("loaded_once")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(soat, ["annotate", *map(str, arguments)])


def test_word_copy_has_a_comment_for_each_finding(plan: Path, linter: Linter) -> None:
    before, out = plan.read_bytes(), plan.with_name("gop-y.docx")
    result = run(plan, "-o", out)
    assert result.exit_code == 0, result.output
    report = report_of(linter, str(plan), "draft")
    comments = list(docx.Document(str(out)).comments)
    assert len(comments) == len(report.findings)
    words = "\n".join(comment.text for comment in comments)
    assert "LỖI: “phường Nghị Quyết” không phải địa phương" in words
    assert "[spelling/acronym]" in words
    assert {comment.author for comment in comments} == {"Soát"}
    assert plan.read_bytes() == before
    assert read_file(str(out)).raw == read_file(str(plan)).raw


def test_comments_stand_on_the_words(plan: Path) -> None:
    out = plan.with_name("gop-y.docx")
    run(plan, "-o", out)
    source = read_file(str(out))
    assert source.layout is not None
    marked = {source.raw[mark.start : mark.end] for mark in source.layout.marks}
    assert {"phường Nghị Quyết", "OCOOP"} <= marked


def test_page_of_any_file(plan: Path) -> None:
    out = plan.with_name("gop-y.html")
    assert run(plan, "-o", out).exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert "phường Nghị Quyết" in page
    assert run(FIXTURES / "seeds" / "nhi-chieu.txt", "-o", out).exit_code == 0


@pytest.mark.parametrize(
    ("out", "code"),
    [("a.pdf", "annotate-kind"), ("a.txt", "annotate-kind"), ("a.docm", "macro-name")],
)
def test_name_of_another_kind_is_refused(plan: Path, out: str, code: str) -> None:
    result = run(plan, "-o", plan.with_name(out))
    assert isinstance(result.exception, InputError)
    assert result.exception.code == code
    assert not plan.with_name(out).exists()


def test_the_file_itself_is_never_overwritten(plan: Path) -> None:
    before = plan.read_bytes()
    result = run(plan, "-o", plan)
    assert isinstance(result.exception, InputError)
    assert result.exception.code == "out-is-input"
    assert plan.read_bytes() == before
