"""One plan in every format that is read: fixtures/formats, made with LibreOffice."""

from __future__ import annotations

import subprocess
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from tools.layouts.plan import plan_docx

NAME = "nhi-chieu"
SCANNED = "OCOOP"  # the scan is the pages with this word
_SEEDS = Path(__file__).resolve().parent.parent.parent / "fixtures" / "seeds"
_HEADER = """\
ỦY BAN NHÂN DÂN
PHƯỜNG NHỊ CHIỂU

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

"""
_DPI = 300
_BLACK = 160  # greys darker than this
_BITS = bytes(ord("0") if grey < _BLACK else ord("1") for grey in range(256))


class Picture(NamedTuple):
    """A picture of a page in black and white: its size in points and in dots, and its rows, eight
    dots a byte, 1 for white."""

    points: tuple[float, float]
    dots: tuple[int, int]
    rows: bytes


def plan_text() -> str:
    """The text of the plan: the seed below the header that it lacks."""
    return _HEADER + (_SEEDS / f"{NAME}.txt").read_text(encoding="utf-8")


def write_formats(folder: Path) -> None:
    """Write the plan as .docx, .odt and .pdf, and a scan of a page of it, into ``folder``.

    Raises CalledProcessError or FileNotFoundError when LibreOffice fails or is not installed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    document = folder / f"{NAME}.docx"
    document.write_bytes(plan_docx(plan_text()))
    with tempfile.TemporaryDirectory() as profile:
        for suffix in ("odt", "pdf"):
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation={Path(profile).as_uri()}",
                    *("--headless", "--convert-to", suffix),
                    *("--outdir", str(folder), str(document)),
                ],
                check=True,
                capture_output=True,
            )
    pdf = (folder / f"{NAME}.pdf").read_bytes()
    (folder / "scan.pdf").write_bytes(picture_pdf(list(_scanned(pdf))))


def _scanned(pdf: bytes) -> Iterator[Picture]:
    """The pages of a PDF that hold the word, as a scanner at 300 dots an inch sees them."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            if SCANNED not in page.get_textpage().get_text_range():
                continue
            bitmap = page.render(scale=_DPI / 72, grayscale=True)
            lines = [
                bytes(bitmap.buffer[at : at + bitmap.width])
                for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
            ]
            rows = b"".join(map(_packed, lines))
            yield Picture(page.get_size(), (bitmap.width, bitmap.height), rows)


def _packed(greys: bytes) -> bytes:
    size = (len(greys) + 7) // 8
    bits = greys.translate(_BITS).ljust(8 * size, b"1")
    return int(bits, 2).to_bytes(size, "big")


def picture_pdf(pictures: Sequence[Picture]) -> bytes:
    """Return a PDF of pages that are pictures, without text (ISO 32000-1, 8.9)."""
    kids = " ".join(f"{3 + 3 * at} 0 R" for at in range(len(pictures)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pictures)}>>".encode(),
    ]
    for at, picture in enumerate(pictures):
        page = 3 + 3 * at
        width, height = picture.points
        across, down = picture.dots
        objects += [
            (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]"
                f"/Resources<</XObject<</Im {page + 2} 0 R>>>>/Contents {page + 1} 0 R>>"
            ).encode(),
            _stream("", f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Im Do Q".encode()),
            _stream(
                f"/Type/XObject/Subtype/Image/Width {across}/Height {down}"
                "/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode",
                zlib.compress(picture.rows, 9),
            ),
        ]
    return _file(objects)


def _stream(entries: str, content: bytes) -> bytes:
    return f"<<{entries}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
