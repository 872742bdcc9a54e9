from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.linter import Linter
from checker.reading import read_bytes
from tests.conftest import seed, twin

TEXT = "Số: 12/KH-UBND\nKẾ HOẠCH\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_encodings_are_read(encoding: str) -> None:
    assert read_bytes(TEXT.encode(encoding), "a.txt").raw == TEXT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \n\t\n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        ("Kế hoạch".encode("cp1258", "replace") + b"\xea\xf1", "undecodable"),
        (bytes(range(1, 32)) * 20, "not-text"),
        (b"x" * 9_000_000, "too-large"),
    ],
)
def test_what_is_no_text_gives_one_clear_error(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "a.txt")
    assert caught.value.code == code


def test_undecodable_text_names_the_line() -> None:
    with pytest.raises(InputError) as caught:
        read_bytes("dòng một\ndòng hai\n".encode() + b"\xff\xfa\n", "a.txt")
    assert "3" in caught.value.message("vi")


def test_text_called_docx_is_not_taken_for_text() -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(TEXT.encode(), "a.DOCX")
    assert caught.value.code == "not-a-docx"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_all_line_ends(end: str) -> None:
    source = read_bytes(f"một{end}hai{end}{end}bốn".encode(), "a.txt")
    assert source.position(source.raw.index("hai")) == (2, 1)
    assert source.position(source.raw.index("ốn")) == (4, 2)


@given(st.text(min_size=1, max_size=80).filter(lambda text: text.strip()))
def test_any_text_is_cut_into_lines_without_overlap(text: str) -> None:
    try:
        source = read_bytes(text.encode("utf-8", "replace"), "a.txt")
    except InputError:
        return
    ends = [line.end for line in source.lines]
    assert all(line.start <= line.end for line in source.lines)
    assert ends == sorted(ends)


def test_decomposed_text_gives_the_same_findings_at_exact_places(linter: Linter) -> None:
    composed = linter.check(read_bytes(seed("nhi-chieu").encode(), "a.txt"), "draft")
    raw = unicodedata.normalize("NFD", seed("nhi-chieu"))
    decomposed = linter.check(read_bytes(raw.encode(), "a.txt"), "draft")
    assert [f.rule for f in decomposed.findings] == [f.rule for f in composed.findings]
    lines = raw.split("\n")
    for finding, same in zip(decomposed.findings, composed.findings, strict=True):
        place = finding.place
        shown = lines[place.line - 1][place.column - 1 : place.end_column - 1]
        assert shown == finding.text
        assert unicodedata.normalize("NFC", finding.text) == same.text


def test_windows_line_ends_give_the_same_findings(linter: Linter) -> None:
    text = seed("hung-dao")
    unix = linter.check(read_bytes(text.encode(), "a.txt"), "draft")
    windows = linter.check(read_bytes(text.replace("\n", "\r\n").encode(), "a.txt"), "draft")
    assert [(f.rule, f.place, f.text) for f in unix.findings] == [
        (f.rule, f.place, f.text.replace("\r\n", "\n")) for f in windows.findings
    ]


def test_two_columns_on_one_line_are_parted(linter: Linter) -> None:
    text = twin("nhi-chieu")
    for left, right in (
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG NHỊ CHIỂU\n", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập"),
    ):
        assert left in text
        assert right in text
    header = (
        "ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "PHƯỜNG NHỊ CHIỂU               Độc lập - Tự do - Hạnh phúc\n"
        "Số: 138/KH-UBND            Nhị Chiểu, ngày 20 tháng 4 năm 2026\n\n"
    )
    report = linter.check(
        read_bytes((header + text[text.index("KẾ HOẠCH") :]).encode(), "a"), "draft"
    )
    assert [finding.rule for finding in report.findings] == []
    assert report.document is not None
    assert report.document.header.issuer.text == "ỦY BAN NHÂN DÂN PHƯỜNG NHỊ CHIỂU"


def test_broken_table_cells_of_a_law_portal_are_read(linter: Linter) -> None:
    text = (
        "|\n**ỦY BAN NHÂN\nDÂN**\nTỈNH LAI CHÂU\n--------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\n"
        "Độc lập - Tự do - Hạnh phúc\n---------------\n|\n|\nSố:\n7360/KH-UBND\n|\n"
        "*Lai Châu, ngày\n19 tháng 11 năm 2025*\n|\n\n\n**KẾ HOẠCH**\n\nTRIỂN KHAI THI HÀNH LUẬT\n"
    )
    report = linter.check(read_bytes(text.encode(), "a.md"), "draft")
    assert report.document is not None
    header = report.document.header
    assert header.issuer.text == "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU"
    assert (header.number.figure, header.number.type_code) == ("7360", "KH")
    assert str(header.place_date.date) == "2025-11-19"
    assert header.nation
    assert header.motto


def test_rows_of_a_markdown_table_become_cells() -> None:
    source = read_bytes("| STT | Nhiệm vụ |\n|---|---|\n| 1 | Tuyên truyền |\n".encode(), "a.md")
    shown = [source.raw[line.start : line.end].strip() for line in source.lines if line.cell]
    assert shown == ["STT", "Nhiệm vụ", "1", "Tuyên truyền"]
