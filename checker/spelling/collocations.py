"""A word that is lacking: the document itself shows that its neighbour does not stand alone.

``đối`` is followed by ``ngoại`` fifteen times of sixteen; then ``thông tin đối cho công chức``
lacks a word, when the words left and right fit the whole pair and hardly ever stand by half of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from checker.spelling.links import Links
from checker.spelling.model import Model
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
_RARELY = -1.0  # logarithm of a share, against that of a word wherever it stands
_MOST_PLACES = 500  # of a word; one met more often ties no phrase


def find_missing_words(prose: Prose, links: Links, model: Model) -> Iterator[Slip]:
    """Yield the words of which the other half of a pair is lacking, with the pair as suggestion."""
    tokens = prose.tokens
    followers = _Followers(prose)
    for index in range(1, len(tokens) - 1):
        after = tokens[index + 1]
        if not after.joined or links.into[index + 1] > model.log_alone(after.form) + _RARELY:
            continue
        before, token = tokens[index - 1 : index + 1]
        if not token.joined or prose.times[token.form] <= LEAST_USES:
            continue
        if token.form in (before.form, after.form) or not _is_plain(prose, before, token, after):
            continue
        after_phrase, after_word = followers.of(before.form, token.form)
        if after_word[after.form] > 1:
            continue
        for next_to, is_phrase in ((after_phrase, True), (after_word, False)):
            found = _partner(next_to, token.form, model)
            if found is None:
                continue
            partner, uses = found
            if _lacks(before, token, after, partner, is_phrase, model):
                pair = f"{token.text} {partner}"
                said = f"… {before.form} {pair}" if is_phrase else pair
                reason = f"văn bản này viết “{said}” {uses} lần"
                reason_en = f"this document has “{said}” {uses} times"
                values = {"reason": reason, "reason_en": reason_en}
                yield Slip("missing-word", token.start, token.end, (pair,), values)
            break


def find_foreign_words(prose: Prose, links: Links, model: Model) -> Iterator[Slip]:
    """Yield the words that stand where the document elsewhere, between the same words, has one
    that looks alike and is bound to the next: ``được đưa luận quan tâm`` beside ``được dư luận
    quan tâm``; kind ``real-word``."""
    tokens = prose.tokens
    for index in links.unlikely:
        if not 0 < index < len(tokens) - 2:
            continue
        token, after, beyond = tokens[index : index + 3]
        if not (token.joined and after.joined and beyond.joined and _is_plain(prose, token)):
            continue
        places = prose.places[after.form]
        if not 1 < len(places) <= _MOST_PLACES or model.pair(token.form, after.form):
            continue
        around = tokens[index - 1].form, after.form, beyond.form
        here = Counter(
            tokens[place - 1].form
            for place in places
            if 1 < place < len(tokens) - 1
            and (tokens[place - 2].form, after.form, tokens[place + 1].form) == around
        )
        right, uses = here.most_common(1)[0]
        if right == token.form or here[token.form] > uses or not _look_alike(token.form, right):
            continue
        if model.bond(right, after.form) >= LEAST_BOND:
            phrase = f"{around[0]} {right} {after.form}"
            values = {
                "reason": f"Chỗ khác trong văn bản viết “{phrase}”",
                "reason_en": f"Elsewhere the document has “{phrase}”",
            }
            yield Slip("real-word", token.start, token.end, (right,), values)


class _Followers:
    """What stands, and how often, after a word of a text."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._known: dict[str, tuple[dict[str, Counter[str]], Counter[str]]] = {}

    def of(self, before: str, word: str) -> tuple[Counter[str], Counter[str]]:
        """Return what stands after ``word`` where ``before`` stands before it, and everywhere."""
        if word not in self._known:
            tokens = self._prose.tokens
            by_before: defaultdict[str, Counter[str]] = defaultdict(Counter)
            everywhere: Counter[str] = Counter()
            for place in self._prose.places[word]:
                if place + 1 < len(tokens) and tokens[place + 1].joined:
                    after = tokens[place + 1].form
                    everywhere[after] += 1
                    if place and tokens[place].joined:
                        by_before[tokens[place - 1].form][after] += 1
            self._known[word] = by_before, everywhere
        found, everywhere = self._known[word]
        return found.get(before, Counter()), everywhere


def _look_alike(one: str, other: str) -> bool:
    """Whether two words have the same letters, diacritics aside, or one letter more or less."""
    shorter, longer = sorted((fold(one), fold(other)), key=len)
    return shorter == longer or any(
        shorter == longer[:at] + longer[at + 1 :] for at in range(len(longer))
    )


def _partner(next_to: Counter[str], word: str, model: Model) -> tuple[str, int] | None:
    """The word that nearly always follows, and how often it does."""
    if len(next_to) < 2:
        return None
    total = next_to.total()
    if total <= LEAST_USES:
        return None
    partner, uses = next_to.most_common(1)[0]
    if uses < LEAST_USES or uses < LEAST_SHARE * (total - 1):
        return None
    return (partner, uses) if model.bond(word, partner) >= LEAST_BOND else None


def _is_plain(prose: Prose, *tokens: Token) -> bool:
    """Whether all are ordinary words in small letters."""
    return all(
        token.text.islower() and token.text.isalpha() and token.start not in prose.names
        for token in tokens
    )


def _lacks(
    before: Token, word: Token, after: Token, partner: str, supported: bool, model: Model
) -> bool:
    """Whether the neighbours fit the pair and not the word alone; ``supported`` tells that it is
    the word before and the word that the partner nearly always follows."""
    if fold(after.form) == fold(partner) or is_slip_of(after.form, partner):
        return False  # the partner mistyped
    if model.bond(before.form, word.form) >= (SUPPORTED_BOUND if supported else MOST_BOUND):
        return False  # bound to the word before it: "bảo quản", where "quản" has "lý" elsewhere
    chance = model.chance(word.form, after.form)
    return (
        chance >= (SUPPORTED_CHANCE if supported else LEAST_CHANCE)
        and model.pair(word.form, after.form) <= chance * (SUPPORTED_MET if supported else MOST_MET)
        and model.pair(partner, after.form) > LEAST_FIT * model.chance(partner, after.form)
        and model.pair(before.form, word.form) > 0
    )
