"""One made plan: lines with tokens (<level>, <name> …) that its commune fills in."""

from __future__ import annotations

import datetime
import random
import re
from dataclasses import dataclass, field
from typing import Any

from tools.benchmarks.audit.communes import Commune

_TOKEN = re.compile(r"<(\w+)>")
_DAY_IN_WORDS = "ngày {:02} tháng {:02} năm {}"


@dataclass
class Plan:
    """``spots`` names lines by what stands in them ("deadline:3"); ``values`` stand for tokens
    before those of the commune do. ``day`` is that of the header, ``file`` the name of the file."""

    commune: Commune
    topic: dict[str, Any]
    number: int
    day: datetime.date
    file: str
    signer: int
    lines: list[str] = field(default_factory=list)
    spots: dict[str, int] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def add(self, line: str, spot: str = "") -> None:
        if spot:
            self.spots[spot] = len(self.lines)
        self.lines.append(line)

    def swap(self, spot: str, old: str, new: str) -> None:
        """Put other words into a line. Raises ValueError where the old are not there."""
        at = self.spots[spot]
        if old not in self.lines[at]:
            raise ValueError(f"{self.file}: {old!r} is not in {self.lines[at]!r}")
        self.lines[at] = self.lines[at].replace(old, new, 1)

    def fill(self, text: str) -> str:
        """Return a text with its tokens filled in."""
        told = {**self.commune.tokens, **self._own, **self.values}
        while _TOKEN.search(text):
            text = _TOKEN.sub(lambda match: told[match[1]], text)
        return text

    @property
    def text(self) -> str:
        return "\n".join(self.fill(line) for line in self.lines) + "\n"

    @property
    def _own(self) -> dict[str, str]:
        return {
            "number": f"{self.number:02}/KH-UBND",
            "dated": _DAY_IN_WORDS.format(self.day.day, self.day.month, self.day.year)
            if self.day.month < 3
            else _DAY_IN_WORDS.replace("02} năm", "} năm").format(
                self.day.day, self.day.month, self.day.year
            ),
            "dmy": written(self.day),
            "signer": self.commune.people[self.signer],
            "programme": self.topic["programme"],
            "title": f"{self.topic['title']} <level> <name> năm {self.day.year}",
            "year": str(self.day.year),
        }


