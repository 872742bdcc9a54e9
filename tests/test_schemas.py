"""The JSON Schemas: fresh, true of what is shipped and shown, and as strict as what decodes."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from checker import data
from checker.config import load_config
from checker.config.keys import Override, TopKeys
from checker.config.starting import EXAMPLES
from checker.errors import ConfigError, RuleError
from checker.office import Office
from checker.phrases import PHRASES
from checker.ruleset import Common, Example, load_rules
from checker.schemas import CONFIG, RULE, shipped
from checker.schemas.making import make_schemas
from tests.test_ruleset import SOUND

ROOT = Path(__file__).parent.parent
RULES = load_rules(data.folder("rules"), data.cache_folder())
VALIDATORS = {name: Draft7Validator(json.loads(shipped(name))) for name in (CONFIG, RULE)}


def faults(name: str, text: str) -> list[str]:
    raw: Any = data.parse_yaml(text)
    return [error.message for error in VALIDATORS[name].iter_errors(raw)]


def test_shipped_schemas_are_fresh_and_sound() -> None:
    for name, text in make_schemas(RULES).items():
        assert shipped(name) == text, "run python -m tools.build_docs"
        Draft7Validator.check_schema(json.loads(text))


def test_every_shipped_rule_is_valid() -> None:
    for rule in RULES:
        assert faults(RULE, rule.path.read_text(encoding="utf-8")) == [], rule.id


def test_shown_and_exemplary_configurations_are_valid() -> None:
    page = (ROOT / "docs" / "soat-yml.md").read_text(encoding="utf-8")
    for text in (*re.findall(r"```yaml\n(.*?)```", page, re.DOTALL), *EXAMPLES.values(), "", "{}"):
        assert faults(CONFIG, text) == []


def test_every_key_is_described() -> None:
    named = {
        "key": {one.name for cls in (Office, TopKeys, Override) for one in dataclasses.fields(cls)},
        "rule-key": {one.name for one in dataclasses.fields(Common)} | {"examples"},
        "example-key": {one.name.rstrip("_") for one in dataclasses.fields(Example)},
    }
    assert {f"{kind}-{key}" for kind, keys in named.items() for key in keys} <= set(PHRASES)
    assert set(EXAMPLES) == named["key"] - {"files"}


@pytest.mark.parametrize(
    "text",
    [
        "localty: xã Hưng Đạo",
        "stage: nháp",
        "regime: normative",
        "fail_on: 3",
        "guesses: có",
        "units: Phòng Kinh tế",
        "people: {An: 1}",
        "rules: [spelling]",
        "rules: {spelling: warn}",
        "rules: {speling: off}",
        "ignore: cu/",
        "documents: [{number: 12/KH-UBND}]",
        "documents: [{type: Kế hoạch}]",
        "documents: [{number: 12/KH-UBND, type: Kế hoạch, titel: x}]",
        "overrides: {files: [a]}",
        "overrides: [{stage: issued}]",
        "overrides: [{files: [a], stag: issued}]",
        "overrides: [{files: [a], words: [IOC]}]",
        "overrides: [{files: [a], rules: {spelling: warn}}]",
        "- a",
    ],
)
def test_what_the_schema_refuses_is_refused_when_loaded(tmp_path: Path, text: str) -> None:
    assert faults(CONFIG, text)
    (tmp_path / "soat.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError):
        load_config(tmp_path / "soat.yml", RULES)


@pytest.mark.parametrize(
    "text",
    [
        "rules: {spelling: off, dates: false, header: on, amounts: true}",
        "rules: {spelling/acronym: info, hygiene/glued-words: 'off'}",
        "documents: van-ban.yml",
        "documents: [{number: 12/KH-UBND, type: Kế hoạch, date: 2026-03-05}]",
        "documents:",
    ],
)
def test_what_is_loaded_is_valid(tmp_path: Path, text: str) -> None:
    assert faults(CONFIG, text) == []
    (tmp_path / "van-ban.yml").write_text("", encoding="utf-8")
    (tmp_path / "soat.yml").write_text(text, encoding="utf-8")
    load_config(tmp_path / "soat.yml", RULES)


@pytest.mark.parametrize(
    "change",
    [
        ("level: warning", "levle: warning"),
        ("level: warning\n", ""),
        ("level: warning", "level: fatal"),
        ("level: warning", "level: {draft: info}"),
        ("{vi: Tiêu đề, en: Title}", "{vii: Tiêu đề, en: Title}"),
        ("check: pattern", "check: patern"),
        ("pattern: sai", "patern: sai"),
        ("pattern: sai", "pattern: sai\nfault: x"),  # a key of another kind of check
        ("level: warning", "level: warning\nregimes: [nhà nước]"),
        ("  - pass:", "  - pas:"),
    ],
)
def test_a_typo_in_a_rule_file_is_refused_by_both(tmp_path: Path, change: tuple[str, str]) -> None:
    assert faults(RULE, SOUND) == []
    text = SOUND.replace(*change)
    assert faults(RULE, text)
    path = tmp_path / "spelling" / "thu.yml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError):
        load_rules(tmp_path)


def test_keys_of_a_kind_of_check_are_described_by_its_docstring() -> None:
    [kind] = [
        one["then"]["properties"]
        for one in json.loads(shipped(RULE))["allOf"]
        if one["if"]["properties"]["check"]["const"] == "known-person"
    ]
    assert kind["fault"]["description"].startswith("``post`` (the office gives")
    assert kind["fault"]["description"].endswith("diacritics only)")
