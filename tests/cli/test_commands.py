"""The command as its users call it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from checker.cli import main
from checker.project import Options, Project
from tests.conftest import FIXTURES, report_of, seed

NHI_CHIEU = str(FIXTURES / "seeds" / "nhi-chieu.txt")
TWIN = str(FIXTURES / "twins" / "nhi-chieu.txt")


def soat(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run the command as ``main`` does, in this process."""
    streams = [io.TextIOWrapper(io.BytesIO(told), "utf-8") for told in (stdin, b"", b"")]
    names = ("stdin", "stdout", "stderr")
    code = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["soat", *arguments])
        patch.setattr("checker.cli.signal", object())  # a broken pipe must not end the tests
        for name, stream in zip(names, streams, strict=True):
            patch.setattr(sys, name, stream)
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    _, out, err = streams
    for stream in (out, err):
        stream.flush()
    told = [cast(io.BytesIO, stream.buffer).getvalue().decode() for stream in (out, err)]
    return subprocess.CompletedProcess(list(arguments), code, *told)


def test_json_keeps_the_contract() -> None:
    done = soat("check", "--format", "json", NHI_CHIEU)
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert list(told) == ["tool", "version", "files", "corpus", "summary"]
    assert (told["tool"], told["corpus"]) == ("soat", [])
    (file,) = told["files"]
    assert {key: file[key] for key in ("path", "regime", "type", "locality", "stage")} == {
        "path": NHI_CHIEU,
        "regime": "state",
        "type": "KH",
        "locality": "phường Nhị Chiểu, thành phố Hải Phòng",
        "stage": "draft",
    }
    assert file["skipped"] == []
    keys = [
        "rule",
        "group",
        "severity",
        "message",
        "line",
        "column",
        "end_line",
        "end_column",
        "section",
        "text",
        "suggestions",
        "basis",
        "related",
        "fingerprint",
    ]
    assert all(list(finding) == keys for finding in file["findings"])
    levels = [finding["severity"] for finding in file["findings"]]
    assert told["summary"] == {level: levels.count(level) for level in ("error", "warning", "info")}
    lines = seed("nhi-chieu").split("\n")
    for finding in file["findings"]:
        shown = lines[finding["line"] - 1][finding["column"] - 1 : finding["end_column"] - 1]
        assert shown == finding["text"]


def test_exit_codes() -> None:
    assert soat("check", TWIN).returncode == 0
    assert soat("check", NHI_CHIEU).returncode == 1
    assert soat("check", "--fail-on", "never", NHI_CHIEU).returncode == 0
    assert soat("check", "--fail-on", "info", TWIN).returncode in (0, 1)
    assert soat("check", "khong-co.txt").returncode == 2
    assert soat("check").returncode == 2
    assert soat("check", "--stage", "nháp", TWIN).returncode == 2


def test_terminal_marks_the_wrong_words_and_sums_up() -> None:
    done = soat("check", NHI_CHIEU)
    assert "thông tin đối ngoại «phường Nghị Quyết» năm 2026" in done.stdout
    assert "sửa thành “phường Nhị Chiểu”" in done.stdout
    assert "hiểu là: Kế hoạch, văn bản hành chính, phường Nhị Chiểu" in done.stdout
    assert done.stdout.rstrip().splitlines()[-1].startswith("1 văn bản: 7 lỗi")
    assert "\x1b[" not in done.stdout
    assert done.stderr == ""


def test_english() -> None:
    done = soat("check", "--lang", "en", NHI_CHIEU)
    assert "is not this document's own place" in done.stdout
    assert "1 documents: 7 errors" in done.stdout


def test_standard_input_and_content_before_name() -> None:
    done = soat("check", "--format", "json", "-", stdin=seed("nhi-chieu").encode())
    assert json.loads(done.stdout)["files"][0]["path"] == "-"
    from tests.reading.documents import plan_docx

    done = soat("check", "--format", "json", "-", stdin=plan_docx(seed("nhi-chieu")))
    assert (
        json.loads(done.stdout)["files"][0]["locality"] == "phường Nhị Chiểu, thành phố Hải Phòng"
    )


