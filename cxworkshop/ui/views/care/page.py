"""The page of the care test: the mirror of each pair, services and tools, what tires whom; and the next person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions.care import new_voter
from cxworkshop.analysis.care import PAIRS
from cxworkshop.analysis.care_mirror import voters, weakest_of_all
from cxworkshop.analysis.care_told import PAIR_NAMES
from cxworkshop.document import Change
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Segments
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.parts.tab_order import tab_by_layout
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.care.chain import MOST, Chain
from cxworkshop.ui.views.care.interview import Interview
from cxworkshop.ui.views.care.mirror import Mirror
from cxworkshop.ui.views.care.ratings import ROW, Ratings
from cxworkshop.ui.views.care.tie import Tie
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import Drawing
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes.to_wall import ToWall

MIRROR, SERVICES, CHAIN = "mirror", "services", "chain"


class CarePage(Page):
    """`part` is what is shown of the result; while a person is asked, nothing of it is."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.part, self.most_chains = MIRROR, MOST
        self.pair: str | None = None  # None: the one the room should see first
        self.interview: Interview | None = None
        self.voter = ""
        room.changed.connect(self._follow)
        room.document_changed.connect(self._forget)
        room.selection_changed.connect(self._choose_selected)

    # Making

    def build(self) -> None:
        self.result, self.asking = QWidget(), QWidget()
        QVBoxLayout(self.asking).setContentsMargins(0, 0, 0, 0)
        self._build_result()
        self.column.addWidget(self.asking)
        self.column.addWidget(self.result, 1)
        going_on = self.interview
        self.interview = None
        if going_on is not None:  # the language or the colours changed under somebody's hands
            self._ask(self.voter, going_on.sheet, going_on.line)

    def _build_result(self) -> None:
        column = QVBoxLayout(self.result)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.parts = Segments(can_be_none=False)
        self.parts.chosen.connect(self.show_part)
        self.next = Button("", "plus", "primary")
        self.next.clicked.connect(self.ask_next)
        row = QHBoxLayout()
        row.addWidget(self.parts)
        row.addStretch(1)
        row.addWidget(self.next)
        column.addLayout(row)
        self.teaching = Words(look="lead")
        column.addWidget(self.teaching)
        self.tiles = {pair: PairTile(pair) for pair in PAIRS}
        self.row_of_tiles = QWidget()
        tiles = QHBoxLayout(self.row_of_tiles)
        tiles.setContentsMargins(0, 0, 0, 0)
        tiles.setSpacing(10)
        for pair, tile in self.tiles.items():
            tile.pressed.connect(lambda pair=pair: self.show_pair(pair))
            tiles.addWidget(tile, 1)
        column.addWidget(self.row_of_tiles)
        self.tie = Tie(self.room)
        column.addWidget(self.tie)
        self.chart = Chart(self.room, self._drawing, 360)
        self.chart.wanted.connect(self.wanted)
        column.addWidget(self.chart, 1)
        self.to_wall = ToWall(self.room)
        column.addWidget(self.to_wall, 0, Qt.AlignmentFlag.AlignLeft)
        self._below = QWidget()  # takes the height where there is no chart to take it
        column.addWidget(self._below, 1)
        self.more = Button("", look="link")
        self.more.clicked.connect(self._show_all_chains)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    # Showing

    def refresh(self) -> None:
        asking = self.interview is not None
        self.asking.setVisible(asking)
        self.result.setVisible(not asking)
        if asking:
            self.headline.setText(tr("Care test: ten minutes for one person"))
            return
        drawing = self._drawing()
        self.headline.setText(drawing.headline())
        names = {MIRROR: tr("Mirror"), SERVICES: tr("Services and tools"), CHAIN: tr("What tires whom")}
        self.parts.fill([(text, part) for part, text in names.items()], self.part)
        answered = len(voters(self.room.board))
        self.next.setText(tr("Next person") if answered else tr("Begin with the first person"))
        self.next.setEnabled(not self.room.document.read_only)
        if self.part == CHAIN:
            self.tie.refresh()
        self._teach(answered)
        self.row_of_tiles.setVisible(self.part == MIRROR)
        self.tie.setVisible(self.part == CHAIN and self.tie.can_tie)
        for pair, tile in self.tiles.items():
            tile.say(Mirror(self.room.board, pair), chosen=pair == self.shown_pair)
        there = self._has_chart(drawing)
        self.chart.setVisible(there)
        self._below.setVisible(not there)
        self.to_wall.setVisible(not there and (self.part == SERVICES or not self.tie.can_tie))
        self.chart.use_height(self._height(drawing))
        self.chart.refresh()
        left = len(drawing.wears) - len(drawing.shown) if isinstance(drawing, Chain) else 0
        self.more.setVisible(left > 0)
        self.more.setText(tr.plural("Show {n} more", "Show {n} more", left))
        tab_by_layout(self.column)

    @property
    def shown_pair(self) -> str:
        """The pair whose mirror is shown: the chosen one, else that with the weakest place."""
        if self.pair is not None:
            return self.pair
        worst = weakest_of_all(self.room.board)
        return worst.pair if worst is not None else PAIRS[0]

    def _teach(self, answered: int) -> None:
        board = self.room.board
        if self.part == MIRROR:
            said = (
                tr.plural("{n} person has answered.", "{n} people have answered.", answered)
                if answered
                else tr(
                    "One after another people sit down here and score, from 0 to 10, how customers are served and how "
                    "they are served themselves. It takes ten minutes and no name is kept."
                )
            )
        elif self.part == SERVICES:
            said = (
                tr("Rated by the people who use them, in the same ten minutes.")
                if Ratings(board).services
                else tr(
                    "Mark a process as an internal service, or add a journey of employees with its touchpoints: the "
                    "portal, HR, IT. Those who use them rate them here."
                )
            )
        elif self.tie.can_tie:
            said = tr(
                "A bad portal tires the clerk, and the tired clerk is rude at the counter. Tie the one to the other."
            )
        else:
            said = tr(
                "Add a journey of the internal side with its touchpoints first (the portal, HR, IT): then say here "
                "which of them tires those who meet the customer."
            )
        self.teaching.setText(said)

    def _drawing(self) -> Mirror | Ratings | Chain:
        board = self.room.board
        if self.part == SERVICES:
            return Ratings(board)
        return Chain(board, self.most_chains) if self.part == CHAIN else Mirror(board, self.shown_pair)

    def drawing(self) -> Drawing | None:
        return self._drawing()

    def _has_chart(self, drawing: Mirror | Ratings | Chain) -> bool:
        if isinstance(drawing, Mirror):
            return True
        return bool(drawing.services if isinstance(drawing, Ratings) else drawing.wears)

    def _height(self, drawing: Mirror | Ratings | Chain) -> int:
        if isinstance(drawing, Ratings):
            return round(len(drawing.services) * ROW * themes.text_scale) + 4
        return round((drawing.height if isinstance(drawing, Chain) else 320) * themes.text_scale) + 4

    # Choosing

    def show_part(self, part: str) -> None:
        """Turn to the mirror, the services or the chains."""
        self.part = part
        self.refresh()
        self.staged_again.emit()

    def _show_all_chains(self) -> None:
        self.most_chains = len(self.room.board.cards)
        self.chart.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes away under the keys
        self.refresh()

    def show_pair(self, pair: str) -> None:
        """Show the mirror of a pair."""
        self.pair = pair
        self.refresh()
        self.staged_again.emit()

    def _choose_selected(self) -> None:
        if self.part == CHAIN and self.isVisible() and self._built:
            for card in self.room.selection:
                self.tie.choose(card)

    # Asking

    def ask_next(self) -> None:
        """Ask one person more, under a new code."""
        self._ask(new_voter(self.room.board))

    def _ask(self, voter: str, sheet: int = 0, line: int = 0) -> None:
        self._put_away()
        self.voter = voter
        self.interview = Interview(self.room, voter)
        self.interview.ended.connect(self.show_result)
        self.interview.next_wanted.connect(self.ask_next)
        layout = self.asking.layout()
        assert layout is not None
        layout.addWidget(self.interview)
        self.interview.go(sheet, line)
        self.refresh()
        self.interview.show()  # a layout shows what it gets later only, and what is not seen takes no keys
        self.interview.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_result(self) -> None:
        """Nobody is asked any more."""
        self._put_away()
        self.refresh()
        self.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        if self.interview is not None:
            self.interview.hide()
            self.interview.deleteLater()
            self.interview = None

    def _follow(self, change: Change) -> None:
        if self.interview is not None and self.isVisible():
            self.interview.follow(change)

    def _forget(self) -> None:
        """Another workshop is open."""
        self.interview, self.pair, self.part, self.most_chains = None, None, MIRROR, MOST

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.interview is not None:
            self.interview.setFocus(Qt.FocusReason.OtherFocusReason)


class PairTile(Pressable):
    """One pair with its gap and index; pressed, its mirror is shown."""

    def __init__(self, pair: str, parent: QWidget | None = None) -> None:
        super().__init__("Choice", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        self.name, self.figures = Words(tr(PAIR_NAMES[pair]), "strong"), Words(look="soft")
        column.addWidget(self.name)
        column.addWidget(self.figures)

    def say(self, mirror: Mirror, *, chosen: bool) -> None:
        """Say the figures of the pair."""
        self.figures.setText(mirror.figures() if mirror.care.answers else tr("not answered yet"))
        self.setAccessibleName(f"{self.name.text()}: {self.figures.text()}")
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().polish(self)
