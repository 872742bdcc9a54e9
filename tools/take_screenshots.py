"""Takes the pictures of docs/images/ that no test takes: the page of an audit, and comments in a
word processor.

    python -m tools.take_screenshots

Needs playwright with Debian's chromium, and for the comments LibreOffice Writer with its windows
(libreoffice-writer, not -nogui), Xvfb and ImageMagick. The pictures of the
page of ``soat serve`` are taken by tests/server/.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SEEDS = ROOT / "fixtures" / "seeds"
PLAN = ROOT / "fixtures" / "formats" / "nhi-chieu.docx"
SUPERIOR = SEEDS / "ban-tuyen-giao-hai-phong.txt"
COMMENTED = "3.2. Xây dựng hệ thống"  # how the paragraph begins from which comments are shown
MOST_BYTES = 200_000

_CHROMIUM = "/usr/bin/chromium"
_DRAWN = 15  # seconds after which Writer has drawn its window, on a slow machine too
_SCREEN = (1280, 760)  # pixels
_PAGE = "1016x640+100+100"  # where in the window the page and its comments are
_PHOTOGRAPH = ["import", "-window", "root", "-crop", _PAGE, "+repage", "+dither", "-colors", "64"]
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/SpellChecking"><prop oor:name="IsSpellAuto" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.0</value></prop></item>
</oor:items>
"""  # noqa: E501 - as LibreOffice writes them


def main() -> None:
    """Write bao-cao-doi-chieu.png and word-nhan-xet.png. Raises CalledProcessError when a program
    fails, ValueError when a picture is too large."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as work:
        take_audit(Path(work), IMAGES / "bao-cao-doi-chieu.png")
        take_comments(Path(work), IMAGES / "word-nhan-xet.png")
    for path in sorted(IMAGES.glob("*.png")):
        size = path.stat().st_size
        print(f"{path.relative_to(ROOT)}: {size:,} bytes")
        if size > MOST_BYTES:
            raise ValueError(f"{path} is larger than {MOST_BYTES:,} bytes")


def take_audit(work: Path, picture: Path) -> None:
    """Audit the seeds and photograph the top of the page."""
    out = work / "audit"
    told = ["--expect", "communes-of", "Hải Phòng", "--due", "31/3/2026", "--stage", "issued"]
    _soat("audit", "fixtures/seeds", "--against", str(SUPERIOR.relative_to(ROOT)), *told, "-o", out)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 780})
        page.goto((out / "report.html").as_uri())
        page.screenshot(path=picture)
        browser.close()


def take_comments(work: Path, picture: Path) -> None:
    """Annotate the Word file of the seeds and photograph Writer, which shows it from the paragraph
    COMMENTED on."""
    copy = work / "nhan-xet.docx"
    _soat("annotate", PLAN, "-o", copy)
    _cut_before(copy, COMMENTED)
    profile = work / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    width, height = _SCREEN
    screen = ["-screen", "0", f"{width}x{height}x24"]
    with subprocess.Popen(["Xvfb", "-displayfd", "1", *screen], stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        display = f":{server.stdout.readline().decode().strip()}"
        environment = os.environ | {"DISPLAY": display, "SAL_USE_VCLPLUGIN": "gen"}
        writer = subprocess.Popen(
            [
                "soffice",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation={profile.as_uri()}",
                copy,
            ],
            env=environment,
            start_new_session=True,
        )
        try:
            time.sleep(_DRAWN)
            subprocess.run([*_PHOTOGRAPH, f"png8:{picture}"], env=environment, check=True)
        finally:
            os.killpg(writer.pid, 15)
            writer.wait()
            server.terminate()


def _soat(*arguments: str | Path) -> None:
    """Run soat in the root of the project; findings are no failure."""
    ended = subprocess.run([sys.executable, "-m", "checker", *arguments], cwd=ROOT)
    if ended.returncode > 1:
        raise subprocess.CalledProcessError(ended.returncode, "soat")


def _cut_before(path: Path, beginning: str) -> None:
    """Take out of a Word file what stands before the paragraph that begins so."""
    document = docx.Document(str(path))
    body = document.element.body
    for element in list(body):
        if "".join(element.itertext()).startswith(beginning):
            break
        body.remove(element)
    document.save(str(path))


if __name__ == "__main__":
    main()
