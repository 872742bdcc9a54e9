"""What the reports of an audit say: the workbook and the page."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    # what was audited
    "audit-title": {
        "vi": "Kết quả rà soát {count} văn bản",
        "en": "Audit of {count} documents",
    },
    "audit-against": {
        "vi": "Đối chiếu với: {names}.",
        "en": "Compared with: {names}.",
    },
    "audit-against-none": {
        "vi": "Không có kế hoạch của cấp trên để đối chiếu.",
        "en": "No plan of a superior to compare with.",
    },
    "audit-stage": {"vi": "Soát như {stage}.", "en": "Checked as {stage}."},
    "audit-due": {"vi": "Hạn ban hành: {day}.", "en": "To be issued by {day}."},
    "audit-number-plans": {"vi": "Văn bản", "en": "Documents"},
    "audit-number-read": {"vi": "Soát được", "en": "Checked"},
    "audit-number-unread": {"vi": "Không đọc được", "en": "Unreadable"},
    "audit-number-illegible": {"vi": "Chữ hỏng, chưa soát được", "en": "Damaged text, not checked"},
    "audit-number-error": {"vi": "Lỗi", "en": "Errors"},
    "audit-number-warning": {"vi": "Chỗ nên sửa", "en": "Warnings"},
    "audit-number-info": {"vi": "Lưu ý", "en": "Notes"},
    "audit-number-corpus": {
        "vi": "Chỗ chưa khớp giữa các văn bản",
        "en": "Found between documents",
    },
    "audit-number-pairs": {"vi": "Cặp gần giống nhau", "en": "Near-duplicate pairs"},
    "audit-number-missing": {
        "vi": "Cơ quan chưa có kế hoạch",
        "en": "Offices without a plan",
    },
    "audit-number-late": {
        "vi": "Cơ quan ban hành muộn",
        "en": "Offices with a late plan",
    },
    # what to look at first
    "audit-first": {"vi": "Cần xem trước", "en": "Look at this first"},
    "audit-first-none": {
        "vi": "Không có việc nào cần xem trước.",
        "en": "Nothing that needs looking at first.",
    },
    "audit-look-unread": {
        "vi": "{count} tệp không đọc được: đề nghị cơ quan gửi lại.",
        "en": "{count} files cannot be read: ask the offices to send them again.",
    },
    "audit-look-illegible": {
        "vi": "{count} văn bản chữ bị hỏng nên chưa soát được: đề nghị gửi bản gốc (.docx).",
        "en": "{count} documents have damaged text and were not checked: ask for the original (.docx).",
    },
    "audit-look-missing": {
        "vi": "{count} cơ quan chưa có kế hoạch, cần đôn đốc: {names}.",
        "en": "{count} offices have no plan, remind them: {names}.",
    },
    "audit-look-late": {
        "vi": "{count} cơ quan ban hành kế hoạch sau hạn: {names}.",
        "en": "{count} offices issued their plan late: {names}.",
    },
    "audit-look-more": {
        "vi": "{names}; cùng {count} cơ quan khác",
        "en": "{names}; and {count} more",
    },
    "audit-look-pairs": {
        "vi": "{count} cặp văn bản gần giống nhau, giống nhất {similarity}: xem có chép mà quên sửa tên đơn vị, số liệu không.",
        "en": "{count} pairs of near-duplicates, the most alike {similarity}: see whether names or figures were copied along.",
    },
    "audit-look-findings": {
        "vi": "{count} lỗi khi đối chiếu các văn bản, nhiều nhất: {most}.",
        "en": "{count} errors between documents, mostly: {most}.",
    },
    "audit-look-coverage": {
        "vi": "Nhiệm vụ bị bỏ sót nhiều nhất: “{title}”: không thấy ở {count} trong {of} kế hoạch.",
        "en": "The task left out most: “{title}”: not found in {count} of {of} plans.",
    },
    "audit-look-worst": {
        "vi": "Nhiều lỗi nhất: {names}.",
        "en": "Most errors: {names}.",
    },
    "audit-errors": {
        "vi": "{count} lỗi",
        "en": "{count} errors",
    },
    # parts of the reports, and the sheets of the workbook
    "audit-part-summary": {"vi": "Tổng hợp", "en": "Summary"},
    "audit-part-plans": {"vi": "Văn bản", "en": "Documents"},
    "audit-part-single": {"vi": "Lỗi từng văn bản", "en": "Findings"},
    "audit-part-findings": {"vi": "Đối chiếu", "en": "Across documents"},
    "audit-part-pairs": {
        "vi": "Gần giống nhau",
        "en": "Near-duplicates",
    },
    "audit-part-coverage": {
        "vi": "Nhiệm vụ cấp trên",
        "en": "Tasks of the superior",
    },
    "audit-part-expected": {
        "vi": "Cơ quan phải có",
        "en": "Offices expected",
    },
    # states
    "audit-is-read": {"vi": "đã soát", "en": "checked"},
    "audit-is-unread": {"vi": "không đọc được", "en": "unreadable"},
    "audit-is-illegible": {"vi": "chữ hỏng, chưa soát được", "en": "damaged text, not checked"},
    "audit-cover-covered": {"vi": "Có", "en": "Yes"},
    "audit-cover-partly": {"vi": "Một phần", "en": "Partly"},
    "audit-cover-missing": {"vi": "Không thấy", "en": "Not found"},
    "audit-cover-outside": {
        "vi": "của địa phương khác hoặc về việc khác",
        "en": "of another place, or about another matter",
    },
    "audit-cover-unread": {
        "vi": "không đọc được chữ",
        "en": "its text cannot be read",
    },
    "audit-state-missing": {"vi": "Chưa có kế hoạch", "en": "No plan"},
    "audit-state-late": {"vi": "Ban hành muộn", "en": "Late"},
    "audit-state-present": {"vi": "Đã có", "en": "Has a plan"},
    # heads of columns
    "audit-head-path": {"vi": "Tệp", "en": "File"},
    "audit-head-province": {"vi": "Tỉnh, thành phố", "en": "Province"},
    "audit-head-commune": {"vi": "Xã, phường", "en": "Commune"},
    "audit-head-office": {"vi": "Cơ quan ban hành", "en": "Issued by"},
    "audit-head-number": {"vi": "Số, ký hiệu", "en": "Number"},
    "audit-head-day": {"vi": "Ngày ban hành", "en": "Date"},
    "audit-head-signer": {"vi": "Người ký", "en": "Signer"},
    "audit-head-post": {"vi": "Chức vụ", "en": "Post"},
    "audit-head-title": {
        "vi": "Trích yếu",
        "en": "Title",
    },
    "audit-head-state": {"vi": "Tình trạng", "en": "State"},
    "audit-head-error": {"vi": "Lỗi", "en": "Errors"},
    "audit-head-warning": {"vi": "Nên sửa", "en": "Warnings"},
    "audit-head-info": {"vi": "Lưu ý", "en": "Notes"},
    "audit-head-all": {"vi": "Cộng", "en": "Total"},
    "audit-head-remark": {"vi": "Ghi chú", "en": "Remarks"},
    "audit-head-level": {"vi": "Mức", "en": "Level"},
    "audit-head-group": {"vi": "Nhóm", "en": "Group"},
    "audit-head-section": {"vi": "Mục", "en": "Section"},
    "audit-head-page": {"vi": "Trang", "en": "Page"},
    "audit-head-line": {"vi": "Dòng", "en": "Line"},
    "audit-head-message": {"vi": "Nội dung cần xem", "en": "Finding"},
    "audit-head-text": {"vi": "Chữ trong văn bản", "en": "Text"},
    "audit-head-suggestion": {"vi": "Gợi ý sửa thành", "en": "Suggestion"},
    "audit-head-basis": {"vi": "Căn cứ", "en": "Basis"},
    "audit-head-rule": {"vi": "Quy tắc", "en": "Rule"},
    "audit-head-other": {"vi": "Văn bản kia, chỗ", "en": "Other document, place"},
    "audit-head-other-text": {"vi": "Chữ ở văn bản kia", "en": "Text there"},
    "audit-head-cluster": {"vi": "Nhóm", "en": "Group"},
    "audit-head-pair": {"vi": "Cặp", "en": "Pair"},
    "audit-head-similarity": {"vi": "Giống", "en": "Alike"},
    "audit-head-first": {"vi": "Văn bản thứ nhất", "en": "First document"},
    "audit-head-second": {"vi": "Văn bản thứ hai", "en": "Second document"},
    "audit-head-first-line": {"vi": "Dòng", "en": "Line"},
    "audit-head-second-line": {"vi": "Dòng", "en": "Line"},
    "audit-head-first-words": {"vi": "Câu ở văn bản thứ nhất", "en": "Sentence in the first"},
    "audit-head-second-words": {"vi": "Câu ở văn bản thứ hai", "en": "Sentence in the second"},
    "audit-head-name": {
        "vi": "Cơ quan",
        "en": "Office",
    },
    "audit-head-plans": {"vi": "Kế hoạch", "en": "Plans"},
    "audit-head-days": {"vi": "Ngày ban hành", "en": "Dates"},
    "audit-head-task": {"vi": "Nhiệm vụ", "en": "Task"},
    "audit-head-rank": {"vi": "Hạng", "en": "Rank"},
    # the workbook
    "audit-page-number": {"vi": "Trang &P/&N", "en": "Page &P of &N"},
    "audit-rows-left": {
        "vi": "Còn {count} dòng nữa không ghi hết được vào trang tính; xem report.json hoặc audit.duckdb.",
        "en": "{count} more rows do not fit the sheet; see report.json or audit.duckdb.",
    },
    "audit-columns-left": {
        "vi": "Còn {count} nhiệm vụ nữa không ghi hết được; xem report.json hoặc audit.duckdb.",
        "en": "{count} more tasks are not shown; see report.json or audit.duckdb.",
    },
    "audit-no-pairs": {
        "vi": "Không có hai văn bản nào gần giống nhau.",
        "en": "No two documents are near-duplicates.",
    },
    "audit-no-findings": {
        "vi": "Không thấy chỗ nào chưa khớp giữa các văn bản.",
        "en": "Nothing found between the documents.",
    },
    "audit-no-coverage": {
        "vi": "Chưa đối chiếu: không có kế hoạch của cấp trên (--against), hoặc kế hoạch đó không giao nhiệm vụ nào cho cấp dưới.",
        "en": "Not compared: there is no plan of a superior (--against), or it gives no task to those below.",
    },
    "audit-no-expected": {
        "vi": "Chưa đối chiếu: không có danh sách cơ quan phải có kế hoạch (--expect).",
        "en": "Not compared: no list of offices that should have a plan (--expect).",
    },
    "audit-same-words": {
        "vi": "(không có câu nào khác nhau)",
        "en": "(no sentence differs)",
    },
    "audit-not-compared": {
        "vi": "(chưa so từng câu; chạy: soat compare)",
        "en": "(sentences not compared; run: soat compare)",
    },
    "audit-more-sentences": {
        "vi": "(còn {count} câu khác nhau nữa; chạy: soat compare)",
        "en": "({count} more sentences differ; run: soat compare)",
    },
    "audit-legend": {
        "vi": "Chú giải: xanh là có, vàng là có một phần, đỏ là không thấy; dưới mỗi ô là mục, dòng tìm thấy.",
        "en": "Legend: green answers, yellow partly, red not found; each cell has the section or line where it was found.",
    },
    "audit-covered-by": {"vi": "Số kế hoạch có", "en": "Plans that answer"},
    "audit-missing-in": {"vi": "Số kế hoạch không thấy", "en": "Plans that do not"},
    "audit-not-against": {"vi": "Không đối chiếu: {reason}", "en": "Not compared: {reason}"},
    "audit-guide": {
        "vi": "“Không thấy” nghĩa là phần mềm không tìm ra, chưa chắc là không có; đọc lại văn bản trước khi kết luận.",
        "en": "“Not found” means that the program found none; look at the document before you conclude that there is none.",
    },
    # the page
    "audit-go": {"vi": "Các phần", "en": "Parts"},
    "audit-heading-charts": {"vi": "Toàn cảnh", "en": "Overview"},
    "audit-heading-ranking": {
        "vi": "Xếp hạng: nhiều lỗi xếp trước",
        "en": "Ranking: most errors first",
    },
    "audit-heading-unread": {"vi": "Chưa soát được", "en": "Not checked"},
    "audit-heading-pairs": {"vi": "Những văn bản gần giống nhau", "en": "Near-duplicates"},
    "audit-heading-coverage": {
        "vi": "Nhiệm vụ của cấp trên trong từng kế hoạch",
        "en": "Tasks of the superior in each plan",
    },
    "audit-heading-expected": {
        "vi": "Cơ quan phải có kế hoạch",
        "en": "Offices that should have a plan",
    },
    "audit-heading-findings": {
        "vi": "Chỗ chưa khớp giữa các văn bản",
        "en": "Found between documents",
    },
    "audit-heading-each": {
        "vi": "Từng văn bản",
        "en": "Each document",
    },
    "audit-chart-groups": {
        "vi": "Lỗi và chỗ cần xem, theo nhóm",
        "en": "Findings by group",
    },
    "audit-chart-errors": {
        "vi": "Số văn bản theo số lỗi",
        "en": "Documents by number of errors",
    },
    "audit-chart-tasks": {
        "vi": "Số kế hoạch có từng nhiệm vụ của cấp trên",
        "en": "Plans that answer each task",
    },
    "audit-chart-expected": {
        "vi": "Cơ quan đã có, còn thiếu kế hoạch",
        "en": "Offices with and without a plan",
    },
    "audit-errors-none": {"vi": "không lỗi", "en": "none"},
    "audit-errors-range": {"vi": "{first}–{last} lỗi", "en": "{first}–{last} errors"},
    "audit-errors-over": {"vi": "trên {count} lỗi", "en": "over {count} errors"},
    "audit-count": {"vi": "Số lượng", "en": "Count"},
    "audit-search": {
        "vi": "Tìm xã, số, người ký, chữ trong kết quả",
        "en": "Search communes, numbers, signers, findings",
    },
    "audit-found": {"vi": "Đang xem {shown} mục.", "en": "{shown} shown."},
    "audit-found-none": {
        "vi": "Không có mục nào khớp. Bỏ bớt điều kiện hoặc bấm “Xem tất cả”.",
        "en": "Nothing fits. Ask for less, or press “Show all”.",
    },
    "audit-print": {
        "vi": "Bản in gồm các bảng và những phần đang mở.",
        "en": "Tables and what is open are printed.",
    },
    "audit-cluster": {
        "vi": "Nhóm {number}: {count} văn bản gần giống nhau",
        "en": "Group {number}: {count} near-duplicates",
    },
    "audit-pair": {
        "vi": "{second} giống {first}: {similarity}",
        "en": "{second} is like {first}: {similarity}",
    },
    "audit-only-first": {
        "vi": "(văn bản thứ nhất không có)",
        "en": "(not in the first)",
    },
    "audit-only-second": {
        "vi": "(văn bản thứ hai không có)",
        "en": "(not in the second)",
    },
    "audit-with": {"vi": "Đối chiếu với", "en": "Compared with"},
    "audit-more-plans": {
        "vi": "Trang này chỉ nêu {shown} văn bản nhiều lỗi nhất trong {count}; đủ cả ở report.xlsx và report.json.",
        "en": "Only the {shown} weakest of {count} documents are shown here; all are in report.xlsx and report.json.",
    },
    "audit-more-matrix": {
        "vi": "Bảng này chỉ nêu {shown} kế hoạch thiếu nhiều nhất trong {count}; đủ cả ở report.xlsx.",
        "en": "Only the {shown} of {count} plans that lack most are shown; all are in report.xlsx.",
    },
    "audit-more-pairs": {
        "vi": "Trang này chỉ nêu {shown} cặp giống nhất trong {count}; đủ cả ở report.xlsx.",
        "en": "Only the {shown} most alike of {count} pairs are shown; all are in report.xlsx.",
    },
    "audit-more-findings": {
        "vi": "Còn {count} mục nữa không nêu ở đây; xem report.xlsx.",
        "en": "{count} more are not shown here; see report.xlsx.",
    },
    "audit-more-offices": {
        "vi": "Còn {count} cơ quan nữa không nêu ở đây; xem report.xlsx.",
        "en": "{count} more offices are not shown here; see report.xlsx.",
    },
    "audit-more-documents": {
        "vi": "Còn {count} văn bản nữa không nêu ở đây; xem report.xlsx.",
        "en": "{count} more documents are not shown here; see report.xlsx.",
    },
    "audit-tasks-of": {
        "vi": "Các nhiệm vụ, theo số ở đầu cột:",
        "en": "The tasks, by the number of the column:",
    },
    "audit-left-out": {
        "vi": "{count} kế hoạch không đối chiếu với cấp trên",
        "en": "{count} plans not compared with the superior",
    },
    "audit-place": {"vi": "{name}, dòng {line}", "en": "{name}, line {line}"},
    "audit-place-section": {
        "vi": "{name}, mục {section}, dòng {line}",
        "en": "{name}, section {section}, line {line}",
    },
    "audit-more-places": {"vi": "và {count} chỗ nữa", "en": "and {count} more places"},
    "audit-in-section": {"vi": "mục {section}", "en": "section {section}"},
}
