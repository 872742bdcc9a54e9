"""What is said of LibreOffice's settings, and to clients of the LanguageTool API.

The latter (``lt-``) stands in answers to programs; its English is in the words of LanguageTool.
"""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "lt-no-text": {
        "vi": "Thiếu tham số 'text' hoặc 'data'",
        "en": "Missing 'text' or 'data' parameter",
    },
    "lt-text-and-data": {
        "vi": "Chỉ gửi 'text' hoặc 'data', không gửi cả hai",
        "en": "Set only 'text' or 'data' parameter, not both",
    },
    "lt-bad-data": {
        "vi": "Tham số 'data' không phải JSON đúng dạng",
        "en": "Invalid JSON in 'data' parameter: 'text' or a list 'annotation' expected",
    },
    "lt-no-language": {
        "vi": "Thiếu tham số 'language'",
        "en": "Missing 'language' parameter",
    },
    "lt-unknown-language": {
        "vi": "'{language}' không phải mã ngôn ngữ mà Soát biết. Các mã được dùng: {known}",
        "en": "'{language}' is not a language code known to Soát. Supported language codes are: {known}",
    },
    "lt-nothing-enabled": {
        "vi": "Dùng enabledOnly=true thì phải có enabledRules hoặc enabledCategories",
        "en": "You must specify enabledRules or enabledCategories when using enabledOnly=true",
    },
    "lt-disabled-with-only": {
        "vi": "Dùng enabledOnly=true thì không dùng disabledRules, disabledCategories",
        "en": "You cannot specify disabledRules or disabledCategories when using enabledOnly=true",
    },
    "lt-content-type": {
        "vi": "Không đọc được dữ liệu kiểu '{type}'; gửi application/x-www-form-urlencoded",
        "en": "Cannot read '{type}'; send application/x-www-form-urlencoded",
    },
    "lt-not-a-form": {
        "vi": "Dữ liệu gửi đến không phải biểu mẫu mã UTF-8",
        "en": "The request is no form in UTF-8",
    },
    "lt-too-long": {
        "vi": "Đoạn văn quá dài; mỗi lần gửi nhiều nhất {limit} kB",
        "en": "Your text exceeds the limit of {limit} kB per request",
    },
    "lt-wrong-key": {
        "vi": "Mã truy cập (apiKey) không đúng; hỏi người quản trị máy chủ Soát của đơn vị",
        "en": "AuthException: wrong or missing 'apiKey'; it is the token of this Soát server",
    },
    "lo-written": {
        "vi": "Đã ghi {path}. Trong LibreOffice: Tools > Extensions (Công cụ > Quản lý phần mở rộng) > Add, chọn tệp này; hoặc mở tệp bằng LibreOffice.",
        "en": "Wrote {path}. In LibreOffice: Tools > Extensions > Add, and choose it; or open the file with LibreOffice.",
    },
    "lo-exists": {
        "vi": "{path}: đã có tệp này và không ghi đè. Ghi ra tên khác, hoặc đúng tên này bằng -o {path}.",
        "en": "{path}: there is such a file, and it is not overwritten. Give another name, or this one with -o {path}.",
    },
    "lo-installed": {
        "vi": "Đã cài vào LibreOffice: Writer sẽ hỏi Soát tại {url}. Còn hai việc:",
        "en": "Installed in LibreOffice: Writer will ask Soát at {url}. Two steps are left:",
    },
    "lo-step-serve": {
        "vi": "1. Chạy “soat serve” và để chạy trong lúc soạn thảo. Nếu LibreOffice đang mở, đóng hết rồi mở lại.",
        "en": "1. Run “soat serve” and let it run while you write. If LibreOffice is open, close all of it and open it again.",
    },
    "lo-step-office": {
        "vi": "1. Máy chủ Soát tại địa chỉ trên phải đang chạy. Nếu LibreOffice đang mở, đóng hết rồi mở lại.",
        "en": "1. The Soát server at this address must be running. If LibreOffice is open, close all of it and open it again.",
    },
    "lo-step-language": {
        "vi": "2. Chữ trong văn bản phải đặt ngôn ngữ tiếng Việt: Tools > Language > For All Text > Vietnamese (Công cụ > Ngôn ngữ > Cho toàn văn bản > Tiếng Việt).",
        "en": "2. The language of the text must be Vietnamese: Tools > Language > For All Text > Vietnamese.",
    },
    "lo-removed": {
        "vi": "Đã gỡ khỏi LibreOffice. Nếu LibreOffice đang mở, đóng hết rồi mở lại.",
        "en": "Removed from LibreOffice. If LibreOffice is open, close all of it and open it again.",
    },
    "lo-not-installed": {
        "vi": "LibreOffice chưa cài phần mở rộng của Soát; không có gì để gỡ.",
        "en": "The extension is not installed in LibreOffice; there is nothing to remove.",
    },
    "lo-missing": {
        "vi": "không tìm thấy LibreOffice trên máy này. Cài LibreOffice từ 7.4 trở lên (https://vi.libreoffice.org), rồi chạy lại; hoặc dùng “soat libreoffice package” để ghi tệp .oxt và cài ở máy khác.",
        "en": "LibreOffice is not found on this computer. Install LibreOffice 7.4 or newer (https://www.libreoffice.org) and run this again; or write the .oxt with “soat libreoffice package” and add it on another computer.",
    },
    "lo-running": {
        "vi": "LibreOffice đang mở nên chưa cài hay gỡ được. Lưu văn bản, đóng mọi cửa sổ LibreOffice (kể cả biểu tượng ở khay hệ thống) rồi chạy lại.",
        "en": "LibreOffice is open, so nothing could be added or removed. Save your documents, close all of LibreOffice (the icon in the system tray, too) and run this again.",
    },
    "lo-root": {
        "vi": "LibreOffice không cho tài khoản quản trị (root) cài phần mở rộng. Chạy lại bằng tài khoản dùng để soạn văn bản.",
        "en": "LibreOffice lets no administrator (root) add extensions. Run this again as the user who writes the documents.",
    },
    "lo-failed": {
        "vi": "LibreOffice báo lỗi: {reason}. Có thể cài bằng tay: “soat libreoffice package”, rồi mở tệp .oxt bằng LibreOffice.",
        "en": "LibreOffice tells an error: {reason}. To install it by hand, run “soat libreoffice package” and open the .oxt with LibreOffice.",
    },
    "lo-bad-url": {
        "vi": "“{url}” không phải địa chỉ của máy chủ Soát. Ghi như http://127.0.0.1:8080 hoặc https://soat.donvi.vn.",
        "en": "“{url}” is no address of a Soát server. Write it as http://127.0.0.1:8080 or https://soat.example.org.",
    },
    "lo-bad-key": {
        "vi": "mã truy cập chỉ gồm chữ không dấu, chữ số và các dấu . _ ~ -, vì LibreOffice gửi mã nguyên như thế.",
        "en": "the key may hold only letters without diacritics, figures and . _ ~ -, as LibreOffice sends it as it is.",
    },
}
