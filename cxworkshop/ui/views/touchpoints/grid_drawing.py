"""Channels by stages: how many touchpoints lie in each cell, and which cells are empty."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cxworkshop.analysis.channel_grid import Channel, ChannelGrid
from cxworkshop.model.records import Card
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import mixed
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.fitting import rows_that_fit
from cxworkshop.ui.views.lettering import STRONG, broken, write

_ROW = 34.0
_HEADER_LINES = 3
_HIGHEST = 5000.0  # pixels
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class Cell(Spot):
    """A cell (`cards` are what lies in it) or, where `marks` says so, the mark that money is taken at a stage."""

    stage: str = ""
    channel: str = ""
    cards: tuple[str, ...] = ()
    marks: bool = False

    @property
    def hole(self) -> bool:
        return not self.cards and not self.marks


class GridDrawing:
    """The grid of one journey; rows that do not fit are counted."""

    def __init__(self, grid: ChannelGrid, journey: str) -> None:
        self.grid, self._journey = grid, journey

    def headline(self) -> str:
        """The largest hole, in a sentence."""
        holes = [own for own in self.grid.channels if own.name and own.holes]
        empty = len(self.grid.empty_stages)
        if not self.grid.stages:
            return tr("This journey has no stages yet")
        if not self.grid.channels:
            return tr("No touchpoint has been put up on this journey yet")
        if empty:
            return tr.plural(
                "At {n} stage nobody is met in any channel", "At {n} stages nobody is met in any channel", empty
            )
        if not holes:
            return tr("Every channel is there at every stage")
        worst = max(holes, key=lambda own: (own.holes, own.total))
        many, there = len(self.grid.stages), len(self.grid.stages) - worst.holes
        return tr("“{channel}” is there at {n} of {all} stages", channel=worst.name, n=there, all=many)

    def texts(self) -> list[str]:
        rows = [
            f"{self._name(own)}: "
            + ", ".join(f"{_title(stage)} {len(cell)}" for stage, cell in zip(self.grid.stages, own.cells, strict=True))
            for own in self.grid.channels
        ]
        return [self.headline(), *rows]

    def height(self, look: Look) -> float:
        """As high as it wants to be, within what a picture can be: the rest is counted."""
        return min(self._header(look) + max(len(self.grid.channels), 1) * self._row(look) + 2, _HIGHEST)

    @staticmethod
    def _row(look: Look) -> float:
        return max(look.size(_ROW), look.metrics(13).height() * 1.5)

    @staticmethod
    def _header(look: Look, lines: int = _HEADER_LINES) -> float:
        return look.metrics(12).height() * (lines + 1.5) + look.size(8)

    def _header_lines(self, wide: float, look: Look) -> int:
        """How many lines the titles of the stages take; the window keeps room for the most."""
        if not look.on_screen:
            return _HEADER_LINES
        font = look.font(12, STRONG)
        return max(len(broken(_title(stage), font, wide - 6, _HEADER_LINES)) for stage in self.grid.stages)

    @staticmethod
    def _name(own: Channel) -> str:
        return own.name or tr("no channel given")

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        if not self.grid.stages:
            return []
        label = min(look.size(170), area.width() * 0.22)
        wide = (area.width() - label) / len(self.grid.stages)
        spots: list[Spot] = []
        lines = self._header_lines(wide, look)
        high, row = self._header(look, lines), self._row(look)
        for at, stage in enumerate(self.grid.stages):
            box = QRectF(area.left() + label + at * wide, area.top(), wide, high)
            spots += self._paint_stage(painter, box.adjusted(3, 0, -3, 0), stage, lines, look)
        top = area.top() + high
        line = look.metrics(13).height() * 1.2
        shown = self.grid.channels[: rows_that_fit(len(self.grid.channels), area.bottom() - top, row, line)]
        for number, own in enumerate(shown):
            y = top + number * row
            write(painter, QRectF(area.left(), y, label - 10, row), self._name(own), look.font(13), look.colour("text"))
            for at, stage in enumerate(self.grid.stages):
                box = QRectF(area.left() + label + at * wide, y, wide, row).adjusted(3, 3, -3, -3)
                spots.append(self._paint_cell(painter, box, stage, own, own.cells[at], look))
        if len(shown) < len(self.grid.channels):
            said = tr("+{n} more", n=len(self.grid.channels) - len(shown))
            rest = QRectF(area.left(), top + len(shown) * row, area.width(), line)
            write(painter, rest, said, look.font(13), look.colour("soft"))
        return spots

    def _paint_stage(self, painter: QPainter, box: QRectF, stage: Card, lines: int, look: Look) -> list[Spot]:
        line = look.metrics(12).height()
        title = QRectF(box.left(), box.top(), box.width(), line * lines + 2)
        write(painter, title, _title(stage), look.font(12, STRONG), look.colour("text"), lines, _CENTRE)
        selling = stage.get("selling") is True
        mark = QRectF(box.left(), title.bottom() + 2, box.width(), line * 1.3)
        if selling or not look.on_screen:
            self._paint_mark(painter, mark, selling, look)
        said = tr("The company takes the money here") if selling else tr("No money is taken here")
        tip = f"{_title(stage)}\n{said}"
        if look.on_screen:
            return [Spot(title, stage.id, tip)]
        return [Spot(title, stage.id, tip), Cell(mark, "", f"{tip}\n{tr('Press to change it')}", stage.id, marks=True)]

    @staticmethod
    def _paint_mark(painter: QPainter, box: QRectF, selling: bool, look: Look) -> None:
        colour = look.colour("text" if selling else "soft")
        painter.setBrush(mixed(look.colour("lit"), look.colour("wall"), 0.35) if selling else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("lit" if selling else "line"), 1))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        said = tr("money") if selling else tr("no money")
        write(painter, box.adjusted(3, 0, -3, 0), said, look.font(11), colour, 1, _CENTRE)

    def _paint_cell(
        self, painter: QPainter, box: QRectF, stage: Card, own: Channel, cards: tuple[Card, ...], look: Look
    ) -> Cell:
        ids = tuple(card.id for card in cards)
        if cards:
            share = min(0.16 + 0.12 * len(cards), 0.6)
            painter.setBrush(mixed(look.accent("touchpoint"), look.colour("wall"), share))
            chosen = bool(set(ids) & look.selected)
            painter.setPen(QPen(look.colour("focus"), 2) if chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
            write(painter, box, str(len(cards)), look.font(13, STRONG), look.colour("text"), 1, _CENTRE)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("strong_line"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, 6, 6)
            sign = "" if look.on_screen else "+"
            write(painter, box, sign, look.font(13), look.colour("soft"), 1, _CENTRE)
        return Cell(box, ids[0] if ids else "", self._tip(stage, own, cards), stage.id, own.name, ids)

    def _tip(self, stage: Card, own: Channel, cards: tuple[Card, ...]) -> str:
        where = f"{self._name(own)} · {_title(stage)}"
        if not cards:
            return f"{where}\n{tr('Nobody is met here. Press to put up a touchpoint.')}"
        shown = [card.title or tr("(no title)") for card in cards[:8]]
        more = [tr("+{n} more", n=len(cards) - 8)] if len(cards) > 8 else []
        return "\n".join([where, *shown, *more])


def _title(stage: Card) -> str:
    return stage.title or tr("(no title)")
