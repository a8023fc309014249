"""Every view of a workshop as full as a room can make it: nothing wider than the window, no text cut off, none over
another, and what the room sees large enough to be read. One window a language goes through all of them."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.ui.views import VIEWS
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.drawing import SMALLEST_ON_SCREEN, screen_look, window_look
from cxworkshop.ui.views.page import Page
from tests.crowded_workshop import crowded_workshop
from tests.ui.views.pages import clipped_texts, turn_to
from tests.ui.views.pictured import overlapping_texts

STAGE = QRectF(48, 190, 1824, 842)  # where the shared screen shows a drawing
WIDE = 1560  # the column of a page in a window of 1920 pixels; that of 1366 is open


@pytest.mark.parametrize("language", ["ru", "en"])
def test_long_titles_and_200_cards_of_each_kind_fit_every_view(open_window, tmp_path, language):
    document = Document.create(tmp_path / "crowd.cxw")
    document.apply(plan_addition(crowded_workshop(language), document.board, "crowd").changes, origin="import")
    window = open_window(None, language=language)
    window.use(document)
    wrong = {}
    for view in VIEWS:
        turn_to(window, view.id)
        page = window.workspace.views.page
        assert page.width() <= window.workspace.views.width()
        flaws = [*_flaws_of_the_page(page), *_flaws_of_the_drawing(page), *_flaws_of_the_charts(page)]
        if flaws:
            wrong[view.id] = flaws
    assert wrong == {}


def _flaws_of_the_page(page: Page) -> list[str]:
    wide = page.area.widget().width() > page.area.viewport().width() + 1
    return [*(["the page is wider than its window"] if wide else []), *clipped_texts(page)]


def _flaws_of_the_drawing(page: Page) -> list[object]:
    drawing = page.drawing()
    if drawing is None:
        return []
    found = overlapping_texts(lambda painter: drawing.paint(painter, STAGE, screen_look()))
    small = [f"letters of {found.smallest} pixels"] if found.smallest < SMALLEST_ON_SCREEN else []
    assert found.texts
    return [*found.overlapping, *found.outside(STAGE), *small]


def _flaws_of_the_charts(page: Page) -> list[object]:
    """Every chart of the page as a window of 1366 pixels shows it, and one of 1920."""
    flaws: list[object] = []
    for chart in page.findChildren(Chart):
        if chart.isVisible():
            for wide in (chart.width(), WIDE):
                area = QRectF(0, 0, wide, chart.height())
                found = overlapping_texts(partial(_paint, chart, area), 1, 1)
                flaws += [(wide, flaw) for flaw in (*found.overlapping, *found.outside(area))]
    return flaws


def _paint(chart: Chart, area: QRectF, painter: QPainter) -> None:
    drawing = chart._drawing
    assert drawing is not None
    drawing.paint(painter, area, window_look())
