"""Values that no program writes, and elements in the wrong place, harm nobody."""

from __future__ import annotations

import contextlib
import re

from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.reading import read_bytes
from tools.layouts.family import FAMILY
from tools.layouts.package import Parts, write

VALUE = re.compile(r'(?<==)"[^"]*"')
TAG = re.compile(r"<(/?)w:(\w+)")
TAGS = ("p", "r", "t", "pPr", "rPr", "tbl", "tr", "tc", "sectPr", "ins", "del", "style", "b", "sz")
ODD = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "1e9",
        "99999999999999999999",
        "NaN",
        "auto",
        "½",
        "²",
        "Ủy ban",
        "true",
        "12pt",
    ]
)
RICH = ("plan-appendix", "numbered", "footnote", "text-box", "font-theme-viet", "left-comment")


def mixed(data: st.DataObject) -> Parts:
    """A document of the family of which some values or names of elements are changed."""
    parts = dict(FAMILY[data.draw(st.sampled_from(RICH))].parts)
    for _ in range(data.draw(st.integers(1, 6))):
        name = data.draw(st.sampled_from(sorted(parts)))
        text = parts[name]
        body = text.index("?>") + 2
        if data.draw(st.booleans()):
            places = [m.span() for m in VALUE.finditer(text, text.index(">", body))]
            if places:
                start, end = data.draw(st.sampled_from(places))
                text = f'{text[:start]}"{data.draw(ODD)}"{text[end:]}'
        else:
            names = sorted({m.group(2) for m in TAG.finditer(text)} - {"document"})
            if names:
                old, new = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(TAGS))
                text = re.sub(rf"(</?w:){old}\b", rf"\1{new}", text)
        parts[name] = text
    return parts


@given(st.data())
def test_odd_package_is_read_or_refused(data: st.DataObject) -> None:
    with contextlib.suppress(InputError):
        source = read_bytes(write(mixed(data)), "a.docx")
        assert source.layout is not None
        for run in source.layout.runs:
            assert 0 <= run.start < run.end <= len(source.raw)
        for mark in source.layout.marks:
            assert 0 <= mark.start <= mark.end <= len(source.raw)
