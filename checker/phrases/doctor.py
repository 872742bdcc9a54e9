"""What ``soat doctor`` says."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "doctor-soat": {"vi": "Soát", "en": "Soát"},
    "doctor-python": {"vi": "Python", "en": "Python"},
    "doctor-platform": {"vi": "Hệ điều hành", "en": "System"},
    "doctor-encoding": {"vi": "Mã chữ màn hình", "en": "Console encoding"},
    "doctor-package": {"vi": "Chương trình", "en": "Program"},
    "doctor-grammar": {"vi": "Từ vựng, danh bạ", "en": "Grammar, registers"},
    "doctor-rules": {"vi": "Quy tắc", "en": "Rules"},
    "doctor-libraries": {"vi": "Thư viện Python", "en": "Python libraries"},
    "doctor-cache": {"vi": "Bộ nhớ đệm", "en": "Cache"},
    "doctor-config": {"vi": "soat.yml ở đây", "en": "soat.yml here"},
    "doctor-programs": {
        "vi": "Chương trình khác trên máy (không bắt buộc):",
        "en": "Other programs of this machine (optional):",
    },
    "doctor-sound": {"vi": "Soát chạy được.", "en": "Soát can run."},
    "doctor-broken": {
        "vi": "Soát chưa chạy được: sửa các chỗ có dấu ✗ ở trên.",
        "en": "Soát cannot run: mend what has a ✗ above.",
    },
    "doctor-reinstall": {
        "vi": "{reason}. Cài lại Soát: pip install --force-reinstall soat",
        "en": "{reason}. Install Soát again: pip install --force-reinstall soat",
    },
    "doctor-rules-count": {"vi": "{path} ({count} quy tắc)", "en": "{path} ({count} rules)"},
    "doctor-libraries-missing": {
        "vi": "thiếu {names}. Cài lại Soát: pip install --force-reinstall soat",
        "en": "{names} missing. Install Soát again: pip install --force-reinstall soat",
    },
    "doctor-libraries-found": {"vi": "đủ {count}", "en": "all {count}"},
    "doctor-cache-size": {"vi": "{path} ({size} MB)", "en": "{path} ({size} MB)"},
    "doctor-cache-none": {
        "vi": "không có thư mục nào ghi được, mỗi lần chạy sẽ chậm hơn. Kiểm tra quyền ghi, hoặc đặt biến {variable} là một thư mục ghi được.",
        "en": "no folder can be written to, so every run is slower. Check the permissions, or set {variable} to a folder that can be written to.",
    },
    "doctor-config-none": {
        "vi": "không có (Soát tự suy ra địa phương từ văn bản)",
        "en": "none (the place is inferred from each document)",
    },
    "doctor-encoding-kept": {"vi": "{name}", "en": "{name}"},
    "doctor-encoding-changed": {
        "vi": "{name}, Soát ghi bằng utf-8. Chữ hiện sai thì gõ “chcp 65001” trước khi chạy, hoặc dùng Windows Terminal.",
        "en": "{name}; Soát writes utf-8. If letters look wrong, type “chcp 65001” first, or use Windows Terminal.",
    },
    "doctor-program-missing": {
        "vi": "chưa cài: {lost}. {install}",
        "en": "not installed: {lost}. {install}",
    },
    "doctor-program-silent": {"vi": "{path}, không trả lời", "en": "{path}, does not answer"},
    "doctor-lost-libreoffice": {
        "vi": "không đọc được .rtf, không ghi được vào .doc; .doc chỉ đọc được khi có antiword",
        "en": ".rtf cannot be read, .doc not written into and read only with antiword",
    },
    "doctor-install-libreoffice": {
        "vi": "Ubuntu, Debian: sudo apt install libreoffice-writer; Windows, macOS: https://www.libreoffice.org",
        "en": "Ubuntu, Debian: sudo apt install libreoffice-writer; Windows, macOS: https://www.libreoffice.org",
    },
    "doctor-lost-antiword": {
        "vi": "chỉ cần cho .doc khi không có LibreOffice",
        "en": "only needed for .doc without LibreOffice",
    },
    "doctor-install-antiword": {
        "vi": "Ubuntu, Debian: sudo apt install antiword; Windows: cài LibreOffice là đủ",
        "en": "Ubuntu, Debian: sudo apt install antiword; Windows: LibreOffice is enough",
    },
    "doctor-lost-tesseract": {
        "vi": "--ocr không đọc được bản quét",
        "en": "--ocr cannot read scans",
    },
    "doctor-install-tesseract": {
        "vi": "Ubuntu, Debian: sudo apt install tesseract-ocr tesseract-ocr-vie; Windows: cài “Tesseract at UB Mannheim”, chọn thêm Vietnamese",
        "en": "Ubuntu, Debian: sudo apt install tesseract-ocr tesseract-ocr-vie; Windows: “Tesseract at UB Mannheim” with Vietnamese",
    },
    "doctor-no-vietnamese": {
        "vi": "{version} ({path}), chưa có dữ liệu tiếng Việt: {lost}. {install}",
        "en": "{version} ({path}), without Vietnamese data: {lost}. {install}",
    },
    "doctor-lost-git": {
        "vi": "“soat check --changed” và pre-commit không chạy được",
        "en": "“soat check --changed” and pre-commit cannot run",
    },
    "doctor-install-git": {
        "vi": "Ubuntu, Debian: sudo apt install git; Windows, macOS: https://git-scm.com",
        "en": "Ubuntu, Debian: sudo apt install git; Windows, macOS: https://git-scm.com",
    },
}
