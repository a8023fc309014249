"""What a screen reader finds in the views that paint themselves: every spot, box and card, named, in walking order."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.actions import cards
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views import VIEWS
from cxworkshop.ui.views import heard_parts as parts
from cxworkshop.ui.views.chart import Chart
from cxworkshop.ui.views.heard import walked
from cxworkshop.ui.views.heard_parts import root_of
from cxworkshop.ui.views.improvements.board_view import BoardView
from cxworkshop.ui.views.improvements.columns import COLUMNS
from cxworkshop.ui.views.processes.map_view import MapView
from cxworkshop.ui.views.processes.picture import layer_name
from tests.ui.window.conftest import settle

Event, Role, Text = QAccessible.Event, QAccessible.Role, QAccessible.Text
PAINTED = (Chart, MapView, BoardView)
pytestmark = pytest.mark.filterwarnings("ignore:.*setActiveWindow")
ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)


@pytest.fixture
def listening(qapp):
    """A screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(params=["en", "ru"])
def either(request, open_window):
    """The coffee example in a language."""
    return open_window(language=request.param)


@pytest.fixture
def window(open_window):
    return open_window()


def painted_in(window, view: str) -> list[QWidget]:
    """Turn to a view; what in it paints itself and is seen. Nothing in the window has the keyboard yet."""
    window.workspace.views.choose(view)
    settle()
    QApplication.setActiveWindow(window)  # offscreen it may take a while by itself
    if QApplication.focusWidget() is not None:
        QApplication.focusWidget().clearFocus()
    page = window.workspace.views.page
    return [own for kind in PAINTED for own in page.findChildren(kind) if own.isVisible()]


def children(part):
    return [part.child(index) for index in range(part.childCount())]


def walk(part):
    yield part
    for child in children(part):
        yield from walk(child)


def listed(part, depth=0):
    """The tree as (depth, role, name)."""
    found = [(depth, part.role(), part.text(Text.Name))]
    return found + [line for child in children(part) for line in listed(child, depth + 1)]


def expected(widget) -> list[tuple[int, object, str | None]]:
    """The same from what is drawn; None: a name that only the tip knows."""
    if isinstance(widget, Chart):
        titles = [spot.tip.split("\n")[0] for spot in widget.spots]
        return [(0, Role.List, widget.accessibleName()), *((1, Role.ListItem, title) for title in titles)]
    title = {card.id: " ".join(card.title.split()) for card in widget.room.board.cards.values()}
    rows: list[tuple[int, object, str | None]] = [(0, Role.Grouping, widget.accessibleName())]
    if isinstance(widget, BoardView):
        for column in COLUMNS:
            faces = widget._faces[column.id]
            rows.append((1, Role.List, tr("{name}: {n}", name=tr(column.name), n=len(faces))))
            rows += [(2, Role.ListItem, title[face.id]) for face in faces]
        return rows
    layers = widget.picture.chain.layers
    for layer in sorted(set(layers.values())):
        rows.append((1, Role.List, layer_name(layer)))
        rows += [(2, Role.ListItem, title[card]) for card in widget.picture.ordered() if layers[card] == layer]
    return rows


@pytest.mark.parametrize("view", [own.id for own in VIEWS])
def test_the_tree_of_each_view_lists_names_and_roles_in_the_order_one_walks(either, view):
    for widget in painted_in(either, view):
        root = root_of(widget)
        tree, drawn = listed(root), expected(widget)
        assert [line[:2] for line in tree] == [line[:2] for line in drawn]
        for (_, _, name), (_, _, said) in zip(tree, drawn, strict=True):
            assert name.strip() and said in name
        for part in walk(root):
            for index, child in enumerate(children(part)):
                assert child.isValid() and child.parent() is part and part.indexOfChild(child) == index
            assert part.child(-1) is None and part.child(part.childCount()) is None


@pytest.mark.parametrize("view", [own.id for own in VIEWS])
def test_what_stands_for_a_card_says_its_kind_title_and_figures_and_lies_where_it_is_drawn(window, view):
    board = window.room.board
    for widget in painted_in(window, view):
        root = root_of(widget)
        by_key = {own.key: own for own in walked(widget.heard())}
        for part in (own for own in walk(root) if own is not root and own.role() == Role.ListItem):
            heard = by_key[part.key]
            card = board.find(heard.card or None)
            if card is not None:  # never the bare title
                assert not part.text(Text.Name).startswith(" ".join(card.title.split()))
            corner = widget.mapToGlobal(heard.area().toAlignedRect().topLeft())
            assert part.rect().topLeft() == corner
            assert part.state().focusable and bool(part.state().selectable) == bool(heard.card)
            middle = part.rect().center()
            if widget.rect().contains(widget.mapFromGlobal(middle)) and isinstance(widget, BoardView):
                column = root.childAt(middle.x(), middle.y())
                assert column.childAt(middle.x(), middle.y()) is part


def test_a_name_has_the_kind_the_title_and_the_first_figures_and_the_description_the_formula(window):
    (matrix,) = painted_in(window, "matrix")
    first = children(root_of(matrix))[0]
    assert first.text(Text.Name) == (
        "Improvement: Support books the second delivery itself. impact 9, effort 4 · Do first"
    )
    assert first.text(Text.Description).startswith("ICE 504: impact 9 × confidence 8 × ease 7.")


