"""PDFs made for the tests: words at places, rules and pictures, in a font without glyphs."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842  # points, A4

_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
256 beginbfrange
%s
endbfrange endcmap end end""" % b"\n".join(
    b"<%02X00> <%02XFF> <%02X00>" % (high, high, high) for high in range(256)
)


@dataclass
class Page:
    """Drawn with the origin at the top left, as it is read."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    drawn: list[bytes] = field(default_factory=list)
    picture: bool = False

    def words(self, x: float, y: float, text: str, size: float = 14, hidden: bool = False) -> Page:
        """Write ``text`` with its baseline at ``y``."""
        code = text.encode("utf-16-be").hex().encode()
        mode = b"3 Tr" if hidden else b"0 Tr"
        place = b"1 0 0 1 %g %g Tm" % (x, self.height - y)
        self.drawn.append(b"BT /F %g Tf %s %s <%s> Tj ET" % (size, mode, place, code))
        return self

    def turned(self, x: float, y: float, text: str, matrix: str, size: float = 14) -> Page:
        """Write ``text`` under a matrix ``a b c d`` at a place from the bottom left corner."""
        code = text.encode("utf-16-be").hex()
        self.drawn.append(f"BT /F {size} Tf 0 Tr {matrix} {x} {y} Tm <{code}> Tj ET".encode())
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        y0, y1 = self.height - y0, self.height - y1
        self.drawn.append(b"0.5 w %g %g m %g %g l S" % (x0, y0, x1, y1))
        return self

    def table(self, across: Sequence[float], down: Sequence[float]) -> Page:
        for y in down:
            self.rule(across[0], y, across[-1], y)
        for x in across:
            self.rule(x, down[0], x, down[-1])
        return self

    def scanned(self) -> Page:
        """Put a picture on the whole page."""
        self.picture = True
        self.drawn.insert(0, b"q %g 0 0 %g 0 0 cm /I Do Q" % (self.width, self.height))
        return self

    def paragraphs(self, *texts: str, y: float = 80, columns: int = 64) -> Page:
        """Write paragraphs with a first-line indent, wrapped at ``columns`` letters."""
        for text in texts:
            indent = 35.0
            line = ""
            for word in text.split(" "):
                if line and len(line) + 1 + len(word) > columns - indent / 7:
                    self.words(85 + indent, y, line)
                    line, indent, y = "", 0.0, y + 18
                line = f"{line} {word}" if line else word
            self.words(85 + indent, y, line)
            y += 24
        return self


LOCK = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
    b"5a" * 32,
    b"5a" * 32,
)


def pdf(*pages: Page, trailer: bytes = b"") -> bytes:
    """A PDF of ``pages``; ``trailer`` are further entries of it."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        b"<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/ToUnicode 4 0 R"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/DW 500"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/Made/Flags 4/Ascent 800/Descent -200"
        b"/CapHeight 700/StemV 80/ItalicAngle 0/FontBBox[0 -200 1000 800]>>>>]>>",
        _stream(_TO_UNICODE),
        _stream(
            b"\xc8",
            b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
            b"/ColorSpace/DeviceGray",
        ),
    ]
    for page in pages:
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>/XObject<</I 5 0 R>>>>>>"
            % (page.width, page.height, page.rotate, len(objects) + 2)
        )
        objects.append(_stream(b"\n".join(page.drawn)))
    return file_of(objects, trailer)


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (
        entries,
        len(packed),
        packed,
    )


def file_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of ``objects``, the first being its catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, trailer, len(out))
    )


def with_reference_stream(*pages: Page) -> bytes:
    """A PDF of ``pages`` whose places stand in a cross-reference stream (ISO 32000-1, 7.5.8)."""
    data = pdf(*pages)
    table = data.rindex(b"xref\n0 ")
    places = [
        int(line[:10]) for line in data[table:].split(b"\n")[3:] if line.endswith(b" 00000 n ")
    ]
    count = len(places) + 2
    rows = b"".join(b"%c%s" % (1, place.to_bytes(4, "big")) for place in [*places, table])
    entries = b"/Type/XRef/W[1 4 0]/Index[1 %d]/Size %d/Root 1 0 R" % (count - 1, count)
    stream = b"%d 0 obj\n%s\nendobj\n" % (count - 1, _stream(rows, entries))
    return data[:table] + stream + b"startxref\n%d\n%%%%EOF\n" % table
