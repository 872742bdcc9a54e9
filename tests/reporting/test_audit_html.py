"""The page of an audit: what it says, that it is bounded, and that it holds nothing foreign."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from checker.linter import Linter
from checker.reporting.audit.charts import Bar, Series, chart
from checker.reporting.audit.html import page, render
from checker.reporting.audit.html.copies import marked_words
from tests.reporting.audit_sample import HUNG_DAO, NHI_CHIEU, PATHS, empty, many, sample

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BROWSER = next((found for found in map(shutil.which, NAMES) if found), None)
VOID = {"meta", "input", "rect", "br"}


class Whole(HTMLParser):
    """Sees that what is opened is closed, and keeps ids, links and what could be loaded."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(told)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(str(value))
            elif name == "href":
                self.links.append(str(value))
            elif name in ("src", "srcset", "action", "onclick", "style"):
                self.loaded.append(str(value))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of SVG without content."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def told(linter: Linter) -> str:
    return render(sample(linter)).decode()


def test_page_is_whole_and_loads_nothing(told: str) -> None:
    whole = Whole(told)
    assert whole.open == []
    assert len(whole.ids) == len(set(whole.ids))
    assert whole.loaded == []
    assert {link.lstrip("#") for link in whole.links} <= set(whole.ids)


def test_words_of_documents_are_escaped(told: str) -> None:
    assert "<b>trùng</b>" not in told and "&lt;b&gt;trùng&lt;/b&gt;" in told
    assert "Tuyên truyền &lt;về&gt; biển, đảo" in told


def test_parts(told: str) -> None:
    heads = re.findall(r"<h2>(.*?)</h2>", told)
    assert heads == [
        "Cần xem trước",
        "Toàn cảnh",
        "Xếp hạng: nhiều lỗi xếp trước",
        "Chưa soát được",
        "Những văn bản gần giống nhau",
        "Nhiệm vụ của cấp trên trong từng kế hoạch",
        "Cơ quan phải có kế hoạch",
        "Chỗ chưa khớp giữa các văn bản",
        "Từng văn bản",
    ]
    assert "Kết quả rà soát 4 văn bản" in told
    assert told.count('<details class="doc"') == 2
    assert "Đã bỏ qua." not in told
    assert f"{PATHS[NHI_CHIEU]}, mục II.1, dòng 50" in told


def test_matrix_tells_by_sign_and_word_not_by_colour_alone(told: str) -> None:
    cells = re.findall(r'<td class="cell (\w+)" title="[^"]*" aria-label="([^"]*)">(.)</td>', told)
    assert sorted(cells) == [
        ("covered", "Có, mục II.1, dòng 48", "●"),
        ("covered", "Có, mục II.1, dòng 48", "●"),
        ("missing", "Không thấy", "○"),
        ("partly", "Một phần, dòng 48", "◐"),
    ]


def test_weakest_plan_is_first_and_the_rest_is_told(
    linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MOST_PLANS", 3)
    audit = many(linter, 9)
    told = render(audit).decode()
    shown = re.findall(r'<details class="doc" id="k(\d+)"', told)
    errors = {
        doc: sum(one.level == "error" for one in report.findings) for doc, report in audit.reports()
    }
    assert len(shown) == 3
    assert [errors[int(doc)] for doc in shown] == sorted(errors.values(), reverse=True)[:3]
    assert told.count("chỉ nêu 3 văn bản nhiều lỗi nhất trong 9") == 2


def test_sentences_are_marked_where_they_differ() -> None:
    assert marked_words("a b c", "a x y c d") == (
        (("a", False), ("b", True), ("c", False)),
        (("a", False), ("x y", True), ("c", False), ("d", True)),
    )


def test_bars_have_one_scale() -> None:
    series = (Series("A", "error"), Series("B", "info"))
    told = chart("T", "H", series, [Bar("x", (1, 3)), Bar("y", (2, 0)), Bar("z", (0, 0))])
    pieces = re.findall(r'class="(\w+)" x="(\d+)" y="0" width="(\d+)"', told)
    assert pieces == [("error", "0", "250"), ("info", "250", "750"), ("error", "0", "500")]


def test_same_audit_gives_the_same_bytes(linter: Linter, told: str) -> None:
    assert render(sample(linter)).decode() == told


def test_audit_of_nothing_and_english(linter: Linter) -> None:
    assert "Kết quả rà soát 0 văn bản" in render(empty(linter)).decode()
    english = render(sample(linter, "en")).decode()
    assert '<html lang="en">' in english and "Each document" in english


STEPS = """
var search = document.getElementById("search");
function count() { return document.querySelectorAll("details.doc:not([hidden])").length; }
var seen = [count()];
search.value = "hung dao"; search.dispatchEvent(new Event("input")); seen.push(count());
search.value = "hửng đạo"; search.dispatchEvent(new Event("input")); seen.push(count());
document.getElementById("reset").click(); seen.push(count());
document.querySelector("a[href='#k1']").click();
addEventListener("hashchange", function () {
  document.title = seen.join() + " " + document.getElementById("k1").open;
});
"""


@pytest.mark.skipif(BROWSER is None, reason=f"no browser here: {', '.join(NAMES)}")
def test_reader_searches_and_goes_to_a_plan(told: str, tmp_path: Path) -> None:
    assert BROWSER and HUNG_DAO == 1
    allowed = re.sub("script-src '[^']*'", "script-src 'unsafe-inline'", told)
    path = tmp_path / "trang.html"
    path.write_text(allowed.replace("</body>", f"<script>{STEPS}</script></body>"))
    done = subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--enable-logging=stderr",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--virtual-time-budget=2000",
            "--dump-dom",
            path.as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    assert "CONSOLE" not in done.stderr
    assert "<title>2,1,0,2 true</title>" in done.stdout
