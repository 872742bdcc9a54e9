"""Near-duplicates are found, and told in what they differ."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from checker.corpus.copies.pairs import Pair, differences, find_clusters, find_pairs
from checker.corpus.extracting import facts_of
from checker.corpus.records import Facts
from checker.corpus.store import Corpus
from checker.document import Document
from checker.parsing import Grammar, parse
from checker.reading import read_bytes, read_file
from tests.conftest import FIXTURES

HUNG_DAO, NHI_CHIEU = "hung-dao", "nhi-chieu"
Make = Callable[..., Facts]

# Where the sentences of Hưng Đạo begin that are not those of Nhị Chiểu, by reading both.
DIFFERENT = """
Thực hiện Kế hoạch số 95/KH-UBND
Ủy ban nhân dân xã Hưng Đạo xây dựng kế hoạch tổ chức
a) Nâng cao hiệu quả các hoạt động thông tin đối ngoại
Xác định theo những chủ đề tập trung truyền thông
- Tiếp tục quán triệt, phổ biến thực hiện nghiêm túc
- Tăng cường lãnh đạo, chỉ đạo các đơn vị, phòng chuyên môn, các thôn
Ngoài ra, chỉ đạo các đơn vị, cơ sở thôn
* Đơn vị chủ trì: Trung tâm dịch vụ tổng hợp.
Ủy ban MTTQ Việt Nam xã và các thôn.
* Đơn vị chủ trì: Văn phòng HĐND và UBND xã.
- Thực hiện cung cấp thông tin về tình hình phát triển
- Xây dựng các nội dung, tin, bài giới thiệu
* Đơn vị phối hợp: Phòng Kinh tế và Ủy ban MTTQ Việt Nam xã.
* Đơn vị phối hợp thực hiện: Ủy ban mặt trận Tổ quốc Việt Nam xã
* Đơn vị chủ trì thực hiện: Văn phòng HĐND và UBND xã.
- Triển khai các sản phẩm truyền thông
* Đơn vị thực hiện: Trung tâm dịch vụ tổng hợp.
b) Tuyên truyền trên Cổng Thông tin điện tử, trang thông tin điện tử
- Đẩy mạnh tuyên truyền về chính sách
Trang Thông tin điện tử.
1. Giao văn phòng HĐND và UBND xã chủ trì
Trên đây là Kế hoạch tổ chức hoạt động
Trong quá trình triển khai thực hiện
"""


@pytest.fixture(scope="module")
def seed(grammar: Grammar) -> Callable[[str], Facts]:
    return lambda path: facts_of(parse(read_file(str(FIXTURES / f"{path}.txt")), grammar), grammar)


@pytest.fixture
def made(read: Callable[[str], Document], grammar: Grammar) -> Make:
    """Make the facts of a plan of some sentences."""

    def make(sentences: Sequence[str], place: str = "xã Phú Đình", **about: object) -> Facts:
        lines = "\n".join(f"{at}. {text}" for at, text in enumerate(sentences, 1))
        head = f"ỦY BAN NHÂN DÂN\n{place.upper()}\n\nKẾ HOẠCH\nNăm 2026\n\nI. NHIỆM VỤ\n"
        facts = facts_of(read(head + lines + "\n"), grammar)
        return replace(facts, document=replace(facts.document, **about))

    return make


WORDS = [
    "rà",
    "soát",
    "hộ",
    "dân",
    "sống",
    "gần",
    "rừng",
    "tuyên",
    "truyền",
    "kiểm",
    "tra",
    "lực",
    "lượng",
    "dân",
    "quân",
    "công",
    "an",
    "thôn",
    "tổ",
    "bảo",
    "vệ",
    "phương",
    "tiện",
    "chữa",
    "cháy",
    "máy",
    "bơm",
    "nước",
    "đường",
    "băng",
    "cản",
    "lửa",
    "biển",
    "báo",
    "tập",
    "huấn",
    "kỹ",
    "năng",
    "diễn",
    "tập",
    "trực",
    "ban",
    "mùa",
    "khô",
    "nắng",
    "nóng",
    "báo",
    "cáo",
    "kết",
    "quả",
    "kinh",
    "phí",
    "ngân",
    "sách",
    "nhân",
    "lực",
    "phối",
    "hợp",
    "giám",
    "sát",
    "hồ",
    "sơ",
    "bản",
    "đồ",
    "khu",
    "vực",
    "nguy",
    "cơ",
    "cao",
    "cam",
    "kết",
    "xử",
    "lý",
    "vi",
    "phạm",
    "khen",
    "thưởng",
    "sơ",
    "kết",
    "tổng",
    "kết",
    "năm",
    "học",
]


def some_sentences(seed: int, count: int = 12) -> list[str]:
    """Sentences of words in any order, others for each seed."""
    chance = random.Random(seed)
    return ["Triển khai " + " ".join(chance.choice(WORDS) for _ in range(16)) for _ in range(count)]


def names(corpus: Corpus, pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    """The files of pairs, the older first."""
    stems = [Path(one.path).stem for one in corpus.documents]
    return [(stems[pair.first], stems[pair.second]) for pair in pairs]


def test_the_copies_among_the_seeds_are_the_only_pair(seed: Callable[[str], Facts]) -> None:
    stems = (HUNG_DAO, NHI_CHIEU, "binh-thanh", "thanh-mien")
    corpus = Corpus.of([seed(f"seeds/{stem}") for stem in sorted(stems)])
    pairs = find_pairs(corpus)
    assert names(corpus, pairs) == [(NHI_CHIEU, HUNG_DAO)]
    assert 0.9 < pairs[0].similarity < 1
    assert [len(docs) for docs in find_clusters(corpus)] == [2]


def test_the_sentences_in_which_the_copies_differ(seed: Callable[[str], Facts]) -> None:
    corpus = Corpus.of([seed(f"seeds/{stem}") for stem in (HUNG_DAO, NHI_CHIEU)])
    (pair,) = find_pairs(corpus)
    found = differences(corpus, pair)
    wanted = DIFFERENT.strip().splitlines()
    assert len(found) == len(wanted)
    for one, beginning in zip(found, wanted, strict=True):
        assert one.second is not None
        assert one.second.words.startswith(beginning)
        assert one.first is not None


def test_the_older_comes_first_and_what_has_no_date_last(made: Make) -> None:
    text = some_sentences(1)
    days = {"a": "", "b": "2026-05-01", "c": "2026-03-01"}
    corpus = Corpus.of([made(text, path=name, day=day, office=name) for name, day in days.items()])
    assert sorted(names(corpus, find_pairs(corpus))) == [("c", "a"), ("c", "b")]
    assert find_clusters(corpus) == ((0, 1, 2),)


def test_what_was_taken_over_of_a_longer_plan_is_found(made: Make) -> None:
    long, own = some_sentences(1, 24), some_sentences(2, 2)
    corpus = Corpus.of(
        [
            made(long, path="a", day="2026-03-01", office="a"),
            made(long[6:18] + own, path="b", day="2026-04-01", office="b"),
        ]
    )
    (pair,) = find_pairs(corpus)
    assert 0.8 < pair.similarity < 0.95
    assert sum(one.first is None for one in differences(corpus, pair)) == len(own)


def test_each_is_paired_with_what_it_is_most_like(made: Make) -> None:
    model = some_sentences(1, 20)
    adapted = model[:15] + some_sentences(2, 5)
    corpus = Corpus.of(
        [
            made(model, path="a", day="2026-03-01", office="a"),
            made(adapted, path="b", day="2026-03-02", office="b"),
            made(adapted[1:], path="c", day="2026-03-03", office="c"),
        ]
    )
    assert names(corpus, find_pairs(corpus)) == [("a", "b"), ("b", "c")]


def test_the_own_plan_of_last_year_does_not_hide_another_office(made: Make) -> None:
    text = some_sentences(1)
    corpus = Corpus.of(
        [
            made(text[1:], path="a", day="2025-03-01", office="other"),
            made(text, path="b", day="2025-03-02", office="own"),
            made(text, path="c", day="2026-03-03", office="own"),
        ]
    )
    assert names(corpus, find_pairs(corpus)) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_unlike_plans_are_no_pair(made: Make) -> None:
    corpus = Corpus.of([made(some_sentences(n), path=str(n), office=str(n)) for n in range(5)])
    assert find_pairs(corpus) == ()
    assert find_clusters(corpus) == ()


def test_the_superiors_words_are_nobodys_copy(made: Make) -> None:
    above = some_sentences(1)
    plans = [made(above + some_sentences(n, 6), path=str(n), office=str(n)) for n in (2, 3)]
    assert len(find_pairs(Corpus.of(plans))) == 1
    assert find_pairs(Corpus.of(plans, [made(above, path="above", office="above")])) == ()


def test_a_file_given_twice_is_told_even_if_it_cannot_be_read(made: Make) -> None:
    blank = made([], digest="same")
    corpus = Corpus.of(
        [replace(blank, document=replace(blank.document, path=name)) for name in "ab"]
    )
    assert find_pairs(corpus) == (Pair(0, 1, 1.0),)


def test_many_copies_of_a_model_are_one_cluster(made: Make) -> None:
    model = some_sentences(1)
    corpus = Corpus.of(
        [
            made(model[:11] + some_sentences(n, 1), path=f"{n:02}", office=str(n))
            for n in range(2, 40)
        ]
    )
    assert len(find_pairs(corpus)) == 37
    assert [len(docs) for docs in find_clusters(corpus)] == [38]


def test_appendices_of_one_model_are_no_copies(grammar: Grammar) -> None:
    """What is asked is the same in both, what is to come of it is not."""
    asked = [" ".join(one.split()[:10]) for one in some_sentences(1, 8)]

    def appendix(seed: int, place: str) -> Facts:
        head = f"PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch của UBND {place})\n\n"
        made = zip(asked, some_sentences(seed, 8), strict=True)
        text = head + "\n".join(
            f"{at}. {task}\n* Đơn vị chủ trì: Công an xã.\n* Sản phẩm: {product}."
            for at, (task, product) in enumerate(made, 1)
        )
        return facts_of(parse(read_bytes(text.encode(), f"{place}.txt"), grammar), grammar)

    first, other = appendix(2, "xã Phú Đình"), appendix(3, "xã Lạc Đạo")
    assert find_pairs(Corpus.of([first, other])) == ()
    assert len(find_pairs(Corpus.of([first, appendix(2, "xã Lạc Đạo")]))) == 1
