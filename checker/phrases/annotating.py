"""What is said when a file must not be written into."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "signed-package": {
        "vi": "{path}: tệp đã ký số; ghi thêm bất cứ gì sẽ làm mất hiệu lực chữ ký. Dùng bản chưa ký.",
        "en": "{path}: digitally signed; any change would void the signature. Use the unsigned file.",
    },
}
