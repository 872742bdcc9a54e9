"""Workflow commands, read back as the runner of GitHub Actions reads them."""

from __future__ import annotations

from typing import NamedTuple

from checker.file_report import FileReport
from checker.finding import Place
from checker.linter import Linter
from checker.reporting.github import render
from checker.reporting.run import Run
from tests.reporting.runs import EMPTY, MISSING, TEXT, WORD, finding, only, sample


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def read(line: str) -> Command:
    """Read a command: the name ends at the first blank, the properties at the next ``::``."""
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    name, _, rest = head.partition(" ")
    properties = dict(part.split("=", 1) for part in rest.split(","))
    return Command(name, {key: _plain(one) for key, one in properties.items()}, _plain(message))


def _plain(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def commands(run: Run) -> list[Command]:
    return [read(line) for line in render(run).decode().split("\n")[:-1]]


def test_finding_in_a_text_has_its_place(linter: Linter) -> None:
    run = sample(linter)
    (command,) = [
        one
        for one in commands(run)
        if one.properties["file"] == TEXT and "[spelling/acronym]" in one.message
    ]
    assert command.name == "error"
    title = run.rules["spelling/acronym"].common.title["vi"]
    assert command.properties == {
        "file": TEXT,
        "line": "106",
        "endLine": "106",
        "col": "101",
        "endColumn": "106",
        "title": f"LỖI: {title}",
    }
    assert command.message.startswith("“OCOOP” có lẽ gõ sai của “OCOP”")
    assert "\nCăn cứ: Nghị định 30/2020/NĐ-CP" in command.message


def test_levels_are_error_warning_and_notice(linter: Linter) -> None:
    run = sample(linter)
    names = [one.name for one in commands(run) if one.properties["file"] == TEXT]
    levels = [one.level for one in run.reports[0].findings]
    assert names == [{"info": "notice"}.get(level, level) for level in levels]
    assert set(names) == {"error", "warning", "notice"}


def test_word_file_has_no_lines_but_the_place_in_words(linter: Linter) -> None:
    (command,) = [
        one
        for one in commands(sample(linter, "en"))
        if one.properties["file"] == WORD and "[spelling/acronym]" in one.message
    ]
    assert set(command.properties) == {"file", "title"}
    assert "(section II.3.2: …" in command.message


def test_place_over_lines_has_no_columns() -> None:
    report = FileReport("a.txt", "draft", findings=(finding(place=Place(3, 5, 4, 2)),))
    (command,) = commands(only(report))
    assert set(command.properties) == {"file", "line", "endLine", "title"}


def test_unreadable_file_is_an_error(linter: Linter) -> None:
    command = commands(sample(linter))[-1]
    assert command.name == "error"
    assert command.properties["file"] == MISSING


def test_special_characters_are_escaped() -> None:
    report = FileReport("50%, a:b.txt", "draft", findings=(finding(message="x\n::error::y %0A"),))
    line = render(only(report)).decode()
    assert line.startswith("::error file=50%25%2C a%3Ab.txt,line=3,")
    assert "::x%0A::error::y %250A%0ACăn cứ" in line
    assert line.count("\n") == 1


def test_run_without_files_has_no_commands() -> None:
    assert render(EMPTY) == b""
