"""JSON Schemas (draft 7) made of the dataclasses that decode the same files."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType
from typing import Annotated, Any

from checker.config.keys import Rules, TopKeys
from checker.decoding import Decoder, Keys, OneOf
from checker.office import DOCUMENT_NEEDS, Office
from checker.phrases import PHRASES, say
from checker.registers.known_documents import KnownDocument
from checker.rule import GROUPS, Rule
from checker.ruleset import Decoders, Example
from checker.schemas import CONFIG, RULE
from checker.text.regex import Regex

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    datetime.date: {"type": "string", "format": "date"},
    Regex: {"type": "string"},
    Any: {},
}
_RULE_NAME = "^[^/]+/[^/]+$"  # that of a rule in a folder of the office, or an old one


def make_schemas(rules: Sequence[Rule]) -> dict[str, str]:
    """Return the text of each schema by its name; ``rules`` are the shipped ones."""
    made = {CONFIG: _config_schema(rules), RULE: _rule_schema()}
    return {
        name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in made.items()
    }


def _config_schema(rules: Sequence[Rule]) -> Schema:
    switch = _schema_of(typing.get_args(Rules)[1])
    office, top = _object(Office, "key"), _object(TopKeys, "key")
    properties = {**office["properties"], **top["properties"]}
    listed = properties["documents"]
    properties["documents"] = {"anyOf": [{"type": ["string", "null"]}, listed]}
    for keys in (properties, properties["overrides"]["items"]["properties"]):
        keys["rules"] = {"$ref": "#/definitions/rules"}
    return {
        "$schema": _DRAFT,
        "title": "soat.yml",
        "description": say("schema-config"),
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
        "definitions": {"switch": switch, "rules": _described("key-rules", _rules_schema(rules))},
    }


def _rules_schema(rules: Sequence[Rule]) -> Schema:
    """That of ``rules``: names of rules and groups, to each off, on or a level."""
    switch = {"$ref": "#/definitions/switch"}
    names: Schema = dict.fromkeys(GROUPS, switch)
    for rule in rules:
        names[rule.id] = {**switch, "description": rule.common.title["vi"]}
    return {
        "type": "object",
        "properties": names,
        "patternProperties": {_RULE_NAME: switch},
        "additionalProperties": False,
    }


def _document_schema() -> Schema:
    """That of an entry of ``documents``: the fields of a known document but for ``own``."""
    hints = typing.get_type_hints(KnownDocument, include_extras=True)
    keys = {
        key: _described(f"document-key-{key}", _schema_of(hints[key]))
        for key in KnownDocument._fields
        if key != "own"
    }
    return _mapping(keys, DOCUMENT_NEEDS)


def _rule_schema() -> Schema:
    decoders = Decoders()
    common = _fields(decoders.common, "rule-key")
    example = _object(Example, "example-key")
    common["check"] = {**common["check"], "enum": list(decoders.kinds)}
    common["examples"] = _described("rule-key-examples", {"type": "array", "items": example})
    return {
        "$schema": _DRAFT,
        "title": "Soát rule",
        "description": say("schema-rule"),
        "type": "object",
        "properties": common,
        "required": [*decoders.common.needed, "examples"],
        "allOf": [
            _of_kind(kind, decoders.check(kind), common, decoders.module(kind))
            for kind in decoders.kinds
        ],
    }


def _of_kind(
    kind: str, decoder: Decoder[Any], common: Mapping[str, Any], module: ModuleType
) -> Schema:
    """What a rule with ``check: kind`` has beside the common keys."""
    told = _key_docs(module)
    own = {key: {**told.get(key, {}), **_schema_of(decoder.hints[key])} for key in decoder.keys}
    return {
        "if": {"properties": {"check": {"const": kind}}, "required": ["check"]},
        "then": {
            "properties": own,
            "required": list(decoder.needed),
            "propertyNames": {"enum": [*common, *own]},
        },
    }


def _key_docs(module: ModuleType) -> dict[str, Schema]:
    """What the docstring of a kind of check says of its keys, in the lines below ``Keys``."""
    doc = module.__doc__ or ""
    told = re.findall(
        r"^    (\w+)  +(.+(?:\n {8,}.+)*)", doc.partition("\nKeys\n")[2], re.MULTILINE
    )
    return {key: {"description": " ".join(text.split())} for key, text in told}


def _object(cls: type[Any], prefix: str) -> Schema:
    decoder = Decoder(cls)
    return _mapping(_fields(decoder, prefix), decoder.needed)


def _fields(decoder: Decoder[Any], prefix: str) -> Schema:
    return {
        key: _described(f"{prefix}-{key}", _schema_of(hint, prefix))
        for key, hint in decoder.hints.items()
    }


def _schema_of(hint: Any, prefix: str = "key") -> Schema:
    """The schema for an annotation that :func:`checker.decoding.decode_value` takes; ``prefix`` is
    that of the phrases which describe the keys of dataclasses in it."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        return _limited(_schema_of(inner[0], prefix), inner[1:])
    if origin in (typing.Union, types.UnionType):
        return _any_of([_schema_of(option, prefix) for option in inner])
    if origin is tuple:
        return {"type": "array", "items": _schema_of(inner[0], prefix)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema_of(inner[1], prefix)}
    if origin is re.Pattern:
        return {"type": "string"}
    if hint is KnownDocument:
        return _document_schema()
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _object(hint, prefix)
    if hint in _SIMPLE:
        return dict(_SIMPLE[hint])
    raise TypeError(hint)


def _limited(schema: Schema, limits: Iterable[Any]) -> Schema:
    for limit in limits:
        if isinstance(limit, OneOf):
            schema = {**schema, "enum": list(limit.values)}
        elif isinstance(limit, Keys):
            value = schema["additionalProperties"]
            keys = dict.fromkeys((*limit.needed, *limit.others), value)
            schema = _mapping(keys, limit.needed)
    return schema


def _any_of(options: list[Schema]) -> Schema:
    """A schema for what one of ``options`` takes; mere types are told as a list of types."""
    if all(list(option) == ["type"] for option in options):
        return {"type": [option["type"] for option in options]}
    return {"anyOf": options}


def _mapping(properties: Schema, needed: Sequence[str]) -> Schema:
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(needed)} if needed else schema


def _described(phrase: str, schema: Schema) -> Schema:
    return {"description": say(phrase), **schema} if phrase in PHRASES else schema
