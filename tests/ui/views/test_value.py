"""Step 5 in a real window: a need gets a value, a value its need, and the chain shows what is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.analysis.value_chain import chains, needs_without_value, suggestions, values_without_need
from cxworkshop.document import Document
from cxworkshop.ui.views.drawing import screen_look, window_look
from cxworkshop.ui.views.value.chain_drawing import ChainDrawing
from tests.analysis.small_boards import board
from tests.ui.views.pictured import overlapping_texts
from tests.ui.window.conftest import settle
from tests.ui.window.seen import texts


@pytest.fixture
def window(open_window):
    return open_window()


@pytest.fixture
def page(window):
    window.workspace.views.choose("value")
    settle()
    return window.workspace.views.page


def enter(widget) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    settle()


def test_chains_run_from_the_largest_need_to_processes_and_end_with_work_for_nobody():
    own = board(
        "v1 satisfies n1",
        "v2 satisfies n1",
        "p1 creates v1",
        "p2 creates v1",
        cards={"n1": {"importance": 3}, "n2": {"importance": 9}, "v3": {}},
    )
    said = [
        (chain.need.id if chain.need else None, [(made.value.id, len(made.processes)) for made in chain.values])
        for chain in chains(own)
    ]
    assert said == [("n2", []), ("n1", [("v1", 2), ("v2", 0)]), (None, [("v3", 0)])]
    assert [card.id for card in needs_without_value(own)] == ["n2"]
    assert [card.id for card in values_without_need(own)] == ["v3"]


def test_what_is_worded_alike_is_offered_before_what_lies_near():
    titles = {"n1": "Know when it arrives", "n2": "A warm cup", "n3": "Parking", "n4": "Quiet"}
    stages = {"n1": "S2", "n2": "S1", "n3": "S1", "n4": "S2"}
    own = board(cards={"S1": {}, "S2": {}, **{key: {"title": titles[key], "stage": stages[key]} for key in titles}})
    own_value = board(cards={"v1": {"title": "Tell when the order arrives", "stage": "S1"}}).card("v1")
    assert [card.id for card in suggestions(own_value, own.of_kind("need"))] == ["n1", "n2", "n3"]


@pytest.mark.parametrize(
    ("links", "cards_there", "headline"),
    [
        ((), {}, "First the needs: value is what meets one of them"),
        ((), {"n1": {}, "v1": {}}, "Promises nobody keeps: 1. Work for nobody: 1."),
        ((), {"n1": {}}, "Promises nobody keeps: 1"),
        (("v1 satisfies n1",), {"v2": {}}, "Every need is met; work for nobody: 1"),
        (("v1 satisfies n1",), {}, "Every need has a value, and every value a need"),
    ],
)
def test_the_headline_says_what_is_missing(links, cards_there, headline):
    assert ChainDrawing(board(*links, cards=cards_there)).headline() == headline


def test_a_value_typed_at_a_need_is_put_up_for_it_and_undone(window, page):
    (need_id, row), = page.unmet.rows.items()  # fmt: skip
    row.field.setText("A message at every turn")
    row.field.setFocus()
    enter(row.field)
    (value,) = window.room.board.sources(need_id, "satisfies")
    assert value.title == "A message at every turn" and value.stage == window.room.board.card(need_id).stage
    assert page.unmet.rows == {} and page.headline.text() == "Every need is met; work for nobody: 1"
    window.room.undo()
    settle()
    assert list(page.unmet.rows) == [need_id] and window.room.board.find(value.id) is None


def test_a_value_nobody_needs_is_linked_with_one_press(window, page):
    window.room.do(lambda own: cards.add(own, "value", "Know what goes on", "s4", card_id="v99"))
    settle()
    row = page.idle.rows["v99"]
    assert row.offers and not row.field.isVisible()
    row.offers[0].pressed.emit()
    settle()
    assert [card.title for card in window.room.board.targets("v99", "satisfies")] == ["Know what is going on"]
    assert list(page.idle.rows) == ["v10"] and page.unmet.rows == {}


def test_the_keyboard_goes_to_the_next_need_when_one_is_settled(window, page):
    for number in range(3):
        window.room.do(lambda own, number=number: cards.add(own, "need", f"Need {number}", card_id=f"n9{number}"))
    settle()
    first = next(iter(page.unmet.rows.values()))
    first.field.setFocus()
    first.field.setText("Something for it")
    enter(first.field)
    assert next(iter(page.unmet.rows.values())).field.hasFocus()


def test_a_spot_of_the_chain_selects_its_card(window, page):
    page.chain.grab()
    spot = next(spot for spot in page.chain.spots if spot.card == "v1")
    page.chain._press(spot)
    assert window.room.selection == ("v1",)
    assert any("opportunity" in spot.tip for spot in page.chain.spots)


def test_an_empty_workshop_is_sent_to_its_needs_first(open_window, tmp_path):
    window = open_window(None)
    window.use(Document.create(tmp_path / "empty.cxw"))
    window.workspace.views.choose("value")
    settle()
    page = window.workspace.views.page
    assert page.lead.isVisible() and not page.chain.isVisible()
    page.first.click()
    settle()
    assert window.room.view == "needs"


@pytest.mark.parametrize("look", [screen_look, window_look])
def test_a_need_with_more_values_than_fit_shows_the_first_and_counts_the_others(qapp, look):
    links = [f"v{number} satisfies n1" for number in range(60)]
    drawing = ChainDrawing(board(*links, cards={"n1": {"importance": 9}, "n2": {}, "n3": {}}))
    area = QRectF(48, 190, 1824, 842)
    spots = []
    written = overlapping_texts(lambda painter: spots.extend(drawing.paint(painter, area, look())))
    said = [text for text, _ in written.texts]
    shown = len({spot.card for spot in spots if spot.card.startswith("v")})
    assert shown > 8 and f"+{60 - shown} more" in said and "+2 more" in said
    assert written.outside(area) == [] and written.overlapping == []


def test_without_any_value_nobody_says_that_every_value_is_needed(open_window, tmp_path):
    window = open_window(None)
    window.use(Document.create(tmp_path / "new.cxw"))
    window.room.do(lambda board: cards.add(board, "need", "Coffee while it is hot"))
    window.workspace.views.choose("value")
    settle()
    said = texts(window.workspace.views.page)
    assert "No value has been named yet." in said and "Somebody needs every value." not in said
