"""The texts that a page shows beside the findings: read again where they are not at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.file_report import FileReport
from checker.finding import Finding
from checker.reading import Source, read_file

MOST_TEXT = 1_500_000  # characters of all texts of a page with several documents
_STANDARD_INPUT = "-"


class Text(NamedTuple):
    """``source`` and where in its ``raw`` each finding stands, in their order; without a source
    ``missing`` is the phrase that says why, or empty when there is nothing to show."""

    source: Source | None = None
    spans: tuple[tuple[int, int], ...] = ()
    missing: str = ""


def find_texts(reports: Sequence[FileReport]) -> Iterator[Text]:
    """Yield the text of each report. Of several documents those without findings need none, and
    when the texts grow too long together no more are shown."""
    if len(reports) == 1:
        yield _text(reports[0])
        return
    left = MOST_TEXT
    for report in reports:
        if not report.findings:
            yield Text()
        elif left <= 0:
            yield Text(missing="html-too-long")
        elif report.about.ocr:
            yield Text(missing="html-scan")
        else:
            text = _text(report)
            left -= len(text.source.raw) if text.source else 0
            yield text if left > 0 else Text(missing="html-too-long")


def _text(report: FileReport) -> Text:
    if report.error:
        return Text()
    source = _source(report)
    if source is None:
        return Text(missing="html-no-text")
    spans = [_span(source, finding) for finding in report.findings]
    found = tuple(span for span in spans if span)
    return Text(source, found) if len(found) == len(spans) else Text(missing="html-changed")


def _source(report: FileReport) -> Source | None:
    """The text as it was checked, or as it is read now; None when it cannot be read."""
    if report.document:
        return report.document.source
    if report.path == _STANDARD_INPUT:
        return None
    try:
        return read_file(report.path, ocr=report.about.ocr)
    except Exception:  # whatever is wrong with the file now, what was found in it is told
        return None


def _span(source: Source, finding: Finding) -> tuple[int, int] | None:
    """Where in the text a finding stands, or None when its words are not there."""
    place = finding.place
    start = source.offset(place.line, place.column)
    end = source.offset(place.end_line, place.end_column)
    if start is None or end is None or source.raw[start:end] != finding.text:
        return None
    return start, end
