"""The paper of the report: what does not fit begins at the top of the next page."""

from __future__ import annotations

import pytest

from cxworkshop.exchange.pdf_report import formulas
from cxworkshop.exchange.pdf_report.sheet import LOWEST, TOP, Sheet


@pytest.mark.parametrize("before", [0.0, 18.0])
def test_a_section_that_turns_the_page_begins_at_its_top(before):
    sheet = Sheet("A workshop", "en", "a4", "Its results")
    sheet.page("What the page says")
    sheet.y = LOWEST - 50
    sheet.label("A section", before=before, keep=80)
    assert sheet.number == 2
    assert sheet.y < TOP + 90


def test_a_section_that_fits_keeps_its_distance_and_its_page():
    sheet = Sheet("A workshop", "en", "a4", "Its results")
    sheet.page("What the page says")
    above = sheet.y
    sheet.label("A section", before=18)
    assert sheet.number == 1
    assert sheet.y == above + 36


def test_the_closing_page_tells_every_figure_the_report_shows():
    told = {name for name, *_ in formulas.FIGURES}
    assert {"Goals and key results", "Votes", "How firm the first five are", "Fewer, but better"} <= told
