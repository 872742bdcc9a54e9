"""What is wrong with a suppression, and how one is written."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "suppression-near": {
        "vi": "có phải “{near}”?",
        "en": "is “{near}” meant?",
    },
    "suppression-far": {
        "vi": "xem tên các quy tắc bằng lệnh “soat rules list”.",
        "en": "“soat rules list” tells the names of the rules.",
    },
    "suppression-verb": {
        "vi": "viết không đúng mẫu. Viết “soat: ignore tên-quy-tắc lý do” (cả tệp: “ignore-file”; một đoạn: “ignore-start” … “ignore-end”)",
        "en": "is not written as it should be. Write “soat: ignore rule-id reason” (for the file: “ignore-file”; for a block: “ignore-start” … “ignore-end”)",
    },
    "suppression-no-rules": {
        "vi": "chưa nêu tên quy tắc nào. Viết “soat: ignore tên-quy-tắc lý do”, tên quy tắc ở trong ngoặc vuông cuối mỗi lời báo",
        "en": "names no rule. Write “soat: ignore rule-id reason”; the id stands in square brackets at the end of each finding",
    },
    "suppression-unclosed": {
        "vi": "không có chỗ kết thúc, nên bỏ qua đến hết tệp. Thêm <!-- soat: ignore-end --> vào cuối đoạn muốn bỏ qua",
        "en": "is never ended and holds to the end of the file. Put <!-- soat: ignore-end --> after the block",
    },
    "suppression-unopened": {
        "vi": "kết thúc một đoạn chưa được mở. Xóa ghi chú này, hoặc thêm <!-- soat: ignore-start tên-quy-tắc lý do --> vào đầu đoạn",
        "en": "ends a block that was not begun. Delete it, or put <!-- soat: ignore-start rule-id reason --> before the block",
    },
    "suppression-word-block": {
        "vi": "không dùng được trong tệp Word. Bôi đen cả đoạn rồi thêm một nhận xét “soat: ignore tên-quy-tắc lý do”",
        "en": "cannot be used in a Word file. Select the whole block and add one comment “soat: ignore rule-id reason”",
    },
}
