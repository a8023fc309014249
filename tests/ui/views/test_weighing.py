"""Step 7 as a facilitator works on it: curves, landscape, matrix, pains and votes, and what the room sees of them."""

import random

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards, links, voting
from cxworkshop.analysis.pain import pains
from cxworkshop.analysis.scores import score
from cxworkshop.analysis.votes import votes
from cxworkshop.analysis.weighing_told import signed
from cxworkshop.model.boxes import Rect
from cxworkshop.model.ids import new_id
from cxworkshop.paths import SESSIONS
from cxworkshop.ui.canvas.ink import Ink
from cxworkshop.ui.canvas.paint_curve import GHOST, paint_curves, points
from cxworkshop.ui.speech import tr
from cxworkshop.ui.start.sources import make_workshop
from cxworkshop.ui.theme import LIGHT
from cxworkshop.ui.views.drawing import screen_look, window_look
from cxworkshop.ui.views.weighing.bars import Row, ranks_of
from cxworkshop.ui.views.weighing.curves import Curves
from cxworkshop.ui.views.weighing.labels import Name, place
from cxworkshop.ui.views.weighing.landscape import Landscape
from cxworkshop.ui.views.weighing.lines import balanced, wrapped
from cxworkshop.ui.views.weighing.matrix import Matrix, snapped
from cxworkshop.ui.views.weighing.pains_page import pain_bars
from cxworkshop.ui.views.weighing.votes_page import vote_bars
from tests.crowded_workshop import crowded_board
from tests.ui.views.pictured import overlapping_texts
from tests.ui.window.conftest import settle

LONG = "A title as long as people write them when nobody stops them, with all of its reasons, and with one more of them"


def turned_to(window, view):
    window.workspace.views.choose(view)
    settle()
    return window.workspace.views.page


def mouse(widget, what, at, modifiers=Qt.KeyboardModifier.NoModifier, held=True):
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if what == QEvent.Type.MouseMove else left
    where = QPointF(widget.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(widget, QMouseEvent(what, at, where, button, left if held else none, modifiers))


def press(widget, at):
    mouse(widget, QEvent.Type.MouseButtonPress, at)
    mouse(widget, QEvent.Type.MouseButtonRelease, at, held=False)
    settle()


def drag(widget, start, end, modifiers=Qt.KeyboardModifier.NoModifier):
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    for step in (0.3, 0.7, 1.0):
        mouse(widget, QEvent.Type.MouseMove, start + (end - start) * step, modifiers)
    mouse(widget, QEvent.Type.MouseButtonRelease, end, modifiers, held=False)
    settle()


def key(widget, own, modifiers=Qt.KeyboardModifier.NoModifier, text=""):
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, own, modifiers, text))
    settle()


# Labels


@pytest.mark.parametrize("seed", range(4))
def test_names_never_overlap_each_other_nor_a_mark(qapp, seed):
    chance = random.Random(seed)
    frame = QRectF(0, 0, 900, 420)
    names = [
        Name(
            QRectF(chance.uniform(10, 880), chance.uniform(10, 400), 14, 14),
            QSizeF(chance.uniform(20, 170), 15 * chance.randint(1, 2)),
            QSizeF(16, 15),
            upright=bool(seed % 2),
        )
        for _ in range(120)
    ]
    found = place(names, frame, [QRectF(0, 0, 120, 20)])
    boxes = [own.box for own in found if own.box is not None]
    assert len(boxes) > 60, "most have a place"
    for number, box in enumerate(boxes):
        assert frame.contains(box)
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
        assert not any(box.intersects(name.mark) for name in names)
        assert not box.intersects(QRectF(0, 0, 120, 20))
    for own in found:
        if own.leader is not None:
            start, end = own.leader
            for step in range(21):
                at = start + (end - start) * (step / 20)
                assert not any(box.contains(at) for box in boxes if box is not own.box)


def test_a_text_is_broken_between_words_and_cut_at_the_end(qapp):
    metrics = window_look().metrics(12)
    lines = wrapped(LONG, metrics, 160, 2)
    assert len(lines) == 2 and lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 160 for line in lines)
    assert wrapped("", metrics, 160, 2) == [""]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("place_shown", ["window", "screen"])
