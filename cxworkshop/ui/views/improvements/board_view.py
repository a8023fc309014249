"""The board of improvements: columns by status, cards to drag between them or to move by Ctrl and an arrow."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import mixed
from cxworkshop.ui.views.drawing import Look, window_look
from cxworkshop.ui.views.heard import Heard, spoken
from cxworkshop.ui.views.improvements import card_face
from cxworkshop.ui.views.improvements.columns import COLUMNS, Column, Face
from cxworkshop.ui.views.teller import Teller

GAP, HEAD = 10.0, 34.0


class BoardView(QWidget):
    """`moved` gives the id of a card and of the column it is to stand in; `wanted` a card to show on the wall."""

    moved = Signal(str, str)
    wanted = Signal(str)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._faces: dict[str, list[Face]] = {column.id: [] for column in COLUMNS}
        self._places: dict[str, QRectF] = {}
        self._heights: dict[Face, float] = {}  # at `_measured`: of two hundred cards an edit changes one
        self._measured: tuple[float, float] = (0.0, 0.0)
        self._pressed: tuple[str, QPointF] | None = None
        self._drag: QPointF | None = None
        self._at: str | None = None  # the card the keys stand on
        self._heard: tuple[Heard, ...] = ()
        self._heard_of: dict[str, QRectF] | None = None
        self.teller = Teller(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Improvements by status"))
        room.selection_changed.connect(self._follow_selection)

    @property
    def room(self) -> Room:
        return self._room

    def show_faces(self, faces: dict[str, list[Face]]) -> None:
        """Show these cards, by the id of their column."""
        self._faces = faces
        self._lay_out()
        self.teller.shows_others()

    # Places

    def sizeHint(self) -> QSize:
        return QSize(560, self.minimumHeight())

    def _column(self, number: int) -> QRectF:
        width = (self.width() - GAP * (len(COLUMNS) - 1)) / len(COLUMNS)
        return QRectF(number * (width + GAP), 0, width, self.height())

    def _lay_out(self) -> None:
        look = self._look()
        heights, self._heights = self._known(self._column(0).width() - GAP, look), {}
        self._places, lowest = {}, 0.0
        for number, column in enumerate(COLUMNS):
            area = self._column(number).adjusted(GAP / 2, 0, -GAP / 2, 0)
            y = look.size(HEAD)
            for face in self._faces[column.id]:
                tall = heights.get(face) or card_face.height(face, area.width(), look)
                self._heights[face] = tall
                self._places[face.id] = QRectF(area.x(), y, area.width(), tall)
                y += tall + look.size(8)
            lowest = max(lowest, y)
        self.setMinimumHeight(round(max(lowest + 8, look.size(150))))
        self.update()

    def _known(self, width: float, look: Look) -> dict[Face, float]:
        """The heights of cards measured before, as long as columns and letters are of the same size."""
        measured = (width, look.scale)
        known = self._heights if measured == self._measured else {}
        self._measured = measured
        return known

    def _look(self) -> Look:
        return window_look(frozenset(self._room.selection))

    def card_at(self, at: QPointF) -> str | None:
        """The card under a place."""
        return next((card for card, area in self._places.items() if area.contains(at)), None)

    def column_at(self, at: QPointF) -> str:
        """The column under a place, the nearest beside them."""
        share = int(at.x() // max(self.width() / len(COLUMNS), 1))
        return COLUMNS[min(max(share, 0), len(COLUMNS) - 1)].id

    def place_of(self, card_id: str) -> QRectF | None:
        """Where a card stands, in pixels of this widget."""
        return self._places.get(card_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        seen = QRectF(event.rect())
        target = self.column_at(self._drag) if self._drag is not None else None
        for number, column in enumerate(COLUMNS):
            area = self._column(number)
            painter.setPen(QPen(look.colour("focus"), 2) if column.id == target else Qt.PenStyle.NoPen)
            painter.setBrush(mixed(look.colour("line"), look.colour("ground"), 0.55))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 10, 10)
            self._paint_head(painter, area, f"{tr(column.name)} · {len(self._faces[column.id])}", look)
        lifted = self._pressed[0] if self._pressed is not None and self._drag is not None else None
        for face in (own for faces in self._faces.values() for own in faces):
            area = self._places[face.id]
            if face.id != lifted and area.intersects(seen):
                card_face.paint(painter, area, face, look)
                if face.id == self._at and self.hasFocus() and face.id not in look.selected:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(look.colour("focus"), 2, Qt.PenStyle.DotLine))
                    painter.drawRoundedRect(area, 8, 8)
        self._paint_lifted(painter, look)

    def _paint_head(self, painter: QPainter, area: QRectF, text: str, look: Look) -> None:
        painter.setFont(look.font(13, QFont.Weight.DemiBold))
        painter.setPen(look.colour("text"))
        metrics = look.metrics(13, QFont.Weight.DemiBold)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 20)
        painter.drawText(QPointF(area.x() + 10, look.size(HEAD) - look.size(13)), shown)

    def _paint_lifted(self, painter: QPainter, look: Look) -> None:
        if self._pressed is None or self._drag is None:
            return
        card, grip = self._pressed
        face = next((own for faces in self._faces.values() for own in faces if own.id == card), None)
        if face is not None:
            card_face.paint(painter, self._places[card].translated(self._drag - grip), face, look, lifted=True)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            self._at = card
            self._room.select([card] if card is not None else [])
            self._pressed = (card, event.position()) if card is not None else None
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (event.position() - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
            if self._drag is not None or far:
                self._drag = event.position()
                self.update()
        card = self.card_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if card is not None else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, drag = self._pressed, self._drag
        self._pressed = self._drag = None
        self.update()
        if pressed is not None and drag is not None:
            self.move_card(pressed[0], self.column_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position())
        if card is not None:
            self.wanted.emit(card)

    def move_card(self, card: str, column: str) -> None:
        """Ask for a card to stand in a column, unless it stands there."""
        if all(face.id != card for face in self._faces[column]):
            self.moved.emit(card, column)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            card = self.card_at(QPointF(event.pos()))
            face = self._face(card)
            if face is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), QtGui.Qt.convertFromPlainText(card_face.tip(face)), self)
            return True
        return super().event(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._pressed = self._drag = None
            self.update()
        elif side and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move_by(side)
        elif side or key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(side, {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._places:
            self._stand_on(list(self._places)[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at is not None:
            card = self._at
            self._stand_on(card)
            if key != Qt.Key.Key_Space:
                self.wanted.emit(card)
        else:
            super().keyPressEvent(event)

    def _where(self) -> tuple[int, int] | None:
        for number, column in enumerate(COLUMNS):
            ids = [face.id for face in self._faces[column.id]]
            if self._at in ids:
                return number, ids.index(str(self._at))
        return None

    def _move_by(self, side: int) -> None:
        here = self._where()
        if here is not None and self._at is not None and 0 <= here[0] + side < len(COLUMNS):
            self.move_card(self._at, COLUMNS[here[0] + side].id)

    def _walk(self, across: int, down: int) -> None:
        here = self._where()
        if here is None:
            first = next((faces[0].id for faces in self._faces.values() if faces), None)
            self._stand_on(first)
            return
        number, row = here[0], here[1] + down
        while across and 0 <= number + across < len(COLUMNS):
            number += across
            if self._faces[COLUMNS[number].id]:
                break
        own = self._faces[COLUMNS[number].id]
        if own:
            self._stand_on(own[min(max(row, 0), len(own) - 1)].id)

    def _stand_on(self, card: str | None) -> None:
        self._at = card
        if card is not None:
            self._room.select([card])
            face = self._face(card)
            self.setAccessibleDescription(card_face.tip(face).replace("\n", "; ") if face is not None else "")
            self.teller.stands_on(card)
        self.update()

    def _face(self, card: str | None) -> Face | None:
        return next((own for faces in self._faces.values() for own in faces if own.id == card), None)

    def _follow_selection(self) -> None:
        chosen = self._room.selection[0] if self._room.selection else None
        if chosen in self._places:
            self._at = chosen
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at not in self._places:
            self._at = next(iter(self._places), None)
        self.update()
        self.teller.stands_on(self._at)

    # Read aloud

    def heard(self) -> tuple[Heard, ...]:
        if self._heard_of is not self._places:
            columns = (self._heard_column(number, column) for number, column in enumerate(COLUMNS))
            self._heard, self._heard_of = tuple(columns), self._places
        return self._heard

    def heard_at(self) -> str | None:
        return self._at if self._at in self._places else None

    def press_heard(self, key: Hashable) -> None:
        if key in self._places:
            self._stand_on(str(key))

    def _heard_column(self, number: int, column: Column) -> Heard:
        inside = tuple(self._heard_card(face) for face in self._faces[column.id])
        name, many = tr(column.name), len(inside)
        said = tr("{name}: {n}", name=name, n=many)
        return Heard(column.id, lambda: said, lambda: self._column(number), inside=inside, is_list=True)

    def _heard_card(self, face: Face) -> Heard:
        name, said = spoken(self._room.board, face.id, card_face.tip(face))
        return Heard(face.id, lambda: name, lambda: self._places[face.id], lambda: said, face.id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()
