"""Sound plans made in the ways that Word offers: automatic numbers, text boxes, notes, fields …"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.layouts.defects import theme
from tools.layouts.markup import (
    Style,
    paragraph,
    paragraph_properties,
    run,
    run_properties,
    section,
    table,
)
from tools.layouts.package import Parts, root
from tools.layouts.plan import FONT, SIZE
from tools.layouts.variant import DOCUMENT, STATE, Variant, around, edited

_LEVELS = (("upperRoman", "%1."), ("decimal", "%2."))
_HEADED = re.compile(
    r'<w:pPr><w:pStyle w:val="(Heading|ItemHeading|Body)"/></w:pPr>'
    r'(<w:r><w:t xml:space="preserve">)(?:[IVX]+|\d+)\. '
)
_DRAWN = re.compile(r"<w:r><mc:AlternateContent>.*?</mc:AlternateContent></w:r>")
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_WORDS = " và đổi sách cũ"
_STYLED = re.compile(r'<w:p><w:pPr><w:pStyle w:val="(\w+)"/></w:pPr>(.*?)</w:p>', re.DOTALL)
_NEW_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" '
    'w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
)
_NEW = Style("", FONT, SIZE, False, False, False, "000000", "left", 0.0, 0.0, 0.0, 0.0, 1.0)
_ITEM = "1. Trưng bày sách và đổi sách cũ tại Nhà văn hóa xã."
_BORDER = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
    '<w:ind w:left="960" w:right="960"/>'
)


def _numbered() -> Parts:
    """Automatic numbers of two levels; the items below the last heading are of another list, whose
    count an override begins anew."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
        for depth, (form, text) in enumerate(_LEVELS)
    )
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = root(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>',
    )
    parts = {**STATE.parts, "word/numbering.xml": numbering}
    head, mark, last = parts[DOCUMENT].rpartition('<w:pPr><w:pStyle w:val="Heading"/>')

    def number(list_id: int, text: str) -> str:
        def properties(match: re.Match[str]) -> str:
            style = match.group(1)
            depth, one = (0, 1) if style == "Heading" else (1, list_id)
            place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{one}"/></w:numPr>'
            return f'<w:pPr><w:pStyle w:val="{style}"/>{place}</w:pPr>{match.group(2)}'

        return _HEADED.sub(properties, text)

    return {**parts, DOCUMENT: number(1, head) + number(2, mark + last)}


def _footnote() -> Parts:
    note = paragraph("Theo số liệu của Phòng Văn hóa - Xã hội.", "Recipient")
    notes = f'<w:footnote w:id="2">{note}</w:footnote>'
    parts = {**STATE.parts, "word/footnotes.xml": root("footnotes", notes)}
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    reference = f'<w:r>{raised}<w:footnoteReference w:id="2"/></w:r>'
    return around(parts, _WORDS, "", run(_WORDS), reference)


def _control() -> Parts:
    before = '<w:sdt><w:sdtPr><w:alias w:val="Nội dung"/></w:sdtPr><w:sdtContent>'
    return around(STATE.parts, _WORDS, before, run(_WORDS), "</w:sdtContent></w:sdt>")


def _field() -> Parts:
    before = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> REF Noidung \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    after = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return around(STATE.parts, _WORDS, before, run(_WORDS), after)


def _text_box() -> Parts:
    """A stamp in a text box, stored twice: as a drawing and for programs that know none."""
    stamp = f"<w:txbxContent>{paragraph('Tài liệu họp', 'Number')}</w:txbxContent>"
    shape = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" '
        'behindDoc="0" locked="0" layoutInCell="0" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>360000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1440000" cy="288000"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapNone/><wp:docPr id="9" name="Stamp"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1440000" cy="288000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{stamp}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:113pt;height:23pt">'
        f"<v:textbox>{stamp}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r>"
    )
    number = "Số: 12/KH-VHXH</w:t></w:r>"
    return edited(STATE.parts, DOCUMENT, number, number + shape)


def _capitals() -> Parts:
    """The type is typed in small letters that show as capitals."""
    whole = paragraph("KẾ HOẠCH", "Type")
    shown = whole.replace(run("KẾ HOẠCH"), run("Kế hoạch", "<w:caps/>"))
    return edited(STATE.parts, DOCUMENT, whole, shown)