@pytest.mark.parametrize("view", ["matrix", "landscape", "map", "improvements", "touchpoints", "strategy"])
def test_arrows_announce_where_the_keys_stand(window, listening, view):
    for widget in painted_in(window, view):
        sent = []
        widget.teller.sent.connect(lambda what, key, sent=sent: sent.append((what, key)))
        widget.clearFocus()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        root = root_of(widget)
        assert sent[-1] == (Event.Focus, widget.heard_at()) and widget.heard_at() is not None
        for key in ARROWS:
            sent.clear()
            QTest.keyClick(widget, key)
            assert (Event.Focus, widget.heard_at()) in sent
            at = root.part_of(widget.heard_at())
            assert at.state().focused and root.focusChild() is at
            card = widget.heard_at() if not isinstance(widget, Chart) else widget.spots[widget._at].card
            assert not card or at.state().selected


@pytest.mark.parametrize("view", [own.id for own in VIEWS])
def test_the_first_tab_into_a_chart_draws_the_ring_and_selects_nothing(window, view):
    for chart in (own for own in painted_in(window, view) if isinstance(own, Chart)):
        chart.clearFocus()
        before = chart.grab().toImage()
        chart.setFocus(Qt.FocusReason.TabFocusReason)
        assert chart.hasFocus() and chart.ring() is not None
        if chart.spots:
            assert chart.ring().contains(chart.spots[chart._at].area)
        assert chart.grab().toImage() != before
        assert window.room.selection == ()


def test_a_press_with_the_mouse_draws_no_ring_around_a_whole_chart(window):
    (chart,) = painted_in(window, "matrix")
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.MouseFocusReason)
    assert chart.ring() is None


@pytest.mark.parametrize("view", ["matrix", "pains", "map", "improvements"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_selects_the_card_and_shows_it(window, view, key):
    widget = painted_in(window, view)[0]
    widget.clearFocus()
    shown = []
    widget.wanted.connect(shown.append)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.room.selection == ()
    QTest.keyClick(widget, key)
    assert len(shown) == 1 and window.room.selection == (shown[0],)


@pytest.mark.parametrize("view", ["matrix", "pains", "map", "improvements"])
def test_space_selects_the_card_and_stays_in_the_view(window, view):
    widget = painted_in(window, view)[0]
    widget.clearFocus()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(widget, Qt.Key.Key_Space)
    assert len(window.room.selection) == 1 and window.room.view == view


@pytest.mark.parametrize("view", ["matrix", "pains", "map", "improvements"])
def test_home_and_end_go_to_the_first_and_the_last(window, view):
    widget = painted_in(window, view)[0]
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    keys = [own.key for own in walked(widget.heard()) if not own.is_list]
    QTest.keyClick(widget, Qt.Key.Key_End)
    assert widget.heard_at() == keys[-1]
    QTest.keyClick(widget, Qt.Key.Key_Home)
    assert widget.heard_at() == keys[0]


def test_a_screen_reader_presses_a_card_of_the_board_and_it_is_selected(window):
    (board,) = painted_in(window, "improvements")
    root = root_of(board)
    card = children(children(root)[1])[0]
    card._actions.doAction(QAccessibleActionInterface.pressAction())
    assert window.room.selection == (card.key,) and board.hasFocus()
    assert card.state().selected and card.state().focused


def test_parts_of_what_is_gone_are_not_valid_and_others_keep_their_own(window, listening):
    (board,) = painted_in(window, "improvements")
    root = root_of(board)
    kept, gone, *_ = (children(column)[0] for column in children(root) if column.childCount())
    name = kept.text(Text.Name)
    window.room.do(lambda own: cards.delete(own, [gone.key]))
    settle()
    assert root.known(gone.key) is None and gone.key not in root._parts
    assert kept.isValid() and kept.text(Text.Name) == name


def test_nothing_is_left_of_a_view_that_is_closed(open_window):
    window = open_window()
    (matrix,) = painted_in(window, "matrix")
    root = root_of(matrix)
    assert list(walk(root))
    many = len(parts._kept)
    window.workspace.views.page.rebuild()
    del matrix
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    settle()
    assert root.view is None and not root.isValid() and len(parts._kept) < many


def test_the_keys_go_on_from_the_card_selected_elsewhere(window):
    (chart,) = painted_in(window, "pains")
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    third = chart.spots[2].card
    window.room.select([third])
    assert chart.spots[chart._at].card == third
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert window.room.selection == (chart.spots[1].card,)


def test_the_spot_stood_on_is_still_that_cards_when_the_ranking_changes(window):
    (chart,) = painted_in(window, "pains")
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    first = chart.spots[0].card
    window.room.do(lambda board: cards.edit(board, first, severity=1, frequency=1))
    settle()
    chart.grab()
    assert chart.spots[0].card != first and chart.spots[chart._at].card == first


def test_the_map_says_nothing_of_boxes_while_it_has_no_picture(qapp, window):
    view = MapView(window.room)
    assert view.heard() == () and root_of(view).childCount() == 0
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert view.standing is None
    view.deleteLater()
