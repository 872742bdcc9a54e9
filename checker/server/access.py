"""Who may ask: the names by which the server is called, the pages that may call it, the token."""

from __future__ import annotations

import hmac
import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

COOKIE = "soat"
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Access:
    """``hosts`` are the names, in lower case and without port, by which clients may call the
    server, any address too where ``addresses``; ``token`` is what they must know, empty where
    nothing is asked for."""

    hosts: frozenset[str] = _LOCAL
    addresses: bool = False
    token: str = ""

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

    def allows_token(self, told: str) -> bool:
        """Tell whether this is the token, or none is asked for."""
        return not self.token or hmac.compare_digest(told.encode(), self.token.encode())


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


def token_of(authorization: str | None, cookies: str | None) -> str:
    """Return the token that the headers Authorization (Bearer) or Cookie give."""
    kind, _, told = (authorization or "").partition(" ")
    if kind.lower() == "bearer":
        return told.strip()
    try:
        morsel = SimpleCookie(cookies or "").get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
