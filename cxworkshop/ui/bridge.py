"""The document as Qt sees it: signals for what changed, and what the windows share that no file keeps.

Three scopes: the document (stored, undone), the view (selection, journey: this object and the settings) and presence
(the spotlight: memory, shown on the shared screen).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.analysis.live_map import LiveMap
from cxworkshop.document import Change, Document
from cxworkshop.errors import Told
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.folding import NOTHING_FOLDED, Folded
from cxworkshop.model.records import CARD
from cxworkshop.ui.enough import first_open_step
from cxworkshop.ui.patience import MANY, patience

MOST_BACK = 200  # cards; more are an import, not what somebody had in hand
Action = Callable[[Board], ChangeSet]


@dataclass(frozen=True)
class Staged:
    """A view shown to the room: its id, and what makes its drawing (a ui.views.drawing.Drawing, or None)."""

    view: str
    make: Callable[[], object]


@dataclass(frozen=True)
class Story:
    """How far the map of `card` has been told to the room: `hops` links away from it (0: the card alone)."""

    card: str
    hops: int


class Room(QObject):
    """One open workshop with everything its windows share. Every change of the document passes through `do`."""

    changed = Signal(object)  # Change: after disk and board
    document_changed = Signal()  # another workshop was opened
    selection_changed = Signal()
    selected_again = Signal()  # what is selected was pressed once more
    taken_changed = Signal()  # a wall has something else in hand than cards, a link: what can be done depends on it
    journey_changed = Signal()
    spotlight_changed = Signal()
    step_changed = Signal()
    view_changed = Signal()
    staged_changed = Signal()
    story_changed = Signal()
    folded_changed = Signal()
    warmth_changed = Signal()
    came_back = Signal(list)  # ids of cards that undo or redo brought back; they are selected
    told = Signal(object)  # Told: an error to show; nothing has changed

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.selection: tuple[str, ...] = ()
        self.journey: str | None = None
        self.spotlight: str | None = None
        self.view = "wall"  # what the facilitator looks at: the wall, or one of ui.views
        self.staged: Staged | None = None
        self.story: Story | None = None
        self.folded = NOTHING_FOLDED
        self.warmth = False  # whether the warmth of the owners lies over the wall
        self.step = first_open_step(document.board)
        self.today: Callable[[], datetime.date] = datetime.date.today
        self._live: LiveMap | None = None
        self._telling = False
        self._unsubscribe = document.subscribe(self._on_change)
        self._choose_journey()

    @property
    def board(self) -> Board:
        return self.document.board

    # Changing

    def do(self, action: Action, *, initiator: object | None = None, group: str | None = None) -> bool:
        """Run an action and apply what it gives; False (and `told`) when it was refused or could not be saved."""
        try:
            with patience(len(self.selection) > MANY):
                self.document.apply(action(self.board), initiator=initiator, group=group)
        except Told as problem:
            self.told.emit(problem)
            return False
        self._run_ahead()
        return True

    def undo(self) -> None:
        self._select_back(self._step_back(self.document.undo))

    def redo(self) -> None:
        self._select_back(self._step_back(self.document.redo))

    def go_to(self, depth: int) -> None:
        """Undo or redo until `depth` changes are done."""
        with patience():
            self._step_back(lambda initiator: self.document.go_to(depth, initiator))

    def _step_back(self, step: Callable[[object | None], Change | None]) -> Change | None:
        change = None
        try:
            change = step(None)
        except Told as problem:
            self.told.emit(problem)
        self._run_ahead()
        return change

    def _select_back(self, change: Change | None) -> None:
        """What came back is what one looks at next, unless it is so much that there is nothing to look at."""
        deltas = change.changes.deltas if change is not None else ()
        made = [delta.key for delta in deltas if delta.table == CARD and delta.creates]
        back = [card for card in made if card in self.board.cards and self.board.card(card).kind != "journey"]
        if 0 < len(back) <= MOST_BACK:
            self.select(back)
            self.came_back.emit(back)

    def replace(self, document: Document) -> None:
        """Show another workshop; the one shown so far is closed."""
        self._unsubscribe()
        self.document.close()
        self.document = document
        self._unsubscribe = document.subscribe(self._on_change)
        self._live = None
        self.selection, self.spotlight, self.journey = (), None, None
        self.staged = self.story = None
        self.folded = NOTHING_FOLDED
        self.warmth = False  # whether the warmth of the owners lies over the wall
        self.step = first_open_step(document.board)
        self._choose_journey()
        self.document_changed.emit()
        self.show_view("wall")

    def close(self) -> None:
        self._unsubscribe()
        self.document.close()

    # Sharing

    def select(self, card_ids: Iterable[str]) -> None:
        """Make these cards the selection, in this order."""
        chosen = tuple(dict.fromkeys(card_id for card_id in card_ids if card_id in self.board.cards))
        if chosen != self.selection:
            self.selection = chosen
            if self.spotlight is None:
                self.tell_story(None)
            self.selection_changed.emit()
        elif chosen:
            self.selected_again.emit()

    def show_journey(self, journey: str | None) -> None:
        """Turn the wall to another journey."""
        if journey != self.journey:
            self.journey = journey
            self.journey_changed.emit()

    def fold(self, folded: Folded) -> None:
        """Fold these lanes and stages of the wall to strips, open all others."""
        if folded != self.folded:
            self.folded = folded
            self.folded_changed.emit()

    def show_warmth(self, shown: bool) -> None:
        """Lay the warmth of the owners over the wall, or take it away."""
        if shown != self.warmth:
            self.warmth = shown
            self.warmth_changed.emit()

    def put_spotlight(self, card_id: str | None) -> None:
        """Show a card and its map on the shared screen; None: only the step's question."""
        if card_id is not None:
            self.stage(None)
        if card_id != self.spotlight:
            self.spotlight = card_id
            self.tell_story(None)
            self.spotlight_changed.emit()

    def tell_story(self, story: Story | None) -> None:
        """Show the map of a card as far as it has been told; None: all of it."""
        if story != self.story:
            self.story = story
            self.story_changed.emit()

    def show_view(self, view: str) -> None:
        """Turn the facilitator's window to the wall or to a view beside it."""
        if view != self.view:
            self.view = view
            self.view_changed.emit()

    def stage(self, staged: Staged | None) -> None:
        """Show the room a view instead of a card; None: take it away."""
        if staged != self.staged:
            self.staged = staged
            if staged is not None:
                self.put_spotlight(None)
            self.staged_changed.emit()

    def go_to_step(self, step: int) -> None:
        """Turn to a step of the method, 1 to 9."""
        if step != self.step:
            self.step = step
            self.step_changed.emit()

    # The backward map, always of the board as it is

    def map(self) -> BackwardMap:
        """The backward map of the board as it is now: a picture of this moment. The next change leaves it as it was;
        ask again after one. What does not concern the map leaves the same object."""
        return self._live_map().picture(self.today())

    def depths(self) -> Mapping[str, int | None]:
        """The depth of every process, for the layout: as lasting as the map."""
        return self._live_map().depths()

    def _live_map(self) -> LiveMap:
        if self._live is None:
            self._live = LiveMap(self.board)
        return self._live

    def _run_ahead(self) -> None:
        """A change made while another is being told: the board is ahead of what the map was told, so begin it anew."""
        if self._telling:
            self._live = None

    def _on_change(self, change: Change) -> None:
        live, self._live = self._live, None  # begun anew, should it fail to follow
        if live is not None:
            live.apply(change.changes)
            self._live = live
        self._telling = True
        try:
            self._tell(change)
        finally:
            self._telling = False

    def _tell(self, change: Change) -> None:
        gone = {
            delta.key for delta in change.changes.deltas if delta.table == CARD and delta.key not in self.board.cards
        }
        if self.journey in gone or (self.journey is None and self.board.count("journey")):
            self._choose_journey()
            self.journey_changed.emit()
        self.changed.emit(change)
        if gone & set(self.selection):
            self.select(card_id for card_id in self.selection if card_id not in gone)
        if self.spotlight in gone:
            self.put_spotlight(None)

    def _choose_journey(self) -> None:
        journeys = self.board.journeys()
        self.journey = journeys[0].id if journeys else None
