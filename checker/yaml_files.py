"""YAML files of users: what is wrong with one is told with the line and an excerpt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
        number, excerpt = _where(text, fault.where)
        values = {"path": path, "key": fault.key, "line": number, "excerpt": excerpt}
        raise error(fault.code, **{**values, **fault.values}) from None


def _where(text: str, where: Sequence[str | int]) -> tuple[int, str]:
    """Line number and excerpt of what the keys and indexes ``where`` lead to in a YAML text, as far
    as they are there."""
    import yaml

    node, number = yaml.compose(text, Loader=yaml.SafeLoader), 1
    for step in where:
        if isinstance(node, yaml.MappingNode):
            pairs = [pair for pair in node.value if pair[0].value == step]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            pairs = [(one, one) for one in node.value[step : step + 1]]
        else:
            pairs = []
        if not pairs:
            break
        at, node = pairs[0]
        number = at.start_mark.line + 1
    lines = text.splitlines() or [""]
    return number, lines[number - 1] if number <= len(lines) else ""


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
