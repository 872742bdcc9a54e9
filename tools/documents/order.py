"""What the order of numbers tells of dates, for tools/build_documents.py."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tools.documents.numbers import Number

NEIGHBOURS = 2  # numbered before and after
SLACK = datetime.timedelta(days=10)  # by which dates may go against the order of numbers


class Order:
    """Numbers of one issuer and year follow one another in time: which dates fit between their
    neighbours."""

    def __init__(self, dated: Iterable[tuple[Number, datetime.date]]) -> None:
        series: defaultdict[str, list[tuple[int, datetime.date]]] = defaultdict(list)
        for number, date in dated:
            figure, name = self._split(number)
            if name:
                series[name].append((figure, date))
        self._series = {name: rising(sorted(pairs)) for name, pairs in series.items()}

    @staticmethod
    def _split(number: Number) -> tuple[int, str]:
        figure, _, series = number.shown.partition("/")
        return (int(figure), f"{series} {number.type}") if figure.isdigit() else (0, "")

    def window(self, number: Number) -> tuple[datetime.date | None, datetime.date | None]:
        """Return the first and last day that the nearest numbers before and after allow; None
        where none is known."""
        figure, series = self._split(number)
        pairs = self._series.get(series, [])
        before = [day for other, day in pairs if other < figure][-NEIGHBOURS:]
        after = [day for other, day in pairs if other > figure][:NEIGHBOURS]
        first = min(before) - SLACK if before else None
        return first, max(after) + SLACK if after else None

    def fits(self, number: Number, date: datetime.date) -> bool:
        """Tell whether numbers before and after are known, and ``date`` lies between theirs."""
        first, last = self.window(number)
        return bool(first and last and first <= date <= last)

    def contradicts(self, number: Number, date: datetime.date) -> bool:
        """Tell whether ``date`` lies before a document that is numbered before, or after one that
        is numbered after."""
        first, last = self.window(number)
        return bool((first and date < first) or (last and date > last))

    def follows(self, number: Number, date: datetime.date) -> bool:
        """Tell whether no document numbered before contradicts an effect from ``date``."""
        figure, series = self._split(number)
        before = [day for other, day in self._series.get(series, []) if other <= figure][
            -NEIGHBOURS:
        ]
        return not before or min(before) - SLACK <= date


def rising(pairs: Sequence[tuple[int, datetime.date]]) -> list[tuple[int, datetime.date]]:
    """Return the longest run of ``pairs`` whose dates never fall: those out of order are left
    out."""
    ends: list[datetime.date] = []
    at: list[int] = []
    before: list[int] = []
    for index, (_, date) in enumerate(pairs):
        place = bisect_right(ends, date)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1] = [date]
        at[place : place + 1] = [index]
    chosen = []
    index = at[-1] if at else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return chosen[::-1]
