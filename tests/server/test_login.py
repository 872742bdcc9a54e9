"""The token: how a browser comes to be let in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from checker.office import Office
from checker.parsing import Grammar
from checker.server.access import Access, office_access
from checker.server.app import Serving, make_app
from checker.server.crew import Crew
from checker.server.limits import Limits
from checker.server.localities import Localities
from tests.server.work import NoBench

TOKEN = "mật khẩu; của=xã"
LIMITS = Limits(workers=1)
Browser = Callable[..., TestClient]


@pytest.fixture
def browser(grammar: Grammar) -> Browser:
    """A browser before a server with a token, whose workers are not needed."""

    def start(url: str = "http://localhost", access: Access | None = None) -> TestClient:
        crew = Crew(NoBench, LIMITS)  # type: ignore[arg-type]
        access = access or office_access("0.0.0.0", [], TOKEN)
        serving = Serving(access, LIMITS, Office(), "draft", ocr=False)
        app = make_app(crew, serving, Localities(grammar.gazetteer))
        return TestClient(app, url, follow_redirects=False)

    return start


def is_login(page: str) -> bool:
    return 'id="token"' in page


def test_the_form_lets_in_who_knows_the_token(browser: Browser) -> None:
    client = browser()
    assert is_login(client.get("/").text)
    assert client.get("/api/settings").status_code == 401
    wrong = client.post("/login", data={"token": "x"})
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (401, "wrong-token")
    assert "set-cookie" not in wrong.headers
    right = client.post("/login", files={"a": (None, "b")}, data={"token": f" {TOKEN} "})
    assert right.status_code == 200
    cookie = right.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Secure" not in cookie
    assert TOKEN not in cookie
    assert not is_login(client.get("/").text)
    assert client.get("/api/settings").status_code == 200


def test_a_link_lets_in_once_and_hides_the_token(browser: Browser) -> None:
    client = browser("https://localhost")
    answer = client.get("/", params={"token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "Secure" in answer.headers["set-cookie"]
    assert client.get("/api/settings").status_code == 200


def test_a_wrong_link_asks_for_the_token(browser: Browser) -> None:
    answer = browser().get("/", params={"token": "x"})
    assert answer.status_code == 200 and is_login(answer.text)


def test_a_program_tells_the_token_in_a_header(browser: Browser) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}".encode()}
    assert browser().get("/api/settings", headers=headers).status_code == 200


def test_guessing_is_held_up_at_every_door(browser: Browser) -> None:
    client = browser()
    for number in range(5):
        assert client.post("/login", data={"token": f"a{number}"}).status_code == 401
    for number in range(3):
        assert is_login(client.get("/", params={"token": f"b{number}"}).text)
    for headers in ({"Authorization": "Bearer c"}, {"Cookie": "soat=d"}):
        assert client.get("/api/settings", headers=headers).status_code == 401
    for answer in (
        client.post("/login", data={"token": TOKEN}),
        client.get("/api/settings", headers={"Authorization": f"Bearer {TOKEN}".encode()}),
    ):
        assert answer.json()["error"]["code"] == "too-many-guesses"
    assert is_login(client.get("/", params={"token": TOKEN}).text)
    assert client.get("/api/health").status_code == 503  # no worker is there, but it is told


def test_another_page_cannot_log_in(browser: Browser) -> None:
    headers = {"Origin": "http://evil.example"}
    answer = browser().post("/login", data={"token": TOKEN}, headers=headers)
    assert answer.json()["error"]["code"] == "wrong-origin"


def test_without_a_token_the_page_is_there_at_once(browser: Browser) -> None:
    assert not is_login(browser(access=Access()).get("/?token=x").text)
