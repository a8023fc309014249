"""A place for one picture: chosen from a file, dropped, pasted, taken away. Knows pictures, no workshop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxworkshop.errors import Told
from cxworkshop.ui import portraits
from cxworkshop.ui.file_dialog import ask_for_file
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PictureWell(QWidget):
    """Shows a picture, or the first letters of `name`. `given` gives the data string entered (None: taken away);
    `failed` a Told where a file held no picture."""

    given = Signal(object)
    failed = Signal(object)

    def __init__(self, side: int, kind: str = "persona", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._kind, self._name = side, kind, ""
        self._value: object = None
        self._over = self._read_only = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(side, side)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Portrait"))
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def show_picture(self, value: object, name: str) -> None:
        """Show a picture by its data string, or what stands for `name` where it is none."""
        self._value, self._name = value, name
        self._say()
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Only show it."""
        self._read_only = read_only
        self.setAcceptDrops(not read_only)
        self._say()

    @property
    def has_picture(self) -> bool:
        return isinstance(self._value, str) and bool(self._value)

    def _say(self) -> None:
        self.setAccessibleDescription(tr("A picture") if self.has_picture else tr("No picture yet"))
        hint = tr("Drop a picture here, paste one (Ctrl+V), or press to choose a file.")
        self.setToolTip("" if self._read_only else hint)

    # Taking in

    def choose(self) -> None:
        """Ask for a file."""
        if self._read_only:
            return
        kinds = portraits.name_filter(tr("Pictures"))
        path = ask_for_file(self, tr("Choose a picture"), Path.home(), kinds)
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Take a picture file in, or say why not."""
        try:
            self.given.emit(portraits.portrait_of_file(path))
        except Told as problem:
            self.failed.emit(problem)

    def paste(self) -> bool:
        """Take what was copied, a picture or a picture file; False where it is neither."""
        return self._take(portraits.portrait_in(QGuiApplication.clipboard().mimeData()))

    def remove(self) -> None:
        """Take the picture away."""
        if self.has_picture and not self._read_only:
            self.given.emit(None)

    def _take(self, found: str | Path | None) -> bool:
        if found is None or self._read_only:
            return False
        if isinstance(found, Path):
            self.take_file(found)
        else:
            self.given.emit(found)
        return True

    # Mouse and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.choose()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()  # else the window would paste or delete cards
            return True
        return super().event(event)

    @staticmethod
    def _is_ours(event: QKeyEvent) -> bool:
        paste = event.matches(QKeySequence.StandardKey.Paste)
        return paste or event.key() in (*_REMOVE, *_CHOOSE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in _REMOVE:
            self.remove()
        elif event.key() in _CHOOSE:
            self.choose()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasImage() or any(url.isLocalFile() for url in mime.urls()):
            event.acceptProposedAction()
            self._hover(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(False)
        if self._take(portraits.portrait_in(event.mimeData())):
            event.acceptProposedAction()

    def _hover(self, over: bool) -> None:
        self._over = over
        self.update()

    # Painting

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = themes.current
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        portraits.paint(painter, area, self._value, self._name, theme.accent(self._kind), theme.colour("surface"))
        if self.hasFocus() or self._over:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, self._side * 0.12, self._side * 0.12)
