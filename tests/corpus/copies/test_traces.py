"""Words of an original are found in its copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.corpus.copies.traces import count_differing, find_traces
from checker.corpus.extracting import facts_of
from checker.corpus.records import Facts
from checker.corpus.store import Corpus
from checker.parsing import Grammar, parse
from checker.reading import read_bytes, read_file
from tests.conftest import FIXTURES

U, V = "Trung tâm Dịch vụ sự nghiệp công", "Trung tâm Dịch vụ tổng hợp"
PLAN = """ỦY BAN NHÂN DÂN
{upper}
Số: {number}/KH-UBND
{name}, ngày {day} tháng 3 năm 2026

KẾ HOẠCH
Phòng, chống cháy rừng {level} {name} năm 2026

Thực hiện {basis}, Ủy ban nhân dân {level} {name} xây dựng kế hoạch như sau:

I. NHIỆM VỤ
1. Rà soát các khu vực rừng có nguy cơ cháy cao, lập bản đồ và cắm biển cảnh báo trước mùa khô.
* Đơn vị chủ trì: {unit}.
2. Tổ chức trực 24/24 giờ tại các chốt bảo vệ rừng trong những ngày có dự báo cháy cấp III trở lên.
* Đơn vị chủ trì: {unit}.
3. Mở lớp tập huấn kỹ năng chữa cháy cho người dân trên địa bàn {level} và các hộ nhận khoán rừng.
* Đơn vị chủ trì: {last}.
4. {more}

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

