"""What is said of two documents side by side."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "compare-title": {"vi": "So sánh hai văn bản", "en": "Two documents compared"},
    "compare-same": {
        "vi": "Hai văn bản giống nhau từng chữ.",
        "en": "The two documents are the same, word for word.",
    },
    "compare-likeness": {
        "vi": "Giống nhau {share}% số chữ.",
        "en": "{share}% of their words are the same.",
    },
    "compare-count-same": {"vi": "{count} mục giống nhau", "en": "{count} sections the same"},
    "compare-count-changed": {"vi": "{count} mục khác lời", "en": "{count} changed"},
    "compare-count-moved": {"vi": "{count} mục chuyển chỗ", "en": "{count} moved"},
    "compare-count-only-first": {
        "vi": "{count} mục chỉ có ở văn bản thứ nhất",
        "en": "{count} only in the first",
    },
    "compare-count-only-second": {
        "vi": "{count} mục chỉ có ở văn bản thứ hai",
        "en": "{count} only in the second",
    },
    "compare-state-same": {"vi": "giống nhau", "en": "the same"},
    "compare-state-changed": {"vi": "khác lời", "en": "changed"},
    "compare-state-moved": {"vi": "chuyển chỗ", "en": "moved"},
    "compare-state-only-first": {
        "vi": "chỉ có ở văn bản thứ nhất",
        "en": "only in the first",
    },
    "compare-state-only-second": {
        "vi": "chỉ có ở văn bản thứ hai",
        "en": "only in the second",
    },
    "compare-moved-too": {"vi": "khác lời và chuyển chỗ", "en": "changed and moved"},
    "compare-renumbered": {"vi": "đổi số", "en": "renumbered"},
    "compare-zone-head": {"vi": "Phần đầu văn bản", "en": "Header and title"},
    "compare-zone-opening": {"vi": "Căn cứ, mở đầu", "en": "Bases and opening"},
    "compare-zone-section": {"vi": "Nội dung", "en": "Body"},
    "compare-zone-closing": {"vi": "Phần kết", "en": "Closing"},
    "compare-zone-recipients": {"vi": "Nơi nhận", "en": "Recipients"},
    "compare-zone-signature": {"vi": "Phần ký", "en": "Signature"},
    "compare-zone-appendix": {"vi": "Phụ lục", "en": "Appendix"},
    "compare-path": {"vi": "Mục {path}", "en": "Section {path}"},
    "compare-appendix-path": {"vi": "Phụ lục, mục {path}", "en": "Appendix, section {path}"},
    "compare-line": {"vi": "dòng {line}", "en": "line {line}"},
    "compare-lines": {"vi": "dòng {lines}", "en": "lines {lines}"},
    "compare-first": {"vi": "Văn bản thứ nhất", "en": "First document"},
    "compare-second": {"vi": "Văn bản thứ hai", "en": "Second document"},
    "compare-sections": {"vi": "Từng mục", "en": "Section by section"},
    "compare-mentions": {
        "vi": "Chỉ một văn bản nêu",
        "en": "Named by one of the two only",
    },
    "compare-units": {"vi": "Cơ quan, đơn vị", "en": "Units"},
    "compare-places": {"vi": "Địa danh", "en": "Places"},
    "compare-dates": {"vi": "Ngày, tháng", "en": "Dates"},
    "compare-citations": {"vi": "Văn bản viện dẫn", "en": "Citations"},
    "compare-figures": {"vi": "Số liệu", "en": "Figures"},
    "compare-nothing": {"vi": "không có", "en": "none"},
    "compare-how": {
        "vi": "Chữ khác nhau được tô màu: chỉ có ở văn bản thứ nhất gạch ngang, chỉ có ở văn bản thứ hai gạch dưới.",
        "en": "Words that differ are coloured: those of the first only struck through, those of the second only underlined.",
    },
    "compare-quoted": {
        "vi": "Chữ khác nhau đặt trong «…».",
        "en": "Words that differ stand in «…».",
    },
    "compare-written": {"vi": "Đã ghi bảng so sánh: {path}", "en": "Comparison written: {path}"},
    "compare-illegible": {
        "vi": "{path}: không so sánh được vì chữ hỏng, mất dấu hoặc không có chữ. Dùng bản gốc (.docx, .odt); nếu là bản quét, thử thêm --ocr.",
        "en": "{path}: cannot be compared, as its text is damaged, without diacritics or missing. Use the original (.docx, .odt); for a scan try --ocr.",
    },
    "compare-not-html": {
        "vi": "{path}: bảng so sánh chỉ ghi được ra trang .html. Đặt tên tệp có đuôi .html.",
        "en": "{path}: the comparison is written as a page only. Give the file a name in .html.",
    },
    "compare-folder": {
        "vi": "{path}: là thư mục. Lệnh này so hai tệp; đối chiếu nhiều văn bản bằng: soat audit",
        "en": "{path}: is a folder. This command compares two files; for many documents: soat audit",
    },
}
