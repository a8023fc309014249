"""Fields of text, of plain numbers, dates and moments: typed, committed by Enter or when the focus leaves."""

from __future__ import annotations

import datetime
import re
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from cxworkshop.model.fields import Field, FieldType
from cxworkshop.ui.inspector.editor import MIXED, FieldEditor
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.growing_text import GrowingText
from cxworkshop.ui.speech import tr


class Line(QLineEdit):
    """One line; Esc gives back what stood there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.before = self.text()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self.before)
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class LongTextEditor(FieldEditor):
    """Several lines; the field of the title has one paragraph and a larger letter."""

    def __init__(
        self, field: Field, parent: QWidget | None = None, *, as_title: bool = False, prompt: str = ""
    ) -> None:
        super().__init__(field, parent)
        self.text = GrowingText(self, paragraphs=not as_title, least=1 if as_title else 2)
        self.text.setAccessibleName(tr(field.label))
        self.text.setPlaceholderText(prompt)
        if as_title:
            self.text.setObjectName("CardTitle")
        else:
            self.column.addWidget(self.label)
        self.column.addWidget(self.text)
        self._shown: Any = None
        self.text.finished.connect(self._commit)
        self.text.given_up.connect(self._give_up)

    def show_value(self, value: Any) -> None:
        self._shown = value
        text = "" if value is None or value is MIXED else str(value)
        if value is MIXED:
            self.text.setPlaceholderText(tr("(different)"))
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def is_being_edited(self) -> bool:
        return self.text.hasFocus() and self.text.document().isModified()

    def set_read_only(self, read_only: bool) -> None:
        self.text.setReadOnly(read_only)

    def _commit(self) -> None:
        text = self.text.toPlainText().strip()
        shown = "" if self._shown is None or self._shown is MIXED else str(self._shown)
        self.text.document().setModified(False)
        if text != shown.strip() and not self.text.isReadOnly():
            self._shown = text
            self.edited.emit(text or None)

    def _give_up(self) -> None:
        self.show_value(self._shown)
        self.text.clearFocus()


class LineEditor(FieldEditor):
    """A text in one line. Numbers, dates and moments derive from it: how they read and how they are written."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = Line(self)
        self.line.setAccessibleName(tr(field.label))
        self.line.setPlaceholderText(self.prompt())
        self.row = QHBoxLayout()
        self.row.setSpacing(4)
        self.row.addWidget(self.line, 1)
        self.column.addWidget(self.label)
        self.column.addLayout(self.row)
        self._shown: Any = None
        self.line.editingFinished.connect(self._commit)
        self.line.textEdited.connect(lambda _: self._mark_wrong(False))

    def prompt(self) -> str:
        """What an empty field says."""
        return ""

    def written(self, value: Any) -> str:
        """A value as people read it."""
        return str(value)

    def read(self, text: str) -> Any:
        """The value of what was typed (never empty). ValueError where it is none."""
        if self.field.pattern is not None and not self.field.pattern.fullmatch(text):
            raise ValueError(text)
        return text

    def show_value(self, value: Any) -> None:
        self._shown = value
        self.line.setPlaceholderText(tr("(different)") if value is MIXED else self.prompt())
        text = "" if value is None or value is MIXED else self.written(value)
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self._mark_wrong(False)

    def is_being_edited(self) -> bool:
        return self.line.hasFocus() and self.line.isModified()

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)

    def _commit(self) -> None:
        text = self.line.text().strip()
        try:
            value = self.read(text) if text else None
        except ValueError:
            self._mark_wrong(True)
            return
        self._mark_wrong(False)
        self.line.setModified(False)
        if (value is None and self._shown is MIXED) or value == self._shown or self.line.isReadOnly():
            return
        self._shown = value
        self.edited.emit(value)

    def _mark_wrong(self, wrong: bool) -> None:
        if bool(self.line.property("wrong")) != wrong:
            self.line.setProperty("wrong", wrong)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        self.line.setToolTip(tr(self.field.help) if wrong and self.field.help else "")


class NumberEditor(LineEditor):
    """A number without a scale; comma and point both separate decimals."""

    def prompt(self) -> str:
        return "–"

    def written(self, value: Any) -> str:
        signed = self.field.low is not None and self.field.low < 0 < value  # on a scale around 0 the sign is said
        return f"+{tr.number(value, 3)}" if signed else tr.number(value, 3)

    def read(self, text: str) -> Any:
        number = float(text.replace("\u00a0", "").replace(" ", "").replace("−", "-").replace("+", "").replace(",", "."))
        if number != number or abs(number) > 1e15:
            raise ValueError(text)
        whole = number == int(number)
        if self.field.type is FieldType.INTEGER and not whole:
            raise ValueError(text)
        low, high = self.field.low, self.field.high
        if (low is not None and number < low) or (high is not None and number > high):
            raise ValueError(text)
        return int(number) if whole else number


class DateEditor(LineEditor):
    """A date, typed or picked from a calendar; a moment may have a time behind it."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._pick = IconButton("calendar", tr("Pick a day"), size=16)
        self._pick.clicked.connect(self._open_calendar)
        self.row.addWidget(self._pick)

    def prompt(self) -> str:
        return tr.date("2026-11-22")

    def written(self, value: Any) -> str:
        text = str(value)
        day = tr.date(text)
        return f"{day} {text[11:16]}" if len(text) > 10 else day

    def read(self, text: str) -> Any:
        day, hour = _day_and_hour(text)
        found = _day(day)
        if hour and self.field.type is FieldType.MOMENT:
            return datetime.datetime.combine(found, datetime.time.fromisoformat(hour)).isoformat("T", "minutes")
        return found.isoformat()

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._pick.setVisible(not read_only)

    def _open_calendar(self) -> None:
        from PySide6.QtWidgets import QCalendarWidget, QWidgetAction

        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = QDate.fromString(str(self._shown)[:10], Qt.DateFormat.ISODate)
        if shown.isValid():
            calendar.setSelectedDate(shown)
        calendar.clicked.connect(lambda day: self._picked(day, menu))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self._pick.mapToGlobal(QPoint(0, self._pick.height())))

    def _picked(self, day: QDate, menu: QMenu) -> None:
        menu.close()
        _, hour = _day_and_hour(self.line.text())
        self.line.setText(f"{tr.date(day.toString(Qt.DateFormat.ISODate))} {hour}".strip())
        self._commit()


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _day_and_hour(text: str) -> tuple[str, str]:
    """A moment as people type it, in two: the day, and the hour like 09:30 ("" where none is told)."""
    day, _, last = re.sub(r"(?<=\d)T(?=\d)", " ", text.strip()).rpartition(" ")
    return (day, last.zfill(5)) if ":" in last else (text, "")


def _day(text: str) -> datetime.date:
    """A day as people type it: 22.11.2026, 22/11/26, 2026-11-22, 22 Nov 2026."""
    parts = [part for part in re.split(r"[\s./-]+", text.strip().casefold()) if part]
    if len(parts) != 3:
        raise ValueError(text)
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = parts
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month)
    whole_year = int(year) + (2000 if len(year) == 2 else 0)
    return datetime.date(whole_year, number, int(day))
