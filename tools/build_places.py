"""Builds the registers of places from the data of vietnamadminunits 1.0.4 (MIT).

    python -m tools.build_places FOLDER    # FOLDER holds its dataset.db and converter_2025.json
    python -m tools.build_places --check   # counts what is in force today

Writes checker/registers/places.tsv (communes since 01/7/2025) and former-places.tsv (communes and
districts until then, with what each commune became). The package itself is never imported. What
changed after its data (2026-08-23 at the latest) is patched here, with the resolution.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from checker.data import parse_yaml
from checker.registers.places import REFORM, Gazetteer, make_provinces, plain_key
from checker.text.folding import fold

REGISTERS = Path(__file__).resolve().parent.parent / "checker" / "registers"
COMMUNES = {"xã": 2599, "phường": 709, "đặc khu": 13}
PROVINCES = 34
# Nghị quyết 237/NQ-UBTVQH16 and 388/NQ-UBTVQH16: these xã became phường.
WARDS_SINCE = {
    ("Đồng Nai", "2026-04-30"): (
        "Dầu Giây, Đồng Phú, Long Thành, Lộc Ninh, Nhơn Trạch, Tân Khai, Tân Phú, Trảng Bom, "
        "Trị An, Xuân Lộc"
    ),
    ("Bắc Ninh", "2026-09-20"): (
        "Bố Hạ, Lạng Giang, Kép, Lục Nam, Hiệp Hòa, Yên Phong, Phù Lãng, Chi Lăng, Gia Bình, "
        "Tiên Du, Nhân Thắng, Lương Tài"
    ),
}
NOTICE = """\
# From the data of vietnamadminunits 1.0.4, Copyright (c) 2025 Tran Ngoc Minh Hieu, MIT License:
# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
# associated documentation files (the "Software"), to deal in the Software without restriction,
# including without limitation the rights to use, copy, modify, merge, publish, distribute,
# sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
# furnished to do so, subject to the following conditions: The above copyright notice and this
# permission notice shall be included in all copies or substantial portions of the Software.
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
# NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
# NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
# DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
# OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
#
# Built by tools/build_places.py; law: Nghị quyết 202/2025/QH15 and the resolutions of the Standing
# Committee on each province (from 01/7/2025), 237/NQ-UBTVQH16 and 388/NQ-UBTVQH16 (2026).
"""
NOW_COLUMNS = (
    "# key, level, name, province, since, until (dates empty: since 01/7/2025, in force)\n"
)
FORMER_COLUMNS = (
    "# key, level, name, province of then, district, what it became (in the province of today)\n"
)


class _Row(NamedTuple):
    key: str
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return "\t".join((self.key, *self.cells)).rstrip("\t")


def build(folder: Path) -> None:
    """Write both registers from the data in ``folder``."""
    database = sqlite3.connect(folder / "dataset.db")
    converter = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
    _write("places.tsv", NOW_COLUMNS, _communes(database))
    _write("former-places.tsv", FORMER_COLUMNS, _former(database, converter))


def _communes(database: sqlite3.Connection) -> Iterator[_Row]:
    changed = {
        (province, plain_key(name)): since
        for (province, since), names in WARDS_SINCE.items()
        for name in names.split(", ")
    }
    rows = database.execute("select wardType, wardShort, provinceShort from admin_units")
    for level, name, province in rows:
        level, name, province = level.lower(), _tidy(name), _province(province)
        key = plain_key(name)
        since = changed.get((province, key), "") if level == "xã" else ""
        yield _Row(key, (level, name, province, "", since))
        if since:
            yield _Row(key, ("phường", name, province, since, ""))


def _former(database: sqlite3.Connection, converter: dict[str, object]) -> Iterator[_Row]:
    became = _successors(database, converter)
    query = (
        "select province, district, ward, provinceKey, districtKey, wardKey from admin_units_legacy"
    )
    districts: set[tuple[str, str]] = set()
    for province, district, ward, *keys in database.execute(query):
        province, district = _province(province), _lower(_tidy(district))
        if (province, district) not in districts:
            districts.add((province, district))
            level, name = _split(district)
            yield _Row(plain_key(name), (level, name, province, "", ""))
        if ward:
            level, name = _split(_lower(_tidy(ward)))
            successors = "; ".join(sorted(became["_".join(keys)]))
            yield _Row(plain_key(name), (level, name, province, district, successors))


def _successors(
    database: sqlite3.Connection, converter: dict[str, object]
) -> defaultdict[str, set[str]]:
    shown = {
        (province, ward): _lower(_tidy(name))
        for province, ward, name in database.execute(
            "select provinceKey, wardKey, ward from admin_units"
        )
    }
    became: defaultdict[str, set[str]] = defaultdict(set)
    whole = converter["DICT_PROVINCE_WARD_NO_DIVIDED"]
    divided = converter["DICT_PROVINCE_WARD_DIVIDED"]
    assert isinstance(whole, dict)
    assert isinstance(divided, dict)
    for province, wards in whole.items():
        for ward, olds in wards.items():
            for old in olds:
                became[old].add(shown.get((province, ward), ""))
    for province, olds in divided.items():
        for old, parts in olds.items():
            for part in parts:
                became[old].add(shown.get((province, part["newWardKey"]), ""))
    for names in became.values():
        names.discard("")
    return became


LEVELS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "xã", "tỉnh")


def _split(full: str) -> tuple[str, str]:
    level = next(level for level in LEVELS if full.startswith(level + " "))
    return level, full[len(level) + 1 :]


def _lower(full: str) -> str:
    """The level word in lower case: "Thành Phố Bắc Kạn" gives "thành phố Bắc Kạn"."""
    level = next(level for level in LEVELS if full.lower().startswith(level + " "))
    return level + full[len(level) :]


def _province(name: str) -> str:
    return name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


_OLD_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


def _tidy(name: str) -> str:
    """The name with single blanks, a straight apostrophe and the tone where most texts put it."""
    words = name.replace("’", "'").split()
    return " ".join(map(_with_tone, words))


def _with_tone(word: str) -> str:
    for new, old in _OLD_TONES.items():
        if word.endswith(new) and not fold(word).lower().startswith("qu"):
            return word[: -len(new)] + old
    return word


def _write(name: str, columns: str, rows: Iterator[_Row]) -> None:
    path = REGISTERS / name
    lines = sorted({str(row) for row in rows})
    path.write_text(NOTICE + columns + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} lines, {path.stat().st_size} bytes")


def check(day: datetime.date) -> list[str]:
    """Return what is wrong with the counts of provinces and communes in force on ``day``."""
    provinces = make_provinces(
        parse_yaml((REGISTERS / "provinces.yml").read_text(encoding="utf-8"))
    )
    gazetteer = Gazetteer(provinces)
    faults = []
    if len(provinces) != PROVINCES:
        faults.append(f"provinces: {len(provinces)}, expected {PROVINCES}")
    names = {province.name for province in provinces}
    former = {name for province in provinces for name in province.merged}
    counts: Counter[str] = Counter()
    for place in gazetteer.all():
        if place.until is None or place.until > day:
            counts[place.level] += place.since <= day
        known = names | former if place.until == REFORM else names
        if place.province not in known:
            faults.append(f"{place.level} {place.name}: no province {place.province}")
        if place.until == REFORM and place.district and not place.successors:
            faults.append(f"{place.level} {place.name}, {place.district}: nothing follows")
    if counts != COMMUNES:
        faults.append(f"communes: {dict(counts)}, expected {COMMUNES}")
    print(f"{len(provinces)} provinces, {counts.total()} communes: {dict(counts)}")
    return faults


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit("\n".join(check(datetime.date(2026, 11, 21))))
    build(Path(sys.argv[1]))
