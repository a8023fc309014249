"""A score on a scale: a bar to drag and a number to type. A score nobody gave is visibly absent, never 0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxworkshop.model.fields import Field
from cxworkshop.ui.inspector.editor import MIXED, FieldEditor
from cxworkshop.ui.inspector.text_editors import NumberEditor
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

_TYPED = tuple("0123456789-\u2212")
_NARROW = 2  # signs of two numbers that fit beside the bar
_PAUSE = 1000  # ms after which a figure begins anew


class Meter(QWidget):
    """The bar. `dragged` while the hand moves, `chosen` when it lets go or a key is pressed; None: no score."""

    dragged = Signal(object)
    chosen = Signal(object)

    def __init__(self, low: float, high: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = low, high
        self.value: float | None = None
        self.spread: tuple[float, ...] = ()  # the scores of several cards, where they differ
        self.colour_role = "focus"
        self._held = False
        self._typed = ""
        self._forget = QTimer(self, singleShot=True, interval=_PAUSE)
        self._forget.timeout.connect(self._forget_typed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(20)

    def sizeHint(self) -> QSize:
        return QSize(110, 20)

    @property
    def held(self) -> bool:
        """Whether it is being dragged."""
        return self._held

    def show_value(self, value: float | None) -> None:
        self.value, self.spread = value, ()
        self.setAccessibleDescription(tr("not given") if value is None else tr.number(value))
        self.update()

    def show_spread(self, scores: Sequence[float]) -> None:
        """Show the scores of several cards that differ; none where none has one."""
        self.spread = tuple(sorted(set(scores)))
        if self.spread:
            self.setAccessibleDescription(_span(self.spread))
        self.update()

    def _track(self) -> QRectF:
        return QRectF(5, self.height() / 2 - 4, self.width() - 10, 8)

    def _x(self, value: float) -> float:
        track = self._track()
        return track.x() + track.width() * (value - self._low) / (self._high - self._low)

    def _at(self, x: float) -> float:
        """The whole step nearest to the pointer."""
        track = self._track()
        share = (x - track.x()) / max(track.width(), 1)
        return min(max(round(self._low + share * (self._high - self._low)), self._low), self._high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, track = themes.current, self._track()
        if self.hasFocus():
            painter.setPen(theme.colour("focus"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.value is None:
            painter.setPen(QPen(theme.colour("faint"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            self._paint_spread(painter, track)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(track, 4, 4)
        self._paint_value(
            painter,
            track,
            QColor(
                theme.accent(self.colour_role[5:])
                if self.colour_role.startswith("kind:")
                else theme.colour(self.colour_role)
            ),
        )

    def _paint_spread(self, painter: QPainter, track: QRectF) -> None:
        """A dot a score that differs."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(themes.current.colour("soft"))
        for score in self.spread:
            painter.drawEllipse(QPointF(self._x(score), track.center().y()), 3, 3)

    def _paint_value(self, painter: QPainter, track: QRectF, colour: QColor) -> None:
        assert self.value is not None
        zero = self._x(max(self._low, 0.0) if self._low < 0 else self._low)
        end = self._x(self.value)
        painter.setBrush(colour)
        filled = QRectF(min(zero, end), track.y(), max(abs(end - zero), 3), track.height())
        painter.drawRoundedRect(filled, 4, 4)
        if self._low < 0:
            painter.setBrush(themes.current.colour("faint"))
            painter.drawRect(QRectF(zero - 0.5, track.y() - 2, 1, track.height() + 4))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(themes.current.colour("surface"))
        painter.drawEllipse(QPointF(end, track.center().y()), 5, 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = True
            self._drag(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._drag(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._held = False
            self.chosen.emit(self.value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _drag(self, x: float) -> None:
        value = self._at(x)
        if value != self.value:
            self.show_value(value)
            self.dragged.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        if event.key() in steps:
            start = (
                self.value if self.value is not None else (self._low if steps[Qt.Key(event.key())] > 0 else self._high)
            )
            moved = start + (steps[Qt.Key(event.key())] if self.value is not None else 0)
            self._choose(min(max(moved, self._low), self._high))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        elif event.text() in _TYPED:
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Figures are typed into it: they are no commands then."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text() in _TYPED:
            event.accept()
            return True
        return super().event(event)

    def _type(self, figure: str) -> None:
        """A figure, or a second one soon after the first: 1 and 0 are ten, − and 3 are three below zero."""
        typed = self._typed + figure.replace("\u2212", "-")
        if not self._fits(typed):
            typed = figure.replace("\u2212", "-")
        self._typed = typed
        self._forget.start()
        if self._fits(typed):
            self._choose(float(typed))

    def _fits(self, typed: str) -> bool:
        return typed.lstrip("-").isdigit() and typed.count("-") <= 1 and self._low <= float(typed) <= self._high

    def _forget_typed(self) -> None:
        self._typed = ""

    def _choose(self, value: float | None) -> None:
        if value != self.value:
            self.show_value(value)
            self.chosen.emit(value)


class ScoreEditor(FieldEditor):
    """Label and number on top, the bar below, and a button that takes the score away."""

    def __init__(self, field: Field, colour_role: str = "focus", parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._can_clear = False
        assert field.low is not None and field.high is not None
        self.number = NumberEditor(field)
        self.number.label.hide()
        self.number.line.setProperty("look", "bare")
        self.number.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.line.setFixedWidth(34)
        self.meter = Meter(field.low, field.high)
        self.meter.colour_role = colour_role
        self.meter.setAccessibleName(tr(field.label))
        self.meter.setToolTip(tr("{low} to {high}", low=tr.number(field.low), high=tr.number(field.high)))
        self.clear = IconButton("close", tr("Take the score away"), size=8)
        self.clear.setFixedWidth(16)
        bar = QHBoxLayout()
        bar.setSpacing(2)
        bar.addWidget(self.meter, 1)
        bar.addWidget(self.number)
        bar.addWidget(self.clear)
        self.column.setSpacing(0)
        self.column.addWidget(self.label)
        self.column.addLayout(bar)
        self.number.edited.connect(self._give)
        self.meter.dragged.connect(self._show_while_dragged)
        self.meter.chosen.connect(self._give)
        self.clear.clicked.connect(lambda: self._give(None))

    def show_spread(self, values: Sequence[Any]) -> None:
        scores = [value for value in values if isinstance(value, int | float)]
        if self.meter.value is None and scores and not self.is_being_edited():
            self.meter.show_spread(scores)
            self.number.line.setPlaceholderText(_span(self.meter.spread, short=True))
            self.number.line.setToolTip(_span(self.meter.spread))

    def show_value(self, value: Any) -> None:
        self.number.show_value(value)
        known = value if isinstance(value, int | float) else None
        self.meter.show_value(known)
        self._can_clear = known is not None or value is MIXED
        self._offer_clear()

    def _offer_clear(self) -> None:
        """The button shows where somebody is at it, and always keeps its place."""
        near = self.underMouse() or self.meter.hasFocus() or self.number.line.hasFocus() or self.clear.hasFocus()
        self.clear.setIconSize(QSize(8, 8) if near and self._can_clear else QSize(0, 0))
        self.clear.setEnabled(self._can_clear and not self.number.line.isReadOnly())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._offer_clear()

    def leaveEvent(self, event: QEvent) -> None:
        self._offer_clear()

    def is_being_edited(self) -> bool:
        return self.number.is_being_edited() or self.meter.held

    def set_read_only(self, read_only: bool) -> None:
        self.number.set_read_only(read_only)
        self.meter.setEnabled(not read_only)
        self._offer_clear()

    def _show_while_dragged(self, value: Any) -> None:
        self.number.show_value(value)

    def _give(self, value: Any) -> None:
        whole = int(value) if value is not None and value == int(value) else value
        self.show_value(whole)
        self.edited.emit(whole)


def _span(scores: Sequence[float], *, short: bool = False) -> str:
    """The smallest and the largest of several scores."""
    low, high = tr.number(scores[0]), tr.number(scores[-1])
    if short:
        return "≠" if len(low) + len(high) > _NARROW else f"{low}…{high}"
    return tr("The cards differ: {low} to {high}", low=low, high=high)
