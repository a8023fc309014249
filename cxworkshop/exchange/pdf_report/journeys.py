"""The wall of every journey: whole on a page, and in readable parts where the page is too small for its letters."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.experience import experience
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.legend import draw_legend
from cxworkshop.exchange.drawing.text import shortened
from cxworkshop.exchange.drawing.tiles import Tile, tiles, whole
from cxworkshop.exchange.drawing.wall import Wall, draw_wall, signed, wall_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.sentences import brief, named
from cxworkshop.exchange.pdf_report.sheet import HEIGHT, LEFT, RIGHT, TOP, WIDTH
from cxworkshop.model.layout import META_SIZE
from cxworkshop.model.records import Card

SMALLEST = 6.0  # points; smaller letters are not read
LARGEST = 0.95  # points for a wall unit on A4: a small wall is not blown up
MARGIN = 28.0
LEGEND = 26.0


def draw(chapter: Chapter) -> None:
    """Every journey that has anything on its wall; without journeys the cards that lie there."""
    journeys: Sequence[Card | None] = chapter.board.journeys() or [None]
    for journey in journeys:
        wall = wall_of(chapter.findings, journey.id if journey else None, chapter.tr)
        if wall.layout.boxes or (journey is not None and wall.layout.columns and wall.layout.columns[0].stage):
            _draw_journey(chapter, wall, journey)


def _draw_journey(chapter: Chapter, wall: Wall, journey: Card | None) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    headline = _headline(chapter, journey)
    mark = brief(journey, tr) if journey else tr("Cards without a journey")
    sheet.page(mark=tr("Journey: {title}", title=mark))
    width, top = WIDTH - 2 * MARGIN, TOP + 6 + 50
    room = HEIGHT - top - LEGEND - 16
    smallest = SMALLEST / META_SIZE / sheet.growth
    tile = whole(wall.layout)
    scale = min(width / tile.width, room / tile.height, LARGEST)
    parts = tiles(wall.layout, width / smallest, room / smallest) if scale < smallest else []
    note = tr("At a glance; the same wall in readable parts follows") if len(parts) > 1 else ""
    _draw_tile(chapter, wall, tile, (headline, _figures(chapter, journey), note), scale)
    if len(parts) < 2:
        return
    scale = min(min(width / part.width, room / part.height) for part in parts)
    for number, part in enumerate(parts, 1):
        sheet.page()
        note = tr("Part {n} of {count}", n=number, count=len(parts))
        fitting = min(width / part.width, room / part.height)
        _draw_tile(chapter, wall, part, (headline, "", note), min(max(scale, smallest), LARGEST, fitting))


def _draw_tile(chapter: Chapter, wall: Wall, tile: Tile, words: tuple[str, str, str], scale: float) -> None:
    """Headline, under it figures and a note, the tile in the middle, the legend under it."""
    sheet = chapter.sheet
    top = TOP + 6 + 26
    headline, figures, note = words
    sheet.pen.text(LEFT, top, shortened(headline, WIDTH - LEFT - RIGHT, 17, "bold"), 17, colours.INK, "bold")
    sheet.pen.text(LEFT, top + 14, figures, 9, colours.GREY)
    sheet.pen.text(WIDTH - RIGHT, top + 14, note, 9, colours.GREY, "italic", anchor="end")
    left = (WIDTH - tile.width * scale) / 2
    draw_wall(sheet.pen.at(left, top + 24, scale), wall, tile)
    need = chapter.findings.top_need
    text = ""
    if need is not None:
        text = chapter.tr("what “{need}” rests on", need=named(chapter.card(need.need), chapter.tr))
    draw_legend(sheet.pen, LEFT, HEIGHT - 20, WIDTH - LEFT - RIGHT, chapter.tr, text)


def _headline(chapter: Chapter, journey: Card | None) -> str:
    tr = chapter.tr
    if journey is None:
        return tr("What is on the wall so far")
    title = brief(journey, tr, 110)
    found = experience(journey.id, None, chapter.board.touchpoints(journey.id))
    if found.peak is None or found.peak_at is None:
        return title
    place = named(chapter.card(found.peak_at), tr)
    if found.peak < 0:
        return tr("{journey}: worst at “{touchpoint}”", journey=title, touchpoint=place)
    return tr("{journey}: best at “{touchpoint}”", journey=title, touchpoint=place)


def _figures(chapter: Chapter, journey: Card | None) -> str:
    tr = chapter.tr
    if journey is None:
        return ""
    found = experience(journey.id, None, chapter.board.touchpoints(journey.id))
    if found.mean is None or found.peak_end is None or found.peak is None or found.end is None:
        return tr("experience not scored yet")
    return tr(
        "experience: mean {mean} · peak {peak} · end {end} · peak-end {peak_end}",
        mean=signed(round(found.mean, 1), tr),
        peak=signed(found.peak, tr),
        end=signed(found.end, tr),
        peak_end=signed(round(found.peak_end, 1), tr),
    )
