"""Draws the wall of one journey, whole or a part of it, with any pen. Arranges nothing: the layout says where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop.analysis.scores import score
from cxworkshop.exchange.drawing import colours, fonts
from cxworkshop.exchange.drawing.faces import Face, face_of
from cxworkshop.exchange.drawing.findings import Findings
from cxworkshop.exchange.drawing.journey_path import draw_path
from cxworkshop.exchange.drawing.pen import Pen, Point
from cxworkshop.exchange.drawing.text import lines_of, printable, shortened
from cxworkshop.exchange.drawing.tiles import Tile
from cxworkshop.i18n import Translator
from cxworkshop.model.arrangement import lay_out
from cxworkshop.model.boxes import (
    BAND,
    GAP,
    HEADER_HEIGHT,
    LABEL_WIDTH,
    META_SIZE,
    PADDING,
    TEXT_WIDTH,
    TITLE_LINE,
    TITLE_SIZE,
    ColumnBox,
    Rect,
)
from cxworkshop.model.cards import KINDS
from cxworkshop.model.layout import WallLayout, edge_curve
from cxworkshop.model.previous import previous_score
from cxworkshop.model.records import Link
from cxworkshop.model.wrapping import Measure
from cxworkshop.words import N_

INSET = BAND + 9.0
INDIRECT = (5.0, 3.5)  # the dashes of links between processes
_QUIET = ("raises", "arises_at", "blocks", "improves")
_LOUD = ("satisfies", "creates", "depends_on")
CURVES: tuple[tuple[str, str, str, float, tuple[float, ...]], ...] = (
    ("expectation", N_("expectation"), colours.EXPECTATION, 1.6, (5, 4)),
    ("memory", N_("memory"), colours.MEMORY, 1.6, (1.5, 3)),
    ("experience", N_("experience"), colours.EXPERIENCE, 2.6, ()),
)


GHOST = "previous"  # the experience of the cycle before, pale behind the curves of this one
GHOST_COLOUR = "#C9D3DF"


@dataclass(frozen=True)
class Wall:
    """What is needed to draw the wall of a journey."""

    findings: Findings
    layout: WallLayout
    tr: Translator


def measure(text: str) -> float:
    """The width of a title in wall units as it will be printed."""
    return fonts.width(printable(text), TITLE_SIZE)


def wall_of(findings: Findings, journey: str | None, tr: Translator, measured: Measure = measure) -> Wall:
    """The wall of a journey (None: only cards without a stage), its titles as wide as `measured` says."""
    board = findings.board
    layout = lay_out(board, journey, findings.map.depths, measured, findings.guests(journey))
    return Wall(findings, layout, tr)


def draw_wall(pen: Pen, wall: Wall, tile: Tile) -> None:
    """Draw one tile of the wall with its upper left corner at (0, 0)."""
    _draw_ground(pen, wall, tile)
    _draw_headers(pen, wall, tile)
    with pen.clipped(LABEL_WIDTH, HEADER_HEIGHT, tile.width - LABEL_WIDTH, tile.height - HEADER_HEIGHT):
        draw_path(pen, wall.findings.board, tile)
        _draw_links(pen, wall, tile)
    _draw_experience(pen, wall, tile)
    for card_id, rect in tile.boxes.items():
        card = wall.findings.board.card(card_id)
        face = face_of(card, wall.findings, wall.tr)
        lines = wall.layout.boxes[card_id].lines
        top = wall.findings.top_need
        draw_card(pen, rect, face, lines, card.kind, lit=top is not None and card_id == top.need)


def draw_card(pen: Pen, rect: Rect, face: Face, lines: tuple[str, ...], kind: str, lit: bool = False) -> None:
    """A card: white, its kind's colour as a band on the left, title, figures. `lit`: with a ring around it."""
    if lit:
        pen.rect(rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6, stroke=colours.HIGHLIGHT, line=2.5, radius=9)
    pen.rect(*rect, fill=KINDS[kind].colour, radius=7)
    pen.rect(rect.x + BAND, rect.y, rect.width - BAND, rect.height, fill=colours.PAPER, radius=5)
    pen.rect(*rect, stroke=colours.FRAME, line=0.8, radius=7)
    x, y = rect.x + INSET, rect.y + PADDING + 12.5
    titled = [line for line in lines if line]
    for line in titled or (face.title,):
        pen.text(x, y, line, TITLE_SIZE, colours.INK if titled else colours.PALE_GREY)
        y += TITLE_LINE
    if face.meta or face.chip:
        draw_meta(pen, x, y + 0.5, face, TEXT_WIDTH)


