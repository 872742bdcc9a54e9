"""``soat audit``: what is given, what is told, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import fsspec
import pytest
from click.testing import CliRunner, Result

from checker.cli import soat
from checker.cli.audit import command
from checker.cli.audit_inputs import communes_of, expected_of, inputs_of
from checker.errors import InputError
from checker.parsing import Grammar
from checker.project import Options, Project
from tests.conftest import FIXTURES, seed

pytestmark = pytest.mark.usefixtures("loaded_once")

ABOVE = str(FIXTURES / "seeds/ban-tuyen-giao-hai-phong.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two documents."""
    place = tmp_path / "documents"
    place.mkdir()
    for name in ("nhi-chieu", "hung-dao"):
        text = "".join(seed(name).splitlines(keepends=True)[:60])
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    return place


def audit(*arguments: object) -> Result:
    words = ["audit", "--engine", "sequential", *map(str, arguments)]
    return CliRunner().invoke(soat, words)


def given(*paths: object, against: tuple[str, ...] = (), out: Path = Path("out")) -> list[str]:
    files = inputs_of([str(path) for path in paths], against, out, Project(Options())).files
    return [Path(path).name for path in files]


def code_of(*paths: object, against: tuple[str, ...] = ()) -> str:
    with pytest.raises(InputError) as told:
        given(*paths, against=against)
    return told.value.code


