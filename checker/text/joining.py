"""Which physical lines are one line: hard wraps and paragraphs cut by a page break undone.

Evidence, strongest first: an emphasis still open at the line's end, a trailing blank in a file that
wraps its lines, a last word that cannot end a paragraph, a next line that begins in lower case.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.reading.source import Cell

_SENTENCE_END = re.compile(r"[.;:!?…](?:[)\"'”’]+)?$")
_PAGE_NUMBER = re.compile(r"(?:-\s*)?(\d{1,3})(?:\s*-)?$|[Tt]rang\s+(\d{1,3})(?:\s*/\s*\d{1,3})?$")
_DANGLING = re.compile(
    r"(?:^|\s)(?:và|của|các|về|cho|theo|với|tại|trên|trong|do|để|từ|đến|là|những|hoặc|số|ngày|"
    r"khoản|điểm|điều|bằng|bởi|như|ủy ban|uỷ ban)$|,$",
    re.IGNORECASE,
)
_NUMBER_CUT = re.compile(r"(?:\d|/[A-ZĐ]{1,4})-$|\d(?:-[A-ZĐ]{1,4})?/$")
_RANGE = re.compile(r"- ?\d{4}\b")
_LOWER_DASH = re.compile(r"- ?[a-zà-ỹđ]")
_NATION = "CONG HOA XA HOI CHU NGHIA VIET NAM"


@dataclass(slots=True)
class Candidate:
    """A physical line with what joining needs to know of it.

    ``text`` is the line without dressing and ``folded`` the same without diacritics; ``alone`` and
    ``marker`` tell what the line looks like (see grammar/lines.yml); ``strict`` that it stands in
    a header or a list of recipients, where short lines are lines; ``gap`` that a blank line or a
    dropped page number stands before it.
    """

    text: str
    folded: str
    cell: Cell | None = None
    alone: bool = False
    marker: bool = False
    strict: bool = False
    gap: bool = False
    trailing_blank: bool = False
    hard_break: bool = False
    emphasis_open: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file sets its lines: ``wrapped`` when paragraphs are broken into lines of about
    ``width`` characters; ``markdown`` when neighbouring lines are one paragraph by definition;
    ``paragraphs`` when each line is one (Word)."""

    wrapped: bool
    width: int
    markdown: bool
    paragraphs: bool = False


def layout_of(lines: Sequence[Candidate], markdown: bool, paragraphs: bool = False) -> Layout:
    """Tell from its lines how a file is set; lines that are ``paragraphs`` by their format need
    stronger evidence that they are not (text pasted from a PDF)."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 25)
    if len(lengths) < 4:
        return Layout(False, 0, markdown, paragraphs)
    width = lengths[int(len(lengths) * 0.9)]
    continued = sum(
        1
        for line, following in itertools.pairwise(lines)
        if not following.marker
        and following.text[:1].islower()
        and not _SENTENCE_END.search(line.text)
    )
    least = max(2, len(lengths) // (3 if paragraphs else 8))
    return Layout(width <= 130 and continued >= least, width, markdown, paragraphs)


def page_numbers(texts: Sequence[str], in_cell: Sequence[bool]) -> set[int]:
    """Return the indexes of lines that hold nothing but a page number: alone between blank lines
    and one higher than the last."""
    found: set[int] = set()
    last = 0
    for index, text in enumerate(texts):
        match = _PAGE_NUMBER.match(text)
        if not match or in_cell[index]:
            continue
        before = index == 0 or not texts[index - 1]
        after = index + 1 == len(texts) or not texts[index + 1]
        number = int(match.group(1) or match.group(2))
        if before and after and last < number <= last + 2:
            found.add(index)
            last = number
    return found


def continues(line: Candidate, following: Candidate, layout: Layout) -> bool:
    """Tell whether ``following`` goes on with the paragraph of ``line``."""
    if line.cell != following.cell:
        return False
    if line.folded.rstrip() in ("So:", "So") and following.folded[:1] in "0123456789/…. ":
        return not following.gap
    if following.alone:
        return _NATION.startswith(f"{line.folded} {following.folded}") and not following.gap
    if not following.gap and _NATION.startswith(f"{line.folded} {following.folded}"):
        return True
    if not following.gap and line.emphasis_open:
        return True
    if line.alone or line.hard_break or following.folded.startswith("Can cu "):
        return False
    lower = following.text[:1].islower()
    if following.marker:
        return layout.wrapped and not following.gap and _wrapped_dash(line, following)
    if line.strict or following.strict:
        return not following.gap and (lower or line.text.endswith(","))
    if line.text.endswith(";") and not lower:
        return False
    if _SENTENCE_END.search(line.text):
        full = len(line.text) >= 0.85 * layout.width
        return layout.wrapped and not following.gap and (layout.markdown or full)
    if lower:
        return not (following.gap and line.folded.isupper())
    if _DANGLING.search(line.text) and (layout.wrapped or not layout.paragraphs):
        return True
    if following.gap:
        return layout.wrapped and line.trailing_blank
    if layout.wrapped and layout.markdown:
        return True
    return layout.wrapped and (line.trailing_blank or len(line.text) >= 0.6 * layout.width)


def separator(line: Candidate) -> str:
    """Return what stands between a line and its continuation: a space, or nothing inside a
    document number cut at its hyphen or stroke."""
    return "" if _NUMBER_CUT.search(line.text) else " "


def _wrapped_dash(line: Candidate, following: Candidate) -> bool:
    """A dash or figure at the line's start that is no marker: ``2026\\n- 2030``, ``kinh tế\\n- xã
    hội``, ``Đề án\\n06.``"""
    if _SENTENCE_END.search(line.text):
        return False
    if _RANGE.match(following.text):
        return line.text[-1:].isdigit()
    if following.text[:1].isdigit():
        return bool(_DANGLING.search(line.text))
    return bool(_LOWER_DASH.match(following.text))
