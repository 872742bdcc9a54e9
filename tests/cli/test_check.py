"""``soat check``: which files, which findings, and where they are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from checker.cli import soat
from checker.errors import InputError
from tests.conftest import FIXTURES, Git, seed, twin

NHI_CHIEU = str(FIXTURES / "seeds" / "nhi-chieu.txt")
TWIN = str(FIXTURES / "twins" / "nhi-chieu.txt")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(soat, ["check", *arguments], catch_exceptions=False)


def findings(*arguments: str) -> list[dict[str, str]]:
    told = json.loads(check("--format", "json", *arguments).stdout)
    return [finding for file in told["files"] for finding in file["findings"]]


def test_only_selected_rules_are_told() -> None:
    groups = {one["group"] for one in findings("--select", "locality,spelling/acronym", NHI_CHIEU)}
    assert groups == {"locality", "spelling"}
    told = findings("--select", "spelling", "--ignore", "spelling/acronym", NHI_CHIEU)
    assert told and all(one["rule"] != "spelling/acronym" for one in told)


def test_a_rule_that_is_not_there_is_told_with_the_nearest() -> None:
    done = check("--select", "spelling/acronim", NHI_CHIEU)
    assert done.exit_code == 2
    assert "spelling/acronym" in done.stderr


def test_findings_that_are_not_selected_do_not_fail() -> None:
    assert check("--select", "spelling/acronym", NHI_CHIEU).exit_code == 1
    assert check("--ignore", "locality,spelling,recipients,structure", TWIN).exit_code == 0
    assert check("--select", "citation/repeated", NHI_CHIEU).exit_code == 0


def test_the_gravest_are_told_and_the_others_counted() -> None:
    done = check("--max-findings", "3", NHI_CHIEU)
    assert done.stdout.count("  LỖI · ") + done.stdout.count("  LỖI  ") == 3
    assert "Còn 38 lời báo chưa in vì --max-findings." in done.stdout
    assert check("--max-findings", "0", NHI_CHIEU).exit_code == 1  # still a bad plan


def test_quiet_says_nothing_of_clean_files() -> None:
    assert check("--quiet", "--select", "locality/other-place", TWIN).stdout == ""
    told = check("-q", "--select", "spelling/acronym", TWIN, NHI_CHIEU).stdout
    assert "OCOOP" in told
    assert "Không thấy lỗi nào" not in told and "văn bản:" not in told


def test_statistics_count_by_rule() -> None:
    told = check("--statistics", str(FIXTURES / "seeds")).stdout.splitlines()
    assert not any("OCOOP" in line for line in told)
    line = next(line for line in told if "spelling/acronym" in line)
    assert re.match(r" +\d+ +\d văn bản  LỖI +spelling/acronym +\w", line), line
    counts = [int(line.split()[0]) for line in told[:-1]]
    assert counts == sorted(counts, reverse=True)
    total = sum(int(number) for number in re.findall(r"(\d+) (?:lỗi|chỗ|lưu)", told[-1]))
    assert sum(counts) == total
    assert check("--statistics", "--format", "json", TWIN).exit_code == 2


def test_several_forms_are_written_at_once(tmp_path: Path) -> None:
    page, table, log = tmp_path / "a.html", tmp_path / "b.xlsx", tmp_path / "c.json"
    done = check("-o", str(page), "-o", str(table), "--output", f"sarif={log}", NHI_CHIEU)
    assert done.exit_code == 1
    assert "1 văn bản: 7 lỗi" in done.stdout
    assert "OCOOP" in page.read_text(encoding="utf-8")
    assert len(openpyxl.load_workbook(table).sheetnames) == 3
    assert json.loads(log.read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize("wrong", ["docx=a.docx", "a.doc", "html=", "terminal=a.txt"])
def test_a_form_that_is_not_there_is_told(wrong: str) -> None:
    done = check("--output", wrong, TWIN)
    assert done.exit_code == 2
    assert "sarif" in done.stderr


def test_a_document_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "kh.csv"
    path.write_text(twin("nhi-chieu"), encoding="utf-8")
    with pytest.raises(InputError):
        check("-o", str(path), str(path))
    assert path.read_text(encoding="utf-8") == twin("nhi-chieu")


def test_ignored_files_are_counted(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text("ignore: [luu/]", encoding="utf-8")
    for name in ("kh.txt", "luu/cu.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(seed("nhi-chieu"), encoding="utf-8")
    done = check(str(tmp_path))
    assert "1 văn bản:" in done.stdout
    assert "Bỏ qua 1 tệp" in done.stderr
    assert check(str(tmp_path / "luu" / "cu.txt")).exit_code == 0


def test_threshold_is_that_of_soat_yml(tmp_path: Path) -> None:
    path = tmp_path / "kh.txt"
    path.write_text(seed("nhi-chieu"), encoding="utf-8")
    (tmp_path / "soat.yml").write_text("fail_on: never", encoding="utf-8")
    assert check(str(path)).exit_code == 0
    assert check("--fail-on", "error", str(path)).exit_code == 1


def test_only_changed_files_are_checked(git: Git) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(twin("nhi-chieu"), encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "Văn bản")
    done = check("--changed")
    assert (done.exit_code, done.stdout) == (0, "0 văn bản: 0 lỗi, 0 chỗ nên sửa, 0 lưu ý.\n")
    assert "Không có văn bản nào thay đổi." in done.stderr
    Path("b.txt").write_text(seed("nhi-chieu"), encoding="utf-8")
    told = json.loads(check("--changed", "--format", "json").stdout)
    assert [file["path"] for file in told["files"]] == ["b.txt"]
    assert check("--changed", ".").stdout == check("--changed=HEAD").stdout
    with pytest.raises(InputError):
        check("--changed=khong-co", ".")


def test_no_path_is_told() -> None:
    done = check()
    assert done.exit_code == 2
    assert "chưa chọn văn bản nào" in done.stderr


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    for out in (".", str(tmp_path)):
        with pytest.raises(InputError) as told:
            check("-o", f"csv={out}", TWIN)
        assert told.value.code == "out-is-folder"


def test_a_folder_that_is_not_there_is_told_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        check("-o", str(tmp_path / "chua-co" / "a.html"), "khong-co.txt")
    assert told.value.code == "cannot-write"
    assert "chua-co" in told.value.message("vi")


def test_watching_all_and_only_what_changed_exclude_each_other() -> None:
    done = check("--watch", "--changed", "--", TWIN)
    assert done.exit_code == 2
    assert "--watch" in done.stderr


def test_nothing_is_called_clean_that_has_more_to_tell() -> None:
    assert "Không thấy lỗi nào" not in check("--max-findings", "0", NHI_CHIEU).stdout


def test_nothing_new_is_not_nothing_found(tmp_path: Path) -> None:
    baseline = str(tmp_path / "moc.json")
    CliRunner().invoke(soat, ["baseline", "create", baseline, NHI_CHIEU], catch_exceptions=False)
    told = check("--baseline", baseline, NHI_CHIEU).stdout
    assert "Không thấy lỗi mới nào." in told
    assert "Không thấy lỗi nào" not in told
