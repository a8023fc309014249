"""Step 1, customers: three questions to answer, whom to aim at, and what that puts first."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from cxworkshop.actions import cards
from cxworkshop.analysis.serving import QUESTIONS, Serving, headline, serving
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import WORKSHOP_FIELDS
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.customers.aim_cards import AimCards
from cxworkshop.ui.views.customers.drawings import (
    SHARES_HEIGHT,
    CustomersDrawing,
    RankingDrawing,
    SharesDrawing,
)
from cxworkshop.ui.views.customers.question_field import QuestionField
from cxworkshop.ui.views.customers.questions_row import QuestionsRow
from cxworkshop.ui.views.page import Page
from cxworkshop.words import N_

_HINTS = {
    "attract_and_keep": N_("Be narrow: who comes back, and who is like them? Say also whom you will not chase."),
    "matters_most": N_("In their words, not in yours: what would make them stay, what would make them leave?"),
    "be_best": N_("One thing you would do better than anybody: how fast, who decides, what it never costs them."),
}


class CustomersPage(Page):
    """The three questions, the personas with their aims, the shares, both rankings."""

    def build(self) -> None:
        labels = {field.name: field.label for field in WORKSHOP_FIELDS}
        self.questions = [
            QuestionField(self.room, name, tr(labels[name]), tr(_HINTS[name]), number)
            for number, name in enumerate(QUESTIONS, 1)
        ]
        self.column.addWidget(QuestionsRow(self.questions))
        self.column.addSpacing(6)
        self.column.addWidget(Words(tr("Whom do we aim at?"), "title"))
        self.aims = AimCards(self.room)
        self.aims.persona_wanted.connect(self._add_persona)
        self.column.addWidget(self.aims)
        self.column.addSpacing(6)
        self.column.addWidget(Words(tr("Fewer, but better"), "title"))
        self.said = Words(look="lead")
        self.column.addWidget(self.said)
        self._serving = self._figures()
        self.shares = Chart(self.room, lambda: SharesDrawing(self._serving, tr.translator), SHARES_HEIGHT)
        self.column.addWidget(self.shares)
        self.column.addSpacing(6)
        self.first = Chart(self.room, self._first)
        self.all_needs = Chart(self.room, self._all_needs)
        for chart in (self.first, self.all_needs):
            chart.wanted.connect(self.wanted)
        row = QHBoxLayout()
        row.setSpacing(32)
        row.addWidget(self.first, 1)
        row.addWidget(self.all_needs, 1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def refresh(self) -> None:
        self._serving = self._figures()
        own = self._serving
        self.headline.setText(headline(own, tr.translator))
        for question in self.questions:
            question.refresh()
        self.aims.refresh()
        self.said.setText(SharesDrawing(own, tr.translator).texts()[0])
        self.said.setVisible(bool(own.aimed_at) and self.said.text() != self.headline.text())
        height = round(max(self._first().height, self._all_needs().height) * themes.text_scale)
        for chart in (self.first, self.all_needs):
            chart.use_height(height)
        self.shares.use_height(round(SHARES_HEIGHT * themes.text_scale))
        for chart in (self.shares, self.first, self.all_needs):
            chart.refresh()

    def drawing(self) -> CustomersDrawing:
        return CustomersDrawing(self.room.board, self._figures(), tr.translator)

    def _figures(self) -> Serving:
        return serving(self.room.board, self.room.map(), tr.translator)

    def _first(self) -> RankingDrawing:
        own = self._serving
        below = tr("by opportunity, among the needs they have")
        return RankingDrawing(
            tr("First needs of those we aim at"), below, own.first, frozenset(own.whose), tr.translator
        )

    def _all_needs(self) -> RankingDrawing:
        own = self._serving
        below = tr("by opportunity, whoever has them; marked: those we aim at")
        return RankingDrawing(tr("First of all needs"), below, own.all_needs, frozenset(own.whose), tr.translator)

    def _add_persona(self) -> None:
        card_id = new_id("p")
        if self.room.do(lambda board: cards.add(board, "persona", card_id=card_id, fields={"side": "external"})):
            self.room.select([card_id])
            self.title_wanted.emit()
