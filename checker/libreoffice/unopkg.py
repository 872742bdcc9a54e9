"""``unopkg``, the program of LibreOffice that adds and removes extensions."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from checker.errors import InputError
from checker.libreoffice.extension import IDENTIFIER
from checker.reading.office_program import find_program, kill_all

_SECONDS = 60
_NAMES = ("unopkg", "unopkg.com", "unopkg.exe")
_NOT_DEPLOYED = "no such extension deployed"
_LOCKED = ("lock file", "already running")
_ROOT = "as root"


def install(extension: bytes, profile: Path | None = None) -> None:
    """Add an extension (the bytes of an .oxt) to LibreOffice, in the place of an earlier one;
    ``profile`` is the folder of its settings, unless the user's usual one. Raises InputError
    ``lo-missing``, ``lo-running``, ``lo-root`` and ``lo-failed``."""
    with tempfile.TemporaryDirectory(prefix="soat-") as folder:
        file = Path(folder, "soat.oxt")
        file.write_bytes(extension)
        _run(command(("add", "-f", str(file)), profile))


def remove(profile: Path | None = None) -> bool:
    """Remove the extension; return whether there was one. Raises as :func:`install`."""
    try:
        _run(command(("remove", IDENTIFIER), profile))
    except InputError as error:
        if _NOT_DEPLOYED in str(error.values.get("reason", "")).lower():
            return False
        raise
    return True


def command(arguments: tuple[str, ...], profile: Path | None = None) -> list[str]:
    """Return the call of unopkg with ``arguments``. Raises InputError ``lo-missing``."""
    settings = [f"-env:UserInstallation={profile.absolute().as_uri()}"] if profile else []
    return [find_unopkg(), *arguments, *settings]


def find_unopkg() -> str:
    """Return the path of unopkg, which lies beside LibreOffice's own program. Raises InputError
    ``lo-missing``."""
    office = find_program("soffice", "libreoffice")
    folders = [Path(office).parent, Path(os.path.realpath(office)).parent] if office else []
    for folder in folders:
        for name in _NAMES:
            if (folder / name).is_file():
                return str(folder / name)
    found = shutil.which("unopkg")
    if found is None:
        raise InputError("lo-missing")
    return found


def _run(call: list[str]) -> None:
    try:
        process = subprocess.Popen(
            call,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise InputError("lo-failed", reason=error.strerror or str(error)) from None
    try:
        told, _ = process.communicate(timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        kill_all(process)
        raise InputError("lo-running") from None
    if process.returncode:
        raise _error(told.decode("utf-8", "replace"))


def _error(told: str) -> InputError:
    if any(words in told.lower() for words in _LOCKED):
        return InputError("lo-running")
    if _ROOT in told:
        return InputError("lo-root")
    return InputError("lo-failed", reason=" ".join(told.split()))
