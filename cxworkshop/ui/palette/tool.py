"""One kind in the palette: pressed twice or dragged, it becomes a card. Knows no workshop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from cxworkshop.model.cards import KINDS, CardKind
from cxworkshop.ui import icons, mime
from cxworkshop.ui.palette.drag import drag
from cxworkshop.ui.parts.labels import Elided, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes


class Band(QLabel):
    """The colour band of a kind with its icon beside it."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setFixedSize(QSize(33, 22))

    def show_kind(self, kind: str) -> None:
        """Show the band of another kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = themes.current.accent(self._kind)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(0, 0, 8, self.height(), 3, 3)
        picture: QPixmap = icons.pixmap(self._kind, accent, 18)
        painter.drawPixmap(QPointF(14, (self.height() - 18) / 2), picture)


class KindTool(QFrame):
    """A kind of card. `wanted` when it was pressed twice or by Enter."""

    wanted = Signal(str)

    def __init__(self, kind: CardKind, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Tool")
        self.kind = kind
        self._pressed_at: QPointF | None = None
        self._name = Elided("", "", self)
        self._key = Words(key, "key", self, wrap=False)
        if not key:
            self._key.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 7, 0)
        row.setSpacing(6)
        row.addWidget(Band(kind.name, self))
        row.addWidget(self._name, 1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.retranslate()

    def retranslate(self) -> None:
        name = tr(self.kind.label)
        self._name.setText(name)
        self.setFixedHeight(round(34 * themes.text_scale))
        self.setToolTip(tr(self.kind.why))
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr(self.kind.why))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not self.isEnabled():
            return
        if (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            drag(self, mime.KIND, self.kind.name, self.kind.name, tr(self.kind.label))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        self.wanted.emit(self.kind.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.wanted.emit(self.kind.name)
        else:
            super().keyPressEvent(event)


class KindMark(QLabel):
    """The icon of a kind in its colour, for rows of lists."""

    def __init__(self, kind: str, parent: QWidget | None = None, *, size: int = 16) -> None:
        super().__init__(parent)
        self.setPixmap(icons.pixmap(kind, themes.current.accent(kind), size))
        self.setFixedSize(QSize(size, size + 2))
        self.setToolTip(tr(KINDS[kind].label))
