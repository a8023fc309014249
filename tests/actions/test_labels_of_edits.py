"""What the undo list calls an edit."""

from cxworkshop.actions import cards
from cxworkshop.model.board import board_of
from cxworkshop.model.records import CARD, Card


def test_naming_a_card_that_had_no_title_is_called_by_its_new_one():
    board = board_of([Card(CARD, "n1", {"kind": "need", "title": ""})])
    assert cards.edit(board, "n1", title="Be heard").label.values == {"title": "Be heard"}
    assert cards.edit(board, "n1", importance=3).label.text == "Edit a card"
