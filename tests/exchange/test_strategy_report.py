"""Steps 8 and 9 on paper: parts, readings, KPIs, the chain with its gaps; and nothing where there is nothing."""

from __future__ import annotations

import datetime
import io
import json

import pypdfium2 as pdfium
import pytest

from cxworkshop.analysis.strategy import strategy, whole
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.exchange.pdf_report.report import report
from cxworkshop.paths import SESSIONS
from tests.random_workshops import board_from_json

TODAY = datetime.date(2027, 2, 22)


def text_of(document: dict, language: str = "en", title: str = "") -> str:
    data = report(board_from_json(document), ExportOptions(language=language, today=TODAY))
    pages = pdfium.PdfDocument(io.BytesIO(data))
    texts = [pages[number].get_textpage().get_text_range().replace("\r\n", " ") for number in range(len(pages))]
    return "\n".join(own for own in texts if title in own)


@pytest.fixture
def coffee() -> dict:
    return json.loads((SESSIONS / "coffee_cycle2.en.json").read_text("utf-8"))


def test_the_chain_of_every_need_is_printed_with_its_gaps(coffee):
    need = next(card["id"] for card in coffee["cards"] if card["kind"] == "need")
    objectives = {link["source"] for link in coffee["links"] if link["verb"] == "addresses" and link["target"] == need}
    coffee["links"] = [
        link
        for link in coffee["links"]
        if link["verb"] != "measures" and not (link["verb"] == "addresses" and link["source"] in objectives)
    ]
    rows = strategy(board_from_json(coffee))
    text = text_of(coffee, title="a whole chain up to an objective")
    assert f"{whole(rows)} of {len(rows)} needs ha" in text
    assert "no KPI measures it" in text and "no objective addresses it" in text


def test_parts_and_readings_of_what_was_decided_are_printed(coffee):
    improvement = next(card for card in coffee["cards"] if card["kind"] == "improvement")
    roles = [card for card in coffee["cards"] if card["kind"] == "role"]
    improvement["consulted"] = [roles[0]["id"], "nobody-any-more"]
    text = text_of(coffee)
    assert "WHO HAS WHICH PART" in text
    assert roles[0]["title"] in text and "RACI" in text
    assert "DOES IT HOLD?" in text and "slipping" in text


def test_a_workshop_without_steps_8_and_9_has_no_page_for_them():
    text = text_of({"cards": [{"id": "n1", "kind": "need", "title": "Fast"}]})
    assert "Strategy" not in text and "KPIs" not in text


def test_kpis_without_any_objective_are_still_printed():
    text = text_of({"cards": [{"id": "m1", "kind": "kpi", "title": "Waiting", "target": 5}]})
    assert "KPIS" in text and "Waiting" in text


def test_what_was_decided_is_printed_with_worth_systems_and_who_checks_and_reacts(coffee):
    text = " ".join(text_of(coffee, title="The room decided on").split())
    assert "567" in text and "systems: Order system, dispatch desk" in text
    guard = next(card for card in coffee["cards"] if card["kind"] == "safeguard")
    role = next(link["source"] for link in coffee["links"] if link["verb"] == "owns" and link["target"] == guard["id"])
    checker = next(card["title"] for card in coffee["cards"] if card["id"] == role)
    assert f"checked by: {checker}, if broken: {guard['reaction'][:20]}" in text


def test_objectives_are_printed_with_their_own_grade_dates_and_units_under_a_sentence(coffee):
    text = " ".join(text_of(coffee, title="1 of 2 objectives is behind").split())
    assert "We put it right instead of saying sorry" in text and "0.84" in text, "the mean of 0.93 and 0.75"
    assert "24 May 2027" in text
    assert "The wrong drink, per 1000 orders" in text


def test_a_chain_with_too_many_cards_for_its_cell_says_how_many_more_there_are(coffee):
    text = " ".join(text_of(coffee, title="a whole chain up to an objective").split())
    (row, *_) = strategy(board_from_json(coffee))
    assert len(row.processes) > 3 and f"and {len(row.processes) - 2} more" in text
