"""What is being looked for on the wall: the filter, its results, the one stepped to. Fades the rest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.wall_view import WallView
from cxworkshop.ui.find.filtering import Filter, found_by
from cxworkshop.ui.find.searchable import Searchable


class Finder(QObject):
    """`results` are card ids in order; `at` is the place of the selected one among them, None when it is none."""

    changed = Signal()
    stopped = Signal()

    def __init__(self, room: Room, wall: WallView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room, self._wall = room, wall
        self.filter = Filter()
        self.results: list[str] = []
        self._searchable: Searchable | None = None
        self._is_old = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)
        room.changed.connect(self._on_change)
        room.document_changed.connect(self._on_document)
        room.selection_changed.connect(self.changed)

    @property
    def path(self) -> Path:
        """The file of the workshop: saved views belong to it."""
        return self._room.document.path

    @property
    def searchable(self) -> Searchable:
        """What can be found on the board as it is; made when first asked for after a change."""
        if self._searchable is None or self._is_old:
            self._searchable, self._is_old = Searchable(self._room.board, self._searchable), False
        return self._searchable

    @property
    def searched(self) -> int:
        """How many cards the search goes through."""
        return len(self.searchable)

    def _on_change(self, _: object) -> None:
        self._is_old = True
        if self.filter:
            self._later.start()

    def _on_document(self) -> None:
        self._searchable = None
        self.stop()

    def get_ready(self) -> None:
        """Somebody is about to type."""
        QTimer.singleShot(0, self, lambda: self.searchable)

    @property
    def at(self) -> int | None:
        selection = self._room.selection
        if len(selection) == 1 and selection[0] in self.results:
            return self.results.index(selection[0])
        return None

    def use(self, wanted: Filter) -> None:
        """Look for this from now on; an empty filter fades nothing."""
        if wanted != self.filter:
            self.filter = wanted
            self._look()

    def stop(self) -> None:
        """Look for nothing any more."""
        self.filter, self.results = Filter(), []
        self._wall.show_found(None)
        self.stopped.emit()

    def _look(self) -> None:
        self.results = found_by(self.searchable, self.filter) if self.filter else []
        self._wall.show_found(frozenset(self.results) if self.filter else None)
        self.changed.emit()

    def step(self, by: int) -> None:
        """Select the next result (-1: the one before) and show it; after the last comes the first."""
        if not self.results:
            return
        at = self.at
        target = self.results[(at + by) % len(self.results)] if at is not None else self._first(by)
        card = self._room.board.card(target)
        journey = self._room.board.journey_of(card)
        if journey is not None:
            self._room.show_journey(journey.id)
        self._room.select([target])
        self._wall.reveal(target)

    def _first(self, by: int) -> str:
        """Where stepping begins: with the first result on this wall, where there is one."""
        here = [card for card in self.results if card in self._wall.picture.boxes] or self.results
        return here[0] if by > 0 else here[-1]
