"""The bar above the wall: the wall, the views of the step, all others in a menu, and what the room is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from cxworkshop.model.steps import STEPS
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.icons import icon
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views import VIEWS, WALL, views_of
from cxworkshop.ui.views.view import View
from cxworkshop.words import N_

_THE_WALL = View(WALL, N_("Wall"), "wall", (), "")


class ViewBar(QFrame):
    """`chosen` gives the id of a view; `stage_wanted` asks to show it to the room, or to take it away."""

    chosen = Signal(str)
    stage_wanted = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ViewBar")
        self._room = room
        self.tabs: dict[str, Button] = {}
        self.others = Button("", "", "quiet", self)
        self.stage = Button("", "screen", "quiet", self, size=16)
        self.stage.setCheckable(True)
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 10, 3)
        row.setSpacing(4)
        row.addLayout(self._tabs)
        row.addWidget(self.others)
        row.addStretch(1)
        row.addWidget(self.stage)
        self.others.clicked.connect(self._offer_all)
        self.stage.clicked.connect(self.stage_wanted)
        for signal in (room.view_changed, room.step_changed, room.staged_changed, tr.changed, themes.changed):
            signal.connect(self.refresh)
        self.can_be_staged = False
        self.refresh()

    def show_can_be_staged(self, can: bool) -> None:
        """Offer to show the view to the room, or not."""
        self.can_be_staged = can
        self.refresh()

    def refresh(self) -> None:
        """Show the views of the step of the moment."""
        self.setFixedHeight(round(40 * themes.text_scale))
        wanted = self._wanted()
        if list(self.tabs) != [view.id for view in wanted]:
            self._make_tabs(wanted)
        for view in wanted:
            tab = self.tabs[view.id]
            tab.setText(tr(view.name))
            tab.setChecked(view.id == self._room.view)
        self.others.setText(tr("All views"))
        self.others.use_icon("chevron_down")
        staged = self._room.staged is not None and self._room.staged.view == self._room.view
        self.stage.setText(tr("Shown to the room") if staged else tr("Show to the room"))
        self.stage.setChecked(staged)
        self.stage.setVisible(self.can_be_staged)
        self._fit()

    def _wanted(self) -> list[View]:
        own = list(views_of(self._room.step))
        current = [view for view in VIEWS if view.id == self._room.view and view not in own]
        return [_THE_WALL, *own, *current]

    def _make_tabs(self, wanted: list[View]) -> None:
        for old in self.tabs.values():
            self._tabs.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.tabs = {}
        for view in wanted:
            tab = Button("", view.icon, "quiet", self, size=16)
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, own=view.id: self._choose(own))
            self._tabs.addWidget(tab)
            self.tabs[view.id] = tab

    def _choose(self, view: str) -> None:
        self.chosen.emit(view)
        self.refresh()  # a press on the tab of the moment would untick it

    def _fit(self) -> None:
        """Tabs that have no room are left to the menu; that of the moment always has."""
        free = self.width() - 30 - self.others.sizeHint().width()
        free -= self.stage.sizeHint().width() if self.can_be_staged else 0
        current = self.tabs.get(self._room.view)
        free -= current.sizeHint().width() if current is not None else 0
        for tab in self.tabs.values():
            if tab is not current:
                free -= tab.sizeHint().width() + 2
            tab.setVisible(tab is current or free >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def menu(self) -> QMenu:
        """All views, by the steps they belong to."""
        menu = QMenu(self)
        self._offer(menu, _THE_WALL)
        for step in STEPS:
            if views_of(step.number):
                menu.addSection(f"{step.number}. {tr(step.name)}")
            for view in views_of(step.number):
                self._offer(menu, view)
        beside = [view for view in VIEWS if not view.steps]
        if beside:
            menu.addSection(tr("Beside the path"))
        for view in beside:
            self._offer(menu, view)
        return menu

    def _offer(self, menu: QMenu, view: View) -> None:
        action = menu.addAction(icon(view.icon, "soft"), tr(view.name))
        action.setCheckable(True)
        action.setChecked(view.id == self._room.view)
        action.triggered.connect(lambda _=False: self._choose(view.id))

    def _offer_all(self) -> None:
        self.menu().popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))


def tab_buttons(bar: ViewBar) -> list[QPushButton]:
    """The tabs that are seen, from left to right."""
    return [tab for tab in bar.tabs.values() if not tab.isHidden()]
