"""The care test as people take it: one after another, by keys and mouse, and the mirror that follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.analysis.care import PAIRS
from cxworkshop.analysis.care_mirror import services, voters
from cxworkshop.document import Document
from cxworkshop.exchange import json_format
from cxworkshop.model.board import Board
from cxworkshop.model.records import link_key
from cxworkshop.ui.main_window import MainWindow
from cxworkshop.ui.views.care.chain import Chain
from cxworkshop.ui.views.care.page import CHAIN, MIRROR, SERVICES, CarePage
from cxworkshop.ui.views.care.ratings import Ratings
from cxworkshop.ui.views.drawing import screen_look, window_look
from tests.ui.views.pictured import Recorder
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts

Key = Qt.Key


@pytest.fixture
def page(open_window: Callable[..., MainWindow]) -> CarePage:
    """The page of the care test on the coffee example."""
    return turned(open_window())


def turned(window: MainWindow) -> CarePage:
    window.workspace.views.choose("care")
    settle()
    found = window.workspace.views.page
    assert isinstance(found, CarePage)
    return found


def press(page: CarePage, *keys: Key | str) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None and target is page.interview, "the questions have lost the keyboard"
        QTest.keyClick(target, key)  # type: ignore[arg-type]
    settle()


def own_scores(page: CarePage) -> list[tuple[str, str, float]]:
    answers = page.room.board.records("care_answer")
    return [
        (own["side"], own.get("dimension", own.get("card")), own["score"])
        for own in answers
        if own["voter"] == page.voter
    ]


def test_digits_answer_both_sides_and_go_on_to_the_next_dimension(page):
    page.ask_next()
    press(page, "7", "3")
    assert own_scores(page) == [("external", "reliability", 7), ("internal", "reliability", 3)]
    assert page.interview.question.dimension == "responsiveness"


def test_plus_gives_ten(page):
    page.ask_next()
    press(page, Key.Key_Plus)
    assert own_scores(page) == [("external", "reliability", 10)]


def test_arrows_change_a_score_and_are_undone_as_one(page):
    page.ask_next()
    press(page, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left)
    assert own_scores(page) == [("external", "reliability", 6)]
    page.room.undo()
    assert own_scores(page) == []


def test_undo_goes_back_to_the_question_it_changed(page):
    page.ask_next()
    press(page, "7", "3", "5")
    page.room.undo()
    assert page.interview.question.dimension == "responsiveness" and page.interview.line == 0
    page.room.undo()
    assert page.interview.question.dimension == "reliability" and page.interview.line == 1
    assert own_scores(page) == [("external", "reliability", 7)]


def test_backspace_takes_the_last_answer_back_and_deletes_no_card(page):
    page.room.select([page.room.board.of_kind("need")[0].id])
    before = len(page.room.board.cards)
    page.ask_next()
    press(page, "7", Key.Key_Backspace)
    assert own_scores(page) == [] and len(page.room.board.cards) == before


def test_a_press_with_the_mouse_answers_that_line(page):
    page.ask_next()
    page.interview.scales[1].buttons[4].click()
    assert own_scores(page) == [("internal", "reliability", 4)]


def test_the_next_person_has_another_code_and_empty_scales(page):
    before = len(voters(page.room.board))
    page.ask_next()
    press(page, "7")
    first = page.voter
    page.ask_next()
    assert page.voter != first
    assert not any(button.isChecked() for scale in page.interview.scales for button in scale.buttons)
    press(page, "2")
    assert len(voters(page.room.board)) == before + 2


def test_who_is_through_is_thanked_and_enter_asks_the_next(page):
    page.ask_next()
    page.interview.go(len(page.interview.asked) - 1, len(page.interview.asked[-1].questions) - 1)
    press(page, "5")
    assert page.interview.through
    code = page.voter
    assert any(code in text for text in texts(page))
    press(page, Key.Key_Return)
    assert page.voter != code and not page.interview.through


def test_answers_can_be_taken_back_at_the_end_and_that_undone(page):
    page.ask_next()
    press(page, "7", "3")
    page.interview._forget()
    assert own_scores(page) == []
    page.room.undo()
    assert len(own_scores(page)) == 2


def test_nobody_sees_results_while_being_asked(page):
    page.ask_next()
    assert not page.chart.isVisible() and not page.tiles[PAIRS[0]].isVisible()
    press(page, Key.Key_Escape)
    assert page.chart.isVisible()


def test_a_change_of_language_does_not_interrupt_a_person(page):
    page.ask_next()
    press(page, "7", "3", "5")
    voter = page.voter
    page.window().use_language("ru")
    settle()
    assert page.voter == voter and page.interview.question.dimension == "responsiveness"
    assert len(own_scores(page)) == 3


def test_internal_services_are_rated_after_the_pairs(page):
    page.ask_next()
    page.interview.go(15, 0)
    rated = page.interview.question.card
    before = next(own for own in services(page.room.board) if own.card == rated)
    press(page, "2")
    found = next(own for own in services(page.room.board) if own.card == rated)
    assert found.n == before.n + 1
    assert found.mean * found.n == pytest.approx((before.mean or 0) * before.n + 2)
    page.show_result()
    page.show_part(SERVICES)
    worst = services(page.room.board)[0]
    assert f"{worst.mean:g} of 10" in page.headline.text()


def test_the_mirror_says_the_weakest_place_and_its_spots_say_mean_and_n(page):
    page.show_pair(PAIRS[0])
    drawing = page.drawing()
    assert page.headline.text() == drawing.headline()
    page.grab()
    tips = [spot.tip for spot in page.chart.spots]
    assert len(tips) == 11
    assert "n = " in tips[0] and "care gap = " in tips[-1] and "SERVQUAL" in tips[-1]


def test_the_bar_of_the_better_side_is_longer(page):
    page.ask_next()
    press(page, "9", "1")
    page.show_result()
    own = page.drawing()
    assert own.rows[0].first.mean > own.rows[0].second.mean


def test_a_touchpoint_is_tied_and_untied_with_undo(page):
    page.show_part(CHAIN)
    board = page.room.board
    inside, outside = page.tie.inside, page.tie.outside
    pair = next(
        (one, other)
        for one in range(inside.count())
        for other in range(outside.count())
        if board.get("link", link_key("feeds", inside.itemData(one), outside.itemData(other))) is None
    )
    inside.setCurrentIndex(pair[0])
    outside.setCurrentIndex(pair[1])
    key = link_key("feeds", inside.currentData(), outside.currentData())
    page.tie.button.click()
    settle()
    assert board.get("link", key) is not None and page.tie.button.text() == "Untie"
    assert any(own.inside == inside.currentData() for own in page.drawing().wears)
    page.tie.button.click()
    assert board.get("link", key) is None
    page.room.undo()
    assert board.get("link", key) is not None


def test_what_is_pressed_in_a_chain_stands_in_the_lists(page):
    page.show_part(CHAIN)
    own = page.drawing().wears[0]
    page.room.select([own.inside])
    page.room.select([own.outside[-1]])
    assert (page.tie.inside.currentData(), page.tie.outside.currentData()) == (own.inside, own.outside[-1])


def test_an_empty_workshop_is_told_in_each_part_what_to_do_first(open_window, tmp_path):
    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    page = turned(window)
    said = set()
    for part in (MIRROR, SERVICES, CHAIN):
        page.show_part(part)
        settle()
        said.add(page.teaching.text())
        assert page.teaching.y() < 110, "what to do first stands on top"
        assert page.to_wall.isVisible() == (part != MIRROR) and not page.tie.isVisible()
    assert len(said) == 3 and all(len(text) > 40 for text in said)


def test_chains_with_titles_of_120_characters_stay_in_their_boxes(page):
    for own in page.drawing().texts(), page.room.board.of_kind("touchpoint"):
        assert own
    long = "Incomprehensible " * 7 + "x"
    page.room.do(lambda board: cards.edit(board, board.links("feeds")[0].source, title=long))
    page.show_part(CHAIN)
    settle()
    page.grab()
    areas = [spot.area for spot in page.chart.spots]
    assert all(area.right() <= page.chart.width() and area.left() >= 0 for area in areas)
    assert not any(one.intersects(other) for at, one in enumerate(areas) for other in areas[at + 1 :])
    assert window_look().metrics(13).horizontalAdvance(long) > areas[0].width()


def test_the_first_chains_are_shown_and_the_rest_by_a_press(page):
    page.most_chains = 1
    page.show_part(CHAIN)
    left = len(page.drawing().wears) - 1
    assert left and page.more.isVisible() and page.more.text() == f"Show {left} more"
    before = page.chart.height()
    page.more.click()
    settle()
    assert not page.more.isVisible() and page.chart.height() > before
    assert page.drawing().shown == page.drawing().wears


def many_ends(ends: int, chains: int = 1) -> Board:
    """Internal touchpoints that each tire so many external ones."""
    cards = [{"id": "in", "kind": "journey", "side": "internal"}, {"id": "s", "kind": "stage", "journey": "in"}]
    inside = [{"id": f"i{n}", "kind": "touchpoint", "stage": "s", "title": f"Portal {n}"} for n in range(chains)]
    outside = [{"id": f"o{n}", "kind": "touchpoint", "title": f"Counter {n}"} for n in range(ends)]
    links = [{"verb": "feeds", "source": one["id"], "target": other["id"]} for one in inside for other in outside]
    document = {"format": "cxworkshop", "version": 1, "cards": [*cards, *inside, *outside], "links": links}
    board = Board()
    board.apply(json_format.plan(document, board).changes)
    return board


@pytest.mark.parametrize(("ends", "chains", "said"), [(20, 1, "and 15 more"), (1, 9, "and 4 more"), (2, 2, "")])
def test_the_shared_screen_shows_what_chains_it_can_and_counts_the_rest(page, ends, chains, said):
    area = QRectF(0, 0, 1760, 860)
    image = QImage(1760, 860, QImage.Format.Format_RGB32)
    painter = Recorder(image)
    spots = Chain(many_ends(ends, chains)).paint(painter, area, screen_look())
    painter.end()
    assert len(spots) >= 7 and all(area.contains(spot.area) for spot in spots)
    assert [text for text, _ in painter.written.texts if text.startswith("and ") and "more" in text] == [said] * bool(
        said
    )
    assert not painter.written.overlapping and not painter.written.outside(area)


def test_few_services_use_the_height_of_the_shared_screen_and_long_names_take_two_lines(page):
    area = QRectF(0, 0, 1760, 860)
    image = QImage(1760, 860, QImage.Format.Format_RGB32)
    painter = Recorder(image)
    drawing = Ratings(page.room.board)
    long = "Incomprehensible " * 7 + "x"
    page.room.do(lambda board: cards.edit(board, drawing.services[0].card, title=long))
    spots = Ratings(page.room.board).paint(painter, area, screen_look())
    painter.end()
    assert spots[-1].area.bottom() > min(area.height() * 0.9, len(spots) * 119)
    assert sum("Incomprehensible" in text for text, _ in painter.written.texts) == 2
    assert not painter.written.overlapping


def test_the_map_in_words_of_a_need_says_what_tires_those_who_meet_it(page):
    window, board = page.window(), page.room.board
    link = board.links("feeds")[0]
    need = board.links_to(link.target, "arises_at")[0].source
    window.room.select([need])
    settle()
    assert "Tired from inside" in texts(window.workspace.inspector)
    assert board.card(link.source).title in texts(window.workspace.inspector)


def test_a_touchpoint_says_both_ways_what_tires_it_and_where_it_is_felt(page):
    window, board = page.window(), page.room.board
    link = board.links("feeds")[0]
    for card, heading, other in (
        (link.target, "Tired from inside", link.source),
        (link.source, "Where the customer feels it", link.target),
    ):
        window.room.select([card])
        settle()
        said = texts(window.workspace.inspector)
        assert heading in said and board.card(other).title in said
