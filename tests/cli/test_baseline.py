"""``soat baseline``: what is written, what comes and goes, and that nothing is lost by mistake."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.baseline import read_baseline
from checker.cli import soat
from checker.errors import InputError
from checker.linter import Linter
from tests.conftest import FIXTURES, seed

FAULTY = """ỦY BAN NHÂN DÂN
PHƯỜNG NHỊ CHIỂU

KẾ HOẠCH
Tuyên truyền năm 2026

I. NHIỆM VỤ
1. Tuyên truyền
Đăng tin về các sản phẩm OCOOP , giới thiệu quê hương.
2. Xây dựng
Xây dưng kế hoạch.
"""
FAULTS = {"spelling/acronym", "spelling/term", "typography/space-before-punctuation"}
NOTES = "Ghi chép cuộc họp: đã thống nhất nội dung, giao ban tuần sau.\n"
PLAN = "năm 2026/kế hoạch.txt"


pytestmark = pytest.mark.usefixtures("loaded_once")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan with faults and notes that are no plan."""
    write(tmp_path / PLAN, FAULTY)
    write(tmp_path / "ghi.txt", NOTES)
    return tmp_path


@pytest.fixture
def file(folder: Path) -> Path:
    """A baseline of the folder."""
    file = folder / "soat-baseline.json"
    assert run("create", file).exit_code == 0
    return file


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(soat, ["baseline", *map(str, arguments)])


def code(result: Result) -> str:
    assert isinstance(result.exception, InputError), result.output
    return result.exception.code


def held(file: Path) -> int:
    return read_baseline(file).count


def rules(file: Path, name: str = PLAN) -> list[str]:
    return [finding.rule for finding in read_baseline(file).files[name]]


def test_create_holds_the_folder_it_lies_in(folder: Path) -> None:
    file = folder / "soat-baseline.json"
    result = run("create", file)
    assert result.exit_code == 0, result.output
    assert FAULTS.issubset(rules(file))
    assert f"{held(file)} lời báo của 2 văn bản" in result.output
    assert f"soat check --baseline {file}" in result.output


def test_create_takes_only_what_is_named(folder: Path) -> None:
    file = folder / "soat-baseline.json"
    assert run("create", file, folder / "ghi.txt").exit_code == 0
    assert list(read_baseline(file).files) == ["ghi.txt"]


def test_create_writes_over_nothing(folder: Path, file: Path) -> None:
    before = file.read_bytes()
    assert code(run("create", file)) == "baseline-exists"
    assert code(run("create", folder / "ghi.txt")) == "baseline-exists"
    assert file.read_bytes() == before
    assert (folder / "ghi.txt").read_text(encoding="utf-8") == NOTES
    if os.name != "nt":
        (folder / "lien-ket.json").symlink_to(folder / "noi-khac.json")
        assert code(run("create", folder / "lien-ket.json")) == "baseline-exists"


def test_create_needs_something_to_read(tmp_path: Path) -> None:
    file = tmp_path / "soat-baseline.json"
    assert code(run("create", file)) == "no-documents"
    assert code(run("create", file, tmp_path / "không có.txt")) == "no-such-file"
    assert code(run("create", file, "-")) == "baseline-of-input"
    assert not file.exists()


def test_what_cannot_be_read_is_said_and_the_others_are_held(folder: Path) -> None:
    file = folder / "soat-baseline.json"
    (folder / "rỗng.txt").write_bytes(b"")
    result = run("create", file)
    assert result.exit_code == 2
    assert "rỗng.txt" in result.stderr
    assert "rỗng.txt" not in read_baseline(file).files
    before = file.read_bytes()
    (folder / PLAN).write_bytes(b"")
    assert run("update", file).exit_code == 2
    assert file.read_bytes() == before


def test_update_says_what_came_went_and_stayed(folder: Path, file: Path) -> None:
    count, before = held(file), file.read_bytes()
    assert f"thêm 0, bớt 0, giữ nguyên {count};" in run("update", file).output
    assert file.read_bytes() == before
    write(
        folder / PLAN,
        FAULTY.replace(" ,", ",").replace("\nI.", "\nI. MỤC ĐÍCH\nGiới thiệu.\n\nII."),
    )
    result = run("update", file)
    assert result.exit_code == 0, result.output
    assert f"thêm 0, bớt 1, giữ nguyên {count - 1};" in result.output
    assert set(rules(file)) & FAULTS == FAULTS - {"typography/space-before-punctuation"}
    write(folder / PLAN, FAULTY.replace("OCOOP", "OCOP, phim về OCOOP"))
    assert f"thêm 1, bớt 0, giữ nguyên {count - 1};" in run("update", file).output
    write(folder / PLAN, FAULTY.replace("OCOOP", "OCOOP, phim về OCOOP"))
    run("update", file)
    assert rules(file).count("spelling/acronym") == 2


