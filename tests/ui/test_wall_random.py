"""Random hands on two walls of one room: what is laid out is what is on the board; undo of everything empties it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from cxworkshop.actions import cards
from cxworkshop.analysis.guests import guests
from cxworkshop.model.arrangement import lay_out
from cxworkshop.ui import folding, fonts, mime
from cxworkshop.ui.canvas import verbs

KINDS = ("persona", "touchpoint", "problem", "need", "value", "process", "improvement", "note")
STEPS = 60
LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_Escape, Qt.Key.Key_Return,
)  # fmt: skip


class Random:
    """Random hands on the first of two walls; the second looks on, and now and then somebody works there."""

    def __init__(self, room, wall, other, hand, seed: int) -> None:
        self.room, self.wall, self.other, self.hand = room, wall, other, hand
        self.rnd = random.Random(seed)

    # Where

    def point(self) -> QPoint:
        camera = self.wall.camera
        return QPoint(self.rnd.randrange(-30, camera.width + 30), self.rnd.randrange(-30, camera.height + 30))

    def card(self) -> QPoint:
        card = self.rnd.choice(list(self.wall.picture.boxes))
        self.wall.reveal(card)
        return self.hand.at(card, self.rnd.random(), self.rnd.random())

    def somewhere(self) -> QPoint:
        return self.card() if self.rnd.random() < 0.5 else self.point()

    # What

    def drag(self) -> None:
        start, end = self.card(), self.somewhere()
        modifiers = self.rnd.choice([Qt.KeyboardModifier.NoModifier, SHIFT, CTRL])
        self.hand.drag(start, end, modifiers=modifiers)

    def rubber_band(self) -> None:
        self.hand.drag(self.point(), self.point(), modifiers=self.rnd.choice([Qt.KeyboardModifier.NoModifier, SHIFT]))

    def drag_disturbed(self) -> None:
        """Something comes between press and release."""
        start, end = self.somewhere(), self.point()
        self.hand.press(start)
        self.hand.drag_over(start, end)
        self.rnd.choice(
            [
                lambda: self.hand.key(Qt.Key.Key_Escape),
                self.somebody_else,
                self.room.undo if self.room.document.undo_depth > 1 else self.room.redo,
                lambda: self.hand.hover(end),
                lambda: self.other_button(end),
                self.wall.clearFocus,
                self.wall.edit_selected,
                lambda: self.wall.scroll_to(self.rnd.randrange(300), self.rnd.randrange(300)),
            ]
        )()
        self.hand.drag_over(end, start)
        self.hand.release(self.somewhere())

    def other_button(self, at: QPoint) -> None:
        where = QPointF(self.wall.viewport().mapToGlobal(at))
        for what, buttons in ((QEvent.Type.MouseButtonPress, LEFT | RIGHT), (QEvent.Type.MouseButtonRelease, LEFT)):
            event = QMouseEvent(what, QPointF(at), where, RIGHT, buttons, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self.wall.viewport(), event)

    def somebody_else(self) -> None:
        board, rnd = self.room.board, self.rnd
        stages = [column.stage for column in self.wall.picture.layout.columns if column.stage]
        chosen = rnd.choice(list(self.wall.picture.boxes))
        rnd.choice(
            [
                lambda: self.room.do(lambda b: cards.add(b, "touchpoint", "Else", rnd.choice(stages or [None]))),
                lambda: self.room.do(lambda b: cards.edit(b, chosen, title="Longer " * rnd.randrange(12))),
                lambda: self.room.do(lambda b: cards.delete(b, [chosen]), initiator=self.other),
                lambda: verbs.add_card(self.other, rnd.choice(KINDS)) and self.other.close_editors(),
            ]
        )()
        assert board is self.room.board

    def line(self) -> None:
        card = self.rnd.choice(list(self.wall.picture.boxes))
        self.wall.reveal(card)
        self.hand.click(self.hand.at(card))
        handle = self.hand.at(card, 0.5, 0.0) - QPoint(0, 4)
        self.hand.drag(handle, self.somewhere())
        self.end_typing()

    def link_by_keys(self) -> None:
        self.hand.click(self.card())
        self.wall.start_link()
        if self.wall.picker is not None:
            for _ in range(self.rnd.randrange(4)):
                self.hand.key(self.rnd.choice([Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left]))
            self.hand.key(self.rnd.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape]))
        if self.wall.picker is not None:
            self.wall.picker.dismiss()

    def new_kind(self) -> None:
        self.hand.drop(self.hand.palette(self.rnd.choice(KINDS)), self.somewhere())
        self.end_typing()

    def from_elsewhere(self) -> None:
        data = QMimeData()
        if self.rnd.random() < 0.5:
            data.setText("One\nTwo")
        else:
            data.setData(mime.MOVE, self.rnd.choice(list(self.wall.picture.boxes)).encode())
        if self.rnd.random() < 0.3:
            self.hand.carry(data, self.somewhere())
            self.somebody_else()
            self.hand.leave()
        else:
            self.hand.drop(data, self.somewhere())

    def by_keys(self) -> None:
        for _ in range(3):
            self.hand.key(self.rnd.choice(KEYS), self.rnd.choice([Qt.KeyboardModifier.NoModifier, SHIFT]))
        self.end_typing()

    def command(self) -> None:
        wall = self.wall
        self.rnd.choice(
            [
                wall.delete_selected, wall.duplicate_selected, wall.copy, wall.cut, wall.paste, wall.add_below,
                wall.add_in_next_lane, wall.add_stage, wall.zoom_in, wall.zoom_out, wall.zoom_to_fit,
                wall.zoom_to_lane, wall.zoom_to_selection, wall.edit_selected, wall.select_all,
                lambda: wall.move_selected(self.rnd.choice(["left", "right", "up", "down"])),
            ]
        )()  # fmt: skip
        if len(self.room.selection) > 12:
            self.room.select(self.room.selection[:3])
        self.end_typing()

    def undo(self) -> None:
        if self.room.document.undo_depth > 1:
            self.room.undo()

    def redo(self) -> None:
        self.room.redo()

    def zoom(self) -> None:
        self.wall.set_zoom(self.rnd.choice([0.12, 0.2, 0.4, 1.0, 1.7]))

    def pan(self) -> None:
        self.hand.drag(self.point(), self.point(), button=MIDDLE)

    def stage(self) -> None:
        own = [column.stage for column in self.wall.picture.layout.columns if column.role == "stage"]
        if own:
            start = self.hand.stage(self.rnd.choice(own))
            self.hand.drag(start, start + QPoint(self.rnd.randrange(-500, 500), self.rnd.randrange(-40, 300)))

    def double_click(self) -> None:
        self.hand.double_click(self.point())
        self.end_typing()

    def end_typing(self) -> None:
        if self.wall.editor is not None:
            if self.rnd.random() < 0.6:
                self.hand.type("ы")
            self.hand.key(self.rnd.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab]))
        self.wall.close_editors()

    def fold(self) -> None:
        lane, column = (
            self.rnd.choice(self.wall.picture.layout.lanes),
            self.rnd.choice(self.wall.picture.layout.columns),
        )
        if self.rnd.random() < 0.5:
            folding.turn_lane(self.room, lane.lane.id)
        elif column.stage:
            folding.turn_stage(self.room, column.stage)
        if self.rnd.random() < 0.6:
            folding.open_all(self.room)

    def one(self) -> str:
        gestures: list[Callable[[], Any]] = [
            self.drag, self.drag, self.rubber_band, self.drag_disturbed, self.drag_disturbed, self.line,
            self.link_by_keys, self.new_kind, self.from_elsewhere, self.by_keys, self.command, self.command,
            self.undo, self.redo, self.zoom, self.pan, self.stage, self.double_click, self.fold, self.somebody_else,
        ]  # fmt: skip
        gesture = self.rnd.choice(gestures)
        gesture()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            popup.actions()[0].trigger()
            popup.close()
        self.wall.setFocus()
        return gesture.__name__


def check(room, wall):
    board = room.board
    visiting = guests(board, room.map(), room.journey)
    wanted = lay_out(board, room.journey, room.depths(), fonts.title_width, visiting, room.folded)
    assert wall.picture.layout == wanted
    assert wall.gesture is None and wall.look.hidden == frozenset() and wall.look.cell is None
    assert set(wall.look.selection) <= board.cards.keys()
    assert wall.editor is None or wall.editor.card_id in board.cards
    if not wall.glide.running:
        assert wall.picture.moved == {}
    for card, box in wall.picture.boxes.items():
        x, y = box.rect.centre
        assert wall.picture.moved or wall.picture.card_at(x, y) == card
    wall.viewport().repaint()


@pytest.mark.parametrize("seed", range(4))
def test_what_is_laid_out_is_what_is_on_the_board(open_room, open_wall, hand_on, seed):
    room = open_room("ru")
    wall, other = open_wall(room, 1300, 900), open_wall(room, 900, 700)
    wall.animated = seed % 2 == 1
    wall.activateWindow()
    wall.setFocus()
    hands, before, done = Random(room, wall, other, hand_on(wall), seed), room.board.snapshot(), []
    for _ in range(STEPS):
        if not wall.picture.boxes:
            break
        done.append(hands.one())
        check(room, wall)
        assert other.picture.layout == wall.picture.layout, done
    QApplication.processEvents()
    while room.document.undo_depth > 1:
        room.undo()
    check(room, wall)
    assert room.board.snapshot() == before
    room.undo()
    assert wall.picture.boxes == {} and other.picture.boxes == {}
    assert wall.invitation is not None
