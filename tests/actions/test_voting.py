"""Dots of the room: given, taken back, undone, and never those of other people."""

import pytest

from cxworkshop.actions import voting
from cxworkshop.analysis.votes import votes
from cxworkshop.document import Document
from cxworkshop.errors import Refused
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.exchange.formats import export, import_file
from cxworkshop.exchange.json_format import to_document
from cxworkshop.exchange.options import ExportOptions

CARDS = [{"id": "n1", "kind": "need", "title": "Know"}, {"id": "b1", "kind": "problem", "title": "Wait"}]


@pytest.fixture
def document(tmp_path):
    made = Document.create(tmp_path / "votes.cxw")
    given = {"round": "1", "card": "n1", "voter": "voter-01", "points": 2}
    content = {"format": "cxworkshop", "version": 1, "workshop": {}, "cards": CARDS, "links": [], "votes": [given]}
    made.apply(plan_addition(content, made.board, "test").changes, origin="import")
    yield made
    made.close()


def test_a_dot_of_the_room_is_a_point_more_and_undo_takes_it_away(document):
    document.apply(voting.give(document.board, "n1"))
    document.apply(voting.give(document.board, "b1"))
    assert votes(document.board) == {"n1": 3, "b1": 1}
    document.undo()
    assert votes(document.board) == {"n1": 3}


def test_a_dot_taken_back_leaves_those_of_other_people(document):
    document.apply(voting.give(document.board, "n1"))
    document.apply(voting.take_back(document.board, "n1"))
    assert votes(document.board) == {"n1": 2}
    with pytest.raises(Refused):
        voting.take_back(document.board, "n1")


def test_rounds_are_counted_apart(document):
    document.apply(voting.give(document.board, "n1", "2"))
    assert voting.rounds(document.board) == ["1", "2"]
    assert votes(document.board, "2") == {"n1": 1} and votes(document.board, "1") == {"n1": 2}
    with pytest.raises(Refused):
        voting.take_back(document.board, "n1", "1")


def test_many_points_of_the_room_in_one_record_go_one_by_one(document):
    content = {"votes": [{"round": "1", "card": "b1", "voter": "room", "points": 3}], "cards": [], "links": []}
    whole = {"format": "cxworkshop", "version": 1, "workshop": {}, **content}
    document.apply(plan_addition(whole, document.board, "test").changes, origin="import")
    document.apply(voting.take_back(document.board, "b1"))
    assert voting.points_of_room(document.board, "b1") == 2


def test_where_nobody_voted_there_is_one_round(tmp_path):
    made = Document.create(tmp_path / "empty.cxw")
    assert voting.rounds(made.board) == ["1"]
    made.close()


def test_votes_of_two_breakout_rooms_both_count_and_a_copy_taken_in_twice_counts_once(document, tmp_path):
    start = to_document(document.board)
    copies = []
    for name in ("red", "blue"):
        room = Document.create(tmp_path / f"{name}.cxw")
        room.apply(plan_addition(start, room.board, name).changes, origin="import")
        room.apply(voting.give(room.board, "n1"))
        copies.append(to_document(room.board))
        room.close()
    for copy in (*copies, *copies):
        changes = plan_addition(copy, document.board, "room").changes
        if changes:
            document.apply(changes, origin="import")
    assert votes(document.board) == {"n1": 2 + 2}
    assert voting.points_of_room(document.board, "n1") == 2


def test_votes_of_one_file_that_are_the_same_word_for_word_all_count(document):
    same = {"round": "1", "card": "b1", "points": 1}
    content = {"format": "cxworkshop", "version": 1, "workshop": {}, "cards": [], "links": [], "votes": [same, same]}
    document.apply(plan_addition(content, document.board, "list").changes, origin="import")
    assert votes(document.board) == {"n1": 2, "b1": 2}


@pytest.mark.parametrize("suffix", ["json", "csv", "xlsx"])
def test_a_vote_of_the_room_goes_out_and_comes_in_as_it_is(document, tmp_path, suffix):
    document.apply(voting.give(document.board, "n1"))
    document.apply(voting.give(document.board, "n1"))
    out = tmp_path / f"votes.{suffix}"
    export(document.board, out, ExportOptions())
    again = Document.create(tmp_path / "again.cxw")
    again.apply(import_file(out, again.board).changes, origin="import")
    assert to_document(again.board)["votes"] == to_document(document.board)["votes"]
    again.close()
