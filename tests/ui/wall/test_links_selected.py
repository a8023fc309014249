"""A link of the wall is selected by a click and by keys, told, changed, turned round, cut and brought back."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu

from cxworkshop.actions import cards, links
from cxworkshop.model.records import LINK, link_key
from cxworkshop.ui.canvas import link_verbs
from cxworkshop.ui.canvas.link_hits import link_at
from cxworkshop.ui.canvas.menus import menu_for
from cxworkshop.ui.canvas.places import place_at
from tests.benchmarks.wall.workshop import workshop

SHIFT = Qt.KeyboardModifier.ShiftModifier


def free_point(wall, key: str) -> QPoint:
    """A point in view where a link runs over no card, and no other is nearer."""
    path, camera = wall.picture.curve(wall.room.board.get(LINK, key)), wall.camera
    for share in range(2, 99):
        at = path.pointAtPercent(share / 100)
        point = QPointF(*camera.to_screen(at.x(), at.y()))
        if wall.body().contains(point.toPoint()) and place_at(wall, QPointF(point.toPoint())).link == key:
            return point.toPoint()
    raise AssertionError(f"no free point on {key}")


def drawn_links(wall) -> list[str]:
    return [link.key for link in wall.picture.links_in(wall.camera.seen)]


@pytest.fixture
def said(wall) -> list[str]:
    told: list[str] = []
    wall.hint_changed.connect(told.append)
    return told


@pytest.fixture
def key(wall) -> str:
    return link_key("satisfies", "v2", "n2")


def taken(wall) -> str | None:
    link = link_verbs.taken(wall)
    return link.key if link is not None else None


# The mouse


def test_a_link_under_the_pointer_says_what_it_says(room, wall, hand, said, key):
    hand.hover(free_point(wall, key))
    board = room.board
    assert board.card("v2").title[:10] in said[-1] and board.card("n2").title[:10] in said[-1]
    assert wall.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_a_click_on_a_link_selects_it_and_raises_its_two_cards(room, wall, hand, key):
    room.select(["t1"])
    before = wall.viewport().grab().toImage()
    room.select([])
    hand.click(free_point(wall, key))
    assert taken(wall) == key
    assert room.selection == ()
    assert wall.look.chosen == {"v2", "n2"}
    assert wall.viewport().grab().toImage() != before


def test_the_selected_link_is_seen(room, wall, hand, key):
    at = free_point(wall, key)
    hand.hover(QPoint(5, 5))
    plain = hand.colour(at)
    hand.click(at)
    hand.hover(QPoint(5, 5))
    assert hand.colour(at) != plain
    shown, wanted = hand.colour(at), wall.ink.focus
    assert shown.blue() - shown.red() > (wanted.blue() - wanted.red()) / 2


def test_a_click_beside_lets_go_of_the_link(wall, hand, key):
    hand.click(free_point(wall, key))
    hand.click(hand.cell("s1", "problems"))
    assert taken(wall) is None


def test_a_card_selected_anywhere_lets_go_of_the_link_for_good(room, wall, hand, key):
    hand.click(free_point(wall, key))
    room.select(["t1"])
    assert taken(wall) is None
    room.select([])
    assert taken(wall) is None


def test_a_rubber_band_begins_on_a_link_too(room, wall, hand, key):
    start = free_point(wall, key)
    hand.drag(start, start + QPoint(-600, 40))
    assert taken(wall) is None


def test_the_menu_of_a_link_goes_to_its_ends_and_cuts_it(room, wall, hand, key):
    at = free_point(wall, key)
    hand.press(at, button=Qt.MouseButton.RightButton)
    assert taken(wall) == key
    menu = menu_for(wall, place_at(wall, at.toPointF()), at.toPointF())
    texts = {action.text(): action for action in menu.actions()}
    goes = [action for text, action in texts.items() if text.startswith("Go to")]
    assert len(goes) == 2
    goes[1].trigger()
    assert room.selection == ("n2",)
    texts["Cut this link"].trigger()
    assert room.board.get(LINK, key) is None
    menu.close()


# Keys


def test_delete_cuts_the_selected_link_and_undo_brings_it_back(room, wall, hand, key):
    hand.click(free_point(wall, key))
    wall.delete_selected()
    assert room.board.get(LINK, key) is None
    assert taken(wall) is None and wall.look.selection == ()
    assert {"v2", "n2"} <= set(room.board.cards)
    room.undo()
    assert room.board.get(LINK, key) is not None


def test_keys_walk_the_links_of_a_card_round_and_back(room, wall):
    room.select(["n2"])
    own = [link.key for link in link_verbs.links_walked(wall, "n2")]
    assert len(own) > 2
    seen = []
    for _ in own:
        wall.walk_links(1)
        seen.append(taken(wall))
    assert seen == own
    wall.walk_links(1)
    assert taken(wall) == own[0]
    wall.walk_links(-1)
    assert taken(wall) == own[-1]


def test_escape_leads_back_from_a_link_to_its_card(room, wall, hand):
    room.select(["n2"])
    wall.walk_links(1)
    hand.key(Qt.Key.Key_Escape)
    assert room.selection == ("n2",)


def test_arrows_on_a_link_go_on_to_the_next_and_out_to_its_ends(room, wall, hand):
    room.select(["n2"])
    wall.walk_links(1)
    first = taken(wall)
    hand.key(Qt.Key.Key_Down)
    assert taken(wall) not in (None, first)
    hand.key(Qt.Key.Key_Up)
    assert taken(wall) == first
    link = link_verbs.taken(wall)
    hand.key(Qt.Key.Key_Right)
    assert room.selection == (link.target,)


def test_deleting_while_walking_selects_the_card_again(room, wall):
    room.select(["n2"])
    wall.walk_links(1)
    gone = taken(wall)
    wall.delete_selected()
    assert room.board.get(LINK, gone) is None
    assert room.selection == ("n2",)


def test_the_shortcuts_of_the_window_walk_and_cut(window, keyboard):
    window.wall.setFocus()
    window.the_room.select(["n2"])
    keyboard.press(Qt.Key.Key_K, "k")
    key = taken(window.wall)
    assert key is not None
    keyboard.press(Qt.Key.Key_Delete)
    assert window.the_room.board.get(LINK, key) is None
    keyboard.press(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert window.the_room.board.get(LINK, key) is not None


def test_walking_is_told_to_screen_readers(room, wall, monkeypatch):
    QAccessible.setActive(True)
    told: list[str] = []
    wall.announcer.announced.connect(told.append)
    room.select(["n2"])
    wall.walk_links(1)
    QAccessible.setActive(False)
    assert any("(1 of " in text for text in told)


# What it says


def test_enter_offers_the_other_verb_where_two_fit(room, wall, hand):
    role, process = "r1", next(iter(room.board.links_of("r1"))).target
    room.do(lambda board: links.connect(board, role, process, "owns"))
    for link in room.board.links_of(role):
        if link.verb == "sets":
            room.do(lambda board, own=link.key: links.disconnect(board, [own]))
    key = link_key("owns", role, process)
    assert [own.verb for own in links.other_sentences(room.board, key)] == ["sets"]
    room.do(lambda board: links.resay(board, key, links.other_sentences(board, key)[0]))
    assert room.board.get(LINK, key) is None
    assert room.board.get(LINK, link_key("sets", role, process)) is not None
    room.undo()
    assert room.board.get(LINK, key) is not None


def test_a_dependence_is_turned_round_by_keys_and_stays_selected(room, wall, hand):
    one = next(link for link in room.board.links("depends_on") if wall.picture.shows(link))
    link_verbs.take(wall, one.key)
    wall.edit_selected()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    turned = link_key("depends_on", one.target, one.source)
    assert room.board.get(LINK, one.key) is None
    assert room.board.get(LINK, turned) is not None
    assert taken(wall) == turned


def test_where_nothing_else_fits_enter_says_so(wall, said, key):
    link_verbs.take(wall, key)
    wall.add_below()
    assert said[-1] == "Nothing else can be said between these two cards"


# Nothing is selected that is gone


@pytest.mark.parametrize("way", ["link", "card", "undo"])
def test_a_link_that_goes_is_selected_no_more(room, wall, key, way):
    if way == "undo":
        room.do(lambda board: links.disconnect(board, [key]))
        room.undo()
    link_verbs.take(wall, key)
    ways: dict[str, Callable[[], object]] = {
        "link": lambda: room.do(lambda board: links.disconnect(board, [key])),
        "card": lambda: room.do(lambda board: cards.delete(board, ["v2"])),
        "undo": lambda: room.redo(),
    }
    ways[way]()
    assert taken(wall) is None
    assert wall.look.selection == () and wall.look.link is None
    wall.viewport().grab()
    wall.delete_selected()
    assert "n2" in room.board.cards


def test_two_windows_select_links_of_their_own(room, wall, open_wall, hand_on, key):
    other = open_wall(room)
    hand_on(wall).click(free_point(wall, key))
    assert taken(wall) == key and taken(other) is None
    hand_on(other).click(free_point(other, key))
    assert taken(other) == key
    other.delete_selected()
    for own in (wall, other):
        assert taken(own) is None and own.look.selection == ()
        own.viewport().grab()


# Many


def test_hits_are_quick_on_a_wall_of_five_thousand(open_room, open_wall):
    wall = open_wall(open_room(workshop(5_000)), 1920, 1080)
    for zoom in (1.0, 0.4):
        wall.set_zoom(zoom)
        wall.viewport().grab()
        link_at(wall, QPointF(400, 400))
        spent, hit = [], set()
        for x in range(250, 1900, 75):
            for y in range(120, 1000, 110):
                began = time.thread_time()
                hit.add(link_at(wall, QPointF(x, y)))
                spent.append(time.thread_time() - began)
        assert (
            sorted(spent)[len(spent) // 2] < 0.004
        )  # a frame of panning has 3 ms; this leaves room for a slow machine
        if zoom == 0.4:
            assert hit == {None}  # so many are in view that none is drawn
        else:
            assert len(hit) > 1


def test_no_link_is_hit_where_cards_are_counts(room, wall, key):
    wall.set_zoom(0.12)
    path, camera = wall.picture.curve(room.board.get(LINK, key)), wall.camera
    at = path.pointAtPercent(0.5)
    assert link_at(wall, QPointF(*camera.to_screen(at.x(), at.y()))) is None


def test_walking_links_leaves_the_panel_beside_the_wall_as_it_is(window):
    window.the_room.select(["n2"])
    window.wall.walk_links(1)
    told: list[bool] = []
    window.the_room.selection_changed.connect(lambda: told.append(True))
    window.wall.walk_links(1)
    assert taken(window.wall) is not None and not told
    assert window.commands.by_id["delete"].isEnabled()
