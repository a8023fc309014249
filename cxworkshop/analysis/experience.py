"""What customers expect, live through and remember along a journey: gaps, mean, peak and end. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxworkshop.analysis.scores import by_title, mean, score
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.words import N_

GAP_FORMULA = N_("gap 1 = experience − expectation; gap 2 = memory − experience")
GAP_SOURCE = N_("after A. Parasuraman, V. Zeithaml, L. Berry: SERVQUAL, expectation against perception")
PEAK_END_FORMULA = N_("peak-end = (peak + end) / 2: the strongest experience and the last one, beside the mean")
PEAK_END_SOURCE = N_("D. Kahneman and others, When More Pain Is Preferred to Less, 1993")


@dataclass(frozen=True)
class Gaps:
    """The gaps of one touchpoint, −10…+10 each; None where a score is absent.

    `gap1` = experience − expectation, `gap2` = memory − experience.
    """

    id: str
    gap1: float | None
    gap2: float | None


@dataclass(frozen=True)
class JourneyExperience:
    """A journey as one persona lives through it, from the experience scores (−5…+5); None without any score.

    `peak` is the experience of largest absolute value (the earliest on a tie), `end` that of the last touchpoint
    scored, `peak_end` = (peak + end) / 2 (Kahneman), shown beside the mean and never instead of it. `touchpoints` are
    the ids walked, in order; `peak_at` and `end_at` say where peak and end lie. `persona` is None for "everybody".
    """

    id: str
    persona: str | None
    mean: float | None
    peak: float | None
    end: float | None
    peak_end: float | None
    touchpoints: tuple[str, ...]
    peak_at: str | None
    end_at: str | None


def gaps_of(touchpoint: Card) -> Gaps:
    """The two gaps of a touchpoint."""
    expectation, experience, memory = (score(touchpoint, name) for name in ("expectation", "experience", "memory"))
    return Gaps(touchpoint.id, _difference(experience, expectation), _difference(memory, experience))


def gaps_of_touchpoints(board: Board) -> list[Gaps]:
    """The gaps of every touchpoint in the order of the journeys; those that lie in none come last, by title."""
    walked = {card.id: card for journey in board.journeys() for card in board.touchpoints(journey.id)}
    others = sorted((card for card in board.of_kind("touchpoint") if card.id not in walked), key=by_title)
    return [gaps_of(card) for card in (*walked.values(), *others)]


def experiences(board: Board) -> list[JourneyExperience]:
    """Every journey for every persona that walks it: journeys in their order, personas by title, then id.

    A persona walks the journeys it is linked to; of a journey of which it is linked to touchpoints only, those
    touchpoints; without any `walks` link every journey of its own side.
    """
    personas = sorted(board.of_kind("persona"), key=by_title)
    walks = {persona.id: {link.target for link in board.links_from(persona.id, "walks")} for persona in personas}
    found = []
    for journey in board.journeys():
        touchpoints = board.touchpoints(journey.id)
        whole = experience(journey.id, None, touchpoints)  # what most personas live through
        for persona in personas:
            own = _walked(board, journey, touchpoints, persona, walks[persona.id])
            if own is not None and len(own) == len(touchpoints):
                found.append(replace(whole, persona=persona.id))
            elif own is not None:
                found.append(experience(journey.id, persona.id, own))
    return found


def touchpoints_walked(board: Board, journey_id: str, persona_id: str | None = None) -> list[Card]:
    """The touchpoints of a journey that a persona walks, in order; all of them where no persona is named.

    Empty where the persona does not walk the journey. KeyError where journey or persona does not exist.
    """
    touchpoints = board.touchpoints(journey_id)
    if persona_id is None:
        return touchpoints
    walks = {link.target for link in board.links_from(persona_id, "walks")}
    return _walked(board, board.card(journey_id), touchpoints, board.card(persona_id), walks) or []


def experience(journey: str, persona: str | None, touchpoints: Sequence[Card]) -> JourneyExperience:
    """Mean, peak and end of touchpoints in the order in which they are walked."""
    scored = [(value, card.id) for card in touchpoints if (value := score(card, "experience")) is not None]
    everywhere = tuple(card.id for card in touchpoints)
    if not scored:
        return JourneyExperience(journey, persona, None, None, None, None, everywhere, None, None)
    peak, peak_at = max(scored, key=lambda own: abs(own[0]))
    end, end_at = scored[-1]
    average = mean(value for value, _ in scored)
    return JourneyExperience(journey, persona, average, peak, end, (peak + end) / 2, everywhere, peak_at, end_at)


def _walked(
    board: Board, journey: Card, touchpoints: Sequence[Card], persona: Card, walks: set[str]
) -> list[Card] | None:
    """The touchpoints of the journey that the persona walks, None where it does not walk it."""
    if not walks:
        return list(touchpoints) if board.side_of(persona) == board.side_of(journey) else None
    if journey.id in walks:
        return list(touchpoints)
    return [card for card in touchpoints if card.key in walks] or None


def _difference(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other
