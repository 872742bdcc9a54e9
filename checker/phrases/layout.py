"""How a document is set, in words: what is and what should be."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "size": {"vi": "cỡ {value}", "en": "size {value}"},
    "bold": {"vi": "đậm", "en": "bold"},
    "not-bold": {"vi": "không đậm", "en": "not bold"},
    "italic": {"vi": "nghiêng", "en": "italic"},
    "not-italic": {"vi": "chữ đứng", "en": "upright"},
    "underline": {"vi": "gạch chân", "en": "underlined"},
    "not-underline": {"vi": "không gạch chân", "en": "not underlined"},
    "left": {"vi": "căn lề trái", "en": "left-aligned"},
    "center": {"vi": "căn giữa", "en": "centred"},
    "right": {"vi": "căn lề phải", "en": "right-aligned"},
    "both": {"vi": "căn đều hai lề", "en": "justified"},
    "other-alignment": {"vi": "căn kiểu khác", "en": "aligned otherwise"},
    "first_line": {"vi": "lùi đầu dòng {value} mm", "en": "first line indented {value} mm"},
    "hanging": {"vi": "dòng đầu thò ra {value} mm", "en": "first line hanging {value} mm"},
    "gap": {"vi": "cách đoạn {value} pt", "en": "paragraphs {value} pt apart"},
    "multiple": {"vi": "cách dòng {value} lines", "en": "lines spaced {value} times"},
    "exact": {"vi": "cách dòng đúng {value} pt", "en": "lines exactly {value} pt apart"},
    "least": {"vi": "cách dòng ít nhất {value} pt", "en": "lines at least {value} pt apart"},
    "font": {"vi": "phông {value}", "en": "font {value}"},
    "color": {"vi": "màu #{value}", "en": "colour #{value}"},
    "black": {"vi": "màu đen", "en": "black"},
    "at-least": {"vi": "ít nhất {value}", "en": "at least {value}"},
    "at-most": {"vi": "nhiều nhất {value}", "en": "at most {value}"},
    "or": {"vi": "{first} hoặc {other}", "en": "{first} or {other}"},
    "places": {"vi": "{what} ({count} chỗ)", "en": "{what} ({count} places)"},
    "zone-size": {"vi": "{zone} cỡ {value} (cần {wanted})", "en": "{zone} size {value} ({wanted})"},
    # zones
    "zone-party_name": {"vi": "tiêu đề", "en": "heading"},
    "zone-nation": {"vi": "Quốc hiệu", "en": "national heading"},
    "zone-motto": {"vi": "Tiêu ngữ", "en": "motto"},
    "zone-superior": {"vi": "cơ quan cấp trên", "en": "superior body"},
    "zone-issuer": {"vi": "cơ quan ban hành", "en": "issuer"},
    "zone-number": {"vi": "số, ký hiệu", "en": "number"},
    "zone-place_date": {"vi": "địa danh, ngày tháng", "en": "place and date"},
    "zone-addressee": {"vi": "Kính gửi", "en": "addressee"},
    "zone-type": {"vi": "tên loại", "en": "type"},
    "zone-title": {"vi": "trích yếu", "en": "title"},
    "zone-subject": {"vi": "trích yếu công văn", "en": "subject of the letter"},
    "zone-urgency": {"vi": "dấu khẩn", "en": "urgency stamp"},
    "zone-basis": {"vi": "căn cứ", "en": "grounds"},
    "zone-body": {"vi": "nội dung", "en": "body"},
    "zone-prose": {"vi": "đoạn văn", "en": "paragraphs"},
    "zone-part": {"vi": "phần, chương", "en": "parts and chapters"},
    "zone-section": {"vi": "đề mục La Mã", "en": "Roman headings"},
    "zone-article": {"vi": "điều", "en": "articles"},
    "zone-item": {"vi": "đề mục khoản", "en": "headings of items"},
    "zone-item_text": {"vi": "khoản", "en": "items"},
    "zone-authority": {"vi": "quyền hạn", "en": "authority"},
    "zone-role": {"vi": "chức vụ", "en": "post"},
    "zone-name": {"vi": "họ tên", "en": "name of the signer"},
    "zone-recipients_label": {"vi": "chữ “Nơi nhận”", "en": "label of the recipients"},
    "zone-recipients": {"vi": "danh sách nơi nhận", "en": "recipients"},
    "zone-appendix": {"vi": "chữ “Phụ lục”", "en": "heading of the appendix"},
    "zone-appendix_title": {"vi": "tên phụ lục", "en": "name of the appendix"},
    "zone-appendix_note": {"vi": "dòng “(Kèm theo …)”", "en": "note of the appendix"},
    # pages
    "side-top": {"vi": "lề trên {is} mm (cần {wanted})", "en": "top margin {is} mm ({wanted})"},
    "side-bottom": {
        "vi": "lề dưới {is} mm (cần {wanted})",
        "en": "bottom margin {is} mm ({wanted})",
    },
    "side-left": {"vi": "lề trái {is} mm (cần {wanted})", "en": "left margin {is} mm ({wanted})"},
    "side-right": {"vi": "lề phải {is} mm (cần {wanted})", "en": "right margin {is} mm ({wanted})"},
    "side-header": {
        "vi": "số trang cách mép trên {is} mm (cần {wanted})",
        "en": "page number {is} mm from the top ({wanted})",
    },
    "paper": {"vi": "{width} × {height} mm", "en": "{width} × {height} mm"},
    "known-paper": {"vi": "{name} ({paper})", "en": "{name} ({paper})"},
    # page numbers
    "in-footer": {"vi": "ở chân trang", "en": "at the foot of the page"},
    "roman-number": {"vi": "không phải chữ số Ả Rập", "en": "not in Arabic figures"},
    # properties of the file
    "author": {"vi": "người soạn “{value}”", "en": "author “{value}”"},
    "last_editor": {"vi": "người sửa cuối “{value}”", "en": "last editor “{value}”"},
    "manager": {"vi": "người quản lý “{value}”", "en": "manager “{value}”"},
    "company": {"vi": "cơ quan “{value}”", "en": "company “{value}”"},
    "template": {"vi": "tệp mẫu “{value}”", "en": "template “{value}”"},
}


def word(key: str, lang: str, /, **values: str) -> str:
    """Return the words ``key`` in ``lang``, their placeholders filled."""
    return PHRASES[key][lang].format(**values)


def figure(value: float, lang: str) -> str:
    """Return a length in figures, with at most one decimal and the decimal sign of ``lang``."""
    shown = f"{value:.1f}".removesuffix(".0")
    return shown.replace(".", ",") if lang == "vi" else shown
