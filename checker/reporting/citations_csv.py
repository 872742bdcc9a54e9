"""The documents that files cite as CSV, for Excel: ``soat citations --format csv``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from checker.citations.citation import Cited
from checker.citations.provisions import write_provisions
from checker.corpus.cited.citations import Day, FileCitations, Row
from checker.corpus.cited.documents import CitedDocument
from checker.phrases import say
from checker.registers.known_documents import KnownDocument
from checker.reporting.spreadsheet import inert

_ROW_COLUMNS = (
    "file",
    "line",
    "column",
    "section",
    "type",
    "number",
    "date",
    "issuer",
    "title",
    "provisions",
    "inside",
    "until",
    "replaced",
    "conflicts",
)
_DOCUMENT_COLUMNS = (
    "type",
    "number",
    "date",
    "issuer",
    "title",
    "files",
    "times",
    "until",
    "replaced",
    "conflicts",
    "places",
)


def rows_csv(files: Iterable[FileCitations], of: dict[Row, CitedDocument], lang: str) -> str:
    """Return one line for each citation; ``of`` are the documents that the rows mean."""
    lines = ([*_place(row), *_row(row, of[row], lang)] for file in files for row in file.rows)
    return _csv(_ROW_COLUMNS, lines, lang)


def documents_csv(documents: Iterable[CitedDocument], lang: str) -> str:
    """Return one line for each document."""
    return _csv(_DOCUMENT_COLUMNS, (_document(one, lang) for one in documents), lang)


def iso(day: Day) -> str:
    """Write a date, or what of it is told, as 2025-04-01, 2025-04 or 2025."""
    year, month, date = day
    if not year:
        return ""
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{date:02}" if date else "")


def place_of(row: Row) -> str:
    return f"{row.path}:{row.line}"


def _place(row: Row) -> Sequence[str]:
    return row.path, str(row.line), str(row.column), row.section


def _row(row: Row, document: CitedDocument, lang: str) -> Iterator[str]:
    said = row.said
    yield said.type
    yield str(said.number or "")
    yield iso(said.date)
    yield said.issuer
    yield _title(said)
    yield write_provisions(said.provisions)
    yield "x" if row.inside else ""
    yield from _known(document.known)
    yield _conflicts(document, lang)


def _document(document: CitedDocument, lang: str) -> Iterator[str]:
    yield document.type
    yield document.number
    yield "; ".join(map(iso, document.dates)) or iso(document.date)
    yield document.issuer
    yield f"{document.name} {document.title}".strip()
    yield str(len(document.files))
    yield str(len(document.rows))
    yield from _known(document.known)
    yield _conflicts(document, lang)
    yield "; ".join(map(place_of, document.rows))


def _title(said: Cited) -> str:
    return f"{said.name} {said.title}".strip()


def _known(known: KnownDocument | None) -> tuple[str, str]:
    if known is None:
        return "", ""
    return known.until.isoformat() if known.until else "", known.replaced_by


def _conflicts(document: CitedDocument, lang: str) -> str:
    return ", ".join(say(f"conflict-{one}", lang) for one in document.conflicts)


def _csv(columns: Sequence[str], lines: Iterable[Iterable[str]], lang: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(say(f"column-{name}", lang) for name in columns)
    writer.writerows(map(inert, line) for line in lines)
    return out.getvalue()
