"""``soat learn``: the counts of an office's own signed documents."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from checker.cli.files import expand
from checker.cli.options import lang_option
from checker.errors import InputError
from checker.phrases import say


@click.command("learn")
@click.argument("folder", metavar="THƯ_MỤC")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="Tệp số đếm sẽ được ghi."
)
@lang_option
def command(folder: str, out: Path, lang: str) -> None:
    """Học cách dùng từ từ văn bản đã ký của cơ quan: chỉ đếm từ và cặp từ.

    Không lưu câu chữ nào; từ gặp dưới 3 lần và các từ viết hoa đứng liền nhau (tên riêng) bị bỏ.
    """
    from checker.archive import learn
    from checker.parsing import Grammar
    from checker.spelling.counting import LEAST_WORD

    files, errors = expand([folder])
    try:
        learned = learn(files, Grammar.load(), out, errors.append)
    except OSError as failure:
        reason = f"{out}: {failure.strerror or failure}"
        raise InputError("cannot-write", reason=reason) from None
    for error in errors:
        click.echo(error.message(lang), err=True)
    if learned is None:
        click.echo(InputError("too-little", least=LEAST_WORD).message(lang), err=True)
        sys.exit(2)
    click.echo(say("learned", lang, path=out, name=out.name, **asdict(learned)))
    sys.exit(2 if errors else 0)
