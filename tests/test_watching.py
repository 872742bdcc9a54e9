"""Files that change while one looks on: no clock, the tests say what happens in each pause."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.watching import watch


class Ended(Exception):
    """The script of a test is at its end."""


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("a.txt")
    write("b.txt")
    return tmp_path


def write(name: str, text: str = "x", at: int = 1) -> None:
    """Write a file that says it was written at ``at`` nanoseconds."""
    Path(name).write_text(text, encoding="utf-8")
    os.utime(name, ns=(at, at))


def seen(*pauses: Callable[[], object]) -> list[list[str]]:
    """What is told when these things happen in the pauses between looks."""
    happenings = iter(pauses)

    def pause() -> None:
        happening = next(happenings, None)
        if happening is None:
            raise Ended
        happening()

    told: list[list[str]] = []
    looks: Iterator[list[str]] = watch(lambda: sorted(map(str, Path().iterdir())), pause)
    with pytest.raises(Ended):
        while True:
            told.append(next(looks))
    return told


def nothing() -> None:
    pass


def test_all_are_told_first_and_then_nothing(drafts: Path) -> None:
    assert seen(nothing, nothing) == [["a.txt", "b.txt"]]


def test_a_written_file_is_told_once(drafts: Path) -> None:
    told = seen(lambda: write("b.txt", at=2), nothing, nothing, nothing)
    assert told[1:] == [["b.txt"]]
    told = seen(lambda: write("b.txt", "xy", at=2), nothing, nothing)
    assert told[1:] == [["b.txt"]]


def test_a_file_that_is_being_written_waits(drafts: Path) -> None:
    told = seen(
        lambda: write("a.txt", "x" * 10, at=2),
        lambda: write("a.txt", "x" * 20, at=2),
        lambda: write("a.txt", "x" * 20, at=3),
        lambda: write("b.txt", "khác"),
        nothing,
        nothing,
    )
    assert told[1:] == [["a.txt"], ["b.txt"]]


def test_new_files_are_told_and_gone_ones_dropped(drafts: Path) -> None:
    told = seen(
        lambda: write("c.txt"),
        lambda: Path("a.txt").unlink(),
        nothing,
        lambda: write("a.txt"),
        nothing,
        nothing,
    )
    assert told[1:] == [["c.txt"], ["a.txt"]]


def test_a_file_saved_by_way_of_another_is_told_once(drafts: Path) -> None:
    def save() -> None:
        write("~moi.tmp", "bản mới", at=5)
        Path("~moi.tmp").replace("a.txt")

    assert seen(save, nothing, nothing)[1:] == [["a.txt"]]


def test_a_change_taken_back_in_time_is_not_told(drafts: Path) -> None:
    told = seen(lambda: write("a.txt", "khác", at=2), lambda: write("a.txt"), nothing, nothing)
    assert told[1:] == []


def test_what_is_written_while_the_caller_reads_is_told_next(drafts: Path) -> None:
    def pause() -> None:
        pass

    looks = watch(lambda: ["a.txt", "khong-co.txt", "a\0b"], pause)
    assert next(looks) == ["a.txt"]
    write("a.txt", "khác", at=2)
    assert next(looks) == ["a.txt"]


def test_nothing_there_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert seen(nothing, lambda: write("a.txt"), nothing) == [["a.txt"]]


STEPS = st.lists(
    st.dictionaries(st.sampled_from("abc"), st.none() | st.integers(0, 3), max_size=3), max_size=8
)


@settings(max_examples=40)
@given(steps=STEPS)
def test_what_stands_still_has_been_told_as_it_is(steps: list[dict[str, int | None]]) -> None:
    """Whatever is written and removed: after two quiet looks each file was told in its state."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def do(number: int, step: dict[str, int | None]) -> None:
            for file, size in step.items():
                if size is None:
                    (folder / file).unlink(missing_ok=True)
                else:
                    write(str(folder / file), "x" * size, at=number)

        happenings = iter([*enumerate(steps), (0, {}), (0, {})])

        def pause() -> None:
            happening = next(happenings, None)
            if happening is None:
                raise Ended
            do(*happening)

        told: dict[str, tuple[int, int]] = {}
        looks = watch(lambda: sorted(map(str, folder.iterdir())), pause)
        with pytest.raises(Ended):
            while True:
                changed = next(looks)
                assert changed
                told |= {path: state(path) for path in changed}
        for path in map(str, folder.iterdir()):
            assert told[path] == state(path)


def state(path: str) -> tuple[int, int]:
    stat = Path(path).stat()
    return stat.st_mtime_ns, stat.st_size
