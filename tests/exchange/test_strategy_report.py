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
