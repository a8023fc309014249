"""What is missing on the wall: cards without the link that gives them their sense. Pure; says it in marked English."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.i18n import Translator

_Missing = Callable[[Board, Sequence[Card]], Iterable[Card]]
_FEW = 20  # processes asked for; from here on one pass over the whole map is no slower than a search for each


@dataclass(frozen=True)
class Gap:
    """Cards that lack the same thing: `ids` by title, then id (never empty).

    `code` is for machines ("needs_without_value"), `label` a heading; `one` and `many` the sentence for one card and
    for `{n}` cards: English texts, marked (`many` is found in the
    catalogue by `one`). `told` says it in the reader's language.
    """

    code: str
    ids: tuple[str, ...]
    label: str
    one: str
    many: str

    def told(self, tr: Translator) -> str:
        """The sentence with the number in it: "3 needs have no value yet"."""
        return tr.plural(self.one, self.many, len(self.ids))


@dataclass(frozen=True)
class _Rule:
    """`missing` picks those cards that lack something out of cards of `kind`."""

    code: str
    kind: str
    label: str
    one: str
    many: str
    missing: _Missing

    def gap(self, board: Board, asked: Sequence[Card] | None) -> Gap | None:
        own = board.of_kind(self.kind) if asked is None else [card for card in asked if card.kind == self.kind]
        cards = sorted(self.missing(board, own), key=by_title)
        return Gap(self.code, tuple(card.id for card in cards), self.label, self.one, self.many) if cards else None


def gaps(board: Board, asked: Iterable[str] | None = None, only: Collection[str] | None = None) -> list[Gap]:
    """What is missing, from the customer inwards; what lacks nothing is not mentioned.

    `asked`: ids of cards; what only others lack is left out, and costs nothing. `only`: codes; neither do other gaps.
    """
    cards = None if asked is None else [board.card(own) for own in dict.fromkeys(asked) if own in board.cards]
    found = (rule.gap(board, cards) for rule in _RULES if only is None or rule.code in only)
    return [gap for gap in found if gap is not None]


def codes() -> list[str]:
    """The codes of all gaps there can be, in the order in which they are told."""
    return [rule.code for rule in _RULES]


def _without_source(verb: str, kind: str) -> _Missing:
    """The cards that no card of `kind` has a link of that verb to."""

    def missing(board: Board, cards: Sequence[Card]) -> Iterable[Card]:
        return (
            card for card in cards if not any(_is(board, link.source, kind) for link in board.links_to(card.id, verb))
        )

    return missing


def _without_target(verb: str, kind: str) -> _Missing:
    """The cards that have no link of that verb to a card of `kind`."""

    def missing(board: Board, cards: Sequence[Card]) -> Iterable[Card]:
        return (
            card for card in cards if not any(_is(board, link.target, kind) for link in board.links_from(card.id, verb))
        )

    return missing


def _is(board: Board, card_id: str, kind: str) -> bool:
    card = board.find(card_id)
    return card is not None and card.kind == kind


def _processes_without_need(board: Board, cards: Sequence[Card]) -> Iterable[Card]:
    if len(cards) < _FEW:
        return (card for card in cards if not _serves_a_need(board, card.id))
    from cxworkshop.analysis.backward_map import depths

    known = depths(board)
    return (card for card in cards if known[card.id] is None)


def _serves_a_need(board: Board, process: str) -> bool:
    """Whether a way leads from a process to a need, over those that depend on it."""
    seen, waiting = {process}, [process]
    while waiting:
        own = waiting.pop()
        for made in board.links_from(own, "creates"):
            if _is(board, made.target, "value") and any(
                _is(board, link.target, "need") for link in board.links_from(made.target, "satisfies")
            ):
                return True
        nearer = {link.source for link in board.links_to(own, "depends_on") if _is(board, link.source, "process")}
        waiting += nearer - seen
        seen |= nearer
    return False


def _objectives_without_kpi(board: Board, cards: Sequence[Card]) -> Iterable[Card]:
    """An objective has a KPI when a KPI tracks a key result that advances it."""
    tracked = {link.target for link in board.links("tracks") if _is(board, link.source, "kpi")}
    reached = {link.target for link in board.links("advances") if link.source in tracked}
    return (card for card in cards if card.id not in reached)


_RULES = (
    _Rule(
        "touchpoints_without_need",
        "touchpoint",
        N_("Touchpoints without a need"),
        N_("{n} touchpoint has no need yet."),
        "{n} touchpoints have no need yet.",
        _without_source("arises_at", "need"),
    ),
    _Rule(
        "problems_blocking_nothing",
        "problem",
        N_("Problems that block no need"),
        N_("{n} problem blocks no need."),
        "{n} problems block no need.",
        _without_target("blocks", "need"),
    ),
    _Rule(
        "needs_without_value",
        "need",
        N_("Needs without a value"),
        N_("{n} need has no value yet."),
        "{n} needs have no value yet.",
        _without_source("satisfies", "value"),
    ),
    _Rule(
        "values_without_need",
        "value",
        N_("Values without a need"),
        N_("{n} value satisfies no need."),
        "{n} values satisfy no need.",
        _without_target("satisfies", "need"),
    ),
    _Rule(
        "values_without_process",
        "value",
        N_("Values without a process"),
        N_("{n} value is created by no process."),
        "{n} values are created by no process.",
        _without_source("creates", "process"),
    ),
    _Rule(
        "processes_without_need",
        "process",
        N_("Processes without a need"),
        N_("{n} process serves no need."),
        "{n} processes serve no need.",
        _processes_without_need,
    ),
    _Rule(
        "processes_without_owner",
        "process",
        N_("Processes without an owner"),
        N_("{n} process has no owner."),
        "{n} processes have no owner.",
        _without_source("owns", "role"),
    ),
    _Rule(
        "improvements_without_safeguard",
        "improvement",
        N_("Improvements without a safeguard"),
        N_("{n} improvement has no safeguard."),
        "{n} improvements have no safeguard.",
        _without_source("protects", "safeguard"),
    ),
    _Rule(
        "objectives_without_kpi",
        "objective",
        N_("Objectives without a KPI"),
        N_("{n} objective has no KPI."),
        "{n} objectives have no KPI.",
        _objectives_without_kpi,
    ),
)
