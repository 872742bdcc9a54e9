"""Charts as tables with a bar of plain SVG in each row: they fit any width, and are read aloud as
the numbers they are."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from checker.reporting.marked_text import shown

_LONG = 40  # characters of a label that needs more room


class Series(NamedTuple):
    """What is counted: ``name`` as it is shown, ``colour`` a class of the style sheet."""

    name: str
    colour: str


class Bar(NamedTuple):
    """A row: how many there are of each series."""

    label: str
    counts: tuple[int, ...]


def chart(title: str, head: str, series: Sequence[Series], bars: Sequence[Bar]) -> str:
    """Return a chart; ``head`` names what the labels are. All bars have one scale."""
    most = max((sum(bar.counts) for bar in bars), default=0)
    heads = "".join(
        f'<th scope="col"><span class="key {one.colour}"></span>{_text(one.name)}</th>'
        for one in series
    )
    rows = "".join(_row(bar, series, most) for bar in bars)
    long = " long" if any(len(bar.label) > _LONG for bar in bars) else ""
    return (
        f'<figure class="chart{long}">\n<figcaption>{_text(title)}</figcaption>\n<table>\n'
        f'<thead><tr><th scope="col">{_text(head)}</th><td class="bar"></td>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n</figure>\n"
    )


def _row(bar: Bar, series: Sequence[Series], most: int) -> str:
    counts = "".join(f'<td class="count">{count}</td>' for count in bar.counts)
    return (
        f'<tr><th scope="row">{_text(bar.label)}</th>'
        f'<td class="bar">{_svg(bar, series, most)}</td>{counts}</tr>\n'
    )


def _svg(bar: Bar, series: Sequence[Series], most: int) -> str:
    """The pieces of a bar from left to right, in per mille of the longest."""
    start, pieces = 0, []
    for count, one in zip(bar.counts, series, strict=True):
        width = round(1000 * count / most) if most else 0
        if width:
            pieces.append(
                f'<rect class="{one.colour}" x="{start}" y="0" width="{width}" height="10"/>'
            )
        start += width
    return (
        '<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(pieces)}</svg>"
    )


def _text(text: str) -> str:
    return escape(shown(text))
