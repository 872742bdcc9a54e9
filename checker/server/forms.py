"""What a client asks for, out of the form that it sends."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from checker.errors import SoatError
from checker.office import split_place
from checker.rule import STAGES
from checker.server.bench import Asked
from checker.server.jobs import Decisions, Upload

LANGUAGES = ("vi", "en")
_LONGEST_NAME = 200  # characters
_LONGEST_FIELD = 2_000_000  # bytes
_LONGEST_REASON = 500  # characters
_UNNAMED = "van-ban.txt"
_FIELDS = 20


class BadRequest(SoatError):
    """A request that does not say what it must."""


@contextlib.asynccontextmanager
async def sent_form(request: Request, files: int, fields: int = _FIELDS) -> AsyncIterator[FormData]:
    """Give the form of a request, of so many files and other fields at most, and close its files.
    Raises BadRequest, and HTTPException for what is no form."""
    _, options = parse_options_header(request.headers.get("content-type", ""))
    if options.get(b"charset", b"utf-8").lower() not in (b"utf-8", b"utf8"):
        raise BadRequest("bad-request", what="charset")
    async with request.form(
        max_files=files + 1, max_fields=fields, max_part_size=_LONGEST_FIELD
    ) as form:
        if sum(isinstance(one, UploadFile) for _, one in form.multi_items()) > files:
            raise BadRequest("too-many-files", limit=files)
        yield form


async def uploads_of(form: FormData) -> tuple[Upload, ...]:
    """Return the files of the field ``file``. Raises BadRequest when there is none."""
    files = [one for one in form.getlist("file") if isinstance(one, UploadFile)]
    if not files:
        raise BadRequest("no-file-sent")
    return tuple([Upload(_name(one.filename), await one.read()) for one in files])


def asked_of(form: FormData, *, ocr: bool) -> Asked:
    """Return what the form asks for; ``ocr`` tells whether scans can be read here. Raises
    BadRequest."""
    locality = text_of(form, "locality")
    if locality and not all(split_place(locality)[:2]):
        raise BadRequest("bad-request", what="locality")
    return Asked(
        one_of(form, "lang", LANGUAGES, LANGUAGES[0]),
        one_of(form, "stage", STAGES, ""),
        locality,
        _is_yes(form, "guesses"),
        _is_yes(form, "ocr") and ocr,
    )


def decisions_of(form: FormData) -> Decisions:
    """Return what the writer decided of the one file of the form. Raises BadRequest."""
    told = _json(form)
    return Decisions() if told is None else _decisions(told)


def all_decisions_of(form: FormData, files: int) -> tuple[Decisions, ...]:
    """Return what the writer decided of each of the files of the form; none where she tells
    nothing. Raises BadRequest."""
    told = _json(form)
    if told is None:
        return ()
    if not isinstance(told, list) or len(told) != files:
        raise BadRequest("bad-request", what="decisions")
    return tuple(map(_decisions, told))


def text_of(form: FormData, name: str) -> str:
    """Return a field that is no file, without the blanks around it."""
    told = form.get(name, "")
    return told.strip() if isinstance(told, str) else ""


def one_of(form: FormData, name: str, known: Sequence[str], otherwise: str) -> str:
    """Return a field, ``otherwise`` where it is empty. Raises BadRequest for one not ``known``."""
    told = text_of(form, name)
    if told and told not in known:
        raise BadRequest("bad-request", what=name)
    return told or otherwise


def _is_yes(form: FormData, name: str) -> bool:
    return text_of(form, name).lower() in ("1", "true", "on", "yes")


def _json(form: FormData) -> Any:
    told = text_of(form, "decisions")
    try:
        return json.loads(told) if told else None
    except (ValueError, RecursionError):
        raise BadRequest("bad-request", what="decisions") from None


def _decisions(told: Any) -> Decisions:
    if not isinstance(told, dict):
        raise BadRequest("bad-request", what="decisions")
    try:
        accepted = [
            (_line(one["fingerprint"]), int(one["suggestion"])) for one in told.get("accepted", ())
        ]
        dismissed = [
            (_line(one["fingerprint"]), _line(one["reason"])) for one in told.get("dismissed", ())
        ]
    except (KeyError, TypeError, ValueError, OverflowError):
        raise BadRequest("bad-request", what="decisions") from None
    return Decisions(tuple(accepted), tuple(dismissed))


def _line(told: Any) -> str:
    """Words on one line, without what cannot be shown."""
    if not isinstance(told, str):
        raise TypeError
    words = " ".join(told.split())
    return "".join(one for one in words if one.isprintable())[:_LONGEST_REASON]


def _name(told: str | None) -> str:
    """The name of a file without folders, as messages call it; never used as a path."""
    name = PurePosixPath((told or "").replace("\\", "/")).name
    shown = "".join(one for one in name if one.isprintable()).strip(" .")
    return shown[-_LONGEST_NAME:] or _UNNAMED
