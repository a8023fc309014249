"""A report of very many personas stays a report: a dozen sheets, and it says that there are more."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.exchange.pdf_report import persona_sheets
from cxworkshop.exchange.pdf_report.report import write_pdf


def test_of_very_many_personas_a_dozen_have_a_sheet_and_the_report_says_so(tmp_path: Path):
    people = [{"id": f"p{n}", "kind": "persona", "title": f"Person {n}", "side": "external"} for n in range(60)]
    need = {"id": "n1", "kind": "need", "title": "Be heard", "importance": 9}
    links = [{"verb": "has", "source": "p57", "target": "n1"}]
    document = Document.create(tmp_path / "many.cxw")
    given = {
        "format": "cxworkshop",
        "version": 1,
        "workshop": {"title": "Many"},
        "cards": [*people, need],
        "links": links,
    }
    document.apply(plan_addition(given, document.board, "example").changes, origin="import")
    write_pdf(document.board, tmp_path / "many.pdf", ExportOptions(language="en"))
    report = pypdfium2.PdfDocument(tmp_path / "many.pdf")
    texts = [page.get_textpage().get_text_range() for page in report]
    document.close()
    sheets = [text for text in texts if "Needs, by opportunity" in text or "NEEDS, BY OPPORTUNITY" in text.upper()]
    assert len(sheets) == persona_sheets.MOST
    assert any("Person 57" in text for text in sheets), "the one something is known of"
    assert "12 of 60" in " ".join(" ".join(texts).split())
