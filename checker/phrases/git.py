"""Why the files changed in git cannot be told."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "no-git": {
        "vi": "chưa cài git nên không biết tệp nào đã thay đổi. Cài git (https://git-scm.com), hoặc bỏ --changed để soát mọi tệp.",
        "en": "git is not installed, so what has changed cannot be told. Install git (https://git-scm.com), or leave out --changed.",
    },
    "no-repository": {
        "vi": "{path}: không nằm trong kho git nào nên không biết tệp nào đã thay đổi. Vào đúng thư mục, hoặc bỏ --changed để soát mọi tệp.",
        "en": "{path}: in no git repository, so what has changed cannot be told. Go to the right folder, or leave out --changed.",
    },
    "unknown-rev": {
        "vi": "kho git không có bản “{rev}”. Ghi tên nhánh, thẻ hoặc mã lần lưu (git log để xem), ví dụ --changed=HEAD.",
        "en": "the git repository has no revision “{rev}”. Give a branch, a tag or a commit (see git log), as in --changed=HEAD.",
    },
    "git-failed": {
        "vi": "{path}: git không cho biết được tệp nào đã thay đổi ({reason}).",
        "en": "{path}: git cannot tell what has changed ({reason}).",
    },
}
