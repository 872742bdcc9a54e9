"""``soat libreoffice``: Writer marks faults while one types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from checker.cli.options import lang_option
from checker.cli.output import spare_inputs, write_output
from checker.errors import InputError
from checker.libreoffice.extension import DEFAULT_URL, base_url, make_extension
from checker.phrases import say

F = TypeVar("F", bound=Callable[..., Any])


def _address_options(function: F) -> F:
    url = click.option(
        "--url",
        default=DEFAULT_URL,
        show_default=True,
        metavar="ĐỊA_CHỈ",
        help="Địa chỉ của máy chủ Soát (soat serve).",
    )
    key = click.option(
        "--api-key",
        default="",
        envvar="SOAT_TOKEN",
        metavar="MÃ",
        help="Mã truy cập, nếu máy chủ của cơ quan đòi.",
    )
    return url(key(function))


_profile_option = click.option(
    "--profile",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ_MỤC",
    help="Thư mục hồ sơ LibreOffice, nếu không dùng hồ sơ thường.",
)


@click.group("libreoffice")
def command() -> None:
    """LibreOffice Writer gạch chân chỗ sai ngay khi đang gõ.

    Writer gửi từng đoạn văn tới “soat serve” trên máy này; không chữ nào ra ngoài.
    """


@command.command("install")
@_address_options
@_profile_option
@lang_option
def install(url: str, api_key: str, profile: Path | None, lang: str) -> None:
    """Cài vào LibreOffice trên máy này (7.4 trở lên)."""
    from checker.libreoffice import unopkg

    unopkg.install(make_extension(url, api_key), profile)
    base = base_url(url)
    click.echo(say("lo-installed", lang, url=base))
    click.echo(say("lo-step-serve" if base == DEFAULT_URL else "lo-step-office", lang))
    click.echo(say("lo-step-language", lang))


@command.command("remove")
@_profile_option
@lang_option
def remove(profile: Path | None, lang: str) -> None:
    """Gỡ khỏi LibreOffice."""
    from checker.libreoffice import unopkg

    click.echo(say("lo-removed" if unopkg.remove(profile) else "lo-not-installed", lang))


@command.command("package")
@click.option(
    "--output",
    "-o",
    "out",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Tệp để ghi (mặc định soat.oxt ở thư mục này, nếu chưa có).",
)
@_address_options
@lang_option
def package(out: Path | None, url: str, api_key: str, lang: str) -> None:
    """Ghi tệp .oxt để cài ở máy khác hoặc cài bằng tay."""
    path = out or Path("soat.oxt")
    content = make_extension(url, api_key)
    spare_inputs(path, ())
    if out is None and path.exists() and path.read_bytes() != content:
        raise InputError("lo-exists", path=path)
    write_output(path, content)
    click.echo(say("lo-written", lang, path=path))
