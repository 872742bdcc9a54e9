"""A fact becomes a finding: level, words, and the place in the text as read."""

from __future__ import annotations

from dataclasses import dataclass

from checker.document import Document
from checker.finding import LEVELS, NO_QUOTE, Fact, Finding, Place, Quote
from checker.phrases import say
from checker.ruleset import Rule

_AROUND = 38
_LONGEST = 120  # characters of the wrong words that are quoted whole
_LONGEST_IDENTITY = 200


@dataclass(frozen=True)
class Stamp:
    """Makes findings of the facts of one document, in ``lang``."""

    document: Document
    stage: str
    lang: str

    def __call__(self, rule: Rule, fact: Fact) -> Finding:
        document = self.document
        start, end = fact.raw or document.view.raw_span(fact.start, fact.end)
        suggestion = fact.suggestions[0] if fact.suggestions else ""
        shown = " ".join(document.text[fact.start : fact.end].split())
        words = {"text": shown, "suggestion": suggestion, "times": "1", **fact.values}
        level, message = rule.level(self.stage), rule.common.message[self.lang].format(**words)
        if document.source.ocr:
            level = LEVELS[max(0, LEVELS.index(level) - 1)]
            message += " " + say("from-ocr", self.lang)
        return Finding(
            rule=rule.id,
            level=level,
            message=message,
            place=self._place(start, end),
            section=document.path_at(fact.start),
            text=document.source.raw[start:end],
            suggestions=fact.suggestions,
            basis=rule.basis(document),
            related=tuple(self._place(*document.view.raw_span(*span)) for span in fact.related),
            start=fact.start,
            end=fact.end,
            times=int(words["times"]),
            page=document.source.page(start),
            related_spans=fact.related,
            safe=rule.common.fix == "safe",
            setting=fact.setting,
            quote=_quote(document, fact.start, fact.end),
            identity="" if rule.common.once else _identity(document, fact.start, fact.end),
        )

    def _place(self, start: int, end: int) -> Place:
        source = self.document.source
        return Place(*source.position(start), *source.position(end))


def _quote(document: Document, start: int, end: int) -> Quote:
    """The words of a span with some around them, those of the same lines only."""
    if start >= end:
        return NO_QUOTE
    line = document.line_at(start)
    line_end = max(line.end, document.line_at(end - 1).end)
    before = document.text[line.start : start]
    after = document.text[end:line_end]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    words = document.text[start:end].replace("\n", " / ")
    if len(words) > _LONGEST + _AROUND:
        words = f"{words[:_LONGEST].rpartition(' ')[0]} … {words[-_AROUND:].partition(' ')[2]}"
    return Quote(before, words, after)


def _identity(document: Document, start: int, end: int) -> str:
    """The words of a span, of an empty one those of its line, without case and as one line."""
    if start < end:
        text = document.text[start:end]
    else:
        text = document.line_at(start).text if document.lines else ""
    return " ".join(text.split()).casefold()[:_LONGEST_IDENTITY]
