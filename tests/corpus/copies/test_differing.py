"""Sentences of two documents side by side, own names left aside."""

from __future__ import annotations

import pytest

from checker.corpus.copies.differing import OwnNames, Wording, align, wordings
from checker.corpus.records import SentenceRecord

WARD = OwnNames.of("phường Nhị Chiểu", "thành phố Hải Phòng")
COMMUNE = OwnNames.of("xã Phú Đình", "tỉnh Thái Nguyên")


def told(own: OwnNames, *texts: str, zone: str = "body") -> list[Wording]:
    lines = enumerate(texts, 1)
    return wordings((SentenceRecord(n, 1, n, 9, "I", text, zone) for n, text in lines), own)


@pytest.mark.parametrize(
    ("ward", "commune"),
    [
        (
            "Công dân phường Nhị Chiểu, thành phố Hải Phòng",
            "Công dân xã Phú Đình, tỉnh Thái Nguyên",
        ),
        ("Quê hương Nhị Chiểu trên địa bàn phường.", "Quê hương Phú Đình trên địa bàn xã"),
        ("Công an phường, Hội Nông dân phường", "Công an xã, Hội Nông dân xã"),
        ("Phát triển kinh tế - xã hội của phường", "Phát triển kinh tế xã hội của Xã"),
        ("Hợp tác xã và UBND các xã, phường", "hợp tác xã và UBND các xã, phường"),
        ("Giao cấp xã hoà giải", "giao cấp xã hòa giải"),
    ],
)
def test_own_names_case_and_marks_do_not_differ(ward: str, commune: str) -> None:
    (one,) = align(told(WARD, ward), told(COMMUNE, commune))
    assert one.same


@pytest.mark.parametrize(
    ("ward", "commune"),
    [
        ("Công an phường kiểm tra", "Công an phường kiểm tra"),
        ("Công dân Nhị Chiểu ở xa", "Công dân Nhị Chiểu ở xa"),
        ("Hoạt động chuyển đổi số", "Hoạt động chuyển đối số"),
        ("Giao các tổ dân phố của phường", "Giao các thôn của xã"),
    ],
)
def test_words_that_are_not_own_names_differ(ward: str, commune: str) -> None:
    (one,) = align(told(WARD, ward), told(COMMUNE, commune))
    assert not one.same


def test_a_changed_sentence_stands_beside_the_one_most_like_it() -> None:
    first = told(
        WARD, "Rà soát các hộ nghèo trong quý I.", "Tổ chức trực tại các chốt bảo vệ rừng."
    )
    second = told(
        COMMUNE,
        "Tổ chức trực ban đêm tại các chốt bảo vệ rừng.",
        "Rà soát các hộ cận nghèo trong quý I.",
        "Mua hai máy thổi gió.",
    )
    pairs = [
        (one.first and one.first.sentence.line, one.second and one.second.sentence.line)
        for one in align(first, second)
    ]
    assert pairs == [(2, 1), (1, 2), (None, 3)]


def test_a_sentence_that_only_moved_is_the_same() -> None:
    same = ["Thứ nhất là rà soát.", "Thứ hai là ký cam kết.", "Thứ ba là kiểm tra."]
    aligned = align(told(WARD, *same), told(COMMUNE, *same[1:], same[0]))
    assert len(aligned) == 3
    assert all(one.same for one in aligned)


def test_what_only_the_first_has_stands_where_it_was_left_out() -> None:
    aligned = align(
        told(WARD, "Một là ăn.", "Hai là ngủ.", "Ba là đi."), told(WARD, "Một là ăn.", "Ba là đi.")
    )
    assert [one.first.sentence.line if one.first else 0 for one in aligned] == [1, 2, 3]
    assert aligned[1].second is None


def test_signatures_and_titles_are_not_compared() -> None:
    assert told(WARD, "TM. ỦY BAN NHÂN DÂN", zone="signature") == []
    assert len(told(WARD, "- Công an phường;", zone="recipients")) == 1
