"""What a point of the wall can be, and a press there that is not yet let go."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF


@dataclass(frozen=True, slots=True)
class Place:
    """`what`: card, handle, stage, plus, label, corner (the sign for all lanes), fold, curve, cell, beside (outside of
    all cells), invitation.

    `card` is the card, or the touchpoint of a point on the curve; `stage` the stage whose name or column this is;
    `link` the key of the link that runs through this part of a cell, or beside all cells.
    """

    what: str
    card: str | None = None
    stage: str | None = None
    column: int | None = None
    lane: str | None = None
    link: str | None = None


@dataclass(frozen=True)
class Press:
    """A button pressed and not yet let go. `held`: the card was selected already."""

    place: Place
    at: QPointF
    adding: bool
    held: bool
