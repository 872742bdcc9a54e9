"""Dated facts behind the checks; the data lies beside the code in YAML, with source and date."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
