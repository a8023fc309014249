"""The bar of nine steps under the top bar: which have enough, which one the room is at; a press turns to another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from cxworkshop.model.steps import STEPS, Step
from cxworkshop.ui import fonts, icons
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.enough import Counted, enough
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

_CIRCLE = 24.0
_NARROW = 92  # below this width a step shows its number only


class StepsBar(QFrame):
    """Nine steps side by side, equally wide. `wanted`: the number of a step that was pressed."""

    wanted = Signal(int)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("StepsBar")
        self._room = room
        self.steps = [StepButton(step, self) for step in STEPS]
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(0)
        for button in self.steps:
            button.clicked.connect(lambda _=False, number=button.step.number: self._press(number))
            row.addWidget(button, 1)
        self._later = QTimer(self, singleShot=True, interval=120)
        self._later.timeout.connect(self.refresh)
        room.changed.connect(lambda _: self._later.start())
        room.document_changed.connect(self.refresh)
        room.step_changed.connect(self.refresh)
        tr.changed.connect(self.refresh)
        themes.changed.connect(self.refresh)
        self.refresh()

    def _press(self, number: int) -> None:
        self.wanted.emit(number)
        self.refresh()  # a press on the step of the moment would untick it

    def refresh(self) -> None:
        """Count anew what is enough."""
        self.setFixedHeight(round(52 * themes.text_scale))
        for button in self.steps:
            counted = enough(button.step.number).counted(self._room.board)
            button.show_state(counted, button.step.number == self._room.step)


class StepButton(QAbstractButton):
    """One step: its number or a check mark in a circle, its name in one or two lines."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.done = self.current = False
        self._hovered = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(34)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(120, 52)

    def show_state(self, counted: Sequence[Counted], current: bool) -> None:
        """Draw the step as having enough or not, as the current one or not; say what was counted."""
        done = all(own.reached for own in counted)
        self.done, self.current = done, current
        self.setChecked(current)
        self.setText(tr(self.step.name))
        told = [own.told(tr.translator) for own in counted]
        self.setToolTip("\n".join([tr(self.step.name), tr(self.step.question), *told]))
        self.setAccessibleDescription("; ".join(told))
        state = tr("enough") if done else tr("not enough yet")
        self.setAccessibleName(f"{self.step.number}. {tr(self.step.name)} – {state}")
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        narrow = self.width() < _NARROW * themes.text_scale
        size = _CIRCLE * themes.text_scale
        left = (self.width() - size) / 2 if narrow else 6.0
        circle = QRectF(left, (self.height() - size) / 2, size, size)
        below = narrow and self.width() >= _NARROW  # large letters: the name has no room beside, but it has below
        if below:
            circle.moveTop(4)
        self._draw_circle(painter, circle)
        if below:
            self._draw_name_below(
                painter, QRectF(2, circle.bottom(), self.width() - 4, self.height() - circle.bottom() - 4)
            )
        if not narrow:
            self._draw_name(painter, QRectF(circle.right() + 8, 0, self.width() - circle.right() - 12, self.height()))
        if self.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(themes.current.colour("primary"))
            painter.drawRoundedRect(QRectF(6, self.height() - 3, self.width() - 12, 3), 1.5, 1.5)
        if self.hasFocus():
            painter.setPen(themes.current.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 4.5, -1.5, -4.5), 6, 6)

    def _draw_circle(self, painter: QPainter, circle: QRectF) -> None:
        theme = themes.current
        ground, ink = theme.colour("raised"), theme.colour("soft")
        if self.done:
            ground, ink = theme.colour("good"), QColor(theme.surface)
        if self.current:
            ground, ink = theme.colour("primary"), theme.colour("on_primary")
        elif not self.done:
            ground = theme.colour("line")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(circle)
        if self.done and not self.current:
            icons.draw(painter, "check", ink, circle.adjusted(5, 5, -5, -5))
            return
        painter.setPen(ink)
        painter.setFont(fonts.font(12 * themes.text_scale, QFont.Weight.Bold))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.step.number))

    def _draw_name_below(self, painter: QPainter, room: QRectF) -> None:
        """As large as it fits, in two lines where one is too long."""
        font = fonts.font(13 * themes.text_scale, QFont.Weight.Bold if self.current else QFont.Weight.Normal)
        while font.pixelSize() > 10 and not _fits(font, self.text(), room):
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        painter.setPen(themes.current.colour("text" if self.current or self._hovered else "soft"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.text())

    def _draw_name(self, painter: QPainter, room: QRectF) -> None:
        theme = themes.current
        weight = QFont.Weight.Bold if self.current else QFont.Weight.Normal
        font = fonts.font(13 * themes.text_scale, weight)
        longest = max(self.text().split(), key=len, default="")
        while font.pixelSize() > 10 and QFontMetricsF(font).horizontalAdvance(longest) > room.width():
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if self.current or self._hovered else "soft"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self.text())


def _fits(font: QFont, text: str, room: QRectF) -> bool:
    metrics = QFontMetricsF(font)
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
    wrapped = metrics.boundingRect(QRectF(0, 0, room.width(), 1000), int(Qt.TextFlag.TextWordWrap), text)
    return longest <= room.width() and wrapped.height() <= room.height()
