"""``soat lsp``: the language server, for editors."""

from __future__ import annotations

import logging

import click

from checker.errors import InputError


@click.command("lsp")
@click.option("--stdio", is_flag=True, hidden=True, expose_value=False)  # many editors add it
def command() -> None:
    """Máy chủ ngôn ngữ (LSP) cho phần mềm soạn thảo: soát .txt và .md ngay trong lúc gõ.

    Phần mềm soạn thảo tự chạy lệnh này và nói chuyện với nó qua đường vào ra chuẩn; cách đặt:
    docs/editors.md. Cần cài thêm: pip install "soat[lsp]".
    """
    try:
        from checker.lsp.server import Server
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise InputError("lsp-needs-pygls") from None
        raise
    # pygls writes whole messages, with the text of documents, into its log
    log = logging.getLogger("pygls")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    server = Server()
    try:
        server.connection.start_io()
    finally:
        server.worker.shutdown(wait=False, cancel_futures=True)
