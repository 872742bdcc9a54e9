"""``soat places``: what the register knows of a place's name."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator

import click

from checker.cli.options import lang_option
from checker.data import cache_folder
from checker.office import split_place
from checker.parsing import Grammar
from checker.phrases import say
from checker.registers.places import PROVINCE, Gazetteer, KnownPlace, same_name

_BEGINNING = datetime.date.min
_SHOWN_BEFORE = 12  # former communes told of one that was made of them


@click.command("places")
@click.argument("name", metavar="TÊN")
@lang_option
def command(name: str, lang: str) -> None:
    """Tra một địa danh: có những nơi nào tên ấy, thuộc tỉnh nào, từ ngày nào, trước đó là gì.

    Tên có hay không có cấp đều được: "Nhị Chiểu", "phường Nhị Chiểu". Không có thì mã kết thúc 1.
    """
    gazetteer = Grammar.load(cache_folder()).gazetteer
    level, bare, _ = split_place(name)
    bare = bare or name.strip()
    alike = gazetteer.alike(bare)
    found = [one for one in alike if same_name(one.name, bare)]
    of_level = [one for one in found if one.level == level] or found
    for place in of_level:
        click.echo("\n".join(_lines(place, gazetteer, lang)))
    if not found:
        click.echo(say("place-nowhere", lang, name=bare))
        near = dict.fromkeys(gazetteer.shown(one) for one in alike)
        if near:
            click.echo(say("place-alike", lang, names="; ".join(near)))
        sys.exit(1)


def _lines(place: KnownPlace, gazetteer: Gazetteer, lang: str) -> Iterator[str]:
    told = []
    if place.since != _BEGINNING:
        told.append(say("place-since", lang, day=_day(place.since)))
    if place.until is not None:
        last = place.until - datetime.timedelta(days=1)
        told.append(say("place-until", lang, day=_day(last)))
    dates = f" ({', '.join(told)})" if told else ""
    yield gazetteer.shown(place) + dates
    if place.successors:
        became = "; ".join(place.successors)
        province = gazetteer.province(place.province)
        if province and place.level not in PROVINCE:
            became += f" ({province.shown()})"
        yield "    " + say("place-now", lang, names=became)
    before = gazetteer.predecessors(place)
    if before:
        names = [gazetteer.shown(one) for one in before]
        shown = "; ".join(names[:_SHOWN_BEFORE])
        yield "    " + say("place-before", lang, names=shown)


def _day(day: datetime.date) -> str:
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
