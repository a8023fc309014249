"""Lays a map out for the window: a small one at once, a large one in a process of its own. Knows no widgets."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from cxworkshop.ui.beside.child import Child
from cxworkshop.ui.views.processes.chain import Chain
from cxworkshop.ui.views.processes.layout_child import ORDER, SHAPE
from cxworkshop.ui.views.processes.shape import Shape, Size, shape_of

AT_ONCE = 300  # boxes; laid out within about a tenth of a second


@dataclass(frozen=True)
class Order:
    """What is to be laid out; see `shape_of`."""

    chain: Chain
    sizes: Mapping[str, Size]
    aside: float
    between: float
    previous: Shape | None = None

    def is_same_map(self, other: Order) -> bool:
        """Whether both ask for the same boxes and lines for the same needs, wherever they stood before."""
        one, two = self.chain, other.chain
        return (one.chosen, one.layers, one.lines, self.sizes) == (two.chosen, two.layers, two.lines, other.sizes)

    def shape(self) -> Shape:
        return shape_of(
            self.chain, self.sizes.__getitem__, aside=self.aside, between=self.between, previous=self.previous
        )


class MapLayout(QObject):
    """`laid_out` gives the Shape of the newest order; what was asked before it is given up."""

    laid_out = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: Order | None = None
        self._child: Child | None = None

    @property
    def running(self) -> bool:
        """Whether a child is at work."""
        return self._child is not None

    def ask(self, order: Order) -> None:
        """Lay this out. A small map is ready when this returns."""
        self.cancel()
        if len(order.chain.layers) <= AT_ONCE:
            self.laid_out.emit(order.shape())
            return
        self._order = order
        child = self._child = Child("cxworkshop.ui.views.processes.layout_child", self)
        given = (order.chain, dict(order.sizes), order.aside, order.between, _without_routes(order.previous))
        (child.folder / ORDER).write_bytes(pickle.dumps(given))
        child.ended.connect(self._ended)
        self.destroyed.connect(child.end)
        child.start()

    def cancel(self) -> None:
        """Give up what is being laid out."""
        child, self._child, self._order = self._child, None, None
        if child is not None:
            child.end()
            child.deleteLater()

    def _ended(self, well: bool) -> None:
        assert self._child is not None and self._order is not None
        if well:  # written by our own child in a folder of our own
            shape = pickle.loads((self._child.folder / SHAPE).read_bytes())
        else:  # no child to be had here: late is better than never
            shape = self._order.shape()
        self.cancel()
        self.laid_out.emit(shape)


def _without_routes(shape: Shape | None) -> Shape | None:
    """What the child needs of the drawing so far: nothing is laid out by its lines, which are most of it."""
    return None if shape is None else replace(shape, drawn=replace(shape.drawn, routes=()))