def test_no_text_of_a_chart_overlaps_another_be_there_five_points_or_two_hundred(open_window, language, place_shown):
    for board in (open_window(language=language).room.board, crowded_board(language)):
        for drawing in (Landscape(board), Matrix(board), pain_bars(board), vote_bars(board, None)):
            look = window_look() if place_shown == "window" else screen_look()
            area = QRectF(10, 10, 1000, 430) if place_shown == "window" else QRectF(75, 190, 1770, 842)
            written = overlapping_texts(lambda painter, one=drawing, at=area, how=look: one.paint(painter, at, how))
            assert written.overlapping == [], type(drawing).__name__
            assert written.outside(area) == [], type(drawing).__name__
            if place_shown == "screen":
                assert written.smallest >= 24


@pytest.mark.parametrize("crowded", [False, True])
def test_no_text_of_the_curves_overlaps_another(open_window, crowded):
    board = crowded_board() if crowded else open_window().room.board
    area = QRectF(75, 190, 1770, 842)
    drawing = Curves(board, board.journeys()[0].id)
    written = overlapping_texts(lambda painter: drawing.paint(painter, area, screen_look()))
    assert written.overlapping == [] and written.outside(area) == [] and written.smallest >= 24


# Curves


def test_the_curve_says_where_most_is_lost_and_shows_mean_and_peak_end_with_n(open_window):
    window = open_window()
    page = turned_to(window, "curves")
    assert page.headline.text() == "Most is lost at “Support chat”: customers expected +3 and got −5"
    scored = [score(own, "experience") for own in window.room.board.touchpoints(window.room.journey)]
    lived = [value for value in scored if value is not None]
    mean = signed(round(sum(lived) / len(lived), 1), tr.translator)
    assert f"mean {mean} (n = {len(lived)}) · peak −5 · end −2 · peak-end −3.5" in page.drawing().texts()
    tips = [spot.tip for spot in page.chart.spots or (page.drawing() and _spots(page))]
    assert any("Support chat" in tip and "gap 1 −8" in tip and "evidence: research" in tip for tip in tips)


def _spots(page):
    page.chart.grab()
    return page.chart.spots


def test_personas_stand_side_by_side_each_with_its_own_touchpoints(open_window):
    window = open_window()
    room = window.room
    first, last = (room.board.touchpoints(room.journey)[at].id for at in (0, -1))
    made = []
    for touchpoint, title in ((first, "Early bird"), (last, "Late bird")):
        own = new_id("p")
        made.append(own)
        room.do(lambda board, own=own, title=title: cards.add(board, "persona", title, card_id=own))
        room.do(lambda board, own=own, touchpoint=touchpoint: links.connect(board, own, touchpoint, "walks"))
    page = turned_to(window, "curves")
    page.choose(made)
    drawing = page.drawing()
    assert [panel.name for panel in drawing.panels] == ["Early bird", "Late bird"]
    assert [[card.id for card in panel.touchpoints] for panel in drawing.panels] == [[first], [last]]
    assert "2" in page.choice.text()
    assert {action.text() for action in page.menu().actions() if action.isChecked()} == {"Early bird", "Late bird"}
    page.choose([])
    assert [panel.name for panel in page.drawing().panels] == ["Everybody"]


def test_the_cycle_before_is_a_ghost_with_a_key(open_window):
    window = open_window("coffee_cycle2")
    page = turned_to(window, "curves")
    drawing = page.drawing()
    assert drawing.panels[0].has_ghost()
    written = overlapping_texts(lambda painter: drawing.paint(painter, QRectF(10, 10, 1000, 400), window_look()))
    assert "experience in the cycle before" in [text for text, _ in written.texts]
    plain = Curves(open_window().room.board, window.room.journey)
    assert not any(panel.has_ghost() for panel in plain.panels)


