"""All walls of a workshop in one drawing, one journey under another, with title and legend. For SVG and PNG."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.findings import Findings
from cxworkshop.exchange.drawing.legend import draw_legend
from cxworkshop.exchange.drawing.pen import Pen
from cxworkshop.exchange.drawing.shifted import Shifted
from cxworkshop.exchange.drawing.text import shortened
from cxworkshop.exchange.drawing.tiles import whole
from cxworkshop.exchange.drawing.wall import Wall, draw_wall, measure, wall_of
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.i18n import Translator, translator
from cxworkshop.model.board import Board
from cxworkshop.model.wrapping import Measure

MARGIN, TITLE, HEADING, BETWEEN, FOOT = 36.0, 58.0, 40.0, 34.0, 40.0
NARROWEST = 860.0  # so that title and legend have room


@dataclass(frozen=True)
class Stack:
    """Walls with their headings ("" for none); `width` and `height` of the whole drawing in wall units."""

    title: str
    walls: tuple[tuple[str, Wall], ...]
    highlight: str
    tr: Translator
    width: float
    height: float

    def draw(self, pen: Pen) -> None:
        """Draw everything with its upper left corner at (0, 0)."""
        room = self.width - 2 * MARGIN
        pen.rect(0, 0, self.width, self.height, fill=colours.PAPER)
        pen.text(MARGIN, MARGIN + 24, shortened(self.title, room, 26, "bold"), 26, colours.INK, "bold")
        y = MARGIN + TITLE
        for heading, wall in self.walls:
            if heading:
                pen.text(MARGIN, y + 14, shortened(heading, room, 18, "semibold"), 18, colours.INK, "semibold")
                y += HEADING
            draw_wall(Shifted(pen, MARGIN, y), wall, whole(wall.layout))
            y += wall.layout.height + BETWEEN
        draw_legend(pen, MARGIN, self.height - FOOT + 6, room, self.tr, self.highlight, 12)


def stack_of(board: Board, options: ExportOptions, measured: Measure = measure) -> Stack:
    """The walls of all journeys, the external ones first; of a board without journeys the cards that lie there.

    `measured` gives the width of a title as the pen will print it.
    """
    tr = translator(options.language)
    findings = Findings(board, options.today)
    walls: list[tuple[str, Wall]] = []
    for journey in board.journeys():
        walls.append((journey.title or tr("(no title)"), wall_of(findings, journey.id, tr, measured)))
    if not walls:
        walls.append(("", wall_of(findings, None, tr, measured)))
    top = findings.top_need
    title = str(board.workshop.get("title") or "").strip() or tr("Workshop without a title")
    highlight = tr("what “{need}” rests on", need=board.card(top.need).title) if top else ""
    width = max(NARROWEST, *(wall.layout.width for _, wall in walls)) + 2 * MARGIN
    heights = sum(wall.layout.height + BETWEEN + (HEADING if heading else 0) for heading, wall in walls)
    return Stack(title, tuple(walls), highlight, tr, width, MARGIN + TITLE + heights + FOOT)
