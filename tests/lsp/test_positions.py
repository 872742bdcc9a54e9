"""Places in texts whose characters, lines and marks are counted differently by different editors."""

from __future__ import annotations

import unicodedata

import pytest
from lsprotocol import types

from checker.lsp.positions import Positions
from tests.conftest import seed
from tests.lsp.editor import Editor

ENCODINGS = ("utf-8", "utf-16", "utf-32")
ASTRAL = "😋 𝐀 "
TEXTS = {
    "astral": lambda text: text.replace("OCOOP", ASTRAL + "OCOOP"),
    "crlf": lambda text: text.replace("\n", "\r\n").replace("OCOOP", ASTRAL + "OCOOP"),
    "mark": lambda text: "\ufeff" + text,
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "odd-breaks": lambda text: text.replace("các sản phẩm OCOOP", "các\u2028sản\x85phẩm\f😋 OCOOP"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_positions_lead_there_and_back(encoding: str) -> None:
    text = "\ufeffa😋ế\r\ne\u0302\u0301𝐀\u2028x\x85\fy\rz\n\n"
    positions = Positions(text, encoding)
    inside = text.index("\r\n") + 1
    for offset in range(len(text) + 1):
        if offset != inside:
            assert positions.offset(positions.position(offset)) == offset


def test_units_of_each_encoding() -> None:
    text = "ế😋x\n\n"
    columns = {one: Positions(text, one).position(2).character for one in ENCODINGS}
    assert columns == {"utf-8": 7, "utf-16": 3, "utf-32": 2}
    positions = Positions(text, "utf-16")
    assert positions.offset(types.Position(0, 2)) == 1  # inside the emoji
    assert positions.offset(types.Position(0, 99)) == 3
    assert positions.offset(types.Position(9, 0)) == len(text)
    assert positions.line_end(1) == 3


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("name", TEXTS)
async def test_words_are_found_and_mended_in_utf_16(code: Editor, name: str) -> None:
    await _assert_mended(code, name)


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("name", ["astral", "odd-breaks"])
async def test_words_are_found_and_mended_in_utf_8(neovim: Editor, name: str) -> None:
    await _assert_mended(neovim, name)


async def _assert_mended(one: Editor, name: str) -> None:
    text = TEXTS[name](seed("nhi-chieu"))
    uri = await one.open(f"{name}.txt", text)
    (acronym,) = one.found(uri, "spelling/acronym")
    assert one.words(uri, acronym.range) == "OCOOP"
    actions = await one.actions(uri, acronym.range)
    await one.apply(next(action for action in actions if "OCOP" in action.title))
    assert one.texts[uri] == text.replace("OCOOP", "OCOP")
    assert not one.found(uri, "spelling/acronym")
