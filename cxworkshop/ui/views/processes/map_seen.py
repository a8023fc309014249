"""What those who paint and read the map need of the view that shows it: the picture, and how it is looked at."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.views.processes.picture import Picture


class SeenMap(Protocol):
    """A map in a widget, in the widget's pixels. `picture` is None while the first one is worked out; `chosen` is the
    card selected, `standing` the one the keys stand on."""

    @property
    def room(self) -> Room: ...

    @property
    def picture(self) -> Picture | None: ...

    @property
    def zoom(self) -> float: ...

    @property
    def offset(self) -> QPointF: ...

    @property
    def gutter(self) -> float: ...

    @property
    def chosen(self) -> str | None: ...

    @property
    def standing(self) -> str | None: ...

    def place_of(self, card: str) -> QRectF: ...

    def tips(self, card: str) -> str: ...

    def width(self) -> int: ...

    def height(self) -> int: ...

    def rect(self) -> QRect: ...

    def hasFocus(self) -> bool: ...
