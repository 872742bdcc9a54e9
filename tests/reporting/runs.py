"""Runs for the tests of reports: a real one with all that can be said, and hostile ones."""

from __future__ import annotations

import functools
from dataclasses import replace

from hypothesis import strategies as st

from checker.errors import InputError
from checker.file_report import About, FileReport, Skipped
from checker.finding import LEVELS, Finding, Place, Quote
from checker.linter import Linter
from checker.reading import read_bytes
from checker.reporting.run import Run
from tests.conftest import FIXTURES, seed

TEXT = "kế hoạch/nhị chiểu.txt"
WORD = "kế hoạch/nhị chiểu.docx"
MISSING = "không có.docx"
REASON = "tên riêng của địa phương"
PIECES = (
    "]]>",
    "<!--&amp;",
    "\"'`",
    "=1+1",
    "@SUM(A1)",
    "\r\n::error::x",
    "%0A",
    "a,b:c=d",
    "\x00\x1b[31m",
    "\x85\u2028\u2029",
    "\ud800",
    "\udcff",
    "\ufffe\uffff",
    "\u202exyz",
    "😀",
    "{0}{{",
    "[x](https://example.org)",
    "_x000D_",
    "../C:\\#?",
    "đổi",
    " - ",
    "\t=",
    "＝",
)


@functools.cache
def sample(linter: Linter, lang: str = "vi") -> Run:
    """A text with one finding suppressed and one known, a Word file, and one that is missing."""
    text = linter.check(read_bytes(seed("nhi-chieu").encode(), TEXT), "draft")
    suppressed, known, *told = text.findings
    gone = replace(known, rule="header/was-once", place=Place(0, 0, 0, 0), fingerprint="0" * 32)
    text = replace(
        text,
        findings=tuple(told),
        suppressed=(replace(suppressed, reason=REASON),),
        unchanged=(known,),
        absent=(gone,),
    )
    content = (FIXTURES / "formats" / "nhi-chieu.docx").read_bytes()
    word = linter.check(read_bytes(content, WORD), "draft")
    missing = FileReport(MISSING, "draft", error=InputError("no-such-file", path=MISSING))
    rules = {rule.id: rule for rule in linter.rules}
    return Run((text, word, missing), rules, lang, compared=True)


def only(report: FileReport, lang: str = "vi") -> Run:
    return Run((report,), {}, lang)


def finding(**changes: object) -> Finding:
    """A finding with a place on line 3, but for the changes."""
    plain = Finding(
        "locality/other-place",
        "error",
        "Lời báo.",
        Place(3, 5, 3, 9),
        "I.1",
        "chữ",
        (),
        "Căn cứ",
        (),
        10,
        14,
        fingerprint="f" * 32,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


words = st.lists(st.sampled_from(PIECES), max_size=4).map("".join)
quotes = st.builds(Quote, words, words, words)
findings = st.builds(
    finding,
    level=st.sampled_from(LEVELS),
    message=words,
    section=words,
    text=words,
    suggestions=st.lists(words, max_size=1).map(tuple),
    basis=words,
    quote=quotes,
    reason=words,
    page=st.integers(0, 3),
    fingerprint=st.sampled_from(("", "f" * 32)),
)
paths = words.filter(bool) | words.map(lambda name: f"/{name}.txt")
reports = st.builds(
    FileReport,
    paths,
    st.just("draft"),
    st.builds(About, type_name=words, locality=words),
    st.lists(findings, max_size=3).map(tuple),
    suppressed=st.lists(findings, max_size=1).map(tuple),
    skipped=st.just(()) | st.just((Skipped(("layout",), "no-layout"),)),
    left_out=st.integers(0, 1),
    fail_on=st.sampled_from((*LEVELS, "never")),
) | st.builds(
    lambda path, reason: FileReport(
        path, "draft", error=InputError("unreadable", path=path, reason=reason)
    ),
    paths,
    words,
)
hostile = st.builds(
    lambda reports, lang: Run(tuple(reports), {}, lang),
    st.lists(reports, max_size=3),
    st.sampled_from(("vi", "en")),
)
EMPTY = Run((), {})
