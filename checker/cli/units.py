"""``soat units``: the units that a document names, and what the register knows of them."""

from __future__ import annotations

import json

import click

from checker.cli.options import lang_option, text_or_json_option
from checker.parsing import parse
from checker.phrases import say
from checker.project import Options, Project
from checker.reading import read_file
from checker.reporting.units_table import lines_of, unit_rows


@click.command("units")
@click.argument("path", type=click.Path(), metavar="TỆP")
@text_or_json_option
@lang_option
def command(path: str, form: str, lang: str) -> None:
    """Liệt kê các cơ quan, đơn vị trong văn bản: mấy lần, viết thế nào, ở dòng nào, vai trò gì."""
    grammar = Project(Options(lang=lang)).grammar(path)
    document = parse(read_file(path), grammar)
    rows = unit_rows(document, grammar.unit_names.agencies)
    if form == "json":
        click.echo(json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=2))
        return
    for row in rows:
        for line in lines_of(row, lang):
            click.echo(line)
    click.echo(say("units-count", lang, count=len(rows)))
