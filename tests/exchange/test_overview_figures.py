"""The first sheet of a workbook tells the figures of every part of the method, as `analyse` does."""

from __future__ import annotations

import datetime
import json

import pytest
from openpyxl import load_workbook

from cxworkshop.analysis.analyse import analyse
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.exchange.formats import export
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board
from cxworkshop.paths import SESSIONS

TODAY = datetime.date(2027, 2, 22)


def rows_of(board: Board, path, language: str) -> list[tuple]:
    export(board, path, ExportOptions(language=language, today=TODAY))
    return list(load_workbook(path).worksheets[0].iter_rows(values_only=True))


def cycle2(language: str) -> Board:
    board = Board()
    content = json.loads((SESSIONS / f"coffee_cycle2.{language}.json").read_text("utf-8"))
    board.apply(plan_addition(content, board, "example").changes)
    return board


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ("Journey", "Problem", "Attention", "Role", "Care test", "Objective", "Improvement")),
        ("ru", ("Путь", "Проблема", "Внимание", "Роль", "Тест заботы", "Цель", "Улучшение")),
    ],
)
def test_the_overview_has_a_section_for_each_part_of_the_method(tmp_path, language, headings):
    first = [row[0] for row in rows_of(cycle2(language), tmp_path / "w.xlsx", language)]
    places = [first.index(heading) for heading in headings]
    assert places == sorted(places)


def test_the_overviews_figures_are_those_of_analyse(tmp_path):
    board = cycle2("en")
    rows = {row[0]: row for row in rows_of(board, tmp_path / "w.xlsx", "en")}
    data = analyse(board, TODAY)
    for own in data["problems"]:
        assert rows[board.card(own["id"]).title][1] == own["pain"]
    for own in data["objectives"]:
        assert rows[board.card(own["id"]).title][1] == pytest.approx(own["grade"], abs=0.001)
    states = {"held": "held", "slipping": "slipping", "rolled_back": "rolled back", None: None}
    for own in data["improvements"]:
        said = rows[board.card(own["id"]).title][3]
        assert (said.lower() if said else None) == states[own["held"]]


def test_an_empty_workshop_has_no_section_without_figures(tmp_path):
    first = [row[0] for row in rows_of(Board(), tmp_path / "w.xlsx", "en")]
    assert not {"Attention", "Care test", "Problem", "Role"} & set(first)