def test_the_wall_paints_the_ghost_behind_the_curves_and_names_it_where_it_is_farthest(open_window):
    window = open_window("coffee_cycle2")
    wall = window.wall
    lane = wall.picture.layout.lane_box("experience")
    ghost = dict((card, at.y()) for card, at, _ in points(wall.picture, lane, GHOST))
    lived = dict((card, at.y()) for card, at, _ in points(wall.picture, lane, "experience"))
    before = {card: window.room.board.card(card)["previous_experience"] for card in ghost}
    assert ghost and all((ghost[card] > lived[card]) == (before[card] < _now(window, card)) for card in ghost)
    area = Rect(0, lane.y, 4000, lane.height)
    ink = Ink(LIGHT)
    written = overlapping_texts(lambda painter: paint_curves(painter, ink, wall.picture, lane, area, 1.0), 4000)
    assert [text for text, _ in written.texts].count("last cycle") == 1


def _now(window, card):
    return window.room.board.card(card)["experience"]


def test_another_journey_is_another_curve(open_window):
    window = open_window()
    page = turned_to(window, "curves")
    window.room.show_journey(window.room.board.journeys()[1].id)
    settle()
    assert "Compensation form" in page.headline.text()


# Landscape


def test_room_and_customers_are_counted_apart_and_have_marks_of_their_own(open_window):
    window = open_window()
    page = turned_to(window, "landscape")
    said, needs = page.drawing().texts(), window.room.board.of_kind("need")
    for basis, told in (
        ("customers", "{} needs from customer data (n = 64)"),
        ("room", "{} needs estimated by the room"),
    ):
        assert told.format(sum(own.get("basis") == basis for own in needs)) in said
    page.chart.grab()
    tips = {spot.card: spot.tip for spot in page.chart.spots}
    assert "customer data, n = 64" in tips["n1"] and "opportunity = 18" in tips["n1"] and "Ulwick" in tips["n1"]
    assert "room estimate" in tips["n3"]


def test_the_note_says_how_firm_the_first_five_are_and_follows_the_scores(open_window):
    window = open_window()
    for own in window.room.board.of_kind("need")[5:]:
        window.room.do(lambda board, own=own: cards.delete(board, [own.id]))
    page = turned_to(window, "landscape")
    assert page.said.text().startswith("5 needs are scored")
    scores = {"importance": 9, "satisfaction": 4}
    window.room.do(lambda board: cards.add(board, "need", "One more", fields=scores))
    settle()
    assert "draws that move all scores by 20 %" in page.said.text()
    assert "±20 %" in page.formula.text()


def test_a_need_without_scores_stands_beside_the_chart_and_opens_on_a_press(open_window):
    window = open_window()
    page = turned_to(window, "landscape")
    own = new_id("n")
    window.room.do(lambda board: cards.add(board, "need", "Unscored <b>need</b> & more", card_id=own))
    settle()
    button = page.unscored.buttons[0]
    assert button.accessibleName() == "Unscored <b>need</b> & more"
    button.click()
    assert window.room.selection == (own,)


def test_the_arrows_walk_over_the_points_and_select_their_cards(open_window):
    window = open_window()
    page = turned_to(window, "landscape")
    page.chart.setFocus()
    page.chart.grab()
    key(page.chart, Qt.Key.Key_Home)
    first = window.room.selection
    key(page.chart, Qt.Key.Key_Left)
    assert first and window.room.selection != first


# Value and effort


def test_a_point_dragged_is_weighed_anew_in_whole_numbers_and_undo_takes_it_back(open_window):
    window = open_window()
    page = turned_to(window, "matrix")
    page.chart.grab()
    spot = next(spot for spot in page.chart.spots if spot.card == "i1")
    target = page.chart.matrix.place_of(7, 3) + QPointF(6, -5)
    drag(page.chart, spot.area.center(), target)
    card = window.room.board.card("i1")
    assert (card["effort"], card["impact"]) == (7, 3) and isinstance(card["effort"], int)
    window.room.undo()
    assert (window.room.board.card("i1")["effort"], window.room.board.card("i1")["impact"]) == (4, 9)
    settle()
    page.chart.grab()
    drag(page.chart, spot.area.center(), page.chart.matrix.place_of(6.5, 2.5), Qt.KeyboardModifier.ControlModifier)
    assert (window.room.board.card("i1")["effort"], window.room.board.card("i1")["impact"]) == (6.5, 2.5)


