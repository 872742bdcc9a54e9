"""Why a document cannot be read, or a result not be written."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "no-such-file": {
        "vi": "{path}: không có tệp này. Kiểm tra lại tên và thư mục.",
        "en": "{path}: no such file. Check the name and the folder.",
    },
    "no-such-folder": {
        "vi": "{path}: không có thư mục này. Kiểm tra lại tên, hoặc tạo thư mục trước.",
        "en": "{path}: no such folder. Check the name, or make the folder first.",
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
        "vi": "không ghi được kết quả ({reason}). Kiểm tra tên thư mục, ổ đĩa và quyền ghi.",
        "en": "the result cannot be written ({reason}). Check the folder's name, the disk and its permissions.",
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
        "vi": "{path}: tệp không có chữ (có thể chỉ chứa ảnh quét). Dùng tệp gốc.",
        "en": "{path}: the file holds no text (perhaps only a scanned image). Use the original.",
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
        "vi": "{path}: không phải tệp văn bản. Soát đọc .docx, .odt, .pdf, .doc, .rtf, .txt và .md.",
        "en": "{path}: not a document. Soát reads .docx, .odt, .pdf, .doc, .rtf, .txt and .md.",
    },
    "not-a-docx": {
        "vi": "{path}: không phải tệp Word .docx. Mở bằng Word rồi chọn Lưu thành (Save As) “Word Document (*.docx)”.",
        "en": "{path}: not a Word .docx file. Open it in Word and save it as “Word Document (*.docx)”.",
    },
    "broken-package": {
        "vi": "{path}: tệp bị hỏng. Mở bằng Word hoặc LibreOffice để sửa rồi lưu lại, hoặc lấy bản sao khác.",
        "en": "{path}: the file is damaged. Open and repair it in Word or LibreOffice, or take another copy.",
    },
    "encrypted": {
        "vi": "{path}: tệp có mật khẩu. Mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ) rồi lưu lại.",
        "en": "{path}: protected by a password. Open it in Word, remove the password and save it.",
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
        "vi": "{path}: không có chữ đọc được (bản quét, hoặc chữ mất dấu) nên không học được.",
        "en": "{path}: no readable text (a scan, or diacritics lost), so nothing was learned.",
    },
    "too-little": {
        "vi": "không từ nào gặp đủ {least} lần; cần thêm văn bản.",
        "en": "no word occurs {least} times; more documents are needed.",
    },
    "unreadable-folder": {
        "vi": "{path}: không mở được thư mục ({reason}). Kiểm tra quyền truy cập.",
        "en": "{path}: the folder cannot be opened ({reason}). Check its permissions.",
    },
    "no-documents": {
        "vi": "{path}: thư mục không có văn bản nào (.docx, .odt, .pdf, .doc, .rtf, .txt, .md).",
        "en": "{path}: the folder holds no documents (.docx, .odt, .pdf, .doc, .rtf, .txt, .md).",
    },
}
