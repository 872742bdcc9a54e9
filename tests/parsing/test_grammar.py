"""The grammar is total, keeps every line, and has no conflict."""

from __future__ import annotations

import io
import logging
import unicodedata
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, logger

from checker import data
from checker.document import Document, Section
from checker.kinds import KINDS as LINE_KINDS
from checker.parsing import Grammar, parse
from checker.reading import read_bytes
from checker.reading.source import Source

GRAMMAR = (data.folder("grammar") / "plan.lark").read_text(encoding="utf-8")
KINDS = " ".join(
    line.removeprefix("%declare ") for line in GRAMMAR.splitlines() if line.startswith("%declare")
).split()
LOADED = Grammar.load()


@given(st.lists(st.sampled_from(KINDS), max_size=80))
def test_any_sequence_of_kinds_parses_and_keeps_its_lines(kinds: list[str]) -> None:
    tree = LOADED.nest(kinds)
    leaves = [int(token) for token in tree.scan_values(lambda _: True)]
    assert leaves == list(range(len(kinds)))


def test_grammar_has_no_conflict() -> None:
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        Lark(GRAMMAR, parser="lalr", lexer="basic", debug=True, start="start")
    except Exception:  # declared terminals have no pattern for the basic lexer: tables are made
        pass
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    assert log.getvalue().count("Shift/Reduce") == 0


def test_every_kind_of_the_line_file_is_known_to_the_grammar() -> None:
    named = {kind.name for kind in LOADED.kinds.kinds} | {"TITLE", "TEXT", "CELL"}
    assert named | {"FIELD", "OPEN_FIELD"} == set(KINDS) == LINE_KINDS


LINES = st.lists(
    st.sampled_from(
        [
            "KẾ HOẠCH",
            "Số: 12/KH-UBND",
            "Huế, ngày 05 tháng 01 năm 2026",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN NHÂN DÂN XÃ A",
            "I. MỤC ĐÍCH",
            "1. Mục đích",
            "1.1. Nội dung",
            "a) Tuyên truyền",
            "* Đơn vị chủ trì: Công an xã.",
            "* Nội dung thực hiện:",
            "- Lưu: VT.",
            "+ Không có",
            "Nơi nhận:",
            "TM. ỦY BAN NHÂN DÂN",
            "PHÓ CHỦ TỊCH",
            "Trần Hồng Túc",
            "PHỤ LỤC I",
            "Căn cứ Luật Tổ chức chính quyền địa phương;",
            "Trên đây là Kế hoạch.",
            "thông tin đối ngoại của phường",
            "**đậm** và *nghiêng*",
            "| 1 | Tuyên truyền |",
            "|",
            "-----",
            "",
            "   ",
            "12",
        ]
    )
    | st.text(max_size=30),
    max_size=40,
)


@given(LINES)
def test_any_lines_parse_and_every_part_holds_its_text(lines: list[str]) -> None:
    source = _source("\n".join(lines))
    if source is None:
        return
    document = parse(source, LOADED)
    assert "\n".join(line.text for line in document.lines) == document.text
    for line in document.lines:
        assert document.text[line.start : line.end] == line.text
    for section in document.sections:
        assert document.text[section.heading.start : section.heading.end] == section.heading.text
        assert section.start <= section.heading.start <= section.heading.end <= section.end
    for unit in document.units:
        assert document.text[unit.mention.start : unit.mention.end] == unit.mention.text
    raw = source.raw
    for offset, char in enumerate(document.text):
        start, end = document.view.raw_span(offset, offset + 1)
        assert 0 <= start <= end <= len(raw)
        if not char.isspace():
            assert char in unicodedata.normalize("NFC", raw[start:end])


def _source(raw: str) -> Source | None:
    from checker.errors import InputError

    try:
        return read_bytes(raw.encode("utf-8", "surrogatepass"), "a.txt")
    except InputError:
        return None


def test_fields_belong_to_the_item_and_not_to_its_last_dash(
    read: Callable[[str], Document],
) -> None:
    document = read(
        "I. NỘI DUNG\n1. Tuyên truyền\n* Nội dung thực hiện:\n- Phát thanh.\n+ Hằng ngày.\n"
        "* Đơn vị chủ trì: Công an xã.\n2. Tập huấn\n"
    )
    (section,) = document.body
    assert isinstance(section, Section)
    first, second = section.children
    assert isinstance(first, Section)
    assert [type(child).__name__ for child in first.children] == ["Field", "Field"]
    assert isinstance(second, Section)
    assert (first.path, second.path) == ("I.1", "I.2")


def test_skipped_level_needs_no_rule(read: Callable[[str], Document]) -> None:
    document = read("I. NỘI DUNG\na) Tuyên truyền\n- Phát thanh\nII. TỔ CHỨC\n3.2. Giao việc\n")
    assert [section.path for section in document.sections] == ["I", "I.a", "I.a", "II", "II.3.2"]
