"""Hostile and broken packages: one clear error or a text, in bounds, and nothing written."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import InputError
from checker.phrases import PHRASES
from checker.reading import Source, read_bytes
from tests.reading.documents import W, document_xml
from tests.reading.odt_documents import content_xml, odt, zipped

MANY = 10_000
PARTS = 20_001
PAGES = 500
PARAGRAPH = "Tổ chức thực hiện Kế hoạch trên địa bàn phường, bảo đảm tiến độ và chất lượng. " * 5


def word(document: str | bytes, **parts: str) -> bytes:
    """A Word package; ``parts`` are those beside the document (styles, numbering) as XML."""
    named = {
        f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{xml}</w:{name}>'
        for name, xml in parts.items()
    }
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **named})


def text_word(xml: str) -> bytes:
    return word(document_xml(f"<w:p><w:r><w:t>a</w:t></w:r></w:p>{xml}"))


def text_odt(xml: str) -> bytes:
    return odt(f"<text:p>a</text:p>{xml}")


def outcome(data: bytes, path: str) -> str:
    """The code of the error, or ``read``; both messages of the error can be said."""
    try:
        source = read_bytes(data, path)
    except InputError as error:
        assert set(PHRASES[error.code]) == {"vi", "en"}
        assert path in error.message("vi") and path in error.message("en")
        return error.code
    assert isinstance(source, Source)
    return "read"


def bomb(name: str, head: bytes, size: int) -> bytes:
    """A package whose part ``name`` unpacks to ``size`` bytes of blanks after ``head``; they are
    packed without holding them in memory."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    chunk, total, crc = b" " * 1_000_000, 0, zlib.crc32(head)
    packed = [packer.compress(head)]
    while total < size:
        packed.append(packer.compress(chunk))
        crc = zlib.crc32(chunk, crc)
        total += len(chunk)
    body = b"".join([*packed, packer.flush()])
    sizes = (crc, len(body), min(total + len(head), 0xFFFFFFFE))
    encoded = name.encode()
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, *sizes, len(encoded), 0)
    entry = struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, *sizes, len(encoded), 0, 0, 0, 0, 0, 0
    )
    start = len(local) + len(encoded) + len(body)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(entry) + len(encoded), start, 0)
    return local + encoded + body + entry + encoded + end


def lying(data: bytes, name: str) -> bytes:
    """The package with a directory that says that the part ``name`` is of 10 bytes."""
    changed = bytearray(data)
    for magic, size_at in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        at = changed.index(magic)
        assert name.encode() in changed[at:]
        changed[at + size_at : at + size_at + 4] = struct.pack("<I", 10)
    return bytes(changed)


