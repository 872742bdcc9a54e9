"""The forms that clients send, as LibreOffice 7.4.7, newer ones and others write them."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

import pytest

from checker.server.language_tool.form import FormError, read_check_form

TEXT = "Kinh phí R&D + truyền thông đạt 50% (100%): a=b & c&d; “OCOOP” 😀"


def test_a_text_that_is_not_encoded_is_taken_as_it_stands():
    form = read_check_form(f"text={TEXT}&language=vi-VN".encode())
    assert form.text.read == TEXT
    assert form.language == "vi-VN"


@pytest.mark.parametrize(
    "text",
    [
        "bằng &language=en trong văn bản",
        "100%25 là %C3%A1 chữ thường",
        "a\nb\tc",
        "R&D",
        "R&D&E=F",
        "&text=lạ &data=x",
        "",
        " ",
        "+",
    ],
)
def test_signs_of_forms_in_a_text_that_is_not_encoded_belong_to_it(text: str):
    if text == "+":
        text = "một + hai"
    assert read_check_form(f"text={text}&language=vi-VN".encode()).text.read == text


def test_name_and_key_that_libreoffice_adds_are_read():
    form = read_check_form(f"text={TEXT}&language=vi-VN&username=soat&apiKey=k3y_-".encode())
    assert (form.text.read, form.username, form.api_key) == (TEXT, "soat", "k3y_-")


@pytest.mark.parametrize("text", [TEXT, "R&D", "&language=en", "50%25", "a+b", "", "x" * 3000])
@pytest.mark.parametrize("encode", [urlencode, lambda f: urlencode(f, quote_via=quote)])
def test_an_encoded_text_is_decoded(text: str, encode):
    body = encode({"language": "vi", "text": text, "unknownKey": "%"}).encode()
    form = read_check_form(body, "application/x-www-form-urlencoded; charset=UTF-8")
    assert (form.text.read, form.language) == (text, "vi")


def test_a_raw_text_may_stand_last():
    assert read_check_form(f"language=vi&text={TEXT}".encode()).text.read == TEXT
    form = read_check_form("language=vi&text=một hai&level=picky".encode())
    assert (form.text.read, form.picky) == ("một hai", True)


def test_markup_is_not_read():
    parts = [
        {"text": "Các "},
        {"markup": "<b>"},
        {"text": "OCOOP"},
        {"markup": "</b><br>", "interpretAs": "\n"},
        {"text": "xong"},
    ]
    body = urlencode({"language": "vi", "data": json.dumps({"annotation": parts})}).encode()
    text = read_check_form(body).text
    assert text.read == "Các OCOOP\nxong"
    assert text.written == "Các <b>OCOOP</b><br>xong"


@pytest.mark.parametrize("encode", [quote, str])
def test_data_may_be_a_plain_text(encode):
    data = json.dumps({"text": TEXT}, ensure_ascii=False)
    assert read_check_form(f"language=auto&data={encode(data)}".encode()).text.read == TEXT


def test_what_writer_puts_for_a_footnote_is_not_read():
    text = read_check_form("text=Chú thích\u200b giữa \u200b\u200bcâu&language=vi".encode()).text
    assert text.read == "Chú thích giữa câu"
    assert text.written == "Chú thích\u200b giữa \u200b\u200bcâu"


def test_rules_and_categories_are_lists():
    told = {
        "enabledRules": "spelling/acronym, spelling/term",
        "disabledRules": "hygiene/markup",
        "enabledCategories": "TYPOS",
        "disabledCategories": ",STYLE,",
        "motherTongue": "en",
    }
    form = read_check_form(urlencode({"text": "a", "language": "vi", **told}).encode())
    assert form.enabled_rules == {"spelling/acronym", "spelling/term"}
    assert form.disabled_rules == {"hygiene/markup"}
    assert form.enabled_categories == {"TYPOS"}
    assert form.disabled_categories == {"STYLE"}
    assert (form.mother_tongue, form.enabled_only) == ("en", False)


@pytest.mark.parametrize("language", ["vi", "VI", "vi-vn", "auto", "vi-VN"])
def test_known_languages(language: str):
    form = read_check_form(f"text=a&language={language}".encode())
    assert form.language.lower() == language.lower()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("language=vi", "lt-no-text"),
        ("", "lt-no-text"),
        ("text=a", "lt-no-language"),
        ("text=a&language=", "lt-no-language"),
        ("text=a&language=en-US", "lt-unknown-language"),
        ("text=a&language=vi&data={}", "lt-text-and-data"),
        ("data={&language=vi", "lt-bad-data"),
        ("data=[]&language=vi", "lt-bad-data"),
        ('data={"annotation":[{"text":1}]}&language=vi', "lt-bad-data"),
        ('data={"annotation":[{"other":"x"}]}&language=vi', "lt-bad-data"),
        ("data=" + "[" * 100_000 + "&language=vi", "lt-bad-data"),
        ('data={"text":"\\ud800"}&language=vi', "lt-bad-data"),
        ('data={"annotation":[{"text":"a"},{"markup":"\\udc00"}]}&language=vi', "lt-bad-data"),
        ("text=a&language=vi&enabledOnly=true", "lt-nothing-enabled"),
        (
            "text=a&language=vi&enabledOnly=true&enabledRules=a/b&disabledRules=c/d",
            "lt-disabled-with-only",
        ),
        ("&".join(["a=%31"] * 200), "lt-not-a-form"),
    ],
)
def test_what_cannot_be_answered(body: str, code: str):
    with pytest.raises(FormError) as caught:
        read_check_form(body.encode())
    assert caught.value.code == code


@pytest.mark.parametrize(
    "body", [b"text=\xff\xfe&language=vi", b"text=%FF&language=vi", b"text=%ED%A0%80&language=vi"]
)
def test_what_is_not_utf_8_is_refused(body: bytes):
    with pytest.raises(FormError) as caught:
        read_check_form(body)
    assert caught.value.code == "lt-not-a-form"


def test_other_kinds_of_content_are_refused():
    with pytest.raises(FormError) as caught:
        read_check_form(b"{}", "application/json")
    assert caught.value.code == "lt-content-type"
