"""A kept report is the same as one just made; what is damaged or old is not used."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.file_report import FileReport
from checker.linter import Linter
from checker.reading import read_bytes
from checker.report_cache import KEPT_DAYS, ReportCache, digest, files_stamp
from tests.conftest import FIXTURES, SEEDS, seed


@pytest.fixture
def cache(tmp_path: Path) -> ReportCache:
    return ReportCache(tmp_path / "reports")


@pytest.mark.parametrize("name", SEEDS)
def test_kept_report_is_the_same(name: str, linter: Linter, cache: ReportCache) -> None:
    report = linter.check(read_bytes(seed(name).encode(), "a.txt"), "issued")
    cache.put("key", report)
    assert cache.get("key", "b.txt") == replace(report, path="b.txt")


def test_settings_and_what_was_not_run_are_kept(linter: Linter, cache: ReportCache) -> None:
    data = (FIXTURES / "layout" / "margins.docx").read_bytes()
    report = linter.check(read_bytes(data, "a.docx"), "draft")
    assert any(finding.setting for finding in report.findings)
    damaged = replace(
        linter.check(read_bytes(seed("nhi-chieu").encode(), "a.pdf"), "draft"),
        skipped=(),
    )
    for one in (report, damaged):
        cache.put("key", one)
        assert cache.get("key", one.path) == one


def test_a_file_that_could_not_be_read_is_not_kept(cache: ReportCache) -> None:
    cache.put("key", FileReport("a", "draft", error=InputError("empty-file", path="a")))
    assert cache.get("key", "a") is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"stage": 1}', b"\xff\xfe\x00", b"[" * 100_000]
)
def test_a_damaged_report_is_not_used(content: bytes, cache: ReportCache) -> None:
    (cache.folder / "key").write_bytes(content)
    assert cache.get("key", "a") is None


def test_a_folder_that_cannot_be_written_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = ReportCache(tmp_path / "file" / "reports")
    cache.put("key", FileReport("a", "draft"))
    assert cache.get("key", "a") is None


def test_old_reports_are_removed_once_a_day(cache: ReportCache) -> None:
    for key in ("old", "new"):
        cache.put(key, FileReport("a", "draft"))
    long_ago = (cache.folder / "new").stat().st_mtime - (KEPT_DAYS + 1) * 86_400
    os.utime(cache.folder / "old", (long_ago, long_ago))
    ReportCache(cache.folder)
    assert cache.get("old", "a") is not None  # swept today already
    for name in ("old", "swept"):
        os.utime(cache.folder / name, (long_ago, long_ago))
    ReportCache(cache.folder)
    assert cache.get("old", "a") is None
    assert cache.get("new", "a") is not None


def test_parts_of_a_key_do_not_run_together() -> None:
    assert digest([b"ab", b"c"]) != digest([b"a", b"bc"])


def test_stamp_changes_with_any_file(tmp_path: Path) -> None:
    def stamp() -> bytes:
        return files_stamp([tmp_path])

    def changes(change: Callable[[], object]) -> bool:
        before = stamp()
        change()
        return stamp() != before

    assert changes(lambda: (tmp_path / "a.yml").write_text("a"))
    assert changes(lambda: (tmp_path / "a.yml").write_text("ab"))
    assert changes(lambda: os.utime(tmp_path / "a.yml", (1, 1)))
    assert changes(lambda: (tmp_path / "a.yml").rename(tmp_path / "b.yml"))
    assert not changes(lambda: None)
