"""What every gesture has in common that carries something in from outside the wall: the place where it would land."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from cxworkshop.ui.canvas.gestures.gesture import Gesture
from cxworkshop.ui.canvas.gestures.landing_marks import show_landing
from cxworkshop.ui.canvas.landing import Landing
from cxworkshop.ui.canvas.wall import Wall


class Carried(Gesture):
    """The system holds the button, the wall only shows where letting go would lead."""

    wall: Wall

    scrolls = True
    carried = True

    def __init__(self, wall: Wall) -> None:
        super().__init__(wall)
        self._landing = Landing()

    def start(self, at: QPointF) -> None:
        self._at = at

    def goes_on(self) -> bool:
        """The wall was laid out anew under it: nothing held is lost, the place is looked for again."""
        self._landing = Landing()
        self.move(self._at)
        return True

    def show(self, landing: Landing) -> bool:
        """Light up where it would land; whether that is another place than before."""
        if landing == self._landing:
            return False
        self._landing = landing
        show_landing(self.wall, landing)
        return True

    def cancel(self) -> None:
        show_landing(self.wall, Landing())
