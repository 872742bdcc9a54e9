"""What a client is told when something is not done: a status, a code, words."""

from __future__ import annotations

import re

from starlette.datastructures import Headers, QueryParams
from starlette.responses import JSONResponse
from starlette.types import Scope

from checker.errors import SoatError

STATUS = {
    "busy": 503,
    "no-workers": 503,
    "server-ends": 503,
    "took-too-long": 504,
    "worker-lost": 500,
    "job-failed": 500,
    "upload-too-large": 413,
    "too-slow": 408,
    "too-many-requests": 429,
    "too-many-guesses": 429,
    "bad-request": 400,
    "no-file-sent": 400,
    "too-many-files": 400,
    "wrong-token": 401,
    "token-needed": 401,
    "wrong-origin": 403,
    "wrong-host": 421,
    "not-found": 404,
    "wrong-method": 405,
    "client-gone": 499,
}
UNREADABLE = 422  # every other error is one of the file
RETRY = {  # seconds after which a client may ask again
    "busy": 5,
    "no-workers": 5,
    "server-ends": 60,
    "too-many-requests": 2,
    "too-many-guesses": 300,
}
_LANGUAGE = re.compile(r"\b(vi|en)\b", re.I)


def error_answer(error: SoatError, scope: Scope) -> JSONResponse:
    """Return the answer that tells an error, in the language of the request."""
    status = STATUS.get(error.code, UNREADABLE)
    told = {"code": error.code, "message": error.message(language(scope))}
    headers = {}
    if error.code in RETRY:
        headers["Retry-After"] = str(RETRY[error.code])
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse({"error": told}, status, headers)


def language(scope: Scope) -> str:
    """Return the language that the address asks for (``?lang=en``), else the first of the browser's
    that is known, else Vietnamese."""
    told = QueryParams(scope.get("query_string", b"")).get("lang")
    if told in ("vi", "en"):
        return told
    known = _LANGUAGE.search(Headers(scope=scope).get("accept-language", ""))
    return known[1].lower() if known else "vi"
