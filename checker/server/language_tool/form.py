"""What a client asks of ``/check``: the form in the body of its request, or behind the ``?``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from checker.errors import SoatError
from checker.server.language_tool.annotated_text import AnnotatedText, Piece

LANGUAGE = "vi-VN"
AUTO = "auto"
_LANGUAGES = {code.lower(): code for code in (AUTO, "vi", LANGUAGE)}
_FORM_TYPES = ("", "application/x-www-form-urlencoded", "text/plain")
_KEYS = frozenset(
    (
        *("text", "data", "language", "username", "apiKey", "enabledOnly", "level", "mode"),
        *("motherTongue", "preferredVariants", "dicts", "allowIncompleteResults"),
        *("enabledRules", "disabledRules", "enabledCategories", "disabledCategories"),
    )
)
_NOT_ENCODED = re.compile(rb"[^!#-~]|%(?![0-9A-Fa-f]{2})")
_ENCODED = re.compile(rb"[%+]")
_NEXT_KEY = re.compile(f"&(?:{'|'.join(sorted(_KEYS))})=")
_MOST_FIELDS = 100


class FormError(SoatError):
    """A form that cannot be answered; its message is in English, for who wrote the client."""


@dataclass(frozen=True)
class CheckForm:
    """``text`` is what is to be checked; ``language`` one of vi, vi-VN and auto. Rules are named by
    id, categories by id or by the group of the rules; ``enabled_only`` asks for no others than
    those enabled. ``picky`` asks for rules with weak evidence. ``api_key`` is the token of an
    office's server."""

    text: AnnotatedText
    language: str = LANGUAGE
    enabled_rules: frozenset[str] = frozenset()
    disabled_rules: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    enabled_only: bool = False
    picky: bool = False
    mother_tongue: str = ""
    username: str = ""
    api_key: str = ""


def read_check_form(body: bytes, content_type: str = "") -> CheckForm:
    """Read a form: percent-encoded, or with a text that is written as it is, as LibreOffice 7.4
    does. Raises FormError."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in _FORM_TYPES:
        raise FormError("lt-content-type", type=kind)
    fields = _fields(body)
    form = CheckForm(
        _text(fields),
        _language(fields),
        enabled_rules=_names(fields, "enabledRules"),
        disabled_rules=_names(fields, "disabledRules"),
        enabled_categories=_names(fields, "enabledCategories"),
        disabled_categories=_names(fields, "disabledCategories"),
        enabled_only=fields.get("enabledOnly", "").lower() in ("true", "yes"),
        picky=fields.get("level", "").lower() == "picky",
        mother_tongue=fields.get("motherTongue", ""),
        username=fields.get("username", ""),
        api_key=fields.get("apiKey", ""),
    )
    if form.enabled_only and (form.disabled_rules or form.disabled_categories):
        raise FormError("lt-disabled-with-only")
    if form.enabled_only and not (form.enabled_rules or form.enabled_categories):
        raise FormError("lt-nothing-enabled")
    return form


def _names(fields: dict[str, str], key: str) -> frozenset[str]:
    return frozenset(name.strip() for name in fields.get(key, "").split(",")) - {""}


def _fields(body: bytes) -> dict[str, str]:
    try:
        form = body.decode("utf-8")
        if _NOT_ENCODED.search(body):
            return _fields_as_written(form)
        fields = _encoded_fields(form)
    except ValueError:
        raise FormError("lt-not-a-form") from None
    if not fields.keys() <= _KEYS and not _ENCODED.search(body):
        return _fields_as_written(form)  # "text=R&D&language=vi-VN"
    return fields


def _encoded_fields(form: str) -> dict[str, str]:
    pairs = parse_qsl(form, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    return dict(reversed(pairs))


def _fields_as_written(form: str) -> dict[str, str]:
    """The fields of a form whose text is not encoded: up to the last ``&language=`` all is text,
    whatever signs are in it."""
    for key in ("text", "data"):
        begin = re.search(f"(?:^|&){key}=", form)
        if begin:
            following = _NEXT_KEY.search(form, begin.end())
            end = following.start() if following else len(form)
            language = form.rfind("&language=", begin.end())
            end = language if language >= 0 else end
            others = _encoded_fields(form[: begin.start()] + form[end:])
            return others | {key: form[begin.end() : end]}
    return _encoded_fields(form)


def _language(fields: dict[str, str]) -> str:
    if not fields.get("language"):
        raise FormError("lt-no-language")
    told = fields["language"].strip()
    if told.lower() not in _LANGUAGES:
        known = ", ".join(_LANGUAGES.values())
        raise FormError("lt-unknown-language", language=told[:40], known=known)
    return _LANGUAGES[told.lower()]


def _text(fields: dict[str, str]) -> AnnotatedText:
    if "text" in fields and "data" in fields:
        raise FormError("lt-text-and-data")
    if "text" in fields:
        return AnnotatedText.plain(fields["text"])
    if "data" not in fields:
        raise FormError("lt-no-text")
    try:
        return _annotated(json.loads(fields["data"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise FormError("lt-bad-data") from None


def _annotated(data: Any) -> AnnotatedText:
    """Make the text of ``{"text": …}`` or ``{"annotation": [{"text": …}, {"markup": …,
    "interpretAs": …}]}``. Raises ValueError, TypeError and KeyError for other JSON."""
    if "text" in data and "annotation" not in data:
        return AnnotatedText.plain(_string(data["text"]))
    pieces = []
    for part in data["annotation"]:
        if "text" in part:
            pieces.append(Piece(_string(part["text"]), part["text"]))
        else:
            pieces.append(Piece(_string(part["markup"]), _string(part.get("interpretAs", ""))))
    return AnnotatedText(tuple(pieces))


def _string(value: Any) -> str:
    """Return a value that is text. Raises TypeError for others, ValueError for text with half a
    character ("\\ud800"), which could not be sent back."""
    if not isinstance(value, str):
        raise TypeError
    value.encode("utf-8")
    return value
