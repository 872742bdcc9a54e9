"""Files that are made for a client: their names and types."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote

from starlette.responses import Response

from checker.server.jobs import Made

_UTF8 = "; charset=utf-8"
_OTHER = f"text/plain{_UTF8}"
REPORTS = {
    "json": ("json", f"application/json{_UTF8}"),
    "jsonl": ("jsonl", f"application/x-ndjson{_UTF8}"),
    "sarif": ("sarif", f"application/sarif+json{_UTF8}"),
    "github": ("txt", _OTHER),
    "gitlab": ("json", f"application/json{_UTF8}"),
    "junit": ("xml", f"application/xml{_UTF8}"),
    "csv": ("csv", f"text/csv{_UTF8}"),
    "html": ("html", f"text/html{_UTF8}"),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}  # a form of report: the ending of its name, its type
COPIES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".pdf": "application/pdf",
    ".html": f"text/html{_UTF8}",
}


def report_answer(report: bytes, form: str, names: list[str]) -> Response:
    """Return the answer with a report on files of these names."""
    ending, media_type = REPORTS[form]
    name = _stem(names[0]) if len(names) == 1 else "soat"
    return _download(report, f"{name}-ket-qua.{ending}", media_type)


def copy_answer(made: Made, name: str, told: str) -> Response:
    """Return the answer with a copy of the file ``name``; ``told`` is what its name says of it."""
    media_type = COPIES.get(made.suffix.lower(), _OTHER)
    response = _download(made.data, f"{_stem(name)}-{told}{made.suffix}", media_type)
    response.headers["X-Soat-Made"] = str(made.made)
    response.headers["X-Soat-Left"] = str(made.left)
    return response


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


def _download(content: bytes, name: str, media_type: str) -> Response:
    told = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": told})
