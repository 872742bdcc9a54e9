"""The hooks and jobs that docs/pre-commit.md and docs/ci.md show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.data import parse_yaml
from tests.test_pre_commit import HOOKS, ROOT


def blocks(page: str) -> list[Any]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [parse_yaml(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]


def commands(jobs: Any) -> list[str]:
    """All shell commands of a job."""
    return [
        *jobs.get("script", ()),
        *(step["run"] for step in jobs.get("steps", ()) if "run" in step),
    ]


def outputs(command: str) -> dict[str, str]:
    return dict(re.findall(r"--output (\w+)=(\S+)", command))


def test_shown_configurations_are_as_pre_commit_wants_them(tmp_path: Path) -> None:
    from pre_commit.clientlib import load_config

    hooks = {hook["id"]: hook for hook in HOOKS}
    shown = blocks("pre-commit.md")
    assert len(shown) == 3
    for number, block in enumerate(shown):
        path = tmp_path / f"{number}.yaml"
        path.write_text(json.dumps(block), encoding="utf-8")
        for repository in load_config(str(path))["repos"]:
            for hook in repository["hooks"]:
                if repository["repo"] == "local":
                    assert (hook["entry"], hook["files"]) == tuple(
                        hooks["soat"][key] for key in ("entry", "files")
                    )
                assert hook["id"] in hooks
                name = hooks[hook["id"]]["entry"].split()[1]
                assert set(long_options(hook.get("args", ()))) <= known_options(name)


def test_shown_github_jobs_upload_what_they_write() -> None:
    first, changed, _ = blocks("ci.md")
    for workflow in (first, changed):
        job = workflow["jobs"]["soat"]
        assert workflow[True]  # "on" is true in YAML 1.1
        assert job["runs-on"]
        assert job["steps"][0]["uses"].startswith("actions/checkout@")
        check = commands(job)[-1]
        assert set(long_options(check.split())) <= known_options()
    steps = first["jobs"]["soat"]["steps"]
    upload = steps[-1]
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert outputs(commands(first["jobs"]["soat"])[-1]) == {"sarif": upload["with"]["sarif_file"]}
    assert "failure()" in upload["if"]
    assert first["permissions"]["security-events"] == "write"
    assert changed["jobs"]["soat"]["steps"][0]["with"]["fetch-depth"] == 0


def test_shown_gitlab_job_reports_what_it_writes() -> None:
    job = blocks("ci.md")[-1]["soat"]
    check = commands(job)[-1]
    assert job["artifacts"]["when"] == "always"
    reports = job["artifacts"]["reports"]
    assert outputs(check) == {"gitlab": reports["codequality"], "junit": reports["junit"]}
    assert set(long_options(check.split())) <= known_options()


def long_options(words: Iterable[str]) -> Iterator[str]:
    return (word.partition("=")[0] for word in words if word.startswith("--"))


def known_options(name: str = "check") -> set[str]:
    """What a command takes."""
    command = import_module(f"checker.cli.{name}").command
    return {option for parameter in command.params for option in parameter.opts}
