"""Old formats and foreign packages: why they cannot be read; the words of the page with margin
notes."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "legacy-doc": {
        "vi": "{path}: tệp .doc kiểu cũ. Mở bằng Word rồi chọn Lưu thành (Save As) “Word Document (*.docx)”, hoặc cài LibreOffice (miễn phí) để Soát đọc thẳng tệp .doc.",
        "en": "{path}: an old .doc file. Save it in Word as “Word Document (*.docx)”, or install LibreOffice (free) so that Soát can read .doc.",
    },
    "rtf": {
        "vi": "{path}: tệp .rtf. Mở bằng Word rồi chọn Lưu thành (Save As) “Word Document (*.docx)”, hoặc cài LibreOffice (miễn phí) để Soát đọc thẳng tệp .rtf.",
        "en": "{path}: an .rtf file. Save it in Word as “Word Document (*.docx)”, or install LibreOffice (free) so that Soát can read .rtf.",
    },
    "not-converted": {
        "vi": "{path}: không chuyển được tệp này sang .docx (có thể tệp bị hỏng). Mở bằng Word rồi chọn Lưu thành (Save As) “Word Document (*.docx)”.",
        "en": "{path}: cannot be converted to .docx (perhaps damaged). Open it in Word and save it as “Word Document (*.docx)”.",
    },
    "not-a-document": {
        "vi": "{path}: không phải tệp văn bản (có thể là bảng tính, trình chiếu hoặc tệp khác). Chọn tệp Word (.docx, .doc), .odt, .rtf, .pdf hoặc .txt.",
        "en": "{path}: not a text document (perhaps a spreadsheet, slides or another file). Choose a Word file (.docx, .doc), .odt, .rtf, .pdf or .txt.",
    },
    "page-missing": {"vi": "thiếu ở đây", "en": "missing here"},
    "page-clean": {"vi": "Không có ghi chú nào.", "en": "No notes."},
    "page-made": {
        "vi": "Chữ được đánh dấu có ghi chú cùng số ở bên cạnh. Trang này không thay văn bản gốc.",
        "en": "Marked words have the note of the same number beside them. This page does not replace the document.",
    },
}
