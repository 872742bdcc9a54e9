"""YAML mappings → frozen dataclasses, the annotations being the schema.

A field may be ``str``, ``bool``, ``int``, ``re.Pattern[str]``, ``Regex``, ``datetime.date``,
``tuple[…, ...]`` or ``dict[str, …]`` of these, a dataclass of such fields, or a union; a field with
a default may be left out. ``Annotated[str, OneOf(…)]`` takes only some texts, ``Annotated[dict[…],
Keys(…)]`` only some keys. ``_`` stands at the end of a field's name where the key is a Python word
(``in_`` is ``in``).
"""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import re
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from checker.text.regex import Regex

T = TypeVar("T")


class DecodingError(Exception):
    """A mapping that does not fit; ``key`` is where, ``code`` and ``values`` what (see phrases).
    ``where`` are the keys and indexes that lead there from the top of the file."""

    def __init__(
        self, code: str, key: str, *, where: tuple[str | int, ...] = (), **values: object
    ) -> None:
        super().__init__(code, key, values)
        self.code = code
        self.key = key
        self.values = values
        self.where: tuple[str | int, ...] = where or (key,)


@dataclass(frozen=True)
class OneOf:
    """Stands in the annotation of a text that is one of ``values``."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class Keys:
    """Stands in the annotation of a mapping that has all keys ``needed``, may have ``others``, and
    has no more."""

    needed: tuple[str, ...]
    others: tuple[str, ...] = ()


class Decoder(Generic[T]):
    """Makes instances of one dataclass; ``keys`` are the YAML keys that it is made from, ``hints``
    their annotations."""

    def __init__(self, cls: type[T]) -> None:
        self._cls = cls
        named = typing.get_type_hints(cls, include_extras=True)
        fields = dataclasses.fields(cls)  # type: ignore[arg-type]
        self.keys = {field.name.rstrip("_"): field for field in fields if field.init}
        self.hints = {key: named[field.name] for key, field in self.keys.items()}
        self.needed = tuple(key for key, field in self.keys.items() if _is_needed(field))

    def __call__(self, mapping: Mapping[str, Any]) -> T:
        """Make an instance of ``mapping``; raises DecodingError for unknown, missing or unfit
        keys. That a Regex is sound is left to :func:`compile_all`."""
        for key in mapping:
            if key not in self.keys:
                raise unknown_key(str(key), self.keys)
        values: dict[str, Any] = {}
        for key, field in self.keys.items():
            if key in mapping:
                values[field.name] = decode_value(self.hints[key], key, mapping[key])
            elif key in self.needed:
                raise DecodingError("missing-key", key)
        return self._cls(**values)


def _is_needed(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


def one_of(key: str, value: str, wanted: Iterable[str]) -> None:
    """Raise DecodingError for ``key`` unless ``value`` is one of ``wanted``."""
    if value not in wanted:
        raise DecodingError("wrong-value", key, wanted=", ".join(wanted))


def unknown_key(key: str, known: Iterable[str]) -> DecodingError:
    """Return the error for a key that is not among ``known``; it names the nearest, or all where
    it is like none."""
    keys = list(known)
    for near in difflib.get_close_matches(key, keys, n=1):
        return DecodingError("unknown-key", key, near=near)
    return DecodingError("key-like-none", key, keys=", ".join(keys))


def decode_value(hint: Any, key: str, value: Any) -> Any:
    """Return ``value``, that of ``key``, as its annotation wants it; raises DecodingError, whose
    ``where`` begins with ``key``."""
    if hint is str and isinstance(value, str):  # most are
        return value
    origin = typing.get_origin(hint)
    if origin is Annotated:
        return _limited(hint, key, value)
    if origin in (typing.Union, types.UnionType):
        return _first_fit(hint, key, value)
    if origin is re.Pattern:
        return _pattern(key, value)
    if origin is tuple:
        if isinstance(value, list):
            item = typing.get_args(hint)[0]
            return tuple(_inner(hint, item, key, index, one) for index, one in enumerate(value))
    elif origin is dict:
        if isinstance(value, dict):
            names, item = typing.get_args(hint)
            return {
                _inner(hint, names, key, name, name): _inner(hint, item, key, name, one)
                for name, one in value.items()
            }
    elif hint is datetime.date:
        return _date(key, value)
    elif hint is Regex:
        if isinstance(value, str):
            return Regex(value)
    elif hint is Any or (hint is type(None) and value is None):
        return value
    elif dataclasses.is_dataclass(hint):
        if isinstance(value, dict):
            return _nested(hint, key, value)
    elif isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    raise DecodingError("wrong-type", key, wanted=_shown(hint))


def _limited(hint: Any, key: str, value: Any) -> Any:
    """The value of an annotation with OneOf or Keys."""
    kind, *limits = typing.get_args(hint)
    if kind is str and not isinstance(value, str):
        raise DecodingError("wrong-type", key, wanted=_shown(hint))
    decoded = decode_value(kind, key, value)
    for limit in limits:
        _keep_to(limit, key, decoded)
    return decoded


def _first_fit(hint: Any, key: str, value: Any) -> Any:
    """The value as the first option of a union that fits makes it. When none does, the error is
    that of the option that came nearest: whose type is right."""
    options = typing.get_args(hint)
    for option in options:
        try:
            return decode_value(option, key, value)
        except DecodingError as fault:
            if fault.code != "wrong-type" or len(fault.where) > 1:
                raise
    raise DecodingError("wrong-type", key, wanted=_shown(hint))


def _inner(outer: Any, hint: Any, key: str, step: Any, value: Any) -> Any:
    """A part of the value of ``key``: the entry ``step``. One of the wrong type is told as that of
    the whole."""
    try:
        return decode_value(hint, key, value)
    except DecodingError as fault:
        fault.where = (key, step, *fault.where[1:])
        if fault.code == "wrong-type" and len(fault.where) == 2:
            fault.values["wanted"] = _shown(outer)
        raise


def _nested(cls: Any, key: str, value: Mapping[str, Any]) -> Any:
    try:
        return Decoder(cls)(value)
    except DecodingError as fault:
        fault.where = (key, *fault.where)
        raise


def _keep_to(limit: Any, key: str, value: Any) -> None:
    if isinstance(limit, OneOf):
        one_of(key, value, limit.values)
    elif isinstance(limit, Keys):
        for name in value:
            if name not in (*limit.needed, *limit.others):
                fault = unknown_key(name, (*limit.needed, *limit.others))
                fault.where = (key, name)
                raise fault
        for name in limit.needed:
            if name not in value:
                raise DecodingError("missing-key", f"{key}: {name}", where=(key,))


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
        raise DecodingError("wrong-type", key, wanted=_shown(datetime.date)) from None


def _pattern(key: str, value: Any) -> re.Pattern[str]:
    if not isinstance(value, str):
        raise DecodingError("wrong-type", key, wanted="“…”")
    try:
        return re.compile(value)
    except re.error as error:
        raise DecodingError("bad-pattern", key, detail=str(error)) from None


def _shown(hint: Any) -> str:
    """How a value of this type is written in YAML, in signs that need no language."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        limit = inner[1]
        return " / ".join(limit.values) if isinstance(limit, OneOf) else _shown(inner[0])
    if origin in (typing.Union, types.UnionType):
        return " / ".join(_shown(option) for option in inner if option is not type(None))
    if origin is tuple:
        item = _shown(inner[0])
        return f"[{item}, {item}]"
    if origin is dict:
        return f"{{…: {_shown(inner[1])}}}"
    if dataclasses.is_dataclass(hint):
        keys = (field.name.rstrip("_") for field in dataclasses.fields(hint))
        return "{" + ", ".join(f"{key}: …" for key in keys) + "}"
    written = {bool: "true/false", int: "12", float: "1.5", datetime.date: "2026-03-05"}
    return written.get(hint, "“…”")
