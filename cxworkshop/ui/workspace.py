"""Everything around the wall of one open workshop: bars above and below, panels left and right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from cxworkshop.model.boxes import Rect
from cxworkshop.ui import resuming
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import looking
from cxworkshop.ui.canvas.wall_view import WallView
from cxworkshop.ui.inspector.panel import InspectorPanel
from cxworkshop.ui.palette.panel import PalettePanel
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.status_bar import StatusBar
from cxworkshop.ui.steps_bar import StepsBar
from cxworkshop.ui.theme import themes
from cxworkshop.ui.top_bar import TopBar
from cxworkshop.ui.views import WALL
from cxworkshop.ui.views.stack import Views

if TYPE_CHECKING:
    from cxworkshop.ui.find.bar import FindBar
    from cxworkshop.ui.history.panel import HistoryPanel
    from cxworkshop.ui.minimap.minimap import Minimap

_LEFT, _RIGHT = 222, 320  # pixels, where the window is wide; less where it is not
_NARROW = 1500
_SMALLEST_LIT = 0.5  # below this a title cannot be read
_READABLE = 0.75  # from here on the whole wall is shown rather than its lit part


class Workspace(QWidget):
    """The wall and what stands around it. `panels` are the two that can be folded away, by name."""

    def __init__(self, room: Room, settings: Settings, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room, self._settings = room, settings
        # Every widget is made inside the one it stays in: one that moves has its whole tree styled once more.
        self.top = TopBar(room, menu, self)
        self.steps = StepsBar(room, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.palette_panel = PalettePanel(room, self.splitter)
        self.views = Views(room, self.splitter)
        self.middle = self.views.first
        self.wall = WallView(room, self.middle)
        self.inspector = InspectorPanel(room, self.splitter)
        self.status = StatusBar(room, self)
        self._place: dict[str, Any] = {}  # where to look as soon as the wall has its size
        self._letters = _wider_for(themes.text_scale)
        self.panels: dict[str, QWidget] = {"left": self.palette_panel, "right": self.inspector}
        self._lay_out()
        self._connect()
        self._restore()

    def _lay_out(self) -> None:
        self.splitter.setHandleWidth(3)
        self._over = QVBoxLayout(self.middle)
        self._over.setContentsMargins(0, 0, 0, 0)
        self._over.setSpacing(0)
        self._over.addWidget(self.wall, 1)
        self.middle.setFocusProxy(self.wall)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.palette_panel.setMinimumWidth(150)
        self.inspector.setMinimumWidth(240)
        self.views.setMinimumWidth(240)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.steps)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status)

    # Made when first wanted

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar over the wall that finds and filters."""
        from cxworkshop.ui.find.bar import FindBar

        bar = FindBar(self.room, self.wall, self._settings, self.middle)
        self._over.insertWidget(0, bar)
        bar.finder.changed.connect(self._update_minimap)
        return bar

    @cached_property
    def history(self) -> HistoryPanel:
        """The list of all changes."""
        from cxworkshop.ui.history.panel import HistoryPanel

        return HistoryPanel(self.room, self.views, self.wall, self)

    @cached_property
    def minimap(self) -> Minimap:
        """The small map over the corner of the wall."""
        from cxworkshop.ui.minimap.minimap import Minimap

        return Minimap(self.room, self.wall, self._settings, self.middle)

    @property
    def minimap_on(self) -> bool:
        """Whether the small map is wanted at all."""
        return self._settings.is_on("minimap", default=False)  # it lies over the wall: wanted, not given

    def _update_minimap(self) -> None:
        if self.minimap_on:
            self.minimap.update()

    def _connect(self) -> None:
        self.palette_panel.wanted.connect(self.add_card)
        self.top.journeys.added.connect(self.inspector.edit_title)
        self.wall.zoom_changed.connect(self.status.show_zoom)
        self.wall.hint_changed.connect(self.status.show_hint)
        self.status.zoom_wanted.connect(self._zoom_to)
        self.status.undo_wanted.connect(self.room.undo)
        self.status.history_wanted.connect(lambda: self.history.toggle())
        self.inspector.reveal_wanted.connect(self.reveal)
        self.views.wanted.connect(self.reveal)
        self.views.title_wanted.connect(self.type_title)
        self.steps.wanted.connect(self.views.turn_to)
        self.steps.wanted.connect(lambda _: self.inspector.show_guide())
        self.room.view_changed.connect(self._follow_view)
        themes.changed.connect(self._follow_letters)
        self.status.show_zoom(self.wall.zoom)

    def _zoom_to(self, zoom: float) -> None:
        if zoom == 0:
            self.wall.zoom_to_fit()
        else:
            self.wall.set_zoom(zoom)

    def add_card(self, kind: str) -> None:
        """A new card on the wall; the title of one that has no place there is typed in the right panel."""
        self.room.show_view(WALL)
        card_id = self.wall.add_card(kind)
        if card_id is not None and card_id not in self.wall.picture.boxes:
            self.type_title()

    def type_title(self) -> None:
        """Let the title of the card selected be typed in the right panel."""
        if self.inspector.isHidden():
            self.toggle_panel("right")
        self.inspector.edit_title()

    def reveal(self, card_id: str) -> None:
        """Turn to the wall and to the journey of a card, select it, scroll to it."""
        self.room.show_view(WALL)
        card = self.room.board.find(card_id)
        journey = self.room.board.journey_of(card) if card is not None else None
        if journey is not None:
            self.room.show_journey(journey.id)
        self.room.select([card_id])
        self.wall.reveal(card_id)

    def show_lit(self) -> None:
        """Look at all that is lit, as large as it fits and no larger than 100 %."""
        lighting = self.wall.lightup.told
        area = self.wall.picture.around(lighting.cards) if lighting is not None else None
        if area is None:
            return
        layout = self.wall.picture.layout
        if self.wall.camera.fitting(Rect(0, 0, layout.width, layout.height), 0.0) >= _READABLE:
            self.wall.zoom_to_fit()
            return
        zoom = self.wall.camera.fitting(area, 24.0)
        self.wall.set_zoom(min(max(zoom, _SMALLEST_LIT), 1.0))
        looking.bring_into_view(self.wall, area)
        self.wall.reveal(self.room.selection[0])

    # The panels

    def _follow_view(self) -> None:
        """Cards are dragged onto the wall only: beside it their panel makes room."""
        self.palette_panel.setVisible(self._settings.is_on("left_panel") and self.room.view == WALL)
        self._look_there()

    def _restore(self) -> None:
        if self.minimap_on:
            self.minimap.refresh()
        for name, panel in self.panels.items():
            panel.setVisible(self._settings.is_on(f"{name}_panel"))
        shape = self._settings.shape("splitter")
        if shape.isEmpty() or not self.splitter.restoreState(shape):
            QTimer.singleShot(0, self, self._share_out)

    def _share_out(self) -> None:
        """Widths for a first start: less for the panels where the window is narrow."""
        left, right = (_LEFT - 10, _RIGHT - 30) if self.width() < _NARROW else (_LEFT, _RIGHT)
        left, right = round(left * self._letters), round(right * self._letters)
        self.splitter.setSizes([left, max(self.width() - left - right, 240), right])

    def _follow_letters(self) -> None:
        """Larger letters need wider panels; how wide somebody made one of them stays in proportion."""
        before, self._letters = self._letters, _wider_for(themes.text_scale)
        left, middle, right = self.splitter.sizes()
        if self._letters != before:
            ratio = self._letters / before
            new = round(left * ratio), round(right * ratio)
            self.splitter.setSizes([new[0], max(left + middle + right - sum(new), 240), new[1]])

    def toggle_panel(self, name: str) -> None:
        """Fold a panel away, or back."""
        panel = self.panels[name]
        panel.setVisible(panel.isHidden())
        self._settings.turn(f"{name}_panel", not panel.isHidden())

    # From one start to the next

    def resume(self) -> None:
        """Go on where one was in this workshop when it was last open."""
        document = self.room.document
        self._place = self._settings.place(document.identity, document.path)
        self.views.expect(self._place)
        resuming.resume(self.room, self._place)
        self._look_there()

    def _look_there(self) -> None:
        """Once the wall has its size: what was in view is in view again."""
        if self._place and self.wall.isVisible():
            place, self._place = self._place, {}
            resuming.look_at(self.wall, place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_there()

    def remember(self) -> None:
        """Keep the widths, and where one is in this workshop, for the next start."""
        self._settings.remember_shape("splitter", self.splitter.saveState())
        self.remember_place()

    def remember_place(self) -> None:
        """Keep where one is in this workshop. What was not looked at yet stays as it was."""
        document, place = self.room.document, resuming.place_of(self.room, self.wall)
        place.update((name, self._place[name]) for name in ("zoom", "x", "y") if name in self._place)
        self._settings.remember_place(document.identity, document.path, place)


def _wider_for(text_scale: float) -> float:
    """How much wider the panels are for letters of this size: the wall needs some room, too."""
    return min(max(text_scale, 1.0), 1.35)
