"""Every document that the seeds cite, as read by eye, is found with its parts, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from checker import data
from checker.citations.citation import Citation
from checker.citations.provisions import read_provisions
from checker.document import Document
from checker.parsing import Grammar, parse
from checker.reading import read_file
from tests.conftest import FIXTURES, SEEDS


def told(document: Document, one: Citation) -> dict[str, Any]:
    value = one.value
    number = value.number
    year, month, day = value.date
    return {
        "line": document.raw_lines(one.start, one.end)[0],
        "type": value.type,
        "number": str(number or ""),
        "figure": number.figure if number else "",
        "year": number.year if number else 0,
        "code": number.code if number else "",
        "issuer_code": number.issuer if number else "",
        "date": f"{year}-{month:02}-{day:02}" if day else "",
        "issuer": value.issuer,
        "title": value.title,
        "provisions": value.provisions,
        "word_so": one.so,
        "inside": one.inside,
        "name": f"{value.type} {value.name}" if value.name else "",
    }


@pytest.mark.parametrize("name", SEEDS)
def test_citations_of_a_seed(name: str) -> None:
    text = (FIXTURES / "citations" / f"{name}.yml").read_text(encoding="utf-8")
    expected = data.parse_yaml(text)
    document = parse(read_file(str(FIXTURES / "seeds" / f"{name}.txt")), Grammar.load())
    for one in expected:
        one["provisions"] = read_provisions(one["provisions"])
        one.setdefault("inside", False)
        one.setdefault("name", "")
        one.pop("named", None)
    assert [told(document, one) for one in document.citations] == expected
