"""A wall that follows changes looks exactly as one laid out anew."""

from __future__ import annotations

import random

import pytest

from cxworkshop.model.arrangement import Arrangement, lay_out
from cxworkshop.model.board import Board
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD
from tests.model.test_layout import WORDS, crowded, measure


def changed(board: Board, depths: dict[str, int | None], chance: random.Random) -> tuple[object, dict[str, int | None]]:
    """One random change, already made on the board, and the depths after it."""
    draft, own = Draft(board), list(board.cards.values())
    card = chance.choice(own)
    roll = chance.random()
    if roll < 0.45:
        draft.set(CARD, card.id, title=" ".join(chance.choices(WORDS, k=chance.randrange(12))))
    elif roll < 0.7 and card.kind not in ("journey", "stage", "persona", "improvement"):
        draft.set(CARD, card.id, stage=chance.choice([None, "s0", "s1", "far", "nowhere"]))
    elif roll < 0.8:
        new = draft.add_card(
            chance.choice(["need", "process", "touchpoint", "persona", "improvement"]), {"title": "new"}
        )
        depths = {**depths, new: chance.choice([None, 1, 2])}
    elif roll < 0.9 and card.kind not in ("journey", "stage"):
        draft.delete_card(card.id)
    else:
        source, target = chance.choice(own), chance.choice(own)
        for verb in board.verbs(source, target)[:1]:
            draft.add_link(verb, source.id, target.id)
    changes = draft.changes()
    board.apply(changes)
    depths = {process: depth for process, depth in depths.items() if process in board.cards}
    if depths and chance.random() < 0.3:
        depths = {**depths, chance.choice(list(depths)): chance.choice([None, 1, 3])}
    return changes, depths


@pytest.mark.parametrize("seed", range(12))
def test_following_changes_gives_what_laying_out_anew_gives(seed):
    board, depths = crowded(seed)
    chance = random.Random(seed)
    arrangement, kept = Arrangement(board, "j", depths, measure), 0
    for _ in range(40):
        changes, depths = changed(board, depths, chance)
        guests = {card for card in depths if chance.random() < 0.1}
        if arrangement.follow(changes, depths, guests):
            kept += 1
        else:
            arrangement = Arrangement(board, "j", depths, measure, guests)
        anew = lay_out(board, "j", depths, measure, guests)
        assert arrangement.layout == anew
        assert list(arrangement.layout.boxes) == list(anew.boxes)
    assert kept > 20


def test_an_edit_of_one_title_keeps_the_boxes_of_every_other_cell():
    board, depths = crowded(3)
    arrangement = Arrangement(board, "j", depths, measure)
    before = arrangement.layout
    card = next(box.card for box in before.boxes.values() if board.card(box.card).kind == "note")
    draft = Draft(board)
    draft.set(CARD, card, title=board.card(card).title[::-1])
    board.apply(draft.changes())
    arrangement.follow(draft.changes(), depths, ())
    cell = before.boxes[card].lane, before.boxes[card].column
    others = [box for box in before.boxes.values() if (box.lane, box.column) != cell]
    assert others
    assert all(arrangement.layout.boxes[box.card] is box for box in others if box.lane != cell[0])
