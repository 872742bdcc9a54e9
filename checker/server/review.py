"""What the page shows of one document: its text with marks, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from checker.annotating import WORD
from checker.annotating.fixes import edits_of
from checker.document import Document
from checker.file_report import FileReport
from checker.finding import Finding
from checker.phrases import say
from checker.reading import Source
from checker.reporting.html.findings import where
from checker.reporting.marked_text import MarkedText, Spot
from checker.reporting.remarks import remarks
from checker.reporting.understood import understood
from checker.rule import Rule

_MOST_PLACES = 400  # of one finding: how a whole text is set is told of every paragraph


def review_json(report: FileReport, rules: Mapping[str, Rule], lang: str) -> dict[str, Any]:
    """Return the review of a document that was checked in this process.

    ``file`` is the report in the form of the output contract; ``html`` the text as blocks of
    paragraphs and tables, where finding 7 is ``<mark data-note="7">`` (where something is missing a
    ``.caret``), first with the id ``place-7``; ``findings`` are numbered in the order of the text
    and tell, besides the contract's, ``title``, ``why``, ``where``, ``quote`` (before, words,
    after), ``times`` (places where it is told at once), ``also`` (the words of the further places
    that it rests on or is true of, as many as are drawn: ``<span data-note="7" data-also="1">`` is
    the first of them) and ``can_accept``: that Soát can make the change in a copy."""
    document = report.document
    if document is None:
        raise ValueError("a report without its document")
    source = document.source
    spots = list(_spots(document, report.findings))
    text = MarkedText(source, spots, lang)
    can_mend = source.format in (*WORD, "text")
    return {
        "file": report.as_json(lang),
        "format": source.format,
        "understood": understood(report.about, lang),
        "remarks": [remark.words for remark in remarks(report, lang, named=True)],
        "wrapped": text.is_wrapped,
        "html": "".join(text.blocks()),
        "annotated_as": annotated_as(source),
        "can_mend": can_mend,
        "findings": [
            _finding_json(number, one, document, rules, lang, can_mend=can_mend)
            for number, one in enumerate(report.findings, 1)
        ],
    }


def _finding_json(
    number: int,
    finding: Finding,
    document: Document,
    rules: Mapping[str, Rule],
    lang: str,
    *,
    can_mend: bool,
) -> dict[str, Any]:
    rule = rules.get(finding.rule)
    return {
        **finding.as_json(),
        "number": number,
        "title": rule.common.title[lang] if rule else "",
        "why": rule.common.why.strip() if rule else "",
        "group_name": say(f"group-{finding.group}", lang),
        "level_name": say(f"level-{finding.level}", lang),
        "where": where(replace(finding, times=1), lang),
        "quote": list(finding.quote),
        "times": finding.times,
        "also": [" ".join(document.text[slice(*span)].split()) for span in _further(finding)],
        "safe": finding.safe,
        "can_accept": can_mend and _can_accept(finding, document),
    }


def _spots(document: Document, findings: Sequence[Finding]) -> Iterator[Spot]:
    """The places of findings and, after its own, the further ones of each."""
    for number, one in enumerate(findings, 1):
        for also, span in enumerate([(one.start, one.end), *_further(one)]):
            yield Spot(number, one.level, *document.view.raw_span(*span), also)


def _further(finding: Finding) -> list[tuple[int, int]]:
    """The places, besides its own, of a finding that is told once for several or rests on others;
    only those that have words, in the order of the text."""
    own = finding.start, finding.end
    spans = {span for span in finding.related_spans if span[0] < span[1] and span != own}
    return sorted(spans)[:_MOST_PLACES]


def _can_accept(finding: Finding, document: Document) -> bool:
    if finding.setting and document.source.layout is not None:
        return True
    return any(
        edits_of(document, finding.start, finding.end, words) for words in finding.suggestions
    )


def annotated_as(source: Source) -> str:
    """Return the kind of copy that a document's notes are written into: docx, pdf or html (a scan
    has no words to be marked)."""
    if source.format in WORD:
        return "docx"
    return "pdf" if source.format == "pdf" and not (source.scan or source.ocr) else "html"
