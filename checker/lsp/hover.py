"""What an editor tells of the words under the mouse: findings with clause and why, and what is
known of a cited document."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from lsprotocol import types

from checker.citations.citation import Citation
from checker.finding import Finding
from checker.lsp.open_text import CheckedText
from checker.lsp.proofreader import Proofreader
from checker.phrases import say
from checker.registers.known_documents import KnownDocument

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+!|~&-])")


def hover_of(
    checked: CheckedText, position: types.Position, proofreader: Proofreader, *, markdown: bool
) -> types.Hover | None:
    """Return what is told at a position, None for nothing; as plain text unless ``markdown``."""
    offset = checked.positions.offset(position)
    findings = checked.findings_at(offset, offset)
    page = _Page(checked.lang, markdown)
    told = [page.finding(one, proofreader) for one in findings]
    citation = citation_at(checked, offset)
    if citation:
        told += page.cited(citation, checked)
    if not told:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    words = ("\n\n---\n\n" if markdown else "\n\n").join(told)
    return types.Hover(types.MarkupContent(kind, words), _range(checked, findings, citation))


def citation_at(checked: CheckedText, offset: int) -> Citation | None:
    """Return the innermost citation around an offset in the client's text, if there is one."""
    document = checked.document
    around = []
    for one in document.citations if document else ():
        start, end = document.view.raw_span(one.start, one.end) if document else (0, 0)
        if start + checked.shift <= offset <= end + checked.shift:
            around.append(one)
    return min(around, key=lambda one: one.end - one.start, default=None)


class _Page:
    """Writes what is told, in ``lang``."""

    def __init__(self, lang: str, markdown: bool) -> None:
        self.lang = lang
        self.markdown = markdown

    def finding(self, finding: Finding, proofreader: Proofreader) -> str:
        rule = proofreader.rule(finding.rule)
        lines = [self._strong(rule.common.title[self.lang])] if rule else []
        lines.append(self._plain(finding.message))
        if finding.suggestions:
            lines.append(self._named("lsp-suggestions", " · ".join(finding.suggestions)))
        if finding.basis:
            lines.append(self._named("explain-basis", finding.basis))
        if rule:
            lines.append(self._plain(" ".join(rule.common.why.split())))
        lines.append(f"`{finding.rule}`" if self.markdown else f"[{finding.rule}]")
        return "\n\n".join(lines)

    def cited(self, citation: Citation, checked: CheckedText) -> Iterator[str]:
        """Yield what the register knows of a cited document, of each that has its number."""
        if citation.number is None or checked.linter is None or checked.document is None:
            return
        day = checked.document.law_date or datetime.date.today()
        for known in checked.linter.registers.documents.find(citation.number.key):
            yield self._known(known, day)

    def _known(self, known: KnownDocument, day: datetime.date) -> str:
        words = f"{known.type} {say('lsp-number', self.lang, number=known.number)}"
        if known.date:
            words += f" {say('lsp-of-day', self.lang, day=f'{known.date:%d/%m/%Y}')}"
        lines = [self._strong(words)]
        lines += [self._plain(one) for one in (known.issuer, known.title) if one]
        if not known.in_force(day) and known.until:
            said = say("lsp-ended", self.lang, day=f"{known.until:%d/%m/%Y}")
            lines.append(self._strong(said))
        if known.replaced_by:
            lines.append(self._named("lsp-replaced", known.replaced_by))
        return "\n\n".join(lines)

    def _named(self, code: str, words: str) -> str:
        return f"{self._strong(say(code, self.lang))}: {self._plain(words)}"

    def _strong(self, words: str) -> str:
        return f"**{self._plain(words)}**" if self.markdown else words

    def _plain(self, words: str) -> str:
        return _SIGNS.sub(r"\\\1", words) if self.markdown else words


def _range(
    checked: CheckedText, findings: Iterable[Finding], citation: Citation | None
) -> types.Range | None:
    """The smallest of the places that something is told of."""
    spans = [checked.offsets(one.place) for one in findings]
    if spans:
        return checked.positions.range(*min(spans, key=lambda span: span[1] - span[0]))
    return checked.range(citation.start, citation.end) if citation else None
