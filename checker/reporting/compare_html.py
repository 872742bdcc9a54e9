"""Two documents side by side as one page for the browser and for paper, which loads nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import PurePath

from checker import __version__
from checker.corpus.side_by_side.comparison import SAME, STATES, Comparison, Match
from checker.corpus.side_by_side.mentions import Mention
from checker.corpus.side_by_side.wording import Run
from checker.phrases import say
from checker.reporting.compare_naming import heading_of, name_of, share_of, state_of
from checker.reporting.compare_style import STYLE
from checker.reporting.marked_text import shown

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_SIDES = ("first", "second")
_TAGS = ("del", "ins")
_INNER = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


def render(comparison: Comparison, paths: tuple[str, str], lang: str) -> bytes:
    """Return the page that compares the documents at ``paths``."""
    names = [PurePath(path).name for path in paths]
    title = f"{say('compare-title', lang)}: {' · '.join(names)}"
    page = (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{_text(say('compare-title', lang))}</h1>\n"
        f"{_columns([_name(path, lang, at) for at, path in enumerate(paths)], 'names', lang)}"
        f"{_summary(comparison, lang)}</header>\n<main>\n{_mentions(comparison, lang)}"
        f"<h2>{_text(say('compare-sections', lang))}</h2>\n"
        f"{''.join(_matches(comparison.matches, lang))}</main>\n"
        f"<footer>Soát {__version__}</footer>\n</body>\n</html>\n"
    )
    return page.encode()


def _name(path: str, lang: str, side: int) -> str:
    told = _text(say(f"compare-{_SIDES[side]}", lang))
    return f'<p><span class="quiet">{told}</span><br><strong>{_text(path)}</strong></p>'


def _summary(comparison: Comparison, lang: str) -> str:
    if comparison.same:
        return f'<p class="all-same">{_text(say("compare-same", lang))}</p>\n'
    counts = comparison.counts
    chips = "".join(
        f'<span class="state {state}">'
        f"{_text(say(f'compare-count-{state}', lang, count=counts[state]))}</span> "
        for state in STATES
        if counts[state]
    )
    share = share_of(comparison.likeness, lang)
    told = _text(say("compare-likeness", lang, share=share))
    return f'<p>{chips}{told}</p>\n<p class="quiet">{_text(say("compare-how", lang))}</p>\n'


def _mentions(comparison: Comparison, lang: str) -> str:
    rows = [
        f"<h3>{_text(say(f'compare-{kind}', lang))}</h3>\n"
        + _columns(
            [_listed(told, lang, at) for at, told in enumerate((only.first, only.second))],
            "lists",
            lang,
        )
        for kind, only in comparison.mentions.items()
        if only.first or only.second
    ]
    if not rows:
        return ""
    head = _text(say("compare-mentions", lang))
    return f'<section class="mentions">\n<h2>{head}</h2>\n{"".join(rows)}</section>\n'


def _listed(mentions: Sequence[Mention], lang: str, side: int) -> str:
    if not mentions:
        return f'<p class="quiet">{_text(say("compare-nothing", lang))}</p>'
    items = "".join(
        f"<li><{_TAGS[side]}>{_text(one.words)}</{_TAGS[side]}>"
        f' <span class="quiet">{_text(_lines(one, lang))}</span></li>\n'
        for one in mentions
    )
    return f"<ul>\n{items}</ul>"


def _lines(mention: Mention, lang: str) -> str:
    return say("compare-lines", lang, lines=", ".join(map(str, mention.lines)))


def _matches(matches: Sequence[Match], lang: str) -> Iterator[str]:
    for match in matches:
        cells = [_passage(match, side) for side in range(2)]
        body = _columns(cells, "texts", lang)
        if match.state == SAME:
            yield (
                f'<details class="pair same"><summary>{_head(match, lang)}</summary>\n'
                f"{body}</details>\n"
            )
        else:
            head = f"<h3>{_head(match, lang)}</h3>"
            yield f'<section class="pair {match.state}">\n{head}\n{body}</section>\n'


def _head(match: Match, lang: str) -> str:
    heading = heading_of(match)
    told = f' <span class="heading">{_text(heading)}</span>' if heading else ""
    return (
        f"{_text(name_of(match, lang))}{told}"
        f' <span class="state {match.state}">{_text(state_of(match, lang))}</span>'
    )


def _passage(match: Match, side: int) -> str:
    passage = (match.first, match.second)[side]
    if passage is None:
        return ""
    words = "".join(_run(run, side) for run in match.runs)
    return f'<p class="text" lang="vi">{words}</p>'


def _run(run: Run, side: int) -> str:
    words = (run.first, run.second)[side]
    found = _INNER.fullmatch(words)
    if run.same or not words.strip() or found is None:
        return _text(words)
    before, inner, after = found.groups()
    tag = _TAGS[side]
    return f"{before}<{tag}>{_text(inner)}</{tag}>{after}"


def _columns(cells: Sequence[str], kind: str, lang: str) -> str:
    """Two cells side by side, or one below the other with the names of the documents."""
    sides = "".join(
        f'<div class="{side}" data-name="{_text(say(f"compare-{side}", lang))}">{cell}</div>\n'
        for side, cell in zip(_SIDES, cells, strict=True)
    )
    return f'<div class="columns {kind}">\n{sides}</div>\n'


def _text(words: str) -> str:
    return escape(shown(words))
