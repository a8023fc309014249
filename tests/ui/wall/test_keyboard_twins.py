"""Every gesture of the wall has its keyboard twin: each pair is done in two windows, and both show the same after it.

TWINS is the list. One window is worked with the mouse, the other with keys as the system sends them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from cxworkshop.ui.canvas import lane_verbs, paint_lanes
from cxworkshop.ui.canvas.paint_curve import point_at
from cxworkshop.ui.canvas.places import place_at
from tests.ui.window.conftest import Keyboard, settle

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def outcome(window) -> dict[str, Any]:
    """What the user sees, without the ids that no user sees."""
    board, wall = window.the_room.board, window.wall
    cells = {
        key: [board.card(card).title for card in cards] for key, cards in sorted(wall.picture.cells.items()) if cards
    }
    said = sorted((link.verb, board.card(link.source).title, board.card(link.target).title) for link in board.links())
    stages = [(board.card(c.stage).title, c.stage in board.cards) for c in wall.picture.layout.columns if c.stage]
    chosen = sorted(board.card(card).title for card in window.the_room.selection)
    editing = wall.editor.toPlainText() if wall.editor is not None else None
    return {"cells": cells, "links": said, "stages": stages, "chosen": chosen, "editing": editing, "menu": menu_texts()}


def menu_texts() -> list[str]:
    menu = QApplication.activePopupWidget()
    return [action.text() for action in menu.actions()] if menu is not None else []


def looked_at(window) -> dict[str, Any]:
    """Which way the view went, not how far."""
    camera = window.wall.camera
    return {"right": camera.x > 0, "down": camera.y > 0, "nearer": camera.zoom > 1.0, "farther": camera.zoom < 1.0}


def lanes(window) -> dict[str, Any]:
    """The names of the lanes from the top, and which of them is taken."""
    wall = window.wall
    names = [box.lane.name(str) for box in wall.picture.layout.lanes]
    return {"lanes": names, "taken": None if window.the_room.selection else lane_verbs.taken(wall)}


class Mouse:
    """The mouse on one window."""

    def __init__(self, window, hand) -> None:
        self.window, self.hand, self.wall = window, hand, window.wall

    def right_click(self, at: QPoint) -> None:
        self.hand.click(at, button=Qt.MouseButton.RightButton)
        where = self.wall.viewport().mapToGlobal(at)
        QApplication.sendEvent(self.wall.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where))

    def type(self, text: str) -> None:
        """What follows a gesture is typed in either case."""
        self.hand.type(text)
        self.hand.key(Qt.Key.Key_Return)

    def plus(self) -> QPoint:
        return paint_lanes.plus_place(self.wall.picture, self.wall.camera).center().toPoint()

    def lane(self, lane: str) -> QPoint:
        """A point of a lane's name."""
        box = self.wall.picture.layout.lane_box(lane)
        return QPoint(40, round(self.wall.camera.to_screen(0, box.y + box.height / 2)[1]))

    def curve(self, card: str) -> QPoint:
        """A point of the experience curve that selects the touchpoint."""
        lane = self.wall.picture.layout.lane_box("experience")
        x = self.wall.picture.layout.curve_x[card]
        for y in range(round(lane.y), round(lane.bottom)):
            if point_at(self.wall.picture, lane, x, y, 3.0) == card:
                return QPoint(*(round(value) for value in self.wall.camera.to_screen(x, y)))
        raise AssertionError("the curve has no such point")

    def line(self, source: str, target: str) -> QPoint:
        """A point of a link's line where no card lies."""
        link = next(own for own in self.wall.picture.links_of(source) if own.target == target)
        path = self.wall.picture.curve(link)
        for step in range(1, 100):
            point = path.pointAtPercent(step / 100)
            at = QPointF(*self.wall.camera.to_screen(point.x(), point.y()))
            if place_at(self.wall, at).what == "cell":
                return at.toPoint()
        raise AssertionError("cards hide the whole line")

    def choose(self, *texts: str) -> None:
        choose(*texts)

    @staticmethod
    def text(words: str) -> QMimeData:
        """A text dragged from another program, and copied there as well for who pastes it."""
        QApplication.clipboard().setText(words)
        data = QMimeData()
        data.setText(words)
        return data