def _nested_table() -> Parts:
    inner = table(
        (40, 40),
        [
            tuple(paragraph(words, "CellText") for words in row)
            for row in (("Sách", "500 cuốn"), ("Kệ", "10 chiếc"))
        ],
        ruled=True,
    )
    outer = table(
        (60, 100),
        [(paragraph("Chuẩn bị", "CellText"), inner + paragraph("", "CellText"))],
        ruled=True,
    )
    whole = paragraph(_ITEM, "Body")
    return edited(STATE.parts, DOCUMENT, whole, whole + outer)


def _bordered() -> Parts:
    """The line under the motto is the lower border of its paragraph."""
    document = STATE.parts[DOCUMENT]
    start = document.index(_MOTTO) + len(_MOTTO) + len("</w:t></w:r>")
    end = document.index("</w:p>", start)
    parts = {**STATE.parts, DOCUMENT: document[:start] + document[end:]}
    old = '<w:pStyle w:val="Motto"/>'
    return edited(parts, DOCUMENT, old, old + _BORDER)


def _dashed() -> Parts:
    """The lines are typed: rows of dashes below the issuer and the motto."""
    document = _DRAWN.sub("", STATE.parts[DOCUMENT])
    parts = {**STATE.parts, DOCUMENT: document}
    for words, style in (("PHÒNG VĂN HÓA - XÃ HỘI", "Issuer"), (_MOTTO, "Motto")):
        whole = paragraph(words, style)
        parts = edited(parts, DOCUMENT, whole, whole + paragraph("-------", style))
    return parts


def _direct() -> Parts:
    """All look by hand, over the styles that Word gives a new document (Calibri 11 by the theme,
    paragraphs 8 pt apart)."""
    parts = dict(STATE.parts)
    for name in (DOCUMENT, "word/header.xml"):
        parts[name] = _STYLED.sub(_by_hand, parts[name])
    return {
        **parts,
        "word/styles.xml": root("styles", _NEW_STYLES),
        "word/settings.xml": root("settings", '<w:themeFontLang w:val="en-US"/>'),
        "word/theme.xml": theme('<a:latin typeface="Calibri"/>'),
    }


def _by_hand(match: re.Match[str]) -> str:
    style = _whole(match.group(1))
    look = f"<w:rPr>{run_properties(style)}</w:rPr>"
    runs = match.group(2).replace("<w:r>", f"<w:r>{look}")
    return f"<w:p><w:pPr>{paragraph_properties(style)}</w:pPr>{runs}</w:p>"


def _whole(name: str) -> Style:
    """A style with what its bases say, and what a new document has otherwise."""
    if name not in STATE.styles:
        return _NEW
    own = STATE.styles[name]
    said = {key: value for key, value in own._asdict().items() if value is not None}
    return _whole(own.base)._replace(**said)


def _sections() -> Parts:
    """Two sections, of which the second names no header: it has that of the first."""
    whole = paragraph("III. TỔ CHỨC THỰC HIỆN", "Heading")
    end = section(STATE.page)
    first = f"<w:p><w:pPr>{end}</w:pPr></w:p>\n"
    parts = edited(STATE.parts, DOCUMENT, whole, first + whole)
    document = parts[DOCUMENT]
    last = document.rindex(end)
    plain = end.replace('<w:headerReference w:type="default" r:id="rIdNumber"/>', "")
    continuous = plain.replace("<w:sectPr>", '<w:sectPr><w:type w:val="continuous"/>')
    return {**parts, DOCUMENT: document[:last] + continuous + document[last + len(end) :]}


CONSTRUCTIONS: Mapping[str, Variant] = {
    "numbered": Variant("headings and items with automatic numbers", _numbered()),
    "footnote": Variant("a footnote", _footnote()),
    "content-control": Variant("words in a content control", _control()),
    "field": Variant("words that are the result of a field", _field()),
    "text-box": Variant("a stamp in a text box", _text_box()),
    "capitals": Variant("a type that shows as capitals", _capitals()),
    "nested-table": Variant("a table in a table", _nested_table()),
    "rule-border": Variant("the line under the motto a border", _bordered()),
    "rule-dashes": Variant("the lines typed as dashes", _dashed()),
    "direct": Variant("all look by hand over the styles of a new document", _direct()),
    "sections": Variant("two sections with one header", _sections()),
}
