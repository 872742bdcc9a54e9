"""No serious fault that axe-core knows, in light and dark, wide and narrow."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from tests.server.page.conftest import TOKEN, OpenPage
from tests.server.page.documents import PLAN, SEED, WRONG_PLACE, card, choose, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

NARROW = {"viewport": {"width": 390, "height": 844}}
DARK = {"color_scheme": "dark"}

pytest.importorskip("axe_playwright_python")


def faults(page: Page) -> list[str]:
    """What is wrong, with the first element of which it is."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
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


def test_a_document_with_decisions(open_page: OpenPage) -> None:
    page = opened(open_page())
    page.locator(".paper mark", has_text=WRONG_PLACE).first.click()
    page.click(".finding.open .why summary")
    page.click(".finding.open .dismiss")
    assert not faults(page)
    page.locator(".finding.open .reasons button").first.click()
    page.click(".safe")
    page.click(".menu summary")
    assert not faults(page)
    page.keyboard.press("Escape")
    page.click("#change")
    assert not faults(page)


@pytest.mark.parametrize("options", [DARK, NARROW | DARK], ids=["dark", "narrow"])
def test_in_the_dark(open_page: OpenPage, options: dict[str, Any]) -> None:
    page = open_page(**options)
    assert not faults(page)
    opened(page)
    page.locator(".paper mark", has_text=WRONG_PLACE).first.click()
    page.click(".finding.open .accept")
    assert not faults(page)


def test_in_a_narrow_window(open_page: OpenPage) -> None:
    page = opened(open_page(**NARROW))
    assert not faults(page)
    page.click("#list-open")
    page.click(".filter summary")
    assert not faults(page)


def test_printed(open_page: OpenPage) -> None:
    page = opened(open_page())
    card(page, WRONG_PLACE).locator(".head").click()
    page.emulate_media(media="print")
    assert not page.locator(".get").is_visible() and not page.locator(".filter").is_visible()
    assert page.locator(".paper sup:visible").count() == page.locator(".finding:visible").count()
    pages = page.pdf(format="A4")
    assert pages.startswith(b"%PDF")
