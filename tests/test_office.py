"""What an office says of itself in soat.yml is read like the registers, and its mistakes told."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import soat
from checker.config import load_config
from checker.errors import ConfigError
from checker.linter import Linter
from checker.office import Office, split_place
from checker.reading import read_bytes
from tests.conftest import twin


def checked(folder: Path, name: str, text: str) -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(soat, ["check", "--format", "json", str(path)])
    assert result.exit_code in (0, 1), result.output
    [report] = json.loads(result.stdout)["files"]
    return [finding["rule"] for finding in report["findings"]]


def test_the_stated_place_is_the_own_one(linter: Linter) -> None:
    office = Office(locality="xã Hưng Đạo, tỉnh Cao Bằng")
    text = twin("hung-dao")
    report = linter.with_office(office).check(read_bytes(text.encode(), "kh.txt"), "draft")
    assert report.document is not None
    assert report.document.locality.full == "xã Hưng Đạo, tỉnh Cao Bằng"
    assert report.document.locality.confidence == 1


def test_a_place_that_the_office_adds_is_known(tmp_path: Path) -> None:
    text = twin("nhi-chieu").replace("II. ", "Tham gia tại phường Nghị Quyết.\n\nII. ", 1)
    assert "locality/unknown-place" in checked(tmp_path, "kh.txt", text)
    (tmp_path / "soat.yml").write_text(
        "places: ['phường Nghị Quyết, thành phố Hải Phòng']", encoding="utf-8"
    )
    assert "locality/unknown-place" not in checked(tmp_path, "kh.txt", text)


def test_a_word_of_the_office_is_no_slip(tmp_path: Path) -> None:
    text = twin("nhi-chieu").replace("OCOP", "OCOOP", 1)
    assert "spelling/acronym" in checked(tmp_path, "kh.txt", text)
    (tmp_path / "soat.yml").write_text("words: [OCOOP]", encoding="utf-8")
    assert "spelling/acronym" not in checked(tmp_path, "kh.txt", text)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("localty: phường Nhị Chiểu", "locality"),
        ("units: Phòng Kinh tế", "units"),
        ("units: [a\nb", "YAML"),
        ("locality: Nhị Chiểu", "phường Nhị Chiểu, thành phố"),
        ("- một danh sách", "locality, superior"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "soat.yml").write_text(content, encoding="utf-8")
    (tmp_path / "kh.txt").write_text(twin("hung-dao"), encoding="utf-8")
    result = CliRunner().invoke(soat, ["check", str(tmp_path / "kh.txt")])
    assert isinstance(result.exception, ConfigError)
    assert re.search(r"soat\.yml:[1-3]: ", str(result.exception))
    assert told in result.exception.message("vi")


ENTRY = "number: 12/KH-UBND, type: Kế hoạch, date: 2026-03-05, issuer: UBND xã Tân Lập"


def load_office(path: Path) -> Office:
    return load_config(path, ()).office


def told_of(path: Path) -> str:
    with pytest.raises(ConfigError) as error:
        load_office(path)
    return str(error.value)


def test_documents_are_listed_or_named_by_their_file(tmp_path: Path) -> None:
    inner = tmp_path / "co-quan"
    inner.mkdir()
    (inner / "van-ban.yml").write_text(f"- {{{ENTRY}}}\n", encoding="utf-8")
    (inner / "soat.yml").write_text("documents: van-ban.yml", encoding="utf-8")
    (tmp_path / "soat.yml").write_text(f"documents:\n  - {{{ENTRY}}}", encoding="utf-8")
    [document] = load_office(inner / "soat.yml").documents
    assert (document.number, document.type) == ("12/KH-UBND", "Kế hoạch")
    assert document.date == datetime.date(2026, 3, 5)
    assert (document.source, document.confidence) == ("soat.yml", "H")
    assert load_office(tmp_path / "soat.yml").documents == (document,)


@pytest.mark.parametrize("content", ["documents:", "documents: []", "documents: van-ban.yml"])
def test_no_documents(tmp_path: Path, content: str) -> None:
    (tmp_path / "van-ban.yml").write_text("# chưa có\n", encoding="utf-8")
    (tmp_path / "soat.yml").write_text(content, encoding="utf-8")
    assert load_office(tmp_path / "soat.yml") == Office()


@pytest.mark.parametrize(
    ("entry", "line", "said"),
    [
        ("number: 12/KH-UBND\n  type: Kế hoạch\n  date: 05/3/2026", 5, "date"),
        ("number: mười hai\n  type: Kế hoạch", 3, "number"),
        ("number: 12/KH-UBND", 3, "type"),
        ("number: 12/KH-UBND\n  type: Kế hoạch\n  titel: x", 5, "title"),
        ("number: 12/2025/QĐ-UBND\n  type: Quyết định\n  date: 2026-03-05", 5, "2025"),
        ("number: 12/KH-UBND\n  type: Kế hoạch\n  confidence: X", 5, "H, M, L"),
        ("chỉ có chữ", 3, "documents"),
    ],
)
def test_a_mistake_in_a_document_is_told_with_its_line(
    tmp_path: Path, entry: str, line: int, said: str
) -> None:
    content = f"# danh mục\n- {{{ENTRY}}}\n- {entry}\n"
    (tmp_path / "van-ban.yml").write_text(content, encoding="utf-8")
    (tmp_path / "soat.yml").write_text("documents: van-ban.yml", encoding="utf-8")
    told = told_of(tmp_path / "soat.yml")
    assert f"van-ban.yml:{line}: " in told
    assert said in told
    inline = content.replace("# danh mục", "documents:")
    (tmp_path / "soat.yml").write_text(inline, encoding="utf-8")
    told = told_of(tmp_path / "soat.yml")
    assert f"soat.yml:{line}: " in told
    assert said in told


@pytest.mark.parametrize("content", ["documents: 12", "documents: {a: b}", "documents: thieu.yml"])
def test_documents_that_are_no_list(tmp_path: Path, content: str) -> None:
    (tmp_path / "soat.yml").write_text(content, encoding="utf-8")
    assert re.search(r"soat\.yml:1: ", told_of(tmp_path / "soat.yml"))


def test_a_document_of_the_office_is_known(tmp_path: Path) -> None:
    text = twin("nhi-chieu").replace(
        "2. Yêu cầu",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 06/3/2026 của UBND xã.\n\n2. Yêu cầu",
        1,
    )
    assert "citation/known-date" not in checked(tmp_path, "kh.txt", text)
    (tmp_path / "soat.yml").write_text(f"documents: [{{{ENTRY}}}]", encoding="utf-8")
    assert "citation/known-date" in checked(tmp_path, "kh.txt", text)
    text = text.replace("06/3/2026 của UBND xã", "06/3/2026 của UBND tỉnh")
    assert "citation/known-date" not in checked(tmp_path, "kh.txt", text)


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text("# chưa khai gì\n", encoding="utf-8")
    assert load_office(tmp_path / "soat.yml") == Office()


def test_the_stated_regime_holds_where_a_document_tells_none(linter: Linter) -> None:
    def regime(text: str, stated: str) -> str:
        office = Office(regime=stated)
        report = linter.with_office(office).check(read_bytes(text.encode(), "kh.txt"), "draft")
        assert report.document is not None
        return report.document.regime

    silent = "KẾ HOẠCH\nTuyên truyền năm 2026\n\n1. Mục đích\nNâng cao nhận thức.\n"
    youth = "ĐOÀN TNCS HỒ CHÍ MINH\nBCH ĐOÀN XÃ HƯNG ĐẠO\n\n" + silent
    assert [regime(silent, stated) for stated in ("", "state", "party")] == [
        *("unknown", "state", "party")
    ]
    assert regime(twin("hung-dao"), "party") == "state"
    assert regime(youth, "state") == "unknown"  # it has a law of form of its own


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("phường Nhị Chiểu, thành phố Hải Phòng", ("phường", "Nhị Chiểu", "thành phố Hải Phòng")),
        ("thị xã Kinh Môn", ("thị xã", "Kinh Môn", "")),
        ("Nhị Chiểu", ("", "", "")),
    ],
)
def test_parts_of_a_place(full: str, parts: tuple[str, str, str]) -> None:
    assert split_place(full) == parts