def test_a_press_without_a_drag_and_a_drag_given_up_change_nothing(open_window):
    window = open_window()
    page = turned_to(window, "matrix")
    page.chart.grab()
    before = dict(window.room.board.card("i1").fields)
    at = next(spot for spot in page.chart.spots if spot.card == "i1").area.center()
    press(page.chart, at)
    assert window.room.selection == ("i1",)
    mouse(page.chart, QEvent.Type.MouseButtonPress, at)
    mouse(page.chart, QEvent.Type.MouseMove, at + QPointF(150, 100))
    key(page.chart, Qt.Key.Key_Escape)
    mouse(page.chart, QEvent.Type.MouseButtonRelease, at + QPointF(150, 100), held=False)
    assert dict(window.room.board.card("i1").fields) == before


def test_a_change_from_elsewhere_while_a_point_is_dragged_does_not_move_its_goal(open_window):
    window = open_window()
    page = turned_to(window, "matrix")
    page.chart.grab()
    at = next(spot for spot in page.chart.spots if spot.card == "i1").area.center()
    target = page.chart.matrix.place_of(7, 3)
    mouse(page.chart, QEvent.Type.MouseButtonPress, at)
    mouse(page.chart, QEvent.Type.MouseMove, at + QPointF(40, 40))
    window.room.do(lambda board: cards.edit(board, "i2", confidence=3))
    page.refresh()
    mouse(page.chart, QEvent.Type.MouseMove, target)
    mouse(page.chart, QEvent.Type.MouseButtonRelease, target, held=False)
    assert (window.room.board.card("i1")["effort"], window.room.board.card("i1")["impact"]) == (7, 3)


def test_shift_and_an_arrow_weigh_the_chosen_improvement_as_one_step_of_undo(open_window):
    window = open_window()
    page = turned_to(window, "matrix")
    window.room.select(["i1"])
    shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    for own in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        key(page.chart, own, shift)
    key(page.chart, Qt.Key.Key_Down, shift | ctrl)
    card = window.room.board.card("i1")
    assert (card["effort"], card["impact"]) == (6, 7.5)
    window.room.undo()
    assert (window.room.board.card("i1")["effort"], window.room.board.card("i1")["impact"]) == (4, 9)


