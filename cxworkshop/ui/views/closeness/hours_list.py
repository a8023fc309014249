"""Hours that were recorded, a row each: who, when, how long, how; each can be taken out again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import meetings
from cxworkshop.exchange.closeness_told import hours_told
from cxworkshop.model.records import Record
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Elided, Words
from cxworkshop.ui.speech import tr

MOST = 12


class HoursList(QWidget):
    """Shows exposures in the order in which they are given."""

    def __init__(self, room: Room, most: int = MOST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._most = room, most
        self._shown: object = None
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_hours(self, exposures: Sequence[Record]) -> None:
        """A row for each of the first; of the rest it is said how many there are."""
        told = tuple((row.key, *self._told(row)) for row in exposures[: self._most])
        left = len(exposures) - len(told)
        if self._shown == (told, left):
            return
        self._shown = (told, left)
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [self._row(*own) for own in told]
        if left > 0:
            self.rows.append(Words(tr.plural("and {n} more", "and {n} more", left), "soft"))
        for widget in self.rows:
            self._column.addWidget(widget)

    def _told(self, row: Record) -> tuple[str, str]:
        role = self._room.board.find(row.get("role"))
        form = tr("on video") if row.get("form") == "video" else tr("face to face")
        hours = row.get("hours")
        figures = [
            tr.date(row.get("at")) or tr("no date"),
            hours_told(hours, tr.translator) if hours is not None else "",
            form,
        ]
        return (role.title if role else "") or tr("(no title)"), " · ".join(part for part in figures if part)

    def _row(self, key: str, title: str, figures: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(8)
        out = IconButton("close", tr("Take these hours out"), size=12)
        out.setAccessibleDescription(f"{title} · {figures}")
        out.clicked.connect(lambda: self._room.do(lambda board: meetings.forget_exposure(board, key)))
        line.addWidget(Elided(title), 1)
        line.addWidget(Words(figures, "soft", wrap=False))
        line.addWidget(out)
        return row