def test_a_folder_is_audited_and_told_of(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = audit(folder, "--against", ABOVE, "-o", out)
    assert told.exit_code == 1, told.output
    assert "Đã rà soát 2 văn bản, đối chiếu với 1 văn bản cấp trên." in told.output
    for form in ("html", "xlsx", "docx", "json"):
        assert (out / f"report.{form}").stat().st_size
        assert str(out / f"report.{form}") in told.output
    again = audit(folder, "--against", ABOVE, "-o", out, "--fail-on", "never")
    assert again.exit_code == 0
    assert "3 trong 3 văn bản đã soát từ lần trước" in again.stderr


def test_the_whole_result_can_be_printed(folder: Path, tmp_path: Path) -> None:
    told = audit(folder, "-o", tmp_path / "out", "--format", "json")
    assert told.stdout_bytes == (tmp_path / "out/report.json").read_bytes()
    assert len(json.loads(told.stdout)["files"]) == 2


def test_expected_communes_are_two_words(folder: Path, tmp_path: Path) -> None:
    for words in (("--expect", "communes-of", "Hải Phòng"), ("--expect=communes-of", "Hải Phòng")):
        told = audit(folder, *words, "-o", tmp_path / "out")
        assert "Cơ quan chưa có văn bản:" in told.output
        assert " trong 114." in told.output


def test_a_bad_file_is_told_and_does_not_stop_the_others(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.docx").write_bytes(b"PK\x03\x04")
    told = audit(folder, "-o", tmp_path / "out")
    assert told.exit_code == 2
    assert "Tệp không đọc được: 1." in told.output
    assert "bad.docx: tệp bị hỏng" in told.output


def test_a_path_that_stands_for_nothing_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    told = audit(tmp_path / "empty", folder, "-o", tmp_path / "out")
    assert told.exit_code == 2
    assert "thư mục không có văn bản nào" in told.stderr
    assert "Đã rà soát 2 văn bản." in told.stdout


def test_what_goes_together_is_told() -> None:
    assert audit("-o", "out").exit_code == 2
    told = CliRunner().invoke(command, ["a", "-o", "out", "--scheduler", "tcp://a:1"])
    assert told.exit_code == 2
    assert "--engine dask" in told.output


def test_ctrl_c_tells_how_to_go_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.corpus.auditing.audit.compare", stop)
    told = audit(folder, "-o", tmp_path / "out")
    assert told.exit_code == 130
    assert "chạy lại đúng lệnh này" in told.stderr


def test_ctrl_c_in_a_query_is_one_too(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise RuntimeError("Query interrupted")

    monkeypatch.setattr("checker.corpus.auditing.audit.compare", stop)
    assert audit(folder, "-o", tmp_path / "out").exit_code == 130
    told = audit(folder)
    assert told.exit_code == 130
    assert "không giữ lại gì" in told.stderr


def test_without_a_folder_findings_are_listed_and_nothing_is_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    told = audit(folder)
    assert told.exit_code == 1
    for words in ("[corpus/near-duplicate]", "LƯU Ý", "đối chiếu", "Đã rà soát 2 văn bản."):
        assert words in told.stdout
    assert "Chưa ghi báo cáo" in told.stdout
    assert not list(scratch.iterdir())


def test_without_a_folder_the_whole_result_can_be_printed(folder: Path, tmp_path: Path) -> None:
    kept = audit(folder, "-o", tmp_path / "out", "--format", "json")
    assert audit(folder, "--format", "json").stdout_bytes == kept.stdout_bytes


def test_machines_elsewhere_need_a_folder(folder: Path) -> None:
    told = audit(folder, "--engine", "dask", "--scheduler", "tcp://a:1")
    assert told.exit_code == 2
    assert "--scheduler cần -o" in told.output


def stages(*arguments: object) -> list[str]:
    told = json.loads(audit(*arguments, "--format", "json").stdout)
    return [one["stage"] for one in told["files"]]


def test_the_stage_is_that_of_the_option_then_of_soat_yml_then_issued(folder: Path) -> None:
    assert stages(folder) == ["issued", "issued"]
    told = "overrides:\n  - files: [hung-*]\n    stage: draft\n"
    (folder / "soat.yml").write_text(told, encoding="utf-8")
    assert stages(folder) == ["draft", "issued"]
    assert stages(folder, "--stage", "issued") == ["issued", "issued"]


def test_what_is_suppressed_is_counted_apart(folder: Path) -> None:
    plain = audit(folder).stdout
    with (folder / "hung-dao.txt").open("a", encoding="utf-8") as file:
        file.write("\n<!-- soat: ignore-file corpus/near-duplicate chung một mẫu -->\n")
    told = audit(folder).stdout
    assert "[corpus/near-duplicate]" in plain and "[corpus/near-duplicate]" not in told
    assert "bỏ qua theo ghi chú trong văn bản: 1 chỗ" in told
    within = [[line for line in one.splitlines() if "Trong từng" in line] for one in (plain, told)]
    assert within[0] == within[1]


def test_documents_that_are_all_the_superiors_are_told(folder: Path) -> None:
    told = audit(folder, "--against", folder)
    assert isinstance(told.exception, InputError)
    assert told.exception.code == "audit-all-superiors"


def test_documents_of_urls_are_audited(folder: Path, tmp_path: Path) -> None:
    files = fsspec.filesystem("memory")
    files.pipe("/kho/a.txt", (folder / "nhi-chieu.txt").read_bytes())
    told = audit("memory://kho", folder / "hung-dao.txt", "-o", tmp_path / "out", "--format=json")
    files.rm("/kho", recursive=True)
    paths = [one["path"] for one in json.loads(told.stdout)["files"]]
    assert paths == [str(folder / "hung-dao.txt"), "memory:///kho/a.txt"]
    assert "error" not in json.loads(told.stdout)["files"][1]


def test_each_file_is_taken_once_and_a_superior_only_as_that(folder: Path) -> None:
    one = str(folder / "nhi-chieu.txt")
    assert given(folder, one, f"{folder}/../documents") == ["hung-dao.txt", "nhi-chieu.txt"]
    assert given(folder, against=(f"{folder}/../documents/nhi-chieu.txt",)) == ["hung-dao.txt"]


def test_what_an_audit_wrote_is_not_audited(folder: Path) -> None:
    (folder / "report.docx").touch()
    (folder / "out").mkdir()
    (folder / "out/report.docx").touch()
    names = ["hung-dao.txt", "nhi-chieu.txt", "report.docx"]
    assert sorted(given(folder, out=folder / "out")) == names
    assert "report.docx" in given(folder, out=folder)  # that of the folder "out"
    (folder / "out/report.docx").unlink()
    assert "report.docx" not in given(folder, out=folder)


def test_what_an_audit_wrote_before_is_not_audited(folder: Path) -> None:
    for name in ("report.docx", "report.txt", "audit.duckdb"):
        (folder / name).touch()
    assert given(folder, out=folder / "other") == ["hung-dao.txt", "nhi-chieu.txt", "report.txt"]


def test_what_soat_yml_ignores_is_left_out(folder: Path) -> None:
    (folder / "soat.yml").write_text("ignore: [hung-*]", encoding="utf-8")
    assert given(folder) == ["nhi-chieu.txt"]


def test_what_cannot_be_given_is_told(folder: Path) -> None:
    assert code_of("-") == "audit-no-stdin"
    assert code_of(folder, against=(str(folder / "none.txt"),)) == "no-such-file"


def test_results_go_to_a_folder_here(folder: Path) -> None:
    told = audit(folder, "-o", "s3://kho/ket-qua")
    assert isinstance(told.exception, InputError)
    assert told.exception.code == "out-is-remote"


def test_communes_are_todays(grammar: Grammar) -> None:
    communes = communes_of("thành phố Hải Phòng", grammar.gazetteer)
    assert len(communes) == len(set(communes)) == 114
    assert "phường Nhị Chiểu" in communes


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("Hải Phong", "unknown-province", "Hải Phòng"),
        ("", "unknown-province", "Hà Nội"),
        ("Hải Dương", "merged-province", "thành phố Hải Phòng"),
    ],
)
def test_a_province_that_is_none_is_told(
    grammar: Grammar, name: str, code: str, words: str
) -> None:
    with pytest.raises(InputError) as told:
        communes_of(name, grammar.gazetteer)
    assert told.value.code == code
    assert words in told.value.message()


def test_communes_of_nothing_is_told() -> None:
    with pytest.raises(InputError) as told:
        expected_of("communes-of")
    assert told.value.code == "expect-no-province"


def test_offices_are_listed_in_a_file(tmp_path: Path) -> None:
    listed = tmp_path / "a.txt"
    listed.write_text("\ufeff# xã, phường\nphường  Nhị Chiểu # mới\n\nxã A\nxã A\n", "utf-8")
    assert expected_of(str(listed)) == ("phường Nhị Chiểu", "xã A")
    table = tmp_path / "a.csv"
    table.write_text('"phường Nhị Chiểu";1\nxã A;2\n', encoding="utf-8")
    assert expected_of(str(table)) == ("phường Nhị Chiểu", "xã A")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("none.txt", None, "no-such-file"),
        ("a.txt", b"# none\n", "none-expected"),
        ("a.txt", b"\xff\xfe\x00", "unreadable"),
        ("a.xlsx", b"PK", "expect-spreadsheet"),
    ],
)
def test_a_list_that_cannot_be_read_is_told(
    tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as told:
        expected_of(str(tmp_path / name))
    assert told.value.code == code
