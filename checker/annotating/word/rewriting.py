"""A package with some parts written anew; all other entries keep their very bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from checker.errors import InputError

# APPNOTE.TXT (zip) 4.3.7, 4.3.9, 4.3.12, 4.3.16
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DESCRIPTORS = (struct.Struct("<3L"), struct.Struct("<L2Q"))
_DESCRIPTOR_MARK = b"PK\7\x08"
_DESCRIBED, _UTF8, _DEFLATED = 0x08, 0x800, zipfile.ZIP_DEFLATED
_ZIP64 = 1
_VERSION = 20  # 2.0: deflated


class _Central:
    """An entry of the central directory, its extra fields without those of Zip64."""

    def __init__(self, data: bytes, at: int, info: zipfile.ZipInfo) -> None:
        self.fields = list(_CENTRAL.unpack_from(data, at))
        name, extra, comment = self.fields[10:13]
        begin = at + _CENTRAL.size
        self.name = data[begin : begin + name]
        self.extra = _without_zip64(data[begin + name : begin + name + extra])
        self.comment = data[begin + name + extra : begin + name + extra + comment]
        self.end = begin + name + extra + comment
        self.fields[7:10] = [info.CRC, info.compress_size, info.file_size]

    def bytes(self, offset: int) -> bytes:
        fields = [*self.fields]
        fields[11], fields[13], fields[16] = len(self.extra), 0, offset
        return _CENTRAL.pack(*fields) + self.name + self.extra + self.comment


def rewritten(data: bytes, path: str, parts: Mapping[str, bytes]) -> bytes:
    """Return the package ``data`` with ``parts`` in place of those of the same names, or after all
    others where there is none. Order, dates and compressed bytes of the others are kept.

    Raises InputError ``broken-package``.
    """
    try:
        return _rewritten(data, parts)
    except (struct.error, zipfile.BadZipFile, ValueError, OverflowError):
        raise InputError("broken-package", path=path) from None


def _rewritten(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        at, comment = archive.start_dir, archive.comment
        changed = {archive.getinfo(name): name for name in parts if name in archive.NameToInfo}
    if sum(info.compress_size for info in infos) > len(data):
        raise zipfile.BadZipFile
    out = io.BytesIO()
    directory: list[bytes] = []
    central = None
    for info in infos:
        central = _Central(data, at, info)
        at = central.end
        directory.append(central.bytes(out.tell()))
        if info in changed:
            directory[-1] = _write(out, central, parts[changed[info]])
        else:
            out.write(data[info.header_offset : _end_of_entry(data, info)])
    for name in sorted(parts.keys() - changed.values()):
        if central is not None:
            directory.append(_write(out, central, parts[name], name))
    begin = out.tell()
    out.writelines(directory)
    count, size = len(directory), out.tell() - begin
    out.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, begin, len(comment)) + comment)
    return out.getvalue()


def _write(out: io.BytesIO, like: _Central, content: bytes, name: str = "") -> bytes:
    """Write an entry with the date and way of ``like``, under its name or another; return what the
    directory says of it."""
    if name:
        like.name = name.encode()
        like.extra = like.comment = b""
        like.fields[3] = _UTF8 if not name.isascii() else 0
        like.fields[10], like.fields[12] = len(like.name), 0
    packed = content
    like.fields[3] &= ~_DESCRIBED
    if like.fields[4] != zipfile.ZIP_STORED:
        like.fields[4] = _DEFLATED
        compressor = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = compressor.compress(content) + compressor.flush()
    like.fields[2] = max(_VERSION, min(like.fields[2], 45))
    like.fields[7:10] = [zlib.crc32(content), len(packed), len(content)]
    described = like.bytes(out.tell())
    out.write(_LOCAL.pack(b"PK\3\4", *like.fields[2:10], len(like.name), 0) + like.name + packed)
    return described


def _end_of_entry(data: bytes, info: zipfile.ZipInfo) -> int:
    """Where an entry ends, with the descriptor that may follow it."""
    head = _LOCAL.unpack_from(data, info.header_offset)
    if head[0] != b"PK\3\4":
        raise zipfile.BadZipFile
    lengths: tuple[int, int] = head[9:11]
    end = info.header_offset + _LOCAL.size + sum(lengths) + info.compress_size
    if end > len(data):
        raise zipfile.BadZipFile
    if info.flag_bits & _DESCRIBED:
        for form in _DESCRIPTORS:
            descriptor = form.pack(info.CRC, info.compress_size, info.file_size)
            for whole in (_DESCRIPTOR_MARK + descriptor, descriptor):
                if data.startswith(whole, end):
                    return end + len(whole)
    return end


def _without_zip64(extra: bytes) -> bytes:
    kept = b""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind != _ZIP64:
            kept += extra[: 4 + length]
        extra = extra[4 + length :]
    return kept + extra
