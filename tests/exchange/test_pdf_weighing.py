"""What step 7 says stands in the report: curves by persona, the landscape with its note, pains, value and effort."""

import datetime
import io
import json

import pypdfium2
import pytest

from cxworkshop.exchange.options import ExportOptions
from cxworkshop.exchange.pdf_report.report import report
from cxworkshop.paths import SESSIONS
from tests.random_workshops import board_from_json

TODAY = datetime.date(2026, 11, 22)


def content(name="coffee", language="en"):
    return json.loads((SESSIONS / f"{name}.{language}.json").read_text("utf-8"))


def pages(document, language="en"):
    data = report(board_from_json(document), ExportOptions(language=language, today=TODAY))
    read = pypdfium2.PdfDocument(io.BytesIO(data))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in read]


def page_with(found, *texts):
    return next((page for page in found if all(text in page for text in texts)), None)


@pytest.fixture(scope="module")
def coffee():
    return pages(content())


def test_every_journey_stands_with_mean_and_peak_end_and_n_for_each_persona(coffee):
    page = page_with(coffee, "Most is lost at “Support chat”", "Peak-end", "Largest loss")
    assert page is not None and "−3.5" in page and "Kahneman" in page and "+3 → −5" in page


def test_the_landscape_names_its_zones_and_counts_room_and_customers_apart(coffee):
    page = page_with(coffee, "under-served", "over-served", "appropriately served")
    assert page is not None
    assert "2 needs from customer data" in page and "3 needs estimated by the room" in page and "Ulwick" in page


def test_the_note_on_sensitivity_stands_with_its_formula():
    document = content()
    more = {"id": "n99", "kind": "need", "title": "One more", "importance": 9, "satisfaction": 4, "basis": "room"}
    document["cards"].append(more)
    page = page_with(pages(document), "draws that move all scores by 20 %")
    assert page is not None and "±20 % of its scale" in page and "Monte Carlo" in page


def test_pains_stand_with_formula_and_evidence(coffee):
    page = page_with(coffee, "severity 9 × frequency 8 = 72", "FMEA")
    assert page is not None and "research" in page


def test_value_and_effort_stand_as_a_chart_and_ranked_by_ice(coffee):
    assert page_with(coffee, "Do first", "Plan it well", "In passing", "Better not") is not None
    page = page_with(coffee, "ICE", "504")
    assert page is not None and "ease = 11 − effort" in page


def test_200_needs_have_numbers_that_are_all_told(tmp_path):
    document = content()
    document["cards"] += [
        {"id": f"nx{n}", "kind": "need", "title": f"Crowd {n}", "importance": n % 11, "satisfaction": n % 7}
        for n in range(200)
    ]
    text = " ".join(pages(document))
    assert all(text.count(f"Crowd {n}") >= 2 for n in range(200)), "in the table of needs, and on or beside the chart"


def test_last_cycle_is_named_where_there_is_one():
    assert page_with(pages(content("coffee_cycle2")), "last cycle") is not None
    assert page_with(pages(content()), "last cycle") is None


def test_it_speaks_russian():
    found = pages(content(language="ru"), "ru")
    assert page_with(found, "Больше всего теряем в точке «Чат поддержки»: ждали +3, получили −5") is not None
    assert page_with(found, "важно и не закрыто", "закрыто с избытком") is not None
    assert page_with(found, "Сделать первым", "Лучше не браться") is not None


def test_an_empty_workshop_has_none_of_these_pages():
    empty = {"format": "cxworkshop", "version": 1, "workshop": {}, "cards": [], "links": []}
    text = " ".join(pages(empty))
    assert "under-served" not in text.replace("under-served: opportunity above 10", "") and "Do first" not in text
