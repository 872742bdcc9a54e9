"""What no editor should be able to do: stop the server, or get the text of a document into a log."""

from __future__ import annotations

import asyncio

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcRequestCancelled

from tests.conftest import seed
from tests.lsp.editor import Editor

pytestmark = pytest.mark.asyncio(loop_scope="session")

HOSTILE = {
    "nothing": "",
    "blank": "\ufeff \r\n\t\n",
    "control": "\x00\x01\x02\x03\x04" * 40,
    "comment": "<!-- soat: ignore-start " * 500,
    "stars": "**" * 20_000,
    "bars": "|" * 20_000 + "\n" + "| a " * 2_000,
    "one-line": "Kế hoạch số 12/KH-UBND ngày 01/02/2026 của UBND xã " * 400,
    "surrogates": "KẾ HOẠCH\nCác sản phẩm OCOOP \ud800 và \udc00\udc00",
    "pdf": "%PDF-1.7 " + "KẾ HOẠCH\n" * 10,
    "marks": "e" + "\u0301" * 5_000,
    "turned": "\u202e\u2066KẾ HOẠCH\u2069 \u200b\u200d\n" * 50,
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_texts_are_answered(code: Editor, name: str) -> None:
    uri = await code.open(f"{name}.md", HOSTILE[name], language="markdown")
    for position in (types.Position(0, 0), types.Position(0, 10**6), types.Position(10**6, 5)):
        await code.hover(uri, position)
        await code.definition(uri, position)
        await code.actions(uri, types.Range(position, position))
    assert code.client.diagnostics[uri] is not None
    assert not _failures(code)


async def test_a_text_that_is_too_long_is_told(code: Editor) -> None:
    uri = await code.open("dai.txt", "Kế hoạch của xã. " * 60_000)
    (told,) = code.diagnostics(uri)
    assert "soat check" in told.message
    assert told.severity == types.DiagnosticSeverity.Information


async def test_unsaved_texts_and_files_that_are_gone(code: Editor) -> None:
    uri = await code.open("", seed("nhi-chieu"), uri="untitled:Untitled-1")
    assert code.found(uri, "spelling/acronym")
    gone = await code.open("mat.txt", seed("nhi-chieu"), save=True)
    (code.folder / "mat.txt").unlink()
    await code.change(gone, code.texts[gone].replace("OCOOP", "OCOP"))
    assert not code.found(gone, "spelling/acronym")
    odd = await code.open("", seed("nhi-chieu"), uri="file:///a%00b/%FF.txt")
    assert not await code.hover(odd, types.Position(0, 0))


async def test_of_rapid_changes_the_newest_is_told(code: Editor) -> None:
    text = seed("nhi-chieu")
    uri = await code.open("nhanh.txt", text)
    for number in range(30):
        code.send(uri, text.replace("OCOOP", "O" * number))
    await code.change(uri, text.replace("OCOOP", "OCOP"))
    assert not code.found(uri, "spelling/acronym")
    await code.change(uri, text)
    assert code.found(uri, "spelling/acronym")


async def test_other_languages_and_unknown_texts_are_left_alone(code: Editor) -> None:
    uri = await code.open("ma.py", "x = 'OCOOP'", language="python")
    assert uri not in code.client.diagnostics
    assert not await code.outline(uri)


async def test_a_cancelled_request_is_answered_as_such(code: Editor) -> None:
    uri = await code.open("huy.txt", seed("nhi-chieu"))
    code.send(uri, seed("nhi-chieu") * 2)
    params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 0))
    asked = code.client.protocol.send_request("textDocument/hover", params, msg_id="hover-1")
    code.client.cancel_request(types.CancelParams("hover-1"))
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wrap_future(asked)
    await code.settled(uri)
    assert code.diagnostics(uri)


async def test_requests_about_texts_that_are_not_open(code: Editor) -> None:
    uri = (code.folder / "khong-mo.txt").as_uri()
    assert not await code.outline(uri)
    assert await code.hover(uri, types.Position(0, 0)) is None
    code.close(uri)
    await code.open("con-song.txt", seed("nhi-chieu"))


async def test_settings_of_the_editor(neovim: Editor) -> None:
    text = seed("nhi-chieu").replace("Số: 138/KH", "Số:     /KH")
    uri = await neovim.open("a.txt", text, language="text")
    assert "probably" in neovim.found(uri, "spelling/acronym")[0].message
    draft = {(one.code, one.severity) for one in neovim.diagnostics(uri)}
    told = types.DidChangeConfigurationParams({"soat": {"lang": "vi", "stage": "issued"}})
    async with neovim.told(uri):
        neovim.client.workspace_did_change_configuration(told)
    assert "có lẽ" in neovim.found(uri, "spelling/acronym")[0].message
    assert {(one.code, one.severity) for one in neovim.diagnostics(uri)} != draft
    back = types.DidChangeConfigurationParams({"soat": {"lang": "en", "stage": None}})
    async with neovim.told(uri):
        neovim.client.workspace_did_change_configuration(back)
    assert {(one.code, one.severity) for one in neovim.diagnostics(uri)} == draft
    neovim.close(uri)


def _failures(code: Editor) -> list[str]:
    return [one.message for one in code.client.log_messages if one.type == types.MessageType.Error]
