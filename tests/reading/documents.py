"""Word documents made for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def plan_docx(text: str) -> bytes:
    """The plan ``text`` as clerks make it: a two-column header table, paragraphs, and a two-column
    table with recipients and signature."""
    lines = [line.strip("* ") if line.startswith("**") else line for line in text.split("\n")]
    lines = [line.rstrip("*").strip() for line in lines if line.strip()]
    type_at = lines.index("KẾ HOẠCH")
    recipients_at = lines.index("Nơi nhận:")
    signature_at = next(i for i, line in enumerate(lines) if line.startswith(("TM.", "KT.")))
    document = docx.Document()
    header = document.add_table(rows=2, cols=2)
    _fill(header.cell(0, 0), ["ỦY BAN NHÂN DÂN", "PHƯỜNG NHỊ CHIỂU", "-------"])
    _fill(header.cell(0, 1), ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
    _fill(header.cell(1, 0), [line for line in lines[:type_at] if line.startswith("Số")])
    _fill(header.cell(1, 1), [line for line in lines[:type_at] if "ngày" in line])
    for line in lines[type_at:recipients_at]:
        document.add_paragraph(line)
    ending = document.add_table(rows=1, cols=2)
    _fill(ending.cell(0, 0), lines[recipients_at:signature_at])
    _fill(ending.cell(0, 1), lines[signature_at:])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fill(cell: docx.table._Cell, lines: Sequence[str]) -> None:
    cell.paragraphs[0].text = lines[0]
    for line in lines[1:]:
        cell.add_paragraph(line)


def package(body: str, **parts: str) -> bytes:
    """A package with ``body`` inside w:body and other parts (numbering, styles) as XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document_xml(body))
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{xml}</w:{name}>')
    return out.getvalue()


def document_xml(body: str) -> str:
    return (
        f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/'
        f'markup-compatibility/2006"><w:body>{body}</w:body></w:document>'
    )
