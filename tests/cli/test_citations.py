"""What is said of the documents that files cite."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import NHI_CHIEU, soat
from tests.conftest import FIXTURES

SEEDS = str(FIXTURES / "seeds")
PLAN = (
    "KẾ HOẠCH\nTuyên truyền\n\nCăn cứ Nghị quyết số 71/NQ-CP ngày 01/{month}/2099 của Chính phủ;\n"
)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Two plans that do not agree, one that agrees with the first, and one that cannot be read."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for name, month in (("a", 4), ("b", 5), ("c", 4)):
        (folder / f"{name}.txt").write_text(PLAN.format(month=month), "utf-8")
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    return folder


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_file_as_a_table() -> None:
    done = soat("citations", NHI_CHIEU)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"62:33 +Kết luận 32-KL/TW +05/7/2018 +về tình hình", done.stdout)
    assert re.search(r"68:59 +↳ Nghị quyết", done.stdout)
    assert "khoản 3 Điều 5, khoản 4 Điều 5" in done.stdout
    assert done.stdout.splitlines()[-1] == "9 văn bản được viện dẫn ở 11 chỗ trong 1 tệp."
    assert "\x1b[" not in done.stdout


@pytest.mark.parametrize("width", ["80", "120"])
def test_no_line_is_wider_than_the_screen(width: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "checker", "citations", "--by-document", SEEDS],
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": width},
    )
    lines = done.stdout.decode().splitlines()
    table, last = lines[:-1], lines[-1]
    assert last.endswith("trong 5 tệp.")
    assert max(map(len, table)) <= int(width)
    assert len(table) > 40


def test_a_conflict_between_files_is_marked_and_comes_first(plans: Path) -> None:
    shown = soat("citations", str(plans), NHI_CHIEU)
    assert "≠ chỗ khác ghi 01/5/2099 (b.txt:4)" in shown.stdout
    assert "≠ chỗ khác ghi 01/4/2099 (a.txt:4)" in shown.stdout
    assert "1 văn bản có dấu ≠" in shown.stdout
    together = soat("citations", "--by-document", str(plans), NHI_CHIEU).stdout
    assert "≠ 01/4/2099: a.txt:4; c.txt:4" in together
    assert "≠ 01/5/2099: b.txt:4" in together
    assert together.index("71/NQ-CP") < together.index("29/KH-UBND")


def test_a_bad_file_does_not_stop_the_rest(plans: Path) -> None:
    done = soat("citations", str(plans))
    assert done.returncode == 2
    assert "hong.docx: tệp bị hỏng" in done.stderr
    assert "3 chỗ trong 3 tệp" in done.stdout
    assert soat("citations", "khong-co.txt").returncode == 2
    assert soat("citations").returncode == 2


def test_json(plans: Path) -> None:
    done = soat("citations", "--format", "json", str(plans))
    assert (done.returncode, done.stderr) == (2, "")
    told = json.loads(done.stdout)
    assert list(told) == ["tool", "version", "files", "documents", "conflicts"]
    codes = [file.get("error", {}).get("code") for file in told["files"]]
    assert codes == [None, None, None, "broken-package"]
    (row,) = told["files"][0]["citations"]
    assert row == {
        "line": 4,
        "column": 8,
        "section": None,
        "type": "Nghị quyết",
        "name": None,
        "number": "71/NQ-CP",
        "date": "2099-04-01",
        "issuer": "Chính phủ",
        "title": None,
        "provisions": [],
        "inside": False,
        "amended": False,
        "own": False,
        "known": None,
        "conflicts": ["date"],
    }
    (document,) = told["documents"]
    assert told["conflicts"] == [document]
    assert (document["files"], document["citations"], document["conflicts"]) == (3, 3, ["date"])
    assert [(one["date"], len(one["places"])) for one in document["dates"]] == [
        ("2099-04-01", 2),
        ("2099-05-01", 1),
    ]


def test_what_the_register_knows() -> None:
    text = (
        "KẾ HOẠCH\nCăn cứ Bộ luật Lao động số 10/2012/QH13 ngày 18/6/2012;\n"
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ;\n"
    ).encode()
    done = soat("citations", "-", stdin=text).stdout
    assert "hết hiệu lực từ 01/01/2021" in " ".join(done.split())
    assert "≠ danh mục ghi ngày 05/3/2020" in done
    told = json.loads(soat("citations", "--format", "json", "-", stdin=text).stdout)
    law, decree = (row["known"] for row in told["files"][0]["citations"])
    assert (law["until"], law["replaced_by"]) == ("2021-01-01", "45/2019/QH14")
    assert law["in_force"] is False
    assert (decree["until"], decree["in_force"]) == (None, None)
    assert told["documents"][1]["conflicts"] == ["register"]


def test_csv_on_a_pipe_and_in_a_file(tmp_path: Path, plans: Path) -> None:
    piped = soat("citations", "--format", "csv", str(plans / "a.txt"), str(plans / "b.txt"))
    assert not piped.stdout.startswith("\ufeff")
    assert piped.stdout.count("\r\n") == 3
    first, _ = rows_of(piped.stdout)
    assert (first["Dòng"], first["Số, ký hiệu"], first["Ngày"]) == ("4", "71/NQ-CP", "2099-04-01")
    assert first["Ghi không thống nhất"] == "ngày"
    out = tmp_path / "ra.csv"
    done = soat(
        "citations", "--format", "csv", "--by-document", "--lang", "en", "--out", str(out), SEEDS
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "thanh-mien.txt: no readable text" in done.stderr
    content = out.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = rows_of(content.decode("utf-8-sig"))
    shared = next(row for row in rows if row["Number"] == "36-NQ/TW")
    assert (shared["Files"], shared["Times"]) == ("2", "4")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["ra.csv"]


def test_no_cell_is_a_formula() -> None:
    from checker.reporting.spreadsheet import inert as _cell

    for text in ("=1+1", "+1", "-1", "@a", "\t=1", " =1", "＝1", "\x00=1"):
        assert _cell(text).startswith("'")
    assert _cell("về =1") == "về =1"
    line = "KẾ HOẠCH\nCăn cứ Kế hoạch số 7/KH-UBND của UBND xã về trồng cây;\n".encode()
    (row,) = rows_of(soat("citations", "--format", "csv", "-", stdin=line).stdout)
    assert row["Tệp"] == "'-"


def test_nothing_is_overwritten_that_is_read(plans: Path) -> None:
    plan = plans / "a.txt"
    before = plan.read_bytes()
    done = soat("citations", str(plan), "--out", str(plan))
    assert done.returncode == 2
    assert "không ghi đè" in done.stderr
    assert plan.read_bytes() == before
    done = soat("citations", str(plan), "--out", str(plans / "khong" / "ra.txt"))
    assert done.returncode == 2
    assert "không ghi được kết quả" in done.stderr


def test_the_office_tells_of_its_own_documents(plans: Path) -> None:
    office = plans / "soat.yml"
    office.write_text(
        "documents:\n  - {number: 71/NQ-CP, type: Nghị quyết, date: 2099-04-01, until: 2099-12-01}\n",
        "utf-8",
    )
    assert "hết hiệu lực từ 01/12/2099" in soat("citations", str(plans / "a.txt")).stdout
    assert "≠ danh mục ghi ngày 01/4/2099" in soat("citations", str(plans / "b.txt")).stdout
    office.write_text("locality: xa\n", "utf-8")
    done = soat("citations", str(plans / "a.txt"))
    assert done.returncode == 2
    assert "soat.yml:1" in done.stderr


def test_a_document_does_not_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "KẾ HOẠCH\nCăn cứ Kế hoạch số 7/KH-UBND của UBND xã về \x1b[31mtrồng [red]cây[/red] \x07xanh;\n",
        "utf-8",
    )
    for options in ([], ["--by-document"], ["--format", "csv"]):
        shown = soat("citations", *options, str(path)).stdout
        assert "trồng [red]cây" in shown
        assert not {"\x1b", "\x07"} & set(shown)


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="Windows has no such signal")
@pytest.mark.parametrize("command", ["citations", "check"])
def test_a_reader_that_closes_early_ends_the_command_quietly(command: str) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "checker", command, SEEDS, *[NHI_CHIEU] * 3],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout and running.stderr
    running.stdout.close()
    with running.stderr as errors:
        assert errors.read() == b""
    assert running.wait() == -signal.SIGPIPE
