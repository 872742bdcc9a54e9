"""Pieces of WordprocessingML (ECMA-376, part 1, 17): styles, paragraphs, tables, page set-up.

Lengths are millimetres, sizes and spacing points; elements stand in the order of the schema.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

TWENTIETHS = 1440 / 25.4  # of a point, in a millimetre
EMU = 36_000  # English metric units in a millimetre
EMU_PER_POINT = 12_700


class Style(NamedTuple):
    """What a paragraph style says; None says nothing. ``line`` is a multiple of the line's height
    under the rule ``auto``, else points (``exact``)."""

    base: str = "Normal"
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    color: str | None = None
    alignment: str | None = None
    first_line: float | None = None
    left: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    line_rule: str = "auto"
    keep_with_next: bool = False


class PageSetup(NamedTuple):
    """Paper and margins. ``number`` says where the page number stands (header, footer or ""),
    ``first`` whether the first page shows it too, ``restart`` begins to count at 1 again."""

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    header: float = 10
    number: str = "header"
    first: bool = False
    restart: bool = False


def styles_xml(styles: Mapping[str, Style], font: str, size: float) -> str:
    """The content of w:styles: document defaults of ``font`` and ``size``, then the styles;
    ``Normal`` is the default one."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(font)}<w:sz w:val="{_half(size)}"/>'
        f'<w:szCs w:val="{_half(size)}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>\n"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>\n'
    )
    return defaults + normal + "".join(style_xml(name, one) for name, one in styles.items())


def style_xml(name: str, style: Style) -> str:
    """A paragraph style as an element."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{style.base}"/><w:qFormat/>'
        f"<w:pPr>{paragraph_properties(style)}</w:pPr><w:rPr>{run_properties(style)}</w:rPr>"
        "</w:style>\n"
    )


def paragraph(text: str, style: str, extra: str = "") -> str:
    """A paragraph of one run; tabs divide it; ``extra`` are runs that follow."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text) if text else ""}{extra}</w:p>\n'
    )


def run(text: str, properties: str = "") -> str:
    """A run with direct formatting ``properties`` (children of w:rPr)."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(widths: Sequence[float], rows: Sequence[Sequence[str]], *, ruled: bool = False) -> str:
    """A table with columns of these widths; a cell is made of whole paragraphs; ``ruled`` draws
    borders."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{_twentieths(width)}"/>' for width in widths)
    properties = (
        f'<w:tblW w:w="{_twentieths(sum(widths))}" w:type="dxa"/><w:jc w:val="center"/>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if ruled else "")
        + '<w:tblLayout w:type="fixed"/>'
    )
    content = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{_twentieths(width)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>\n"
        for row in rows
    )
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>\n{content}</w:tbl>\n"
    )


def drawn_line(length: float, below: float, number: int) -> str:
    """A run that draws a line ``length`` mm long in the middle of the column, ``below`` points
    under the top of its paragraph; ``number`` is its own in the document."""
    across, down = round(length * EMU), round(below * EMU_PER_POINT)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{down}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{across}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Line {number}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{across}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )


def page_field() -> str:
    """Runs that show the number of the page."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def section(page: PageSetup) -> str:
    """The w:sectPr of a page set-up; the part with the number is the relation ``rIdNumber``."""
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    margins = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": page.header,
        "footer": page.header,
    }
    sides = "".join(f' w:{side}="{_twentieths(size)}"' for side, size in margins.items())
    return (
        "<w:sectPr>"
        + (f'<w:{page.number}Reference w:type="default" r:id="rIdNumber"/>' if page.number else "")
        + f'<w:pgSz w:w="{_twentieths(page.width)}" w:h="{_twentieths(page.height)}"{turned}/>'
        + f'<w:pgMar{sides} w:gutter="0"/>'
        + ('<w:pgNumType w:start="1"/>' if page.restart else "")
        + ("" if page.first else "<w:titlePg/>")
        + "</w:sectPr>"
    )


def paragraph_properties(style: Style) -> str:
    """What a style says of the paragraph, as children of w:pPr."""
    spacing = "".join(
        f' w:{side}="{round(size * 20)}"'
        for side, size in (("before", style.before), ("after", style.after))
        if size is not None
    )
    if style.line is not None:
        units = 240 if style.line_rule == "auto" else 20
        spacing += f' w:line="{round(style.line * units)}" w:lineRule="{style.line_rule}"'
    indent = "".join(
        f' w:{side}="{_twentieths(size)}"'
        for side, size in (("left", style.left), ("firstLine", style.first_line))
        if size is not None
    )
    return (
        ("<w:keepNext/>" if style.keep_with_next else "")
        + (f"<w:spacing{spacing}/>" if spacing else "")
        + (f"<w:ind{indent}/>" if indent else "")
        + (f'<w:jc w:val="{style.alignment}"/>' if style.alignment else "")
    )


def run_properties(style: Style) -> str:
    """What a style says of the letters, as children of w:rPr."""
    toggles = (("b", style.bold), ("i", style.italic))
    return (
        (fonts(style.font) if style.font else "")
        + "".join(f'<w:{tag} w:val="{int(on)}"/>' for tag, on in toggles if on is not None)
        + (f'<w:color w:val="{style.color}"/>' if style.color else "")
        + (
            f'<w:sz w:val="{_half(style.size)}"/><w:szCs w:val="{_half(style.size)}"/>'
            if style.size
            else ""
        )
        + ('<w:u w:val="single"/>' if style.underline else "")
    )


def fonts(font: str) -> str:
    """One font for all scripts."""
    places = ("ascii", "hAnsi", "eastAsia", "cs")
    return "<w:rFonts" + "".join(f' w:{place}="{font}"' for place in places) + "/>"


def _half(size: float) -> int:
    return round(size * 2)


def _twentieths(length: float) -> int:
    return round(length * TWENTIETHS)
