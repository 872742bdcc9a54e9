from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.errors import InputError
from checker.file_report import FileReport
from checker.linter import Linter
from checker.reading import Source, read_bytes
from checker.reading.pdf.furniture import without_furniture
from checker.reading.pdf.page import Box, Fragment
from checker.reading.pdf.rows import rows_of
from tests.conftest import seed
from tests.reading.documents import plan_docx
from tests.reading.pdfs import LOCK, Page, file_of, pdf

BODY = (
    "Ủy ban nhân dân phường Nhị Chiểu xây dựng kế hoạch công tác thông tin đối ngoại năm 2026 như "
    "sau và giao các phòng, ban, đơn vị có liên quan của phường tổ chức thực hiện."
)
NEXT = "Các phòng, ban, đơn vị báo cáo kết quả về Ủy ban nhân dân phường trước ngày 20/12/2026."


def read(*pages: Page) -> Source:
    return read_bytes(pdf(*pages), "x.pdf")


def lines(source: Source) -> list[str]:
    return [source.raw[line.start : line.end] for line in source.lines]


def full(source: Source) -> list[str]:
    return [line for line in lines(source) if line]


def code(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read_bytes(data, "x.pdf")
    assert error.value.message("vi") != error.value.message("en")
    return error.value.code


def test_lines_and_paragraphs() -> None:
    source = read(Page().paragraphs(BODY, NEXT))
    assert (source.format, source.paragraphs, source.scan, source.ocr) == (
        "pdf",
        False,
        False,
        False,
    )
    assert lines(source) == [
        "Ủy ban nhân dân phường Nhị Chiểu xây dựng kế hoạch công tác ",
        "thông tin đối ngoại năm 2026 như sau và giao các phòng, ban, đơn ",
        "vị có liên quan của phường tổ chức thực hiện.",
        "",
        "Các phòng, ban, đơn vị báo cáo kết quả về Ủy ban nhân dân ",
        "phường trước ngày 20/12/2026.",
    ]


def test_paragraph_cut_by_a_page_goes_on() -> None:
    whole = Page().paragraphs(BODY).words(290, 40, "1")
    cut = (
        Page()
        .words(290, 40, "2")
        .words(85, 80, "và các tổ dân phố trên địa bàn phường cùng thực hiện đúng.")
    )
    first = "Công an phường chủ trì, phối hợp với các phòng, ban, đơn vị, trường học"
    whole.words(85, 760, first)
    source = read(whole, cut)
    assert source.raw[source.pages[1] :].startswith("và các tổ dân phố")
    assert source.raw[: source.pages[1]].endswith(f"{first} \n")
    assert not {"1", "2"} & set(lines(source))


def test_number_in_the_text_is_no_page_number() -> None:
    assert "2026" in lines(read(Page().paragraphs(BODY).words(290, 40, "2026")))
    assert "12" in lines(read(Page().paragraphs(BODY, y=300).words(85, 280, "12")))


def test_header_is_read_by_columns() -> None:
    page = Page()
    for y, left, right in (
        (60, "ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (76, "PHƯỜNG NHỊ CHIỂU", "Độc lập - Tự do - Hạnh phúc"),
        (100, "Số: 138/KH-UBND", "Nhị Chiểu, ngày 20 tháng 4 năm"),
    ):
        page.words(90, y, left, 13).words(290, y, right, 13)
    page.words(290, 116, "2026", 13).words(250, 140, "KẾ HOẠCH").paragraphs(BODY, y=170)
    assert full(read(page))[:7] == [
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG NHỊ CHIỂU",
        "Số: 138/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Nhị Chiểu, ngày 20 tháng 4 năm 2026",
        "KẾ HOẠCH",
    ]


def test_name_of_the_state_cut_by_its_column() -> None:
    page = Page().words(90, 60, "ỦY BAN NHÂN DÂN", 13)
    page.words(290, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", 13).words(290, 76, "NAM", 13)
    page.words(90, 76, "PHƯỜNG NHỊ CHIỂU", 13).words(290, 92, "Độc lập - Tự do - Hạnh phúc", 13)
    page.words(90, 116, "Số: 138/KH-UBND", 13).words(250, 150, "KẾ HOẠCH")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in full(read(page.paragraphs(BODY, y=190)))


def test_recipients_are_not_mixed_with_the_signature() -> None:
    page = Page().paragraphs(BODY)
    left = (
        "Nơi nhận:",
        "- Các phòng chuyên môn thuộc",
        "UBND phường;",
        "- Công an phường;",
        "- Lưu: VT.",
    )
    for number, text in enumerate(left):
        page.words(85, 200 + 14 * number, text, 11)
    for y, text in ((200, "TM. ỦY BAN NHÂN DÂN"), (216, "KT. CHỦ TỊCH"), (300, "Trần Hồng Túc")):
        page.words(330, y, text)
    assert full(read(page))[3:] == [
        "Nơi nhận:",
        "- Các phòng chuyên môn thuộc UBND phường;",
        "- Công an phường;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "Trần Hồng Túc",
    ]


def test_signature_a_little_lower_than_the_recipients() -> None:
    page = Page().paragraphs(BODY)
    for number, text in enumerate(("Nơi nhận:", "- Như trên;", "- Lưu: VT.")):
        page.words(85, 200 + 14 * number, text, 11)
    page.words(330, 207, "CHỦ TỊCH").words(330, 260, "Trần Hồng Túc")
    assert full(read(page))[3:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Trần Hồng Túc",
    ]


def test_header_with_a_narrow_gutter() -> None:
    page = (
        Page().words(80, 60, "ỦY BAN NHÂN DÂN THÀNH PHỐ", 13).words(255, 60, "CỘNG HÒA XÃ HỘI", 13)
    )
    page.words(80, 76, "PHƯỜNG NHỊ CHIỂU", 13).words(255, 76, "Độc lập - Tự do", 13)
    assert full(read(page)) == [
        "ỦY BAN NHÂN DÂN THÀNH PHỐ",
        "PHƯỜNG NHỊ CHIỂU",
        "CỘNG HÒA XÃ HỘI",
        "Độc lập - Tự do",
    ]


def test_unruled_list_keeps_its_rows() -> None:
    page = Page().paragraphs(BODY)
    for number, name in enumerate(("Trần Văn An", "Lê Thị Bình")):
        page.words(85, 200 + 18 * number, name).words(330, 200 + 18 * number, "Công chức")
    assert full(read(page))[3:] == ["Trần Văn An", "Công chức", "Lê Thị Bình", "Công chức"]


def table() -> Page:
    page = Page().words(85, 60, "Bảng phân công nhiệm vụ:")
    page.table((85, 130, 330, 520), (80, 110, 160, 190))
    for y, cells in (
        (100, ("TT", "Nội dung", "Chủ trì")),
        (130, ("1", "Tuyên truyền về công tác", "Phòng Văn hóa và xã")),
        (148, ("", "đối ngoại", "- thể thao")),
        (180, ("2", "Hội nghị", "")),
    ):
        for x, text in zip((90, 140, 335), cells, strict=True):
            if text:
                page.words(x, y, text)
    return page


def test_ruled_table() -> None:
    source = read(table().words(85, 220, "Hết bảng."))
    cells = [
        (*line.cell[1:], source.raw[line.start : line.end]) for line in source.lines if line.cell
    ]
    assert cells == [
        (0, 0, "TT"),
        (0, 1, "Nội dung"),
        (0, 2, "Chủ trì"),
        (1, 0, "1"),
        (1, 1, "Tuyên truyền về công tác "),
        (1, 1, "đối ngoại"),
        (1, 2, "Phòng Văn hóa và xã"),
        (1, 2, "- thể thao"),
        (2, 0, "2"),
        (2, 1, "Hội nghị"),
        (2, 2, ""),
    ]
    assert lines(source)[-1] == "Hết bảng."


def test_table_goes_on_without_its_repeated_head() -> None:
    following = Page().table((85, 130, 330, 520), (60, 90, 120)).words(90, 80, "TT")
    following.words(140, 80, "Nội dung").words(335, 80, "Chủ trì")
    following.words(90, 110, "3").words(140, 110, "Kiểm tra").words(335, 110, "Công an phường")
    source = read(table(), following)
    assert full(source)[-1] == "Công an phường"
    last = source.lines[-1].cell
    assert last and (last.table, last.row, last.column) == (0, 3, 2)
    assert lines(source).count("Nội dung") == 1


def test_row_cut_by_a_page_goes_on_below_the_repeated_head() -> None:
    following = Page().table((85, 130, 330, 520), (60, 90, 120)).words(90, 80, "TT")
    following.words(140, 80, "Nội dung").words(335, 80, "Chủ trì")
    following.words(140, 110, "và báo cáo kết quả")
    last = read(table(), following).lines[-2].cell
    assert last and (last.row, last.column) == (2, 1)


@pytest.mark.parametrize(
    ("matrix", "places"),
    [
        ("0 1 -1 0", ((100, 100), (118, 100))),
        ("-1 0 0 -1", ((500, 700), (500, 718))),
        ("0 -1 1 0", ((200, 700), (182, 700))),
    ],
)
def test_page_set_sideways(matrix: str, places: Iterable[tuple[float, float]]) -> None:
    page = Page()
    for (x, y), text in zip(
        places, ("Danh mục chỉ tiêu của phường", "kèm theo kế hoạch"), strict=True
    ):
        page.turned(x, y, text, matrix)
    assert full(read(page)) == ["Danh mục chỉ tiêu của phường", "kèm theo kế hoạch"]


def test_watermark_is_left_out() -> None:
    page = Page().paragraphs(BODY).turned(100, 300, "DỰ THẢO", "0.7 0.7 -0.7 0.7", 40)
    assert "DỰ THẢO" not in read(page).raw


def test_large_words_across_the_text_are_left_out() -> None:
    page = Page().words(120, 102, "DỰ THẢO", 60).paragraphs(BODY, NEXT)
    assert full(read(page)) == full(read(Page().paragraphs(BODY, NEXT)))
    cover = Page().words(120, 60, "KẾ HOẠCH", 40).paragraphs(BODY)
    assert full(read(cover))[0] == "KẾ HOẠCH"


def noted(size: float = 10) -> Page:
    page = Page().paragraphs(BODY).words(85, 200, "Nhân dân").words(141, 195, "1", 8)
    page.words(145, 200, " trong xã.").rule(85, 700, 230, 700)
    return page.words(85, 712, "1", 6).words(90, 716, "Theo số liệu năm 2025.", size)


def test_footnote_is_left_out_with_its_mark() -> None:
    assert full(read(noted()))[-1] == "Nhân dân trong xã."
    assert full(read(noted(size=14)))[-1].endswith("Theo số liệu năm 2025.")


def test_raised_figure_stays_with_its_word() -> None:
    page = Page().paragraphs(BODY).words(85, 200, "500 m").words(120, 194, "2", 8)
    assert full(read(page.words(124, 200, " đất")))[-1] == "500 m2 đất"


def test_number_cut_at_its_stroke_is_one() -> None:
    page = Page().words(85, 80, "Ban Tuyên giáo thực hiện đúng Kết luận số 57-KL/")
    page.words(85, 98, "TW của Bộ Chính trị về công tác thông tin.")
    assert "số 57-KL/TW của" in read(page).raw


def test_blank_after_a_combining_mark_is_kept() -> None:
    page = Page().words(103, 80, "việc")
    page.drawn.append(b"BT /F 14 Tf 85 762 Td [<00760065> 300 <0302> 500 <0300>] TJ ET")
    assert full(read(page)) == ["ve\u0302\u0300 việc"]


def test_part_of_a_letter_drawn_apart_is_left_out() -> None:
    whole = Fragment("Nơi nh", Box(85, 70, 116, 80), 78, 11)
    part, rest = (
        Fragment("ơ", Box(97, 70, 99, 80), 77.6, 11),
        Fragment("ận:", Box(116, 70, 132, 80), 78, 11),
    )
    assert [[piece.text for piece in row] for row in rows_of([whole, part, rest])] == [
        ["Nơi nhận:"]
    ]


def test_letter_drawn_out_of_sight_is_left_out() -> None:
    above, shadow = Fragment("Kế hoạch", Box(85, 70, 150, 80), 78, 14), Box(120, 790, 128, 802)
    rows = rows_of([above, Fragment("ẩ", shadow, 800, 14)])
    assert [row[0].text for row in without_furniture(rows, 842)] == ["Kế hoạch"]


def test_letters_of_another_font_drawn_later_stand_in_place() -> None:
    page = Page().words(85, 80, "tr").words(85 + 28, 80, "c ngày").words(85 + 77, 80, " tháng")
    page.words(85 + 14, 80, "ướ").words(85 + 70, 120, "ab")
    assert full(read(page)) == ["trước ngày tháng", "ab"]


def test_signs_that_are_no_letters() -> None:
    page = Page().words(85, 80, "o\ufb03ce và ho\u00e0 \u00adbình, kế hoa\u0323ch")
    assert full(read(page)) == ["office và hoà bình, kế hoa\u0323ch"]


STAMP = (
    "Người ký: Ủy ban nhân dân",
    "phường Nhị Chiểu",
    "Email: ubnd@haiphong.gov.vn",
    "Cơ quan: Thành phố Hải Phòng",
    "Thời gian ký: 20.04.2026 10:11:12 +07:00",
)


def stamped(page: Page) -> Page:
    for number, text in enumerate(STAMP):
        page.words(380, 30 + 10 * number, text, 8)
    return page


def test_stamp_is_left_out() -> None:
    assert full(read(stamped(Page()).paragraphs(BODY, y=110))) == full(
        read(Page().paragraphs(BODY))
    )


def test_line_of_a_form_is_no_stamp() -> None:
    page = Page().paragraphs(BODY).words(85, 300, "Ngày ký: 20/4/2026")
    assert "Ngày ký: 20/4/2026" in lines(read(page))


def test_bare_scan() -> None:
    for page in (Page().scanned(), stamped(Page().scanned()), stamped(Page()), Page()):
        source = read(page, Page().scanned())
        assert (source.scan, source.ocr, source.raw, source.lines) == (True, False, "", ())


def test_scan_with_recognised_text() -> None:
    page = Page().scanned()
    for number in range(6):
        page.words(85, 80 + 18 * number, BODY[:60], hidden=True)
    source = read(page)
    assert source.ocr and not source.scan and source.raw.startswith("Ủy ban nhân dân")


def test_scanned_appendix_does_not_hide_the_text() -> None:
    source = read(Page().paragraphs(BODY), stamped(Page().scanned()))
    assert not source.scan
    assert len(source.pages) == 2
    assert "Ủy ban" not in source.raw[source.pages[1] :]
    assert source.unread == (2,)
    assert read(Page().paragraphs(BODY), Page()).unread == ()


@pytest.mark.parametrize(
    "junk",
    [
        *("6Ӣ C‘NG 7+ѬѪ1* ӪӃ ѦҴҏ ӏҤ", "\ue012\ue045\ue013 \ue101\ue022"),
        "Đßc lập - Tự do - H¿nh phúc của nhân dân trong xã và các thôn, tổ dân phố",
        "CH■ T■CH Ủy ban nhân dân",
    ],
)
def test_garbled_text_layer_is_no_text(junk: str) -> None:
    assert read(Page().paragraphs(" ".join([junk] * 20))).scan


def test_files_that_cannot_be_read() -> None:
    good = pdf(Page().paragraphs(BODY))
    assert code(pdf(Page().paragraphs(BODY), trailer=LOCK)) == "encrypted-pdf"
    assert code(b"%PDF-1.7\n") == "broken-pdf"
    assert code(good[: len(good) // 2]) == "broken-pdf"
    assert (
        code(file_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"]))
        == "broken-pdf"
    )


def test_too_many_pages() -> None:
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(2_001))
    pages = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * 2_001
    tree = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 2001/Kids[%s]>>" % kids]
    assert code(file_of([*tree, *pages])) == "too-many-pages"


def test_too_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.reading.pdf.MAX_CHARACTERS", 100)
    assert code(pdf(Page().paragraphs(BODY))) == "too-large"


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_files_end_in_one_error(data: st.DataObject) -> None:
    good = bytearray(pdf(table(), Page().paragraphs(BODY, NEXT)))
    for _ in range(data.draw(st.integers(1, 20))):
        good[data.draw(st.integers(9, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        source = read_bytes(bytes(good), "x.pdf")
    except InputError:
        return
    assert all(line.start <= line.end <= len(source.raw) for line in source.lines)


@settings(max_examples=30)
@given(
    st.lists(
        st.text("abcàếđữ ,.", max_size=30)
        .map(lambda text: " ".join(text.split()))  # a wide gap may be that of two columns
        .filter(lambda text: len(text) > 1),
        min_size=1,
        max_size=8,
    )
)
def test_words_are_kept_in_order(texts: list[str]) -> None:
    page = Page()
    for number, text in enumerate(texts):
        page.words(85, 100 + 20 * number, text)
    assert read(page).raw.split() == " ".join(texts).split()


@pytest.fixture(scope="module")
def plan_pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return made_by_libreoffice(plan_docx(seed("nhi-chieu")), tmp_path_factory.mktemp("pdf"))


def made_by_libreoffice(docx: bytes, folder: Path) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (folder / "plan.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "plan.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / "plan.pdf").read_bytes()


def findings(report: FileReport) -> Counter[tuple[str, str]]:
    return Counter(
        (finding.rule, report.document.text[finding.start : finding.end])
        for finding in report.findings
        if report.document and not finding.rule.startswith("layout/")
    )


def test_same_findings_as_in_the_word_file(linter: Linter, plan_pdf: bytes) -> None:
    in_word = linter.check(read_bytes(plan_docx(seed("nhi-chieu")), "x.docx"), "draft")
    in_pdf = linter.check(read_bytes(plan_pdf, "x.pdf"), "draft")
    assert findings(in_pdf) == findings(in_word)
    assert ("spelling/acronym", "OCOOP") in findings(in_pdf)
