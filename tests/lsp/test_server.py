"""``soat lsp`` as an editor sees it: diagnostics, fixes, hover, outline, definition."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from checker.lsp.quick_fixes import SELECT
from tests.conftest import seed
from tests.lsp.editor import Editor

pytestmark = pytest.mark.asyncio(loop_scope="session")

ACRONYM, OTHER_PLACE = "spelling/acronym", "locality/other-place"


async def test_diagnostics_stand_at_the_words(code: Editor) -> None:
    uri = await code.open("nhi-chieu.txt", seed("nhi-chieu"))
    (acronym,) = code.found(uri, ACRONYM)
    assert code.words(uri, acronym.range) == "OCOOP"
    assert acronym.range.start == types.Position(105, 100)
    assert acronym.severity == types.DiagnosticSeverity.Error
    assert acronym.source == "soat"
    assert acronym.data["suggestions"] == ["OCOP"]
    assert len(acronym.data["fingerprint"]) == 32
    places = code.found(uri, OTHER_PLACE)
    assert {code.words(uri, one.range) for one in places} == {"phường Nghị Quyết"}
    assert 175 in {one.range.start.line for one in places}


async def test_a_fix_is_applied_and_the_diagnostic_goes(code: Editor) -> None:
    uri = await code.open("sua.txt", seed("nhi-chieu"))
    (acronym,) = code.found(uri, ACRONYM)
    fix = next(one for one in await code.actions(uri, acronym.range) if "OCOP" in one.title)
    assert fix.kind == types.CodeActionKind.QuickFix
    assert [one.code for one in fix.diagnostics] == [ACRONYM]
    await code.apply(fix)
    assert not code.found(uri, ACRONYM)
    assert "các sản phẩm OCOP, mô hình" in code.texts[uri]


async def test_ignoring_with_a_reason_leaves_the_finding_out(neovim: Editor) -> None:
    uri = await neovim.open("bo-qua.txt", seed("nhi-chieu"))
    (acronym,) = neovim.found(uri, ACRONYM)
    actions = await neovim.actions(uri, acronym.range, ["quickfix"])
    await neovim.apply(next(one for one in actions if ACRONYM in one.title))
    assert not neovim.found(uri, ACRONYM)
    line = neovim.texts[uri].splitlines()[105]
    assert line.endswith(f"<!-- soat: ignore {ACRONYM} reason -->")
    assert not [one for one in neovim.diagnostics(uri) if "suppression" in str(one.code)]
    neovim.close(uri)


async def test_words_are_selected_when_the_editor_is_asked_to(code: Editor) -> None:
    uri = await code.open("chon.txt", "KẾ HOẠCH")
    place = types.Range(types.Position(0, 0), types.Position(0, 2))
    await code.run(types.Command("", SELECT, arguments=[uri, place]))
    shown = code.client.shown_documents[-1]
    assert (shown.uri, shown.selection, shown.take_focus) == (uri, place, True)


async def test_all_safe_fixes_at_once(code: Editor) -> None:
    text = seed("nhi-chieu")
    uri = await code.open("tat-ca.txt", text)
    (action,) = await code.actions(uri, _top(), ["source.fixAll"])
    assert action.kind == "source.fixAll.soat"
    await code.apply(action)
    assert code.texts[uri] != text
    assert not await code.actions(uri, _top(), ["source.fixAll.soat"])
    assert not await code.actions(uri, _top(), ["source.organizeImports"])


async def test_hover_tells_clause_and_why(code: Editor) -> None:
    uri = await code.open("hover.txt", seed("nhi-chieu"))
    told = await code.hover(uri, code.position(uri, "OCOOP", 2))
    assert told.contents.kind == types.MarkupKind.Markdown
    assert "**Căn cứ**: Nghị định 30/2020/NĐ\\-CP" in told.contents.value
    assert f"`{ACRONYM}`" in told.contents.value
    assert code.words(uri, told.range) == "OCOOP"
    assert await code.hover(uri, types.Position(3, 0)) is None


async def test_hover_tells_what_is_known_of_a_cited_document(code: Editor) -> None:
    uri = await code.open("can-cu.txt", seed("nhi-chieu"))
    told = await code.hover(uri, code.position(uri, "36-NQ/TW ngày 26/3/2004", 3))
    assert "Nghị quyết số 36\\-NQ/TW ngày 26/03/2004" in told.contents.value


async def test_outline_holds_the_divisions_in_each_other(code: Editor) -> None:
    uri = await code.open("dan-bai.txt", seed("nhi-chieu"))
    symbols = await code.outline(uri)
    names = [one.name for one in symbols]
    assert names[0] == "Phần đầu"
    assert "II. NỘI DUNG KẾ HOẠCH" in names
    content = next(one for one in symbols if one.name == "II. NỘI DUNG KẾ HOẠCH")
    assert content.children[0].name.startswith("1. Đẩy mạnh công tác tuyên truyền")
    assert names[-1] == "Chữ ký" or "Nơi nhận" in names
    _assert_nested(symbols)


async def test_definition_opens_the_cited_document(code: Editor) -> None:
    cited = code.folder / "thanh-pho" / "ke-hoach-29.txt"
    cited.parent.mkdir()
    head = (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 29/KH-UBND\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hải Phòng, ngày {day} tháng 01 năm 2026\nKẾ HOẠCH\nCông tác thông tin đối ngoại năm 2026\n"
    )
    cited.write_text(head.format(day="29"), encoding="utf-8")
    (cited.parent / "khac.txt").write_text(head.format(day="05"), encoding="utf-8")
    uri = await code.open("dan.txt", seed("nhi-chieu"))
    citation = code.position(uri, "29/KH-UBND ngày 29/01/2026", 1)
    (found,) = await code.definition(uri, citation)
    assert found.uri == cited.as_uri()
    assert found.range.start == types.Position(2, 0)
    cited.unlink()
    assert not await code.definition(uri, citation)


async def test_definition_finds_a_part_of_the_document(code: Editor) -> None:
    text = seed("nhi-chieu").replace(
        "1. Giao văn phòng", "1. Theo khoản 2 Mục II của Kế hoạch này, giao văn phòng", 1
    )
    assert "khoản 2 Mục II" in text
    uri = await code.open("noi-bo.txt", text)
    (found,) = await code.definition(uri, code.position(uri, "khoản 2 Mục II", 4))
    assert found.uri == uri
    assert code.words(uri, found.range).startswith("Công tác đối ngoại")


async def test_a_closed_text_loses_its_diagnostics(code: Editor) -> None:
    uri = await code.open("dong.txt", seed("nhi-chieu"))
    assert code.diagnostics(uri)
    code.close(uri)
    await code.open("sau.txt", "")
    assert not code.diagnostics(uri)


async def test_a_mistake_in_soat_yml_is_shown_there(code: Editor) -> None:
    folder = code.folder / "xa"
    folder.mkdir()
    settings = folder / "soat.yml"
    settings.write_text("stage: draft\nrules:\n  spelling/acronim: off\n", encoding="utf-8")
    uri = await code.open("xa/ke-hoach.txt", seed("nhi-chieu"))
    (mistake,) = code.diagnostics(settings.as_uri())
    assert mistake.range.start.line == 2
    (told,) = code.diagnostics(uri)
    assert "soat.yml có lỗi ở dòng 3" in told.message
    settings.write_text("rules:\n  spelling/acronym: off\n", encoding="utf-8")
    await _changed(code, uri, settings)
    assert not code.diagnostics(settings.as_uri())
    assert code.found(uri, OTHER_PLACE)
    assert not code.found(uri, ACRONYM)
    settings.unlink()
    await _changed(code, uri, settings)
    assert code.found(uri, ACRONYM)


async def _changed(code: Editor, uri: str, path: Path) -> None:
    event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
    async with code.told(uri):
        code.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    await code.settled(uri)


def _top() -> types.Range:
    return types.Range(types.Position(0, 0), types.Position(0, 0))


def _assert_nested(symbols: list[types.DocumentSymbol]) -> None:
    for one in symbols:
        start, end = one.range.start, one.range.end
        assert start <= one.selection_range.start <= one.selection_range.end <= end
        for child in one.children or ():
            assert start <= child.range.start <= child.range.end <= end
        _assert_nested(one.children or [])
