"""Words that exist and do not fit, judged by the shipped counts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.spelling.links import Links
from checker.spelling.real_words import LEAST_GAIN, LEAST_GUESS, find_real_words
from checker.spelling.slip import Slip
from checker.spelling.speller import Speller
from checker.spelling.tokens import prose_of
from tests.conftest import TWINS, twin

MODEL = Speller.load().model


def slips(text: str, *names: str) -> list[Slip]:
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    prose = prose_of(text, spans)
    return list(find_real_words(prose, Links(prose, MODEL), MODEL))


def told(text: str, *names: str) -> list[tuple[str, str, str]]:
    return [
        (slip.kind, text[slip.start : slip.end], slip.suggestions[0])
        for slip in slips(text, *names)
    ]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Chủ động định hướng du luận trên địa bàn xã.", "du", "dư"),
        ("Tổ chức sữa chữa đường giao thông nông thôn.", "sữa", "sửa"),
        ("Đẩy mạnh chuyển đối số trên địa bàn xã.", "đối", "đổi"),
        ("Phát triển kinh tế - xa hội của xã.", "xa", "xã"),
        ("Đầu tư xây dưng nông thôn mới.", "dưng", "dựng"),
        ("Sữa chữa đường giao thông nông thôn.", "Sữa", "Sửa"),
        ("Nội dung: sữa chữa đường giao thông.", "sữa", "sửa"),
        ("NÂNG CAO CHẤT LƯỢNG GIAO DỤC", "GIAO", "GIÁO"),
        ("KẾ HOẠCH CHUYỂN ĐỐI SỐ NĂM 2026", "ĐỐI", "ĐỔI"),
    ],
)
def test_a_word_that_does_not_fit(text: str, wrong: str, right: str) -> None:
    assert told(text) == [("real-word", wrong, right)]
    assert told(text.replace(wrong, right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Quản lý địa bàn hành chính của xã.",
        "Phối hợp tại các thôn để tuyên truyền.",
        "Ứng dụng my iPhone của cán bộ xã.",
        "Căn cứ các quy định hiện hành, ban hành kế hoạch.",
        "",
        "Du",
        "Đối, số; du. Luận",
    ],
)
def test_what_fits_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Giao ông Nguyễn Đối Số chủ trì.",  # two capitals inside a sentence
        "Giao ông Đối số liệu của xã.",  # one
        "Sữa Chữa là tên một vở kịch.",  # opens the sentence, another beside it
        "Học sinh xem SỮA chữa bài.",  # in capitals alone
    ],
)
def test_what_may_be_a_name_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_name_that_is_told_is_left_alone() -> None:
    text = "Tổ chức sữa chữa đường giao thông nông thôn."
    assert told(text)
    assert told(text, "sữa chữa") == []
    assert told(text, "đường giao thông")


def test_a_word_beside_foreign_ones_is_left_alone() -> None:
    assert told("Phát triển kinh tế - xa hội") == [("real-word", "xa", "xã")]
    assert told("Dùng phần mềm xa world hội") == []


def test_the_gain_and_the_reason_are_told_in_both_languages() -> None:
    [slip] = slips("Chủ động định hướng du luận trên địa bàn xã.")
    assert float(slip.values["gain"]) >= LEAST_GAIN
    assert "“dư luận”" in slip.values["reason"]
    assert "“du luận” chưa gặp" in slip.values["reason"]
    assert "“dư luận”" in slip.values["reason_en"]
    assert "“du luận” never" in slip.values["reason_en"]


def test_large_figures_are_rounded_and_divided() -> None:
    [slip] = slips("Đầu tư xây dưng nông thôn mới.")
    times = MODEL.pair("xây", "dựng")
    rounded = round(times, 2 - len(str(times)))
    assert f"khoảng {rounded:,} lần".replace(",", ".") in slip.values["reason"]
    assert f"about {rounded:,} times" in slip.values["reason_en"]


def test_what_the_document_repeats_is_its_own_word() -> None:
    line = "Tổ chức sữa chữa đường giao thông.\n"
    assert len(slips(line)) == 1
    assert [slip.kind for slip in slips(line * 2)] == ["real-word", "real-word"]
    gains = [float(slips(line * times)[0].values["gain"]) for times in (1, 2, 3)]
    assert gains == sorted(gains, reverse=True)
    assert len(set(gains)) == 3
    assert slips(line * 30) == []


def test_weak_evidence_is_a_guess() -> None:
    [slip] = slips("Ủy ban nhân dân xã căn cứ Chỉ thị so 41 của Tỉnh ủy.")
    assert (slip.kind, slip.suggestions) == ("guess", ("số",))
    assert float(slip.values["gain"]) >= LEAST_GUESS


@pytest.mark.parametrize(
    "text", ["Trò chơi đánh đáo và chơi chuyền", "Vận động nhân dân giữ gìn nếp cổ tục"]
)
def test_a_rare_word_is_a_guess_at_most(text: str) -> None:
    assert {kind for kind, _, _ in told(text)} <= {"guess"}


@pytest.mark.parametrize("name", TWINS)
def test_no_word_of_a_sound_document_is_told(name: str) -> None:
    assert [one for one in told(twin(name)) if one[0] == "real-word"] == []


SOME = [
    "xã",
    "hội",
    "xa",
    "đối",
    "số",
    "du",
    "luận",
    "sữa",
    "chữa",
    "của",
    "Các",
    "THÔN",
    "iphone",
    ",",
    ".",
    "12",
    "\n",
]


@settings(max_examples=50)
@given(st.lists(st.sampled_from(SOME), max_size=12))
def test_any_text_is_told_in_order_with_another_word(parts: list[str]) -> None:
    text = " ".join(parts)
    starts = {token.start: token for token in prose_of(text).tokens}
    found = slips(text)
    assert [slip.start for slip in found] == sorted({slip.start for slip in found})
    for slip in found:
        assert starts[slip.start].end == slip.end
        assert slip.suggestions[0].lower() != text[slip.start : slip.end].lower()
