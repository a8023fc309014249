"""A drawing in a page: hovered for what a point says, pressed to select its card, walked through by arrow keys, read
aloud spot by spot."""

from __future__ import annotations

from collections.abc import Callable, Hashable

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
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.navigation import DIRECTIONS
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.drawing import Drawing, Spot, window_look
from cxworkshop.ui.views.heard import Heard, heard_spots
from cxworkshop.ui.views.teller import Teller

_BESIDE = 24  # pixels kept above and below a place that is scrolled to
_BY_MOUSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)


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
        self._by_keys = False  # the last thing the user did here was to press a key
        self.spots: list[Spot] = []
        self._heard: tuple[Heard, ...] = ()
        self._heard_of: list[Spot] | None = None
        self.teller = Teller(self)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        room.selection_changed.connect(self._follow_selection)
        self.refresh()

    @property
    def room(self) -> Room:
        return self._room

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
        ring = self.ring()
        if ring is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(themes.current.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, 6, 6)

    def ring(self) -> QRectF | None:
        """Where the focus is drawn: around the spot the keys stand on; around the whole where there is none."""
        if not self.hasFocus():
            return None
        if self._at is not None:
            return self.spots[self._at].area.adjusted(-3, -3, 3, 3)
        return QRectF(self.rect()).adjusted(1, 1, -1, -1) if self._by_keys else None

    def _paint_picture(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        assert self._drawing is not None
        painter = QPainter(self._picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        look = window_look(frozenset(self._room.selection))
        before, stood_on = self._heard_of, self.heard_at()
        self.spots = self._drawing.paint(painter, QRectF(self.rect()), look)
        painter.end()
        keys = [own.key for own in self.heard()] if stood_on is not None else []
        self._at = keys.index(stood_on) if stood_on in keys else None
        if before is not None and [spot.card for spot in before] != [spot.card for spot in self.spots]:
            self.teller.shows_others()

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
        self._by_keys = False
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
        self._by_keys = True
        at = self.spots[self._at] if self._at is not None else None
        if key in DIRECTIONS and self.spots:
            self._walk_to(self._next(*DIRECTIONS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.spots:
            self._walk_to(0 if key == Qt.Key.Key_Home else len(self.spots) - 1)
        elif key == Qt.Key.Key_Space and at is not None:
            self._press(at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at is not None:
            self._press(at)
            if at.card:
                self.wanted.emit(at.card)
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

    def bring_into_view(self, card: str) -> None:
        """Scroll to the spot the keys stand on where it is the card's, else to the first of its spots, unless one of
        them is in sight."""
        if self._picture is None:
            self._paint_picture()
        places = [spot.area for spot in self.spots if spot.card == card]
        if self._at is not None and self.spots[self._at].card == card:
            places = [self.spots[self._at].area]
        seen = QRectF(self.visibleRegion().boundingRect())
        if places and not any(seen.contains(place) for place in places):
            self._scroll_to(places[0])

    def _scroll_to(self, place: QRectF) -> None:
        """Where the chart is taller than what it stands in, the place is scrolled to."""
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        whole = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and whole is not None:
            for corner in (place.bottomRight(), place.topLeft()):
                at = self.mapTo(whole, corner.toPoint())
                area.ensureVisible(at.x(), at.y(), 0, _BESIDE)

    def _walk_to(self, number: int) -> None:
        self._at = number
        spot = self.spots[number]
        if spot.card:
            self._room.select([spot.card])
        self._scroll_to(spot.area)
        corner = spot.area.bottomLeft().toPoint()
        self._tell(spot, self.mapToGlobal(corner))
        self.update()
        self.teller.stands_on(self.heard_at())

    def _follow_selection(self) -> None:
        """The keys go on from the card that was selected elsewhere."""
        chosen = self._room.selection[-1] if self._room.selection else None
        if self._at is not None and self.spots[self._at].card not in self._room.selection:
            self._at = next((number for number, spot in enumerate(self.spots) if spot.card == chosen), self._at)
        self.repaint_soon()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keys = event.reason() not in _BY_MOUSE
        if self._picture is None:
            self._paint_picture()
        if self._by_keys and self._at is None and self.spots:
            chosen = (number for number, spot in enumerate(self.spots) if spot.card in self._room.selection)
            self._at = next(chosen, 0)
        self.update()
        self.teller.stands_on(self.heard_at())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Read aloud

    def heard(self) -> tuple[Heard, ...]:
        if self._picture is None and self._heard_of is None:
            self._paint_picture()
        if self._heard_of is not self.spots:
            self._heard, self._heard_of = heard_spots(self._room.board, self.spots), self.spots
        return self._heard

    def heard_at(self) -> Hashable | None:
        return self.heard()[self._at].key if self._at is not None else None

    def press_heard(self, key: Hashable) -> None:
        keys = [own.key for own in self.heard()]
        if key in keys:
            self._walk_to(keys.index(key))
            assert self._at is not None
            self._press(self.spots[self._at])
