"""One soat.yml, or none, and what is in force for each file under it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.config.globs import make_spec, path_below
from checker.config.keys import Choice, Layer, TopKeys
from checker.office import Office
from checker.rule import STAGES, Rule
from checker.yaml_files import YamlFile

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_OF_OFFICE = ("locality", "superior", "regime")  # the keys of Office that an override may have


@dataclass(frozen=True)
class Settings:
    """What is in force for one file. ``levels`` are the rules whose level is another than their
    own, or that are off, sorted by id; ``ignored`` a file that is not to be checked."""

    office: Office = field(default_factory=Office)
    stage: str = STAGES[0]
    fail_on: str = "error"
    guesses: bool = False
    levels: tuple[tuple[str, str], ...] = ()
    ignored: bool = False


@dataclass(frozen=True)
class Origin:
    """Where the value of a key is from: ``line`` of soat.yml, 0 for what Soát does by itself;
    ``files`` are the globs of the override that says it. A rule's key is ``rules.`` and its name.
    """

    key: str
    value: Any
    line: int = 0
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Config:
    """``path`` is the soat.yml, None where there is none; ``rules`` are the shipped ones and those
    of its rule folders. ``inputs`` are the files that it was made from, the shipped rules left
    out."""

    path: Path | None
    rules: tuple[Rule, ...]
    inputs: tuple[Path, ...] = ()
    office: Office = field(default_factory=Office)
    layers: tuple[Layer, ...] = ()
    ignore: tuple[str, ...] = ()
    file: YamlFile | None = field(default=None, repr=False)
    _known: dict[tuple[int, ...], Settings] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def settings(self, path: str) -> Settings:
        """Return what is in force for the file at ``path``: the same for files that no override
        tells apart."""
        layers = self._layers_for(path)
        ignored = self._ignored_by(path) is not None
        key = (ignored, *layers)
        if key not in self._known:
            self._known[key] = self._settings([self.layers[one] for one in layers], ignored)
        return self._known[key]

    def tells(self, key: str, path: str) -> bool:
        """Return whether the soat.yml itself has this key (``stage``) for the file at ``path``."""
        return any(key in self.layers[one].values for one in self._layers_for(path))

    def origins(self, path: str) -> tuple[Origin, ...]:
        """Return every key with its value for the file at ``path``, in the order of the docs."""
        layers = [self.layers[index] for index in self._layers_for(path)]
        told = [self._origin(key, default, layers) for key, default in _defaults()]
        chosen: dict[str, Origin] = {}
        for layer in layers:
            for choice in layer.rules:
                line = self._line(*layer.where, "rules", choice.written)
                name = f"rules.{choice.name}"
                chosen[name] = Origin(name, choice.switch, line, layer.files)
        return (*told, *(chosen[name] for name in sorted(chosen)))

    def ignored_at(self, path: str) -> int:
        """Return the line of soat.yml for which the file at ``path`` is ignored, 0 when it is
        not."""
        index = self._ignored_by(path)
        return 0 if index is None else self._line("ignore", index)

    def _layers_for(self, path: str) -> tuple[int, ...]:
        if self.path is None:
            return ()
        below = path_below(self._folder, path) if len(self.layers) > 1 else ""
        return tuple(
            index
            for index, spec in enumerate(self._specs)
            if spec is None or spec.match_file(below)
        )

    def _ignored_by(self, path: str) -> int | None:
        """The index of the glob in ``ignore`` for which a file is ignored; standard input never
        is."""
        if self.path is None or not self.ignore or path == "-":
            return None
        result = self._ignore.check_file(path_below(self._folder, path))
        return result.index if result.include else None

    def _settings(self, layers: Sequence[Layer], ignored: bool) -> Settings:
        said: dict[str, Any] = {}
        choices: dict[str, Choice] = {}
        for layer in layers:
            said |= layer.values
            choices |= {choice.name: choice for choice in layer.rules}
        return Settings(
            replace(self.office, **{key: said[key] for key in _OF_OFFICE if key in said}),
            levels=tuple(_levels(self.rules, choices)),
            ignored=ignored,
            **{key: said[key] for key in ("stage", "fail_on", "guesses") if key in said},
        )

    def _origin(self, key: str, default: Any, layers: Sequence[Layer]) -> Origin:
        for layer in reversed(layers):
            if key in layer.values:
                line = self._line(*layer.where, key)
                return Origin(key, layer.values[key], line, layer.files)
        return Origin(key, default)

    def _line(self, *where: str | int) -> int:
        return self.file.line(where) if self.file else 0

    @cached_property
    def _folder(self) -> Path:
        return Path(os.path.realpath(self.path.parent)) if self.path else Path()

    @cached_property
    def _specs(self) -> tuple[GitIgnoreSpec | None, ...]:
        """What matches the files of each layer, None for all files."""
        return tuple(make_spec(layer.files) if layer.where else None for layer in self.layers)

    @cached_property
    def _ignore(self) -> GitIgnoreSpec:
        return make_spec(self.ignore)


def _levels(rules: Sequence[Rule], choices: dict[str, Choice]) -> Iterator[tuple[str, str]]:
    """The rules that are off or at another level, by id; what is said of a rule goes before what
    is said of its group."""
    for rule in sorted(rules, key=lambda rule: rule.id):
        choice = choices.get(rule.id) or choices.get(rule.group)
        if choice and choice.switch != "on":
            yield rule.id, choice.switch


def _defaults() -> Iterator[tuple[str, Any]]:
    """The keys at the top of soat.yml, ``rules`` and ``overrides`` left out, with what holds where
    they are not given."""
    for one in (*fields(Office), *fields(TopKeys)):
        if one.name not in ("rules", "overrides"):
            made = one.default_factory
            yield one.name, one.default if made is MISSING else made()
