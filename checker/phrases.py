"""What the program says outside of rules, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Iterable

PHRASES: dict[str, dict[str, str]] = {
    # documents that cannot be read
    "no-such-file": {
        "vi": "{path}: không có tệp này. Kiểm tra lại tên và thư mục.",
        "en": "{path}: no such file. Check the name and the folder.",
    },
    "unreadable": {
        "vi": "{path}: không mở được tệp ({reason}). Đóng tệp trong Word hoặc kiểm tra quyền truy cập.",
        "en": "{path}: cannot be opened ({reason}). Close it in Word or check its permissions.",
    },
    "failed": {
        "vi": "{path}: Soát gặp lỗi của chính mình khi đọc tệp này ({reason}). Tệp không bị thay đổi; xin báo cho người phát triển.",
        "en": "{path}: Soát itself failed on this file ({reason}). The file is unchanged; please report it.",
    },
    "cannot-write": {
        "vi": "không ghi được kết quả ({reason}). Kiểm tra đĩa và quyền ghi.",
        "en": "the result cannot be written ({reason}). Check the disk and its permissions.",
    },
    "no-path": {
        "vi": "đường dẫn trống. Ghi tên tệp hoặc thư mục.",
        "en": "an empty path. Give a file or a folder.",
    },
    "empty-file": {
        "vi": "{path}: tệp rỗng. Chọn đúng tệp văn bản.",
        "en": "{path}: the file is empty. Choose the right document.",
    },
    "no-text": {
        "vi": "{path}: tệp Word không có chữ (có thể chỉ chứa ảnh quét). Dùng tệp Word gốc.",
        "en": "{path}: the Word file holds no text (perhaps only a scanned image). Use the original.",
    },
    "too-large": {
        "vi": "{path}: tệp lớn quá {limit} MB chữ. Một văn bản hành chính không dài như vậy; kiểm tra lại tệp.",
        "en": "{path}: more than {limit} MB of text. No administrative document is that long; check the file.",
    },
    "undecodable": {
        "vi": "{path}: dòng {line} không phải chữ Unicode. Mở tệp và lưu lại với mã UTF-8, hoặc đưa tệp .docx.",
        "en": "{path}: line {line} is not Unicode text. Save the file again as UTF-8, or give the .docx.",
    },
    "not-text": {
        "vi": "{path}: không phải tệp văn bản. Soát đọc .docx, .txt và .md.",
        "en": "{path}: not a text file. Soát reads .docx, .txt and .md.",
    },
    "not-a-docx": {
        "vi": "{path}: không phải tệp Word .docx. Mở bằng Word rồi chọn Lưu thành (Save As) “Word Document (*.docx)”.",
        "en": "{path}: not a Word .docx file. Open it in Word and save it as “Word Document (*.docx)”.",
    },
    "broken-package": {
        "vi": "{path}: tệp .docx bị hỏng. Mở bằng Word để sửa rồi lưu lại, hoặc lấy bản sao khác.",
        "en": "{path}: the .docx is damaged. Open and repair it in Word, or take another copy.",
    },
    "encrypted": {
        "vi": "{path}: tệp có mật khẩu. Mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ) rồi lưu lại.",
        "en": "{path}: protected by a password. Open it in Word, remove the password and save it.",
    },
    "legacy-doc": {
        "vi": "{path}: tệp .doc kiểu cũ. Mở bằng Word rồi chọn Lưu thành (Save As) “Word Document (*.docx)”.",
        "en": "{path}: an old .doc file. Open it in Word and save it as “Word Document (*.docx)”.",
    },
    "odt": {
        "vi": "{path}: tệp LibreOffice .odt. Mở rồi chọn Lưu thành “Word (*.docx)”.",
        "en": "{path}: a LibreOffice .odt file. Open it and save it as “Word (*.docx)”.",
    },
    "not-counts": {
        "vi": "{path}: không phải tệp do “soat learn” tạo ra, hoặc đã hỏng. Chạy lại soat learn.",
        "en": "{path}: not a file made by “soat learn”, or damaged. Run soat learn again.",
    },
    "learned": {
        "vi": "{path}: {documents} văn bản, {running} từ; giữ {words} từ và {pairs} cặp từ. Ghi “archive: {name}” vào soat.yml để dùng.",
        "en": "{path}: {documents} documents, {running} words; {words} words and {pairs} pairs kept. Put “archive: {name}” into soat.yml to use it.",
    },
    "listed": {
        "vi": "{path}: {listed} văn bản có đủ số và ngày. Ghi “documents: {name}” vào soat.yml để dùng.",
        "en": "{path}: {listed} documents with number and date. Put “documents: {name}” into soat.yml to use it.",
    },
    "none-listed": {
        "vi": "không văn bản nào ghi đủ tên loại, số và ngày ở phần đầu nên không lập được danh mục.",
        "en": "no document gives type, number and date in its header, so there is nothing to list.",
    },
    "nothing-to-write": {
        "vi": "chưa chọn tệp để ghi. Thêm --out TỆP (số đếm) hoặc --documents TỆP.yml (danh mục văn bản).",
        "en": "no file to write. Add --out FILE (counts) or --documents FILE.yml (the list of documents).",
    },
    "damaged": {
        "vi": "{path}: chữ trong tệp bị hỏng (mất dấu tiếng Việt) nên không học được.",
        "en": "{path}: the text is damaged (diacritics lost), so nothing was learned from it.",
    },
    "too-little": {
        "vi": "không từ nào gặp đủ {least} lần; cần thêm văn bản.",
        "en": "no word occurs {least} times; more documents are needed.",
    },
    "pdf": {
        "vi": "{path}: tệp PDF. Dùng tệp Word gốc (.docx), hoặc chép chữ sang tệp .txt.",
        "en": "{path}: a PDF. Use the original Word file (.docx), or copy its text into a .txt file.",
    },
    "rtf": {
        "vi": "{path}: tệp .rtf. Mở bằng Word rồi chọn Lưu thành “Word Document (*.docx)”.",
        "en": "{path}: an .rtf file. Open it in Word and save it as “Word Document (*.docx)”.",
    },
    "no-documents": {
        "vi": "{path}: thư mục không có văn bản nào (.docx, .txt, .md).",
        "en": "{path}: the folder holds no documents (.docx, .txt, .md).",
    },
    # rule files
    "no-rules": {
        "vi": "{path}: không có tệp quy tắc nào (nhóm/tên.yml).",
        "en": "{path}: no rule files (group/name.yml).",
    },
    "bad-yaml": {
        "vi": "{path}:{line}: [R01] YAML sai cú pháp: {detail} (câu có dấu hai chấm phải đặt trong ngoặc nháy).\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R01] YAML syntax error: {detail} (words with a colon stand in quotes).\n    {line} | {excerpt}",
    },
    "not-a-rule": {
        "vi": "{path}:{line}: [R02] tệp phải là các cặp “khóa: giá trị”.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R02] the file must be a mapping of keys to values.\n    {line} | {excerpt}",
    },
    "not-a-place": {
        "vi": "{path}:{line}: “{text}” không phải địa phương; viết như “phường Nhị Chiểu, thành phố Hải Phòng”.\n    {line} | {excerpt}",
        "en": "{path}:{line}: “{text}” is no place; write it like “phường Nhị Chiểu, thành phố Hải Phòng”.\n    {line} | {excerpt}",
    },
    "not-a-number": {
        "vi": "{path}:{line}: “{text}” không phải số, ký hiệu của văn bản; viết như “30/2020/NĐ-CP”.\n    {line} | {excerpt}",
        "en": "{path}:{line}: “{text}” is no number of a document; write it like “30/2020/NĐ-CP”.\n    {line} | {excerpt}",
    },
    "not-a-mapping": {
        "vi": "{path}:{line}: tệp phải là các cặp “khóa: giá trị” (locality, units, places, people, words, archive, documents).\n    {line} | {excerpt}",
        "en": "{path}:{line}: the file must be a mapping (locality, units, places, people, words, archive, documents).\n    {line} | {excerpt}",
    },
    "unknown-key": {
        "vi": "{path}:{line}: [R03] không có khóa “{key}”; khóa gần nhất: “{near}”.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R03] unknown key “{key}”; the nearest is “{near}”.\n    {line} | {excerpt}",
    },
    "missing-key": {
        "vi": "{path}:{line}: [R04] thiếu khóa “{key}”.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R04] the key “{key}” is missing.\n    {line} | {excerpt}",
    },
    "wrong-type": {
        "vi": "{path}:{line}: [R05] “{key}” phải là {wanted}.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R05] “{key}” must be {wanted}.\n    {line} | {excerpt}",
    },
    "wrong-value": {
        "vi": "{path}:{line}: [R06] “{key}” chỉ nhận: {wanted}.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R06] “{key}” takes only: {wanted}.\n    {line} | {excerpt}",
    },
    "bad-pattern": {
        "vi": "{path}:{line}: [R07] “{key}” là biểu thức chính quy sai: {detail}\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R07] “{key}” is not a regular expression: {detail}\n    {line} | {excerpt}",
    },
    "unknown-check": {
        "vi": "{path}:{line}: [R08] không có kiểu kiểm tra “{name}”; các kiểu: {known}.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R08] no check named “{name}”; there are: {known}.\n    {line} | {excerpt}",
    },
    "unknown-group": {
        "vi": "{path}:{line}: [R09] thư mục của tệp không phải nhóm quy tắc; các nhóm: {groups}.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R09] the file's folder is no rule group; there are: {groups}.\n    {line} | {excerpt}",
    },
    "bad-message": {
        "vi": "{path}:{line}: [R10] lời báo dùng chỗ điền không có: {detail}\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R10] the message uses an unknown placeholder: {detail}\n    {line} | {excerpt}",
    },
    "few-examples": {
        "vi": "{path}:{line}: [R11] cần ít nhất một ví dụ “fail” và một ví dụ “pass”.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R11] at least one “fail” and one “pass” example are needed.\n    {line} | {excerpt}",
    },
    # examples of rules
    "example-fires": {
        "vi": "{rule}: ví dụ {number} (pass) lại bị báo ở {detail}",
        "en": "{rule}: example {number} (pass) is reported at {detail}",
    },
    "example-unmarked": {
        "vi": "{rule}: ví dụ {number} (fail) chưa đánh dấu chỗ sai bằng «»",
        "en": "{rule}: example {number} (fail) marks no place with «»",
    },
    "example-silent": {
        "vi": "{rule}: ví dụ {number} (fail) không bị báo ở chỗ đánh dấu; đã báo: {detail}",
        "en": "{rule}: example {number} (fail) is not reported at the mark; reported: {detail}",
    },
    "example-elsewhere": {
        "vi": "{rule}: ví dụ {number} (fail) bị báo ở chỗ khác: {detail}",
        "en": "{rule}: example {number} (fail) is reported elsewhere: {detail}",
    },
    "example-unfixed": {
        "vi": "{rule}: ví dụ {number} (fix) vẫn bị báo ở {detail}",
        "en": "{rule}: example {number} (fix) is still reported at {detail}",
    },
    "example-suggestion": {
        "vi": "{rule}: ví dụ {number}: làm theo gợi ý thì không ra “fix” mà ra “{detail}”",
        "en": "{rule}: example {number}: following the suggestion gives “{detail}”, not “fix”",
    },
    # what the terminal says
    "level-error": {"vi": "LỖI", "en": "ERROR"},
    "level-warning": {"vi": "NÊN SỬA", "en": "WARNING"},
    "level-info": {"vi": "LƯU Ý", "en": "NOTE"},
    "stage-draft": {"vi": "bản thảo", "en": "draft"},
    "stage-issued": {"vi": "bản đã ban hành", "en": "issued"},
    "regime-state": {"vi": "văn bản hành chính", "en": "state document"},
    "regime-party": {"vi": "văn bản của Đảng", "en": "Party document"},
    "regime-normative": {"vi": "văn bản quy phạm pháp luật", "en": "normative document"},
    "regime-unknown": {"vi": "chưa rõ thể thức", "en": "regime unclear"},
    "no-type": {"vi": "chưa rõ tên loại", "en": "type unclear"},
    "no-place": {"vi": "chưa rõ địa phương", "en": "place unclear"},
    "understood": {
        "vi": "hiểu là: {type}, {regime}, {place}",
        "en": "read as: {type}, {regime}, {place}",
    },
    "place-nowhere": {
        "vi": "Không có địa phương nào tên “{name}”, cả trước và sau ngày 01/7/2025.",
        "en": "No place is or was called “{name}”, before or since 01/7/2025.",
    },
    "place-alike": {"vi": "Tên gần giống: {names}", "en": "Names like it: {names}"},
    "place-since": {"vi": "từ {day}", "en": "since {day}"},
    "place-until": {"vi": "đến {day}", "en": "until {day}"},
    "place-now": {"vi": "nay là: {names}", "en": "now: {names}"},
    "place-before": {"vi": "trước đó là: {names}", "en": "made of: {names}"},
    "section": {"vi": "mục {path}", "en": "section {path}"},
    "clean": {"vi": "Không thấy lỗi nào.", "en": "Nothing found."},
    "skipped-illegible": {
        "vi": "Không chạy (chữ trong tệp bị hỏng): {groups}. Không chạy không có nghĩa là đạt.",
        "en": "Not run (the text is damaged): {groups}. Not run does not mean passed.",
    },
    "skipped-illegible-part": {
        "vi": "Không chạy ở dòng {lines} (chữ bị hỏng): {groups}. Không chạy không có nghĩa là đạt.",
        "en": "Not run on lines {lines} (damaged text): {groups}. Not run does not mean passed.",
    },
    "skipped-unknown-regime": {
        "vi": "Không chạy quy tắc thể thức trong các nhóm: {groups}. Không chạy không có nghĩa là đạt.",
        "en": "Rules of form not run in: {groups}. Not run does not mean passed.",
    },
    "count-error": {"vi": "{count} lỗi", "en": "{count} errors"},
    "count-warning": {"vi": "{count} chỗ nên sửa", "en": "{count} warnings"},
    "count-info": {"vi": "{count} lưu ý", "en": "{count} notes"},
    "summary": {"vi": "{files} văn bản: {counts}.", "en": "{files} documents: {counts}."},
    "summary-broken": {"vi": " {count} tệp không đọc được.", "en": " {count} files unreadable."},
    "unknown-rule": {
        "vi": "không có quy tắc “{rule}”; gần nhất: {near}. Xem: soat rules list",
        "en": "no rule “{rule}”; the nearest: {near}. See: soat rules list",
    },
    "explain-level": {"vi": "Mức", "en": "Level"},
    "explain-for": {"vi": "Áp dụng cho", "en": "Applies to"},
    "explain-all": {"vi": "mọi văn bản", "en": "all documents"},
    "explain-basis": {"vi": "Căn cứ", "en": "Basis"},
    "example-fail": {"vi": "Sai:", "en": "Bad:"},
    "example-fix": {"vi": "Sửa thành:", "en": "Mended:"},
    "example-pass": {"vi": "Đúng:", "en": "Good:"},
    "rules-count": {"vi": "{count} quy tắc.", "en": "{count} rules."},
    "rules-tested": {
        "vi": "{rules} quy tắc, {examples} ví dụ, {failures} ví dụ không đạt.",
        "en": "{rules} rules, {examples} examples, {failures} failed.",
    },
    # parts of a document
    "none": {"vi": "(không có)", "en": "(none)"},
    "part-header": {"vi": "Phần đầu", "en": "Header"},
    "part-party": {"vi": "Tiêu đề Đảng", "en": "Party heading"},
    "part-nation": {"vi": "Quốc hiệu", "en": "National heading"},
    "part-motto": {"vi": "Tiêu ngữ", "en": "Motto"},
    "part-superior": {"vi": "Cơ quan cấp trên", "en": "Superior"},
    "part-issuer": {"vi": "Cơ quan ban hành", "en": "Issuer"},
    "part-number": {"vi": "Số, ký hiệu", "en": "Number"},
    "part-date": {"vi": "Địa danh, ngày", "en": "Place and date"},
    "part-title": {"vi": "Trích yếu", "en": "Title"},
    "part-bases": {
        "vi": "Căn cứ và mở đầu ({count} căn cứ)",
        "en": "Bases and opening ({count} bases)",
    },
    "part-body": {"vi": "Nội dung", "en": "Body"},
    "part-closing": {"vi": "Kết", "en": "Closing"},
    "part-recipients": {"vi": "Nơi nhận", "en": "Recipients"},
    "part-signature": {"vi": "Ký", "en": "Signature"},
    "part-tasks": {"vi": "Nhiệm vụ ({count})", "en": "Tasks ({count})"},
    "task": {
        "vi": "{path}: chủ trì {lead} · phối hợp {support} · thời gian {time}",
        "en": "{path}: lead {lead} · support {support} · time {time}",
    },
    # units
    "unit": {"vi": "{name}: {count} lần", "en": "{name}: {count} times"},
    "unit-lead": {"vi": "chủ trì", "en": "leads"},
    "unit-support": {"vi": "phối hợp", "en": "supports"},
    "unit-recipient": {"vi": "nơi nhận", "en": "recipient"},
    "unit-heading": {"vi": "tiêu đề mục", "en": "heading"},
    "unit-variant": {"vi": "“{text}”: dòng {lines}", "en": "“{text}”: line {lines}"},
    "unit-unknown": {
        "vi": "không có trong danh bạ cơ quan",
        "en": "not in the register of agencies",
    },
    "unit-own": {"vi": "tên do cơ quan khai báo: {name}", "en": "named by the office: {name}"},
    "unit-known": {"vi": "danh bạ cơ quan: {name}", "en": "in the register: {name}"},
    "unit-since": {"vi": ", từ {date}", "en": ", since {date}"},
    "unit-until": {
        "vi": ", không còn từ {date}; nay là {successors}",
        "en": ", gone since {date}; now {successors}",
    },
    "units-count": {"vi": "{count} cơ quan, đơn vị.", "en": "{count} units."},
    # documents cited
    "column-place": {"vi": "Chỗ", "en": "Place"},
    "column-document": {"vi": "Văn bản", "en": "Document"},
    "column-date": {"vi": "Ngày", "en": "Date"},
    "column-content": {"vi": "Trích yếu, điều khoản", "en": "Title, provisions"},
    "column-files": {"vi": "Tệp", "en": "Files"},
    "column-times": {"vi": "Lần", "en": "Times"},
    "column-file": {"vi": "Tệp", "en": "File"},
    "column-line": {"vi": "Dòng", "en": "Line"},
    "column-column": {"vi": "Cột", "en": "Column"},
    "column-section": {"vi": "Mục", "en": "Section"},
    "column-type": {"vi": "Tên loại", "en": "Type"},
    "column-number": {"vi": "Số, ký hiệu", "en": "Number"},
    "column-issuer": {"vi": "Cơ quan ban hành", "en": "Issuer"},
    "column-title": {"vi": "Tên, trích yếu", "en": "Name, title"},
    "column-provisions": {"vi": "Điều khoản", "en": "Provisions"},
    "column-inside": {"vi": "Trong trích yếu của văn bản khác", "en": "Inside another title"},
    "column-until": {"vi": "Hết hiệu lực từ", "en": "No more in force from"},
    "column-replaced": {"vi": "Thay bằng", "en": "Replaced by"},
    "column-conflicts": {"vi": "Ghi không thống nhất", "en": "Conflicts"},
    "column-places": {"vi": "Các chỗ viện dẫn", "en": "Places"},
    "cited-by": {"vi": "của {issuer}", "en": "of {issuer}"},
    "cited-own": {"vi": "chính văn bản này", "en": "this document itself"},
    "cited-until": {"vi": "hết hiệu lực từ {date}", "en": "no more in force from {date}"},
    "cited-replaced": {"vi": "được thay bằng {number}", "en": "replaced by {number}"},
    "cited-year": {"vi": "năm {year}", "en": "{year}"},
    "cited-month": {"vi": "tháng {month}/{year}", "en": "{month}/{year}"},
    "cited-times": {"vi": "{count} chỗ", "en": "{count} places"},
    "cited-elsewhere": {
        "vi": "≠ chỗ khác ghi {said} ({place})",
        "en": "≠ elsewhere {said} ({place})",
    },
    "cited-so": {"vi": "≠ {said}: {places}", "en": "≠ {said}: {places}"},
    "cited-known": {"vi": "danh mục: {said}", "en": "register: {said}"},
    "cited-register": {"vi": "≠ danh mục ghi ngày {date}", "en": "≠ the register has {date}"},
    "conflict-date": {"vi": "ngày", "en": "date"},
    "conflict-title": {"vi": "trích yếu", "en": "title"},
    "conflict-register": {"vi": "ngày khác danh mục", "en": "date not that of the register"},
    "cites-nothing": {"vi": "không viện dẫn văn bản nào", "en": "cites no documents"},
    "cites-illegible": {
        "vi": "chữ bị hỏng (mất dấu tiếng Việt) nên không đọc được các viện dẫn",
        "en": "the text is damaged (diacritics lost), so citations cannot be read",
    },
    "citations-count": {
        "vi": "{documents} văn bản được viện dẫn ở {places} chỗ trong {files} tệp.",
        "en": "{documents} documents cited at {places} places in {files} files.",
    },
    "citations-conflicts": {
        "vi": " {count} văn bản có dấu ≠: ghi không thống nhất hoặc khác danh mục.",
        "en": " {count} documents with ≠: not cited alike, or not as the register has them.",
    },
    "out-is-input": {
        "vi": "{path}: là tệp đang đọc nên không ghi đè. Chọn tên khác cho --out.",
        "en": "{path}: is one of the files read and is not overwritten. Choose another --out.",
    },
}


def said_lines(parts: Iterable[tuple[int, int]]) -> str:
    """Return parts of a text, first and last line of each, in words: ``3–7, 12``."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in parts)


def say(key: str, /, lang: str = "vi", **values: object) -> str:
    """Return the phrase ``key`` in ``lang`` (``vi`` or ``en``), its placeholders filled."""
    return PHRASES[key][lang].format(**values)
