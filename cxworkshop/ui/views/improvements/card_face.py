"""Paints one improvement as a small card, in the window or on the shared screen, and says how tall it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from cxworkshop.ui import icons
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import LIGHT
from cxworkshop.ui.views.drawing import Look
from cxworkshop.ui.views.improvements.columns import AFTER, STATUSES, Face
from cxworkshop.ui.views.weighing.lines import wrapped
from cxworkshop.words import N_

PAD, BAND = 9.0, 4.0
TITLE, SMALL = 13.0, 11.5
MOST_LINES = 3


@dataclass(frozen=True)
class Lines:
    """How many lines a title, and each of the small lines below it, may take."""

    title: int = MOST_LINES
    small: int = 2


USUAL = Lines()
_BOLD = QFont.Weight.Medium
_SIGNS = {"held": "check", "slipping": "warning", "rolled_back": "undo"}
_SAYS = {
    "held": N_("readings: it holds"),
    "slipping": N_("readings: it slips"),
    "rolled_back": N_("readings: rolled back"),
}
_MARKED = {
    "held": N_("marked as held, no reading"),
    "slipping": N_("marked as slipping, no reading"),
    "rolled_back": N_("marked as rolled back, no reading"),
}


def lines(face: Face, short: bool = False) -> list[tuple[str, str, str]]:
    """The small lines below the title: icon, text, colour role; `short`: only what the room needs."""
    found: list[tuple[str, str, str]] = []
    owner = face.owner or tr("nobody answers")
    found.append(("role", owner, "soft" if face.owner else "bad"))
    worth = "" if face.ice is None else tr("ICE {n}", n=tr.number(face.ice, 0))
    when = tr("{date}, past", date=tr.date(face.due)) if face.late else tr.date(face.due) or tr("no date")
    agreed = face.status not in (None, "idea")
    role = "bad" if face.late or (agreed and not face.due) else "soft"
    found.append(("warning" if face.late else "calendar", " · ".join(part for part in (worth, when) if part), role))
    if face.systems and not short:
        found.append(("settings", face.systems, "soft"))
    if face.state is not None:
        found.append((_SIGNS[face.state], tr(_SAYS[face.state]), "good" if face.state == "held" else "bad"))
    elif face.status in AFTER:
        text = (STATUSES if short else _MARKED)[str(face.status)]
        found.append((_SIGNS[str(face.status)], tr(text), "soft" if face.status == "held" else "bad"))
    if face.gaps and face.state is None and not short:
        text = tr("to agree, missing: {n}", n=face.gaps)
        found.append(("warning", text, "soft" if face.status in (None, "idea") else "bad"))
    return found


def title_lines(text: str, width: float, look: Look, size: float = TITLE, most: int = MOST_LINES) -> list[str]:
    """The title broken into at most `most` lines of `width`, the last one ending in … where more would follow."""
    return list(_title_lines(text[:400], width, size, most, look.scale, look.on_screen))


@lru_cache(maxsize=4000)  # an edit changes one card of many, and every card is painted again
def _title_lines(text: str, width: float, size: float, most: int, scale: float, on_screen: bool) -> tuple[str, ...]:
    metrics = Look(LIGHT, scale, on_screen).metrics(size, _BOLD)
    words = " ".join(text.split()).split(" ")
    found: list[str] = []
    line = ""
    for at, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if not line or metrics.horizontalAdvance(longer) <= width:
            line = longer
            continue
        if len(found) == most - 1:
            line = f"{line} {' '.join(words[at:])}"
            break
        found.append(line)
        line = word
    found.append(line)
    return tuple(metrics.elidedText(own, Qt.TextElideMode.ElideRight, width) for own in found)


def height(face: Face, width: float, look: Look, most: Lines = USUAL) -> float:
    """How tall the card is at a width."""
    inner = width - look.size(2 * PAD + BAND)
    title = len(title_lines(face.title, inner, look, most=most.title)) * look.metrics(TITLE, _BOLD).lineSpacing()
    below = lines(face, look.on_screen)
    small = sum(len(_wrapped(text, inner, look, most.small)) for _, text, _ in below)
    return float(title + small * look.metrics(SMALL).lineSpacing() + len(below) * look.size(2) + look.size(2 * PAD + 2))


def paint(
    painter: QPainter, area: QRectF, face: Face, look: Look, *, lifted: bool = False, most: Lines = USUAL
) -> None:
    """The card in `area`; `lifted` while it is dragged."""
    chosen = face.id in look.selected
    painter.setPen(QPen(look.colour("focus" if chosen else "strong_line"), look.size(2 if chosen else 1)))
    painter.setBrush(look.colour("raised" if lifted else "surface"))
    painter.drawRoundedRect(area, look.size(8), look.size(8))
    _band(painter, area, look)
    left = area.x() + look.size(PAD + BAND)
    inner = area.right() - look.size(PAD) - left
    y = area.y() + look.size(PAD)
    metrics = look.metrics(TITLE, _BOLD)
    painter.setFont(look.font(TITLE, _BOLD))
    painter.setPen(look.colour("text"))
    for line in title_lines(face.title, inner, look, most=most.title):
        painter.drawText(QPointF(left, y + metrics.ascent()), line)
        y += metrics.lineSpacing()
    y += look.size(2)
    for sign, text, role in lines(face, look.on_screen):
        y = _small(painter, QPointF(left, y), sign, _wrapped(text, inner, look, most.small), look.colour(role), look)


def _band(painter: QPainter, area: QRectF, look: Look) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.accent("improvement"))
    painter.setClipRect(QRectF(area.x(), area.y(), look.size(BAND), area.height()))
    painter.drawRoundedRect(area, look.size(8), look.size(8))
    painter.restore()


def _small(painter: QPainter, at: QPointF, sign: str, broken: list[str], colour: QColor, look: Look) -> float:
    """One small line at a place, broken already; gives where the next one begins."""
    metrics, y = look.metrics(SMALL), at.y()
    size = metrics.height() * 0.86
    icons.draw(painter, sign, colour, QRectF(at.x(), y + (metrics.height() - size) / 2, size, size))
    painter.setFont(look.font(SMALL))
    painter.setPen(colour)
    for line in broken:
        painter.drawText(QPointF(at.x() + _shift(look), y + metrics.ascent()), line)
        y += metrics.lineSpacing()
    return float(y + look.size(2))


def _shift(look: Look) -> float:
    """The room of the icon before a small line."""
    return look.metrics(SMALL).height() * 0.86 + look.size(5)


def _wrapped(text: str, width: float, look: Look, most: int) -> list[str]:
    return wrapped(text, look.metrics(SMALL), width - _shift(look), most)


def tip(face: Face) -> str:
    """What the card says when one points at it: the whole title, and every line."""
    return "\n".join([face.title, *(text for _, text, _ in lines(face))])
