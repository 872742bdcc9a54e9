"""The keys of soat.yml beside those of :class:`checker.office.Office`, and what a file says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from checker.config.globs import check_globs
from checker.decoding import Decoder, DecodingError, OneOf, unknown_key
from checker.finding import LEVELS
from checker.office import Office, check_place, make_office
from checker.registers.known_documents import KnownDocument
from checker.rule import REGIMES, STAGES
from checker.rule_names import RuleNames, UnknownRule
from checker.ruleset import GROUPS

Stage = Annotated[str, OneOf(STAGES)]
FailOn = Annotated[str, OneOf((*LEVELS, "never"))]
Switch = Annotated[str, OneOf(("off", "on", *LEVELS))] | bool  # YAML takes a bare off for false
Rules = dict[str, Switch]


@dataclass(frozen=True)
class Override:
    """An entry of ``overrides``: what holds for ``files`` (globs) instead of what is above it."""

    files: tuple[str, ...]
    locality: str = ""
    superior: str = ""
    regime: Annotated[str, OneOf(REGIMES)] = ""
    stage: Stage = STAGES[0]
    fail_on: FailOn = "error"
    guesses: bool = False
    rules: Rules = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_globs(self.files, "files")
        check_place(self.locality, "locality")


@dataclass(frozen=True)
class TopKeys:
    """The keys at the top of the file that are not those of an office. ``ignore`` are globs of
    files that are not checked, ``rule_folders`` folders of own rules."""

    stage: Stage = STAGES[0]
    fail_on: FailOn = "error"
    guesses: bool = False
    rules: Rules = field(default_factory=dict)
    rule_folders: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()

    def __post_init__(self) -> None:
        check_globs(self.ignore, "ignore")


@dataclass(frozen=True)
class Choice:
    """A line of ``rules``: the rule id or group, and off, on, info, warning or error. ``written``
    is the name as written, which may be an alias."""

    name: str
    switch: str
    written: str


@dataclass(frozen=True)
class Layer:
    """The file itself, or an entry of its ``overrides``: what it says, by key, ``rules`` apart.
    ``where`` are the steps that lead to it, ``files`` the globs of an override."""

    where: tuple[str | int, ...]
    values: Mapping[str, Any]
    rules: tuple[Choice, ...]
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """A soat.yml as decoded; ``given`` are the keys at its top."""

    office: Office
    top: TopKeys
    given: Mapping[str, Any]


def decode_content(raw: Any, listed: Callable[[str], tuple[KnownDocument, ...]]) -> Content:
    """Make the content of parsed YAML; ``listed`` reads the file that ``documents`` names. Raises
    DecodingError."""
    office, top = Decoder(Office), Decoder(TopKeys)
    known = (*office.keys, *top.keys)
    raw = {} if raw is None else raw
    if not isinstance(raw, Mapping):
        raise DecodingError("not-a-mapping", "", keys=", ".join(known))
    for key in raw:
        if key not in known:
            raise unknown_key(str(key), known)
    return Content(
        make_office({key: raw[key] for key in raw if key in office.keys}, listed),
        top({key: raw[key] for key in raw if key in top.keys}),
        raw,
    )


def layers_of(content: Content, names: RuleNames) -> tuple[Layer, ...]:
    """Return the file and its overrides, each with what it says itself. Raises DecodingError for a
    name that no rule has."""
    top = {**vars(content.office), **vars(content.top)}
    layers = [_layer((), top, content.given, names)]
    for index, override in enumerate(content.top.overrides):
        where = ("overrides", index)
        layers.append(_layer(where, vars(override), content.given["overrides"][index], names))
    return tuple(layers)


def _layer(
    where: tuple[str | int, ...],
    values: Mapping[str, Any],
    given: Mapping[str, Any],
    names: RuleNames,
) -> Layer:
    said = {key: values[key] for key in given if key not in ("rules", "overrides", "files")}
    rules = _choices(values["rules"], (*where, "rules"), names)
    return Layer(where, said, rules, values.get("files", ()))


def _choices(
    rules: Mapping[str, str | bool], where: tuple[str | int, ...], names: RuleNames
) -> tuple[Choice, ...]:
    chosen: dict[str, Choice] = {}
    for written, switch in rules.items():
        try:
            ids = names.ids(written)
        except UnknownRule as error:
            near = ", ".join(error.near) or "–"
            raise DecodingError(
                "no-such-rule", written, where=(*where, written), near=near
            ) from None
        name = written if written in GROUPS else next(iter(ids))
        if name in chosen:
            other = chosen[name].written
            raise DecodingError("rule-twice", written, where=(*where, written), other=other)
        if isinstance(switch, bool):
            switch = "on" if switch else "off"
        chosen[name] = Choice(name, switch, written)
    return tuple(chosen.values())
