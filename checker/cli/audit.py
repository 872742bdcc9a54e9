"""``soat audit``: many documents, checked and compared."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.cli.options import config_option, lang_option, ocr_option, stage_option
from checker.files import expand
from checker.project import Options


@click.command("audit")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="ĐƯỜNG_DẪN...")
@click.option(
    "--against",
    multiple=True,
    type=click.Path(),
    metavar="TỆP",
    help="Kế hoạch của cấp trên mà các kế hoạch phải thực hiện; dùng được nhiều lần.",
)
@click.option(
    "--out",
    "-o",
    type=click.Path(path_type=Path),
    required=True,
    metavar="THƯ_MỤC",
    help="Nơi ghi.",
)
@stage_option
@config_option
@ocr_option
@lang_option
def command(
    paths: tuple[str, ...],
    against: tuple[str, ...],
    out: Path,
    stage: str | None,
    config: Path | None,
    ocr: bool,
    lang: str,
) -> None:
    """Soát nhiều văn bản và đối chiếu chúng với nhau, với kế hoạch của cấp trên."""
    from checker.corpus.audit import AuditOptions, compare, keep, run_batches
    from checker.corpus.engines import Sequential

    files, _ = expand(paths)
    asked = AuditOptions(Options(lang, stage or "issued", config=config, ocr=ocr), against)
    for _ in run_batches(files, asked, out, Sequential()):
        pass
    audit = compare(files, asked, out)
    for finding in audit.findings:
        click.echo(f"{finding.path}:{finding.spot.line} {finding.rule} {finding.message}")
    keep(audit, out)
    sys.exit(0)
