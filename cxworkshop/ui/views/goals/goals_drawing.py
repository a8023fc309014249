"""The goals for the shared screen: objectives with their key results and grades, as many as six metres allow."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from cxworkshop.ui import icons
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Look, Spot
from cxworkshop.ui.views.goals.grade_bar import paint_grade
from cxworkshop.ui.views.goals.nodes import Node, grade_text

_BOLD = QFont.Weight.DemiBold


class GoalsDrawing:
    """A line a goal; KPIs only where there is room for all."""

    def __init__(self, headline: str, nodes: tuple[Node, ...]) -> None:
        self._headline = headline
        self._lines = list(_lines(nodes, ("objective", "key_result")))
        self._all = list(_lines(nodes, ("objective", "key_result", "kpi")))

    def texts(self) -> list[str]:
        found = [self._headline]
        for node, _ in self._lines[:14]:
            found.append(tr("{title}: {grade}", title=node.title, grade=grade_text(node.grade)))
        return found

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        tall = look.size(34)
        room = max(int(area.height() // tall), 1)
        lines = self._all if len(self._all) <= room else self._lines
        shown = lines if len(lines) <= room else lines[: room - 1]
        spots = []
        y = area.y()
        widest = max((look.metrics(12).horizontalAdvance(node.figures) for node, _ in shown), default=0.0)
        wide = min(widest + look.size(4), area.width() * 0.3)
        for node, depth in shown:
            line = QRectF(area.x(), y, area.width(), tall)
            self._line(painter, line, node, depth, wide, look)
            spots.append(Spot(line, node.id, tr("{title}: {grade}", title=node.title, grade=grade_text(node.grade))))
            y += tall
        left = len(lines) - len(shown)
        if left:
            painter.setFont(look.font(12))
            painter.setPen(look.colour("soft"))
            painter.drawText(QPointF(area.x(), y + look.size(20)), tr.plural("and {n} more", "and {n} more", left))
        return spots

    def _line(self, painter: QPainter, line: QRectF, node: Node, depth: int, wide: float, look: Look) -> None:
        left = line.x() + look.size(22) * depth
        bar = QRectF(line.right() - look.size(270), line.y(), look.size(270), line.height())
        figures = QRectF(bar.x() - wide - look.size(10), line.y(), wide, line.height())
        size = look.size(18)
        icons.draw(painter, node.kind, look.accent(node.kind), QRectF(left, line.center().y() - size / 2, size, size))
        weight = _BOLD if depth == 0 else QFont.Weight.Normal
        metrics = look.metrics(14, weight)
        room = figures.x() - left - size - look.size(20)
        painter.setFont(look.font(14, weight))
        painter.setPen(look.colour("text"))
        title = metrics.elidedText(node.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left + size + look.size(8), line.center().y() + metrics.ascent() / 2 - 2), title)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("soft"))
        text = look.metrics(12).elidedText(node.figures, Qt.TextElideMode.ElideRight, figures.width())
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(figures, flags, text)
        if node.kind != "kpi":
            paint_grade(painter, bar, node.grade, look)


def _lines(nodes: tuple[Node, ...], kinds: tuple[str, ...], depth: int = 0) -> Iterator[tuple[Node, int]]:
    for node in nodes:
        if node.kind in kinds:
            yield node, depth
            yield from _lines(node.children, kinds, depth + 1)
