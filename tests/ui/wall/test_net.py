"""Links found by the cells they join: after any changes the same as looked for one by one, and shifts cost nothing."""

from __future__ import annotations

import random

import pytest

from cxworkshop.actions import cards, links
from cxworkshop.model.boxes import Rect
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD, LINK
from cxworkshop.ui.canvas import net
from cxworkshop.ui.canvas.net import Net
from cxworkshop.ui.canvas.picture import DRAWN, LOUD


def around(picture, link) -> Rect:
    one, other = picture.boxes[link.source].rect, picture.boxes[link.target].rect
    left, top = min(one.x, other.x), min(one.y, other.y)
    return Rect(left, top, max(one.right, other.right) - left, max(one.bottom, other.bottom) - top)


def drawn(picture) -> list:
    return [link for verb in DRAWN for link in picture.board.links(verb) if picture.shows(link)]


def part(picture, chance: random.Random) -> Rect:
    layout = picture.layout
    return Rect(
        chance.uniform(0, layout.width), chance.uniform(0, layout.height), chance.choice((0.01, 60.0, 700.0)),
        chance.choice((0.01, 60.0, 500.0)),
    )  # fmt: skip


def change(room, chance: random.Random) -> None:
    board = room.board
    own = [card for card in board.cards.values() if card.kind not in ("journey", "stage")]
    card, other, roll = chance.choice(own), chance.choice(own), chance.random()
    if roll < 0.3:
        room.do(lambda b: cards.edit(b, card.id, title="word " * chance.randrange(1, 14)))
    elif roll < 0.5:
        stages = [stage.id for stage in board.of_kind("stage")]
        room.do(lambda b: cards.move(b, [card.id], chance.choice(stages)))
    elif roll < 0.6:
        room.do(lambda b: cards.delete(b, [card.id]))
    elif roll < 0.85 and board.verbs(card, other):
        room.do(lambda b: links.connect(b, card.id, other.id))
    elif roll < 0.95 and room.document.undo_depth > 1:  # the first one made the workshop
        room.undo()
    else:
        room.redo()


@pytest.mark.parametrize("seed", range(6))
def test_what_follows_changes_finds_what_looking_at_every_card_and_link_finds(room, wall, seed):
    chance = random.Random(seed)
    wall.picture.links_in(wall.camera.seen)
    for _ in range(40):
        change(room, chance)
        picture = wall.picture
        anew = Net(picture.boxes, (link for verb in DRAWN for link in picture.board.links(verb)), LOUD)
        for area in (part(picture, chance) for _ in range(6)):
            expected = {link.key for link in drawn(picture) if around(picture, link).meets(area)}
            found = [link.key for link in picture.links_in(area)]
            assert set(found) == expected == set(anew.within(area))
            assert len(found) == len(expected)
            loud = [room.board.get(LINK, key).verb in LOUD for key in found]
            assert loud == sorted(loud)
            assert set(picture.cards_in(area)) == {own for own, box in picture.boxes.items() if box.rect.meets(area)}
        for link in drawn(picture):
            start = picture.curve(link).pointAtPercent(0.0)
            rect = picture.boxes[link.source].rect
            assert rect.x <= start.x() <= rect.right
            assert rect.y <= start.y() <= rect.bottom


def test_a_lane_that_moves_looks_at_no_link_of_the_lanes_below(room, wall, monkeypatch):
    wall.picture.links_in(wall.camera.seen)
    before = wall.picture
    card = next(own for own in before.boxes if room.board.card(own).kind == "touchpoint")
    put: list[str] = []
    group_put = net.Group.put
    monkeypatch.setattr(net.Group, "put", lambda group, key, *ends: (put.append(key), group_put(group, key, *ends)))
    draft = Draft(room.board)
    draft.set(CARD, card, title="a title much longer than any other in its lane, of four lines at least " * 3)
    room.do(lambda _: draft.changes())
    now = wall.picture
    below = [own for own in now.boxes if room.board.card(own).kind == "value"]
    assert all(now.boxes[own].rect.y > before.boxes[own].rect.y for own in below)
    cell = now.boxes.cell_of(card)
    beside = [own for own in now.boxes if now.boxes.cell_of(own) == cell]
    assert set(put) <= {link.key for own in beside for link in room.board.links_of(own)}
