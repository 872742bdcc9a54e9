"""YAML mappings → frozen dataclasses, the annotations being the schema.

A field may be ``str``, ``bool``, ``int``, ``re.Pattern[str]``, ``Regex``, ``datetime.date``,
``tuple[str, ...]`` or ``dict[str, str]``, or a union of these; a field with a default may be left
out. ``_`` stands at the end of a field's name where the key is a Python word (``in_`` is ``in``).
"""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import re
import types
import typing
from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

from checker.text.regex import Regex

T = TypeVar("T")


class DecodingError(Exception):
    """A mapping that does not fit; ``key`` is where, ``code`` and ``values`` what (see phrases).
    ``where`` are the keys and indexes that lead there from the top of the file."""

    def __init__(self, code: str, key: str, **values: object) -> None:
        super().__init__(code, key, values)
        self.code = code
        self.key = key
        self.values = values
        self.where: tuple[str | int, ...] = (key,)


class Decoder(Generic[T]):
    """Makes instances of one dataclass; ``keys`` are the YAML keys that it is made from."""

    def __init__(self, cls: type[T]) -> None:
        self._cls = cls
        self._hints = typing.get_type_hints(cls)
        fields = dataclasses.fields(cls)  # type: ignore[arg-type]
        self.keys = {field.name.rstrip("_"): field for field in fields if field.init}

    def __call__(self, mapping: Mapping[str, Any]) -> T:
        """Make an instance of ``mapping``; raises DecodingError for unknown, missing or unfit
        keys. That a Regex is sound is left to :func:`compile_all`."""
        for key in mapping:
            if key not in self.keys:
                raise unknown_key(str(key), self.keys)
        values: dict[str, Any] = {}
        for key, field in self.keys.items():
            if key in mapping:
                values[field.name] = _value(self._hints[field.name], key, mapping[key])
            elif (
                field.default is dataclasses.MISSING
                and field.default_factory is dataclasses.MISSING
            ):
                raise DecodingError("missing-key", key)
        return self._cls(**values)


def one_of(key: str, value: str, wanted: Iterable[str]) -> None:
    """Raise DecodingError for ``key`` unless ``value`` is one of ``wanted``."""
    if value not in wanted:
        raise DecodingError("wrong-value", key, wanted=", ".join(wanted))


def unknown_key(key: str, known: Iterable[str]) -> DecodingError:
    """Return the error for a key that is not among ``known``; it names the nearest."""
    near = difflib.get_close_matches(key, list(known), n=1)
    return DecodingError("unknown-key", key, near=near[0] if near else "")


def _value(hint: Any, key: str, value: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        options = typing.get_args(hint)
        for option in options:
            try:
                return _value(option, key, value)
            except DecodingError:
                continue
        raise DecodingError("wrong-type", key, wanted=_options(options))
    if typing.get_origin(hint) is re.Pattern:
        return _pattern(key, value)
    if typing.get_origin(hint) is tuple:
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
    elif typing.get_origin(hint) is dict:
        if isinstance(value, dict) and all(
            isinstance(one, str) for pair in value.items() for one in pair
        ):
            return value
    elif hint is datetime.date:
        return _date(key, value)
    elif hint is Regex:
        if isinstance(value, str):
            return Regex(value)
    elif hint is type(None):
        if value is None:
            return None
    elif isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    raise DecodingError("wrong-type", key, wanted=_shown(hint))


def compile_all(decoded: Any) -> None:
    """Compile every Regex of a decoded dataclass; raises DecodingError for the first that is
    unsound."""
    for field in dataclasses.fields(decoded):
        value = getattr(decoded, field.name)
        if isinstance(value, Regex):
            try:
                value.compiled  # noqa: B018
            except re.error as error:
                key = field.name.rstrip("_")
                raise DecodingError("bad-pattern", key, detail=str(error)) from None


def _date(key: str, value: Any) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise DecodingError("wrong-type", key, wanted="yyyy-mm-dd") from None


def _pattern(key: str, value: Any) -> re.Pattern[str]:
    if not isinstance(value, str):
        raise DecodingError("wrong-type", key, wanted="str")
    try:
        return re.compile(value)
    except re.error as error:
        raise DecodingError("bad-pattern", key, detail=str(error)) from None


def _options(options: Iterable[Any]) -> str:
    return " / ".join(_shown(option) for option in options if option is not type(None))


def _shown(hint: Any) -> str:
    names = {
        str: "text",
        bool: "true/false",
        int: "number",
        datetime.date: "yyyy-mm-dd",
        Regex: "pattern",
    }
    if hint in names:
        return names[hint]
    origin = typing.get_origin(hint)
    return {tuple: "list of texts", dict: "mapping of texts", re.Pattern: "pattern"}.get(
        origin, str(hint)
    )
