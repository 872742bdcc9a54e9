"""Completion, asked as the shells' functions ask."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from checker import data
from checker.cli import soat
from checker.cli.completion import SHELLS, VARIABLE, command, complete_rules, register


def ask(shell: str, words: str, current: str) -> str:
    environment = {VARIABLE: f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": current}
    result = CliRunner().invoke(soat, [], prog_name="soat", env=environment)
    assert result.exit_code == 0, result.output
    return result.stdout


def bash(line: str) -> list[str]:
    words = line.split(" ")
    return ask("bash", line, str(len(words) - 1)).splitlines()


def powershell(*words: str) -> list[dict[str, str]]:
    register()
    *before, current = words
    told: list[dict[str, str]] = json.loads(
        ask("powershell", "\n".join(("soat", *before)), current)
    )
    return told


def values(*words: str) -> list[str]:
    return [one["value"] for one in powershell(*words)]


def script(shell: str) -> str:
    result = CliRunner().invoke(command, [shell])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_commands_and_options_are_completed() -> None:
    assert bash("soat pa") == ["plain,parse"]
    assert {"plain,check", "plain,fix", "plain,rules"} <= set(bash("soat "))
    assert bash("soat parse --for") == ["plain,--format"]
    assert bash("soat parse --format j") == ["plain,json"]
    assert bash("soat rules t") == ["plain,test"]
    assert bash("soat fix ke-hoach") == ["file,ke-hoach"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the program")
def test_bash_itself_completes(tmp_path: Path) -> None:
    program = tmp_path / "soat"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "completion.bash").write_text(script("bash"), encoding="utf-8")
    asked = """
        . ./completion.bash
        COMP_WORDS=(soat parse --fo); COMP_CWORD=2
        _soat_completion soat
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", asked],
        cwd=tmp_path,
        env=os.environ
        | {
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(Path(__file__).parent.parent.parent),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == "--format\n", done.stderr


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts_call_the_program(shell: str) -> None:
    told = script(shell)
    assert f"{shell}_complete" in told
    assert VARIABLE in told
    assert told.isascii()


def test_powershell_gets_values_with_help() -> None:
    told = {one["value"]: one for one in powershell("")}
    assert told["fix"]["kind"] == "ParameterValue"
    assert told["fix"]["help"].startswith("Sửa những lỗi chắc chắn")
    (lang,) = powershell("parse", "--la")
    assert (lang["value"], lang["kind"]) == ("--lang", "ParameterName")
    assert all(one["help"] for one in powershell("parse", "--format", ""))


def test_powershell_answer_is_ascii() -> None:
    register()
    assert ask("powershell", "soat", "fi").isascii()


def test_powershell_word_with_its_option_is_replaced_whole() -> None:
    assert values("parse", "--lang", "") == ["vi", "en"]
    assert values("parse", "--lang=e") == ["--lang=en"]
    assert values("parse", "--lang=") == ["--lang=vi", "--lang=en"]


def test_powershell_words_hold_blanks_and_quotes() -> None:
    assert values("parse", 'Kế hoạch "số 1".docx', "--for") == ["--format"]
    assert values("parse", r"C:\Dự thảo\ke-hoach.docx", "--for") == ["--format"]


def test_powershell_itself_offers_files() -> None:
    assert powershell("fix", "ke-h") == []


def test_powershell_script_is_whole() -> None:
    told = script("powershell")
    for opened, closed in ("{}", "()", "[]"):
        assert told.count(opened) == told.count(closed)
    assert "%(" not in told
    used = set(re.findall(r"\$env:(\w+)", told))
    assert used == {VARIABLE, "COMP_WORDS", "COMP_CWORD"}


def test_rules_are_completed_by_id() -> None:
    context, parameter = click.Context(soat), click.Argument(["rule"])
    told = [item.value for item in complete_rules(context, parameter, "")]
    assert len(told) == len([*data.folder("rules").glob("*/*.yml")])
    assert "spelling/acronym" in told
    some = [item.value for item in complete_rules(context, parameter, "spelling/a")]
    assert "spelling/acronym" in some
    assert some == [one for one in told if one.startswith("spelling/a")]


def test_select_and_ignore_complete_rules_and_groups() -> None:
    assert "plain,spelling/acronym" in bash("soat check --select spelling/a")
    assert bash("soat check --ignore typog")[0] == "plain,typography"
    told = bash("soat check --select locality,spelling/acr")
    assert told[0] == "plain,locality,spelling/acronym"
    assert "--select=spelling/acronym" in values("check", "--select=spelling/a")
