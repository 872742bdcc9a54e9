"""LibreOffice Writer itself, without a window: it asks ``soat serve`` by the extension's settings.

Needs LibreOffice with Writer and a Python with ``uno`` (Debian: libreoffice-writer-nogui,
python3-uno); skipped where they are missing.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from checker.errors import InputError
from checker.libreoffice import unopkg
from checker.libreoffice.extension import make_extension
from checker.reading.office_program import find_program

ASK = Path(__file__).with_name("ask_writer.py")
OCOOP = "Kinh phí cho R&D + truyền thông đạt 50% kế hoạch; các sản phẩm OCOOP tiêu biểu."
FOOTNOTE = "Thông tin đối ngoại<note/> phường Nghị Quyết năm 2026 do Ủy ban nhân dân ban hành."
SOUND = "Ủy ban nhân dân phường tổ chức thực hiện kế hoạch này."
RED = 0xFF0000
_NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Theo dự thảo.</text:p></text:note-body></text:note>"
)
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"


def _python_with_uno() -> str | None:
    office = find_program("soffice", "libreoffice")
    own = [Path(os.path.realpath(office)).with_name("python")] if office else []
    for python in (*map(str, own), "/usr/bin/python3", shutil.which("python3")):
        if python and Path(python).exists():
            ran = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if ran.returncode == 0:
                return python
    return None


def _missing() -> str:
    if find_program("soffice", "libreoffice") is None:
        return "LibreOffice is not installed"
    try:
        unopkg.find_unopkg()
    except InputError:
        return "unopkg is not installed"
    return "" if _python_with_uno() else "no Python has the module uno (Debian: python3-uno)"


pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="starts and ends programs as on Linux"),
    pytest.mark.skipif(bool(reason := _missing()), reason=reason or "nothing is missing"),
]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the user of unopkg, which refuses root, may write."""
    path = Path(tempfile.mkdtemp(prefix="soat-writer-"))
    path.chmod(0o755)
    if os.geteuid() == 0:
        shutil.chown(path, "nobody")
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def server(folder: Path) -> Iterator[str]:
    """The address of a running ``soat serve`` of an office that tells its place."""
    config = folder / "soat.yml"
    config.write_text("locality: phường Nhị Chiểu, thành phố Hải Phòng\n", encoding="utf-8")
    serve = [sys.executable, "-m", "checker", "serve", "--port", "0", "--no-browser", "-j", "1"]
    with _running([*serve, "--config", str(config)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        told = process.stdout.readline().decode()
        found = re.search(r"http://[\w.:]+/", told)
        assert found, told
        yield found[0]


@contextlib.contextmanager
def _running(command: list[str], **options) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, start_new_session=True, **options)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


def _document(path: Path, *paragraphs: str) -> None:
    """Write an .odt in Vietnamese with these paragraphs."""
    names = ("office", "style", "text")
    spaces = " ".join(f'xmlns:{name}="{_NAMES}{name}:1.0"' for name in names)
    spaces += f' xmlns:fo="{_NAMES}xsl-fo-compatible:1.0"'
    version = 'office:version="1.3"'
    body = "".join(
        f"<text:p>{_NOTE.join(map(escape, words.split('<note/>')))}</text:p>"
        for words in paragraphs
    )
    content = (
        f"<office:document-content {spaces} {version}>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {spaces} {version}><office:styles>"
        '<style:default-style style:family="paragraph">'
        '<style:text-properties fo:language="vi" fo:country="VN"/></style:default-style>'
        "</office:styles></office:document-styles>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    entries = {"/": kind, "content.xml": "text/xml", "styles.xml": "text/xml"}
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{one}"/>'
        for name, one in entries.items()
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_NAMES}manifest:1.0" manifest:version="1.3">'
        f"{listed}</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("content.xml", content)
        package.writestr("styles.xml", styles)
        package.writestr("META-INF/manifest.xml", manifest)


def _installed(folder: Path, address: str) -> Path:
    """Return a profile of LibreOffice to which unopkg has added the extension."""
    extension = folder / "soat.oxt"
    extension.write_bytes(make_extension(address))
    profile = folder / "profile"
    subprocess.run(
        unopkg.command(("add", "-f", str(extension)), profile),
        env=os.environ | {"HOME": str(folder)},
        user="nobody" if os.geteuid() == 0 else None,
        extra_groups=() if os.geteuid() == 0 else None,
        timeout=60,
        check=True,
    )
    return profile


def test_writer_marks_what_soat_finds(folder: Path, server: str):
    profile = _installed(folder, server)
    document = folder / "kế hoạch.odt"
    _document(document, OCOOP, FOOTNOTE, SOUND)
    pipe = f"soat{os.getpid()}"
    office = [
        str(find_program("soffice", "libreoffice")),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        f"--accept=pipe,name={pipe};urp",
    ]
    with _running(office, env=os.environ | {"HOME": str(folder)}, stderr=subprocess.DEVNULL):
        ran = subprocess.run(
            [str(_python_with_uno()), str(ASK), pipe, document.as_uri()],
            capture_output=True,
            timeout=60,
            check=False,
        )
    assert ran.returncode == 0, ran.stderr.decode()
    told = {one["text"]: one["marks"] for one in json.loads(ran.stdout)}
    (mark,) = told[OCOOP]
    assert (mark["start"], mark["length"]) == (OCOOP.index("OCOOP"), 5)
    assert mark["suggestions"] == ["OCOP"]
    assert mark["comment"].endswith("[spelling/acronym]")
    assert mark["color"] == RED
    anchored = FOOTNOTE.replace("<note/>", "\u200b")
    (place,) = told[anchored]
    assert anchored[place["start"] :][: place["length"]] == "phường Nghị Quyết"
    assert told[SOUND] == []
