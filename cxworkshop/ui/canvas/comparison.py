"""After a change: compares what the wall shows with what its layer holds; only what differs is painted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cxworkshop.ui.canvas.shown import Shown, differing, shown_in

if TYPE_CHECKING:
    from cxworkshop.ui.canvas.wall_view import WallView

REST = 60  # milliseconds after which a wall that was scrolled has come to rest


class Comparison(QObject):
    """Remembers what one wall's layer holds."""

    def __init__(self, wall: WallView) -> None:
        super().__init__(wall)
        self._wall = wall
        self._shown: Shown | None = None
        self._in_doubt = True
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.remember)

    def doubt(self) -> None:
        """Something has changed: compare before the next frame."""
        self._in_doubt = True

    def scrolled(self) -> None:
        """Other things are in view: remember them when the wall has come to rest, not in every frame."""
        self._timer.start()

    def remember(self) -> None:
        """What the wall shows now is what the next change is compared with."""
        if not self._in_doubt:
            self._shown = self._now()

    def tell_layer(self) -> None:
        """Let the layer paint what looks different, or all of it where that is most of the view."""
        if not self._in_doubt:
            return
        self._in_doubt = False
        now = self._now()
        area = differing(self._shown, now, self._wall.camera)
        if area is None:
            self._wall.layer.invalidate()
        else:
            self._wall.layer.damage(area)
        self._shown = now

    def _now(self) -> Shown | None:
        wall = self._wall
        return shown_in(wall.picture, wall.look, wall.camera, wall.ink)
