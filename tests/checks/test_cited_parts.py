"""What citations lack or repeat: first mention in full, later ones short."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.file_report import FileReport
from tests.conftest import TWINS, seed, twin

Check = Callable[..., FileReport]
RULES = (
    "basis-undated",
    "basis-issuer",
    "undated",
    "undated-known",
    "issuer-missing",
    "title-missing",
    "so-missing",
    "so-missing-later",
    "repeated",
    "basis-no-document",
    "basis-vague",
)


def told(report: FileReport) -> list[tuple[str, str]]:
    return [
        (rule, " ".join(f.text.split()))
        for f in report.findings
        if (rule := f.rule.removeprefix("citation/")) in RULES
    ]


def plan(*body: str, bases: str = "", after: str = "") -> str:
    lines = "\n".join(f"{at}. {line}" for at, line in enumerate(body, 1))
    return f"""KẾ HOẠCH
Tuyên truyền xã Bình Thành năm 2026

{bases}
Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. NỘI DUNG
{lines}
{after}"""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "nhi-chieu",
            [
                ("undated", "Nghị quyết số 45-NQ/TW"),
                ("so-missing-later", "Nghị quyết 36-NQ/TW"),
                ("title-missing", "Nghị định số 09/2017/NĐ-CP ngày 09/02/2017"),
                ("repeated", "1079/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ"),
            ],
        ),
        (
            "hung-dao",
            [
                ("undated", "Nghị quyết số 15-NQ/TW"),
                ("so-missing-later", "Nghị quyết 36-NQ/TW"),
                ("title-missing", "Nghị định số 09/2017/NĐ-CP ngày 09/02/2017"),
                ("repeated", "1079/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ"),
            ],
        ),
        ("binh-thanh", [("repeated", "47/NQ-CP ngày 15/4/2024 của Chính phủ")]),
    ],
)
def test_in_the_seeds(check: Check, name: str, found: list[tuple[str, str]]) -> None:
    assert told(check(seed(name))) == found


@pytest.mark.parametrize("name", TWINS)
def test_twins_have_no_warning(check: Check, name: str) -> None:
    names = {f"citation/{rule}" for rule in RULES}
    levels = {f.level for f in check(twin(name)).findings if f.rule in names}
    assert levels <= {"info"}


@pytest.mark.parametrize(
    ("bases", "found"),
    [
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư;",
            [("basis-undated", "30/2020/NĐ-CP")],
        ),
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 về công tác văn thư;",
            [("basis-issuer", "30/2020/NĐ-CP ngày 05/3/2020")],
        ),
        (
            "Căn cứ Nghị định 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;",
            [("so-missing", "Nghị định 30/2020/NĐ-CP")],
        ),
        ("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", []),
        ("Theo đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 05/3/2026;", []),
        (
            "Căn cứ tình hình thực tế của địa phương;\nCăn cứ chức năng, nhiệm vụ;",
            [("basis-no-document", "Căn cứ tình hình thực tế của địa phương")],
        ),
        ("Căn cứ chức năng, nhiệm vụ theo Luật Tổ chức chính quyền địa phương;", []),
        (
            "Căn cứ các văn bản hướng dẫn của cấp trên;",
            [("basis-vague", "Căn cứ các văn bản hướng dẫn của cấp trên")],
        ),
        ("Xét đề nghị của Trưởng phòng Kinh tế;", []),
        (
            "Theo Tờ trình số 12/TTr-SNV và Báo cáo số 13/BC-SNV ngày 05/3/2026 của Sở Nội vụ;",
            [],
        ),
        (
            "Căn cứ chức năng, nhiệm vụ được giao, Ủy ban nhân dân xã xây dựng kế hoạch;",
            [("basis-no-document", "Căn cứ chức năng, nhiệm vụ được giao")],
        ),
    ],
)
def test_bases(check: Check, bases: str, found: list[tuple[str, str]]) -> None:
    assert told(check(plan("Tuyên truyền.", bases=bases))) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Thực hiện Nghị quyết số 45-NQ/TW về đô thị.", ["undated"]),
        ("Thực hiện Nghị quyết số 45-NQ/TW của Bộ Chính trị khóa XII về đô thị.", ["undated-known"]),
        ("Thực hiện Thông tư số 05/2025/TT-BNV.", ["undated-known"]),
        ("Thực hiện Nghị quyết số 45-NQ/TW và Nghị quyết số 57-NQ/TW.", ["undated-known"]),
        ("Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh ngày 05/3/2026 về đê điều.", []),
        ("Thực hiện Kế hoạch số 12/KH-UBND ngày    /3/2026 của UBND tỉnh về đê điều.", []),
        ("UBND tỉnh ban hành Kế hoạch số 12/KH-UBND ngày 05/3/2026 về đê điều.", []),
        ("Áp dụng Văn bản hợp nhất số 08/VBHN-BCT.", []),
        ("Áp dụng tiêu chí (Quyết định số 920/QĐ-TTg) và Đề án 06.", []),
        ("THỰC HIỆN NGHỊ QUYẾT SỐ 45-NQ/TW", []),
        ("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh.", ["title-missing"]),
        ("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh, góp phần phát triển.", ["title-missing"]),
        ("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh, về đê điều.", []),
        ("Đề án truyền thông theo Quyết định số 12/QĐ-UBND ngày 05/3/2026 của UBND tỉnh.", []),
        ("Trả lời Công văn số 1826/BNV-CVT ngày 05/3/2026 của Bộ Nội vụ.", []),
        ("Thực hiện Nghị quyết 57-NQ/TW.", ["so-missing", "undated"]),
        ("Theo Điều 5 Nghị định 30/2020/NĐ-CP.", ["so-missing-later", "undated-known"]),
    ],
)  # fmt: skip
def test_first_mention(check: Check, sentence: str, found: list[str]) -> None:
    assert sorted(rule for rule, _ in told(check(plan(sentence)))) == sorted(found)


FULL = (
    "Quyết định số 1079/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ phê duyệt Đề án truyền thông"
)


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("Quyết định số 1079/QĐ-TTg", []),
        ("Quyết định số 1079/QĐ-TTg ngày 14/9/2022", []),
        ("Quyết định số 1079/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ", ["repeated"]),
        (FULL, ["repeated"]),
        (f"Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh về thực hiện {FULL}", []),
        (f"Quyết định số 12/QĐ-TTg ngày 05/3/2026 của Thủ tướng Chính phủ sửa đổi {FULL}", []),
    ],
)
def test_later_mention(check: Check, later: str, found: list[str]) -> None:
    assert [
        rule for rule, _ in told(check(plan(f"Thực hiện {FULL}.", f"Thực hiện {later}.")))
    ] == found
    in_bases = plan(f"Thực hiện {later}.", bases=f"Căn cứ {FULL};")
    assert [rule for rule, _ in told(check(in_bases))] == found


def test_a_full_mention_later_does_not_mend_the_first(check: Check) -> None:
    text = plan("Thực hiện Quyết định số 1079/QĐ-TTg.", f"Thực hiện {FULL}.")
    assert told(check(text)) == [("undated", "Quyết định số 1079/QĐ-TTg")]


def test_what_anothers_title_dates_is_dated(check: Check) -> None:
    first = f"Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh về thực hiện {FULL}."
    assert told(check(plan(first, "Tuyên truyền Quyết định số 1079/QĐ-TTg."))) == []


def test_appendices_and_recipients_are_no_mentions(check: Check) -> None:
    end = """