{signer}
"""
SAME = "Tuyên truyền trên hệ thống loa truyền thanh tới từng hộ dân sống gần rừng của {place}."
Make = Callable[..., Facts]
Find = Callable[..., list[tuple[str, str, str, str]]]


@pytest.fixture
def made(grammar: Grammar) -> Make:
    def make(place: str, day: str = "05", unit: str = U, **told: str) -> Facts:
        level, _, name = place.partition(" ")
        values = {
            "number": "21",
            "last": unit,
            "more": SAME.format(place=place),
            "signer": f"Nguyễn Văn {name.split()[-1]}",
            "basis": "Nghị quyết số 02/NQ-HĐND ngày 05/01/2026",
        }
        values |= {"level": level, "name": name, "upper": place.upper(), "day": day, "unit": unit}
        text = PLAN.format(**(values | told))
        return facts_of(parse(read_bytes(text.encode(), f"{place}.txt"), grammar), grammar)

    return make


@pytest.fixture
def find() -> Find:
    """Tell the traces in plans: the kind, the places of the copy and of the original, the words."""

    def run(*plans: Facts) -> list[tuple[str, str, str, str]]:
        corpus = Corpus.of(plans)
        documents = corpus.documents
        return [
            (one.kind, documents[one.second].locality, documents[one.first].locality, one.found)
            for one in find_traces(corpus)
        ]

    return run


def fixture(path: str, grammar: Grammar) -> Facts:
    return facts_of(parse(read_file(str(FIXTURES / f"{path}.txt")), grammar), grammar)


def test_the_trace_in_the_copy_among_the_seeds(grammar: Grammar) -> None:
    corpus = Corpus.of([fixture(f"seeds/{name}", grammar) for name in ("hung-dao", "nhi-chieu")])
    (trace,) = find_traces(corpus)
    assert (trace.kind, trace.second, trace.spot.line, trace.spot.section) == (
        "unit",
        0,
        231,
        "II.4.3.b",
    )
    assert (trace.spot.words, trace.own) == (
        "Trung tâm dịch vụ sự nghiệp công",
        "Trung tâm dịch vụ tổng hợp",
    )
    assert (trace.first, trace.original.line) == (1, 168)
    assert list(count_differing(corpus).values()) == [23]


def test_nothing_is_left_in_the_mended_ones(grammar: Grammar) -> None:
    names = ("ban-tuyen-giao-hai-phong", "binh-thanh", "hung-dao", "nhi-chieu", "thanh-mien")
    assert find_traces(Corpus.of([fixture(f"twins/{name}", grammar) for name in names])) == ()


WARD, COMMUNE, THIRD = "phường Nhị Chiểu", "xã Phú Đình", "xã Lạc Đạo"
OWN_NUMBER = "Kinh phí thực hiện Kế hoạch số 21/KH-UBND do ngân sách xã năm 2026 bảo đảm."
HAI_PHONG = "Kế hoạch số 15/KH-UBND ngày 12/01/2026 của UBND thành phố Hải Phòng"


@pytest.mark.parametrize(
    ("left", "found"),
    [
        ({"unit": V, "last": U}, ("unit", U)),
        ({"unit": V, "more": SAME.format(place=WARD)}, ("place", WARD)),
        ({"unit": V, "more": SAME.format(place="phường")}, ("level", "phường")),
        ({"unit": V, "signer": "Nguyễn Văn Chiểu"}, ("person", "Nguyễn Văn Chiểu")),
        ({"unit": V, "number": "35", "more": OWN_NUMBER}, ("number", "Kế hoạch số 21/KH-UBND")),
        ({"unit": V, "basis": HAI_PHONG}, ("number", HAI_PHONG)),
    ],
)
def test_a_trace_of_each_kind(
    made: Make, find: Find, left: dict[str, str], found: tuple[str, str]
) -> None:
    original = made(WARD, basis=HAI_PHONG) if "basis" in left else made(WARD)
    if found[0] == "level":
        original = made(WARD, more=SAME.format(place="phường"))
    kind, words = found
    told = find(original, made(COMMUNE, "20", **left))
    assert told == [(kind, "xã Phú Đình", "phường Nhị Chiểu", words)]


@pytest.mark.parametrize(
    "rightly",
    [
        {"unit": V},
        {"unit": U},
        {
            "more": "Học tập kinh nghiệm chữa cháy ban đêm của phường Nhị Chiểu, thành phố Hải Phòng."
        },
        {"more": "Trao đổi kinh nghiệm với UBND các xã, phường và lực lượng kiểm lâm cơ động."},
        {"more": "Tham khảo Kế hoạch số 21/KH-UBND ngày 05/3/2026 của UBND phường Nhị Chiểu."},
    ],
)
def test_what_is_no_trace(made: Make, find: Find, rightly: dict[str, str]) -> None:
    assert find(made(WARD), made(COMMUNE, "20", **rightly)) == []


def test_an_unlike_document_is_no_original(made: Make, find: Find) -> None:
    other = "\n".join(f"{n}. Nội dung khác hẳn của riêng {WARD} số {n}." for n in range(5, 9))
    plain = made(WARD).document
    assert plain.locality == WARD
    unlike = made(WARD, more=other, unit="Công an")
    copy = made(COMMUNE, "20", more="Báo cáo kết quả.", unit="Công an")
    assert all(one[0] != "place" for one in find(unlike, copy))


def test_the_name_of_a_third_document_of_the_cluster_is_told_with_that(
    made: Make, find: Find
) -> None:
    copied = made(COMMUNE, "20", more=SAME.format(place=WARD))
    nearer = made(THIRD, "18")
    assert find(made(WARD, "01", number="22"), nearer, copied) == [("place", COMMUNE, WARD, WARD)]


PERSON = "Giao đồng chí Ngô Đình Tâm, Phó Chủ tịch UBND {place}, trực tiếp chỉ đạo thực hiện."


def test_a_person_is_left_over_in_the_later_plan_only(made: Make, find: Find) -> None:
    told = find(
        made(WARD, more=PERSON.format(place="phường")),
        made(COMMUNE, "20", more=PERSON.format(place="xã")),
    )
    assert told == [("person", COMMUNE, WARD, "Ngô Đình Tâm")]


def test_a_person_whom_the_office_names_elsewhere_is_its_own(made: Make, find: Find) -> None:
    other = made(COMMUNE, "22", number="40", signer="Ngô Đình Tâm")
    words = tuple(replace(one, words=f"Việc khác {at}") for at, one in enumerate(other.sentences))
    signed = tuple(one for one in other.sentences if "Ngô Đình Tâm" in one.words)
    told = find(
        made(WARD, more=PERSON.format(place="phường")),
        made(COMMUNE, "20", more=PERSON.format(place="xã")),
        replace(other, sentences=words + signed, signature=()),
    )
    assert told == [("person", WARD, COMMUNE, "Ngô Đình Tâm")]


def test_a_centre_of_another_name_is_left_over(made: Make, find: Find) -> None:
    original = "Trung tâm Cung ứng dịch vụ công"
    told = find(made(WARD, unit=original), made(COMMUNE, "20", unit=V, last=original))
    assert told == [("unit", COMMUNE, WARD, original)]


def test_the_centre_for_procedures_is_another_one(made: Make, find: Find) -> None:
    original = "Trung tâm Phục vụ hành chính công"
    assert find(made(WARD, unit=original), made(COMMUNE, "20", unit=V, last=original)) == []


def test_the_level_of_a_special_zone(made: Make, find: Find) -> None:
    zone = "đặc khu Cát Hải"
    told = find(
        made(zone, more=SAME.format(place="đặc khu")),
        made(COMMUNE, "20", more=SAME.format(place="đặc khu")),
    )
    assert told == [("level", COMMUNE, zone, "đặc khu")]


ATTACHED = "Phụ lục kèm theo Kế hoạch số 21/KH-UBND ngày {day}/3/2026 của UBND xã Phú Đình."


@pytest.mark.parametrize("day", ["05", "20"])
def test_the_own_plan_with_the_number_of_the_original(made: Make, find: Find, day: str) -> None:
    copy = made(COMMUNE, "20", number="35", more=ATTACHED.format(day=day))
    assert [one[:3] for one in find(made(WARD), copy)] == [("number", COMMUNE, WARD)]


def test_another_plan_of_the_office_with_that_number(made: Make, find: Find) -> None:
    copy = made(COMMUNE, "20", number="35", more=ATTACHED.format(day="20"))
    other = replace(made(COMMUNE, "20"), sentences=(), signature=())
    assert find(made(WARD), copy, other) == []


def test_a_plan_of_the_own_province_with_the_same_number_and_day(made: Make, find: Find) -> None:
    own = HAI_PHONG.replace("thành phố Hải Phòng", "tỉnh Thái Nguyên")
    assert find(made(WARD, basis=HAI_PHONG), made(COMMUNE, "20", basis=own)) == []


def test_documents_of_one_office_have_no_traces(made: Make, find: Find) -> None:
    assert find(made(WARD, unit=U), made(WARD, "20", unit=V, last=U)) == []
