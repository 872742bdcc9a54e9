"""``soat fix``: what is written, where, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import soat
from checker.errors import InputError
from checker.linter import Linter
from checker.reading import read_file
from tests.conftest import FIXTURES, seed, twin


@pytest.fixture(autouse=True)
def _loaded_once(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Linter, "load", lambda *_, **__: linter)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(soat, ["fix", *map(str, arguments)])


def code(result: Result) -> str:
    assert isinstance(result.exception, InputError), result.output
    return result.exception.code


def test_text_goes_to_standard_output(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(seed("nhi-chieu"), encoding="utf-8")
    result = run(path)
    assert result.exit_code == 0
    assert "sản phẩm OCOP," in result.stdout
    assert path.read_text(encoding="utf-8") == seed("nhi-chieu")


def test_text_keeps_its_encoding_and_line_ends(tmp_path: Path) -> None:
    path, out = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_bytes(b"\xff\xfe" + seed("nhi-chieu").replace("\n", "\r\n").encode("utf-16-le"))
    assert run(path, "-o", out).exit_code == 0
    after = out.read_bytes()
    assert after.startswith(b"\xff\xfe")
    text = after[2:].decode("utf-16-le")
    assert text.count("\r\n") == text.count("\n") == seed("nhi-chieu").count("\n")
    assert "OCOOP" not in text


def test_diff_shows_the_lines_and_writes_nothing(plan: Path) -> None:
    before = plan.read_bytes()
    result = run(plan, "--diff")
    assert result.exit_code == 0
    assert "OCOOP" in result.output
    assert [path.name for path in plan.parent.iterdir()] == [plan.name]
    assert plan.read_bytes() == before
    assert "OCOOP" in run(FIXTURES / "formats" / "nhi-chieu.pdf", "--diff").output


def test_word_file_gets_tracked_changes(plan: Path) -> None:
    out = plan.with_name("sua.docx")
    result = run(plan, "-o", out)
    assert result.exit_code == 0, result.output
    assert "«OCOOP,» → «OCOP,»" in result.output
    source = read_file(str(out))
    assert "OCOP" in source.raw
    assert "OCOOP" not in source.raw
    assert source.layout is not None
    assert {mark.author for mark in source.layout.marks} == {"Soát"}
    assert run(out, "-o", out.with_name("lan-hai.docx")).exit_code == 0
    assert not out.with_name("lan-hai.docx").exists()


def test_accepted_changes_leave_no_marks(plan: Path) -> None:
    out = plan.with_name("sua.docx")
    assert run(plan, "-o", out, "--accept").exit_code == 0
    source = read_file(str(out))
    assert source.layout is not None
    assert not source.layout.marks
    assert "OCOOP" not in source.raw


def test_in_place_keeps_what_was_there(plan: Path) -> None:
    before = plan.read_bytes()
    result = run(plan, "--in-place")
    assert result.exit_code == 0, result.output
    kept = plan.with_name("ke-hoach.truoc-khi-sua.docx")
    assert kept.read_bytes() == before
    assert "OCOOP" not in read_file(str(plan)).raw
    plan.write_bytes(before)
    assert run(plan, "--in-place").exit_code == 0
    assert plan.with_name("ke-hoach.truoc-khi-sua-2.docx").read_bytes() == before


def test_what_cannot_be_done_is_said_and_nothing_is_written(plan: Path) -> None:
    before = plan.read_bytes()
    assert code(run(plan)) == "no-output"
    assert code(run(plan, "-o", plan)) == "out-is-input"
    assert code(run(plan, "-o", "x.docx", "--in-place")) == "one-output"
    assert code(run(plan, "-o", plan.with_name("a.pdf"))) == "fix-kind"
    assert code(run(plan, "-o", plan.with_name("a.docm"))) == "macro-name"
    assert code(run(plan, "-o", plan.parent / "khong-co" / "a.docx")) == "cannot-write"
    assert plan.read_bytes() == before
    assert [path.name for path in plan.parent.iterdir()] == [plan.name]


def test_sound_plan_has_nothing_to_fix(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(twin("binh-thanh"), encoding="utf-8")
    result = run(path, "-o", tmp_path / "b.md")
    assert result.exit_code == 0
    assert "không có gì" in result.output
    assert not (tmp_path / "b.md").exists()
