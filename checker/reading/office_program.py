"""LibreOffice as a program of its own: old formats → .docx, without macros, links or network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

from checker.errors import InputError

MAX_CONVERTED_BYTES = 200_000_000
_SECONDS = 120
_FILTER = "docx:MS Word 2007 XML"
_NOWHERE = "127.0.0.1"  # a proxy that nothing answers for
_COMMON = "/org.openoffice.Office.Common"
_SETTINGS: tuple[tuple[str, str, str], ...] = (
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def convert(data: bytes, path: str, suffix: str) -> bytes | None:
    """Return the document ``data`` as a .docx, converted by LibreOffice; None when it is not
    installed. ``path`` is what messages call the file, ``suffix`` the ending of its kind, as in
    ``.doc``.

    Nothing is written beside the user's file. Raises InputError ``not-converted`` when LibreOffice
    makes nothing of it within two minutes.
    """
    program = find_program("soffice", "libreoffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="soat-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
        document = folder / f"document.{suffix.strip('.')}"
        document.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", _FILTER, "--outdir", str(folder / "out"), str(document)),
        ]
        converted = folder / "out" / "document.docx"
        if not run_bounded(command, folder, _SECONDS) or not converted.is_file():
            raise InputError("not-converted", path=path)
        if converted.stat().st_size > MAX_CONVERTED_BYTES:
            raise InputError("too-large", path=path, limit=MAX_CONVERTED_BYTES // 1_000_000)
        return converted.read_bytes()


def find_program(*names: str) -> str | None:
    """Return the path of the first installed program of ``names``; LibreOffice is also looked for
    where its installers put it."""
    for place in _installed() if "soffice" in names else ():
        if place.is_file():
            return str(place)
    return next((found for found in map(shutil.which, names) if found), None)


def run_bounded(
    command: Sequence[str], folder: Path, seconds: float, stdout: IO[bytes] | None = None
) -> bool:
    """Run a program in ``folder``, which is also its home; return whether it ended well in time.
    When it did not, it and all that it started are killed."""
    home = str(folder)
    environment = os.environ | {
        **dict.fromkeys(("HOME", "TMPDIR", "TMP", "TEMP", "XDG_CONFIG_HOME"), home),
        **dict.fromkeys(("http_proxy", "https_proxy"), f"http://{_NOWHERE}:9"),
        "SAL_USE_VCLPLUGIN": "svp",
    }
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=stdout or subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
    except OSError:
        return False
    try:
        return process.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            kill_all(process)


def kill_all(process: subprocess.Popen[bytes]) -> None:
    """Kill a process that leads a group, and all that it started."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False
        )
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _installed() -> Iterator[Path]:
    for variable in ("ProgramFiles", "ProgramFiles(x86)"):
        if variable in os.environ:
            yield Path(os.environ[variable], "LibreOffice", "program", "soffice.com")
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


def _registry() -> str:
    """The profile's settings (registrymodifications.xcu)."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{escape(value)}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/'
        f'registry">{items}</oor:items>'
    )
