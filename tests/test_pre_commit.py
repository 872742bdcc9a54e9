"""The hooks, driven by the real pre-commit on a real git repository, without network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker.cli import soat
from checker.data import parse_yaml
from tests.conftest import seed, twin

ROOT = Path(__file__).parent.parent
HOOKS = parse_yaml((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PACKAGE = ("checker", "grammar", "rules", "pyproject.toml", "README.md", "LICENSE")
BAD, GOOD = seed("nhi-chieu"), twin("nhi-chieu")


@dataclass(frozen=True)
class Repository:
    """A git repository of drafts; ``environment`` is what its programs run in."""

    folder: Path
    environment: Mapping[str, str]

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        assert self.git("add", "--", name).returncode == 0
        return path

    def commit(self) -> subprocess.CompletedProcess[str]:
        done = self.git("commit", "-q", "-m", "Dự thảo")
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout + done.stderr, done.stderr
        )

    def use(self, *hooks: Mapping[str, Any]) -> None:
        """Make these the hooks of the repository."""
        settings = {
            "repos": [{"repo": self.environment["HOOK_REPO"], "rev": "v1.0", "hooks": hooks}]
        }
        self.write(".pre-commit-config.yaml", json.dumps(settings))  # JSON is YAML


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Where pre-commit makes its one virtual environment for the module. It installs Soát as for
    any user, by ``pip install .``, but offline: what Soát needs and what builds it are taken from
    the environment of the tests."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    pytest.importorskip("pre_commit")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("pre-commit")
    hooks = folder / "soat"
    hooks.mkdir()
    for name in (*PACKAGE, ".pre-commit-hooks.yaml"):
        whole = ROOT / name
        if whole.is_dir():
            shutil.copytree(whole, hooks / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(whole, hooks / name)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = kept | {
        "HOOK_REPO": str(hooks),
        "HOME": str(folder),
        "PRE_COMMIT_HOME": str(folder / "home"),
        "PRE_COMMIT_COLOR": "never",
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LOCALAPPDATA": str(folder / "cache"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads it as the value of "build isolation"
        "PIP_NO_COMPILE": "1",
        "PIP_CONFIG_FILE": os.devnull,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{
            f"GIT_{who}_{what}": "soat@example.invalid"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }
    repository = Repository(hooks, environment)
    assert repository.git("init", "-q").returncode == 0
    assert repository.git("add", "-A").returncode == 0
    assert repository.commit().returncode == 0
    assert repository.git("tag", "v1.0").returncode == 0
    return environment


@pytest.fixture
def drafts(environment: Mapping[str, str], tmp_path: Path) -> Repository:
    """An empty repository in which pre-commit is installed."""
    repository = Repository(tmp_path / "dự thảo", environment)
    repository.folder.mkdir()
    assert repository.git("init", "-q").returncode == 0
    repository.use({"id": "soat"})
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"],
        cwd=repository.folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return repository


def test_bad_plan_is_refused_and_the_mended_one_accepted(drafts: Repository) -> None:
    drafts.write("Kế hoạch 2026/Nhị Chiểu.TXT", BAD)
    refused = drafts.commit()
    assert refused.returncode == 1, refused.stdout
    assert "“OCOOP” có lẽ gõ sai của “OCOP”" in refused.stdout
    assert "Kế hoạch 2026/Nhị Chiểu.TXT" in refused.stdout
    assert "[spelling/acronym]" in refused.stdout
    assert drafts.git("rev-parse", "HEAD").returncode != 0

    drafts.write("Kế hoạch 2026/Nhị Chiểu.TXT", GOOD)
    accepted = drafts.commit()
    assert accepted.returncode == 0, accepted.stdout
    assert drafts.git("rev-parse", "HEAD").returncode == 0
    home = Path(drafts.environment["PRE_COMMIT_HOME"])
    assert (
        len([*home.glob("repo*/py_env-*/bin/soat"), *home.glob("repo*/py_env-*/Scripts/soat.exe")])
        == 1
    )


def test_certain_faults_are_mended_once(drafts: Repository) -> None:
    drafts.use({"id": "soat-fix"})
    draft = drafts.write("nhi-chieu.md", BAD)
    sound = drafts.write("sound.txt", "Không có gì.\n")
    word = drafts.write("ban-word.docx", "không phải tệp chữ")
    before = sound.stat().st_mtime_ns
    refused = drafts.commit()
    assert refused.returncode == 1, refused.stdout
    assert "files were modified by this hook" in refused.stdout
    assert "«OCOOP,» → «OCOP,»" in refused.stdout
    mended = draft.read_text(encoding="utf-8")
    assert "OCOOP" not in mended
    assert sound.stat().st_mtime_ns == before
    assert word.read_text(encoding="utf-8") == "không phải tệp chữ"
    assert sorted(path.name for path in drafts.folder.glob("*.*") if path.name[0] != ".") == [
        "ban-word.docx",
        "nhi-chieu.md",
        "sound.txt",
    ]

    drafts.git("add", "-A")
    accepted = drafts.commit()
    assert accepted.returncode == 0, accepted.stdout
    assert draft.read_text(encoding="utf-8") == mended


def test_known_faults_are_accepted_by_a_baseline(drafts: Repository) -> None:
    drafts.use({"id": "soat", "args": ["--baseline", "soat-baseline.json"]})
    draft = drafts.write("nhi-chieu.txt", BAD)
    kept = drafts.folder / "soat-baseline.json"
    made = CliRunner().invoke(soat, ["baseline", "create", str(kept), str(draft)])
    assert made.exit_code == 0, made.output
    drafts.git("add", "-A")
    accepted = drafts.commit()
    assert accepted.returncode == 0, accepted.stdout

    drafts.write(
        "nhi-chieu.txt", BAD.replace("hình ảnh phường Nhị Chiểu", "hình ảnh phường Nghị Quyết", 1)
    )
    refused = drafts.commit()
    assert refused.returncode == 1, refused.stdout
    assert "hình ảnh «phường Nghị Quyết»" in refused.stdout
    assert "OCOOP" not in refused.stdout


def test_audit_sees_what_is_not_staged(drafts: Repository) -> None:
    drafts.use()
    drafts.write("cu.txt", BAD)
    assert drafts.commit().returncode == 0
    drafts.use({"id": "soat-audit", "args": ["--lang", "en"]})
    drafts.write("moi.txt", GOOD)
    refused = drafts.commit()
    assert refused.returncode == 1, refused.stdout
    assert "cu.txt" in refused.stdout
    assert "2 documents" in refused.stdout

    drafts.use({"id": "soat"})
    drafts.git("add", "-A")
    accepted = drafts.commit()
    assert accepted.returncode == 0, accepted.stdout


@pytest.mark.parametrize(
    ("name", "hooks"),
    [
        ("a.docx", ["soat", "soat-audit"]),
        ("KẾ HOẠCH.DOCX", ["soat", "soat-audit"]),
        ("năm 2026/a.b.Pdf", ["soat", "soat-audit"]),
        ("a.txt", ["soat", "soat-fix", "soat-audit"]),
        ("x/y/A.MD", ["soat", "soat-fix", "soat-audit"]),
        ("~$a.docx", []),
        ("x/~$a.docx", []),
        ("x~$/a.docx", ["soat", "soat-audit"]),
        (".github/PULL_REQUEST_TEMPLATE.md", []),
        ("x/.an.txt", []),
        ("a.docx.bak", []),
        ("docx", []),
        ("x/soat.yml", ["soat-audit"]),
        ("my-soat.yml", []),
    ],
)
def test_hooks_take_documents_by_name(name: str, hooks: list[str]) -> None:
    assert [hook["id"] for hook in HOOKS if re.search(hook["files"], name)] == hooks


def test_hooks_are_as_pre_commit_wants_them() -> None:
    assert [hook["id"] for hook in HOOKS] == ["soat", "soat-fix", "soat-audit"]
    for hook in HOOKS:
        assert hook["language"] == "python"
        assert hook["require_serial"] is True
        assert "types" not in hook
        assert hook.get("pass_filenames", True) is (hook["id"] != "soat-audit")
    from pre_commit.clientlib import load_manifest

    assert len(load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))) == len(HOOKS)
