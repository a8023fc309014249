"""The light goes out from the card pressed, one link further at a time; two needs are compared on the wall."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxworkshop.ui.lighting import lighting_of, lighting_of_two
from cxworkshop.ui.story import hops_of

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def lit(wall):
    """The wall with moving lights."""
    wall.animated = True
    return wall


def test_the_light_goes_from_link_to_link_and_nothing_of_it_fades_on_the_way(lit, room, hand):
    whole = lighting_of(room, "n1")
    hops = hops_of(whole)
    hand.click(hand.at("n1"))
    assert set(lit.look.lighting.cards) == {"n1"} and not lit.look.lighting.links
    for away in range(1, max(hops.values()) + 1):
        assert lit.lightup.runs
        assert not any(lit.look.lighting.is_faded(card) for card in whole.cards)
        lit.lightup._step()
        assert set(lit.look.lighting.cards) == {card for card, own in hops.items() if own <= away}
    assert not lit.lightup.runs and lit.look.lighting == whole
    unrelated = next(card for card in lit.picture.boxes if whole.is_faded(card))
    assert lit.look.is_faded(unrelated)


def test_the_light_arrives_by_itself_within_a_second(lit, room, hand):
    hand.click(hand.at("n1"))
    QTest.qWait(1000)
    assert not lit.lightup.runs and lit.look.lighting == lighting_of(room, "n1")


def test_another_selection_on_the_way_begins_anew_and_none_ends_it(lit, room, hand):
    hand.click(hand.at("n1"))
    lit.lightup._step()
    hand.click(hand.at("x2"))
    assert set(lit.look.lighting.cards) == {"x2"}
    hand.click(hand.cell("s1", "problems"))
    assert lit.look.lighting is None and not lit.lightup.runs


def test_a_drag_ends_the_light_and_it_is_whole_after_it(lit, room, hand):
    hand.press(hand.at("n1"))
    hand.drag_over(hand.at("n1"), hand.cell("s6", "needs"))
    assert lit.look.lighting is None and not lit.lightup.runs
    hand.key(Qt.Key.Key_Escape)
    assert lit.look.lighting == lighting_of(room, "n1")


def test_a_change_on_the_way_does_not_begin_it_anew(lit, room, hand):
    from cxworkshop.actions import cards

    hand.click(hand.at("n1"))
    lit.lightup._step()
    reached = set(lit.look.lighting.cards)
    room.do(lambda board: cards.edit(board, "t1", title="Else"))
    assert set(lit.look.lighting.cards) == reached


def test_a_screen_reader_hears_all_that_will_light_up_at_once(lit, room, hand):
    from cxworkshop.ui.canvas.said import description_of_card

    hand.click(hand.at("n1"))
    count = len(lighting_of(room, "n1").cards) - 1
    assert f"{count} cards light up" in description_of_card(lit, room.board.card("n1"))


def test_where_nothing_may_move_all_is_lit_at_once(wall, room, hand):
    hand.click(hand.at("n1"))
    assert wall.look.lighting == lighting_of(room, "n1") and not wall.lightup.runs


# Two needs


@pytest.fixture
def pair(room) -> tuple[str, str]:
    """Two needs that rest on a process together."""
    needs = [card.id for card in room.board.of_kind("need")]
    for one in needs:
        for other in needs:
            shared = lighting_of(room, one).cards.keys() & lighting_of(room, other).cards.keys()
            if one != other and shared:
                return one, other
    raise AssertionError("no two needs share anything")


def test_two_needs_selected_show_what_both_rest_on(room, wall, hand, pair):
    said: list[str] = []
    wall.hint_changed.connect(said.append)
    one, other = lighting_of(room, pair[0]), lighting_of(room, pair[1])
    hand.click(hand.at(pair[0]))
    hand.click(hand.at(pair[1]), modifiers=SHIFT)
    lighting = wall.look.lighting
    both = one.cards.keys() & other.cards.keys()
    assert both and set(lighting.cards) == {*pair, *both}
    for card in (one.cards.keys() | other.cards.keys()) - both:
        assert not lighting.is_faded(card), "what one of them rests on stays readable"
    for card in both:
        assert lighting.cards[card] == min(one.cards[card], other.cards[card])
    processes = {card for card in both if room.board.card(card).kind == "process"}
    assert f"Processes both rest on: {len(processes)} ·" in said[-1]
    wall.viewport().repaint()


def test_a_need_and_something_else_are_not_compared(room, wall):
    room.select(["n1", "t1"])
    assert wall.look.lighting is None
    room.select(["n1", "n2", "n3"])
    assert wall.look.lighting is None
    assert lighting_of_two(room, "n1", "n1") is None


def test_a_comparison_follows_a_new_link(room, wall, pair):
    from cxworkshop.actions import cards, links

    room.select(pair)
    shared = next(card for card in wall.look.lighting.cards if room.board.card(card).kind == "process")
    room.do(lambda board: cards.add(board, "process", "Deep inside", card_id="deep"))
    assert "deep" not in wall.look.lighting.cards
    room.do(lambda board: links.connect(board, shared, "deep", "depends_on"))
    assert "deep" in wall.look.lighting.cards
    room.undo()
    assert "deep" not in wall.look.lighting.cards
