"""Changes of more records than are asked for in one statement leave a file that is sound row by row."""

from __future__ import annotations

import random

import pytest

from cxworkshop.document import Document
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD
from cxworkshop.store.workshop_file import AT_ONCE

MANY = 2 * AT_ONCE + 100


def made(document: Document) -> ChangeSet:
    draft = Draft(document.board)
    for number in range(MANY):
        draft.add_card("value" if number % 2 else "need", {"title": f"{number}"}, f"c{number}")
    for number in range(0, MANY, 2):
        draft.add_link("satisfies", f"c{number + 1}", f"c{number}")
    return draft.changes()


@pytest.mark.parametrize("seed", range(3))
def test_records_made_changed_deleted_and_brought_back_in_crowds_are_read_back(tmp_path, seed):
    chance, path = random.Random(seed), tmp_path / "many.cxw"
    document = Document.create(path)
    document.apply(made(document))
    for _ in range(3):
        draft = Draft(document.board)
        own = list(document.board.cards)
        for card in chance.sample(own, len(own) // 2):
            draft.set(CARD, card, title=f"{chance.random()}")
        draft.delete_cards(chance.sample(own, len(own) // 3))
        for number in range(AT_ONCE + 1):
            draft.add_card("note", {"title": f"{number}"})
        document.apply(draft.changes())
        if chance.random() < 0.6:
            document.undo()
    kept = document.board.snapshot()
    document.close()
    again = Document.open(path)  # verifies every checksum and the manifest
    assert again.board.snapshot() == kept
    while again.undo():
        pass
    assert not again.board.cards
    again.close()
    Document.open(path).close()
