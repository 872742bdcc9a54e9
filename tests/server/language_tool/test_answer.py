"""What ``/check`` answers to a form."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from checker.server.bench import Bench
from checker.server.language_tool.form import read_check_form
from checker.server.language_tool.job import CheckParagraph

TEXT = "😀 Kinh phí R&D + truyền thông đạt 50% của các sản phẩm OCOOP tại phường Nghị Quyết."
DOUBLED = "Triển khai  kế hoạch tuyên truyền các các sản phẩm trong năm 2026."


def _asked(bench: Bench, **fields: str) -> dict[str, Any]:
    form = read_check_form(urlencode({"language": "vi-VN", **fields}).encode())
    answer: dict[str, Any] = json.loads(json.dumps(CheckParagraph(form).do(bench)))
    return answer


def _rules(answer: dict[str, Any]) -> list[str]:
    return [match["rule"]["id"] for match in answer["matches"]]


def _words(text: str, match: dict[str, Any]) -> str:
    units = text.encode("utf-16-le")
    start = 2 * match["offset"]
    return units[start : start + 2 * match["length"]].decode("utf-16-le")


def test_an_answer_has_all_that_clients_read(bench: Bench):
    answer = _asked(bench, text=TEXT)
    assert answer["software"].items() >= {"name": "Soát", "apiVersion": 1, "premium": False}.items()
    assert answer["software"].keys() >= {"version", "buildDate", "status"}
    assert answer["language"]["code"] == "vi-VN"
    assert answer["language"]["detectedLanguage"].keys() >= {"name", "code", "confidence"}
    match = answer["matches"][0]
    assert match == {
        "message": "“OCOOP” có lẽ gõ sai của “OCOP” (Mỗi xã một sản phẩm). [spelling/acronym]",
        "shortMessage": "Chữ viết tắt gõ sai",
        "replacements": [{"value": "OCOP"}],
        "offset": TEXT.index("OCOOP") + 1,
        "length": 5,
        "context": {
            "text": "...+ truyền thông đạt 50% của các sản phẩm OCOOP tại phường Nghị Quyết.",
            "offset": 43,
            "length": 5,
        },
        "sentence": TEXT,
        "type": {"typeName": "UnknownWord"},
        "rule": {
            "id": "spelling/acronym",
            "description": "Chữ viết tắt gõ sai",
            "issueType": "misspelling",
            "category": {"id": "TYPOS", "name": "Chính tả"},
            "urls": [],
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def test_offsets_count_utf_16_units(bench: Bench):
    matches = _asked(bench, text=TEXT)["matches"]
    assert [_words(TEXT, match) for match in matches] == ["OCOOP", "phường Nghị Quyết"]
    for match in matches:
        assert _words(match["context"]["text"], match["context"]) == _words(TEXT, match)


def test_offsets_are_of_the_text_with_its_markup(bench: Bench):
    parts = [{"text": "Các sản phẩm "}, {"markup": "<b>"}, {"text": "OCOOP"}, {"markup": "</b>"}]
    data = json.dumps({"annotation": [*parts, {"text": " của phường"}]})
    (match,) = _asked(bench, data=data)["matches"]
    assert (match["offset"], match["length"]) == (len("Các sản phẩm <b>"), 5)


def test_the_mark_of_a_footnote_is_no_fault_and_counts(bench: Bench):
    text = "Chú thích\u200b của các sản phẩm\u200b OCOOP tiêu biểu"
    (match,) = _asked(bench, text=text)["matches"]
    assert _words(text, match) == "OCOOP"


def test_each_place_of_what_a_document_is_told_once_is_marked(bench: Bench):
    text = "Các đơn vị  phối hợp thực hiện  kế hoạch tuyên truyền."
    answer = _asked(bench, text=text)
    assert _rules(answer) == ["typography/double-space"] * 2


def test_colours_follow_category_and_level(bench: Bench):
    text = "Các sản phẩm OCOOP của các các Đ/c Phó chủ tịch và đồng chí Phó Chủ tịch , v.v..."
    categories = {
        match["rule"]["id"]: match["rule"]["category"]["id"]
        for match in _asked(bench, text=text)["matches"]
    }
    assert categories["spelling/acronym"] == "TYPOS"
    assert categories["typography/space-before-punctuation"] == "TYPOGRAPHY"


@pytest.mark.parametrize(
    ("fields", "rules"),
    [
        ({}, ["typography/double-space", "spelling/doubled-word"]),
        ({"disabledRules": "typography/double-space"}, ["spelling/doubled-word"]),
        ({"disabledCategories": "TYPOS"}, ["typography/double-space"]),
        ({"disabledCategories": "spelling"}, ["typography/double-space"]),
        (
            {"disabledCategories": "TYPOS", "enabledRules": "spelling/doubled-word"},
            ["typography/double-space", "spelling/doubled-word"],
        ),
        ({"enabledOnly": "true", "enabledCategories": "TYPOS"}, ["spelling/doubled-word"]),
        (
            {"enabledOnly": "true", "enabledRules": "typography/double-space"},
            ["typography/double-space"],
        ),
    ],
)
def test_clients_choose_rules(bench: Bench, fields: dict[str, str], rules: list[str]):
    assert _rules(_asked(bench, text=DOUBLED, **fields)) == rules


def test_a_picky_client_is_told_guesses(bench: Bench):
    guess = next(rule for rule in bench.rules("vi").values() if rule.id == "spelling/guess")
    text = next(one["fail"] for one in guess.examples if "fail" in one)
    text = text.replace("«", "").replace("»", "").strip()
    assert "spelling/guess" not in _rules(_asked(bench, text=text))
    assert "spelling/guess" in _rules(_asked(bench, text=text, level="picky"))


def test_auto_is_vietnamese_and_another_language_is_left_alone(bench: Bench):
    english = "This is a sentence in English , that nobody should mark.."
    answer = _asked(bench, text=english, language="auto")
    assert (answer["language"]["code"], answer["matches"]) == ("vi-VN", [])


def test_a_sentence_and_replacements_are_bounded(bench: Bench):
    text = "Các sản phẩm của xã; " * 100 + "sản phẩm OCOOP."
    (match,) = [
        one
        for one in _asked(bench, text=text)["matches"]
        if one["rule"]["id"] == "spelling/acronym"
    ]
    assert len(match["sentence"]) <= 500
    assert len(match["context"]["text"]) < 100


def test_a_text_of_several_paragraphs_is_answered_as_one(bench: Bench):
    text = "Kế hoạch năm 2026.\r\nCác sản phẩm OCOOP tiêu biểu.\n\nCác sản phẩm OCOOP khác."
    matches = _asked(bench, text=text)["matches"]
    assert [match["offset"] for match in matches] == [text.index("OCOOP"), text.rindex("OCOOP")]
    assert matches[1]["sentence"] == "Các sản phẩm OCOOP khác."


def test_each_mark_of_a_long_paragraph_has_its_own_sentence(bench: Bench):
    told = [f"Câu thứ {number} nói về các các sản phẩm tiêu biểu." for number in range(300)]
    answer = _asked(bench, text=" ".join(told))
    assert [match["sentence"] for match in answer["matches"]] == told


def test_a_sentence_ends_with_its_paragraph(bench: Bench):
    text = "Các sản phẩm OCOOP tiêu biểu\nCác sản phẩm OCOOP đặc trưng"
    assert [one["sentence"] for one in _asked(bench, text=text)["matches"]] == text.split("\n")