Nơi nhận:
- Như Kế hoạch số 45/KH-UBND;
- Lưu: VT.

PHỤ LỤC
(Kèm theo Kế hoạch số 46/KH-UBND của Ủy ban nhân dân xã)
1. Thực hiện Kế hoạch số 47/KH-UBND.
"""
    assert told(check(plan("Tuyên truyền.", after=end))) == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 5000), st.integers(2, 6))
def test_each_number_is_told_once_however_often_it_comes(
    check: Check, figure: int, times: int
) -> None:
    body = [f"Thực hiện Kế hoạch số {figure}/KH-UBND của UBND tỉnh về đê điều."] * times
    assert [rule for rule, _ in told(check(plan(*body)))] == ["undated"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 05/5/2026, Ủy ban nhân dân tỉnh ban hành Quyết định số 1730/QĐ-UBND về việc thí điểm.",
        "Cùng ngày 05/3/2026, Sở Nội vụ có Công văn số 512/SNV-TCBC đề nghị rà soát biên chế.",
        "Thay “Kế hoạch số 11/KH-UBND” bằng “Kế hoạch số 12/KH-UBND”.",
        "Theo Hợp đồng số 12/2026/HĐ-TV ngày 05/3/2026, đơn vị tư vấn bàn giao hồ sơ.",
    ],
)
def test_dated_before_quoted_or_no_document_of_an_office(check: Check, sentence: str) -> None:
    assert told(check(plan(sentence))) == []


def test_one_number_of_two_bodies_is_not_repeated(check: Check) -> None:
    text = plan(
        "Thực hiện Nghị quyết số 35/NQ-HĐND ngày 10/12/2024 của Hội đồng nhân dân tỉnh Hải Dương về "
        "đầu tư công.",
        "Thực hiện Nghị quyết số 35/NQ-HĐND ngày 11/12/2025 của Hội đồng nhân dân thành phố Hải "
        "Phòng về đầu tư công.",
    )
    assert told(check(text)) == []
