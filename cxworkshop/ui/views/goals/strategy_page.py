"""Step 9: the strategy as a chain from need to objective, its gaps in words, and the press that mends the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from cxworkshop.actions import goals, improvements, links
from cxworkshop.analysis import strategy as chain
from cxworkshop.analysis.strategy import GAPS, Row, strategy
from cxworkshop.model.ids import new_id
from cxworkshop.ui.bridge import Action
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.combo import Segments
from cxworkshop.ui.parts.labels import Elided, Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.goals.strategy_drawing import StrategyDrawing
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.processes.to_wall import ToWall
from cxworkshop.ui.views.scrolled import scrolled

TOP = 12  # needs shown at first
_BROKEN, _TOP, _ALL = "gaps", "top", "all"


@dataclass(frozen=True)
class Fix:
    """What one press does for a gap: the words of the button, the action, the card selected afterwards."""

    text: str
    does: Action
    then: str


class StrategyPage(Page):
    """A row a need, the largest opportunity first."""

    def build(self) -> None:
        self.which = getattr(self, "which", _TOP)
        self.rows: list[Row] = []
        self.choice = Segments(can_be_none=False)
        self.choice.chosen.connect(self._choose)
        self.lead = Words("", "lead")
        self.box = QFrame()
        self.box.setObjectName("Box")
        self.box_title = Elided("", "strong")
        self.box_words = Words("", "bad")
        self._fixes = QHBoxLayout()
        self._fixes.setSpacing(8)
        self.buttons: list[Button] = []
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(14, 10, 14, 10)
        for widget in (self.box_title, self.box_words):
            inside.addWidget(widget)
        inside.addLayout(self._fixes)
        self.chart = Chart(self.room, self._drawing, 200)
        self.chart.wanted.connect(self.wanted)
        self.setFocusProxy(self.chart)
        self.to_wall = ToWall(self.room)
        self.column.addWidget(self.lead)
        self.column.addWidget(self.to_wall)
        self.column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.box)
        self._scroll = scrolled(self.chart, 240)
        self.column.addWidget(self._scroll, 1)
        if not getattr(self, "_follows", False):
            self._follows = True
            self.room.selection_changed.connect(self._follow_selection)

    def refresh(self) -> None:
        self.rows = strategy(self.room.board, self.room.map())
        broken = sum(bool(row.gaps) for row in self.rows)
        top = tr("The {n} largest", n=TOP)
        options = [(tr("With gaps: {n}", n=broken), _BROKEN), (tr("All: {n}", n=len(self.rows)), _ALL)]
        if len(self.rows) > TOP:
            options.insert(0, (top, _TOP))
        elif self.which == _TOP:
            self.which = _ALL
        self.choice.fill(options, self.which)
        self.choice.setVisible(bool(self.rows))
        self.to_wall.setVisible(not self.rows)
        self.headline.setText(self._sentence())
        self.lead.setText(
            tr("The chain shows what is linked: need, process, improvement, KPI, key result, objective. Press a gap.")
            if self.rows
            else tr("The strategy begins with needs. Write them on the wall at step 4; the chain grows from them here.")
        )
        self._scroll.setVisible(bool(self._shown()))
        self.chart.use_height(round(self._drawing().height(window_look())) + 16)
        self.chart.refresh()
        self._show_box()

    def _sentence(self) -> str:
        if not self.rows:
            return tr("There is no need yet for a strategy to serve.")
        whole = chain.whole(self.rows)
        if whole == len(self.rows):
            return tr.plural("The chain of {n} need is whole", "The chains of all {n} needs are whole", whole)
        return tr.plural(
            "{n} of {all} needs has a whole chain up to an objective",
            "{n} of {all} needs have a whole chain up to an objective",
            whole,
            all=len(self.rows),
        )

    def _shown(self) -> list[Row]:
        if self.which == _TOP:
            return self.rows[:TOP]
        return [row for row in self.rows if row.gaps] if self.which == _BROKEN else self.rows

    def _drawing(self) -> StrategyDrawing:
        return StrategyDrawing(self.room.board, self._shown(), self._sentence())

    def _choose(self, which: str) -> None:
        self.which = which
        self.refresh()
        self.staged_again.emit()

    # The gaps of the need selected

    def row(self) -> Row | None:
        """The row of the need selected, None where no need is."""
        chosen = self.room.selection[0] if self.room.selection else None
        return next((own for own in self.rows if own.need == chosen), None)

    def _follow_selection(self) -> None:
        """The gaps of the need selected, and its row in sight."""
        if not self._built:
            return
        was = self.box.isHidden()
        self._show_box()
        self._bring_into_view()
        if was != self.box.isHidden():
            QTimer.singleShot(0, self, self._bring_into_view)  # once the box has taken its place, or left it

    def _bring_into_view(self) -> None:
        row = self.row()
        if row is not None and self._built:
            self.chart.bring_into_view(row.need)

    def _show_box(self) -> None:
        row = self.row()
        self.box.setVisible(row is not None and bool(row.gaps))
        for button in self.buttons:
            self._fixes.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if row is None or not row.gaps:
            return
        self.box_title.setText(self.room.board.card(row.need).title or tr("(no title)"))
        self.box_words.setText(tr("Gaps: {gaps}.", gaps=", ".join(tr(GAPS[code]) for code in row.gaps)))
        while self._fixes.count():
            self._fixes.takeAt(0)
        for code in row.gaps:
            fix = _FIXES[code](row) if code in _FIXES else None
            if fix is not None:
                self._add_button(fix)
        self._fixes.addStretch(1)

    def _add_button(self, fix: Fix) -> None:
        button = Button(fix.text, "plus", size=15)
        button.clicked.connect(lambda: self._mend(fix))
        button.setEnabled(not self.room.document.read_only)
        self._fixes.addWidget(button)
        self.buttons.append(button)

    def _mend(self, fix: Fix) -> None:
        if self.room.do(fix.does):
            self.room.select([fix.then])

    def drawing(self) -> StrategyDrawing | None:
        self.rows = strategy(self.room.board, self.room.map())
        return self._drawing()


def _improve(row: Row) -> Fix:
    own, at = new_id("i"), [row.processes[0] if row.processes else row.need]
    return Fix(tr("Add an improvement"), lambda b: improvements.improve(b, at, improvement_id=own), own)


def _measure(row: Row) -> Fix:
    own, tracks = new_id("m"), row.key_results if len(row.key_results) == 1 else ()
    return Fix(tr("Add a KPI"), lambda b: goals.add_kpi(b, measures=[row.need], tracks=tracks, kpi_id=own), own)


def _address(row: Row) -> Fix:
    own = new_id("o")
    return Fix(tr("Add an objective"), lambda b: goals.add_objective(b, needs=[row.need], objective_id=own), own)


def _show_result(row: Row) -> Fix:
    own, objective = new_id("k"), row.objectives[0]
    return Fix(tr("Add a key result"), lambda b: goals.add_key_result(b, objective, result_id=own), own)


def _track(row: Row) -> Fix | None:
    """Where there is one KPI and one key result, nobody needs to be asked which belongs to which."""
    if len(row.kpis) != 1 or len(row.key_results) != 1:
        return None
    kpi, result = row.kpis[0], row.key_results[0]
    return Fix(tr("Let the KPI track the key result"), lambda b: links.connect(b, kpi, result, "tracks"), row.need)


_FIXES: dict[str, Callable[[Row], Fix | None]] = {
    chain.NO_IMPROVEMENT: _improve,
    chain.NO_KPI: _measure,
    chain.NO_OBJECTIVE: _address,
    chain.NO_KEY_RESULT: _show_result,
    chain.UNTRACKED: _track,
}
