"""What the machine formats say: heads of columns, names of sheets, titles of annotations."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "findings-left-out": {
        "vi": "Còn {count} lời báo không ghi ở đây vì vượt số lời báo được yêu cầu.",
        "en": "{count} more findings are not told here: more than were asked for.",
    },
    "level-unreadable": {"vi": "KHÔNG ĐỌC ĐƯỢC", "en": "UNREADABLE"},
    "level-not-run": {"vi": "KHÔNG SOÁT", "en": "NOT RUN"},
    "level-left-out": {"vi": "CHƯA GHI HẾT", "en": "LEFT OUT"},
    # heads of columns
    "head-file": {"vi": "Tệp", "en": "File"},
    "head-line": {"vi": "Dòng", "en": "Line"},
    "head-column": {"vi": "Cột", "en": "Column"},
    "head-page": {"vi": "Trang", "en": "Page"},
    "head-section": {"vi": "Mục", "en": "Section"},
    "head-level": {"vi": "Mức", "en": "Level"},
    "head-rule": {"vi": "Quy tắc", "en": "Rule"},
    "head-group": {"vi": "Nhóm", "en": "Group"},
    "head-message": {"vi": "Lời báo", "en": "Message"},
    "head-text": {"vi": "Chữ trong văn bản", "en": "Text"},
    "head-suggestion": {"vi": "Gợi ý sửa thành", "en": "Suggestion"},
    "head-basis": {"vi": "Căn cứ", "en": "Basis"},
    "head-context": {"vi": "Đoạn văn quanh chỗ đó", "en": "Context"},
    "head-type": {"vi": "Tên loại", "en": "Type"},
    "head-regime": {"vi": "Thể thức", "en": "Regime"},
    "head-locality": {"vi": "Địa phương", "en": "Locality"},
    "head-error": {"vi": "Lỗi", "en": "Errors"},
    "head-warning": {"vi": "Nên sửa", "en": "Warnings"},
    "head-info": {"vi": "Lưu ý", "en": "Notes"},
    "head-remark": {"vi": "Ghi chú", "en": "Remarks"},
    "head-rule-title": {"vi": "Nội dung quy tắc", "en": "Title"},
    "head-files": {"vi": "Số tệp", "en": "Files"},
    "head-all": {"vi": "Cộng", "en": "Total"},
    # sheets: at most 31 characters, without [ ] : * ? / \
    "sheet-files": {"vi": "Tổng hợp", "en": "Summary"},
    "sheet-findings": {"vi": "Lời báo", "en": "Findings"},
    "sheet-rules": {"vi": "Theo quy tắc", "en": "By rule"},
    "sheet-cut": {
        "vi": "Còn {count} lời báo nữa: Excel không chứa thêm được dòng nào. Hãy soát ít tệp hơn mỗi lần, hoặc xuất dạng csv.",
        "en": "{count} more findings: Excel holds no more rows. Check fewer files at a time, or write csv.",
    },
    "sheet-count": {
        "vi": "{files} văn bản, {findings} lời báo",
        "en": "{files} documents, {findings} findings",
    },
    # what is said of a place
    "related-place": {"vi": "chỗ liên quan", "en": "related place"},
    "write-instead": {"vi": "Sửa thành “{suggestion}”", "en": "Write “{suggestion}”"},
    "take-out": {"vi": "Bỏ chỗ này", "en": "Take this out"},
    "base-folder": {
        "vi": "thư mục nơi đã chạy Soát",
        "en": "the folder in which Soát was run",
    },
    "nothing-found": {"vi": "không thấy lỗi nào", "en": "nothing found"},
    "nothing-new": {"vi": "không thấy lỗi mới nào", "en": "nothing new found"},
    "readable": {"vi": "đọc được tệp", "en": "the file can be read"},
    "not-run": {"vi": "phần không soát", "en": "what was not run"},
}
