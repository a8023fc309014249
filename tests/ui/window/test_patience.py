"""What takes a second is shown by the pointer, and the pointer is given back, whatever happened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from cxworkshop.actions import cards
from cxworkshop.errors import Refused
from cxworkshop.ui.patience import MANY


@pytest.mark.parametrize("refused", [False, True])
@pytest.mark.parametrize("count", [1, MANY + 1])
def test_a_change_of_many_cards_asks_for_patience_and_gives_the_pointer_back(open_window, count, refused):
    room = open_window().room
    room.do(lambda board: cards.add_many(board, "need", [f"Need {n}" for n in range(count)]))
    room.select([card.id for card in room.board.of_kind("need")[-count:]])
    seen = []

    def action(board):
        seen.append(QGuiApplication.overrideCursor())
        if refused:
            raise Refused("No.")
        return cards.delete(board, list(room.selection))

    assert room.do(action) is not refused
    (pointer,) = seen
    assert (pointer is not None and pointer.shape() == Qt.CursorShape.WaitCursor) == (count > MANY)
    assert QGuiApplication.overrideCursor() is None
