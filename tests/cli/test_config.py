"""``soat config``: what is in force for a file, and the schemas."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import soat
from checker.errors import ConfigError, InputError
from checker.schemas import CONFIG, RULE, shipped
from tests.test_ruleset import SOUND


def run(*arguments: str) -> Result:
    return CliRunner().invoke(soat, arguments)


def shown(*arguments: str) -> dict[str, str]:
    """What ``config show`` prints, by key."""
    result = run("config", "show", *arguments)
    assert result.exit_code == 0, result.output
    keyed = (line.partition("  ") for line in result.stdout.splitlines() if "←" in line)
    return {key: value.strip() for key, _, value in keyed}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "soat.yml").write_text(
        """\
people: {Nguyễn Văn An: Chủ tịch}
ignore: ["*.md"]
documents: [{number: 12/KH-UBND, type: Kế hoạch}]
rules: {dates: off}
overrides:
  - files: [da-ban-hanh/**]
    stage: issued
    rules: {dates: error}
""",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_values_and_their_places(office: Path) -> None:
    told = shown("da-ban-hanh/kh.docx")
    assert told["stage"] == "issued  ← soat.yml:7, mục overrides cho da-ban-hanh/**"
    assert told["rules.dates"] == "error  ← soat.yml:8, mục overrides cho da-ban-hanh/**"
    assert told["people"] == "Nguyễn Văn An: Chủ tịch  ← soat.yml:1"
    assert told["documents"] == "1 văn bản  ← soat.yml:3"
    assert told["locality"] == "–  ← mặc định"
    here = shown("--lang", "en")
    assert here["stage"] == "draft  ← default"
    assert here["rules.dates"] == "off  ← soat.yml:4"
    assert here.keys() == told.keys()


def test_an_ignored_file_is_told(office: Path) -> None:
    assert "không được soát: soat.yml:2" in run("config", "show", "ghi-chu.md").stdout
    assert "không được soát" not in run("config", "show", "kh.txt").stdout


def test_of_a_folder_it_is_told_what_holds_in_it(office: Path) -> None:
    inner = office / "2026"
    inner.mkdir()
    (inner / "soat.yml").write_text("fail_on: info", encoding="utf-8")
    assert shown("2026")["fail_on"] == "info  ← soat.yml:1"
    assert f"2026{os.sep}soat.yml" in run("config", "show", "2026").stdout
    (office / "da-ban-hanh").mkdir()
    assert shown("da-ban-hanh")["stage"].startswith("issued  ← soat.yml:7")
    assert shown(".") == shown()


def test_another_file_may_be_asked_for(office: Path) -> None:
    (office / "khac.yml").write_text("fail_on: never", encoding="utf-8")
    assert shown("--config", "khac.yml", "kh.txt")["fail_on"] == "never  ← khac.yml:1"


def test_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("config", "show")
    assert "soat init" in result.stdout
    assert {value.rpartition("← ")[2] for value in shown().values()} == {"mặc định"}


def test_a_typo_is_told(office: Path) -> None:
    (office / "soat.yml").write_text("rules:\n  speling: off", encoding="utf-8")
    result = run("config", "show")
    assert isinstance(result.exception, ConfigError)
    assert "soat.yml:2" in result.exception.message("vi")


def test_schemas_are_printed() -> None:
    assert run("config", "schema").stdout == shipped(CONFIG)
    assert run("rules", "schema").stdout == shipped(RULE)


def test_rules_of_the_office_are_listed_and_explained(office: Path) -> None:
    path = office / "quy-tac" / "spelling" / "cua-toi.yml"
    path.parent.mkdir(parents=True)
    path.write_text(SOUND, encoding="utf-8")
    before = run("rules", "list").stdout.splitlines()
    (office / "soat.yml").write_text("rule_folders: [quy-tac]", encoding="utf-8")
    after = run("rules", "list").stdout.splitlines()
    assert len(after) == len(before) + 1
    assert [line.split()[0] for line in after if "[quy tắc riêng]" in line] == ["spelling/cua-toi"]
    assert "chỗ «sai»" in run("explain", "spelling/cua-toi").stdout


def test_an_old_name_and_a_group_are_explained() -> None:
    old, new = (run("explain", f"{group}/glued-words").stdout for group in ("hygiene", "spelling"))
    assert old == new
    assert "Tên cũ: hygiene/glued-words" in new
    group = run("explain", "spelling").stdout.splitlines()
    assert all(line.startswith("spelling/") for line in group)
    assert len(group) > 5
    unknown = run("explain", "speling/acronym")
    assert unknown.exit_code == 2
    assert "spelling/acronym" in unknown.output


def test_a_configuration_that_is_not_there_is_told_in_ones_language(tmp_path: Path) -> None:
    missing = str(tmp_path / "khac.yml")
    result = run("config", "show", "--config", missing, str(tmp_path))
    assert isinstance(result.exception, InputError)
    assert result.exception.message("vi").startswith(f"{missing}: không có tệp này.")
