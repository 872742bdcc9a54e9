"""Rules: YAML → Rule, and which of them apply to a document.

A rule's id is its path under the rule folder: ``rules/recipients/archive-line.yml`` is
``recipients/archive-line``.
"""

from __future__ import annotations

import contextlib
import datetime
import importlib
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from checker import data
from checker.decoding import Decoder, DecodingError, compile_all, unknown_key
from checker.document import Document
from checker.errors import RuleError
from checker.example_layout import read_layout
from checker.finding import LEVELS, Fact
from checker.yaml_files import decode_yaml

GROUPS = [
    "structure",
    "header",
    "signature",
    "recipients",
    "locality",
    "units",
    "assignment",
    "citation",
    "numbering",
    "dates",
    "spelling",
    "typography",
    "capitalization",
    "layout",
    "hygiene",
    "amounts",
    "corpus",
]
REGIMES = ("state", "party")
STAGES = ("draft", "issued")
PARTY_CHANGE = datetime.date(2026, 5, 27)  # Hướng dẫn 05-HD/VPTW replaces 36-HD/VPTW


class Check(Protocol):
    """One kind of check with its data from a rule file; a module of checker/checks/ each."""

    VALUES: tuple[str, ...]

    def facts(self, document: Document, context: Any) -> Iterator[Fact]: ...


@dataclass(frozen=True)
class Common:
    """The keys that all rule files share; the others belong to the kind of check.

    ``since`` and ``until`` are compared with the document's date, the latter exclusive. ``types``
    are codes of document types (KH, QĐ …), ``named`` (any document with a type line) or ``letter``
    (công văn). ``once`` makes one finding of all, told at the first place.
    ``fix: safe`` grades the rule's suggestion as one to write without asking.
    ``guess`` marks a rule with weak evidence, which runs only when guesses are asked for.
    ``illegible`` rules run on damaged text too, only ``scan`` rules on pictures of pages.
    """

    title: dict[str, str]
    level: str | dict[str, str]
    basis: str | dict[str, str]
    why: str
    message: dict[str, str]
    check: str
    regimes: tuple[str, ...] = ()
    stages: tuple[str, ...] = STAGES
    since: datetime.date | None = None
    until: datetime.date | None = None
    types: tuple[str, ...] = ()
    once: bool = False
    fix: str = ""
    guess: bool = False
    illegible: bool = False
    scan: bool = False


@dataclass(frozen=True)
class Rule:
    """A rule ready to run. ``examples`` are as in the file; ``path`` is the file."""

    id: str
    path: Path
    common: Common
    check: Check
    examples: tuple[Mapping[str, Any], ...] = field(repr=False)

    @property
    def group(self) -> str:
        return self.id.partition("/")[0]

    def level(self, stage: str) -> str:
        level = self.common.level
        return level if isinstance(level, str) else level[stage]

    def basis(self, document: Document) -> str:
        """Return the clause that the rule rests on, by the document's regime and date."""
        basis = self.common.basis
        if isinstance(basis, str):
            return basis
        if document.regime == "party":
            old = document.date is not None and document.date < PARTY_CHANGE
            return basis.get("party-2018" if old else "party", basis.get("party", ""))
        return basis.get("state", "")

    def all_bases(self) -> str:
        basis = self.common.basis
        return basis if isinstance(basis, str) else "; ".join(dict.fromkeys(basis.values()))

    def applies(self, document: Document, stage: str) -> bool:
        """Tell whether the rule is for a document of this regime, date and stage."""
        common = self.common
        if stage not in common.stages:
            return False
        if common.regimes and document.regime not in common.regimes:
            return False
        if not self.fits_type(document):
            return False
        date = document.date
        if date is None:
            # an undated document is written under the law of today
            return common.until is None
        return (common.since is None or common.since <= date) and (
            common.until is None or date < common.until
        )

    def fits_type(self, document: Document) -> bool:
        """Tell whether the rule is for documents of this type."""
        if not self.common.types:
            return True
        if not document.type_line:
            letter = bool(document.header.addressee or document.title)
            return letter and "letter" in self.common.types
        type_ = document.type
        codes = {type_.state, type_.party} - {""} if type_ else set()
        return "named" in self.common.types or bool(codes & set(self.common.types))


def load_rules(folder: Path, cache: Path | None = None) -> tuple[Rule, ...]:
    """Load every rule under ``folder``, sorted by id; ``cache`` is a folder for parsed YAML.

    Raises RuleError, with the line, for the first file that is not a sound rule.
    """
    paths = sorted(path for path in folder.glob("*/*.yml"))
    if not paths:
        raise RuleError("no-rules", path=str(folder))
    decoders = _Decoders()
    if cache:
        # whatever is wrong, with the cache or a file: reading the files one by one tells
        with contextlib.suppress(Exception):
            raw = data.load_yaml(
                paths, cache, lambda raw: [_validated(path, raw[path], decoders) for path in paths]
            )
            return tuple(_rule(path, raw[path], decoders) for path in paths)
    return tuple(_sound_rule(path, decoders) for path in paths)


