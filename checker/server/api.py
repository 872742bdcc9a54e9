"""The endpoints of the JSON API, which the page uses too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from checker import __version__
from checker.errors import SoatError
from checker.office import Office, split_place
from checker.reporting.formats import FORMATS, TERMINAL
from checker.rule import STAGES
from checker.server.bench import Asked
from checker.server.crew import Crew
from checker.server.jobs import Annotate, Check, Decisions, Made, Mend, Review, Upload
from checker.server.localities import Localities

_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
_OTHER = "text/plain; charset=utf-8"
_LONGEST_NAME = 200
_LONGEST_FIELD = 2_000_000


class BadRequest(SoatError):
    """A request that does not say what it must."""


@dataclass(frozen=True)
class Api:
    """``own`` is what soat.yml says of the office; ``ocr`` tells whether scans can be read."""

    crew: Crew
    localities: Localities
    own: Office
    stage: str
    ocr: bool

    def routes(self) -> list[Route]:
        return [
            Route("/api/health", self.health),
            Route("/api/settings", self.settings),
            Route("/api/localities", self.find_localities),
            Route("/api/check", self.check, methods=["POST"]),
            Route("/api/report", self.report, methods=["POST"]),
            Route("/api/review", self.review, methods=["POST"]),
            Route("/api/annotate", self.annotate, methods=["POST"]),
            Route("/api/fix", self.fix, methods=["POST"]),
        ]

    async def health(self, _request: Request) -> Response:
        return JSONResponse({"status": "ok", "version": __version__})

    async def settings(self, _request: Request) -> Response:
        """What the page must know before a file is chosen."""
        return JSONResponse(
            {
                "version": __version__,
                "upload_bytes": self.crew.limits.upload,
                "files": self.crew.limits.files,
                "locality": self.own.locality,
                "stage": self.stage,
                "ocr": self.ocr,
            }
        )

    async def find_localities(self, request: Request) -> Response:
        """Places of the register whose name begins with, or holds, the words ``q``."""
        return JSONResponse({"localities": self.localities.find(request.query_params.get("q", ""))})

    async def check(self, request: Request) -> Response:
        """The report on files, as ``soat check --format json`` gives it."""
        async with request.form(max_files=self._files, max_part_size=_LONGEST_FIELD) as form:
            uploads, asked = await self._uploads(form), self._asked(form)
        report = await self.crew.do(Check(uploads, asked), self._seconds(uploads))
        return Response(report, media_type=_TYPES["json"])

    async def report(self, request: Request) -> Response:
        """The report on files in one of the forms of ``soat check -o``."""
        async with request.form(max_files=self._files, max_part_size=_LONGEST_FIELD) as form:
            uploads, asked = await self._uploads(form), self._asked(form)
            wanted = _one_of(form, "form", [one for one in FORMATS if one != TERMINAL], "html")
            told = _json(form)
        decisions: tuple[Decisions, ...] = ()
        if told:
            if not isinstance(told, list) or len(told) != len(uploads):
                raise BadRequest("bad-request", what="decisions")
            decisions = tuple(map(_decisions, told))
        job = Check(uploads, asked, wanted, decisions)
        report = await self.crew.do(job, self._seconds(uploads))
        media_type = _TYPES.get(wanted, _OTHER)
        name = PurePosixPath(uploads[0].name).stem if len(uploads) == 1 else "soat"
        suffix = {"github": "txt", "gitlab": "json", "sarif": "sarif", "junit": "xml"}
        return _file(report, f"{name}-ket-qua.{suffix.get(wanted, wanted)}", media_type)

    async def review(self, request: Request) -> Response:
        """What the page shows of one file."""
        upload, asked, _ = await self._one(request)
        return JSONResponse(await self.crew.do(Review(upload, asked)))

    async def annotate(self, request: Request) -> Response:
        """A copy of the file with the findings in it."""
        upload, asked, decisions = await self._one(request)
        made = await self.crew.do(Annotate(upload, asked, decisions))
        return _copy(upload, made, "gop-y")

    async def fix(self, request: Request) -> Response:
        """A copy of the file with the changes that were accepted."""
        upload, asked, decisions = await self._one(request)
        made = await self.crew.do(Mend(upload, asked, decisions))
        return _copy(upload, made, "da-sua")

    @property
    def _files(self) -> int:
        return self.crew.limits.files

    def _seconds(self, uploads: tuple[Upload, ...]) -> float:
        return self.crew.limits.seconds * max(1, len(uploads) // 4)

    async def _one(self, request: Request) -> tuple[Upload, Asked, Decisions]:
        async with request.form(max_files=1, max_part_size=_LONGEST_FIELD) as form:
            (upload,) = await self._uploads(form)
            return upload, self._asked(form), _decisions(_json(form) or {})

    async def _uploads(self, form: FormData) -> tuple[Upload, ...]:
        files = [one for one in form.getlist("file") if isinstance(one, UploadFile)]
        if not files:
            raise BadRequest("no-file-sent")
        return tuple([Upload(_name(one.filename), await one.read()) for one in files])

    def _asked(self, form: FormData) -> Asked:
        locality = _text(form, "locality")
        if locality and not all(split_place(locality)[:2]):
            raise BadRequest("bad-request", what="locality")
        return Asked(
            _one_of(form, "lang", ["vi", "en"], "vi"),
            _one_of(form, "stage", list(STAGES), ""),
            locality,
            _is_yes(form, "guesses"),
            _is_yes(form, "ocr") and self.ocr,
        )


def _text(form: FormData, name: str) -> str:
    told = form.get(name, "")
    return told.strip() if isinstance(told, str) else ""


def _is_yes(form: FormData, name: str) -> bool:
    return _text(form, name).lower() in ("1", "true", "on", "yes")


def _one_of(form: FormData, name: str, known: list[str], otherwise: str) -> str:
    told = _text(form, name)
    if told and told not in known:
        raise BadRequest("bad-request", what=name)
    return told or otherwise


def _json(form: FormData) -> Any:
    told = _text(form, "decisions")
    try:
        return json.loads(told) if told else None
    except (ValueError, RecursionError):
        raise BadRequest("bad-request", what="decisions") from None


def _decisions(told: Any) -> Decisions:
    try:
        return Decisions(
            tuple(
                (str(one["fingerprint"]), int(one["suggestion"]))
                for one in told.get("accepted", ())
            ),
            tuple(
                (str(one["fingerprint"]), _line(one["reason"])) for one in told.get("dismissed", ())
            ),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        raise BadRequest("bad-request", what="decisions") from None


def _line(told: Any) -> str:
    return " ".join(str(told).split())[:500]


def _name(told: str | None) -> str:
    """The name of a file without folders, as messages call it; never used as a path."""
    name = PurePosixPath((told or "").replace("\\", "/")).name
    return "".join(one for one in name if one.isprintable())[-_LONGEST_NAME:] or "van-ban.txt"


def _copy(upload: Upload, made: Made, told: str) -> Response:
    name = f"{PurePosixPath(upload.name).stem}-{told}{made.suffix}"
    response = _file(made.data, name, _TYPES.get(made.suffix, _TYPES.get(made.suffix[1:], _OTHER)))
    response.headers["X-Soat-Made"] = str(made.made)
    response.headers["X-Soat-Left"] = str(made.left)
    return response


def _file(content: bytes, name: str, media_type: str) -> Response:
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    headers: Mapping[str, str] = {"Content-Disposition": disposition}
    return Response(content, media_type=media_type, headers=dict(headers))