def written(day: datetime.date) -> str:
    """Return a day as plans write it: 05/3/2026, 20/02/2026."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


@dataclass(frozen=True)
class Above:
    """The plan of the province that communes carry out."""

    number: str
    day: datetime.date
    about: str

    @property
    def cited(self) -> str:
        return (
            f"Kế hoạch số {self.number} ngày {written(self.day)} của Ủy ban nhân dân <province>"
            f" về {self.about}"
        )


def write_plan(plan: Plan, above: Above, words: dict[str, Any], rng: random.Random) -> Plan:
    """Write the lines of a plan; two have little in common but headings and what they carry out."""
    _head(plan, above, rng)
    _aims(plan, words, rng)
    _tasks(plan, words, rng)
    _carrying_out(plan, words, rng)
    _tail(plan, words, rng)
    return plan


def sentence(topic: dict[str, Any], words: dict[str, Any], rng: random.Random) -> str:
    """Make up one sentence of a task."""
    pick = rng.choice
    what = pick(topic["objects"])
    told = f"{pick(words['modes'])} {pick(words['verbs'])} {what} {pick(words['audiences'])}"
    told += f" {pick(words['means'])}"
    if rng.random() < 0.6:
        told += f", {pick(words['means'])}"
    told += f", {pick(words['purposes'])}."
    if rng.random() < 0.3:
        told += f" {pick(words['seconds'])}, {pick(words['closings'])}."
    return told


def _head(plan: Plan, above: Above, rng: random.Random) -> None:
    plan.add("ỦY BAN NHÂN DÂN")
    plan.add("<LEVEL> <NAME>", "issuer")
    plan.add("")
    plan.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    plan.add("Độc lập - Tự do - Hạnh phúc")
    plan.add("")
    plan.add("Số: <number>", "number")
    plan.add("")
    plan.add("<name>, <dated>", "day")
    plan.add("")
    plan.add("KẾ HOẠCH")
    plan.add("<title>", "title")
    plan.add("")
    does = rng.choice(("ban hành", "xây dựng"))
    plan.add(
        f"Thực hiện {above.cited}, Ủy ban nhân dân <level> <name> {does} Kế hoạch"
        f" {plan.topic['lower']} <level> <name> năm <year> như sau:",
        "superior",
    )
    plan.add("")


def _aims(plan: Plan, words: dict[str, Any], rng: random.Random) -> None:
    topic = plan.topic
    plan.add("I. MỤC ĐÍCH, YÊU CẦU")
    plan.add("")
    plan.add("1. Mục đích")
    plan.add("")
    for letter in "abcd"[: rng.randint(2, 4)]:
        plan.add(f"{letter}) {sentence(topic, words, rng)}")
        plan.add("")
    plan.add("- Nâng cao nhận thức của cán bộ, Nhân dân <level> <name>.", "place")
    plan.add("")
    plan.add("2. Yêu cầu")
    plan.add("")
    for _ in range(rng.randint(2, 3)):
        plan.add(f"- {sentence(topic, words, rng)}")
        plan.add("")
    cited = [*topic["cited"], *topic["local"]]
    rng.shuffle(cited)
    chosen = cited[: rng.randint(3, len(cited))]
    for kind, number, day, issuer, about in chosen:
        plan.add(
            f"- Bám sát {kind} số {number} ngày {day} của {issuer} {about}.", f"cited:{number}"
        )
        plan.add("")
    plan.add("3. Chỉ tiêu")
    plan.add("")
    for index, (rate, what) in enumerate((topic["figure"], topic["figure2"]), 1):
        plan.add(f"- Phấn đấu {rate}% {what}.", f"figure:{index}")
        plan.add("")


def _tasks(plan: Plan, words: dict[str, Any], rng: random.Random) -> None:
    topic = plan.topic
    asked = [
        (rng.choice((task["heading"], task["other"])), task["lead"], task.get("by", ""), at)
        for at, task in enumerate(topic["tasks"])
    ]
    own = [(what, lead, "", -1) for what, lead in topic["own"]]
    chosen = asked + rng.sample(own, rng.randint(1, len(own) - 1))
    if rng.random() < 0.5:
        rng.shuffle(chosen)
    plan.add(rng.choice(("II. NỘI DUNG KẾ HOẠCH", "II. NHIỆM VỤ, GIẢI PHÁP")))
    plan.add("")
    for index, (heading, lead, by, at) in enumerate(chosen, 1):
        _task(plan, (index, heading, lead, by, at), words, rng)


def _task(
    plan: Plan, task: tuple[int, str, str, str, int], words: dict[str, Any], rng: random.Random
) -> None:
    index, heading, lead, by, at = task
    name = f"{at}" if at >= 0 else f"own{index}"
    plan.add(f"{index}. {heading}", f"task:{name}")
    plan.add("")
    plan.add("* Nội dung thực hiện:")
    plan.add("")
    if at >= 0:
        plan.add(f"- {plan.topic['tasks'][at]['asked'].partition(', hoàn thành')[0].rstrip('.')}.")
        plan.add("")
    for line in range(rng.randint(1, 2)):
        plan.add(f"- {sentence(plan.topic, words, rng)}", f"text:{name}:{line}")
        plan.add("")
    # An office has the same partners for a task whenever it plans it.
    partner = random.Random(f"{plan.commune.level} {plan.commune.name} {heading}")
    chosen = partner.sample(
        [one for one in words["supports"] if lead != "police" or "Công an" not in one], 2
    )
    plan.add(f"* Đơn vị chủ trì: <{lead}>.", f"lead:{name}")
    plan.add("")
    plan.add(f"* Đơn vị phối hợp: {'; '.join(chosen)}.", f"support:{name}")
    plan.add("")
    plan.add(f"* Thời gian thực hiện: {_time(by, rng)}.", f"time:{name}")
    plan.add("")


def _time(by: str, rng: random.Random) -> str:
    if not by:
        return rng.choice(("Cả năm <year>", "Thường xuyên", "Năm <year>"))
    last = datetime.date.fromisoformat(by)
    return f"Trước ngày {written(last - datetime.timedelta(days=rng.choice((0, 5, 10, 15))))}"


def _carrying_out(plan: Plan, words: dict[str, Any], rng: random.Random) -> None:
    plan.add("III. KINH PHÍ THỰC HIỆN")
    plan.add("")
    plan.add(f"Kinh phí bố trí từ ngân sách <level>. {sentence(plan.topic, words, rng)}", "budget")
    plan.add("")
    plan.add("IV. TỔ CHỨC THỰC HIỆN")
    plan.add("")
    units = ["office", "culture", "economy", "centre", "police"]
    rng.shuffle(units)
    for index, unit in enumerate(units, 1):
        plan.add(f"{index}. <{unit}>", f"unit:{unit}")
        plan.add("")
        for line in range(rng.randint(1, 3)):
            plan.add(f"- {sentence(plan.topic, words, rng)}", f"duty:{unit}:{line}")
            plan.add("")
    plan.add(
        "Giao đồng chí <vice>, Phó Chủ tịch Ủy ban nhân dân <level>, trực tiếp chỉ đạo thực hiện"
        " Kế hoạch này.",
        "person",
    )
    plan.add("")
    last = rng.choice(("15/11/2026", "20/11/2026", "25/11/2026"))
    plan.add(
        f"Giao <office> tổng hợp kết quả, báo cáo {plan.topic['receiver']} trước ngày {last}.",
        "report",
    )
    plan.add("")


def _tail(plan: Plan, words: dict[str, Any], rng: random.Random) -> None:
    plan.add(
        f"Trên đây là Kế hoạch {plan.topic['lower']} <level> <name> năm <year>."
        f" {sentence(plan.topic, words, rng)[:-1]}./.",
        "closing",
    )
    plan.add("")
    plan.add("Nơi nhận:")
    plan.add(f"- {plan.topic['receiver']};")
    plan.add("- Thường trực Đảng ủy <level>;")
    plan.add("- Chủ tịch, các Phó Chủ tịch UBND <level>;")
    plan.add("- <culture>;")
    plan.add("- <centre>;")
    plan.add("- Lưu: VT.")
    plan.add("")
    plan.add("TM. ỦY BAN NHÂN DÂN")
    if plan.signer:
        plan.add("KT. CHỦ TỊCH")
        plan.add("PHÓ CHỦ TỊCH", "post")
    else:
        plan.add("CHỦ TỊCH", "post")
    plan.add("")
    plan.add("<signer>", "signer")
    if rng.random() < 0.4:
        plan.add("")
        plan.add("PHỤ LỤC")
        plan.add("DANH MỤC SẢN PHẨM")
        plan.add(
            "(Kèm theo Kế hoạch số <number> ngày <dmy> của Ủy ban nhân dân <level> <name>)",
            "attached",
        )
        plan.add("")
        for index, what in enumerate(rng.sample(plan.topic["objects"], 4), 1):
            plan.add(f"{index}. Tài liệu về {what}")
