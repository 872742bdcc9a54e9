"""The measuring of citations: what is read right counts, what is not is shown to be read."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.document import Document
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from checker.registers.known_documents import COLUMNS, KnownDocuments
from tools.accuracy import citations, cited, known
from tools.accuracy.__main__ import TWINS
from tools.accuracy.citations import NUMBER, Place, count_errors, drawn, measure, places
from tools.accuracy.defects import Generator

ROWS = (
    ("30/2020/nđ-cp", "Nghị định", "2020-03-05", "Chính phủ", "về công tác văn thư"),
    ("45-nq/tw", "Nghị quyết", "2019-01-24", "Bộ Chính trị", "về xây dựng và phát triển …"),
    ("72/2025/qh15", "Luật", "2025-06-16", "Quốc hội", "Luật Tổ chức chính quyền"),
)
SOUND = "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."


@pytest.fixture
def register(tmp_path: Path) -> KnownDocuments:
    table = tmp_path / "documents.tsv"
    blank = [""] * (len(COLUMNS) - len(ROWS[0]) - 1)
    rows = ("\t".join([key, key.upper(), *facts, *blank]) for key, *facts in ROWS)
    table.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return KnownDocuments((), table)


@pytest.fixture
def no_slips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citations, "read_slips", frozenset)


@pytest.mark.parametrize(
    "number",
    [
        "30/2020/NĐ-CP",
        "72/2025/QH15",
        "05/2024/TT-BTNMT",
        "19/2012/TTLT-BTC-BKH&ĐT-BTTTT",
        "66.13/2026/NQ-CP",
        "1079/QĐ-TTg",
        "45-NQ/TW",
        "12/2013/TT- BTC",
        "10 /2024/TT-BXD",
    ],
)
def test_the_rough_pattern_takes_a_number_whole(number: str) -> None:
    found = NUMBER.findall(f"theo Văn bản số {number} và ngày 05/3/2020, giai đoạn 2021-2025.")
    assert found == [number]


def test_known_numbers_that_are_cited_are_places(register: KnownDocuments) -> None:
    texts = [
        SOUND,
        SOUND,
        "Số: 30/2020/NĐ-CP",
        "Decree No. 30/2020/NĐ-CP",
        "LUẬT CỦA QUỐC HỘI SỐ 72/2025/QH15 NGÀY",
        "Nghị định số 31/2020/NĐ-CP",
        "Kết luận số 45 - NQ/TW; Luật số 72/2025/QH15",
    ]
    found = list(places(texts, register))
    assert [place.number for place in found] == ["30/2020/NĐ-CP", "45-NQ/TW", "72/2025/QH15"]
    for place in found:
        assert place.key == f"{zlib.crc32(place.text.encode()):08x}:{place.start}"
        assert f"«{place.text[place.start : place.end]}»" in place.around


def test_what_is_drawn_does_not_depend_on_the_order(register: KnownDocuments) -> None:
    texts = [f"{index}. {SOUND} Luật số 72/2025/QH15." for index in range(30)]
    found = list(places(texts, register))
    chosen = drawn(found, 20)
    assert len(set(chosen)) == 20
    assert chosen == drawn(reversed(found), 20)
    assert set(drawn(found, 10)) < set(chosen)
    assert drawn(found, 99) == sorted(found, key=lambda one: (one.text, one.start))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (SOUND, "type date issuer title", ""),
        (SOUND.replace("Nghị định", "Thông tư"), "date issuer title", "type"),
        (SOUND.replace("năm 2020", "năm 2021"), "type issuer title", "date"),
        (SOUND.replace(" ngày 05 tháng 3 năm 2020", ""), "type issuer title", ""),
        (SOUND.replace("Chính phủ", "Bộ Nội vụ"), "type date title", "issuer"),
        (SOUND.replace("Chính phủ", "Tổ dân phố"), "type date title", "issuer"),
        (SOUND.replace("văn thư", "lưu trữ"), "type date issuer", ""),
        (SOUND.replace(" về", "; về"), "type date issuer", "title"),
        ("Nghị định số 30/2020/NĐ-CP", "type", ""),
        ("Thực hiện số 30/2020/NĐ-CP", "", ""),
        ("Nghị định về việc ấy số 30/2020/NĐ-CP", "", "type"),
        ("Luật Tổ chức chính quyền số 72/2025/QH15 ngày 16/6/2025", "type date title", ""),
        ("Luật sửa đổi Luật Tổ chức chính quyền số 72/2025/QH15", "type", "title"),
        ("Nghị quyết số 45-NQ/TW của Bộ Chính trị về xây dựng", "type issuer", ""),
    ],
)
def test_facts_are_held_against_the_register(
    text: str, right: str, wrong: str, linter: Linter, register: KnownDocuments, no_slips: None
) -> None:
    chosen = list(places([text], register))
    measured = measure(chosen, linter.grammar.citations, linter.registers.issuers)
    told = [*right.split(), *wrong.split()]
    assert (measured.numbers, measured.whole) == (1, 1)
    assert sorted(measured.told.elements()) == sorted(told)
    assert sorted(measured.right.elements()) == sorted(right.split())
    assert measured.sound == (not wrong)
    assert len(measured.doubts) == len(wrong.split())


def test_a_number_not_read_whole_is_a_doubt(
    linter: Linter, register: KnownDocuments, no_slips: None
) -> None:
    glued = Place("Nghị định số 30/2020/NĐ-CPnhư sau", 13, 26, register.find("30/2020/NĐ-CP"))
    chosen = [*places([SOUND], register), glued, *places([glued.text], register)]
    measured = measure(chosen, linter.grammar.citations, linter.registers.issuers)
    assert (measured.numbers, measured.whole, measured.sound) == (3, 1, 1)
    assert [doubt.partition(" ")[0] for doubt in measured.doubts] == [glued.key] * 2


def test_slips_that_were_read_count_as_right(
    linter: Linter, register: KnownDocuments, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = SOUND.replace("năm 2020", "năm 2021")
    [place] = places([text], register)
    monkeypatch.setattr(citations, "read_slips", lambda: frozenset([place.key]))
    measured = measure([place], linter.grammar.citations, linter.registers.issuers)
    assert (measured.sound, measured.right["date"], measured.doubts) == (1, 1, [])
    errors = count_errors([SOUND, text], linter)
    assert (errors.paragraphs, errors.citations, errors.true, errors.false) == (2, 2, 1, [])


def test_errors_on_sound_texts_are_told(linter: Linter, no_slips: None) -> None:
    wrong = "Nghị quyết số 45/NQ-TW ngày 24/01/2019 của Bộ Chính trị."
    errors = count_errors([SOUND, wrong], linter)
    [line] = errors.false
    assert errors.true == 0
    assert line.startswith(f"{zlib.crc32(wrong.encode()):08x}:14 citation/separators ")
    assert "«45/NQ-TW»" in line


def test_the_list_of_slips_is_in_order() -> None:
    keys = citations.read_slips()
    assert keys
    assert all(re.fullmatch(r"[0-9a-f]{8}:\d+", key) for key in keys)
    lines = citations.READ.read_text(encoding="utf-8").splitlines()
    listed = [key for line in lines if line[:1] != "#" for key in line.split()]
    assert listed == sorted(keys, key=lambda key: (key[:8], int(key[9:])))


def all_generators() -> Iterator[tuple[str, Generator]]:
    for module in (cited, known):
        for kind, _, generate in module.generators():
            yield kind, generate


@pytest.fixture(scope="module")
def twins(linter: Linter) -> list[tuple[str, Document]]:
    found = []
    for path in sorted(TWINS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found.append((text, parse(read_bytes(text.encode(), path.name), linter.grammar)))
    return found


@pytest.mark.parametrize(("kind", "generate"), list(all_generators()))
def test_a_defect_is_where_it_says_and_the_same_again(
    kind: str, generate: Generator, twins: list[tuple[str, Document]]
) -> None:
    made = 0
    for text, document in twins:
        for seed in range(4):
            defect = generate(text, document, random.Random(seed))
            assert defect == generate(text, document, random.Random(seed))
            if defect is None:
                continue
            made += 1
            assert 0 < defect.start <= defect.end < len(defect.text)
            assert text.endswith(defect.text[defect.end :][-200:])
            assert defect.text != text
            assert not re.search("[«»]", defect.text)
    assert made
