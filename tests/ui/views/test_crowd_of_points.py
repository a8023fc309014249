"""A chart of two hundred points: which are numbered, and that nobody has to look for what a number stands for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPointF, QRectF

from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import screen_look, window_look
from cxworkshop.ui.views.weighing.cloud import MANY
from cxworkshop.ui.views.weighing.crowd import FIRST
from cxworkshop.ui.views.weighing.curves import Curves
from cxworkshop.ui.views.weighing.labels import spread
from cxworkshop.ui.views.weighing.landscape import Landscape
from cxworkshop.ui.views.weighing.matrix import Matrix
from cxworkshop.ui.views.weighing.panel import paint_panel
from tests.crowded_workshop import crowded_board
from tests.ui.views.pictured import overlapping_texts

PLACES = {
    "1366x768": (window_look, QRectF(0, 0, 1015, 430)),
    "1920x1080": (window_look, QRectF(0, 0, 1560, 640)),
    "shared screen": (screen_look, QRectF(75, 190, 1770, 842)),
}


def painted(drawing, area, look):
    """The boxes of every number written in the plot and in the list beside it, and the spots."""
    spots = []
    written = overlapping_texts(lambda painter: spots.extend(drawing.paint(painter, area, look)))
    assert written.overlapping == [] and written.outside(area) == []
    right = max(spot.area.right() for spot in spots)
    listed = [text for text, box in written.texts if box.left() > right + 30]
    beside = {}
    for text, box in written.texts:
        if text.isdigit() and box.left() <= right + 30 and box.width() <= look.metrics(12).horizontalAdvance("0000"):
            beside.setdefault(text, []).append(box)
    return beside, listed, spots


def far(one: QRectF, other: QRectF) -> float:
    return (one.center() - other.center()).manhattanLength()


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("chart", [Landscape, Matrix])
def test_each_of_the_first_has_its_number_clear_of_all_marks_and_its_title_in_the_list(qapp, chart, where, language):
    tr.set_language(language)
    look, area = PLACES[where][0](), PLACES[where][1]
    drawing = chart(crowded_board(language))
    beside, listed, spots = painted(drawing, area, look)
    assert len(spots) == len(drawing.shown) > MANY
    for rank, own in enumerate(drawing.shown[:FIRST], 1):
        mark = next(spot.area for spot in spots if spot.card == own.id)
        clear = [box for box in beside[str(rank)] if not any(spot.area.intersects(box) for spot in spots)]
        assert min(map(partial(far, mark), clear)) < look.size(160), rank
        title = crowded_board(language).card(own.id).title
        assert str(rank) in listed and any(title.startswith(text.rstrip("…")) for text in listed)
    assert str(FIRST + 1) not in listed
    assert tr.plural("and {n} more point", "and {n} more points", len(spots) - FIRST).split(":")[0] in " ".join(listed)


def test_a_point_that_is_selected_has_its_rank_too(qapp):
    drawing = Landscape(crowded_board())
    chosen = drawing.shown[87].id
    look = replace(window_look(), selected=frozenset([chosen]))
    _, listed, _ = painted(drawing, PLACES["1366x768"][1], look)
    assert "88" in listed


@pytest.mark.parametrize("chart", [Landscape, Matrix])
def test_marks_of_the_same_scores_stand_together_on_the_scale_and_say_how_many_they_are(qapp, chart):
    tr.set_language("en")
    drawing = chart(crowded_board())
    spots = []
    written = overlapping_texts(
        lambda painter: spots.extend(drawing.paint(painter, PLACES["1366x768"][1], window_look()))
    )
    assert tr("marks pressed together have the same scores") in [text for text, _ in written.texts]
    scores = [
        (own.importance, own.satisfaction) if chart is Landscape else (own.effort, own.impact) for own in drawing.shown
    ]
    for own, spot in zip(scores, spots, strict=True):
        others = scores.count(own) - 1
        said = tr.plural("{n} other has exactly these scores", "{n} others have exactly these scores", others)
        assert (said in spot.tip) == bool(others)


def test_points_at_the_end_of_a_scale_are_moved_apart_inwards():
    scale = QRectF(0, 0, 100, 100)
    moved = spread([QPointF(100, 0)] * 6 + [QPointF(0, 50)] * 3, 5, scale)
    assert len({(at.x(), at.y()) for at in moved}) == 9
    assert all(scale.adjusted(-0.1, -0.1, 0.1, 0.1).contains(at) for at in moved)


def test_curves_of_a_crowd_say_which_points_are_named_and_cut_no_ring_at_the_end(qapp):
    tr.set_language("en")
    look, area = window_look(), PLACES["1366x768"][1]
    board = crowded_board()
    drawing = Curves(board, board.journeys()[0].id)
    written = overlapping_texts(lambda painter: drawing.paint(painter, area, look))
    assert tr("labelled where there is room: the greatest loss, peak, end, moments of truth") in [
        text for text, _ in written.texts
    ]
    assert all(at.x() + radius <= area.right() for at, radius in written.dots)


@pytest.mark.parametrize("where", PLACES)
def test_no_name_on_a_curve_covers_a_point_of_it(qapp, where):
    look, area = PLACES[where][0](), PLACES[where][1]
    board = crowded_board("ru")
    panel = Curves(board, board.journeys()[0].id).panels[0]
    column = area.width() / len(panel.touchpoints)
    across = {card.id: area.x() + 40 + at * column for at, card in enumerate(panel.touchpoints)}
    written = overlapping_texts(lambda painter: paint_panel(painter, area, look, panel, across, [], False))
    named = [
        box
        for text, box in written.texts
        if len(text) > 9 and any(text.rstrip("… ") in card.title for card in panel.touchpoints)
    ]
    lived = [at for at, radius in written.dots if look.size(2.4) < radius < look.size(5)]
    assert named and len(lived) > 30
    dots = [at for at, radius in written.dots if radius < look.size(5)]
    assert not [box for box in named for at in dots if box.adjusted(1, 2, -1, -2).contains(at)]
