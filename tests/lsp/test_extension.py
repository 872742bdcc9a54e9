"""The VS Code extension offers the settings that the server knows, and can be read by node."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from checker.lsp.settings import LANGUAGES, SECTION, ClientSettings
from checker.rule import STAGES

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"
PACKAGE = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
OFFERED = PACKAGE["contributes"]["configuration"]["properties"]


def test_settings_are_those_of_the_server() -> None:
    known = {field.name: field.default for field in dataclasses.fields(ClientSettings)}
    offered = {name: told["default"] for name, told in OFFERED.items()}
    assert offered.pop(f"{SECTION}.command") == "soat"
    assert offered == {f"{SECTION}.{name}": default for name, default in known.items()}
    assert set(OFFERED["soat.stage"]["enum"]) == {None, *STAGES}
    assert set(OFFERED["soat.lang"]["enum"]) == set(LANGUAGES)


def test_it_registers_the_commands_that_it_offers() -> None:
    code = (FOLDER / PACKAGE["main"]).read_text(encoding="utf-8")
    for command in PACKAGE["contributes"]["commands"]:
        assert f'registerCommand("{command["command"]}"' in code


@pytest.mark.skipif(not shutil.which("node"), reason="needs node (Debian: nodejs)")
def test_node_can_read_it() -> None:
    path = FOLDER / PACKAGE["main"]
    assert subprocess.run(["node", "--check", path], check=False).returncode == 0
