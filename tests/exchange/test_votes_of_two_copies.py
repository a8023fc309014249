"""Two copies of a workshop in which people voted apart: the JSON of one brought into the other."""

from cxworkshop.actions import voting
from cxworkshop.analysis.votes import votes
from cxworkshop.exchange import json_format
from cxworkshop.model.board import Board

CARDS = [{"id": own, "kind": "need", "title": f"Потребность {own}"} for own in ("n1", "n2", "n3")]


def vote(card, voter, points=1, in_round="1"):
    return {"round": in_round, "card": card, "voter": voter, "points": points}


def document(cards=CARDS, **parts):
    return {"format": "cxworkshop", "version": 1, "workshop": {}, "cards": list(cards), "links": [], **parts}


def board_with(*given, cards=CARDS):
    board = Board()
    board.apply(json_format.plan(document(cards, votes=list(given)), board).changes)
    return board


def brought_together(main, room):
    made = json_format.plan(json_format.to_document(room), main)
    main.check(made.changes)
    main.apply(made.changes)
    return made


def test_votes_on_the_same_and_on_different_cards_add_up():
    main = board_with(vote("n1", "a", 2), vote("n2", "b"))
    made = brought_together(main, board_with(vote("n1", "c", 3), vote("n3", "c")))
    assert votes(main) == {"n1": 5, "n2": 1, "n3": 1}
    assert made.counts == {"vote": 2} and made.skipped == 3, "the cards are there already"


def test_votes_given_before_the_copy_was_made_do_not_count_twice():
    before = (vote("n1", "a", 2), vote("n2", "b"))
    main, room = board_with(*before), board_with(*before)
    room.apply(voting.give(room, "n2"))
    brought_together(main, room)
    assert votes(main) == {"n1": 2, "n2": 2}
    brought_together(main, room)
    assert votes(main) == {"n1": 2, "n2": 2}, "nor do they when it is brought in again"


def test_rounds_stay_apart():
    main = board_with(vote("n1", "a", in_round="1"))
    brought_together(main, board_with(vote("n1", "a", in_round="2")))
    assert votes(main, "1") == {"n1": 1} and votes(main, "2") == {"n1": 1}


def test_a_vote_follows_its_card_when_another_has_its_id():
    main = board_with(vote("n1", "a"))
    other = [{"id": "n1", "kind": "need", "title": "Совсем другая"}]
    brought_together(main, board_with(vote("n1", "a", 3), cards=other))
    by_title = {main.card(card).title: points for card, points in votes(main).items()}
    assert by_title == {"Потребность n1": 1, "Совсем другая": 3}
