"""What the page of findings says (``html``)."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "html-title-one": {"vi": "Kết quả soát: {name}", "en": "Findings: {name}"},
    "html-title": {"vi": "Kết quả soát {files} văn bản", "en": "Findings in {files} documents"},
    "html-title-none": {"vi": "Không có văn bản nào", "en": "No documents"},
    "html-stage": {"vi": "soát như {stage}", "en": "checked as {stage}"},
    "html-unread": {"vi": "Không đọc được {count} tệp", "en": "{count} files unreadable"},
    "html-clean": {"vi": "{count} văn bản không thấy lỗi nào.", "en": "Nothing found in {count}."},
    "html-no-new": {"vi": "Không thấy lỗi mới nào.", "en": "Nothing new found."},
    "html-documents": {"vi": "Các văn bản", "en": "Documents"},
    "html-findings": {"vi": "Những chỗ cần xem", "en": "Findings"},
    "html-text": {"vi": "Văn bản", "en": "Text"},
    "html-how-one": {
        "vi": "Bấm số của lời báo để tới chỗ đó trong văn bản, bấm số trong văn bản để về lời báo. Trang này không thay văn bản gốc: sửa trong tệp gốc rồi soát lại.",
        "en": "A finding's number leads to its place in the text, the number in the text back to the finding. This page does not replace the document: mend the file and check again.",
    },
    "html-how": {
        "vi": "Bấm tên văn bản để mở; bấm số của lời báo để tới chỗ đó trong văn bản, bấm số trong văn bản để về lời báo. Trang này không thay văn bản gốc: sửa trong tệp gốc rồi soát lại.",
        "en": "A document's name opens it; a finding's number leads to its place in the text, the number in the text back to the finding. This page does not replace the documents: mend the files and check again.",
    },
    # a finding
    "html-line": {"vi": "dòng {line}", "en": "line {line}"},
    "html-write": {"vi": "Sửa thành: {words}", "en": "Write: {words}"},
    "html-or": {"vi": "{first} hoặc {other}", "en": "{first} or {other}"},
    "html-remove": {"vi": "Bỏ: {words}", "en": "Remove: {words}"},
    "html-why": {"vi": "Vì sao?", "en": "Why?"},
    "html-basis": {"vi": "Căn cứ: {basis}", "en": "Basis: {basis}"},
    "html-to-place": {"vi": "tới chỗ này trong văn bản", "en": "to this place in the text"},
    "html-top": {"vi": "Về đầu trang", "en": "To the top"},
    # what is not told, and not shown
    "html-suppressed": {
        "vi": "{count} lời báo được bỏ qua, có ghi lý do",
        "en": "{count} suppressed, with reasons",
    },
    "html-reason": {"vi": "Lý do: {reason}", "en": "Reason: {reason}"},
    "html-unchanged": {
        "vi": "{count} lời báo đã biết (có trong tệp mốc), không nêu lại ở đây.",
        "en": "{count} known findings (in the baseline) are not told here.",
    },
    "html-absent": {
        "vi": "{count} lời báo trong tệp mốc nay không còn.",
        "en": "{count} findings of the baseline are no more.",
    },
    "html-only-new": {"vi": "Chỉ nêu lỗi mới.", "en": "Only new findings are told."},
    "html-no-text": {
        "vi": "Không đọc lại được tệp nên ở đây chỉ có các lời báo, không có toàn văn.",
        "en": "The file could not be read again: only the findings are here, not the text.",
    },
    "html-changed": {
        "vi": "Tệp đã thay đổi sau khi soát nên ở đây chỉ có các lời báo, không có toàn văn. Soát lại để xem toàn văn.",
        "en": "The file has changed since it was checked: only the findings are here. Check it again to see the text.",
    },
    "html-scan": {
        "vi": "Chữ của bản quét không in lại ở đây khi soát nhiều tệp; chỉ có các lời báo. Soát riêng tệp này để xem toàn văn.",
        "en": "The text of a scan is not repeated among others: only the findings are here. Check the file alone to see its text.",
    },
    "html-too-long": {
        "vi": "Trang đã dài nên văn bản này chỉ có các lời báo, không có toàn văn. Soát riêng tệp này để xem toàn văn.",
        "en": "The page is long already: only the findings of this document are here. Check the file alone to see its text.",
    },
    "html-left-out": {
        "vi": "Trang quá dài nên {count} văn bản cuối chỉ có các lời báo, không có toàn văn.",
        "en": "The page is long: of the last {count} documents only the findings are here, not the text.",
    },
    # filters
    "html-filter": {"vi": "Lọc", "en": "Filter"},
    "html-by-level": {"vi": "Chỉ xem mức", "en": "Only level"},
    "html-by-group": {"vi": "Chỉ xem nhóm", "en": "Only group"},
    "html-search": {"vi": "Tìm trong lời báo", "en": "Search the findings"},
    "html-search-many": {
        "vi": "Tìm trong lời báo và tên tệp",
        "en": "Search the findings and file names",
    },
    "html-all": {"vi": "Đang xem tất cả {all} chỗ.", "en": "All {all} findings are shown."},
    "html-some": {"vi": "Đang xem {shown} trong {all} chỗ.", "en": "{shown} of {all} are shown."},
    "html-some-many": {
        "vi": "Đang xem {shown} trong {all} chỗ, ở {files} văn bản.",
        "en": "{shown} of {all} are shown, in {files} documents.",
    },
    "html-here": {"vi": "đang xem {shown}", "en": "{shown} shown"},
    "html-reset": {"vi": "Xem tất cả", "en": "Show all"},
    "html-open": {"vi": "Mở mọi văn bản", "en": "Open all documents"},
    "html-close": {"vi": "Đóng mọi văn bản", "en": "Close all documents"},
    "html-none-left": {
        "vi": "Không có chỗ nào như vậy. Chọn “Xem tất cả” để bỏ lọc.",
        "en": "No such findings. “Show all” takes the filter away.",
    },
    # groups of rules
    "group-structure": {"vi": "Bố cục, thành phần", "en": "Structure"},
    "group-header": {"vi": "Phần đầu", "en": "Header"},
    "group-signature": {"vi": "Phần ký", "en": "Signature"},
    "group-recipients": {"vi": "Nơi nhận", "en": "Recipients"},
    "group-locality": {"vi": "Tên địa phương", "en": "Places"},
    "group-units": {"vi": "Tên cơ quan, đơn vị", "en": "Units"},
    "group-assignment": {"vi": "Phân công nhiệm vụ", "en": "Tasks"},
    "group-citation": {"vi": "Viện dẫn văn bản", "en": "Citations"},
    "group-numbering": {"vi": "Đánh số", "en": "Numbering"},
    "group-dates": {"vi": "Ngày tháng", "en": "Dates"},
    "group-spelling": {"vi": "Chính tả", "en": "Spelling"},
    "group-typography": {"vi": "Dấu câu, khoảng trắng", "en": "Typography"},
    "group-capitalization": {"vi": "Viết hoa", "en": "Capitals"},
    "group-layout": {"vi": "Trình bày trang", "en": "Layout"},
    "group-hygiene": {"vi": "Tình trạng của tệp", "en": "Hygiene of the file"},
    "group-amounts": {"vi": "Số liệu", "en": "Figures"},
    "group-corpus": {"vi": "Đối chiếu nhiều văn bản", "en": "Across documents"},
}
