"""Old Word files: told apart, converted out of sight, nothing left behind."""

from __future__ import annotations

import io
import os
import select
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from checker.errors import InputError
from checker.linter import Linter
from checker.reading import Cell, legacy, office_program, read_bytes
from tests.conftest import seed
from tests.reading.documents import plan_docx
from tests.reading.test_hostile import compound

RTF = rb"""{\rtf1\ansi\ansicpg1252\uc1 {\b X\u227\'3f H\u432\'3fng \u272\'3f\u7841\'3fo}\par
{\field{\*\fldinst INCLUDEPICTURE "http://127.0.0.1:9/a.png"}{\fldrslt }}
\trowd\cellx3000\cellx6000\intbl A\cell B\cell\row\pard s\u7889\'3f 1\par}"""
needs_libreoffice = pytest.mark.skipif(
    office_program.find_program("soffice", "libreoffice") is None,
    reason="LibreOffice is not installed",
)
needs_antiword = pytest.mark.skipif(
    shutil.which("antiword") is None, reason="antiword is not installed"
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A folder for temporary files, empty again when the test is over."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def plan() -> bytes:
    """The Nhị Chiểu plan; as in all documents of Word a paragraph is its last."""
    document = docx.Document(io.BytesIO(plan_docx(seed("nhi-chieu"))))
    document.add_paragraph()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture(scope="session")
def plan_doc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The Nhị Chiểu plan as a .doc."""
    program = office_program.find_program("soffice", "libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("doc")
    (folder / "plan.docx").write_bytes(plan())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "doc", "plan.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / "plan.doc").read_bytes()


def without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_program, "find_program", lambda *names: None)
    monkeypatch.setattr(legacy, "find_program", lambda *names: None)


def script(folder: Path, text: str) -> str:
    file = folder / "program"
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def code(data: bytes, path: str) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, path)
    assert path in caught.value.message("vi")
    return caught.value.code


def test_without_programs_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    without_programs(monkeypatch)
    assert code(compound("WordDocument"), "a.doc") == "legacy-doc"
    assert code(RTF, "a.rtf") == "rtf"
    for phrase in ("legacy-doc", "rtf"):
        assert "LibreOffice" in InputError(phrase, path="a").message("vi")
        assert ".docx" in InputError(phrase, path="a").message("vi")


def test_files_that_are_no_word_document_reach_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_program, "run_bounded", lambda *_: pytest.fail("a program ran"))
    for data, said in (
        (compound("EncryptionInfo", "EncryptedPackage"), "encrypted"),
        (compound("WordDocument", encrypted=True), "encrypted"),
        (compound("Workbook"), "not-a-document"),
    ):
        assert code(data, "a.doc") == said
        with pytest.raises(InputError) as caught:
            legacy.to_docx(data, "a.doc", ".doc")
        assert caught.value.code == said


@needs_libreoffice
def test_rtf_is_read_by_way_of_word() -> None:
    source = read_bytes(RTF, "a.rtf")
    assert (source.format, source.note, source.layout) == ("rtf", "converted", None)
    said = [(source.raw[line.start : line.end], line.cell) for line in source.lines]
    assert ("Xã Hưng Đạo", None) in said
    assert ("B", Cell(0, 0, 1)) in said


@needs_libreoffice
def test_doc_has_the_findings_of_the_text(plan_doc: bytes, linter: Linter) -> None:
    source = read_bytes(plan_doc, "a.doc")
    assert (source.format, source.note, source.layout) == ("doc", "converted", None)
    told = [
        sorted((one.rule, one.text) for one in linter.check(of, "draft").findings)
        for of in (source, replace(read_bytes(plan(), "a.docx"), layout=None))
    ]
    assert told[0] == told[1]
    assert ("spelling/acronym", "OCOOP") in told[0]


@needs_antiword
def test_antiword_gives_the_text(plan_doc: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_program, "find_program", lambda *names: None)
    source = read_bytes(plan_doc, "a.doc")
    assert (source.format, source.note) == ("doc", "antiword")
    said = [(source.raw[line.start : line.end], line.cell) for line in source.lines]
    assert ("PHƯỜNG NHỊ CHIỂU", Cell(0, 0, 0)) in said
    assert ("Độc lập - Tự do - Hạnh phúc", Cell(0, 0, 1)) in said
    assert "các sản phẩm OCOOP" in source.raw


def test_tables_of_antiword_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "\nMở đầu\n\n"
        "|Nội dung         |Đơn vị     |\n"
        "|Tuyên truyền sản |Công an xã;|\n"
        "|phẩm             |Trường học |\n"
        "|- Lưu: VT        |           |\n\n"
        "Cuối"
    )
    monkeypatch.setattr(legacy, "convert", lambda *_: None)
    monkeypatch.setattr(legacy, "_antiword_text", lambda *_: text)
    source = read_bytes(compound("WordDocument"), "a.doc")
    assert [(source.raw[line.start : line.end], line.cell) for line in source.lines] == [
        ("Mở đầu", None),
        ("Nội dung", Cell(0, 0, 0)),
        ("Tuyên truyền sản phẩm", Cell(0, 0, 0)),
        ("- Lưu: VT", Cell(0, 0, 0)),
        ("Đơn vị", Cell(0, 0, 1)),
        ("Công an xã; Trường học", Cell(0, 0, 1)),
        ("Cuối", None),
    ]


@needs_libreoffice
def test_a_file_that_cannot_be_converted_says_so() -> None:
    assert code(compound("WordDocument")[:1_000], "a.doc") in ("not-converted", "no-text")


@posix
def test_conversion_runs_apart_from_the_file_and_without_macros(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    seen.mkdir()
    program = script(
        tmp_path,
        f'cp profile/user/registrymodifications.xcu "{seen}"; printf "%s\\n" "$@" > "{seen}/arguments"; '
        f'pwd > "{seen}/folder"; mkdir out; cp document.doc out/document.docx',
    )
    monkeypatch.setattr(office_program, "find_program", lambda *names: program)
    assert office_program.convert(b"as it was", "/home/x/a.doc", ".doc") == b"as it was"
    registry = (seen / "registrymodifications.xcu").read_text(encoding="utf-8")
    for name, value in (
        ("MacroSecurityLevel", "3"),
        ("DisableMacrosExecution", "true"),
        ("Link", "2"),
    ):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in registry
    arguments = (seen / "arguments").read_text(encoding="utf-8")
    assert "--headless" in arguments and "/home/x" not in arguments
    folder = (seen / "folder").read_text(encoding="utf-8").strip()
    assert folder.startswith(os.path.realpath(tempfile.gettempdir()))
    assert f"-env:UserInstallation={Path(tempfile.gettempdir()).as_uri()}" in arguments


@posix
@pytest.mark.parametrize("text", ["exit 1", "exit 0", "kill -9 $$"])
def test_a_conversion_that_makes_nothing_is_an_error(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = script(tmp_path, text)
    monkeypatch.setattr(office_program, "find_program", lambda *names: program)
    with pytest.raises(InputError) as caught:
        office_program.convert(b"a", "a.doc", ".doc")
    assert caught.value.code == "not-converted"


@posix
def test_a_program_that_hangs_is_killed_with_what_it_started(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    command = [script(tmp_path, "tail -f /dev/null & tail -f /dev/null")]
    with os.fdopen(writing, "wb") as out:
        assert not office_program.run_bounded(command, tmp_path, 0.3, stdout=out)
    with os.fdopen(reading, "rb") as end:
        ready, _, _ = select.select([end], [], [], 30)
        assert ready and end.read() == b""
