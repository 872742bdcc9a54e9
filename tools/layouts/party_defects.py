"""Each fault of layout once in a plan of the Party, where its rules are others than the State's."""

from __future__ import annotations

from collections.abc import Mapping

from tools.layouts.variant import PARTY, Variant

_ITEM = "2. Tọa đàm"
_EARLIER = PARTY.with_text(
    PARTY.text.replace("ngày 15 tháng 9", "ngày 15 tháng 4")
    .replace("05/8/2026", "05/02/2026")
    .replace("văn hóa đọc năm 2026.", "văn hóa đọc năm 2026,")
    .replace("(để báo cáo);", "(để báo cáo),")
    .replace("Đảng;", "Đảng,")
    .replace("chi bộ;", "chi bộ,")
)

PARTY_DEFECTS: Mapping[str, Variant] = {
    "party-margin-left": Variant(
        "left margin 35 mm, which only the State allows",
        PARTY.with_page(left=35),
        ("layout/party-margins",),
    ),
    "party-margin-right": Variant(
        "right margin 20 mm", PARTY.with_page(right=20), ("layout/party-margins",)
    ),
    "party-paper": Variant(
        "Letter paper", PARTY.with_page(width=215.9, height=279.4), ("layout/paper",)
    ),
    "party-font": Variant(
        "Arial in one paragraph",
        PARTY.with_look(_ITEM, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'),
        ("layout/font",),
    ),
    "party-name-not-bold": Variant(
        "the Party's name not bold",
        PARTY.with_style("PartyName", bold=False),
        ("layout/party-heading",),
    ),
    "party-superior-bold": Variant(
        "the body above the issuer bold",
        PARTY.with_style("Superior", bold=True),
        ("layout/party-superior",),
    ),
    "party-issuer-not-bold": Variant(
        "issuer not bold", PARTY.with_style("Issuer", bold=False), ("layout/party-issuer",)
    ),
    "party-date-not-italic": Variant(
        "place and date upright",
        PARTY.with_style("PlaceDate", italic=False),
        ("layout/party-place-date",),
    ),
    "party-type-not-bold": Variant(
        "type not bold", PARTY.with_style("Type", bold=False), ("layout/party-title",)
    ),
    "party-title-not-bold": Variant(
        "title not bold", PARTY.with_style("Title", bold=False), ("layout/party-title",)
    ),
    "party-body-left": Variant(
        "body not justified",
        PARTY.with_style("Body", alignment="left"),
        ("layout/body-alignment",),
    ),
    "party-body-no-indent": Variant(
        "no indent of first lines",
        PARTY.with_style("Body", first_line=0),
        ("layout/party-first-line",),
    ),
    "party-body-no-gap": Variant(
        "paragraphs 0 pt apart", PARTY.with_style("Body", after=0), ("layout/paragraph-gap",)
    ),
    "party-body-line": Variant(
        "lines spaced 1.2 times, not exactly",
        PARTY.with_style("Body", line=1.2, line_rule="auto"),
        ("layout/party-line-spacing",),
    ),
    "party-body-line-narrow": Variant(
        "lines exactly 16 pt apart",
        PARTY.with_style("Body", line=16),
        ("layout/party-line-spacing",),
    ),
    "party-earlier-line": Variant(
        "lines exactly 17 pt apart, before 05-HD/VPTW",
        _EARLIER.with_style("Body", line=17),
        ("layout/old-party-line-spacing",),
    ),
    "party-page-number-high": Variant(
        "page number 5 mm from the edge",
        PARTY.with_page(header=5),
        ("layout/party-number-height",),
    ),
    "party-body-size": Variant(
        "body of 13 pt", PARTY.with_style("Body", size=13), ("layout/party-sizes",)
    ),
    "party-page-number-bottom": Variant(
        "page number at the foot", PARTY.with_page(number="footer"), ("layout/page-number-place",)
    ),
    "party-authority-not-bold": Variant(
        "T/M not bold", PARTY.with_style("Authority", bold=False), ("layout/party-authority",)
    ),
    "party-role-bold": Variant(
        "post of the signer bold", PARTY.with_style("Role", bold=True), ("layout/party-post",)
    ),
    "party-signer-not-bold": Variant(
        "name of the signer not bold",
        PARTY.with_style("SignerName", bold=False),
        ("layout/party-authority",),
    ),
    "party-recipients-not-underlined": Variant(
        "Nơi nhận not underlined",
        PARTY.with_style("RecipientsLabel", underline=False),
        ("layout/party-recipients-label",),
    ),
    "party-recipients-size": Variant(
        "recipients of 14 pt",
        PARTY.with_style("Recipient", size=14),
        ("layout/party-sizes",),
    ),
}

PARTY_SOUND: Mapping[str, Variant] = {
    "party-plan": Variant("a plan as the Party wants it", PARTY.parts),
    "party-earlier": Variant("one from before 05-HD/VPTW", _EARLIER.parts),
    "party-wide": Variant(
        "15 pt, lines exactly 22 pt apart", PARTY.with_style("Body", size=15, line=22)
    ),
}