def _sound_rule(path: Path, decoders: _Decoders) -> Rule:
    """Read one rule; raises RuleError with the line."""
    return decode_yaml(path, lambda raw: _validated(path, raw, decoders), RuleError)


def _validated(path: Path, raw: Any, decoders: _Decoders) -> Rule:
    """Make a rule, and compile the expressions that would else be compiled when first used."""
    rule = _rule(path, raw, decoders)
    compile_all(rule.check)
    validate = getattr(rule.check, "validate", None)
    if validate:
        validate()
    return rule


def _rule(path: Path, raw: Any, decoders: _Decoders) -> Rule:
    if not isinstance(raw, dict):
        raise DecodingError("not-a-rule", "")
    if path.parent.name not in GROUPS:
        raise DecodingError("unknown-group", "", groups=" ".join(GROUPS))
    for key in ("check", "examples"):
        if key not in raw:
            raise DecodingError("missing-key", key)
    shared, own = decoders.common, decoders.check(raw["check"])
    for key in raw:
        if key not in (*shared.keys, *own.keys, "examples"):
            raise unknown_key(str(key), (*shared.keys, *own.keys))
    common = shared({key: raw[key] for key in raw if key in shared.keys})
    _validate(common)
    check = own({key: raw[key] for key in raw if key in own.keys})
    _validate_message(common, check)
    rule_id = f"{path.parent.name}/{path.stem}"
    return Rule(rule_id, path, common, check, _examples(raw["examples"]))


class _Decoders:
    """The decoder of the common keys, and those of the kinds of check, made when first needed."""

    def __init__(self) -> None:
        self.common = Decoder(Common)
        folder = Path(__file__).parent / "checks"
        self._modules = sorted(path.stem for path in folder.glob("[!_]*.py"))
        self._checks: dict[str, Decoder[Check]] = {}

    def check(self, name: Any) -> Decoder[Check]:
        """Return the decoder for ``check: name``, which is a module of checker/checks/."""
        module = str(name).replace("-", "_")
        if module not in self._modules:
            known = ", ".join(kind.replace("_", "-") for kind in self._modules)
            raise DecodingError("unknown-check", "check", name=name, known=known)
        if module not in self._checks:
            found = importlib.import_module(f"checker.checks.{module}")
            self._checks[module] = Decoder(found.Check)
        return self._checks[module]


def _validate(common: Common) -> None:
    levels = [common.level] if isinstance(common.level, str) else list(common.level.values())
    if isinstance(common.level, dict) and set(common.level) != set(STAGES):
        raise DecodingError("wrong-value", "level", wanted=" ".join(STAGES))
    _among("level", levels, LEVELS)
    _among("regimes", common.regimes, REGIMES)
    _among("stages", common.stages, STAGES)
    _among("fix", [common.fix], ("", "safe"))
    for key, words in (("title", common.title), ("message", common.message)):
        if set(words) != {"vi", "en"}:
            raise DecodingError("wrong-value", key, wanted="vi, en")


def _among(key: str, values: Iterable[str], wanted: Iterable[str]) -> None:
    if not set(values) <= set(wanted):
        raise DecodingError("wrong-value", key, wanted=", ".join(wanted))


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


def _examples(raw: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(raw, list) or not all(
        isinstance(one, dict) and all(isinstance(one[key], str) for key in one if key != "layout")
        for one in raw
    ):
        raise DecodingError("wrong-type", "examples", wanted="fail/fix, pass")
    kinds = [set(one) for one in raw]
    allowed = ({"fail"}, {"fail", "fix"}, {"pass"}, {"fail", "layout"}, {"pass", "layout"})
    if any(kind - {"office"} not in allowed for kind in kinds):
        raise DecodingError("wrong-value", "examples", wanted="fail, fix, pass, office, layout")
    if not any("fail" in kind for kind in kinds) or not any("pass" in kind for kind in kinds):
        raise DecodingError("few-examples", "examples")
    for index, one in enumerate(raw):
        if "layout" in one:
            _validate_layout(one["layout"], index)
    return tuple(raw)


def _validate_layout(raw: Any, index: int) -> None:
    """Raise DecodingError, with its place in the file, for a mistake in the layout of the example
    with this index."""
    try:
        read_layout(raw)
    except DecodingError as error:
        error.where = ("examples", index, "layout", *error.where)
        raise
