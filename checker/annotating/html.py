"""A page for the browser and for paper: the document's text with notes in its margin.

The page is one file without scripts; nothing is loaded from elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from checker.annotating.note import Note
from checker.annotating.page_style import STYLE
from checker.document import Document
from checker.finding import LEVELS
from checker.phrases import say
from checker.reporting.marked_text import MarkedText, Spot, shown

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def annotate_html(document: Document, notes: Sequence[Note], title: str, lang: str) -> str:
    """Return a page with the text of ``document`` as read and ``notes`` beside the words that they
    are about, in ``lang`` (vi or en); ``title`` heads the page, as the file's name."""
    source = document.source
    ordered = sorted(notes, key=lambda one: (one.start, -one.end)) if source.lines else ()
    numbered = dict(enumerate(ordered, 1))
    spots = [Spot(number, one.level, one.start, one.end) for number, one in numbered.items()]

    def aside(numbers: Sequence[int]) -> str:
        beside = "".join(_note(number, numbered[number], lang) for number in numbers)
        return f'<aside lang="{escape(lang)}">\n{beside}</aside>\n' if beside else ""

    text = MarkedText(source, spots, lang, beside=aside)
    wrapped = ' class="lines"' if text.is_wrapped else ""
    name = escape(shown(title))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{name}</h1>\n{_counts(numbered, lang)}</header>\n"
        f'<main lang="vi"{wrapped}>\n{"".join(text.blocks())}</main>\n</body>\n</html>\n'
    )


def _counts(numbered: Mapping[int, Note], lang: str) -> str:
    if not numbered:
        return f"<p>{escape(say('page-clean', lang))}</p>\n"
    counts = Counter(note.level for note in numbered.values())
    items = ""
    for level in reversed(LEVELS):
        if counts[level]:
            first = next(number for number, note in numbered.items() if note.level == level)
            told = escape(say(f"count-{level}", lang, count=counts[level]))
            items += (
                f'<li class="{level}"><a href="#note-{first}">'
                f'<mark class="{level}">{told}</mark></a></li>\n'
            )
    return f'<ul class="counts">\n{items}</ul>\n<p>{escape(say("page-made", lang))}</p>\n'


def _note(number: int, note: Note, lang: str) -> str:
    level = escape(note.level)
    label = say(f"level-{note.level}", lang)
    words = shown(note.words).removeprefix(f"{label}: ")  # which stands before it here
    first, *others = words.split("\n")
    more = "".join(f"<p>{escape(line)}</p>" for line in others if line.strip())
    return (
        f'<div class="note {level}" id="note-{number}" role="note"><p>'
        f'<a class="back label" href="#place-{number}">{number} · {escape(label)}</a> '
        f"{escape(first)}</p>{more}</div>\n"
    )
