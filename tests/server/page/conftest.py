"""A browser that opens the page of a real server. Needs playwright and a Chromium of the system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MOST_BYTES = 200_000  # of a picture
IMAGES = Path(__file__).parents[3] / "docs" / "images"

TOKEN = "mã-của-cơ-quan"

USUAL: dict[str, Any] = {"viewport": {"width": 1300, "height": 850}, "reduced_motion": "reduce"}

OpenPage = Callable[..., "Page"]


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    """The address of a server that asks for a token."""
    bounds = ["--port", "0", "-j", "1", "--token", TOKEN]
    server = subprocess.Popen(
        [sys.executable, "-m", "checker", "serve", "--no-browser", *bounds],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert server.stdout
        yield server.stdout.readline().split()[-1]
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all tests of the page; it ends with them, since its event loop would stand in
    the way of others."""
    playwright = pytest.importorskip("playwright.sync_api")
    program = next((found for found in map(shutil.which, NAMES) if found), None)
    if program is None:
        pytest.skip(f"no browser here: {', '.join(NAMES)}")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def office(browser: Browser, address: str) -> BrowserContext:
    """A browser in which somebody is signed in already."""
    context = browser.new_context(**USUAL)
    context.request.get(f"{address}?token={TOKEN}")
    return context


@pytest.fixture
def open_page(browser: Browser, address: str, office: BrowserContext) -> Iterator[OpenPage]:
    """Open the page: in the office's browser, or, not ``signed_in`` or with ``options`` of a
    browser context, in a new one. What the browser complains of in its console fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def run(*, signed_in: bool = True, **options: Any) -> Page:
        context = office
        if options or not signed_in:
            context = browser.new_context(**{**USUAL, **options})
            contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        in_link = f"?token={TOKEN}" if options and signed_in else ""
        page.goto(f"{address}{in_link}", wait_until="domcontentloaded")
        if signed_in:
            page.wait_for_selector("#start[data-ready]")
        return page

    yield run
    for page in office.pages:
        page.evaluate("localStorage.clear()")
        page.close()
    for context in contexts:
        context.close()
    refused = [one for one in complaints if not one.startswith("Failed to load resource")]
    assert not refused


def take_picture(page: Page, name: str) -> None:
    """Write a picture of the window for the documentation, where SOAT_PICTURES asks for it."""
    if os.environ.get("SOAT_PICTURES"):
        IMAGES.mkdir(exist_ok=True)
        path = IMAGES / f"{name}.png"
        page.screenshot(path=path)
        assert path.stat().st_size < MOST_BYTES
