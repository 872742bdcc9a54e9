"""``soat learn``, the archive in soat.yml, and ``soat check --guesses``."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main, soat
from checker.errors import ConfigError
from checker.spelling.counts import Counts
from tests.conftest import twin

LINE = "Tổ chức thí tìm hiểu pháp luật của xã.\n"
SIGNED = LINE * 30


pytestmark = pytest.mark.usefixtures("loaded_once")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(soat, list(arguments))


def fails(*arguments: str) -> tuple[int, str]:
    """Run the command as from a shell; return its exit code and what it says of an error."""
    out, told = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(told):
        patch.setattr(sys, "argv", ["soat", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
    assert out.getvalue() == ""
    return int(end.value.code or 0), told.getvalue()


def folder(path: Path, **texts: str) -> str:
    path.mkdir(exist_ok=True)
    for name, text in texts.items():
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(path)


def rules(*arguments: str) -> dict[str, str]:
    result = run("check", "--format", "json", *arguments)
    assert result.exit_code in (0, 1), result.output
    [report] = json.loads(result.stdout)["files"]
    return {finding["rule"]: finding["severity"] for finding in report["findings"]}


def test_counts_are_written_and_told(tmp_path: Path) -> None:
    signed = folder(tmp_path / "da-ky", mot=SIGNED, hai=twin("hung-dao"))
    out = tmp_path / "kho.bin"
    result = run("learn", signed, "--out", str(out))
    assert result.exit_code == 0
    assert "2 văn bản" in result.stdout
    assert "“archive: kho.bin”" in result.stdout
    assert result.stderr == ""
    assert Counts.open(out).pair("thí", "tìm") == pytest.approx(30, rel=0.03)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["da-ky", "kho.bin"]
    english = run("learn", signed, "--out", str(out), "--lang", "en")
    assert "2 documents" in english.stdout


def test_learning_again_gives_the_same_bytes(tmp_path: Path) -> None:
    signed = folder(tmp_path / "da-ky", mot=twin("nhi-chieu"), hai=twin("hung-dao"))
    one, other = tmp_path / "1.bin", tmp_path / "2.bin"
    assert run("learn", signed, "--out", str(one)).exit_code == 0
    assert run("learn", signed, "--out", str(other)).exit_code == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_bad_file_is_told_and_the_rest_learned(tmp_path: Path) -> None:
    signed = folder(tmp_path / "da-ky", tot=LINE * 5)
    (tmp_path / "da-ky" / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    out = tmp_path / "kho.bin"
    result = run("learn", signed, "--out", str(out))
    assert result.exit_code == 2
    assert "hong.docx" in result.stderr
    assert "1 văn bản" in result.stdout
    assert Counts.open(out).count("luật") == 5


@pytest.mark.parametrize("text", [LINE, "", "KẾ HOẠCH\n"])
def test_too_little_text_gives_no_file(tmp_path: Path, text: str) -> None:
    signed = folder(tmp_path / "da-ky", ngan=text)
    out = tmp_path / "kho.bin"
    result = run("learn", signed, "--out", str(out))
    assert result.exit_code == 2
    assert "cần thêm văn bản" in result.stderr
    assert result.stdout == ""
    assert not out.exists()


def test_a_folder_that_is_empty_or_not_there(tmp_path: Path) -> None:
    for path in (folder(tmp_path / "rong"), str(tmp_path / "khong-co")):
        result = run("learn", path, "--out", str(tmp_path / "kho.bin"))
        assert result.exit_code == 2
        assert path in result.stderr
        assert not (tmp_path / "kho.bin").exists()


def test_a_place_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    signed = folder(tmp_path / "da-ky", mot=LINE * 5)
    code, told = fails("learn", signed, "--out", str(tmp_path / "khong-co" / "kho.bin"))
    assert code == 2
    assert len(told.splitlines()) == 1
    assert "No such file" in told


def test_the_archive_teaches_the_check(tmp_path: Path) -> None:
    signed = folder(tmp_path / "da-ky", mot=SIGNED)
    draft = tmp_path / "du-thao"
    folder(draft, kh=twin("nhi-chieu").replace("2. Yêu cầu", LINE + "\n2. Yêu cầu", 1))
    path = str(draft / "kh.txt")
    assert run("learn", signed, "--out", str(draft / "kho.bin")).exit_code == 0
    assert rules(path).get("spelling/real-word") == "warning"
    (draft / "soat.yml").write_text("archive: kho.bin\n", encoding="utf-8")
    assert "spelling/real-word" not in rules(path)


def test_the_archive_is_found_from_the_folder_of_its_soat_yml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = folder(tmp_path / "da-ky", mot=SIGNED)
    assert run("learn", signed, "--out", str(tmp_path / "kho.bin")).exit_code == 0
    (tmp_path / "soat.yml").write_text("archive: kho.bin\n", encoding="utf-8")
    folder(tmp_path / "nam-2026", kh=LINE)
    monkeypatch.chdir(tmp_path / "nam-2026")
    assert "spelling/real-word" not in rules("kh.txt")


@pytest.mark.parametrize(("content", "told"), [(None, "không có tệp"), (b"khac", "soat learn")])
def test_a_missing_or_broken_archive_is_told(
    tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = folder(tmp_path, kh=LINE)
    (tmp_path / "soat.yml").write_text("archive: kho.bin\n", encoding="utf-8")
    if content:
        (tmp_path / "kho.bin").write_bytes(content)
    result = run("check", path)
    assert isinstance(result.exception, ConfigError)
    assert told in result.exception.message("vi")
    assert "kho.bin" in result.exception.message("vi")


def test_a_broken_archive_ends_the_command_with_one_message(tmp_path: Path) -> None:
    path = folder(tmp_path, kh=LINE)
    (tmp_path / "soat.yml").write_text("archive: kho.bin\n", encoding="utf-8")
    (tmp_path / "kho.bin").write_bytes(b"SOATCNT1" + b"\0" * 5)
    code, told = fails("check", path)
    assert code == 2
    assert len(told.splitlines()) == 1
    assert "kho.bin" in told


def test_guesses_are_told_when_asked_for(tmp_path: Path) -> None:
    folder(tmp_path, kh="Ủy ban nhân dân xã căn cứ Chỉ thị so 41 của Tỉnh ủy.\n")
    path = str(tmp_path / "kh.txt")
    asked, usual = rules("--guesses", path), rules(path)
    assert asked.get("spelling/guess") == "info"
    assert "spelling/guess" not in usual
    assert {rule for rule in asked if rule != "spelling/guess"} == set(usual)


def test_documents_are_listed(tmp_path: Path) -> None:
    signed = folder(tmp_path / "da-ky", mot=twin("nhi-chieu"), hai=twin("hung-dao"))
    listing = tmp_path / "van-ban.yml"
    result = run("learn", signed, "--documents", str(listing))
    assert result.exit_code == 0
    assert "2 văn bản" in result.stdout
    assert "“documents: van-ban.yml”" in result.stdout
    assert "archive" not in result.stdout
    both = run("learn", signed, "--documents", str(listing), "--out", str(tmp_path / "kho.bin"))
    assert "archive: kho.bin" in both.stdout
    assert "documents: van-ban.yml" in both.stdout
    text = listing.read_text(encoding="utf-8")
    assert text.index("27/KH-UBND") < text.index("138/KH-UBND")
    (tmp_path / "soat.yml").write_text("documents: van-ban.yml", encoding="utf-8")
    cites = "Thực hiện Kế hoạch số 138/KH-UBND ngày 21/4/2026 của UBND phường."
    (tmp_path / "kh.txt").write_text(cites, encoding="utf-8")
    assert rules(str(tmp_path / "kh.txt"))["citation/known-date"] == "error"


def test_a_folder_without_signed_documents_gives_no_list(tmp_path: Path) -> None:
    signed = folder(tmp_path / "da-ky", mot=SIGNED)
    result = run("learn", signed, "--documents", str(tmp_path / "van-ban.yml"))
    assert result.exit_code == 2
    assert "danh mục" in result.stderr
    assert not (tmp_path / "van-ban.yml").exists()


def test_one_of_both_files_is_asked_for(tmp_path: Path) -> None:
    code, told = fails("learn", folder(tmp_path / "da-ky", mot=SIGNED))
    assert code == 2
    assert "--documents" in told
