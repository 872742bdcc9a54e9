"""What a superior's plan asks of communes: tasks, a plan of their own, reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.corpus.records import SectionRecord, SentenceRecord, Spot, TaskRecord
from checker.text.dates import find_dates
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

TASK, PLAN, REPORT = "task", "plan", "report"
_LONGEST_TITLE = 90  # characters
_LEAST_WORDS = 6  # of a sentence that asks for something
_LEAST_DONE = 4  # words of what it asks for
_ZONES = frozenset(("body", "closing", "heading", "field"))

# Who communes are called, folded and small.
_COMMUNES = (
    r"(?:chu tich )?(?:(?:uy ban nhan dan|ubnd|dang uy|hdnd|hoi dong nhan dan)(?: va ubnd)?"
    r" (?:cac |cap |tung )*(?:xa|phuong|dac khu)\b"
    r"(?:(?:, |/| va | - )(?:phuong|xa|dac khu|thi tran))*"
    r"|(?:cac )?(?:xa, phuong|xa/phuong|xa va phuong)|cap xa)"
)
_ALL = (
    r"(?:cac )?(?:(?:so|ban|nganh|co quan|don vi|phong|to chuc|ban nganh)(?:,| va|;) )+"
    r"(?:cac )?(?:dia phuong|xa, phuong|ubnd (?:cac |cap )*xa\b)|cac dia phuong"
)
ADDRESSEE = re.compile(rf"\b(?:cac )?(?:{_COMMUNES}|{_ALL})")
# In a sentence, communes that something is asked of, and not those with whom or for whom.
_ASKED = re.compile(
    rf"(?:^\W*(?:[a-z0-9]{{1,3}}[.)] *)?|[,;:] |\b(?:yeu cau|de nghi|giao|giao cho) )(?:cac )?"
    rf"(?:{_COMMUNES}|{_ALL})[^.;:]{{0,90}}?[,:]? (?P<does>can cu|chu dong|to chuc|xay dung|"
    r"ban hanh|bao cao|gui|trien khai|thuc hien|phoi hop|tang cuong|chi dao|day manh|kip thoi|"
    r"co trach nhiem|ra soat|bo tri|tuyen truyen|thong ke|dua|huy dong|quan ly|kiem tra|dinh ky|"
    r"cung cap|hoan thanh|lap|cu the hoa|chiu trach nhiem|quan triet|tiep tuc|van dong|huong dan|"
    r"phan cong|theo doi)\b"
)
_NOT_ASKED = re.compile(
    r"\b(?:phoi hop|cung|don doc|giua|doi voi|cua|ho tro|kiem tra|chi dao|voi|cho)\b[^.;:]{0,60}$"
)
_ASKING = re.compile(r"to chuc thuc hien|nhiem vu|phan cong|trach nhiem|tien do|che do bao cao")
_NOT_ASKING = re.compile(
    r"muc dich|muc tieu|chi tieu|khen thuong|kinh phi|yeu cau chung|nguyen tac"
)
_BEFORE_NAME = re.compile(r"\W*(?:(?:trach nhiem|nhiem vu) cua |doi voi |de nghi |giao )?")
_LONGEST_NAMES = 30  # words of a heading that names who has to do what stands below
_LONGEST_HEADING = 14  # words of one that says that tasks follow
_NO_TASK = re.compile(
    r"^\W*(?:hinh thuc|thoi gian|dia diem|kinh phi|ngan hang|nguon|doi tuong)\b"
    r"|\b(?:nhu sau|sau day|gom)\W*$"
)
_OWN_PLAN = re.compile(
    r"\b(?:xay dung|ban hanh|cu the hoa|lap)(?: va \w+(?: \w+)?)?[^.;]{0,30}?\bke hoach\b(?! nay)"
)
# Who supports does not lead: "Chủ động phối hợp với Sở Y tế tiêm chủng".
_SUPPORTS = re.compile(
    r"\W*(?:\w{1,3}[.)] *)?(?:(?:chu dong|tich cuc|tang cuong|thuong xuyen|chat che|va)[, ]+)*"
    r"phoi hop (?:voi|cung|chat che|cac|hieu qua|de|trong|tich)\b"
)
_REPORTS = re.compile(r"\bbao cao (?:ket qua|tinh hinh|tien do|so ket|dinh ky|ve|gui|dot xuat)\b")
_BY = re.compile(
    r"\b(?:truoc|xong truoc|cham nhat|muon nhat|han cuoi|den het|truoc het)(?: vao| la)?"
    r"(?: ngay)? {0,2}$"
)
_CLAUSE_END = re.compile(r"[;:]|\.(?= |$)|(?<=.{25}), (?:bao dam|gop phan|nham|phu hop)", re.DOTALL)


@dataclass(frozen=True)
class Asked:
    """What the superior's plan ``doc`` asks: ``kind`` is task, plan (to make an own one) or report;
    ``lead`` tells that communes have to do it and do not only support; ``text`` is what is looked
    for in a plan; ``deadline`` is ISO, empty where none is set."""

    doc: int
    kind: str
    title: str
    spot: Spot
    text: str
    lead: bool
    deadline: str


def find_asked(corpus: Corpus) -> tuple[Asked, ...]:
    """Return what the superiors' plans ask of communes, in the order in which it stands."""
    return corpus.keep("asked", lambda: tuple(_found(corpus)))


