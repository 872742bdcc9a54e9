"""The offices that should have a plan, and the day by which they should."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest

from checker.corpus.expecting import Expected, find_due, find_expected
from checker.corpus.extracting import facts_of
from checker.corpus.records import DocumentRecord, Facts
from checker.corpus.rule_examples import surroundings
from checker.corpus.store import Corpus
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes

_PLAN = """ỦY BAN NHÂN DÂN
{issuer}
Số: {number}
{place}, ngày {day} năm 2026
{type}
Tuyên truyền an toàn giao thông năm 2026
Thực hiện Kế hoạch số 29/KH-UBND ngày 29/01/2026 của UBND {province} về tuyên truyền an toàn giao \
thông năm 2026, Ủy ban nhân dân {full} ban hành kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao nhận thức của nhân dân {full}, {province}.
"""
_ABOVE = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI PHÒNG
Số: 29/KH-UBND
Hải Phòng, ngày 29 tháng 01 năm 2026
KẾ HOẠCH
Tuyên truyền an toàn giao thông năm 2026
II. TỔ CHỨC THỰC HIỆN
{asked}
"""
_HAI_PHONG = "thành phố Hải Phòng"


def _text(
    full: str,
    province: str = _HAI_PHONG,
    day: str = "10 tháng 3",
    number: str = "12/KH-UBND",
    type_: str = "KẾ HOẠCH",
) -> str:
    place = full.partition(" ")[2]
    return _PLAN.format(
        issuer=full.upper(),
        number=number,
        place=place,
        day=day,
        type=type_,
        full=full,
        province=province,
    )


def _facts(linter: Linter, path: str, text: str) -> Facts:
    document = parse(read_bytes(text.encode(), path), linter.grammar)
    return facts_of(document, linter.grammar)


def _found(
    linter: Linter,
    expected: Sequence[str],
    texts: Sequence[str],
    due: datetime.date | None = None,
    more: Sequence[Facts] = (),
) -> tuple[Expected, ...]:
    facts = [_facts(linter, f"{at}.txt", text) for at, text in enumerate(texts)]
    near = replace(surroundings(linter, None, tuple(expected)), due=due)
    return find_expected(Corpus.of([*facts, *more]), near)


@pytest.mark.parametrize(
    "name",
    [
        "phường Nhị Chiểu",
        "UBND phường Nhị Chiểu",
        "Ủy ban nhân dân phường Nhị Chiểu, thành phố Hải Phòng",
        "PHƯỜNG NHỊ CHIỂU",
        "phuong Nhi Chieu",
        "Nhị Chiểu",
    ],
)
def test_office_is_found_however_it_is_named(linter: Linter, name: str) -> None:
    assert _found(linter, [name], [_text("phường Nhị Chiểu")]) == (Expected(name, (0,), ()),)


@pytest.mark.parametrize(
    "name",
    [
        "Đảng ủy phường Nhị Chiểu",
        "phường Nhị Chiểu, tỉnh Quảng Ninh",
        "xã Hà Nam",
    ],
)
def test_another_office_is_not_it(linter: Linter, name: str) -> None:
    assert _found(linter, [name], [_text("phường Nhị Chiểu")])[0].docs == ()


def test_name_that_occurs_twice_is_told_apart_by_level_and_province(linter: Linter) -> None:
    texts = [
        _text("xã Hưng Đạo", "thành phố Hà Nội"),
        _text("xã Hưng Đạo", "tỉnh Cao Bằng"),
        _text("phường Hưng Đạo"),
    ]
    named = ["xã Hưng Đạo, tỉnh Cao Bằng", "xã Hưng Đạo, thành phố Hà Nội", "phường Hưng Đạo"]
    assert [one.docs for one in _found(linter, named, texts)] == [(1,), (0,), (2,)]


def test_province_is_that_in_which_most_of_the_list_lies(linter: Linter) -> None:
    named = ["phường Ba Đình", "phường Hoàn Kiếm", "xã Hưng Đạo"]
    texts = [_text("xã Hưng Đạo", "tỉnh Cao Bằng"), _text("xã Hưng Đạo", "thành phố Hà Nội")]
    assert [one.docs for one in _found(linter, named, texts)] == [(), (), (1,)]


def test_name_that_begins_as_a_unit_does(linter: Linter) -> None:
    texts = [_text("xã Hội An", "tỉnh An Giang")]
    assert _found(linter, ["xã Hội An, tỉnh An Giang"], texts)[0].docs == (0,)


def test_report_is_no_plan(linter: Linter) -> None:
    texts = [_text("phường Nhị Chiểu", number="12/BC-UBND", type_="BÁO CÁO")]
    assert _found(linter, ["phường Nhị Chiểu"], texts)[0].docs == ()


def test_file_that_cannot_be_read_counts_by_its_name(linter: Linter) -> None:
    broken = [Facts(DocumentRecord("gui/KH-Nhi-Chieu.pdf", error="hỏng"))]
    named = ["phường Nhị Chiểu", "xã Hà Nam"]
    found = _found(linter, named, [], more=broken)
    assert [one.docs for one in found] == [(0,), ()]


def test_late_unless_another_plan_was_in_time(linter: Linter) -> None:
    due = datetime.date(2026, 3, 10)
    late = _text("phường Nhị Chiểu", day="11 tháng 3", number="13/KH-UBND")
    named = ["phường Nhị Chiểu"]
    assert _found(linter, named, [late], due)[0].late == (0,)
    assert _found(linter, named, [_text("phường Nhị Chiểu"), late], due)[0].late == ()


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("1. UBND các xã, phường xây dựng kế hoạch, gửi Sở trước ngày 28/02/2026.", "2026-02-28"),
        ("1. Các xã, phường ban hành kế hoạch chậm nhất ngày 15 tháng 3.", "2026-03-15"),
        ("1. UBND các xã, phường\n- Gửi kế hoạch về Sở trước ngày 05/3/2026.", "2026-03-05"),
        ("1. Sở Xây dựng xây dựng kế hoạch kiểm tra trước ngày 28/02/2026.", None),
        ("1. UBND các xã, phường báo cáo kết quả kế hoạch trước ngày 15/11/2026.", None),
        ("1. Các xã, phường lập kế hoạch và báo cáo kết quả trước ngày 15/11/2026.", None),
    ],
)
def test_day_that_the_superior_sets(linter: Linter, asked: str, day: str | None) -> None:
    above = _facts(linter, "tren.txt", _ABOVE.format(asked=asked))
    corpus = Corpus.of([_facts(linter, "a.txt", _text("phường Nhị Chiểu"))], [above])
    due = find_due(corpus, surroundings(linter))
    assert {doc: one.day.isoformat() for doc, one in due.items()} == ({0: day} if day else {})
