"""The features of the language server, and the thread that does its work."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from checker import __version__
from checker.lsp.client import Client
from checker.lsp.definitions import Definitions
from checker.lsp.diagnostics import mistake_of
from checker.lsp.hover import hover_of
from checker.lsp.open_text import CheckedText, OpenText
from checker.lsp.open_texts import PAUSE, OpenTexts
from checker.lsp.proofreader import Proofreader
from checker.lsp.protocol import Protocol
from checker.lsp.quick_fixes import KINDS, SELECT, Abilities, actions_of
from checker.lsp.settings import SECTION, ClientSettings, read_settings
from checker.lsp.symbols import flat, symbols_of
from checker.phrases import say

P = ParamSpec("P")
T = TypeVar("T")
Handler = Callable[[Any], Awaitable[Any]]

_WATCHED = ("**/*.yml", "**/*.yaml")


class _Connection(LanguageServer):
    """Tells what goes wrong in the log of the client, without any text of a document."""

    def report_server_error(self, error: Exception, source: Any) -> None:
        self.log_failure("protocol", error, "vi")

    def log_failure(self, where: str, error: BaseException, lang: str) -> None:
        frames = traceback.extract_tb(error.__traceback__)[-1:]
        at = "".join(f" {Path(frame.filename).name}:{frame.lineno}" for frame in frames)
        told = say("lsp-failed", lang, where=where, kind=f"{type(error).__name__}{at}")
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, told))


class Server:
    """One client with its open texts. All checking is done in one thread of its own; the event
    loop only passes messages on."""

    def __init__(self) -> None:
        self.connection = _Connection(
            "soat",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
            protocol_cls=Protocol,
        )
        self.client = Client(self.connection)
        self.settings = ClientSettings()
        self.worker = ThreadPoolExecutor(1, thread_name_prefix="soat-check")
        self.texts = OpenTexts(self._check, self._tell)
        self._mistakes: dict[str, str] = {}  # of an open text, the URI of the file with a mistake
        self._background: set[asyncio.Task[Any]] = set()
        self._register()

    def _register(self) -> None:
        add = self.connection.feature
        add(types.INITIALIZE)(partial(self._start))  # pygls marks what it is given, no method
        handlers: dict[str, Handler] = {
            types.INITIALIZED: self._initialized,
            types.TEXT_DOCUMENT_DID_OPEN: self._opened,
            types.TEXT_DOCUMENT_DID_CHANGE: self._changed,
            types.TEXT_DOCUMENT_DID_SAVE: self._saved,
            types.TEXT_DOCUMENT_DID_CLOSE: self._closed,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._files_changed,
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: self._configured,
            types.TEXT_DOCUMENT_HOVER: self._hover,
            types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: self._symbols,
            types.TEXT_DOCUMENT_DEFINITION: self._definition,
        }
        for name, handler in handlers.items():
            add(name)(self._guarded(name, handler))
        actions = self._guarded(types.TEXT_DOCUMENT_CODE_ACTION, self._actions)
        add(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(list(KINDS)))(actions)

        self.connection.command(SELECT)(self._selecting())

    def _selecting(self) -> Callable[[str, types.Range], Awaitable[None]]:
        async def select(uri: str, place: types.Range) -> None:
            await self.client.select(uri, place)

        return select

    def _guarded(self, name: str, handler: Handler) -> Handler:
        """Return the handler as one that logs what goes wrong, and then answers with nothing."""

        async def guarded(params: Any) -> Any:
            try:
                return await handler(params)
            except Exception as error:
                self.connection.log_failure(name, error, self.settings.lang)
                return None

        return guarded

    async def _work(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something in the thread of the work, behind what is already asked of it."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.worker, partial(function, *args, **kwargs))

    def _start(self, params: types.InitializeParams) -> None:
        self.settings = read_settings(params.initialization_options, self.settings)
        encoding = self.client.encoding
        self.proofreader = Proofreader(self.settings, encoding)
        self.definitions = Definitions(encoding, self._work)

    async def _initialized(self, _params: types.InitializedParams) -> None:
        warming = asyncio.create_task(self._work(self.proofreader.warm))
        self._background.add(warming)
        warming.add_done_callback(self._warmed)
        await self.client.watch(_WATCHED)
        await self._read_configuration()

    def _warmed(self, task: asyncio.Task[None]) -> None:
        """What is wrong with a soat.yml is told when a text is checked."""
        self._background.discard(task)
        if not task.cancelled():
            task.exception()

    async def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        if self.client.is_ours(item.uri, item.language_id):
            self._put(item.uri, item.version, item.text)

    async def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        if uri in self.texts:
            self._put(uri, version, self.client.text(uri), PAUSE)

    def _put(self, uri: str, version: int | None, text: str, pause: float = 0) -> None:
        self.texts.put(OpenText.of(uri, self.client.path(uri), version, text), pause)

    async def _saved(self, params: types.DidSaveTextDocumentParams) -> None:
        uri = params.text_document.uri
        if uri in self.texts:
            self.texts.check_again(uri)
        elif uri.endswith((".yml", ".yaml")):
            await self._read_anew()

    async def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if self.texts.drop(uri):
            self.client.publish(uri, None, ())
            self._tell_mistake(uri, None)

    async def _files_changed(self, _params: types.DidChangeWatchedFilesParams) -> None:
        await self._read_anew()

    async def _configured(self, params: types.DidChangeConfigurationParams) -> None:
        before = self.settings
        if not await self._read_configuration():
            self.settings = read_settings(params.settings, before)
        if self.settings != before:
            await self._read_anew()

    async def _read_configuration(self) -> bool:
        """Ask the client for its settings; tell whether it has answered."""
        told = await self.client.configuration(SECTION)
        if not told:
            return False
        before, self.settings = self.settings, read_settings(told, self.settings)
        if self.settings != before:
            await self._read_anew()
        return True

    async def _read_anew(self) -> None:
        """Read settings, soat.yml files and rules again, and check all texts by them."""
        await self._work(self.proofreader.set, self.settings)
        self.texts.check_all_again()

    async def _check(self, text: OpenText) -> CheckedText | None:
        try:
            return await self._work(self.proofreader.check, text)
        except Exception as error:
            self.connection.log_failure("check", error, self.settings.lang)
            return None

    def _tell(self, checked: CheckedText) -> None:
        uri = checked.open_text.uri
        self.client.publish(uri, checked.open_text.version, checked.diagnostics)
        self._tell_mistake(uri, checked)

    def _tell_mistake(self, uri: str, checked: CheckedText | None) -> None:
        """Show the mistake that keeps a text from being checked in the file where it is made, and
        no longer that of before."""
        before = self._mistakes.pop(uri, None)
        mistake = mistake_of(checked) if checked else None
        if mistake:
            path, told = mistake
            self._mistakes[uri] = path.absolute().as_uri()
            self.client.publish(self._mistakes[uri], None, (told,))
        if before and before not in self._mistakes.values():
            self.client.publish(before, None, ())

    async def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        checked = await self.texts.newest(params.text_document.uri)
        if checked is None:
            return None
        abilities = Abilities(self.client.takes_versioned_edits, self.client.selects_words)
        return await self._work(actions_of, checked, params, self.proofreader, abilities)

    async def _hover(self, params: types.HoverParams) -> types.Hover | None:
        checked = await self.texts.newest(params.text_document.uri)
        if checked is None:
            return None
        markdown = self.client.shows_markdown
        return await self._work(
            hover_of, checked, params.position, self.proofreader, markdown=markdown
        )

    async def _symbols(
        self, params: types.DocumentSymbolParams
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        uri = params.text_document.uri
        checked = await self.texts.newest(uri)
        if checked is None:
            return None
        symbols = await self._work(symbols_of, checked)
        return symbols if self.client.shows_outline else list(flat(symbols, uri))

    async def _definition(self, params: types.DefinitionParams) -> list[types.Location] | None:
        checked = await self.texts.newest(params.text_document.uri)
        if checked is None:
            return None
        return await self.definitions.find(checked, params.position, self.client.folders)
