"""``soat compare``: two documents side by side, in the terminal, as JSON and as a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import soat
from checker.errors import InputError
from tests.conftest import FIXTURES

SEEDS = FIXTURES / "seeds"
FIRST, SECOND = SEEDS / "nhi-chieu.txt", SEEDS / "hung-dao.txt"

pytestmark = pytest.mark.usefixtures("loaded_once")


def run(*arguments: str | Path, width: int = 80, **asked: str) -> Result:
    return CliRunner(env={"COLUMNS": str(width)}).invoke(
        soat, ["compare", *map(str, arguments)], **asked
    )


def test_same_document_ends_with_0() -> None:
    done = run(FIRST, FIRST)
    assert done.exit_code == 0
    assert "giống nhau từng chữ" in done.output


def test_differing_documents_end_with_1() -> None:
    done = run(FIRST, SECOND)
    assert done.exit_code == 1
    assert "5 mục giống nhau, 27 mục khác lời." in done.output
    assert "Mục III.1 · " in done.output
    assert "phường Nghị Quyết (dòng 176, 180)" in done.output


@pytest.mark.parametrize("width", [30, 59, 60, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = run(FIRST, SECOND, width=width).output.splitlines()
    assert max(map(len, lines)) <= width
    side_by_side = any(" │ " in line for line in lines)
    assert side_by_side is (width >= 60)


def test_other_formats_of_one_document() -> None:
    told = json.loads(run(FIRST, FIXTURES / "formats" / "nhi-chieu.docx", "--format=json").output)
    assert told["summary"]["same"] == 31
    assert [one["first"]["zone"] for one in told["sections"] if one["state"] == "changed"] == [
        "head"
    ]


def test_json() -> None:
    done = run(FIRST, SECOND, "--format", "json")
    told = json.loads(done.output)
    assert done.exit_code == 1
    assert (told["same"], told["summary"]["changed"]) == (False, 27)
    closing = next(one for one in told["sections"] if one["first"]["zone"] == "closing")
    assert closing["changes"][0] == {"first": "", "second": "tổ chức"}
    assert {"text": "11/3/2026", "lines": [4]} in told["mentions"]["dates"]["only_second"]


def test_page(tmp_path: Path) -> None:
    out = tmp_path / "so-sanh.html"
    done = run(FIRST, SECOND, "-o", out)
    page = out.read_text("utf-8")
    assert done.exit_code == 1
    assert str(out) in done.output
    assert "<del>phường Nghị Quyết</del>" in page
    assert "<ins>Trang thông tin điện tử</ins>" in page
    assert page.count('<details class="pair same">') == 5
    assert "<script" not in page
    assert "http://" not in page


def test_words_of_a_document_are_no_markup(tmp_path: Path) -> None:
    text = FIRST.read_text("utf-8")
    other, out = tmp_path / "a&b.txt", tmp_path / "ra.html"
    other.write_text(text.replace("Trần Hồng Túc", "<script>x</script>\x1b[31m"), "utf-8")
    run(FIRST, other, "-o", out)
    page = out.read_text("utf-8")
    assert "<script" not in page
    assert "a&amp;b.txt" in page
    assert "\x1b" not in page
    assert "\x1b" not in run(FIRST, other).output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((FIRST, "khong-co.txt"), "no-such-file"),
        ((FIRST, SEEDS), "compare-folder"),
        ((FIRST, SEEDS / "thanh-mien.txt"), "compare-illegible"),
        (("-", "-"), "diff-one-input"),
    ],
)
def test_what_cannot_be_compared(arguments: tuple[str | Path, ...], code: str) -> None:
    done = run(*arguments)
    assert isinstance(done.exception, InputError)
    assert done.exception.code == code


def test_inputs_are_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FIRST.read_text("utf-8"), "utf-8")
    done = run(path, SECOND, "-o", path)
    assert isinstance(done.exception, InputError)
    assert done.exception.code == "out-is-input"
    assert path.read_text("utf-8") == FIRST.read_text("utf-8")


def test_one_from_standard_input() -> None:
    done = run(FIRST, "-", input=FIRST.read_text("utf-8"))
    assert done.exit_code == 0


def test_english() -> None:
    assert "27 changed." in run(FIRST, SECOND, "--lang", "en").output


def test_only_a_page_is_written(tmp_path: Path) -> None:
    theirs = tmp_path / "ke-hoach.docx"
    theirs.write_bytes(b"theirs")
    done = run(FIRST, SECOND, "-o", theirs)
    assert isinstance(done.exception, InputError)
    assert done.exception.code == "compare-not-html"
    assert theirs.read_bytes() == b"theirs"
