"""Influence and blind spots, in a real window: pressed, opened, walked, true to the analysis, legible when crowded."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards, links
from cxworkshop.analysis.meetings import cold_roles, planned_roles
from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.ui.icons import FOLDER
from cxworkshop.ui.views import views_of
from cxworkshop.ui.views.drawing import screen_look, window_look
from cxworkshop.ui.views.processes.blind_drawing import round_ticks
from cxworkshop.ui.views.processes.facts import Facts
from cxworkshop.ui.views.processes.influence_page import FIRST
from tests.random_workshops import random_workshop
from tests.ui.views.pictured import overlapping_texts
from tests.ui.views.test_processes_map import by_title, large_workshop
from tests.ui.window.conftest import settle

STAGE = QRectF(48, 190, 1824, 842)
VIEWS = pytest.mark.parametrize("view", ["influence", "blind-spots"])


@pytest.fixture
def window(open_window):
    """The coffee example, in English."""
    return open_window()


def turn_to(window, view: str):
    window.room.go_to_step(6)
    window.workspace.views.choose(view)
    settle()
    window.workspace.views.page.chart.grab()
    return window.workspace.views.page


def press(chart, card: str, what=QEvent.Type.MouseButtonPress) -> None:
    at = next(spot.area for spot in chart.spots if spot.card == card).center()
    event = QMouseEvent(
        what, at, chart.mapToGlobal(at), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(chart, event)
    settle()
    chart.grab()


def test_the_ranking_runs_by_influence_and_names_the_critical_few(window):
    page = turn_to(window, "influence")
    made = window.room.map()
    ranked = [own.id for own in made.processes if own.influence]
    assert [spot.card for spot in page.chart.spots] == ranked
    assert (
        page.headline.text()
        == "2 processes together touch every top need that is served at all; begin with “Handling the complaint”."
    )
    marked = [spot.card for spot in page.chart.spots if "◆" in spot.tip]
    assert set(marked) == set(made.critical_few)
    assert all("influence = Σ" in spot.tip and "Source:" in spot.tip for spot in page.chart.spots)


def test_a_pressed_process_shows_the_needs_that_move_and_their_parts_add_up(window):
    page = turn_to(window, "influence")
    process = by_title(page, "Compensation rules")
    press(page.chart, process)
    made = window.room.map()
    needs = [spot for spot in page.chart.spots if window.room.board.card(spot.card).kind == "need"]
    assert [spot.card for spot in needs] == list(made.rests_on(process))
    parts = [float(re.search(r"= (\d+(?:\.\d+)?)", spot.tip.split("\n")[1])[1]) for spot in needs]
    assert sum(parts) == pytest.approx(made.influence[process], abs=0.01 * len(parts))


def test_down_walks_through_every_process_in_order_though_each_opens_its_needs(window):
    page = turn_to(window, "influence")
    page.chart.setFocus()
    QTest.keyClick(page.chart, Qt.Key.Key_Home)
    walked = [window.room.selection[0]]
    for _ in range(60):
        QTest.keyClick(page.chart, Qt.Key.Key_Down)
        settle()
        if window.room.selection[0] != walked[-1]:
            walked.append(window.room.selection[0])
    processes = [card for card in walked if window.room.board.card(card).kind == "process"]
    assert processes == [own.id for own in window.room.map().processes if own.influence]


def test_the_process_walked_to_is_in_view_and_a_long_ranking_says_what_it_leaves_out(open_window, tmp_path):
    window = open_window(None)
    window.use(large_workshop(tmp_path))
    page = turn_to(window, "influence")
    last = [own.id for own in window.room.map().processes if own.influence][-1]
    window.room.select([last])
    settle()
    place = next(spot.area for spot in page.chart.spots if spot.card == last)
    top = page.chart.mapTo(page.area.viewport(), place.topLeft().toPoint()).y()
    assert 0 <= top <= page.area.viewport().height() - place.height()
    found = overlapping_texts(lambda painter: page.drawing().paint(painter, STAGE, screen_look()))
    assert any("more processes" in text for text, _ in found.texts)


def test_one_process_that_touches_every_top_need_is_named_though_another_is_ranked_first(open_room):
    from cxworkshop.ui.views.processes import told

    board_cards = [{"id": f"n{k}", "kind": "need", "title": f"N{k}", "importance": 10, "satisfaction": 0} for k in "12"]
    board_cards += [{"id": "v1", "kind": "value", "title": "V1"}, {"id": "v2", "kind": "value", "title": "V2"}]
    board_cards += [{"id": own, "kind": "process", "title": own} for own in ("wide", "p1", "p2")]
    own_links = [("satisfies", "v1", "n1"), ("satisfies", "v2", "n2"), ("creates", "p1", "v1"), ("creates", "p2", "v2")]
    own_links += [("depends_on", "p1", "wide"), ("depends_on", "p2", "wide")]
    room = open_room({
        "format": "cxworkshop", "version": 1, "workshop": {}, "cards": board_cards,
        "links": [{"verb": verb, "source": one, "target": other} for verb, one, other in own_links],
    })  # fmt: skip
    assert room.map().processes[0].id == "p1" and room.map().critical_few == ("wide",)
    assert told.of_influence(Facts(room)) == "Begin with “wide”: it alone touches every top need that is served at all."


def test_a_pressed_need_keeps_the_process_open_and_a_second_press_shows_it_on_the_wall(window):
    page = turn_to(window, "influence")
    press(page.chart, by_title(page, "Second delivery"))
    need = by_title(page, "Get what I ordered, today")
    press(page.chart, need)
    assert window.room.selection == (need,)
    assert need in [spot.card for spot in page.chart.spots]
    press(page.chart, need, QEvent.Type.MouseButtonDblClick)
    assert window.room.view == "wall"


@VIEWS
def test_arrow_keys_walk_through_the_chart_and_select(window, view):
    page = turn_to(window, view)
    page.chart.setFocus()
    walked = set()
    for key in [Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 12, *[Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left] * 4]:
        QTest.keyClick(page.chart, key)
        settle()
        walked.update(window.room.selection)
        assert page.chart.accessibleDescription()
    assert len(walked) >= 4


def test_the_blind_spots_stand_where_influence_and_hours_say(window):
    page = turn_to(window, "blind-spots")
    facts = Facts(window.room)
    spots = {spot.card: spot.area.center() for spot in page.chart.spots}
    assert set(spots) == set(facts.map.influence)
    for one in spots:
        for other in spots:
            if facts.map.influence[one] > facts.map.influence[other] + 0.1:
                assert spots[one].y() < spots[other].y()
            if facts.hours(one) > facts.hours(other) + 0.1:
                assert spots[one].x() > spots[other].x()
    sizes = {spot.card: spot.area.width() for spot in page.chart.spots}
    blind = {card: facts.map.figures(card).blind_spot for card in sizes}
    assert max(sizes, key=sizes.__getitem__) == max(blind, key=blind.__getitem__)


def test_rows_stand_closer_where_that_lets_the_room_see_all_of_them(window):
    drawing = turn_to(window, "influence").drawing()
    found = overlapping_texts(lambda painter: drawing.paint(painter, QRectF(72, 206, 1776, 815), screen_look()))
    written = [text for text, _ in found.texts]
    assert {window.room.board.card(own).title for own in window.room.map().influence} <= set(written)
    assert not found.overlapping and not found.outside(QRectF(72, 206, 1776, 815))
    assert "1 process serves no need" in written


def test_a_mark_says_how_close_the_coldest_who_decides_is(window):
    page = turn_to(window, "blind-spots")
    facts = Facts(window.room)
    close = next(own for own in facts.map.influence if facts.hours(own) >= 2 and facts.warmth(own) == "close")
    stranger = next(own.id for own in facts.closeness.values() if own.closeness == "stranger")
    spot = next(spot for spot in page.chart.spots if spot.card == close)
    assert "decides too" not in spot.tip
    window.room.do(lambda board: links.connect(board, stranger, close, "sets"))
    settle()
    page.chart.grab()
    found = Facts(window.room)
    assert found.hours(close) == 0 and found.coldest(close).id == stranger
    assert page.drawing()._warmth(close) == "stranger", "its hours are none, so its mark is no circle of the close"
    spot = next(spot for spot in page.chart.spots if spot.card == close)
    assert f"“{window.room.board.card(stranger).title}” decides too, and meets customers least" in spot.tip


def test_an_opened_process_says_who_decides_on_it_its_system_and_whether_it_serves_the_inside(window):
    page = turn_to(window, "influence")
    process = by_title(page, "Compensation rules")
    setter = by_title(page, "Support")
    others = [link.key for link in window.room.board.links_to(process, "sets")]
    window.room.do(lambda board: links.disconnect(board, others))
    window.room.do(lambda board: links.connect(board, setter, process, "sets"))
    window.room.do(lambda board: cards.edit(board, process, system="Ledger 7", internal=True))
    window.room.select([process])
    settle()
    painted = overlapping_texts(lambda painter: page.drawing().paint(painter, STAGE, screen_look()))
    line = "owner: Finance · its standard is set by “Support” · system: Ledger 7 · internal service"
    assert page.chart.accessibleDescription().count(line) == 1
    assert line in [text for text, _ in painted.texts]
    tip = next(spot.tip for spot in page.chart.spots if spot.card == process)
    assert "its standard is set by “Support”" in tip and "system: Ledger 7" in tip and "internal service" in tip
    assert "Support" in Facts(window.room).tip(process), "the map says it too"


def test_of_a_crowd_of_processes_the_first_have_a_row_until_all_are_asked_for(open_window, tmp_path):
    window = open_window(None)
    window.use(large_workshop(tmp_path))
    page = turn_to(window, "influence")
    page.chart.grab()
    assert len(page.chart.spots) == FIRST and page.more.isVisible()
    page.more.click()
    settle()
    page.chart.grab()
    assert len(page.chart.spots) == len(window.room.map().influence) and not page.more.isVisible()


def test_the_headline_names_the_corner_and_follows_a_meeting(window):
    page = turn_to(window, "blind-spots")
    assert (
        page.headline.text()
        == "2 influential processes are decided far from customers; first of all “Compensation rules”."
    )
    made = window.room.map()
    for process in list(made.influence):
        owners = made.owners.get(process, [])
        assert process not in page.drawing().corner or not owners or made.hours[process] < 2
    for role in [card.id for card in window.room.board.of_kind("role")]:
        given = {"format": "cxworkshop", "version": 1, "exposures": [
            {"id": f"x-{role}", "role": role, "at": "2026-11-20", "hours": 3, "form": "direct"}]}  # fmt: skip
        window.room.do(lambda board, given=given: plan_addition(given, board, "met").changes)
    settle()
    assert page.headline.text() == "What matters most is decided by people who know the customer."


@VIEWS
def test_a_new_link_changes_the_figures_and_undo_takes_it_back(window, view):
    page = turn_to(window, view)
    before = len(page.chart.spots)
    report = by_title(page, "Report on coupons issued")
    window.room.do(lambda board: links.connect(board, report, by_title(page, "Quick ordering"), "creates"))
    settle()
    page.chart.grab()
    assert len(page.chart.spots) == before + 1
    window.room.undo()
    settle()
    page.chart.grab()
    assert len(page.chart.spots) == before
    window.room.do(lambda board: cards.delete(board, [card.id for card in board.of_kind("process")]))
    settle()
    assert page.headline.text() and not page.chart.isVisible()


@VIEWS
@pytest.mark.parametrize("look", [screen_look, window_look])
def test_200_processes_with_long_titles_are_written_without_overlap(open_window, tmp_path, view, look):
    window = open_window(None)
    window.use(large_workshop(tmp_path))
    window.workspace.views.choose(view)
    settle()
    page = window.workspace.views.page
    window.room.select([window.room.map().processes[40].id])
    area = STAGE if look is screen_look else QRectF(0, 0, 980, 560)
    found = overlapping_texts(lambda painter: page.drawing().paint(painter, area, look()))
    assert len(found.texts) > 10
    assert found.overlapping == [] and found.outside(area) == []
    if look is screen_look:
        assert found.smallest >= 24


@VIEWS
@pytest.mark.parametrize("seed", range(3))
def test_random_workshops_are_drawn_and_named(open_room, seed, view):
    from cxworkshop.ui.views import BY_ID

    room = open_room(random_workshop(seed, 60))
    page = BY_ID[view].make(room)
    page.resize(900, 700)
    page.rebuild()
    drawing = page.drawing()
    assert drawing.texts()[0] == page.headline.text()
    spots = []
    overlapping_texts(lambda painter: spots.extend(drawing.paint(painter, STAGE, screen_look())))
    assert {spot.card for spot in spots} <= set(room.map().influence)
    assert all(spot.tip for spot in spots)


@VIEWS
def test_an_empty_workshop_is_told_what_to_do(open_window, tmp_path, view):
    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    window.workspace.views.choose(view)
    settle()
    page = window.workspace.views.page
    assert "wall" in page.lead.text() and not page.chart.isVisible()


def test_a_meeting_is_planned_from_the_blind_spots_for_the_process_selected_else_the_largest(window):
    page = turn_to(window, "blind-spots")
    room, largest = window.room, page.drawing().shown[0]
    assert page.plan.isVisible() and largest.title in page.whom.text()
    other = next(one for one in page.drawing().shown[1:] if cold_roles(room.board, one.id, room.today()))
    room.select([other.id])
    settle()
    assert other.title in page.whom.text()
    page.plan.click()
    settle()
    meeting = room.board.card(room.selection[0])
    assert {role.id for role in planned_roles(room.board, meeting)} == set(
        cold_roles(room.board, other.id, room.today())
    )
    assert room.view == "meetings"
    room.undo()
    assert room.board.find(meeting.id) is None


@pytest.mark.parametrize("most", [0.003, 0.07, 0.4, 1, 1.07, 2.15, 7.4, 10, 33, 1999])
def test_the_scale_of_influence_has_round_ticks_up_to_the_largest(most):
    ticks = round_ticks(most)
    assert ticks[0] == 0 and 3 <= len(ticks) <= 7 and ticks[-1] <= most * 1.002
    step = f"{ticks[1]:.0e}"
    assert float(step) == pytest.approx(ticks[1]) and step[0] in "125"
    assert ticks[-1] + ticks[1] > most


def test_the_views_of_step_6_are_told_apart_by_their_icons():
    icons = [view.icon for view in views_of(6)]
    assert len(set(icons)) == len(icons)
    assert "role" not in icons, "that is the briefcase of the roles"
    assert all((FOLDER / f"{icon}.svg").exists() for icon in icons)
