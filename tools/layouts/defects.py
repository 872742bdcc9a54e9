"""Each fault of layout once: plans under Nghị định 30/2020/NĐ-CP and the rule that must speak."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.layouts.markup import Style, fonts
from tools.layouts.package import Parts, properties, root
from tools.layouts.plan import FONT
from tools.layouts.variant import (
    DOCUMENT,
    STATE,
    STYLES,
    WITH_APPENDIX,
    Variant,
    edited,
)

_THEMED = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
    'w:cstheme="minorBidi"/>'
)
_STRONG = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="Strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)
_CALIBRI = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
_VIET = '<a:font script="Viet" typeface="Times New Roman"/>'
_TEXT_APPENDIX = WITH_APPENDIX.text.replace("\t", " - ")
_ITEM = "2. Thi kể chuyện"


def theme(typefaces: str) -> str:
    """A theme whose major and minor fonts are the same."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office">'
        '<a:themeElements><a:fontScheme name="Office">'
        f"<a:majorFont>{typefaces}</a:majorFont><a:minorFont>{typefaces}</a:minorFont>"
        "</a:fontScheme></a:themeElements></a:theme>"
    )


def _themed(typefaces: str, language: str) -> Parts:
    settings = root("settings", f'<w:themeFontLang w:val="{language}"/>')
    parts = {**STATE.parts, "word/theme.xml": theme(typefaces), "word/settings.xml": settings}
    return edited(parts, STYLES, fonts(FONT), _THEMED)


def _toggled() -> Parts:
    parts = STATE.with_look("Tổ chức Ngày hội", '<w:rStyle w:val="Strong"/>')
    return edited(parts, STYLES, "</w:styles>", f"{_STRONG}</w:styles>")


def _small_base() -> Parts:
    return STATE.with_new_style("Small", Style("BodyBase", size=12), "Body")


def _long(parts: Parts) -> Parts:
    return {**parts, **properties(pages=3)}


def _left_number() -> Parts:
    return STATE.with_style("PageNumber", alignment="left")


def _letter() -> Parts:
    return STATE.with_page(width=215.9, height=279.4)


def _bold_items() -> Parts:
    document = re.sub(
        r'(w:val="Body"/></w:pPr><w:r>)(<w:t [^>]*>\d\. )',
        r"\1<w:rPr><w:b/></w:rPr>\2",
        STATE.parts[DOCUMENT],
    )
    return {**STATE.parts, DOCUMENT: document}


def _turned(parts: Parts) -> Parts:
    """The last section across the page."""
    document = parts[DOCUMENT]
    last = document.rindex("<w:sectPr>")
    turned = document[last:].replace(
        '<w:pgSz w:w="11906" w:h="16838"/>',
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    )
    return {**parts, DOCUMENT: document[:last] + turned}