@pytest.fixture(autouse=True)
def nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """The working folder stays empty."""
    monkeypatch.chdir(tmp_path)
    yield
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "path"), [("word/document.xml", "a.docx"), ("content.xml", "a.odt")]
)
def test_a_part_that_unpacks_to_gigabytes(name: str, path: str) -> None:
    data = bomb(name, b"<a>", 200_000_000)
    assert len(data) < 1_000_000
    tracemalloc.start()
    assert outcome(data, path) in ("too-large", "broken-package", "not-a-docx")
    assert outcome(lying(data, name), path) in ("too-large", "broken-package", "not-a-docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150_000_000


def test_a_package_in_a_package_is_not_opened() -> None:
    inner = bomb("word/document.xml", b"<a>", 5_000_000)
    data = zipped({"word/document.xml": document_xml("<w:p><w:r><w:t>a</w:t></w:r></w:p>"),
                   "word/embeddings/a.docx": inner})  # fmt: skip
    assert outcome(data, "a.docx") == "read"
    assert outcome(zipped({"a.docx": inner}), "a.zip") == "not-text"


@pytest.mark.parametrize("name", ["word/document.xml", "content.xml"])
def test_a_package_of_too_many_parts(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "<a/>")
        for number in range(PARTS):
            archive.writestr(str(number), "")
    assert outcome(out.getvalue(), "a.docx") == "broken-package"


def nested(tag: str, depth: int, inside: str = "") -> str:
    name = tag.split()[0]
    return f"<{tag}>" * depth + inside + f"</{name}>" * depth


WORD_NESTS = ["w:p", "w:sdt", "w:tbl><w:tr><w:tc", "w:r", "w:txbxContent"]
ODT_NESTS = ["text:p", "text:section", "text:list", "text:span", "table:table", "draw:frame"]


@pytest.mark.parametrize("tag", ["w:p", "w:sdt", "w:tbl", "w:r"])
def test_word_elements_nested_by_thousands(tag: str) -> None:
    assert outcome(text_word(nested(tag, MANY)), "a.docx") == "broken-package"


@pytest.mark.parametrize("tag", ODT_NESTS)
def test_odt_elements_nested_by_thousands(tag: str) -> None:
    assert outcome(text_odt(nested(tag, MANY)), "a.odt") == "broken-package"


@pytest.mark.parametrize("tag", ["w:p", "w:sdt", "w:r", "w:txbxContent"])
def test_word_elements_nested_as_deep_as_is_parsed(tag: str) -> None:
    assert outcome(text_word(nested(tag, 250)), "a.docx") == "read"


def test_word_tables_nested_as_deep_as_is_parsed() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 84 + "</w:tc></w:tr></w:tbl>" * 84
    assert outcome(text_word(deep), "a.docx") == "read"


@pytest.mark.parametrize("tag", ODT_NESTS)
def test_odt_elements_nested_as_deep_as_is_parsed(tag: str) -> None:
    assert outcome(text_odt(nested(tag, 250)), "a.odt") == "read"


def test_odt_tables_and_lists_nested_as_deep_as_is_parsed() -> None:
    row = (
        "<table:table><table:table-row><table:table-cell>",
        "</table:table-cell></table:table-row></table:table>",
    )
    item = ("<text:list><text:list-item>", "</text:list-item></text:list>")
    assert outcome(text_odt(row[0] * 83 + row[1] * 83), "a.odt") == "read"
    assert outcome(text_odt(item[0] * 125 + item[1] * 125), "a.odt") == "read"


def test_odt_repetitions_cannot_fill_the_memory() -> None:
    row = '<table:table><table:table-row table:number-rows-repeated="999999999">'
    cell = '<table:table-cell table:number-columns-repeated="999999999">'
    ends = "</table:table-cell></table:table-row></table:table>"
    assert outcome(text_odt((row + cell) * 8 + ends * 8), "a.odt") == "too-large"
    full = row + cell + "<text:p>chữ</text:p>" + ends
    assert outcome(text_odt(full * 20), "a.odt") == "too-large"


def test_odt_blanks_cannot_fill_the_memory() -> None:
    data = text_odt("<text:p>" + '<text:s text:c="999999999"/>' * 5_000 + "</text:p>")
    tracemalloc.start()
    assert outcome(data, "a.odt") == "too-large"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 80_000_000


DTDS = {
    "external entity": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "parameter entity": '<!DOCTYPE a [<!ENTITY % e SYSTEM "http://127.0.0.1:9/e"> %e;]>',
    "external subset": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    "billion laughs": "<!DOCTYPE a [<!ENTITY e0 'ha'>"
    + "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 10))
    + "<!ENTITY e '&e9;'>]>",
    "empty": "<!DOCTYPE a>",
}


@pytest.mark.parametrize("dtd", DTDS.values(), ids=DTDS.keys())
@pytest.mark.parametrize("entity", ["", "&e;"])
def test_document_type_declarations(dtd: str, entity: str) -> None:
    text = document_xml(f"<w:p><w:r><w:t>a{entity}</w:t></w:r></w:p>")
    assert outcome(word(dtd + text), "a.docx") == "broken-package"
    content = content_xml(f"<office:text><text:p>a{entity}</text:p></office:text>")
    assert outcome(zipped({"content.xml": dtd + content}), "a.odt") == "broken-package"


@pytest.mark.parametrize("name", ["styles", "numbering"])
def test_document_type_declarations_in_other_parts(name: str) -> None:
    data = zipped(
        {
            "word/document.xml": document_xml("<w:p><w:r><w:t>a</w:t></w:r></w:p>"),
            f"word/{name}.xml": f'{DTDS["billion laughs"]}<w:{name} xmlns:w="{W}">&e;</w:{name}>',
        }
    )
    assert outcome(data, "a.docx") in ("broken-package", "read")


def test_missing_parts() -> None:
    only = document_xml("<w:p><w:r><w:t>a</w:t></w:r></w:p>")
    assert outcome(zipped({"word/document.xml": only}), "a.docx") == "read"
    assert outcome(zipped({"[Content_Types].xml": "<Types/>"}), "a.docx") == "not-a-docx"
    assert outcome(zipped({"word/styles.xml": "<a/>"}), "a.docx") == "not-a-docx"
    assert outcome(word("<a/>"), "a.docx") in ("no-text", "broken-package", "not-a-docx")
    assert outcome(odt("<text:p>a</text:p>", styles=None), "a.odt") == "read"
    assert outcome(zipped({"content.xml": "<a/>"}), "a.odt") == "not-a-document"
    assert (
        outcome(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "a.odt") != "read"
    )


def test_circular_styles_and_numbering() -> None:
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:basedOn w:val="{base}"/><w:link w:val="{base}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for kind in ("paragraph", "character", "table")
        for name, base in (("A", "B"), ("B", "A"), ("C", "C"))
    )
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{one}"><w:numStyleLink w:val="{style}"/><w:styleLink w:val="{other}"/>'
        f'</w:abstractNum><w:num w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>'
        for one, style, other in ((1, "A", "B"), (2, "B", "A"))
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r><w:rPr><w:rStyle w:val="{name}"/></w:rPr>'
        f"<w:t>{name}</w:t></w:r></w:p>"
        for name in "ABC"
    )
    data = word(document_xml(body), styles=styles, numbering=numbering)
    assert outcome(data, "a.docx") == "read"
    circle = "".join(
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{base}"/>'
        for family in ("paragraph", "text")
        for name, base in (("A", "B"), ("B", "A"), ("C", "C"))
    )
    spans = '<text:p text:style-name="A">a<text:span text:style-name="C">b</text:span></text:p>'
    assert read_bytes(odt(spans, circle), "a.odt").raw == "ab"


