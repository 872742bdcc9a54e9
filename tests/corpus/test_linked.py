"""Documents that name each other, and what of them is compared."""

from __future__ import annotations

import pytest

from checker.corpus.extracting import facts_of
from checker.corpus.linked import links_of
from checker.corpus.records import Facts
from checker.corpus.store import Corpus
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes

PLAN = """ỦY BAN NHÂN DÂN
PHƯỜNG NHỊ CHIỂU
Số: 12/KH-UBND
Nhị Chiểu, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Xây dựng đời sống văn hóa năm 2026
I. MỤC TIÊU
1. Tỷ lệ gia đình đạt danh hiệu văn hóa đạt 95%.
"""
NUMBER = "Kế hoạch số 12/KH-UBND ngày 10/3/2026 của Ủy ban nhân dân phường Nhị Chiểu"
APPENDIX = f"PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo {NUMBER})\n1. Tuyên truyền trên loa.\n"


def later(title: str, body: str = "", type_: str = "BÁO CÁO", code: str = "BC") -> str:
    return f"""ỦY BAN NHÂN DÂN
PHƯỜNG NHỊ CHIỂU
Số: 80/{code}-UBND
Nhị Chiểu, ngày 10 tháng 12 năm 2026
{type_}
{title}
{body}
I. KẾT QUẢ
1. Các tổ dân phố đã triển khai đầy đủ.
"""


def links(linter: Linter, *texts: str, superiors: tuple[str, ...] = ()) -> list[tuple[str, int]]:
    def facts(text: str, name: str) -> Facts:
        return facts_of(parse(read_bytes(text.encode(), name), linter.grammar), linter.grammar)

    corpus = Corpus.of(
        [facts(text, f"{index}.txt") for index, text in enumerate(texts)],
        [facts(text, "against.txt") for text in superiors],
    )
    return [(one.kind, one.other) for one in links_of(corpus)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (APPENDIX, "appendix"),
        (later(f"Kết quả thực hiện {NUMBER}"), "report"),
        (
            later(
                "Kết quả xây dựng đời sống văn hóa năm 2026",
                f"Thực hiện {NUMBER}, Ủy ban nhân dân phường báo cáo như sau:",
            ),
            "report",
        ),
        (
            later("Vận động nhân dân năm 2026", f"Thực hiện {NUMBER}.", "KẾ HOẠCH", "KH"),
            "plan",
        ),
    ],
)
def test_what_names_the_plan(linter: Linter, text: str, kind: str) -> None:
    assert links(linter, PLAN, text) == [(kind, 0)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (APPENDIX.replace("10/3/2026", "11/3/2026"), "of another day"),
        (APPENDIX.replace("12/KH", "13/KH"), "of another number"),
        (APPENDIX.replace("phường Nhị Chiểu", "phường Trần Liễu"), "of another office"),
        (later(f"Sửa đổi, bổ sung {NUMBER}", "", "KẾ HOẠCH", "KH"), "changes it, and so differs"),
        (PLAN, "a version of it does not name it"),
    ],
)
def test_what_does_not(linter: Linter, text: str, why: str) -> None:
    assert links(linter, PLAN, text) == [], why


def test_a_number_that_two_documents_have_links_neither(linter: Linter) -> None:
    assert links(linter, PLAN, PLAN.replace("văn hóa", "mới"), APPENDIX) == []


def test_the_plan_of_a_superior_is_compared_by_other_rules(linter: Linter) -> None:
    assert links(linter, APPENDIX, superiors=(PLAN,)) == []
