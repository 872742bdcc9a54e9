"""``check: properties``: what the properties of the file tell of people and other offices.

Keys
    names   properties to tell: author, last_editor, manager, company, template

One finding, at the start of the document. Names that programs give by themselves, the issuer's own
name and the template that comes with Word tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import unquote

from checker.checks._layout import looks_of
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.phrases.layout import word
from checker.text.folding import fold

_NAMES = ("author", "last_editor", "manager", "company", "template")
_IDLE = re.compile(
    r"(?:admin(?:istrator)?|user|owner|pc|computer|laptop|home|office|unknown(?: creator)?|hp|dell|"
    r"acer|asus|lenovo|windows(?: user)?|microsoft(?: cor.*| office.*)?|python-docx|"
    r"libreoffice.*|\W*)\d*",
    re.IGNORECASE,
)
_OWN_TEMPLATE = re.compile(r"normal(?:\.dotm?)?(?:\.dotx)?", re.IGNORECASE)
_LONGEST = 80  # characters told of one property


@dataclass(frozen=True)
class Check:
    """``told`` lists the properties, ``told_en`` the same in English."""

    VALUES: ClassVar[tuple[str, ...]] = ("told", "told_en")

    names: tuple[str, ...]

    def __post_init__(self) -> None:
        for name in self.names:
            one_of("names", name, _NAMES)

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        looks = looks_of(document, context)
        if looks is None:
            return
        issuer = fold(document.header.issuer.text).lower()
        told: dict[str, str] = {}
        for name in self.names:
            value = unquote(looks.layout.properties.get(name, "")).strip()
            if _tells(name, value) and fold(value).lower() != issuer:
                told |= {name: value[:_LONGEST]} if value not in told.values() else {}
        if told:
            values = {
                key: ", ".join(word(name, lang, value=value) for name, value in told.items())
                for lang, key in (("vi", "told"), ("en", "told_en"))
            }
            yield Fact(0, 0, values)


def _tells(name: str, value: str) -> bool:
    if name == "template":
        return bool(value) and not _OWN_TEMPLATE.fullmatch(value)
    return not _IDLE.fullmatch(value)
