"""The shared screen's window: follows the room's step and spotlight, scales its 1920 x 1080 picture to any display."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.shared_screen.paint import ScreenPainter
from cxworkshop.ui.shared_screen.paint_view import ViewPainter
from cxworkshop.ui.shared_screen.places import HEIGHT, WIDTH
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import PROJECTOR


class SharedScreen(QWidget):
    """What the room sees. Only reads; every change comes through the room's signals."""

    def __init__(self, room: Room) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.room = room
        self._content: ScreenPainter | ViewPainter | None = None
        self.setMinimumSize(QSize(640, 360))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for signal in (room.changed, room.document_changed, room.spotlight_changed, room.step_changed, tr.changed):
            signal.connect(self._refresh)
        room.staged_changed.connect(self._refresh)
        room.story_changed.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    def show_on_best_screen(self) -> None:
        """Full screen on a display other than the facilitator's, where there is one; else a window of its own."""
        others = [screen for screen in QGuiApplication.screens() if screen is not self._facilitators_screen()]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.resize(self.sizeHint())
            self.show()
        self.raise_()

    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    @staticmethod
    def _facilitators_screen() -> object:
        active = QGuiApplication.focusWindow()
        return active.screen() if active is not None else QGuiApplication.primaryScreen()

    def shown_texts(self) -> list[str]:
        """Every text on the screen, in reading order (for screen readers and for tests)."""
        assert self._content is not None
        return self._content.texts()

    def _refresh(self, *_: object) -> None:
        self._content = ViewPainter.of(self.room) or ScreenPainter(self.room)
        self.setWindowTitle(tr("Shared screen — {title}", title=str(self.room.board.workshop.get("title", ""))))
        self.setAccessibleName(tr("Shared screen"))
        self.setAccessibleDescription(" · ".join(self._content.texts())[:2000])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        assert self._content is not None
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(PROJECTOR.ground))
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(QPointF((self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2))
        painter.scale(scale, scale)
        self._content.paint(painter, QRectF(0, 0, WIDTH, HEIGHT))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        elif event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.toggle_full_screen()