DEFECTS: Mapping[str, Variant] = {
    "margin-left": Variant("left margin 25 mm", STATE.with_page(left=25), ("layout/margins",)),
    "margin-right": Variant("right margin 25 mm", STATE.with_page(right=25), ("layout/margins",)),
    "margin-top": Variant("top margin 15 mm", STATE.with_page(top=15), ("layout/margins",)),
    "margins": Variant(
        "three margins wrong", STATE.with_page(left=25.4, right=25.4, top=25.4), ("layout/margins",)
    ),
    "paper-letter": Variant("Letter paper", _letter(), ("layout/paper",)),
    "landscape": Variant(
        "landscape without a table",
        STATE.with_page(width=297, height=210),
        ("layout/orientation",),
    ),
    "font-theme": Variant(
        "Calibri by the theme's minor font", _themed(_CALIBRI, "en-US"), ("layout/font",)
    ),
    "font-direct": Variant(
        "Arial in one paragraph",
        STATE.with_look(_ITEM, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'),
        ("layout/font",),
    ),
    "font-style": Variant(
        "Arial by the style of the body", STATE.with_style("Body", font="Arial"), ("layout/font",)
    ),
    "size-style": Variant(
        "12 pt by the style of the body", STATE.with_style("Body", size=12), ("layout/body-size",)
    ),
    "size-base": Variant("12 pt by the base of that style", _small_base(), ("layout/body-size",)),
    "color": Variant(
        "red words", STATE.with_look(_ITEM, '<w:color w:val="FF0000"/>'), ("layout/color",)
    ),
    "nation-not-bold": Variant(
        "Quốc hiệu not bold", STATE.with_style("Nation", bold=False), ("layout/nation",)
    ),
    "motto-not-bold": Variant(
        "Tiêu ngữ not bold", STATE.with_style("Motto", bold=False), ("layout/motto",)
    ),
    "superior-bold": Variant(
        "the body above the issuer bold",
        STATE.with_style("Superior", bold=True),
        ("layout/superior",),
    ),
    "issuer-not-bold": Variant(
        "issuer not bold", STATE.with_style("Issuer", bold=False), ("layout/issuer",)
    ),
    "number-italic": Variant(
        "number italic", STATE.with_style("Number", italic=True), ("layout/number",)
    ),
    "number-size": Variant(
        "number of 14 pt, not 13", STATE.with_style("Number", size=14), ("layout/number",)
    ),
    "date-not-italic": Variant(
        "place and date upright",
        STATE.with_style("PlaceDate", italic=False),
        ("layout/place-date",),
    ),
    "type-not-bold": Variant(
        "type not bold", STATE.with_style("Type", bold=False), ("layout/type",)
    ),
    "title-not-bold": Variant(
        "title not bold", STATE.with_style("Title", bold=False), ("layout/title",)
    ),
    "title-toggle": Variant(
        "bold style and bold character style: not bold", _toggled(), ("layout/title",)
    ),
    "basis-not-italic": Variant(
        "căn cứ upright", STATE.with_style("Basis", italic=False), ("layout/basis",)
    ),
    "body-left": Variant(
        "body not justified", STATE.with_style("Body", alignment="left"), ("layout/body-alignment",)
    ),
    "body-no-indent": Variant(
        "no indent of first lines", STATE.with_style("Body", first_line=0), ("layout/first-line",)
    ),
    "body-no-gap": Variant(
        "paragraphs 0 pt apart", STATE.with_style("BodyBase", after=0), ("layout/paragraph-gap",)
    ),
    "body-line-double": Variant(
        "lines spaced twice", STATE.with_style("Body", line=2), ("layout/line-spacing",)
    ),
    "item-bold": Variant(
        "items that are sentences bold",
        _bold_items(),
        ("layout/item-text",),
    ),
    "heading-not-bold": Variant(
        "heading with a Roman number not bold",
        STATE.with_style("Heading", bold=False),
        ("layout/section-heading",),
    ),
    "item-not-bold": Variant(
        "heading of an item not bold",
        STATE.with_style("ItemHeading", bold=False),
        ("layout/item-heading",),
    ),
    "page-number-bottom": Variant(
        "page number at the foot", STATE.with_page(number="footer"), ("layout/page-number-place",)
    ),
    "page-number-left": Variant(
        "page number on the left", _left_number(), ("layout/page-number-place",)
    ),
    "page-number-size": Variant(
        "page number of 11 pt",
        STATE.with_style("PageNumber", size=11),
        ("layout/page-number-look",),
    ),
    "page-number-first": Variant(
        "page number on the first page", STATE.with_page(first=True), ("layout/page-number-first",)
    ),
    "page-number-missing": Variant(
        "no page number on three pages",
        _long(STATE.with_page(number="")),
        ("layout/page-number-missing",),
    ),
    "recipients-not-italic": Variant(
        "Nơi nhận upright",
        STATE.with_style("RecipientsLabel", italic=False),
        ("layout/recipients-label",),
    ),
    "recipients-size": Variant(
        "recipients of 14 pt", STATE.with_style("Recipient", size=14), ("layout/recipients-list",)
    ),
    "authority-not-bold": Variant(
        "post of the signer not bold",
        STATE.with_style("Authority", bold=False),
        ("layout/authority",),
    ),
    "signer-not-bold": Variant(
        "name of the signer not bold",
        STATE.with_style("SignerName", bold=False),
        ("layout/signer-name",),
    ),
    "appendix-not-bold": Variant(
        "heading of the appendix not bold",
        WITH_APPENDIX.with_style("AppendixHeading", bold=False),
        ("layout/appendix-heading",),
    ),
    "appendix-title-not-bold": Variant(
        "name of the appendix not bold",
        WITH_APPENDIX.with_style("AppendixTitle", bold=False),
        ("layout/appendix-title",),
    ),
    "appendix-pages": Variant(
        "the pages of the appendix go on with the numbers of the plan",
        edited(WITH_APPENDIX.parts, DOCUMENT, '<w:pgNumType w:start="1"/>', ""),
        ("layout/appendix-pages",),
    ),
    "appendix-landscape": Variant(
        "an appendix across the page without a table",
        _turned(WITH_APPENDIX.with_text(_TEXT_APPENDIX).parts),
        ("layout/orientation",),
    ),
    "appendix-note": Variant(
        "note of the appendix upright",
        WITH_APPENDIX.with_style("AppendixNote", italic=False),
        ("layout/appendix-note",),
    ),
}

SOUND: Mapping[str, Variant] = {
    "plan": Variant("a plan as the law wants it", STATE.parts),
    "plan-appendix": Variant("with an appendix", WITH_APPENDIX.parts),
    "landscape-appendix": Variant(
        "with an appendix across the page, a table", _turned(WITH_APPENDIX.parts)
    ),
    "font-theme-viet": Variant(
        "Times New Roman by the theme's font for Vietnamese", _themed(_CALIBRI + _VIET, "vi-VN")
    ),
    "one-page": Variant("one page without a number", STATE.with_page(number="")),
    "idle-names": Variant(
        "names that programs give by themselves",
        {**STATE.parts, **properties("Administrator", "Admin", "Microsoft")},
    ),
    "widest": Variant(
        "all at the other end of what is allowed",
        STATE.with_page(left=35, right=20, top=25, bottom=25),
    ),
}
