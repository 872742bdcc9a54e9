"""``soat parse``: what the grammar understood of a document."""

from __future__ import annotations

import sys

import click

from checker.cli.options import lang_option
from checker.parsing import parse
from checker.project import Options, Project
from checker.reading import read_file


@click.command("parse")
@click.argument("path", type=click.Path(), metavar="TỆP")
@click.option(
    "--format",
    "form",
    type=click.Choice(["tree", "json"]),
    default="tree",
    show_default=True,
    help="Cây để đọc, hoặc JSON.",
)
@lang_option
def command(path: str, form: str, lang: str) -> None:
    """Cho xem chương trình hiểu văn bản thế nào: phần đầu, các mục, nhiệm vụ, đơn vị, nơi nhận."""
    document = parse(read_file(path), Project(Options(lang=lang)).grammar(path))
    if form == "json":
        from checker.reporting.outline import write_outline

        write_outline(document, sys.stdout)
    else:
        from checker.reporting.tree import print_tree

        print_tree(document, sys.stdout, lang)
