"""What is said of one document is put together, and what does not agree is found."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.corpus.cited.citations import Row, rows_of
from checker.corpus.cited.documents import CitedDocument, group
from checker.document import Document
from checker.parsing import Grammar, parse
from checker.reading import read_bytes
from checker.registers.known_documents import KnownDocument, KnownDocuments

HEAD = "ỦY BAN NHÂN DÂN\n{who}\n\nKẾ HOẠCH\nTuyên truyền\n\n"
HEAD_OFFICE = HEAD.format(who="PHƯỜNG NHỊ CHIỂU")
Group = Callable[..., list[CitedDocument]]


def known(number: str, date: str = "", **told: object) -> KnownDocument:
    day = datetime.date.fromisoformat(date) if date else None
    blank = KnownDocument(number, "Nghị định", day, "", "", 0, None, "", "thử", "H")
    return blank._replace(**told)


@pytest.fixture
def grouped(grammar: Grammar, tmp_path: Path) -> Group:
    """Put together what some texts cite, each a file of its own; the register is empty but for
    what is handed over."""
    table = tmp_path / "documents.tsv"
    table.write_text("", "utf-8")

    def run(*texts: str, documents: Sequence[KnownDocument] = ()) -> list[CitedDocument]:
        rows: list[Row] = []
        for index, text in enumerate(texts, 1):
            document = parse(read_bytes(text.encode(), f"{index}.txt"), grammar)
            rows += rows_of(document, grammar.issuers)
        return group(rows, KnownDocuments(documents, table))

    return run


def test_a_row_tells_where_it_stands(read: Callable[[str], Document], grammar: Grammar) -> None:
    text = "KẾ HOẠCH\nI. MỤC ĐÍCH\n2. Yêu cầu\nTheo khoản 2 Điều 5 Nghị định số 9/2099/NĐ-CP.\n"
    (row,) = rows_of(read(text), grammar.issuers)
    assert (row.line, row.column, row.section) == (4, 6, "I.2")
    assert row.said.provisions == ((("khoản", "2"), ("Điều", "5")),)


def test_two_files_that_give_two_dates(grouped: Group) -> None:
    (document,) = grouped(
        "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2099 của Chính phủ;",
        "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/5/2099 của Chính phủ;",
        "Căn cứ Nghị quyết số 071/NQ-CP ngày 01/4/2099 của Chính phủ;",
    )
    assert document.conflicts == ("date",)
    assert {day: [row.path for row in rows] for day, rows in document.dates.items()} == {
        (2099, 4, 1): ["1.txt", "3.txt"],
        (2099, 5, 1): ["2.txt"],
    }
    assert document.date == (2099, 4, 1)


def test_a_number_comes_again_every_year(grouped: Group) -> None:
    first, second = grouped(
        "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2098 của Chính phủ;"
        "\nCăn cứ Nghị quyết số 71/NQ-CP ngày 02/6/2099 của Chính phủ;"
    )
    assert first.conflicts == second.conflicts == ()


def test_another_year_of_the_same_day_is_taken_for_a_slip(grouped: Group) -> None:
    (document,) = grouped(
        "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2098 của Chính phủ;"
        "\nCăn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2099 của Chính phủ;"
    )
    assert document.conflicts == ("date",)


def test_local_numbers_are_a_series_in_each_place(grouped: Group) -> None:
    plan = "Căn cứ Kế hoạch số 29/KH-UBND ngày {day}/2099 của UBND {who};"
    ours, theirs = grouped(
        HEAD_OFFICE + plan.format(day="01/4", who="thành phố Hải Phòng"),
        HEAD_OFFICE + plan.format(day="02/4", who="tỉnh Bắc Ninh"),
        HEAD_OFFICE + plan.format(day="03/4", who="thành phố Hải Phòng"),
    )
    assert ours.files == ("1.txt", "3.txt")
    assert ours.conflicts == ("date",)
    assert theirs.conflicts == ()


def test_the_place_of_the_document_is_meant_where_none_is_named(grouped: Group) -> None:
    text = "Căn cứ Kế hoạch số 29/KH-UBND ngày 01/4/2099 của UBND {who};"
    documents = grouped(
        HEAD_OFFICE + text.format(who="thành phố"), text.format(who="thành phố Hải Phòng")
    )
    assert [len(document.rows) for document in documents] == [2]
    documents = grouped(
        HEAD_OFFICE + text.format(who="phường"), text.format(who="phường Nhị Chiểu")
    )
    assert [len(document.rows) for document in documents] == [2]


def test_an_unknown_place_is_no_reason_to_compare_files(grouped: Group) -> None:
    text = "Căn cứ Kế hoạch số 29/KH-UBND ngày 0{day}/4/2099 của UBND tỉnh;"
    documents = grouped(text.format(day=1), text.format(day=2))
    assert [document.conflicts for document in documents] == [(), ()]


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        ("về công tác thông tin đối ngoại", "về việc phát triển kinh tế tư nhân", ("title",)),
        ("về công tác thông tin đối ngoại", "công tác thông tin đối ngoại năm 2099", ()),
        ("phê duyệt Đề án trồng một tỷ cây xanh", "về việc phê duyệt Đề án trồng cây xanh", ()),
        (
            "về xã hội học tập giai đoạn 2091 - 2095",
            "về xã hội học tập giai đoạn 2096-2099",
            ("title",),
        ),
        ("về văn thư", "về trồng cây", ()),
        ("về sắp xếp đơn vị hành chính", ", tổ chức đo diện tích tự nhiên của các xã", ()),
        (
            "phê duyệt Đề án trồng cây",
            "phê duyệt Đề án trồng cây hết hiệu lực từ năm 2099 theo lộ trình do Bộ quy định",
            (),
        ),
        (
            "về thực hiện Nghị quyết số 7/NQ-CP ngày 01/4/2099 của Chính phủ về văn thư",
            "thực hiện Nghị quyết số 7/NQ-CP ngày 02/4/2099 của Chính phủ",
            (),
        ),
    ],
)
def test_titles(grouped: Group, one: str, other: str, conflicts: tuple[str, ...]) -> None:
    text = "Căn cứ Quyết định số 12/QĐ-TTg ngày 05/6/2099 của Thủ tướng Chính phủ {title};"
    document = grouped(text.format(title=one), text.format(title=other))[0]
    assert len(document.rows) == 2
    assert document.conflicts == conflicts
    assert len(document.title_of) == sum(1 for row in document.rows if len(row.subject) > 2)


def test_what_bears_no_date_or_issuer_belongs_to_what_does(grouped: Group) -> None:
    (document,) = grouped(
        "Căn cứ Tờ trình số 5/TTr-SNV ngày 05/6/2099 của Sở Nội vụ;\nTheo Tờ trình số 5/TTr-SNV."
    )
    assert len(document.rows) == 2


def test_a_law_with_and_without_its_number_is_one(grouped: Group) -> None:
    documents = grouped(
        "Căn cứ Luật Cây xanh số 7/2099/QH30;\nCăn cứ Luật Cây xanh năm 2099;\nCăn cứ Luật Cây xanh năm 2013;"
    )
    assert [len(document.rows) for document in documents] == [2, 1]


def test_blank_numbers_are_never_one(grouped: Group) -> None:
    line = "Kế hoạch số     /KH-UBND ngày    tháng 4 năm 2099 của UBND tỉnh Bắc Ninh về {title}."
    documents = grouped(
        line.format(title="trồng cây xanh đô thị")
        + "\n"
        + line.format(title="bình đẳng giới trong trường học")
    )
    assert [document.conflicts for document in documents] == [(), ()]


def test_the_register_knows_the_number_of_a_year_and_the_date(grouped: Group) -> None:
    register = [
        known("30/2099/NĐ-CP", "2099-03-05"),
        known("7/NQ-CP", "2098-01-01", type="Nghị quyết"),
        known("7/NQ-CP", "2099-01-01", type="Nghị quyết"),
        known("8/NQ-CP", "2097-01-01", type="Nghị quyết"),
    ]
    text = (
        "Nghị định số 30/2099/NĐ-CP ngày 06/3/2099 của Chính phủ;\n"
        "Nghị quyết số 7/NQ-CP ngày 01/01/2099 của Chính phủ;\n"
        "Nghị quyết số 8/NQ-CP ngày 02/01/2099 của Chính phủ;\n"
        "Nghị quyết số 9/NQ-CP ngày 02/01/2099 của Chính phủ;\n"
    )
    decree, dated, other_year, unknown = grouped(text, documents=register)
    assert decree.known == register[0]
    assert decree.conflicts == ("register",)
    assert dated.known == register[2]
    assert dated.conflicts == ()
    assert other_year.known is None
    assert unknown.known is None


def test_a_weak_entry_contradicts_nobody(grouped: Group) -> None:
    register = [known("30/2099/NĐ-CP", "2099-03-05", confidence="L")]
    (decree,) = grouped(
        "Nghị định số 30/2099/NĐ-CP ngày 06/3/2099 của Chính phủ;", documents=register
    )
    assert decree.conflicts == ()


def test_the_register_tells_which_of_two_dates_is_right(grouped: Group) -> None:
    text = "Nghị định số 30/2099/NĐ-CP ngày 0{day}/3/2099 của Chính phủ;"
    register = [known("30/2099/NĐ-CP", "2099-03-05")]
    (decree,) = grouped(text.format(day=5), text.format(day=6), documents=register)
    assert decree.conflicts == ("date",)
    assert decree.sure_date == (2099, 3, 5)


def test_a_document_that_cites_itself(read: Callable[[str], Document], grammar: Grammar) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG NHỊ CHIỂU\nSố: 12/KH-UBND\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Nhị Chiểu, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nTuyên truyền\n"
        "Theo Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND phường và "
        "Kế hoạch số 12/KH-UBND ngày 06/3/2025 của UBND thành phố.\n"
    )
    assert [row.own for row in rows_of(read(text), grammar.issuers)] == [True, False]


_CITATION = st.builds(
    "Nghị quyết số {}/NQ-CP{} của Chính phủ {};\n".format,
    st.integers(1, 3),
    st.sampled_from(["", " ngày 01/4/2098", " ngày 01/4/2099", " ngày 02/5/2099", " năm 2098"]),
    st.sampled_from(["", "về văn thư lưu trữ", "về phát triển cây xanh đô thị"]),
)


@settings(max_examples=60)
@given(lines=st.lists(_CITATION, max_size=8))
def test_every_citation_belongs_to_one_document(
    lines: list[str], read: Callable[[str], Document], grammar: Grammar
) -> None:
    rows = list(rows_of(read("KẾ HOẠCH\n" + "".join(lines)), grammar.issuers))
    documents = group(rows, _Nothing())
    assert sorted((row for one in documents for row in one.rows), key=lambda row: row.line) == rows
    firsts = [one.rows[0].line for one in documents]
    assert firsts == sorted(firsts)


class _Nothing(KnownDocuments):
    def find(self, number: str) -> tuple[KnownDocument, ...]:
        return ()
