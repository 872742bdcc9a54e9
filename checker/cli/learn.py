"""``soat learn``: the counts, and the list, of an office's own signed documents."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from checker.cli.options import lang_option
from checker.errors import InputError
from checker.files import expand
from checker.phrases import say


@click.command("learn")
@click.argument("folder", type=click.Path(), metavar="THƯ_MỤC")
@click.option("--out", type=click.Path(path_type=Path), metavar="TỆP", help="Tệp số đếm sẽ ghi.")
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Tệp .yml sẽ ghi danh mục văn bản (số, ngày, cơ quan, trích yếu).",
)
@lang_option
def command(folder: str, out: Path | None, documents: Path | None, lang: str) -> None:
    """Học từ văn bản đã ký của cơ quan: đếm từ và cặp từ (--out), lập danh mục văn bản
    (--documents).

    Tệp số đếm không lưu câu chữ nào; từ gặp dưới 3 lần và các từ viết hoa đứng liền nhau (tên
    riêng) bị bỏ. Danh mục chỉ gồm văn bản có đủ số và ngày ở phần đầu.
    """
    from checker.archive import learn
    from checker.parsing import Grammar
    from checker.spelling.counting import LEAST_WORD

    if out is None and documents is None:
        raise InputError("nothing-to-write")
    files, errors = expand([folder])
    try:
        learned = learn(files, Grammar.load(), out, errors.append, documents)
    except OSError as failure:
        reason = f"{failure.filename2 or failure.filename or out}: {failure.strerror or failure}"
        raise InputError("cannot-write", reason=reason) from None
    for error in errors:
        click.echo(error.message(lang), err=True)
    if learned is None:
        code = "too-little" if out else "none-listed"
        click.echo(InputError(code, least=LEAST_WORD).message(lang), err=True)
        sys.exit(2)
    if out:
        click.echo(say("learned", lang, path=out, name=out.name, **asdict(learned)))
    if documents:
        told = {"path": documents, "name": documents.name, "listed": learned.listed}
        click.echo(say("listed", lang, **told))
    sys.exit(2 if errors else 0)
