"""The made plan of a province that its communes carry out."""

from __future__ import annotations

import datetime
from typing import Any

from tools.benchmarks.audit.plans import Above, written

DUE = datetime.date(2026, 2, 28)
LAST_REPORT = datetime.date(2026, 11, 30)


def superior_text(above: Above, topic: dict[str, Any], province: str) -> str:
    """Return the plan: what it asks of communes, with days, figures and the programme's name."""
    rate, what = topic["figure"]
    rate2, what2 = topic["figure2"]
    programme, receiver = topic["programme"], topic["receiver"]
    asked = [task["asked"].replace("<programme>", programme) for task in topic["tasks"]]
    day = above.day
    lines = [
        "ỦY BAN NHÂN DÂN",
        province.upper(),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"Số: {above.number}",
        f"{province.partition('phố ')[2] or province.partition(' ')[2]}, ngày {day.day:02} tháng"
        f" {day.month:02} năm {day.year}",
        "KẾ HOẠCH",
        above.about[0].upper() + above.about[1:],
        f"Căn cứ tình hình thực tế, Ủy ban nhân dân {province} ban hành Kế hoạch {above.about} như"
        " sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        f"Tổ chức thực hiện đồng bộ {topic['lower']} từ thành phố đến cơ sở.",
        "2. Yêu cầu",
        "Phân công rõ người, rõ việc, rõ thời gian, rõ sản phẩm.",
        "3. Chỉ tiêu",
        f"- Phấn đấu {rate}% {what}.",
        f"- Phấn đấu {rate2}% {what2}.",
        "II. TỔ CHỨC THỰC HIỆN",
        f"1. {receiver}",
        "- Là cơ quan thường trực, hướng dẫn, đôn đốc các đơn vị, địa phương; tổng hợp kết quả.",
        "- Biên soạn tài liệu mẫu, tổ chức kiểm tra việc thực hiện tại cơ sở.",
        "2. Sở Tài chính",
        "- Tham mưu bố trí kinh phí theo phân cấp ngân sách.",
        "3. Ủy ban nhân dân các xã, phường, đặc khu",
        *(f"- {text}" for text in asked),
        f"- Xây dựng kế hoạch triển khai thực hiện trên địa bàn, gửi {receiver} trước ngày"
        f" {written(DUE)}.",
        f"- Báo cáo kết quả thực hiện về {receiver} trước ngày {written(LAST_REPORT)} để tổng hợp.",
        f"Trên đây là Kế hoạch {above.about}, yêu cầu các đơn vị, địa phương thực hiện./.",
        "Nơi nhận:",
        "- Thường trực Thành ủy, HĐND thành phố;",
        f"- {receiver};",
        "- UBND các xã, phường, đặc khu;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Hoàng Minh Châu",
    ]
    return "\n\n".join(lines) + "\n"
