"""The same is said of a file with and without cache, in one process and in two, in any order."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import ConfigError
from checker.file_report import FileReport
from checker.project import Options, Project
from tests.conftest import FIXTURES, SEEDS
from tests.test_ruleset import SOUND

FILES = [
    *(str(FIXTURES / "seeds" / f"{name}.txt") for name in SEEDS),
    str(FIXTURES / "formats" / "nhi-chieu.docx"),
    str(FIXTURES / "no-such-file.txt"),
]


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return tmp_path / "cache" / "soat" / "reports"


def plain(report: FileReport) -> FileReport:
    error = report.error and report.error.message()
    return replace(report, document=None, error=None, path=f"{report.path} {error}")


def test_cache_processes_and_order_change_nothing(own_cache: Path) -> None:
    expected = [plain(one) for one in Project(Options(cache=False)).check_all(FILES, 1)]
    assert sum(len(one.findings) for one in expected) > 60
    for _ in range(2):  # cold, then warm
        assert [plain(one) for one in Project(Options()).check_all(FILES, 1)] == expected
    assert len(list(own_cache.iterdir())) == len(FILES)  # the mark of sweeping, no missing file
    assert [plain(one) for one in Project(Options(cache=False)).check_all(FILES, 2)] == expected
    mixed = random.Random(8).sample(range(len(FILES)), len(FILES))
    found = Project(Options(cache=False)).check_all([FILES[index] for index in mixed], 1)
    assert [plain(one) for one in found] == [expected[index] for index in mixed]


def test_a_warm_file_is_not_read_again(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(Project(Options()).check_all(FILES[:2]))
    project = Project(Options())
    monkeypatch.setattr(Project, "linter", None)
    assert all(report.findings for report in project.check_all(FILES[:2]))


def test_what_a_report_depends_on_makes_it_anew(own_cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "kh.txt"
    path.write_bytes(Path(FILES[1]).read_bytes())

    def rules(**asked: str) -> set[tuple[str, str, str]]:
        report = Project(Options(**asked)).check(str(path))  # type: ignore[arg-type]
        return {(one.level, one.rule, one.message) for one in report.findings}

    first = rules()
    assert rules(stage="issued") != first
    assert rules(lang="en") != first
    assert rules() == first
    (tmp_path / "soat.yml").write_text("rules: {spelling: off}", encoding="utf-8")
    assert not any(rule.startswith("spelling/") for _, rule, _ in rules())
    (tmp_path / "soat.yml").write_text("documents: van-ban.yml", encoding="utf-8")
    own = "- {number: 138/KH-UBND, type: Kế hoạch, title: về phòng cháy}"
    (tmp_path / "van-ban.yml").write_text(own, encoding="utf-8")
    before = rules()
    (tmp_path / "van-ban.yml").write_text(own.replace("138", "139"), encoding="utf-8")
    assert len(list(own_cache.iterdir())) == 6
    assert rules() == before
    assert len(list(own_cache.iterdir())) == 7
    path.write_text("KẾ HOẠCH\nvề việc gì đó\n", encoding="utf-8")
    assert rules() != first


def test_a_rule_of_the_office_that_was_renamed_makes_reports_anew(
    own_cache: Path, tmp_path: Path
) -> None:
    (tmp_path / "soat.yml").write_text("rule_folders: [quy-tac]", encoding="utf-8")
    rule = tmp_path / "quy-tac" / "spelling" / "ten.yml"
    rule.parent.mkdir(parents=True)
    rule.write_text(SOUND, encoding="utf-8")
    path = tmp_path / "kh.txt"
    path.write_text("KẾ HOẠCH\n\nchỗ sai\n", encoding="utf-8")

    def found() -> set[str]:
        return {one.rule for one in Project(Options()).check(str(path)).findings}

    assert "spelling/ten" in found()
    rule.rename(rule.with_name("khac.yml"))
    assert "spelling/khac" in found()
    assert "spelling/ten" not in found()


def test_the_command_goes_before_soat_yml(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text("stage: issued\nfail_on: warning", encoding="utf-8")
    path = str(tmp_path / "kh.txt")
    settings = Project(Options()).settings(path)
    assert (settings.stage, settings.fail_on) == ("issued", "warning")
    settings = Project(Options(stage="draft", fail_on="never")).settings(path)
    assert (settings.stage, settings.fail_on) == ("draft", "never")


def test_a_named_soat_yml_holds_for_all(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text("stage: draft", encoding="utf-8")
    other = tmp_path / "khac.yml"
    other.write_text("stage: issued", encoding="utf-8")
    assert Project(Options(config=other)).settings(str(tmp_path / "a.txt")).stage == "issued"


def test_a_mistake_in_soat_yml_is_told_before_any_file(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text("localty: xã A", encoding="utf-8")
    for jobs in (1, 2):
        with pytest.raises(ConfigError) as told:
            list(Project(Options()).check_all([FILES[0], str(tmp_path / "a.txt")], jobs))
        assert "locality" in told.value.message()
