"""A field that names several cards comes back from every format of ours as it went out."""

from __future__ import annotations

import pytest

from cxworkshop.exchange.formats import export, import_file
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board
from tests.random_workshops import board_from_json

WORKSHOP = {
    "cards": [
        {"id": "r1", "kind": "role", "title": "Повар, старший"},
        {"id": "r, 2", "kind": "role", "title": "=Waiter"},
        {"id": "i1", "kind": "improvement", "title": "Menu", "responsible": ["r1", "r, 2"], "informed": ["r1"]},
        {"id": "i2", "kind": "improvement", "title": "Till", "consulted": ["gone", "r1"]},
    ]
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("suffix", ["json", "zip", "csv", "xlsx"])
def test_lists_of_roles_are_read_back(tmp_path, suffix, language):
    board = board_from_json(WORKSHOP)
    path = tmp_path / f"out.{suffix}"
    export(board, path, ExportOptions(language=language))
    again = Board()
    again.apply(import_file(path, again).changes)
    for card in WORKSHOP["cards"]:
        kept = {name: value for name, value in card.items() if name != "id"}
        assert dict(again.card(card["id"]).fields) == kept


def test_the_file_gives_the_list_as_a_column(tmp_path):
    import sqlite3

    from cxworkshop.document import Document
    from cxworkshop.exchange.adding import plan_addition

    document = Document.create(tmp_path / "w.cxw")
    document.apply(plan_addition(WORKSHOP, document.board, "x").changes)
    document.close()
    with sqlite3.connect(tmp_path / "w.cxw") as connection:
        found = connection.execute("SELECT responsible FROM v_improvement WHERE id = 'i1'").fetchone()
    assert found == ('["r1","r, 2"]',)
