"""Rules that need no document: what they find in a paragraph alone, they find in it as a part of
its document, and what the examples of a rule show is found without the lines around."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from checker.data import parse_yaml
from checker.document import Document
from checker.linter import Linter
from checker.office import Office, make_office
from checker.parsing import parse
from checker.reading import read_bytes, read_file
from checker.rule import Rule
from checker.rule_examples import unmarked
from checker.server.language_tool.paragraph import check_paragraph, paragraph_linter
from tests.conftest import FIXTURES, SEEDS, TWINS

PLANS = [f"seeds/{name}.txt" for name in SEEDS] + [f"twins/{name}.txt" for name in TWINS]
WORD = [
    "formats/nhi-chieu.docx",
    *(f"layout/{name}.docx" for name in ("plan-appendix", "nested-table", "party-plan", "letter")),
]
# How many places of the seeds are told of a paragraph alone, where the office is known.
FOUND = {
    "seeds/ban-tuyen-giao-hai-phong.txt": 5,
    "seeds/binh-thanh.txt": 4,
    "seeds/hung-dao.txt": 16,
    "seeds/nhi-chieu.txt": 19,
}
# What a document writes elsewhere is further evidence for a slip.
BY_OTHER_LINES = [
    (
        "spelling/real-word",
        "Cung cấp thông tin về những việc mới phát sinh, được đưa luận quan tâm theo từng quý.",
    )
]


@pytest.fixture(scope="module")
def alone(linter: Linter) -> Linter:
    return paragraph_linter(linter.with_rules(linter.rules, linter.names, guesses=True))


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """The paragraphs of a document, each with its offset in the document's text."""
    return ((line.start, line.text) for line in document.lines)


def _office(document: Document) -> Office:
    regime = document.regime if document.regime in ("state", "party") else ""
    return Office(locality=document.locality.full, regime=regime)


@pytest.mark.parametrize("path", [*PLANS, *WORD])
def test_a_paragraph_alone_tells_no_more_than_its_document(
    path: str, alone: Linter, linter: Linter
):
    report = linter.check(read_file(str(FIXTURES / path)), "draft")
    document = report.document
    assert document
    whole = {
        (rule.group, fact.start, fact.end)
        for rule, facts in linter.found(document, "draft")
        for fact in facts
    }
    usual = alone.with_rules(alone.rules, alone.names, guesses=False)
    for knowing in (usual, usual.with_office(_office(document))):
        found = {
            (one.rule.group, start + one.start, start + one.end)
            for start, text in _lines(document)
            for one in check_paragraph(text, knowing, "draft")
        }
        assert found <= whole, [document.text[a:b] for _, a, b in found - whole]
    assert len(found) >= FOUND.get(path, 0)


def test_the_same_holds_for_each_line_as_its_own_paragraph(linter: Linter, alone: Linter):
    """As when a text of hard line ends is opened in Writer."""
    knowing = alone.with_rules(alone.rules, alone.names, guesses=False)
    for path in (f"seeds/{name}.txt" for name in SEEDS):
        report = linter.check(read_file(str(FIXTURES / path)), "draft")
        document = report.document
        assert document
        places = {
            (rule.group, document.view.raw_span(fact.start, fact.end))
            for rule, facts in linter.found(document, "draft")
            for fact in facts
        }
        start = 0
        for line in document.source.raw.split("\n"):
            for one in check_paragraph(line, knowing, "draft"):
                place = one.rule.group, (start + one.start, start + one.end)
                assert place in places, (path, one.rule.id, line[one.start : one.end])
            start += len(line) + 1


def test_local_rules_show_their_examples_alone(alone: Linter, shipped_rules: tuple[Rule, ...]):
    silent = [
        (rule.id, text)
        for rule in alone.rules
        for example in rule.examples
        if "fail" in example
        for text in _silent_lines(rule, example, alone)
    ]
    assert silent == BY_OTHER_LINES
    assert len(alone.rules) > 100


def _silent_lines(rule: Rule, example, alone: Linter) -> Iterator[str]:
    text, marks = unmarked(example["fail"])
    document = parse(read_bytes(text.encode(), "example"), alone.grammar)
    office = make_office(parse_yaml(example["office"])) if "office" in example else None
    regime = rule.common.regimes[0] if rule.common.regimes else ""
    office = office or Office(locality=document.locality.full, regime=regime)
    asked = alone.with_office(office).with_rules([rule], alone.names, guesses=True)
    for start, line in _lines(document):
        first, last = document.view.raw_span(start, start + len(line))
        wanted = {mark for mark in marks if first <= mark[0] <= last}
        if wanted and not _may_be_a_cell(rule, line):
            found = {
                document.view.raw_span(start + one.start, start + one.end)
                for one in check_paragraph(line, asked, "issued")
            }
            if not wanted <= found:
                yield line


def _may_be_a_cell(rule: Rule, line: str) -> bool:
    short = len(re.findall(r"[^\W\d_]{2,}", line)) <= 5
    return short and "CELL" in getattr(rule.check, "not_in", ())


@pytest.mark.parametrize(
    "rule",
    [
        "spelling/acronym-unexplained",
        "spelling/tone-placement",
        "spelling/missing-word",
        "typography/unbalanced-quote",
        "typography/dash-mixed",
        "locality/stray-place",
        "header/number",
        "recipients/missing",
        "structure/empty-heading",
        "numbering/item-gap",
        "dates/deadline",
        "structure/title-v-v",
    ],
)
def test_rules_that_look_around_are_not_local(rule: str, linter: Linter):
    assert not next(one for one in linter.rules if one.id == rule).local


def test_the_own_place_of_the_office_is_enough_for_places(alone: Linter):
    text = "Ban hành kế hoạch hoạt động thông tin đối ngoại phường Nghị Quyết năm 2026."
    assert check_paragraph(text, alone, "draft") == []
    office = Office(locality="phường Nhị Chiểu, thành phố Hải Phòng")
    (told,) = check_paragraph(text, alone.with_office(office), "draft")
    assert (text[told.start : told.end], told.rule.group) == ("phường Nghị Quyết", "locality")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "KẾ HOẠCH",
        "II. NỘI DUNG",
        "1. Mục đích",
        "và các nhiệm vụ khác có liên quan",
        "Nguyễn Văn An",
        "- UBND xã An Bình",
        "TT | Nội dung . . . . . .",
        "12 ,5",
        "Đạt / Không đạt",
        "- Như trên;",
        "Số:      /KH-UBND",
        "…, ngày … tháng … năm 2026",
        "This is an English sentence , which nobody should mark..",
        "nhung dong chu khong dau nay la ban quet hong , khong doc duoc",
    ],
)
@pytest.mark.parametrize("regime", ["", "state", "party"])
def test_fragments_are_left_alone(text: str, regime: str, alone: Linter):
    office = Office(locality="phường Nhị Chiểu, thành phố Hải Phòng", regime=regime)
    assert check_paragraph(text, alone.with_office(office), "draft") == []
