"""YAML files of users: what is wrong with one is told with the line and an excerpt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from checker.data import parse_yaml
from checker.decoding import DecodingError
from checker.errors import SoatError

T = TypeVar("T")


def decode_yaml(path: Path, decode: Callable[[Any], T], error: type[SoatError]) -> T:
    """Return what ``decode`` makes of the YAML file at ``path``.

    Raises ``error``, with path, line and excerpt, when the file cannot be read, is no YAML or does
    not decode.
    """
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
        raw = parse_yaml(text)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise _syntax_error(path, fault, error) from None
    try:
        return decode(raw)
    except DecodingError as fault:
        number, excerpt = _where(text, fault.key)
        values = {"path": path, "key": fault.key, "line": number, "excerpt": excerpt}
        raise error(fault.code, **{**values, **fault.values}) from None


def _where(text: str, key: str) -> tuple[int, str]:
    """Line number and excerpt of a top-level key of a YAML text."""
    lines = text.splitlines() or [""]
    number = next((n for n, line in enumerate(lines, 1) if key and line.startswith(f"{key}:")), 1)
    return number, lines[number - 1]


def _syntax_error(path: Path, fault: Exception, error: type[SoatError]) -> SoatError:
    mark = getattr(fault, "problem_mark", None)
    number = mark.line + 1 if mark else 1
    detail = getattr(fault, "problem", None) or str(fault)
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    excerpt = lines[number - 1] if 0 < number <= len(lines) else ""
    return error("bad-yaml", path=path, line=number, excerpt=excerpt, detail=detail)
