"""The page of votes: dots of the room for needs, problems and improvements, as a ranking one votes in."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cxworkshop.actions import voting
from cxworkshop.analysis.votes import votes
from cxworkshop.analysis.weighing_told import of_votes
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Combo, Segments
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes.to_wall import ToWall
from cxworkshop.ui.views.weighing.bars import Bars, Row
from cxworkshop.ui.views.weighing.tips import tip
from cxworkshop.ui.views.weighing.votes_chart import BUTTONS, VotesChart

MANY = 20  # cards, from which on one is found by its words
QUIET = 1800  # ms without a vote, after which the rows are ranked anew


class VotesPage(Page):
    """Who got how many points. `in_round` is the round shown and voted in; "" shows all of them together."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        self.in_round: str | None = None
        self.kind = ""
        self._order: list[str] = []  # while votes are given: rows do not jump away under the pointer
        super().__init__(room, parent)
        self._settle = QTimer(self, singleShot=True, interval=QUIET)
        self._settle.timeout.connect(self.rank)

    def build(self) -> None:
        self.lead = Words(look="lead")
        self.to_wall = ToWall(self.room)
        self.rounds = Combo()
        self.rounds.setAccessibleName(tr("Round"))
        self.rounds.activated.connect(lambda at: self.show_round(self.rounds.itemData(at)))
        self.new_round = Button(tr("New round"), "plus")
        self.new_round.clicked.connect(self.begin_round)
        self.kinds = Segments(can_be_none=False)
        self.kinds.chosen.connect(self.show_kind)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.rounds, self.new_round, self.kinds):
            row.addWidget(widget)
        row.addStretch(1)
        self.wanted_words = QLineEdit(clearButtonEnabled=True)
        self.wanted_words.setPlaceholderText(tr("Find a card to vote for"))
        self.wanted_words.setAccessibleName(self.wanted_words.placeholderText())
        self.wanted_words.textChanged.connect(self.refresh)
        self._drawn = Bars("", [], 0)
        self.chart = VotesChart(self.room, lambda: self._drawn, self.give, self.take_back)
        self.chart.wanted.connect(self.wanted)
        self.hint = Words(tr("Press + and − beside a card, or the keys + and − on the chosen one."), "soft")
        self.column.addWidget(self.lead)
        self.column.addWidget(self.to_wall)
        self.column.addLayout(row)
        self.column.addWidget(self.wanted_words)
        self.column.addWidget(self.chart)
        self.column.addWidget(self.hint)
        self.column.addStretch(1)

    def refresh(self) -> None:
        drawing = self._drawn = self._in_window()
        self.wanted_words.setVisible(len(drawing.rows) > MANY or bool(self.wanted_words.text()))
        drawing.rows = [row for row in drawing.rows if _says(row, self.wanted_words.text())]
        there = bool(drawing.rows) or bool(self.wanted_words.text())
        self.to_wall.setVisible(not there and not self.kind)
        self.headline.setText(drawing.headline)
        self.lead.setText(_lead(self.room.board))
        for widget in (self.chart, self.hint, self.rounds, self.new_round, self.kinds):
            widget.setVisible(there or bool(self.kind))
        self.rounds.fill(self._rounds(), self._shown())
        kinds = [(tr("All"), ""), *((tr(KINDS[kind].plural), kind) for kind in voting.KINDS)]
        self.kinds.fill(kinds, self.kind)
        self.chart.use_height(max(drawing.height(themes.text_scale), 40))
        self.chart.refresh()

    def drawing(self) -> Bars:
        board, shown = self.room.board, self._shown()
        return vote_bars(board, shown or None, self.kind, voted_only=True)

    def _in_window(self) -> Bars:
        drawing = vote_bars(self.room.board, self._shown() or None, self.kind, right=BUTTONS)
        places = {card: place for place, card in enumerate(self._order)}
        drawing.rows.sort(key=lambda row: places.get(row.card, len(places)))
        return drawing

    def rank(self) -> None:
        """Put the rows in their order again, after a moment without a vote."""
        self._order = []
        self._settle.stop()
        if self.isVisible():
            self.refresh()

    def _hold(self) -> None:
        if not self._order:
            self._order = [row.card for row in self._in_window().rows]
        self._settle.start()

    # Rounds and kinds

    def _rounds(self) -> list[tuple[str, str]]:
        there = voting.rounds(self.room.board)
        if self.in_round and self.in_round not in there:
            there.append(self.in_round)
        named = [(tr("Round {name}", name=name), name) for name in there]
        return [*named, (tr("All rounds together"), "")] if len(there) > 1 else named

    def _shown(self) -> str:
        return voting.rounds(self.room.board)[-1] if self.in_round is None else self.in_round

    def show_round(self, name: str) -> None:
        """Show a round and vote in it; "" shows all together (votes go to the newest)."""
        self.in_round = name
        self._order = []
        self.refresh()
        self.staged_again.emit()

    def begin_round(self) -> None:
        """A new round, numbered on; it is in the file from its first vote on."""
        there = {name for _, name in self._rounds()}
        self.show_round(next(str(number) for number in range(1, len(there) + 2) if str(number) not in there))

    def show_kind(self, kind: str) -> None:
        """Show cards of one kind only; "" shows all that are voted on."""
        self.kind = kind
        self._order = []
        self.refresh()
        self.staged_again.emit()

    # Voting

    def give(self, card: str) -> None:
        """One more point of the room."""
        self._hold()
        where = self._shown() or voting.rounds(self.room.board)[-1]
        self.room.do(lambda board: voting.give(board, card, where))

    def take_back(self, card: str) -> None:
        """One point of the room less."""
        self._hold()
        where = self._shown() or voting.rounds(self.room.board)[-1]
        self.room.do(lambda board: voting.take_back(board, card, where))


