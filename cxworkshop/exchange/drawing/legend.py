"""The legend under a wall or a map: closeness, direct and indirect links, what the highlight means."""

from __future__ import annotations

from cxworkshop.exchange.drawing import colours, fonts
from cxworkshop.exchange.drawing.pen import Pen
from cxworkshop.exchange.drawing.text import printable, shortened
from cxworkshop.exchange.drawing.wall import INDIRECT
from cxworkshop.i18n import Translator
from cxworkshop.words import N_

CLOSENESS = (
    ("close", N_("met a customer lately")),
    ("fading", N_("long ago")),
    ("stranger", N_("the customer is a stranger")),
    ("", N_("no owner")),
)
LINES = ((N_("directly"), ()), (N_("indirectly"), INDIRECT))


def draw_legend(
    pen: Pen, x: float, y: float, width: float, tr: Translator, highlight: str = "", size: float = 8.5
) -> None:
    """The legend in one line with its baseline at y; `highlight` says what orange stands for."""
    right = x + width
    step = size / 8.5
    for name, label in CLOSENESS:
        pen.circle(x + 4 * step, y - 3 * step, 4 * step, fill=colours.WARMTH[name])
        x = _word(pen, x + 12 * step, y, tr(label), size)
    for label, dash in LINES:
        pen.polyline([(x, y - 3 * step), (x + 22 * step, y - 3 * step)], colours.GREY, 1.4, dash)
        x = _word(pen, x + 27 * step, y, tr(label), size)
    if highlight and right - x > 120 * step:
        pen.polyline([(x, y - 3 * step), (x + 22 * step, y - 3 * step)], colours.HIGHLIGHT, 2.4)
        pen.text(x + 27 * step, y, shortened(highlight, right - x - 27 * step, size), size, colours.GREY)


def _word(pen: Pen, x: float, y: float, word: str, size: float) -> float:
    pen.text(x, y, word, size, colours.GREY)
    return x + fonts.width(printable(word), size) + 16 * size / 8.5