def choose(*texts: str) -> None:
    """Press Enter on an entry of the open menu, through its submenus."""
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu), "no menu is open"
    window = opened.parentWidget().window()
    for text in texts:
        action = next(own for own in opened.actions() if text in own.text())
        inside = action.menu()
        opened.setActiveAction(action)
        QTest.keyClick(opened, Qt.Key.Key_Return)
        settle()
        opened = inside
    close_menus()
    window.activateWindow()  # offscreen nobody gives it back
    settle()


class Keys:
    """The keyboard on one window: "Alt+Right" presses, ":text" types and ends with Enter, "menu:a/b" chooses."""

    def __init__(self, keyboard: Keyboard) -> None:
        self.keyboard = keyboard

    def do(self, steps: tuple[str, ...]) -> None:
        for step in steps:
            if step.startswith(":"):
                self.keyboard.type(step[1:])
                self.keyboard.press(Qt.Key.Key_Return)
            elif step.startswith("menu:"):
                choose(*step[5:].split("/"))
            else:
                self.press(step)

    def press(self, shortcut: str) -> None:
        pressed = QKeySequence(shortcut)[0]
        key = pressed.key()
        if key == Qt.Key.Key_Tab and pressed.keyboardModifiers() & SHIFT:
            key = Qt.Key.Key_Backtab
        self.keyboard.press(key, modifiers=pressed.keyboardModifiers())


@dataclass(frozen=True)
class Twin:
    """`start`: what is selected before. `seen`: what both windows must show alike afterwards."""

    gesture: str
    mouse: Callable[[Mouse], object]
    keys: tuple[str, ...]
    start: tuple[str, ...] = ()
    seen: Callable[[Any], dict[str, Any]] = field(default=outcome)
    changes: bool = True


