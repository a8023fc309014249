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

GRADED = ("objective", "key_result")
Line = tuple[Node, int]  # and how deep it stands
_TALL = 30.0  # pixels of the window a line takes
_BOLD = QFont.Weight.DemiBold


class GoalsDrawing:
    """A line a goal. Where not all have room, KPIs go first, then the key results of the objectives that stand best;
    of too many objectives the room sees those that are furthest behind."""

    def __init__(self, headline: str, nodes: tuple[Node, ...]) -> None:
        self._headline, self._nodes = headline, nodes

    def texts(self) -> list[str]:
        every = list(_lines(self._nodes, GRADED))[:14]
        return [self._headline, *(_said(node) for node, _ in every)]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> list[Spot]:
        tall = look.size(_TALL)
        shown, left = fitting(self._nodes, max(int(area.height() // tall), 1))
        spots = []
        y = area.y()
        widest = max((look.metrics(12).horizontalAdvance(node.figures) for node, _ in shown), default=0.0)
        wide = min(widest + look.size(4), area.width() * 0.3)
        for node, depth in shown:
            line = QRectF(area.x(), y, area.width(), tall)
            self._line(painter, line, node, depth, wide, look)
            spots.append(Spot(line, node.id, _said(node)))
            y += tall
        if left:
            painter.setFont(look.font(12))
            painter.setPen(look.colour("soft"))
            text = tr.plural("and {n} more objective", "and {n} more objectives", left)
            painter.drawText(QPointF(area.x(), y + look.size(20)), text)
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


def fitting(nodes: tuple[Node, ...], room: int) -> tuple[list[Line], int]:
    """The lines shown where `room` of them fit, and how many objectives are left out."""
    for kinds in (("objective", "key_result", "kpi"), GRADED):
        every = list(_lines(nodes, kinds))
        if len(every) <= room:
            return every, 0
    objectives = [node for node in nodes if node.kind == "objective"]
    by_need = sorted(objectives, key=lambda node: (node.grade is None, node.grade or 0.0))
    if len(objectives) > room:
        shown = by_need[: max(room - 1, 1)]
        return [(node, 0) for node in shown], len(objectives) - len(shown)
    free, whole = room - len(objectives), set()
    for node in by_need:
        if len(node.children) <= free:
            free -= len(node.children)
            whole.add(node.id)
    found: list[Line] = []
    for node in objectives:
        found += _lines((node,), GRADED if node.id in whole else ("objective",))
    return found, 0


def _said(node: Node) -> str:
    return tr("{title}: {grade}", title=node.title, grade=grade_text(node.grade))


def _lines(nodes: tuple[Node, ...], kinds: tuple[str, ...], depth: int = 0) -> Iterator[Line]:
    for node in nodes:
        if node.kind in kinds:
            yield node, depth
            yield from _lines(node.children, kinds, depth + 1)
