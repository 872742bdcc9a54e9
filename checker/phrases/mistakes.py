"""Mistakes in rule files, in their examples and in soat.yml."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    # rule files
    "no-rules": {
        "vi": "{path}: không có tệp quy tắc nào (nhóm/tên.yml).",
        "en": "{path}: no rule files (group/name.yml).",
    },
    "bad-yaml": {
        "vi": "{path}:{line}: [R01] YAML sai cú pháp: {detail} (câu có dấu hai chấm phải đặt trong ngoặc nháy).\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R01] YAML syntax error: {detail} (words with a colon stand in quotes).\n    {line} | {excerpt}",
    },
    "yaml-unreadable": {
        "vi": "{path}:{line}: không mở được tệp: {detail}.",
        "en": "{path}:{line}: the file cannot be opened: {detail}.",
    },
    "yaml-not-utf8": {
        "vi": "{path}:{line}: tệp không ở bảng mã UTF-8. Mở bằng Notepad, chọn Lưu như (Save as), mục Mã hóa (Encoding) chọn UTF-8 rồi lưu lại.",
        "en": "{path}:{line}: the file is not UTF-8. Save it again as UTF-8.",
    },
    "yaml-tab": {
        "vi": "{path}:{line}: đầu dòng có phím Tab; YAML chỉ nhận dấu cách. Xóa Tab, gõ dấu cách.\n    {line} | {excerpt}",
        "en": "{path}:{line}: a tab stands at the beginning of the line; YAML takes only blanks there.\n    {line} | {excerpt}",
    },
    "yaml-twice": {
        "vi": "{path}:{line}: khóa “{key}” đã có ở trên; gộp lại thành một.\n    {line} | {excerpt}",
        "en": "{path}:{line}: the key “{key}” stands here a second time; make one of the two.\n    {line} | {excerpt}",
    },
    "yaml-too-deep": {
        "vi": "{path}:{line}: ngoặc lồng nhau quá sâu; tệp này không phải tệp cấu hình của Soát.\n    {line} | {excerpt}",
        "en": "{path}:{line}: brackets are nested too deep; this is no file for Soát.\n    {line} | {excerpt}",
    },
    "yaml-swells": {
        "vi": "{path}:{line}: tệp dùng dấu * lặp lại chính nó quá nhiều lần; viết rõ ra, không dùng & và *.\n    {line} | {excerpt}",
        "en": "{path}:{line}: the aliases (*) repeat parts of the file too many times; write them out.\n    {line} | {excerpt}",
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
        "vi": "{path}:{line}: tệp phải là các cặp “khóa: giá trị” ({keys}).\n    {line} | {excerpt}",
        "en": "{path}:{line}: the file must be a mapping ({keys}).\n    {line} | {excerpt}",
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
        "vi": "{path}:{line}: [R05] “{key}” phải viết như: {wanted}.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R05] “{key}” must be written like: {wanted}.\n    {line} | {excerpt}",
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
}
