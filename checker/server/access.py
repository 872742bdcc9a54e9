"""Who may ask: the names by which the server is called, the pages that may call it, the token."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from checker.server.brake import Brake

COOKIE = "soat"
SHORTEST = 8  # characters of a token
_LONGEST_ADDRESS = 64  # a proxy may tell anything
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Access:
    """``hosts`` are the names, in lower case and without port, by which clients may call the
    server, any address too where ``addresses``; ``token`` is what they must know, empty where
    nothing is asked for, and ``brake`` what keeps them from guessing it."""

    hosts: frozenset[str] = _LOCAL
    addresses: bool = False
    token: str = ""
    brake: Brake = field(default_factory=Brake, compare=False)

    def allows_host(self, told: str) -> bool:
        """Tell whether the header Host names this server: another page's own name, turned to this
        address (DNS rebinding), does not."""
        host = host_of(told)
        if host in self.hosts:
            return True
        return self.addresses and _is_address(host)

    def allows_origin(self, origin: str | None, site: str | None, host: str) -> bool:
        """Tell whether a request with these headers Origin, Sec-Fetch-Site and Host is of our own
        page, or of a program that is no browser."""
        if site not in (None, "same-origin", "none"):
            return False
        return origin is None or urlsplit(origin).netloc.lower() == host.lower()

    @property
    def cookie(self) -> str:
        """What a browser keeps for the token: 64 hexadecimal digits."""
        return hashlib.sha256(f"soat {self.token}".encode()).hexdigest()

    def allows_token(self, told: str) -> bool:
        """Tell whether this is the token, or what a browser keeps for it, or none is asked for."""
        if not self.token:
            return True
        right = [
            hmac.compare_digest(_bytes(told), _bytes(one)) for one in (self.token, self.cookie)
        ]
        return any(right)

    def admits(self, address: str, told: str) -> bool:
        """Tell whether a client at ``address`` that tells this is let in. Raises TooManyGuesses."""
        if not self.token or not told:
            return not self.token
        self.brake.hold(address, told)
        if self.allows_token(told):
            return True
        self.brake.count(address, told)
        return False


def office_access(bound: str, hosts: Iterable[str], token: str) -> Access:
    """Return the access of a server that is bound to the address ``bound``, for an office: by any
    address, its own names and ``hosts``, with ``token``."""
    names = {socket.gethostname(), socket.getfqdn(), bound, *hosts}
    return Access(_LOCAL | {name.lower() for name in names}, True, token)


def is_local(bound: str) -> bool:
    """Tell whether only this machine reaches what is bound to the address."""
    return bound.lower() in _LOCAL or (
        _is_address(bound) and ipaddress.ip_address(bound).is_loopback
    )


def host_of(told: str) -> str:
    """Return the name in a header Host, without port, in lower case; empty for what is none."""
    try:
        return (urlsplit(f"//{told}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def address_of(scope: Mapping[str, Any]) -> str:
    """Return the address of the client of a request, of what is told of it at most 64 signs."""
    client = scope.get("client")
    return str(client[0])[:_LONGEST_ADDRESS] if client else ""


def token_of(authorization: str | None, cookies: str | None) -> str:
    """Return the token that the headers Authorization (Bearer) or Cookie give."""
    kind, _, told = (authorization or "").partition(" ")
    if kind.lower() == "bearer":
        return told.strip().encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        morsel = SimpleCookie(cookies or "").get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _bytes(told: str) -> bytes:
    return told.encode("utf-8", "replace")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
