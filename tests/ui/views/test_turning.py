"""From the wall to the views and back: by step, tab, key and command."""

from __future__ import annotations

from PySide6.QtCore import Qt

from cxworkshop.actions import cards
from cxworkshop.document import Document
from cxworkshop.ui.views import WALL, views_of
from cxworkshop.ui.views.bar import tab_buttons
from tests.ui.window.conftest import settle


def test_opening_a_workshop_shows_the_wall(open_window):
    window = open_window()
    assert window.room.view == WALL
    assert window.workspace.palette_panel.isVisible()


def test_a_press_on_the_step_of_the_moment_turns_to_its_view_and_again_to_the_wall(open_window, qtbot):
    window = open_window()
    button = window.workspace.steps.steps[window.room.step - 1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.room.view == views_of(window.room.step)[0].id
    assert not window.workspace.palette_panel.isVisible(), "cards are dragged onto the wall only"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.room.view == WALL and window.workspace.palette_panel.isVisible()


def test_a_step_comes_back_to_the_view_last_chosen_there(open_window):
    window = open_window()
    window.commands.by_id["step_7"].trigger()
    first = window.room.view
    assert first == views_of(7)[0].id
    other = views_of(7)[1].id
    window.workspace.views.bar.tabs[other].click()
    window.commands.by_id["step_3"].trigger()
    assert window.room.view == WALL, "the room works on the wall there"
    window.commands.by_id["step_7"].trigger()
    assert window.room.view == other


def test_every_view_is_a_command_and_w_leads_back(open_window):
    window = open_window()
    for step in range(1, 10):
        for view in views_of(step):
            window.commands.by_id[f"view_{view.id}"].trigger()
            settle()
            assert window.room.view == view.id
            assert view.id in window.workspace.views.bar.tabs
            assert window.workspace.views.bar.tabs[view.id] in tab_buttons(window.workspace.views.bar)
    window.commands.by_id["view_wall"].trigger()
    assert window.room.view == WALL


def test_a_card_shown_from_a_view_is_shown_on_the_wall(open_window):
    window = open_window()
    window.workspace.views.choose(views_of(7)[0].id)
    need = window.room.board.of_kind("need")[0].id
    window.workspace.views.page.wanted.emit(need)
    assert window.room.view == WALL and window.room.selection == (need,)


def test_a_new_card_by_key_is_made_on_the_wall(open_window):
    window = open_window()
    window.workspace.views.choose(views_of(8)[0].id)
    window.commands.by_id["add_need"].trigger()
    assert window.room.view == WALL and window.wall.editor is not None


def test_the_title_of_a_selected_card_is_typed_in_the_right_panel_beside_a_view(open_window):
    window = open_window()
    window.workspace.views.choose(views_of(8)[0].id)
    window.room.select([window.room.board.of_kind("need")[0].id])
    settle()
    window.commands.by_id["edit_title"].trigger()
    assert window.wall.editor is None
    assert window.workspace.inspector.isAncestorOf(window.focusWidget())


def test_tabs_without_room_are_left_to_the_menu(open_window):
    window = open_window(width=900, height=600)
    window.workspace.views.choose(views_of(7)[-1].id)
    settle()
    bar = window.workspace.views.bar
    shown = tab_buttons(bar)
    assert bar.tabs[window.room.view] in shown
    assert all(tab.geometry().right() <= bar.width() for tab in shown)
    titles = [action.text() for action in bar.menu().actions()]
    assert all(any(view.name in title for title in titles) for view in views_of(7))


def test_what_appears_on_a_page_can_be_shown_to_the_room_without_turning_away_first(open_window, tmp_path):
    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    window.workspace.views.choose("personas")
    settle()
    window.room.do(lambda board: cards.add(board, "persona", "Annie"))
    settle()
    assert window.workspace.views.bar.stage.isVisible()
    window.workspace.views.bar.stage.click()
    assert window.room.staged is not None and window.room.staged.make() is not None
