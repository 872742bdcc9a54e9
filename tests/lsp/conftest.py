from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.lsp.editor import NEOVIM, Editor, editor

ENGLISH = {"soat": {"lang": "en", "stage": "nonsense"}}


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def running_code(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    async with editor(tmp_path_factory.mktemp("kho")) as one:
        yield one


@pytest_asyncio.fixture(loop_scope="session")
async def code(running_code: Editor) -> AsyncIterator[Editor]:
    """An editor like VS Code without any text open; its server is the same for all tests."""
    yield running_code
    for uri in list(running_code.texts):
        running_code.close(uri)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def neovim(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    """An editor that counts in UTF-8 and reads English, the same for all tests."""
    folder = tmp_path_factory.mktemp("kho")
    async with editor(folder, like=NEOVIM, encoding="utf-8", options=ENGLISH) as one:
        yield one
