"""What the language server says."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "lsp-needs-pygls": {
        "vi": 'Chưa cài phần dành cho phần mềm soạn thảo. Cài bằng lệnh: pip install "soat[lsp]"',
        "en": 'The part for editors is not installed. Install it with: pip install "soat[lsp]"',
    },
    "lsp-too-long": {
        "vi": "Văn bản dài hơn {limit} ký tự nên không soát trong lúc gõ. Anh chị soát tệp này bằng lệnh: soat check",
        "en": "The text is longer than {limit} characters and not checked while you type. Check the file with: soat check",
    },
    "lsp-not-checked": {
        "vi": "Chưa soát văn bản này vì {file} có lỗi ở dòng {line}. Sửa dòng đó rồi lưu, Soát sẽ soát lại ngay. {reason}",
        "en": "This text is not checked, as {file} has a mistake on line {line}. Mend that line and save: the text is checked at once. {reason}",
    },
    "lsp-related": {"vi": "chỗ liên quan", "en": "related place"},
    "lsp-write": {"vi": "Sửa thành “{suggestion}”", "en": "Change to “{suggestion}”"},
    "lsp-delete": {"vi": "Bỏ “{text}”", "en": "Remove “{text}”"},
    "lsp-fix-all": {
        "vi": "Sửa mọi chỗ chắc chắn sai ({count} chỗ)",
        "en": "Mend all that is certain ({count} places)",
    },
    "lsp-ignore": {
        "vi": "Bỏ qua ở dòng này ({rule}), có ghi lý do",
        "en": "Ignore on this line ({rule}), with a reason",
    },
    "lsp-reason": {"vi": "lý do", "en": "reason"},
    "lsp-suggestions": {"vi": "Gợi ý", "en": "Suggestion"},
    "lsp-number": {"vi": "số {number}", "en": "No. {number}"},
    "lsp-of-day": {"vi": "ngày {day}", "en": "of {day}"},
    "lsp-ended": {"vi": "Hết hiệu lực từ ngày {day}", "en": "No longer in force since {day}"},
    "lsp-replaced": {"vi": "Thay bằng", "en": "Replaced by"},
    "lsp-bases": {"vi": "Căn cứ", "en": "Legal bases"},
    "lsp-failed": {
        "vi": "Soát gặp lỗi ({where}: {kind}). Các phần khác vẫn chạy; nhờ anh chị gửi dòng này cho người quản trị.",
        "en": "Soát failed ({where}: {kind}). All else goes on; please report this line.",
    },
}
