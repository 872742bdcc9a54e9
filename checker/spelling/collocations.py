"""A word that is lacking: the document itself shows that its neighbour does not stand alone.

``đối`` is followed by ``ngoại`` fifteen times of sixteen; then ``thông tin đối cho công chức``
lacks a word, when the words left and right fit the whole pair and hardly ever stand by half of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Protocol

from checker.spelling.slip import Slip
from checker.spelling.tokens import Prose, Token
from checker.text.distance import is_slip_of
from checker.text.folding import fold

LEAST_USES = 6  # of the pair in the document
LEAST_SHARE = 0.9  # of the other uses of the word
LEAST_BOND = 20.0  # times that the pair is met more often than by chance
LEAST_CHANCE = 8.0  # times that the odd neighbours would have met by chance
MOST_MET = 0.02  # of that number
MOST_BOUND = 2.0  # times that the word is met more often than by chance with the word before it
LEAST_FIT = 0.1  # of the times that the lacking word would meet the next by chance
# The same where the partner nearly always follows the word and the one before it.
SUPPORTED_BOUND = 10.0
SUPPORTED_CHANCE = 2.0
SUPPORTED_MET = 0.2


class PairCounts(Protocol):
    """What is asked of :class:`checker.spelling.counts.Counts`."""

    @property
    def total(self) -> int: ...

    def count(self, form: str, /) -> int: ...

    def pair(self, left: str, right: str, /) -> int: ...


def find_missing_words(prose: Prose, counts: PairCounts) -> Iterator[Slip]:
    """Yield the words of which the other half of a pair is lacking, with the pair as suggestion."""
    tokens = prose.tokens
    followers = _followers(tokens)
    for index in range(1, len(tokens) - 1):
        before, token, after = tokens[index - 1 : index + 2]
        if not (token.joined and after.joined) or followers[(token.form,)][after.form] > 1:
            continue
        phrase = (before.form, token.form)
        for key in (phrase, phrase[1:]):
            found = _partner(followers[key], token.form, counts)
            if found is None or not _is_plain(prose, before, token, after):
                continue
            partner, uses = found
            if _lacks(before, token, after, partner, key is phrase, counts):
                pair = f"{token.text} {partner}"
                said = " ".join((*key, partner))
                reason = f"văn bản này viết “{said}” {uses} lần"
                reason_en = f"this document has “{said}” {uses} times"
                values = {"reason": reason, "reason_en": reason_en}
                yield Slip("missing-word", token.start, token.end, (pair,), values)
            break


def find_foreign_words(prose: Prose, counts: PairCounts) -> Iterator[Slip]:
    """Yield the words that stand where the document elsewhere, between the same words, has one
    that looks alike and is bound to the next: ``được đưa luận quan tâm`` beside ``được dư luận
    quan tâm``; kind ``real-word``."""
    tokens = prose.tokens
    places: defaultdict[tuple[str, ...], list[Token]] = defaultdict(list)
    for index in range(1, len(tokens) - 2):
        around = tokens[index - 1], *tokens[index + 1 : index + 3]
        if tokens[index].joined and all(token.joined for token in around[1:]):
            places[tuple(token.form for token in around)].append(tokens[index])
    for (before, after, _), found in places.items():
        times = Counter(token.form for token in found)
        right, uses = times.most_common(1)[0]
        if len(times) < 2 or _bond(right, after, counts) < LEAST_BOND:
            continue
        for token in found:
            form = token.form
            if form == right or times[form] > uses or counts.pair(form, after):
                continue
            if _look_alike(form, right) and _is_plain(prose, token):
                phrase = f"{before} {right} {after}"
                values = {
                    "reason": f"Chỗ khác trong văn bản viết “{phrase}”",
                    "reason_en": f"Elsewhere the document has “{phrase}”",
                }
                yield Slip("real-word", token.start, token.end, (right,), values)


def _look_alike(one: str, other: str) -> bool:
    """Whether two words have the same letters, diacritics aside, or one letter more or less."""
    shorter, longer = sorted((fold(one), fold(other)), key=len)
    return shorter == longer or any(
        shorter == longer[:at] + longer[at + 1 :] for at in range(len(longer))
    )


def _followers(tokens: tuple[Token, ...]) -> defaultdict[tuple[str, ...], Counter[str]]:
    """What stands, and how often, after each word and after each two words."""
    followers: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for index in range(1, len(tokens)):
        token = tokens[index]
        if token.joined:
            before = tokens[index - 1]
            followers[(before.form,)][token.form] += 1
            if before.joined:
                followers[tokens[index - 2].form, before.form][token.form] += 1
    return followers


def _partner(next_to: Counter[str], word: str, counts: PairCounts) -> tuple[str, int] | None:
    """The word that nearly always follows, and how often it does."""
    if len(next_to) < 2:
        return None
    total = next_to.total()
    if total <= LEAST_USES:
        return None
    partner, uses = next_to.most_common(1)[0]
    if uses < LEAST_USES or uses < LEAST_SHARE * (total - 1):
        return None
    return (partner, uses) if _bond(word, partner, counts) >= LEAST_BOND else None


def _is_plain(prose: Prose, *tokens: Token) -> bool:
    """Whether all are ordinary words in small letters."""
    return all(token.text.islower() and token.start not in prose.names for token in tokens)


def _lacks(
    before: Token, word: Token, after: Token, partner: str, supported: bool, counts: PairCounts
) -> bool:
    """Whether the neighbours fit the pair and not the word alone; ``supported`` tells that it is
    the word before and the word that the partner nearly always follows."""
    if fold(after.form) == fold(partner) or is_slip_of(after.form, partner):
        return False  # the partner mistyped
    if _bond(before.form, word.form, counts) >= (SUPPORTED_BOUND if supported else MOST_BOUND):
        return False  # bound to the word before it: "bảo quản", where "quản" has "lý" elsewhere
    chance = _chance(word.form, after.form, counts)
    return (
        chance >= (SUPPORTED_CHANCE if supported else LEAST_CHANCE)
        and counts.pair(word.form, after.form)
        <= chance * (SUPPORTED_MET if supported else MOST_MET)
        and counts.pair(partner, after.form) > LEAST_FIT * _chance(partner, after.form, counts)
        and counts.pair(before.form, word.form) > 0
    )


def _bond(left: str, right: str, counts: PairCounts) -> float:
    """How many times more often than by chance the two stand side by side."""
    return counts.pair(left, right) / max(1e-9, _chance(left, right, counts))


def _chance(left: str, right: str, counts: PairCounts) -> float:
    """How often the two would stand side by side by chance."""
    return counts.count(left) * counts.count(right) / max(1, counts.total)
