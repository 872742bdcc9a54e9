"""Reading a document on the page: keys, filters, a telephone, and what goes wrong."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.server.page.conftest import TOKEN, OpenPage, take_picture
from tests.server.page.documents import (
    PLAN,
    RIGHT_PLACE,
    SEED,
    WRONG_PLACE,
    card,
    choose,
    number_of,
    opened,
)

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Request, Route

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def open_number(page: Page) -> int:
    return number_of(page.locator(".finding.open"))


def test_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("id") == "skip"
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "choose"
    choose(page, PLAN)  # a browser's own dialog has no keys here
    page.wait_for_selector(".paper")
    assert page.locator(":focus").inner_text() == PLAN.name
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    assert open_number(page) == 2
    page.keyboard.press("/")
    page.keyboard.type("ocoop")
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("class") == "head":
            break
    page.keyboard.press("Enter")
    found = card(page, "OCOOP")
    number = number_of(found)
    assert open_number(page) == number
    page.keyboard.press("a")
    assert found.locator(".verdict").first.is_visible()
    page.keyboard.press("u")
    assert found.locator(".verdict").count() == 0
    found.locator(".where").press("Enter")
    assert page.locator(":focus").get_attribute("href") == f"#note-{number}"
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("aria-controls") == f"note-{number}-body"
    page.keyboard.press("x")
    page.keyboard.press("Enter")
    assert "viết như vậy là đúng" in found.locator(".decision").inner_text()
    page.keyboard.press("?")
    assert page.locator("#help[open] kbd", has_text="j").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.uncheck("#letters")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert open_number(page) == number


def test_filters_and_groups(open_page: OpenPage) -> None:
    page = opened(open_page())
    all_ = page.locator(".finding").count()
    errors = page.locator(".finding.error").count()
    shown = page.locator(".finding:visible")
    page.click(".chip.error")
    assert shown.count() == errors < all_
    assert page.locator(".notes [role=status]").inner_text() == (
        f"Đang xem {errors} trong {all_} chỗ."
    )
    assert page.locator(".paper sup:visible").count() == errors
    page.select_option(".filter select >> nth=0", "locality")
    assert 0 < shown.count() < errors
    page.click(".filter .told button")
    assert shown.count() == all_
    page.fill("#search", "phuong nghi quyet")
    assert shown.count() == 2
    page.fill("#search", "không có chữ này")
    assert shown.count() == 0
    hidden = page.locator(".paper mark", has_text=WRONG_PLACE).first
    hidden.click()
    assert open_number(page) == int(hidden.get_attribute("data-note") or 0)
    assert shown.count() == all_
    page.select_option(".filter select >> nth=1", "level")
    assert page.locator(".list h2").all_inner_texts() == ["Lỗi", "Nên sửa", "Lưu ý"]
    page.select_option(".filter select >> nth=1", "section")
    heads = page.locator(".list h2").all_inner_texts()
    assert "Mục III.1" in heads and heads[-1] == "Phần cuối văn bản"


def test_on_a_telephone(open_page: OpenPage) -> None:
    page = opened(open_page(**PHONE))
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert not page.locator("#notes").is_visible()
    page.locator(".paper mark", has_text=WRONG_PLACE).first.tap()
    found = card(page, WRONG_PLACE)
    assert page.locator(".finding:visible").count() == 1
    mark = page.locator("mark.current").bounding_box()
    sheet = page.locator("#notes").bounding_box()
    assert mark and sheet and 0 <= mark["y"] < mark["y"] + mark["height"] <= sheet["y"]
    take_picture(page, "trang-dien-thoai")
    found.locator(".accept").tap()
    assert page.locator("mark.accepted").first.get_attribute("data-words") == RIGHT_PLACE
    page.locator(".stepper [aria-label='Chỗ sau']").tap()
    assert page.locator(".stepper span").inner_text() == (
        f"{number_of(found) + 1}/{page.locator('.finding').count()}"
    )
    page.locator("#list-open").tap()
    assert page.locator(".finding:visible").count() == page.locator(".finding").count()
    page.locator("#sheet-close").tap()
    assert not page.locator("#notes").is_visible()


def test_what_cannot_be_checked_says_why(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    broken, large, empty = (tmp_path / f"{name}.docx" for name in ("hỏng", "lớn", "trống"))
    broken.write_bytes(b"PK\x03\x04 this is no archive")
    large.touch()
    os.truncate(large, 200_000_000)  # a file of nothing, which takes no room
    empty.touch()
    choose(page, broken, large, empty)
    for number in (1, 2, 3):
        page.wait_for_selector(f"[data-entry='{number}'].failed")
    said = page.locator(".files .failed .state").all_inner_texts()
    assert said[0].startswith("Không soát được. Tệp bị hỏng.")
    assert said[1].startswith("Không soát được. Tệp 200 MB, lớn hơn mức 50 MB")
    assert said[2].startswith("Không soát được. Tệp rỗng.")
    assert page.locator("[data-part=retry]").count() == 0  # these files would be refused again
    assert len(requests) == 2
    assert ".docx: Không soát được." in (page.locator("#live").text_content() or "")
    choose(page, SEED)
    page.wait_for_selector(".paper")


def test_a_busy_server_is_asked_again_and_one_that_is_gone_is_told(open_page: OpenPage) -> None:
    page = open_page()
    answers = iter([503, 503])

    def answer(route: Route) -> None:
        status = next(answers, None)
        body = '{"error": {"code": "busy", "message": "bận"}}'
        if status:
            route.fulfill(status=status, body=body, headers={"Retry-After": "0.05"})
        else:
            route.fallback()

    page.route("**/api/review*", answer)
    opened(page, SEED)
    assert next(answers, None) is None
    page.go_back()
    page.route("**/api/review*", lambda route: route.abort())
    choose(page, PLAN)
    page.wait_for_selector("[data-entry='2'].failed")
    assert "Không liên lạc được" in page.locator("[data-entry='2']").inner_text()
    page.unroute("**/api/review*")
    page.click("[data-entry='2'] [data-part=retry]")
    page.wait_for_selector("[data-entry='2'].done")


def test_two_documents_at_once(open_page: OpenPage) -> None:
    page = open_page()
    seeds = sorted(SEED.parent.glob("*.txt"))
    held: list[Route] = []
    asked: list[str] = []

    def is_second(request: Request) -> bool:
        asked.append(request.url)
        return len(asked) == 2

    page.route("**/api/review*", lambda route: held.append(route))
    with page.expect_request(is_second):
        choose(page, *seeds)
    page.wait_for_selector("[data-entry='2'].sending")
    assert page.locator(".files .waiting").count() == len(seeds) - len(held) == len(seeds) - 2
    held[1].fallback()
    page.wait_for_selector("[data-entry='2'].done")
    page.wait_for_selector("[data-entry='3'].sending")
    assert page.locator(".files .waiting").count() == len(seeds) - 3
    page.click("[data-entry='2'] .name")
    assert page.locator(".paper mark").count() > 0


def test_the_token_is_asked_for(open_page: OpenPage) -> None:
    page = open_page(signed_in=False)
    assert page.locator(":focus").get_attribute("id") == "token"
    page.keyboard.type("sai")
    page.keyboard.press("Enter")
    page.wait_for_selector("#problem:has-text('không đúng')")
    page.fill("#token", TOKEN)
    page.keyboard.press("Enter")
    opened(page, SEED)
    page.go_back()
    page.context.clear_cookies()
    choose(page, PLAN)
    page.wait_for_selector("[data-entry='2'].failed")
    assert "hết hạn" in page.locator("[data-entry='2']").inner_text()


def test_a_hostile_document_stays_text(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page()
    script = "<img src=x onerror=\"document.title='hacked'\">"
    path = tmp_path / f"<img src=x onerror=alert(1)>{'.'}txt"
    path.write_text(f"KẾ HOẠCH\n\nSản phẩm OCOOP {script}\n<script>alert(1)</script> ....\n")
    opened(page, path)
    page.locator(".finding .head").first.click()
    page.keyboard.press("?")
    assert page.locator("main img, main script, main iframe").count() == 0
    assert script in page.locator(".paper").inner_text()
    assert path.name in page.title()
    assert page.locator(".bar h1").inner_text() == path.name


def test_a_long_document_stays_fluent(open_page: OpenPage, tmp_path: Path) -> None:
    path = tmp_path / "dài.txt"
    path.write_text("\n\n".join([SEED.read_text()] * 9))
    page = opened(open_page(), path)
    count = page.locator(".finding").count()
    assert count >= 150
    page.keyboard.press("k")
    assert open_number(page) == count
    page.locator(".paper mark").nth(100).click()
    box = page.locator(".finding.open").bounding_box()
    assert box and 0 <= box["y"] < 850


def test_further_places_of_a_finding_are_a_click_away(open_page: OpenPage, tmp_path: Path) -> None:
    between = "\n\n".join(["Các đơn vị theo nhiệm vụ được giao chủ động thực hiện."] * 30)
    path = tmp_path / "nhiều chỗ.txt"
    path.write_text(f"KẾ HOẠCH\n\nMột  là tuyên truyền.\n\n{between}\n\nHai  là đôn đốc.\n")
    page = opened(open_page(), path)
    found = card(page, "Thừa dấu cách")
    other = page.locator(f".paper .also[data-note='{number_of(found)}']")
    assert other.count() == 1 and "current" not in (other.get_attribute("class") or "")
    found.locator(".head").click()
    assert "current" in (other.get_attribute("class") or "")
    assert not is_in_window(page, other)
    found.locator(".also-at .link").click()
    assert is_in_window(page, other)
    found.locator(".accept").click()
    assert "accepted" in (other.get_attribute("class") or "")


def is_in_window(page: Page, found: Locator) -> bool:
    box = found.bounding_box()
    assert box and page.viewport_size
    return 0 <= box["y"] < page.viewport_size["height"]
