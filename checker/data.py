"""Where the shipped data lies: ``grammar/`` and ``rules/``.

They stand beside the package in a checkout (and in an editable install) and inside it in a wheel.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder ``grammar`` or ``rules`` of this installation."""
    beside = _PACKAGE.parent / name
    if (_PACKAGE.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    return _PACKAGE / name


def load_yaml(path: Path) -> Any:
    """Read a YAML file of ours with the fast loader."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=loader)
