"""The words of scanned pages, recognised by Tesseract (installed apart, with Vietnamese data)."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from checker.errors import InputError
from checker.reading.pdf.page import Box, Fragment, PageContent

MAX_PAGES = 200
MAX_PIXELS = 36_000_000  # a page of A3 at 300 dots an inch has 17 million
RESOLUTION = 300  # dots an inch
MAX_WORKERS = 4  # pages at a time, each on one core
SECONDS = 120  # for a page
LANGUAGE = "vie"
_POINTS = 72  # an inch
_SPECK = 0.35  # of the line's height; less is a speck, unless it is a sign that is low
_LOW = frozenset("-–—_.,…=~")
_UPRIGHT = 65  # of 100, in the mean; words of a page that lies on its side have less
_FEW_WORDS = 5
_LEAST_CONFIDENCE = 20  # of 100; specks and rules read as letters have less


class _Task(NamedTuple):
    """A page: its number from 1, its size in points, and how many pixels a point has."""

    path: str
    number: int
    width: float
    height: float
    scale: float


def recognised_pages(pdf: pypdfium2.PdfDocument, path: str) -> Iterator[PageContent]:
    """Yield the pages of a scan, its words with their places; ``path`` is only what messages call
    it.

    Raises InputError: ``no-tesseract``, ``no-vietnamese-ocr``, ``ocr-pages`` (more than 200),
    ``ocr-failed`` (also when a page takes longer than two minutes).
    """
    if len(pdf) > MAX_PAGES:
        raise InputError("ocr-pages", path=path, pages=len(pdf), limit=MAX_PAGES)
    program = shutil.which("tesseract")
    if program is None:
        raise InputError("no-tesseract", path=path)
    if LANGUAGE not in _run(program, ["--list-langs"], b"", path, 0).split():
        raise InputError("no-vietnamese-ocr", path=path)
    workers = min(MAX_WORKERS, os.cpu_count() or 1)
    waiting: deque[Future[PageContent]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for number in range(len(pdf)):
                with closing(pdf[number]) as page:
                    width, height = page.get_size()
                    scale = _scale(width, height)
                    image = _image(page, scale) if scale else b""
                task = _Task(path, number + 1, width, height, scale or 1.0)
                waiting.append(pool.submit(_recognised, program, task, image))
                if len(waiting) > workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _recognised(program: str, task: _Task, image: bytes) -> PageContent:
    content = PageContent(task.width, task.height)
    if not image:
        return content
    table = _table(program, task, image)
    for quarter in range(1, 4) if _confidence(table) < _UPRIGHT else ():
        image = _turned(image)
        other = _table(program, task, image)
        if _confidence(other) > _UPRIGHT:
            table = other
            size = (task.height, task.width) if quarter % 2 else (task.width, task.height)
            content = PageContent(*size)
            break
    content.fragments = list(_fragments(table, task.scale))
    return content


def _table(program: str, task: _Task, image: bytes) -> str:
    settings = ["-l", LANGUAGE, "--dpi", str(round(task.scale * _POINTS)), "--psm", "3", "tsv"]
    return _run(program, ["stdin", "stdout", *settings], image, task.path, task.number)


def _confidence(table: str) -> float:
    """How sure Tesseract is of the words of its table, of 100; 100 of a page with hardly any."""
    rows = [line.split("\t") for line in table.splitlines()]
    column = {name: index for index, name in enumerate(rows[0])} if rows else {}
    sure = [
        float(row[column["conf"]])
        for row in rows[1:]
        if len(row) >= len(column) and row[column["text"]].strip()
    ]
    return sum(sure) / len(sure) if len(sure) >= _FEW_WORDS else 100.0


def _turned(image: bytes) -> bytes:
    """A picture, a PGM file, turned by a quarter, clockwise."""
    head, dots = image.split(b"\n", 1)
    width, height = (int(number) for number in head.split()[1:3])
    columns = (dots[column::width][::-1] for column in range(width))
    return b"P5 %d %d 255\n" % (height, width) + b"".join(columns)


def _scale(width: float, height: float) -> float | None:
    """Pixels a point, fewer for a huge page; None where there is nothing to see."""
    if not (min(width, height) >= 1 and math.isfinite(width * height)):
        return None
    scale = min(RESOLUTION / _POINTS, math.sqrt(MAX_PIXELS / (width * height)))
    return scale if min(width, height) * scale >= 1 else None


def _image(page: pypdfium2.PdfPage, scale: float) -> bytes:
    """The page in shades of grey, as a PGM file."""
    with closing(page.render(scale=scale, grayscale=True)) as bitmap:
        data = bytes(bitmap.buffer)
        rows = (
            data[start : start + bitmap.width]
            for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)
        )
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def _run(program: str, arguments: list[str], image: bytes, path: str, page: int) -> str:
    try:
        done = subprocess.run(
            [program, *arguments],
            input=image,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        raise InputError("ocr-failed", path=path, page=page) from None
    return done.stdout.decode("utf-8", "replace")


def _fragments(table: str, scale: float) -> Iterator[Fragment]:
    """The words of Tesseract's table (TSV), each standing where its line does."""
    rows = [line.split("\t") for line in table.splitlines()]
    if not rows:
        return
    column = {name: index for index, name in enumerate(rows[0])}
    line_box = Box(0, 0, 0, 0)
    for row in rows[1:]:
        if len(row) < len(column):
            continue
        left, top, width, height = (
            int(row[column[name]]) / scale for name in ("left", "top", "width", "height")
        )
        box = Box(left, top, left + width, top + height)
        if row[column["level"]] == "4":
            line_box = box
        text = row[column["text"]].strip()
        size = line_box.bottom - line_box.top
        speck = text not in _LOW and box.bottom - box.top < _SPECK * size
        if text and not speck and float(row[column["conf"]]) >= _LEAST_CONFIDENCE:
            yield Fragment(text, box, line_box.bottom, size)
