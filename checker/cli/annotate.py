"""``soat annotate``: the findings beside the words, in a copy of the document."""

from __future__ import annotations

from pathlib import Path

import click

from checker.annotating import annotate, open_draft
from checker.cli.options import guesses_option, lang_option, ocr_option, stage_option
from checker.cli.output import spare_inputs, write_output
from checker.phrases import say
from checker.project import Options, Project
from checker.reading import load_bytes


@click.command("annotate")
@click.argument("path", type=click.Path(), metavar="TỆP")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    required=True,
    help="Bản sao sẽ ghi: .docx (nhận xét Word), .pdf (tô sáng) hoặc .html (lời báo bên lề).",
)
@stage_option
@guesses_option
@ocr_option
@lang_option
def command(path: str, out: Path, stage: str | None, guesses: bool, ocr: bool, lang: str) -> None:
    """Ghi lời báo vào một bản sao, ngay tại chữ có lỗi; tệp gốc giữ nguyên.

    Từ tệp Word ra .docx có nhận xét, từ PDF ra PDF tô sáng, từ tệp bất kỳ ra trang .html.
    """
    spare_inputs(out, [path])
    draft = open_draft(load_bytes(path), path, ocr=ocr)
    project = Project(Options(lang=lang, stage=stage, guesses=guesses))
    report = project.linter(path).check(draft.source, project.settings(path).stage)
    write_output(out, annotate(draft, report, str(out), lang))
    click.echo(say("annotated", lang, path=out, count=len(report.findings)))
