"""From dropping a document to the files that come back."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
from lxml import etree

from tests.annotating.word.revisions import accepted, commented, part, rejected, root, texts
from tests.annotating.word.schema import W
from tests.conftest import FIXTURES
from tests.server.page.conftest import OpenPage, take_picture
from tests.server.page.documents import (
    PLAN,
    RIGHT_PLACE,
    SEED,
    WRONG_PLACE,
    card,
    choose,
    drop,
    number_of,
    opened,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

REASON = "tên do tỉnh đặt"


def download(page: Page, selector: str) -> tuple[str, bytes]:
    """Press what gives a file; returns its name and bytes."""
    with page.expect_download() as waiting:
        page.click(selector)
    path = waiting.value.path()
    return waiting.value.suggested_filename, Path(path).read_bytes()


def is_visible_in_window(page: Page, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    size = page.viewport_size
    assert box and size
    bar = page.locator(".bar").bounding_box()
    assert bar
    return bar["y"] + bar["height"] <= box["y"] and box["y"] + box["height"] <= size["height"]


def test_a_dropped_plan_comes_back_with_comments_and_changes(open_page: OpenPage) -> None:
    page = open_page()
    take_picture(page, "trang-dau")
    drop(page, PLAN)
    page.wait_for_selector(".paper")
    marked = page.locator(".paper mark", has_text=WRONG_PLACE)
    assert marked.count() == 2
    wrong, other = card(page, WRONG_PLACE), card(page, "Công Thông tin điện tử")
    number = number_of(wrong)
    assert marked.first.get_attribute("data-note") == str(number)

    assert not is_visible_in_window(page, f"#place-{number}")
    wrong.locator(".head").click()
    assert is_visible_in_window(page, f"#place-{number}")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == f"#note-{number}"
    name = focused.get_attribute("aria-label") or ""
    assert name.startswith(f"Chỗ {number}, lỗi:") and WRONG_PLACE in name
    assert "Nghị định 30/2020/NĐ-CP" in wrong.locator(".basis").first.inner_text()
    wrong.locator("summary", has_text="Vì sao?").click()
    assert wrong.locator(".why p").is_visible()
    page.set_viewport_size({"width": 1160, "height": 560})
    page.locator(".paper sup a", has_text=f"{number}").first.click()
    take_picture(page, "trang-ket-qua")

    assert page.locator("#get-fixed").get_attribute("aria-disabled") == "true"
    page.click("#get-fixed", force=True)
    assert "Chưa đồng ý sửa chỗ nào" in page.locator("#toast-words").inner_text()
    wrong.locator(".accept").click()
    assert (
        wrong.locator(".decision").inner_text().startswith(f"✓ Đã đồng ý sửa thành “{RIGHT_PLACE}”")
    )
    assert page.locator(f"#place-{number}").get_attribute("data-words") == RIGHT_PLACE
    other.locator(".head").click()
    other.locator(".dismiss").click()
    other.locator(".reasons input").fill(REASON)
    other.locator(".reasons form button").click()
    assert REASON in other.locator(".decision").inner_text()
    all_ = page.locator(".finding").count()
    assert page.locator(".decided").inner_text() == f"đã xử lý 2/{all_}"

    name, annotated = download(page, "#get-annotated")
    assert name == "nhi-chieu-gop-y.docx"
    check_comments(annotated, all_)
    name, fixed = download(page, "#get-fixed")
    assert name == "nhi-chieu-da-sua.docx"
    check_changes(fixed)


def check_comments(data: bytes, findings: int) -> None:
    """The copy has a comment for all findings but the one dismissed, which is told with its
    reason."""
    document = docx.Document(io.BytesIO(data))
    comments = {str(one.comment_id): one.text for one in document.comments}
    assert len(comments) == findings
    anchors = commented(root(data))
    assert [anchors[key] for key, words in comments.items() if WRONG_PLACE in words] == (
        [WRONG_PLACE] * 2
    )
    left = [key for key, words in comments.items() if words.startswith("soat: ignore")]
    assert [comments[key] for key in left] == [f"soat: ignore spelling/term {REASON}"]
    assert [anchors[key] for key in left] == ["Công Thông tin điện tử"]
    assert texts(root(data)) == texts(root(PLAN.read_bytes()))


def check_changes(data: bytes) -> None:
    """The copy holds one tracked change: what was accepted."""
    document, before = root(data), root(PLAN.read_bytes())
    assert texts(rejected(document)) == texts(before)
    changed = [
        (old, new)
        for old, new in zip(texts(before), texts(accepted(document)), strict=True)
        if old != new
    ]
    assert len(changed) == 1
    old, new = changed[0]
    assert new == old.replace(WRONG_PLACE, RIGHT_PLACE) != old
    deleted = [one.text for one in document.iter(W + "delText")]
    inserted = [
        "".join(map(str, one.itertext(W + "t")))
        for one in etree.fromstring(part(data)).iter(W + "ins")
    ]
    assert deleted and len(deleted) == len(inserted)
    assert "".join(inserted) in RIGHT_PLACE


def test_reports_leave_out_what_was_dismissed(open_page: OpenPage) -> None:
    page = opened(open_page())
    all_ = page.locator(".finding").count()
    card(page, "OCOOP").locator(".head").click()
    card(page, "OCOOP").locator(".dismiss").click()
    page.locator(".reasons button", has_text="tên riêng").click()
    page.locator(".menu summary").click()
    name, table = download(page, "[data-form=xlsx]")
    assert name == "nhi-chieu-ket-qua.xlsx"
    sheets = openpyxl.load_workbook(io.BytesIO(table))
    cells = [str(cell) for sheet in sheets for row in sheet.values for cell in row if cell]
    assert not any("“OCOOP” có lẽ" in cell for cell in cells)
    page.locator(".menu summary").click()
    name, printed = download(page, "[data-form=html]")
    assert name == "nhi-chieu-ket-qua.html"
    assert f'id="note-{all_ - 1}"'.encode() in printed
    assert f'id="note-{all_}"'.encode() not in printed


def test_certain_corrections_at_once_and_leaving(open_page: OpenPage) -> None:
    page = opened(open_page(), SEED)
    offered = page.locator(".safe").inner_text()
    page.click(".safe")
    count = page.locator(".finding.accepted").count()
    assert count > 3 and offered == f"Đồng ý {count} chỗ sửa chắc chắn"
    assert not page.locator(".safe").is_visible()
    page.click("#undo")
    assert page.locator(".finding.accepted").count() == 0
    page.click(".safe")
    with page.expect_event("dialog") as waiting:
        page.close(run_before_unload=True)
    assert waiting.value.type == "beforeunload"
    waiting.value.dismiss()
    assert page.locator(".finding.accepted").count() == count
    _, fixed = download(page, "#get-fixed")
    assert "OCOOP" in SEED.read_text() and "OCOOP" not in fixed.decode()
    assert f"đã sửa {count} chỗ" in page.locator("#toast-words").inner_text()
    with page.expect_event("close"):
        page.close(run_before_unload=True)


def test_layout_that_was_accepted_is_set(open_page: OpenPage) -> None:
    page = opened(open_page(), FIXTURES / "layout" / "body-left.docx")
    found = card(page, "căn đều hai lề")
    found.locator(".head").click()
    found.locator(".accept").click()
    assert page.locator("mark.accepted").count() == 1
    assert page.locator("mark.struck").count() == 0
    _, fixed = download(page, "#get-fixed")
    assert len(list(root(fixed).iter(W + "pPrChange"))) == 8


def test_several_documents_and_a_report_on_all(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page()
    seeds = sorted(SEED.parent.glob("*.txt"))[-3:]
    choose(page, *seeds)
    for number in range(1, len(seeds) + 1):
        page.wait_for_selector(f'[data-entry="{number}"].done')
    assert page.locator(".files .name").all_inner_texts() == [path.name for path in seeds]
    _, report = download(page, "#files button:has-text('xlsx')")
    assert len(openpyxl.load_workbook(io.BytesIO(report)).sheetnames) > 1
    page.click(f".files .name:has-text('{SEED.name}')")
    assert page.locator("h1").last.inner_text() == SEED.name
    assert page.locator(":focus").inner_text() == SEED.name
    page.go_back()
    assert page.locator(":focus").inner_text() == SEED.name
    page.click(f"[aria-label='Bỏ {SEED.name} khỏi danh sách']")
    assert page.locator(".files .name").count() == len(seeds) - 1


def test_pasted_text(open_page: OpenPage) -> None:
    page = open_page()
    page.click("summary:has-text('dán nội dung')")
    page.fill("#paste", "KẾ HOẠCH\n\nĐơn vị bán sản phẩm OCOOP tại chợ.\n")
    page.click("#paste-check")
    page.wait_for_selector(".paper")
    assert page.locator(".paper mark", has_text="OCOOP").count() == 1
    card(page, "OCOOP").locator(".head").click()
    card(page, "OCOOP").locator(".accept").click()
    name, fixed = download(page, "#get-fixed")
    assert (name, "OCOP tại" in fixed.decode()) == ("Nội dung đã dán-da-sua.txt", True)


def test_another_place_is_checked_for_and_decisions_stay(open_page: OpenPage) -> None:
    page = opened(open_page())
    card(page, "OCOOP").locator(".head").click()
    card(page, "OCOOP").locator(".accept").click()
    page.click("#change")
    assert page.locator(":focus").get_attribute("role") == "combobox"
    page.keyboard.type("hoàn kiế")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    active = page.locator(":focus").get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").inner_text() == "phường Hoàn Kiếm, thành phố Hà Nội"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_selector(".understood:has-text('phường Hoàn Kiếm, thành phố Hà Nội')")
    assert card(page, "OCOOP").locator(".verdict").first.is_visible()
    assert "phường Hoàn Kiếm" in card(page, RIGHT_PLACE).inner_text()
    page.click(".how label:has-text('đã ban hành')")
    page.wait_for_selector("#live:has-text('Đã soát lại')", state="attached")
    assert "Hoàn Kiếm" in page.locator(".understood").inner_text()


def test_english(open_page: OpenPage) -> None:
    page = opened(open_page())
    page.click("#language")
    page.wait_for_selector(".understood:has-text('Read as')")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#get-annotated").inner_text() == "Download with comments"
    assert page.locator(".finding .label").first.inner_text() == "1 · WARNING"
    page.reload()
    assert page.locator("h1").inner_text() == "Check a document before it is signed"
