"""The list of what was found in one document, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from checker.finding import Finding
from checker.phrases import say
from checker.reporting.marked_text import shown
from checker.reporting.run import Run

_MOST_LINES = 12


def list_findings(
    findings: Iterable[tuple[int, Finding]], prefix: str, run: Run, *, linked: bool
) -> str:
    """Return the numbered findings as a list. The id of number 7 is ``note-7`` led by ``prefix``;
    ``linked`` ones refer to their place in the text."""
    items = "".join(_item(number, one, prefix, run, linked) for number, one in findings)
    return f'<ol class="findings">\n{items}</ol>\n'


def list_suppressed(findings: Iterable[Finding], lang: str) -> str:
    """Return the findings that are suppressed in the document, folded, with the reasons."""
    items = [
        f'<li><span class="label {one.level}">{_text(say(f"level-{one.level}", lang))}</span> '
        f'<span class="where">{_text(where(one, lang))}</span> {_text(one.message)} '
        f"{_text(say('html-reason', lang, reason=one.reason))} "
        f'<span class="rule">[{_text(one.rule)}]</span></li>\n'
        for one in findings
    ]
    if not items:
        return ""
    told = _text(say("html-suppressed", lang, count=len(items)))
    return f"<details><summary>{told}</summary>\n<ul>\n{''.join(items)}</ul>\n</details>\n"


def _item(number: int, finding: Finding, prefix: str, run: Run, linked: bool) -> str:
    lang = run.lang
    label = f"{number} · {_text(say(f'level-{finding.level}', lang))}"
    if linked:
        told = escape(say("html-to-place", lang))
        label = f'<a class="label" href="#{prefix}place-{number}" title="{told}">{label}</a>'
    else:
        label = f'<span class="label">{label}</span>'
    said = "".join(
        (
            f"<p>{label} {_text(finding.message)}</p>\n",
            _quote(finding),
            _change(finding, lang),
            f'<p class="where">{_text(where(finding, lang))}</p>\n',
        )
    )
    return (
        f'<li class="finding {finding.level}" id="{prefix}note-{number}"'
        f' data-muc="{escape(finding.level)}" data-nhom="{_text(finding.group)}"'
        f' data-rule="{_text(finding.rule)}" tabindex="-1">\n'
        f'<div class="said">\n{said}</div>\n{_grounds(finding, run)}</li>\n'
    )


def _quote(finding: Finding) -> str:
    before, words, after = finding.quote
    if not words:
        return ""
    return (
        f'<p class="quote" lang="vi">{_text(before)}<mark class="{finding.level}">'
        f"{_text(words)}</mark>{_text(after)}</p>\n"
    )


def _change(finding: Finding, lang: str) -> str:
    """What to write instead, where the message does not tell it."""
    first = finding.suggestions[0] if finding.suggestions else None
    if first is None or f"“{first}”" in finding.message or first.isspace():
        return ""
    if not first:
        told = say("html-remove", lang, words=f"“{finding.text}”")
    else:
        words, *others = (f"“{one}”" for one in finding.suggestions)
        for other in others:
            words = say("html-or", lang, first=words, other=other)
        told = say("html-write", lang, words=words)
    return f'<p class="change">{_text(told)}</p>\n'


def where(finding: Finding, lang: str) -> str:
    """Return section, page and line of a finding, and on which other lines the same is the case, in
    words."""
    told = [say("section", lang, path=finding.section)] if finding.section else []
    if finding.page:
        told.append(say("page", lang, page=finding.page))
    told.append(say("html-line", lang, line=finding.place.line))
    lines = sorted({place.line for place in finding.related} - {finding.place.line})
    if finding.times > 1 and lines:
        more = " …" if lines[_MOST_LINES:] else ""
        told.append(say("elsewhere", lang, lines=", ".join(map(str, lines[:_MOST_LINES])) + more))
    return " · ".join(told)


def _grounds(finding: Finding, run: Run) -> str:
    """The clause, the rule and why it is there."""
    basis = _text(say("html-basis", run.lang, basis=finding.basis))
    told = f'<p class="basis">{basis} <span class="rule">[{_text(finding.rule)}]</span></p>\n'
    rule = run.rules.get(finding.rule)
    if rule is None or not rule.common.why.strip():
        return told
    why = f'<p lang="vi">{_text(rule.common.why.strip())}</p>'
    return f"{told}<details><summary>{_text(say('html-why', run.lang))}</summary>{why}</details>\n"


def _text(text: str) -> str:
    return escape(shown(text))
