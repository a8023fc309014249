"""The map while it changes: laid out beside the window, boxes gliding, nothing jumping under the mouse."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from cxworkshop.actions import cards, links
from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.ui.views.processes.chain import NO_NEED, VALUES
from cxworkshop.ui.views.processes.map_ground import paint_waiting
from tests.random_workshops import random_workshop
from tests.ui.views.pictured import texts_of
from tests.ui.window.conftest import settle

LARGE = 700  # processes, with 280 needs and values: laid out in about half a second


def wait_for(what, seconds: float = 30) -> None:
    watch = QElapsedTimer()
    watch.start()
    while not what() and watch.elapsed() < seconds * 1_000:
        QApplication.processEvents()
        time.sleep(0.005)
    assert what()


def point_at(view, at: QPointF) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, view.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def link_to_a_need(page) -> str:
    """Link a process that serves no need to a value; gives its id."""
    layers = page._chain.layers
    process = next(card for card, layer in layers.items() if layer == NO_NEED)
    value = next(card for card, layer in layers.items() if layer == VALUES)
    page.room.do(lambda board: links.connect(board, process, value, "creates"))
    settle()
    return process


def written_on(view) -> list[str]:
    return texts_of(lambda painter: paint_waiting(painter, view)) if view.waiting else []


@pytest.fixture
def page(open_window):
    """The coffee example's map, in English."""
    window = open_window()
    window.workspace.views.choose("map")
    settle()
    return window.workspace.views.page


@pytest.fixture
def large(open_window, tmp_path):
    """A map that has just been asked for and is not there yet."""
    window = open_window(None)
    document = Document.create(tmp_path / "large.cxw")
    document.apply(plan_addition(random_workshop(11, LARGE), document.board, "example").changes, origin="import")
    window.use(document)
    window.workspace.views.choose("map")
    settle()
    return window.workspace.views.page


def test_a_large_map_is_laid_out_beside_the_window_which_says_so(large):
    view = large.map
    assert large.layout_job.running and view.picture is None
    assert written_on(view) == ["laying out…"]
    assert large.headline.text()
    wait_for(lambda: not large.layout_job.running)
    assert set(view.picture.boxes) == set(large._chain.layers) and written_on(view) == []


def test_while_a_large_map_is_laid_out_anew_the_old_one_stays_and_can_be_used(large):
    view = large.map
    wait_for(lambda: not large.layout_job.running)
    before = view.picture
    process = link_to_a_need(large)
    assert large.layout_job.running and view.picture is before
    assert written_on(view) == ["laying out…"]
    large.room.select([process])
    assert view.picture.lighting.focus == process and view.picture.shape is before.shape
    wait_for(lambda: not large.layout_job.running)
    assert view.picture.chain.layers[process] == VALUES + 1


def test_a_newer_edit_ends_the_layout_of_the_one_before(large):
    wait_for(lambda: not large.layout_job.running)
    shown = []
    large.layout_job.laid_out.connect(shown.append)
    link_to_a_need(large)
    first = large.layout_job._child
    gone = next(card for card, layer in large._chain.layers.items() if layer == NO_NEED)
    large.room.do(lambda board: cards.delete(board, [gone]))
    settle()
    assert large.layout_job.running and large.layout_job._child is not first
    assert large.map.tips(gone) == ""  # still to be seen, but no longer there
    wait_for(lambda: not large.layout_job.running)
    assert len(shown) == 1
    assert gone not in large.map.picture.boxes and set(large.map.picture.boxes) == set(large._chain.layers)


def test_a_map_that_no_child_could_lay_out_is_laid_out_here(large):
    large.layout_job._child.process.kill()
    wait_for(lambda: not large.layout_job.running)
    assert set(large.map.picture.boxes) == set(large._chain.layers)


def test_what_only_changes_a_figure_lays_nothing_out(large):
    wait_for(lambda: not large.layout_job.running)
    shape = large.map.picture.shape
    need = large.room.board.of_kind("need")[0]
    large.room.do(lambda board: cards.edit(board, need.id, importance=3))
    settle()
    assert not large.layout_job.running and large.map.picture.shape is shape


def test_boxes_glide_to_new_places_and_their_lines_come_along(page):
    view = page.map
    before = {card: view.place_of(card) for card in view.picture.boxes}
    link_to_a_need(page)
    assert view.glide.running and view.glide.moved
    card = next(iter(view.glide.moved))
    if card in before:  # still on its way: nearer to where it was than to where it will be
        assert view.place_of(card) != view._on_screen(view.picture.boxes[card])
    picture = view.picture
    for line, route in zip(picture.chain.lines, picture.shape.drawn.routes, strict=True):
        start = QPointF(*picture._drawn_along(line, route.points, view.glide.moved)[0])
        box = QRectF(*(view.glide.moved.get(line.upper) or picture.boxes[line.upper]))
        assert box.adjusted(-2, -2, 2, 2).contains(start)
    wait_for(lambda: not view.glide.running)
    assert all(view.place_of(card) == view._on_screen(view.picture.boxes[card]) for card in view.picture.boxes)


def test_the_box_under_the_pointer_stays_under_it(page):
    view = page.map
    for card in list(view.picture.boxes)[::3]:
        at = view.place_of(card).center()
        if not QRectF(view.rect()).contains(at) or at.x() < view.gutter:
            continue
        point_at(view, at)
        page.room.do(lambda board: cards.add(board, "process", "A new one"))
        settle()
        assert view.card_at(at) == card
        wait_for(lambda: not view.glide.running)
        assert view.card_at(at) == card


def test_the_selected_box_stays_where_it_is_while_others_come(page):
    view = page.map
    process = page.room.board.of_kind("process")[0].id
    page.room.select([process])
    before = view.place_of(process)
    page.room.do(lambda board: cards.add(board, "process", "A new one"))
    settle()
    wait_for(lambda: not view.glide.running)
    assert (view.place_of(process).topLeft() - before.topLeft()).manhattanLength() < 1


class Calm(QProxyStyle):
    """A system set to less motion."""

    def styleHint(self, hint, option=None, widget=None, data=None):
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, data)


def test_with_less_motion_boxes_are_where_they_belong_at_once(page):
    calm = Calm("Fusion")
    page.map.setStyle(calm)
    link_to_a_need(page)
    assert not page.map.glide.running and not page.map.glide.moved
    page.map.setStyle(None)