def draw_meta(pen: Pen, x: float, y: float, face: Face, width: float) -> None:
    """The line of figures under a title, its baseline at y."""
    if face.chip:
        wide = fonts.width(printable(face.chip), META_SIZE, "bold") + 9
        pen.rect(x + width - wide, y - 11, wide, 15, fill="#FFE3A8", radius=4)
        pen.text(x + width - wide / 2, y, face.chip, META_SIZE, colours.INK, "bold", "middle")
        width -= wide + 5
    if face.dot:
        pen.circle(x + 4.5, y - 3.8, 4.5, fill=face.dot)
        x, width = x + 14, width - 14
    colour = "#A3262B" if face.alarm else colours.GREY
    tail = shortened(face.tail, width * 0.7, META_SIZE)
    meta = shortened(face.meta, width - fonts.width(f" {tail}", META_SIZE), META_SIZE)
    pen.text(x, y, f"{meta} {tail}" if tail else meta, META_SIZE, colour)


def _draw_ground(pen: Pen, wall: Wall, tile: Tile) -> None:
    pen.rect(0, 0, tile.width, tile.height, fill=colours.PAPER)
    for box, top, bottom in tile.lanes:
        if box.lane.depth is not None:
            pen.rect(0, top, tile.width, bottom - top, fill=colours.DEPTH_TINTS[box.lane.depth])
        pen.polyline([(0, bottom), (tile.width, bottom)], colours.RULE)
        y = top + 20
        for line in lines_of(box.lane.name(wall.tr), LABEL_WIDTH - 16, 13, "semibold", 3 if bottom - top >= 60 else 2):
            pen.text(10, y, line, 13, colours.INK, "semibold")
            y += 15
        if box.lane.kind == "":
            _draw_curve_names(pen, wall, y + 2)
            continue
        hint = wall.tr(box.lane.hint)
        for line in lines_of(hint, LABEL_WIDTH - 16, META_SIZE, most=2):
            pen.text(10, y, line, META_SIZE, colours.PALE_GREY)
            y += 13


def _draw_curve_names(pen: Pen, wall: Wall, y: float) -> None:
    for _, label, colour, line, dash in CURVES:
        pen.polyline([(10, y - 3.5), (28, y - 3.5)], colour, line, dash)
        pen.text(33, y, wall.tr(label), META_SIZE, colours.GREY)
        y += 15
    board = wall.findings.board
    if any(previous_score(board.card(card), "experience") is not None for card in wall.layout.curve_x):
        pen.polyline([(10, y - 3.5), (28, y - 3.5)], GHOST_COLOUR, 1.3)
        pen.text(33, y, wall.tr("last cycle"), META_SIZE, colours.GREY)


def _draw_headers(pen: Pen, wall: Wall, tile: Tile) -> None:
    dx, _ = tile.shift
    pen.polyline([(0, HEADER_HEIGHT), (tile.width, HEADER_HEIGHT)], colours.FRAME)
    _draw_hidden(pen, wall)
    for column in tile.columns:
        x = column.x + dx
        stage = wall.findings.board.find(column.stage)
        pen.polyline([(x, 0), (x, tile.height)], colours.RULE, 1.0, () if column is tile.columns[0] else (3, 3))
        room = column.width - 20
        if stage is not None and stage.get("selling"):
            room -= _draw_till(pen, wall, x + column.width - 10)
        lines = lines_of(_column_name(wall, column), room, TITLE_SIZE, "semibold", 2)
        y = 23.0 if len(lines) == 1 else 15.5
        for line in lines:
            pen.text(x + GAP, y, line, TITLE_SIZE, colours.INK, "semibold")
            y += 14.5


def _draw_hidden(pen: Pen, wall: Wall) -> None:
    """In the corner: how many lanes are left out, with how many cards. Whoever reads it should know."""
    hidden = wall.layout.hidden
    if hidden:
        lanes = wall.tr.plural("{n} lane hidden", "{n} lanes hidden", len(hidden))
        held = wall.tr.plural("{n} card", "{n} cards", sum(many for _, many in hidden))
        pen.text(10, 16, shortened(lanes, LABEL_WIDTH - 14, META_SIZE), META_SIZE, colours.GREY)
        pen.text(10, 29, shortened(held, LABEL_WIDTH - 14, META_SIZE), META_SIZE, colours.GREY)


def _draw_till(pen: Pen, wall: Wall, right: float) -> float:
    """Marks the stage where the company takes the money; gives the width it took."""
    word = wall.tr("till")
    wide = fonts.width(printable(word), META_SIZE, "medium") + 10
    pen.rect(right - wide, 10, wide, 17, fill="#E6F6EB", stroke="#8CCBA4", line=0.8, radius=8)
    pen.text(right - wide / 2, 22.3, word, META_SIZE, "#1B6B48", "medium", "middle")
    return wide + 6


