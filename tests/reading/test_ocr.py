from __future__ import annotations

import io
import shutil
import subprocess

import pypdfium2
import pytest

from checker.errors import InputError
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import Source, ocr, read_bytes
from checker.reading.pdf.page import Fragment
from tests.conftest import FIXTURES
from tests.reading.pdfs import Page, pdf
from tests.reading.test_pdf import BODY

HEAD = "level page_num block_num par_num line_num word_num left top width height conf text"
ROWS = (
    "4 1 1 1 1 0 1250 300 2500 50 -1 ",
    "5 1 1 1 1 1 1250 310 200 40 96.5 Phường",
    "5 1 1 1 1 2 1500 300 125 50 91 Nhị",
    "5 1 1 1 1 3 1700 300 20 5 90 `",
    "5 1 1 1 1 4 1800 330 40 6 90 -",
    "5 1 1 1 1 5 1900 300 125 50 3 ~x",
    "5 1 1 1 1 6 2000 300 125 50",
)


def table() -> str:
    return "\n".join("\t".join(row.split(" ")) for row in (HEAD, *ROWS))


def code(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read_bytes(data, "x.pdf", ocr=True)
    assert error.value.message("vi") != error.value.message("en")
    return error.value.code


def fragments(text: str) -> list[Fragment]:
    return list(ocr._fragments(text, 300 / 72))


def test_words_stand_where_tesseract_says() -> None:
    found = fragments(table())
    assert [fragment.text for fragment in found] == ["Phường", "Nhị", "-"]
    assert found[0].box == pytest.approx((300, 74.4, 348, 84))
    assert {(fragment.baseline, fragment.size) for fragment in found} == {(84.0, 12.0)}


def test_empty_table() -> None:
    assert fragments("") == []


@pytest.mark.parametrize(
    ("width", "height", "pixels_a_point"),
    [(595, 842, 300 / 72), (14_400, 14_400, 5 / 12), (0, 842, None), (1e30, 1, None)],
)
def test_pixels_are_bounded(width: float, height: float, pixels_a_point: float | None) -> None:
    scale = ocr._scale(width, height)
    assert scale == pytest.approx(pixels_a_point) if pixels_a_point else scale is None


def test_without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert code(pdf(Page().scanned())) == "no-tesseract"


def test_without_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    stub(monkeypatch, "List of available languages (1):\neng\n")
    assert code(pdf(Page().scanned())) == "no-vietnamese-ocr"


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "MAX_PAGES", 1)
    assert code(pdf(Page().scanned(), Page().scanned())) == "ocr-pages"


def test_tesseract_that_fails_or_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (subprocess.TimeoutExpired("tesseract", 1), OSError("no")):
        stub(monkeypatch, error)
        assert code(pdf(Page().scanned())) == "ocr-failed"


def test_good_text_is_not_recognised_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    source = read_bytes(pdf(Page().paragraphs(BODY)), "x.pdf", ocr=True)
    assert not source.ocr and source.raw.startswith("Ủy ban")


def test_page_goes_to_tesseract_as_grey_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    images = stub(monkeypatch, "vie\n", table())
    source = read_bytes(pdf(Page().scanned()), "x.pdf", ocr=True)
    assert source.ocr and not source.scan
    assert source.raw.startswith("Phường Nhị")
    head, size, rest = images[-1].split(b"\n", 1)[0], *images[-1].split(b"\n", 1)
    width, height = (int(number) for number in head.split()[1:3])
    assert (width, height) == (2480, 3509)
    assert len(rest) == width * height and size.startswith(b"P5")


def test_page_on_its_side_is_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"5 1 1 1 1 {n} {300 * n} 300 200 50 31 x{n}" for n in range(1, 7)]
    junk = "\n".join("\t".join(row.split(" ")) for row in (HEAD, ROWS[0], *words))
    images = stub(monkeypatch, "vie\n", junk, junk, table())
    source = read_bytes(pdf(Page().scanned()), "x.pdf", ocr=True)
    assert source.raw.startswith("Phường Nhị")
    sizes = [tuple(map(int, image.split()[1:3])) for image in images[1:]]
    assert sizes == [(2480, 3509), (3509, 2480), (2480, 3509)]


def test_picture_turned_by_a_quarter() -> None:
    assert ocr._turned(b"P5 3 2 255\nabc\ndf") == b"P5 2 3 255\n\nadbfc"


def test_scan_in_which_nothing_is_recognised_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stub(monkeypatch, "vie\n", HEAD.replace(" ", "\t"))
    source = read_bytes(pdf(Page().scanned()), "x.pdf", ocr=True)
    assert source.scan and not source.raw


def stub(monkeypatch: pytest.MonkeyPatch, *answers: str | Exception) -> list[bytes]:
    """Put answers in place of Tesseract's, the last again and again; return what it is given."""
    given: list[bytes] = []
    left = list(answers)

    def run(
        command: list[str], *, input: bytes, **settings: object
    ) -> subprocess.CompletedProcess[bytes]:
        given.append(input)
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, Exception):
            raise answer
        return subprocess.CompletedProcess(command, 0, answer.encode(), b"")

    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/tesseract")
    monkeypatch.setattr(subprocess, "run", run)
    return given


def has_vietnamese() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, check=False)
    return b"vie" in listed.stdout.split()


@pytest.fixture(scope="module")
def recognised() -> Source:
    """Strips of the first and the fourth page of a plan, scanned at 300 dots an inch and
    recognised: a whole page takes Tesseract six seconds."""
    if not has_vietnamese():
        pytest.skip("Tesseract with Vietnamese data (tesseract-ocr-vie) is not installed")
    plan = (FIXTURES / "formats" / "nhi-chieu.pdf").read_bytes()
    return read_bytes(scan_of(plan, "138/KH-UBND", "OCOOP"), "scan.pdf", ocr=True)


def scan_of(data: bytes, *words: str) -> bytes:
    """A scan that has for each word a page: the first page of a document on which it stands, from
    the top (of the next ones: from three inches above the word) to an inch below it."""
    out = io.BytesIO()
    with pypdfium2.PdfDocument(data) as plan, pypdfium2.PdfDocument.new() as scan:
        for word in words:
            page, bottom = next(filter(None, (_with(one, word) for one in plan)))
            width, height = page.get_size()
            bottom = max(0, bottom - 72)
            above = max(0, height - bottom - 4 * 72) if len(scan) else 0
            size = width, height - bottom - above
            picture = pypdfium2.PdfImage.new(scan)
            strip = (0, bottom, 0, above)
            picture.set_bitmap(page.render(scale=300 / 72, grayscale=True, crop=strip))
            picture.set_matrix(pypdfium2.PdfMatrix().scale(*size))
            made = scan.new_page(*size)
            made.insert_obj(picture)
            made.gen_content()
        scan.save(out)
    return out.getvalue()


def _with(page: pypdfium2.PdfPage, word: str) -> tuple[pypdfium2.PdfPage, float] | None:
    """A page and how high above its lower edge a word stands on it, in points."""
    text = page.get_textpage()
    found = text.search(word, match_case=True).get_next()
    return (page, text.get_charbox(found[0])[1]) if found else None


def test_plan_is_found_in_a_scan(recognised: Source, linter: Linter) -> None:
    assert recognised.ocr and len(recognised.pages) == 2
    document = parse(recognised, linter.grammar)
    assert document.header.nation.text and document.header.motto.text
    assert document.header.number.figure == "138"
    assert document.date and document.date.isoformat() == "2026-04-20"
    report = linter.check(recognised, "draft")
    found = {document.text[finding.start : finding.end] for finding in report.findings}
    assert "OCOOP" in found
