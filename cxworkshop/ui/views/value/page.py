"""Step 5: needs nobody meets and values nobody needs, each settled with one press; below them the whole chain."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from cxworkshop.actions import links
from cxworkshop.actions.needs import add_value
from cxworkshop.analysis.opportunity import opportunity
from cxworkshop.analysis.value_chain import needs_without_value, suggestions, values_without_need
from cxworkshop.model.records import Card
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.value.chain_drawing import ChainDrawing
from cxworkshop.ui.views.value.fix_column import FixColumn
from cxworkshop.ui.views.value.fix_row import FixRow

_OFFERED = ("need", "value")


class ValuePage(Page):
    """What is offered to link to is what is worded alike, then what lies in the same stage."""

    def build(self) -> None:
        self._offered: dict[str, tuple[object, list[str]]] = {}  # by card: what was compared, and what came of it
        self._shown = ChainDrawing(self.room.board)
        self.lead = Words(look="lead")
        self.lead.setText(tr("A value is what the company creates so that a need is met. Word the needs first."))
        self.first = Button(tr("Word the needs"), "need", "primary")
        self.first.clicked.connect(lambda: self.room.show_view("needs"))
        self.unmet = FixColumn(
            tr("Needs without a value"), tr("A promise nobody keeps: what do we create for it?"), self._need_row
        )
        self.idle = FixColumn(
            tr("Values nobody needs"), tr("Work for nobody: link it to the need it meets, or stop it."), self._value_row
        )
        self.chain_said = Words(tr("From need to value to process"), "title")
        self.chain = Chart(self.room, lambda: self._shown, height=120)
        self.chain.wanted.connect(self.wanted)
        columns, begin = QHBoxLayout(), QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self.unmet, 1)
        columns.addWidget(self.idle, 1)
        begin.addWidget(self.first)
        begin.addStretch(1)
        self.column.addWidget(self.lead)
        self.column.addLayout(begin)
        self.column.addLayout(columns)
        self.column.addWidget(self.chain_said)
        self.column.addWidget(self.chain)
        self.column.addStretch(1)

    def refresh(self) -> None:
        board = self.room.board
        drawing = self._shown = ChainDrawing(board)
        self._titles = {kind: [(own.id, own.title, own.stage) for own in board.of_kind(kind)] for kind in _OFFERED}
        self.headline.setText(drawing.headline())
        has_needs = board.count("need") > 0
        self.lead.setVisible(not has_needs)
        self.first.setVisible(not has_needs)
        for widget in (self.unmet, self.idle, self.chain_said, self.chain):
            widget.setVisible(bool(drawing.chains))
        self.unmet.show_cards(needs_without_value(board), self._tell_need, tr("Every need has a value."))
        said = tr("Somebody needs every value.") if board.count("value") else tr("No value has been named yet.")
        self.idle.show_cards(values_without_need(board), self._tell_value, said)
        self.chain.use_height(round(drawing.height(window_look())))
        self.chain.refresh()

    def drawing(self) -> ChainDrawing:
        return ChainDrawing(self.room.board)

    # The rows

    def _need_row(self, card: Card) -> FixRow:
        row = self._row(card, tr("A value that meets it…"))
        row.typed.connect(lambda title: self.room.do(lambda board: add_value(board, title, card.id)))
        return row

    def _value_row(self, card: Card) -> FixRow:
        return self._row(card, "")

    def _row(self, card: Card, ask: str) -> FixRow:
        row = FixRow(card.kind, ask)
        row.linked.connect(lambda other: self.room.do(lambda board: links.connect(board, card.id, other)))
        row.chosen.connect(lambda: self.room.select([card.id]))
        if self.room.document.read_only:
            row.setEnabled(False)
        return row

    def _tell_need(self, row: FixRow, card: Card) -> None:
        own = opportunity(card)
        figure = tr("opportunity {n}", n=tr.number(own.value)) if own.scored else tr("not scored yet")
        row.tell(card.title or tr("(no title)"), self._about(card, figure), self._offers(card, "value"))

    def _tell_value(self, row: FixRow, card: Card) -> None:
        row.tell(card.title or tr("(no title)"), self._about(card, ""), self._offers(card, "need"))

    def _offers(self, card: Card, kind: str) -> list[Card]:
        """What to link a card to, compared anew only when a title or a stage has changed."""
        board, state = self.room.board, (card.title, card.stage, self._titles[kind])
        if card.id not in self._offered or self._offered[card.id][0] != state:
            self._offered[card.id] = state, [own.id for own in suggestions(card, board.of_kind(kind))]
        return [board.card(own) for own in self._offered[card.id][1]]

    def _about(self, card: Card, figure: str) -> str:
        stage = self.room.board.stage_of(card)
        said = [tr("stage: {title}", title=stage.title or tr("(no title)"))] if stage else []
        return " · ".join([*said, figure] if figure else said)
