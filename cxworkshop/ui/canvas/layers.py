"""The two layers a wall is painted in: the cards as they stand, and over them what is pressed, selected or found.

Pressing a card changes how nearly every card in view looks, but none of them stands elsewhere. So the still layer shows
them plain, and the told layer is made from it: veiled, with only what stands out painted again. After a change the
still layer is compared with what it should show, and only what differs is painted anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QPainter, QRegion

from cxworkshop.ui.canvas.bands import Bands
from cxworkshop.ui.canvas.paint_told import paint_told, told_in
from cxworkshop.ui.canvas.paint_wall import paint_body
from cxworkshop.ui.canvas.shown import Shown, around_cards, differing, looked_at, same_places, shown_in
from cxworkshop.ui.canvas.static_layer import StaticLayer
from cxworkshop.ui.canvas.wall import Wall

REST = 60  # milliseconds after which a wall that was scrolled has come to rest
PAUSE = 250  # milliseconds without a frame after which memory is got ready for what will stand out


class Layers(QObject):
    """What one wall has painted, and what it remembers of that."""

    def __init__(self, wall: Wall) -> None:
        super().__init__(wall)
        self._wall = wall
        self.still = StaticLayer()
        self.told = StaticLayer()
        # Python may keep a wall that is gone, as long as something of it is referred to; its pictures are large.
        for layer in (self.still, self.told):
            wall.destroyed.connect(layer.empty)
        self.bands = Bands()
        self._shown: Shown | None = None
        self._before_lifting: Shown | None = None
        self._told: tuple[object, ...] | None = None  # what stands out, as it is painted
        self._again: set[str] = set()  # cards of the told layer to be painted once more
        self._in_doubt = True
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.remember)
        self._room_timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._room_timer.timeout.connect(self._make_room)

    def doubt(self) -> None:
        """Something has changed: compare before the next frame."""
        self._in_doubt = True

    def retell(self, cards: Iterable[str] | None = None) -> None:
        """What stands out has changed, nothing else; with `cards`: only how these are framed."""
        if cards is None:
            self.told.invalidate()
        else:
            self._again.update(cards)

    def invalidate(self) -> None:
        """Nothing that is painted can be used any more."""
        self.still.invalidate()
        self.told.invalidate()

    def scrolled(self) -> None:
        """Other things are in view: remember them when the wall has come to rest, not in every frame."""
        self._timer.start()

    def remember(self) -> None:
        """What the wall shows now is what the next change is compared with."""
        if not self._in_doubt:
            self._shown = self._now(self._shown)

    def _make_room(self) -> None:
        viewport = self._wall.viewport()
        self.told.make_room(viewport.size(), viewport.devicePixelRatioF())

    def draw(self, painter: QPainter) -> None:
        """Draw the wall's cards and links on its viewport."""
        self.compare()
        wall, camera = self._wall, self._wall.camera
        size, ratio, at = wall.viewport().size(), wall.viewport().devicePixelRatioF(), QPoint(camera.x, camera.y)
        counts = (camera.x, camera.y) if camera.detail == "counts" else ()
        key = (camera.zoom, *counts)
        self.still.prepare(size, ratio, at, key, self._paint_still)
        if not counts and wall.look.tells:
            self.told.damage(around_cards(wall.picture, wall.camera, self._again))
            self.told.prepare(size, ratio, at, key, self._paint_told)
            self.told.show(painter)
        else:
            self.told.invalidate()
            self.still.show(painter)
            self._room_timer.start()
        self._again.clear()

    def compare(self) -> None:
        """Find out what of the layers has to be painted again after what has changed."""
        if not self._in_doubt:
            return
        self._in_doubt = False
        if self._looked_at_from_elsewhere():
            self._shown = self._told = None
            self.invalidate()
            self._timer.start()
            return
        lifted, told = self._before_lifting, told_in(self._wall.picture, self._wall.look)
        now = self._now(lifted if lifted is not None and not self._wall.look.hidden else self._shown)
        area = self._as_before_lifting(now)
        if area is None:
            area = differing(self._shown, now, self._wall.camera)
        self._remember_lifting(now)
        if area is None:
            self.still.invalidate()
        else:
            self.still.damage(area)
        same = told is not None and told == self._told and same_places(self._shown, now)
        if area is not None and lifted is None and same:
            self.told.damage(area)
        else:
            self.told.invalidate()
        self._shown, self._told = now, told

    def _looked_at_from_elsewhere(self) -> bool:
        """Whether nothing can be compared: the wall was zoomed or scrolled as well. It is remembered when at rest."""
        if self._shown is None or self._before_lifting is not None or self._wall.look.hidden:
            return False
        return self._shown.things[-1] != looked_at(self._wall.camera)

    def _remember_lifting(self, now: Shown | None) -> None:
        """Cards are lifted out of the still layer: keep it as it was, they may be put back."""
        if now is None or not now.hidden:
            self._before_lifting = None
            self.still.let_go()
        elif self._before_lifting is None and self._shown is not None and not self._shown.hidden:
            self._before_lifting = self._shown
            self.still.keep()

    def _as_before_lifting(self, now: Shown | None) -> QRegion | None:
        """Take the layer back as it was before cards were lifted; what then has to be painted, None: it is no use."""
        if self._before_lifting is None or now is None or now.hidden:
            return None
        area = differing(self._before_lifting, now, self._wall.camera)
        return area if area is not None and self.still.take_back() else None

    def _now(self, before: Shown | None = None) -> Shown | None:
        wall = self._wall
        return shown_in(wall.picture, wall.look, wall.camera, wall.ink, before)

    def _paint_still(self, painter: QPainter, exposed: QRegion) -> None:
        wall = self._wall
        paint_body(painter, wall.ink, wall.picture, wall.look, wall.camera, exposed)

    def _paint_told(self, painter: QPainter, exposed: QRegion) -> None:
        wall = self._wall
        self.still.copy(painter, exposed, self._paint_still)
        paint_told(painter, wall.ink, wall.picture, wall.look, wall.camera, exposed)
