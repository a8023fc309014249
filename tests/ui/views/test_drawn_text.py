"""What drawings write when a workshop is as full as it gets: no text over another, none cut off, none too small."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.ui.views import VIEWS
from cxworkshop.ui.views.drawing import SMALLEST_ON_SCREEN, screen_look
from tests.crowded_workshop import crowded_workshop
from tests.ui.views.pictured import overlapping_texts
from tests.ui.window.conftest import settle

STAGE = QRectF(48, 190, 1824, 842)  # where the shared screen shows a drawing


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_text_of_a_crowded_drawing_lies_over_another_or_outside(open_window, tmp_path, language):
    document = Document.create(tmp_path / "crowd.cxw")
    document.apply(plan_addition(crowded_workshop(language), document.board, "crowd").changes, origin="import")
    window = open_window(None, language=language)
    window.use(document)
    wrong = {}
    for view in VIEWS:
        window.workspace.views.choose(view.id)
        settle()
        drawing = window.workspace.views.page.drawing()
        if drawing is None:
            continue
        found = overlapping_texts(lambda painter, own=drawing: own.paint(painter, STAGE, screen_look()))
        assert found.texts, view.id
        small = found.smallest if found.smallest < SMALLEST_ON_SCREEN else None
        flaws = (found.overlapping[:5], found.outside(STAGE)[:5], small)
        if any(flaws):
            wrong[view.id] = flaws
    assert wrong == {}