def _column_name(wall: Wall, column: ColumnBox) -> str:
    stage = wall.findings.board.find(column.stage)
    if stage is not None:
        return stage.title or wall.tr("(no title)")
    return wall.tr("Without a stage") if column.role == "unplaced" else wall.tr("From other journeys")


def _draw_links(pen: Pen, wall: Wall, tile: Tile) -> None:
    top = wall.findings.top_need
    lit = top.shortest if top else frozenset()
    drawn = sorted(_links_on(wall, tile), key=lambda link: (link.key in lit, link.verb in _LOUD))
    for link in drawn:
        points = edge_curve(_rect(wall, tile, link.source), _rect(wall, tile, link.target))
        dash = INDIRECT if link.verb == "depends_on" else ()
        if link.key in lit:
            pen.curve(points, colours.HIGHLIGHT, 2.4, dash)
        elif link.verb in _LOUD:
            pen.curve(points, colours.LINK, 1.4, dash)
        else:
            pen.curve(points, "#D6DAE1", 0.9)


def _links_on(wall: Wall, tile: Tile) -> Iterator[Link]:
    boxes = wall.layout.boxes
    for verb in (*_QUIET, *_LOUD):
        for link in wall.findings.board.links(verb):
            both = link.source in boxes and link.target in boxes and link.source != link.target
            if both and (link.source in tile.boxes or link.target in tile.boxes):
                yield link


def _rect(wall: Wall, tile: Tile, card: str) -> Rect:
    if card in tile.boxes:
        return tile.boxes[card]
    dx, dy = tile.shift
    rect = wall.layout.boxes[card].rect
    return rect._replace(x=rect.x + dx, y=rect.y + dy)


def _draw_experience(pen: Pen, wall: Wall, tile: Tile) -> None:
    found = next(((top, bottom) for box, top, bottom in tile.lanes if box.lane.kind == ""), None)
    if found is None:
        return
    top, bottom = found
    dx, _ = tile.shift
    middle = (top + bottom) / 2
    with pen.clipped(LABEL_WIDTH, top, tile.width - LABEL_WIDTH, bottom - top):
        pen.polyline([(LABEL_WIDTH, middle), (tile.width, middle)], colours.RULE, 0.8, (2, 3))
        ghost = [point for point, _ in _curve_points(wall, GHOST, dx, top, bottom)]
        if len(ghost) > 1:
            pen.polyline(ghost, GHOST_COLOUR, 1.3)
        for point in ghost:
            pen.circle(*point, 2.6, fill=GHOST_COLOUR)
        for name, _, colour, line, dash in CURVES:
            points = _curve_points(wall, name, dx, top, bottom)
            if len(points) > 1:
                pen.polyline([point for point, _ in points], colour, line, dash)
            for point, _ in points:
                pen.circle(*point, 4 if name == "experience" else 2.6, fill=colour)
        for (x, y), value in _curve_points(wall, "experience", dx, top, bottom):
            if LABEL_WIDTH <= x <= tile.width:  # the others stand on other parts
                _draw_score(pen, x, y - 9 if value > -4 else y + 16, signed(value, wall.tr))
    if not any(_curve_points(wall, name, dx, top, bottom) for name, *_ in CURVES):
        pen.text(LABEL_WIDTH + GAP, middle - 6, wall.tr("not scored yet"), META_SIZE, colours.PALE_GREY, "italic")


def _draw_score(pen: Pen, x: float, y: float, text: str) -> None:
    wide = fonts.width(printable(text), META_SIZE, "semibold") + 4
    pen.rect(x - wide / 2, y - 9, wide, 11, fill=colours.PAPER, radius=3)
    pen.text(x, y, text, META_SIZE, colours.EXPERIENCE, "semibold", "middle")


def signed(value: float, tr: Translator) -> str:
    """A score on the scale −5…+5 with its sign."""
    return f"+{tr.number(value)}" if value > 0 else tr.number(value)


def _curve_points(wall: Wall, name: str, dx: float, top: float, bottom: float) -> list[tuple[Point, float]]:
    """The scored points of one curve from left to right, each with its score (−5…+5)."""
    found = []
    for card_id, x in wall.layout.curve_x.items():
        card = wall.findings.board.card(card_id)
        value = previous_score(card, "experience") if name == GHOST else score(card, name)
        if value is not None:
            y = (top + bottom) / 2 - value / 5 * ((bottom - top) / 2 - 20)
            found.append(((x + dx, y), value))
    return found
