"""Packages: what is not written anew keeps its very bytes."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from checker.annotating.word.rewriting import rewritten
from checker.errors import InputError


class _Pipe(io.RawIOBase):
    """A file that cannot be sought in: zipfile then writes descriptors behind the entries."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.data += bytes(data)
        return len(data)


def _zip(piped: bool = False) -> bytes:
    out = _Pipe() if piped else io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for index, name in enumerate(("[Content_Types].xml", "word/document.xml", "ảnh.bin")):
            info = zipfile.ZipInfo(name, (2020 + index, 2, 3, 4, 6, 8))
            info.compress_type = (zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)[
                index
            ]
            info.external_attr = 0o600 << 16
            info.comment = b"note"
            info.extra = struct.pack("<2H4s", 0x7075, 4, b"abcd")
            archive.writestr(info, name.encode() * 40)
        archive.comment = b"whole"
    return out.data if isinstance(out, _Pipe) else out.getvalue()


@pytest.mark.parametrize("piped", [False, True])
def test_entries_keep_their_bytes(piped: bool) -> None:
    data = _zip(piped)
    new = rewritten(data, "x", {"word/document.xml": b"<new/>", "word/ảnh.xml": b"<more/>"})
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(new)) as archive:
        assert archive.testzip() is None
        assert archive.comment == b"whole"
        assert archive.namelist() == [*old.namelist(), "word/ảnh.xml"]
        assert archive.read("word/document.xml") == b"<new/>"
        assert archive.read("word/ảnh.xml") == b"<more/>"
        for one, two in zip(old.infolist(), archive.infolist(), strict=False):
            assert one.date_time == two.date_time and one.external_attr == two.external_attr
            assert one.compress_type == two.compress_type and one.comment == two.comment
            assert one.extra == two.extra
        first = old.infolist()[1].header_offset
    assert new[:first] == data[:first]


def test_nothing_new_is_the_same_package() -> None:
    assert rewritten(_zip(), "x", {}) == _zip()
    assert rewritten(_zip(True), "x", {}) == _zip(True)


def test_bytes_before_the_package_do_not_matter() -> None:
    new = rewritten(b"MZ" * 20 + _zip(), "x", {"word/document.xml": b"<new/>"})
    with zipfile.ZipFile(io.BytesIO(new)) as archive:
        assert archive.testzip() is None
        assert archive.read("word/document.xml") == b"<new/>"


def test_entries_that_share_their_bytes_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", b"x" * 5_000)
    data = out.getvalue()
    record, count = data[archive.start_dir :][: 46 + 1], 100
    end = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(record) * count, archive.start_dir, 0
    )
    with pytest.raises(InputError) as raised:
        rewritten(data[: archive.start_dir] + record * count + end, "x", {})
    assert raised.value.code == "broken-package"
