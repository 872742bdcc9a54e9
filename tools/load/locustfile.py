"""Clients of ``soat serve``, for Locust (https://locust.io, MIT; ``pip install locust``).

    soat serve --no-browser --port 8090
    locust -f tools/load/locustfile.py --host http://127.0.0.1:8090 --headless -u 20 -r 20 -t 5m

Each client sends what clerks send: mostly a plan to be reviewed, now and then a copy, a report, a
paragraph of LibreOffice, and sometimes what is no document. 429 and 503 are clean answers and are
counted apart; every other error fails.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from locust import HttpUser, between, task

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_FILES = [
    (path.name, path.read_bytes())
    for path in (
        _FIXTURES / "formats" / "nhi-chieu.docx",
        _FIXTURES / "formats" / "nhi-chieu.odt",
        _FIXTURES / "formats" / "nhi-chieu.pdf",
        *(_FIXTURES / "seeds").glob("*.txt"),
    )
]
_HOSTILE = [
    ("torn.docx", _FILES[0][1][:4000]),
    ("program.docx", b"MZ\x90\0" + b"\0\1\2" * 500),
    ("torn.pdf", b"%PDF-1.7\n" + b"\xff" * 5000),
]


class Clerk(HttpUser):
    """A person at the page."""

    wait_time = between(0.5, 2)

    @task(10)
    def review(self) -> None:
        self._send("/api/review", random.choice(_FILES))

    @task(3)
    def annotate(self) -> None:
        self._send("/api/annotate", random.choice(_FILES))

    @task(2)
    def report(self) -> None:
        form = random.choice(["html", "xlsx", "json"])
        self._send("/api/report", random.choice(_FILES), {"form": form})

    @task(2)
    def hostile(self) -> None:
        self._send("/api/review", random.choice(_HOSTILE), expected=422, name="hostile")

    @task(2)
    def page(self) -> None:
        self._asked("GET", "/", 200, "/")

    def _send(
        self,
        path: str,
        file: tuple[str, bytes],
        fields: Mapping[str, str] | None = None,
        expected: int = 200,
        name: str = "",
    ) -> None:
        self._asked("POST", path, expected, name or path, files={"file": file}, data=fields or {})

    def _asked(self, method: str, path: str, expected: int, name: str, **given: Any) -> None:
        with self.client.request(method, path, name=name, catch_response=True, **given) as answer:
            if answer.status_code in (429, 503) and "Retry-After" in answer.headers:
                answer.request_meta["name"] = f"{name} {answer.status_code}"
                answer.success()
            elif answer.status_code == expected:
                answer.success()
            else:
                answer.failure(f"{answer.status_code}")
