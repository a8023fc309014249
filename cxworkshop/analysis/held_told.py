"""What the readings say of all improvements, in a sentence. Judges nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cxworkshop.analysis.held import HELD, ROLLED_BACK, SLIPPING, Held

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
