"""What an office says of itself in soat.yml is read like the registers, and its mistakes told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import soat
from checker.errors import ConfigError
from checker.linter import Linter
from checker.office import Office, find_office, load_office, split_place
from checker.reading import read_bytes
from tests.conftest import twin


def checked(folder: Path, name: str, text: str) -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(soat, ["check", "--format", "json", str(path)])
    assert result.exit_code in (0, 1), result.output
    [report] = json.loads(result.stdout)["files"]
    return [finding["rule"] for finding in report["findings"]]


def test_found_beside_the_document_or_above(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text("locality: phường Nhị Chiểu", encoding="utf-8")
    inner = tmp_path / "2026" / "quy-1"
    inner.mkdir(parents=True)
    assert find_office(str(inner / "kh.txt")) == tmp_path / "soat.yml"


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
        ("- một danh sách", "locality, units"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "soat.yml").write_text(content, encoding="utf-8")
    (tmp_path / "kh.txt").write_text(twin("hung-dao"), encoding="utf-8")
    result = CliRunner().invoke(soat, ["check", str(tmp_path / "kh.txt")])
    assert isinstance(result.exception, ConfigError)
    assert re.search(r"soat\.yml:[1-3]: ", str(result.exception))
    assert told in result.exception.message("vi")


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text("# chưa khai gì\n", encoding="utf-8")
    assert load_office(tmp_path / "soat.yml") == Office()


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
