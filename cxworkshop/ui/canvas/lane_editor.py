"""Editing a lane's name where it stands. An emptied name gives a lane of the method its usual one back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont

from cxworkshop.actions import lanes
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet, Label
from cxworkshop.model.lanes import lanes_of
from cxworkshop.ui.canvas.title_editor import TitleEditor
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

SIZE, WIDEST = 12.5, 230  # of the letters; pixels of the field


class LaneEditor(TitleEditor):
    """One lane's name being typed. With `group` the lane is new, and Esc takes it away again."""

    def __init__(self, wall: Wall, lane_id: str, group: str | None) -> None:
        super().__init__(wall, lane_id, group)
        self.setAccessibleName(tr("Name of the lane"))

    def _title(self) -> str:
        lane = lanes_of(self._wall.room.board).find(self.card_id)
        return lane.name(tr) if lane is not None else ""

    def _prompt(self) -> str:
        lane = lanes_of(self._wall.room.board).find(self.card_id)
        return tr(lane.label) if lane is not None and not lane.own else tr("What does this lane hold?")

    def _is_stage(self) -> bool:
        return True  # it is no card: Tab only closes it

    def _place(self) -> QRect | None:
        wall, camera = self._wall, self._wall.camera
        box = wall.picture.layout.lane_box(self.card_id)
        if box is None:
            return None
        self._set_font(SIZE * camera.band, QFont.Weight.DemiBold)
        width = max(camera.left - 4, WIDEST)
        self.resize(width, self.height())
        lines = max(self.document().documentLayout().documentSize().height(), 1.0)
        height = round(lines * self.fontMetrics().lineSpacing()) + 14
        top = max(camera.to_screen(0, box.y)[1], camera.top)
        return QRect(2, round(top) + 2, width, height)

    def commit(self) -> None:
        title = " ".join(self.toPlainText().split())
        if self._open and not title and self._group is not None:
            self.cancel()
            return
        if self._close() and (title != self._before or self._group is not None):
            self._wall.room.do(lambda board: self._renamed(board, title), initiator=self._wall, group=self._group)

    def _renamed(self, board: Board, title: str) -> ChangeSet:
        if lanes_of(board).find(self.card_id) is None:
            return ChangeSet()
        changes = lanes.rename(board, self.card_id, title, tr)
        if self._group is None:
            return changes
        return replace(changes, label=Label(N_("Add lane “{title}”"), {"title": title}))

    def cancel(self) -> None:
        """Leave the name as it was; a new lane goes away again."""
        if not self._close() or self._group is None:
            return
        history = self._wall.room.document.history()
        if history and history[-1].group == self._group:
            self._wall.room.undo()
