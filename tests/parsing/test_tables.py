"""Tasks in tables of tasks."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx

from checker.document import Document
from checker.parsing import Grammar, parse
from checker.reading import read_bytes

HEADING = ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian hoàn thành")
ROWS = (
    ("1", "Phát thanh trên loa", "Phòng Văn hóa - Xã hội", "Công an xã", "Quý I"),
    ("2", "Treo băng rôn", "Phòng Kinh tế", "", "Quý II"),
    ("3", "Mở lớp tập huấn", "", "Công an xã", "Quý III"),
)
TEXT = "KẾ HOẠCH\nTuyên truyền\n\nI. MỤC ĐÍCH\n\nII. PHÂN CÔNG\n\n"


def told(document: Document) -> list[tuple[str, str, str, str, str]]:
    return [
        (task.path, task.title.text, task.lead.text, task.support.text, task.time.text)
        for task in document.tasks
        if task.form == "table"
    ]


def test_rows_of_a_markdown_table(read: Callable[[str], Document]) -> None:
    rows = [HEADING, ("---",) * 5, ("I", "TUYÊN TRUYỀN", "", "", ""), *ROWS]
    text = TEXT + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
    assert told(read(text)) == [("II", *row[1:]) for row in ROWS]


def test_columns_in_any_order_and_lines_in_a_cell(read: Callable[[str], Document]) -> None:
    document = read(
        TEXT + "| Đơn vị thực hiện | Nội dung công việc |\n|---|---|\n"
        "| Công an xã<br>Phòng Kinh tế | Tuần tra |\n"
    )
    assert told(document) == [("II", "Tuần tra", "Công an xã\nPhòng Kinh tế", "", "")]


def test_a_table_without_a_lead_column_holds_no_tasks(read: Callable[[str], Document]) -> None:
    assert not told(read(TEXT + "| Nội dung | Kinh phí |\n|---|---|\n| Tuần tra | 5 triệu |\n"))


def test_cells_of_word_merged_downwards(grammar: Grammar) -> None:
    made = docx.Document()
    for line in TEXT.split("\n"):
        made.add_paragraph(line)
    table = made.add_table(rows=4, cols=5)
    for row, texts in enumerate((HEADING, *ROWS)):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 2).merge(table.cell(3, 2))
    out = io.BytesIO()
    made.save(out)
    document = parse(read_bytes(out.getvalue(), "plan.docx"), grammar)
    assert [lead for _, _, lead, _, _ in told(document)] == [
        "Phòng Văn hóa - Xã hội",
        "Phòng Kinh tế",
        "Phòng Kinh tế",
    ]
