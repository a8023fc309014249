"""Step 9 as a facilitator uses it: goals made, graded, measured and tied in the window; the strategy and its gaps."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from cxworkshop.actions import cards, goals, readings
from cxworkshop.analysis.strategy import strategy
from cxworkshop.ui.parts.buttons import Button
from cxworkshop.ui.views.drawing import screen_look
from cxworkshop.ui.views.goals.goals_drawing import fitting
from cxworkshop.ui.views.goals.nodes import LOOSE, Node, grade_text, tree
from cxworkshop.ui.views.goals.strategy_drawing import StrategyDrawing
from tests.crowded_workshop import crowded_board
from tests.ui.window.conftest import settle

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def window(open_window):
    made = open_window()
    made.room.today = lambda: TODAY
    made.workspace.views.choose("goals")
    settle()
    return made


def page(window):
    return window.workspace.views.page


def enter(line, text):
    line.setFocus()
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


def test_objective_key_result_and_kpi_are_made_one_below_the_other(window):
    board = window.room.board
    enter(page(window).new, "Nobody waits")
    (objective,) = window.room.selection
    enter(page(window).detail.below, "Minutes at noon")
    (result,) = window.room.selection
    enter(page(window).detail.below, "Waiting")
    (kpi,) = window.room.selection
    assert [own.id for own in board.targets(result, "advances")] == [objective]
    assert [own.id for own in board.targets(kpi, "tracks")] == [result]
    item = page(window).tree.item_of(kpi)
    assert item.parent() is page(window).tree.item_of(result)
    for _ in range(3):
        window.room.undo()
    settle()
    assert board.find(objective) is None


def test_figures_given_below_the_tree_grade_the_objective(window):
    window.room.do(lambda board: goals.add_objective(board, "Fast", ["n1"], objective_id="o-new"))
    window.room.do(lambda board: goals.add_key_result(board, "o-new", "Minutes", result_id="k-new"))
    window.room.select(["k-new"])
    settle()
    for name, text in (("start", "10"), ("current", "8"), ("target", "5")):
        editor = page(window).detail.editors[name]
        editor.line.setText(text)
        editor.line.editingFinished.emit()
    settle()
    item = page(window).tree.item_of("o-new")
    assert item.data(1, Qt.ItemDataRole.AccessibleTextRole) == "0.4, on the way"
    assert (
        grade_text(0.39) == "0.39, behind" and grade_text(0.7) == "0.7, on track" and grade_text(None) == "not graded"
    )


def test_a_reading_of_a_kpi_is_entered_and_taken_over_by_its_key_result(window):
    window.room.do(lambda board: goals.add_objective(board, "Fast", objective_id="o-new"))
    window.room.do(lambda board: goals.add_key_result(board, "o-new", "M", start=10, target=5, result_id="k-new"))
    window.room.do(lambda board: goals.add_kpi(board, "W", tracks=["k-new"], kpi_id="m-new"))
    window.room.select(["m-new"])
    settle()
    detail = page(window).detail
    enter(detail.entry.value.line, "6")
    assert detail.chart.isVisible()
    assert [own["value"] for own in window.room.board.records("reading") if own["of"] == "m-new"] == [6]
    window.room.select(["k-new"])
    settle()
    take = next(own for own in detail.findChildren(Button) if "newest reading" in own.text())
    take.click()
    settle()
    assert window.room.board.card("k-new").get("current") == 6


def test_a_goal_is_tied_to_a_need_and_untied(window):
    window.room.do(lambda board: goals.add_objective(board, "Fast", objective_id="o-new"))
    window.room.select(["o-new"])
    settle()
    tie = page(window).detail.tie
    tie.setCurrentIndex(tie.findData("n1"))
    tie.activated.emit(tie.currentIndex())
    settle()
    assert [own.id for own in window.room.board.targets("o-new", "addresses")] == ["n1"]
    assert window.room.board.card("n1").title in page(window).tree.item_of("o-new").text(3)


def test_arrows_in_the_tree_select_cards(window):
    tree = page(window).tree
    window.room.select([])
    tree.setCurrentItem(tree.topLevelItem(0))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Down)
    settle()
    assert window.room.selection and window.room.board.card(window.room.selection[0]).kind in (
        "key_result",
        "objective",
    )


def test_what_hangs_on_no_objective_is_not_lost(window):
    window.room.do(lambda board: goals.add_kpi(board, "Alone", kpi_id="m-new"))
    settle()
    item = page(window).tree.item_of("m-new")
    assert item.parent().data(0, Qt.ItemDataRole.UserRole + 1) == LOOSE


def test_an_empty_view_offers_objectives_for_the_largest_opportunities(window):
    doomed = [own.id for kind in ("objective", "key_result", "kpi") for own in window.room.board.of_kind(kind)]
    window.room.do(lambda board: cards.delete(board, doomed))
    settle()
    assert page(window).teaching.isVisible()
    page(window).buttons[0].click()
    settle()
    (made,) = window.room.board.of_kind("objective")
    assert len(window.room.board.targets(made.id, "addresses")) == 1
    assert window.focusWidget() is page(window).detail.below


def test_a_late_kpi_says_nothing_wrong_about_its_target(window):
    window.room.do(lambda board: goals.add_kpi(board, "W", kpi_id="m-new"))
    window.room.do(lambda board: cards.edit(board, "m-new", target=5, baseline=10, direction="down", every_days=7))
    window.room.do(lambda board: readings.add(board, "m-new", "2026-11-01", 4))
    window.room.select(["m-new"])
    settle()
    drawing = page(window).detail.chart._make()
    assert drawing.headline == "Newest reading 4 has reached the target 5."
    assert drawing.late_by == 14


def strategy_page(window):
    window.workspace.views.choose("strategy")
    settle()
    return window.workspace.views.page


def test_the_strategy_names_the_gaps_of_the_need_pressed_and_mends_them(window):
    window.room.do(lambda board: cards.add(board, "need", "Something new", card_id="n-new"))
    strategy = strategy_page(window)
    strategy._choose("all")
    spot = next(own for own in _spots(strategy) if own.card == "n-new")
    QTest.mouseClick(
        strategy.chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot.area.center().toPoint()
    )
    settle()
    assert strategy.box.isVisible() and "no KPI measures it" in strategy.box_words.text()
    for text, kind, verb in (
        ("Add an improvement", "improvement", "improves"),
        ("Add a KPI", "kpi", "measures"),
        ("Add an objective", "objective", "addresses"),
    ):
        window.room.select(["n-new"])
        settle()
        next(own for own in strategy.buttons if own.text() == text).click()
        settle()
        (made,) = window.room.selection
        assert window.room.board.card(made).kind == kind
        assert [own.id for own in window.room.board.targets(made, verb)] == ["n-new"]
    (row,) = [own for own in strategy.rows if own.need == "n-new"]
    assert row.gaps == ("no_process", "no_key_result")


def _spots(strategy):
    strategy.chart.grab()
    return strategy.chart.spots


def test_one_kpi_and_one_key_result_are_joined_at_one_press(window):
    do = window.room.do
    do(lambda board: cards.add(board, "need", "Something new", card_id="n-new"))
    do(lambda board: goals.add_objective(board, "O", ["n-new"], objective_id="o-new"))
    do(lambda board: goals.add_key_result(board, "o-new", "K", result_id="k-new"))
    do(lambda board: goals.add_kpi(board, "M", measures=["n-new"], kpi_id="m-new"))
    strategy = strategy_page(window)
    window.room.select(["n-new"])
    settle()
    next(own for own in strategy.buttons if "track" in own.text()).click()
    settle()
    assert [own.id for own in window.room.board.targets("m-new", "tracks")] == ["k-new"]


def test_walking_down_the_strategy_scrolls_and_the_gaps_stay_in_sight(window):
    window.workspace.views.choose("strategy")
    settle()
    own = page(window)
    assert own._scroll.verticalScrollBar().maximum() > 0
    own.chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(own.chart, Qt.Key.Key_End)
    settle()
    last = own.chart.spots[-1].area
    assert own.chart.visibleRegion().boundingRect().contains(last.toRect().adjusted(1, 1, -1, -1))
    broken = next(row for row in reversed(own.rows) if row.gaps)
    window.room.select([broken.need])
    settle()
    place = next(spot.area for spot in own.chart.spots if spot.card == broken.need)
    assert own.chart.visibleRegion().boundingRect().intersects(place.toRect())
    assert own.box.isVisible() and not own.box.visibleRegion().isEmpty()


def test_the_room_is_told_how_many_chains_are_whole(window):
    drawing = strategy_page(window).drawing()
    assert "whole chain" in drawing.texts()[0]
    assert any("no KPI measures it" in text for text in drawing.texts())


def test_a_kpi_that_is_to_fall_is_told_as_a_way_with_its_unit(window):
    window.room.do(lambda board: goals.add_kpi(board, "Wrong drinks", kpi_id="m-new"))
    window.room.do(lambda board: cards.edit(board, "m-new", unit="per 1000 orders", baseline=9, target=3))
    window.room.do(lambda board: readings.add(board, "m-new", "2026-11-20", 7))
    (node,) = [own for root in tree(window.room.board, TODAY) for own in root.children if own.id == "m-new"]
    assert node.figures == "9 → 7 → 3 per 1000 orders"


def test_a_reading_dated_ahead_counts_nowhere_before_its_day(window):
    window.room.do(lambda board: goals.add_objective(board, "Sooner", objective_id="o"))
    window.room.do(lambda board: goals.add_key_result(board, "o", "Minutes", start=9, target=3, result_id="k"))
    window.room.do(lambda board: goals.add_kpi(board, "Queue", tracks=["k"], kpi_id="m"))
    for day, value in (("2026-11-20", 7), ("2027-11-20", 1)):
        window.room.do(lambda board, day=day, value=value: readings.add(board, "m", day, value))
    window.room.select(["k"])
    settle()
    assert page(window).detail._newest() == 7
    own = next(node for node in tree(window.room.board, TODAY) if node.id == "o")
    assert own.children[0].children[0].figures == "7"


def test_readings_of_a_kpi_are_corrected_one_by_one(window):
    window.room.do(lambda board: goals.add_kpi(board, "Wrong drinks", kpi_id="m-new"))
    for day, value in (("2026-11-01", 9), ("2026-11-08", 8), ("2026-11-15", 7)):
        window.room.do(lambda board, day=day, value=value: readings.add(board, "m-new", day, value, key=day))
    window.room.select(["m-new"])
    settle()
    listed = page(window).detail.readings
    listed.fold.click()
    settle()
    assert list(listed.rows) == ["2026-11-15", "2026-11-08", "2026-11-01"], "the newest first"
    listed.rows["2026-11-08"].day.edited.emit("2026-11-20")
    settle()
    assert list(listed.rows) == ["2026-11-08", "2026-11-15", "2026-11-01"]
    assert page(window).detail.chart.isVisible()


def goal(name, grade, results=0):
    children = tuple(Node(f"{name}{n}", "key_result", "", grade, "", "") for n in range(results))
    return Node(name, "objective", name, grade, "", "", children)


def test_where_not_every_goal_has_room_the_room_sees_those_furthest_behind():
    goals_ = (goal("a", 0.9, 3), goal("b", 0.1, 2), goal("c", None, 2))

    def ids(room):
        return [node.id for node, _ in fitting(goals_, room)[0]]

    assert ids(10) == ["a", "a0", "a1", "a2", "b", "b0", "b1", "c", "c0", "c1"]
    assert ids(7) == ["a", "b", "b0", "b1", "c", "c0", "c1"], "key results of the best objective go first"
    assert ids(5) == ["a", "b", "b0", "b1", "c"]
    assert ids(3) == ["a", "b", "c"]
    assert fitting(goals_, 2) == ([(goals_[1], 0)], 2), "the others are counted"


def test_rows_of_the_strategy_grow_into_the_room_there_is(qapp):
    board = crowded_board("ru")
    rows = strategy(board)[:12]
    counts = []
    for height in (400, 600, 842, 1100, 2600):
        picture = QImage(1920, height, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        spots = StrategyDrawing(board, rows, "").paint(painter, QRectF(48, 0, 1824, height), screen_look())
        painter.end()
        counts.append((len({spot.card for spot in spots} & {row.need for row in rows}), len(spots)))
        free = height - max(spot.area.bottom() for spot in spots)
        assert 0 <= free < 250, "less than one more row takes"
    assert counts == sorted(set(counts)), "more room, more needs and cards"
    assert counts[-1][0] == 12
