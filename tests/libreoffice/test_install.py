"""``soat libreoffice``, with a program in the place of unopkg."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.libreoffice import command
from checker.errors import InputError
from checker.libreoffice import unopkg
from checker.libreoffice.extension import make_extension

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A LibreOffice whose unopkg keeps its arguments and the file that it was given."""
    folder = tmp_path / "program"
    folder.mkdir()
    _script(folder / "soffice", "exit 0")
    _script(
        folder / "unopkg",
        f'printf "%s\\n" "$@" > {tmp_path}/arguments; [ -f "$3" ] && cp "$3" {tmp_path}/given.oxt; exit 0',
    )
    monkeypatch.setattr(unopkg, "find_program", lambda *_: str(folder / "soffice"))
    return folder / "unopkg"


def _script(path: Path, words: str) -> None:
    path.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    path.chmod(0o755)


def _run(*arguments: str):
    return CliRunner().invoke(command, arguments)


def test_install_gives_the_extension_and_tells_what_is_left(program: Path, tmp_path: Path):
    ran = _run("install", "--profile", str(tmp_path / "hồ sơ"))
    assert ran.exit_code == 0, ran.output
    assert (tmp_path / "given.oxt").read_bytes() == make_extension()
    verb, force, _file, profile = (tmp_path / "arguments").read_text().splitlines()
    assert (verb, force) == ("add", "-f")
    assert profile.startswith("-env:UserInstallation=file:///")
    assert "soat serve" in ran.output
    assert "Vietnamese" in ran.output
    assert "127.0.0.1:8080" in ran.output


def test_install_for_an_office(program: Path, tmp_path: Path):
    ran = _run("install", "--url", "https://soat.xa.vn", "--api-key", "abc")
    assert "soat serve" not in ran.output
    assert "abc" not in ran.output
    assert (tmp_path / "given.oxt").read_bytes() == make_extension("https://soat.xa.vn", "abc")
    assert len((tmp_path / "arguments").read_text().splitlines()) == 3


def test_remove(program: Path, tmp_path: Path):
    assert "Đã gỡ" in _run("remove").output
    assert (tmp_path / "arguments").read_text().split() == ["remove", "soat.languagetool"]
    _script(program, 'echo "There is no such extension deployed: x" >&2; exit 1')
    ran = _run("remove")
    assert (ran.exit_code, "không có gì để gỡ" in ran.output) == (0, True)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (
            "unopkg cannot be started. The lock file indicates it as already running.",
            "lo-running",
        ),
        ("ERROR: Cannot run unopkg as root without --shared or --bundled option.", "lo-root"),
        ("ERROR: disk full", "lo-failed"),
    ],
)
def test_what_unopkg_says_becomes_a_clear_error(program: Path, told: str, code: str):
    _script(program, f'echo "{told}" >&2; exit 1')
    with pytest.raises(InputError) as caught:
        unopkg.install(b"")
    assert caught.value.code == code


def test_one_that_hangs_is_told_as_an_open_libreoffice(
    program: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(unopkg, "_SECONDS", 0.5)
    _script(program, "sleep 30; true")
    with pytest.raises(InputError) as caught:
        unopkg.install(b"")
    assert caught.value.code == "lo-running"


def test_without_libreoffice_the_way_by_hand_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(unopkg, "find_program", lambda *_: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError) as caught:
        unopkg.install(b"")
    assert caught.value.code == "lo-missing"
    assert "soat libreoffice package" in caught.value.message("vi")


def test_package_writes_a_file_but_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert _run("package").exit_code == 0
    assert (tmp_path / "soat.oxt").read_bytes() == make_extension()
    assert _run("package").exit_code == 0
    (tmp_path / "soat.oxt").write_text("of somebody")
    ran = _run("package")
    assert isinstance(ran.exception, InputError)
    assert (tmp_path / "soat.oxt").read_text() == "of somebody"
    assert _run("package", "-o", "soat.oxt").exit_code == 0
    assert (tmp_path / "soat.oxt").read_bytes() == make_extension()
