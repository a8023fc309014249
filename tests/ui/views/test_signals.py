"""What every drawing keeps to: letters that can be read from six metres, no colour that says what nothing else says.

The second is tried by edits: whatever change is seen in colours must also be seen when every signal has one colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from cxworkshop.actions import cards, care, meetings, readings, voting
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.fields import FieldType
from cxworkshop.ui.bridge import Action, Room
from cxworkshop.ui.theme import Theme
from cxworkshop.ui.views import VIEWS
from cxworkshop.ui.views.drawing import SMALLEST_ON_SCREEN, Drawing, Look, Spot, screen_look, window_look
from tests.ui.views.pictured import overlapping_texts
from tests.ui.window.conftest import settle

EVERY = pytest.mark.parametrize("view", [view.id for view in VIEWS])
STAGE = QRectF(48, 190, 1824, 842)  # where the shared screen shows a drawing
PAGE = QRectF(0, 0, 1040, 620)
INK = QColor("#777777")
GROUNDS = {"ground", "wall", "surface", "raised", "line", "strong_line", "on_primary", "on_note"}
SCORES = {
    "importance": (1,),
    "satisfaction": (9,),
    "severity": (1,),
    "impact": (1,),
    "effort": (9,),
    "expectation": (-4, 4),
    "experience": (-4, 4),
    "memory": (-4, 4),
    "current": (0, 1_000),
    "due": ("2020-01-01",),
    "limit": ("<= 0", ">= 0"),
}


def turned_to(window, view: str):
    """The page of a view; None where the room sees nothing of it."""
    window.workspace.views.choose(view)
    settle()
    page = window.workspace.views.page
    return page if page.drawing() is not None else None


@EVERY
def test_no_letter_on_the_shared_screen_is_too_small_for_the_last_row(open_window, view):
    page = turned_to(open_window(language="ru"), view)
    if page is None:
        return
    found = overlapping_texts(lambda painter: page.drawing().paint(painter, STAGE, screen_look()))
    assert found.smallest >= SMALLEST_ON_SCREEN or not found.texts
    assert found.outside(STAGE) == []


def edits(board: Board) -> list[tuple[str, Action]]:
    """What may happen to how things stand: fields of a card of every kind, hours, readings, votes, answers."""
    found = [*edited_fields(board)]
    for own in list(board.records("exposure"))[:8]:
        found.append((f"{own.key} forgotten", partial(meetings.forget_exposure, key=own.key)))
    for own in board.of_kind("safeguard"):
        for value in (0, 1_000):
            found.append((f"{own.id} reads {value}", partial(readings.add, of=own.id, at="2026-11-22", value=value)))
    for own in board.of_kind("need")[:3]:
        found.append((f"a vote for {own.id}", partial(voting.give, card_id=own.id)))
    for own in list(board.records("care_answer"))[:12]:
        whose = {name: own.get(name) for name in ("voter", "pair", "side")}
        asked = {name: own.get(name) for name in ("dimension", "card") if own.get(name)}
        for score in (0, 10):
            found.append((f"{own.key} answers {score}", partial(care.answer, **whose, **asked, score=score)))
    return found


def edited_fields(board: Board) -> Iterator[tuple[str, Action]]:
    """For every kind: of its first card each field that says how things stand, with every other value."""
    for kind in KINDS.values():
        card = next(iter(board.of_kind(kind.name)), None)
        for field in kind.fields if card is not None else ():
            now = card.get(field.name)
            values: tuple[object, ...] = SCORES.get(field.name, ())
            if field.type is FieldType.CHOICE:
                values = tuple(own.value for own in field.choices)
            elif field.type is FieldType.FLAG:
                values = (None, True)
            for value in values:
                if value != now:
                    yield f"{card.id}.{field.name} = {value}", partial(edit, card=card.id, fields={field.name: value})


def edit(board: Board, card: str, fields: dict[str, object]) -> ChangeSet:
    return cards.edit(board, card, **fields)


def pictures(make: Callable[[], Drawing]) -> list[QImage]:
    """The drawing as the room sees it and as the window shows it, at half their size."""
    found = []
    for area, look in ((STAGE, screen_look()), (PAGE, window_look())):
        image = QImage(960, 540, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(0.5, 0.5)
        make().paint(painter, area, look)
        painter.end()
        found.append(image)
    return found


def of_one_colour(monkeypatch) -> None:
    """Paint all that a colour could say in one colour, grounds as they are."""
    colour, look_colour = Theme.colour, Look.colour
    monkeypatch.setattr(Theme, "colour", lambda self, role: colour(self, role) if role in GROUNDS else INK)
    monkeypatch.setattr(Look, "colour", lambda self, role: look_colour(self, role) if role in GROUNDS else INK)
    for kind in (Theme, Look):
        monkeypatch.setattr(kind, "accent", lambda self, kind: INK)
        monkeypatch.setattr(kind, "closeness", lambda self, closeness: INK)
    monkeypatch.setattr(Theme, "tint", lambda self, kind: QColor(self.surface))


def seen(room: Room, todo: list[tuple[str, Action]], make: Callable[[], Drawing]) -> list[tuple[str, Action]]:
    """Those of these edits that change the drawing; each is undone."""
    before, found = pictures(make), []
    for name, action in todo:
        room.do(action)
        settle()
        if pictures(make) != before:
            found.append((name, action))
        room.undo()
        settle()
    return found


def told_by_colour_alone(room: Room, make: Callable[[], Drawing], monkeypatch) -> list[str]:
    """The edits that are seen in colours and not without."""
    coloured = seen(room, edits(room.board), make)
    assert coloured, "an edit that shows"
    of_one_colour(monkeypatch)
    plain = [name for name, _ in seen(room, coloured, make)]
    return [name for name, _ in coloured if name not in plain]


@EVERY
def test_no_change_is_told_by_colour_alone(open_window, monkeypatch, view):
    window = open_window()
    page = turned_to(window, view)
    if page is not None:
        window.hide()  # nothing but the drawing is to follow the edits
        assert told_by_colour_alone(window.room, page.drawing, monkeypatch) == []


class Light:
    """Red or green for the aim of a persona, and nothing else."""

    def __init__(self, room: Room) -> None:
        self._aim = room.board.of_kind("persona")[0].get("aim")

    def texts(self) -> list[str]:
        return ["A light"]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        painter.fillRect(area, look.colour("good" if self._aim == "keep" else "bad"))
        return []


def test_the_trial_finds_what_colour_alone_tells(open_window, monkeypatch):
    room = open_window().room
    assert {name.split(" = ")[0] for name in told_by_colour_alone(room, lambda: Light(room), monkeypatch)} == {"p1.aim"}
