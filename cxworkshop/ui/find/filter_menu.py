"""The menu of what can be filtered by: a list of ticks for every facet, a line for every score."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QMouseEvent, Qt
from PySide6.QtWidgets import QMenu, QWidget

from cxworkshop.model.board import Board
from cxworkshop.ui.find.facets import FACETS, Facet
from cxworkshop.ui.find.filtering import SCORES, Filter
from cxworkshop.ui.icons import icon
from cxworkshop.ui.speech import tr

_LONGEST = 60  # signs of a title in a menu

Take = Callable[[Filter], None]
Now = Callable[[], Filter]


class TickMenu(QMenu):
    """A menu that stays open while ticks are set, so that several can be set in one go."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (pressed and self._tick()):
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


def filter_menu(parent: QWidget, board: Board, now: Now, take: Take) -> QMenu:
    """The whole menu. `now` gives the filter as it is, `take` is handed the one it becomes."""
    menu = QMenu(parent)
    for facet in FACETS:
        own = facet_menu(menu, facet, board, now, take)
        own.setTitle(tr(facet.label))
        own.setIcon(icon(facet.icon, "soft"))
        own.menuAction().setEnabled(not own.isEmpty())
        menu.addMenu(own)
    menu.addSeparator()
    scores = menu.addMenu(icon("votes", "soft"), tr("Score"))
    for name, field in SCORES.items():
        action = scores.addAction(tr(field.label))
        action.setEnabled(name not in now().scores)
        whole = (float(field.low or 0), float(field.high or 0))
        action.triggered.connect(lambda _=False, name=name, whole=whole: take(now().with_range(name, whole)))
    return menu


def facet_menu(parent: QWidget, facet: Facet, board: Board, now: Now, take: Take) -> QMenu:
    """The values of one facet, ticked where they are chosen."""
    menu = TickMenu(parent)
    for choice in facet.choices(board, tr.translator):
        action = menu.addAction(shortened(choice.label).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(choice.value in now().chosen.get(facet.name, ()))
        action.toggled.connect(lambda on, value=choice.value: take(_with(now(), facet.name, value, on)))
    return menu


def _with(now: Filter, facet: str, value: str, on: bool) -> Filter:
    others = tuple(own for own in now.chosen.get(facet, ()) if own != value)
    return now.with_values(facet, (*others, value) if on else others)


def shortened(title: str) -> str:
    """A title of any length on one line of a menu."""
    line = " ".join(title.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
