"""The map of the selected need or process, as a list one can walk along. Made anew whenever the map has changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.analysis.closeness import closeness_by_role
from cxworkshop.exchange.drawing.findings import since
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.map_panel.rows import MapRow, Rail
from cxworkshop.ui.map_panel.sentences import MOST_GAPS, distance_to_customer, told_loops, without_answer
from cxworkshop.ui.palette.tool import KindMark
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

MOST_SHOWN = 60


class MapPanel(QWidget):
    """`wanted` gives the id of a card that was pressed."""

    wanted = Signal(str)

    def __init__(self, room: Room, card_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._card_id = room, card_id
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._page: QWidget | None = None
        self.rows: list[MapRow] = []
        self.said: list[str] = []
        self._shown: object = None
        self.refresh()

    @staticmethod
    def has_one(card: Card) -> bool:
        """Whether this card has a map."""
        return card.kind in ("need", "process")

    def refresh(self) -> None:
        """Show the map as it is now."""
        card = self._room.board.find(self._card_id)
        if card is None:
            return
        self.rows, self.said = [], []
        page = QWidget()
        self._into = QVBoxLayout(page)
        self._into.setContentsMargins(0, 0, 0, 0)
        self._into.setSpacing(5)
        if card.kind == "need":
            self._show_need(card)
        else:
            self._show_process(card)
        old, self._page = self._page, page
        self._column.addWidget(page)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    # Behind a need

    def _show_need(self, need: Card) -> None:
        trace = self._room.map().behind(need.id)
        n = len(trace.processes)
        heading = tr.plural("Back from the need · {n} process", "Back from the need · {n} processes", n)
        self._into.addWidget(Caption(heading))
        if not trace.values:
            self._say(tr("No value meets this need yet. Link one, and what lies behind it shows here."))
        rail = Rail()
        for value in trace.values:
            self._add(rail, MapRow(value, self._title(value), tr("value"), colour=themes.current.accent("value")))
        step = 0
        for process in trace.processes[:MOST_SHOWN]:
            if trace.distance[process] != step:
                step = trace.distance[process]
                rail.add_words(tr("directly — step 1") if step == 1 else tr("indirectly — step {n}", n=step))
            self._add(rail, self._process_row(process, direct=step == 1))
        if self.rows:
            self._into.addWidget(rail)
        if n > MOST_SHOWN:
            self._say(tr.plural("and {n} more", "and {n} more", n - MOST_SHOWN), "soft")
        self._section(tr("Distance to the customer"), distance_to_customer(self._room, trace.processes))
        self._section(tr("Circles"), told_loops(self._room, trace.processes))
        self._no_answer([need.id, *trace.values, *trace.processes])

    def _process_row(self, process: str, *, direct: bool) -> MapRow:
        below, warmth = self._owner(process)
        accent = themes.current.accent("process")
        return MapRow(process, self._title(process), below, colour=accent, direct=direct, warmth=warmth)

    def _owner(self, process: str) -> tuple[str, str]:
        """Who owns a process and how long ago they met a customer, and the name of their closeness."""
        owner = self._room.board.find(next(iter(self._room.map().owners.get(process, ())), None))
        if owner is None:
            return tr("no owner"), "nobody"
        own = closeness_by_role(self._room.board, self._room.today())[owner.id]
        parts = [owner.title or tr("(no title)"), since(own, tr.translator)]
        return " · ".join(part for part in parts if part), own.closeness

    # On a process

    def _show_process(self, process: Card) -> None:
        needs = self._room.map().rests_on(process.id)
        n = len(needs)
        heading = tr.plural("What rests on it · {n} need", "What rests on it · {n} needs", n)
        self._into.addWidget(Caption(heading))
        if not needs:
            self._say(tr("No need rests on this process yet. Say what it creates, or which process depends on it."))
        rail = Rail()
        for need, distance in list(needs.items())[:MOST_SHOWN]:
            said = tr("directly — step 1") if distance == 1 else tr("indirectly — step {n}", n=distance)
            accent = themes.current.accent("need")
            self._add(rail, MapRow(need, self._title(need), said, colour=accent, direct=distance == 1))
        if self.rows:
            self._into.addWidget(rail)
        below, warmth = self._owner(process.id)
        self._into.addWidget(Caption(tr("Distance to the customer")))
        owner = Rail()
        row = MapRow(process.id, below, colour=themes.current.closeness(warmth), direct=warmth != "nobody")
        row.setEnabled(False)
        owner.add_row(row)
        self.said.append(below)
        self._into.addWidget(owner)
        self._section(tr("Circles"), told_loops(self._room, [process.id]))
        self._no_answer([process.id])

    # Parts

    def _add(self, rail: Rail, row: MapRow) -> None:
        row.pressed.connect(lambda: self.wanted.emit(row.card_id))
        rail.add_row(row)
        self.rows.append(row)

    def _section(self, heading: str, sentences: list[str]) -> None:
        if sentences:
            self._into.addSpacing(4)
            self._into.addWidget(Caption(heading))
            for sentence in sentences:
                self._say(sentence)

    def _say(self, sentence: str, look: str = "") -> None:
        self.said.append(sentence)
        self._into.addWidget(Words(sentence, look))

    def _no_answer(self, cards: list[str]) -> None:
        missing = without_answer(self._room, cards)
        if not missing:
            return
        self._into.addSpacing(4)
        self._into.addWidget(Caption(tr("Without an answer")))
        for sentence, card_id in missing[:MOST_GAPS]:
            self.said.append(sentence)
            row = Pressable("Row")
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 2, 0, 2)
            line.setSpacing(7)
            line.addWidget(KindMark(self._room.board.card(card_id).kind, size=15))
            line.addWidget(Words(sentence), 1)
            row.pressed.connect(lambda card=card_id: self.wanted.emit(card))
            row.setAccessibleName(sentence)
            self._into.addWidget(row)
        if len(missing) > MOST_GAPS:
            self._say(tr.plural("and {n} more", "and {n} more", len(missing) - MOST_GAPS), "soft")

    def _title(self, card_id: str) -> str:
        return self._room.board.card(card_id).title or tr("(no title)")
