"""``check: basis-document``: a căn cứ that names no document.

Bases are documents: those on the issuer's functions and those on the matter (Nghị định
30/2020/NĐ-CP, Phụ lục I, mục II.6.a).

Keys
    fault   none    "Căn cứ tình hình thực tế …": no document at all
            vague   "Căn cứ các văn bản hướng dẫn …": documents without names
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact

# To the end of the clause, or to who issues the document.
_REST = r"\b(?:[^;,.]|,(?=\s[a-z]))*)"
_FAULTS = {
    "none": re.compile(
        r"-? ?(?P<told>(?i:can cu) (?:vao )?(?:tinh hinh|dieu kien|thuc te|thuc tien|dac diem|"
        rf"nhu cau|kha nang|yeu cau|chuc nang|nhiem vu|nguon luc){_REST}"
    ),
    "vague": re.compile(
        r"-? ?(?P<told>(?i:can cu) (?:vao )?"
        r"(?:(?:cac|nhung|mot so) (?:[Vv]an ban|quy dinh|[Cc]hi thi|[Nn]ghi quyet)|[Vv]an ban|"
        rf"quy dinh (?:hien hanh|cua phap luat)){_REST}"
    ),
}
_NAMED = re.compile(
    r"\d[/-]|\bngay \d|\b(?:Luat|Bo luat|Phap lenh|Hien phap|Dieu le|Nghi dinh|Thong tu|Quyet dinh|"
    r"Ke hoach|Chi thi|Ket luan|Huong dan|Cong van|De an|Chuong trinh|Quy che|Thong bao)\b"
    r"|\b(?:nghi quyet|van kien) [^;]*\b(?:dai hoi|hoi nghi)\b",
)


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, tuple(_FAULTS))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        for line in document.lines:
            if line.kind != "BASIS":
                continue
            folded = document.folded[line.start : line.end]
            match = _FAULTS[self.fault].match(folded)
            clause = folded[match.start("told") :].partition(";")[0] if match else ""
            if match and not _NAMED.search(clause):
                end = match.start("told") + len(match["told"].rstrip())
                yield Fact(line.start + match.start("told"), line.start + end)
