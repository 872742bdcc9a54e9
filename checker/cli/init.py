"""``soat init``: the soat.yml with which an office starts."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.options import lang_option
from checker.cli.output import write_output
from checker.errors import InputError
from checker.office import FILE_NAME, split_place
from checker.phrases import say
from checker.rule import REGIMES

if TYPE_CHECKING:
    from checker.config.guessing import Guess

_MOST_DOCUMENTS = 20
_NONE = "-"


@click.command("init")
@click.argument(
    "folder",
    default=".",
    type=click.Path(path_type=Path),
    metavar="[THƯ_MỤC]",
)
@click.option(
    "--locality", metavar="TÊN", help="Địa phương: “phường Nhị Chiểu, thành phố Hải Phòng”."
)
@click.option("--regime", type=click.Choice(REGIMES), help="Văn bản hành chính, hay của Đảng.")
@click.option("--yes", is_flag=True, help="Không hỏi, ghi luôn những gì đoán được.")
@lang_option
def command(folder: Path, locality: str | None, regime: str | None, yes: bool, lang: str) -> None:
    """Tạo soat.yml có chú thích cho một thư mục, đoán địa phương, cơ quan chủ quản, người ký từ các
    văn bản trong đó.

    Không bao giờ ghi đè soat.yml đã có. Cạnh nó có tệp .soat.schema.json để phần mềm soạn thảo
    (VS Code …) gợi ý và báo lỗi khi viết.
    """
    from checker.config import find_config
    from checker.config.starting import SCHEMA_FILE, starting_text
    from checker.schemas import CONFIG, shipped

    if not folder.is_dir():
        raise InputError("no-such-folder", path=folder)
    config, schema = folder / FILE_NAME, folder / SCHEMA_FILE
    if config.exists() or config.is_symlink():
        raise InputError("config-exists", path=config)
    if not _is_ours(schema):
        raise InputError("config-exists", path=schema)
    if locality is not None:
        locality = _place(lang)(locality)
    known = _known(_guess(folder, lang), locality, regime)
    if _can_ask() and not yes:
        known = _asked(known, locality is None, regime is None, lang)
    above = find_config(str(config))
    write_output(schema, shipped(CONFIG).encode("utf-8"))
    write_output(config, starting_text(known, lang).encode("utf-8"))
    if above:
        click.echo(say("init-hides", lang, path=above))
    click.echo(say("init-done", lang, path=config, folder=folder))


def _can_ask() -> bool:
    return sys.stdin.isatty()


def _guess(folder: Path, lang: str) -> Guess:
    from checker.config.guessing import guess_office
    from checker.data import cache_folder
    from checker.files import expand
    from checker.parsing import Grammar

    paths, _ = expand([str(folder)])
    guess = guess_office(paths[:_MOST_DOCUMENTS], Grammar.load(cache_folder()))
    click.echo(say("init-read", lang, count=guess.documents, path=folder))
    return guess


def _known(guess: Guess, locality: str | None, regime: str | None) -> dict[str, Any]:
    """The values to write by key, what is empty left out."""
    values: dict[str, Any] = {
        "locality": locality or guess.locality,
        "superior": guess.superior,
        "regime": regime or guess.regime,
        "people": guess.people,
    }
    known = {key: value for key, value in values.items() if value}
    for key, value in known.items():
        shown = "; ".join(f"{a}: {b}" for a, b in value.items()) if key == "people" else value
        click.echo(f"  {key}: {shown}")
    return known


def _asked(
    known: dict[str, Any], ask_locality: bool, ask_regime: bool, lang: str
) -> dict[str, Any]:
    """The values as the user wants them, who is shown ``known`` to begin with."""
    asked = dict(known)
    if ask_locality:
        asked["locality"] = _prompt("init-locality", known.get("locality"), _place(lang), lang)
    asked["superior"] = _prompt("init-superior", known.get("superior"), str.strip, lang)
    if ask_regime:
        asked["regime"] = _prompt("init-regime", known.get("regime"), _regime(lang), lang)
    if "people" in known:
        people = ", ".join(known["people"])
        if not click.confirm(say("init-people", lang, people=people), default=True):
            del asked["people"]
    return {key: value for key, value in asked.items() if value}


def _prompt(phrase: str, default: str | None, check: Callable[[str], str], lang: str) -> str:
    """Ask for a value; a lone ``-`` is none."""
    answer: str = click.prompt(
        say(phrase, lang),
        default=default or "",
        show_default=bool(default),
        value_proc=lambda text: "" if text.strip() == _NONE else check(text),
    )
    return answer


def _place(lang: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        text = " ".join(text.split())
        if text and not all(split_place(text)[:2]):
            raise click.BadParameter(say("init-not-a-place", lang, text=text))
        return text

    return check


def _regime(lang: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if text.strip() not in ("", *REGIMES):
            raise click.BadParameter(say("init-not-a-regime", lang))
        return text.strip()

    return check


def _is_ours(schema: Path) -> bool:
    """Tell whether there is no file at ``schema``, or one that ``soat init`` has written."""
    try:
        return bool(json.loads(schema.read_bytes())["title"] == FILE_NAME)
    except FileNotFoundError:
        return not schema.is_symlink()
    except (OSError, ValueError, LookupError, TypeError):
        return False
