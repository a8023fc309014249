"""Lets cards glide from where they were to where they are now, instead of jumping. Knows only rectangles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation

from cxworkshop.model.boxes import Rect

MILLISECONDS = 160
MOST = 150  # cards gliding at once; with more in view a frame would take too long


class Glide(QObject):
    """Calls `step` with the rectangles of this moment, and with none when everything has arrived."""

    def __init__(self, step: Callable[[dict[str, Rect]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._step = step
        self._routes: dict[str, tuple[Rect, Rect]] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(MILLISECONDS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._at)
        self._animation.finished.connect(self.stop)

    @property
    def running(self) -> bool:
        return self._animation.state() == QAbstractAnimation.State.Running

    def start(self, old: Mapping[str, Rect], new: Mapping[str, Rect]) -> None:
        """Glide from `old` to `new`; cards in only one of them, and those that stay, are left alone."""
        self._animation.stop()
        self._routes = {card: (old[card], rect) for card, rect in new.items() if card in old and old[card] != rect}
        if not 0 < len(self._routes) <= MOST:
            self.stop()
            return
        self._animation.start()

    def stop(self) -> None:
        """Everything is where it belongs, now."""
        self._animation.stop()
        if self._routes:
            self._routes = {}
            self._step({})

    def _at(self, share: float) -> None:
        if self._routes and share < 1.0:
            self._step({card: between(old, new, share) for card, (old, new) in self._routes.items()})


def between(old: Rect, new: Rect, share: float) -> Rect:
    """The rectangle at `share` of the way."""
    return Rect(*(one + (other - one) * share for one, other in zip(old, new, strict=True)))
