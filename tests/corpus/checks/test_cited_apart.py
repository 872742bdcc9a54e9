"""What several documents say of one document that they cite."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from checker.corpus.checks.cited_apart import Check
from checker.corpus.comparing import Surroundings
from checker.corpus.extracting import facts_of
from checker.corpus.finding import CorpusFact
from checker.corpus.records import Facts
from checker.corpus.store import Corpus
from checker.parsing import Grammar, parse
from checker.reading import read_bytes
from checker.registers.known_documents import KnownDocument, KnownDocuments

HEAD = "ỦY BAN NHÂN DÂN\n{place}\nKẾ HOẠCH\nTrồng cây\n{bases}\nI. MỤC ĐÍCH\n1. Trồng cây.\n"
CITY = "Căn cứ Kế hoạch số 901/KH-UBND ngày {day}/2099 của UBND thành phố Hải Phòng về cây xanh đô thị;"
OWN = "Căn cứ Kế hoạch số 901/KH-UBND ngày {day}/2099 của UBND {who} về trồng cây xanh đô thị;"
DECREE = "Căn cứ Nghị định số 901/2099/NĐ-CP ngày {day}/3/2099 của Chính phủ về cây xanh đô thị;"
Found = Callable[..., list[tuple[str, dict[str, str]]]]


@pytest.fixture(scope="module")
def found(grammar: Grammar, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """The files of what is told of plans with these bases, each of a place of its own, with the
    values; the register knows but ``known``."""
    empty = tmp_path_factory.mktemp("register") / "none.tsv"
    empty.write_text("", "utf-8")

    @functools.cache
    def facts(place: str, bases: str) -> Facts:
        text = HEAD.format(place=place, bases=bases)
        return facts_of(parse(read_bytes(text.encode(), ""), grammar), grammar)

    @functools.cache
    def of(plans: Sequence[str | tuple[str, str]], known: Sequence[KnownDocument]) -> Corpus:
        """The corpus that a register is compared with; it keeps what was found."""
        made = (
            facts(*(plan if isinstance(plan, tuple) else ("PHƯỜNG NHỊ CHIỂU", plan)))
            for plan in plans
        )
        return Corpus.of(
            replace(one, document=replace(one.document, path=f"{at}"))
            for at, one in enumerate(made)
        )

    def run(
        *plans: str | tuple[str, str],
        fault: str = "date",
        clear: bool | None = None,
        known: tuple[KnownDocument, ...] = (),
    ) -> list[tuple[str, dict[str, str]]]:
        corpus, documents = of(plans, known), KnownDocuments(known, empty)
        near = Surroundings(grammar.issuers, documents, grammar.unit_names, grammar.gazetteer)
        return [_told(fact, corpus) for fact in Check(fault, clear).compare(corpus, near)]

    return run


def _told(fact: CorpusFact, corpus: Corpus) -> tuple[str, dict[str, str]]:
    ((related, _),) = fact.related
    assert related != fact.at.doc
    return corpus.documents[fact.at.doc].path, dict(fact.values)


def test_one_file_against_three(found: Found) -> None:
    plans = [CITY.format(day=day) for day in ("12/3", "12/3", "21/3", "12/3")]
    ((path, values),) = found(*plans, clear=True)
    assert path == "2"
    assert values == {
        "head": "Kế hoạch số 901/KH-UBND",
        "said": "21/3/2099",
        "count": "1",
        "usual": "12/3/2099",
        "usual_count": "3",
    }
    assert found(*plans, clear=False) == []


def test_two_against_three_is_unclear_and_told_once(found: Found) -> None:
    plans = [CITY.format(day=day) for day in ("12/3", "21/3", "12/3", "21/3", "12/3")]
    assert [path for path, _ in found(*plans, clear=False)] == ["1"]
    assert found(*plans, clear=True) == []


def test_files_are_counted_not_citations(found: Found) -> None:
    twice = "\n".join([CITY.format(day="12/3")] * 4)
    assert [path for path, _ in found(twice, CITY.format(day="21/3"), clear=False)] == ["1"]


def test_a_file_that_contradicts_itself_is_told_of_alone(found: Found) -> None:
    both = "\n".join(CITY.format(day=day) for day in ("12/3", "21/3"))
    assert found(CITY.format(day="12/3"), both) == []


def test_what_the_register_knows_is_told_of_each_file_alone(found: Found) -> None:
    plans = [DECREE.format(day=day) for day in (5, 6)]
    right = KnownDocument(
        "901/2099/NĐ-CP", "Nghị định", datetime.date(2099, 3, 5), "", "", 0, None, "", "", "H"
    )
    assert len(found(*plans)) == 1
    assert found(*plans, known=(right,)) == []
    assert len(found(*plans, known=(right._replace(confidence="L"),))) == 1


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (("PHƯỜNG NHỊ CHIỂU", "thành phố"), ("PHƯỜNG LÊ CHÂN", "thành phố Hải Phòng"), True),
        (("PHƯỜNG NHỊ CHIỂU", "phường"), ("PHƯỜNG LÊ CHÂN", "phường"), False),
        (("PHƯỜNG NHỊ CHIỂU", "phường"), ("PHƯỜNG NHỊ CHIỂU", "phường Nhị Chiểu"), True),
        (("PHƯỜNG NHỊ CHIỂU", "tỉnh Bắc Ninh"), ("PHƯỜNG LÊ CHÂN", "phường Bắc Ninh"), False),
        (("PHƯỜNG NHỊ CHIỂU", "thành phố"), ("XÃ HƯNG ĐẠO", "tỉnh"), False),
    ],
    ids=str,
)
def test_each_place_has_its_own_numbers(
    found: Found, one: tuple[str, str], other: tuple[str, str], differ: bool
) -> None:
    plans = [
        (place, OWN.format(day=day, who=who))
        for (place, who), day in ((one, "12/3"), (other, "21/3"))
    ]
    assert bool(found(*plans)) is differ


def test_the_committee_in_an_office_is_not_that_of_the_commune(found: Found) -> None:
    line = "Căn cứ Kế hoạch số 91-KH/ĐU ngày {}/2099 của Đảng ủy {}phường về trồng cây xanh;"
    same = [line.format(day, "") for day in ("12/3", "21/3")]
    assert len(found(*same)) == 1
    assert found(same[0], line.format("21/3", "Ủy ban nhân dân ")) == []


def test_another_year_is_a_slip_only_with_the_same_title(found: Found) -> None:
    line = "Căn cứ Nghị quyết số 901/NQ-CP ngày 12/3/{} của Chính phủ về {};"
    first = line.format(2098, "trồng cây xanh trong đô thị")
    assert len(found(first, line.format(2099, "trồng cây xanh trong đô thị"))) == 1
    assert found(first, line.format(2099, "an toàn thực phẩm trong trường học")) == []
    assert found(first, line.format(2099, "")) == []


def test_titles_of_two_things(found: Found) -> None:
    line = "Căn cứ Quyết định số 901/QĐ-TTg ngày 12/3/2099 của Thủ tướng Chính phủ {};"
    trees = line.format("phê duyệt Đề án trồng cây xanh đô thị")
    army = line.format("về tuyển chọn và gọi công dân nhập ngũ")
    amending = line.format("sửa đổi, bổ sung Quyết định về an toàn thực phẩm")
    ((path, values),) = found(trees, army, trees, fault="title")
    assert path == "1"
    assert values["said"] == "về tuyển chọn và gọi công dân nhập ngũ"
    assert values["usual_count"] == "2"
    assert found(trees, amending, fault="title") == []
    assert found(trees, line.format("về trồng cây xanh"), fault="title") == []


def test_a_document_at_hand_is_told_by_its_own_header(found: Found) -> None:
    header = (
        "THÀNH PHỐ HẢI PHÒNG\nSố: 901/KH-UBND\nHải Phòng, ngày 12 tháng 3 năm 2099",
        "Căn cứ Luật Cây xanh;",
    )
    plans = [CITY.format(day=day) for day in ("12/3", "21/3")]
    assert len(found(*plans)) == 1
    assert found(*plans, header) == []


def test_two_types_of_one_figure_day_and_title(found: Found) -> None:
    kinds = {
        "Chương trình số {}/CTr-UBND ngày 12/3/2099 {} về cây xanh đô thị năm 2099": True,
        "Quyết định số {}/QĐ-UBND ngày 12/3/2099 {} phê duyệt Kế hoạch cây xanh đô thị năm 2099": True,
        "Kế hoạch số {}/CTr-UBND ngày 12/3/2099 {} về cây xanh đô thị năm 2099": False,
        "Chương trình số 1{}/CTr-UBND ngày 12/3/2099 {} về cây xanh đô thị năm 2099": False,
        "Chương trình số {}/CTr-UBND ngày 13/3/2099 {} về cây xanh đô thị năm 2099": False,
        "Chương trình số {}/CTr-UBND ngày 12/3/2099 {} về cây xanh đô thị năm 2098": False,
        "Báo cáo số {}/BC-UBND ngày 12/3/2099 {} về thu hút khách du lịch năm 2099": False,
    }
    usual = "Kế hoạch số {}/KH-UBND ngày 12/3/2099 {} về cây xanh đô thị năm 2099"
    who = "của UBND thành phố Hải Phòng"
    plans = [
        "\n".join(f"Thực hiện {line.format(figure, who)};" for figure, line in enumerate(said, 901))
        for said in ([usual] * len(kinds), [usual] * len(kinds), kinds)
    ]
    told = {values["usual"]: path for path, values in found(*plans, fault="type")}
    expected = [figure for figure, differs in enumerate(kinds.values(), 901) if differs]
    assert told == {f"Kế hoạch số {figure}/KH-UBND": "2" for figure in expected}
