"""Every view beside the wall: turned to, filled, empty, crowded, in both languages, and shown to the room."""

from __future__ import annotations

import pytest

from cxworkshop.actions import cards
from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.model.cards import KINDS
from cxworkshop.model.steps import STEPS
from cxworkshop.ui.shared_screen.window import SharedScreen
from cxworkshop.ui.views import BY_ID, VIEWS, WALL, views_of
from tests.random_workshops import random_workshop
from tests.ui.views.pages import clipped_texts, turn_to
from tests.ui.window.conftest import settle
from tests.ui.window.test_languages import CYRILLIC, LATIN, strange

EVERY = pytest.mark.parametrize("view", [view.id for view in VIEWS])


def test_every_step_of_the_method_has_a_view_of_its_own():
    assert [step.number for step in STEPS if not views_of(step.number)] == []
    assert len(BY_ID) == len(VIEWS)


@EVERY
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_view_speaks_the_language_of_the_window(open_window, view, language):
    window = open_window(language=language)
    turn_to(window, view)
    assert window.room.view == view and window.workspace.views.page.isVisible()
    assert strange(window.workspace.views, LATIN if language == "ru" else CYRILLIC) == []
    assert clipped_texts(window.workspace.views.page) == []


@EVERY
def test_an_empty_workshop_is_told_what_to_do_first(open_window, tmp_path, view):
    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    turn_to(window, view)
    page = window.workspace.views.page
    assert page.headline.text()
    assert strange(page, CYRILLIC) == []


@EVERY
def test_a_view_follows_edits_undo_and_other_workshops(open_window, tmp_path, view):
    window = open_window()
    turn_to(window, view)
    page = window.workspace.views.page
    for kind in KINDS:
        assert window.room.do(lambda board, kind=kind: cards.add(board, kind, f"New {kind}"))
    settle()
    for _ in KINDS:
        window.room.undo()
    settle()
    said = page.headline.text()
    window.use_theme("dark")
    window.use_language("ru")
    settle()
    assert page.headline.text() != said, "the headline follows the language"
    window.use(Document.create(tmp_path / "other.cxw"))
    settle()
    assert window.room.view == WALL
    turn_to(window, view)


@EVERY
def test_a_view_holds_what_gaps_loops_and_missing_scores_there_are(open_window, tmp_path, view):
    window = open_window(None)
    for seed in range(2):
        document = Document.create(tmp_path / f"random{seed}.cxw")
        document.apply(plan_addition(random_workshop(seed), document.board, "example").changes, origin="import")
        window.use(document)
        turn_to(window, view)
        assert window.workspace.views.page.headline.text()
        window.workspace.views.page.drawing()


@EVERY
def test_what_the_room_is_shown_of_a_view_is_drawn_and_said(open_window, view):
    window = open_window()
    turn_to(window, view)
    page = window.workspace.views.page
    drawing = page.drawing()
    if drawing is None:
        assert window.workspace.views.bar.stage.isHidden()
        return
    window.workspace.views.toggle_staged()
    screen = SharedScreen(window.room)
    screen.resize(1920, 1080)
    screen.show()
    settle()
    assert drawing.texts()[0] in screen.shown_texts()
    picture = screen.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(80, 1840, 7) for y in range(200, 1040, 7)}
    assert len(colours) > 3
    window.room.put_spotlight(next(iter(window.room.board.of_kind("need"))).id)
    assert window.room.staged is None
    screen.close()
