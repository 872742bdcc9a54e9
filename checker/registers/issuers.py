"""Who issues documents, by the code in their numbers, with the dates that matter.

Sources: Nghị quyết 176/2025/QH15 (ministries from 01/3/2025), Nghị định 30/2020/NĐ-CP, Phụ lục III,
Hướng dẫn 05-HD/VPTW, mục I.3. Written 2026-11-21.
"""

from __future__ import annotations

import datetime

# Nghị quyết 176/2025/QH15: ministries from 01/3/2025.
MERGER = datetime.date(2025, 3, 1)
DISSOLVED = frozenset(("BKHĐT", "BGTVT", "BTTTT", "BTNMT", "BNNPTNT", "BLĐTBXH", "UBDT"))
FOUNDED = frozenset(("BNNMT", "BDTTG"))

# Terms of the National Assembly: the months in which each could pass a law.
TERMS = {
    10: ((1997, 9), (2002, 5)),
    11: ((2002, 7), (2007, 5)),
    12: ((2007, 7), (2011, 6)),
    13: ((2011, 7), (2016, 6)),
    14: ((2016, 7), (2021, 6)),
    15: ((2021, 7), (2026, 4)),
    16: ((2026, 4), (2031, 6)),
}

# Who stands after "của" (folded), by the code that its documents bear; the name for the message.
BODIES: tuple[tuple[str, str, str], ...] = (
    ("TTg", "thu tuong(?: chinh phu)?", "Thủ tướng Chính phủ"),
    ("CP", "chinh phu", "Chính phủ"),
    ("QH", "quoc hoi", "Quốc hội"),
    ("UBTVQH", "uy ban thuong vu quoc hoi|ubtvqh", "Ủy ban Thường vụ Quốc hội"),
    (
        "TW",
        "bo chinh tri|ban bi thu|(?:ban chap hanh|bch) (?:trung uong|tw)",
        "Ban Chấp hành Trung ương, Bộ Chính trị hoặc Ban Bí thư",
    ),
    (
        "TU",
        "(?:(?:ban thuong vu|thuong truc|btv) )?(?:tinh|thanh) uy",
        "tỉnh ủy, thành ủy",
    ),
    ("UBND", "(?:chu tich )?(?:ubnd|uy ban nhan dan)", "Ủy ban nhân dân"),
    ("HĐND", "(?:thuong truc )?(?:hdnd|hoi dong nhan dan)", "Hội đồng nhân dân"),
    ("BNV", "bo noi vu", "Bộ Nội vụ"),
    ("BTC", "bo tai chinh", "Bộ Tài chính"),
    ("BTP", "bo tu phap", "Bộ Tư pháp"),
    ("BCT", "bo cong thuong", "Bộ Công Thương"),
    ("BXD", "bo xay dung", "Bộ Xây dựng"),
    ("BQP", "bo quoc phong", "Bộ Quốc phòng"),
    ("BCA", "bo cong an", "Bộ Công an"),
    ("BNG", "bo ngoai giao", "Bộ Ngoại giao"),
    ("BYT", "bo y te", "Bộ Y tế"),
    ("BKHCN", "bo khoa hoc va cong nghe", "Bộ Khoa học và Công nghệ"),
    ("BGDĐT", "bo giao duc va dao tao", "Bộ Giáo dục và Đào tạo"),
    ("BVHTTDL", "bo van hoa", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("BNNMT", "bo nong nghiep va moi truong", "Bộ Nông nghiệp và Môi trường"),
    ("BDTTG", "bo dan toc va ton giao", "Bộ Dân tộc và Tôn giáo"),
    ("BKHĐT", "bo ke hoach va dau tu", "Bộ Kế hoạch và Đầu tư"),
    ("BGTVT", "bo giao thong van tai", "Bộ Giao thông vận tải"),
    ("BTTTT", "bo thong tin va truyen thong", "Bộ Thông tin và Truyền thông"),
    ("BTNMT", "bo tai nguyen va moi truong", "Bộ Tài nguyên và Môi trường"),
    ("BNNPTNT", "bo nong nghiep va phat trien", "Bộ Nông nghiệp và Phát triển nông thôn"),
    ("BLĐTBXH", "bo lao dong", "Bộ Lao động - Thương binh và Xã hội"),
)
# What the National Assembly and its committee pass, folded.
ACTS = {
    "QH": ("luat", "nghi quyet"),
    "UBTVQH": ("phap lenh", "nghi quyet"),
}
# What a document is called, by the code in its number.
NAMES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "QĐi": "Quy định",
    "QyĐ": "Quy định",
    "QC": "Quy chế",
    "CT": "Chỉ thị",
    "CTr": "Chương trình",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "KL": "Kết luận",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "CV": "Công văn",
    "QH": "luật hoặc nghị quyết của Quốc hội",
    "UBTVQH": "pháp lệnh hoặc nghị quyết của Ủy ban Thường vụ Quốc hội",
}
