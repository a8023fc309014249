"""What a user sees on the wall: cards, lanes, the lit map, empty walls, languages and themes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from cxworkshop.actions import cards, journeys, links
from cxworkshop.ui.canvas import tips
from cxworkshop.ui.canvas.place import Place
from cxworkshop.ui.canvas.places import place_at
from cxworkshop.ui.canvas.static_layer import AHEAD
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import LIGHT, themes


def difference(one: QColor, other: QColor) -> int:
    """How far two colours are apart, 0…765."""
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


def furthest(one: QImage, other: QImage) -> int:
    """The largest difference between two pictures at any point."""
    assert one.size() == other.size()
    apart = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(QPointF(), other)
    painter.end()
    ordered = apart.convertToFormat(QImage.Format.Format_RGBX8888)
    each = bytes(ordered.constBits())
    return max(map(sum, zip(each[0::4], each[1::4], each[2::4], strict=True)))


def test_every_card_shows_the_band_of_its_kind(wall, hand):
    for card in ("p1", "t4", "pr2", "n1", "v1", "x1"):
        kind = wall.room.board.card(card).kind
        at = hand.at(card, 0, 0.5) + QPoint(3, 0)
        assert difference(hand.colour(at), LIGHT.accent(kind)) < 40, card


def test_the_wall_shows_the_cards_of_its_journey_and_the_guests_they_rest_on(wall):
    assert {"t1", "n1", "x1"} <= wall.picture.boxes.keys()
    assert "t8" not in wall.picture.boxes  # of the employees' journey
    assert "t7" in wall.picture.boxes  # of the employees' journey too, but it tires those at a touchpoint of this one
    assert "x7" in wall.picture.boxes  # of the employees' journey too, but a need of this one rests on it


def test_turning_to_another_journey_shows_its_cards(wall, room):
    room.show_journey("j2")
    assert "t7" in wall.picture.boxes
    assert "t1" not in wall.picture.boxes


def test_pressing_a_need_fades_what_does_not_carry_it(wall, hand):
    before = hand.colour(hand.at("x8", 0, 0.5) + QPoint(3, 0))
    hand.click(hand.at("n1"))
    faded = hand.colour(hand.at("x8", 0, 0.5) + QPoint(3, 0))  # serves another need
    kept = hand.colour(hand.at("x5", 0, 0.5) + QPoint(3, 0))  # three steps behind this one
    assert difference(before, LIGHT.accent("process")) < 40
    assert difference(faded, LIGHT.colour("wall")) < difference(before, LIGHT.colour("wall")) / 2
    assert difference(kept, LIGHT.accent("process")) < 40


def test_a_lit_link_is_drawn_in_the_colour_of_the_map(wall, hand):
    hand.click(hand.at("n1"))
    below = wall.camera.rect_to_screen(wall.picture.rect("v1"))
    between = QPoint(round(below.x + below.width / 2), round(below.y - 6))
    assert difference(hand.colour(between), LIGHT.colour("lit")) < 90


def test_a_lit_process_carries_its_distance(wall, hand):
    hand.click(hand.at("n1"))
    assert wall.look.dress("x1").number == 1
    assert wall.look.dress("x5").number == 3
    corner = wall.camera.rect_to_screen(wall.picture.rect("x5"))
    beside = QPoint(round(corner.right - 9), round(corner.y + 1))
    assert difference(hand.colour(beside), LIGHT.colour("lit")) < 90


def test_pressing_a_process_lights_the_needs_that_rest_on_it(wall, hand):
    hand.click(hand.at("x5"))
    assert wall.look.dress("n1").number == 3
    assert wall.look.dress("n2").faded


def test_cutting_a_link_changes_the_lit_map_at_once(wall, room, hand):
    hand.click(hand.at("n1"))
    assert not wall.look.dress("x2").faded
    key = next(link.key for link in room.board.links("creates") if link.source == "x2")
    room.do(lambda board: links.disconnect(board, [key]))
    assert "x2" not in wall.look.lighting.cards


def test_a_process_falls_to_its_depth_when_it_is_linked(wall, room):
    assert wall.picture.boxes["x9"].lane == "processes-none"
    room.do(lambda board: links.connect(board, "x9", "v4", "creates"))
    assert wall.picture.boxes["x9"].lane == "processes-1"


def test_a_change_in_one_view_shows_in_the_other(room, open_wall, hand_on):
    one, other = open_wall(room), open_wall(room)
    hand = hand_on(one)
    hand.drag(hand.at("t1"), hand.cell("s4", "touchpoints"))
    assert one.picture.boxes["t1"].column == other.picture.boxes["t1"].column == 3
    at = hand_on(other).at("t1", 0, 0.5) + QPoint(3, 0)
    assert difference(hand_on(other).colour(at), LIGHT.accent("touchpoint")) < 40


def test_two_views_share_the_selection_but_not_the_zoom(room, open_wall, hand_on):
    one, other = open_wall(room), open_wall(room)
    hand_on(one).click(hand_on(one).at("n3"))
    one.set_zoom(2.0)
    assert other.look.selection == ("n3",)
    assert other.zoom == 1.0


def test_words_follow_the_language_without_a_restart(wall):
    assert wall.picture.face("n1").meta == "matters 10 · met 2"
    tr.set_language("ru")
    assert wall.picture.face("n1").meta == "важно 10 · есть 2"
    assert wall.picture.face("x6").meta == "нет владельца"
    assert wall.picture.face("x4").tail == " · 7 мес."


def test_a_card_says_how_long_ago_its_owner_met_a_customer(wall):
    assert wall.picture.face("x1").tail == " · 2 days"
    assert wall.picture.face("x3").tail == " · never"
    assert wall.picture.face("x3").dot == "stranger"
    assert wall.picture.face("x6").alarm


def test_a_need_shows_its_opportunity_and_a_touchpoint_its_moment_of_truth(wall):
    assert wall.picture.face("n1").badge == "18"
    assert wall.picture.face("t5").truth
    assert "moment of truth" in tips.text_of(wall, Place("card", "t5"))


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_the_theme_changes_the_wall_at_once(wall, hand, name):
    ground = QPoint(wall.camera.width - 30, wall.camera.height - 30)
    light = hand.colour(ground)
    themes.put_on(name)
    assert hand.colour(ground) == themes.current.colour("wall")
    assert difference(light, hand.colour(ground)) > 300


@pytest.mark.parametrize("zoom", [0.12, 0.25, 0.45, 1.0, 3.0])
def test_every_zoom_paints_something_where_a_card_lies(wall, hand, zoom):
    wall.set_zoom(zoom)
    wall.reveal("n1")
    assert hand.colour(hand.at("n1", 0.5, 0.06) + QPoint(0, 0)) != LIGHT.colour("wall")


def test_the_picture_is_as_sharp_as_the_screen(wall, qapp):
    wall.viewport().repaint()
    ratio = wall.viewport().devicePixelRatioF()
    assert wall.layers.still._pixmap.width() == round((wall.viewport().width() + 2 * AHEAD) * ratio)


def test_scrolling_shifts_the_still_picture_and_gives_the_same_as_painting_it_anew(wall, hand):
    wall.resize(700, 500)
    QApplication.processEvents()
    painted = wall.layers.still.painted
    for place in ((120, 60), (37, 211), (300, 0), (0, 90)):
        wall.scroll_to(*place)
        shifted = wall.viewport().grab().toImage()
        assert wall.layers.still.painted == painted
        wall.layers.invalidate()
        wall.viewport().update()
        anew = wall.viewport().grab().toImage()
        painted = wall.layers.still.painted
        assert furthest(shifted, anew) <= 12, place  # of 765: rounding where a line is cut off out of sight


def test_lane_names_stay_when_scrolled_sideways_and_stage_names_when_scrolled_down(wall):
    wall.resize(600, 400)
    QApplication.processEvents()
    before = wall.viewport().grab().toImage()
    wall.scroll_to(150, 0)
    sideways = wall.viewport().grab().toImage()
    left = wall.camera.left - 2
    assert before.copy(0, 0, left, 380) == sideways.copy(0, 0, left, 380)
    wall.scroll_to(0, 150)
    down = wall.viewport().grab().toImage()
    top = wall.camera.top - 2
    assert before.copy(0, 0, 560, top) == down.copy(0, 0, 560, top)


def test_an_empty_workshop_invites_to_begin_with_a_journey(open_room, open_wall, hand_on):
    room = open_room(None)
    wall = open_wall(room)
    hand = hand_on(wall)
    assert wall.invitation.does == "journey"
    hand.click(wall.invitation.button.center().toPoint())
    assert room.board.count("journey") == 1
    assert room.journey is not None
    hand.type("Выбор")
    hand.key(0x01000004)  # Return
    assert [stage.title for stage in room.board.of_kind("stage")] == ["Выбор"]
    assert wall.invitation.does == "card"
    hand.click(wall.invitation.button.center().toPoint())
    hand.type("Витрина")
    hand.key(0x01000004)
    assert [card.title for card in room.board.of_kind("touchpoint")] == ["Витрина"]
    assert wall.invitation is None


def test_a_journey_without_stages_invites_to_add_one(open_room, open_wall, hand_on):
    room = open_room(None)
    room.do(lambda board: journeys.add(board, "Way"))
    room.do(lambda board: cards.delete(board, [board.of_kind("stage")[0].id]))
    wall = open_wall(room)
    assert wall.invitation.does == "stage"
    hand_on(wall).click(wall.invitation.button.center().toPoint())
    assert room.board.count("stage") == 1


def test_a_tooltip_shows_markup_as_text(wall, room, hand):
    room.do(lambda board: cards.edit(board, "n1", title='<img src="/x.png">', note="<b>bold</b> & more"))
    text = tips.text_of(wall, place_at(wall, hand.at("n1").toPointF()))
    assert '<img src="/x.png">' in text and "<b>bold</b>" in text
    from PySide6.QtGui import QHelpEvent

    at = hand.at("n1")
    QApplication.sendEvent(wall.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, at, wall.viewport().mapToGlobal(at)))
    assert "<img" not in QToolTip.text() and "&lt;img" in QToolTip.text()


def test_the_wall_has_a_name_for_screen_readers(wall):
    assert wall.accessibleName() == "Wall"
    tr.set_language("ru")
    assert wall.accessibleName() == "Стена"