def _found(corpus: Corpus) -> Iterator[Asked]:
    for doc in corpus.superiors:
        sections = corpus.of_document(SectionRecord, doc)
        sentences = corpus.of_document(SentenceRecord, doc)
        tasks = corpus.of_document(TaskRecord, doc)
        asked = [*_of_tasks(doc, tasks, sentences), *_of_sentences(doc, sections, tasks, sentences)]
        yield from _each_once(sorted(asked, key=lambda one: (one.spot.line, one.spot.column)))


def _of_tasks(
    doc: int, tasks: Sequence[TaskRecord], sentences: Sequence[SentenceRecord]
) -> Iterator[Asked]:
    """Tasks with fields, or of a table, in which communes lead or support."""
    for task in tasks:
        if task.form == "section" or task.form == "sentence" or not task.title:
            continue
        lead = bool(ADDRESSEE.search(fold(task.lead).lower()))
        if lead or ADDRESSEE.search(fold(task.support).lower()):
            below = (
                one.words
                for one in sentences
                if task.form == "fields" and one.section == task.path and one.zone == "body"
            )
            text = "; ".join((task.title, *below))
            yield Asked(
                doc, TASK, title_of(task.title), task, text, lead, task.deadline or deadline(text)
            )


def _of_sentences(
    doc: int,
    sections: Sequence[SectionRecord],
    tasks: Sequence[TaskRecord],
    sentences: Sequence[SentenceRecord],
) -> Iterator[Asked]:
    """Sentences in a section for communes, and those that ask communes for something."""
    theirs, others, asking = _sorted_out(sections, tasks, sentences)
    for one in sentences:
        if one.zone not in _ZONES or len(one.words.split()) < _LEAST_WORDS:
            continue
        folded = fold(one.words).lower()
        if _inside(one.section, theirs):
            if one.zone == "heading" and ADDRESSEE.search(folded) and not _ASKED.search(folded):
                continue
        elif one.section in others or not (_inside(one.section, asking) and _asked_in(folded)):
            continue
        if not _NO_TASK.search(folded):
            yield _sentence(doc, one, folded)


def _asked_in(folded: str) -> re.Match[str] | None:
    """Where a sentence, folded and small, names the communes of which it asks something."""
    for found in _ASKED.finditer(folded):
        told = len(folded[found.start("does") :].split()) >= _LEAST_DONE
        if told and not _NOT_ASKED.search(folded[: found.start()]):
            return found
    return None


