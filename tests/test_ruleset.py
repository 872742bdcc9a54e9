"""Rule files: what is refused and how it is said, and which rules apply to which document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.document import Document
from checker.errors import RuleError
from checker.ruleset import load_rules

SOUND = """\
title: {vi: Tiêu đề, en: Title}
level: warning
basis: Nghị định 30/2020/NĐ-CP
why: Vì ví dụ.
message: {vi: "“{text}” sai", en: "“{text}” is wrong"}
check: pattern
triggers: [sai]
pattern: sai
examples:
  - fail: chỗ «sai»
  - pass: chỗ đúng
"""


def load(tmp_path: Path, text: str, name: str = "spelling/thu.yml") -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    load_rules(tmp_path)


def test_sound_rule_is_loaded_and_named_for_its_path(tmp_path: Path) -> None:
    load(tmp_path, SOUND)
    (rule,) = load_rules(tmp_path)
    assert rule.id == "spelling/thu"
    assert rule.group == "spelling"


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("level: warning", "levle: warning"), "unknown-key", 2),
        (("level: warning\n", ""), "missing-key", 1),
        (("level: warning", "level: fatal"), "wrong-value", 2),
        (("level: warning", "level: [warning]"), "wrong-type", 2),
        (("pattern: sai", "pattern: '(sai'"), "bad-pattern", 8),
        (("check: pattern", "check: patern"), "unknown-check", 6),
        (("“{text}” sai", "“{txet}” sai"), "bad-message", 5),
        (("level: warning", "level: warning\nsince: hôm qua"), "wrong-type", 3),
        (("level: warning", "level: warning\nregimes: [nhà nước]"), "wrong-value", 3),
        (("  - pass: chỗ đúng\n", ""), "few-examples", 9),
        (("pattern: sai", "pattern: sai\nsuggest: '\\2'"), "bad-pattern", 9),
        (("triggers: [sai]", 'triggers: [""]'), "wrong-value", 7),
        (("triggers: [sai]", "triggers: []"), "wrong-value", 7),
        (("pattern: sai", "pattern: sai\nin: [TEXTT]"), "wrong-value", 9),
        (("“{text}” sai", "“{text:Q}” sai"), "bad-message", 5),
        (("why: Vì", "why: Vì: thế: "), "bad-yaml", 4),
        ((SOUND, "- một danh sách\n"), "not-a-rule", 1),
        (("check: pattern", "chek: pattern"), "unknown-key", 6),
        (("title: {vi: Tiêu đề", "title:\n  {vii: Tiêu đề"), "unknown-key", 2),
        (("title: {vi: Tiêu đề, ", "title: {"), "missing-key", 1),
        (("basis: Nghị định 30/2020/NĐ-CP", "basis:\n  stat: NĐ 30"), "unknown-key", 4),
        (("level: warning", "level:\n  draft: info\n  isued: error"), "unknown-key", 4),
        (("level: warning", "level:\n  draft: info\n  issued: fatal"), "wrong-value", 4),
        (("level: warning", "level: warning\nfix: sure"), "wrong-value", 3),
        (("level: warning", "level: warning\nlevel: error"), "yaml-twice", 3),
        (("  - pass: chỗ", "  - pas: chỗ"), "unknown-key", 11),
        (("  - pass: chỗ đúng", "  - pass: [chỗ đúng]"), "wrong-type", 11),
        (("  - pass: chỗ đúng", "  - pass: chỗ đúng\n    fix: x"), "wrong-value", 11),
        (("  - pass:", "  - office: 'localty: x'\n    pass:"), "unknown-key", 11),
        (("  - pass:", "  - office: '[a'\n    pass:"), "bad-yaml", 11),
        (("level: warning", "level: warning\naliases: cu"), "wrong-type", 3),
        (("level: warning", "level: warning\naliases: [a, spelling]"), "alias-taken", 3),
    ],
)
def test_broken_rule_is_refused_with_its_line(
    tmp_path: Path, change: tuple[str, str], code: str, line: int
) -> None:
    with pytest.raises(RuleError) as caught:
        load(tmp_path, SOUND.replace(*change))
    assert caught.value.code == code
    assert caught.value.values["line"] == line
    for lang in ("vi", "en"):
        message = caught.value.message(lang)
        assert f"thu.yml:{line}:" in message
        assert f"{line} | " in message


def test_unknown_key_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load(tmp_path, SOUND.replace("level: warning", "levle: warning"))
    assert "“level”" in caught.value.message("vi")


@pytest.mark.parametrize(
    ("change", "near"),
    [
        (("check: pattern", "chek: pattern"), "check"),
        (("{vi: Tiêu đề", "{vii: Tiêu đề"), "vi"),
        (("level: warning", "level: {draft: info, isued: error}"), "issued"),
        (("  - pass: chỗ", "  - pas: chỗ"), "pass"),
        (("  - pass:", "  - office: 'localty: x'\n    pass:"), "locality"),
        (("  - pass:", "  - layout: {siez: 13}\n    pass:"), "size"),
    ],
)
def test_unknown_key_at_any_depth_names_the_nearest(
    tmp_path: Path, change: tuple[str, str], near: str
) -> None:
    with pytest.raises(RuleError) as caught:
        load(tmp_path, SOUND.replace(*change))
    assert f"gần nhất: “{near}”" in caught.value.message("vi")


def test_an_alias_is_of_one_rule_with_and_without_kept_yaml(tmp_path: Path) -> None:
    text = SOUND.replace("level: warning", "level: warning\naliases: [hygiene/cu]")
    load(tmp_path, text)
    cache = tmp_path / "cache"
    cache.mkdir()
    [rule] = load_rules(tmp_path, cache)
    assert rule.common.aliases == ("hygiene/cu",)
    (tmp_path / "spelling" / "hai.yml").write_text(text, encoding="utf-8")
    for kept in (None, cache, cache):
        with pytest.raises(RuleError) as caught:
            load_rules(tmp_path, kept)
        assert caught.value.message("vi").startswith(str(tmp_path / "spelling" / "thu.yml:3"))


def test_rule_outside_the_groups_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load(tmp_path, SOUND, "linh-tinh/thu.yml")
    assert caught.value.code == "unknown-group"


def test_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)
    assert caught.value.code == "no-rules"


def test_kept_yaml_gives_the_same_rules(tmp_path: Path) -> None:
    load(tmp_path, SOUND.replace("level: warning", "level: warning\nsince: 2020-03-05"))
    cache = tmp_path / "cache"
    cache.mkdir()
    first = load_rules(tmp_path, cache)
    assert len(list(cache.iterdir())) == 1
    again = load_rules(tmp_path, cache)
    assert [(rule.id, rule.common) for rule in first] == [(rule.id, rule.common) for rule in again]
    (kept,) = cache.iterdir()
    stored = kept.read_text(encoding="utf-8")
    for damage in ("{", "[1, 1]", '{"key": 1}', stored.replace("warning", "cảnh báo")):
        kept.write_text(damage, encoding="utf-8")
        assert [rule.id for rule in load_rules(tmp_path, cache)] == ["spelling/thu"]


def test_changed_rule_is_read_again(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    load(tmp_path, SOUND)
    load_rules(tmp_path, cache)
    load(tmp_path, SOUND.replace("level: warning", "level: error"))
    (rule,) = load_rules(tmp_path, cache)
    assert rule.level("draft") == "error"


STATE = "Số: 12/KH-UBND\nHuế, ngày 05 tháng 01 năm {year}\n\nKẾ HOẠCH\nTuyên truyền\n"
PARTY = "Số 12-KH/ĐU\nHuế, ngày {day} năm 2026\n\nKẾ HOẠCH\ntuyên truyền\n"


def test_regime_stage_and_date_choose_the_rules(
    tmp_path: Path, read: Callable[[str], Document]
) -> None:
    keys = "level: {draft: info, issued: error}\nregimes: [state]\nsince: 2020-03-05"
    load(tmp_path, SOUND.replace("level: warning", keys))
    (rule,) = load_rules(tmp_path)
    assert rule.applies(read(STATE.format(year=2026)), "draft")
    assert not rule.applies(read(STATE.format(year=2019)), "draft")
    assert not rule.applies(read(PARTY.format(day="05 tháng 6")), "draft")
    assert (rule.level("draft"), rule.level("issued")) == ("info", "error")


def test_basis_of_a_party_document_depends_on_its_date(
    tmp_path: Path, read: Callable[[str], Document]
) -> None:
    basis = "basis: {state: NĐ 30, party: HD 05, party-2018: HD 36}"
    load(tmp_path, SOUND.replace("basis: Nghị định 30/2020/NĐ-CP", basis))
    (rule,) = load_rules(tmp_path)
    assert rule.basis(read(STATE.format(year=2026))) == "NĐ 30"
    assert rule.basis(read(PARTY.format(day="26 tháng 5"))) == "HD 36"
    assert rule.basis(read(PARTY.format(day="27 tháng 5"))) == "HD 05"
