"""What the keys of soat.yml and of rule files are for, in the JSON Schemas and in ``soat init``."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    # keys of soat.yml
    "key-locality": {
        "vi": "Địa phương của cơ quan, có cấp và tỉnh, thành phố: phường Nhị Chiểu, thành phố Hải Phòng. Bỏ trống thì Soát tự suy ra từ văn bản.",
        "en": "The own place, with its level and province; left out, it is inferred from the document.",
    },
    "key-superior": {
        "vi": "Cơ quan chủ quản ghi ở dòng trên tên cơ quan ban hành: Ủy ban nhân dân thành phố Hải Phòng.",
        "en": "The body above the office, which stands above the issuer in the header.",
    },
    "key-regime": {
        "vi": "Thể thức dùng cho văn bản không tự cho biết: state là văn bản hành chính, party là văn bản của Đảng.",
        "en": "The law of form for documents that do not tell theirs: state or party.",
    },
    "key-units": {
        "vi": "Tên chính thức của phòng, ban, đơn vị thuộc cơ quan; văn bản viết khác tên này thì được nhắc.",
        "en": "Official names of own units.",
    },
    "key-places": {
        "vi": "Địa danh chưa có trong danh mục của Soát, viết đủ cấp: phường Tân Lập, thành phố Hải Phòng.",
        "en": "Places that the register does not have.",
    },
    "key-people": {
        "vi": "Người ký và chức vụ, mỗi dòng một người: họ tên, dấu hai chấm, chức vụ.",
        "en": "Who signs, with the post: name: post.",
    },
    "key-words": {
        "vi": "Chữ viết tắt, từ, thuật ngữ viết đúng ở cơ quan này, không coi là lỗi chính tả.",
        "en": "Acronyms, words and terms that are right here.",
    },
    "key-archive": {
        "vi": "Tệp số đếm do lệnh soat learn … --out tạo ra từ văn bản đã ký của cơ quan.",
        "en": "The file that soat learn --out made of the office's signed documents.",
    },
    "key-documents": {
        "vi": "Văn bản hay được viện dẫn mà Soát chưa biết; hoặc tên tệp do lệnh soat learn … --documents tạo ra.",
        "en": "Documents that no register has, or the name of a file of them.",
    },
    "key-stage": {
        "vi": "draft: bản thảo, số và ngày được để trống; issued: bản đã ban hành.",
        "en": "draft: number and date may be blank; issued: they may not.",
    },
    "key-fail_on": {
        "vi": "Mức thấp nhất làm lệnh soat check kết thúc với mã 1: error, warning, info; never là không bao giờ.",
        "en": "The lowest level for which soat check ends with 1: error, warning, info; never for none.",
    },
    "key-guesses": {
        "vi": "true: báo cả phỏng đoán yếu về chính tả.",
        "en": "true: tell weak guesses of spelling, too.",
    },
    "key-rules": {
        "vi": "Bật, tắt hoặc đổi mức từng quy tắc hay cả nhóm: off, on, info, warning, error. Dòng nêu tên quy tắc thắng dòng nêu tên nhóm. Tên có ở: soat rules list",
        "en": "Rules or groups, to each off, on or a level. What is said of a rule goes before what is said of its group.",
    },
    "key-rule_folders": {
        "vi": "Thư mục chứa quy tắc riêng của cơ quan (nhóm/tên.yml), tính từ thư mục của tệp này. Quy tắc trùng tên thay quy tắc có sẵn.",
        "en": "Folders of own rules (group/name.yml); one with the id of a shipped rule stands in its place.",
    },
    "key-ignore": {
        "vi": "Tệp không soát, mẫu tên như trong .gitignore: *.md, luu-tru/, cu/**/*.docx",
        "en": "Files that are not checked, as in .gitignore.",
    },
    "key-overrides": {
        "vi": "Thiết lập riêng cho một số tệp; mục sau thắng mục trước.",
        "en": "What holds for some files; the later entry wins.",
    },
    "key-files": {
        "vi": "Mẫu tên các tệp mà mục này áp dụng, như trong .gitignore: da-ban-hanh/**",
        "en": "The files of this entry, as in .gitignore.",
    },
    "document-key-number": {
        "vi": "Số, ký hiệu: 12/KH-UBND",
        "en": "The number.",
    },
    "document-key-type": {
        "vi": "Tên loại: Kế hoạch, Quyết định, Luật …",
        "en": "The type.",
    },
    "document-key-date": {
        "vi": "Ngày ký, viết năm-tháng-ngày: 2026-03-05",
        "en": "The day of signing.",
    },
    "document-key-issuer": {
        "vi": "Cơ quan ban hành.",
        "en": "The issuer.",
    },
    "document-key-title": {
        "vi": "Trích yếu, viết như khi viện dẫn (về việc …).",
        "en": "The title, as in a citation.",
    },
    "document-key-articles": {
        "vi": "Văn bản có bao nhiêu điều.",
        "en": "How many articles it has.",
    },
    "document-key-until": {
        "vi": "Ngày đầu tiên văn bản không còn hiệu lực.",
        "en": "The first day on which it is no more in force.",
    },
    "document-key-replaced_by": {
        "vi": "Số, ký hiệu văn bản thay thế.",
        "en": "The number of what replaced it.",
    },
    "document-key-source": {
        "vi": "Biết từ đâu.",
        "en": "Where it is known from.",
    },
    "document-key-confidence": {
        "vi": "Chắc đến đâu: H, M hoặc L.",
        "en": "How sure it is: H, M or L.",
    },
    # keys of rule files
    "rule-key-title": {
        "vi": "Tên quy tắc, tiếng Việt và tiếng Anh.",
        "en": "The rule's name in both languages.",
    },
    "rule-key-level": {
        "vi": "Mức: info, warning, error; hoặc mỗi giai đoạn một mức {{draft: …, issued: …}}.",
        "en": "The level, or one for each stage.",
    },
    "rule-key-basis": {
        "vi": "Căn cứ: điều khoản; hoặc riêng cho state, party, party-2018.",
        "en": "The clause, or one for each regime.",
    },
    "rule-key-why": {
        "vi": "Vì sao có quy tắc này.",
        "en": "Why the rule exists.",
    },
    "rule-key-message": {
        "vi": "Lời báo; dùng được {{text}}, {{suggestion}}, {{times}}.",
        "en": "What is told; may use {{text}}, {{suggestion}}, {{times}}.",
    },
    "rule-key-check": {
        "vi": "Kiểu kiểm tra; các khóa khác tùy kiểu này.",
        "en": "The kind of check; other keys depend on it.",
    },
    "rule-key-regimes": {
        "vi": "Chỉ áp dụng cho văn bản hành chính (state) hoặc văn bản của Đảng (party); bỏ trống là cả hai.",
        "en": "The regimes that it is for; both when left out.",
    },
    "rule-key-stages": {
        "vi": "Chỉ áp dụng cho bản thảo (draft) hoặc bản đã ban hành (issued).",
        "en": "The stages that it is for.",
    },
    "rule-key-since": {
        "vi": "Áp dụng cho văn bản từ ngày này.",
        "en": "The first day whose documents it is for.",
    },
    "rule-key-until": {
        "vi": "Áp dụng cho văn bản trước ngày này.",
        "en": "The day from which it holds no more.",
    },
    "rule-key-types": {
        "vi": "Loại văn bản: KH, QĐ …, named (có tên loại), letter (công văn).",
        "en": "Types of documents.",
    },
    "rule-key-once": {
        "vi": "true: gộp mọi chỗ thành một lời báo.",
        "en": "true: one finding of all places.",
    },
    "rule-key-fix": {
        "vi": "safe: soat fix được tự sửa theo gợi ý.",
        "en": "safe: soat fix follows the suggestion without asking.",
    },
    "rule-key-guess": {
        "vi": "true: phỏng đoán yếu, chỉ báo khi có --guesses.",
        "en": "true: weak evidence; runs only with --guesses.",
    },
    "rule-key-illegible": {
        "vi": "true: chạy cả trên chữ hỏng.",
        "en": "true: runs on damaged text, too.",
    },
    "rule-key-scan": {
        "vi": "true: chạy trên bản quét.",
        "en": "true: runs on pictures of pages.",
    },
    "rule-key-aliases": {
        "vi": "Tên cũ của quy tắc.",
        "en": "Ids that the rule had before.",
    },
    "rule-key-examples": {
        "vi": "Ví dụ: ít nhất một fail (chỗ sai đặt trong «») và một pass.",
        "en": "Examples: at least one fail, with the wrong words in «», and one pass.",
    },
    "example-key-fail": {
        "vi": "Đoạn sai; chỗ sai đặt trong «».",
        "en": "Words that must be reported at «».",
    },
    "example-key-fix": {
        "vi": "Đoạn sau khi sửa theo gợi ý.",
        "en": "What following the suggestion gives.",
    },
    "example-key-pass": {
        "vi": "Đoạn đúng, không được báo.",
        "en": "Words that must not be reported.",
    },
    "example-key-office": {
        "vi": "Nội dung soat.yml giả định cho ví dụ.",
        "en": "A soat.yml for the example.",
    },
    "example-key-layout": {
        "vi": "Cách trình bày của chỗ đánh dấu.",
        "en": "How the marked words are set.",
    },
    "example-key-against": {
        "vi": "Với quy tắc đối chiếu nhiều văn bản: nội dung kế hoạch của cấp trên.",
        "en": "For a rule that compares documents: the text of the superior's plan.",
    },
    "example-key-expect": {
        "vi": "Với quy tắc đối chiếu nhiều văn bản: những cơ quan phải có kế hoạch.",
        "en": "For a rule that compares documents: the offices that should have a plan.",
    },
    "example-key-due": {
        "vi": "Với quy tắc đối chiếu nhiều văn bản: hạn ban hành kế hoạch.",
        "en": "For a rule that compares documents: the day by which plans are to be issued.",
    },
    "schema-config": {
        "vi": "Cấu hình của Soát cho các văn bản trong thư mục này và thư mục con.",
        "en": "The configuration of Soát for the documents in this folder and below.",
    },
    "schema-rule": {
        "vi": "Một quy tắc của Soát.",
        "en": "A rule of Soát.",
    },
}
