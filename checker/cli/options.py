"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from checker.errors import InputError

F = TypeVar("F", bound=Callable[..., Any])


def lang_option(function: F) -> F:
    return click.option(
        "--lang",
        type=click.Choice(["vi", "en"]),
        default="vi",
        show_default=True,
        help="Ngôn ngữ của lời báo (language of messages).",
    )(function)


def stage_option(function: F) -> F:
    return click.option(
        "--stage",
        type=click.Choice(["draft", "issued"]),
        help="draft (mặc định): bản thảo, số và ngày được để trống; issued: bản đã ban hành.",
    )(function)


def guesses_option(function: F) -> F:
    return click.option(
        "--guesses", is_flag=True, help="Báo cả phỏng đoán yếu về chính tả (lưu ý)."
    )(function)


def _file_there(
    _context: click.Context, _option: click.Parameter, path: Path | None
) -> Path | None:
    if path is not None and not path.is_file():
        raise InputError("no-such-file", path=path)
    return path


def text_or_json_option(function: F) -> F:
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Chữ để đọc, hoặc JSON.",
    )(function)


def config_option(function: F) -> F:
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        callback=_file_there,
        metavar="TỆP",
        help="Dùng tệp soat.yml này cho mọi văn bản.",
    )(function)


def ocr_option(function: F) -> F:
    return click.option(
        "--ocr",
        is_flag=True,
        help="Nhận dạng chữ của bản quét bằng tesseract (đã cài, có tiếng Việt).",
    )(function)
