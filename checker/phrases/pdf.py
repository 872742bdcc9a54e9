"""Why a PDF cannot be read or marked, and what recognising a scan needs."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "encrypted-pdf": {
        "vi": "{path}: tệp PDF có mật khẩu. Mở bằng phần mềm đọc PDF, bỏ mật khẩu rồi lưu lại, hoặc dùng tệp Word gốc.",
        "en": "{path}: a PDF protected by a password. Remove the password in a PDF program and save it, or use the original Word file.",
    },
    "broken-pdf": {
        "vi": "{path}: tệp PDF bị hỏng hoặc không có trang nào. Tải lại hoặc xuất lại từ Word.",
        "en": "{path}: the PDF is damaged or has no pages. Download it again, or export it from Word anew.",
    },
    "endless-pdf": {
        "vi": "{path}: tệp PDF hỏng hoặc quá phức tạp, đọc {seconds} giây chưa xong hoặc quá bộ nhớ. In lại tệp thành PDF, hoặc dùng tệp Word gốc.",
        "en": "{path}: the PDF is damaged or too complex: not read within {seconds} seconds, or too much memory. Print it to PDF anew, or use the original Word file.",
    },
    "too-many-pages": {
        "vi": "{path}: tệp PDF có {pages} trang, quá {limit} trang. Tách thành nhiều tệp nhỏ hơn.",
        "en": "{path}: the PDF has {pages} pages, more than {limit}. Split it into smaller files.",
    },
    "no-tesseract": {
        "vi": "{path}: chưa cài Tesseract để đọc chữ trong ảnh quét. Ubuntu, Debian: cài gói tesseract-ocr và tesseract-ocr-vie; Windows: cài “Tesseract at UB Mannheim”, chọn thêm Vietnamese. Hoặc dùng tệp Word gốc.",
        "en": "{path}: Tesseract, which reads the words of scans, is not installed. Ubuntu, Debian: install tesseract-ocr and tesseract-ocr-vie; Windows: “Tesseract at UB Mannheim” with Vietnamese. Or use the original Word file.",
    },
    "no-vietnamese-ocr": {
        "vi": "{path}: Tesseract chưa có dữ liệu tiếng Việt. Ubuntu, Debian: cài gói tesseract-ocr-vie; Windows: chạy lại bộ cài “Tesseract at UB Mannheim”, chọn thêm Vietnamese.",
        "en": "{path}: Tesseract has no Vietnamese data. Ubuntu, Debian: install tesseract-ocr-vie; Windows: run the installer “Tesseract at UB Mannheim” again and add Vietnamese.",
    },
    "ocr-pages": {
        "vi": "{path}: bản quét có {pages} trang; Soát nhận dạng chữ tối đa {limit} trang mỗi tệp. Tách thành nhiều tệp nhỏ hơn.",
        "en": "{path}: the scan has {pages} pages; Soát recognises at most {limit} in a file. Split it into smaller files.",
    },
    "ocr-failed": {
        "vi": "{path}: Tesseract không nhận dạng được chữ ở trang {page}. Quét lại rõ hơn, hoặc dùng tệp Word gốc.",
        "en": "{path}: Tesseract could not recognise the words of page {page}. Scan it again, or use the original Word file.",
    },
    "annotate-scan": {
        "vi": "{path}: bản quét không có chữ để đánh dấu. Dùng tệp Word gốc, hoặc chạy “soat check --ocr” để xem lỗi, hay xuất ra trang .html.",
        "en": "{path}: a scan has no words to mark. Use the original Word file, see the findings with “soat check --ocr”, or write a page .html.",
    },
    "pdf-not-written": {
        "vi": "{path}: không ghi được ghi chú vào tệp PDF này. Xuất ra trang .html (đổi đuôi tên tệp ra thành .html).",
        "en": "{path}: notes cannot be written into this PDF. Give the output a name that ends in .html.",
    },
}
