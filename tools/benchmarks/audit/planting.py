"""Conflicts put into made plans, as clerks make them; each returns what an audit must tell."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from typing import Any

from tools.benchmarks.audit.plans import Plan, sentence, written
from tools.benchmarks.audit.truth import Plant

Words = dict[str, Any]
# What is put into one plan that stands alone.
Planter = Callable[[Plan, Words, random.Random], "Plant | None"]


def copy_of(original: Plan, plan: Plan, words: Words, rng: random.Random) -> list[Plant]:
    """Make a plan a copy of another: names, number and people are its own, a few sentences new."""
    plan.topic, plan.lines, plan.spots = original.topic, [*original.lines], dict(original.spots)
    plan.signer = original.signer
    texts = [spot for spot in plan.spots if spot.startswith(("text:", "duty:"))]
    for spot in rng.sample(texts, 4):
        plan.lines[plan.spots[spot]] = f"- {sentence(plan.topic, words, rng)}"
    return [Plant("corpus/near-duplicate", (plan.file,))]


def leave_unit(original: Plan, plan: Plan) -> Plant | None:
    left = original.commune.centre
    spots = [name for name in plan.spots if "<centre>" in plan.lines[plan.spots[name]]]
    leads = [name for name in spots if name.startswith("lead:")]
    if left == plan.commune.centre or not leads:
        return None
    plan.swap(leads[0], "<centre>", f"{left} <level>")
    return Plant("corpus/copied-unit", (plan.file,), left)


def leave_place(original: Plan, plan: Plan) -> Plant | None:
    there = original.commune
    if there.level != plan.commune.level:
        return None
    plan.swap("place", "<level> <name>", f"{there.level} {there.name}")
    return Plant("corpus/copied-place", (plan.file,), there.name)


def leave_level(original: Plan, plan: Plan) -> Plant | None:
    level = original.commune.level
    if level == plan.commune.level:
        return None
    plan.swap("budget", "<level>", level)
    return Plant("corpus/copied-level", (plan.file,), level)


def leave_person(original: Plan, plan: Plan) -> Plant | None:
    name = original.commune.people[2]
    plan.swap("person", "<vice>", name)
    return Plant("corpus/copied-person", (plan.file,), name)


def leave_number(original: Plan, plan: Plan) -> Plant | None:
    if "attached" not in plan.spots or original.number == plan.number:
        return None
    number = original.fill("<number>")
    plan.swap("attached", "<number>", number)
    return Plant("corpus/copied-number", (plan.file,), number)


LEFT = (leave_unit, leave_place, leave_level, leave_person, leave_number)


def wrong_file_name(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    other = plan.number + rng.choice((1, 9, 10, 100))
    plan.file = f"{other}-KH-UBND-{plan.commune.slug}.txt"
    return Plant("corpus/file-name-number", (plan.file,))


def _local(plan: Plan, kind: str) -> list[Any] | None:
    """A document of the province that the plan cites, of a type."""
    for one in plan.topic["local"]:
        if one[0] == kind and f"cited:{one[1]}" in plan.spots:
            return list(one)
    return None


def wrong_date(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    cited = _local(plan, rng.choice(("Quyết định", "Kế hoạch")))
    if cited is None:
        return None
    day = cited[2]
    other = day.replace("2025", "2024") if rng.random() < 0.5 else "0" + day.partition("/")[0][-1]
    if "/" not in other:
        other = f"{other}/{day.partition('/')[2]}"
    plan.swap(f"cited:{cited[1]}", day, other)
    return Plant("corpus/cited-date", (plan.file,), cited[1])


_OTHERS = ("tỉnh Hải Dương", "tỉnh Quảng Ninh", "tỉnh Hưng Yên", "tỉnh Bắc Ninh")


def wrong_issuer(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    """Another province, as in a plan copied from there."""
    cited = _local(plan, "Quyết định")
    if cited is None:
        return None
    other = rng.choice([one for one in _OTHERS if one != plan.commune.province])
    plan.swap(f"cited:{cited[1]}", cited[3], f"Ủy ban nhân dân {other}")
    return Plant("corpus/cited-issuer", (plan.file,), cited[1])


def wrong_title(plan: Plan, _words: Words, _rng: random.Random) -> Plant | None:
    cited = _local(plan, "Quyết định")
    if cited is None:
        return None
    plan.swap(
        f"cited:{cited[1]}", cited[4], "phê duyệt Đề án nâng cao chất lượng đội ngũ cán bộ cơ sở"
    )
    return Plant("corpus/cited-title", (plan.file,), cited[1])


def wrong_type(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    """Another type, with its code in the number."""
    cited = _local(plan, rng.choice(("Quyết định", "Kế hoạch")))
    if cited is None:
        return None
    types = {"Kế hoạch": "KH", "Quyết định": "QĐ", "Chương trình": "CTr", "Chỉ thị": "CT"}
    figure = cited[1].partition("/")[0]
    other = rng.choice([one for one in types if one != cited[0]])
    old = f"{cited[0]} số {figure}/{types[cited[0]]}"
    plan.swap(f"cited:{cited[1]}", old, f"{other} số {figure}/{types[other]}")
    return Plant("corpus/cited-type", (plan.file,), figure)


def not_cited(plan: Plan, _words: Words, _rng: random.Random) -> Plant | None:
    line = plan.lines[plan.spots["superior"]]
    plan.lines[plan.spots["superior"]] = (
        "Căn cứ tình hình thực tế của địa phương, " + line[line.index("Ủy ban nhân dân <level>") :]
    )
    return Plant("corpus/superior-not-cited", (plan.file,))


def before_superior(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    plan.day = datetime.date(2026, 1, rng.randint(12, 26))
    return Plant("corpus/before-superior", (plan.file,))


_PARTLY = "corpus/superior-task-partly"
_DROPPED = (2, 3, 7)  # tasks that nothing else in a plan is about
_PART = {
    2: "Khi báo chí hỏi, cử người cung cấp thông tin.",
    3: "Khi thấy thông tin sai trái thì báo cho cơ quan chức năng.",
    7: "Nắm tình hình người Việt Nam ở nước ngoài về thăm quê.",
}


def _drop(plan: Plan, rng: random.Random) -> int:
    """Take a task out, with the duties that belong to it."""
    at = rng.choice(_DROPPED)
    first = plan.spots[f"task:{at}"]
    last = plan.spots[f"time:{at}"]
    for line in range(first, last + 1):
        plan.lines[line] = ""
    number = 0
    for name, line in sorted(plan.spots.items(), key=lambda one: one[1]):
        if name.startswith("task:") and plan.lines[line]:
            number += 1
            plan.lines[line] = f"{number}. {plan.lines[line].partition('. ')[2]}"
    return at


def _opening(asked: str) -> str:
    return " ".join(asked.split()[:4])


def task_missing(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    asked = plan.topic["tasks"][_drop(plan, rng)]["asked"]
    return Plant("corpus/superior-task-missing", (plan.file,), _opening(asked), (_PARTLY,))


def task_partly(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    at = _drop(plan, rng)
    plan.lines[plan.spots["duty:office:0"]] = f"- {_PART[at]}"
    asked = plan.topic["tasks"][at]["asked"]
    return Plant(_PARTLY, (plan.file,), _opening(asked), ("corpus/superior-task-missing",))


def after_deadline(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    at = rng.choice([n for n, task in enumerate(plan.topic["tasks"]) if "by" in task])
    last = datetime.date.fromisoformat(plan.topic["tasks"][at]["by"])
    late = written(last + datetime.timedelta(days=rng.choice((15, 31, 45))))
    plan.lines[plan.spots[f"time:{at}"]] = f"* Thời gian thực hiện: Trước ngày {late}."
    return Plant("corpus/after-superior-deadline", (plan.file,), late)


def wrong_receiver(plan: Plan, _words: Words, _rng: random.Random) -> Plant | None:
    plan.swap("report", plan.topic["receiver"], "Sở Nội vụ")
    return Plant("corpus/report-receiver", (plan.file,), "Sở Nội vụ")


def wrong_report_day(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    head, _, _ = plan.lines[plan.spots["report"]].rpartition(" ")
    late = rng.choice(("05/12/2026", "10/12/2026", "15/12/2026"))
    plan.lines[plan.spots["report"]] = f"{head} {late}."
    return Plant("corpus/report-day", (plan.file,), late)


def wrong_programme(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    plan.values["programme"] = rng.choice(plan.topic["programme_slips"])
    return Plant("corpus/superior-name", (plan.file,), plan.values["programme"])


def wrong_figure(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    rate, _ = plan.topic["figure"]
    plan.swap("figure:1", f"{rate}%", f"{rate - rng.choice((5, 10, 15))}%")
    return Plant("corpus/superior-figure", (plan.file,))


def late(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    plan.day = datetime.date(2026, 3, 2) + datetime.timedelta(days=rng.randint(0, 40))
    return Plant("corpus/late-plan", (plan.file,))


def unsigned(plan: Plan, _words: Words, _rng: random.Random) -> Plant | None:
    plan.lines[plan.spots["signer"]] = ""
    return Plant("corpus/unsigned-plan", (plan.file,))


def blank(plan: Plan, _words: Words, rng: random.Random) -> Plant | None:
    if rng.random() < 0.7:
        plan.lines[plan.spots["number"]] = "Số:      /KH-UBND"
    if rng.random() < 0.5 or plan.lines[plan.spots["number"]] == "Số: <number>":
        plan.lines[plan.spots["day"]] = "<name>, ngày      tháng 02 năm <year>"
    return Plant("corpus/blank-number-plan", (plan.file,))


ALONE: tuple[Planter, ...] = (
    wrong_file_name,
    wrong_date,
    wrong_issuer,
    wrong_title,
    wrong_type,
    not_cited,
    before_superior,
    task_missing,
    task_partly,
    after_deadline,
    wrong_receiver,
    wrong_report_day,
    wrong_programme,
    wrong_figure,
    late,
    unsigned,
    blank,
)
