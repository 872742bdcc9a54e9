"""Figures that contradict each other, in sentences, lists and tables; and the near misses."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
import pytest

from checker.file_report import FileReport
from checker.linter import Linter
from checker.reading import read_bytes

Check = Callable[..., FileReport]
TEXT = "KẾ HOẠCH\nHỗ trợ sản xuất năm 2026\n\nI. KINH PHÍ\n\n"


def told(report: FileReport) -> list[tuple[str, str]]:
    return [(f.rule.partition("/")[2], f.text) for f in report.findings if f.group == "amounts"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Chi 50.000.000 đồng\n(Bằng chữ: Năm triệu đồng).", [("words", "Năm triệu")]),
        ("Chi 50 triệu đồng (năm mươi triệu đồng).", []),
        ("Chi 50 triệu đồng (năm mươi ba hộ).", []),
        ("Mức 0,2% (hai phần nghìn), 1/2 (một phần hai), 50% (một nửa).", []),
        ("Mức 50% (sáu mươi phần trăm).", [("words", "sáu mươi")]),
        ("Thời hạn ba mươi năm (30 năm), năm (2026), hằng năm (12), thứ hai (03).", []),
        ("Thời hạn hai mươi (25) ngày.", [("words", "hai mươi")]),
        ("Hộ nghèo có 12/15 thôn, đạt 75%.", [("ratio", "75%")]),
        ("Đạt 12/15 thôn, đạt 75% kế hoạch; thửa số 12/15 (75%).", []),
        ("Ăn: 10 người x 3 ngày x 150.000 đồng = 4.500.000 đồng.", []),
        ("Ăn: 10 người x 3 ngày x 150.000 đồng = 4,5 triệu đồng.", []),
        ("Ăn: 10 người x 3 ngày x 150.000 đồng = 4,8 triệu đồng.", [("product", "4,8")]),
        ("Khổ giấy 2 x 3 m = 01 tấm; (5 + 2) x 3 = 20; 2 x 3 x 4/2 = 11.", []),
        ("Lãi: 33,33% x 1.000.000 đồng = 333.300 đồng.", []),
        ("Mỗi hộ từ 5 triệu đồng đến 3 triệu đồng.", [("range", "5 triệu đồng đến 3")]),
        ("Giảm từ 5% đến 3%, từ 500 đến 1 triệu đồng, từ 22 giờ đến 5 giờ.", []),
    ],
)
def test_in_a_sentence(check: Check, sentence: str, found: list[tuple[str, str]]) -> None:
    assert told(check(f"{TEXT}{sentence}\n")) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện giai đoạn 2021 - 2025 (năm năm), trong năm 2026 (một năm).",
        "Giao tổ Hai (05) và nhà loại hai (05), đợt ba (07) thực hiện.",
        "Phí 2‰ x 500 triệu đồng = 1 triệu đồng; 25 x 20 (nghìn đồng) = 500.000 đồng; 520 ha x 62 tạ/ha = 3.224 tấn.",
        "Chi 15 người x 150.000đ x 12 tháng = 27 tr.đ (hai mươi bảy triệu đồng).",
        "Dịp nghỉ 30/4 - 1/5 đạt 90%; thi đua 19/5 - 2/9 (đạt 95%); ngày hội 1/6 đạt 100% trẻ.",
        "Có 12/15 thôn đạt 100% hộ có điện; 3/15 thôn được hỗ trợ bằng 50% giá trị.",
        "Có 12/15 thôn có tỷ lệ hộ nghèo chiếm 2%. Sáp nhập từ 12 đến 8 trường.",
    ],
)
def test_sentences_that_are_right(check: Check, sentence: str) -> None:
    assert told(check(f"{TEXT}{sentence}\n")) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Chi 125.000.000 đồng (một trăm hai lăm triệu đồng).", []),
        ("Chi 127.000.000 đồng (hai lăm triệu đồng).", [("words", "hai lăm triệu")]),
        ("Thu 520 ha x 62 tạ/ha = 32.340 tạ.", [("product", "32.340")]),
        ("Chi 15 người x 150.000đ x 12 tháng = 28 tr.đ.", [("product", "28")]),
        ("Có 85 hộ trên tổng số 3.250 hộ, chiếm 26,2%.", [("ratio", "26,2%")]),
        ("Có 85 hộ trên tổng số 3.250 hộ, chiếm 2,6%.", []),
        ("Nhận người từ 45 đến 18 tuổi.", [("range", "45 đến 18")]),
    ],
)
def test_sentences_that_may_be_wrong(
    check: Check, sentence: str, found: list[tuple[str, str]]
) -> None:
    assert told(check(f"{TEXT}{sentence}\n")) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỷ lệ hộ nghèo 5%, trong đó: thôn 1 là 6%, thôn 2 là 4%.",
        "Năng suất 62 tạ/ha, trong đó: lúa xuân 65 tạ/ha, lúa mùa 59 tạ/ha.",
        "Kết quả thi 6,2 điểm, trong đó: Toán 6,5 điểm, Văn 6,0 điểm.",
        "Giá trị 500 triệu đồng, chưa bao gồm 50 triệu đồng thuế và 10 triệu đồng phí.",
        "Giá trị 500 triệu đồng đã bao gồm 50 triệu đồng thuế và 10 triệu đồng phí.",
        "Tổng đàn 4.200 con, gồm: bò 1.200 con, lợn 3.000 con; gia cầm 45.000 con.",
        "Có 350 người, gồm: dân quân 120 người, công an 30 người và lực lượng khác.",
        "Có 120 hộ khó khăn, trong đó: 70 hộ nghèo, 30 hộ khuyết tật, 40 hộ neo đơn.",
        "Có 2.750 ha, trong đó đất nông nghiệp 2.100 ha, đất lúa 850 ha.",
        "Thu 12 tỷ đồng, trong đó thu nội địa 5 tỷ đồng, thu tiền sử dụng đất 3 tỷ đồng.",
        "Ngân sách 60%, trong đó ngân sách tỉnh 40%; vốn khác 40%.",
        "Có 9.125 cử tri, trong đó nam 4.510 cử tri, nữ 4.615 cử tri.",
        "Hồ sơ tại các khoản 2 và 4 Điều 7 của Luật này bao gồm: 5 của A, 6 của B.",
        "Cơ cấu đại biểu: nữ 37,5%, trẻ tuổi 25%, dân tộc thiểu số 55%.",
        "Cơ cấu giống lúa: lúa lai 60%, lúa thuần 40%; chất lượng cao 70%.",
    ],
)
def test_amounts_that_are_no_parts(check: Check, sentence: str) -> None:
    assert told(check(f"{TEXT}{sentence}\n")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 9.125 cử tri, trong đó nam 4.510 cử tri, nữ 4.715 cử tri.", ["9.125"]),
        ("Có 120 hộ, gồm 70 hộ nghèo và 40 hộ cận nghèo.", ["120"]),
        ("Có 120 hộ, trong đó 70 hộ nghèo và 40 hộ cận nghèo.", []),
        ("Có 120 hộ, trong đó 130 hộ nghèo.", ["120"]),
        ("Có ít nhất 120 hộ, gồm 70 hộ nghèo và 40 hộ cận nghèo.", []),
        ("Mật độ 105 người/km², trong đó: khu A 500 người, khu B 300 người.", []),
        ("Có 30 người, trong đó 20 người là đảng viên, 15 người là nữ.", []),
        ("Vốn 45,5 tỷ đồng, gồm 22,77 tỷ đồng và 22,77 tỷ đồng.", []),
        (
            "Vốn 45.500 triệu đồng, gồm 20.500 triệu đồng và 20.000 triệu đồng.",
            ["45.500 triệu đồng"],
        ),
    ],
)
def test_parts_in_a_sentence(check: Check, text: str, found: list[str]) -> None:
    assert told(check(f"{TEXT}{text}\n")) == [("parts", one) for one in found]


def test_parts_in_a_list_with_a_list_inside(check: Check) -> None:
    lines = [
        "- Kinh phí: 500 triệu đồng, trong đó:",
        "+ Ngân sách: 300 triệu đồng.",
        "+ Xã hội hóa: 200 triệu đồng.",
        "- Thời gian: 300 triệu đồng chi trong năm.",
    ]
    assert told(check(TEXT + "\n\n".join(lines))) == []
    wrong = "\n\n".join(lines).replace("300 triệu đồng.", "350 triệu đồng.")
    assert told(check(TEXT + wrong)) == [("parts", "500 triệu đồng")]


def test_shares_of_a_structure(check: Check) -> None:
    line = "Cơ cấu kinh tế: nông nghiệp 40%, công nghiệp 35%, dịch vụ {}.\n"
    assert told(check(TEXT + line.format("25%"))) == []
    assert told(check(TEXT + line.format("24%"))) == []
    assert [rule for rule, _ in told(check(TEXT + line.format("30%")))] == ["shares"]


HEADING = ("STT", "Nội dung", "Đơn giá", "Thành tiền")
WORKS = [("1", "Tập huấn", "1.000.000", "2.000.000"), ("2", "In ấn", "2.000", "1.000.000")]

SECTIONS = [("I", "Hội nghị", "", "3.000.000"), *WORKS, ("II", "Thi", "", "6.000.000")]


def markdown(rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return TEXT + "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"


@pytest.mark.parametrize(
    ("rows", "total", "wrong"),
    [
        (WORKS, ("", "Tổng cộng", "", "3.000.000"), False),
        (WORKS, ("", "Tổng cộng", "", "3.500.000"), True),
        (WORKS, ("", "Cộng (1+2)", "", "3.500.000"), True),
        (WORKS, ("", "Toàn xã", "", "3.500.000"), False),
        ([*WORKS, ("3", "Thi", "", "-")], ("", "Tổng", "", "3.500.000"), True),
        ([*WORKS, ("3", "Thi", "", "")], ("", "Tổng", "", "3.500.000"), False),
        ([*WORKS, ("", "Chi khác", "", "500.000")], ("", "Tổng", "", "3.600.000"), False),
        ([("I", "Phần A", "", "9.000.000"), *WORKS], ("", "Tổng", "", "9.000.000"), False),
        ([*WORKS, ("", "Cộng", "", "3.000.000")], ("", "Tổng cộng", "", "9.000.000"), False),
        ([("(1)", "(2)", "(3)", "(4)"), *WORKS], ("", "Tổng", "", "3.500.000"), True),
        ([("1", "2", "3", "4"), *WORKS], ("", "Tổng", "", "3.500.000"), True),
        (WORKS, ("", "Tổng cộng (làm tròn)", "", "3.500.000"), False),
        (WORKS, ("", "Tổng cộng (đã có VAT 8%)", "", "3.240.000"), False),
        (SECTIONS, ("", "Tổng cộng (I+II)", "", "9.000.000"), False),
        (SECTIONS, ("", "Tổng cộng (I+II)", "", "9.500.000"), True),
    ],
)
def test_total_row(
    check: Check, rows: list[tuple[str, ...]], total: tuple[str, ...], wrong: bool
) -> None:
    found = [("table-total", total[3])] if wrong else []
    assert told(check(markdown([HEADING, *rows, total]))) == found


def test_total_row_may_stand_on_top(check: Check) -> None:
    total = ("", "Tổng số", "", "3.500.000")
    assert told(check(markdown([HEADING, total, *WORKS]))) == [("table-total", "3.500.000")]


@pytest.mark.parametrize(
    ("heading", "values", "total", "wrong"),
    [
        ("Số hộ", ("5", "4"), "10", True),
        ("Diện tích (ha)", ("5", "4"), "10", False),
        ("Diện tích (ha)", ("5", "4"), "11", True),
        ("Tỷ lệ (%)", ("4,2", "3,1"), "9,6", False),
        ("Số điểm", ("4,2", "3,1"), "3,6", False),
        ("Số hộ", ("1,200", "1,300"), "2,500", False),
        ("Số hộ", ("1.200", "1.300"), "2.600", True),
        ("Số hộ", ("12 hộ", "13 hộ"), "26", False),
        ("Tuổi và số ngày", ("45", "50"), "100", False),
        ("Số người", ("45", "50"), "2", False),
        ("Số hộ", ("1.000", "600"), "1.400", True),
    ],
)
def test_what_a_column_holds(
    check: Check, heading: str, values: tuple[str, str], total: str, wrong: bool
) -> None:
    rows = [("Thôn", heading), ("An Hòa", values[0]), ("An Bình", values[1]), ("Tổng số", total)]
    assert told(check(markdown(rows))) == ([("table-total", total)] if wrong else [])


def test_when_every_column_seems_wrong_the_table_is_misunderstood(check: Check) -> None:
    rows = [
        ("Thôn", "Nam", "Nữ"),
        ("An Hòa", "5", "6"),
        ("An Bình", "4", "7"),
        ("Cộng", "20", "30"),
    ]
    assert told(check(markdown(rows))) == []


def test_total_row_of_word_with_merged_cells(linter: Linter) -> None:
    made = docx.Document()
    for line in TEXT.split("\n"):
        made.add_paragraph(line)
    rows = [HEADING, *WORKS, ("Tổng cộng", "", "", "3.500.000")]
    table = made.add_table(rows=4, cols=4)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(3, 0).merge(table.cell(3, 1))
    out = io.BytesIO()
    made.save(out)
    report = linter.check(read_bytes(out.getvalue(), "plan.docx"), "draft")
    assert told(report) == [("table-total", "3.500.000")]


@pytest.mark.parametrize(
    ("first", "other", "wrong"),
    [
        ("- Tỷ lệ hộ nghèo giảm còn 2%.", "- Tỷ lệ hộ nghèo giảm còn 3%.", True),
        ("- Tỷ lệ hộ nghèo giảm còn 2%.", "- Tỷ lệ hộ nghèo giảm còn 2,0%.", False),
        ("- Tỷ lệ hộ nghèo giảm còn 2%.", "- Tỷ lệ hộ cận nghèo giảm còn 3%.", False),
        ("- Tỷ lệ hộ nghèo giảm còn 3% năm 2026.", "- Tỷ lệ hộ nghèo giảm còn 2% năm 2027.", False),
        ("Đến năm 2027:\n\n- Tỷ lệ hộ nghèo giảm còn 2%.", "- Tỷ lệ hộ nghèo giảm còn 3%.", True),
        (
            "1. Đến năm 2027\n\n- Tỷ lệ hộ nghèo giảm còn 2%.",
            "2. Đến năm 2028\n\n- Tỷ lệ hộ nghèo giảm còn 1%.",
            False,
        ),
    ],
)
def test_one_target_twice(check: Check, first: str, other: str, wrong: bool) -> None:
    found = [rule for rule, _ in told(check(f"{TEXT}{first}\n\n{other}\n"))]
    assert found == ["target"] * wrong


def test_signs_and_marks(check: Check) -> None:
    text = "Nhà 80 m², sân 20 m2. Chi 50.000 đồng, nước 20.000đ, thuê 150000 đồng.\n"
    assert told(check(TEXT + text)) == [
        ("square-metre", "m2"),
        ("currency-mixed", "đ"),
        ("ungrouped", "150000"),
    ]


@pytest.mark.parametrize("names", [("Hộ nghèo", "Hộ dân tộc"), ("Hộ nghèo", "Hộ cận nghèo")])
def test_rows_under_a_total_may_overlap(check: Check, names: tuple[str, str]) -> None:
    rows = [("Loại", "Số hộ"), ("Tổng số", "120"), (names[0], "40"), (names[1], "30")]
    assert told(check(markdown(rows))) == []


def test_row_of_the_whole_commune_beside_columns_that_add_up(check: Check) -> None:
    rows = [
        ("Thôn", "Số hộ", "Nam", "Nữ"),
        ("An Hòa", "250", "490", "510"),
        ("An Bình", "310", "600", "600"),
        ("Toàn xã", "560", "1.090", "1.210"),
    ]
    assert told(check(markdown(rows))) == [("table-total", "1.210")]
    assert told(check(markdown([row[:3] for row in rows]))) == []


@pytest.mark.parametrize("numbers", [("", "", ""), ("1", "2", "3")])
def test_rows_without_numbers_may_lie_one_in_another(
    check: Check, numbers: tuple[str, str, str]
) -> None:
    names, hectares = ("Đất nông nghiệp", "Đất lúa", "Đất khác"), ("210", "85", "60")
    rows = [tuple(filter(None, row)) for row in zip(numbers, names, hectares, strict=True)]
    heading = ("STT", "Loại", "Số thửa")[-len(rows[0]) :]
    total = ("", "Tổng số", "270")[-len(rows[0]) :]
    found = [("table-total", "270")] if numbers[0] else []
    assert told(check(markdown([heading, *rows, total]))) == found


def test_people_of_several_groups_are_counted_once(check: Check) -> None:
    rows = [("STT", "Nhóm", "Số trẻ"), ("1", "Trẻ mồ côi", "12"), ("2", "Trẻ khuyết tật", "30")]
    assert told(check(markdown([*rows, ("", "Tổng số", "40")]))) == []
    money = [("STT", "Nhóm", "Số tiền"), *rows[1:], ("", "Tổng số", "45")]
    assert told(check(markdown(money))) == [("table-total", "45")]
