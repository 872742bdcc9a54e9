"""Near-duplicates: the groups, and their differing sentences side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from checker.corpus.copies.pairs import Difference
from checker.reporting.audit.html.page import Page
from checker.reporting.audit.overview import Told, percent

_MOST_CLUSTERS = 50
_MOST_MEMBERS = 60
_MOST_PAIRS = 100
_WORD = re.compile(r"\S+")


def write_copies(page: Page) -> str:
    pairs = page.overview.told_pairs
    if not pairs:
        return ""
    shown = pairs[:_MOST_PAIRS]
    cut = ""
    if len(pairs) > len(shown):
        told = page.say("audit-more-pairs", shown=len(shown), count=len(pairs))
        cut = f'<p class="cut">{told}</p>\n'
    clusters = "".join(
        _cluster(page, number, docs)
        for number, docs in enumerate(page.overview.clusters[:_MOST_CLUSTERS], 1)
    )
    return cut + clusters + "".join(_pair(page, told) for told in shown)


def _cluster(page: Page, number: int, docs: tuple[int, ...]) -> str:
    members = ", ".join(page.link(doc) for doc in docs[:_MOST_MEMBERS])
    left = len(docs) - _MOST_MEMBERS
    more = f" {page.say('audit-more-documents', count=left)}" if left > 0 else ""
    head = page.say("audit-cluster", number=number, count=len(docs))
    return f'<div class="cluster item"><h3>{head}</h3>\n<p>{members}.{more}</p></div>\n'


def _pair(page: Page, told: Told) -> str:
    """A pair, folded; the sentences of the first on the left."""
    pair = told.pair
    first, second = page.name(pair.first), page.name(pair.second)
    head = page.say("audit-pair", first=first, second=second, similarity=percent(pair.similarity))
    documents = page.overview.audit.corpus.documents
    paths = [page.text(documents[doc].path) for doc in (pair.first, pair.second)]
    if not told.differences:
        code = "audit-not-compared" if told.left < 0 else "audit-same-words"
        names = "; ".join(paths)
        return (
            f'<details class="pair item"><summary>{head}</summary>\n'
            f"<p>{names}</p>\n<p>{page.say(code)}</p>\n</details>\n"
        )
    rows = "".join(_row(page, one) for one in told.differences)
    more = ""
    if told.left > 0:
        more = f"<p>{page.say('audit-more-sentences', count=told.left)}</p>\n"
    return (
        f'<details class="pair item"><summary>{head}</summary>\n<table class="data sides">\n'
        f'<thead><tr><th scope="col">{paths[0]}</th><th scope="col">{paths[1]}</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n{more}</details>\n"
    )


def _row(page: Page, one: Difference) -> str:
    if one.first is None or one.second is None:
        there = one.first or one.second
        words = _side(page, there.line, page.text(there.words)) if there else ""
        if one.first is None:
            return f'<tr><td class="quiet">{page.say("audit-only-first")}</td>{words}</tr>\n'
        return f'<tr>{words}<td class="quiet">{page.say("audit-only-second")}</td></tr>\n'
    first, second = marked_words(one.first.words, one.second.words)
    left = "".join(_marked(page, *piece) for piece in first)
    right = "".join(_marked(page, *piece) for piece in second)
    return f"<tr>{_side(page, one.first.line, left)}{_side(page, one.second.line, right)}</tr>\n"


def _side(page: Page, line: int, words: str) -> str:
    told = page.say("html-line", line=line)
    return f'<td lang="vi">{words} <span class="quiet">({told})</span></td>'


def _marked(page: Page, words: str, differs: bool) -> str:
    return (
        f'<mark class="warning">{page.text(words)}</mark> ' if differs else f"{page.text(words)} "
    )


def marked_words(
    first: str, second: str
) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
    """Return two sentences in pieces, each with whether the other has something else there."""
    one, other = _WORD.findall(first), _WORD.findall(second)
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    left = tuple(_pieces(((one[a:b], tag) for tag, a, b, _, _ in codes)))
    right = tuple(_pieces(((other[c:d], tag) for tag, _, _, c, d in codes)))
    return left, right


def _pieces(parts: Iterator[tuple[list[str], str]]) -> Iterator[tuple[str, bool]]:
    for words, tag in parts:
        if words:
            yield " ".join(words), tag != "equal"
