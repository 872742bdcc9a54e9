"""Rules: YAML → Rule.

A rule's id is its path under the rule folder: ``rules/recipients/archive-line.yml`` is
``recipients/archive-line``.
"""

from __future__ import annotations

import contextlib
import datetime
import difflib
import importlib
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from checker import data
from checker.decoding import Decoder, DecodingError, compile_all, unknown_key
from checker.errors import RuleError
from checker.example_layout import read_layout
from checker.office import make_office
from checker.rule import GROUPS as GROUPS
from checker.rule import PARTY_CHANGE as PARTY_CHANGE
from checker.rule import REGIMES as REGIMES
from checker.rule import STAGES as STAGES
from checker.rule import Check as Check
from checker.rule import Common as Common
from checker.rule import Rule as Rule
from checker.yaml_files import decode_yaml, read_yaml


@dataclass(frozen=True)
class Example:
    """The keys of an example: words that must be reported (``fail``), what they become (``fix``),
    or words that must not be (``pass``); ``office`` is a soat.yml, ``layout`` how they are set.

    Where a rule compares documents, ``fail`` and ``pass`` give the text of each by the name of its
    file; ``against`` is the text of the superior's plan, ``expect`` the offices that should have
    one, ``due`` the day by which."""

    fail: str | dict[str, str] = ""
    fix: str = ""
    pass_: str | dict[str, str] = ""
    office: str = ""
    layout: dict[str, Any] = field(default_factory=dict)
    against: str = ""
    expect: tuple[str, ...] = ()
    due: datetime.date | None = None


KINDS_OF_EXAMPLE = ("fail", "fix", "pass")


