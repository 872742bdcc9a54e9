"""Finding and reading soat.yml."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from checker.config.config import Config
from checker.config.keys import Content, decode_content, layers_of
from checker.decoding import DecodingError
from checker.errors import ConfigError
from checker.office import FILE_NAME, listed_beside
from checker.rule import Rule
from checker.rule_names import RuleNames
from checker.ruleset import check_aliases, load_rules
from checker.yaml_files import YamlFile, read_yaml


def find_config(path: str) -> Path | None:
    """Return the soat.yml that holds for the document at ``path`` (for ``-`` that of the working
    folder): the nearest beside it or above it, or None. One that is a folder, or a link that leads
    nowhere, is told when it is read: what it should say must not be left out without a word."""
    for folder in Path(os.path.realpath(path)).parents:  # a ring of links is told when read
        found = folder / FILE_NAME
        if _stands(found):
            return found
    return None


def _stands(path: Path) -> bool:
    """Tell whether there is a file, folder or link at ``path``; False where one may not look."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISLNK(mode)


def load_config(path: Path | None, rules: Sequence[Rule]) -> Config:
    """Read the soat.yml at ``path``, or none; ``rules`` are the shipped ones. Paths in the file
    count from its folder. Raises ConfigError for a mistake in it, and RuleError for one in a rule
    that it adds, with path and line."""
    if path is None:
        return Config(None, tuple(rules))
    file = read_yaml(path, ConfigError)
    content = file.decode(lambda raw: decode_content(raw, listed_beside(path)), ConfigError)
    known = _with_folders(rules, content.top.rule_folders, file)
    layers = file.decode(lambda _: layers_of(content, RuleNames(known)), ConfigError)
    office = content.office
    if office.archive:
        archive = path.parent / office.archive
        if not os.path.isfile(archive):  # noqa: PTH113 (False without permission)
            fault = DecodingError("no-named-file", "archive", name=office.archive)
            raise file.error(fault, ConfigError)
        office = replace(office, archive=str(archive))
    return Config(
        path,
        known,
        (path, *_named_files(content, path.parent), *_own_rules(known, rules)),
        office,
        layers,
        content.top.ignore,
        file,
    )


def _with_folders(
    shipped: Sequence[Rule], folders: Sequence[str], file: YamlFile
) -> tuple[Rule, ...]:
    """The shipped rules with those of the office's folders, which stand in the place of those with
    the same id; of two folders the later goes before."""
    by_id = {rule.id: rule for rule in shipped}
    for index, name in enumerate(folders):
        folder = file.path.parent / name
        if not folder.is_dir():
            where = ("rule_folders", index)
            fault = DecodingError("no-named-folder", "rule_folders", where=where, name=name)
            raise file.error(fault, ConfigError)
        for stray in _strays(folder):
            where = ("rule_folders", index)
            fault = DecodingError("stray-rule", "rule_folders", where=where, name=stray)
            raise file.error(fault, ConfigError)
        by_id |= {rule.id: rule for rule in load_rules(folder)}
    known = tuple(by_id[one] for one in sorted(by_id))
    if folders:
        own = _own_rules(known, shipped)
        check_aliases(sorted(known, key=lambda rule: rule.path in own))
    return known


def _strays(folder: Path) -> list[Path]:
    """The YAML files below a folder of rules that do not stand where a rule does."""
    rules = set(folder.glob("*/*.yml"))
    return sorted({*folder.rglob("*.yml"), *folder.rglob("*.yaml")} - rules)


def _named_files(content: Content, folder: Path) -> list[Path]:
    names = (content.office.archive, content.given.get("documents"))
    return [folder / name for name in names if isinstance(name, str) and name]


def _own_rules(known: Sequence[Rule], shipped: Sequence[Rule]) -> list[Path]:
    paths = {rule.path for rule in shipped}
    return [rule.path for rule in known if rule.path not in paths]
