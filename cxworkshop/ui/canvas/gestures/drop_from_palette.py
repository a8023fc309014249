"""A kind dragged from the palette over the wall: the place where the new card would stand shows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from cxworkshop.model.cards import KINDS
from cxworkshop.ui.canvas import verbs
from cxworkshop.ui.canvas.gestures.carried import Carried
from cxworkshop.ui.canvas.gestures.landing_marks import paint_landing
from cxworkshop.ui.canvas.landing import Landing, landing_of_kind
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

HERE = N_("{kind}: let go to add it here")
_HERE = {
    "process": N_("{kind}: let go over what it creates or what rests on it; its lane follows from its links"),
    "improvement": N_("{kind}: let go over what it improves; here it waits without a stage"),
}


class DropFromPalette(Carried):
    """On `end` the card is there with its title open, linked to the card it was dropped on."""

    def __init__(self, wall: Wall, kind: str) -> None:
        super().__init__(wall)
        self._kind = kind

    def move(self, at: QPointF) -> None:
        self._at = at
        wall = self.wall
        landing = landing_of_kind(wall.picture, self._kind, *wall.camera.to_wall(at.x(), at.y()))
        if self.show(landing):
            self._tell()

    def _tell(self) -> None:
        kind, landing = KINDS[self._kind], self._landing
        if landing.refused:
            self.wall.hint(tr("Cards cannot be put here"))
        elif landing.on is not None:
            title = self.wall.room.board.card(landing.on).title
            self.wall.hint(tr("{kind}: let go to add it, linked with “{title}”", kind=tr(kind.label), title=title))
        else:
            self.wall.hint(tr(_HERE.get(self._kind, HERE), kind=tr(kind.label)))

    def end(self, at: QPointF) -> None:
        self.move(at)
        landing = self._landing
        self.cancel()
        self.wall.hint("")
        if not landing.refused:
            verbs.add_card(
                self.wall, self._kind, stage=landing.stage, before=landing.before, link_to=landing.on,
                lane=landing.lane,
            )  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        """Where it would land; the card itself is the picture that the system carries under the pointer."""
        wall = self.wall
        painter.save()
        painter.translate(*wall.camera.origin)
        painter.scale(wall.camera.zoom, wall.camera.zoom)
        paint_landing(painter, wall, self._landing)
        painter.restore()

    def area(self) -> QRectF:
        return QRectF() if self._landing == Landing() else QRectF(self.wall.viewport().rect())
