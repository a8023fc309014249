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
    needs = [
        card for card in content()["cards"] if card["kind"] == "need" and {"importance", "satisfaction"} <= set(card)
    ]
    customers, room = (sum(card.get("basis") == basis for card in needs) for basis in ("customers", "room"))
    assert customers > 1 and f"{customers} needs from customer data" in page
    assert room > 1 and f"{room} needs estimated by the room" in page and "Ulwick" in page


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


def test_votes_stand_with_points_share_rounds_and_how_many_voted():
    document = content()
    document["votes"] = [
        {"round": "1", "card": "n1", "voter": "a", "points": 2},
        {"round": "1", "card": "n1", "voter": "b", "points": 1},
        {"round": "2", "card": "n4", "voter": "Anna Petrova", "points": 1},
        {"round": "2", "card": "n4", "voter": "room", "points": 1},
        {"round": "2", "card": "gone", "voter": "a", "points": 9},
    ]
    need = {card["id"]: card["title"] for card in document["cards"]}
    found = pages(document)
    page = page_with(found, "Who voted, n", "Σ points of its votes")
    assert page is not None and need["n1"] in page and need["n4"] in page
    assert "3 people voted. Dots of the room as a whole are counted in. 2 rounds of voting." in page
    assert "60 %" in page and "40 %" in page and "Round 1" in page and "Round 2" in page
    assert not any("Anna Petrova" in text for text in found), "votes are counted, nobody is named"


def test_without_votes_there_is_no_page_of_votes():
    assert page_with(pages({**content(), "votes": []}), "Who voted, n") is None


def test_a_short_ranking_stands_beside_its_matrix_and_a_long_one_after_it():
    page = page_with(pages(content()), "Do first", "ease = 11 − effort")
    assert page is not None and "504" in page and "Basis: one estimate" in page
    document = content()
    document["cards"] += [
        {"id": f"ix{n}", "kind": "improvement", "title": f"Crowd {n}", "impact": 1 + n % 10, "effort": 1 + n % 7}
        for n in range(40)
    ]
    crowded = pages(document)
    assert page_with(crowded, "Do first", "ease = 11 − effort") is None
    ranking = [page for page in crowded if "Crowd" in page and "ICE" in page]
    assert all(any(f"Crowd {n}" in page for page in ranking) for n in range(40))
