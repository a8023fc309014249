"""Two chapters of the report: the care test, and what held since the cycle before."""

from __future__ import annotations

import datetime
import json

import pypdfium2
import pytest

from cxworkshop.actions.next_cycle import next_cycle
from cxworkshop.analysis.care import care
from cxworkshop.analysis.comparison import Change
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.exchange.pdf_report.cycle import both_ways
from cxworkshop.exchange.pdf_report.report import report
from cxworkshop.model.board import Board
from cxworkshop.paths import SESSIONS
from tests.analysis.small_boards import board
from tests.random_workshops import board_from_json

LATER = datetime.date(2027, 2, 22)


def example(name: str) -> Board:
    return board_from_json(json.loads((SESSIONS / f"{name}.json").read_text("utf-8")))


def pages(own: Board, language: str = "en") -> list[str]:
    document = pypdfium2.PdfDocument(report(own, ExportOptions(language=language, today=LATER)))
    texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    return [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_mirrors_stand_with_gap_index_and_n(language):
    own = example(f"coffee_cycle2.{language}")
    said = " ".join(pages(own, language))
    for pair in care(own):
        assert f"n = {pair.answers}" in said
    assert ("Care gap +2.8" if language == "en" else "Разрыв заботы +2,8") in said
    assert "SERVQUAL" in said


def test_the_headline_is_the_weakest_place():
    own = example("coffee_cycle2.en")
    assert any(
        "Off hours, customers are treated worst in responsiveness: 1.5 against 7.5" in page for page in pages(own)
    )


def test_what_tires_whom_is_told_where_it_is_tied():
    own = next(page for page in pages(example("coffee_cycle2.en")) if "and the customer feels it here" in page)
    assert "Shift portal" in own and "Support chat" in own


def test_ratings_of_services_stand_in_a_table():
    answers = [{"pair": "external/internal", "side": "internal", "card": "p1", "voter": "k7qz", "score": 2}]
    own = board(cards={"p1": {"internal": True, "title": "Payroll"}}, care_answers=answers)
    assert any("Service or tool" in page and "Payroll 2 1" in page for page in pages(own))


def test_codes_of_people_are_never_printed():
    answers = [{"pair": "vip/small", "side": "vip", "dimension": "empathy", "voter": "k7qz", "score": 2}]
    assert not any("k7qz" in page for page in pages(board(care_answers=answers)))


def test_without_answers_and_ties_there_is_no_chapter():
    assert not any("As careful inside as outside?" in page for page in pages(board(cards={"n1": {}})))


def test_a_second_cycle_says_what_held_and_what_its_touchpoints_remember():
    said = next(page for page in pages(example("coffee_cycle2.en")) if "Held: 1, slipping: 1, rolled back: 1" in page)
    assert "Support books the second delivery itself Held" in said
    assert "The picker looks under the lid Rolled back" in said
    assert "Experience, “Support chat”: −5 before, 2 now." in said


def test_a_first_cycle_has_no_such_chapter():
    assert not any("Since the cycle before" in page for page in pages(example("coffee.en")))


def test_right_after_next_cycle_the_chapter_says_nothing_changed():
    new = Board()
    new.apply(next_cycle(example("coffee.en"), LATER))
    assert any(
        "by the scores its touchpoints had".upper() in page.upper() and "Nothing changed." in page
        for page in pages(new)
    )


def test_of_too_many_changes_those_that_fell_are_printed_as_well_as_those_that_rose():
    rose = [Change("touchpoint", f"t{n}", None, "", "rose", "experience", 0, 1) for n in range(100)]
    fell = [Change("touchpoint", f"u{n}", None, "", "fell", "experience", 1, 0) for n in range(100)]
    assert both_ways([*rose, *fell]) == [*rose[:30], *fell[:30]]
    assert both_ways([*rose[:50], *fell[:10]]) == [*rose[:50], *fell[:10]]
