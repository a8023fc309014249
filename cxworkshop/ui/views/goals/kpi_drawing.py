"""The readings of a KPI over time with its baseline and its target, and what they say in a sentence."""

from __future__ import annotations

import datetime

from cxworkshop.analysis.scores import score
from cxworkshop.analysis.series import Reading, series
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.improvements.readings_drawing import Level, ReadingsDrawing


def kpi_drawing(board: Board, kpi: str, today: datetime.date) -> ReadingsDrawing:
    """The readings up to a day."""
    card = board.card(kpi)
    own = [one for one in series(board, kpi) if one.at.date() <= today]
    levels = []
    baseline, target = score(card, "baseline"), score(card, "target")
    if baseline is not None:
        levels.append(Level(baseline, tr("baseline {value}", value=tr.number(baseline, 2)), "soft"))
    if target is not None:
        levels.append(Level(target, tr("target {value}", value=tr.number(target, 2)), "good"))
    return ReadingsDrawing(said(card, own), own, levels, frozenset(), _late(card, own, today), today, "kpi")


def _late(card: Card, own: list[Reading], today: datetime.date) -> float:
    every = score(card, "every_days")
    if every is None or not own:
        return 0.0
    return max((today - own[-1].at.date()).days - every, 0.0)


def said(card: Card, own: list[Reading]) -> str:
    """Where the KPI stands."""
    baseline, target = score(card, "baseline"), score(card, "target")
    if not own:
        return tr("No reading yet. Enter the first one below.")
    newest = own[-1].value
    value = tr.number(newest, 2)
    if target is None:
        return tr("Newest reading {value}; there is no target yet.", value=value)
    down = card.get("direction") == "down" or (card.get("direction") is None and (baseline or 0) > target)
    if newest <= target if down else newest >= target:
        return tr("Newest reading {value} has reached the target {target}.", value=value, target=tr.number(target, 2))
    return tr("Newest reading {value}; the target is {target}.", value=value, target=tr.number(target, 2))
