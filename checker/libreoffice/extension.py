"""The extension for LibreOffice (.oxt): settings only, no code.

It switches on LibreOffice's own client of the LanguageTool API and tells it the address.
LibreOffice 7.4 asks the server for its languages, newer versions read them from ``Locales``.
Sources: officecfg/registry/schema/org/openoffice/Office/Linguistic.xcs and
lingucomponent/source/spellcheck/languagetool of LibreOffice; description.xml by
https://wiki.documentfoundation.org/Documentation/DevGuide/Extensions.
"""

from __future__ import annotations

import io
import re
import zipfile
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from checker import __version__
from checker.errors import InputError

IDENTIFIER = "soat.languagetool"
DEFAULT_URL = "http://127.0.0.1:8080/v2"
_USER = "soat"  # LibreOffice sends no key without the name of a user
_CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
_LOCALE = "vi-VN"
_KEY = re.compile(r"[\w.~-]*", re.ASCII)  # LibreOffice does not encode it
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can tell
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SETTINGS = "Linguistic.xcu"


def make_extension(url: str = DEFAULT_URL, api_key: str = "") -> bytes:
    """Return the .oxt, the same bytes for the same words. ``url`` is the address of the API, with
    or without ``/v2``, ``api_key`` the token of an office's server. Raises InputError
    ``lo-bad-url`` and ``lo-bad-key``."""
    if not _KEY.fullmatch(api_key):
        raise InputError("lo-bad-key")
    files = {
        "META-INF/manifest.xml": _manifest(),
        "description.xml": _description(),
        _SETTINGS: _settings(base_url(url), api_key),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, _EPOCH), _HEAD + text)
    return content.getvalue()


def base_url(url: str) -> str:
    """Return the address as LibreOffice wants it, to which it adds ``/check``. Raises InputError
    ``lo-bad-url``."""
    try:
        parts = urlsplit(url.strip())
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not sound or "?" in url or "#" in url or not url.isprintable():
        raise InputError("lo-bad-url", url=url)
    base = url.strip().rstrip("/")
    return base if base.endswith("/v2") else f"{base}/v2"


def _manifest() -> str:
    return (
        '<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">'
        '<manifest:file-entry manifest:media-type="application/vnd.sun.star.configuration-data" '
        f'manifest:full-path="{_SETTINGS}"/>'
        "</manifest:manifest>\n"
    )


def _description() -> str:
    return (
        '<description xmlns="http://openoffice.org/extensions/description/2006" '
        'xmlns:d="http://openoffice.org/extensions/description/2006" '
        'xmlns:l="http://libreoffice.org/extensions/description/2011">'
        f'<identifier value="{IDENTIFIER}"/><version value="{__version__}"/>'
        '<platform value="all"/>'
        '<dependencies><l:LibreOffice-minimal-version value="7.4" d:name="LibreOffice 7.4"/>'
        "</dependencies>"
        '<display-name><name lang="vi">Soát: soát tiếng Việt khi đang gõ</name>'
        '<name lang="en">Soát: checks Vietnamese while you type</name></display-name>'
        "</description>\n"
    )


def _settings(base: str, api_key: str) -> str:
    user = {"Username": _USER, "ApiKey": api_key} if api_key else {}
    tool = "".join(
        _property(*one) for one in {"BaseURL": base, **user, "IsEnabled": "true"}.items()
    )
    locales = _property("Locales", _LOCALE)
    return (
        '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" '
        'oor:package="org.openoffice.Office" oor:name="Linguistic">'
        f"{_node('GrammarChecking', _node('LanguageTool', tool))}"
        f"{_node('ServiceManager', _node('GrammarCheckers', _node(_CHECKER, locales, 'fuse')))}"
        "</oor:component-data>\n"
    )


def _node(name: str, content: str, operation: str = "") -> str:
    attribute = f' oor:op="{operation}"' if operation else ""
    return f"<node oor:name={quoteattr(name)}{attribute}>{content}</node>"


def _property(name: str, value: str) -> str:
    return f'<prop oor:name="{name}" oor:op="fuse"><value>{escape(value)}</value></prop>'
