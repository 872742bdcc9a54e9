"""The command ``soat``: one module per command, loaded when it is called."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from typing import NoReturn

import click

from checker import __version__
from checker.errors import InputError, SoatError

_COMMANDS = (
    *(
        "check",
        "audit",
        "serve",
        "libreoffice",
        "annotate",
        "fix",
        "diff",
        "compare",
        "baseline",
        "init",
        "config",
        "rules",
        "explain",
    ),
    *("parse", "places", "units", "citations", "learn", "lsp", "doctor", "completion"),
)


class _Commands(click.Group):
    """Loads a command's module only when the command is called."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"checker.cli.{name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, "-V", "--version", prog_name="soat", help="Cho xem bản đang dùng."
)
def soat() -> None:
    """Soát văn bản hành chính trước khi ký (check administrative documents before signing).

    Chạy trên máy, không gửi chữ nào ra ngoài. Bắt đầu: soat serve (trang web),
    hoặc soat check KE-HOACH.docx
    """


def main() -> None:
    """Run the command; a SoatError ends it with one message and exit code 2, a reader of its
    output that closes early (``| head``) ends it at once, without a word."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if "_SOAT_COMPLETE" in os.environ:
        from checker.cli.completion import register

        register()
    try:
        soat(prog_name="soat")
    except SoatError as error:
        _fail(error)
    except OSError as error:
        _fail(InputError("cannot-write", reason=error.strerror or str(error)))


def _fail(error: SoatError) -> NoReturn:
    lang = "en" if "--lang=en" in sys.argv or _follows("--lang", "en") else "vi"
    click.echo(error.message(lang), err=True)
    sys.exit(2)


def _follows(option: str, value: str) -> bool:
    return (option, value) in zip(sys.argv, sys.argv[1:], strict=False)
