"""What ``soat check`` says besides its findings."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "no-paths": {
        "vi": "chưa chọn văn bản nào. Ghi tên tệp hoặc thư mục, ví dụ: soat check KE-HOACH.docx",
        "en": "no documents given. Give files or folders, as in: soat check PLAN.docx",
    },
    "process-ended": {
        "vi": "{path}: chương trình bị hệ thống dừng khi đọc tệp này (có thể do thiếu bộ nhớ). Các tệp khác vẫn được soát; thử soát riêng tệp này.",
        "en": "{path}: the process that read this file was ended by the system (perhaps for want of memory). The others were checked; try this one alone.",
    },
    "ignored-files": {
        "vi": "Bỏ qua {count} tệp theo mục ignore trong soat.yml.",
        "en": "{count} files left out, as “ignore” in soat.yml says.",
    },
    "nothing-changed": {
        "vi": "Không có văn bản nào thay đổi.",
        "en": "No document has changed.",
    },
    "watching": {
        "vi": "Đang chờ tệp được lưu lại… (Ctrl+C để dừng)",
        "en": "Waiting for a file to be saved… (Ctrl+C ends it)",
    },
    "watch-all": {
        "vi": "--watch không dùng cùng --changed: --watch luôn theo dõi mọi tệp được nêu.",
        "en": "--watch does not go with --changed: it looks at all files that are given.",
    },
    "statistics-only-here": {
        "vi": "--statistics chỉ dùng với --format terminal.",
        "en": "--statistics goes with --format terminal only.",
    },
    "statistics-files": {"vi": "{count} văn bản", "en": "{count} files"},
    "unknown-form": {
        "vi": "“{told}” không rõ dạng. Viết DẠNG=TỆP, dạng là một trong: {known}.",
        "en": "“{told}” names no form. Write FORM=FILE, the form being one of: {known}.",
    },
    "count-suppressed": {
        "vi": " {count} lời báo được bỏ qua, có ghi lý do.",
        "en": " {count} findings suppressed with a reason.",
    },
    "count-compared": {
        "vi": " So với tệp mốc: {new} mới, {unchanged} còn như cũ, {absent} đã hết.",
        "en": " Against the baseline: {new} new, {unchanged} unchanged, {absent} gone.",
    },
    "count-left-out": {
        "vi": " Còn {count} lời báo chưa in vì --max-findings.",
        "en": " {count} more findings not shown (--max-findings).",
    },
}