@pytest.mark.parametrize("value", ["-1", "99999999999999999999", "1e9", "²", "", "x"])
def test_numbers_that_are_none(value: str) -> None:
    numbers = (
        f'<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        f'text:start-value="{value}" text:display-levels="{value}" style:num-format="I"/></text:list-style>'
    )
    body = (
        f'<text:list text:style-name="L"><text:list-item text:start-value="{value}"><text:p>a'
        f'</text:p></text:list-item></text:list><text:p>b<text:s text:c="{value}"/></text:p>'
        f'<text:h text:outline-level="{value}">c</text:h>'
    )
    assert outcome(odt(body, numbers), "a.odt") in ("read", "too-large")
    level = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="{value}"/>'
        f'<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    size = f'<w:sz w:val="{value}"/>'
    paragraph = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="{value}"/>'
        f'<w:spacing w:before="{value}" w:line="{value}"/></w:pPr><w:r><w:rPr>{size}</w:rPr><w:t>a</w:t></w:r></w:p>'
        f'<w:sectPr><w:pgSz w:w="{value}" w:h="{value}"/><w:pgMar w:left="{value}"/></w:sectPr>'
    )
    assert outcome(word(document_xml(paragraph), numbering=level), "a.docx") == "read"


def compound(*names: str, encrypted: bool = False) -> bytes:
    """The head, directory and first stream of a compound file with streams of these names."""
    data = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    data[30:32] = struct.pack("<H", 9)
    directory = bytearray()
    for name in ("Root Entry", *names):
        encoded = (name + "\0").encode("utf-16-le")
        entry = bytearray(encoded.ljust(128, b"\0"))
        entry[64:66] = struct.pack("<H", len(encoded))
        entry[116:124] = struct.pack("<II", 1, 4096)
        directory += entry
    data += directory.ljust(512, b"\0")
    return bytes(data + struct.pack("<2s8xH", b"\xec\xa5", 0x100 * encrypted).ljust(4096, b"\0"))


