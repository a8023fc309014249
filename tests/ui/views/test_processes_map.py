"""The map alone, in a real window: pressed, hovered, walked, zoomed, compared, shown to the room."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards, links
from cxworkshop.analysis.backward_map import backward_map
from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.ui.shared_screen.window import SharedScreen
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views.drawing import screen_look, window_look
from cxworkshop.ui.views.processes.chain import BOTH, FIRST, NO_NEED, SECOND, VALUES, chain_of
from cxworkshop.ui.views.processes.picture import COMFORTABLE
from tests.random_workshops import TODAY, board_from_json, random_workshop
from tests.ui.views.pictured import overlapping_texts, texts_of
from tests.ui.window.conftest import settle

LONG = (
    "A title as long as people write them when nobody stops them, with all of its reasons, and with one more of them "
)


@pytest.fixture
def window(open_window):
    """The coffee example, in English."""
    return open_window()


@pytest.fixture
def page(window):
    window.room.go_to_step(6)
    window.workspace.views.choose("map")
    settle()
    return window.workspace.views.page


def by_title(page, title: str) -> str:
    return next(card.id for card in page.room.board.cards.values() if card.title == title)


def press(widget, card: str, what=QEvent.Type.MouseButtonPress) -> None:
    at = widget.place_of(card).center()
    event = QMouseEvent(
        what, at, widget.mapToGlobal(at), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    settle()


def large_workshop(tmp_path, processes: int = 200):
    given = random_workshop(11, processes)
    for number, card in enumerate(given["cards"]):
        if card["kind"] in ("need", "value", "process", "role"):
            card["title"] = f"{LONG}{number}"[:120]
    document = Document.create(tmp_path / "large.cxw")
    document.apply(plan_addition(given, document.board, "example").changes, origin="import")
    return document


@pytest.mark.parametrize("seed", range(4))
def test_the_layers_are_the_distances_and_the_lines_the_links(seed):
    board = board_from_json(random_workshop(seed))
    made = backward_map(board, TODAY)
    chain = chain_of(made)
    for process, depth in made.depths.items():
        assert chain.layers[process] == (NO_NEED if depth is None else VALUES + depth)
    assert {line.key for line in chain.lines} <= {link.key for link in board.links()}
    for need in list(made.graph.values_of)[:5]:
        own = chain_of(made, [need])
        trace = made.behind(need)
        assert set(own.layers) == trace.cards
        assert {line.key for line in own.lines} == trace.links


@pytest.mark.parametrize("seed", range(4))
def test_two_needs_share_what_lies_behind_both(seed):
    made = backward_map(board_from_json(random_workshop(seed)), TODAY)
    for first, second in list(combinations(made.graph.values_of, 2))[:12]:
        chain = chain_of(made, [first, second])
        one, other = set(made.behind(first).processes), set(made.behind(second).processes)
        assert set(chain.processes(BOTH)) == one & other
        assert set(chain.processes(FIRST)) == one - other
        assert set(chain.processes(SECOND)) == other - one


def test_every_box_of_the_map_is_on_the_page_and_none_covers_another(page):
    board = page.room.board
    assert set(page.map.picture.boxes) == {
        card.id for kind in ("need", "value", "process") for card in board.of_kind(kind)
    }
    places = [page.map.place_of(card) for card in page.map.picture.boxes]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_a_pressed_process_is_selected_and_the_headline_says_what_rests_on_it(page):
    process = by_title(page, "Compensation rules")
    press(page.map, process)
    assert page.room.selection == (process,)
    assert page.headline.text() == "4 needs rest on “Compensation rules”."
    assert page.map.picture.lighting is not None and page.map.picture.lighting.focus == process
    faded = {card for card in page.map.picture.boxes if page.map.picture.is_faded(card)}
    assert by_title(page, "Catalogue and search") in faded and process not in faded


def test_a_box_pressed_twice_is_shown_on_the_wall(window, page):
    process = by_title(page, "Second delivery")
    press(page.map, process)
    press(page.map, process, QEvent.Type.MouseButtonDblClick)
    assert window.room.view == "wall" and window.room.selection == (process,)


def test_arrow_keys_walk_from_box_to_box_and_enter_shows_it_on_the_wall(window, page):
    page.map.setFocus()
    QTest.keyClick(page.map, Qt.Key.Key_Home)
    boxes = page.map.picture.boxes
    first = page.room.selection[0]
    assert boxes[first].y == min(box.y for box in boxes.values())
    seen = {first}
    for _ in range(6):
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right):
            QTest.keyClick(page.map, key)
            seen.add(page.room.selection[0])
        QTest.keyClick(page.map, Qt.Key.Key_Up)
    assert len(seen) > 5
    chosen = page.room.selection[0]
    assert page.map.accessibleDescription().startswith(page.room.board.card(chosen).title)
    QTest.keyClick(page.map, Qt.Key.Key_Return)
    settle()
    assert window.room.view == "wall"


@pytest.mark.parametrize("seed", range(3))
def test_down_and_up_reach_the_neighbouring_layer(page, seed):
    choice = random.Random(seed)
    boxes = page.map.picture.boxes
    for _ in range(20):
        start = choice.choice(list(boxes))
        page.room.select([start])
        QTest.keyClick(page.map, Qt.Key.Key_Down)
        landed = page.room.selection[0]
        assert landed == start or boxes[landed].y > boxes[start].y


def test_two_needs_are_compared_by_colour_badge_and_sentence(page):
    first, second = by_title(page, "Get what I ordered, today"), by_title(page, "Put the mistake right myself, at once")
    page.first.setCurrentIndex(page.first.findData(first))
    page.first.activated.emit(page.first.currentIndex())
    assert page.headline.text() == "“Get what I ordered, today” rests on 7 processes, 5 of them indirectly."
    page.second.setCurrentIndex(page.second.findData(second))
    page.second.activated.emit(page.second.currentIndex())
    assert page.headline.text() == "Both needs rest on 7 processes; only A on 0 more, only B on 0 more."
    page.choose(first, by_title(page, "Be listened to"))
    assert page.headline.text() == "Both needs rest on 3 processes; only A on 4 more, only B on 0 more."
    shares = {page.map.picture.faces[card].share for card in page.map.picture.boxes}
    assert shares == {BOTH, FIRST, SECOND}
    assert "A+B" in texts_of(lambda painter: page.drawing().paint(painter, _stage(), screen_look()))


def test_the_wheel_comes_nearer_to_the_point_below_it(page):
    page.map.fit()
    card = by_title(page, "Quick ordering")
    at = page.map.place_of(card).center()
    before = page.map.zoom
    event = QWheelEvent(
        at, QPointF(page.map.mapToGlobal(at)), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.map, event)
    assert page.map.zoom > before * 1.3
    assert (page.map.place_of(card).center() - at).manhattanLength() < 2
    page.map.fit()
    assert page.map.zoom == pytest.approx(before)


def test_plus_minus_and_nought_zoom_the_map_and_not_the_wall(window, page):
    page.map.fit()
    before, wall = page.map.zoom, window.wall.camera.zoom
    page.map.setFocus()
    QTest.keyClick(page.map, "+")
    QTest.keyClick(page.map, "+")
    assert page.map.zoom > before * 1.3
    QTest.keyClick(page.map, "-")
    assert before < page.map.zoom < before * 1.3
    QTest.keyClick(page.map, "0")
    assert page.map.zoom == pytest.approx(before)
    assert window.wall.camera.zoom == wall


def test_dragged_ground_moves_the_map_but_never_out_of_sight(page):
    for _ in range(40):
        page.map.move_by(QPointF(-400, 300))
    seen = [page.map.place_of(card) for card in page.map.picture.boxes]
    assert any(page.map.rect().toRectF().adjusted(-200, -200, 200, 200).intersects(place) for place in seen)


def test_a_link_drawn_elsewhere_moves_the_process_into_its_layer_and_undo_takes_it_back(page):
    report = by_title(page, "Report on coupons issued")
    assert page.map.picture.chain.layers[report] == NO_NEED
    quick = by_title(page, "Quick ordering")
    page.room.do(lambda board: links.connect(board, report, quick, "creates"))
    settle()
    assert page.map.picture.chain.layers[report] == VALUES + 1
    page.room.undo()
    settle()
    assert page.map.picture.chain.layers[report] == NO_NEED


def test_an_edit_leaves_the_other_boxes_in_their_order(page):
    before = page.map.picture.shape.drawn.rows
    process = by_title(page, "Support budget")
    page.room.do(lambda board: cards.edit(board, process, title="Support budget of the whole year"))
    settle()
    assert page.map.picture.shape.drawn.rows == before
    page.room.do(lambda board: cards.add(board, "process", "A new one"))
    settle()
    for layer, row in page.map.picture.shape.drawn.rows.items():
        assert [card for card in row if card in before.get(layer, row)] == list(before.get(layer, row))


def test_an_empty_workshop_shows_the_way_to_the_wall(open_window, tmp_path):
    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    window.workspace.views.choose("map")
    settle()
    page = window.workspace.views.page
    assert not page.map.isVisible() and not page.first.isVisible() and "step 4" in page.lead.text()
    assert page.lead.y() < 120
    page.empty.button.click()
    assert window.room.view == "wall"


def test_a_deleted_need_is_no_longer_compared(page):
    first, second = by_title(page, "Get what I ordered, today"), by_title(page, "Be listened to")
    page.choose(first, second)
    page.room.do(lambda board: cards.delete(board, [second]))
    settle()
    assert page.map.picture.chain.chosen == (first,)


def _stage():
    return QRectF(48, 190, 1824, 842)


@pytest.mark.parametrize("compared", [0, 1, 2])
def test_on_the_shared_screen_nothing_overlaps_and_nothing_is_small(open_window, tmp_path, compared):
    window = open_window(None)
    window.use(large_workshop(tmp_path))
    window.workspace.views.choose("map")
    settle()
    page = window.workspace.views.page
    page.choose(*[own.id for own in page.room.map().opportunities[:compared]])
    drawing = page.drawing()
    spots = []
    found = overlapping_texts(lambda painter: spots.extend(drawing.paint(painter, _stage(), screen_look())))
    assert found.overlapping == [] and found.outside(_stage()) == []
    assert found.smallest >= 24 and len(spots) >= 5


@pytest.mark.parametrize("language", ["en", "ru"])
def test_on_the_shared_screen_no_role_of_the_example_is_shortened(open_window, language):
    window = open_window(language=language)
    window.workspace.views.choose("map")
    settle()
    drawing, board, spots = window.workspace.views.page.drawing(), window.room.board, []
    found = overlapping_texts(lambda painter: spots.extend(drawing.paint(painter, _stage(), screen_look())))
    whole = " ".join(text for text, _ in found.texts)
    owned = {owner.title for spot in spots for owner in board.sources(spot.card, "owns")}
    assert len(owned) >= 5
    assert [title for title in owned if title not in whole] == []
    assert found.overlapping == [] and found.outside(_stage()) == [] and found.smallest >= 24


def test_a_very_wide_map_opens_at_the_need_of_the_largest_opportunity_and_all_of_it_can_be_seen(open_window, tmp_path):
    window = open_window(None)
    window.use(large_workshop(tmp_path))
    window.workspace.views.choose("map")
    settle()
    page = window.workspace.views.page
    view, first = page.map, page.room.map().opportunities[0].id
    assert view.picture.bounds.width * view.zoom > 3 * view.width()
    assert view.rect().contains(view.place_of(first).center().toPoint())
    view.fit()
    inside = QRectF(view.rect()).adjusted(view.gutter, 0, 0, 0)
    assert all(inside.contains(view.place_of(card)) for card in view.picture.boxes)
    view.zoom_by(0.5)
    assert all(inside.contains(view.place_of(card)) for card in view.picture.boxes)


def test_200_long_processes_in_the_window_cover_nothing(open_window, tmp_path):
    window = open_window(None)
    window.use(large_workshop(tmp_path))
    window.workspace.views.choose("map")
    settle()
    view = window.workspace.views.page.map
    places = [view.place_of(card) for card in view.picture.boxes]
    assert len(places) > 200
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    view.zoom_by(6)
    found = overlapping_texts(lambda painter: view.picture.paint(painter, screen_look(), view.rect().toRectF(), 1.0))
    assert found.overlapping == []


def test_the_room_sees_another_choice_at_once(page):
    page.room.go_to_step(6)
    page.choose(by_title(page, "Order in under a minute"))
    page.window().workspace.views.toggle_staged()
    screen = SharedScreen(page.room)
    screen.resize(1920, 1080)
    screen.show()
    settle()
    assert page.headline.text() in screen.shown_texts()
    page.choose()
    settle()
    assert page.headline.text() in screen.shown_texts()
    screen.close()


@pytest.fixture
def usual_letters_again():
    yield
    themes.text_scale = 1.0


@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_a_map_opens_near_enough_to_be_read_and_all_of_it_is_a_press_away(window, usual_letters_again, scale):
    window.use_text_scale(scale)
    window.resize(1366, 768)
    window.workspace.views.choose("map")
    settle()
    view = window.workspace.views.page.map
    assert view.zoom * view.picture.sizes.title >= COMFORTABLE
    first = min(view.picture.boxes.values(), key=lambda rect: (rect.x, rect.y))
    assert view.rect().contains(view._on_screen(first).toRect().topLeft())
    view.fit()
    assert all(QRectF(view.rect()).contains(view.place_of(card)) for card in view.picture.boxes)


def test_large_letters_make_a_larger_map_and_stay_letters(window, usual_letters_again):
    window.workspace.views.choose("map")
    settle()
    before = window.workspace.views.page.map.minimumHeight()
    window.use_text_scale(1.6)
    settle()
    view = window.workspace.views.page.map
    assert view.minimumHeight() > before * 1.5
    area = view.picture.bounds
    seen = QRectF(*area)
    found = overlapping_texts(lambda painter: view.picture.paint(painter, window_look(), seen, view.zoom), 4000, 4000)
    assert "Compensation rules" in [text for text, _ in found.texts]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_shared_map_of_an_example_cuts_no_name(open_window, language):
    window = open_window("staff_portal", language=language)
    window.workspace.views.choose("map")
    settle()
    drawing = window.workspace.views.page.drawing()
    found = overlapping_texts(lambda painter: drawing.paint(painter, QRectF(72, 206, 1776, 826), screen_look()))
    assert not found.overlapping and not [text for text, _ in found.texts if "…" in text]


def test_an_edit_that_moves_nothing_goes_on_with_the_lines_there_are(page):
    page.map.grab()
    before = page.map.picture
    need = by_title(page, "Be listened to")
    page.room.do(lambda board: cards.edit(board, need, importance=3))
    settle()
    page.map.grab()
    now = page.map.picture
    assert now is not before and now.shape is before.shape and now.paths is before.paths
    assert now.faces[need] != before.faces[need]
    page.room.undo()
    settle()
    assert page.map.picture.faces[need] == before.faces[need]
