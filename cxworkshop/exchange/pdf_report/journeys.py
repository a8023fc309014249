"""The wall of every journey: whole on a page, and in readable parts where the page is too small for its letters."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.experience import experience
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.legend import draw_legend
from cxworkshop.exchange.drawing.packing import packed
from cxworkshop.exchange.drawing.text import shortened
from cxworkshop.exchange.drawing.tiles import Tile, tiles, whole
from cxworkshop.exchange.drawing.wall import Wall, draw_wall, signed, wall_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.sentences import brief, named
from cxworkshop.exchange.pdf_report.sheet import HEIGHT, LEFT, RIGHT, TOP, WIDTH
from cxworkshop.model.boxes import META_SIZE
from cxworkshop.model.records import Card

SMALLEST = 6.0  # points; smaller letters are not read
LARGEST = 0.95  # points for a wall unit on A4: a small wall is not blown up
MARGIN = 28.0
LEGEND = 26.0
TALLEST = TOP + 6 + 50  # where a wall begins
ROOM, TALL = WIDTH - 2 * MARGIN, HEIGHT - TALLEST - LEGEND - 16
GLANCE, NARROWEST = 0.25, 90.0  # of the smallest letters, and points across: what is less is a strip that shows nothing


def draw(chapter: Chapter) -> None:
    """Every journey that has anything on its wall; without journeys the cards that lie there."""
    journeys: Sequence[Card | None] = chapter.board.journeys() or [None]
    for journey in journeys:
        wall = wall_of(chapter.findings, journey.id if journey else None, chapter.tr)
        if wall.layout.boxes or (journey is not None and wall.layout.columns and wall.layout.columns[0].stage):
            _draw_journey(chapter, wall, journey)


def _draw_journey(chapter: Chapter, wall: Wall, journey: Card | None) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    mark = tr("Journey: {title}", title=brief(journey, tr) if journey else tr("Cards without a journey"))
    headline, figures = _headline(chapter, journey), _figures(chapter, journey)
    smallest = SMALLEST / META_SIZE / sheet.growth
    tile = whole(wall.layout)
    scale = min(ROOM / tile.width, TALL / tile.height, LARGEST)
    parts = tiles(wall.layout, ROOM / smallest, TALL / smallest) if scale < smallest else []
    is_strip = min(tile.width, tile.height) * scale < NARROWEST or scale < smallest * GLANCE
    if len(parts) < 2 or not is_strip:
        sheet.page(mark=mark)
        note = tr("At a glance; the same wall in readable parts follows") if len(parts) > 1 else ""
        _draw_words(chapter, headline, figures, note)
        draw_wall(sheet.pen.at((WIDTH - tile.width * scale) / 2, TALLEST, scale), wall, tile)
        mark = ""
    if len(parts) > 1:
        _draw_parts(chapter, wall, parts, (headline, figures if mark else "", mark))


def _draw_parts(chapter: Chapter, wall: Wall, parts: Sequence[Tile], words: tuple[str, str, str]) -> None:
    """The parts in their order, as many on a page as fit; `words` are headline, figures and the mark of the first."""
    sheet, tr = chapter.sheet, chapter.tr
    headline, figures, mark = words
    smallest = SMALLEST / META_SIZE / sheet.growth
    fitting = [min(ROOM / part.width, TALL / part.height) for part in parts]
    common = min(max(min(fitting), smallest), LARGEST)
    scales = [min(common, own) for own in fitting]
    sizes = [(part.width * scale, part.height * scale) for part, scale in zip(parts, scales, strict=True)]
    pages = packed(sizes, ROOM, TALL)
    for number, page in enumerate(pages, 1):
        sheet.page(mark=mark if number == 1 else "")
        note = tr("Part {n} of {count}", n=number, count=len(pages)) if len(pages) > 1 else ""
        if note and mark and number == 1:
            note = tr("Too large to be shown at a glance · part {n} of {count}", n=number, count=len(pages))
        _draw_words(chapter, headline, figures if number == 1 else "", note)
        for place in page:
            pen = sheet.pen.at(MARGIN + place.x, TALLEST + place.y, scales[place.number])
            draw_wall(pen, wall, parts[place.number])


def _draw_words(chapter: Chapter, headline: str, figures: str, note: str) -> None:
    """Headline, under it figures and a note; the legend at the foot of the page."""
    sheet = chapter.sheet
    top = TOP + 6 + 26
    sheet.pen.text(LEFT, top, shortened(headline, WIDTH - LEFT - RIGHT, 17, "bold"), 17, colours.INK, "bold")
    sheet.pen.text(LEFT, top + 14, figures, 9, colours.GREY)
    sheet.pen.text(WIDTH - RIGHT, top + 14, note, 9, colours.GREY, "italic", anchor="end")
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
