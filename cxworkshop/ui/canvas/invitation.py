"""What an empty wall says: what to do first, with something to press. Knows words and a place, no actions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from cxworkshop.ui.canvas.camera import Camera
from cxworkshop.ui.canvas.ink import Ink, font, width_of
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

_SEMI = QFont.Weight.DemiBold
_TEXTS = {
    "journey": (
        N_("Whose way do we look at?"),
        N_("A journey is the way of a customer, from left to right. Its stages become the columns of this wall."),
        N_("Begin with a journey"),
    ),
    "stage": (
        N_("What parts does the way have?"),
        N_("Three to seven stages are enough: before the purchase, the purchase and, above all, what comes after."),
        N_("Add the first stage"),
    ),
    "card": (
        N_("Put the first cards on the wall"),
        N_(
            "Drag a card from the left into a stage, or double-click a cell. "
            "A touchpoint is where a customer meets you."
        ),
        N_("Add a touchpoint"),
    ),
}


@dataclass(frozen=True)
class Invitation:
    """`does`: journey, stage or card, what pressing the button makes. `box` and `button` in pixels."""

    does: str
    box: QRectF
    button: QRectF


def invitation_for(picture: Picture, camera: Camera) -> Invitation | None:
    """What to say on this wall; None once it holds stages and cards."""
    stages = any(column.role == "stage" for column in picture.layout.columns)
    does = "journey" if picture.journey is None else "stage" if not stages else "card"
    if picture.boxes and does == "card":
        return None
    wide, high = min(440.0, camera.width - 24.0), 176.0
    x = camera.left + max((camera.width - camera.left - wide) / 2, 12.0)
    y = camera.top + max((camera.height - camera.top - high) / 2.6, 12.0)
    text = width_of(tr(_TEXTS[does][2]), 14.0, _SEMI) + 36.0
    button = QRectF(x + (wide - text) / 2, y + high - 54.0, text, 36.0)
    return Invitation(does, QRectF(x, y, wide, high), button)


def paint_invitation(painter: QPainter, ink: Ink, own: Invitation, hovered: bool) -> None:
    """The words on a sheet with a button under them."""
    title, text, action = (tr(part) for part in _TEXTS[own.does])
    painter.setPen(ink.frame)
    painter.setBrush(ink.surface)
    painter.drawRoundedRect(own.box, 12, 12)
    painter.setPen(ink.text)
    painter.setFont(font(17.0, _SEMI))
    inner = own.box.adjusted(24, 20, -24, -64)
    painter.drawText(inner, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, title)
    painter.setPen(ink.soft)
    painter.setFont(font(13.0))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(inner.adjusted(0, 28, 0, 0), flags, text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.theme.colour("focus" if hovered else "primary"))
    painter.drawRoundedRect(own.button, 8, 8)
    painter.setPen(ink.theme.colour("on_primary"))
    painter.setFont(font(14.0, _SEMI))
    painter.drawText(own.button, Qt.AlignmentFlag.AlignCenter, action)
