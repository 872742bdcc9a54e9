"""Which suppressions a document holds, and for which words each of them is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from checker.document import Document
from checker.suppressing.directive import Directive, read_directive
from checker.text.comments import Comment

Span = tuple[int, int]
_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_OPEN, _CLOSE = len("<!--"), len("-->")


@dataclass(frozen=True)
class Suppression:
    """What one comment asks for. All places are offsets in ``Source.raw``: words that share
    characters with ``start`` … ``end`` are left out, what is missing where it stands in
    ``around``; ``place`` is the comment itself, in a Word document the words that it is put on.
    ``rules`` are names as written; ``scope`` is line, block, words or file. Without a ``reason``
    it silences nothing."""

    rules: tuple[str, ...]
    reason: str
    scope: str
    start: int
    end: int
    around: Span
    place: Span


class Mistake(NamedTuple):
    """A comment that is meant to suppress and is not written so: ``code`` is verb, no-rules,
    unclosed, unopened or word-block; ``rules`` the names in it."""

    code: str
    place: Span
    rules: tuple[str, ...]


def find_suppressions(document: Document) -> tuple[tuple[Suppression, ...], tuple[Mistake, ...]]:
    """Return the suppressions of a document by their places, and the mistakes in writing them: in
    plain text and Markdown HTML comments, in a Word document Word's comments."""
    source = document.source
    found: _Found
    if source.format == "text" and source.bare.comments:
        found = _InText(document)
    elif source.layout and any(mark.kind == "comment" for mark in source.layout.marks):
        found = _InWord(document)
    else:
        return (), ()
    return tuple(sorted(found.suppressions, key=lambda one: one.place)), tuple(found.mistakes)


class _Found:
    """``suppressions`` and ``mistakes`` as they are come upon."""

    def __init__(self) -> None:
        self.suppressions: list[Suppression] = []
        self.mistakes: list[Mistake] = []

    def is_sound(self, directive: Directive, place: Span) -> bool:
        """Whether a directive can be followed; if not, the mistake is noted."""
        if not directive.verb:
            self.mistakes.append(Mistake("verb", place, ()))
        elif not directive.rules and directive.verb != "ignore-end":
            self.mistakes.append(Mistake("no-rules", place, ()))
        else:
            return True
        return False

    def add(self, directive: Directive, scope: str, span: Span, around: Span, place: Span) -> None:
        rules, reason = directive.rules, directive.reason
        self.suppressions.append(Suppression(rules, reason, scope, *span, around, place))


class _InWord(_Found):
    """Word's comments: each is for the words that it is put on, and for what is missing in their
    paragraphs; one on no words is for its paragraph."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        layout = document.source.layout
        for mark in layout.marks if layout else ():
            directive = read_directive(mark.text) if mark.kind == "comment" else None
            place = mark.start, max(mark.start, mark.end)
            if layout is None or directive is None or not self.is_sound(directive, place):
                continue
            if directive.verb == "ignore-file":
                whole = 0, len(document.source.raw)
                self.add(directive, "file", whole, whole, place)
            elif directive.verb == "ignore":
                first, last = (
                    layout.paragraph_at(place[0]),
                    layout.paragraph_at(max(place[0], place[1] - 1)),
                )
                around = (first.start, last.end) if first and last else place
                words = place if place[0] < place[1] else around
                self.add(directive, "words", words, around, place)
            else:
                self.mistakes.append(Mistake("word-block", place, directive.rules))


class _InText(_Found):
    """HTML comments: for a line, from one to another, or for the file."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._spans: dict[Span, Span] = {}  # of lines without comments, what is for them
        raw, bare = document.source.raw, document.source.bare
        self._opened: dict[str, list[Suppression]] = {}
        for comment in bare.comments:
            directive = read_directive(raw[comment.start + _OPEN : comment.end - _CLOSE])
            place = comment.start, comment.end
            if directive is None or not self.is_sound(directive, place):
                continue
            if directive.verb == "ignore":
                span = self._line_of(comment)
                self.add(directive, "line", span, span, place)
            elif directive.verb == "ignore-file":
                self.add(directive, "file", (0, len(raw)), (0, len(raw)), place)
            elif directive.verb == "ignore-start":
                self._open(directive, place)
            elif not self._close([name.lower() for name in directive.rules], place[0]):
                self.mistakes.append(Mistake("unopened", place, directive.rules))
        self._note_unclosed(len(raw))

    def _open(self, start: Directive, place: Span) -> None:
        """Begin a block for each rule of ``start``: each may be ended on its own."""
        for name in start.rules:
            block = Suppression((name,), start.reason, "block", place[0], place[1], place, place)
            self._opened.setdefault(name.lower(), []).append(block)

    def _close(self, names: Sequence[str], end: int) -> bool:
        """End the blocks of the rules named, of none those of all; tell whether there were any."""
        closed = [
            block for name in names or list(self._opened) for block in self._opened.pop(name, ())
        ]
        for block in closed:
            around = block.start, end
            self.suppressions.append(replace(block, end=end, around=around))
        return bool(closed)

    def _note_unclosed(self, end: int) -> None:
        """End what is left open at the end of the text, and note it."""
        unclosed: dict[Span, tuple[str, ...]] = {}
        for blocks in self._opened.values():
            for block in blocks:
                unclosed[block.place] = (*unclosed.get(block.place, ()), *block.rules)
        self._close((), end)
        self.mistakes += [Mistake("unclosed", *told) for told in unclosed.items()]

    def _line_of(self, comment: Comment) -> Span:
        """The span of the logical lines that have words on the comment's own line, or on the next
        line with words when it stands alone."""
        bare = self._document.source.bare
        at = bare.offset(comment.start)
        if comment.alone:
            index = bisect_right(self._ends, bare.raw_span(at, at)[0])
            if index == len(self._ends):
                return comment.end, comment.end
            at = max(at, bare.offset(self._starts[index]))
        line = self._bare_lines[max(0, bisect_right(self._bare_starts, at) - 1)]
        if line not in self._spans:
            self._spans[line] = self._logical(line)
        return self._spans[line]

    def _logical(self, line: Span) -> Span:
        start, end = self._document.source.bare.raw_span(*line)
        first = last = bisect_right(self._ends, start)
        while last < len(self._starts) and self._starts[last] < end:
            last += 1
        if first == last:
            return start, end
        return self._starts[first], self._ends[last - 1]

    @cached_property
    def _bare_lines(self) -> list[Span]:
        """The lines of the text without comments that hold anything."""
        return [line.span() for line in _LINE.finditer(self._document.source.bare.text)] or [(0, 0)]

    @cached_property
    def _bare_starts(self) -> list[int]:
        return [start for start, _ in self._bare_lines]

    @cached_property
    def _raw_lines(self) -> list[Span]:
        view = self._document.view
        return [view.raw_span(line.start, line.end) for line in self._document.lines]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._raw_lines]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self._raw_lines]
