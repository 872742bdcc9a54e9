"""The extension: settings that LibreOffice reads, and nothing else."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest

from checker import __version__
from checker.errors import InputError
from checker.libreoffice.extension import IDENTIFIER, base_url, make_extension

_OOR = "{http://openoffice.org/2001/registry}"
_TOOL = "/GrammarChecking/LanguageTool"
_CHECKER = "/ServiceManager/GrammarCheckers/org.openoffice.lingu.LanguageToolGrammarChecker"


def _file(extension: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(extension)) as package:
        return ElementTree.fromstring(package.read(name))


def _settings(extension: bytes) -> dict[str, str]:
    found = {}

    def walk(node: ElementTree.Element, path: str) -> None:
        for child in node:
            name = f"{path}/{child.get(f'{_OOR}name')}"
            if child.tag == "prop":
                found[name] = child[0].text or ""
            walk(child, name)

    root = _file(extension, "Linguistic.xcu")
    assert (root.get(f"{_OOR}package"), root.get(f"{_OOR}name")) == (
        "org.openoffice.Office",
        "Linguistic",
    )
    walk(root, "")
    return found


def test_it_sets_the_address_and_the_language():
    assert _settings(make_extension()) == {
        f"{_TOOL}/BaseURL": "http://127.0.0.1:8080/v2",
        f"{_TOOL}/IsEnabled": "true",
        f"{_CHECKER}/Locales": "vi-VN",
    }


def test_a_key_goes_with_the_name_of_a_user():
    settings = _settings(make_extension("https://soat.example.org", "k3y_-~."))
    assert settings[f"{_TOOL}/ApiKey"] == "k3y_-~."
    assert settings[f"{_TOOL}/Username"]


def test_manifest_names_the_files_of_the_package():
    extension = make_extension()
    manifest = _file(extension, "META-INF/manifest.xml")
    namespace = "{http://openoffice.org/2001/manifest}"
    assert [one.get(f"{namespace}full-path") for one in manifest] == ["Linguistic.xcu"]
    with zipfile.ZipFile(io.BytesIO(extension)) as package:
        assert package.testzip() is None
        assert set(package.namelist()) == {
            "META-INF/manifest.xml",
            "description.xml",
            "Linguistic.xcu",
        }
    description = _file(extension, "description.xml")
    values = {child.tag.rpartition("}")[2]: child.get("value") for child in description}
    assert (values["identifier"], values["version"]) == (IDENTIFIER, __version__)


def test_the_same_words_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch):
    first = make_extension("http://localhost:1", "k")
    monkeypatch.setattr("time.localtime", lambda *_: pytest.fail("asks for the time"))
    assert make_extension("http://localhost:1", "k") == first


@pytest.mark.parametrize(
    ("told", "base"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v2"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/v2"),
        (" http://127.0.0.1:8080/v2/ ", "http://127.0.0.1:8080/v2"),
        ("https://xa.gov.vn/soat", "https://xa.gov.vn/soat/v2"),
        ("http://[::1]:80", "http://[::1]:80/v2"),
    ],
)
def test_addresses_are_completed(told: str, base: str):
    assert base_url(told) == base


@pytest.mark.parametrize(
    "told",
    [
        "",
        "127.0.0.1:8080",
        "ftp://a",
        "http://",
        "http://a:b",
        "http://a?b",
        "http://a/#",
        "http://a:99999",
    ],
)
def test_other_words_are_no_address(told: str):
    with pytest.raises(InputError) as caught:
        make_extension(told)
    assert caught.value.code == "lo-bad-url"


@pytest.mark.parametrize("key", ["a&b", "a b", "khóa", "a%b", "a\n"])
def test_a_key_that_libreoffice_would_spoil_is_refused(key: str):
    with pytest.raises(InputError) as caught:
        make_extension(api_key=key)
    assert caught.value.code == "lo-bad-key"
    assert key not in caught.value.message("vi")
