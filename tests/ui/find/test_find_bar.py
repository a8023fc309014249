"""Finding on the wall as a facilitator does it: keys, what fades, steps, filters, saved views."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from cxworkshop.actions import cards
from cxworkshop.ui.command_palette.entries import entries
from cxworkshop.ui.find.facets import FACETS
from cxworkshop.ui.find.filter_menu import TickMenu
from cxworkshop.ui.find.filtering import Filter
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts

SHIFT = Qt.KeyboardModifier.ShiftModifier
YU = 0x42E


def ticked(menu: QMenu, *path: str) -> QAction:
    """The action at the end of a path of titles."""
    for name in path[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.text() == name)
    return next(action for action in menu.actions() if action.text() == path[-1])


@pytest.fixture
def typed(window, bar, keyboard):
    """Opens the bar by its key and types."""

    def type_in(text: str) -> None:
        window.wall.setFocus()
        keyboard.press(Qt.Key.Key_Slash, "/")
        keyboard.type(text)

    return type_in


@pytest.mark.parametrize("key, text", [(Qt.Key.Key_Slash, "/"), (Qt.Key.Key_Period, ".")])
def test_the_key_of_the_slash_opens_it_on_either_layout(window, bar, keyboard, key, text):
    window.wall.setFocus()
    keyboard.press(key, text)
    assert bar.isVisible() and bar.field.hasFocus() and bar.field.text() == ""


def test_what_does_not_match_fades_and_the_bar_says_how_much_was_found(window, bar, typed):
    typed("delivery")
    found = set(bar.finder.results)
    assert found and all(
        "deliver" in f"{card.title} {card.note}".lower() for card in map(window.room.board.card, found)
    )
    shown = window.wall.picture.boxes
    assert all(window.wall.look.is_faded(card) == (card not in found) for card in shown)
    assert bar.count.text() == f"{len(found)} of {bar.finder.searched}"


def test_faded_cards_are_paler_on_the_screen(window, bar, typed):
    card = next(iter(window.wall.picture.cards_in(window.wall.camera.seen)))
    place = window.wall.camera.rect_to_screen(window.wall.picture.rect(card))
    spot = (round(place.x + 2), round(place.y + place.height / 2))  # on the band of its kind
    before = window.wall.viewport().grab().toImage().pixelColor(*spot)
    typed("qqqzzzxx")
    after = window.wall.viewport().grab().toImage().pixelColor(*spot)
    assert bar.finder.results == [] and after.lightness() > before.lightness() + 30


def test_enter_steps_on_and_shift_enter_back_round_the_ends(window, bar, typed, keyboard):
    typed("delivery")
    results = bar.finder.results
    assert len(results) > 1
    keyboard.press(Qt.Key.Key_Return)
    first = window.room.selection[0]
    assert first in results and bar.field.hasFocus()
    assert bar.count.text().startswith(f"no. {results.index(first) + 1} ")
    for _ in results:
        keyboard.press(Qt.Key.Key_Return)
    assert window.room.selection == (first,)
    keyboard.press(Qt.Key.Key_Return, modifiers=SHIFT)
    assert window.room.selection == (results[results.index(first) - 1],)


def test_a_step_brings_the_result_into_view(window, bar, typed, keyboard):
    window.wall.set_zoom(2.0)
    typed("e")
    for _ in bar.finder.results:
        keyboard.press(Qt.Key.Key_Return)
        card = window.room.selection[0]
        if card in window.wall.picture.boxes:
            assert window.wall.picture.rect(card).meets(window.wall.camera.seen), card


def test_a_result_of_another_journey_turns_the_wall(window, bar, typed, keyboard):
    other = window.room.board.journeys()[1]
    card = window.room.board.touchpoints(other.id)[0]
    typed(card.title)
    while window.room.selection != (card.id,):
        keyboard.press(Qt.Key.Key_Return)
    assert window.room.journey == other.id


def test_a_found_need_does_not_light_its_map_while_one_looks(window, bar, typed, keyboard):
    window.room.select(["n1"])
    assert window.wall.look.lighting is not None
    typed(window.room.board.card("n1").title)
    keyboard.press(Qt.Key.Key_Return)
    assert window.room.selection == ("n1",) and window.wall.look.lighting is None
    keyboard.press(Qt.Key.Key_Escape)
    assert window.wall.look.lighting is not None and window.wall.look.found is None


def test_escape_closes_it_and_the_wall_is_whole_again(window, bar, typed, keyboard):
    typed("delivery")
    keyboard.press(Qt.Key.Key_Escape)
    assert not bar.isVisible() and window.wall.hasFocus()
    assert not any(window.wall.look.is_faded(card) for card in window.wall.picture.boxes)


def test_results_follow_a_change_of_the_workshop(window, bar, typed):
    typed("zebra")
    assert bar.finder.results == []
    window.room.do(lambda board: cards.edit(board, "n1", title="A zebra crossing"))
    settle()
    assert bar.finder.results == ["n1"]
    window.room.undo()
    settle()
    assert bar.finder.results == []


def test_kinds_are_ticked_in_the_menu_and_stand_as_a_pill(window, bar, typed):
    typed("")
    menu = bar._filter_menu()
    ticked(menu, "Kind", "Needs").trigger()
    ticked(menu, "Kind", "Problems").trigger()
    settle()
    assert bar.finder.filter.chosen == {"kind": ("need", "problem")}
    assert "Kind: Needs, Problems" in texts(bar)
    assert {window.room.board.card(card).kind for card in bar.finder.results} == {"need", "problem"}
    bar.chips[0].dropped.emit()
    settle()
    assert not bar.finder.filter and bar.chips == []


def test_a_menu_of_ticks_stays_open(bar, typed):
    typed("")
    menu = bar._facet_menu(FACETS[0])
    assert isinstance(menu, TickMenu)
    menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))
    settle()
    closed_by_a_tick = []
    if menu.isVisible():  # offscreen, a window of another test may keep it from opening
        menu.aboutToHide.connect(lambda: closed_by_a_tick.append(True))
    menu.setActiveAction(menu.actions()[0])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.actions()[0].isChecked() and len(bar.finder.filter.chosen["kind"]) == 1
    menu.setActiveAction(menu.actions()[1])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert menu.actions()[1].isChecked() and len(bar.finder.filter.chosen["kind"]) == 2
    assert not closed_by_a_tick
    menu.close()


def test_a_range_of_scores_narrows_what_is_found(window, bar, typed):
    typed("")
    ticked(bar._filter_menu(), "Score", "Importance").trigger()
    settle()
    all_scored = list(bar.finder.results)
    chip = bar.chips[0]
    chip.low.setCurrentIndex(chip.low.findData(9.0))
    chip.low.activated.emit(chip.low.currentIndex())
    settle()
    assert bar.chips == [chip], "the pill must stay the same under the hand that changes it"
    assert 0 < len(bar.finder.results) < len(all_scored)
    assert all(window.room.board.card(card)["importance"] >= 9 for card in bar.finder.results)


def test_a_view_is_saved_by_name_found_in_the_palette_and_forgotten(window, bar, typed, keyboard):
    typed("deliv")
    ticked(bar._filter_menu(), "Kind", "Needs").trigger()
    ticked(bar._view_menu(), "Save as a view…").trigger()
    assert bar.name.hasFocus()
    keyboard.type("Late parcels")
    keyboard.press(Qt.Key.Key_Return)
    kept = bar.finder.filter
    keyboard.press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    entry = entries(window, "late par")[0]
    assert (entry.text, entry.beside) == ("Late parcels", "Saved view")
    entry.run()
    assert bar.isVisible() and bar.finder.filter == kept == Filter("deliv", {"kind": ("need",)})
    assert bar.field.text() == "deliv"
    ticked(bar._view_menu(), "Forget a view", "Late parcels").trigger()
    assert bar.saved() == {} and ticked(bar._view_menu(), "No view is saved yet")


def test_escape_while_naming_a_view_leaves_the_search_open(bar, typed, keyboard):
    typed("deliv")
    ticked(bar._view_menu(), "Save as a view…").trigger()
    keyboard.press(Qt.Key.Key_Escape)
    assert bar.isVisible() and not bar.name.isVisible() and bar.field.hasFocus() and bar.finder.filter


def test_views_belong_to_their_workshop(window, bar, typed, tmp_path):
    from cxworkshop.document import Document
    from cxworkshop.ui.find.views import save_view

    save_view(window.settings, window.room.document.path, "Mine", Filter("x"))
    assert list(bar.saved()) == ["Mine"]
    typed("deliv")
    window.use(Document.create(tmp_path / "other.cxw"))
    assert bar.saved() == {} and not bar.isVisible() and window.wall.look.found is None


def test_in_russian_nothing_is_cut_off_on_a_small_screen(open_window, keyboard):
    window = open_window(language="ru", width=1366, height=768)
    bar = window.workspace.find_bar
    bar.open()
    keyboard.type("доставка")
    settle()
    assert bar.count.text() == f"{len(bar.finder.results)} из {bar.finder.searched}"
    kinds = bar._filter_menu().actions()[0].menu().actions()
    assert len(kinds) > 4
    for action in kinds[:4]:
        action.setChecked(True)
    bar._take(bar.finder.filter.with_range("importance", (5, 10)).with_range("experience", (-5, 0)))
    settle()
    for widget in (bar.field, bar.count, bar.filters, bar.views, bar.closing, *bar.chips):
        inside = widget.mapTo(bar, widget.rect().bottomRight())
        assert bar.rect().contains(inside) and widget.isVisible(), widget
        assert widget.width() >= min(widget.minimumSizeHint().width(), 320)
