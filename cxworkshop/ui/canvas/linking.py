"""Joining two cards on the wall: the verb is found, a choice offered where several fit, a refusal told gently."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QMenu

from cxworkshop.actions import links
from cxworkshop.actions.links import Sentence
from cxworkshop.model.board import Board
from cxworkshop.model.boxes import Rect
from cxworkshop.model.links import VERBS
from cxworkshop.ui.canvas.picture import path_between
from cxworkshop.ui.canvas.places import box_of
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr

LONGEST = 34  # characters of a title in a sentence


def link(wall: Wall, one: str, other: str, *, at: QPoint | None = None, group: str | None = None) -> bool:
    """Join two cards. Asks with a small menu at `at` (global pixels) where several verbs fit; False when refused."""
    board = wall.room.board
    fitting = links.sentences(board, one, other)
    if not fitting:
        wall.hint(links.no_link(board, one, other).told(tr))
        wall.flash(other)
        return False
    new = links.new_sentences(board, one, other)
    if not new:
        wall.hint(tr("These two cards are linked already"))
        wall.flash(other)
        return False
    if len(new) == 1:
        return draw(wall, new[0], group)
    _offer(wall, new, at, group)
    return True


def prospect(board: Board, one: str, other: str) -> tuple[bool, str]:
    """Whether two cards could be joined, and in words how, or why not."""
    new = links.new_sentences(board, one, other)
    if len(new) > 1:
        return True, tr("Let go and choose how the two are linked")
    if new:
        return True, reading(board, new[0])
    if links.sentences(board, one, other):
        return False, tr("These two cards are linked already")
    return False, links.no_link(board, one, other).told(tr)


def draw(wall: Wall, sentence: Sentence, group: str | None = None) -> bool:
    """Draw this very link."""
    wall.hint(reading(wall.room.board, sentence))
    own = sentence
    return wall.room.do(
        lambda board: links.connect(board, own.source, own.target, own.verb), initiator=wall, group=group
    )


def _offer(wall: Wall, sentences: list[Sentence], at: QPoint | None, group: str | None) -> None:
    menu = QMenu(wall)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for sentence in sentences:
        action = menu.addAction(reading(wall.room.board, sentence).replace("&", "&&"))
        action.triggered.connect(lambda _=False, own=sentence: draw(wall, own, group))
    menu.popup(at or wall.viewport().mapToGlobal(wall.body().center()))


def reading(board: Board, sentence: Sentence) -> str:
    """A link as people read it: source, verb, target."""
    source, target = (board.find(end) for end in (sentence.source, sentence.target))
    verb = tr(VERBS[sentence.verb].label) if sentence.verb in VERBS else sentence.verb
    return tr(
        "“{source}” {verb} “{target}”",
        source=short(source.title if source else ""),
        verb=verb,
        target=short(target.title if target else ""),
    )


def short(title: str) -> str:
    """A title as it stands within a sentence."""
    title = title or tr("(no title)")
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"


def paint_draft(painter: QPainter, wall: Wall, source: str, target: str | None, at: QPointF, *, fits: bool) -> None:
    """A link being drawn, from a card to the pointer or to the card it would join, in pixels."""
    start = wall.camera.rect_to_screen(wall.picture.rect(source))
    end = Rect(at.x(), at.y(), 0.0, 0.0)
    if target is not None and target in wall.picture.boxes:
        end = wall.camera.rect_to_screen(wall.picture.rect(target))
    colour = wall.ink.lit if fits else wall.ink.bad
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2.6, Qt.PenStyle.SolidLine if target and fits else Qt.PenStyle.DashLine))
    painter.drawPath(path_between(start, end))
    if target is not None and target in wall.picture.boxes:
        painter.setPen(QPen(colour, 2.5))
        painter.drawRoundedRect(box_of(end).adjusted(-3, -3, 3, 3), 9, 9)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(at.x() - 4, at.y() - 4, 8, 8))
