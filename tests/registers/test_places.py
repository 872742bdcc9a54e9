"""The registers of places: what the law made of which place, and when."""

from __future__ import annotations

import datetime

import pytest

from checker.parsing import Grammar
from checker.registers.places import Gazetteer, like_names, same_name
from tools import build_places

DAY = datetime.date


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Grammar.load().gazetteer


def now(gazetteer: Gazetteer, name: str, day: datetime.date | None = None) -> set[str]:
    return {gazetteer.shown(one) for one in gazetteer.named(name) if one.existed(day)}


def test_counts_of_the_law() -> None:
    assert build_places.check(DAY(2026, 11, 21)) == []


def test_count_of_wards_is_by_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert build_places.check(DAY(2025, 7, 1)) != []
    assert "'phường': 687" in capsys.readouterr().out


def test_a_name_that_no_place_has(gazetteer: Gazetteer) -> None:
    assert gazetteer.alike("Nghị Quyết") == []


def test_one_ward_of_this_name(gazetteer: Gazetteer) -> None:
    assert now(gazetteer, "Nhị Chiểu") == {"phường Nhị Chiểu, thành phố Hải Phòng"}
    [ward] = [one for one in gazetteer.named("Nhị Chiểu") if one.existed(None)]
    made_of = {gazetteer.shown(one) for one in gazetteer.predecessors(ward)}
    assert "phường Phú Thứ, thị xã Kinh Môn, tỉnh Hải Dương" in made_of


def test_a_name_of_three_places(gazetteer: Gazetteer) -> None:
    assert now(gazetteer, "Hưng Đạo") == {
        "phường Hưng Đạo, thành phố Hải Phòng",
        "xã Hưng Đạo, tỉnh Cao Bằng",
        "xã Hưng Đạo, thành phố Hà Nội",
    }


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Đồng Nai", DAY(2026, 4, 30)),
        ("Quảng Ninh", DAY(2026, 9, 1)),
        ("Bắc Ninh", DAY(2026, 9, 20)),
        ("Huế", DAY(2025, 1, 1)),
    ],
)
def test_provinces_that_became_cities(gazetteer: Gazetteer, name: str, day: DAY) -> None:
    province = gazetteer.province(name)
    assert province is not None
    assert province.level(day) == "thành phố"
    assert province.level(day - datetime.timedelta(days=1)) == "tỉnh"
    assert province.level(None) == "thành phố"


def test_communes_that_became_wards(gazetteer: Gazetteer) -> None:
    assert now(gazetteer, "Kép", DAY(2026, 9, 19)) == {"xã Kép, tỉnh Bắc Ninh"}
    assert now(gazetteer, "Kép", DAY(2026, 9, 20)) == {"phường Kép, thành phố Bắc Ninh"}


def test_a_merged_province_leads_to_its_own(gazetteer: Gazetteer) -> None:
    province = gazetteer.province("Hải Dương")
    assert province is not None
    assert province.shown() == "thành phố Hải Phòng"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thanh Hoá", "THANH HÓA"),
        ("Đắk Lắk", "Đắk  Lắk"),
        ("Phú Quí", "Phú Quý"),
        ("Ea H'Leo", "Ea H’leo"),
    ],
)
def test_the_same_name(one: str, other: str) -> None:
    assert same_name(one, other)


def test_names_that_differ_in_diacritics() -> None:
    assert like_names("Tân Lập", "Tân Lấp")
    assert not same_name("Tân Lập", "Tân Lấp")


def test_places_that_an_office_adds(gazetteer: Gazetteer) -> None:
    own = gazetteer.with_own([("phường", "Nghị Quyết", "thành phố Hải Phòng")])
    assert now(own, "Nghị Quyết") == {"phường Nghị Quyết, thành phố Hải Phòng"}
    assert gazetteer.named("Nghị Quyết") == []