def _sorted_out(
    sections: Sequence[SectionRecord],
    tasks: Sequence[TaskRecord],
    sentences: Sequence[SentenceRecord],
) -> tuple[set[str], set[str], set[str]]:
    """The paths of the sections for communes, for others, and of those that say who does what."""
    headings = {
        one.path: fold(one.heading).lower()
        for one in reversed(sections)
        if one.level not in ("bullet", "plus")
    }
    aims = {path for path, heading in headings.items() if _NOT_ASKING.search(heading)}
    asking = {
        path
        for path, heading in headings.items()
        if _ASKING.search(heading) and len(heading.split()) <= _LONGEST_HEADING
    }
    filled = _with_text(sentences)
    theirs = {
        path
        for path, heading in headings.items()
        if (found := ADDRESSEE.search(heading))
        and path in filled
        and not _inside(path, aims)
        and _names_only(heading, found)
    }
    own = {task.path for task in tasks if task.form == "section"}
    return theirs, own - theirs, asking - aims


def _with_text(sentences: Sequence[SentenceRecord]) -> set[str]:
    """The paths of the divisions that have something below their heading."""
    times = Counter(one.section for one in sentences)
    return {
        path[: len(path) - cut]
        for path, number in times.items()
        for cut in (0, *(len(path) - at for at, sign in enumerate(path) if sign == "."))
        if cut or number > 1
    }


def _names_only(heading: str, found: re.Match[str]) -> bool:
    """Whether a heading is who is meant, and no sentence."""
    before = heading[: found.start()]
    listed = bool(_BEFORE_NAME.fullmatch(before)) or (
        before.endswith((", ", " va ", "; ")) and not _NOT_ASKED.search(before)
    )
    return listed and len(heading.split()) <= _LONGEST_NAMES and not _ASKED.search(heading)


def _inside(path: str, of: set[str]) -> bool:
    parts = path.split(".")
    return any(".".join(parts[:end]) in of for end in range(1, len(parts) + 1))


def _sentence(doc: int, one: SentenceRecord, folded: str) -> Asked:
    kind = TASK
    if _REPORTS.search(folded):
        kind = REPORT
    elif _OWN_PLAN.search(folded):
        kind = PLAN
    what = _what(one.words, folded, kind)
    lead = kind != TASK or not _SUPPORTS.match(fold(what).lower())
    return Asked(doc, kind, title_of(what), one, one.words, lead, deadline(one.words))


def _what(text: str, folded: str, kind: str) -> str:
    """The part of a sentence that says what to do, without who has to."""
    asked = _asked_in(folded)
    start = asked.start("does") if asked else 0
    for sought in (_OWN_PLAN if kind == PLAN else None, _REPORTS if kind == REPORT else None):
        if sought and (found := sought.search(folded)):
            start = found.start()
    return text[start].upper() + text[start + 1 :] if start else text


def _each_once(asked: Sequence[Asked]) -> Iterator[Asked]:
    """What is said twice only once, and of a place only one."""
    seen: set[object] = set()
    for one in asked:
        place, words = (one.spot.line, one.spot.column), fold(one.title).lower()
        if place not in seen and words not in seen:
            seen |= {place, words}
            yield one


def title_of(text: str) -> str:
    """Return the first clause of a text, at most 90 characters, cut at a word."""
    plain = re.sub(r"^\W*(?:[0-9]{1,2}|[a-zđ])(?:[.)]|\.\d+\.?) +|^[\s*+–-]+", "", text).strip()
    end = _CLAUSE_END.search(fold(plain))
    clause = plain[: end.start()] if end and end.start() > 15 else plain.rstrip(" ./")
    if len(clause) <= _LONGEST_TITLE:
        return clause
    return clause[: _LONGEST_TITLE - 1].rpartition(" ")[0].rstrip(" ,;–-") + "…"


def deadline(text: str) -> str:
    """Return the last day that a text sets for something to be done (ISO), empty where there is
    none: "trước ngày 15/11/2026", "chậm nhất ngày …"."""
    folded = fold(text)
    days = [
        date.last_day
        for date in find_dates(folded)
        if date.day and date.last_day and _BY.search(folded[: date.start].lower()[-30:])
    ]
    return max(days).isoformat() if days else ""
