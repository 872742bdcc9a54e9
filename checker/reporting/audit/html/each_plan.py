"""A section for each plan: what it is, what was found in it and of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from checker.corpus.finding import CorpusFinding
from checker.corpus.superior.coverage import COVERED, MISSING, PARTLY
from checker.file_report import FileReport
from checker.finding import Finding
from checker.phrases import say
from checker.reporting.audit.html.compared import corpus_item
from checker.reporting.audit.html.page import Page
from checker.reporting.audit.html.ranking import find_words, more_plans
from checker.reporting.audit.overview import LEVELS_DOWN, Plan, day_told, reports_of
from checker.reporting.remarks import remarks

_MOST_IN_ALL = 6000  # findings within plans, but of each at least:
_LEAST_OF_ONE = 20
_MOST_BETWEEN = 20  # of one plan and others


def write_plans(page: Page) -> str:
    if not page.plans:
        return ""
    reports = reports_of(page.overview.audit, [plan.doc for plan in page.plans])
    between: dict[int, list[CorpusFinding]] = defaultdict(list)
    for one in page.overview.findings:
        between[one.doc].append(one)
    most = max(_LEAST_OF_ONE, _MOST_IN_ALL // len(page.plans))
    plans = (_plan(page, one, reports[one.doc], between[one.doc], most) for one in page.plans)
    return more_plans(page) + "".join(plans)


def _plan(
    page: Page, plan: Plan, report: FileReport, between: list[CorpusFinding], most: int
) -> str:
    """``most`` is how many of the findings within the plan are shown, the gravest first."""
    about = "".join(f"<p>{line}</p>\n" for line in _about(page, plan, report))
    items = "".join(corpus_item(page, one, named=False) for one in between[:_MOST_BETWEEN])
    ordered = sorted(report.findings, key=lambda one: LEVELS_DOWN.index(one.level))
    items += "".join(_item(page, one) for one in ordered[:most])
    left = max(0, len(between) - _MOST_BETWEEN) + max(0, len(ordered) - most)
    more = f"<p>{page.say('audit-more-findings', count=left)}</p>\n" if left else ""
    return (
        f'<details class="doc" id="k{plan.doc}" data-find="{page.text(find_words(plan))}">\n'
        f'<summary><span class="path">{page.text(page.name(plan.doc))}</span> '
        f'{page.marks(plan)}</summary>\n<div class="about">\n{about}</div>\n'
        f'<ol class="findings">\n{items}</ol>\n{more}</details>\n'
    )


def _about(page: Page, plan: Plan, report: FileReport) -> Iterator[str]:
    record = plan.record
    if record.title:
        yield f'<span lang="vi">{page.text(record.title)}</span>'
    told = (
        ("number", record.number),
        ("day", day_told(record.day)),
        ("post", record.post),
        ("signer", record.signer),
        ("path", record.path),
    )
    known = (
        f"{page.say(f'audit-head-{name}')}: {page.text(words)}" for name, words in told if words
    )
    yield " · ".join(known)
    covers = page.overview.coverage.covers.get(plan.doc)
    if covers:
        states = Counter(cover.state for cover in covers)
        counted = ", ".join(
            f"{say(f'audit-cover-{state}', page.lang)} {states[state]}"
            for state in (COVERED, PARTLY, MISSING)
        )
        yield f"{page.say('audit-heading-coverage')}: {page.text(counted)}"
    for remark in remarks(report, page.lang):
        yield f"<strong>{page.text(remark.words)}</strong>"


def _item(page: Page, finding: Finding) -> str:
    quote = ""
    before, words, after = finding.quote
    if words:
        quote = (
            f'<p class="quote" lang="vi">{page.text(before)}<mark class="{finding.level}">'
            f"{page.text(words)}</mark>{page.text(after)}</p>\n"
        )
    return (
        f'<li class="finding {finding.level}" data-muc="{finding.level}">\n'
        f'<p><span class="label">{page.say(f"level-{finding.level}")}</span> '
        f"{page.text(finding.message)}</p>\n{quote}"
        f'<p class="where">{page.text(_where(finding, page.lang))}</p>\n</li>\n'
    )


def _where(finding: Finding, lang: str) -> str:
    told = [say("section", lang, path=finding.section)] if finding.section else []
    if finding.page:
        told.append(say("page", lang, page=finding.page))
    told.append(say("html-line", lang, line=finding.place.line))
    told.append(say("html-basis", lang, basis=finding.basis))
    return " · ".join((*told, f"[{finding.rule}]"))
