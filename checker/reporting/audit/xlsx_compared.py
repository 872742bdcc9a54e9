"""The sheets of what only a comparison finds: between documents, copies, coverage, what is
missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from checker.corpus.copies.pairs import Difference
from checker.corpus.records import SentenceRecord
from checker.corpus.superior.coverage import COVERED, MISSING, PARTLY, Cover, Coverage
from checker.phrases import say
from checker.reporting.audit.overview import IN_TIME, NO_PLAN, Overview, Told, day_told, standing
from checker.reporting.audit.places_told import related_told
from checker.reporting.audit.xlsx_table import Column, Styles, Table, columns_of

MOST_TASKS = 250  # columns of the matrix
_MOST_PLACES = 6  # of one finding, in other documents
_FINDINGS = (
    ("level", 11, "cell"),
    ("path", 32, "cell"),
    ("office", 24, "cell"),
    ("section", 9, "cell"),
    ("line", 8, "number"),
    ("message", 52, "cell"),
    ("text", 28, "cell"),
    ("other", 36, "cell"),
    ("other-text", 28, "cell"),
    ("suggestion", 22, "cell"),
    ("basis", 30, "cell"),
    ("rule", 26, "cell"),
)
_PAIRS = (
    ("cluster", 9, "number"),
    ("pair", 8, "number"),
    ("similarity", 9, "share"),
    ("first", 30, "cell"),
    ("second", 30, "cell"),
    ("first-line", 8, "number"),
    ("first-words", 52, "cell"),
    ("second-line", 8, "number"),
    ("second-words", 52, "cell"),
)
_EXPECTED = (
    ("name", 44, "cell"),
    ("state", 20, "cell"),
    ("plans", 60, "cell"),
    ("number", 20, "cell"),
    ("days", 16, "cell"),
)
_STANDINGS = {NO_PLAN: "missing", "late": "partly", IN_TIME: "covered"}


@dataclass
class Sheets:
    """Writes the four sheets of a comparison."""

    book: Workbook
    styles: Styles
    overview: Overview

    def write(self) -> None:
        self._findings()
        self._pairs()
        self._coverage()
        self._expected()

    def _table(
        self,
        part: str,
        columns: Sequence[tuple[str, int, str]],
        frozen: int = 1,
        above: Sequence[str] = (),
    ) -> Table:
        lang = self.overview.audit.lang
        told = tuple(columns_of(columns, lang))
        name = say(f"audit-part-{part}", lang)
        return Table(self.book, self.styles, name, told, lang, above=above, frozen=frozen)

    def _finish(self, table: Table, left: int = 0, nothing: str = "") -> None:
        """End a sheet; ``left`` rows did not fit, ``nothing`` is said where there is no row."""
        lang = self.overview.audit.lang
        table.end()
        if nothing:
            table.line(say(nothing, lang))
        if left:
            table.line(say("audit-rows-left", lang, count=left), "bold")

    def _findings(self) -> None:
        lang, documents = self.overview.audit.lang, self.overview.audit.corpus.documents
        table = self._table("findings", _FINDINGS, frozen=2)
        left = 0
        for number, one in enumerate(self.overview.findings):
            if table.full:
                left = len(self.overview.findings) - number
                break
            there = one.doc >= 0
            others = [place.spot.words or "–" for place in one.related[:_MOST_PLACES]]
            cells = {
                "level": say(f"level-{one.level}", lang),
                "path": one.path,
                "office": documents[one.doc].office_name if there else "",
                "section": one.spot.section,
                "line": one.spot.line if there else "",
                "message": one.message,
                "text": one.spot.words,
                "other": "\n".join(related_told(one.related, _MOST_PLACES, lang)),
                "other-text": "\n".join(others),
                "suggestion": one.suggestions[0] if one.suggestions else "",
                "basis": one.basis,
                "rule": one.rule,
            }
            table.row(cells, {"level": one.level})
        self._finish(table, left, "" if self.overview.findings else "audit-no-findings")

    def _pairs(self) -> None:
        table = self._table("pairs", _PAIRS, frozen=0)
        clusters = {
            doc: number for number, docs in enumerate(self.overview.clusters, 1) for doc in docs
        }
        left = 0
        for number, told in enumerate(self.overview.told_pairs, 1):
            if table.full:
                left += 1
                continue
            self._pair(table, number, told, clusters.get(told.pair.first, 0))
        self._finish(table, left, "" if self.overview.pairs else "audit-no-pairs")

    def _pair(self, table: Table, number: int, told: Told, cluster: int) -> None:
        """Write the sentences of a pair side by side; a row alone where there are none."""
        lang, documents = self.overview.audit.lang, self.overview.audit.corpus.documents
        pair = told.pair
        about = {
            "cluster": cluster or "",
            "pair": number,
            "similarity": int(pair.similarity * 100) / 100,
            "first": documents[pair.first].path,
            "second": documents[pair.second].path,
        }
        if not told.differences:
            code = "audit-not-compared" if told.left < 0 else "audit-same-words"
            table.row({**about, "first-words": say(code, lang)}, {"first-words": "note"})
        for difference in told.differences:
            if table.full:
                return
            table.row({**about, **_sentences(difference)})
        if told.left > 0 and not table.full:
            words = say("audit-more-sentences", lang, count=told.left)
            table.row({**about, "first-words": words}, {"first-words": "note"})

    def _coverage(self) -> None:
        lang, found = self.overview.audit.lang, self.overview.coverage
        kept = found.requirements[:MOST_TASKS]
        above = [say(code, lang) for code in ("audit-legend", "audit-guide") if kept]
        columns = [
            Column("commune", say("audit-head-commune", lang), 28),
            Column("path", say("audit-head-path", lang), 30),
            *(
                Column(state, say(f"audit-cover-{state}", lang), 9, "number", state)
                for state in _STATES
            ),
            *(
                Column(f"task {number}", f"{number + 1}. {one.title}", 17)
                for number, one in enumerate(kept)
            ),
        ]
        name = say("audit-part-coverage", lang)
        table = Table(self.book, self.styles, name, columns, lang, above=above, frozen=2)
        left = 0
        for plan in self.overview.plans:
            if table.full:
                left += 1
            elif plan.doc in found.covers:
                self._cover_row(table, plan.office, plan.record.path, found.covers[plan.doc])
        self._finish(table, left, "" if kept else "audit-no-coverage")
        if kept:
            self._below(table, found)

    def _cover_row(self, table: Table, name: str, path: str, covers: Sequence[Cover]) -> None:
        lang = self.overview.audit.lang
        states = Counter(cover.state for cover in covers)
        cells: dict[str, object] = {"commune": name, "path": path}
        cells |= {state: states[state] for state in _STATES}
        for number, cover in enumerate(covers[:MOST_TASKS]):
            words = say(f"audit-cover-{cover.state}", lang)
            if cover.spots:
                spot = cover.spots[0]
                words += "\n" + (
                    say("audit-in-section", lang, section=spot.section)
                    if spot.section
                    else say("html-line", lang, line=spot.line)
                )
            cells[f"task {number}"] = words
        forms = {f"task {number}": cover.state for number, cover in enumerate(covers[:MOST_TASKS])}
        table.row(cells, forms)

    def _below(self, table: Table, found: Coverage) -> None:
        """Write the sums of the columns, and which plans are not in the matrix."""
        lang, documents = self.overview.audit.lang, self.overview.audit.corpus.documents
        for code, states in (
            ("audit-covered-by", (COVERED, PARTLY)),
            ("audit-missing-in", (MISSING,)),
        ):
            if not table.full:
                cells: dict[str, object] = {"commune": say(code, lang)}
                for number, counted in enumerate(self.overview.answered[:MOST_TASKS]):
                    cells[f"task {number}"] = sum(counted[state] for state in states)
                table.row(cells, dict.fromkeys(cells, "bold"), outside=True)
        for doc in sorted(found.left_out):
            if not table.full:
                reason = say(f"audit-cover-{found.left_out[doc]}", lang)
                words = say("audit-not-against", lang, reason=reason)
                table.line(f"{documents[doc].path}: {words}", "note")
        if len(found.requirements) > MOST_TASKS:
            left = len(found.requirements) - MOST_TASKS
            table.line(say("audit-columns-left", lang, count=left), "bold")

    def _expected(self) -> None:
        lang, documents = self.overview.audit.lang, self.overview.audit.corpus.documents
        table = self._table("expected", _EXPECTED)
        left = 0
        for number, one in enumerate(self.overview.expected):
            if table.full:
                left = len(self.overview.expected) - number
                break
            state = standing(one)
            cells = {
                "name": one.name,
                "state": say(f"audit-state-{state}", lang),
                "plans": "\n".join(documents[doc].path for doc in one.docs),
                "number": "\n".join(documents[doc].number for doc in one.docs),
                "days": "\n".join(day_told(documents[doc].day) for doc in one.docs),
            }
            table.row(cells, {"state": _STANDINGS[state]})
        self._finish(table, left, "" if self.overview.expected else "audit-no-expected")


_STATES = (COVERED, PARTLY, MISSING)


def _sentences(difference: Difference) -> dict[str, object]:
    """The cells of two sentences side by side."""
    cells: dict[str, object] = {}
    for side, one in (("first", difference.first), ("second", difference.second)):
        if isinstance(one, SentenceRecord):
            cells[f"{side}-line"] = one.line
            cells[f"{side}-words"] = one.words
    return cells
