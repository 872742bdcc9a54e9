"""The figure of recall against false alarms, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT = 640, 400
_LEFT, _TOP, _RIGHT, _BOTTOM = 60, 30, 30, 50
Point = tuple[float, float]


def curve_figure(
    curve: Sequence[Point], chosen: Point, others: Sequence[tuple[str, float, float]]
) -> str:
    """Return an SVG; points are alarms per 1,000 words and recall. ``others`` are programs with
    one point each; those beyond the right edge stand at the edge with their figure."""
    most = max(1.0, *(alarms for alarms, _ in curve))

    def at(point: Point) -> tuple[float, float]:
        alarms, recall = point
        x = _LEFT + min(1.0, alarms / most) * (_WIDTH - _LEFT - _RIGHT)
        return round(x, 1), round(_HEIGHT - _BOTTOM - recall * (_HEIGHT - _TOP - _BOTTOM), 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="12" fill="#333">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for step in range(6):
        recall, alarms = step / 5, most * step / 5
        x, y = at((alarms, recall))
        left, bottom = at((0, 0))
        right, top = at((most, 1))
        parts += [
            f'<line x1="{left}" y1="{y}" x2="{right}" y2="{y}" stroke="#ddd"/>',
            f'<line x1="{x}" y1="{bottom}" x2="{x}" y2="{top}" stroke="#eee"/>',
            f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{recall:.1f}</text>',
            f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{alarms:.2f}</text>',
        ]
    line = " ".join(f"{x},{y}" for x, y in map(at, curve))
    parts.append(f'<polyline points="{line}" fill="none" stroke="#b3202a" stroke-width="2"/>')
    x, y = at(chosen)
    parts += [
        f'<circle cx="{x}" cy="{y}" r="5" fill="#b3202a"/>',
        f'<text x="{x + 10}" y="{y + 18}">soat: {chosen[1]:.3f} at {chosen[0]:.2f}</text>',
    ]
    for number, (name, alarms, recall) in enumerate(others):
        x, y = at((alarms, recall))
        beyond = f" at {alarms:.0f} →" if alarms > most else ""
        anchor = "end" if x > _WIDTH / 2 else "start"
        parts += [
            f'<circle cx="{x}" cy="{y}" r="4" fill="#2a5db3"/>',
            f'<text x="{x - 8}" y="{y - 8 + 26 * number}" text-anchor="{anchor}">'
            f"{escape(name)}: {recall:.3f}{beyond}</text>",
        ]
    parts += [
        f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 12}" text-anchor="middle">'
        "false alarms per 1,000 words</text>",
        f'<text x="16" y="{_HEIGHT / 2}" text-anchor="middle" '
        f'transform="rotate(-90 16 {_HEIGHT / 2})">share of errors found</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"
