"""Hostile files and names through the API: one clear error, and the next client notices nothing."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from tests.conftest import FIXTURES, seed
from tests.reading.documents import document_xml
from tests.reading.odt_documents import zipped
from tests.reading.test_hostile import MANY, PARTS, bomb, compound, lying, nested, text_word
from tests.server.conftest import Post

TEXT = seed("nhi-chieu").encode()
ENTITY = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + document_xml(
    "<w:p><w:r><w:t>a &e;</w:t></w:r></w:p>"
)
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha ">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 100}">'
        for before, name in zip("abcde", "bcdef", strict=True)
    )
    + "]><w:document>&f;</w:document>"
)
UNREADABLE: dict[str, Callable[[], bytes]] = {
    "bomb": lambda: bomb("word/document.xml", b"<a>", 200_000_000),
    "lying bomb": lambda: lying(
        bomb("word/document.xml", b"<a>", 200_000_000), "word/document.xml"
    ),
    "deep": lambda: text_word(nested("w:p", MANY)),
    "laughs": lambda: zipped({"word/document.xml": LAUGHS}),
    "encrypted": lambda: compound("EncryptionInfo", "EncryptedPackage"),
    "workbook": lambda: compound("Workbook"),
    "torn": lambda: (FIXTURES / "formats" / "nhi-chieu.docx").read_bytes()[:5_000],
    "torn pdf": lambda: b"%PDF-1.7\n" + b"\xff" * 5_000,
    "program": lambda: b"MZ\x90\0" + b"\0\1\2" * 500,
    "many parts": lambda: zipped({f"{number}": "" for number in range(PARTS)}),
}
NAMES = [
    "../../etc/passwd",
    "..\\..\\Windows\\win.ini",
    "/etc/passwd",
    "a\0b.docx",
    "a\r\nSet-Cookie: a=b",
    "a" * 1_000 + ".txt",
    "gop-y\u202etxt.exe",
    "",
    "..",
    "\ud7ff\uffff.txt",
    'a"; filename="b.exe',
    "kế hoạch số 5/KH-UBND.txt",
]


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_hostile_file_gets_one_clear_error_and_the_next_is_checked(post: Post, name: str) -> None:
    data = UNREADABLE[name]()
    for path in ("/api/review", "/api/fix"):
        answer = post(path, "a.docx", data)
        assert answer.status_code == 422, answer.text
        assert answer.json()["error"]["message"].startswith("a.docx")
    assert post("/api/review", "a.txt", b"OCOOP").status_code == 200


def test_an_entity_brings_no_file_of_the_server(post: Post) -> None:
    answer = post("/api/review", "a.docx", zipped({"word/document.xml": ENTITY}))
    assert answer.status_code in (200, 422)
    assert "root:" not in answer.text


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_no_path_and_does_no_harm(client: TestClient, name: str) -> None:
    body = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="'
        + name.encode().replace(b'"', b"%22").replace(b"\r\n", b"%0D%0A")
        + b'"\r\n\r\n'
        + "Sản phẩm OCOOP của phường.".encode()
        + b"\r\n--b--\r\n"
    )
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    checked = client.post("/api/check", content=body, headers=headers)
    if "\0" in name:
        assert checked.status_code in (200, 400)
        return
    (file,) = checked.json()["files"]
    assert "OCOOP" in [one["text"] for one in file["findings"]]
    assert len(file["path"]) <= 200 and file["path"].isprintable()
    assert not set(file["path"]) & set("/\\")
    answer = client.post("/api/annotate", content=body, headers=headers)
    disposition = answer.headers["content-disposition"]
    assert disposition.isascii() and disposition.count(";") == 1
    assert unquote(disposition).endswith("-gop-y.html")
    assert "set-cookie" not in answer.headers


def test_markup_in_a_text_stays_text(post: Post) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    text = TEXT.decode().replace("OCOOP", f"{evil} OCOOP").encode()
    review = post("/api/review", "<b>.txt", text).json()
    assert "<script" not in review["html"] and "<img" not in review["html"]
    assert "&lt;script&gt;" in review["html"]
    for path in ("/api/annotate", "/api/report"):
        page = post(path, "<b>.txt", text).text
        assert "<img src=x" not in page and "<script>alert" not in page
