"""The shipped JSON Schemas, by which editors complete soat.yml and rule files and mark mistakes.

They are made by checker/schemas/making.py; ``python -m tools.build_docs`` writes them.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
CONFIG = "soat.schema.json"
RULE = "rule.schema.json"


def shipped(name: str) -> str:
    """Return the text of the schema ``name``, CONFIG or RULE."""
    return (FOLDER / name).read_text(encoding="utf-8")
