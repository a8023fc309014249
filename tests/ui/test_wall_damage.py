"""What the wall paints after a change is what painting everything anew would show."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QRegion
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.ui.canvas.static_layer import StaticLayer
from cxworkshop.ui.speech import tr
from tests.ui.test_wall_picture import furthest

NOTHING_SEEN = 12  # of 765: rounding at an edge


def both(wall):
    QApplication.processEvents()
    kept = wall.viewport().grab().toImage()
    wall.layers.invalidate()
    wall.viewport().update()
    return kept, wall.viewport().grab().toImage()


@pytest.mark.parametrize("seed", range(12))
def test_only_what_differs_is_painted_and_nothing_is_left_behind(wall, room, seed):
    chance = random.Random(seed)
    wall.resize(760, 560)
    for turn in range(16):
        own = [card for card in wall.picture.boxes if card in room.board.cards]
        roll = chance.random()
        if roll < 0.35:
            room.select(chance.sample(own, min(chance.randrange(3), len(own))))
        elif roll < 0.7:
            card, title = chance.choice(own), "word " * chance.randrange(1, 12)
            room.do(lambda board, card=card, title=title: cards.edit(board, card, title=title))
        elif roll < 0.8:
            wall.scroll_to(chance.randrange(300), chance.randrange(300))
            wall.layers.remember()
        elif roll < 0.85:
            wall.hide_cards(frozenset(chance.sample(own, 1)))
        elif roll < 0.93:
            aside = chance.sample(own, chance.randrange(4))
            wall.picture.moved = {card: wall.picture.layout.boxes[card].rect._replace(y=77.0) for card in aside}
            wall.look.cell = chance.choice((None, wall.picture.layout.boxes[own[0]].rect))
            wall.redraw()
        else:
            wall.hide_cards(frozenset())
            if room.document.undo_depth > 1:  # the example itself came as one change
                room.undo()
        kept, anew = both(wall)
        assert furthest(kept, anew) <= NOTHING_SEEN, (seed, turn)


def test_a_selected_card_without_links_costs_no_whole_painting(wall, room):
    wall.resize(760, 560)
    QApplication.processEvents()
    room.select([])
    wall.viewport().repaint()
    painted = wall.layers.still.painted
    room.select([next(card for card in wall.picture.boxes if not room.board.links_of(card))])
    wall.viewport().repaint()
    assert wall.layers.still.painted == painted


def test_a_press_lights_its_map_without_painting_the_wall_again(wall, room):
    need = next(card.id for card in room.board.of_kind("need") if len(room.map().behind(card.id).distance) > 1)
    QApplication.processEvents()
    painted, plain = wall.layers.still.painted, wall.viewport().grab().toImage()
    room.select([need])
    QApplication.processEvents()
    assert wall.look.fades and furthest(plain, wall.viewport().grab().toImage()) > NOTHING_SEEN
    room.select([])
    QApplication.processEvents()
    assert wall.layers.still.painted == painted
    assert furthest(plain, wall.viewport().grab().toImage()) == 0


def test_cards_lifted_and_put_back_take_the_wall_back_as_it_was(wall, room):
    lifted = max(wall.picture.boxes, key=lambda card: len(wall.picture.links_of(card)))
    QApplication.processEvents()
    plain = wall.viewport().grab().toImage()
    wall.hide_cards(frozenset([lifted]))
    QApplication.processEvents()
    painted = wall.layers.still.painted
    assert furthest(plain, wall.viewport().grab().toImage()) > NOTHING_SEEN
    wall.hide_cards(frozenset())
    QApplication.processEvents()
    assert wall.layers.still.painted == painted
    assert furthest(plain, wall.viewport().grab().toImage()) == 0


def test_lifting_a_card_paints_only_where_it_was_and_its_links_ran(wall, room):
    lifted = max(wall.picture.boxes, key=lambda card: len(wall.picture.links_of(card)))
    QApplication.processEvents()
    painted = wall.layers.still.painted
    wall.hide_cards(frozenset([lifted]))
    QApplication.processEvents()
    assert wall.layers.still.painted == painted
    assert furthest(*both(wall)) <= NOTHING_SEEN


def test_what_changes_while_a_card_is_lifted_shows_when_it_is_put_back(wall, room):
    lifted, other = list(wall.picture.boxes)[:2]
    QApplication.processEvents()
    wall.hide_cards(frozenset([lifted]))
    QApplication.processEvents()
    room.do(lambda board: cards.edit(board, other, title="Changed meanwhile"))
    wall.hide_cards(frozenset())
    assert furthest(*both(wall)) <= NOTHING_SEEN


def test_a_change_of_language_leaves_no_text_of_the_other_behind(wall, room):
    room.do(lambda board: cards.add(board, "need", "", stage=board.stages(room.journey)[0].id))
    QApplication.processEvents()
    before = tr.language
    try:
        tr.set_language("ru" if before == "en" else "en")
        assert furthest(*both(wall)) <= NOTHING_SEEN
    finally:
        tr.set_language(before)


def test_what_was_painted_over_while_cards_were_lifted_comes_back(wall, room):
    one, other, aside = list(wall.picture.boxes)[:3]
    QApplication.processEvents()
    plain = wall.viewport().grab().toImage()
    for lifted in ([one], [one, other], [other]):
        wall.hide_cards(frozenset(lifted))
        QApplication.processEvents()
    wall.picture.moved = {aside: wall.picture.boxes[aside].rect._replace(y=77.0)}
    wall.redraw()
    QApplication.processEvents()
    painted = wall.layers.still.painted
    wall.picture.moved = {}
    wall.hide_cards(frozenset())
    QApplication.processEvents()
    assert wall.layers.still.painted == painted
    assert furthest(plain, wall.viewport().grab().toImage()) == 0


def test_a_wall_scrolled_while_a_card_is_lifted_has_it_again_when_it_is_put_back(wall, room):
    wall.resize(500, 400)
    QApplication.processEvents()
    lifted = max(wall.picture.cards_in(wall.camera.seen), key=lambda card: len(wall.picture.links_of(card)))
    for dx, dy in ((30, 20), (400, 300), (-10, -10)):
        wall.hide_cards(frozenset([lifted]))
        QApplication.processEvents()
        wall.scroll_to(wall.camera.x + dx, wall.camera.y + dy)
        QApplication.processEvents()
        wall.hide_cards(frozenset())
        assert furthest(*both(wall)) <= NOTHING_SEEN


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_layer_takes_back_to_the_pixel_what_was_painted_over(qapp, ratio):
    layer, colours = StaticLayer(), iter(["red", "green", "blue", "black", "white"])

    def paint(painter, area):
        painter.setClipRegion(area)
        painter.fillRect(0, 0, 300, 200, QBrush(QColor(next(colours)), Qt.BrushStyle.Dense4Pattern))

    def prepare():
        layer.prepare(QSize(300, 200), ratio, QPoint(0, 0), (), paint)

    prepare()
    before = layer._pixmap.toImage()
    layer.keep()
    for area in (QRegion(3, 5, 51, 33) + QRegion(99, 7, 11, 101), QRegion(31, 11, 103, 77)):
        layer.damage(area)
        prepare()
    assert layer._pixmap.toImage() != before
    assert layer.take_back()
    assert layer._pixmap.toImage() == before
    assert not layer.take_back()


def test_the_first_press_finds_its_memory_ready(wall, room, qtbot):
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not wall.layers.told._pixmap.isNull(), timeout=3000)
    pixmap = wall.layers.told._pixmap.size()
    room.select([next(iter(wall.picture.boxes))])
    assert furthest(*both(wall)) <= NOTHING_SEEN
    assert wall.layers.told._pixmap.size() == pixmap
