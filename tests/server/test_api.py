"""The JSON API over one real worker: checks, copies, decisions."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from checker.cli import soat
from checker.reading import read_bytes
from checker.reporting import text_style
from tests.annotating.word.revisions import characters, rejected, root
from tests.conftest import FIXTURES, seed
from tests.reading.documents import plan_docx
from tests.server.conftest import LIMITS, Post

WORD = (FIXTURES / "formats" / "nhi-chieu.docx").read_bytes()
TEXT = seed("nhi-chieu").encode()
needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="needs LibreOffice (soffice)"
)


def reviewed(post: Post, name: str, data: bytes, **fields: str) -> dict[str, Any]:
    answer = post("/api/review", name, data, **fields)
    assert answer.status_code == 200, answer.text
    review: dict[str, Any] = answer.json()
    return review


def found(review: Mapping[str, Any], rule: str, text: str = "") -> dict[str, Any]:
    """The finding of a rule on these words."""
    return next(
        one for one in review["findings"] if one["rule"] == rule and one["text"].startswith(text)
    )


def accepted(*findings: Mapping[str, Any]) -> str:
    told = [{"fingerprint": one["fingerprint"], "suggestion": 0} for one in findings]
    return json.dumps({"accepted": told})


def dismissed(*findings: Mapping[str, Any], reason: str) -> str:
    told = [{"fingerprint": one["fingerprint"], "reason": reason} for one in findings]
    return json.dumps({"dismissed": told})


def counts(answer: Any) -> tuple[int, int]:
    assert answer.status_code == 200, answer.text
    return int(answer.headers["x-soat-made"]), int(answer.headers["x-soat-left"])


def name_of(answer: Any) -> str:
    disposition = answer.headers["content-disposition"]
    assert disposition.isascii() and disposition.startswith("attachment; filename*=UTF-8''")
    return unquote(disposition.partition("''")[2])


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize("options", [(), ("--stage", "issued"), ("--lang", "en", "--guesses")])
def test_check_is_the_output_contract_byte_for_byte(post: Post, options: tuple[str, ...]) -> None:
    path = str(FIXTURES / "formats" / "nhi-chieu.docx")
    ran = CliRunner().invoke(soat, ["check", "--no-cache", "--format", "json", *options, path])
    fields = {"stage": "issued"} if "--stage" in options else {}
    fields |= {"lang": "en", "guesses": "1"} if "--guesses" in options else {}
    answer = post("/api/check", "nhi-chieu.docx", WORD, **fields)
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.content == ran.stdout_bytes.replace(path.encode(), b"nhi-chieu.docx")


def test_several_files_are_one_run_and_a_broken_one_is_told(client: TestClient) -> None:
    files = [("file", ("a.txt", TEXT)), ("file", ("b.docx", b"PK\3\4")), ("file", ("c.txt", TEXT))]
    run = client.post("/api/check", files=files).json()
    assert [one["path"] for one in run["files"]] == ["a.txt", "b.docx", "c.txt"]
    assert run["files"][1]["error"]["code"] == "broken-package"
    assert len(run["files"][0]["findings"]) == len(run["files"][2]["findings"]) > 10
    too_many = client.post("/api/check", files=[*files, files[0]])
    assert code(too_many) == (400, "too-many-files")
    assert str(LIMITS.files) in too_many.json()["error"]["message"]


def test_the_own_place_is_that_which_is_told(post: Post) -> None:
    place = "phường Nghị Quyết, thành phố Hải Phòng"
    run = post("/api/check", "a.txt", TEXT, locality=place).json()
    assert (
        run["files"][0]["locality"]
        != post("/api/check", "a.txt", TEXT).json()["files"][0]["locality"]
    )


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"lang": "fr"}, "lang"),
        ({"stage": "signed"}, "stage"),
        ({"locality": "Nhị Chiểu"}, "locality"),
    ],
)
def test_what_is_not_understood_is_named(post: Post, fields: dict[str, str], what: str) -> None:
    answer = post("/api/check", "a.txt", TEXT, **fields)
    assert code(answer) == (400, "bad-request")
    assert what in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "told",
    [
        "{",
        "[]",
        "1",
        "[" * 100_000,
        '{"accepted": 1}',
        '{"accepted": null}',
        '{"accepted": {"a": 1}}',
        '{"accepted": [{"fingerprint": "a"}]}',
        '{"accepted": [{"fingerprint": 1, "suggestion": 0}]}',
        '{"accepted": [{"fingerprint": "a", "suggestion": "x"}]}',
        '{"accepted": [{"fingerprint": "a", "suggestion": 1e400}]}',
        '{"accepted": [{"fingerprint": "a", "suggestion": %s}]}' % ("9" * 5000),
        '{"dismissed": [{"fingerprint": "a"}]}',
        '{"dismissed": ["a"]}',
    ],
)
def test_decisions_that_are_none_are_refused(post: Post, told: str) -> None:
    assert code(post("/api/fix", "a.txt", TEXT, decisions=told)) == (400, "bad-request")


def test_a_request_without_a_file_or_form_is_refused(client: TestClient) -> None:
    for given in ({}, {"data": {"file": "a"}}, {"json": {}}, {"content": b"abc"}):
        assert code(client.post("/api/check", **given)) == (400, "no-file-sent")  # type: ignore[arg-type]
    broken = {"Content-Type": "multipart/form-data; boundary=a"}
    assert code(client.post("/api/check", content=b"--b", headers=broken)) == (400, "bad-request")
    odd = {"Content-Type": "multipart/form-data; charset=punycode; boundary=a"}
    assert code(client.post("/api/check", content=b"", headers=odd)) == (400, "bad-request")
    assert code(client.get("/api/check")) == (405, "wrong-method")
    assert code(client.get("/nowhere")) == (404, "not-found")
    fields = {f"field{number}": "a" for number in range(30)}
    many = client.post("/api/check", files={"file": ("a.txt", TEXT)}, data=fields)
    assert code(many) == (400, "bad-request")


def test_a_file_that_is_too_large_is_refused(post: Post) -> None:
    answer = post("/api/check", "a.txt", b"a" * (LIMITS.upload + 1))
    assert code(answer) == (413, "upload-too-large")
    assert "3 MB" in answer.json()["error"]["message"]


def test_accepted_words_and_settings_become_tracked_changes(post: Post) -> None:
    review = reviewed(post, "nhi-chieu.docx", WORD)
    wanted = [one for one in review["findings"] if one["can_accept"]]
    assert {one["rule"].partition("/")[0] for one in wanted} >= {"spelling", "locality"}
    answer = post("/api/fix", "nhi-chieu.docx", WORD, decisions=accepted(*wanted))
    made, _ = counts(answer)
    assert made >= len(wanted) / 2
    assert name_of(answer) == "nhi-chieu-da-sua.docx"
    assert characters(rejected(root(answer.content))) == characters(root(WORD))
    again = reviewed(post, "nhi-chieu.docx", answer.content)
    assert "OCOOP" not in read_bytes(answer.content, "a.docx").raw
    left = {one["fingerprint"] for one in again["findings"]}
    assert len([one for one in wanted if one["fingerprint"] in left]) < len(wanted) / 10


@pytest.mark.parametrize("name", ["issuer-not-bold", "margins", "body-left", "font-style"])
def test_each_that_can_be_accepted_alone_makes_a_change(post: Post, name: str) -> None:
    data = (FIXTURES / "layout" / f"{name}.docx").read_bytes()
    for one in reviewed(post, "a.docx", data)["findings"]:
        answer = post("/api/fix", "a.docx", data, decisions=accepted(one))
        made, left = counts(answer)
        assert (made > 0, left) == (one["can_accept"], int(not one["can_accept"]))
        assert (answer.content != data) or not one["can_accept"]
        if one["can_accept"]:
            assert characters(rejected(root(answer.content))) == characters(root(data))


def test_what_is_told_once_is_mended_at_all_its_places(post: Post) -> None:
    text = TEXT.decode()
    spaced = text.replace("của phường", "của  phường")
    rule = "typography/double-space"
    once = found(reviewed(post, "a.txt", spaced.encode()), rule)
    assert len(once["related"]) == text.count("của phường") - 1 > 1
    answer = post("/api/fix", "a.txt", spaced.encode(), decisions=accepted(once))
    assert counts(answer) == (text.count("của phường"), 0)
    assert answer.content == TEXT


def test_decisions_that_cannot_be_followed_are_counted(post: Post) -> None:
    ocoop = found(reviewed(post, "a.txt", TEXT), "spelling/acronym", "OCOOP")
    for told in (
        {"fingerprint": "0" * 32, "suggestion": 0},
        {"fingerprint": ocoop["fingerprint"], "suggestion": 99},
        {"fingerprint": ocoop["fingerprint"], "suggestion": -1},
    ):
        answer = post("/api/fix", "a.txt", TEXT, decisions=json.dumps({"accepted": [told]}))
        assert counts(answer) == (0, 1)
        assert answer.content == TEXT
    assert counts(post("/api/fix", "a.txt", TEXT)) == (0, 0)


def test_a_dismissal_is_left_out_and_its_reason_holds_in_the_next_review(post: Post) -> None:
    ocoop = found(reviewed(post, "a.docx", WORD), "spelling/acronym", "OCOOP")
    without = post("/api/annotate", "a.docx", WORD, decisions=dismissed(ocoop, reason=""))
    everything = post("/api/annotate", "a.docx", WORD)
    assert counts(without)[0] == counts(everything)[0] - 1
    assert name_of(without) == "a-gop-y.docx"
    assert found(reviewed(post, "a.docx", without.content), "spelling/acronym", "OCOOP")
    reason = "tên riêng \ud800\x00 \n của xã <!-- --> ]]>"
    decisions = dismissed(ocoop, reason=reason)
    answer = post("/api/annotate", "a.docx", WORD, decisions=decisions)
    again = reviewed(post, "a.docx", answer.content)
    assert ocoop["fingerprint"] not in {one["fingerprint"] for one in again["findings"]}
    (kept,) = [
        one for one in again["file"]["suppressed"] if one["fingerprint"] == ocoop["fingerprint"]
    ]
    assert kept["reason"] == "tên riêng của xã <!-- --> ]]>"


def test_what_is_told_once_and_dismissed_is_not_told_at_its_other_places(post: Post) -> None:
    data = plan_docx(TEXT.decode())
    review = reviewed(post, "a.docx", data)
    several = [one for one in review["findings"] if len(one["related"]) > 3]
    assert several
    decisions = dismissed(*several, reason="đúng như vậy")
    again = reviewed(
        post, "a.docx", post("/api/annotate", "a.docx", data, decisions=decisions).content
    )
    left = {(one["rule"], one["text"]) for one in again["findings"]}
    assert not left & {(one["rule"], one["text"]) for one in several}


@pytest.mark.parametrize(
    ("codec", "mark", "end"),
    [
        ("utf-8", b"", "\r\n"),
        ("utf-8", b"\xef\xbb\xbf", "\n"),
        ("utf-16-le", b"\xff\xfe", "\r\n"),
        ("utf-16-be", b"\xfe\xff", "\r"),
    ],
)
def test_a_text_keeps_its_encoding_and_line_ends(
    post: Post, codec: str, mark: bytes, end: str
) -> None:
    data = mark + TEXT.decode().replace("\n", end).encode(codec)
    review = reviewed(post, "a.txt", data)
    assert (review["can_mend"], review["annotated_as"]) == (True, "html")
    ocoop = found(review, "spelling/acronym", "OCOOP")
    answer = post("/api/fix", "a.txt", data, decisions=accepted(ocoop))
    assert counts(answer) == (1, 0)
    assert answer.content == data.replace("OCOOP".encode(codec), "OCOP".encode(codec))


@pytest.mark.parametrize(
    ("name", "annotated", "begins", "mends"),
    [
        ("formats/nhi-chieu.docx", ".docx", b"PK", True),
        ("formats/nhi-chieu.odt", ".html", b"<!", False),
        ("formats/nhi-chieu.pdf", ".pdf", b"%PDF", False),
        ("formats/scan.pdf", ".html", b"<!", False),
        ("seeds/nhi-chieu.txt", ".html", b"<!", True),
    ],
)
def test_what_a_review_promises_of_copies_is_kept(
    post: Post, name: str, annotated: str, begins: bytes, mends: bool
) -> None:
    data = (FIXTURES / name).read_bytes()
    review = reviewed(post, "a" + name[name.rindex(".") :], data)
    assert (f".{review['annotated_as']}", review["can_mend"]) == (annotated, mends)
    answer = post("/api/annotate", name, data)
    assert answer.status_code == 200, answer.text
    assert answer.content.lstrip().startswith(begins)
    assert name_of(answer).endswith(annotated)
    assert counts(answer)[0] == len(review["findings"])
    fixed = post("/api/fix", name, data)
    assert (fixed.status_code == 200) is mends
    if not mends:
        assert code(fixed) == (422, "fix-kind")
        assert not any(one["can_accept"] for one in review["findings"])


@needs_libreoffice
def test_an_old_word_file_comes_back_as_docx(post: Post) -> None:
    words = "".join(f"\\u{ord(char)}?" for char in "Sản phẩm OCOOP của phường.")
    data = b"{\\rtf1\\ansi " + words.encode() + b"}"
    review = reviewed(post, "a.rtf", data)
    assert (review["annotated_as"], review["can_mend"], review["format"]) == ("docx", True, "rtf")
    ocoop = found(review, "spelling/acronym", "OCOOP")
    fixed = post("/api/fix", "a.rtf", data, decisions=accepted(ocoop))
    assert counts(fixed) == (1, 0)
    assert name_of(fixed) == "a-da-sua.docx"
    assert "OCOP " in read_bytes(fixed.content, "a.docx").raw


def test_reports_leave_out_what_was_dismissed(client: TestClient, post: Post) -> None:
    ocoop = found(reviewed(post, "a.txt", TEXT), "spelling/acronym", "OCOOP")
    decisions = f"[{dismissed(ocoop, reason='tên riêng')}]"
    html = post("/api/report", "Kế hoạch.txt", TEXT, form="html", decisions=decisions)
    assert name_of(html) == "Kế hoạch-ket-qua.html"
    assert html.headers["content-type"] == "text/html; charset=utf-8"
    book = post("/api/report", "a.txt", TEXT, form="xlsx", decisions=decisions)
    assert openpyxl.load_workbook(io.BytesIO(book.content)).sheetnames
    run = post("/api/report", "a.txt", TEXT, form="json", decisions=decisions).json()
    assert [one["reason"] for one in run["files"][0]["suppressed"]] == ["tên riêng"]
    assert ocoop["fingerprint"] not in [o["fingerprint"] for o in run["files"][0]["findings"]]
    for form, name in (("junit", "a-ket-qua.xml"), ("sarif", "a-ket-qua.sarif")):
        assert name_of(post("/api/report", "a.txt", TEXT, form=form)) == name
    two = [("file", ("a.txt", TEXT)), ("file", ("b.txt", TEXT))]
    assert name_of(client.post("/api/report", files=two)) == "soat-ket-qua.html"
    short = client.post("/api/report", files=two, data={"decisions": decisions})
    assert code(short) == (400, "bad-request")
    assert code(post("/api/report", "a.txt", TEXT, form="terminal")) == (400, "bad-request")


def test_places_are_found_by_their_letters(client: TestClient) -> None:
    places = client.get("/api/localities", params={"q": "nhi chieu"}).json()["localities"]
    assert places[0] == "phường Nhị Chiểu, thành phố Hải Phòng"
    assert client.get("/api/localities").json() == {"localities": []}


def test_settings_and_health(client: TestClient) -> None:
    settings = client.get("/api/settings").json()
    assert (settings["upload_bytes"], settings["files"], settings["stage"]) == (
        LIMITS.upload,
        LIMITS.files,
        "draft",
    )
    assert client.get("/api/health").json()["status"] == "ok"


def test_the_shown_answer_is_real(post: Post) -> None:
    page = (FIXTURES.parent / "docs" / "server.md").read_text(encoding="utf-8")
    text, _, shown = re.findall(r"printf '(.*?)\\n'(.*?)```json\n(.*?)```", page, re.DOTALL)[0]
    answer = post("/api/check", "a.txt", f"{text}\n".encode(), lang="en").json()
    found = answer["files"][0]["findings"][1]
    assert json.loads(shown) == {key: found[key] for key in json.loads(shown)}


def test_the_page_has_the_colours_of_all_pages(client: TestClient) -> None:
    answer = client.get("/page/text.css")
    assert answer.headers["content-type"].startswith("text/css")
    styles = text_style.COLOURS, text_style.TEXT, text_style.MARKS, text_style.PAPER_COLOURS
    for part in styles:
        assert part.strip() in answer.text
