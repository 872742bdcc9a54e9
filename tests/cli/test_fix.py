"""``soat fix``: what is written, where, and what stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import soat
from checker.errors import InputError
from checker.linter import Linter
from checker.reading import read_file
from tests.conftest import FIXTURES, seed, twin

pytestmark = pytest.mark.usefixtures("loaded_once")


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


def test_several_files_are_fixed_in_place_without_a_copy(tmp_path: Path) -> None:
    bad, worse, sound = (tmp_path / name for name in ("a.txt", "b.md", "c.txt"))
    for path, text in ((bad, seed("nhi-chieu")), (worse, seed("hung-dao"))):
        path.write_text(text, encoding="utf-8")
    sound.write_text(twin("binh-thanh"), encoding="utf-8")
    os.utime(sound, ns=(1, 1))
    result = run("--in-place", "--no-backup", bad, sound, worse)
    assert result.exit_code == 0, result.output
    assert "OCOOP" not in bad.read_text(encoding="utf-8")
    assert worse.read_text(encoding="utf-8") != seed("hung-dao")
    assert sound.stat().st_mtime_ns == 1
    assert sorted(tmp_path.iterdir()) == [bad, worse, sound]
    assert f"{bad}: đã sửa" in result.output
    assert f"{sound}: không có gì" in result.output

    again = run("--in-place", "--no-backup", bad, sound, worse)
    assert again.exit_code == 0
    assert "đã sửa" not in again.output


def test_one_bad_file_does_not_stop_the_others(
    tmp_path: Path, linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, missing, empty = (tmp_path / name for name in ("c.txt", "a.txt", "b.txt"))
    path.write_text(seed("nhi-chieu"), encoding="utf-8")
    empty.touch()
    result = run("--in-place", "--no-backup", missing, empty, path)
    assert result.exit_code == 2
    assert f"{missing}: không có tệp này" in result.stderr
    assert f"{empty}: tệp rỗng" in result.stderr
    assert "OCOOP" not in path.read_text(encoding="utf-8")

    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("chia cho không")

    monkeypatch.setattr("checker.cli.fix.fix", fails)
    result = run("--in-place", path, missing)
    assert result.exit_code == 2
    assert "ZeroDivisionError: chia cho không" in result.stderr
    assert f"{missing}: không có tệp này" in result.stderr


def test_several_files_show_their_diffs(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(seed("nhi-chieu"), encoding="utf-8")
    result = run("--diff", *paths)
    assert result.exit_code == 0
    assert all(f"--- {path}" in result.output for path in paths)
    assert sorted(tmp_path.iterdir()) == paths


def test_options_that_do_not_go_together_are_told(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(seed("nhi-chieu"), encoding="utf-8")
    assert code(run(*paths)) == "several-in-place"
    assert code(run(*paths, "-o", tmp_path / "c.txt")) == "several-in-place"
    assert code(run("--no-backup", paths[0])) == "no-backup-alone"
    assert code(run("--in-place", "-", paths[0])) == "one-output"
    assert code(run("--diff", "-o", tmp_path / "c.txt", paths[0])) == "diff-writes-nothing"
    assert code(run("--diff", "--in-place", *paths)) == "diff-writes-nothing"
    assert [path.read_text(encoding="utf-8") for path in paths] == [seed("nhi-chieu")] * 2


def test_ignored_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text("ignore: [mau/*]\n", encoding="utf-8")
    kept, path = tmp_path / "mau" / "a.txt", tmp_path / "a.txt"
    kept.parent.mkdir()
    for one in (kept, path):
        one.write_text(seed("nhi-chieu"), encoding="utf-8")
    assert "giữ nguyên" in run("--in-place", "--no-backup", kept).output
    assert run("--in-place", "--no-backup", path, kept).exit_code == 0
    assert kept.read_text(encoding="utf-8") == seed("nhi-chieu")
    assert "OCOOP" not in path.read_text(encoding="utf-8")
    assert "OCOOP" not in run(kept).stdout
