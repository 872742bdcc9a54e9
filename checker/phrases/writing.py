"""What is said when a document is annotated or fixed."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "annotated": {
        "vi": "{path}: đã ghi {count} lời báo.",
        "en": "{path}: {count} findings written.",
    },
    "note-basis": {"vi": "Căn cứ: {basis} [{rule}]", "en": "Basis: {basis} [{rule}]"},
    "note-alike": {"vi": "Còn {count} chỗ như vậy.", "en": "{count} more places like this."},
    "note-related": {"vi": "Xem cả: {quoted}.", "en": "See also: {quoted}."},
    "note-related-more": {
        "vi": "Xem cả: {quoted} và {more} chỗ nữa.",
        "en": "See also: {quoted} and {more} more.",
    },
    "fixed": {
        "vi": "{path}: đã sửa {edits} chỗ.",
        "en": "{path}: {edits} places fixed.",
    },
    "fixed-layout": {
        "vi": "{path}: đã sửa {edits} chỗ trong chữ, {settings} chỗ trình bày.",
        "en": "{path}: {edits} places fixed in the text, {settings} in the layout.",
    },
    "fixes-left": {
        "vi": "{count} chỗ nằm trong hộp chữ, chú thích hoặc số tự động nên phải sửa bằng tay.",
        "en": "{count} places lie in text boxes, notes or automatic numbers: fix them by hand.",
    },
    "review-changes": {
        "vi": "Mở bằng Word, thẻ Xem lại (Review), để duyệt từng thay đổi.",
        "en": "Open it in Word, tab Review, to accept or reject each change.",
    },
    "nothing-to-fix": {
        "vi": "{path}: không có gì Soát tự sửa được. Chạy “soat check” để xem những chỗ cần người sửa.",
        "en": "{path}: nothing that Soát can fix by itself. Run “soat check” for what needs a person.",
    },
    "kept-before": {
        "vi": "Bản trước khi sửa: {path}",
        "en": "As it was before: {path}",
    },
    "one-output": {
        "vi": "dùng -o TỆP hoặc --in-place, không dùng cả hai; --in-place cần một tệp có tên.",
        "en": "use -o FILE or --in-place, not both; --in-place needs a file with a name.",
    },
    "no-output": {
        "vi": "{path}: ghi bản đã sửa vào đâu? Thêm “-o TEN-MOI.docx”, hoặc --in-place để sửa ngay trong tệp (có giữ bản cũ).",
        "en": "{path}: where shall the fixed file go? Add “-o NEW-NAME.docx”, or --in-place (the old one is kept).",
    },
    "annotate-kind": {
        "vi": "{path}: tên tệp ra không hợp. Tệp Word ra .docx, PDF ra .pdf; tệp nào cũng ra được .html.",
        "en": "{path}: the output's name does not fit. Word gives .docx, PDF gives .pdf; any file gives .html.",
    },
    "fix-kind": {
        "vi": "{path}: chỉ sửa được tệp Word (ra .docx) và tệp chữ .txt, .md. Với tệp khác, mở rồi lưu thành .docx trước.",
        "en": "{path}: only Word files (to .docx) and texts (.txt, .md) can be fixed. Save it as .docx first.",
    },
    "macro-name": {
        "vi": "{path}: tệp ra phải có đuôi {suffix}, cùng loại với tệp vào (có hoặc không có macro).",
        "en": "{path}: the output's name must end in {suffix}, as the file's kind (with or without macros) is kept.",
    },
    "needs-libreoffice": {
        "vi": "{path}: cần LibreOffice để ghi vào tệp .doc, .rtf. Cài LibreOffice, hoặc mở tệp bằng Word và lưu thành .docx.",
        "en": "{path}: writing into .doc or .rtf needs LibreOffice. Install it, or save the file as .docx in Word.",
    },
}
