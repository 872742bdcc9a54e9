"""No serious fault that axe-core knows, in light and dark, wide and narrow."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest

from tests.server.page.conftest import TOKEN, OpenPage
from tests.server.page.documents import PLAN, SEED, WRONG_PLACE, card, choose, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

NARROW: ViewportSize = {"width": 390, "height": 844}
WIDE: ViewportSize = {"width": 1300, "height": 850}

pytest.importorskip("axe_playwright_python")


def faults(page: Page) -> list[str]:
    """What is wrong, with the first element of which it is."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    told: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert told["passes"]
    return [
        f"{one['id']}: {one['nodes'][0]['html']}"
        for one in told["violations"]
        if one["impact"] in ("serious", "critical", "moderate")
    ]


def test_the_first_view(open_page: OpenPage) -> None:
    page = open_page(signed_in=False)
    assert not faults(page)
    page.goto(f"{page.url}?token={TOKEN}")
    page.wait_for_selector("#start[data-ready]")
    for summary in page.locator("#start summary").all():
        summary.click()
    page.fill("#start [role=combobox]", "nhi chieu")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    assert not faults(page)
    page.keyboard.press("Enter")
    choose(page, PLAN, SEED)
    page.wait_for_selector("[data-entry='2'].done")
    page.wait_for_selector("[data-entry='1'].done")
    assert not faults(page)
    page.click("#help-open")
    assert not faults(page)


def test_a_document_with_decisions(open_page: OpenPage, tmp_path: Path) -> None:
    path = tmp_path / "ngắn.docx"
    short = docx.Document()
    for words in ("KẾ HOẠCH", "I. MỤC ĐÍCH", "Một  là tuyên truyền ....", "Hai  là OCOOP."):
        short.add_paragraph(words)
    short.add_table(1, 2).cell(0, 1).text = "Bán OCOOP ; mua"
    short.save(str(path))
    page = opened(open_page(), path)
    card(page, "Thừa dấu cách").locator(".head").click()
    page.click(".finding.open .why summary")
    page.click(".finding.open .dismiss")
    assert page.locator(".also-at").count() == 1
    assert not faults(page)
    page.locator(".finding.open .reasons button").first.click()
    page.click(".safe")
    page.click(".menu summary")
    assert not faults(page)
    page.keyboard.press("Escape")
    page.click("#change")
    assert not faults(page)


def test_narrow_dark_and_printed(open_page: OpenPage) -> None:
    page = open_page(viewport=NARROW, color_scheme="dark")
    assert not faults(page)
    opened(page)
    page.locator(".paper mark", has_text=WRONG_PLACE).first.click()
    page.click(".finding.open .accept")
    assert not faults(page)
    page.emulate_media(color_scheme="light")
    page.click("#list-open")
    page.click(".filter summary")
    assert not faults(page)
    page.set_viewport_size({"width": 320, "height": 640})
    last = page.locator("#sheet-close").bounding_box()
    assert last and last["x"] + last["width"] <= 320
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="dark")
    assert not faults(page)
    page.emulate_media(media="print", color_scheme="light")
    assert not page.locator(".get").is_visible() and not page.locator(".filter").is_visible()
    assert page.locator(".paper sup:visible").count() == page.locator(".finding:visible").count()
    assert page.pdf(format="A4").startswith(b"%PDF")
