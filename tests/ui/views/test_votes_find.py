"""One card among hundreds is found by its words, keeps its place in the ranking, and is voted for."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from cxworkshop.actions import cards
from cxworkshop.analysis.votes import votes
from cxworkshop.ui.views.drawing import window_look
from cxworkshop.ui.views.weighing.bars import MOST
from tests.ui.views.pages import turn_to
from tests.ui.views.pictured import overlapping_texts
from tests.ui.window.conftest import settle


def test_a_card_behind_all_that_are_drawn_is_found_and_voted_for(open_window):
    window = open_window()
    room = window.room
    room.do(lambda board: cards.add_many(board, "need", [f"Need number {n:03}" for n in range(MOST + 50)]))
    room.do(lambda board: cards.add(board, "problem", "Ёлки не привозят", card_id="last"))
    turn_to(window, "votes")
    page = window.workspace.views.page
    page.chart.grab()
    assert "last" not in {spot.card for spot in page.chart.spots} and page.wanted_words.isVisible()
    page.wanted_words.setText("привоз елки")
    settle()
    page.chart.grab()
    (spot,) = page.chart.spots
    assert spot.card == "last"
    page.give(spot.card)
    settle()
    assert votes(room.board)["last"] == 1
    page.wanted_words.clear()
    page.rank()
    page.chart.grab()
    assert "last" in {spot.card for spot in page.chart.spots}
    room.undo()
    assert "last" not in votes(room.board)


def test_what_is_found_keeps_its_place_in_the_ranking(open_window):
    window = open_window()
    turn_to(window, "votes")
    page = window.workspace.views.page
    assert not page.wanted_words.isVisible() or len(page._in_window().rows) > 20
    third = page._in_window().rows[2]
    page.wanted_words.setText(third.name)
    settle()
    drawing = page._drawn
    assert [row.card for row in drawing.rows] == [third.card]
    written = overlapping_texts(lambda painter: drawing.paint(painter, QRectF(0, 0, 900, 400), window_look()))
    assert "3" in [text for text, _ in written.texts]
    page.wanted_words.setText("nothing has these words")
    settle()
    assert page._drawn.rows == [] and page.wanted_words.isVisible() and not page.to_wall.isVisible()
