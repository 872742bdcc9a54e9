"""Which superior's plan a plan carries out, and where it cites it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.corpus.extracting import facts_of
from checker.corpus.records import DocumentRecord, Facts
from checker.corpus.store import Corpus
from checker.corpus.superior.superiors import find_citing, find_superiors, is_plan, predates
from checker.parsing import Grammar, parse
from checker.reading import read_bytes

ABOVE = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI PHÒNG
{number}
{day}
KẾ HOẠCH
Phòng, chống đuối nước trẻ em năm 2026
I. NỘI DUNG
1. Dạy bơi cho học sinh.
"""
BELOW = """ỦY BAN NHÂN DÂN
PHƯỜNG NHỊ CHIỂU
Số: 20/KH-UBND
Nhị Chiểu, ngày 05 tháng 02 năm 2026
KẾ HOẠCH
{title}
{opening} UBND phường Nhị Chiểu xây dựng kế hoạch như sau:
I. NỘI DUNG
1. Dạy bơi cho học sinh.
"""
NUMBERED = ("Số: 45/KH-UBND", "Hải Phòng, ngày 12 tháng 01 năm 2026")
BLANK = ("Số:     /KH-UBND", "Hải Phòng, ngày     tháng 01 năm 2026")
SUBJECT = "Phòng, chống đuối nước trẻ em năm 2026"
Audit = Callable[..., Corpus]


@pytest.fixture(scope="module")
def audit(grammar: Grammar) -> Audit:
    def run(opening: str, header: tuple[str, str] = NUMBERED, title: str = SUBJECT) -> Corpus:
        texts = (
            BELOW.format(opening=opening, title=title),
            ABOVE.format(number=header[0], day=header[1]),
        )
        below, above = (
            facts_of(parse(read_bytes(text.encode(), f"{index}.txt"), grammar), grammar)
            for index, text in enumerate(texts)
        )
        return Corpus.of([below], [above])

    return run


def cites(corpus: Corpus) -> bool:
    return (0, 1) in find_citing(corpus)


@pytest.mark.parametrize(
    "opening",
    [
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2026 của UBND thành phố về phòng, chống đuối nước trẻ em,",
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân thành phố Hải Phòng,",
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 15/01/2026 của UBND thành phố,",
        "Thực hiện Kế hoạch của UBND thành phố về phòng, chống đuối nước trẻ em năm 2026,",
    ],
)
def test_plan_is_cited(audit: Audit, opening: str) -> None:
    assert cites(audit(opening))


@pytest.mark.parametrize(
    "opening",
    [
        "Thực hiện Kế hoạch số 46/KH-UBND ngày 13/01/2026 của UBND thành phố về phát triển thủy sản,",
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2025 của UBND thành phố về dạy bơi,",
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2026 của UBND thành phố Hà Nội về dạy bơi,",
        "Thực hiện Công văn số 45/UBND-VX ngày 12/01/2026 của UBND thành phố,",
        "Căn cứ tình hình thực tế,",
    ],
)
def test_another_document_is_not_the_superiors(audit: Audit, opening: str) -> None:
    assert not cites(audit(opening))


def test_plan_without_number_is_known_by_its_title(audit: Audit) -> None:
    cited = "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2026 của UBND thành phố về phòng, chống đuối nước trẻ em năm 2026,"
    other = "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2026 của UBND thành phố về phát triển thủy sản năm 2026,"
    assert cites(audit(cited, BLANK))
    assert not cites(audit(other, BLANK))


def test_plan_about_another_matter_is_none_of_the_superiors(audit: Audit) -> None:
    assert find_superiors(audit("Căn cứ tình hình thực tế,"))[0] == (1,)
    other = audit("Căn cứ tình hình thực tế,", title="Trồng cây phân tán dịp Tết Bính Ngọ")
    assert find_superiors(other)[0] == ()


def test_office_of_the_same_level_is_not_below(audit: Audit, grammar: Grammar) -> None:
    text = ABOVE.format(number="Số: 90/KH-UBND", day="Hải Phòng, ngày 20 tháng 02 năm 2026")
    own = facts_of(parse(read_bytes(text.encode(), "own.txt"), grammar), grammar)
    above = ABOVE.format(number=NUMBERED[0], day=NUMBERED[1])
    superior = facts_of(parse(read_bytes(above.encode(), "above.txt"), grammar), grammar)
    assert find_superiors(Corpus.of([own], [superior])) == {0: ()}


def test_own_plan_after_another_document_of_the_issuer_is_no_citation(audit: Audit) -> None:
    opening = "Thực hiện Hướng dẫn số 8/HD-UBND ngày 12/01/2026 của UBND thành phố Hải Phòng về phòng, chống đuối nước trẻ em năm 2026,"
    assert not cites(audit(opening))


def test_plan_of_another_year_is_none_of_the_superiors(audit: Audit) -> None:
    last = audit("Căn cứ tình hình thực tế,", title=SUBJECT.replace("2026", "2025"))
    assert find_superiors(last)[0] == ()
    period = audit(
        "Căn cứ tình hình thực tế,", title=SUBJECT.replace("năm 2026", "giai đoạn 2025 - 2030")
    )
    assert find_superiors(period)[0] == (1,)


def test_plan_made_before_the_superiors_is_not_asked_to_cite_it(audit: Audit) -> None:
    late = (NUMBERED[0], "Hải Phòng, ngày 12 tháng 3 năm 2026")
    assert predates(audit("Căn cứ tình hình thực tế,", late), 0, 1)
    assert not predates(audit("Căn cứ tình hình thực tế,"), 0, 1)


def test_of_superiors_of_several_provinces_only_those_cited_count(grammar: Grammar) -> None:
    def read(text: str, name: str) -> Facts:
        return facts_of(parse(read_bytes(text.encode(), name), grammar), grammar)

    first = ABOVE.format(number=NUMBERED[0], day=NUMBERED[1])
    second = first.replace("THÀNH PHỐ HẢI PHÒNG", "TỈNH NINH BÌNH").replace("45/", "46/")
    opening = "Thực hiện Kế hoạch số 46/KH-UBND ngày 12/01/2026 của UBND tỉnh về dạy bơi,"
    unknown = BELOW.replace("NHỊ CHIỂU", "BẾN ĐÒ").replace("Nhị Chiểu", "Bến Đò")
    below = [
        read(unknown.format(opening=text, title=SUBJECT), f"{index}.txt")
        for index, text in enumerate((opening, "Căn cứ tình hình thực tế,"))
    ]
    above = [read(first, "first.txt"), read(second.replace("Hải Phòng,", "Ninh Bình,"), "b.txt")]
    assert find_superiors(Corpus.of(below, above)) == {0: (3,), 1: ()}


@pytest.mark.parametrize(
    ("about", "plan"),
    [
        (DocumentRecord("a", type="KH", legible=True), True),
        (DocumentRecord("a", type="BC", legible=True), False),
        (DocumentRecord("a", title="Danh mục sản phẩm", legible=True), False),
        (DocumentRecord("a", title="Kế hoạch dạy bơi", legible=True), True),
        (DocumentRecord("a", legible=False), True),
    ],
)
def test_plans_are_told_from_other_documents(about: DocumentRecord, plan: bool) -> None:
    assert is_plan(about) is plan
