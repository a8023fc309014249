"""The helper that words a need: when… I want… so that…, with advice, and where and whose it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions.needs import add_need
from cxworkshop.analysis.need_wording import Wish, advice, sentence
from cxworkshop.model.board import Board
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Combo
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.many_line import ManyLine


class NeedComposer(QFrame):
    """`added` gives the id of the need that was put up, `several` rows that were pasted. Enter goes from part to part
    and, in the last, adds."""

    added = Signal(str)
    several = Signal(list)

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Box")
        self._room = room
        self.when, self.want, self.so_that = ManyLine(), ManyLine(), ManyLine()
        self.preview, self.advice = Words(look="strong"), Words(look="soft")
        self.where, self.whose = Combo(), Combo()
        self.add = Button(tr("Put up the need"), "plus", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        column.addLayout(self._parts())
        column.addWidget(self.preview)
        column.addWidget(self.advice)
        column.addLayout(self._below())
        self.add.clicked.connect(self._add)
        self.refresh()
        self._look()

    def _parts(self) -> QGridLayout:
        form = QGridLayout()
        form.setSpacing(6)
        parts = (
            (self.when, tr("When…"), tr("my order is wrong")),
            (self.want, tr("I want…"), tr("to get the right one today")),
            (self.so_that, tr("so that…"), tr("my morning is not lost")),
        )
        order = [self.when, self.want, self.so_that]
        for number, (field, label, example) in enumerate(parts):
            field.setPlaceholderText(example)
            field.setAccessibleName(label)
            field.setToolTip(tr("Rows pasted from a spreadsheet become needs: title, importance, satisfaction."))
            field.textChanged.connect(self._look)
            field.several.connect(self.several)
            following = order[number + 1] if number + 1 < len(order) else None
            field.returnPressed.connect(following.setFocus if following is not None else self._add)
            form.addWidget(Words(label, wrap=False), number, 0, Qt.AlignmentFlag.AlignVCenter)
            form.addWidget(field, number, 1)
        return form

    def _below(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.where.setAccessibleName(tr("Where it arises"))
        self.whose.setAccessibleName(tr("Whose need it is"))
        self.whose.activated.connect(self._look)
        row.addWidget(self.where, 3)
        row.addWidget(self.whose, 2)
        row.addWidget(self.add)
        return row

    @property
    def wish(self) -> Wish:
        """The three parts as they stand."""
        return Wish(self.when.text(), self.want.text(), self.so_that.text())

    @property
    def place(self) -> dict[str, str]:
        """Where a need is put up, and whose it is: what of `stage`, `touchpoint` and `persona` is chosen, by id."""
        place = self._room.board.find(self.where.currentData())
        persona = self.whose.currentData() if not self.whose.isHidden() else None
        where = {place.kind: place.id} if place is not None else {}
        return {**where, "persona": persona} if persona is not None else where

    def refresh(self) -> None:
        """Offer the places and personas of the board; what was chosen stays chosen while it is there."""
        board = self._room.board
        places: list[tuple[str, str | None]] = [(tr("arises anywhere"), None), *places_of(board)]
        known = [value for _, value in places]
        usual = known[min(1, len(known) - 1)]
        chosen = self.where.currentData() if self.where.count() else usual
        self.where.fill(places, chosen if chosen in known else usual)
        people = [(persona.title or tr("(no title)"), persona.id) for persona in board.of_kind("persona")]
        whose = self.whose.currentData()
        there = whose if board.find(whose) is not None else None
        self.whose.fill([(tr("whose? not said"), None), *people], there)
        self.whose.setVisible(bool(people))
        for combo in (self.where, self.whose):
            combo.setToolTip(combo.currentText())
        self._look()

    def _look(self) -> None:
        """Show the sentence and what may be better about it."""
        said = sentence(self.wish)
        self.preview.setText(said or tr("The need in one sentence appears here."))
        has_owner = self.whose.isHidden() or self.whose.currentData() is not None
        found = [own.told(tr.translator) for own in advice(self.wish, has_owner=has_owner)]
        self.advice.setText("\n".join(found))
        self.advice.setVisible(bool(found))
        self.add.setEnabled(bool(said))

    def _add(self) -> None:
        title, need_id = sentence(self.wish), new_id("n")
        if not title:
            self.want.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        place = self.place
        if self._room.do(lambda board: add_need(board, title, need_id=need_id, **place)):
            for field in (self.when, self.want, self.so_that):
                field.clear()
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
            self.added.emit(need_id)


def places_of(board: Board) -> list[tuple[str, str]]:
    """Every stage and below it its touchpoints, named and by id; with the journey too where there are several."""
    found: list[tuple[str, str]] = []
    journeys = board.journeys()
    for journey in journeys:
        touchpoints = board.touchpoints(journey.id)
        for stage in board.stages(journey.id):
            title = stage.title or tr("(no title)")
            name = title if len(journeys) == 1 else f"{journey.title or tr('(no title)')} · {title}"
            found.append((tr("stage: {title}", title=name), stage.id))
            own = [card for card in touchpoints if card.stage == stage.id]
            found += [(f"      {card.title or tr('(no title)')}", card.id) for card in own]
    return found
