"""The header: issuer, Quốc hiệu, number, place and date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.document import Header, Number, PlaceDate
from checker.kinds import Line
from checker.parsing.body import part_of
from checker.text.folding import fold
from checker.text.part import Part

_STATE_NUMBER = re.compile(
    r"S\w\b *:?(?P<figure>[\d.,_ …]*)/(?: *\d{4} */)?(?P<type>[\w ]+)[-–](?P<issuer>.+)$"
)
_PARTY_NUMBER = re.compile(r"S\w\b *:?(?P<figure>[\d.,_ …]*)[-–](?P<type>[\w ]+)/(?P<issuer>.+)$")
_DATE = re.compile(
    r"(?P<place>.{2,45}?)(?:,| (?=[Nn]gay)) *[Nn]gay(?P<day>[\d\s._…]*)"
    r"(?:[Tt]hang|[/.-])(?P<month>[\d\s._…]*)(?:[Nn]am|[/.-])(?P<year>[\d\s._…]*)$"
)
_DIGITS = re.compile(r"\d+")
_LEVEL_WORD = re.compile(
    r"(?:TINH|THANH PHO|XA|PHUONG|DAC KHU|HUYEN|QUAN(?! SU| DOI| CHUNG| Y| KHU| DAN)|THI XA|"
    r"THI TRAN|TP)\b(?! UY)"
)


def build_header(lines: Sequence[Line], head_end: int, agency: re.Pattern[str]) -> Header:
    """Build the header from all lines; ``head_end`` is the offset where the type line stands or
    should stand, ``agency`` fits the start of an agency's name (grammar/lines.yml)."""
    first: dict[str, Line] = {}
    for line in lines:
        first.setdefault(line.kind, line)
    agencies = _agencies([line for line in lines if line.kind == "AGENCY"], agency)
    number = first.get("NUMBER")
    date = first.get("PLACE_DATE")
    after_issuer = date.start if date else head_end
    return Header(
        _found(first, "PARTY_NAME", 0),
        _found(first, "NATION", 0),
        _found(first, "MOTTO", first["NATION"].end if "NATION" in first else 0),
        agencies[-2] if len(agencies) > 1 else Part.missing(0),
        agencies[-1] if agencies else Part.missing(0),
        _number(number) if number else Number("", after_issuer, after_issuer),
        _place_date(date) if date else PlaceDate("", head_end, head_end),
        _found(first, "ADDRESSEE", head_end),
    )


def _found(first: dict[str, Line], kind: str, missing_at: int) -> Part:
    line = first.get(kind)
    return part_of(line) if line else Part.missing(missing_at)


def _agencies(lines: Sequence[Line], agency: re.Pattern[str]) -> list[Part]:
    """Join lines that are one agency: "ỦY BAN NHÂN DÂN" / "XÃ HƯNG ĐẠO"."""
    parts: list[Part] = []
    for line in lines:
        folded = fold(line.text)
        if parts and (_LEVEL_WORD.match(folded) or not agency.match(folded)):
            last = parts[-1]
            parts[-1] = Part(f"{last.text} {line.text}", last.start, line.end)
        else:
            parts.append(part_of(line))
    return parts


def _number(line: Line) -> Number:
    folded = fold(line.text)
    for pattern, regime in ((_STATE_NUMBER, "state"), (_PARTY_NUMBER, "party")):
        match = pattern.match(folded)
        if match:
            figure = "".join(_DIGITS.findall(match["figure"]))
            type_code = line.text[match.start("type") : match.end("type")].strip()
            issuer = line.text[match.start("issuer") : match.end("issuer")].strip()
            return Number(line.text, line.start, line.end, figure, type_code, issuer, regime)
    return Number(line.text, line.start, line.end)


def _place_date(line: Line) -> PlaceDate:
    match = _DATE.match(fold(line.text))
    if not match:
        return PlaceDate(line.text, line.start, line.end)
    day, month, year = (
        int(digits.group()) if (digits := _DIGITS.search(match[name])) else 0
        for name in ("day", "month", "year")
    )
    place = line.text[: match.end("place")].lstrip(" *_()")
    return PlaceDate(line.text, line.start, line.end, place, day, month, year)
