"""The map told step by step: on the wall and on the shared screen at once, by keys a presenter's clicker has."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import WallView
from cxworkshop.ui.lighting import lighting_of, lighting_of_two
from cxworkshop.ui.shared_screen.window import SharedScreen
from cxworkshop.ui.story import can_tell, go_on, hops_of, until


def _need(room: Room) -> str:
    return max(room.board.of_kind("need"), key=lambda need: len(room.map().behind(need.id).distance)).id


def test_a_story_begins_with_the_card_alone_and_ends_with_all_that_was_lit(open_room: Callable[..., Room]) -> None:
    room = open_room()
    need = _need(room)
    whole = lighting_of(room, need)
    assert whole is not None
    wall = WallView(room)
    room.select([need])
    seen = []
    go_on(room)
    while room.story is not None:
        assert wall.look.lighting is not None
        seen.append(set(wall.look.lighting.cards))
        go_on(room)
    assert seen[0] == {need}
    assert all(before < after for before, after in itertools.pairwise(seen))
    assert wall.look.lighting is not None and wall.look.lighting.cards == whole.cards


def test_each_hop_shows_only_links_between_what_is_told(open_room: Callable[..., Room]) -> None:
    room = open_room()
    whole = lighting_of(room, _need(room))
    assert whole is not None
    for hops in range(max(hops_of(whole).values()) + 1):
        part = until(whole, hops)
        ends = [room.board.get("link", key) for key in part.links]
        assert all(end is not None and {end["source"], end["target"]} <= part.cards.keys() for end in ends)
    assert part.links == whole.links


def test_the_shared_screen_tells_no_more_than_the_wall(open_room: Callable[..., Room]) -> None:
    room = open_room()
    need = _need(room)
    room.select([need])
    room.put_spotlight(need)
    screen = SharedScreen(room)
    whole = screen.shown_texts()
    go_on(room)
    alone = screen.shown_texts()
    go_on(room)
    with_values = screen.shown_texts()
    assert set(alone) < set(with_values) < set(whole)
    go_on(room, -1)
    assert screen.shown_texts() == alone
    go_on(room, -1)
    assert room.story is None and screen.shown_texts() == whole


def test_another_selection_ends_a_story_nobody_is_shown(open_room: Callable[..., Room]) -> None:
    room = open_room()
    room.select([_need(room)])
    go_on(room)
    assert room.story is not None
    room.select([])
    assert room.story is None


def _two_that_share(wall: WallView) -> tuple[str, str]:
    """The two needs of the journey shown that rest on most processes together."""
    room, boxes = wall.room, wall.picture.boxes
    behind = {own.id: set(room.map().behind(own.id).distance) for own in room.board.of_kind("need") if own.id in boxes}
    return max(itertools.combinations(behind, 2), key=lambda pair: len(behind[pair[0]] & behind[pair[1]]))


def test_two_needs_compared_are_told_from_both_at_once(open_room: Callable[..., Room]) -> None:
    room = open_room()
    wall = WallView(room)
    one, other = _two_that_share(wall)
    whole = lighting_of_two(room, one, other)
    assert whole is not None and len(whole.cards) > 2
    room.select([one, other])
    assert can_tell(room)
    go_on(room)
    seen = []
    while room.story is not None:
        assert wall.look.lighting is not None
        seen.append(wall.look.lighting)
        go_on(room)
    assert set(seen[0].cards) == {one, other}
    assert all(before.cards.keys() < after.cards.keys() for before, after in itertools.pairwise(seen))
    only_one = whole.context - whole.cards.keys()
    assert only_one and all(part.is_faded(card) for part in seen for card in only_one)
    assert wall.look.lighting == whole


def test_two_needs_that_share_nothing_have_nothing_to_tell(open_room: Callable[..., Room]) -> None:
    cards = [{"id": own, "kind": "need", "title": own} for own in ("n1", "n2")]
    room = open_room({"format": "cxworkshop", "version": 1, "workshop": {"title": "x"}, "cards": cards})
    room.select(["n1", "n2"])
    assert not can_tell(room)
    go_on(room)
    assert room.story is None
