"""What lights up on a wall for its selection, and how: from the card pressed outwards, one link further at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.lighting import Lighting, lighting_of, lighting_of_two
from cxworkshop.ui.speech import tr
from cxworkshop.ui.story import hops_of, so_far, told_part

STEP, LONGEST = 90, 600  # milliseconds: of one link, of all of them


class LightUp(QObject):
    """`told` is what is lit when all has arrived; `stepped`: the light has gone one link further."""

    stepped = Signal()

    def __init__(self, wall: Wall) -> None:
        super().__init__(wall)
        self._wall = wall
        self.told: Lighting | None = None
        self._fitting: frozenset[str] | None = None
        self._for: tuple[str, ...] = ()
        self._reached: int | None = None  # links away from the focus; None: all
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    @property
    def found(self) -> frozenset[str] | None:
        """The cards that stay while all others fade: those a link being drawn fits, or those looked for. None: all."""
        if self._fitting is not None:
            return self._fitting
        return None if self._wall.look.hidden else self._wall.found

    def show_fitting(self, cards: frozenset[str] | None) -> None:
        """A link is being drawn: only what it fits stays; None: it is drawn."""
        if cards != self._fitting:
            self._fitting = cards
            self.stepped.emit()

    @property
    def runs(self) -> bool:
        return self._timer.isActive()

    def now(self) -> Lighting | None:
        """What is lit at this moment. While something is dragged, every target shows; while something is looked for,
        only what was found."""
        wall, selection = self._wall, self._wall.room.selection
        lighting = None if wall.look.hidden or self.found is not None else _lighting_for(wall, selection)
        self.told = told_part(wall.room, lighting)
        if selection != self._for:
            self._begin(selection)
        if lighting is None or self.told is not lighting:
            self._end()
        if self._reached is None or lighting is None:
            return self.told
        return so_far(lighting, hops_of(lighting) if self._reached else {lighting.focus: 0}, self._reached)

    def _begin(self, selection: tuple[str, ...]) -> None:
        self._for = selection
        if self.told is not None and self._wall.animated and self._wall.isVisible():
            self._reached = 0
            self._timer.start(STEP)
            if len(selection) == 2:
                self._wall.hint(_compared(self._wall, selection))
        else:
            self._end()
            if self.told is not None and len(selection) == 2:
                self._wall.hint(_compared(self._wall, selection))

    def _step(self) -> None:
        if self._reached is None or self.told is None:
            self._end()
            return
        if not self._reached:
            farthest = max(hops_of(self.told).values(), default=0)
            self._timer.setInterval(min(STEP, LONGEST // max(farthest, 1)))
            self._farthest = farthest
        self._reached += 1
        if self._reached >= self._farthest:
            self._end()
        self.stepped.emit()

    def _end(self) -> None:
        self._timer.stop()
        self._reached = None


def _lighting_for(wall: Wall, selection: tuple[str, ...]) -> Lighting | None:
    """What one selected card lights up, or two needs compared; None where nothing hangs on it: fading everything else
    would only take the room's eyes away."""
    room, boxes = wall.room, wall.picture.boxes
    if len(selection) == 1:
        lighting = lighting_of(room, selection[0])
        return lighting if lighting is not None and lighting.focus in boxes and len(lighting.cards) > 1 else None
    if len(selection) == 2 and all(own in boxes for own in selection):
        return lighting_of_two(room, *selection)
    return None


def _compared(wall: Wall, needs: tuple[str, ...]) -> str:
    """How many processes two needs rest on, together and alone."""
    board = wall.room.board
    one, other = ({card for card in wall.room.map().behind(need).distance} for need in needs)
    first, second = (board.card(need).title or tr("(no title)") for need in needs)
    return tr(
        "Processes both rest on: {both} · only “{first}”: {one} · only “{second}”: {other}",
        both=len(one & other), first=first, one=len(one - other), second=second, other=len(other - one),
    )  # fmt: skip
