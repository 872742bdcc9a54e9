"""Words that exist and do not fit their neighbours: ``chuyển đối số`` for ``chuyển đổi số``.

A word is judged by how likely it is after the word before it and before the word after it, against
the words one slip away (Mays, Damerau and Mercer, Context based spelling correction, 1991).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from checker.spelling.candidates import candidates, in_case_of
from checker.spelling.counts import COMMA, EDGE
from checker.spelling.links import Links
from checker.spelling.model import Model
from checker.spelling.slip import Slip
from checker.spelling.syllables import is_syllable
from checker.spelling.tokens import Prose, Token

# Gains are natural logarithms: how many times likelier the sentence is with the other word.
LEAST_GAIN = 8.0  # of a finding
LEAST_OF_COMPOUND = 6.0  # of one that makes a compound
LEAST_GUESS = 5.0  # of a guess
_NEVER_SEEN = math.log(2.5e-8)  # share of a syllable that no text has
_PER_MENTION = 0.7  # more gain asked for each time that the document repeats a pair, or a word
_RARE = 100  # mentions; a rare word that the document repeats is one of its subject
# What a word needs to be suggested: so many meetings with one neighbour, and so many times more
# often than by chance; or so many with both; or this gain.
_MET = 10
_BELONGING = 10.0
_OFTEN_MET = 50
_OVERWHELMING = 10.5
# A compound is met so often, so many times more often than by chance, and than the word instead.
_COMPOUND_TIMES = 200
_COMPOUND_BOND = 30.0
_COMPOUND_SHARE = 100
_BOUND = 5.0  # times more often than by chance: two words that belong together
# How much rarer a kind of slip is than a wrong tone or diacritic, as a logarithm.
_RARITY = {
    "tone": 0.0,
    "diacritic": 0.0,
    "stroke": 0.0,
    "marks": 1.0,
    "onset": 1.0,
    "final": 1.0,
    "doubled": 0.0,
    "transposed": 1.5,
    "dropped": 2.0,
    "inserted": 2.0,
    "wrong letter": 3.0,
}


def find_real_words(prose: Prose, links: Links, model: Model) -> Iterator[Slip]:
    """Yield the words of ``prose`` that another word one slip away fits much better: kind
    ``real-word``, or ``guess`` where the evidence is weak."""
    tokens = prose.tokens
    for index in links.unlikely:
        token = tokens[index]
        if token.is_capital and _may_be_name(tokens, index):
            continue
        if token.start in prose.names or not is_syllable(token.text):
            continue
        if token.text.isascii() and _is_among_foreign_words(tokens, index):
            continue
        slip = _judge(prose, index, links, model)
        if slip:
            yield slip


def _may_be_name(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a word with a capital is, or belongs to, a name: it stands inside a sentence or
    beside another such word. A heading in capitals has no names that could be told."""
    token = tokens[index]
    beside = [tokens[index - 1]] if token.joined else []
    if index + 1 < len(tokens) and tokens[index + 1].joined:
        beside.append(tokens[index + 1])
    if token.is_upper:
        return not any(other.is_upper for other in beside)
    return not token.opens or any(other.is_capital for other in beside)


