"""``soat config``: what is in force for a document, and where each value is from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.options import config_option, lang_option
from checker.phrases import say

if TYPE_CHECKING:
    from checker.config import Config, Origin


@click.group("config")
def command() -> None:
    """Cấu hình soat.yml: xem giá trị đang dùng, in JSON Schema."""


@command.command("show")
@click.argument("path", required=False, default="-", metavar="[TỆP]")
@config_option
@lang_option
def show(path: str, config: Path | None, lang: str) -> None:
    """Cho xem mỗi khóa đang có giá trị gì đối với một văn bản (hay các tệp trong một thư mục), và
    lấy từ dòng nào của soat.yml.

    Không nêu tệp thì xem cho thư mục đang đứng.
    """
    from checker import data
    from checker.config import find_config, load_config
    from checker.ruleset import load_rules

    rules = load_rules(data.folder("rules"), data.cache_folder())
    inside = str(Path(path) / "-") if Path(path).is_dir() else path  # stands for its documents
    found = load_config(config or find_config(inside), rules)
    for line in _lines(found, inside, path, lang):
        click.echo(line)


@command.command("schema")
def schema() -> None:
    """In JSON Schema của soat.yml, để phần mềm soạn thảo gợi ý và báo lỗi khi viết."""
    from checker.schemas import CONFIG, shipped

    click.echo(shipped(CONFIG), nl=False)


def _lines(config: Config, path: str, shown: str, lang: str) -> Iterator[str]:
    yield say("config-path", lang, path=config.path) if config.path else say("config-none", lang)
    if shown != "-":
        yield say("config-for", lang, path=shown)
    ignored = config.ignored_at(path)
    if ignored and config.path:
        yield say("config-ignored", lang, origin=f"{config.path.name}:{ignored}")
    yield ""
    origins = config.origins(path)
    width = max(len(origin.key) for origin in origins)
    for origin in origins:
        value = _shown(origin.key, origin.value, lang)
        yield f"{origin.key:<{width}}  {value}  ← {_place(origin, config.path, lang)}"


def _shown(key: str, value: Any, lang: str) -> str:
    if key == "documents":
        return say("config-documents", lang, count=len(value))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        value = [f"{name}: {one}" for name, one in value.items()]
    return value or "–" if isinstance(value, str) else "; ".join(value) or "–"


def _place(origin: Origin, path: Path | None, lang: str) -> str:
    if not origin.line or path is None:
        return say("config-default", lang)
    line = f"{path.name}:{origin.line}"
    if origin.files:
        return say("config-override", lang, line=line, files=", ".join(origin.files))
    return line
