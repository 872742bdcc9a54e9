"""Reports kept from one run to the next, by the content that they were made from."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checker.data import write_whole
from checker.errors import InputError
from checker.file_report import About, FileReport, Skipped
from checker.finding import Finding, Place, Quote

KEPT_DAYS = 30
_DAY = 86_400
_SWEPT = "swept"


class ReportCache:
    """A folder of reports, one file each; several processes may use it at once, as a report is
    written whole or not at all. What has not been asked for in 30 days is removed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._sweep()

    def get(self, key: str, path: str) -> FileReport | None:
        """Return the report kept under ``key``, as that of the file at ``path``; None when there is
        none, or none that can be read."""
        kept = self.folder / key
        try:
            report = decoded(json.loads(kept.read_bytes()), path)
            os.utime(kept)
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
        return report

    def put(self, key: str, report: FileReport) -> None:
        """Keep a report; one that says that a file could not be read is not kept."""
        if report.error is None:
            content = json.dumps(encoded(report), ensure_ascii=False, separators=(",", ":"))
            with contextlib.suppress(OSError, UnicodeEncodeError):
                write_whole(self.folder / key, content.encode())

    def _sweep(self) -> None:
        """Remove, once a day, what has long not been asked for."""
        now, mark = time.time(), self.folder / _SWEPT
        with contextlib.suppress(OSError):
            if now - mark.stat().st_mtime < _DAY:
                return
        mark.touch()
        for kept in os.scandir(self.folder):
            with contextlib.suppress(OSError):  # another process may have been faster
                if now - kept.stat().st_mtime > KEPT_DAYS * _DAY:
                    Path(kept).unlink()


def digest(parts: Iterable[bytes]) -> str:
    """Return a key made of parts of any length."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "little"))
        whole.update(part)
    return whole.hexdigest()


def files_stamp(folders: Iterable[Path]) -> bytes:
    """Return what changes when a file under ``folders`` does, without reading any: names, sizes,
    times of change."""
    told = []
    for folder in folders:
        for parent, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for name in sorted(names):
                with contextlib.suppress(OSError):
                    stat = os.stat(os.path.join(parent, name))  # noqa: PTH116, PTH118 (fast)
                    told.append(f"{parent}/{name} {stat.st_size} {stat.st_mtime_ns}")
    return "\n".join(told).encode("utf-8", "surrogateescape")


def encoded(report: FileReport) -> dict[str, Any]:
    """Return a report as mappings and lists."""
    if report.error:
        values = {name: str(value) for name, value in report.error.values.items()}
        return {"stage": report.stage, "error": report.error.code, "values": values}
    return {
        "stage": report.stage,
        "about": dataclasses.astuple(report.about),
        "findings": [_plain(finding) for finding in report.findings],
        "suppressed": [_plain(finding) for finding in report.suppressed],
        "skipped": [dataclasses.astuple(skipped) for skipped in report.skipped],
    }


def _plain(finding: Finding) -> list[Any]:
    values = {field: getattr(finding, field) for field in _FIELDS}
    values["place"] = dataclasses.astuple(finding.place)
    values["related"] = [dataclasses.astuple(place) for place in finding.related]
    values["setting"] = dict(finding.setting)
    return list(values.values())


_FIELDS = tuple(field.name for field in dataclasses.fields(Finding))


def decoded(raw: dict[str, Any], path: str) -> FileReport:
    """Return the report that was encoded, as that of the file at ``path``. Raises ValueError,
    LookupError or TypeError for what is none."""
    if "error" in raw:
        return FileReport(path, raw["stage"], error=InputError(raw["error"], **raw["values"]))
    return FileReport(
        path,
        raw["stage"],
        About(*raw["about"]),
        tuple(_finding(one) for one in raw["findings"]),
        tuple(_finding(one) for one in raw["suppressed"]),
        skipped=tuple(
            Skipped(tuple(groups), reason, _spans(lines), _spans(pages))
            for groups, reason, lines, pages in raw["skipped"]
        ),
    )


def _finding(values: list[Any]) -> Finding:
    told = dict(zip(_FIELDS, values, strict=True))
    told["place"] = Place(*told["place"])
    told["related"] = tuple(Place(*place) for place in told["related"])
    told["suggestions"] = tuple(told["suggestions"])
    told["related_spans"] = _spans(told["related_spans"])
    told["quote"] = Quote(*told["quote"])
    return Finding(**told)


def _spans(raw: Iterable[Iterable[int]]) -> tuple[Any, ...]:
    return tuple(tuple(span) for span in raw)
