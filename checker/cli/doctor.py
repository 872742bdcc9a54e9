"""``soat doctor``: what is installed, where it lies, and what is missing."""

from __future__ import annotations

import json
import locale
import platform
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

import click

from checker import __version__, data
from checker.cli.options import lang_option, text_or_json_option
from checker.errors import SoatError
from checker.phrases import say
from checker.reading.office_program import find_program, run_bounded

_SECONDS = 20  # for a program to tell its version
_MB = 1_000_000
_VERSION = re.compile(r"\d+(\.\d+)+")
_REQUIREMENT = re.compile(r"[\w.-]+")


@dataclass(frozen=True)
class Part:
    """A part of the installation: ``told`` is for programs, ``shown`` for people; one that is not
    ``sound`` keeps Soát from running, one not ``there`` is missing but not needed."""

    name: str
    told: dict[str, Any]
    shown: str
    sound: bool = True
    there: bool = True


@dataclass(frozen=True)
class Program:
    """A program that Soát calls when it is there: its ``names`` on disk, the first being that of
    its phrases, and the arguments with which it tells its version."""

    title: str
    names: tuple[str, ...]
    version: tuple[str, ...] = field(default=("--version",))

    @property
    def name(self) -> str:
        return self.title.lower()


PROGRAMS = (
    Program("LibreOffice", ("soffice", "libreoffice")),
    Program("antiword", ("antiword",), ()),
    Program("Tesseract", ("tesseract",)),
    Program("git", ("git",)),
)


@click.command("doctor")
@text_or_json_option
@lang_option
def command(form: str, lang: str) -> None:
    """Cho xem Soát đã cài ở đâu, có gì, thiếu gì và cách cài.

    Mã kết thúc 1: thiếu hoặc hỏng một phần mà không có thì Soát không chạy được.
    """
    parts = list(_parts(lang))
    programs = [_program(program, lang) for program in PROGRAMS]
    sound = all(part.sound for part in parts)
    if form == "json":
        told: dict[str, Any] = {part.name: part.told for part in parts}
        told |= {"programs": {part.name: part.told for part in programs}, "ok": sound}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(parts, programs, lang)))
    sys.exit(0 if sound else 1)


def _lines(parts: list[Part], programs: list[Part], lang: str) -> Iterator[str]:
    labels = [say(f"doctor-{part.name}", lang) for part in parts]
    width = max(map(len, labels))
    for part, label in zip(parts, labels, strict=True):
        yield f"{_mark(part)} {label:<{width}}  {part.shown}"
    yield ""
    yield say("doctor-programs", lang)
    for part, program in zip(programs, PROGRAMS, strict=True):
        yield f"{_mark(part)} {program.title:<{width}}  {part.shown}"
    yield ""
    yield say("doctor-sound" if all(part.sound for part in parts) else "doctor-broken", lang)


def _mark(part: Part) -> str:
    if not part.sound:
        return "✗"
    return "✓" if part.there else "–"


def _parts(lang: str) -> Iterator[Part]:
    yield Part("soat", {"version": __version__}, __version__)
    python = {"version": platform.python_version(), "path": sys.executable}
    yield Part("python", python, f"{python['version']} ({sys.executable})")
    yield Part("platform", {"name": platform.platform()}, platform.platform())
    yield _encoding(lang)
    package = str(Path(__file__).parents[1])
    yield Part("package", {"path": package}, package)
    yield _libraries(lang)
    yield _grammar(lang)
    yield _rules(lang)
    yield _cache(lang)
    yield _config(lang)


def _encoding(lang: str) -> Part:
    """What the system writes in; Soát itself always writes UTF-8."""
    name = locale.getencoding().lower()
    code = "doctor-encoding-kept" if name in ("utf-8", "utf8") else "doctor-encoding-changed"
    return Part("encoding", {"name": name}, say(code, lang, name=name))


def _libraries(lang: str) -> Part:
    """The Python packages that Soát requires, by their versions; in a folder that was never
    installed they are not known."""
    try:
        required = metadata.requires("soat") or []
    except metadata.PackageNotFoundError:
        required = []
    names = [found[0] for one in required if "extra ==" not in one and (found := _name(one))]
    versions = {name: _installed_version(name) for name in names}
    missing = [name for name, version in versions.items() if version is None]
    if missing:
        shown = say("doctor-libraries-missing", lang, names=", ".join(missing))
    else:
        shown = say("doctor-libraries-found", lang, count=len(versions))
    return Part("libraries", {"versions": versions}, shown, not missing)


