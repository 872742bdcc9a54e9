"""soat.yml: what is in force for each file, where it is from, and what is refused."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import data
from checker.config import Config, Settings, find_config, load_config
from checker.errors import ConfigError, RuleError
from checker.office import Office
from checker.rule import GROUPS
from checker.ruleset import load_rules, with_levels
from tests.test_ruleset import SOUND

ROOT = Path(__file__).parent.parent
RULES = load_rules(data.folder("rules"), data.cache_folder())


def load(folder: Path, text: str) -> Config:
    (folder / "soat.yml").write_text(text, encoding="utf-8")
    return load_config(folder / "soat.yml", RULES)


def refused(folder: Path, content: bytes | str) -> str:
    """What is said of a soat.yml, in Vietnamese; its path is cut off."""
    raw = content if isinstance(content, bytes) else content.encode()
    (folder / "soat.yml").write_bytes(raw)
    with pytest.raises(ConfigError) as error:
        load_config(folder / "soat.yml", RULES)
    assert error.value.message("en").startswith(str(folder / "soat.yml"))
    return error.value.message("vi").removeprefix(str(folder / "soat.yml"))


def test_the_nearest_file_holds_beside_the_document_or_above(tmp_path: Path) -> None:
    inner = tmp_path / "2026" / "quy-1"
    inner.mkdir(parents=True)
    (tmp_path / "soat.yml").write_text("stage: issued", encoding="utf-8")
    assert find_config(str(inner / "kh.txt")) == tmp_path / "soat.yml"
    (inner / "soat.yml").write_text("", encoding="utf-8")
    assert find_config(str(inner / "kh.txt")) == inner / "soat.yml"
    assert load_config(inner / "soat.yml", RULES).settings(str(inner / "kh.txt")) == Settings()


def test_a_folder_or_a_link_of_that_name_is_told(tmp_path: Path) -> None:
    inner = tmp_path / "2026"
    inner.mkdir()
    (tmp_path / "soat.yml").write_text("stage: issued", encoding="utf-8")
    (inner / "soat.yml").mkdir()
    with pytest.raises(ConfigError, match=r"2026.soat\.yml:1: the file cannot be opened"):
        load_config(find_config(str(inner / "kh.txt")), RULES)
    (inner / "soat.yml").rmdir()
    if os.name != "nt":
        (inner / "soat.yml").symlink_to(inner / "khac.yml")
        with pytest.raises(ConfigError, match=r"2026.soat\.yml:1: the file cannot be opened"):
            load_config(find_config(str(inner / "kh.txt")), RULES)


def test_a_folder_that_may_not_be_looked_into_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "lstat", refuse)
    monkeypatch.setattr(Path, "stat", refuse)
    assert find_config(str(tmp_path / "kh.txt")) is None


def test_without_a_file_all_is_as_by_default() -> None:
    config = load_config(None, RULES)
    assert config.settings("kh.txt") == Settings(Office(), "draft", "error", False, (), False)
    assert (config.rules, config.inputs) == (RULES, ())
    assert {origin.line for origin in config.origins("kh.txt")} == {0}


def test_overrides_and_ignored_files(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        """\
locality: phường Nhị Chiểu, thành phố Hải Phòng
fail_on: warning
ignore: [cu/, "*.md", "!doc.md"]
overrides:
  - files: [da-ban-hanh/**]
    stage: issued
    fail_on: never
    regime: party
  - files: ["*.docx", /goc.txt]
    fail_on: info
    guesses: true
    superior: Đảng bộ thành phố Hải Phòng
""",
    )
    at = {name: config.settings(str(tmp_path / name)) for name in ("a.txt", "x/b.txt", "goc.txt")}
    assert at["a.txt"] is at["x/b.txt"]
    assert (at["a.txt"].stage, at["a.txt"].fail_on) == ("draft", "warning")
    assert (at["goc.txt"].fail_on, at["goc.txt"].guesses) == ("info", True)
    assert config.settings(str(tmp_path / "x" / "goc.txt")) == at["a.txt"]
    both = config.settings(str(tmp_path / "da-ban-hanh" / "2026" / "kh.docx"))
    assert (both.stage, both.fail_on, both.guesses) == ("issued", "info", True)
    assert both.office.regime == "party"
    assert both.office.locality == "phường Nhị Chiểu, thành phố Hải Phòng"
    assert len({both, *at.values()}) == 3  # they can be keys
    ignored = ["cu/a.txt", "x/cu/a.docx", "a.md", "x/doc.md", "cu.txt"]
    assert [config.settings(str(tmp_path / name)).ignored for name in ignored] == [
        *(True, True, True, False, False)
    ]
    assert config.ignored_at(str(tmp_path / "a.md")) == 3
    everything = load(tmp_path, "ignore: ['*']")
    assert everything.settings("kh.txt").ignored
    assert not everything.settings("-").ignored


def test_a_file_elsewhere_is_matched_by_its_name(tmp_path: Path) -> None:
    inner = tmp_path / "co-quan"
    inner.mkdir()
    config = load(inner, "ignore: ['*.md', /kh.txt]")
    assert config.settings(str(tmp_path / "x.md")).ignored
    assert not config.settings(str(tmp_path / "kh.txt")).ignored


def test_globs_and_names_of_files_may_be_composed_otherwise(tmp_path: Path) -> None:
    config = load(tmp_path, "ignore: ['bản cũ/', '**/*-*-*/**/x*.txt']")
    decomposed = "ba\u0309n cu\u0303"
    assert config.settings(str(tmp_path / decomposed / "kh.txt")).ignored


def levels(config: Config, path: Path) -> dict[str, str]:
    return dict(config.settings(str(path)).levels)


def test_a_rule_goes_before_its_group_in_any_order(tmp_path: Path) -> None:
    spelling = {rule.id for rule in RULES if rule.group == "spelling"}
    for text in (
        "rules: {spelling: off, spelling/acronym: on, hygiene/glued-words: error}",
        "rules: {hygiene/glued-words: 'error', spelling/acronym: true, spelling: false}",
    ):
        chosen = levels(load(tmp_path, text), tmp_path / "kh.txt")
        assert set(chosen) == spelling - {"spelling/acronym"}
        assert chosen["spelling/glued-words"] == "error"
        assert {chosen[rule] for rule in chosen if rule != "spelling/glued-words"} == {"off"}


def test_rules_of_overrides_are_laid_over_the_outer_ones(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        """\
rules: {spelling/glued-words: off, dates: info}
overrides:
  - files: ["*.docx"]
    rules: {hygiene/glued-words: info}
  - files: [a.docx]
    rules: {dates: on}
""",
    )
    dates = {rule.id: "info" for rule in RULES if rule.group == "dates"}
    assert levels(config, tmp_path / "a.txt") == {**dates, "spelling/glued-words": "off"}
    assert levels(config, tmp_path / "b.docx") == {**dates, "spelling/glued-words": "info"}
    assert levels(config, tmp_path / "a.docx") == {"spelling/glued-words": "info"}


@settings(max_examples=30)
@given(
    st.dictionaries(
        st.sampled_from([*GROUPS, *(rule.id for rule in RULES[::9])]),
        st.sampled_from(["off", "on", "info", "warning", "error"]),
    ),
    st.randoms(),
)
def test_levels_do_not_depend_on_the_order(
    tmp_path_factory: pytest.TempPathFactory, rules: dict[str, str], random: object
) -> None:
    folder = tmp_path_factory.getbasetemp() / "cau-hinh"  # no other test looks there
    folder.mkdir(exist_ok=True)
    names = list(rules)
    text = "rules: {" + ", ".join(f"{name}: {rules[name]}" for name in names) + "}"
    random.shuffle(names)  # type: ignore[attr-defined]
    other = "rules: {" + ", ".join(f"'{name}': '{rules[name]}'" for name in names) + "}"
    chosen = levels(load(folder, text), folder / "kh.txt")
    assert chosen == levels(load(folder, other), folder / "kh.txt")
    for rule in RULES:
        said = rules.get(rule.id, rules.get(rule.group, "on"))
        assert chosen.get(rule.id, "on") == said


def test_rules_with_levels() -> None:
    (first, second, third) = RULES[:3]
    changed = with_levels(RULES[:3], ((first.id, "off"), (second.id, "error")))
    assert [rule.id for rule in changed] == [second.id, third.id]
    assert changed[0].level("draft") == changed[0].level("issued") == "error"
    assert changed[1] is third


def test_each_value_tells_where_it_is_from(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        """\
# cấu hình
stage: issued
rules:
  dates: off
  hygiene/glued-words: error
overrides:
  - files: [a.txt, b.txt]
    fail_on: never
    rules:
      dates: on
  - files: [b.txt]
    stage: draft
""",
    )
    told = {origin.key: origin for origin in config.origins(str(tmp_path / "a.txt"))}
    shown = {key: (told[key].value, told[key].line, told[key].files) for key in told}
    assert shown["stage"] == ("issued", 2, ())
    assert shown["fail_on"] == ("never", 8, ("a.txt", "b.txt"))
    assert shown["guesses"] == (False, 0, ())
    assert shown["rules.dates"] == ("on", 10, ("a.txt", "b.txt"))
    assert shown["rules.spelling/glued-words"] == ("error", 5, ())
    other = {origin.key: origin.line for origin in config.origins(str(tmp_path / "c.txt"))}
    assert (other["fail_on"], other["rules.dates"]) == (0, 4)
    last = {origin.key: origin for origin in config.origins(str(tmp_path / "b.txt"))}
    assert (last["stage"].value, last["stage"].line) == ("draft", 12)


def own_rule(folder: Path, name: str, text: str = SOUND) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_rules_of_the_office(tmp_path: Path) -> None:
    new = own_rule(tmp_path, "quy-tac/spelling/cua-toi.yml")
    instead = own_rule(tmp_path, "quy-tac/spelling/acronym.yml")
    (tmp_path / "kho.soat").write_bytes(b"")
    (tmp_path / "vb.yml").write_text("", encoding="utf-8")
    config = load(
        tmp_path,
        "rule_folders: [quy-tac]\nrules: {spelling/cua-toi: error}\narchive: kho.soat\ndocuments: vb.yml",
    )
    by_id = {rule.id: rule for rule in config.rules}
    assert len(config.rules) == len(RULES) + 1
    assert by_id["spelling/acronym"].path == instead
    assert by_id["spelling/acronym"].common.title["vi"] == "Tiêu đề"
    assert levels(config, tmp_path / "kh.txt") == {"spelling/cua-toi": "error"}
    named = [tmp_path / name for name in ("soat.yml", "kho.soat", "vb.yml")]
    assert set(config.inputs) == {*named, new, instead}
    assert config.office.archive == str(tmp_path / "kho.soat")


@pytest.mark.parametrize(
    ("alias", "other"),
    [
        ("spelling/acronym", "spelling/acronym"),  # the id of another
        ("hygiene/glued-words", "spelling/glued-words"),  # an alias of another
        ("dates", "dates"),
        ("spelling/cua-toi", "spelling/cua-toi"),  # its own id
    ],
)
def test_an_alias_belongs_to_one_rule(tmp_path: Path, alias: str, other: str) -> None:
    text = SOUND.replace("level: warning\n", f"level: warning\naliases:\n  - {alias}\n")
    own_rule(tmp_path, "quy-tac/spelling/cua-toi.yml", text)
    with pytest.raises(RuleError) as error:
        load(tmp_path, "rule_folders: [quy-tac]")
    assert (error.value.code, error.value.values["line"]) == ("alias-taken", 4)
    assert f"“{other}”" in error.value.message("vi")


def test_a_mistake_in_a_rule_of_the_office_is_told(tmp_path: Path) -> None:
    own_rule(tmp_path, "quy-tac/spelling/x.yml", SOUND.replace("why:", "whi:"))
    with pytest.raises(RuleError) as error:
        load(tmp_path, "rule_folders: [quy-tac]")
    assert re.search(r"x\.yml:4: .*“whi”.*“why”", error.value.message("vi"))


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("localty: xã Hưng Đạo", 1, "“locality”"),
        ("# ghi chú\nsuperor: UBND", 2, "“superior”"),
        ("stage: nháp", 1, "draft, issued"),
        ("stage:", 1, "draft / issued"),
        ("regime: normative", 1, "state, party"),
        ("fail_on: 3", 1, "error / never"),
        ("guesses: có", 1, "true/false"),
        ("units:\n- a\n- 12", 3, "[“…”, “…”]"),
        ("people: {An: 1}", 1, "“…”"),
        ("places:\n- xã A\n- Nhị Chiểu", 3, "không phải địa phương"),
        ("rules: [spelling]", 1, "“rules”"),
        ("rules:\n  spelling: warn", 2, "warning"),
        ("rules:\n  speling/acronym: off", 2, "spelling/acronym"),
        ("rules:\n  spelling: off\n  spellin: off", 3, "spelling"),
        (
            "rules:\n  spelling/glued-words: off\n  hygiene/glued-words: on",
            3,
            "“spelling/glued-words”",
        ),
        ("rules: {spelling/acronym: }", 1, "off / on"),
        ("ignore: cu/", 1, "[“…”, “…”]"),
        ("ignore:\n- a\n- cu\\**", 3, "/ chứ không"),
        ("ignore: ['']", 1, "mẫu tên tệp"),
        ("ignore:\n- '*a*a*a*a*a*b'", 2, "quá nhiều dấu *"),
        ("ignore: ['**/a/**/a/**/a/**/a/**/b']", 1, "quá nhiều dấu *"),
        ("ignore: ['# ghi chú']", 1, "mẫu tên tệp"),
        ("rule_folders: [quy-tac]", 1, "quy-tac"),
        ("documents: van-ban.yml", 1, "van-ban.yml"),
        ("stage: draft\narchive: kho.soat", 2, "không có tệp “kho.soat”"),
        ("xyz: 1", 1, "“xyz”; các khóa: locality, superior"),
        ("overrides: {files: [a]}", 1, "overrides"),
        ("overrides:\n- files: [a]\n  stag: issued", 3, "“stage”"),
        ("overrides:\n- files: [a]\n- stage: issued", 3, "“files”"),
        ("overrides:\n- files: a\n", 2, "“files”"),
        ("overrides:\n- files: [a]\n  words: [IOC]", 3, "“words”"),
        ("overrides:\n- files: [a]\n  locality: Nhị Chiểu", 3, "không phải địa phương"),
        ("overrides:\n- files: [a]\n  rules:\n    spelling/acronim: off", 4, "spelling/acronym"),
        ("overrides:\n- files:\n  - a\\b", 3, "/ chứ không"),
        ("overrides:\n- a", 2, "overrides"),
        ("- locality", 1, "rule_folders"),
        ("stage: draft\nunits: []\nstage: issued", 3, "“stage” đã có"),
        ("overrides:\n- files: [a]\n  stage: draft\n  stage: issued", 4, "“stage” đã có"),
        ("units:\n\t- a", 2, "Tab"),
        ("units: [a\nb: c", 2, "YAML"),
        ("a: 1\n---\nb: 1", 2, "YAML"),
        ("stage: !!python/name:os.system", 1, "YAML"),
        (b"units: [\xff\xfe]", 1, "UTF-8"),
        ("units: []".encode("utf-16"), 1, "UTF-8"),
        ("[" * 100_000, 1, "quá sâu"),
        ("units: &a [*a]", 1, "lặp lại"),
        (
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)),
            1,
            "lặp lại",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_line_and_remedy(
    tmp_path: Path, content: bytes | str, line: int, said: str
) -> None:
    told = refused(tmp_path, content)
    assert told.startswith(f":{line}: ")
    assert said in told
    assert len(told) < 900
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "content", [b"", b"# ch\xc6\xb0a khai\n", b"\xef\xbb\xbfstage: draft\r\n", b"---\n"]
)
def test_what_does_no_harm_is_accepted(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "soat.yml").write_bytes(content)
    config = load_config(tmp_path / "soat.yml", RULES)
    assert config.settings(str(tmp_path / "kh.txt")) == Settings()