def test_folder_is_searched_and_a_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "con").mkdir()
    (tmp_path / "con" / "tot.txt").write_text(Path(TWIN).read_text(encoding="utf-8"), "utf-8")
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    (tmp_path / "~$khoa.docx").write_bytes(b"khoa")
    (tmp_path / ".an.txt").write_bytes(b"\xff")
    (tmp_path / "anh.png").write_bytes(b"\x89PNG")
    done = soat("check", str(tmp_path))
    assert done.returncode == 2
    assert "hong.docx: tệp bị hỏng" in done.stdout
    assert "tot.txt" in done.stdout
    assert "Không thấy lỗi nào" in done.stdout
    assert "2 văn bản" in done.stdout
    assert "1 tệp không đọc được" in done.stdout
    told = json.loads(soat("check", "--format", "json", str(tmp_path)).stdout)
    errors = [file["error"]["code"] for file in told["files"] if "error" in file]
    assert errors == ["broken-package"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("rong.txt", b"", "tệp rỗng"),
        ("gia.docx", "Kế hoạch".encode(), "không phải tệp Word"),
        ("lon.txt", b"a b c d e\n" * 5_000_000, "lớn quá"),
        ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "không phải tệp văn bản"),
    ],
)
def test_bad_input_gives_one_clear_message(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    done = soat("check", str(path))
    assert done.returncode == 2
    assert done.stdout.count(name) == 1
    assert told in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_folder_without_documents(tmp_path: Path) -> None:
    done = soat("check", str(tmp_path))
    assert done.returncode == 2
    assert "không có văn bản nào" in done.stdout
    both = soat("check", "--format", "json", str(tmp_path), "", TWIN)
    assert both.returncode == 2
    files = json.loads(both.stdout)["files"]
    assert [file.get("error", {}).get("code") for file in files] == [
        "no-documents",
        "no-path",
        None,
    ]


def test_parse_shows_the_tree_and_gives_json() -> None:
    done = soat("parse", NHI_CHIEU)
    assert done.returncode == 0
    assert "Nơi nhận" in done.stdout
    assert "II.4.3.b: chủ trì Trung tâm dịch vụ Sự nghiệp công." in done.stdout
    assert "Quốc hiệu: (không có)" in done.stdout
    told = json.loads(soat("parse", "--format", "json", NHI_CHIEU).stdout)
    assert told["header"]["number"] == {"text": "Số: 138/KH-UBND", "line": 3}
    assert told["header"]["nation"] is None
    assert [child["path"] for child in told["body"]] == ["I", "II", "III"]
    assert len(told["tasks"]) == 10
    done = soat("parse", "khong-co.txt")
    assert done.returncode == 2
    assert "không có tệp này" in done.stderr


def test_explain() -> None:
    done = soat("explain", "recipients/archive-line")
    assert done.returncode == 0
    assert "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9.d" in done.stdout
    assert "- Lưu: «VT. VHXH»." in done.stdout
    done = soat("explain", "recipients/archive")
    assert done.returncode == 0
    done = soat("explain", "recipient/archive-lin")
    assert done.returncode == 2
    assert "recipients/archive-line" in done.stderr


def test_rules_list_and_test(tmp_path: Path) -> None:
    done = soat("rules", "list")
    assert done.returncode == 0
    assert "spelling/acronym" in done.stdout
    own = tmp_path / "units" / "ten-cu.yml"
    own.parent.mkdir()
    own.write_text(
        "title: {vi: Tên cũ, en: Old name}\nlevel: error\nbasis: Quy chế\nwhy: Tên đã đổi.\n"
        "message: {vi: Sửa, en: Mend}\ncheck: pattern\ntriggers: [ban dân vận]\n"
        "pattern: Ban Dân vận\nexamples:\n- fail: «Ban Dân vận» xã\n- pass: Ban Xây dựng Đảng xã\n",
        encoding="utf-8",
    )
    assert soat("rules", "test", str(tmp_path)).returncode == 0
    own.write_text(own.read_text("utf-8").replace("«Ban Dân vận» xã", "Ban «Dân» vận"), "utf-8")
    done = soat("rules", "test", str(tmp_path))
    assert done.returncode == 1
    assert "units/ten-cu: ví dụ 1" in done.stdout
    own.write_text(own.read_text("utf-8").replace("level:", "lveel:"), "utf-8")
    done = soat("rules", "test", str(tmp_path))
    assert done.returncode == 2
    assert "[R03]" in done.stderr
    assert "ten-cu.yml:2" in done.stderr
    assert "Traceback" not in done.stderr


def test_document_does_not_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("KẾ HOẠCH\nTuyên \x1b]0;x\x07\x1b[31mtruyền\n" + "I. MỤC ĐÍCH\n" * 40, "utf-8")
    for command in ("check", "parse"):
        done = soat(command, str(path))
        assert "\x1b" not in done.stdout
        assert "\x07" not in done.stdout
    assert "Có ký tự ẩn" in soat("check", str(path)).stdout


def test_failure_of_our_own_is_told_and_does_not_stop_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from checker import linter

    sound = linter.parse

    def parse(source: object, grammar: object) -> object:
        if "binh-thanh" in source.path:  # type: ignore[attr-defined]
            raise ZeroDivisionError("thử")
        return sound(source, grammar)  # type: ignore[arg-type]

    monkeypatch.setattr(linter, "parse", parse)
    project = Project(Options(cache=False))
    bad = project.check(str(FIXTURES / "seeds" / "binh-thanh.txt"))
    good = project.check(NHI_CHIEU)
    assert bad.error is not None
    assert "ZeroDivisionError: thử" in bad.error.message("vi")
    assert good.findings


def test_help_names_every_command() -> None:
    shown = soat("--help").stdout
    assert all(name in shown for name in ("check", "parse", "explain", "rules"))


def test_json_loads_nothing_for_the_terminal() -> None:
    code = (
        "import sys, checker.cli.check, checker.linter, checker.reporting.json as j\n"
        "assert not {'rich', 'docx', 'lxml'} & set(sys.modules), sorted(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_colours_only_on_a_terminal() -> None:
    from checker.linter import Linter
    from checker.reporting.terminal import TerminalReport

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    report = report_of(Linter.load(), NHI_CHIEU, "draft")
    for out, coloured in ((io.StringIO(), False), (Terminal(), True)):
        TerminalReport(out, "vi").file(report)
        assert ("\x1b[" in out.getvalue()) is coloured


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("count", "bar"), [(3, False), (25, True)])
def test_progress_bar_only_on_a_terminal_and_for_many(
    tmp_path: Path, count: int, bar: bool
) -> None:
    import os
    import pty

    for number in range(count):
        (tmp_path / f"{number}.txt").write_bytes(b"Ke hoach")
    master, slave = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "checker", "check", "--format", "json", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=slave,
        env={**os.environ, "TERM": "xterm"},
        check=False,
    )
    os.close(slave)
    try:
        shown = os.read(master, 100_000).decode(errors="replace")
    except OSError:  # nothing was written
        shown = ""
    os.close(master)
    assert ("Soát" in shown) is bar
    assert len(json.loads(done.stdout)["files"]) == count
