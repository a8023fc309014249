"""Boxes of the map on their way to new places: what is looked at stays where it is seen, the rest glides there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QStyle, QWidget

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.canvas.glide import Glide

Places = Mapping[str, QRectF]  # pixels of the widget


def moves(widget: QWidget) -> bool:
    """Whether things may move for show: not where the system is set to less motion."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0


class MapGlide:
    """`moved` holds the boxes on their way, in units of the picture; `changed` is called with every step."""

    def __init__(self, view: QWidget, changed: Callable[[], None]) -> None:
        self.moved: Mapping[str, Rect] = {}
        self._changed = changed
        self._glide = Glide(self._step, view)

    @property
    def running(self) -> bool:
        return self._glide.running

    def stop(self) -> None:
        self._glide.stop()

    def start(self, seen: Places, now: Places, boxes: Mapping[str, Rect], zoom: float) -> None:
        """Let boxes go from where they were `seen` to where they are `now`, which is `boxes` in the picture’s units."""
        routes = {}
        for card, place in now.items():
            if card in seen:
                away = (seen[card].topLeft() - place.topLeft()) / zoom
                if away.manhattanLength() > 0.5:
                    box = boxes[card]
                    routes[card] = box._replace(x=box.x + away.x(), y=box.y + away.y())
        self._glide.start(routes, {card: boxes[card] for card in routes})
        if self._glide.running:
            self.moved = routes

    def _step(self, moved: dict[str, Rect]) -> None:
        self.moved = moved
        self._changed()


def held(seen: Places, pointer: QPointF | None, standing: str | None) -> str | None:
    """The card that is to stay where it is: the one under the pointer, else the one stood on, if it is in view."""
    under = next((card for card, place in seen.items() if pointer is not None and place.contains(pointer)), None)
    return under or (standing if standing in seen else None)
