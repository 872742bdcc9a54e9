"""Where the shipped data lies, and reading it fast.

``grammar/`` and ``rules/`` stand beside the package in a checkout (and in an editable install) and
inside it in a wheel.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder ``grammar`` or ``rules`` of this installation."""
    beside = _PACKAGE.parent / name
    if (_PACKAGE.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    return _PACKAGE / name


def cache_folder() -> Path | None:
    """Return the user's folder for compiled data, or None when there is none to write to."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    if not base:
        return None
    try:
        path = Path(base).expanduser() / "soat"
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # RuntimeError: no home
        return None
    return path if os.access(path, os.W_OK) else None


def parse_yaml(text: str) -> Any:
    """Parse YAML with the fast loader, dates left as text. Raises yaml.YAMLError."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader=Loader)


def load_yaml(
    paths: Iterable[Path],
    cache: Path | None,
    validate: Callable[[dict[Path, Any]], object] = bool,
) -> dict[Path, Any]:
    """Read YAML files of ours; ``cache`` is a folder that keeps them parsed until they change.

    What ``validate`` raises an error for is not kept. Raises OSError, UnicodeDecodeError or
    yaml.YAMLError, and what ``validate`` raises.
    """
    contents = {path: path.read_bytes() for path in paths}
    names = "\0".join(map(str, contents))
    key = hashlib.sha256(b"\0".join((names.encode(), *contents.values()))).hexdigest()
    kept = cache / f"yaml-{hashlib.sha256(names.encode()).hexdigest()[:16]}.json" if cache else None
    if kept:
        try:
            stored = json.loads(kept.read_bytes())
            if stored["key"] == key:
                return dict(zip(contents, stored["parsed"], strict=True))
        except (OSError, ValueError, LookupError, TypeError):
            pass
    parsed = {path: parse_yaml(content.decode("utf-8")) for path, content in contents.items()}
    validate(parsed)
    if kept:
        stored = {"key": key, "parsed": list(parsed.values())}
        with contextlib.suppress(OSError):
            write_whole(kept, json.dumps(stored, ensure_ascii=False).encode("utf-8"))
    return parsed


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises OSError."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
