"""The counts can be built again from the same texts, and the shipped ones are what they say."""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from pathlib import Path

import pytest

from checker.spelling.counts import Counts
from checker.spelling.speller import COUNTS
from tools import build_counts

MANIFEST = COUNTS.with_suffix(".json")
MOST_BYTES = 2_000_000
HELD_OUT = next(
    text
    for text in (f"lễ hội bánh đa số {number} của phường" for number in range(10_000))
    if build_counts.is_held_out(text)
)
LINES = ["ủy ban nhân dân xã họp", "  xã hội số  ", "Bà Xuyến và bà Xuyến và bà Xuyến"] * 3


def folder(path: Path, changed: int = 0) -> Path:
    path.mkdir()
    for name in build_counts.SOURCES:
        lines = [*LINES, *[HELD_OUT] * 9] if name.startswith("legal") else LINES
        with gzip.GzipFile(path / f"{name}.txt.gz", "wb", mtime=changed) as file:
            file.write(("\n".join(lines) + "\n").encode())
    return path


def build(monkeypatch: pytest.MonkeyPatch, texts: Path, to: Path) -> bytes:
    monkeypatch.setattr(sys, "argv", ["build_counts", str(texts), "--to", str(to)])
    build_counts.main()
    return to.read_bytes()


def test_the_same_texts_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = build(monkeypatch, folder(tmp_path / "a"), tmp_path / "a.bin")
    other = build(monkeypatch, folder(tmp_path / "b", changed=9), tmp_path / "b.bin")
    assert one == other
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_the_manifest_tells_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = build(monkeypatch, folder(tmp_path / "a"), tmp_path / "a.bin")
    manifest = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert manifest["sha256"] == hashlib.sha256(content).hexdigest()
    assert manifest["bytes"] == len(content)
    assert [source["words"] for source in manifest["sources"]] == [51, 51, 51]
    assert json.loads(capsys.readouterr().out) == manifest


def test_what_is_held_out_and_what_is_rare_is_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(monkeypatch, folder(tmp_path / "a"), tmp_path / "a.bin")
    counts = Counts.open(tmp_path / "a.bin")
    assert counts.count("xã") == 18
    assert counts.pair("nhân", "dân") == 9
    assert counts.count("bánh") == counts.count("xuyến") == 0
    assert "xuyến".encode() not in (tmp_path / "a.bin").read_bytes()


def test_paragraphs_come_stripped_with_their_source(tmp_path: Path) -> None:
    got = list(build_counts.paragraphs(folder(tmp_path / "a")))
    assert [source for source, _ in got] == sorted(source for source, _ in got)
    assert ("encyclopedia-paragraphs", "xã hội số") in got


def test_about_one_paragraph_in_a_hundred_is_held_out() -> None:
    held = sum(build_counts.is_held_out(f"đoạn số {number}") for number in range(10_000))
    assert 50 < held < 200


def test_the_shipped_counts_are_what_the_manifest_says() -> None:
    content = COUNTS.read_bytes()
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    assert manifest["sha256"] == hashlib.sha256(content).hexdigest()
    assert manifest["bytes"] == len(content) <= MOST_BYTES
    counts = Counts.open(COUNTS)
    assert manifest["words"] == len(counts.words) + 2  # edge and comma
    assert manifest["pairs"] == counts.pairs
    running = sum(source["words"] for source in manifest["sources"])
    assert 0.95 * running < sum(map(counts.count, counts.words)) <= running
