"""The endpoints of the JSON API, which the page uses too."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from checker import __version__
from checker.errors import SoatError
from checker.office import Office
from checker.server.bench import Asked
from checker.server.crew import Crew
from checker.server.downloads import REPORTS, copy_answer, report_answer
from checker.server.forms import (
    all_decisions_of,
    asked_of,
    decisions_of,
    one_of,
    sent_form,
    uploads_of,
)
from checker.server.jobs import Annotate, Check, Decisions, Mend, Review, Upload
from checker.server.localities import Localities
from checker.server.openapi import make_description

JSON = "application/json; charset=utf-8"
_AT_ONCE = 4  # files of a report for which the time of one job is enough
T = TypeVar("T")


class ClientGone(SoatError):
    """Nobody waits for the answer any more."""


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
            Route("/api/openapi.json", self.description),
            Route("/api/settings", self.settings),
            Route("/api/localities", self.find_localities),
            Route("/api/check", self.check, methods=["POST"]),
            Route("/api/report", self.report, methods=["POST"]),
            Route("/api/review", self.review, methods=["POST"]),
            Route("/api/annotate", self.annotate, methods=["POST"]),
            Route("/api/fix", self.fix, methods=["POST"]),
        ]

    async def health(self, _request: Request) -> Response:
        """Whether there is anybody to do a job."""
        ready = self.crew.is_ready
        told = {"status": "ok" if ready else "starting", "version": __version__}
        return JSONResponse(told, 200 if ready else 503)

    async def description(self, _request: Request) -> Response:
        """This API, as OpenAPI tells it."""
        return JSONResponse(make_description(self.crew.limits))

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
        async with sent_form(request, self.crew.limits.files) as form:
            uploads, asked = await uploads_of(form), asked_of(form, ocr=self.ocr)
        doing = self.crew.do(Check(uploads, asked), self._seconds(asked, len(uploads)))
        return Response(await _while_there(request, doing), media_type=JSON)

    async def report(self, request: Request) -> Response:
        """The report on files in one of the forms of ``soat check -o``."""
        async with sent_form(request, self.crew.limits.files) as form:
            uploads, asked = await uploads_of(form), asked_of(form, ocr=self.ocr)
            wanted = one_of(form, "form", list(REPORTS), "html")
            decisions = all_decisions_of(form, len(uploads))
        job = Check(uploads, asked, wanted, decisions)
        doing = self.crew.do(job, self._seconds(asked, len(uploads)))
        report = await _while_there(request, doing)
        return report_answer(report, wanted, [one.name for one in uploads])

    async def review(self, request: Request) -> Response:
        """What the page shows of one file."""
        upload, asked, _ = await self._one(request)
        doing = self.crew.do(Review(upload, asked), self._seconds(asked))
        return Response(await _while_there(request, doing), media_type=JSON)

    async def annotate(self, request: Request) -> Response:
        """A copy of the file with the findings in it."""
        upload, asked, decisions = await self._one(request)
        doing = self.crew.do(Annotate(upload, asked, decisions), self._seconds(asked))
        return copy_answer(await _while_there(request, doing), upload.name, "gop-y")

    async def fix(self, request: Request) -> Response:
        """A copy of the file with the changes that were accepted."""
        upload, asked, decisions = await self._one(request)
        doing = self.crew.do(Mend(upload, asked, decisions), self._seconds(asked))
        return copy_answer(await _while_there(request, doing), upload.name, "da-sua")

    def _seconds(self, asked: Asked, files: int = 1) -> float:
        limits = self.crew.limits
        return (limits.scan_seconds if asked.ocr else limits.seconds) * max(1, files // _AT_ONCE)

    async def _one(self, request: Request) -> tuple[Upload, Asked, Decisions]:
        async with sent_form(request, files=1) as form:
            (upload,) = await uploads_of(form)
            return upload, asked_of(form, ocr=self.ocr), decisions_of(form)


async def _while_there(request: Request, doing: Coroutine[Any, Any, T]) -> T:
    """Return what is being done; leave it when the client is gone. Raises ClientGone."""
    job = asyncio.ensure_future(doing)
    gone = asyncio.ensure_future(request.receive())  # the form is read: only its end can come
    try:
        await asyncio.wait([job, gone], return_when=asyncio.FIRST_COMPLETED)
        if not job.done():
            raise ClientGone("client-gone")
        return job.result()
    finally:
        for one in (job, gone):
            one.cancel()
