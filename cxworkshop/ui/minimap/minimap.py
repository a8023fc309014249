"""The small map over the corner of the wall: blocks in the colours of the kinds and a frame that can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.picture import Picture
from cxworkshop.ui.canvas.wall_view import WallView
from cxworkshop.ui.minimap.scaling import Scaling, fits, scroll_to_centre
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

_EDGE = 10  # pixels from the corner
_FADED = 0.25
_NAME = "minimap"


class Minimap(QWidget):
    """A child of what holds the wall. It hides where the whole wall shows anyway, and when it is switched off."""

    def __init__(self, room: Room, wall: WallView, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._wall, self._settings = room, wall, settings
        self._blocks = QPixmap()
        self._drawn: tuple[object, ...] = ()
        self._held: QPointF | None = None
        self.scaling = Scaling.of(1.0, 1.0)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        wall.zoom_changed.connect(lambda _: self._later.start())
        for bar in (wall.horizontalScrollBar(), wall.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.update())
            bar.rangeChanged.connect(lambda *_: self._later.start())
        for signal in (room.document_changed, room.journey_changed, room.selection_changed, tr.changed, themes.changed):
            signal.connect(self._later.start)
        room.changed.connect(lambda _: self._later.start())
        parent.installEventFilter(self)
        self._later.start()

    @property
    def on(self) -> bool:
        """Whether it is wanted at all."""
        return self._settings.is_on(_NAME, default=False)  # it lies over the wall: wanted, not given

    def toggle(self) -> None:
        """Switch it off, or on again."""
        self._settings.turn(_NAME, not self.on)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._later.start()
        return False

    def refresh(self) -> None:
        """Show, hide and place it as the wall is now."""
        layout = self._wall.picture.layout
        self.setAccessibleName(tr("Small map of the wall"))
        self.setToolTip(tr("Drag the frame to look elsewhere"))
        self.setVisible(self.on and bool(layout.boxes) and not fits(self._wall.camera, layout.width, layout.height))
        if self.isHidden():
            return
        self.scaling = Scaling.of(layout.width, layout.height)
        self.resize(self.scaling.width, self.scaling.height)
        viewport = self._wall.viewport()
        corner = viewport.mapTo(self.parentWidget() or viewport, viewport.rect().bottomRight())
        self.move(corner.x() - self.width() - _EDGE, corner.y() - self.height() - _EDGE)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._wall.picture
        key = (
            picture,
            themes.current.name,
            self._wall.found,
            self._room.selection,
            self.size(),
            self.devicePixelRatio(),
        )
        if key != self._drawn:
            self._draw_blocks(picture)
            self._drawn = key
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._blocks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(themes.current.colour("focus"))
        fill.setAlpha(36)
        painter.setBrush(fill)
        painter.setPen(QPen(themes.current.colour("focus"), 1.6))
        painter.drawRoundedRect(self.frame(), 2, 2)
        painter.end()

    def frame(self) -> QRectF:
        """What is seen of the wall, in pixels of the map."""
        seen = QRectF(*self.scaling.to_map(self._wall.camera.seen))
        return seen & QRectF(self.rect()).adjusted(2, 2, -2, -2)

    def _draw_blocks(self, picture: Picture) -> None:
        ratio, theme = self.devicePixelRatioF(), themes.current
        self._blocks = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        self._blocks.setDevicePixelRatio(ratio)
        self._blocks.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._blocks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("strong_line"), 1.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        found, chosen = self._wall.found, set(self._room.selection)
        for card, box in picture.boxes.items():
            painter.setOpacity(_FADED if found is not None and card not in found else 1.0)
            painter.setBrush(theme.colour("text") if card in chosen else theme.accent(picture.board.card(card).kind))
            painter.drawRect(self._block(box.rect))
        painter.end()

    def _block(self, rect: Rect) -> QRectF:
        """A card on the map, never too small to be seen."""
        x, y, wide, high = self.scaling.to_map(rect)
        return QRectF(x, y, max(wide, 2.0), max(high, 1.5))

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        frame, at = self.frame(), event.position()
        self._held = at - frame.center() if frame.contains(at) else QPointF(0, 0)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._look_at(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._look_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _look_at(self, at: QPointF) -> None:
        held = self._held or QPointF(0, 0)
        x, y = self.scaling.to_wall(at.x() - held.x(), at.y() - held.y())
        self._wall.scroll_to(*scroll_to_centre(self._wall.camera, x, y))
