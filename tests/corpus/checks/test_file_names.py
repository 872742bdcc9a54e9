"""Names of files that tell another number than the document has."""

from __future__ import annotations

import pytest

from checker.corpus.checks.file_name import number_in_name
from checker.corpus.records import DocumentRecord

PLAN = DocumentRecord(
    "x", type="KH", type_name="Kế hoạch", number="12/KH-UBND", figure="12", issuer_code="UBND"
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("138-KH-UBND.pdf", "138"),
        ("138.KH.UBND.signed.pdf", "138"),
        ("20260420_138KHUBND.pdf", "138"),
        ("KH 138.docx", "138"),
        ("KH_138_2026.docx", "138"),
        ("KH27-2026.docx", "27"),
        ("KH-UBND 138.pdf", "138"),
        ("Kế hoạch số 138.docx", "138"),
        ("ke_hoach_so_7.doc", "7"),
    ],
)
def test_a_number_that_is_another(name: str, said: str) -> None:
    assert number_in_name(name, PLAN) == said


@pytest.mark.parametrize(
    "name",
    [
        "12-KH-UBND.pdf",
        "KH 012.docx",
        "01. Ke hoach.docx",
        "1.KH an toan giao thong.docx",
        "plan-01.md",
        "KH 2026.docx",
        "2026-KH-UBND.pdf",
        "KH 2.docx",
        "KH (3).docx",
        "KH_05_2026.docx",
        "KH 11-2026.docx",
        "KH 20.11.2026.docx",
        "KH 100 ngay cao diem.docx",
        "138-BC-UBND.pdf",
        "BC 138.docx",
        "BKH 138.docx",
        "138 KH UBNDTP.pdf",
        "",
    ],
)
def test_no_number_or_the_right_one(name: str) -> None:
    assert number_in_name(name, PLAN) == ""


def test_a_draft_without_a_number_has_none_that_could_be_another() -> None:
    draft = DocumentRecord("x", type="KH", number="/KH-UBND", issuer_code="UBND")
    assert number_in_name("138-KH-UBND.pdf", draft) == ""


def test_the_code_of_the_party_in_plain_letters() -> None:
    party = DocumentRecord("x", type="KH", number="12-KH/ĐU", figure="12", issuer_code="ĐU")
    assert number_in_name("35-KH-DU.pdf", party) == "35"
