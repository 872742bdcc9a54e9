"""Mentions of units: what a document lists, and what the register of agencies knows, everywhere.

Fields ("Đơn vị phối hợp: …"), recipients and headings that bear a unit's name give whole names,
whatever their spelling. With these and the register as vocabulary the prose is searched word by
word, so that "Văn phòng HĐND-UBND" is met as the unit that is elsewhere "Văn phòng HĐND và UBND".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.document import Unit
from checker.registers.agencies import END, Form, Key, Node, same_tones, tones_of
from checker.registers.unit_names import AND, UnitNames, begins_with
from checker.text.part import Part
from checker.text.words import Word, words_of

MAX_WORDS = 14

_BREAK = re.compile(
    r"[;:(\[\n]|,|(?<!\bP)\.(?=\s|$)|\b[Ll]à\b|\b(?:và|với|cùng|hoặc)\b|$"
    # cells of a table divide units by a new line, which may be lost
    r"|(?<=\w)(?<!phòng)(?<!tra)(?<!đốc)(?<!đạo)(?<!thuộc)(?<!của)(?<!các) (?=Sở [A-ZĐ])"
)
_TRIM = " \t-+*.;,:"
_GAP = re.compile(r"[^\S\n]*[,&–-]?\s*")
_FIRST_GAP = re.compile(r"\s*")
_INITIAL = re.compile(r"\.? ?")
_PAIRED = ("hđnd", "hội đồng nhân dân")
_OFFICE = tuple(f"{office} {one}" for office in ("văn phòng", "vp") for one in _PAIRED)
# What a heading says after the unit: "Phòng Kinh tế chủ trì, báo cáo trước ngày …".
_WORK = re.compile(r" (?:chủ trì|có trách nhiệm|chịu trách nhiệm|tham mưu)\b")
_PAREN = re.compile(r"\([^)]{0,200}\)?")


def list_names(part: Part, names: UnitNames) -> list[Part]:
    """Cut a list of units ("Phòng Văn hóa - Xã hội; Ủy ban MTTQ xã và các thôn") into mentions.

    A comma or "và" divides only where another unit begins, as it also stands inside names.
    """
    found: list[Part] = []
    start = 0
    for match in _BREAK.finditer(part.text):
        mark = match.group()
        soft = mark == "," or (mark.isalpha() and mark.lower() != "là")
        if soft and not _begins_unit(part.text, match, names):
            continue
        piece = _trimmed(part, start, match.start())
        if piece:
            found.append(piece)
        start = match.end()
        if mark in ("(", "["):
            close = _PAREN.match(part.text, match.start())
            start = close.end() if close else start
    return found


def _begins_unit(text: str, match: re.Match[str], names: UnitNames) -> bool:
    after = text[match.end() : match.end() + 40]
    before = text[max(0, match.start() - 40) : match.start()].rstrip().lower()
    if before.endswith(_OFFICE if match.group() == "," else _PAIRED):
        # "HĐND và UBND" is one office
        return not after.lower().lstrip().startswith(("ubnd", "ủy ban", "uỷ ban"))
    return names.begins_unit(after) or names.begins_group(after)


def _trimmed(part: Part, start: int, end: int) -> Part | None:
    text = _WORK.split(part.text[start:end], maxsplit=1)[0]
    left = len(text) - len(text.lstrip(_TRIM))
    text = text.strip(_TRIM)
    if not text:
        return None
    at = part.start + start + left
    return Part(text, at, at + len(text))


def find_units(
    text: str, listed: Iterable[tuple[Part, str]], words: Sequence[Word], names: UnitNames
) -> tuple[Unit, ...]:
    """Return all mentions in ``text``, in order, of the units in ``listed`` (mention and role:
    lead, support, recipient or heading) and of those in the register. ``words`` are those of the
    text."""
    own: Node = {}
    roles: dict[int, str] = {}
    told: set[Key] = set()
    for mention, role in listed:
        if names.begins_group(mention.text):
            continue
        roles[mention.start] = role
        inside = words_of(mention.text)
        known = _walk(mention.text, inside, 0, names.agencies.root, names)
        if known and (known[0] + 1 == len(inside) or names.owner_at(inside, known[0] + 1)):
            told.add(known[1].key)
        elif names.begins_unit(mention.text):
            key = names.key(mention.text)
            if 2 <= len(key) <= MAX_WORDS and key not in names.agencies.forms:
                told.add(key)
                _plant(own, key)
    return tuple(_Finder(text, words, own, roles, told, names).units())


def _plant(root: Node, key: Key) -> None:
    for one in key:
        root = root.setdefault(one, {})
    root[END] = Form(key, key)


@dataclass(frozen=True)
class _Finder:
    """``own`` leads to the names that only the document knows, ``told`` are the keys of all that it
    lists."""

    text: str
    words: Sequence[Word]
    own: Node
    roles: dict[int, str]
    told: set[Key]
    names: UnitNames

    def units(self) -> Iterator[Unit]:
        text, names = self.text, self.names
        register = names.agencies.root
        firsts = {*self.own, *register}
        firsts.update(word for word, full in names.short.items() if full[0] in firsts)
        done = 0
        for index, word in enumerate(self.words):
            if word.sound not in firsts or word.start < done:
                continue
            found = _walk(text, self.words, index, register, names)
            if self.own:
                other = _walk(text, self.words, index, self.own, names)
                if other and (not found or other[0] > found[0]):
                    found = other
            if not found or not self._may_be_name(word, *found):
                continue
            last, form = found
            done = self.words[last].end
            part = Part(text[word.start : done], word.start, done)
            role = self.roles.get(word.start, "")
            yield Unit(" ".join(form.name), part, role, " ".join(form.key))

    def _may_be_name(self, word: Word, last: int, form: Form) -> bool:
        """Tell whether words that sound like a name are one. A head of one syllable in lower case
        is too often another word ("cơ sở", "quỹ đất"), and so are other tones where the document
        does not list the name ("Thanh tra tình hình …")."""
        if form.key not in self.told:
            shown = self.text[word.start : self.words[last].end]
            return shown[0].isupper() and same_tones(tones_of(shown, self.names.short), form.tones)
        if self.text[word.start].isupper() or word.start in self.roles:
            return True
        after = self.text[word.start : word.start + 40]
        return begins_with(after, self.names.long_heads)


def _walk(
    text: str, words: Sequence[Word], index: int, root: Node, names: UnitNames
) -> tuple[int, Form] | None:
    """Return the index of the last word, and the form, of the longest name at ``words[index]``."""
    node = root
    best: tuple[int, Form] | None = None
    for at in range(index, min(len(words), index + 2 * MAX_WORDS)):
        word = words[at]
        if at > index:
            before = words[at - 1]
            if text[before.end : word.start] != " " and not _joined(text, before, word, index, at):
                break
            if word.sound == AND:
                continue
        for one in names.short.get(word.sound, (word.sound,)):
            if one not in node:
                return best
            node = node[one]
        if END in node:
            best = at, node[END]
    return best


def _joined(text: str, before: Word, word: Word, index: int, at: int) -> bool:
    if at - index > 1:
        return bool(_GAP.fullmatch(text, before.end, word.start))
    initial = before.end - before.start <= 2 and text[before.start : before.end].isupper()
    gap = _INITIAL if initial else _FIRST_GAP
    return bool(gap.fullmatch(text, before.end, word.start))
