"""``soat diff``: what a revision mends, brings and leaves, and what cannot be told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from checker.cli import soat
from checker.errors import InputError
from tests.conftest import FIXTURES

OLD = """ỦY BAN NHÂN DÂN
PHƯỜNG NHỊ CHIỂU

KẾ HOẠCH
Tuyên truyền năm 2026

I. MỤC ĐÍCH
Giới thiệu quê hương.

II. NHIỆM VỤ
1. Tuyên truyền
Đăng tin về các sản phẩm OCOOP của phường.
2. Xây dựng
Xây dưng kế hoạch.
"""
NEW = OLD.replace("OCOOP", "OCOP").replace("quê hương.", "quê hương.\nĐăng bài viết , phóng sự.")
SEED = FIXTURES / "seeds" / "nhi-chieu.txt"
JUNK = FIXTURES / "seeds" / "thanh-mien.txt"


pytestmark = pytest.mark.usefixtures("loaded_once")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return written(tmp_path / "cu.txt", OLD)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return written(tmp_path / "moi.txt", NEW)


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(soat, ["diff", *map(str, arguments)])


def told(*arguments: object) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(run(*arguments, "--format", "json").stdout)
    return whole


def code(result: Result) -> str:
    assert isinstance(result.exception, InputError), result.output
    return result.exception.code


def test_a_revision_is_told_in_terms_of_sections(old: Path, new: Path) -> None:
    lines = run(old, new).output.splitlines()
    left = len(told(old, new)["files"][0]["left"])
    assert lines[:2] == [f"{old} → {new}", f"Đã sửa 1, còn {left}, mới 1."]
    at = lines.index("MỚI (1)")
    assert lines[at + 1] == "  mục I"
    assert lines[at + 2].startswith("      9:10  NÊN SỬA · ")
    assert lines[at + 2].endswith("  [typography/space-before-punctuation]")
    assert lines[at + 3] == f"{' ' * 12}Đăng bài «viết ,» phóng sự."
    at = lines.index("ĐÃ SỬA (1; dòng, mục theo bản cũ)")
    assert lines[at + 1] == "  mục II.1"
    assert lines[at + 2].startswith("     12:26  LỖI · “OCOOP”")
    assert lines[at + 3] == f"{' ' * 12}Đăng tin về các sản phẩm «OCOOP» của phường."


def test_the_other_way_round_what_was_mended_is_new(old: Path, new: Path) -> None:
    there, back = told(old, new)["files"][0], told(new, old)["files"][0]
    for this, other in (("mended", "brought"), ("brought", "mended")):
        assert [one["rule"] for one in there[this]] == [one["rule"] for one in back[other]]
    assert "1 mended, " in run(new, old, "--lang", "en").output


def test_only_new_findings_from_the_level_on_fail(old: Path, new: Path) -> None:
    assert run(old, old).exit_code == 0
    assert told(old, old)["summary"]["left"] > 0
    assert told(old, new)["files"][0]["brought"][0]["severity"] == "warning"
    assert run(old, new).exit_code == 0
    assert run(old, new, "--fail-on", "warning").exit_code == 1
    assert run(new, old).exit_code == 1
    assert run(new, old, "--fail-on", "never").exit_code == 0


def test_json_has_stable_keys(old: Path, new: Path) -> None:
    whole = told(old, new)
    assert list(whole) == ["tool", "version", "files", "only_old", "only_new", "summary"]
    (file,) = whole["files"]
    assert list(file) == ["old", "new", "mended", "brought", "left", "unknown", "suppressed"]
    assert (file["old"], file["new"]) == (str(old), str(new))
    assert [(one["rule"], one["section"]) for one in file["mended"]] == [
        ("spelling/acronym", "II.1")
    ]
    counts = {name: len(file[name]) for name in list(file)[2:]}
    assert whole["summary"] == counts


def test_what_is_suppressed_is_not_mended(old: Path, tmp_path: Path) -> None:
    ignored = "OCOOP của phường. <!-- soat: ignore spelling tên dự án -->"
    new = written(tmp_path / "moi.txt", OLD.replace("OCOOP của phường.", ignored))
    (file,) = told(old, new)["files"]
    assert [one["rule"] for one in file["suppressed"]] == ["spelling/acronym"]
    assert (file["mended"], file["brought"]) == ([], [])
    assert "Không sửa mà bỏ qua, có ghi lý do: 1." in run(old, new).output
    assert "bỏ qua" not in run(new, new).output
    assert [one["rule"] for one in told(new, old)["files"][0]["brought"]] == ["spelling/acronym"]


def test_what_was_suppressed_before_hides_nothing_that_is_mended(tmp_path: Path) -> None:
    ignored = "OCOOP của phường. <!-- soat: ignore spelling tên dự án -->\nĐăng tin về OCOOP."
    old = written(tmp_path / "cu.txt", OLD.replace("OCOOP của phường.", ignored))
    new = written(tmp_path / "moi.txt", old.read_text(encoding="utf-8").replace("OCOOP.", "OCOP."))
    counts = told(old, new)["summary"]
    assert (counts["mended"], counts["suppressed"]) == (1, 0)


def test_a_word_file_against_a_text(plan: Path) -> None:
    counts = told(SEED, plan)["summary"]
    assert counts["left"] > 35
    assert counts["mended"] < 5


def test_layout_is_not_mended_by_a_text_that_has_none(old: Path) -> None:
    faulty, other = (
        FIXTURES / "layout" / f"{name}.docx" for name in ("authority-not-bold", "appendix-note")
    )
    (file,) = told(faulty, old)["files"]
    assert [one["rule"] for one in file["unknown"]] == ["layout/authority"]
    assert file["mended"] == []
    assert "layout/authority" in [one["rule"] for one in told(faulty, other)["files"][0]["mended"]]


def test_what_could_not_be_checked_is_not_mended(old: Path) -> None:
    counts = told(old, JUNK)["summary"]
    assert counts["unknown"] > 2
    assert "Không soát được không có nghĩa là đã sửa" in run(old, JUNK).output
    assert "Bản cũ không soát được các nhóm" in run(JUNK, old).output


def test_where_no_regime_is_known_the_rules_of_all_regimes_still_tell(tmp_path: Path) -> None:
    notes = "Ghi chép cuộc họp.\n\nĐã thống nhất , giao ban tuần sau.\n"
    faulty = written(tmp_path / "a.txt", notes)
    sound = written(tmp_path / "b.txt", notes.replace(" ,", ","))
    for one in told(faulty, sound)["files"][0], told(sound, faulty)["files"][0]:
        assert one["unknown"] == []
        assert len(one["mended"]) + len(one["brought"]) == 1
    assert "không soát được" not in run(sound, faulty).output


def test_folders_are_compared_by_the_names_in_them(tmp_path: Path) -> None:
    before, after = tmp_path / "cũ", tmp_path / "mới"
    for folder, names in ((before, "abc"), (after, "bcd")):
        for name in names:
            written(folder / "2026" / f"{name}.txt", OLD)
    written(after / "2026" / "b.txt", NEW)
    whole = told(before, after)
    assert [Path(file["new"]).name for file in whole["files"]] == ["b.txt", "c.txt"]
    assert (whole["only_old"], whole["only_new"]) == (["2026/a.txt"], ["2026/d.txt"])
    assert whole["summary"]["mended"] == 1
    shown = run(before, after).output
    assert "2026/a.txt: chỉ có ở bản cũ." in shown
    assert "2026/d.txt: chỉ có ở bản mới" in shown
    assert "2 cặp văn bản: đã sửa 1," in shown.splitlines()[-1]


def test_a_file_that_cannot_be_read(tmp_path: Path, old: Path) -> None:
    empty = written(tmp_path / "rỗng.txt", "")
    result = run(old, empty)
    assert result.exit_code == 2
    assert "tệp rỗng" in result.output
    (file,) = told(empty, old)["files"]
    assert file["error"]["code"] == "empty-file"
    assert file["mended"] == file["brought"] == file["left"] == file["unknown"] == []


def test_what_cannot_be_compared_is_said(tmp_path: Path, old: Path) -> None:
    empty = tmp_path / "trống"
    empty.mkdir()
    assert code(run(old, tmp_path)) == "diff-kinds"
    assert code(run(old, tmp_path / "không có.txt")) == "no-such-file"
    assert code(run(tmp_path, empty)) == "no-documents"
    assert code(run("-", "-")) == "diff-one-input"


def test_words_of_a_document_do_not_steer_the_terminal(tmp_path: Path, old: Path) -> None:
    path = written(tmp_path / "a.txt", OLD.replace("sản phẩm OCOOP", "\x1b[2J OCOOP, OCOOP"))
    shown = run(old, path).output
    assert "MỚI" in shown
    assert "OCOOP" in shown
    assert "\x1b" not in shown
