"""The documents that files cite as tables: ``soat citations``."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from checker.citations.provisions import write_provisions
from checker.corpus.cited.citations import NO_DAY, Day, FileCitations, Row
from checker.corpus.cited.documents import CitedDocument
from checker.phrases import say
from checker.registers.known_documents import KnownDocument
from checker.reporting.terminal import shown

_SHOWN_PLACES = 3
_SHOWN_TITLE = 110
_SHORT_TITLE = 50


class CitationsTable:
    """Writes tables as wide as the screen, or as ``width`` says; colours only on a terminal."""

    def __init__(
        self, out: TextIO, lang: str, paths: Sequence[str], width: int | None = None
    ) -> None:
        self.lang = lang
        self.console = Console(file=out, highlight=False, emoji=False, width=width)
        times = Counter(PurePath(path).name for path in paths)
        self._names = {
            path: PurePath(path).name if times[PurePath(path).name] == 1 else path for path in paths
        }

    def file(self, file: FileCitations, of: dict[Row, CitedDocument]) -> None:
        """Write the citations of one file; ``of`` are the documents that they mean."""
        self._line(Text(file.path, "bold"))
        if not file.rows:
            said = "cites-nothing" if file.legible else "cites-illegible"
            self._line(Text("  " + self._say(said), "dim"))
            self._line(Text())
            return
        table = self._table("place", "document", "date", "content")
        for row in file.rows:
            document = of[row]
            table.add_row(
                _lines([Text(f"{row.line}:{row.column}"), Text(row.section, "dim")]),
                _lines(
                    self._document(
                        row.said.type,
                        row.said.name,
                        row.said.number or "",
                        row.said.issuer,
                        inside=row.inside,
                    )
                ),
                self._date(row.said.date),
                _lines(self._content(row, document)),
            )
        self.console.print(table)

    def documents(self, documents: Iterable[CitedDocument]) -> None:
        """Write one row for each document, first those that are not cited alike, then the most
        cited."""
        table = self._table("document", "date", "files", "times", "content")
        order = sorted(
            documents, key=lambda one: (not one.conflicts, -len(one.files), -len(one.rows))
        )
        for one in order:
            table.add_row(
                _lines(self._document(one.type, one.name, one.number, one.issuer)),
                _lines(self._date(day) for day in one.dates or [one.date]),
                str(len(one.files)),
                str(len(one.rows)),
                _lines(self._told(one)),
            )
        if table.row_count:
            self.console.print(table)

    def summary(self, files: Sequence[FileCitations], documents: Sequence[CitedDocument]) -> None:
        """Write the last line: how many documents, at how many places, and how many of them are
        not cited alike."""
        said = self._say(
            "citations-count",
            documents=len(documents),
            places=sum(len(file.rows) for file in files),
            files=sum(1 for file in files if not file.error),
        )
        conflicts = sum(1 for one in documents if one.conflicts)
        if conflicts:
            said += self._say("citations-conflicts", count=conflicts)
        self._line(Text(said, "bold"))

    def _table(self, *columns: str) -> Table:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, padding=(0, 1, 0, 0))
        for name in columns:
            head = self._say(f"column-{name}")
            if name in ("document", "content"):
                ratio = 3 if name == "document" else 5
                table.add_column(head, ratio=ratio, overflow="fold")
            elif name in ("files", "times"):
                table.add_column(head, justify="right")
            else:
                width = 10 if name == "date" else 8
                table.add_column(head, min_width=width, overflow="fold")
        return table

    def _document(
        self, type_: str, name: str, number: object, issuer: str, *, inside: bool = False
    ) -> Iterator[Text]:
        words = " ".join(word for word in (type_, name, str(number)) if word)
        yield Text(f"↳ {words}" if inside else words, "dim" if inside else "bold")
        if issuer:
            yield Text(self._say("cited-by", issuer=_cut(issuer, _SHORT_TITLE)), "dim")

    def _content(self, row: Row, document: CitedDocument) -> Iterator[Text]:
        if row.said.provisions:
            yield Text(_cut(write_provisions(row.said.provisions), _SHOWN_TITLE), "cyan")
        if row.said.title:
            yield Text(_cut(row.said.title, _SHOWN_TITLE), "dim" if row.inside else "")
        if row.own:
            yield Text(self._say("cited-own"), "dim")
        told = row.said.date if all(row.said.date) else document.sure_date
        yield from self._register(document, told, row.day or datetime.date.today())
        yield from (Text(said, "red") for said in self._otherwise(row, document))

    def _told(self, document: CitedDocument) -> Iterator[Text]:
        """What is told of a document: its title, or all that are told with their places."""
        if document.title and len(document.titles) < 2:
            yield Text(_cut(document.title, _SHOWN_TITLE))
        known = document.known
        if known and not (document.title and document.dates):
            date = known.date if not document.dates else None
            said = (
                self._date((date.year, date.month, date.day)) if date else "",
                "" if document.title else _cut(known.title, _SHOWN_TITLE),
            )
            if any(said):
                yield Text(self._say("cited-known", said=" ".join(filter(None, said))), "dim")
        yield from self._register(document, NO_DAY, datetime.date.today())
        if len(document.dates) > 1:
            for day, rows in document.dates.items():
                yield Text(self._so(self._date(day), rows), "red")
        if len(document.titles) > 1:
            for title, rows in document.titles.items():
                yield Text(self._so(f"“{_cut(title, _SHOWN_TITLE)}”", rows), "red")

    def _otherwise(self, row: Row, document: CitedDocument) -> Iterator[str]:
        """What is told elsewhere of a document, and not in ``row``."""
        if all(row.said.date) and len(document.dates) > 1:
            other = next(rows for day, rows in document.dates.items() if day != row.said.date)[0]
            yield self._elsewhere(self._date(other.said.date), other)
        own = document.title_of.get(row)
        if own is not None and len(document.titles) > 1:
            title, rows = next(one for one in document.titles.items() if one[0] != own)
            yield self._elsewhere(f"“{_cut(title, _SHORT_TITLE)}”", rows[0])

    def _register(self, document: CitedDocument, told: Day, day: datetime.date) -> Iterator[Text]:
        """What the register has against ``told``, a date, and against the document's being in force
        on ``day``."""
        known = document.known
        if known is None:
            return
        date = document.sure_date
        if date not in (NO_DAY, told) and {"date", "register"} & set(document.conflicts):
            yield Text(self._say("cited-register", date=self._date(date)), "red")
        ended = ", ".join(self._ended(known))
        if ended:
            yield Text(ended, "yellow" if known.until and known.until <= day else "")

    def _ended(self, known: KnownDocument) -> Iterator[str]:
        if known.until:
            until = known.until
            written = self._date((until.year, until.month, until.day))
            yield self._say("cited-until", date=written)
        if known.replaced_by:
            yield self._say("cited-replaced", number=known.replaced_by)

    def _elsewhere(self, said: str, row: Row) -> str:
        return self._say("cited-elsewhere", said=said, place=self._place(row))

    def _so(self, said: str, rows: Sequence[Row]) -> str:
        places = "; ".join(map(self._place, rows[:_SHOWN_PLACES]))
        more = len(rows) - _SHOWN_PLACES
        return self._say("cited-so", said=said, places=f"{places} +{more}" if more > 0 else places)

    def _place(self, row: Row) -> str:
        return f"{self._names.get(row.path, row.path)}:{row.line}"

    def _date(self, day: Day) -> str:
        year, month, date = day
        if not month:
            return self._say("cited-year", year=year) if year else ""
        if not date:
            return self._say("cited-month", month=month, year=year)
        return f"{date:02}/{month:02}/{year}" if month < 3 else f"{date:02}/{month}/{year}"

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.lang, **values)

    def _line(self, text: Text) -> None:
        self.console.print(shown(text), soft_wrap=True)


def _lines(parts: Iterable[Text | str]) -> Text:
    """Put the lines of a cell together, empty ones left out."""
    told = [shown(part if isinstance(part, Text) else Text(part)) for part in parts]
    return Text("\n").join(part for part in told if part)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "…"
