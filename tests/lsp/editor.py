"""An editor that speaks to a real ``soat lsp``: a thin hand on the client of pytest-lsp."""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

COMMAND = [sys.executable, "-m", "checker", "lsp"]
VS_CODE, NEOVIM = "visual-studio-code", "neovim@v0.8.0"  # the latter selects no words


class Editor:
    """One client with the texts that it has open; applies edits as an editor would."""

    def __init__(self, client: LanguageClient, folder: Path, encoding: str) -> None:
        self.client = client
        self.folder = folder
        self.encoding = encoding
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}

    async def open(
        self,
        name: str,
        text: str,
        *,
        uri: str = "",
        language: str = "plaintext",
        save: bool = False,
    ) -> str:
        """Open a text and wait until it is checked; return its URI."""
        uri = uri or (self.folder / name).as_uri()
        if save:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(text.encode())
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.settled(uri)
        return uri

    async def change(self, uri: str, text: str) -> None:
        """Send a new version, save it, and wait until it is checked."""
        self.send(uri, text)
        saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
        self.client.text_document_did_save(saved)
        await self.settled(uri)

    def send(self, uri: str, text: str) -> None:
        """Send a new version."""
        self.texts[uri] = text
        self.versions[uri] += 1
        identity = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identity, [change]))

    async def settled(self, uri: str) -> None:
        """Wait until the newest version is checked: an answer about it comes behind its
        diagnostics."""
        await self.hover(uri, types.Position(0, 0))

    @asynccontextmanager
    async def told(self, uri: str) -> AsyncIterator[None]:
        """Wait, after what is done inside, until diagnostics of a text are told."""

        async def wait() -> None:
            method = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS
            while (await self.client.wait_for_notification(method)).uri != uri:
                pass

        waiting = asyncio.create_task(wait())
        await asyncio.sleep(0)
        yield
        await waiting

    async def outline(self, uri: str) -> Sequence[Any]:
        identity = types.TextDocumentIdentifier(uri)
        params = types.DocumentSymbolParams(identity)
        return await self.client.text_document_document_symbol_async(params) or ()

    def close(self, uri: str) -> None:
        self.texts.pop(uri, None)
        identity = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identity))

    def diagnostics(self, uri: str) -> Sequence[types.Diagnostic]:
        return self.client.diagnostics[uri]

    def found(self, uri: str, rule: str) -> list[types.Diagnostic]:
        return [one for one in self.diagnostics(uri) if one.code == rule]

    def words(self, uri: str, place: types.Range) -> str:
        """The words at a range, counted here anew."""
        text = self.texts[uri]
        return text[self.offset(text, place.start) : self.offset(text, place.end)]

    def offset(self, text: str, position: types.Position) -> int:
        """The offset of a position, found by counting the units of each character."""
        lines = text.replace("\r\n", "\0\n").replace("\r", "\n").split("\n")
        line = lines[position.line]
        widths = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
        unit = int(self.encoding[4:]) // 8
        sizes = itertools.accumulate(
            (len(char.encode(widths[self.encoding])) // unit for char in line), initial=0
        )
        before = sum(len(one) + 1 for one in lines[: position.line])
        return before + list(sizes).index(position.character)

    def position(self, uri: str, words: str, inside: int = 0) -> types.Position:
        """The position of a character of some words, UTF-16 or UTF-32 only where the line is of
        the BMP."""
        before = self.texts[uri][: self.texts[uri].index(words) + inside]
        lines = before.replace("\r\n", "\n").split("\n")
        return types.Position(len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2)

    async def actions(
        self, uri: str, place: types.Range, only: list[str] | None = None
    ) -> Sequence[types.CodeAction]:
        context = types.CodeActionContext([], only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        return await self.client.text_document_code_action_async(params) or ()

    async def apply(self, action: types.CodeAction) -> None:
        """Apply an action's edits, from the last to the first, and send the new text."""
        if action.edit.document_changes:
            (change,) = action.edit.document_changes
            uri, edits = change.text_document.uri, change.edits
            assert change.text_document.version == self.versions[uri]
        else:
            ((uri, edits),) = action.edit.changes.items()
        text = self.texts[uri]
        spans = sorted(
            (self.offset(text, one.range.start), self.offset(text, one.range.end), one.new_text)
            for one in edits
        )
        for start, end, words in reversed(spans):
            text = text[:start] + words + text[end:]
        await self.change(uri, text)

    async def run(self, command: types.Command) -> None:
        params = types.ExecuteCommandParams(command.command, command.arguments)
        await self.client.workspace_execute_command_async(params)

    async def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        params = types.HoverParams(types.TextDocumentIdentifier(uri), position)
        return await self.client.text_document_hover_async(params)

    async def definition(self, uri: str, position: types.Position) -> Sequence[types.Location]:
        params = types.DefinitionParams(types.TextDocumentIdentifier(uri), position)
        return await self.client.text_document_definition_async(params) or ()


@asynccontextmanager
async def editor(
    folder: Path,
    *,
    like: str = VS_CODE,
    encoding: str = "utf-16",
    options: dict[str, Any] | None = None,
    configuration: dict[str, Any] | None = None,
) -> AsyncIterator[Editor]:
    """Start ``soat lsp`` with a client that is ``like`` an editor and counts in ``encoding``."""
    config = ClientServerConfig(COMMAND, server_env={**os.environ, "PYTHONUTF8": "1"})
    client = await config.start()
    if configuration:
        client.set_configuration(configuration, section="soat")
    capabilities = client_capabilities(like)
    capabilities.general = types.GeneralClientCapabilities(
        position_encodings=[types.PositionEncodingKind(encoding)]
    )
    answer = await client.initialize_session(
        types.InitializeParams(
            capabilities,
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
            initialization_options=options,
        )
    )
    assert answer.capabilities.position_encoding == encoding
    try:
        yield Editor(client, folder, encoding)
    finally:
        await client.shutdown_session()
        await client.stop()
