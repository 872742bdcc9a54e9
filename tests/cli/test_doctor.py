"""``soat doctor``: what it tells of a sound and of a broken installation."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from checker import __version__, data, ruleset
from checker.cli import doctor
from checker.linter import Linter
from checker.parsing import Grammar
from checker.registers.known_documents import KnownDocuments
from checker.rule import Rule
from checker.ruleset import load_rules
from checker.spelling.speller import Speller

LIBREOFFICE = "LibreOffice 7.4.7.2 40(Build:2)\n"
TESSERACT = "tesseract 5.3.0\n leptonica-1.82.0\n"


@pytest.fixture(autouse=True)
def _loaded_once(
    linter: Linter,
    shipped_rules: tuple[Rule, ...],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Rules and registers are loaded by other tests; no programs; an empty working folder."""
    for one, loaded in (
        (Grammar, linter.grammar),
        (Speller, linter.registers.speller),
        (KnownDocuments, linter.registers.documents),
    ):
        monkeypatch.setattr(one, "load", lambda *_, loaded=loaded: loaded)
    monkeypatch.setattr(ruleset, "load_rules", lambda *_: shipped_rules)
    monkeypatch.setattr(doctor, "find_program", lambda *_: None)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Install programs that answer so."""

    def install(**answers: str) -> None:
        monkeypatch.setattr(
            doctor, "find_program", lambda name, *_: f"/bin/{name}" if name in answers else None
        )
        monkeypatch.setattr(
            doctor,
            "_answer",
            lambda path, argument: answers[
                "languages" if argument == "--list-langs" else Path(path).name
            ],
        )

    return install


def run(*arguments: str) -> Result:
    return CliRunner().invoke(doctor.command, arguments)


def told(*arguments: str, exit_code: int = 0) -> dict[str, Any]:
    result = run("--format", "json", *arguments)
    assert result.exit_code == exit_code, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_sound_installation() -> None:
    answer = told()
    assert answer["ok"] is True
    assert answer["soat"]["version"] == __version__
    assert answer["python"]["path"] == sys.executable
    assert answer["rules"] == {
        "count": len([*data.folder("rules").glob("*/*.yml")]),
        "path": str(data.folder("rules")),
    }
    assert answer["grammar"]["path"] == str(data.folder("grammar"))
    assert answer["libraries"]["versions"]["lxml"]
    shown = run()
    assert shown.exit_code == 0
    assert f"({answer['rules']['count']} quy tắc)" in shown.stdout
    assert "✗" not in shown.stdout
    assert shown.stdout.endswith("Soát chạy được.\n")


def test_broken_rules_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruleset, "load_rules", load_rules)
    monkeypatch.setattr(data, "folder", lambda name: tmp_path / name)
    answer = told(exit_code=1)
    assert answer["ok"] is False
    assert answer["rules"]["count"] == 0
    assert str(tmp_path / "rules") in answer["rules"]["problem"]
    assert "problem" not in answer["grammar"]
    shown = run()
    assert shown.exit_code == 1
    assert "✗ Quy tắc" in shown.stdout
    assert "Soát chưa chạy được" in shown.stdout


def test_missing_register_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise FileNotFoundError(2, "No such file", "agencies.yml")

    monkeypatch.setattr(Speller, "load", fails)
    answer = told(exit_code=1)
    assert "agencies.yml" in answer["grammar"]["problem"]
    assert "pip install --force-reinstall soat" in answer["grammar"]["problem"]


def test_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ["click>=8.1", "khong-co>=1; python_version>'3'", "pytest; extra == 'test'"]
    monkeypatch.setattr(doctor.metadata, "requires", lambda _: wanted)
    answer = told(exit_code=1)
    assert list(answer["libraries"]["versions"]) == ["click", "khong-co"]
    assert answer["libraries"]["versions"]["khong-co"] is None
    assert "thiếu khong-co" in run().stdout


def test_cache_tells_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    folder = tmp_path / "soat" / "reports"
    folder.mkdir(parents=True)
    before = told()["cache"]["bytes"]
    (folder / "a.json").write_bytes(b"x" * 1000)
    assert told()["cache"] == {
        "path": str(tmp_path / "soat"),
        "writable": True,
        "bytes": before + 1000,
    }


def test_cache_that_cannot_be_written_breaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "cache_folder", lambda: None)
    assert told()["cache"] == {"path": "", "writable": False, "bytes": 0}
    monkeypatch.setattr(data, "cache_folder", lambda: tmp_path / "khong-co")
    assert told()["cache"]["writable"] is False
    assert "– Bộ nhớ đệm" in run().stdout


def test_soat_yml_of_the_working_folder(tmp_path: Path) -> None:
    assert told()["config"] == {"path": ""}
    path = tmp_path / "soat.yml"
    path.write_text("words: [IOC]\n", encoding="utf-8")
    assert told()["config"] == {"path": str(path)}
    path.write_text("wrods: [IOC]\n", encoding="utf-8")
    answer = told(exit_code=1)
    assert "wrods" in answer["config"]["problem"]
    assert "✗ soat.yml" in run().stdout


def test_missing_programs_say_what_is_lost_and_how_to_install() -> None:
    answer = told("--lang", "en")["programs"]
    assert list(answer) == ["libreoffice", "antiword", "tesseract", "git"]
    for program in answer.values():
        assert program["path"] == ""
        assert program["lost"]
        assert "Windows" in program["install"]
    assert "– Tesseract" in run().stdout
    assert "tesseract-ocr-vie" in run().stdout


def test_programs_tell_their_versions(programs: Callable[..., None]) -> None:
    programs(soffice=LIBREOFFICE, antiword="", tesseract=TESSERACT, languages="eng\nosd\nvie\n")
    answer = told()["programs"]
    assert answer["libreoffice"] == {"path": "/bin/soffice", "version": "7.4.7.2"}
    assert answer["antiword"] == {"path": "/bin/antiword"}
    assert answer["tesseract"] == {
        "path": "/bin/tesseract",
        "version": "5.3.0",
        "vietnamese": True,
    }


def test_tesseract_without_vietnamese_is_told(programs: Callable[..., None]) -> None:
    programs(tesseract=TESSERACT, languages="eng\nosd\nvie_old\n")
    answer = told()["programs"]["tesseract"]
    assert answer["vietnamese"] is False
    assert "chưa có dữ liệu tiếng Việt" in run().stdout
    assert run().exit_code == 0


def test_program_that_does_not_answer_is_told(programs: Callable[..., None]) -> None:
    programs(git="")
    assert told()["programs"]["git"] == {"path": "/bin/git", "version": ""}
    assert "/bin/git, không trả lời" in run().stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_itself_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        doctor, "find_program", lambda name, *_: shutil.which(name) if name == "git" else None
    )
    before = sorted(Path().iterdir())
    assert told()["programs"]["git"]["version"][0].isdigit()
    assert sorted(Path().iterdir()) == before
