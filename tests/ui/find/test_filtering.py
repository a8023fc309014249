"""What a filter finds, in which order, and how it is kept."""

from __future__ import annotations

import json

import pytest

from cxworkshop.i18n import translator
from cxworkshop.model.board import Board, board_of
from cxworkshop.model.records import CARD, LINK, Card, Link, link_key
from cxworkshop.ui.find.facets import FACETS
from cxworkshop.ui.find.filtering import SCORES, Filter, found_by
from cxworkshop.ui.find.searchable import Searchable
from cxworkshop.ui.find.wording import holds


def card(card_id: str, kind: str, title: str, **fields: object) -> Card:
    return Card(CARD, card_id, {"kind": kind, "title": title, **fields})


def link(source: str, verb: str, target: str) -> Link:
    return Link(LINK, link_key(verb, source, target), {"verb": verb, "source": source, "target": target})


@pytest.fixture
def board() -> Board:
    return board_of(
        [
            card("j", "journey", "Покупка", side="external"),
            card("s2", "stage", "После", journey="j", position=2),
            card("s1", "stage", "До", journey="j", position=1),
            card("p1", "persona", "Анна", side="external"),
            card("p2", "persona", "Борис", side="external"),
            card("t1", "touchpoint", "Сайт", stage="s1", experience=3, evidence="research"),
            card("t2", "touchpoint", "Доставка", stage="s2", experience=-4, evidence="assumption"),
            card("n1", "need", "Получить доставку вовремя", stage="s2", importance=9),
            card("n2", "need", "Ещё скидку", stage="s1", importance=4, note="О доставке не думает"),
            card("r", "role", "Логист"),
            card("c", "process", "Развозить", stage="s2"),
            link("p1", "has", "n1"),
            link("p1", "walks", "t2"),
            link("r", "owns", "c"),
        ]
    )


@pytest.mark.parametrize(
    "typed, text",
    [
        ("доставка", "Ждёт доставку"),
        ("ДОСТАВКИ", "о доставке"),
        ("еще", "Ещё раз"),
        ("ёлка", "Елка"),
        ("delivery", "Late deliveries"),
        ("ставк", "Доставка"),
        ("вовремя доставка", "Получить доставку вовремя"),
        ("", "Anything"),
    ],
)
def test_a_text_holds_what_is_typed_in_any_form_of_the_word(typed, text):
    assert holds(text, typed)


@pytest.mark.parametrize("typed, text", [("сайт", "Доставка"), ("доставка сайт", "Доставка"), ("кот", "кофе")])
def test_a_text_does_not_hold_other_words(typed, text):
    assert not holds(text, typed)


def test_title_and_note_are_searched(board):
    assert found_by(Searchable(board), Filter("доставка")) == ["t2", "n2", "n1"]


def test_the_wrong_layout_counts_only_when_the_right_one_finds_nothing(board):
    assert found_by(Searchable(board), Filter("cfqn")) == ["t1"]


def test_journeys_and_stages_are_no_results(board):
    assert found_by(Searchable(board), Filter("покупка")) == []
    assert {"j", "s1"}.isdisjoint(found_by(Searchable(board), Filter()))


def test_values_of_a_facet_are_alternatives_and_facets_add_up(board):
    kinds = Filter().with_values("kind", ("need", "touchpoint"))
    assert found_by(Searchable(board), kinds) == ["t1", "t2", "n2", "n1"]
    assert found_by(Searchable(board), kinds.with_values("stage", ("s2",))) == ["t2", "n1"]
    assert found_by(Searchable(board), kinds.with_values("stage", ("s2",)).with_values("stage", ())) == [
        "t1",
        "t2",
        "n2",
        "n1",
    ]


def test_a_persona_brings_what_it_has_and_walks(board):
    assert set(found_by(Searchable(board), Filter().with_values("persona", ("p1",)))) == {"p1", "n1", "t2"}


def test_a_persona_without_links_walks_every_journey_of_its_side(board):
    assert set(found_by(Searchable(board), Filter().with_values("persona", ("p2",)))) == {"p2", "t1", "t2"}


def test_an_owner_brings_what_the_role_owns(board):
    assert set(found_by(Searchable(board), Filter().with_values("owner", ("r",)))) == {"r", "c"}


def test_evidence_and_what_is_missing(board):
    assert found_by(Searchable(board), Filter().with_values("evidence", ("assumption",))) == ["t2"]
    assert set(found_by(Searchable(board), Filter().with_values("gap", ("needs_without_value",)))) == {"n1", "n2"}


def test_a_range_of_a_score_holds_both_its_ends_and_no_card_without_the_score(board):
    assert found_by(Searchable(board), Filter().with_range("importance", (9, 10))) == ["n1"]
    assert found_by(Searchable(board), Filter().with_range("importance", (10, 0))) == ["n2", "n1"]
    assert found_by(Searchable(board), Filter().with_range("experience", (-5, 0))) == ["t2"]


@pytest.mark.parametrize(
    "changed",
    [
        card("n1", "need", "Ещё доставка", stage="s1", importance=9),
        card("n2", "need", "Ещё скидку", stage="s1", order=-1),
        card("s1", "stage", "До", journey="j", position=3),
        card("n9", "need", "Новая доставка", stage="s1"),
    ],
)
def test_what_is_kept_of_the_last_search_is_the_same_as_made_anew(board, changed):
    now = board_of({**{own.key: own for own in every_record(board)}, changed.key: changed}.values())
    kept, anew = Searchable(now, Searchable(board)), Searchable(now)
    assert kept.entries == anew.entries
    for typed in ("доставка", "скидка", ""):
        assert found_by(kept, Filter(typed)) == found_by(anew, Filter(typed))


def test_a_card_that_is_gone_is_found_no_more(board):
    rest = board_of(own for own in every_record(board) if own.key != "n1")
    assert found_by(Searchable(rest, Searchable(board)), Filter("доставка")) == ["t2", "n2"]


def every_record(board: Board) -> list:
    return [*board.records(CARD), *board.records(LINK)]


def test_every_facet_lists_choices_that_find_something(board):
    tr = translator("ru")
    for facet in FACETS:
        offered = facet.choices(board, tr)
        assert offered and all(choice.label for choice in offered), facet.name
        assert any(found_by(Searchable(board), Filter().with_values(facet.name, (choice.value,))) for choice in offered)


def test_a_filter_is_the_same_after_it_was_kept():
    wanted = Filter("кофе", {"kind": ("need", "value")}, {"severity": (3.0, 10.0)})
    assert Filter.from_data(json.loads(json.dumps(wanted.to_data()))) == wanted


@pytest.mark.parametrize(
    "data",
    [None, [], "x", {"text": None, "chosen": [], "scores": 3}, {"chosen": {"colour": ["red"]}, "scores": {"x": [1]}}],
)
def test_a_damaged_filter_is_an_empty_one(data):
    assert not Filter.from_data(data)


def test_the_scores_are_those_the_kinds_declare():
    assert {"importance", "satisfaction", "severity", "experience", "impact"} <= set(SCORES)
