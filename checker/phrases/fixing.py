"""What is said when several files are fixed at once."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "diff-writes-nothing": {
        "vi": "--diff chỉ cho xem sẽ sửa gì, không ghi tệp nào; bỏ --diff để ghi, hoặc bỏ -o, --in-place để xem.",
        "en": "--diff only shows what would be fixed and writes no file; leave out --diff to write, or -o and --in-place to look.",
    },
    "several-in-place": {
        "vi": "nhiều tệp một lúc thì chỉ sửa tại chỗ được: thêm --in-place (hoặc --diff để xem trước), bỏ -o.",
        "en": "several files can only be fixed in place: add --in-place (or --diff to look first), without -o.",
    },
    "fix-ignored": {
        "vi": "{path}: giữ nguyên, vì soat.yml (ignore) bảo bỏ qua tệp này.",
        "en": "{path}: left as it is, as soat.yml (ignore) says.",
    },
    "no-backup-alone": {
        "vi": "--no-backup chỉ dùng cùng --in-place: chỉ khi sửa ngay trong tệp mới có bản cũ để giữ hay bỏ.",
        "en": "--no-backup goes only with --in-place: only then is there an old version to keep or not.",
    },
}
