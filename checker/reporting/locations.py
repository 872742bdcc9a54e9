"""Where a finding stands, in the ways that programs want to be told: path, URI, line or words."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote

from checker.file_report import FileReport
from checker.finding import Finding
from checker.phrases import say


def has_lines(report: FileReport) -> bool:
    """Tell whether the lines of findings are those of the file itself: of a .docx they are
    paragraphs, of a .pdf lines of the page, which no editor and no website can open."""
    return report.about.format == "text"


def posix_path(path: str, pure: type[PurePath] = PurePath) -> str:
    """Return the path with ``/`` and without a leading ``./``."""
    return pure(path).as_posix()


def is_relative(path: str, pure: type[PurePath] = PurePath) -> bool:
    return not pure(path).root


def uri(path: str, pure: type[PurePath] = PurePath) -> str:
    """Return the URI of a path (RFC 3986): a relative one stays relative, another begins with
    ``file:``."""
    parsed = pure(path)
    quoted = _quoted(parsed.as_posix())
    if not parsed.root:
        return quoted
    if parsed.drive.startswith(("\\\\", "//")):  # of a share: //server/share/…
        return f"file:{quoted}"
    if parsed.drive:
        return f"file:///{parsed.drive}{_quoted(parsed.as_posix()[len(parsed.drive) :])}"
    return f"file://{quoted}"


def in_words(finding: Finding, lang: str) -> str:
    """Return page, section and the words with those around them, as far as they are known."""
    place = []
    if finding.page:
        place.append(say("page", lang, page=finding.page))
    if finding.section:
        place.append(say("section", lang, path=finding.section))
    told = ", ".join(place)
    if not finding.quote.words:
        return told
    before, words, after = finding.quote
    return f"{told}: {before}«{words}»{after}" if told else f"{before}«{words}»{after}"


def message_with_place(finding: Finding, report: FileReport, lang: str) -> str:
    """Return the message, and where the line tells nothing to the reader, the place in words."""
    place = "" if has_lines(report) else in_words(finding, lang)
    return f"{finding.message} ({place})" if place else finding.message


def _quoted(path: str) -> str:
    """Percent-encode a path; bytes that are no text (of Linux) stand for themselves."""
    try:
        return quote(path.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:
        return quote(path.encode("utf-8", "surrogatepass"), safe="/")
