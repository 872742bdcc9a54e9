"""A letter and a decision as Nghị định 30/2020/NĐ-CP, Phụ lục I, wants them, and their own faults.

Their texts are blocks with a blank line between: issuer, nation and motto, number (of a letter
with its subject), for a letter the urgency, place and date, addressee or type and title, content,
recipients, signature.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tools.layouts.markup import PageSetup, Style, paragraph, section, table
from tools.layouts.package import Parts
from tools.layouts.plan import COLUMNS, PAGE, STYLES, ending, office_parts
from tools.layouts.variant import Sound, Variant, short_text
from tools.layouts.zones import Zones

OTHER_STYLES: Mapping[str, Style] = {
    **STYLES,
    "Subject": Style(size=12, alignment="center", before=6),
    "Urgency": Style(size=13, bold=True, alignment="center", before=6),
    "Addressee": Style(size=14, alignment="center", before=18, after=12),
    "Part": Style(size=14, bold=True, alignment="center", after=6),
    "Article": Style("BodyBase", bold=True, keep_with_next=True),
}


def letter_parts(text: str, styles: Mapping[str, Style], page: PageSetup) -> Parts:
    """Return the parts of a letter (công văn)."""
    issuer, right, number, urgency, date, addressee, body, *end = _blocks(text)
    left = paragraph(number[0], "Number") + paragraph(number[1], "Subject")
    left += paragraph(urgency[0], "Urgency")
    content = (
        _header(issuer, right, left, date[0]),
        paragraph(addressee[0], "Addressee"),
        *(paragraph(line, "Body") for line in body),
        _ending(*end),
    )
    return office_parts("".join(content) + section(page), styles, page)


def decision_parts(text: str, styles: Mapping[str, Style], page: PageSetup) -> Parts:
    """Return the parts of a decision in chapters and articles."""
    issuer, right, number, date, (type_line, title), bases, body, *end = _blocks(text)
    content = (
        _header(issuer, right, paragraph(number[0], "Number"), date[0]),
        paragraph(type_line, "Type") + paragraph(title, "Title"),
        *(paragraph(line, "OpeningBasis") for line in bases),
        *_articles(body),
        _ending(*end),
    )
    return office_parts("".join(content) + section(page), styles, page)


def _blocks(text: str) -> list[list[str]]:
    return [block.split("\n") for block in text.strip().split("\n\n")]


def _header(issuer: list[str], right: list[str], left: str, date: str) -> str:
    names = "".join(paragraph(line, "Issuer") for line in issuer)
    nation = paragraph(right[0], "Nation") + paragraph(right[1], "Motto")
    return table(COLUMNS, [(names, nation), (left, paragraph(date, "PlaceDate"))])


def _articles(body: list[str]) -> Iterator[str]:
    for line in body:
        if line.startswith("Chương ") or line.isupper():
            yield paragraph(line, "Part")
        else:
            yield paragraph(line, "Article" if line.startswith("Điều ") else "Body")


def _ending(recipients: list[str], signature: list[str]) -> str:
    return ending(Zones([], [], "", "", "", [], [], [], recipients, signature, []))


LETTER = Sound(short_text("short-letter.txt"), OTHER_STYLES, PAGE, letter_parts)
DECISION = Sound(short_text("short-decision.txt"), OTHER_STYLES, PAGE, decision_parts)

OTHERS: Mapping[str, Variant] = {
    "letter": Variant("a letter as the law wants it", LETTER.parts),
    "decision": Variant("a decision in chapters and articles", DECISION.parts),
    "letter-subject-italic": Variant(
        "subject of a letter italic",
        LETTER.with_style("Subject", italic=True),
        ("layout/letter-subject",),
    ),
    "letter-addressee-italic": Variant(
        "addressee italic", LETTER.with_style("Addressee", italic=True), ("layout/addressee",)
    ),
    "letter-urgency-not-bold": Variant(
        "degree of urgency not bold",
        LETTER.with_style("Urgency", bold=False),
        ("layout/urgency",),
    ),
    "decision-article-not-bold": Variant(
        "articles not bold", DECISION.with_style("Article", bold=False), ("layout/article",)
    ),
    "decision-chapter-not-bold": Variant(
        "chapters not bold", DECISION.with_style("Part", bold=False), ("layout/part-heading",)
    ),
}
