"""``soat citations``: the documents that files cite, and where they are not cited alike."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from checker.cli.options import lang_option
from checker.cli.output import spare_inputs, write_output
from checker.corpus.cited.citations import FileCitations, rows_of
from checker.corpus.cited.documents import group
from checker.data import cache_folder
from checker.errors import InputError
from checker.files import expand
from checker.parsing import parse
from checker.phrases import say
from checker.project import Options, Project
from checker.reading import read_file
from checker.registers.known_documents import KnownDocuments

_PROGRESS_FROM = 20
_FILE_WIDTH = 120  # of a table in a file
_BOM = b"\xef\xbb\xbf"  # without it Excel takes UTF-8 for another coding


@click.command("citations")
@click.argument("paths", nargs=-1, type=click.Path(), required=True, metavar="ĐƯỜNG_DẪN...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="Bảng để đọc, JSON, hoặc CSV mở bằng Excel.",
)
@click.option(
    "--by-document",
    is_flag=True,
    help="Mỗi văn bản được viện dẫn một dòng, gộp mọi tệp; văn bản ghi không thống nhất đứng đầu.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Ghi kết quả vào tệp này, không in ra.",
)
@lang_option
def command(
    paths: tuple[str, ...], form: str, by_document: bool, out: Path | None, lang: str
) -> None:
    """Liệt kê các văn bản được viện dẫn: ở đâu, số, ngày, cơ quan, trích yếu, hết hiệu lực chưa.

    Một số mà nơi này ghi khác nơi kia về ngày hoặc trích yếu, kể cả giữa các tệp, thì được đánh
    dấu ≠. Điều chưa biết thì để trống. Mã kết thúc: 0, hoặc 2 khi có tệp không đọc được.
    """
    names, errors = expand(paths)
    if out:
        spare_inputs(out, names)
    files = [FileCitations(str(error.values["path"]), error=error) for error in errors]
    project = Project(Options(lang=lang))
    files += _read(names, project)
    if form != "json":
        for said in _unread(files, form == "csv" or by_document, lang):
            click.echo(said, err=True)
    known = KnownDocuments.load(cache_folder()).with_own(project.own_documents)
    _write(_told(files, known, form, by_document, lang, out), out, form)
    sys.exit(2 if any(file.error for file in files) else 0)


def _read(names: list[str], project: Project) -> Iterator[FileCitations]:
    """Read the files one by one, each under its soat.yml; one that cannot be read, or on which Soát
    itself fails, does not stop the others. Raises ConfigError."""
    for name in _with_progress(names):
        grammar = project.grammar(name)
        try:
            document = parse(read_file(name), grammar)
            rows = tuple(rows_of(document, grammar.issuers))
        except InputError as error:
            yield FileCitations(name, error=error)
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            yield FileCitations(name, error=InputError("failed", path=name, reason=reason))
        else:
            yield FileCitations(name, rows, document.legible)


def _unread(files: list[FileCitations], damaged: bool, lang: str) -> Iterator[str]:
    """Yield what is wrong with files; with ``damaged`` also which have a text that is not
    legible."""
    for file in files:
        if file.error:
            yield file.error.message(lang)
        elif damaged and not file.legible:
            yield f"{file.path}: {say('cites-illegible', lang)}"


def _with_progress(names: list[str]) -> Iterable[str]:
    if len(names) < _PROGRESS_FROM or not sys.stderr.isatty():
        return names
    from rich.console import Console
    from rich.progress import track

    return track(names, "Soát", console=Console(stderr=True), transient=True)


def _told(
    files: list[FileCitations],
    known: KnownDocuments,
    form: str,
    by_document: bool,
    lang: str,
    out: Path | None,
) -> str:
    """Return what is to be written; a table for the screen is written at once."""
    documents = group((row for file in files for row in file.rows), known)
    of = {row: document for document in documents for row in document.rows}
    if form == "json":
        from checker.reporting.citations_json import citations_json

        return citations_json(files, documents, of, lang) + "\n"
    if form == "csv":
        from checker.reporting.citations_csv import documents_csv, rows_csv

        return documents_csv(documents, lang) if by_document else rows_csv(files, of, lang)
    from checker.reporting.citations_table import CitationsTable

    kept = io.StringIO()
    target = kept if out else sys.stdout
    table = CitationsTable(
        target, lang, [file.path for file in files], _FILE_WIDTH if out else None
    )
    if by_document:
        table.documents(documents)
    else:
        for file in files:
            if not file.error:
                table.file(file, of)
    table.summary(files, documents)
    return kept.getvalue()


def _write(told: str, out: Path | None, form: str) -> None:
    content = told.encode("utf-8", "replace")
    if out is None:
        click.echo(content if form == "csv" else told, nl=False)
        return
    write_output(out, _BOM + content if form == "csv" else content)
