"""The checklist knows its touchpoints by similar words, remembers what is not for us, and the grid shows holes."""

from __future__ import annotations

import pytest

from cxworkshop.actions import checklist as actions
from cxworkshop.analysis.channel_grid import channel_grid
from cxworkshop.analysis.checklist import checklist
from cxworkshop.i18n import translator
from cxworkshop.model.touchpoint_types import GROUPS, TYPES, types_of
from tests.analysis.small_boards import board


def known_as(title: str, side: str = "external") -> set[str]:
    own = board(cards={"J1": {"side": side}, "S1": {"journey": "J1"}, "t1": {"title": title, "stage": "S1"}})
    return {item.type.id for item in checklist(own, side) if item.cards}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("own", TYPES, ids=lambda own: own.id)
def test_a_card_made_of_a_type_is_known_as_it(own, language):
    found = known_as(translator(language)(own.label), own.side)
    assert own.id in found
    assert len(found) <= 3


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Бумажные чеки на кассе", "receipt"),
        ("Стоим в очереди к бариста", "queue"),
        ("Ошибка оплаты картой", "error_message"),
        ("Забыла пароль", "password_reset"),
        ("Оставили жалобу", "complaint"),
        ("Три лифта и лестница", "entrance"),
        ("Paper receipts", "receipt"),
        ("Asked for the money back", "refund"),
    ],
)
def test_other_forms_of_the_words_are_known_too(title, expected):
    assert expected in known_as(title)


def test_what_is_none_of_them_is_none():
    assert known_as("Витрина в приложении") == set()
    assert known_as("") == set()


def test_customers_and_employees_have_their_own_lists():
    own = board(cards={"J1": {"side": "internal"}, "S1": {"journey": "J1"}, "t1": {"title": "Payslip", "stage": "S1"}})
    assert any(item.cards for item in checklist(own, "internal"))
    assert not any(item.cards for item in checklist(own, "external"))
    assert {own.side for own in TYPES} == {"external", "internal"}
    assert all(types_of(side, group.name) for side in ("external", "internal") for group in GROUPS)


def test_what_is_not_for_us_is_remembered_and_can_be_taken_back():
    own = board()
    changes = actions.not_for_us(own, "parking")
    own.apply(changes)
    assert own.workshop["checklist_skipped"] == ["parking"]
    assert [item.type.id for item in checklist(own, "external") if item.skipped] == ["parking"]
    own.apply(changes.inverse())
    assert not any(item.skipped for item in checklist(own, "external"))
    own.apply(actions.not_for_us(own, "parking"))
    own.apply(actions.not_for_us(own, "toilet"))
    own.apply(actions.not_for_us(own, "parking", skipped=False))
    assert own.workshop["checklist_skipped"] == ["toilet"]


def test_the_grid_counts_and_shows_holes():
    stages = {"S1": {"journey": "J1", "position": 1}, "S2": {"journey": "J1", "position": 2}}
    empty = {"S3": {"journey": "J1", "position": 3}}
    own = board(
        cards={
            "J1": {},
            **stages,
            **empty,
            "t1": {"stage": "S1", "channel": "Phone"},
            "t2": {"stage": "S1", "channel": "phone "},
            "t3": {"stage": "S2", "channel": "Phone"},
            "t4": {"stage": "S2", "channel": "E-mail"},
            "t5": {"stage": "S1"},
        }
    )
    grid = channel_grid(own, "J1")
    assert [channel.name for channel in grid.channels] == ["Phone", "E-mail", ""]
    assert [[len(cell) for cell in channel.cells] for channel in grid.channels] == [[2, 1, 0], [0, 1, 0], [1, 0, 0]]
    assert [(channel.total, channel.holes) for channel in grid.channels] == [(3, 1), (1, 2), (1, 2)]
    assert [stage.id for stage in grid.empty_stages] == ["S3"]


def test_a_journey_without_touchpoints_has_stages_and_no_channel():
    grid = channel_grid(board(cards={"J1": {}, "S1": {"journey": "J1"}}), "J1")
    assert (len(grid.stages), grid.channels) == (1, ())
    assert grid.empty_stages == grid.stages