def _name(requirement: str) -> re.Match[str] | None:
    return _REQUIREMENT.match(requirement)


def _installed_version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _grammar(lang: str) -> Part:
    from checker.parsing import Grammar
    from checker.registers.known_documents import KnownDocuments
    from checker.spelling.speller import Speller

    cache, folder = data.cache_folder(), str(data.folder("grammar"))
    failure = _failure(
        lambda: (Grammar.load(cache), Speller.load(cache), KnownDocuments.load(cache)), lang
    )
    return Part("grammar", _told(folder, failure), failure or folder, not failure)


def _rules(lang: str) -> Part:
    from checker.ruleset import Rule, load_rules

    folder = data.folder("rules")
    rules: list[Rule] = []
    failure = _failure(lambda: rules.extend(load_rules(folder, data.cache_folder())), lang)
    shown = failure or say("doctor-rules-count", lang, path=folder, count=len(rules))
    told = {"count": len(rules)} | _told(str(folder), failure)
    return Part("rules", told, shown, not failure)


def _cache(lang: str) -> Part:
    folder = data.cache_folder()
    if folder is None or not _is_writable(folder):
        variable = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
        told = {"path": str(folder or ""), "writable": False, "bytes": 0}
        return Part("cache", told, say("doctor-cache-none", lang, variable=variable), there=False)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    told = {"path": str(folder), "writable": True, "bytes": size}
    shown = say("doctor-cache-size", lang, path=folder, size=f"{size / _MB:.1f}")
    return Part("cache", told, shown)


def _is_writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _config(lang: str) -> Part:
    """The soat.yml that holds for documents in the working folder."""
    from checker.config import find_config
    from checker.project import Options, Project

    found = find_config("-")
    if found is None:
        return Part("config", {"path": ""}, say("doctor-config-none", lang), there=False)
    failure = _failure(lambda: Project(Options(lang)).config("-"), lang)
    return Part("config", _told(str(found), failure), failure or str(found), not failure)


def _failure(load: Callable[[], object], lang: str) -> str:
    """Why ``load`` fails, or nothing: whatever is broken is to be told here."""
    try:
        load()
    except SoatError as error:
        return error.message(lang)
    except Exception as error:
        return say("doctor-reinstall", lang, reason=f"{type(error).__name__}: {error}")
    return ""


def _told(path: str, problem: str) -> dict[str, Any]:
    return {"path": path, "problem": problem} if problem else {"path": path}


def _program(program: Program, lang: str) -> Part:
    """A program with its version, or what is lost without it and how to install it."""
    path = find_program(*program.names)
    lost = {
        "lost": say(f"doctor-lost-{program.name}", lang),
        "install": say(f"doctor-install-{program.name}", lang),
    }
    if path is None:
        shown = say("doctor-program-missing", lang, **lost)
        return Part(program.name, {"path": "", **lost}, shown, there=False)
    told: dict[str, Any] = {"path": path}
    if program.version:
        found = _VERSION.search(_answer(path, *program.version))
        told["version"] = found[0] if found else ""
        if not found:
            shown = say("doctor-program-silent", lang, path=path)
            return Part(program.name, told, shown, there=False)
    if program.name == "tesseract":
        told["vietnamese"] = "vie" in _answer(path, "--list-langs").split()
        if not told["vietnamese"]:
            shown = say("doctor-no-vietnamese", lang, **told, **lost)
            return Part(program.name, told | lost, shown, there=False)
    shown = f"{told['version']} ({path})" if "version" in told else path
    return Part(program.name, told, shown)


def _answer(*command: str) -> str:
    """What a program writes, run in a folder of its own and not for long."""
    with tempfile.TemporaryDirectory(prefix="soat-", ignore_cleanup_errors=True) as name:
        answer = Path(name, "answer")
        with answer.open("wb") as out:
            run_bounded(command, Path(name), _SECONDS, stdout=out)
        return answer.read_text(encoding="utf-8", errors="replace")
