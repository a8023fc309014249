"""How much of the work serves the personas aimed at, and what comes first then: figures and sentences. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxworkshop.analysis import opportunity
from cxworkshop.analysis.aimed import FORMULA, SOURCE, Aimed, aimed, is_aimed_at
from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card

if TYPE_CHECKING:
    from cxworkshop.i18n import Translator

QUESTIONS = ("attract_and_keep", "matters_most", "be_best")


@dataclass(frozen=True)
class Share:
    """How many of all serve those aimed at; `label` names them, `tip` says how it was counted."""

    label: str
    part: int
    of: int
    tip: str

    @property
    def value(self) -> float | None:
        return self.part / self.of if self.of else None


@dataclass(frozen=True)
class Serving:
    """The figures of one moment: the personas aimed at of how many, the two shares, both rankings."""

    aimed_at: int
    personas: int
    needs: Share
    improvements: Share
    first: tuple[Card, ...]  # needs of the personas aimed at, by opportunity
    all_needs: tuple[Card, ...]  # every need, by opportunity
    whose: dict[str, tuple[str, ...]]  # need → ids of the personas aimed at that have it


def serving(board: Board, own_map: BackwardMap, tr: Translator) -> Serving:
    """The figures of a board."""
    found = aimed(board, own_map)
    personas = board.of_kind("persona")
    return Serving(
        sum(is_aimed_at(persona) for persona in personas),
        len(personas),
        _share(tr("Needs"), len(found.needs), board.count("need"), tr),
        _share(tr("Improvements"), len(found.improvements), board.count("improvement"), tr),
        tuple(board.card(need.id) for need in found.needs),
        tuple(opportunity.ranked_needs(board.of_kind("need"))),
        _whose(found),
    )


def _whose(found: Aimed) -> dict[str, tuple[str, ...]]:
    return {need.id: need.personas for need in found.needs}


def _share(label: str, part: int, whole: int, tr: Translator) -> Share:
    counted = tr("{label}: {part} of {all}", label=label, part=part, all=whole)
    return Share(label, part, whole, "\n".join([counted, tr(FORMULA), tr(SOURCE)]))


def headline(own: Serving, tr: Translator) -> str:
    """What the page says in one sentence."""
    if not own.personas:
        return tr("Whom do you do this for? Answer three questions, then name the personas you mean.")
    if not own.aimed_at:
        return tr("Nobody is aimed at yet: mark below whom to attract and whom to keep.")
    if own.aimed_at == own.personas > 1:
        return tr("Everybody is aimed at, so nobody comes first. Fewer, but better: whom can you leave out?")
    return shares_said(own, tr)


def shares_said(own: Serving, tr: Translator) -> str:
    """The shares in one sentence; of nothing there is no share."""
    needs, improvements = own.needs, own.improvements
    if not own.aimed_at:
        return tr("Say whom to attract and keep: then you see here how much of the work serves them.")
    if not needs.of:
        return tr("The customers are chosen. Their needs come next: what do they need, and where?")
    if not needs.part:
        return tr("No need belongs to those we aim at yet: link the personas to the needs they have.")
    if not improvements.of:
        return tr("{part} of {all} needs are theirs; no improvement serves them yet.", part=needs.part, all=needs.of)
    return tr(
        "{needs} of the needs and {improvements} of the improvements serve those we aim at.",
        needs=percent(needs.value, tr),
        improvements=percent(improvements.value, tr),
    )


def percent(share: float | None, tr: Translator) -> str:
    """A share of 0…1 as the language writes it; "–" where there is none."""
    return "–" if share is None else tr("{n} %", n=round(share * 100))


def need_told(need: Card, tr: Translator) -> str:
    """What a need's figure rests on: scores, who gave them, n, formula and source."""
    own = opportunity.opportunity(need)
    scores = tr(
        "importance {importance}, satisfaction {satisfaction}",
        importance=tr.number(own.importance),
        satisfaction=tr.number(own.satisfaction),
    )
    basis = {"room": tr("room estimate"), "customers": tr("customer data")}.get(own.basis or "", "")
    asked = tr.plural("n = {n} person", "n = {n} people", own.sample) if own.sample else ""
    rests_on = " · ".join(part for part in (basis, asked) if part)
    lines = [need.title or tr("(no title)"), scores, rests_on, tr(opportunity.FORMULA), tr(opportunity.SOURCE)]
    return "\n".join(line for line in lines if line)