def shown_example(example: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what an example says of each kind (fail, fix, pass) as it is shown: of several
    documents each below the name of its file, below them what else the rule is asked with."""
    above = {"against": example["against"]} if "against" in example else {}
    for kind in KINDS_OF_EXAMPLE:
        if kind not in example:
            continue
        told = example[kind]
        if isinstance(told, str):
            yield kind, told.rstrip()
            continue
        lines = [f"--- {name} ---\n{text.rstrip()}" for name, text in (told | above).items()]
        lines += [f"--- expect: {'; '.join(example['expect'])}"] if "expect" in example else []
        lines += [f"--- due: {example['due']}"] if "due" in example else []
        yield kind, "\n".join(lines)


_EXAMPLES = ({"fail"}, {"fail", "fix"}, {"pass"}, {"fail", "layout"}, {"pass", "layout"})
_KINDS = {"checker.checks": ("checks",), "checker.corpus.checks": ("corpus", "checks")}
_SIDE_KEYS = {"office", "against", "expect", "due"}


def load_rules(folder: Path, cache: Path | None = None) -> tuple[Rule, ...]:
    """Load every rule under ``folder``, sorted by id; ``cache`` is a folder for parsed YAML.

    Raises RuleError, with the line, for the first file that is not a sound rule.
    """
    paths = sorted(path for path in folder.glob("*/*.yml"))
    if not paths:
        raise RuleError("no-rules", path=str(folder))
    decoders = Decoders()
    rules = _kept_rules(paths, cache, decoders) if cache else ()
    rules = rules or tuple(_sound_rule(path, decoders) for path in paths)
    check_aliases(rules)
    return rules


def check_aliases(rules: Sequence[Rule]) -> None:
    """Raise RuleError, with the line, for an alias that is a name of another rule, of one before
    it in ``rules``, or of a group."""
    taken = {name: name for name in (*GROUPS, *(rule.id for rule in rules))}
    for rule in rules:
        for index, alias in enumerate(rule.common.aliases):
            if alias in taken:
                where = ("aliases", index)
                told = {"alias": alias, "other": taken[alias]}
                fault = DecodingError("alias-taken", "aliases", where=where, **told)
                raise read_yaml(rule.path, RuleError).error(fault, RuleError)
            taken[alias] = rule.id


def with_levels(rules: Iterable[Rule], levels: Iterable[tuple[str, str]]) -> tuple[Rule, ...]:
    """Return ``rules`` with ``levels`` (pairs of a rule's id and info, warning, error or off)
    instead of their own; those that are off are left out."""
    chosen = dict(levels)
    return tuple(
        replace(rule, common=replace(rule.common, level=chosen[rule.id]))
        if rule.id in chosen
        else rule
        for rule in rules
        if chosen.get(rule.id) != "off"
    )


def _kept_rules(paths: Sequence[Path], cache: Path, decoders: Decoders) -> tuple[Rule, ...]:
    """The rules as ``cache`` keeps them, none when anything is wrong with it or a file: reading
    the files one by one tells."""
    with contextlib.suppress(Exception):
        raw = data.load_yaml(
            paths, cache, lambda raw: [_validated(path, raw[path], decoders) for path in paths]
        )
        return tuple(_rule(path, raw[path], decoders) for path in paths)
    return ()


def _sound_rule(path: Path, decoders: Decoders) -> Rule:
    """Read one rule; raises RuleError with the line."""
    return decode_yaml(path, lambda raw: _validated(path, raw, decoders), RuleError)


def _validated(path: Path, raw: Any, decoders: Decoders) -> Rule:
    """Make a rule, and compile the expressions that would else be compiled when first used."""
    rule = _rule(path, raw, decoders)
    compile_all(rule.check)
    validate = getattr(rule.check, "validate", None)
    if validate:
        validate()
    for index, example in enumerate(rule.examples):
        if "office" in example:
            _validate_office(example["office"], index)
    return rule


def _rule(path: Path, raw: Any, decoders: Decoders) -> Rule:
    if not isinstance(raw, dict):
        raise DecodingError("not-a-rule", "")
    if path.parent.name not in GROUPS:
        raise DecodingError("unknown-group", "", groups=" ".join(GROUPS))
    for key in ("check", "examples"):
        if key not in raw:
            typo = difflib.get_close_matches(key, map(str, raw), n=1)
            raise unknown_key(typo[0], [key]) if typo else DecodingError("missing-key", key)
    shared, own = decoders.common, decoders.check(raw["check"])
    known = (*shared.keys, *own.keys, "examples")
    for key in raw:
        if key not in known:
            raise unknown_key(str(key), known)
    common = shared({key: raw[key] for key in raw if key in shared.keys})
    check = own({key: raw[key] for key in raw if key in own.keys})
    _validate_message(common, check)
    rule_id = f"{path.parent.name}/{path.stem}"
    return Rule(rule_id, path, common, check, _examples(raw["examples"], decoders.example))


class Decoders:
    """The decoders of the common keys and of examples, and those of the kinds of check, made when
    first needed; ``kinds`` are the names of these."""

    def __init__(self) -> None:
        self.common = Decoder(Common)
        self.example = Decoder(Example)
        package = Path(__file__).parent
        self._modules = {
            path.stem.replace("_", "-"): f"{name}.{path.stem}"
            for name, folder in _KINDS.items()
            for path in sorted(package.joinpath(*folder).glob("[!_]*.py"))
        }
        self.kinds = tuple(self._modules)
        self._checks: dict[str, Decoder[Check]] = {}

    def module(self, kind: str) -> ModuleType:
        """Return the module of a kind of check."""
        return importlib.import_module(self._modules[kind])

    def check(self, name: Any) -> Decoder[Check]:
        """Return the decoder for ``check: name``, which is a module of checker/checks/ or, where it
        compares documents, of checker/corpus/checks/."""
        kind = str(name).replace("_", "-")
        if kind not in self.kinds:
            known = ", ".join(self.kinds)
            raise DecodingError("unknown-check", "check", name=name, known=known)
        if kind not in self._checks:
            self._checks[kind] = Decoder(self.module(kind).Check)
        return self._checks[kind]


def _validate_message(common: Common, check: Check) -> None:
    known = {"text", "suggestion", "times", *check.VALUES}
    for words in common.message.values():
        try:
            parts = list(string.Formatter().parse(words))
        except ValueError as error:
            raise DecodingError("bad-message", "message", detail=str(error)) from None
        names = {name for _, name, _, _ in parts if name is not None}
        if any(form or conversion for _, _, form, conversion in parts):
            raise DecodingError("bad-message", "message", detail="{…:…}")
        if not names <= known:
            detail = "{" + ", ".join(sorted(names - known)) + "}"
            raise DecodingError("bad-message", "message", detail=detail)


def _examples(raw: Any, decode: Decoder[Example]) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        raise DecodingError("wrong-type", "examples", wanted="[{fail: …, fix: …}, {pass: …}]")
    for index, one in enumerate(raw):
        try:
            decode(one)
        except DecodingError as error:
            error.where = ("examples", index, *error.where)
            raise
    kinds = [set(one) for one in raw]
    for index, kind in enumerate(kinds):
        if kind - _SIDE_KEYS not in _EXAMPLES:
            wanted = "fail, fix, pass, office, layout, against, expect, due"
            raise DecodingError("wrong-value", "examples", where=("examples", index), wanted=wanted)
    if not any("fail" in kind for kind in kinds) or not any("pass" in kind for kind in kinds):
        raise DecodingError("few-examples", "examples")
    for index, one in enumerate(raw):
        if "layout" in one:
            _validate_layout(one["layout"], index)
    return tuple(raw)


def _validate_office(text: str, index: int) -> None:
    """Raise DecodingError for a mistake in what the example with this index says of an office."""
    import yaml

    where = ("examples", index, "office")
    try:
        make_office(data.parse_yaml(text))
    except DecodingError as error:
        error.where = where
        raise
    except yaml.YAMLError as error:
        detail = str(getattr(error, "problem", None) or error)
        raise DecodingError("bad-yaml", "office", where=where, detail=detail) from None


def _validate_layout(raw: Any, index: int) -> None:
    """Raise DecodingError, with its place in the file, for a mistake in the layout of the example
    with this index."""
    try:
        read_layout(raw)
    except DecodingError as error:
        error.where = ("examples", index, "layout", *error.where)
        raise
