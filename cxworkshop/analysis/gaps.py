"""What is missing on the wall: cards without the link that gives them their sense. Pure; says it in marked English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxworkshop.analysis.scores import by_title
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.i18n import Translator


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
    code: str
    label: str
    one: str
    many: str
    missing: Callable[[Board], Iterable[Card]]

    def gap(self, board: Board) -> Gap | None:
        cards = sorted(self.missing(board), key=by_title)
        return Gap(self.code, tuple(card.id for card in cards), self.label, self.one, self.many) if cards else None


def gaps(board: Board) -> list[Gap]:
    """What is missing, from the customer inwards; what lacks nothing is not mentioned."""
    found = (rule.gap(board) for rule in _RULES)
    return [gap for gap in found if gap is not None]


def codes() -> list[str]:
    """The codes of all gaps there can be, in the order in which they are told."""
    return [rule.code for rule in _RULES]


def _without_source(kind: str, verb: str, source_kind: str) -> Callable[[Board], Iterable[Card]]:
    """The cards of a kind that no card of `source_kind` has a link of that verb to."""

    def missing(board: Board) -> Iterable[Card]:
        found = {link.target for link in board.links(verb) if _is(board, link.source, source_kind)}
        return (card for card in board.of_kind(kind) if card.id not in found)

    return missing


def _without_target(kind: str, verb: str, target_kind: str) -> Callable[[Board], Iterable[Card]]:
    """The cards of a kind that have no link of that verb to a card of `target_kind`."""

    def missing(board: Board) -> Iterable[Card]:
        found = {link.source for link in board.links(verb) if _is(board, link.target, target_kind)}
        return (card for card in board.of_kind(kind) if card.id not in found)

    return missing


def _is(board: Board, card_id: str, kind: str) -> bool:
    card = board.find(card_id)
    return card is not None and card.kind == kind


def _processes_without_need(board: Board) -> Iterable[Card]:
    from cxworkshop.analysis.backward_map import depths

    known = depths(board)
    return (card for card in board.of_kind("process") if known[card.id] is None)


def _objectives_without_kpi(board: Board) -> Iterable[Card]:
    """An objective has a KPI when a KPI tracks a key result that advances it."""
    tracked = {link.target for link in board.links("tracks") if _is(board, link.source, "kpi")}
    reached = {link.target for link in board.links("advances") if link.source in tracked}
    return (card for card in board.of_kind("objective") if card.id not in reached)


_RULES = (
    _Rule(
        "touchpoints_without_need",
        N_("Touchpoints without a need"),
        N_("{n} touchpoint has no need yet."),
        "{n} touchpoints have no need yet.",
        _without_source("touchpoint", "arises_at", "need"),
    ),
    _Rule(
        "problems_blocking_nothing",
        N_("Problems that block no need"),
        N_("{n} problem blocks no need."),
        "{n} problems block no need.",
        _without_target("problem", "blocks", "need"),
    ),
    _Rule(
        "needs_without_value",
        N_("Needs without a value"),
        N_("{n} need has no value yet."),
        "{n} needs have no value yet.",
        _without_source("need", "satisfies", "value"),
    ),
    _Rule(
        "values_without_need",
        N_("Values without a need"),
        N_("{n} value satisfies no need."),
        "{n} values satisfy no need.",
        _without_target("value", "satisfies", "need"),
    ),
    _Rule(
        "values_without_process",
        N_("Values without a process"),
        N_("{n} value is created by no process."),
        "{n} values are created by no process.",
        _without_source("value", "creates", "process"),
    ),
    _Rule(
        "processes_without_need",
        N_("Processes without a need"),
        N_("{n} process serves no need."),
        "{n} processes serve no need.",
        _processes_without_need,
    ),
    _Rule(
        "processes_without_owner",
        N_("Processes without an owner"),
        N_("{n} process has no owner."),
        "{n} processes have no owner.",
        _without_source("process", "owns", "role"),
    ),
    _Rule(
        "improvements_without_safeguard",
        N_("Improvements without a safeguard"),
        N_("{n} improvement has no safeguard."),
        "{n} improvements have no safeguard.",
        _without_source("improvement", "protects", "safeguard"),
    ),
    _Rule(
        "objectives_without_kpi",
        N_("Objectives without a KPI"),
        N_("{n} objective has no KPI."),
        "{n} objectives have no KPI.",
        _objectives_without_kpi,
    ),
)
