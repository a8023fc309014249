"""The experience curves of a journey, a panel for each chosen persona, over the same stages and touchpoints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from cxworkshop.analysis.experience import experience, touchpoints_walked
from cxworkshop.analysis.scores import score
from cxworkshop.analysis.weighing_told import of_curve
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.weighing.axes import THIN, Key, key_rows, paint_key
from cxworkshop.ui.views.weighing.lines import elided, wrapped
from cxworkshop.ui.views.weighing.marks import DIAMOND
from cxworkshop.ui.views.weighing.panel import NAMES, SIZE, STYLES, Panel, colour_of, gutter, paint_panel
from cxworkshop.words import N_

MOST_PANELS = 4
NARROWEST = 62.0  # pixels a touchpoint needs to have its name under the chart
NAME_LINES = 3
RING = 14.0  # pixels that the rings around a point reach
LABELS = {"expectation": N_("expectation"), "experience": N_("experience"), "memory": N_("memory")}
_LINE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter)


class Curves:
    """The curves of `journey` for `personas`, at most MOST_PANELS; none named: all touchpoints, for everybody."""

    def __init__(self, board: Board, journey: str, personas: Sequence[str] = ()) -> None:
        self._board = board
        self.touchpoints = board.touchpoints(journey)
        self.panels = [_panel(board, journey, persona) for persona in personas[:MOST_PANELS]]
        if not self.panels:
            everybody = experience(journey, None, self.touchpoints)
            self.panels = [Panel(tr("Everybody"), self.touchpoints, everybody)]
        walked = {card.id: card for panel in self.panels for card in panel.touchpoints}
        shown = [card for card in self.touchpoints if card.id in walked]
        whole = experience(journey, None, shown)
        self.headline = of_curve(shown, whole, board, tr.translator)
        self.scored = any(score(card, name) is not None for card in self.touchpoints for name in NAMES)

    def texts(self) -> list[str]:
        said = [text for panel in self.panels for text in (panel.name, panel.figures())]
        return [self.headline, *said, *(card.title for card in self.touchpoints)]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        named = self._column(area, area.left() + gutter(look), look) >= look.size(NARROWEST)
        rows = key_rows(self._keys(look, named), look, area.width())
        paint_key(painter, rows, area, look)
        line = look.metrics(SIZE).height()
        top = area.top() + line * len(rows) + look.size(6)
        left = area.left() + gutter(look)
        column = self._column(area, left, look)
        across = {card.id: left + (number + 0.5) * column for number, card in enumerate(self.touchpoints)}
        foot = line * NAME_LINES + look.size(4) if named else 0
        body = QRectF(area.left(), top + line + look.size(6), area.width(), area.bottom() - top - line - foot)
        stages = self._paint_stages(painter, QRectF(left, top, area.right() - left, line), column, look)
        spots = []
        each = body.height() / len(self.panels)
        for number, panel in enumerate(self.panels):
            part = QRectF(body.x(), body.y() + number * each, body.width(), each - look.size(10))
            spots += paint_panel(painter, part, look, panel, across, stages, named)
        if named:
            self._paint_names(painter, body.bottom(), across, column, look)
        return spots

    def _column(self, area: QRectF, left: float, look: Look) -> float:
        """The width of a touchpoint: so that the ring around the last one is not cut off."""
        count = max(len(self.touchpoints), 1)
        return min((area.right() - left) / count, (area.right() - left - look.size(RING)) / max(count - 0.5, 0.5))

    def _paint_stages(self, painter: QPainter, area: QRectF, column: float, look: Look) -> list[float]:
        """The names of the stages above; gives where each begins."""
        starts = []
        metrics = look.metrics(SIZE)
        at = 0
        while at < len(self.touchpoints):
            stage = self._board.stage_of(self.touchpoints[at])
            count = 1
            while (
                at + count < len(self.touchpoints) and self.touchpoints[at + count].stage == self.touchpoints[at].stage
            ):
                count += 1
            x, wide = area.x() + at * column, count * column
            starts.append(x)
            text = elided(stage.title if stage else "", metrics, wide - look.size(8))
            if len(text) > 1:
                painter.setFont(look.font(SIZE))
                painter.setPen(look.colour("soft"))
                painter.drawText(QRectF(x + look.size(5), area.top(), wide, metrics.height()), _LINE, text)
            at += count
        return starts

    def _paint_names(self, painter: QPainter, top: float, across: dict[str, float], column: float, look: Look) -> None:
        metrics = look.metrics(SIZE)
        painter.setFont(look.font(SIZE))
        painter.setPen(look.colour("text"))
        for card in self.touchpoints:
            for row, line in enumerate(wrapped(_title(card), metrics, column - look.size(8), NAME_LINES)):
                box = QRectF(across[card.id] - column / 2, top + row * metrics.height(), column, metrics.height())
                painter.drawText(box, int(_LINE | Qt.AlignmentFlag.AlignHCenter), line)

    def _keys(self, look: Look, named: bool) -> list[Key]:
        keys: list[Key] = [(STYLES[name], colour_of(name, look).color(), tr(LABELS[name])) for name in reversed(NAMES)]
        if any(panel.has_ghost() for panel in self.panels):
            keys.append((THIN, look.colour("faint"), tr("experience in the cycle before")))
        if any(card.get("moment_of_truth") for card in self.touchpoints):
            keys.append((DIAMOND, look.accent("touchpoint"), tr("moment of truth")))
        keys.append(("", look.colour("soft"), tr("ringed: peak and end")))
        keys.append(("", look.colour("soft"), tr("scale: −5 awful, +5 delightful")))
        if not named:
            some = tr("labelled where there is room: the greatest loss, peak, end, moments of truth")
            keys.append(("", look.colour("soft"), some))
        return keys


def walkers(board: Board, journey: str) -> list[Card]:
    """The personas that walk a journey or some of its touchpoints, by title."""
    found = [own for own in board.of_kind("persona") if touchpoints_walked(board, journey, own.id)]
    return sorted(found, key=lambda own: (own.title, own.id))


def _panel(board: Board, journey: str, persona: str) -> Panel:
    walked = touchpoints_walked(board, journey, persona)
    return Panel(_title(board.card(persona)), walked, experience(journey, persona, walked))


def _title(card: Card) -> str:
    return card.title or tr("(no title)")
