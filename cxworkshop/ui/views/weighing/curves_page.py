"""The page of the curves: the journey of the moment, the personas chosen, and the touchpoints not scored yet."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cxworkshop.analysis.experience import PEAK_END_FORMULA, PEAK_END_SOURCE, touchpoints_walked
from cxworkshop.analysis.scores import score
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes.to_wall import ToWall
from cxworkshop.ui.views.weighing.curves import MOST_PANELS, Curves, walkers
from cxworkshop.ui.views.weighing.unscored import Unscored

_FIRST, _MORE = 400, 200  # pixels of the chart with one panel, and for each further one
_LONG = 60


class CurvesPage(Page):
    """Expectation, experience and memory along a journey. `chosen` are the personas shown; none: everybody."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        self.chosen: list[str] = []
        super().__init__(room, parent)
        room.journey_changed.connect(self._follow_journey)

    def build(self) -> None:
        self.lead = Words(look="lead")
        self.to_wall = ToWall(self.room)
        self.choice = Button("", "persona", size=16)
        self.choice.clicked.connect(self._offer)
        self.chart = Chart(self.room, self._drawn, height=_FIRST)
        self.chart.wanted.connect(self.wanted)
        formula = tr("{formula}. Source: {source}.", formula=tr(PEAK_END_FORMULA), source=tr(PEAK_END_SOURCE))
        self.formula = Words(formula, "small")
        self.unscored = Unscored(
            self.room,
            tr("Experience not scored yet"),
            tr("Press one and score it on the right, from −5 to +5: expected, lived through, remembered."),
        )
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        self.column.addWidget(self.lead)
        self.column.addWidget(self.to_wall)
        self.column.addLayout(row)
        for widget in (self.chart, self.formula, self.unscored):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self.chart, 100)
        self.column.addStretch(1)  # keeps an empty page together at its top

    def _follow_journey(self) -> None:
        if self.isVisible():
            self.refresh()
            self.staged_again.emit()

    def refresh(self) -> None:
        drawing = self.drawing()
        self.to_wall.setVisible(drawing is None or not drawing.touchpoints)
        there = drawing is not None and bool(drawing.touchpoints)
        for widget in (self.chart, self.choice, self.formula):
            widget.setVisible(there)
        if drawing is None or not there:
            self.headline.setText(tr("No touchpoint on this journey yet"))
            self.lead.setText(
                tr(
                    "Put on the wall where customers meet you (step 3). Then ask of every touchpoint: what did they"
                    " expect, what did they live through, what will they remember?"
                )
            )
            self.unscored.show_cards([])
            return
        self.headline.setText(drawing.headline)
        self.lead.setText(
            tr("The distance between the dashed line and the solid one is what customers lose or win.")
            if drawing.scored
            else tr("Score the first touchpoint: the curve grows from left to right as the room answers.")
        )
        self.choice.setText(self._choice_text())
        self.chart.use_height(_FIRST + _MORE * (len(drawing.panels) - 1))
        self.chart.refresh()
        missing = [card.id for card in drawing.touchpoints if score(card, "experience") is None]
        self.unscored.show_cards(missing)

    def drawing(self) -> Curves | None:
        journey = self.room.board.find(self.room.journey)
        if journey is None:
            return None
        board = self.room.board
        return Curves(
            board, journey.id, [own for own in self._chosen_now() if touchpoints_walked(board, journey.id, own)]
        )

    def _drawn(self) -> Curves:
        drawing = self.drawing()
        return drawing if drawing is not None else Curves(self.room.board, "")

    # Choosing personas

    def _chosen_now(self) -> list[str]:
        return [own for own in self.chosen if own in self.room.board.cards]

    def choose(self, personas: list[str]) -> None:
        """Show these personas side by side, at most four; none: everybody."""
        self.chosen = personas[-MOST_PANELS:]
        self.refresh()
        self.staged_again.emit()

    def menu(self) -> QMenu:
        """Everybody, and each persona that walks this journey, to be ticked."""
        menu = QMenu(self)
        everybody = menu.addAction(tr("Everybody"))
        everybody.setCheckable(True)
        everybody.setChecked(not self._chosen_now())
        everybody.triggered.connect(lambda _=False: self.choose([]))
        menu.addSeparator()
        journey = self.room.journey
        for own in walkers(self.room.board, journey) if journey else []:
            title = own.title[:_LONG] or tr("(no title)")
            action = menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(own.id in self._chosen_now())
            action.triggered.connect(lambda on=False, persona=own.id: self._toggle(persona, on))
        return menu

    def _toggle(self, persona: str, on: bool) -> None:
        others = [own for own in self._chosen_now() if own != persona]
        self.choose([*others, persona] if on else others)

    def _offer(self) -> None:
        self.menu().popup(self.choice.mapToGlobal(self.choice.rect().bottomLeft()))

    def _choice_text(self) -> str:
        chosen = len(self._chosen_now())
        if not chosen:
            return tr("Whose journey: everybody")
        return tr.plural("Side by side: {n} persona", "Side by side: {n} personas", chosen)
