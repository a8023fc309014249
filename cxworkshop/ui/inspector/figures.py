"""The figures of a need or a process: numbers large enough to be read, each with its formula and source on hover."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.analysis import blind_spot, influence, opportunity
from cxworkshop.analysis.votes import votes
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr

_TOGETHER = "\u00a0"  # a space at which no line is broken


class Figure(QWidget):
    """A label, a number, and what to know about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._number, self._below = (
            Words(look="soft"),
            Words(look="figure", wrap=False),
            Words(look="small"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._label, self._number, self._below):
            column.addWidget(widget)
        column.addStretch(1)

    def show_figure(self, label: str, number: str, below: str = "", explained: str = "") -> None:
        self._label.setText(label)
        self._number.setText(number)
        self._below.setText(below)
        self._below.setVisible(bool(below))
        self.setToolTip(explained)
        self.setAccessibleName(f"{label}: {number}. {below}")


class Figures(QWidget):
    """Two figures side by side: for a need opportunity and votes, for a process influence and blind spot."""

    def __init__(self, room: Room, card_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._card_id = room, card_id
        self.first, self.second = Figure(), Figure()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.first, 1)
        row.addWidget(self.second, 1)
        self.refresh()

    @staticmethod
    def has_some(card: Card) -> bool:
        """Whether there are figures for this card."""
        return card.kind in ("need", "process")

    def refresh(self) -> None:
        card = self._room.board.find(self._card_id)
        if card is not None and card.kind == "need":
            self._show_need(card)
        elif card is not None:
            self._show_process(card)

    def _show_need(self, card: Card) -> None:
        own = opportunity.opportunity(card)
        shown = tr.number(own.value) if own.scored else "–"
        self.first.show_figure(
            tr("Opportunity (ODI)"), shown, _basis(own), _explained(opportunity.FORMULA, opportunity.SOURCE)
        )
        points = votes(self._room.board)
        counted = points.get(card.id)
        self.second.show_figure(tr("Votes"), tr.number(counted) if points else "–")

    def _show_process(self, card: Card) -> None:
        own = self._room.map().figures(card.id)
        self.first.show_figure(
            tr("Influence"), tr.number(own.influence, 2), "", _explained(influence.FORMULA, influence.SOURCE)
        )
        self.second.show_figure(
            tr("Blind spot"), tr.number(own.blind_spot, 2), "", _explained(blind_spot.FORMULA, blind_spot.SOURCE)
        )


def _explained(formula: str, source: str) -> str:
    return "\n".join([tr(formula), tr(source)])


def _basis(own: opportunity.Opportunity) -> str:
    """What the number rests on: who said so, and how many were asked."""
    if not own.scored:
        return tr("nobody has scored it yet")
    words = {"room": tr("room estimate"), "customers": tr("customer data")}.get(own.basis or "", "")
    asked = tr.plural("n = {n} person", "n = {n} people", own.sample) if own.sample else ""
    return " · ".join(part for part in (words, asked.replace(" ", _TOGETHER)) if part)