def test_update_keeps_what_was_not_checked_and_drops_what_was_deleted(
    folder: Path, file: Path
) -> None:
    count = len(rules(file))
    write(folder / "mới.txt", NOTES.replace("thống nhất", "OCOOP"))
    assert run("update", file, folder / "mới.txt").exit_code == 0
    assert len(rules(file)) == count
    assert "spelling/acronym" in rules(file, "mới.txt")
    (folder / PLAN).unlink()
    result = run("update", file, folder / "mới.txt")
    assert f"{PLAN}: tệp không còn, đã bỏ {count} lời báo" in result.output
    assert f"thêm 0, bớt {count}," in result.output
    assert set(read_baseline(file).files) == {"mới.txt", "ghi.txt"}


def test_update_of_a_moved_baseline_loses_nothing(folder: Path, file: Path) -> None:
    moved = folder / "năm 2026" / "khác.json"
    moved.write_bytes(file.read_bytes())
    assert code(run("update", moved)) == "baseline-without-files"
    assert moved.read_bytes() == file.read_bytes()
    assert code(run("update", folder / "không có.json")) == "no-baseline"
    assert code(run("update", folder / "ghi.txt")) == "not-a-baseline"


def test_findings_of_groups_that_do_not_run_are_kept(folder: Path, file: Path) -> None:
    write(folder / PLAN, seed("thanh-mien"))
    run("update", file)
    assert FAULTS.issubset(rules(file))
    write(folder / PLAN, FAULTY)
    assert "thêm 0," in run("update", file).output


def test_update_knows_the_ids_that_rules_had_before(
    file: Path, linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    file.write_bytes(before.replace(b"spelling/acronym", b"spelling/viet-tat"))
    renamed = [
        replace(rule, common=replace(rule.common, aliases=("spelling/viet-tat",)))
        if rule.id == "spelling/acronym"
        else rule
        for rule in linter.rules
    ]
    monkeypatch.setattr("checker.ruleset.load_rules", lambda *_: tuple(renamed))
    assert "thêm 0, bớt 0," in run("update", file).output
    assert file.read_bytes() == before


def test_show_tells_file_rule_section_and_message(file: Path) -> None:
    lines = run("show", file).output.splitlines()
    count = len(rules(file))
    assert f"{PLAN}: {count}" in lines
    at = lines.index("  spelling/acronym: 1")
    assert lines[at + 1].startswith("    mục I.1: “OCOOP”")
    assert lines[-1] == f"{held(file)} lời báo đã biết của 2 văn bản."
    assert run("show", file, "--lang", "en").output.endswith("known findings of 2 documents.\n")


def test_show_does_not_let_a_file_steer_the_terminal(file: Path) -> None:
    raw = json.loads(file.read_bytes())
    raw["files"][PLAN][0]["message"] = "\x1b[2Jxong"
    file.write_text(json.dumps(raw), encoding="utf-8")
    shown = run("show", file).output
    assert "\ufffd[2Jxong" in shown
    assert "\x1b" not in shown


def test_what_the_page_shows_is_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (FIXTURES.parent / "docs" / "baseline.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    plan = seed("binh-thanh")
    mended = plan.replace("phó Chủ tịch", "Phó Chủ tịch").replace("của xã, của xã", "của xã")
    write(tmp_path / "ke-hoach.txt", plan)
    shown = "".join(re.findall(r"```console\n(.*?)```", page, re.DOTALL))
    told = ""
    for line in re.findall(r"(?m)^\$ .*\n", shown):
        if "diff" in line:
            write(
                tmp_path / "ke-hoach-sua.txt", mended.replace("được đảm bảo từ", "đươc đảm bảo từ")
            )
        told += line + executed(line.removeprefix("$ ").split())
    assert told == shown


def executed(words: list[str]) -> str:
    """The output of a command of the page."""
    program, *arguments = words
    if program == "mv":
        Path(arguments[0]).replace(arguments[1])
        return ""
    return CliRunner().invoke(soat, arguments).output
