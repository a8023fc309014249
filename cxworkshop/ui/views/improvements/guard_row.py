"""One safeguard of an improvement: what its readings say in a sentence, a small chart, a field for the next reading."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.analysis.held import HELD, ROLLED_BACK, SLIPPING, SafeguardState, keeps, safeguard_state
from cxworkshop.analysis.series import bound, series
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.improvements.reading_entry import ReadingEntry
from cxworkshop.ui.views.improvements.readings_drawing import Level, ReadingsDrawing
from cxworkshop.ui.views.improvements.readings_list import ReadingsList

_CHART = 120


class GuardRow(QWidget):
    """Pressing its title selects the safeguard."""

    def __init__(self, room: Room, guard: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self.guard = room, guard
        self.title = Words("", "strong")
        self.sentence = Words()
        head = Pressable("Row")
        inside = QVBoxLayout(head)
        inside.setContentsMargins(4, 2, 4, 2)
        inside.setSpacing(1)
        inside.addWidget(self.title)
        inside.addWidget(self.sentence)
        head.pressed.connect(lambda: room.select([guard]))
        self.chart = Chart(room, self.drawing, _CHART)
        self.entry = ReadingEntry(room, guard)
        self.list = ReadingsList(room, guard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self.entry)
        column.addWidget(self.chart)
        column.addWidget(self.list)

    def drawing(self) -> ReadingsDrawing:
        """The readings up to today with the limit."""
        card, today = self._room.board.card(self.guard), self._room.today()
        own = [one for one in series(self._room.board, self.guard) if one.at.date() <= today]
        limit = bound(card.get("limit"))
        levels = [] if limit is None else [Level(limit[1], shown_limit(card), "bad")]
        broken = frozenset(one.key for one in own if keeps(card.get("limit"), one.value) is False)
        state = self.state()
        late = state.days_late or 0.0
        return ReadingsDrawing(said(card, state), own, levels, broken, late, today, "safeguard")

    def state(self) -> SafeguardState:
        """What the readings up to today say."""
        card, today = self._room.board.card(self.guard), self._room.today()
        rows = [
            self._room.board.table("reading")[one.key]
            for one in series(self._room.board, self.guard)
            if one.at.date() <= today
        ]
        return safeguard_state(card, rows, today)

    def refresh(self) -> None:
        """Show the safeguard as it is now."""
        card, state = self._room.board.card(self.guard), self.state()
        self.title.setText(title_of(card))
        self.sentence.setText(said(card, state))
        look = "bad" if state.state in (SLIPPING, ROLLED_BACK) else "soft"
        if self.sentence.property("words") != look:
            self.sentence.setProperty("words", look)
            self.sentence.style().unpolish(self.sentence)
            self.sentence.style().polish(self.sentence)
        self.chart.setVisible(state.newest is not None)
        self.chart.refresh()
        self.entry.refresh()
        self.list.refresh()


def title_of(card: Card) -> str:
    """What it measures with its limit, and how often."""
    metric = str(card.get("metric") or card.title or tr("(no title)"))
    every = card.get("every_days")
    limit = shown_limit(card)
    if every is None:
        return tr("{metric} {limit}", metric=metric, limit=limit).strip()
    return tr.plural(
        "{metric} {limit}, every day", "{metric} {limit}, every {n} days", round(every), metric=metric, limit=limit
    )


def shown_limit(card: Card) -> str:
    """The limit as people write it: ≤ 5."""
    return str(card.get("limit") or "").replace("<=", "≤").replace(">=", "≥")


def said(card: Card, state: SafeguardState) -> str:
    """What the readings say, in one sentence."""
    value, limit = tr.number(state.newest, 2), shown_limit(card)
    if state.newest is None:
        return tr("No reading yet. Enter the first one below.")
    if state.state == ROLLED_BACK:
        return tr(
            "Rolled back: the newest two readings break “{limit}”, the last is {value}.", limit=limit, value=value
        )
    if state.state == SLIPPING and keeps(card.get("limit"), state.newest) is False:
        return tr("Slipping: newest reading {value} breaks “{limit}”.", limit=limit, value=value)
    if state.state == SLIPPING:
        days = round(state.days_late or 0)
        return tr.plural(
            "Slipping: the next reading is {n} day late.", "Slipping: the next reading is {n} days late.", days
        )
    if state.state == HELD:
        return tr("Held: newest reading {value} is within “{limit}”.", limit=limit, value=value)
    return tr("Newest reading {value}; without a limit it cannot be judged.", value=value)
