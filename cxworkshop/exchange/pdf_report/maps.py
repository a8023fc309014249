"""The backward maps of the top needs: need on top, value under it, then the processes by their distance."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.backward_map import FORMULA, SOURCE
from cxworkshop.analysis.paths import Trace
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import face_of
from cxworkshop.exchange.drawing.legend import draw_legend
from cxworkshop.exchange.drawing.text import lines_of
from cxworkshop.exchange.drawing.wall import INDIRECT, draw_card, measure
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.sentences import named, who_runs
from cxworkshop.exchange.pdf_report.sheet import HEIGHT, INNER, LEFT
from cxworkshop.model.boxes import CARD_WIDTH, META_LINE, PADDING, TITLE_LINE, Rect
from cxworkshop.model.filling import has_meta, title_lines
from cxworkshop.model.layout import edge_curve
from cxworkshop.model.records import LINK, Link

MOST_MAPS = 5
NAMES = 104.0  # the names of the levels on the left, in points
SCALES = (0.86, 0.8, 0.74, 0.68, 0.62, 0.56)  # points for a wall unit; 0.56 keeps the smallest letters above 6 pt
BETWEEN, ASIDE = 30.0, 14.0  # wall units between rows and between cards


@dataclass(frozen=True)
class Row:
    """One row of a map: its level (0 the need, 1 values, then distance + 1) and its cards from left to right."""

    level: int
    cards: tuple[str, ...]


def draw(chapter: Chapter) -> None:
    """One page a need, of the needs with the largest opportunity that any process serves."""
    traces = (chapter.findings.map.behind(own.id) for own in chapter.findings.map.opportunities)
    drawn = 0
    for trace in traces:
        if trace.processes:
            _draw_map(chapter, trace, drawn == 0)
            drawn += 1
        if drawn == MOST_MAPS:
            break


def _draw_map(chapter: Chapter, trace: Trace, is_first: bool) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    need = named(chapter.card(trace.need), tr)
    many = len(trace.processes)
    headline = tr.plural("“{need}” rests on {n} process", "“{need}” rests on {n} processes", many, need=need)
    if is_first:
        sheet.page(headline, _warning(chapter, trace), tr("Backward maps"))
        sheet.mark(need, 1)
    else:
        sheet.page(headline, _warning(chapter, trace), need, level=1)
    bottom = HEIGHT - 78
    room = bottom - sheet.y
    for scale in SCALES:
        rows = _rows(trace, int((INNER - NAMES) / scale // (CARD_WIDTH + ASIDE)))
        if sum(_height(chapter, row) + BETWEEN for row in rows) * scale <= room:
            break
    shown = _those_that_fit(chapter, rows, room / scale)
    _draw_rows(chapter, trace, shown, scale)
    hidden = many - sum(len(row.cards) for row in shown if row.level > 1)
    sheet.y = bottom
    if hidden > 0:
        text = tr.plural("{n} more process further back", "{n} more processes further back", hidden)
        sheet.pen.text(LEFT + NAMES, bottom - 2, text, 9, colours.GREY, "italic")
    draw_formula(chapter, FORMULA, SOURCE)
    draw_legend(sheet.pen, LEFT, HEIGHT - 26, INNER, tr, tr("the shortest way to the need"))


def _warning(chapter: Chapter, trace: Trace) -> str:
    tr, findings = chapter.tr, chapter.findings
    strangers = [process for process in trace.processes if findings.is_run_by_strangers(process)]
    unowned = sum(findings.owner(process) is None for process in trace.processes)
    said = who_runs(len(strangers), unowned, tr)
    if strangers:
        deepest = max(strangers, key=lambda own: findings.map.figures(own).blind_spot or 0)
        said.append(tr("The largest blind spot: “{process}”.", process=named(chapter.card(deepest), tr)))
    return " ".join(said)


def _rows(trace: Trace, across: int) -> list[Row]:
    """The rows of the map, each level ordered by where its neighbours towards the need stand, broken at `across`."""
    levels: list[list[str]] = [[trace.need], list(trace.values)]
    for process, distance in trace.distance.items():
        while len(levels) < distance + 2:
            levels.append([])
        levels[distance + 1].append(process)
    place = {trace.need: 0.5}
    rows = []
    for number, cards in enumerate(levels):
        near = {card: _nearer(trace, card) for card in cards}
        ordered = sorted(cards, key=lambda card: place.get(near[card], 0.5))
        place.update({card: (index + 0.5) / len(ordered) for index, card in enumerate(ordered)})
        rows += [Row(number, tuple(ordered[start : start + across])) for start in range(0, len(ordered), across)]
    return rows


def _nearer(trace: Trace, card: str) -> str:
    return trace.reached.nearer.get(card, trace.need)


def _those_that_fit(chapter: Chapter, rows: list[Row], room: float) -> list[Row]:
    shown: list[Row] = []
    taken = 0.0
    for row in rows:
        taken += _height(chapter, row) + BETWEEN
        if taken > room and len(shown) > 2:
            break
        shown.append(row)
    return shown


def _height(chapter: Chapter, row: Row) -> float:
    return max(_card_height(chapter, card) for card in row.cards)


def _card_height(chapter: Chapter, card_id: str) -> float:
    card = chapter.card(card_id)
    lines = title_lines(card.title, measure)
    return 2 * PADDING + max(len(lines), 1) * TITLE_LINE + (META_LINE if has_meta(card) else 0.0)


def _draw_rows(chapter: Chapter, trace: Trace, rows: list[Row], scale: float) -> None:
    sheet = chapter.sheet
    width = (INNER - NAMES) / scale
    pen = sheet.pen.at(LEFT + NAMES, sheet.y, scale)
    boxes: dict[str, Rect] = {}
    y = BETWEEN / 2
    for number, row in enumerate(rows):
        height = _height(chapter, row)
        _draw_level(chapter, row, sheet.y + (y - BETWEEN / 2) * scale, (height + BETWEEN) * scale, number, rows)
        pitch = min(width / len(row.cards), (CARD_WIDTH + ASIDE) * 1.45)
        x = (width - pitch * len(row.cards)) / 2 + (pitch - CARD_WIDTH) / 2
        for card_id in row.cards:
            boxes[card_id] = Rect(x, y, CARD_WIDTH, _card_height(chapter, card_id))
            x += pitch
        y += height + BETWEEN
    for key in sorted(trace.links, key=lambda key: (key in trace.shortest, key)):
        link = chapter.board.get(LINK, key)
        if isinstance(link, Link) and link.source in boxes and link.target in boxes and link.source != link.target:
            dash = INDIRECT if link.verb == "depends_on" else ()
            on_way = key in trace.shortest
            points = edge_curve(boxes[link.source], boxes[link.target])
            pen.curve(points, colours.HIGHLIGHT if on_way else colours.LINK, 2.2 if on_way else 1.3, dash)
    for card_id, rect in boxes.items():
        card = chapter.card(card_id)
        face = face_of(card, chapter.findings, chapter.tr)
        draw_card(pen, rect, face, title_lines(card.title, measure), card.kind, lit=card_id == trace.need)


def _draw_level(chapter: Chapter, row: Row, y: float, height: float, number: int, rows: list[Row]) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    distance = row.level - 1
    if distance > 0:
        sheet.pen.rect(LEFT, y, INNER, height, fill=colours.DEPTH_TINTS[min(distance, 4)])
    if number and rows[number - 1].level == row.level:
        return
    if row.level < 2:
        name, hint = (tr("Need"), "") if row.level == 0 else (tr("Value"), tr("what we create"))
    elif distance == 1:
        name, hint = tr("directly"), tr("step {n}", n=1)
    else:
        name, hint = tr("indirectly"), tr("step {n}", n=distance)
    for line in lines_of(name[:1].upper() + name[1:], NAMES - 12, 10, "semibold", 2):
        sheet.pen.text(LEFT + 10, y + 20, line, 10, colours.INK, "semibold")
    sheet.pen.text(LEFT + 10, y + 33, hint, 9, colours.PALE_GREY)
