"""Mentions of units: first where a document lists them, then everywhere.

Fields ("Đơn vị phối hợp: …"), recipients and headings that bear a unit's name give whole names,
whatever their spelling. With these as vocabulary the prose is searched word by word, so that
"Văn phòng HĐND-UBND" is met as the unit that is elsewhere "Văn phòng HĐND và UBND".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.document import Part, Unit
from checker.registers.unit_names import AND, Key, UnitNames, begins_with
from checker.text.words import Word

MAX_WORDS = 14

_BREAK = re.compile(
    r"[;:(\[\n]|,|\.(?=\s|$)|\b[Ll]à\b|\b(?:và|với|cùng|hoặc)\b|$"
    # cells of a table divide units by a new line, which may be lost
    r"|(?<=\w)(?<!phòng)(?<!tra)(?<!đốc)(?<!đạo)(?<!thuộc)(?<!của)(?<!các) (?=Sở [A-ZĐ])"
)
_TRIM = " \t-+*.;,:"
_GAP = re.compile(r"[\s,&–-]*")
_FIRST_GAP = re.compile(r"\s*")
_PAIRED = ("hđnd", "hội đồng nhân dân")
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
    if match.group() == "và" and before.endswith(_PAIRED):
        # "HĐND và UBND" is one office
        return not after.lower().lstrip().startswith(("ubnd", "ủy ban", "uỷ ban"))
    return names.begins_unit(after) or names.begins_group(after)


def _trimmed(part: Part, start: int, end: int) -> Part | None:
    text = part.text[start:end]
    left = len(text) - len(text.lstrip(_TRIM))
    text = text.strip(_TRIM)
    if not text:
        return None
    at = part.start + start + left
    return Part(text, at, at + len(text))


def find_units(
    text: str, listed: Iterable[tuple[Part, str]], words: Sequence[Word], names: UnitNames
) -> tuple[Unit, ...]:
    """Return all mentions in ``text`` of the units in ``listed`` (mention and role: lead, support,
    recipient or heading), in order. ``words`` are those of the text."""
    listed = list(listed)
    vocabulary: dict[str, list[Key]] = {}
    roles: dict[int, str] = {}
    for mention, role in listed:
        if not names.begins_unit(mention.text) or names.begins_group(mention.text):
            continue
        key = names.key(mention.text)
        if 2 <= len(key) <= MAX_WORDS:
            vocabulary.setdefault(key[0], [])
            if key not in vocabulary[key[0]]:
                vocabulary[key[0]].append(key)
            roles[mention.start] = role
    for keys in vocabulary.values():
        keys.sort(key=len, reverse=True)
    return tuple(_mentions(text, words, vocabulary, roles, names))


def _mentions(
    text: str,
    words: Sequence[Word],
    vocabulary: dict[str, list[Key]],
    roles: dict[int, str],
    names: UnitNames,
) -> Iterator[Unit]:
    index = 0
    while index < len(words):
        first = words[index].sound
        keys = vocabulary.get(names.short.get(first, (first,))[0])
        last = -1
        for key in keys or ():
            last = _match(text, words, index, key, names)
            start = words[index].start
            if last >= 0 and (start in roles or _may_be_name(text, words[index], names)):
                end = words[last].end
                part = Part(text[start:end], start, end)
                yield Unit(" ".join(key), part, roles.get(start, ""))
                break
            last = -1
        index = last + 1 if last >= index else index + 1


def _may_be_name(text: str, word: Word, names: UnitNames) -> bool:
    """A head of one syllable in lower case is too often another word ("cơ sở", "quỹ đất")."""
    if text[word.start].isupper():
        return True
    after = text[word.start : word.start + 40]
    return begins_with(after, frozenset(head for head in names.heads if len(head) > 1))


def _match(text: str, words: Sequence[Word], index: int, key: Key, names: UnitNames) -> int:
    """Return the index of the last word when ``key`` stands at ``words[index]``, else -1."""
    done = 0
    last = index - 1
    while done < len(key):
        if index >= len(words):
            return -1
        word = words[index]
        gap = _FIRST_GAP if done == 1 else _GAP
        if done and not gap.fullmatch(text, words[last].end, word.start):
            return -1
        if word.sound == AND and done:
            last = index
            index += 1
            continue
        full = names.short.get(word.sound, (word.sound,))
        if key[done : done + len(full)] != full:
            return -1
        done += len(full)
        last = index
        index += 1
    return last
