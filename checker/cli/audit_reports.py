"""The reports of an audit, written into its folder."""

from __future__ import annotations

import contextlib
import importlib
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import duckdb

from checker.corpus.auditing.audit import Audit
from checker.corpus.auditing.export import write_tables
from checker.corpus.auditing.parts import unwritable
from checker.reporting.audit import json

_FORMS = ("html", "xlsx", "docx")


def write_reports(audit: Audit, out: Path) -> list[Path]:
    """Write the tables and the reports, each whole or not at all, and return the paths of the
    reports, those for people first. Raises InputError ``cannot-write``."""
    try:
        write_tables(audit, out)
        paths = []
        for form in _FORMS:
            module = importlib.import_module(f"checker.reporting.audit.{form}")
            paths.append(_write(out / f"report.{form}", [module.render(audit)]))
        return [*paths, _write(out / "report.json", json.chunks(audit))]
    except (OSError, duckdb.Error) as error:
        raise unwritable(out, error) from None


def spooled(audit: Audit) -> BinaryIO:
    """Return what is in report.json, as a file that is gone when it is closed. Raises InputError
    ``cannot-write``."""
    try:
        file = tempfile.TemporaryFile()  # noqa: SIM115 (the caller closes it)
        file.writelines(json.chunks(audit))
        file.seek(0)
    except OSError as error:
        raise unwritable(Path(tempfile.gettempdir()), error) from None
    return file


def _write(path: Path, content: Iterable[bytes]) -> Path:
    """Write a file piece by piece, whole or not at all."""
    draft = path.with_name(f"{path.name}.new")  # no other audit is at work in this folder
    try:
        with draft.open("wb") as file:
            for piece in content:
                file.write(piece)
        draft.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    return path
