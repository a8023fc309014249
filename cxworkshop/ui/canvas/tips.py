"""Tooltips of the wall: the whole title, the note, what a mark means. Always plain text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QHelpEvent, Qt
from PySide6.QtWidgets import QToolTip

from cxworkshop.analysis.scores import score
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.canvas import link_verbs
from cxworkshop.ui.canvas.lane_verbs import about_lanes
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr

LONGEST = 600  # characters of a note


def show(wall: Wall, event: QHelpEvent) -> None:
    """Show the tooltip of what is under the pointer, or none."""
    place = place_at(wall, QPointF(event.pos()))
    text = text_of(wall, place)
    if not text:
        QToolTip.hideText()
        event.ignore()
        return
    # Qt reads a text that looks like markup as markup: hand it over as what it is, text.
    QToolTip.showText(event.globalPos(), Qt.convertFromPlainText(text), wall.viewport(), _around(wall, place))


def text_of(wall: Wall, place: Place) -> str:
    """What the tooltip says, "" for nothing."""
    board = wall.room.board
    if place.what == "plus":
        return tr("Add a stage")
    if place.what == "corner":
        return about_lanes(wall)
    if place.what == "label":
        box = wall.picture.layout.lane_box(place.lane) if place.lane is not None else None
        return f"{box.lane.name(tr)}\n{tr(box.lane.hint)}".rstrip() if box is not None else ""
    if place.what == "stage":
        stage = board.find(place.stage)
        parts = [
            stage.title if stage else "",
            tr("Here the company takes the money") if stage and stage.get("selling") else "",
        ]
        return "\n".join(part for part in parts if part)
    if place.link is not None:
        return link_verbs.told(wall, place.link)
    if place.what == "handle":
        return tr("Drag to another card to link the two")
    card = board.find(place.card)
    return _of_card(wall, card) if card is not None and place.what in ("card", "curve") else ""


def _of_card(wall: Wall, card: Card) -> str:
    lines = [f"{tr(KINDS[card.kind].label)}: {card.title or tr('(no title)')}", *facts(wall, card)]
    if card.note:
        lines += ["", card.note if len(card.note) <= LONGEST else f"{card.note[:LONGEST]}…"]
    return "\n".join(lines)


def facts(wall: Wall, card: Card) -> list[str]:
    """What the marks under a card's title mean, one sentence each: scores, owner and closeness, pain, opportunity."""
    face = wall.picture.face(card.id) if card.id in wall.picture.boxes else None
    lines = []
    if face is not None and face.meta:
        lines.append(face.meta + face.tail)
    if face is not None and face.truth:
        lines.append(tr("moment of truth"))
    severity, frequency = score(card, "severity"), score(card, "frequency")
    if severity is not None and frequency is not None:
        lines.append(
            tr(
                "severity {s} × frequency {f} = pain {p}",
                s=tr.number(severity),
                f=tr.number(frequency),
                p=tr.number(severity * frequency),
            )
        )
    if card.kind == "need" and face is not None and face.badge:
        lines.append(tr("opportunity {o} of 20", o=face.badge))
    return lines


def _around(wall: Wall, place: Place) -> QRect:
    if place.card is None or place.card not in wall.picture.boxes or place.what != "card":
        return QRect()
    rect = wall.camera.rect_to_screen(wall.picture.rect(place.card))
    return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))
