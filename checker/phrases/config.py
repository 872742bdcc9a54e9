"""Words on soat.yml: its mistakes, and the commands ``init`` and ``config``."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    # mistakes
    "key-like-none": {
        "vi": "{path}:{line}: [R03] không có khóa “{key}”; các khóa: {keys}.\n    {line} | {excerpt}",
        "en": "{path}:{line}: [R03] unknown key “{key}”; there are: {keys}.\n    {line} | {excerpt}",
    },
    "no-named-file": {
        "vi": "{path}:{line}: không có tệp “{name}” (đường dẫn tính từ thư mục chứa soat.yml).\n    {line} | {excerpt}",
        "en": "{path}:{line}: there is no file “{name}” (paths count from the folder of soat.yml).\n    {line} | {excerpt}",
    },
    "stray-rule": {
        "vi": "{path}:{line}: “{name}” không đúng chỗ nên không được dùng; quy tắc phải nằm ở nhóm/tên.yml trong thư mục quy tắc.\n    {line} | {excerpt}",
        "en": "{path}:{line}: “{name}” is not where a rule stands, so it would not be used; a rule is group/name.yml in the folder of rules.\n    {line} | {excerpt}",
    },
    "no-named-folder": {
        "vi": "{path}:{line}: không có thư mục “{name}” (đường dẫn tính từ thư mục chứa soat.yml).\n    {line} | {excerpt}",
        "en": "{path}:{line}: there is no folder “{name}” (paths count from the folder of soat.yml).\n    {line} | {excerpt}",
    },
    "no-such-rule": {
        "vi": "{path}:{line}: không có quy tắc hay nhóm quy tắc “{key}”; gần nhất: {near}. Xem tất cả: soat rules list\n    {line} | {excerpt}",
        "en": "{path}:{line}: there is no rule or group “{key}”; the nearest: {near}. To see all: soat rules list\n    {line} | {excerpt}",
    },
    "rule-twice": {
        "vi": "{path}:{line}: “{key}” và “{other}” là một quy tắc; chỉ giữ một dòng.\n    {line} | {excerpt}",
        "en": "{path}:{line}: “{key}” and “{other}” are the same rule; keep one of the two lines.\n    {line} | {excerpt}",
    },
    "bad-glob": {
        "vi": "{path}:{line}: “{text}” không phải mẫu tên tệp. Viết như “*.md”, “da-ban-hanh/**”; dùng dấu / chứ không dùng dấu \\.\n    {line} | {excerpt}",
        "en": "{path}:{line}: “{text}” is no pattern of file names. Write it like “*.md”, “da-ban-hanh/**”, with / and not \\.\n    {line} | {excerpt}",
    },
    "glob-stars": {
        "vi": "{path}:{line}: “{text}” có quá nhiều dấu *; mỗi tên tệp, tên thư mục dùng nhiều nhất {most}, cả mẫu nhiều nhất {most} lần **.\n    {line} | {excerpt}",
        "en": "{path}:{line}: “{text}” has too many *; a name may have {most}, the whole {most} times **.\n    {line} | {excerpt}",
    },
    "alias-taken": {
        "vi": "{path}:{line}: tên cũ “{alias}” đã là tên của “{other}”; mỗi tên chỉ thuộc một quy tắc.\n    {line} | {excerpt}",
        "en": "{path}:{line}: the alias “{alias}” is already a name of “{other}”; a name belongs to one rule only.\n    {line} | {excerpt}",
    },
    # commands
    "rule-own": {
        "vi": "[quy tắc riêng]",
        "en": "[own rule]",
    },
    "explain-aliases": {
        "vi": "Tên cũ",
        "en": "Former names",
    },
    "config-exists": {
        "vi": "{path}: đã có tệp này; Soát không ghi đè. Sửa tệp đó, hoặc chọn thư mục khác.",
        "en": "{path}: the file is there already; Soát does not write over it. Edit it, or choose another folder.",
    },
    "init-read": {
        "vi": "Đã đọc {count} văn bản trong {path} để đoán.",
        "en": "Read {count} documents in {path} to guess by.",
    },
    "init-locality": {
        "vi": "Địa phương của cơ quan (ví dụ: phường Nhị Chiểu, thành phố Hải Phòng)",
        "en": "The own place (for example: phường Nhị Chiểu, thành phố Hải Phòng)",
    },
    "init-superior": {
        "vi": "Cơ quan chủ quản (gõ - nếu không có)",
        "en": "The body above the office (- for none)",
    },
    "init-regime": {
        "vi": "Thể thức khi văn bản không tự cho biết (state: hành chính, party: Đảng, -: chưa rõ)",
        "en": "The regime of documents that do not tell theirs (state, party, - for unknown)",
    },
    "init-people": {
        "vi": "Ghi những người ký này: {people}?",
        "en": "Name these signers: {people}?",
    },
    "init-not-a-place": {
        "vi": "“{text}” không phải địa phương; viết như: phường Nhị Chiểu, thành phố Hải Phòng",
        "en": "“{text}” is no place; write it like: phường Nhị Chiểu, thành phố Hải Phòng",
    },
    "init-not-a-regime": {
        "vi": "Chỉ nhận: state, party, hoặc -",
        "en": "Only: state, party, or -",
    },
    "init-hides": {
        "vi": "Lưu ý: từ nay thư mục này không dùng {path} nữa mà dùng tệp mới.",
        "en": "Note: this folder no longer uses {path} but the new file.",
    },
    "init-done": {
        "vi": "Đã ghi {path}. Mở ra xem, sửa cho đúng, rồi chạy: soat check {folder}",
        "en": "Wrote {path}. Look through it, then run: soat check {folder}",
    },
    "init-head": {
        "vi": "Cấu hình của Soát cho các văn bản trong thư mục này và thư mục con.\nDòng bắt đầu bằng # là ghi chú; muốn dùng một khóa thì bỏ dấu # trước nó và sửa cho đúng.\nXem giá trị đang dùng và lấy từ đâu: soat config show",
        "en": "The configuration of Soát for the documents in this folder and below.\nA line that begins with # is a comment; to use a key take the # before it away.\nWhat is in force, and from where: soat config show",
    },
    "config-none": {
        "vi": "Không có soat.yml ở thư mục này hay thư mục trên; mọi giá trị là mặc định. Tạo tệp: soat init",
        "en": "There is no soat.yml here or above; all is as by default. To write one: soat init",
    },
    "config-path": {
        "vi": "Tệp cấu hình: {path}",
        "en": "Configuration: {path}",
    },
    "config-for": {
        "vi": "Đang xem cho: {path}",
        "en": "In force for: {path}",
    },
    "config-ignored": {
        "vi": "Văn bản này không được soát: {origin}, khóa ignore.",
        "en": "This document is not checked: {origin}, key ignore.",
    },
    "config-default": {
        "vi": "mặc định",
        "en": "default",
    },
    "config-override": {
        "vi": "{line}, mục overrides cho {files}",
        "en": "{line}, the override of {files}",
    },
    "config-documents": {
        "vi": "{count} văn bản",
        "en": "{count} documents",
    },
}
