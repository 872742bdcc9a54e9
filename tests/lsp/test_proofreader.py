"""What is told of a text, without a process."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from checker.lsp.hover import hover_of
from checker.lsp.open_text import CheckedText, OpenText
from checker.lsp.positions import Positions
from checker.lsp.proofreader import Proofreader
from checker.lsp.quick_fixes import Abilities, actions_of
from checker.lsp.settings import ClientSettings, read_settings
from checker.lsp.symbols import flat, symbols_of
from tests.conftest import seed

ACRONYM = "spelling/acronym"


@pytest.fixture(scope="module")
def proofreader() -> Proofreader:
    return Proofreader(ClientSettings(), "utf-16")


def checked(proofreader: Proofreader, path: Path) -> CheckedText:
    return proofreader.check(OpenText.of(path.as_uri(), str(path), 1, seed("nhi-chieu")))


def codes(text: CheckedText) -> set[object]:
    return {one.code for one in text.diagnostics}


def test_soat_yml_is_read_again_without_being_told(
    proofreader: Proofreader, tmp_path: Path
) -> None:
    path, settings = tmp_path / "ke-hoach.txt", tmp_path / "soat.yml"
    assert ACRONYM in codes(checked(proofreader, path))
    settings.write_text("rules:\n  spelling/acronym: off\n", encoding="utf-8")
    assert ACRONYM not in codes(checked(proofreader, path))
    settings.write_text("rules:\n  spelling/acronym: info\n\n", encoding="utf-8")
    (told,) = [one for one in checked(proofreader, path).diagnostics if one.code == ACRONYM]
    assert told.severity == types.DiagnosticSeverity.Information
    settings.write_text("ignore:\n  - ke-hoach.txt\n", encoding="utf-8")
    assert codes(checked(proofreader, path)) == set()
    settings.unlink()
    assert ACRONYM in codes(checked(proofreader, path))


def test_a_text_that_was_not_checked_is_told_why(proofreader: Proofreader, tmp_path: Path) -> None:
    text = OpenText.of("untitled:1", str(tmp_path / "1"), 1, "\x00\x01\x02" * 100)
    (told,) = proofreader.check(text).diagnostics
    assert told.code == "not-text"


def test_what_did_not_run_is_told(proofreader: Proofreader, tmp_path: Path) -> None:
    text = OpenText.of("untitled:1", str(tmp_path / "1"), 1, "Một đoạn văn không rõ là gì cả.\n")
    assert "skipped-unknown-regime" in codes(proofreader.check(text))


def test_hover_for_an_editor_without_markdown(proofreader: Proofreader, tmp_path: Path) -> None:
    text = checked(proofreader, tmp_path / "ke-hoach.txt")
    place = text.positions.position(text.open_text.text.index("OCOOP"))
    told = hover_of(text, place, proofreader, markdown=False)
    assert told is not None
    assert isinstance(told.contents, types.MarkupContent)
    assert told.contents.kind == types.MarkupKind.PlainText
    assert "Căn cứ: Nghị định 30/2020/NĐ-CP" in told.contents.value
    assert not set("*`\\") & set(told.contents.value)


def test_the_word_for_the_reason_is_selected(proofreader: Proofreader, tmp_path: Path) -> None:
    text = checked(proofreader, tmp_path / "ke-hoach.txt")
    (finding,) = [one for one in text.findings if one.rule == ACRONYM]
    asked = types.CodeActionContext([], ["quickfix"])
    identity = types.TextDocumentIdentifier(text.open_text.uri)
    params = types.CodeActionParams(identity, text.place(finding.place), asked)
    *_, action = actions_of(text, params, proofreader, Abilities(versioned=False, selects=True))
    assert action.edit and action.edit.changes and action.command and action.command.arguments
    ((edit,),) = action.edit.changes.values()
    before = text.open_text.text[: text.positions.offset(edit.range.start)]
    after = text.open_text.text[text.positions.offset(edit.range.end) :]
    uri, place = action.command.arguments
    written = before + edit.new_text + after
    positions = Positions(written, "utf-16")
    assert uri == text.open_text.uri
    assert written[positions.offset(place.start) : positions.offset(place.end)] == "lý do"


def test_outline_for_an_editor_that_knows_no_parts(
    proofreader: Proofreader, tmp_path: Path
) -> None:
    text = checked(proofreader, tmp_path / "ke-hoach.txt")
    told = list(flat(symbols_of(text), "file:///a.txt"))
    names = [one.name for one in told]
    assert names.index("II. NỘI DUNG KẾ HOẠCH") < names.index("2. Công tác đối ngoại.")
    assert {one.location.uri for one in told} == {"file:///a.txt"}


@pytest.mark.parametrize(
    ("told", "settings"),
    [
        (None, ClientSettings("issued", "en", True)),
        ([1], ClientSettings("issued", "en", True)),
        ({"soat": {"stage": "draft", "lang": "vi"}}, ClientSettings("draft", "vi", True)),
        ({"stage": None, "guesses": False}, ClientSettings(None, "en", False)),
        ({"stage": "x", "lang": {}, "guesses": "yes"}, ClientSettings("issued", "en", True)),
    ],
)
def test_settings_that_are_no_settings_change_nothing(
    told: object, settings: ClientSettings
) -> None:
    assert read_settings(told, ClientSettings("issued", "en", True)) == settings