@pytest.mark.parametrize(
    ("data", "path", "code"),
    [
        (b"", "a.docx", "empty-file"),
        (b"", "a.odt", "empty-file"),
        (b"\0" * 5_000, "a.docx", "empty-file"),
        (b"PK\3\4", "a.docx", "broken-package"),
        (b"PK\3\4" + b"\xff" * 3_000, "a.odt", "broken-package"),
        (zipped({"xl/workbook.xml": "<a/>"}), "a.docx", "not-a-docx"),
        (compound("EncryptionInfo", "EncryptedPackage"), "a.docx", "encrypted"),
        (compound("WordDocument", encrypted=True), "a.doc", "encrypted"),
        (compound("Workbook"), "a.docx", "not-a-document"),
        (compound(), "a.doc", "not-a-document"),
        (b"MZ\x90\0" + b"\0\1\2" * 500, "a.docx", "not-a-docx"),
    ],
)
def test_what_is_no_document_says_so(data: bytes, path: str, code: str) -> None:
    assert outcome(data, path) == code


def test_an_encrypted_zip_says_so() -> None:
    data = bytearray(zipped({"word/document.xml": document_xml("")}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    assert outcome(bytes(data), "a.docx") in ("broken-package", "encrypted")


def test_a_wrong_ending_does_not_matter() -> None:
    docx, text = text_word(""), text_odt("")
    assert [read_bytes(docx, name).format for name in ("a.odt", "a.doc", "a.txt")] == ["docx"] * 3
    assert [read_bytes(text, name).format for name in ("a.docx", "a.doc", "a.txt")] == ["odt"] * 3


def test_macros_are_not_run_nor_in_the_way() -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        'PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
        "</Types>"
    )
    data = zipped(
        {
            "[Content_Types].xml": types,
            "word/document.xml": document_xml("<w:p><w:r><w:t>a</w:t></w:r></w:p>"),
            "word/vbaProject.bin": compound("VBA"),
        }
    )
    assert read_bytes(data, "a.docm").raw == "a"
    script = "<text:script>Shell</text:script><office:scripts><office:script/></office:scripts>"
    assert read_bytes(text_odt(f"<text:p>{script}b</text:p>"), "a.odt").raw == "a\nb"


@pytest.mark.parametrize(
    "make",
    [
        lambda: word(document_xml(f"<w:p><w:r><w:t>{PARAGRAPH}</w:t></w:r></w:p>" * 8 * PAGES)),
        lambda: odt(f"<text:p>{PARAGRAPH}</text:p>" * 8 * PAGES),
    ],
    ids=["docx", "odt"],
)
def test_five_hundred_pages(make: Callable[[], bytes]) -> None:
    source = read_bytes(make(), "a")
    assert len(source.lines) == 8 * PAGES
    assert len(source.raw) > 1_500_000


@settings(max_examples=60)
@given(st.data())
def test_damaged_packages_give_an_error_or_a_text(data: st.DataObject) -> None:
    sound = bytearray(data.draw(st.sampled_from([text_word(""), text_odt("")])))
    for _ in range(data.draw(st.integers(1, 6))):
        sound[data.draw(st.integers(0, len(sound) - 1))] = data.draw(st.integers(0, 255))
    length = data.draw(st.integers(0, len(sound)))
    outcome(bytes(sound[: length or None]), "a.docx")