def test_a_byte_order_mark_is_not_shown(tmp_path: Path) -> None:
    assert "\n    1 | stag: draft" in refused(tmp_path, b"\xef\xbb\xbfstag: draft")


def test_aliases_in_yaml_that_do_not_swell_are_accepted(tmp_path: Path) -> None:
    text = "overrides:\n- &a {files: [a], stage: issued}\n- {<<: *a, files: [b]}"
    config = load(tmp_path, text)
    assert config.settings(str(tmp_path / "b")).stage == "issued"


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"soat\.yml"):
        load_config(tmp_path / "soat.yml", RULES)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_line(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "bat-ky.yml"  # no other test reads it
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        load_config(path, RULES)
    except ConfigError as error:
        assert re.match(rf"{re.escape(str(path))}:\d+: ", error.message("vi"))


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_linked_document_is_under_the_file_beside_what_it_links_to(tmp_path: Path) -> None:
    office = tmp_path / "co-quan"
    office.mkdir()
    (office / "kh.txt").write_text("x", encoding="utf-8")
    config = load(office, "overrides: [{files: [/kh.txt], stage: issued}]")
    (tmp_path / "lien-ket.txt").symlink_to(office / "kh.txt")
    assert find_config(str(tmp_path / "lien-ket.txt")) == office / "soat.yml"
    assert config.settings(str(tmp_path / "lien-ket.txt")).stage == "issued"
    (tmp_path / "vong.txt").symlink_to(tmp_path / "vong.txt")
    assert find_config(str(tmp_path / "vong.txt")) is None


def test_the_shown_file_is_sound(tmp_path: Path) -> None:
    """The examples of docs/soat-yml.md load, and show every key at the top."""
    text = (ROOT / "docs" / "soat-yml.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert blocks
    own_rule(tmp_path, "quy-tac/spelling/cua-toi.yml")
    (tmp_path / "kho.soat").write_bytes(b"")
    shown = [
        {one.key for one in load(tmp_path, block).origins("x") if one.line} for block in blocks
    ]
    assert {one.key for one in load_config(None, RULES).origins("x")} <= set().union(*shown)


@pytest.mark.parametrize("name", ["ten.yml", "spelling/ten.yaml", "spelling/nhom/ten.yml"])
def test_a_rule_that_would_not_be_found_is_told(name: str, tmp_path: Path) -> None:
    stray = tmp_path / "quy-tac" / name
    stray.parent.mkdir(parents=True)
    stray.write_text("title: a", encoding="utf-8")
    (tmp_path / "soat.yml").write_text("stage: draft\nrule_folders: [quy-tac]", encoding="utf-8")
    with pytest.raises(ConfigError) as told:
        load_config(tmp_path / "soat.yml", ())
    assert "soat.yml:2:" in told.value.message() and name.split("/")[-1] in told.value.message()