TWINS = (
    # Selecting
    Twin("click on a card", lambda m: m.hand.click(m.hand.at("t2")), ("Right",), ("t1",)),
    Twin("click on a stage's name", lambda m: m.hand.click(m.hand.stage("s6")), ("Up",), ("t6",)),
    Twin("click on a point of the curve", lambda m: m.hand.click(m.curve("t2")), ("Right",), ("t1",)),
    Twin("click on the ground", lambda m: m.hand.click(m.hand.cell("s1", "problems")), ("Escape",), ("n1",)),
    Twin("Shift and click", lambda m: m.hand.click(m.hand.at("t2"), modifiers=SHIFT), ("Shift+Right",), ("t1",)),
    Twin(
        "rubber band over a lane",
        lambda m: m.hand.drag(m.hand.at("t1", -0.03, -0.03), m.hand.at("t9", 1.03, 0.5)),
        ("Shift+End",),
        ("t1",),
    ),
    Twin(
        "rubber band over everything",
        lambda m: m.hand.drag(
            QPoint(m.wall.camera.left + 2, m.wall.camera.top + 2), m.wall.viewport().rect().bottomRight() - QPoint(3, 3)
        ),
        ("Ctrl+A",),
    ),
    # Titles
    Twin(
        "double click on a card",
        lambda m: (m.hand.double_click(m.hand.at("n1")), m.type("To be heard")),
        ("F2", ":To be heard"),
        ("n1",),
    ),
    Twin(
        "double click on a stage's name",
        lambda m: (m.hand.double_click(m.hand.stage("s6")), m.type("Money")),
        ("Up", "F2", ":Money"),
        ("t6",),
    ),
    Twin(
        "Esc while typing",
        lambda m: (m.hand.double_click(m.hand.at("n1")), m.hand.key(Qt.Key.Key_Escape)),
        ("F2", "Escape"),
        ("n1",),
        changes=False,
    ),
    # Adding
    Twin(
        "double click in an empty cell",
        lambda m: (m.hand.double_click(m.hand.cell("s3", "problems")), m.type("No receipt")),
        ("3", ":No receipt"),
        ("t3",),
    ),
    Twin(
        "a kind dragged from the palette into a stage",
        lambda m: (m.hand.drop(m.hand.palette("need"), m.hand.cell("s3", "needs")), m.type("To see the price")),
        ("4", ":To see the price"),
        ("t3",),
    ),
    Twin(
        "a kind dropped right below a card",
        lambda m: (m.hand.drop(m.hand.palette("need"), m.hand.at("n1", 0.5, 1.05)), m.type("In between")),
        ("Return", ":In between"),
        ("n1",),
    ),
    Twin(
        "a value dropped on a need",
        lambda m: (m.hand.drop(m.hand.palette("value"), m.hand.at("n4")), m.type("Told the truth")),
        ("Tab", ":Told the truth"),
        ("n4",),
    ),
    Twin(
        "a process dropped on a value",
        lambda m: (m.hand.drop(m.hand.palette("process"), m.hand.at("v1")), m.type("Listening")),
        ("Tab", ":Listening"),
        ("v1",),
    ),
    Twin(
        "a problem dropped on a need",
        lambda m: (m.hand.drop(m.hand.palette("problem"), m.hand.at("n4")), m.type("Nobody knows")),
        ("Shift+Tab", ":Nobody knows"),
        ("n4",),
    ),
    Twin(
        "a text dropped into a lane",
        lambda m: m.hand.drop(m.text("Asking\nWaiting"), m.hand.cell("s3", "touchpoints")),
        ("Ctrl+V",),
        ("t3",),
    ),
    Twin("the +", lambda m: (m.hand.click(m.plus()), m.type("Telling others")), ("Ctrl+Return", ":Telling others")),
    # Moving
    Twin(
        "a card dragged to another stage",
        lambda m: m.hand.drag(m.hand.at("n1"), m.hand.cell("s6", "needs")),
        ("Alt+Right",),
        ("n1",),
    ),
    Twin(
        "a card dragged within its cell",
        lambda m: m.hand.drag(m.hand.at("n3"), m.hand.at("n1", 0.5, -0.05)),
        ("Alt+Up",),
        ("n3",),
    ),
    Twin(
        "several cards dragged together",
        lambda m: m.hand.drag(m.hand.at("n1"), m.hand.cell("s6", "needs")),
        ("Alt+Right",),
        ("n1", "n3"),
    ),
    Twin(
        "a stage dragged by its name",
        lambda m: m.hand.drag(m.hand.stage("s2"), m.hand.stage("s3") + QPoint(30, 0)),
        ("Alt+Right",),
        ("s2",),
    ),
    # Linking
    Twin(
        "a card dropped on a card",
        lambda m: m.hand.drag(m.hand.at("v1"), m.hand.at("n4")),
        ("L", ":Know what"),
        ("v1",),
    ),
    Twin(
        "a link drawn from a handle",
        lambda m: m.hand.drag(m.hand.at("v1", 0.5, -0.06), m.hand.at("n4")),
        ("L", ":know what is"),
        ("v1",),
    ),
    Twin(
        "a link drawn to an empty place",
        lambda m: (m.hand.drag(m.hand.at("n4", 0.5, 1.06), m.hand.cell("s4", "values")), m.type("Told the truth")),
        ("Tab", ":Told the truth"),
        ("n4",),
    ),
    Twin(
        "a link cut on its line",
        lambda m: (m.right_click(m.line("v1", "n1")), m.choose("Cut this link")),
        ("Shift+F10", "menu:Cut a link/satisfies"),
        ("v1",),
    ),
    # Menus
    Twin("right click on a card", lambda m: m.right_click(m.hand.at("n1")), ("Shift+F10",), ("n1",)),
    Twin("right click on a card, menu key", lambda m: m.right_click(m.hand.at("n1")), ("Menu",), ("n1",)),
    Twin("right click on a stage", lambda m: m.right_click(m.hand.stage("s6")), ("Up", "Shift+F10"), ("t6",)),
    Twin(
        "a stage added from the menu",
        lambda m: (m.right_click(m.hand.stage("s6")), m.choose("Add a stage before"), m.type("Asking")),
        ("Up", "Menu", "menu:Add a stage before", ":Asking"),
        ("t6",),
    ),
    Twin(
        "a card deleted from the menu",
        lambda m: (m.right_click(m.hand.at("n1")), m.choose("Delete")),
        ("Delete",),
        ("n1",),
    ),
    Twin(
        "a stage deleted from the menu",
        lambda m: (m.right_click(m.hand.stage("s6")), m.choose("Delete the stage")),
        ("Up", "Delete"),
        ("t6",),
    ),
    # Looking
    Twin("wheel", lambda m: m.hand.wheel(m.hand.at("t1"), -240), ("Ctrl+Down", "Ctrl+Down"), (), looked_at),
    Twin("wheel with Shift", lambda m: m.hand.wheel(m.hand.at("t1"), -240, SHIFT), ("Ctrl+Right",), (), looked_at),
    Twin(
        "the wall pulled",
        lambda m: m.hand.drag(QPoint(500, 300), QPoint(400, 300), button=Qt.MouseButton.MiddleButton),
        ("Ctrl+Right",),
        (),
        looked_at,
    ),
    Twin(
        "double click on a lane's name",
        lambda m: (m.hand.double_click(m.lane("needs")), m.type("Wishes")),
        ("Shift+F2", ":Wishes"),
        ("n1",),
        lambda w: lanes(w),
    ),
    Twin(
        "a lane dragged by its name",
        lambda m: m.hand.drag(m.lane("needs"), m.lane("problems") - QPoint(0, 30)),
        ("Alt+PgUp",),
        ("n1",),
        lambda w: {"lanes": lanes(w)["lanes"]},
    ),
    Twin(
        "click on a lane's name", lambda m: m.hand.click(m.lane("touchpoints")), ("Left",), ("t1",), lambda w: lanes(w)
    ),
    Twin("click on the corner", lambda m: m.hand.click(QPoint(20, 15)), ("Shift+L",)),
    Twin("Ctrl and wheel", lambda m: m.hand.wheel(QPoint(300, 300), 240, CTRL), ("+",), (), lambda w: nearness(w)),
    Twin(
        "Ctrl and wheel back", lambda m: m.hand.wheel(QPoint(300, 300), -240, CTRL), ("-",), (), lambda w: nearness(w)
    ),
)


