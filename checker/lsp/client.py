"""What the editor can do, and what it is asked and told."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

_LANGUAGES = ("plaintext", "markdown", "text")
_SUFFIXES = (".txt", ".md")


class Client:
    """The other end of a connection; nothing of it is known before it is initialized."""

    def __init__(self, connection: LanguageServer) -> None:
        self._connection = connection

    @property
    def encoding(self) -> str:
        """How positions are counted: utf-8, utf-16 or utf-32."""
        return str(types.PositionEncodingKind(self._connection.workspace.position_encoding).value)

    @property
    def folders(self) -> list[str]:
        """The paths of the open folders."""
        workspace = self._connection.workspace
        uris = [folder.uri for folder in workspace.folders.values()]
        paths = [to_fs_path(uri) for uri in uris] or [workspace.root_path]
        return [path for path in paths if path]

    @property
    def takes_versioned_edits(self) -> bool:
        workspace = self._connection.client_capabilities.workspace
        return bool(
            workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes
        )

    @property
    def selects_words(self) -> bool:
        """Whether the client can be asked to show and select a place in a document."""
        window = self._connection.client_capabilities.window
        return bool(window and window.show_document and window.show_document.support)

    @property
    def shows_markdown(self) -> bool:
        texts = self._connection.client_capabilities.text_document
        kinds = texts.hover.content_format if texts and texts.hover else None
        return types.MarkupKind.Markdown in (kinds or ())

    @property
    def shows_outline(self) -> bool:
        """Whether symbols may lie in symbols."""
        texts = self._connection.client_capabilities.text_document
        symbols = texts.document_symbol if texts else None
        return bool(symbols and symbols.hierarchical_document_symbol_support)

    def is_ours(self, uri: str, language: str) -> bool:
        """Tell whether a text is plain or Markdown, by what the client calls it or by its name."""
        return language in _LANGUAGES or urlsplit(uri).path.lower().endswith(_SUFFIXES)

    def path(self, uri: str) -> str:
        """Return the path of a text; of one that was never saved one in the open folder."""
        path = to_fs_path(uri)
        if path:
            return path
        name = PurePosixPath(unquote(urlsplit(uri).path)).name or "-"
        folder = next(iter(self.folders), None)
        return str(Path(folder, name)) if folder else name

    def text(self, uri: str) -> str:
        """Return the text of an open document as the client has it now."""
        return self._connection.workspace.get_text_document(uri).source

    def publish(
        self, uri: str, version: int | None, diagnostics: Iterable[types.Diagnostic]
    ) -> None:
        """Show these diagnostics, and no others, on a document."""
        told = types.PublishDiagnosticsParams(uri, list(diagnostics), version)
        self._connection.text_document_publish_diagnostics(told)

    async def select(self, uri: str, place: types.Range) -> None:
        """Ask the client to select a place in a document."""
        with contextlib.suppress(JsonRpcException):
            await self._connection.window_show_document_async(
                types.ShowDocumentParams(uri, take_focus=True, selection=place)
            )

    async def watch(self, globs: Iterable[str]) -> None:
        """Ask to be told of changed files, where the client can be asked."""
        workspace = self._connection.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if not watching or not watching.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(glob) for glob in globs]
        registration = types.Registration(
            "soat-settings",
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
            types.DidChangeWatchedFilesRegistrationOptions(watchers),
        )
        with contextlib.suppress(JsonRpcException):  # without, changes are seen at the next check
            await self._connection.client_register_capability_async(
                types.RegistrationParams([registration])
            )

    async def configuration(self, section: str) -> Any:
        """Return what the user has set under ``section``; None where the client cannot be asked."""
        workspace = self._connection.client_capabilities.workspace
        if not workspace or not workspace.configuration:
            return None
        asked = types.ConfigurationParams([types.ConfigurationItem(section=section)])
        try:
            answer = await self._connection.workspace_configuration_async(asked)
        except JsonRpcException:
            return None
        return next(iter(answer), None)
