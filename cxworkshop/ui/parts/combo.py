"""A drop-down list whose arrow follows the theme, and one-of-a-few as a row of segments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from cxworkshop.ui import icons
from cxworkshop.ui.theme import themes

_BESIDE = 42  # pixels beside the text of a combo: its padding and its arrow


class Combo(QComboBox):
    """A drop-down list that stays still under the wheel until it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, items: Sequence[tuple[str, Any]], current: Any) -> None:
        """Show these (label, value) pairs and choose the one whose value is `current`; signals nothing."""
        self.blockSignals(True)
        self.clear()
        for label, value in items:
            self.addItem(label, value)
        self.setCurrentIndex(next((at for at, (_, value) in enumerate(items) if value == current), -1))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, text = self.shown_text(), self.currentText()
        if shown == text:
            super().paintEvent(event)
            painter = QPainter(self)
        else:
            painter = self._paint_shortened(shown)
        size = 14
        arrow = QRectF(self.width() - size - 7, (self.height() - size) / 2, size, size)
        icons.draw(painter, "chevron_down", themes.current.colour("soft"), arrow)

    def shown_text(self) -> str:
        """The choice as it is written here: ended by … where there is no room for all of it."""
        text = self.currentText()
        room = (
            self.width()
            - _BESIDE
            - (self.iconSize().width() + 4 if not self.itemIcon(self.currentIndex()).isNull() else 0)
        )
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))

    def event(self, event: QEvent) -> bool:
        """A choice that is not written whole is told whole where the mouse rests, unless there is more to tell."""
        if isinstance(event, QHelpEvent) and not self.toolTip() and self.shown_text() != self.currentText():
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    def _paint_shortened(self, text: str) -> QPainter:
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter  # many types that few combos need

        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = text
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        return painter


class Segments(QFrame):
    """One of a few as buttons side by side. `chosen` gives the value; pressing the chosen one again gives None."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, can_be_none: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("Segments")
        self._can_be_none = can_be_none
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._values: list[Any] = []
        self._value: Any = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)
        self._group.idClicked.connect(self._press)

    def fill(self, items: Sequence[tuple[str, Any]], current: Any) -> None:
        """Show these (label, value) pairs and press the one whose value is `current`."""
        if [value for _, value in items] != self._values:
            self._rebuild(items)
        for button, (label, _) in zip(self._group.buttons(), items, strict=True):
            button.setText(label)
        self.show_value(current)

    def _rebuild(self, items: Sequence[tuple[str, Any]]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        self._values = [value for _, value in items]
        for number, (label, _) in enumerate(items):
            button = QPushButton(label, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumSize(QSize(24, 0))
            self._group.addButton(button, number)
            self._row.addWidget(button)

    def show_value(self, value: Any) -> None:
        """Press the button of this value; none where no button has it."""
        self._value = value
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(self._values[number] == value)

    def _press(self, number: int) -> None:
        value = self._values[number]
        if value == self._value and self._can_be_none:
            value = None
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.chosen.emit(value)

    def buttons(self) -> list[QAbstractButton]:
        """The buttons from left to right."""
        return self._group.buttons()

    @property
    def value(self) -> Any:
        """The value of the pressed button, or None."""
        return self._value