def nearness(window) -> dict[str, Any]:
    seen = looked_at(window)
    return {"nearer": seen["nearer"], "farther": seen["farther"]}


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.gesture)
def test_keys_do_what_the_gesture_does(twin, open_window, hand_on, keyboard):
    large = (900, 600) if twin.seen is not outcome else (2600, 2000)
    by_mouse = open_window(width=large[0], height=large[1])
    by_mouse.the_room.select(twin.start)
    before = twin.seen(by_mouse)
    twin.mouse(Mouse(by_mouse, hand_on(by_mouse.wall)))
    settle()
    expected = twin.seen(by_mouse)
    close_menus()
    assert (expected != before) == twin.changes, "what the gesture does"

    by_keys = open_window(width=large[0], height=large[1])
    by_keys.the_room.select(twin.start)
    by_keys.wall.setFocus()
    settle()
    Keys(keyboard).do(twin.keys)
    assert twin.seen(by_keys) == expected
    close_menus()


def close_menus() -> None:
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
        settle()


def test_every_gesture_of_the_wall_is_in_the_list():
    """A new gesture has to be written here beside its keys."""
    from cxworkshop.ui.canvas import gestures

    pairs = {
        "DragCards": "a card dragged to another stage",
        "DrawLink": "a link drawn from a handle",
        "DropFromElsewhere": "a text dropped into a lane",
        "DropFromPalette": "a kind dragged from the palette into a stage",
        "Pan": "the wall pulled",
        "ReorderLane": "a lane dragged by its name",
        "ReorderStage": "a stage dragged by its name",
        "RubberBand": "rubber band over a lane",
    }
    assert set(pairs) == set(gestures.__all__) - {"Gesture"}
    assert set(pairs.values()) <= {twin.gesture for twin in TWINS}


def test_the_menu_the_system_asks_for_by_key_opens_beside_the_card(window):
    window.the_room.select(["t1"])
    at = window.wall.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, window.wall.viewport().mapToGlobal(at))
    QApplication.sendEvent(window.wall.viewport(), event)
    menu = QApplication.activePopupWidget()
    rect = window.wall.camera.rect_to_screen(window.wall.picture.rect("t1"))
    place = window.wall.viewport().mapFromGlobal(menu.pos())
    assert rect.x <= place.x() <= rect.right and rect.y <= place.y() <= rect.bottom + 2
    close_menus()


def test_enter_does_what_an_empty_wall_invites_to(open_window, keyboard, tmp_path):
    from cxworkshop.document import Document

    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    settle()
    window.wall.setFocus()
    Keys(keyboard).do(("Return", ":First"))
    assert [card.title for card in window.the_room.board.of_kind("stage")] == ["First"]


def test_space_alone_does_nothing(window, keyboard):
    window.the_room.select(["n1"])
    window.wall.setFocus()
    before, place = outcome(window), window.wall.scroll_place()
    keyboard.press(Qt.Key.Key_Space)
    assert outcome(window) == before
    assert window.wall.scroll_place() == place
    assert not window.wall.space_held
