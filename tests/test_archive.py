"""Signed documents teach counts, which keep nothing else of them, and a list by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import archive
from checker.archive import Learned, learn
from checker.config import load_config
from checker.errors import InputError
from checker.parsing import Grammar
from checker.spelling.counts import Counts
from tests.conftest import twin

LINE = "Ủy ban nhân dân xã giao công chức theo dõi việc gieo mạ.\n"


def fail(error: InputError) -> None:
    raise error


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_what_was_read_and_kept_is_told(tmp_path: Path, grammar: Grammar) -> None:
    paths = [written(tmp_path, f"{number}.txt", LINE * 2) for number in range(2)]
    out = tmp_path / "kho.bin"
    learned = learn(paths, grammar, out, fail)
    counts = Counts.open(out)
    assert learned is not None
    assert (learned.documents, learned.running) == (2, 52)
    assert learned.words == len(counts.words) + 1  # the edge
    assert learned.pairs == counts.pairs
    assert counts.count("mạ") == 4
    assert counts.pair("gieo", "mạ") == 4


def test_names_do_not_leave_the_documents(tmp_path: Path, grammar: Grammar) -> None:
    text = twin("nhi-chieu").replace(
        "2. Yêu cầu", "Giao bà Hoàng Thị Xuyến, ông Phạm Khuynh theo dõi.\n\n2. Yêu cầu", 1
    )
    paths = [written(tmp_path, f"{number}.txt", text) for number in range(3)]
    out = tmp_path / "kho.bin"
    assert learn(paths, grammar, out, fail) is not None
    content = out.read_bytes()
    counts = Counts.open(out)
    for name in ("xuyến", "khuynh", "Xuyến", "Hoàng Thị", "138/KH", "29/01"):
        assert name.encode() not in content
    assert counts.pair("hoàng", "thị") == counts.pair("thị", "xuyến") == 0
    assert counts.pair("đối", "ngoại") > 5


def test_no_sentence_is_kept(tmp_path: Path, grammar: Grammar) -> None:
    out = tmp_path / "kho.bin"
    learn([written(tmp_path, "kh.txt", twin("hung-dao") * 3)], grammar, out, fail)
    assert "nhân dân".encode() not in out.read_bytes()
    assert "nhân".encode() in out.read_bytes()


def test_headers_are_not_counted(tmp_path: Path, grammar: Grammar) -> None:
    prose = "Chuyển đất độc canh để lập vườn.\n\nSống độc thân.\n\nKhông nên độc đoán.\n\n"
    text = twin("nhi-chieu").replace("2. Yêu cầu", prose + "2. Yêu cầu", 1)
    assert "Độc lập - Tự do" in text
    out = tmp_path / "kho.bin"
    learn([written(tmp_path, f"{n}.txt", text) for n in range(3)], grammar, out, fail)
    counts = Counts.open(out)
    assert counts.count("độc") == 9
    assert counts.count("lập") > 0
    assert counts.pair("độc", "lập") == 0


@pytest.mark.parametrize("text", ["ngắn\n", "12/3 - 45\n", "KẾ HOẠCH\n" * 9, LINE])
def test_too_little_is_not_written(tmp_path: Path, grammar: Grammar, text: str) -> None:
    out = tmp_path / "kho.bin"
    assert learn([written(tmp_path, "kh.txt", text)], grammar, out, fail) is None
    assert not out.exists()
    assert learn([], grammar, out, fail) is None


def test_what_cannot_be_read_is_told_and_the_rest_learned(tmp_path: Path, grammar: Grammar) -> None:
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    stripped = "Uy ban nhan dan xa giao cong chuc theo doi viec gieo ma lua cua dan\n" * 30
    paths = [
        str(tmp_path / "hong.docx"),
        written(tmp_path, "mat-dau.txt", stripped),
        str(tmp_path / "khong-co.txt"),
        written(tmp_path, "tot.txt", LINE * 3),
    ]
    errors: list[InputError] = []
    learned = learn(paths, grammar, tmp_path / "kho.bin", errors.append)
    assert [error.code for error in errors] == ["broken-package", "damaged", "no-such-file"]
    assert all(path in error.message() for path, error in zip(paths, errors, strict=False))
    assert learned is not None
    assert learned.documents == 1
    assert Counts.open(tmp_path / "kho.bin").count("mạ") == 3


def test_a_failed_write_leaves_the_old_counts(
    tmp_path: Path, grammar: Grammar, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ra"
    folder.mkdir()
    out = folder / "kho.bin"
    out.write_bytes(b"cu")
    path = written(tmp_path, "kh.txt", LINE * 3)

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="space"):
            learn([path], grammar, out, fail)
    assert out.read_bytes() == b"cu"
    assert list(folder.iterdir()) == [out]
    assert isinstance(learn([path], grammar, out, fail), Learned)
    assert list(folder.iterdir()) == [out]


def test_nothing_is_written_before_all_is_counted(
    tmp_path: Path, grammar: Grammar, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise ValueError("thử")

    monkeypatch.setattr(archive, "pack", broken)
    with pytest.raises(ValueError, match="thử"):
        learn([written(tmp_path, "kh.txt", LINE * 3)], grammar, tmp_path / "kho.bin", fail)
    assert [path.name for path in tmp_path.iterdir()] == ["kh.txt"]


HEAD = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP

Số: {number}

Tân Lập, ngày {date}

KẾ HOẠCH
Tuyên truyền năm 2026

Ủy ban nhân dân xã Tân Lập ban hành Kế hoạch như sau:
"""


def test_documents_are_listed_by_their_headers(tmp_path: Path, grammar: Grammar) -> None:
    texts = {
        "a.txt": HEAD.format(number="12/KH-UBND", date="05 tháng 3 năm 2026"),
        "b.txt": HEAD.format(number="/KH-UBND", date="06 tháng 3 năm 2026"),
        "c.txt": HEAD.format(number="14/KH-UBND", date="   tháng 3 năm 2026"),
        "d.txt": HEAD.format(number="9 /KH-UBND", date="04 tháng 3 năm 2026"),
        "e.txt": HEAD.format(number="12/KH-UBND", date="05 tháng 3 năm 2026"),
        "g.txt": LINE,
    }
    paths = [written(tmp_path, name, text) for name, text in texts.items()]
    listing = tmp_path / "van-ban.yml"
    learned = learn(paths, grammar, None, fail, listing)
    assert learned == Learned(6, 0, 0, 0, 2)
    written(tmp_path, "soat.yml", "documents: van-ban.yml")
    first, second = load_config(tmp_path / "soat.yml", ()).office.documents
    assert (first.number, second.number) == ("9/KH-UBND", "12/KH-UBND")
    assert str(second.date) == "2026-03-05"
    assert (second.type, second.title) == ("Kế hoạch", "Tuyên truyền năm 2026")
    assert second.issuer == "Ủy ban nhân dân xã Tân Lập"
    content = listing.read_bytes()
    learn(reversed(paths), grammar, None, fail, listing)
    assert listing.read_bytes() == content


def test_nothing_to_list_is_not_written(tmp_path: Path, grammar: Grammar) -> None:
    path = written(tmp_path, "kh.txt", LINE * 3)
    assert learn([path], grammar, tmp_path / "kho.bin", fail, tmp_path / "van-ban.yml") is None
    assert [path.name for path in tmp_path.iterdir()] == ["kh.txt"]
