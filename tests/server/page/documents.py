"""Documents of these tests, and ways to hand them to the page."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import FIXTURES

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PLAN = FIXTURES / "formats" / "nhi-chieu.docx"
SEED = FIXTURES / "seeds" / "nhi-chieu.txt"
WRONG_PLACE = "phường Nghị Quyết"
RIGHT_PLACE = "phường Nhị Chiểu"

_DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
  const held = new DataTransfer();
  held.items.add(new File([bytes], name));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    document.querySelector("#drop").dispatchEvent(
      new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
  }
}"""


def drop(page: Page, path: Path) -> None:
    """Drop a file on the page."""
    page.evaluate(_DROP, [path.name, b64encode(path.read_bytes()).decode()])


def choose(page: Page, *paths: Path) -> None:
    page.set_input_files("#choose", list(paths))


def opened(page: Page, path: Path = PLAN) -> Page:
    """Choose a document and wait until it is shown."""
    choose(page, path)
    page.wait_for_selector(".paper")
    return page


def card(page: Page, words: str) -> Locator:
    """The first finding whose message holds the words."""
    return page.locator(".finding", has_text=words).first


def number_of(found: Locator) -> int:
    return int((found.get_attribute("id") or "").removeprefix("note-"))
