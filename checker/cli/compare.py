"""``soat compare``: two documents side by side."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.cli.options import lang_option, ocr_option
from checker.cli.output import spare_inputs, write_output
from checker.document import Document
from checker.errors import InputError
from checker.parsing import parse
from checker.phrases import say
from checker.project import Options, Project
from checker.reading import read_file

_PAGES = (".html", ".htm")


@click.command("compare")
@click.argument("first", metavar="VĂN_BẢN_1")
@click.argument("second", metavar="VĂN_BẢN_2")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="Dạng kết quả (output format).",
)
@click.option(
    "-o",
    "--html",
    "out",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Ghi bảng so sánh ra trang .html này, xem bằng trình duyệt hoặc in.",
)
@ocr_option
@lang_option
def command(first: str, second: str, form: str, out: Path | None, ocr: bool, lang: str) -> None:
    """So lời văn hai văn bản: mục nào giống, khác, chuyển chỗ; khác đơn vị, địa danh, ngày, số.

    Hai văn bản có thể khác định dạng và khác cơ quan. Muốn biết bản sửa đã hết lỗi chưa, dùng
    “soat diff”. Mã kết thúc: 0 giống nhau từng chữ, 1 khác nhau, 2 có tệp không đọc được.
    """
    from checker.corpus.side_by_side.comparison import compare

    if first == second == "-":
        raise InputError("diff-one-input")
    if out is not None:
        spare_inputs(out, [first, second])
        if out.suffix.lower() not in _PAGES and not out.is_dir():
            raise InputError("compare-not-html", path=out)
    project = Project(Options(lang=lang, ocr=ocr))
    documents = [_read(path, project) for path in (first, second)]
    comparison = compare(*documents)
    if out is not None:
        from checker.reporting.compare_html import render

        write_output(out, render(comparison, (first, second), lang))
    if form == "json":
        from checker.reporting.compare_json import write_json

        write_json(comparison, (first, second), sys.stdout)
    elif out is not None:
        click.echo(say("compare-written", lang, path=out))
    else:
        from checker.reporting.compare_terminal import write_terminal

        write_terminal(comparison, (first, second), sys.stdout, lang)
    sys.exit(int(not comparison.same))


def _read(path: str, project: Project) -> Document:
    """Return the document at ``path``. Raises InputError, also ``compare-illegible``."""
    if path != "-" and Path(path).is_dir():
        raise InputError("compare-folder", path=path)
    source = read_file(path, ocr=project.options.ocr)
    document = parse(source, project.grammar(path))
    if not document.legible or not document.words:
        raise InputError("compare-illegible", path=path)
    return document
