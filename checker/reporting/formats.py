"""The forms in which a run is told; each but the terminal is a module of this package."""

from __future__ import annotations

import importlib

from checker.reporting.run import Run

TERMINAL = "terminal"
FORMATS = (
    TERMINAL,
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "csv",
    "html",
    "xlsx",
)
BINARY = ("xlsx",)
STREAMED = ("jsonl",)  # told file by file


def render(form: str, run: Run) -> bytes:
    """Return what stands in a file of this form (any of FORMATS but the terminal)."""
    content: bytes = importlib.import_module(f"checker.reporting.{form}").render(run)
    return content
