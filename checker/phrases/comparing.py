"""What is said of findings before and after: baselines, and two states of a document."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    # baselines
    "no-baseline": {
        "vi": "{path}: chưa có tệp này. Lập tệp mốc bằng lệnh: soat baseline create {path}",
        "en": "{path}: no such file. Make a baseline with: soat baseline create {path}",
    },
    "not-a-baseline": {
        "vi": "{path}: không phải tệp mốc do “soat baseline” lập, hoặc đã hỏng. Chọn đúng tệp, lấy lại bản cũ, hoặc xóa đi và lập lại bằng “soat baseline create”.",
        "en": "{path}: not a baseline made by “soat baseline”, or damaged. Choose the right file, restore it, or delete it and make it anew with “soat baseline create”.",
    },
    "newer-baseline": {
        "vi": "{path}: tệp mốc do bản Soát mới hơn lập. Cài bản Soát mới rồi chạy lại.",
        "en": "{path}: made by a newer Soát. Install the new version and try again.",
    },
    "baseline-exists": {
        "vi": "{path}: đã có tệp này nên không ghi đè. Muốn cập nhật tệp mốc, chạy: soat baseline update {path}",
        "en": "{path}: exists and is not overwritten. To bring it up to date: soat baseline update {path}",
    },
    "baseline-of-input": {
        "vi": "tệp mốc chỉ ghi lời báo của tệp, không ghi được của đầu vào chuẩn “-”. Ghi tên tệp hoặc thư mục.",
        "en": "a baseline is of files, not of standard input “-”. Give files or folders.",
    },
    "baseline-created": {
        "vi": "{path}: đã ghi {count} lời báo của {files} văn bản. Để từ nay chỉ báo những gì mới, chạy: soat check --baseline {path} …",
        "en": "{path}: {count} known findings of {files} documents written. To be told only new ones: soat check --baseline {path} …",
    },
    "baseline-updated": {
        "vi": "{path}: thêm {new}, bớt {gone}, giữ nguyên {same}; nay có {count} lời báo đã biết của {files} văn bản.",
        "en": "{path}: {new} added, {gone} removed, {same} kept; now {count} known findings of {files} documents.",
    },
    "baseline-deleted-file": {
        "vi": "{name}: tệp không còn, đã bỏ {count} lời báo của tệp này khỏi tệp mốc.",
        "en": "{name}: the file is no more; {count} findings taken out of the baseline.",
    },
    "baseline-without-files": {
        "vi": "{path}: không thấy văn bản nào mà tệp mốc này ghi; tệp mốc phải nằm đúng thư mục nơi nó được lập. Ghi thêm tên tệp hoặc thư mục cần cập nhật.",
        "en": "{path}: none of the files that it holds is there; it must lie in the folder that it was made in. Name the files or folders to bring up to date.",
    },
    "baseline-count": {
        "vi": "{count} lời báo đã biết của {files} văn bản.",
        "en": "{count} known findings of {files} documents.",
    },
    # two states of a document
    "diff-counts": {
        "vi": "Đã sửa {mended}, còn {left}, mới {brought}.",
        "en": "{mended} mended, {left} left, {brought} new.",
    },
    "diff-summary": {
        "vi": "{files} cặp văn bản: đã sửa {mended}, còn {left}, mới {brought}.",
        "en": "{files} pairs of documents: {mended} mended, {left} left, {brought} new.",
    },
    "diff-suppressed": {
        "vi": "Không sửa mà bỏ qua, có ghi lý do: {count}.",
        "en": "Not mended but suppressed, with a reason: {count}.",
    },
    "diff-unknown": {
        "vi": "Không rõ {count}: bản mới không soát được các nhóm {groups}. Không soát được không có nghĩa là đã sửa.",
        "en": "{count} not known: the new text could not be checked for {groups}. Not run does not mean mended.",
    },
    "diff-old-not-run": {
        "vi": "Bản cũ không soát được các nhóm {groups} nên {count} lời báo thuộc các nhóm này được coi là mới.",
        "en": "The old text could not be checked for {groups}, so {count} findings of these count as new.",
    },
    "diff-brought": {"vi": "MỚI ({count})", "en": "NEW ({count})"},
    "diff-mended": {
        "vi": "ĐÃ SỬA ({count}; dòng, mục theo bản cũ)",
        "en": "MENDED ({count}; lines and sections of the old text)",
    },
    "diff-outside": {"vi": "ngoài các mục", "en": "outside the sections"},
    "diff-only-old": {"vi": "{name}: chỉ có ở bản cũ.", "en": "{name}: only in the old folder."},
    "diff-only-new": {
        "vi": "{name}: chỉ có ở bản mới, chưa soát ở đây. Soát bằng: soat check",
        "en": "{name}: only in the new folder, not checked here. Check it with: soat check",
    },
    "diff-kinds": {
        "vi": "so sánh hai tệp hoặc hai thư mục, không phải một tệp với một thư mục: {old}, {new}.",
        "en": "give two files or two folders, not one of each: {old}, {new}.",
    },
    "diff-one-input": {
        "vi": "chỉ một trong hai bản được là đầu vào chuẩn “-”.",
        "en": "only one of the two can be standard input “-”.",
    },
}
