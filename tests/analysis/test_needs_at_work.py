"""A need worded in three parts, what it rests on, and the table of needs and problems."""

from __future__ import annotations

import pytest

from cxworkshop.actions import needs
from cxworkshop.analysis.by_touchpoint import rows
from cxworkshop.analysis.grounds import grounds, guesses
from cxworkshop.analysis.need_wording import Wish, advice, sentence, solution_word
from tests.analysis.small_boards import board


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (
            Wish("привезли не то", "получить своё сегодня", "не остаться без кофе"),
            "Когда привезли не то, я хочу получить своё сегодня, чтобы не остаться без кофе",
        ),
        (Wish("Когда я спешу", "Я хочу заказать за минуту.", "Чтобы не опоздать!"),
         "Когда я спешу, я хочу заказать за минуту, чтобы не опоздать"),
        (Wish(want="знать, что происходит"), "Я хочу знать, что происходит"),
        (Wish("I am late", "to skip the queue", "I catch my train"),
         "When I am late, I want to skip the queue, so that I catch my train"),
        (Wish("when I am late", "I want to skip the queue"), "When I am late, I want to skip the queue"),
        (Wish(want="to be heard", so_that="so that I trust them"), "I want to be heard, so that I trust them"),
        (Wish("на улице дождь", "  "), ""),
        (Wish("", "чтобы", ""), "Я хочу чтобы"),
    ],
)  # fmt: skip
def test_three_parts_become_one_sentence_in_their_own_language(wish, expected):
    assert sentence(wish) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("кнопку возврата в приложении", "кнопку"),
        ("сделать удобный сайт", "сделать"),
        ("an app for returns", "app"),
        ("two buttons", "buttons"),
        ("вернуть деньги без объяснений", ""),
        ("get my money back", ""),
    ],
)
def test_a_solution_is_told_from_a_need_in_all_forms_of_its_words(text, word):
    assert solution_word(text) == word


def test_advice_is_gentle_and_only_about_what_was_typed():
    codes = lambda *parts, **more: [own.code for own in advice(Wish(*parts), **more)]  # noqa: E731
    assert codes() == []
    assert codes("дождь") == ["no_want"]
    assert codes("дождь", "укрыться") == ["no_reason"]
    assert codes("дождь", "укрыться", "не промокнуть") == []
    assert codes("", "приложение", "") == ["solution"]
    assert codes("", "слово " * 40, "ясно") == ["long"]
    assert codes("дождь", "укрыться", "не промокнуть", has_owner=False) == ["no_owner"]


def test_a_guess_is_what_nobody_was_asked_met_or_heard_about():
    own = board(
        "m1 reveals n2",
        "R1 shows b2",
        cards={
            "n1": {"basis": "room"},
            "n2": {},
            "n3": {"basis": "customers"},
            "b1": {"evidence": "assumption"},
            "b2": {},
            "b3": {"evidence": "partly"},
        },
    )
    assert [card.id for card in guesses(own)] == ["n1", "b1"]
    assert [card.id for card in grounds(own, own.card("n2")).sources] == ["m1"]


def test_rows_come_by_size_or_along_the_way():
    own = board(
        "n1 arises_at t2",
        "n2 arises_at t1",
        "t2 raises b1",
        cards={
            "J1": {},
            "S1": {"journey": "J1", "position": 1},
            "S2": {"journey": "J1", "position": 2},
            "t1": {"stage": "S1"},
            "t2": {"stage": "S2"},
            "n1": {"importance": 9, "satisfaction": 2},
            "n2": {"importance": 3},
            "n3": {},
            "n4": {"stage": "S1", "importance": 1},
            "b1": {"severity": 3, "frequency": 4},
            "b2": {"severity": 3},
        },
    )
    assert [(row.card.id, row.figure) for row in rows(own, "need")] == [
        ("n1", 16),
        ("n2", 3),
        ("n4", 1),
        ("n3", None),
    ]
    assert [row.card.id for row in rows(own, "need", by_touchpoint=True)] == ["n4", "n2", "n1", "n3"]
    assert [(row.card.id, row.figure) for row in rows(own, "problem")] == [("b1", 12), ("b2", None)]
    assert [card.id for card in rows(own, "problem")[0].touchpoints] == ["t2"]


def test_a_need_is_put_up_with_its_touchpoint_and_persona_in_one_step():
    own = board(cards={"t1": {"stage": "S1"}, "S1": {}, "P1": {}, "n1": {"stage": "S1", "order": 4}})
    changes = needs.add_need(own, "Be heard", touchpoint="t1", persona="P1", need_id="n2")
    before = own.snapshot()
    own.apply(changes)
    card = own.card("n2")
    assert (card.title, card.stage, card.get("order")) == ("Be heard", "S1", 5)
    assert {link.key for link in own.links_of("n2")} == {'["n2","arises_at","t1"]', '["P1","has","n2"]'}
    own.apply(changes.inverse())
    assert own.snapshot() == before


def test_a_value_is_put_up_for_a_need_in_its_stage():
    own = board(cards={"S1": {}, "n1": {"stage": "S1"}})
    own.apply(needs.add_value(own, "Answered in a minute", "n1", value_id="v1"))
    assert own.card("v1").stage == "S1"
    assert [card.id for card in own.sources("n1", "satisfies")] == ["v1"]
