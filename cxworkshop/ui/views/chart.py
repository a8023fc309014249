"""A drawing in a page: hovered for what a point says, pressed to select its card, walked through by arrow keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.navigation import DIRECTIONS
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.drawing import Drawing, Spot, window_look


class Chart(QWidget):
    """Shows what `make` gives. `wanted` gives the id of a card that was pressed twice (or Enter on its spot)."""

    wanted = Signal(str)

    def __init__(
        self, room: Room, make: Callable[[], Drawing], height: int = 420, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._room, self._make = room, make
        self._drawing: Drawing | None = None
        self._picture: QPixmap | None = None
        self._at: int | None = None  # the spot the keys stand on
        self.spots: list[Spot] = []
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        room.selection_changed.connect(self.repaint_soon)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(640, self._height)

    def use_height(self, height: int) -> None:
        """For charts as tall as their contents."""
        self._height = height
        self.setMinimumHeight(height)
        self.updateGeometry()

    def refresh(self) -> None:
        """Work the drawing out anew."""
        self._drawing = self._make()
        texts = self._drawing.texts()
        self.setAccessibleName(texts[0] if texts else "")
        self.setAccessibleDescription(" · ".join(texts[1:])[:2000])
        self.repaint_soon()

    def repaint_soon(self) -> None:
        """Paint again, with the selection of the moment."""
        self._picture = None
        self.update()

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._paint_picture()
        assert self._picture is not None
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self._at is not None and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(themes.current.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.spots[self._at].area.adjusted(-3, -3, 3, 3), 6, 6)

    def _paint_picture(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        assert self._drawing is not None
        painter = QPainter(self._picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        look = window_look(frozenset(self._room.selection))
        self.spots = self._drawing.paint(painter, QRectF(self.rect()), look)
        painter.end()
        if self._at is not None and self._at >= len(self.spots):
            self._at = None

    # Pointing

    def spot_at(self, at: QPointF) -> Spot | None:
        """The spot under a place, the smallest where several overlap."""
        if self._picture is None:
            self._paint_picture()
        under = [spot for spot in self.spots if spot.area.contains(at)]
        return min(under, key=lambda spot: spot.area.width() * spot.area.height(), default=None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot_at(QPointF(event.pos()))
            if spot is None or not spot.tip:
                QToolTip.hideText()
            else:
                self._tell(spot, event.globalPos())
            return True
        return super().event(event)

    def _tell(self, spot: Spot, where: QPoint) -> None:
        # Qt reads a text that looks like markup as markup: hand it over as what it is, text.
        QToolTip.showText(where, QtGui.Qt.convertFromPlainText(spot.tip), self, spot.area.toAlignedRect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot and spot.card else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self._at = self.spots.index(spot)
            self._press(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not None and spot.card:
            self.wanted.emit(spot.card)

    def _press(self, spot: Spot) -> None:
        if spot.card:
            self._room.select([spot.card])
        self.update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in DIRECTIONS and self.spots:
            self._walk_to(self._next(*DIRECTIONS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.spots:
            self._walk_to(0 if key == Qt.Key.Key_Home else len(self.spots) - 1)
        elif key == Qt.Key.Key_Space and self._at is not None:
            self._press(self.spots[self._at])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None and self.spots[self._at].card:
            self.wanted.emit(self.spots[self._at].card)
        else:
            super().keyPressEvent(event)

    def _next(self, across: int, down: int) -> int:
        """The nearest spot in that direction; the one stood on where there is none."""
        if self._at is None:
            return 0
        here = self.spots[self._at].area.center()
        ahead: list[tuple[float, int]] = []
        for number, spot in enumerate(self.spots):
            way = spot.area.center() - here
            along, aside = way.x() * across + way.y() * down, abs(way.x() * down) + abs(way.y() * across)
            if along > 0.5:
                ahead.append((along + 2 * aside, number))
        return min(ahead)[1] if ahead else self._at

    def stand_on(self, card: str) -> QRectF | None:
        """Let the keys go on from the spot of a card, after the drawing has changed; gives its place, None without."""
        if self._picture is None:
            self._paint_picture()
        number = next((number for number, spot in enumerate(self.spots) if spot.card == card), None)
        self._at = number if number is not None else self._at
        return None if number is None else self.spots[number].area

    def _walk_to(self, number: int) -> None:
        self._at = number
        spot = self.spots[number]
        self.setAccessibleDescription(spot.tip)
        if spot.card:
            self._room.select([spot.card])
        corner = spot.area.bottomLeft().toPoint()
        self._tell(spot, self.mapToGlobal(corner))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
