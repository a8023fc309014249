"""The slim bar over the wall: what to find, how much was found, steps through it, filters as pills, saved views."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.wall_view import WallView
from cxworkshop.ui.find import views
from cxworkshop.ui.find.chips import Chip, FacetChip, ScoreChip
from cxworkshop.ui.find.facets import FACETS, Facet
from cxworkshop.ui.find.filter_menu import facet_menu, filter_menu, shortened
from cxworkshop.ui.find.filtering import SCORES, Filter
from cxworkshop.ui.find.finder import Finder
from cxworkshop.ui.find.flow import Flow
from cxworkshop.ui.parts.buttons import Button, IconButton
from cxworkshop.ui.parts.labels import Words
from cxworkshop.ui.settings import Settings
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes


class FindBar(QFrame):
    """Hidden until it is opened. Enter steps on, Shift+Enter back, Esc closes it and the wall is whole again."""

    def __init__(self, room: Room, wall: WallView, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("StepsBar")
        self._room, self._wall, self._settings = room, wall, settings
        self.finder = Finder(room, wall, self)
        self.field, self.name = QLineEdit(), QLineEdit()
        self.count = Words(look="soft", wrap=False)
        self.back, self.on = IconButton("chevron_up", size=14), IconButton("chevron_down", size=14)
        self.filters, self.views = Button("", "filter", "quiet", size=15), Button("", "view", "quiet", size=15)
        self.closing = IconButton("close", size=14)
        self.chips: list[Chip] = []
        self._pills = QWidget()
        self._flow = Flow(self._pills)
        self._lay_out()
        self._connect()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.field.setClearButtonEnabled(False)
        self.field.setMinimumWidth(90)
        for widget in (self.field, self.count, self.back, self.on, self.filters, self.views, self.closing):
            row.addWidget(widget, 1 if widget is self.field else 0)
        self._flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._pills.setSizePolicy(policy)
        self.name.setFixedWidth(240)
        self._flow.addWidget(self.name)
        self.name.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 5, 8, 5)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(self._pills)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda typed: self.finder.use(self.finder.filter.with_text(typed)))
        self.back.clicked.connect(lambda: self.finder.step(-1))
        self.on.clicked.connect(lambda: self.finder.step(1))
        self.closing.clicked.connect(self.leave)
        self.filters.clicked.connect(lambda: self._pop_up(self._filter_menu(), self.filters))
        self.views.clicked.connect(lambda: self._pop_up(self._view_menu(), self.views))
        self.name.returnPressed.connect(self._save_view)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_chips)
        self.finder.changed.connect(self.refresh)
        self.finder.stopped.connect(self._put_away)
        tr.changed.connect(self.retranslate)
        themes.changed.connect(self._later.start)

    # Opening and leaving

    def open(self) -> None:
        """Show it with the cursor in the field; what was typed before is there to be typed over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.finder.get_ready()

    def leave(self) -> None:
        """Close it: nothing is faded any more, the wall has the keyboard."""
        self.finder.stop()
        self._wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.name.hide()
        self.hide()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape and self.name.isVisible():
            self._name_no_view()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif enter and self.field.hasFocus():
            self.finder.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # What it says

    def retranslate(self) -> None:
        self.field.setPlaceholderText(tr("Find on the wall: words of a title or a note"))
        self.field.setAccessibleName(tr("Find on the wall"))
        self.name.setPlaceholderText(tr("Name of the view, then Enter"))
        self.name.setAccessibleName(tr("Name of the view"))
        self.back.say(tr("The result before"), "Shift+Enter")
        self.on.say(tr("Next result"), "Enter")
        self.closing.say(tr("Close the search"), "Esc")
        self.filters.setText(tr("Filter"))
        self.views.setText(tr("Views"))
        self._show_chips()
        self.refresh()

    def refresh(self) -> None:
        """Show how much was found and what is filtered by."""
        finder = self.finder
        n, at = len(finder.results), finder.at
        self.count.setVisible(bool(finder.filter))
        if finder.filter:  # else nobody sees it, and all cards would be gone through after every change
            said = tr("{n} of {all}", n=n, all=finder.searched)
            self.count.setText(said if at is None else tr("no. {at} · {found}", at=at + 1, found=said))
            self.count.setToolTip(tr.plural("{n} card fits", "{n} cards fit", n))
        for button in (self.back, self.on):
            button.setEnabled(n > 0)
        self._later.start()

    def _show_chips(self) -> None:
        wanted = self.finder.filter
        made = [*self._facet_chips(wanted), *self._score_chips(wanted)]
        if [(chip.name, chip.said) for chip in self.chips] != [(chip.name, chip.said) for chip in made]:
            for chip in self.chips:
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = made
            self._flow.removeWidget(self.name)
            for widget in (*made, self.name):
                self._flow.addWidget(widget)
            for chip in made:
                chip.show()
        else:
            for chip in made:
                chip.deleteLater()
        self._pills.setVisible(bool(self.chips) or not self.name.isHidden())

    def _facet_chips(self, wanted: Filter) -> list[Chip]:
        made: list[Chip] = []
        for facet in FACETS:
            values = wanted.chosen.get(facet.name, ())
            if not values:
                continue
            labels = {choice.value: choice.label for choice in facet.choices(self._room.board, tr.translator)}
            chip = FacetChip(facet.name, tr(facet.label), [labels.get(value, "…") for value in values], self._pills)
            chip.pressed.connect(lambda facet=facet, chip=chip: self._pop_up(self._facet_menu(facet), chip))
            chip.dropped.connect(lambda name=facet.name: self._take(self.finder.filter.with_values(name, ())))
            made.append(chip)
        return made

    def _score_chips(self, wanted: Filter) -> list[Chip]:
        made: list[Chip] = []
        for name, ends in wanted.scores.items():
            chip = ScoreChip(SCORES[name], ends, self._pills)
            chip.ranged.connect(lambda ends, name=name: self._take(self.finder.filter.with_range(name, ends)))
            chip.dropped.connect(lambda name=name: self._take(self.finder.filter.with_range(name, None)))
            made.append(chip)
        return made

    # Menus

    def _take(self, wanted: Filter) -> None:
        self.finder.use(wanted)

    def _now(self) -> Filter:
        return self.finder.filter

    def _filter_menu(self) -> QMenu:
        return filter_menu(self, self._room.board, self._now, self._take)

    def _facet_menu(self, facet: Facet) -> QMenu:
        return facet_menu(self, facet, self._room.board, self._now, self._take)

    def _pop_up(self, menu: QMenu, under: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))
        if not isinstance(under, QPushButton):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # the pill is made anew while its menu is open

    # Saved views

    def saved(self) -> dict[str, Filter]:
        """The saved views of this workshop by name."""
        return views.saved_views(self._settings, self.finder.path)

    def show_view(self, name: str) -> None:
        """Open the bar with a saved view; nothing where there is none of that name."""
        wanted = self.saved().get(name)
        if wanted is None:
            return
        self.open()
        self.field.blockSignals(True)
        self.field.setText(wanted.text)
        self.field.blockSignals(False)
        self.finder.use(wanted)

    def _view_menu(self) -> QMenu:
        menu, saved = QMenu(self), self.saved()
        for name in saved:
            action = menu.addAction(shortened(name).replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: self.show_view(name))
        if not saved:
            menu.addAction(tr("No view is saved yet")).setEnabled(False)
        menu.addSeparator()
        saving = menu.addAction(tr("Save as a view…"))
        saving.setEnabled(bool(self.finder.filter))
        saving.triggered.connect(self._ask_name)
        if saved:
            forgetting = menu.addMenu(tr("Forget a view"))
            for name in saved:
                action = forgetting.addAction(shortened(name).replace("&", "&&"))
                action.triggered.connect(lambda _=False, name=name: self._forget_view(name))
        return menu

    def _forget_view(self, name: str) -> None:
        views.forget_view(self._settings, self.finder.path, name)

    def _ask_name(self) -> None:
        self.name.clear()
        self.name.show()
        self._pills.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_no_view(self) -> None:
        self.name.hide()
        self._show_chips()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_view(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            views.save_view(self._settings, self.finder.path, name, self.finder.filter)
            self._name_no_view()
