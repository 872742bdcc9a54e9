"""Baselines: what is known stays quiet, what is new is told, what is mended is said to be gone."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.baseline import Baseline, make_baseline, read_baseline
from checker.errors import InputError
from checker.file_report import FileReport, Skipped
from checker.finding import Finding, Place
from checker.fingerprint import key_of, with_fingerprints
from checker.linter import Linter
from checker.rule_names import RuleNames
from tests.conftest import seed, twin
from tests.test_comparing import FINDINGS, HARMLESS, finding

Check = Callable[..., FileReport]
OCOOP = finding(section="II.3", words="ocoop", before="sản phẩm ", start=40)
SENTENCE = finding("spelling/term", section="II.3", words="du luận", start=10)


def report(path: Path, *findings: Finding) -> FileReport:
    return FileReport(str(path), "draft", findings=findings)


def stored(folder: Path, *reports: FileReport) -> Baseline:
    path = folder / "soat-baseline.json"
    path.write_bytes(make_baseline(reports, folder))
    return read_baseline(path)


def test_known_findings_are_not_told_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    baseline = stored(tmp_path, report(path, SENTENCE))
    told = baseline.compare(report(path, SENTENCE, OCOOP))
    assert (told.findings, told.unchanged, told.absent) == ((OCOOP,), (SENTENCE,), ())


def test_what_is_suppressed_since_is_neither_new_nor_absent(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    baseline = stored(tmp_path, report(path, SENTENCE, OCOOP))
    hidden = (replace(OCOOP, reason="tên dự án"),)
    told = baseline.compare(replace(report(path, SENTENCE), suppressed=hidden))
    assert (told.findings, told.unchanged, told.absent) == ((), (SENTENCE,), ())
    both = baseline.compare(replace(report(path, SENTENCE, OCOOP), suppressed=hidden))
    assert (both.findings, both.unchanged, both.absent) == ((), (SENTENCE, OCOOP), ())
    elsewhere = (finding(section="V", words="ocoop", before="của "),)
    told = baseline.compare(replace(report(path, SENTENCE), suppressed=elsewhere))
    assert [one.identity for one in told.absent] == ["ocoop"]


def test_what_is_mended_is_absent_without_a_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    (fingerprinted,) = with_fingerprints([OCOOP])
    (absent,) = stored(tmp_path, report(path, OCOOP)).compare(report(path)).absent
    assert absent.place == Place(0, 0, 0, 0)
    assert key_of(absent) == key_of(OCOOP)
    assert (absent.level, absent.message, absent.quote) == ("error", "…", OCOOP.quote)
    assert absent.fingerprint == fingerprinted.fingerprint


def test_of_several_alike_the_ones_that_are_gone_keep_their_fingerprints(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    thrice = tuple(with_fingerprints([OCOOP] * 3))
    told = stored(tmp_path, report(path, *thrice)).compare(report(path, thrice[0]))
    assert told.findings == ()
    assert {one.fingerprint for one in told.absent} == {one.fingerprint for one in thrice[1:]}


def test_a_file_that_is_not_in_it_is_all_new(tmp_path: Path) -> None:
    baseline = stored(tmp_path, report(tmp_path / "a.txt", OCOOP))
    told = baseline.compare(report(tmp_path / "b.txt", OCOOP))
    assert (told.findings, told.unchanged) == ((OCOOP,), ())


def test_what_cannot_be_read_stays_as_it_is(tmp_path: Path) -> None:
    broken = replace(report(tmp_path / "a.txt"), error=InputError("no-text", path="a.txt"))
    baseline = stored(tmp_path, report(tmp_path / "a.txt", OCOOP))
    assert baseline.compare(broken) is broken
    assert baseline.with_reports([broken]).files == baseline.files


def test_what_is_suppressed_is_not_in_it(tmp_path: Path) -> None:
    suppressed = replace(
        report(tmp_path / "a.txt"), suppressed=(replace(OCOOP, reason="có lý do"),)
    )
    assert stored(tmp_path, suppressed).count == 0


def test_it_is_the_same_in_either_language(check: Check, tmp_path: Path) -> None:
    found = replace(check(seed("binh-thanh")), path=str(tmp_path / "a.txt"))
    english = [replace(one, message="something in English") for one in found.findings]
    told = stored(tmp_path, replace(found, findings=tuple(english))).compare(found)
    assert (told.findings, told.absent) == ((), ())


def test_a_real_plan_is_known_again_and_its_mended_twin_has_all_gone(
    check: Check, tmp_path: Path
) -> None:
    path = str(tmp_path / "a.txt")
    before = replace(check(seed("nhi-chieu")), path=path)
    baseline = stored(tmp_path, before)
    moved = seed("nhi-chieu").replace("\nII. ", HARMLESS * 5 + "\nII. ")
    assert moved != seed("nhi-chieu")
    told = baseline.compare(replace(check(moved), path=path))
    assert (told.findings, told.absent) == ((), ())
    assert len(told.unchanged) == len(before.findings)
    mended = baseline.compare(replace(check(twin("nhi-chieu")), path=path))
    assert (mended.findings, mended.unchanged) == ((), ())
    assert len(mended.absent) == len(before.findings)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FINDINGS, st.data())
def test_what_is_written_is_read_again(
    tmp_path: Path, found: list[Finding], data: st.DataObject
) -> None:
    path = tmp_path / "a.txt"
    baseline = stored(tmp_path, report(path, *found))
    told = baseline.compare(report(path, *found))
    assert (told.findings, told.absent) == ((), ())
    assert baseline.as_bytes() == make_baseline([report(path, *found)], tmp_path)
    again = data.draw(st.permutations(found))
    assert baseline.as_bytes() == make_baseline([report(path, *again)], tmp_path)


def test_the_file_can_be_read_by_people_and_by_git(tmp_path: Path) -> None:
    reports = [report(tmp_path / "b.txt", OCOOP, SENTENCE), report(tmp_path / "ạ" / "a.txt")]
    told = make_baseline(reports, tmp_path).decode("utf-8")
    assert told.splitlines() == [
        "{",
        '"tool": "soat",',
        '"version": 1,',
        '"files": {',
        '"b.txt": [',
        '{"rule": "spelling/acronym", "section": "II.3", "words": "ocoop", "level": "error", "message": "…", "quote": ["sản phẩm ", "ocoop", ""]},',
        '{"rule": "spelling/term", "section": "II.3", "words": "du luận", "level": "error", "message": "…", "quote": ["", "du luận", ""]}',
        "],",
        '"ạ/a.txt": []',
        "}",
        "}",
    ]
    assert told.endswith("}\n")


def test_a_file_has_one_name_however_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "văn bản"
    folder.mkdir()
    baseline = Baseline(folder, {})
    name = "năm 2026/kế hoạch.txt"
    around = folder / ".." / folder.name / name
    assert baseline.name(str(folder / name)) == baseline.name(str(around)) == name
    assert baseline.name(str(folder / unicodedata.normalize("NFD", name))) == name
    assert baseline.name(str(tmp_path / "ngoài.txt")) == "../ngoài.txt"
    monkeypatch.chdir(folder)
    assert baseline.name(name) == Baseline(Path(), {}).name(name) == name


def test_a_name_in_either_normal_form_is_found_again(tmp_path: Path) -> None:
    name = "kế hoạch.txt"
    for form in ("NFC", "NFD"):
        folder = tmp_path / form
        folder.mkdir()
        path = folder / unicodedata.normalize(form, name)
        path.write_bytes(b"x")
        found = Baseline(folder, {}).path(name)
        assert found is not None
        assert found.read_bytes() == b"x"
    assert Baseline(tmp_path, {}).path(name) is None


def test_a_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = tmp_path / "k\udce1.txt"
    baseline = stored(tmp_path, report(path, OCOOP))
    assert baseline.compare(report(path, OCOOP)).findings == ()


def test_what_did_not_run_is_not_absent(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    baseline = stored(tmp_path, report(path, OCOOP))
    for reason, lines, absent in (
        ("illegible", (), 0),
        ("illegible-part", ((1, 3),), 1),
        ("unknown-regime", (), 1),
    ):
        skipped = replace(report(path), skipped=(Skipped(("spelling",), reason, lines),))
        assert len(baseline.compare(skipped).absent) == absent
        assert baseline.with_reports([skipped]).count == 1 - absent


def test_an_id_that_a_rule_had_before(linter: Linter, tmp_path: Path) -> None:
    (rule,) = (one for one in linter.rules if one.id == "spelling/acronym")
    old = replace(OCOOP, rule="spelling/viet-tat")
    names = RuleNames([replace(rule, common=replace(rule.common, aliases=(old.rule,)))])
    gone = replace(OCOOP, rule="spelling/no-more")
    path = tmp_path / "a.txt"
    told = stored(tmp_path, report(path, old, gone)).renamed(names).compare(report(path, OCOOP))
    assert told.unchanged == (OCOOP,)
    assert [one.rule for one in told.absent] == ["spelling/no-more"]


def entry(**told: Any) -> dict[str, Any]:
    keys = {"rule": "a/b", "section": "", "words": "", "level": "error", "message": ""}
    return {key: value for key, value in (keys | told).items() if value is not None}


def file(*entries: Any, **told: Any) -> bytes:
    whole = {"tool": "soat", "version": 1, "files": {"a.txt": list(entries)}}
    return json.dumps(whole | told).encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not-a-baseline"),
        (b"\xff\xfe\xfd", "not-a-baseline"),
        (b"[" * 100_000, "not-a-baseline"),
        (b"[1]", "not-a-baseline"),
        (b"null", "not-a-baseline"),
        (b'{"dependencies": {}}', "not-a-baseline"),
        (file(tool="other"), "not-a-baseline"),
        (file(version="1"), "not-a-baseline"),
        (file(version=2), "newer-baseline"),
        (file(files=[]), "not-a-baseline"),
        (file(files={"a.txt": 1}), "not-a-baseline"),
        (file("text"), "not-a-baseline"),
        (file(entry(words=None)), "not-a-baseline"),
        (file(entry(words=5)), "not-a-baseline"),
        (file(entry(level="fatal")), "not-a-baseline"),
        (file(entry(times="2")), "not-a-baseline"),
        (file(entry(quote=["a", "b"])), "not-a-baseline"),
        (file(entry(quote=[1, 2, 3])), "not-a-baseline"),
        (b"<<<<<<< HEAD\n" + file(), "not-a-baseline"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "soat-baseline.json"
    path.write_bytes(content)
    with pytest.raises(InputError) as raised:
        read_baseline(path)
    assert raised.value.code == code
    assert str(path) in raised.value.message("vi")


def test_a_sound_file_is_read_with_a_byte_order_mark_too(tmp_path: Path) -> None:
    path = tmp_path / "soat-baseline.json"
    path.write_bytes(b"\xef\xbb\xbf" + file(entry(), entry(times=3)))
    assert [one.times for one in read_baseline(path).files["a.txt"]] == [1, 3]


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_baseline(tmp_path / "khong-co.json")
    assert "soat baseline create" in raised.value.message("vi")
    with pytest.raises(InputError) as raised:
        read_baseline(tmp_path)
    assert raised.value.code == "unreadable"
