"""Jobs for the workers of the tests, and a bench that is there at once."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import ConfigError, InputError

SECRET = "chữ của văn bản mật"


class NoBench:
    """What a worker loads: nothing."""


def bad_bench() -> Any:
    raise ConfigError("no-such-file", path="soat.yml")


def no_bench() -> Any:
    os._exit(1)


@dataclass(frozen=True)
class Say:
    """Give back the words, with the number of the process."""

    words: str = ""

    def do(self, _bench: object) -> tuple[str, int]:
        return self.words, os.getpid()


@dataclass(frozen=True)
class Refuse:
    def do(self, _bench: object) -> None:
        raise InputError("too-large", path="a.docx", limit=5)


@dataclass(frozen=True)
class Break:
    """Fail, and write some of the text."""

    def do(self, _bench: object) -> None:
        print(SECRET)
        print(SECRET, file=sys.stderr, flush=True)
        raise ValueError(SECRET)


@dataclass(frozen=True)
class Die:
    def do(self, _bench: object) -> None:
        os.abort()


@dataclass(frozen=True)
class Wait:
    """Tell in ``pipe`` that it has begun, and never end; ``program`` starts a program in a group of
    its own first and tells its number."""

    pipe: str = ""
    program: bool = False

    def do(self, _bench: object) -> None:
        number = os.getpid()
        if self.program:
            number = subprocess.Popen([sys.executable, "-c", _ENDLESS], process_group=0).pid
        if self.pipe:
            Path(self.pipe).write_text(str(number))
        threading.Event().wait()


_ENDLESS = "import threading; threading.Event().wait()"


@dataclass(frozen=True)
class Fill:
    """Hold so many bytes, and give back the number of the process."""

    size: int

    def do(self, _bench: object) -> int:
        held = bytearray(self.size)
        held[::4096] = b"\1" * len(held[::4096])
        return os.getpid()


@dataclass(frozen=True)
class Leave:
    """Leave a file behind, and give back where."""

    def do(self, _bench: object) -> str:
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(SECRET.encode())
        return file.name
