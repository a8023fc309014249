"""Finds cards that say the same in other words: forms of words, their order and slips of the pen do not count. Pure.

Likeness of two titles, 0…1, is the mean of two measures over their stems: the share of stems in common, a rare stem
weighing more (Dice's coefficient with inverse document frequency), and the share of letters in common (normalised
indel distance), which forgives slips.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from cxworkshop.analysis.scores import by_title
from cxworkshop.analysis.wording import stems
from cxworkshop.model.records import Card
from cxworkshop.words import N_

FORMULA = N_(
    "likeness = mean of the share of words in common (rare ones weigh more) and the share of letters in common"
)
SOURCE = N_("L. Dice; M. Porter’s Snowball stemmer for word forms; RapidFuzz for letters")

ALIKE = 0.66  # from here on two cards are shown as a pair
NEAR = 0.18  # from here on a card is worth suggesting
_FINE = 1 << 24  # parts of a weight that are told apart


@dataclass(frozen=True)
class Pair:
    """Two cards of one kind that look alike, the one that came first in `one`; `likeness` in 0…1."""

    one: Card
    other: Card
    likeness: float


@dataclass(frozen=True)
class Group:
    """Two cards or more of one kind, each alike with each, the first come first; `likeness` 0…1 of the least alike."""

    cards: tuple[Card, ...]
    likeness: float


@dataclass(frozen=True)
class _Text:
    """A title as it is compared."""

    stems: frozenset[str]
    letters: str


class _Weights:
    """How much each stem says: the rarer, the more. Whole numbers, so that a sum is the same in any order."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self.often = Counter(stem for text in texts for stem in text.stems)
        many = len(texts)
        self._of = {stem: round(math.log(1 + many / often) * _FINE) for stem, often in self.often.items()}

    def sum(self, stems: Iterable[str]) -> int:
        return sum(map(self._of.__getitem__, stems))

    def telling(self, text: _Text, least: float) -> Iterator[str]:
        """The rarest stems of a text, so many that the others weigh less than `least`: who shares that much with it
        shares one of these."""
        rest = self.sum(text.stems)
        for stem in sorted(text.stems, key=lambda own: (self.often[own], own)):
            if rest < least:
                return
            yield stem
            rest -= self._of[stem]


def pairs(cards: Iterable[Card], apart: Collection[frozenset[str]] = ()) -> list[Pair]:
    """Cards of the same kind that look alike, the most alike first; `apart` names pairs known to be different.

    Exact: no pair that reaches ALIKE is passed over. Ties by title, then id. Cards without a title are never alike.
    """
    by_kind: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card.title.strip():
            by_kind[card.kind].append(card)
    found = [pair for own in by_kind.values() for pair in _pairs(own) if {pair.one.id, pair.other.id} not in apart]
    return sorted(found, key=lambda pair: (-pair.likeness, by_title(pair.one), by_title(pair.other)))


def groups(pairs: Sequence[Pair]) -> list[Group]:
    """The pairs gathered so that every card stands in one group at most, the most alike first: a pair, and whoever is
    alike with all of the group so far. What is left over comes up again once these are settled."""
    likeness = {frozenset((pair.one.id, pair.other.id)): pair.likeness for pair in pairs}
    near: dict[str, dict[str, Card]] = defaultdict(dict)
    for pair in pairs:
        near[pair.one.id][pair.other.id] = pair.other
        near[pair.other.id][pair.one.id] = pair.one
    found: list[Group] = []
    placed: set[str] = set()
    for pair in pairs:
        if pair.one.id in placed or pair.other.id in placed:
            continue
        members = [pair.one, pair.other]
        for card in near[pair.one.id].values():
            if card.id not in placed and card is not pair.other and all(card.id in near[own.id] for own in members):
                members.append(card)
        placed |= {card.id for card in members}
        least = min(likeness[frozenset((one.id, other.id))] for one, other in combinations(members, 2))
        found.append(Group(tuple(members), least))
    return found


def nearest(title: str, cards: Sequence[Card], least: float = NEAR, most: int = 3) -> list[Card]:
    """The cards whose titles are most like this one, none below `least`; ties by title, then id."""
    texts = [_text(card.title) for card in cards]
    own = _text(title)
    weights = _Weights([*texts, own])
    weighed = [
        (likeness, card)
        for card, text in zip(cards, texts, strict=True)
        if own.stems & text.stems and (likeness := _likeness(own, text, weights)) >= least
    ]
    weighed.sort(key=lambda own: (-own[0], by_title(own[1])))
    return [card for _, card in weighed[:most]]


def _pairs(cards: Sequence[Card]) -> Iterator[Pair]:
    texts = [_text(card.title) for card in cards]
    weights = _Weights(texts)
    whole = [weights.sum(text.stems) for text in texts]
    for one, other in _candidates(texts, weights, whole):
        words = 2 * weights.sum(texts[one].stems & texts[other].stems) / (whole[one] + whole[other])
        if words + 1 < 2 * ALIKE:
            continue  # even with all letters in common
        likeness = (words + _letters(texts[one].letters, texts[other].letters)) / 2
        if likeness >= ALIKE:
            yield Pair(cards[one], cards[other], likeness)


def _candidates(texts: Sequence[_Text], weights: _Weights, whole: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every pair that can reach ALIKE: even with all letters in common it needs a share of words in common."""
    least_share = (2 * ALIKE - 1) / 2
    having: dict[str, list[int]] = defaultdict(list)
    for other, text in enumerate(texts):
        telling = list(weights.telling(text, least_share * whole[other]))
        for one in sorted({one for stem in telling for one in having[stem]}):
            yield one, other
        for stem in telling:
            having[stem].append(other)


def _likeness(one: _Text, other: _Text, weights: _Weights) -> float:
    """The likeness of two titles, 0…1, among texts whose stems weigh so much."""
    both = weights.sum(one.stems) + weights.sum(other.stems)
    words = 2 * weights.sum(one.stems & other.stems) / both if both else 0.0
    return (words + _letters(one.letters, other.letters)) / 2


@lru_cache(maxsize=50_000)
def _letters(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100


@lru_cache(maxsize=20_000)
def _text(title: str) -> _Text:
    own = stems(title)
    return _Text(frozenset(own), " ".join(own))
