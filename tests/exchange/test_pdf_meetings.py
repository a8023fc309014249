"""The report's chapter of meetings: planned, held with who attended, and recordings with consent."""

import datetime

import pypdfium2

from cxworkshop.exchange import json_format
from cxworkshop.exchange.formats import export
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.model.board import Board

TODAY = datetime.date(2026, 11, 22)
CARDS = [
    {"id": "r1", "kind": "role", "title": "Дирекция", "manager": True},
    {"id": "p1", "kind": "persona", "title": "Аня"},
    {"id": "b1", "kind": "problem", "title": "Долго ждать"},
    {"id": "m1", "kind": "meeting", "title": "Была", "at": "2026-11-01", "questions": "сказано без согласия"},
    {"id": "m2", "kind": "meeting", "title": "Будет", "at": "2026-12-01T10:30", "planned_roles": ["r1"]},
    {"id": "c1", "kind": "recording", "title": "С согласием", "consent": True, "consent_until": "2026-12-31"},
    {"id": "c2", "kind": "recording", "title": "Без согласия"},
]
LINKS = [
    {"verb": "meets", "source": "m1", "target": "p1"},
    {"verb": "reveals", "source": "m1", "target": "b1"},
    {"verb": "of", "source": "c1", "target": "m1"},
    {"verb": "shows", "source": "c1", "target": "b1"},
]
HOURS = [
    {"role": "r1", "at": "2026-11-01", "hours": 1.5, "form": "direct", "meeting": "m1"},
    {"role": "r1", "at": "2026-11-03", "hours": 0.5, "form": "video", "recording": "c1"},
]


def page_of_meetings(tmp_path, **parts):
    board = Board()
    document = {"format": "cxworkshop", "version": 1, "workshop": {"title": "Кофе"}, **parts}
    board.apply(json_format.plan(document, board).changes)
    out = tmp_path / "out.pdf"
    export(board, out, ExportOptions(language="ru", today=TODAY))
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(out)]
    found = [page for page in pages if "С кем встречаемся" in page or "Назначена" in page]
    return " ".join(" ".join(found).split())


def test_meetings_stand_in_the_report_with_who_came_what_they_revealed_and_who_watched(tmp_path):
    said = page_of_meetings(tmp_path, cards=CARDS, links=LINKS, exposures=HOURS)
    assert "Назначена 1 встреча, ближайшая 01.12.2026" in said and "01.12.2026, 10:30" in said
    assert "Аня Дирекция 1,5 ч Долго ждать" in said
    assert "С согласием 31.12.2026 Была Дирекция 0,5 ч Долго ждать" in said
    assert "Без согласия" not in said and "без согласия" not in said


def test_a_report_without_meetings_has_no_chapter_of_them(tmp_path):
    assert page_of_meetings(tmp_path, cards=CARDS[:3]) == ""
