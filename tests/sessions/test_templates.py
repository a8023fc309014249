"""A template holds no day, no scores and no records; each is made for its trade."""

import re

import pytest

from tests.sessions.contract import RECORDS, SIDE
from tests.sessions.workshop import LANGUAGES, every_template, template


@every_template
def test_a_template_has_no_date_no_scores_and_no_records(workshop):
    assert "date" not in workshop.doc["workshop"]
    assert not re.search(r"\d", workshop.doc["workshop"]["title"])
    assert [workshop.doc[name] for name in RECORDS] == [[]] * len(RECORDS)
    scores = {"expectation", "experience", "memory", "importance", "satisfaction", "evidence"}
    assert [card["id"] for card in workshop.doc["cards"] if scores & card.keys()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blank_template_is_one_external_journey_of_five_stages(language):
    workshop = template("blank", language)
    assert [card["side"] for card in workshop.of_kind("journey")] == ["external"]
    assert sorted(stage["selling"] for stage in workshop.of_kind("stage")) == [False] * 4 + [True]
    assert len(workshop.cards) == 6


@pytest.mark.parametrize("name", ["service", "online_shop"])
def test_templates_for_a_trade_show_both_sides_and_more_than_the_till(name):
    workshop = template(name, "en")
    assert {card["side"] for card in workshop.of_kind("journey")} == SIDE
    selling = {stage["id"] for stage in workshop.of_kind("stage") if stage["selling"]}
    assert len(selling) == 1
    assert sum(touchpoint["stage"] in selling for touchpoint in workshop.of_kind("touchpoint")) <= 3


def test_the_template_for_employees_takes_no_money():
    workshop = template("employee", "en")
    assert [card["side"] for card in workshop.of_kind("journey")] == ["internal"]
    assert not any(stage["selling"] for stage in workshop.of_kind("stage"))
