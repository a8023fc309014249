"""Fields one chooses: one of a few, yes or no, another card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from cxworkshop.model.fields import Field
from cxworkshop.ui.inspector.editor import MIXED, FieldEditor
from cxworkshop.ui.parts.combo import Combo, Segments
from cxworkshop.ui.parts.labels import Elided
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

MOST_SEGMENTS = 3
_LONGEST_SEGMENTS = 26  # letters of all labels together


class ChoiceEditor(FieldEditor):
    """Segments for few short choices, a list for more; pressing the chosen segment again makes the field absent."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._items = [(_capital(tr(choice.label)), choice.value) for choice in field.choices]
        few = len(self._items) <= MOST_SEGMENTS and sum(len(label) for label, _ in self._items) <= _LONGEST_SEGMENTS
        self.segments = Segments() if few else None
        self.list = None if few else Combo()
        self.column.addWidget(self.label)
        if self.segments is not None:
            self.column.addWidget(self.segments)
            self.segments.chosen.connect(self.edited)
        if self.list is not None:
            self.column.addWidget(self.list)
            self.list.setAccessibleName(tr(field.label))
            self.list.activated.connect(lambda _: self.edited.emit(self.list.currentData() if self.list else None))

    def show_value(self, value: Any) -> None:
        if self.segments is not None:
            self.segments.fill(self._items, value)
            self.tell_mixed(value is MIXED)
        if self.list is not None:
            none = [(tr("not given"), None)] if value is not MIXED else [(tr("(different)"), MIXED)]
            self.list.fill([*none, *self._items], value)


class ReferenceEditor(FieldEditor):
    """Another card, from a list; `offered` gives the cards that fit as (title, id), when it is asked."""

    def __init__(
        self, field: Field, offered: Callable[[], list[tuple[str, str]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(field, parent)
        self._offered = offered
        self.list = Combo()
        self.list.setAccessibleName(tr(field.label))
        self.column.addWidget(self.label)
        self.column.addWidget(self.list)
        self.list.activated.connect(lambda _: self.edited.emit(self.list.currentData()))

    def show_value(self, value: Any) -> None:
        none: tuple[str, Any] = (tr("(different)"), MIXED) if value is MIXED else (tr("none"), None)
        self.list.fill([none, *self._offered()], value)


class Switch(QAbstractButton):
    """On or off, drawn as a switch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(QSize(36, 22))
        self._mixed = False

    def show_mixed(self, mixed: bool) -> None:
        """Neither on nor off: some of the cards are, some are not."""
        self._mixed = mixed
        self.setAccessibleDescription(tr("(different)") if mixed else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, on = themes.current, self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(theme.colour("focus" if self.hasFocus() else "strong_line" if not on else "primary"))
        painter.setBrush(theme.colour("primary" if on else "raised"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        size = box.height() - 6
        x = box.right() - size - 3 if on else box.x() + 3
        if self._mixed:
            x = box.center().x() - size / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_primary" if on else "faint"))
        painter.drawEllipse(QRectF(x, box.y() + 3, size, size))


class FlagEditor(FieldEditor):
    """Yes or no. Off makes the field False, not absent: somebody has said so."""

    flipped = Signal(bool)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.switch = Switch()
        self.switch.setAccessibleName(tr(field.label))
        self.label.hide()
        self.label = Elided(tr(field.label), "", self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.switch)
        row.addWidget(self.label, 1)
        self.column.addLayout(row)
        self.switch.clicked.connect(lambda on: self.edited.emit(bool(on)))

    def show_value(self, value: Any) -> None:
        self.switch.show_mixed(value is MIXED)
        self.switch.setChecked(value is True)
        self.tell_mixed(value is MIXED)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