def vote_bars(
    board: Board, in_round: str | None, kind: str = "", *, right: float = 0.0, voted_only: bool = False
) -> Bars:
    """The cards that are voted on by points, most first, ties by title; `voted_only` leaves out those without."""
    points = votes(board, in_round)
    cards = [card for name in ((kind,) if kind else voting.KINDS) for card in board.of_kind(name)]
    others = [card for card in points if card in board.cards and board.card(card).kind not in voting.KINDS]
    cards += [board.card(card) for card in others if not kind]
    cards.sort(key=lambda card: (-points.get(card.id, 0), card.title, card.id))
    shown = [card for card in cards if points.get(card.id) or not voted_only]
    people = _voters(board, in_round)
    rows = []
    for card in shown:
        got = points.get(card.id, 0)
        said = tr.plural("{n} vote given", "{n} votes given", people.get(card.id, 0))
        basis = tr("points of the room and of everybody who voted, added up")
        told = tip(card.title, f"{tr('points: {n}', n=tr.number(got))} · {said}", basis)
        kind_name = tr(KINDS[card.kind].label)
        rows.append(Row(card.id, card.kind, card.title or tr("(no title)"), got, _points(got), kind_name, told))
    own = {card.id: points[card.id] for card in cards if points.get(card.id)}
    return Bars(of_votes(own, board, tr.translator), rows, max(own.values(), default=0), right)


def _says(row: Row, words: str) -> bool:
    """Whether the name of a row has all of these words or parts of words, in any order; ё counts as е."""
    name = _plain(row.name)
    return all(word in name for word in _plain(words).split())


def _plain(text: str) -> str:
    return text.casefold().replace("\u0451", "\u0435")


def _points(got: float) -> str:
    return tr.plural("{points} point", "{points} points", round(got), points=tr.number(got))


def _voters(board: Board, in_round: str | None) -> dict[str, int]:
    """How many votes were given to each card."""
    found: dict[str, int] = {}
    for vote in board.records("vote"):
        if in_round is None or vote.get("round") == in_round:
            card = str(vote.get("card"))
            found[card] = found.get(card, 0) + 1
    return found


def _lead(board: Board) -> str:
    if any(board.count(kind) for kind in voting.KINDS):
        return tr("Ask the room: which of these first? Every dot is a point; three a person is a good number.")
    return tr("There is nothing to vote on yet: write problems, needs and improvements on the wall first.")
