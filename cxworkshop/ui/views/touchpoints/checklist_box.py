"""The touchpoints companies forget, in three columns; each goes into the stage chosen above its column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import cards
from cxworkshop.actions.checklist import not_for_us
from cxworkshop.analysis.checklist import Item, checklist
from cxworkshop.i18n import LANGUAGES, translator
from cxworkshop.model.board import Board
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import Card
from cxworkshop.model.touchpoint_types import GROUPS, types_of
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.combo import Combo, Segments
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.touchpoints.checklist_row import ChecklistRow


class ChecklistBox(QWidget):
    """Rows are made once a side and shown anew, so that the keyboard keeps its place."""

    def __init__(self, room: Room, side: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._side = room, side
        self._chosen: dict[str, str] = {}  # the stage chosen by hand, by group
        self.rows: dict[str, ChecklistRow] = {}
        self.stages: dict[str, Combo] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.sides = Segments(can_be_none=False)
        sides = [(tr("Met by customers"), "external"), (tr("Met by employees"), "internal")]
        self.sides.fill(sides, side)
        self.sides.chosen.connect(self.show_side)
        self.said = Words(look="soft")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.sides)
        top.addWidget(self.said, 1)
        column.addLayout(top)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        column.addLayout(self._grid)
        self._fill()

    def show_side(self, side: str) -> None:
        """Show the list of customers (external) or of employees (internal)."""
        self._side = side
        self.sides.show_value(side)
        self._fill()

    def _fill(self) -> None:
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self.stages = {}, {}
        items = {item.type.id: item for item in checklist(self._room.board, self._side)}
        for at, group in enumerate(GROUPS):
            self._grid.setColumnStretch(at, 1)
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            name = tr(group.external if self._side == "external" else group.internal)
            column.addWidget(Words(name, "strong"))
            column.addWidget(self._stage_combo(group.name, name))
            for own in types_of(self._side, group.name):
                column.addWidget(self._row(items[own.id]))
            column.addStretch(1)
            self._grid.addWidget(part, 0, at, Qt.AlignmentFlag.AlignTop)
        self.refresh()

    def _row(self, item: Item) -> ChecklistRow:
        row = self.rows[item.type.id] = ChecklistRow(item)
        row.added.connect(self._add)
        row.shown.connect(lambda own: self._room.select([card.id for card in own.cards]))
        row.skipped.connect(lambda own, skipped: self._room.do(lambda board: not_for_us(board, own.type.id, skipped)))
        return row

    def _stage_combo(self, group: str, name: str) -> Combo:
        combo = self.stages[group] = Combo()
        combo.setAccessibleName(tr("{group}: into the stage", group=name))
        combo.activated.connect(lambda: self._chosen.__setitem__(group, combo.currentData()))
        return combo

    def refresh(self) -> None:
        """Show the board as it is now."""
        items = checklist(self._room.board, self._side)
        for item in items:
            self.rows[item.type.id].show_item(item)
        left = sum(item.open for item in items)
        self.said.setText(
            tr.plural(
                "{n} not spoken about yet: + we have it, × not for us",
                "{n} not spoken about yet: + we have it, × not for us",
                left,
            )
            if left
            else tr("All of them have been spoken about.")
        )
        stages = stages_of(self._room.board, self._side)
        for group, combo in self.stages.items():
            known = [stage.id for stage, _ in stages]
            chosen = self._chosen.get(group)
            own = chosen if chosen in known else usual_stage(group, [stage for stage, _ in stages])
            combo.fill([(tr("into: {stage}", stage=name), stage.id) for stage, name in stages], own)
            combo.setVisible(bool(stages))
            combo.setToolTip(combo.currentText())

    def _add(self, item: Item) -> None:
        stage = self.stages[item.type.group].currentData()
        title, card_id = translator(written_in(self._room.board))(item.type.label), new_id("t")
        if self._room.do(lambda board: cards.add(board, "touchpoint", title, stage, card_id=card_id)):
            self._room.select([card_id])


def stages_of(board: Board, side: str) -> list[tuple[Card, str]]:
    """The stages of the journeys of a side, each with its name; with its journey's where there are several."""
    journeys = [journey for journey in board.journeys() if board.side_of(journey) == side]
    found = []
    for journey in journeys:
        for stage in board.stages(journey.id):
            title = stage.title or tr("(no title)")
            found.append((stage, title if len(journeys) == 1 else f"{journey.title or tr('(no title)')} · {title}"))
    return found


def usual_stage(group: str, stages: list[Card]) -> str | None:
    """Where most touchpoints of a group belong: the first stage, where the money is taken, the last."""
    if not stages:
        return None
    selling = next((stage for stage in stages if stage.get("selling") is True), stages[len(stages) // 2])
    return {"before": stages[0], "at": selling}.get(group, stages[-1]).id


def written_in(board: Board) -> str:
    """The language the workshop's cards are written in."""
    own = str(board.workshop.get("language"))
    return own if own in LANGUAGES else tr.language
