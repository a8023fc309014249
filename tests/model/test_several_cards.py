"""A field that names several cards: what fits it, and what becomes of it when one of them goes or is renamed."""

from __future__ import annotations

import pytest

from cxworkshop.actions import cards
from cxworkshop.errors import Refused
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.exchange.board_tables import board_tables
from cxworkshop.exchange.tables.values import joined_ids, read_value
from cxworkshop.i18n import translator
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import check_record
from tests.random_workshops import board_from_json

WORKSHOP = {
    "cards": [
        {"id": "r1", "kind": "role", "title": "Cook"},
        {"id": "r2", "kind": "role", "title": "Waiter"},
        {"id": "i1", "kind": "improvement", "title": "Menu", "responsible": ["r1", "r2"], "informed": ["r1"]},
    ]
}


@pytest.mark.parametrize("value", ["r1", 5, True, {"r1": 1}, ["r1", 2], [None], ["\ud800"]])
def test_only_a_list_of_ids_fits(value):
    with pytest.raises(Refused):
        check_record("card", "i1", {"kind": "improvement", "responsible": value})
    check_record("card", "i1", {"kind": "improvement", "responsible": []})
    check_record("card", "i1", {"kind": "improvement", "responsible": ["r1", "nobody"]})


def test_a_deleted_role_is_taken_out_of_every_list_and_undo_brings_it_back():
    board = board_from_json(WORKSHOP)
    change = cards.delete(board, ["r1"])
    board.apply(change)
    assert board.card("i1").get("responsible") == ["r2"]
    assert "informed" not in board.card("i1").fields, "an emptied list is absent"
    board.apply(change.inverse())
    assert board.card("i1").get("responsible") == ["r1", "r2"]
    assert board.card("i1").get("informed") == ["r1"]


def test_an_import_under_new_ids_takes_the_lists_along():
    here = board_from_json({"cards": [{"id": "r1", "kind": "role", "title": "Somebody else"}]})
    here.apply(plan_addition(WORKSHOP, here, "x").changes)
    named = [here.card(own).title for own in here.card("i1")["responsible"]]
    assert named == ["Cook", "Waiter"]
    assert here.card("r1").title == "Somebody else"


def test_tables_show_titles_and_keep_ids():
    (table,) = [own for own in board_tables(board_from_json(WORKSHOP), translator("en")) if own.kind == "improvement"]
    at = {(column.field, column.form): number for number, column in enumerate(table.columns)}
    assert table.rows[0][at["responsible", "shown"]] == "Cook, Waiter"
    assert table.rows[0][at["responsible", "field"]] == "r1, r2"


@pytest.mark.parametrize("ids", [["r1"], ["r1", "r2"], [], ["a, b", "c"], ["[x"], [" r "], ["", "r"], ['["q"]']])
def test_ids_in_one_cell_are_read_back_as_they_were(ids):
    field = KINDS["improvement"].field("responsible")
    assert field is not None
    assert read_value(field, joined_ids(ids)).value == ids