def _is_among_foreign_words(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a neighbour is no Vietnamese syllable: "my" in "my iPhone" is no slip."""
    before = tokens[index - 1 : index] if tokens[index].joined else ()
    after = tokens[index + 1 : index + 2]
    beside = (*before, *(one for one in after if one.joined))
    return any(not is_syllable(one.text) for one in beside)


def _judge(prose: Prose, index: int, links: Links, model: Model) -> Slip | None:
    token = prose.tokens[index]
    form, left, right = token.form, links.left[index], links.right[index]
    if left in (EDGE, COMMA) and right in (EDGE, COMMA):
        return None
    best, gain = _best(form, left, right, model)
    mentions = max(prose.pairs[left, form], prose.pairs[form, right], 1)
    if model.count(form) < _RARE:
        mentions = max(mentions, prose.times[form])
    gain -= _PER_MENTION * (mentions - 1)
    if gain < LEAST_GUESS:
        return None
    if gain >= LEAST_GAIN:
        strong = _is_attested(left, best, right, gain, model)
    else:
        strong = gain >= LEAST_OF_COMPOUND and _makes_compound(index, form, best, links, model)
    kind = "real-word" if strong else "guess"
    values = _reasons(form, best, left, right, model) | {"gain": f"{gain:.1f}"}
    return Slip(kind, token.start, token.end, (in_case_of(token.text, best),), values)


def _is_attested(left: str, best: str, right: str, gain: float, model: Model) -> bool:
    """Tell whether ``best`` is not merely a frequent word: it belongs to a neighbour, or is often
    met beside both."""
    pairs = [pair for pair in ((left, best), (best, right)) if not {EDGE, COMMA} & {*pair}]
    met = [pair for pair in pairs if model.pair(*pair) >= _MET]
    return (
        any(model.bond(*pair) >= _BELONGING for pair in met)
        or (len(pairs) == 2 and all(model.pair(*pair) >= _OFTEN_MET for pair in pairs))
        or (gain >= _OVERWHELMING and bool(met))
    )


def _makes_compound(index: int, form: str, best: str, links: Links, model: Model) -> bool:
    """Tell whether ``best`` makes a compound with a neighbour that the word itself does not make,
    while neither is bound to its other neighbour: ``địa bàn | hành chính`` is no ``bàn hành``."""
    left, right = links.left[index], links.right[index]
    beyond_left = links.left[index - 1] if index else EDGE
    beyond_right = links.right[index + 1] if index + 1 < len(links.right) else EDGE
    with_left = ((left, best), (left, form), (beyond_left, left), (form, right))
    with_right = ((best, right), (form, right), (right, beyond_right), (left, form))
    return any(
        not {EDGE, COMMA} & {*compound}
        and model.pair(*compound) >= _COMPOUND_TIMES
        and model.pair(*compound) >= _COMPOUND_SHARE * model.pair(*instead)
        and model.bond(*compound) >= _COMPOUND_BOND
        and all({EDGE, COMMA} & {*other} or model.bond(*other) < _BOUND for other in others)
        for compound, instead, *others in (with_left, with_right)
    )


def _reasons(form: str, best: str, left: str, right: str, model: Model) -> dict[str, str]:
    """Say how often the two words are met beside the neighbour that tells them apart best."""
    beside = [((left, best), (left, form)), ((best, right), (form, right))]
    told = [
        (model.pair(*other), model.pair(*own), " ".join(other), " ".join(own))
        for other, own in beside
        if not {EDGE, COMMA} & {*other}
    ]
    times, wrong_times, phrase, wrong = max(told, key=lambda one: one[0] / (1 + one[1]))
    if times < _MET:
        return {
            "reason": f"“{form}” rất hiếm gặp ở chỗ như thế này",
            "reason_en": f"“{form}” is hardly met in such a place",
        }
    if wrong_times:
        met, met_en = f"chỉ {wrong_times} lần", f"only {wrong_times} times"
    else:
        met, met_en = "chưa gặp", "never"
    return {
        "reason": f"“{phrase}” gặp khoảng {_figure(times, '.')} lần, “{wrong}” {met}",
        "reason_en": f"“{phrase}” is met about {_figure(times, ',')} times, “{wrong}” {met_en}",
    }


def _figure(number: int, divider: str) -> str:
    """A number of two figures, as the counts are not exact."""
    number = round(number, 2 - len(str(number))) if number > 100 else number
    return f"{number:,}".replace(",", divider)


@lru_cache(maxsize=1 << 12)
def _best(form: str, left: str, right: str, model: Model) -> tuple[str, float]:
    """Return the word that fits best between two others, and its gain over ``form``; a gain too
    small to tell is minus infinity."""
    own = model.log(left, form) if model.count(form) else _NEVER_SEEN
    own += _after(form, right, model)
    rival, most = "", own + LEAST_GUESS
    log_left = math.log(model.count(left) or model.total)
    for word, rarity, log_count in _rivals(form, model):
        if log_count - log_left <= most:
            break  # no word is met more often after another than at all
        fit = model.log(left, word) - rarity
        if fit <= most:
            continue
        fit += _after(word, right, model)
        if fit > most:
            rival, most = word, fit
    return rival, most - own if rival else -math.inf


@lru_cache(maxsize=1 << 11)
def _rivals(form: str, model: Model) -> tuple[tuple[str, float, float], ...]:
    """The syllables one slip away, the most frequent first: word, rarity of the slip, logarithm of
    the number of mentions."""
    found = [
        (word, _RARITY[kind], math.log(model.count(word) or 1))
        for word, kind in candidates(form, model.vocabulary)
        if len(word) > 1 and is_syllable(word)
    ]
    return tuple(sorted(found, key=lambda one: (-one[2], one[0])))


def _after(word: str, right: str, model: Model) -> float:
    if right not in (EDGE, COMMA) and not model.count(right):
        return 0.0  # a word that no text has tells nothing of the one before it
    return model.log(word, right) if model.count(word) else model.log_alone(right)
