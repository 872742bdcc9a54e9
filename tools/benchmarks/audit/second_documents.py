"""Further documents of a commune beside its plan: another plan, an appendix, a report; as they
should be, and with conflicts."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from tools.benchmarks.audit.plans import Above, Plan, sentence, write_plan, written
from tools.benchmarks.audit.truth import Plant

Words = dict[str, Any]


class Setting(NamedTuple):
    """What further documents are made with; ``above`` is the plan that another plan carries out."""

    words: Words
    topic: dict[str, Any]
    above: Above
    rng: random.Random


def second_plan(plan: Plan, near: Setting) -> Plan:
    """Return a later plan of the commune on another matter, which cites the first."""
    rng = near.rng
    other = Plan(
        plan.commune,
        near.topic,
        plan.number + rng.randint(20, 60),
        plan.day + datetime.timedelta(days=rng.randint(10, 24)),
        "",
        rng.choice((0, 1, 2)),
    )
    other.file = f"{other.number}-KH-UBND-{plan.commune.slug}-{near.topic['slug']}.txt"
    write_plan(other, near.above, near.words, rng)
    cited = plan.fill(
        f"- Gắn với Kế hoạch số <number> ngày <dmy> của Ủy ban nhân dân <level> <name> về"
        f" {plan.topic['lower']} <level> <name> năm <year>."
    )
    at = other.spots["figure:1"]
    other.lines[at] = f"{other.lines[at]}\n\n{cited}"
    other.spots["first"] = at
    return other


def same_number(first: Plan, other: Plan, _rng: random.Random) -> Plant:
    other.number = first.number
    other.file = f"kh-{other.topic['slug']}-{other.commune.slug}.txt"
    return Plant("corpus/number-twice", (first.file, other.file), "", ("corpus/number-order",))


def number_back(first: Plan, other: Plan, rng: random.Random) -> Plant:
    other.number = first.number - rng.randint(3, 7)
    other.file = f"kh-{other.topic['slug']}-{other.commune.slug}.txt"
    return Plant("corpus/number-order", (first.file, other.file))


def header_differs(first: Plan, other: Plan, _rng: random.Random) -> Plant:
    wrong = written(first.day + datetime.timedelta(days=1))
    other.swap("first", written(first.day), wrong)
    return Plant("corpus/cited-header", (other.file,), wrong)


def unit_renamed(first: Plan, other: Plan, _rng: random.Random) -> Plant:
    names = {
        "Trung tâm Dịch vụ sự nghiệp công": "Trung tâm Dịch vụ công",
        "Trung tâm Dịch vụ tổng hợp": "Trung tâm Dịch vụ sự nghiệp công",
        "Trung tâm Văn hóa, Thông tin và Thể thao": "Trung tâm Văn hóa - Thể thao",
        "Trung tâm Cung ứng dịch vụ công": "Trung tâm Dịch vụ công",
    }
    name = names[first.commune.centre]
    other.commune = replace(other.commune, centre=name)
    return Plant("corpus/office-units", (first.file, other.file), "Trung tâm")


def post_differs(first: Plan, other: Plan, _rng: random.Random) -> Plant:
    """The same person is deputy in one, chairman in the other."""
    other.signer = first.signer if first.signer else 1
    if not first.signer:
        first.signer = 1
        first.lines[first.spots["post"]] = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    at = other.spots["post"]
    other.lines[at] = "CHỦ TỊCH"
    if other.lines[at - 1] == "KT. CHỦ TỊCH":
        other.lines[at - 1] = ""
    return Plant("corpus/office-signer", (first.file, other.file), "", ("corpus/office-heads",))


def short_differs(first: Plan, other: Plan, rng: random.Random) -> Plant:
    """One term with two acronyms, or one acronym for two terms."""
    one, two = rng.choice(
        (
            ("Tổ hợp tác sản xuất (THTSX)", "Tổ hợp tác sản xuất (THT)"),
            ("Ban Thường trực Mặt trận (BTTMT)", "Bộ tiêu chí tuyên truyền môi trường (BTTMT)"),
        )
    )
    for plan, term in ((first, one), (other, two)):
        plan.swap("place", ".", f"; phát huy vai trò của {term}.")
    return Plant("corpus/office-abbreviation", (first.file, other.file))


def regime_differs(first: Plan, other: Plan, _rng: random.Random) -> Plant:
    at = other.spots["issuer"]
    other.lines[at + 2] = "ĐẢNG CỘNG SẢN VIỆT NAM"
    other.lines[at + 3] = ""
    other.lines[other.spots["number"]] = f"Số {other.number:02}-KH/UBND"
    return Plant("corpus/office-regime", (first.file, other.file), "", ("corpus/number-order",))


def partners_differ(first: Plan, other: Plan, rng: random.Random) -> Plant:
    """One task with one lead, planned twice, with other partners."""
    name = rng.choice([one for one in first.spots if one.startswith("task:")])
    at, lead = first.spots[name], first.spots[name.replace("task:", "lead:")]
    heading = first.fill(first.lines[at].partition(". ")[2])
    last = max(
        int(other.lines[other.spots[one]].partition(".")[0])
        for one in other.spots
        if one.startswith("task:")
    )
    block = [
        f"{last + 1}. {heading}",
        *first.lines[at + 1 : lead + 1],
        "",
        "* Đơn vị phối hợp: Đoàn Thanh niên Cộng sản Hồ Chí Minh <level>; Trạm Y tế <level>.",
        "",
        "* Thời gian thực hiện: Cả năm <year>.",
        "",
    ]
    end = max(line for one, line in other.spots.items() if one.startswith("time:"))
    other.lines[end] += "\n\n" + "\n".join(block)
    return Plant("corpus/office-partners", (first.file, other.file))


SECOND: tuple[Callable[[Plan, Plan, random.Random], Plant], ...] = (
    same_number,
    number_back,
    header_differs,
    unit_renamed,
    post_differs,
    short_differs,
    regime_differs,
    partners_differ,
)


class Near(NamedTuple):
    words: Words
    rng: random.Random


def _results(plan: Plan, near: Near) -> list[str]:
    """What a report says of a task."""
    number = near.rng.randint(2, 4)
    return [f"- {sentence(plan.topic, near.words, near.rng)}" for _ in range(number)]


def appendix(plan: Plan, conflict: str, near: Near) -> tuple[str, str, Plant | None]:
    """Return an appendix of tasks as a file of its own: name, text, and what is wrong with it
    (``linked-deadline``, ``linked-task`` or nothing)."""
    words, rng = near
    file = f"Phu-luc-KH-{plan.number}-{plan.commune.slug}.txt"
    lines = [
        "PHỤ LỤC",
        f"PHÂN CÔNG NHIỆM VỤ {plan.topic['title'].upper()} NĂM <year>",
        "(Kèm theo Kế hoạch số <number> ngày <dmy> của Ủy ban nhân dân <level> <name>)",
        "",
    ]
    names = [one for one in plan.spots if one.startswith("task:") and plan.lines[plan.spots[one]]]
    by = [one for one in names if "ngày" in plan.lines[plan.spots[one.replace("task:", "time:")]]]
    wrong, told = (rng.choice(by) if conflict == "linked-deadline" else ""), ""
    for name in names:
        time = plan.lines[plan.spots[name.replace("task:", "time:")]]
        if name == wrong:
            told = rng.choice(("15/12/2026", "30/11/2026"))
            time = f"* Thời gian thực hiện: Trước ngày {told}."
        lead = plan.lines[plan.spots[name.replace("task:", "lead:")]]
        product = " ".join(sentence(plan.topic, words, rng) for _ in range(2))
        lines += [plan.lines[plan.spots[name]], lead, time, f"* Sản phẩm: {product}", ""]
    if conflict == "linked-task":
        told = "Xây dựng thư viện ảnh tư liệu"
        lines += [f"{len(names) + 1}. {told} của địa phương", "* Đơn vị chủ trì: <culture>."]
        lines += ["* Thời gian thực hiện: Cả năm <year>.", ""]
    plant = Plant(f"corpus/{conflict}", (file, plan.file), told) if conflict else None
    return file, plan.fill("\n".join(lines)), plant


def report(plan: Plan, conflict: str, near: Near) -> tuple[str, str, Plant | None]:
    """Return a report on a plan: name, text, and what is wrong with it (``linked-figure`` or
    nothing)."""
    number, day = plan.number + 90, datetime.date(2026, 11, 12)
    file = f"{number}-BC-UBND-{plan.commune.slug}.txt"
    rate, what = plan.topic["figure"]
    said = rate - 10 if conflict else rate
    names = [one for one in plan.spots if one.startswith("task:") and plan.lines[plan.spots[one]]]
    about = f"{plan.topic['lower']} <level> <name> năm <year>"
    lines = [
        "ỦY BAN NHÂN DÂN",
        "<LEVEL> <NAME>",
        "",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
        f"Số: {number}/BC-UBND",
        "",
        f"<name>, ngày {day.day} tháng {day.month} năm {day.year}",
        "",
        "BÁO CÁO",
        f"Kết quả thực hiện Kế hoạch số <number> về {about}",
        "",
        "Thực hiện Kế hoạch số <number> ngày <dmy> của Ủy ban nhân dân <level> <name> về"
        f" {about}, Ủy ban nhân dân <level> <name> báo cáo kết quả như sau:",
        "",
        "I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
        "",
        near.rng.choice(
            (
                f"- Kế hoạch đề ra chỉ tiêu phấn đấu {said}% {what}; kết quả đã hoàn thành.",
                f"- Tỷ lệ {what} đạt 96% (kế hoạch {said}%).",
                f"- Tỷ lệ {what} đạt 96%, vượt chỉ tiêu kế hoạch đề ra là {said}%.",
            )
        ),
        "",
        "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
        "",
    ]
    for name in names:
        lines += [plan.lines[plan.spots[name]], "", *_results(plan, near), ""]
    lines += ["Nơi nhận:", f"- {plan.topic['receiver']};", "- Lưu: VT.", ""]
    lines += ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", plan.commune.people[0]]
    plant = Plant("corpus/linked-figure", (file, plan.file)) if conflict else None
    return file, plan.fill("\n".join(lines)), plant
