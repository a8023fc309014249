"""What weighing everything says, in whole sentences for the window, the shared screen and the report. Draws nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cxworkshop.analysis.experience import JourneyExperience
from cxworkshop.analysis.landscape import UNDER, zone
from cxworkshop.analysis.losses import largest_loss
from cxworkshop.analysis.opportunity import Opportunity
from cxworkshop.analysis.pain import Pain
from cxworkshop.analysis.scores import score
from cxworkshop.analysis.sensitivity import Sensitivity, Swap
from cxworkshop.analysis.value_effort import FIRST, Weight
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.i18n import Translator

LONG = 70  # characters of a title inside a sentence
FEW = 3  # needs named in one sentence
_INNER = {"ru": str.maketrans("«»", "„“"), "en": str.maketrans("“”", "‘’")}
_SCORES = {"importance": N_("importance"), "satisfaction": N_("satisfaction")}


def named(card: Card, tr: Translator, most: int = LONG) -> str:
    """A title for a sentence that puts it in quotation marks: short, its own marks turned into inner ones."""
    title = " ".join(card.title.split()) or tr("(no title)")
    title = title if len(title) <= most else f"{title[: most - 1].rstrip()}…"
    return title.translate(_INNER[tr.language])


def signed(value: float | None, tr: Translator) -> str:
    """A score on the scale −5…+5 with its sign; "–" where there is none."""
    return f"+{tr.number(value)}" if value is not None and value > 0 else tr.number(value)


def of_curve(touchpoints: Sequence[Card], found: JourneyExperience, board: Board, tr: Translator) -> str:
    """Where most is lost; else where it is strongest; else that nothing is scored."""
    loss = largest_loss(touchpoints)
    if loss is not None:
        return tr(
            "Most is lost at “{touchpoint}”: customers expected {expectation} and got {experience}",
            touchpoint=named(loss, tr),
            expectation=signed(score(loss, "expectation"), tr),
            experience=signed(score(loss, "experience"), tr),
        )
    if found.peak_at is None:
        return tr("Nothing is scored along this journey yet")
    place = named(board.card(found.peak_at), tr)
    if any(score(card, "expectation") is not None for card in touchpoints):
        text = N_("Nowhere do customers get less than they expected; the strongest moment is “{touchpoint}”, {score}")
    else:
        text = N_("The strongest moment is “{touchpoint}”, {score}")
    return tr(text, touchpoint=place, score=signed(found.peak, tr))


def of_figures(found: JourneyExperience, scored: int, tr: Translator) -> str:
    """Mean and peak-end beside each other, with the number of touchpoints they rest on."""
    if found.mean is None or found.peak_end is None:
        return tr("experience not scored yet")
    return tr(
        "mean {mean} (n = {n}) · peak {peak} · end {end} · peak-end {peak_end}",
        mean=signed(round(found.mean, 1), tr),
        n=scored,
        peak=signed(found.peak, tr),
        end=signed(found.end, tr),
        peak_end=signed(round(found.peak_end, 1), tr),
    )


def of_landscape(found: Sequence[Opportunity], board: Board, tr: Translator) -> str:
    """How many needs are under-served, and which is the largest opportunity."""
    scored = [own for own in found if own.scored]
    if not found:
        return tr("No need has been named yet")
    if not scored:
        return tr("The needs are named, and not yet scored")
    largest = named(board.card(scored[0].id), tr)
    under = sum(zone(own) == UNDER for own in scored)
    if not under:
        return tr("No need is under-served; the largest opportunity is “{need}”", need=largest)
    return tr.plural(
        "{n} need is important and not met: “{need}”",
        "{n} needs are important and not met, above all “{need}”",
        under,
        need=largest,
    )


def of_matrix(found: Sequence[Weight], board: Board, tr: Translator) -> str:
    """What to do first, or why nobody can say."""
    if not found:
        return tr("No improvement has been named yet")
    placed = [own for own in found if own.quadrant is not None]
    if not placed:
        return tr("The improvements are named, and not yet weighed")
    first = [own for own in placed if own.quadrant == FIRST]
    best = (first or placed)[0]
    text = (
        N_("Do “{improvement}” first: impact {impact} for an effort of {effort}")
        if first
        else N_("Nothing brings much for little; best is “{improvement}”: impact {impact}, effort {effort}")
    )
    return tr(
        text,
        improvement=named(board.card(best.id), tr),
        impact=tr.number(best.impact),
        effort=tr.number(best.effort),
    )


def of_pains(found: Sequence[Pain], board: Board, tr: Translator) -> str:
    """Which problem hurts most."""
    if not found:
        return tr("No problem has been named yet")
    worst = found[0]
    if worst.pain is None:
        return tr("The problems are named, and not yet scored")
    card = board.card(worst.id)
    return tr(
        "“{problem}” hurts most: severity {severity} × frequency {frequency} = {pain}",
        problem=named(card, tr),
        severity=tr.number(score(card, "severity")),
        frequency=tr.number(score(card, "frequency")),
        pain=tr.number(worst.pain),
    )


def of_votes(points: Mapping[str, float], board: Board, tr: Translator) -> str:
    """Which card got most points."""
    there = sorted(
        ((-value, board.cards[card].title, card) for card, value in points.items() if card in board.cards),
    )
    if not there or there[0][0] >= 0:
        return tr("Nobody has voted yet")
    first = [card for value, _, card in there if value == there[0][0]]
    most, total = tr.number(-there[0][0]), tr.number(-sum(value for value, _, _ in there))
    if len(first) > 1:
        return tr.plural(
            "{n} card leads with {points} of {all} points",
            "{n} cards lead with {points} points each of {all}",
            len(first),
            points=most,
            all=total,
        )
    card = named(board.card(first[0]), tr)
    return tr("“{card}” leads with {points} of {all} points", card=card, points=most, all=total)


def of_sensitivity(found: Sensitivity, board: Board, tr: Translator) -> list[str]:
    """How firmly the top needs stand: one sentence on all scores together, one on who comes and goes, one on single
    scores. Empty where no need is scored."""
    if not found.scored:
        return []
    if not found.can_change:
        return [
            tr.plural(
                "{n} need is scored: it is the whole top list, and no score can change that.",
                "{n} needs are scored: they are the whole top list, and no score can change that.",
                found.scored,
            )
        ]
    return [_together(found, tr), *_comers(found, board, tr), _alone(found, board, tr)]


def _together(found: Sensitivity, tr: Translator) -> str:
    text = (
        N_("The first {top} stand firm: they stay the same in {share} % of {draws} draws that move all scores by 20 %.")
        if found.kept >= 0.8
        else N_(
            "The first {top} are not certain: they stay in {share} % of {draws} draws that move all scores by 20 %."
        )
    )
    return tr(text, top=len(found.top), share=_percent(found.kept, tr), draws=tr.number(found.draws, 0))


def _comers(found: Sensitivity, board: Board, tr: Translator) -> list[str]:
    said = []
    for text, moves in (
        (N_("Out of them falls most often: {needs}."), found.leaving),
        (N_("Into them comes most often: {needs}."), found.entering),
    ):
        if moves:
            needs = ", ".join(
                tr("“{need}” ({share} %)", need=named(board.card(need), tr, 45), share=_percent(share, tr))
                for need, share in moves[:FEW]
            )
            said.append(tr(text, needs=needs))
    return said


def _alone(found: Sensitivity, board: Board, tr: Translator) -> str:
    if not found.swaps:
        return tr("No single score moved by 20 % changes them.")
    return of_swap(found.swaps[0], board, tr)


def of_swap(swap: Swap, board: Board, tr: Translator) -> str:
    """One single score that is enough to change the top."""
    return tr(
        "One score is enough: {score} of “{need}” {by} puts “{enters}” in the place of “{leaves}”.",
        score=tr(_SCORES[swap.field]),
        need=named(board.card(swap.need), tr, 45),
        by=signed(swap.by, tr),
        enters=named(board.card(swap.enters), tr, 45),
        leaves=named(board.card(swap.leaves), tr, 45),
    )


def _percent(share: float, tr: Translator) -> str:
    """A share as whole per cent, never 0 or 100 where it is not."""
    value = round(100 * share)
    return tr.number(min(max(value, 1), 99) if 0 < share < 1 else value, 0)
