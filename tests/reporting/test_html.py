"""The page of findings: all that a run says, nothing that a document could run."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.file_report import About, FileReport, Skipped
from checker.finding import Finding, Place, Quote
from checker.linter import Linter
from checker.phrases import PHRASES, say
from checker.reading import Source, read_bytes
from checker.reporting.formats import render
from checker.reporting.html import texts
from checker.reporting.run import Run
from checker.rule import GROUPS, Rule
from tests.conftest import report_of, seed

VOID = {"meta", "col", "br", "input"}
HOSTILE = "<script>alert(1)</script></style>]]>--><img src=x onerror=alert(1)>'\"\u202e\0"


class Page(HTMLParser):
    """What a browser would make of a page; elements that do not nest fail."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.lines: list[str] = []
        self.marked: dict[str, str] = {}
        self.findings: dict[str, str] = {}
        self.text = ""
        assert not re.search("[\u202e\0]", page.decode())
        self.feed(page.decode())
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        self.tags.append((tag, told))
        if "id" in told:
            self.ids.append(str(told["id"]))
        if tag == "a":
            self.links.append(str(told["href"]))
        if tag == "p" and "text" in str(told.get("class")).split():
            self.lines.append("")
        if tag not in VOID:
            self.open.append((tag, told))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if "script" in tags or "style" in tags:
            return
        self.text += data
        for _, told in self.open:
            if "finding" in str(told.get("class")).split():
                name = str(told["id"])
                self.findings[name] = self.findings.get(name, "") + data
        if any("text" in str(told.get("class")).split() for _, told in self.open):
            if "sup" not in tags and "span" not in tags:
                self.lines[-1] += data
            for tag, told in self.open:
                if tag == "mark":
                    name = str(told["data-note"])
                    self.marked[name] = self.marked.get(name, "") + data

    def chips(self) -> dict[str, str]:
        return {str(a["data-value"]): str(a["data-key"]) for _, a in self.tags if "data-key" in a}


@pytest.fixture(scope="module")
def rules(linter: Linter) -> dict[str, Rule]:
    return {rule.id: rule for rule in linter.rules}


@pytest.fixture(scope="module")
def nhi_chieu(linter: Linter) -> FileReport:
    return linter.check(read_bytes(seed("nhi-chieu").encode(), "nhi-chieu.txt"), "draft")


@pytest.fixture(scope="module")
def page(rules: dict[str, Rule]) -> Callable[..., Page]:
    def make(*reports: FileReport, lang: str = "vi", compared: bool = False) -> Page:
        made = render("html", Run(reports, rules, lang, compared))
        assert made == render("html", Run(reports, rules, lang, compared))
        return Page(made)

    return make


