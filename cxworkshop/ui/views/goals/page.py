"""Step 9: objectives, key results and KPIs as a tree, the selected one below it with its figures and readings."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from cxworkshop.actions import goals
from cxworkshop.analysis import goals as grading
from cxworkshop.analysis.goals_told import told_goals
from cxworkshop.analysis.opportunity import ranked_needs
from cxworkshop.model.ids import new_id
from cxworkshop.ui.inspector.text_editors import Line
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.goals.goal_detail import SHOWN, GoalDetail
from cxworkshop.ui.views.goals.goals_drawing import GoalsDrawing
from cxworkshop.ui.views.goals.nodes import tree
from cxworkshop.ui.views.goals.tree_view import GoalTree
from cxworkshop.ui.views.improvements.card_face import title_lines
from cxworkshop.ui.views.page import Page

_MOST_DETAIL = 400  # pixels below the tree when a goal is chosen; people can drag the border


class GoalsPage(Page):
    """Fills the view: the tree scrolls, the details stay in sight below it."""

    def build(self) -> None:
        self.new = Line()
        self.new.setPlaceholderText(tr("New objective: where do we want to be? Press Enter"))
        self.new.setAccessibleName(tr("New objective"))
        self.new.returnPressed.connect(self._add)
        self.new.setEnabled(not self.room.document.read_only)
        self.hint = Words("", "soft")
        self.teaching = Words("", "lead")
        self.offers = QVBoxLayout()
        self.offers.setSpacing(8)
        self.buttons: list[Button] = []
        self.tree = GoalTree(self.room)
        self.tree.wanted.connect(self.wanted)
        self.detail = GoalDetail(self.room)
        self.setFocusProxy(self.tree)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(8)
        self.split.addWidget(self.tree)
        self.split.addWidget(self.detail)
        self.split.setMinimumHeight(260)
        self.column.setSpacing(10)
        for widget in (self.new, self.hint, self.teaching):
            self.column.addWidget(widget)
        self.column.addLayout(self.offers)
        self.column.addWidget(self.split, 1)
        self.column.addStretch(0)
        if not getattr(self, "_follows", False):
            self._follows = True
            self.room.selection_changed.connect(self._follow_selection)

    def refresh(self) -> None:
        nodes = tree(self.room.board, self.room.today())
        self.headline.setText(self._sentence())
        self.tree.show_nodes(nodes)
        self.tree.share_out()
        self.split.setVisible(bool(nodes))
        self.hint.setText(tr("{formula}. {source}.", formula=tr(grading.FORMULA), source=tr(grading.SOURCE)))
        self._teach(not nodes)
        self._follow_selection()

    def _sentence(self) -> str:
        return told_goals(grading.objectives(self.room.board), tr.translator)

    def _teach(self, empty: bool) -> None:
        """While there is no goal: what one is, and the largest opportunities to make one for."""
        self.teaching.setVisible(empty)
        for button in self.buttons:
            self.offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if not empty:
            return
        needs = ranked_needs(self.room.board.of_kind("need"))[:3]
        text = tr(
            "An objective says where you want to be for a need. Key results are the numbers by which one sees it: where"
            " they start, where they are, where they are to be. KPIs are measured again and again and track them."
        )
        first = tr("Begin with what matters most:") if needs else tr("Type the first one above.")
        self.teaching.setText(f"{text}\n\n{first}")
        for need in needs:
            short = title_lines(need.title or tr("(no title)"), 420, window_look(), most=1)[0]
            button = Button(tr("Objective for “{title}”", title=short), "objective")
            button.clicked.connect(lambda _=False, own=need: self._make(own.title, [own.id]))
            button.setEnabled(not self.room.document.read_only)
            self.offers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)

    def _follow_selection(self) -> None:
        if not self._built:
            return
        chosen = self.room.board.find(self.room.selection[0]) if self.room.selection else None
        own = chosen.id if chosen is not None and chosen.kind in SHOWN else None
        self.detail.show_card(own)
        was = self.detail.isHidden()
        self.detail.setVisible(own is not None)
        self.hint.setVisible(own is None and self.teaching.isHidden())
        if was and own is not None:
            below = min(self.split.height() * 58 // 100, _MOST_DETAIL)
            self.split.setSizes([self.split.height() - below, below])

    def _add(self) -> None:
        title = self.new.text().strip()
        if title:
            self._make(title, [])
            self.new.clear()

    def _make(self, title: str, needs: list[str]) -> None:
        own = new_id("o")
        if self.room.do(lambda board: goals.add_objective(board, title, needs, objective_id=own)):
            self.room.select([own])
            self._put_cursor_below()

    def _put_cursor_below(self) -> None:
        """After an objective comes its first key result."""
        self.refresh()
        QTimer.singleShot(0, self, self._focus_below)  # a field that is not shown yet takes no cursor

    def _focus_below(self) -> None:
        if self.detail.below is not None:
            self.detail.below.setFocus()

    def drawing(self) -> GoalsDrawing | None:
        return GoalsDrawing(self._sentence(), tree(self.room.board, self.room.today()))
