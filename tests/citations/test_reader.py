"""Citations: what is read, what is none, and that a citation written out is read again."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.citations.citation import Citation, Cited
from checker.citations.number import DocumentNumber
from checker.citations.provisions import read_provisions
from checker.parsing import Grammar

READER = Grammar.load().citations


def read(text: str) -> list[Citation]:
    return READER.read(text)


@pytest.mark.parametrize(
    ("text", "type_", "figure", "year", "code", "issuer", "marks", "form"),
    [
        ("Nghị định số 30/2020/NĐ-CP", "Nghị định", "30", 2020, "NĐ", "CP", "//-", "normative"),
        ("Kế hoạch số: 358-KH/TU", "Kế hoạch", "358", 0, "KH", "TU", "-/", "party"),
        ("Luật số 72/2025/QH15", "Luật", "72", 2025, "", "QH15", "//", "assembly"),
        ("Luật số: 73/2006/QH 11", "Luật", "73", 2006, "", "QH11", "//", "assembly"),
        ("Công văn số 1826/BNV-CVT&LTNN", "Công văn", "1826", 0, "", "BNV-CVT&LTNN", "/", "letter"),
        ("Công văn số 1234/CT-TTHT", "Công văn", "1234", 0, "", "CT-TTHT", "/", "letter"),
        ("số 66.13/2026/NQ-CP", "", "66.13", 2026, "NQ", "CP", "//-", "normative"),
        ("Quyết định số 44a/QĐ–UBND", "Quyết định", "44a", 0, "QĐ", "UBND", "/-", "state"),
        ("quyết định số1079/QĐ-TTg", "Quyết định", "1079", 0, "QĐ", "TTg", "/-", "state"),
        ("Công văn số 3294-CV/VPTW/nb", "Công văn", "3294", 0, "CV", "VPTW/nb", "-/", "party"),
        ("Nghị quyết số 45/NQ/TW", "Nghị quyết", "45", 0, "NQ", "TW", "//", "crossed"),
        ("Nghị quyết số 388/NQ-UBTVQH16", "Nghị quyết", "388", 0, "NQ", "UBTVQH16", "/-", "state"),
        ("Kế hoạch số    /KH-UBND", "Kế hoạch", "", 0, "KH", "UBND", "/-", "state"),
        ("Công văn số 12/TTg-KGVX", "Công văn", "12", 0, "", "TTg-KGVX", "/", "letter"),
        ("Thông báo kết luận số 31/TB-VPCP", "Thông báo", "31", 0, "TB", "VPCP", "/-", "state"),
        ("Kế hoạch số 12 / KH - UBND", "Kế hoạch", "12", 0, "KH", "UBND", "/-", "state"),
    ],
)
def test_numbers(
    text: str, type_: str, figure: str, year: int, code: str, issuer: str, marks: str, form: str
) -> None:
    (one,) = read(text)
    assert one.number == DocumentNumber(figure, year, code, issuer, marks)
    assert (one.type, one.form, one.so) == (type_, form, True)


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2021-2025, ngày 05/3/2026, tỷ lệ 1/2, 24/24 giờ",
        "TCVN 6909:2001, QCVN 01:2021/BXD, PA05, PV01",
        "Decree No. 30/2020/ND-CP",
        "theo Mẫu số 07/TT và Biểu số 02/KTTH",
        "theo quy định của Luật Đất đai và pháp luật có liên quan trong năm 2026",
        "phường Nghị Quyết, xã Kế Hoạch số 5",
    ],
)
def test_no_citations(text: str) -> None:
    assert read(text) == []


def test_parts_of_a_citation() -> None:
    (one,) = read(
        "Thực hiện khoản 3, khoản 4 Điều 5 và Điều 6 Nghị định số 09/2017/NĐ-CP ngày 09/02/2017 "
        "của Chính phủ quy định chi tiết việc phát ngôn, Ủy ban nhân dân phường yêu cầu:"
    )
    assert one.provisions == (
        (("khoản", "3"), ("Điều", "5")),
        (("khoản", "4"), ("Điều", "5")),
        (("Điều", "6"),),
    )
    assert one.date and one.date.value == datetime.date(2017, 2, 9)
    assert one.issuer.text == "Chính phủ"
    assert one.title.text == "quy định chi tiết việc phát ngôn"


@pytest.mark.parametrize(
    ("text", "date", "issuer", "title"),
    [
        (
            "Chỉ thị số 05/CT-TTg, ngày 05/3/2026 của Thủ tướng Chính phủ về đê điều",
            (2026, 3, 5),
            "Thủ tướng Chính phủ",
            "về đê điều",
        ),
        ("Chỉ thị số 05/CT-TTg có hiệu lực từ ngày 05/3/2026 của năm", (0, 0, 0), "", ""),
        (
            "Nghị quyết số 45-NQ/TW của Bộ Chính trị ngày 24 tháng 01 năm 2019 về Hải Phòng",
            (2019, 1, 24),
            "Bộ Chính trị",
            "về Hải Phòng",
        ),
        (
            "Thông tư số 10/2020/TT-BVHTTDL của Bộ Văn hoá, Thể thao và Du lịch quy định về di sản",
            (0, 0, 0),
            "Bộ Văn hoá, Thể thao và Du lịch",
            "quy định về di sản",
        ),
        (
            "Hướng dẫn số 02-HD/BTGDVTW ngày 28/01/2026 của Ban Tuyên giáo và Dân vận Trung ương; "
            "về việc khác",
            (2026, 1, 28),
            "Ban Tuyên giáo và Dân vận Trung ương",
            "",
        ),
        ("Kế hoạch số 5/KH-UBND ngày    tháng   năm 2026 của UBND xã", (0, 0, 0), "UBND xã", ""),
        (
            "Quyết định số 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh Phú Yên (nay là tỉnh Đắk Lắk) "
            "về đê điều",
            (2025, 3, 5),
            "UBND tỉnh Phú Yên",
            "về đê điều",
        ),
        (
            "Quyết định số 5/QĐ-UBND ngày 05/3/2026 của Phòng Kinh tế, Hạ tầng và Đô thị về đê",
            (2026, 3, 5),
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            "về đê",
        ),
        (
            "Kế hoạch số 5/KH-UBND ngày 05/3/2026 của UBND tỉnh, bảo đảm tiến độ",
            (2026, 3, 5),
            "UBND tỉnh",
            "",
        ),
        (
            "Quyết định số 03-QĐ/BCĐ ngày 13/8/2025 của Ban Chỉ đạo phát triển khoa học về lịch họp",
            (2025, 8, 13),
            "Ban Chỉ đạo phát triển khoa học",
            "về lịch họp",
        ),
        (
            "Quyết định của Thủ tướng Chính phủ số 1079/QĐ-TTg",
            (0, 0, 0),
            "Thủ tướng Chính phủ",
            "",
        ),
    ],
)
def test_details(text: str, date: tuple[int, int, int], issuer: str, title: str) -> None:
    (one,) = read(text)
    value = one.value
    assert value.type
    assert (value.date[1:], value.issuer, value.title) == (date[1:], issuer, title)


@pytest.mark.parametrize(
    ("text", "type_", "name", "number", "date"),
    [
        ("Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", "Luật", "Đất đai", "31", (2024, 1, 18)),
        (
            "Luật Phòng, chống ma túy ngày 30/3/2021",
            "Luật",
            "Phòng, chống ma túy",
            "",
            (2021, 3, 30),
        ),
        ("Luật Thanh niên năm 2020", "Luật", "Thanh niên", "", (2020, 0, 0)),
        ("Bộ luật Dân sự 2015", "Bộ luật", "Dân sự", "", (2015, 0, 0)),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Đất đai, Luật Nhà ở số 43/2024/QH15",
            "Luật",
            "sửa đổi, bổ sung một số điều của Luật Đất đai, Luật Nhà ở",
            "43",
            (0, 0, 0),
        ),
        (
            "Nghị quyết Đại hội Đảng bộ thành phố lần thứ I, nhiệm kỳ 2025 - 2030 đề ra",
            "Nghị quyết",
            "Đại hội Đảng bộ thành phố lần thứ I, nhiệm kỳ 2025 - 2030",
            "",
            (0, 0, 0),
        ),
    ],
)
def test_laws_by_name(
    text: str, type_: str, name: str, number: str, date: tuple[int, int, int]
) -> None:
    (one,) = read(text)
    value = one.value
    assert (value.type, value.name, value.date) == (type_, name, date)
    assert (value.number.figure if value.number else "") == number


def test_a_bracket_ends_the_name_of_a_law() -> None:
    (one,) = read("một số điều của Luật Quy hoạch (số 37/2019/NĐ-CP ngày 07/5/2019)")
    assert (one.type, one.name.text, str(one.number)) == ("", "", "37/2019/NĐ-CP")


def test_a_list_shares_its_words() -> None:
    first, second = read("Nghị quyết số 36-NQ/TW và số 45-NQ/TW của Bộ Chính trị về Hải Phòng")
    assert (first.type, second.type, second.type_words.text) == ("Nghị quyết", "Nghị quyết", "")
    assert first.listed and second.listed
    assert second.issuer.text == "Bộ Chính trị"


def test_a_title_may_name_other_documents() -> None:
    text = (
        "Kế hoạch số 146/KH-UBND ngày 01/8/2024 của UBND tỉnh thực hiện Nghị quyết số 47/NQ-CP "
        "ngày 15/4/2024 của Chính phủ về Kết luận số 57-KL/TW, Kế hoạch số 5/KH-UBND"
    )
    found = read(text)
    assert [str(one.number) for one in found] == [
        "146/KH-UBND",
        "47/NQ-CP",
        "57-KL/TW",
        "5/KH-UBND",
    ]
    assert [one.inside for one in found] == [False, True, True, False]
    assert found[0].title.text.startswith("thực hiện Nghị quyết số 47/NQ-CP")
    assert found[0].title.text.endswith("57-KL/TW")


def test_an_amended_document() -> None:
    first, second = read(
        "Luật Đất đai số 31/2024/QH15, được sửa đổi, bổ sung bởi Luật số 43/2024/QH15;"
    )
    assert first.amended and not first.inside
    assert second.inside and str(second.number) == "43/2024/QH15"


def test_an_amendment_ends_the_title() -> None:
    first, second = read(
        "Nghị định số 123/2020/NĐ-CP ngày 19/10/2020 của Chính phủ quy định về hóa đơn, chứng từ "
        "(được sửa đổi, bổ sung bởi Nghị định số 70/2025/NĐ-CP);"
    )
    assert first.title.text == "quy định về hóa đơn, chứng từ"
    assert first.amended and second.inside


WORDS = st.sampled_from(
    ["công tác văn thư", "an toàn giao thông", "chuyển đổi số", "phòng chống thiên tai năm 2026"]
)
LABELS = st.integers(1, 120).map(str)
PROVISIONS = st.builds(
    lambda point, clause, article: (
        *([("điểm", point)] if point and clause else []),
        *([("khoản", clause)] if clause else []),
        ("Điều", article),
    ),
    st.sampled_from(["", "a", "b", "c", "d", "e", "g", "h"]),
    st.one_of(st.just(""), LABELS),
    LABELS,
)
FIGURES = st.integers(1, 9999).map(lambda figure: f"{figure:02}")
YEARS = st.integers(1997, 2026)
DATES = st.one_of(
    st.just((0, 0, 0)),
    st.dates(datetime.date(1997, 1, 1), datetime.date(2026, 12, 31)).map(
        lambda day: (day.year, day.month, day.day)
    ),
)
FORMS = st.one_of(
    st.tuples(
        st.sampled_from(["Nghị định", "Thông tư"]),
        st.builds(DocumentNumber, FIGURES, YEARS, st.just("NĐ"), st.just("CP"), st.just("//-")),
        st.sampled_from(["", "Chính phủ"]),
    ),
    st.tuples(
        st.sampled_from(["Nghị quyết", "Chỉ thị"]),
        st.builds(DocumentNumber, FIGURES, st.just(0), st.just("NQ"), st.just("TW"), st.just("-/")),
        st.sampled_from(["", "Bộ Chính trị", "Ban Bí thư Trung ương Đảng"]),
    ),
    st.tuples(
        st.sampled_from(["Kế hoạch", "Quyết định", "Báo cáo"]),
        st.builds(
            DocumentNumber, FIGURES, st.just(0), st.just("KH"), st.just("UBND"), st.just("/-")
        ),
        st.sampled_from(["", "Ủy ban nhân dân tỉnh Thái Nguyên", "UBND phường Nhị Chiểu"]),
    ),
    st.tuples(
        st.just("Công văn"),
        st.builds(
            DocumentNumber, FIGURES, st.just(0), st.just(""), st.just("UBND-VX"), st.just("/")
        ),
        st.sampled_from(["", "Bộ Văn hóa, Thể thao và Du lịch"]),
    ),
)


@given(
    FORMS,
    st.lists(PROVISIONS, max_size=3),
    DATES,
    st.one_of(st.just(""), st.builds("{} {}".format, st.sampled_from(["về", "quy định"]), WORDS)),
)
def test_written_out_and_read_again(
    form: tuple[str, DocumentNumber, str],
    provisions: list[tuple[tuple[str, str], ...]],
    date: tuple[int, int, int],
    title: str,
) -> None:
    type_, number, issuer = form
    cited = Cited(tuple(provisions), type_, "", number, date, issuer, title)
    (one,) = read(str(cited))
    assert one.value == cited
    assert str(one.value) == str(cited)


@given(st.sampled_from(["Đất đai", "Phòng, chống ma túy", "Thanh niên"]), DATES, YEARS)
def test_laws_written_out_and_read_again(name: str, date: tuple[int, int, int], year: int) -> None:
    number = DocumentNumber("31", year, "", "QH15", "//")
    for cited in (
        Cited((), "Luật", name, number, date, "", ""),
        Cited((), "Luật", name, None, date if any(date) else (year, 0, 0), "", ""),
    ):
        (one,) = read(f"Căn cứ {cited};")
        assert one.value == cited


def test_titles_in_titles_do_not_nest_without_end() -> None:
    chain = "".join(f"Kế hoạch số {i}/KH-UBND về thực hiện " for i in range(3000))
    assert len(read(chain)) == 3000


@given(st.text(alphabet="Nghị quyết số 0123456789/-ĐQCPTW.,;() của ngày về\n", max_size=80))
def test_any_line_is_read(text: str) -> None:
    for one in read(text):
        assert 0 <= one.start < one.end <= len(text)
        for part in (one.type_words, one.number_words, one.issuer, one.title, one.name):
            assert text[part.start : part.end] == part.text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("điểm a, b, c khoản 2 Điều 5", 3),
        ("các Điều 5, 6 và 7", 3),
        ("khoản 1 và khoản 2 Điều 3; Điều 9", 3),
        ("điểm a, điểm b khoản 2 và khoản 3 Điều 5", 3),
        ("điểm a khoản 2 Điều 103 Mục 5 Chương XII", 1),
    ],
)
def test_provisions(text: str, count: int) -> None:
    assert len(read_provisions(text)) == count


def test_smaller_provisions_wait_for_the_article() -> None:
    found = read_provisions("điểm a, điểm b khoản 2 và khoản 3 Điều 5")
    assert [one[-1] for one in found] == [("Điều", "5")] * 3
