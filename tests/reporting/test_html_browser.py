"""The page of findings in a browser: filters, ways to and fro, and nothing that the browser
complains of."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from checker.file_report import FileReport
from checker.finding import Finding
from checker.linter import Linter
from checker.phrases import say
from checker.reading import read_bytes
from checker.reporting.formats import render
from checker.reporting.run import Run
from tests.conftest import seed

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
BROWSER = next((found for found in map(shutil.which, NAMES) if found), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason=f"no browser here: {', '.join(NAMES)}")

# What a user does, and what is there after each step.
STEPS = """
(function () {
  var seen = {};
  function one(selector) { return document.querySelector(selector); }
  function note(name) {
    seen[name] = {
      status: one("#status").textContent,
      hash: decodeURIComponent(location.hash),
      focus: (document.activeElement.closest("[id]") || {}).id || "",
      link: document.activeElement.getAttribute("href"),
      documents: document.querySelectorAll("details.doc:not([hidden])").length,
      open: document.querySelectorAll("details.doc[open]").length
    };
  }
  function type(words) {
    one("#search").value = words;
    one("#search").dispatchEvent(new Event("input"));
  }
  note("start");
  one("[data-value=error]").click(); note("errors");
  one("[data-value=locality]").click(); note("both");
  one("[data-value=error]").click(); note("locality");
  one("#reset").click(); note("reset");
  type("phuong nghi quyet"); note("bare");
  type("phường nghi quyết"); note("accents");
  type("b.txt ocoop"); note("nothing");
  type("khong co"); type("");
  one("#d1-note-18 a.label").click(); note("place");
  one("#d1-place-18").parentElement.querySelector("a[href='#d1-note-18']").click(); note("back");
  one("#d2-note-3 .said").click(); note("other");
  one("#unfold").click(); note("unfolded");
  location.hash = "#muc=info";
  addEventListener("hashchange", function () {
    note("address");
    document.title = JSON.stringify(seen);
  });
})();
"""


@pytest.fixture(scope="module")
def report(linter: Linter) -> FileReport:
    text = seed("nhi-chieu") + "\n<img src=x onerror=\"document.title='hacked'\">\n"
    return linter.check(read_bytes(text.encode(), "a.txt"), "draft")


@pytest.fixture(scope="module")
def page(linter: Linter) -> Callable[..., str]:
    rules = {rule.id: rule for rule in linter.rules}
    return lambda *reports: render("html", Run(reports, rules)).decode()


@pytest.fixture
def dump(tmp_path: Path) -> Callable[..., tuple[str, list[str]]]:
    """Open a page in a browser; gives the document then, and the lines of its console."""

    def run(page: str, hash_: str = "") -> tuple[str, list[str]]:
        path = tmp_path / "trang kết quả.html"
        path.write_text(page, encoding="utf-8")
        assert BROWSER
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
                path.as_uri() + hash_,
            ],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=True,
        )
        return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]

    return run


def test_the_address_filters_the_page(
    report: FileReport, page: Callable[..., str], dump: Callable[..., tuple[str, list[str]]]
) -> None:
    shown, console = dump(page(report), "#muc=error&nhom=locality")
    assert not console
    wanted = [one.level == "error" and one.group == "locality" for one in report.findings]
    assert 0 < sum(wanted) < len(wanted)
    items = re.findall(r'<li class="finding[^>]*>', shown)
    assert [" hidden" not in item for item in items] == wanted
    assert f"Đang xem {sum(wanted)} trong {len(wanted)} chỗ." in shown
    pressed = re.findall(r'aria-pressed="true"[^>]*data-value="(\w+)"', shown)
    assert pressed == ["error", "locality"]
    for number, is_shown in enumerate(wanted, 1):
        references = re.findall(rf'<sup class="([^"]*)"><a href="#note-{number}">', shown)
        assert ["off" not in names.split() for names in references] == [is_shown]


def test_a_reader_filters_searches_and_goes_to_and_fro(
    report: FileReport, page: Callable[..., str], dump: Callable[..., tuple[str, list[str]]]
) -> None:
    both = page(report, replace(report, path="b.txt"))
    allowed = re.sub("script-src '[^']*'", "script-src 'unsafe-inline'", both)
    shown, console = dump(allowed.replace("</body>", f"<script>{STEPS}</script></body>"))
    assert not console
    title = re.search("<title>(.*)</title>", shown)
    assert title
    seen = json.loads(unescape(title[1]))

    def some(fits: Callable[[Finding], bool]) -> str:
        count = 2 * sum(map(fits, report.findings))
        assert count
        return f"Đang xem {count} trong {2 * len(report.findings)} chỗ, ở 2 văn bản."

    told = {name: (step["status"], step["hash"]) for name, step in seen.items()}
    all_ = f"Đang xem tất cả {2 * len(report.findings)} chỗ."
    none = say("html-none-left")
    assert told["start"] == (all_, "")
    assert told["errors"] == (some(lambda one: one.level == "error"), "#muc=error")
    assert told["both"][1] == "#muc=error&nhom=locality"
    assert told["locality"] == (some(lambda one: one.group == "locality"), "#nhom=locality")
    assert told["reset"] == (all_, "")
    found = some(lambda one: "phường Nghị Quyết" in one.message)
    assert told["bare"] == (found, "#tim=phuong nghi quyet")
    assert told["accents"][0] == told["nothing"][0] == none
    assert [seen[name]["documents"] for name in ("start", "bare", "accents")] == [2, 2, 0]
    assert [seen[name]["open"] for name in ("start", "place", "other")] == [0, 1, 2]
    assert seen["place"]["link"] == "#d1-note-18"
    assert (seen["back"]["focus"], seen["back"]["link"]) == ("d1-note-18", "#d1-place-18")
    assert seen["other"]["link"] == "#d2-note-3"
    assert told["address"] == (some(lambda one: one.level == "info"), "#muc=info")
