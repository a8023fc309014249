"""What the readings say of all improvements, in a sentence. Judges nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from cxworkshop.analysis.held import HELD, ROLLED_BACK, SLIPPING, Held
from cxworkshop.model.board import Board

if TYPE_CHECKING:
    from cxworkshop.i18n import Translator


def told_held(states: Iterable[Held], tr: Translator) -> str:
    """How many improvements hold, slip and have rolled back."""
    found = [own.held for own in states]
    kept, slipping, back = (found.count(state) for state in (HELD, SLIPPING, ROLLED_BACK))
    if not kept + slipping + back:
        return tr("What held? No safeguard has a reading yet")
    if not slipping and not back:
        return tr.plural("{n} improvement holds, none slips", "{n} improvements hold, none slips", kept)
    if not kept and not slipping:
        return tr.plural(
            "{n} improvement has rolled back, none holds", "{n} improvements have rolled back, none holds", back
        )
    return tr("Held: {held}, slipping: {slipping}, rolled back: {back}", held=kept, slipping=slipping, back=back)


def told_marked(board: Board, states: Collection[Held], tr: Translator) -> str:
    """How many more are marked as sliding back than readings show (only those are counted); "" where none is."""
    marked = sum(board.card(own.id).get("status") in (SLIPPING, ROLLED_BACK) for own in states if own.held is None)
    if not marked:
        return ""
    if not any(own.held for own in states):
        return told_unmeasured(marked, tr)
    return tr.plural(
        "So say the readings. {n} more is marked as sliding back, but no reading shows it.",
        "So say the readings. {n} more are marked as sliding back, but no reading shows it.",
        marked,
    )


def told_unmeasured(marked: int, tr: Translator) -> str:
    """That some are marked as sliding back where no reading judges any."""
    return tr.plural(
        "{n} improvement is marked as sliding back; no reading shows it",
        "{n} improvements are marked as sliding back; no reading shows it",
        marked,
    )
