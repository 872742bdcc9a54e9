"""``soat init``: what it guesses, asks and writes, and that it spares what is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from checker import data
from checker.cli import init, soat
from checker.config import Config, load_config
from checker.config.starting import EXAMPLES, SCHEMA_FILE, starting_text
from checker.errors import InputError
from checker.ruleset import load_rules
from checker.schemas import CONFIG, shipped
from tests.conftest import twin
from tests.test_ruleset import SOUND


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(soat, ["init", *arguments], input=answers)


def config_in(folder: Path) -> Config:
    return load_config(folder / "soat.yml", ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three plans of Nhị Chiểu, one of elsewhere and one that cannot be read."""
    text = twin("nhi-chieu")
    other = text.replace("Trần Hồng Túc", "Nguyễn Văn An")
    for name, content in (("a", text), ("b", text), ("c", other), ("d", twin("hung-dao"))):
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    return tmp_path


def test_guesses_are_shown_and_written(folder: Path) -> None:
    result = run(str(folder))
    assert result.exit_code == 0, result.output
    assert "4 văn bản" in result.stdout
    assert "locality: phường Nhị Chiểu, thành phố Hải Phòng" in result.stdout
    office = config_in(folder).office
    assert office.locality == "phường Nhị Chiểu, thành phố Hải Phòng"
    assert office.regime == "state"
    assert office.people == {"Trần Hồng Túc": "Phó Chủ tịch", "Nguyễn Văn An": "Phó Chủ tịch"}
    text = (folder / "soat.yml").read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA_FILE}\n")
    assert (folder / SCHEMA_FILE).read_text(encoding="utf-8") == shipped(CONFIG)


def test_a_superior_is_guessed_in_the_letters_of_a_sentence(tmp_path: Path) -> None:
    for name in "ab":
        text = "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG\n" + twin("nhi-chieu").lstrip()
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    run(str(tmp_path))
    assert config_in(tmp_path).office.superior == "Ủy ban nhân dân thành phố Hải Phòng"


def test_options_go_before_guesses(folder: Path) -> None:
    place = "xã Hưng Đạo, thành phố Hà Nội"
    assert run(str(folder), "--locality", place, "--regime", "party").exit_code == 0
    office = config_in(folder).office
    assert (office.locality, office.regime) == (place, "party")


def test_documents_that_do_not_agree_give_no_guess(tmp_path: Path) -> None:
    for name in ("nhi-chieu", "hung-dao"):
        (tmp_path / f"{name}.txt").write_text(twin(name), encoding="utf-8")
    run(str(tmp_path))
    office = config_in(tmp_path).office
    assert (office.locality, office.people) == ("", {})


def test_an_empty_folder_gives_examples_only(tmp_path: Path) -> None:
    assert run(str(tmp_path)).exit_code == 0
    config = config_in(tmp_path)
    assert {origin.line for origin in config.origins("x")} == {0}


def test_answers_go_before_guesses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "_can_ask", lambda: True)
    result = run(
        str(folder), answers="Nhị Chiểu\nxã Tân Lập, tỉnh Phú Thọ\nUBND tỉnh Phú Thọ\nx\n-\nn\n"
    )
    assert "“Nhị Chiểu” không phải địa phương" in result.output
    office = config_in(folder).office
    assert (office.locality, office.superior) == ("xã Tân Lập, tỉnh Phú Thọ", "UBND tỉnh Phú Thọ")
    assert (office.regime, office.people) == ("", {})


def test_an_empty_answer_takes_the_guess(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "_can_ask", lambda: True)
    run(str(folder), answers="\n\n\n\n")
    asked = (folder / "soat.yml").read_bytes()
    (folder / "soat.yml").unlink()
    run(str(folder), "--yes")
    assert (folder / "soat.yml").read_bytes() == asked


def test_a_folder_that_is_not_there_is_told_in_ones_language(tmp_path: Path) -> None:
    missing = tmp_path / "không có"
    result = run(str(missing))
    assert isinstance(result.exception, InputError)
    assert result.exception.message("vi").startswith(f"{missing}: không có thư mục này.")


def test_nothing_is_written_over(folder: Path) -> None:
    (folder / "soat.yml").write_text("# của tôi", encoding="utf-8")
    result = run(str(folder))
    assert isinstance(result.exception, InputError)
    assert result.exception.code == "config-exists"
    assert (folder / "soat.yml").read_text(encoding="utf-8") == "# của tôi"
    assert not (folder / SCHEMA_FILE).exists()


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"title": "khác"}'])
def test_another_schema_is_not_written_over(tmp_path: Path, content: str) -> None:
    (tmp_path / SCHEMA_FILE).write_text(content, encoding="utf-8")
    assert isinstance(run(str(tmp_path)).exception, InputError)
    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == content
    assert not (tmp_path / "soat.yml").exists()


def test_an_old_schema_of_ours_is_renewed(tmp_path: Path) -> None:
    old = {**json.loads(shipped(CONFIG)), "properties": {}}
    (tmp_path / SCHEMA_FILE).write_text(json.dumps(old), encoding="utf-8")
    run(str(tmp_path))
    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == shipped(CONFIG)


def test_a_place_without_its_level_is_refused(tmp_path: Path) -> None:
    result = run(str(tmp_path), "--locality", "Nhị Chiểu")
    assert result.exit_code == 2
    assert not (tmp_path / "soat.yml").exists()


def test_a_file_above_that_no_longer_holds_is_told(folder: Path) -> None:
    inner = folder / "2026"
    inner.mkdir()
    run(str(folder))
    assert str(folder / "soat.yml") in run(str(inner)).stdout


def test_the_examples_load_when_their_marks_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "quy-tac" / "spelling").mkdir(parents=True)
    (tmp_path / "van-ban.yml").write_text("", encoding="utf-8")
    (tmp_path / "kho.soat").write_bytes(b"")
    text = re.sub(r"^#(?! \S)", "", starting_text({}), flags=re.MULTILINE)
    (tmp_path / "soat.yml").write_text(text, encoding="utf-8")
    (tmp_path / "quy-tac" / "spelling" / "x.yml").write_text(SOUND, encoding="utf-8")
    config = load_config(
        tmp_path / "soat.yml", load_rules(data.folder("rules"), data.cache_folder())
    )
    assert {origin.key for origin in config.origins("x") if origin.line} >= {
        *(set(EXAMPLES) - {"rules", "overrides"}),
        "rules.typography",
        "rules.spelling/acronym",
    }


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1)


@given(NAMES, st.dictionaries(NAMES, NAMES, min_size=1))
def test_any_names_are_written_as_they_are(
    tmp_path_factory: pytest.TempPathFactory, superior: str, people: dict[str, str]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "cau-hinh"  # no other test looks there
    folder.mkdir(exist_ok=True)
    text = starting_text({"superior": superior, "people": people})
    (folder / "soat.yml").write_bytes(text.encode("utf-8"))
    office = config_in(folder).office
    assert (office.superior, office.people) == (superior, people)
