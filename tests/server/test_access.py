"""Who may ask."""

from __future__ import annotations

import socket

import pytest

from checker.server.access import Access, host_of, is_local, office_access, token_of
from checker.server.brake import MOST_GUESSES, SECONDS, Brake, TooManyGuesses

TOKEN = "mật khẩu của xã"


@pytest.mark.parametrize(
    ("told", "host"),
    [
        ("localhost:8080", "localhost"),
        ("LocalHost", "localhost"),
        ("[::1]:8080", "::1"),
        ("soat.xa.vn.", "soat.xa.vn"),
        ("", ""),
        ("[::1", ""),
        ("localhost:x", "localhost"),
        ("evil.example/localhost", "evil.example"),
    ],
)
def test_host(told: str, host: str) -> None:
    assert host_of(told) == host


def test_only_own_names_are_answered() -> None:
    here = Access()
    assert here.allows_host("127.0.0.1:8080") and here.allows_host("localhost")
    assert not here.allows_host("evil.example") and not here.allows_host("192.168.1.5:8080")
    assert not here.allows_host("")
    office = office_access("0.0.0.0", ["Soat.Xa.VN"], TOKEN)
    assert office.allows_host("192.168.1.5:8080") and office.allows_host("[fe80::1]:8080")
    assert office.allows_host("soat.xa.vn") and office.allows_host(socket.gethostname())
    assert not office.allows_host("evil.example")


@pytest.mark.parametrize(
    ("origin", "site", "allowed"),
    [
        (None, None, True),
        ("http://localhost:8080", "same-origin", True),
        ("http://localhost:8080", None, True),
        (None, "none", True),
        ("http://evil.example", "cross-site", False),
        ("http://evil.example", None, False),
        ("http://localhost:9090", "same-site", False),
        ("http://localhost:9090", None, False),
        ("null", None, False),
        (None, "cross-site", False),
    ],
)
def test_only_the_own_page_may_send(origin: str | None, site: str | None, allowed: bool) -> None:
    assert Access().allows_origin(origin, site, "localhost:8080") is allowed


def test_local_addresses() -> None:
    assert all(map(is_local, ("127.0.0.1", "localhost", "::1", "127.0.0.9")))
    assert not any(map(is_local, ("0.0.0.0", "::", "192.168.1.5", "soat.xa.vn", "")))


def test_token() -> None:
    access = Access(token=TOKEN)
    assert access.allows_token(TOKEN) and access.allows_token(access.cookie)
    assert not any(map(access.allows_token, ("", "mật khẩu", TOKEN + "x", "\udc80")))
    assert TOKEN not in access.cookie and access.cookie != Access(token="khác").cookie
    assert Access().allows_token("") and Access().allows_token("x")


def test_where_the_token_is_told() -> None:
    told = TOKEN.encode().decode("latin-1")  # as headers are read
    assert token_of(f"Bearer {told}", None) == TOKEN
    assert token_of("bearer  abc ", "soat=x") == "abc"
    assert token_of("Basic abc", "a=b; soat=xyz; c=d") == "xyz"
    assert token_of(None, "soat") == token_of(None, "a=b") == token_of(None, None) == ""
    assert token_of(None, "\x00;=;soat=(") in ("", "(")


def test_who_guesses_must_wait() -> None:
    now = 0.0
    access = Access(token=TOKEN, brake=Brake(lambda: now))
    for number in range(MOST_GUESSES):
        for _ in range(3):  # the same again is no guess
            assert not access.admits("10.0.0.1", f"guess {number}")
    assert not access.admits("10.0.0.1", "")
    assert not access.admits("10.0.0.1", "guess 0")
    with pytest.raises(TooManyGuesses) as caught:
        access.admits("10.0.0.1", TOKEN)  # or a guess would be told right by its answer
    assert "5" in caught.value.message("vi")
    assert access.admits("10.0.0.2", TOKEN)
    now = SECONDS
    assert access.admits("10.0.0.1", TOKEN)


def test_without_a_token_nobody_guesses() -> None:
    for number in range(2 * MOST_GUESSES):
        assert Access().admits("10.0.0.1", str(number))


def test_a_brake_holds_a_bounded_number_of_addresses() -> None:
    brake = Brake(lambda: 0.0)
    for number in range(10_005):
        brake.count(str(number), "x")
    assert len(brake._by_address) == 10_000
