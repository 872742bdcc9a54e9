"""What ``/check`` answers: the findings in the form of LanguageTool's API."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from checker import __version__
from checker.server.language_tool.annotated_text import AnnotatedText, Utf16
from checker.server.language_tool.categories import category_of
from checker.server.language_tool.form import AUTO, LANGUAGE, CheckForm
from checker.server.language_tool.paragraph import Told

LANGUAGES = ({"name": "Tiếng Việt", "code": "vi", "longCode": LANGUAGE},)
SOFTWARE = {
    "name": "Soát",
    "version": __version__,
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "status": "",
}
_MOST_REPLACEMENTS = 10  # LibreOffice shows no more
_AROUND = 40  # characters of the context
_LONGEST_SENTENCE = 500
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)]*\s+|\n")


def answer(form: CheckForm, found: Sequence[Told], lang: str = "vi") -> dict[str, Any]:
    """Return the answer to a form; offsets and lengths count UTF-16 units of the text as it was
    sent. ``lang`` is that of the rules' titles (vi or en)."""
    code = form.language if form.language != AUTO else LANGUAGE
    language = {"name": LANGUAGES[0]["name"], "code": code}
    asked_for = [one for one in found if _is_asked_for(one, form)]
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": language | {"detectedLanguage": language | {"confidence": 1.0}},
        "matches": list(_matches(form.text, asked_for, lang)),
    }


def _is_asked_for(told: Told, form: CheckForm) -> bool:
    """Tell whether a finding is left by the rules and categories that a client chose; what it
    enables goes before a category that it disables."""
    rule = {told.rule.id, *told.rule.common.aliases}
    group = told.finding.group
    categories = {group, category_of(group, told.finding.level).id}
    if rule & form.enabled_rules:
        return not rule & form.disabled_rules
    if categories & form.enabled_categories:
        return not rule & form.disabled_rules
    if form.enabled_only:
        return False
    return not (rule & form.disabled_rules or categories & form.disabled_categories)


def _matches(text: AnnotatedText, found: Sequence[Told], lang: str) -> Iterable[dict[str, Any]]:
    written, read = text.written, text.read
    units = Utf16(written)
    ends = [one.end() for one in _SENTENCE_END.finditer(read)]
    spans = text.spans((one.start, one.end) for one in found)
    for one, (start, end) in zip(found, spans, strict=True):
        finding = one.finding
        category = category_of(finding.group, finding.level)
        title = one.rule.common.title[lang]
        offset = units.offset(start)
        yield {
            "message": f"{finding.message} [{finding.rule}]",
            "shortMessage": title,
            "replacements": [{"value": one} for one in finding.suggestions[:_MOST_REPLACEMENTS]],
            "offset": offset,
            "length": units.offset(end) - offset,
            "context": _context(written, start, end),
            "sentence": _sentence(read, ends, one.start, one.end),
            "type": {"typeName": "UnknownWord" if category.id == "TYPOS" else "Other"},
            "rule": {
                "id": finding.rule,
                "description": title,
                "issueType": category.issue,
                "category": {"id": category.id, "name": category.name},
                "urls": [],
            },
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0,
        }


def _context(text: str, start: int, end: int) -> dict[str, Any]:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = ("..." if first else "") + text[first:start]
    words, after = text[start:end], text[end:last] + ("..." if last < len(text) else "")
    shown = re.sub(r"[\r\n\t]", " ", before + words + after)
    units = Utf16(shown)
    offset = units.offset(len(before))
    length = units.offset(len(before) + len(words)) - offset
    return {"text": shown, "offset": offset, "length": length}


def _sentence(text: str, ends: Sequence[int], start: int, end: int) -> str:
    """The sentence in which a place stands, bounded; ``ends`` are those of all sentences."""
    before, after = bisect_right(ends, start), bisect_left(ends, end)
    begin = ends[before - 1] if before else 0
    stop = ends[after] if after < len(ends) else len(text)
    return text[begin:stop].strip()[:_LONGEST_SENTENCE]
