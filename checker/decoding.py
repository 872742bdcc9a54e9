"""YAML mappings → frozen dataclasses, the annotations being the schema.

A field may be ``str``, ``bool``, ``int``, ``re.Pattern[str]``, ``datetime.date``, ``tuple[str, ...]`` or
``dict[str, str]``, or a union of these; a field with a default may be left out. ``_`` in a field's
name stands at its end where the key is a Python word (``in_`` is the key ``in``).
"""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import functools
import re
import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class DecodingError(Exception):
    """A mapping that does not fit; ``key`` is where, ``code`` and ``values`` what (see phrases)."""

    def __init__(self, code: str, key: str, **values: object) -> None:
        super().__init__(code, key, values)
        self.code = code
        self.key = key
        self.values = values


def keys_of(cls: type[Any]) -> dict[str, dataclasses.Field[Any]]:
    """Return the YAML keys that a dataclass is made from."""
    return {field.name.rstrip("_"): field for field in dataclasses.fields(cls) if field.init}


def decode(cls: type[T], mapping: Mapping[str, Any]) -> T:
    """Make a ``cls`` of ``mapping``; raises DecodingError for unknown, missing or unfit keys."""
    fields = keys_of(cls)
    hints = _hints(cls)
    for key in mapping:
        if key not in fields:
            near = difflib.get_close_matches(str(key), fields, n=1)
            raise DecodingError("unknown-key", str(key), near=near[0] if near else "")
    values: dict[str, Any] = {}
    for key, field in fields.items():
        if key in mapping:
            values[field.name] = _value(hints[field.name], key, mapping[key])
        elif (
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        ):
            raise DecodingError("missing-key", key)
    return cls(**values)


@functools.cache
def _hints(cls: type[Any]) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _value(hint: Any, key: str, value: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        options = typing.get_args(hint)
        for option in options:
            try:
                return _value(option, key, value)
            except DecodingError:
                continue
        raise DecodingError("wrong-type", key, wanted=" / ".join(_shown(o) for o in options))
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
    elif hint is type(None):
        if value is None:
            return None
    elif isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    raise DecodingError("wrong-type", key, wanted=_shown(hint))


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


def _shown(hint: Any) -> str:
    names = {str: "text", bool: "true/false", int: "number", datetime.date: "date"}
    if hint in names:
        return names[hint]
    origin = typing.get_origin(hint)
    return {tuple: "list of texts", dict: "mapping of texts", re.Pattern: "pattern"}.get(
        origin, str(hint)
    )
