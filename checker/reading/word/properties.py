"""What a Word file tells of itself: who wrote it, where, with which template."""

from __future__ import annotations

from lxml import etree

from checker.reading.word.parts import WordParts

_CORE_PART, _APP_PART = "docProps/core.xml", "docProps/app.xml"
_CORE = {"creator": "author", "lastModifiedBy": "last_editor", "title": "title"}
_APP = {"Company": "company", "Manager": "manager", "Template": "template"}
_TEMPLATE = "attachedTemplate"


def read_properties(parts: WordParts) -> dict[str, str]:
    """Return author, last_editor, title, company, manager and template, where the file tells
    them; the template is the path of one outside of the file when it names that."""
    found: dict[str, str] = {}
    for part, names in ((_CORE_PART, _CORE), (_APP_PART, _APP)):
        for element in _children(parts, part):
            key = names.get(etree.QName(element).localname)
            if key and element.text and element.text.strip():
                found[key] = element.text.strip()
    settings = parts.name("settings")
    if settings:
        for kind, target in parts.relationships_of(settings).values():
            if kind == _TEMPLATE:
                found["template"] = target
    return found


def printed_pages(parts: WordParts) -> int:
    """Return how many pages the program that saved the file counted, 0 when it tells none."""
    for element in _children(parts, _APP_PART):
        if etree.QName(element).localname == "Pages":
            text = (element.text or "").strip()
            return int(text) if text.isdecimal() and len(text) < 6 else 0
    return 0


def _children(parts: WordParts, name: str) -> list[etree._Element]:
    if name not in parts.package.names:
        return []
    return [one for one in parts.xml(name) if isinstance(one.tag, str)]