def finding(text: str = "", message: str = "Sửa.", **more: object) -> Finding:
    made = Finding(
        rule="spelling/acronym",
        level="error",
        message=message,
        place=Place(1, 1, 1, 1 + len(text)),
        section="I.2",
        text=text,
        suggestions=(),
        basis="NĐ 30",
        related=(),
        start=0,
        end=len(text),
        quote=Quote("", text, " sau") if text else Quote("", "", ""),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def report(*findings: Finding, path: str = "a.txt", **more: object) -> FileReport:
    made = FileReport(path, "draft", About("state", "KH", "Kế hoạch", "xã A"), findings)
    return replace(made, **more)  # type: ignore[arg-type]


def test_every_finding_is_told_with_its_reason_and_marked(
    nhi_chieu: FileReport, page: Callable[..., Page], rules: dict[str, Rule]
) -> None:
    made = page(nhi_chieu)
    assert len(made.findings) == len(nhi_chieu.findings) > 30
    for number, one in enumerate(nhi_chieu.findings, 1):
        said = made.findings[f"note-{number}"]
        for words in (
            say(f"level-{one.level}"),
            one.message,
            f"dòng {one.place.line}",
            one.basis,
            one.rule,
            rules[one.rule].common.why.strip(),
        ):
            assert words in said
        if one.text.strip():
            assert made.marked[str(number)] == one.text.replace("\n", "")
    assert nhi_chieu.document is not None
    raw = nhi_chieu.document.source.raw
    assert made.lines == [line for line in raw.split("\n") if line.strip()]
    assert len(made.ids) == len(set(made.ids))
    assert {link[1:] for link in made.links} <= set(made.ids)
    assert made.chips()["locality"] == "nhom"
    assert {level for level, key in made.chips().items() if key == "muc"} == {
        one.level for one in nhi_chieu.findings
    }


def test_nothing_of_a_document_becomes_markup(linter: Linter, page: Callable[..., Page]) -> None:
    text = "KẾ HOẠCH\n" + "Nội dung bình thường.\n" * 200 + f"{HOSTILE}\nsản phẩm OCOOP\n"
    source = read_bytes(text.encode(), f"{HOSTILE}\udcff.txt")
    checked = linter.check(source, "draft")
    told = finding("KẾ", HOSTILE, suggestions=(HOSTILE,), quote=Quote(HOSTILE, HOSTILE, HOSTILE))
    told = replace(told, section=HOSTILE, basis=HOSTILE, rule=HOSTILE)
    error = InputError("not-text", path=HOSTILE)
    hostile = replace(
        checked,
        findings=(*checked.findings, told),
        suppressed=(replace(told, reason=HOSTILE),),
        about=About("state", "KH", HOSTILE, HOSTILE),
    )
    shown = HOSTILE.translate({0x202E: "\ufffd", 0: "\ufffd"})
    for reports in ((hostile,), (hostile, FileReport(HOSTILE, "draft", error=error))):
        made = page(*reports)
        assert shown in made.lines
        assert made.text.count(shown) > 5
        assert [tag for tag, _ in made.tags].count("script") == 1
        assert not {"img", "iframe", "link"} & {tag for tag, _ in made.tags}
        assert not any(name.startswith("on") for _, told in made.tags for name in told)


def test_only_the_own_script_may_run_and_nothing_is_loaded(
    nhi_chieu: FileReport, rules: dict[str, Rule]
) -> None:
    page = render("html", Run((nhi_chieu,), rules)).decode()
    script = page.split("<script>")[1].split("</script>")[0]
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in page
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|https?:", page)


def test_a_text_not_at_hand_is_read_again(
    linter: Linter, rules: dict[str, Rule], tmp_path: Path
) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(seed("nhi-chieu"), encoding="utf-8")
    fresh = report_of(linter, path)
    stored = replace(fresh, document=None)
    assert render("html", Run((fresh,), rules)) == render("html", Run((stored,), rules))
    made_of = []
    for text in (seed("nhi-chieu").replace("OCOOP", "OCOPP"), "Ngắn hơn.\n"):
        path.write_text(text, encoding="utf-8")
        made_of.append(Page(render("html", Run((stored,), rules))))
        assert say("html-changed") in made_of[-1].text
    path.unlink()
    made_of.append(Page(render("html", Run((stored,), rules))))
    assert say("html-no-text") in made_of[-1].text
    for made in made_of:
        assert not made.lines
        assert len(made.findings) == len(fresh.findings)
        assert "OCOOP" in made.text


def test_standard_input_is_not_read_again(page: Callable[..., Page]) -> None:
    assert say("html-no-text") in page(report(finding("một"), path="-")).text


def test_what_did_not_run_is_told_as_on_the_terminal(page: Callable[..., Page]) -> None:
    skipped = (
        Skipped(("layout",), "no-layout"),
        Skipped(("spelling", "dates"), "illegible-part", lines=((3, 7), (9, 9))),
    )
    made = page(report(finding("một"), skipped=skipped))
    assert "Không chạy ở dòng 3–7, 9 (chữ bị hỏng): Chính tả, Ngày tháng." in made.text
    assert "Không chạy không có nghĩa là đạt." in made.text


def test_what_is_not_told_is_counted(page: Callable[..., Page]) -> None:
    kept = finding("hai", "Lỗi này được giữ.", reason="tên riêng")
    one = report(suppressed=(kept,), unchanged=(kept, kept), absent=(kept,))
    made = page(one, compared=True)
    for words in (
        "1 lời báo được bỏ qua, có ghi lý do",
        "Lý do: tên riêng",
        "2 lời báo đã biết (có trong tệp mốc)",
        "1 lời báo trong tệp mốc nay không còn.",
        "Không thấy lỗi mới nào.",
    ):
        assert words in made.text
    assert not made.findings
    assert not made.chips()
    both = page(one, replace(one, path="b.txt"), compared=True).text
    assert "2 lời báo được bỏ qua" in both and "4 lời báo đã biết" in both


def test_findings_beyond_those_asked_for_are_counted(page: Callable[..., Page]) -> None:
    told = "Còn 3 lời báo không ghi ở đây"
    assert told in page(report(finding("một"), left_out=3)).text
    made = page(report(finding("một"), left_out=2), report(path="b.txt", left_out=3))
    assert told in made.text and "Còn 5 lời báo" in made.text
    assert say("clean") not in made.text and "không thấy lỗi nào" not in made.text


def test_several_documents_and_those_that_cannot_be_read(
    nhi_chieu: FileReport, page: Callable[..., Page]
) -> None:
    broken = FileReport("hỏng.docx", "draft", error=InputError("not-a-docx", path="hỏng.docx"))
    other = replace(nhi_chieu, path="thư mục/khác.txt")
    made = page(nhi_chieu, broken, report(path="sạch.txt"), other)
    assert "Kết quả soát 4 văn bản" in made.text
    assert "Không đọc được 1 tệp" in made.text
    assert broken.error is not None and broken.error.message() in made.text
    assert "1 văn bản không thấy lỗi nào." in made.text
    assert [a["data-path"] for _, a in made.tags if "data-path" in a] == [
        "nhi-chieu.txt",
        "sạch.txt",
        "thư mục/khác.txt",
    ]
    assert len(made.ids) == len(set(made.ids))
    assert {link[1:] for link in made.links} <= set(made.ids)
    assert len(made.findings) == 2 * len(nhi_chieu.findings)
    assert "1 văn bản không" not in page(nhi_chieu, other).text


def test_texts_that_grow_too_long_are_left_out_and_this_is_said(
    nhi_chieu: FileReport, page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MOST_TEXT", len(seed("nhi-chieu")) + 10)
    scan = replace(nhi_chieu, path="quét.pdf", about=replace(nhi_chieu.about, ocr=True))
    made = page(nhi_chieu, scan, nhi_chieu, nhi_chieu)
    assert "2 văn bản cuối chỉ có các lời báo" in made.text
    assert made.text.count(say("html-too-long")) == 2
    assert say("html-scan") in made.text
    assert len(made.findings) == 4 * len(nhi_chieu.findings)
    assert len(made.lines) == len(page(scan).lines) > 50
    assert "văn bản cuối" not in page(nhi_chieu).text


def test_what_to_write_instead_is_told_once(page: Callable[..., Page]) -> None:
    said = page(
        report(
            finding("một", "Viết “hai”.", suggestions=("hai",)),
            finding("một", "Sai.", suggestions=("hai", "ba")),
            finding("một", "Thừa.", suggestions=("",)),
            finding("một", "Thiếu dấu cách.", suggestions=(" ",)),
        )
    ).findings
    assert ["Sửa thành: “hai” hoặc “ba”" in one for one in said.values()] == [
        False,
        True,
        False,
        False,
    ]
    assert "Bỏ: “một”" in said["note-3"]
    assert "Sửa thành" not in said["note-4"]


def test_pages_are_in_english_too(nhi_chieu: FileReport, page: Callable[..., Page]) -> None:
    made = page(nhi_chieu, lang="en")
    assert "Findings: nhi-chieu.txt" in made.text
    assert "ERROR" in made.text
    assert "Lọc" not in made.text


def test_a_run_of_nothing_has_a_page(page: Callable[..., Page]) -> None:
    assert "Không có văn bản nào" in page().text


def test_every_group_has_a_name() -> None:
    assert {f"group-{group}" for group in GROUPS} <= set(PHRASES)


@given(st.text("a\r\n\v", max_size=30))
def test_a_line_and_column_lead_back_to_the_offset(raw: str) -> None:
    source = Source("a", "text", raw, ())
    positions = [source.position(offset) for offset in range(len(raw) + 1)]
    assert [source.offset(*one) for one in positions] == list(range(len(raw) + 1))
    last_line, last_column = positions[-1]
    assert source.offset(last_line, last_column + 1) is None
    assert source.offset(last_line + 1, 1) is None
    assert source.offset(0, 1) is None and source.offset(1, 0) is None
