"""Step 3: where the company looks, in which channel it is met at which stage, and the touchpoints it has forgotten."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cxworkshop.actions import journeys
from cxworkshop.analysis.channel_grid import ChannelGrid, channel_grid
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import Look, Spot, window_look
from cxworkshop.ui.views.lettering import write
from cxworkshop.ui.views.page import Page
from cxworkshop.ui.views.touchpoints.attention_drawing import AttentionDrawing
from cxworkshop.ui.views.touchpoints.checklist_box import ChecklistBox
from cxworkshop.ui.views.touchpoints.grid_chart import GridChart
from cxworkshop.ui.views.touchpoints.grid_drawing import GridDrawing
from cxworkshop.ui.views.touchpoints.new_touchpoint import NewTouchpoint


class TouchpointsPage(Page):
    """The grid is of the journey the facilitator is on; attention counts all of them."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        room.journey_changed.connect(self._refresh_soon)
        self._side = ""
        self._came_from = 0  # where the page was scrolled to when a hole was pressed

    def build(self) -> None:
        self.lead = Words(look="lead")
        self.first = Button(tr("Begin with a journey"), "plus", "primary")
        self.first.clicked.connect(self._begin)
        self.attention = Chart(self.room, lambda: AttentionDrawing(self.room.board), height=160)
        self.grid_said, self.grid_how = Words(look="title"), Words(look="soft")
        self.grid = GridChart(self.room, self._grid_drawing, height=120)
        self.new = NewTouchpoint(self.room)
        self.checklist_said = Words(tr("Touchpoints companies forget"), "title")
        self.checklist = ChecklistBox(self.room, self._journey_side())
        self.grid_how.setText(
            tr("A number: touchpoints, press to select them. A hole: press to put one up. Names come from the cards.")
        )
        self.column.addWidget(self.lead)
        self.column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.attention, self.grid_said, self.grid_how, self.grid, self.new):
            self.column.addWidget(widget)
        self.column.addWidget(self.checklist_said)
        self.column.addWidget(self.checklist)
        self.column.addStretch(1)
        self.grid.hole_pressed.connect(self._ask)
        self.new.left.connect(self._go_back)
        for chart in (self.attention, self.grid):
            chart.wanted.connect(self.wanted)

    def refresh(self) -> None:
        attention, grid = AttentionDrawing(self.room.board), self._grid_drawing()
        has_stages, has_cards = bool(attention.stages.total), self.room.board.count("touchpoint") > 0
        self._show_headline(attention, has_stages, has_cards)
        self.first.setVisible(not self.room.board.count("journey"))
        self.attention.setVisible(has_stages and has_cards)
        for widget in (self.grid_said, self.grid_how, self.grid):
            widget.setVisible(bool(grid.grid.stages))
        self.grid_said.setText(grid.headline())
        look = window_look()
        self.attention.use_height(round(attention.height(look)))
        self.grid.use_height(round(grid.height(look)))
        self.attention.refresh()
        self.grid.refresh()
        if self._side_is_old():
            self.checklist.show_side(self._journey_side())
        else:
            self.checklist.refresh()

    def _ask(self, stage: str, channel: str) -> None:
        """Ask below the grid, in sight; from there one goes back to the hole."""
        self._came_from = self.area.verticalScrollBar().value()
        self.new.ask(stage, channel)
        QTimer.singleShot(0, self.new, lambda: self.area.ensureWidgetVisible(self.new))

    def _go_back(self) -> None:
        self.area.verticalScrollBar().setValue(self._came_from)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _side_is_old(self) -> bool:
        """Whether the journey of the moment is of another side than when the checklist was last turned to it."""
        old, self._side = self._side, self._journey_side()
        return old != self._side

    def _show_headline(self, attention: AttentionDrawing, has_stages: bool, has_cards: bool) -> None:
        if has_stages and has_cards:
            self.headline.setText(attention.headline())
            self.lead.hide()
            return
        self.headline.setText(tr("Put up the places where customers meet the company, not only the till"))
        self.lead.setText(
            tr("Go through the list below: what you have goes into its stage with one press, the rest is not for you.")
            if has_stages
            else tr("First the stages of the way: how customers choose, buy, use, complain, come back or leave.")
        )
        self.lead.show()

    def _begin(self) -> None:
        self.room.do(lambda board: journeys.add(board, tr("Customer journey")))

    def _journey_side(self) -> str:
        journey = self.room.board.find(self.room.journey)
        return self.room.board.side_of(journey) if journey is not None else "external"

    def _grid_drawing(self) -> GridDrawing:
        journey = self.room.board.find(self.room.journey)
        grid = channel_grid(self.room.board, journey.id) if journey is not None else ChannelGrid((), ())
        return GridDrawing(grid, journey.title if journey is not None else "")

    def drawing(self) -> TouchpointsDrawing:
        return TouchpointsDrawing(AttentionDrawing(self.room.board), self._grid_drawing())


class TouchpointsDrawing:
    """Attention above, the grid below it: what the room looks at."""

    def __init__(self, attention: AttentionDrawing, grid: GridDrawing) -> None:
        self._attention, self._grid = attention, grid

    def texts(self) -> list[str]:
        return [*self._attention.texts(), self._key(), *self._grid.texts()]

    @staticmethod
    def _key() -> str:
        return tr("A number: so many touchpoints in this channel at this stage. An empty place: nobody is met there.")

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        high = min(self._attention.height(look), area.height() * 0.45)
        above = QRectF(area.left(), area.top(), area.width(), high)
        key = QRectF(area.left(), area.top() + high, area.width(), look.metrics(12).height() * 1.5)
        below = area.adjusted(0, high + key.height() + look.size(6), 0, 0)
        if self._grid.grid.stages:
            write(painter, key, self._key(), look.font(12), look.colour("soft"))
        return [*self._attention.paint(painter, above, look), *self._grid.paint(painter, below, look)]