def test_the_arrows_stop_at_the_ends_of_the_scale(open_window):
    window = open_window()
    page = turned_to(window, "matrix")
    window.room.select(["i1"])
    for _ in range(4):
        key(page.chart, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert window.room.board.card("i1")["impact"] == 10


@pytest.mark.parametrize(("value", "halves", "to"), [(3.4, False, 3), (3.4, True, 3.5), (-2, False, 1), (99, True, 10)])
def test_scores_snap_to_the_scale(value, halves, to):
    assert snapped(value, halves=halves) == to


def test_ice_is_named_with_its_formula_on_the_point(open_window):
    page = turned_to(open_window(), "matrix")
    page.chart.grab()
    tip = next(spot.tip for spot in page.chart.spots if spot.card == "i1")
    assert "ICE 504: impact 9 × confidence 8 × ease 7" in tip and "ease = 11 − effort" in tip


# Pains and votes


def test_pains_are_ranked_and_say_what_they_rest_on(open_window):
    window = open_window()
    page = turned_to(window, "pains")
    assert page.headline.text().endswith("hurts most: severity 9 × frequency 8 = 72")
    page.chart.grab()
    worst = {own.id: own.pain for own in pains(window.room.board) if own.pain is not None}
    told = [worst[spot.card] for spot in page.chart.spots]
    assert page.chart.spots[0].card == "pr2" and len(told) == len(worst) and told == sorted(told, reverse=True)
    assert "evidence: research" in page.chart.spots[0].tip and "raised at" in page.chart.spots[0].tip


def test_plus_and_minus_beside_a_card_give_and_take_back_votes_of_the_room(open_window):
    window = open_window()
    page = turned_to(window, "votes")
    page.chart.grab()
    spot = next(spot for spot in page.chart.spots if spot.card == "pr1")
    less, more = page.chart.zones(spot)
    before = votes(window.room.board).get("pr1", 0)
    press(page.chart, more.center())
    press(page.chart, more.center())
    assert votes(window.room.board)["pr1"] == before + 2
    assert voting.points_of_room(window.room.board, "pr1") == 2
    press(page.chart, less.center())
    assert votes(window.room.board)["pr1"] == before + 1
    window.room.undo()
    assert votes(window.room.board)["pr1"] == before + 2


def test_rows_stay_where_they_are_while_votes_are_given_and_are_ranked_after(open_window):
    window = open_window()
    page = turned_to(window, "votes")
    page.chart.grab()
    order = [spot.card for spot in page.chart.spots]
    last = order[-1]
    for _ in range(30):
        page.give(last)
    settle()
    page.chart.grab()
    assert [spot.card for spot in page.chart.spots] == order
    page.rank()
    page.chart.grab()
    assert page.chart.spots[0].card == last


def test_the_keys_plus_and_minus_vote_for_the_chosen_card(open_window):
    window = open_window()
    page = turned_to(window, "votes")
    page.chart.grab()
    window.room.select(["pr1"])
    key(page.chart, Qt.Key.Key_Plus, text="+")
    key(page.chart, Qt.Key.Key_Plus, text="+")
    key(page.chart, Qt.Key.Key_Minus, text="-")
    assert voting.points_of_room(window.room.board, "pr1") == 1


def test_a_new_round_begins_empty_and_the_old_one_is_kept(open_window):
    window = open_window()
    page = turned_to(window, "votes")
    page.begin_round()
    assert page.headline.text() == "Nobody has voted yet"
    page.give("n1")
    settle()
    assert votes(window.room.board, "2") == {"n1": 1}
    page.show_round("")
    assert "30" in page.headline.text() or "31" in page.headline.text()
    page.show_kind("problem")
    page.chart.grab()
    assert {window.room.board.card(spot.card).kind for spot in page.chart.spots} == {"problem"}


def test_the_room_is_shown_only_what_got_votes(open_window):
    page = turned_to(open_window(), "votes")
    assert len(page.drawing().rows) < len(page._in_window().rows)


def test_places_of_a_ranking_are_shared_and_what_got_nothing_has_none():
    rows = [Row(f"n{value}", "need", "A need", value, str(value), "", "") for value in (9, 9, 7, 0)]
    assert ranks_of([*rows, Row("n5", "need", "A need", None, "–", "", "")]) == ["1", "1", "3", "", ""]


def test_a_figure_keeps_clear_of_the_curves_where_it_can():
    mark, size = QRectF(95, 95, 10, 10), QSizeF(20, 14)
    above = QRectF(80, 70, 40, 20)
    name = Name(mark, size, size, upright=True)
    (free,) = place([name], QRectF(0, 0, 200, 200))
    (shifted,) = place([name], QRectF(0, 0, 200, 200), lines=[above])
    assert free.box.bottom() < mark.top() and not shifted.box.intersects(above)
    everywhere = [QRectF(0, 0, 200, 200)]
    assert place([name], QRectF(0, 0, 200, 200), lines=everywhere) == [free], "better on a curve than nowhere"


def test_a_few_numbers_have_their_names_in_an_empty_place_and_take_no_column_of_the_plot(open_window):
    window = open_window(None)
    window.use(make_workshop(SESSIONS / "staff_portal.en.json", window.settings.folder / "portal.cxw", dated=False))
    drawing = Landscape(window.room.board)
    look = screen_look()
    frames = []

    def paint(painter):
        frames.append(drawing.paint(painter, QRectF(0, 0, 1780, 880), look))

    written = overlapping_texts(paint, 1780, 880)
    assert written.overlapping == []
    names = {own.title for own in window.room.board.of_kind("need")}
    assert max(spot.area.right() for spot in frames[0]) > 1500, "the plot has the whole width"
    assert names & {text for text, _ in written.texts}


def test_a_name_of_two_lines_leaves_no_short_word_alone_below(open_window):
    open_window()
    metrics = window_look().metrics(12.0)
    name = "The map shows where the cup is"
    room = metrics.horizontalAdvance("The map shows where the cup") + 1
    assert wrapped(name, metrics, room, 2) == ["The map shows where the cup", "is"]
    assert balanced(name, metrics, room) == ["The map shows", "where the cup is"]
    assert balanced("Short", metrics, room) == ["Short"]
    assert balanced(LONG, metrics, room)[-1].endswith("…") and len(balanced(LONG, metrics, room)) == 2
