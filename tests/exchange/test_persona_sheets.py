"""The personas in the report: one page each, with the face, and no byte of a stranger's picture passed on."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from cxworkshop.analysis.aimed import aimed
from cxworkshop.exchange.pdf_report.report import report
from cxworkshop.model.draft import Draft
from cxworkshop.model.pictures import data_string
from tests.exchange.test_pdf_report import board_with, example, options, pages, squeezed
from tests.model.test_pictures import jpeg_head, png

NOTHING = report(board_with(("persona", {"title": "X"})), options())


def picture(form: str, mode: str = "RGB", marker: bytes = b"") -> str:
    kept = io.BytesIO()
    more = {"comment": marker} if marker else {}
    Image.new(mode, (300, 420), "teal").save(kept, form, **more)
    return data_string(kept.getvalue())


def sheets(data: bytes, title: str) -> list[str]:
    """The pages that begin with the title and hold the three lists."""
    found = [squeezed(page) for page in pages(data)]
    return [page for page in found if squeezed(title) in page and squeezed("ПУТИ: СРЕДНЕЕ И ПИК-КОНЕЦ") in page]


def test_each_persona_has_one_page_that_says_how_firm_it_is():
    data = report(example(), options())
    (annie,) = sheets(data, "Аня, 29 · кофе по дороге")
    (vera,) = sheets(data, "Вера, 24 · оператор поддержки")
    assert squeezed("Исследование: живых людей спросили") in annie
    assert squeezed("Мне не нужен купон. Мне нужен кофе, который я заказала.") in annie
    assert squeezed("Исследовано частично") in vera and squeezed("работает в роли") in vera


@pytest.mark.parametrize(
    "form,mode", [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "CMYK")]
)
def test_a_portrait_is_drawn_and_gives_the_same_bytes_again(form, mode):
    board = board_with(("persona", {"title": "X", "portrait": picture(form, mode)}))
    data = report(board, options())
    assert data.count(b"/Subtype /Image") == NOTHING.count(b"/Subtype /Image") + 1
    assert data == report(board, options())


def test_what_hides_in_a_picture_does_not_reach_the_report():
    board = board_with(("persona", {"title": "X", "portrait": picture("JPEG", marker=b"HIDDEN PAYLOAD")}))
    assert b"HIDDEN PAYLOAD" not in report(board, options())


@pytest.mark.parametrize("data", [jpeg_head(500, 500), png()[:45]])
def test_a_picture_that_cannot_be_decoded_leaves_the_letter(data):
    board = board_with(("persona", {"title": "X", "portrait": data_string(data)}))
    assert report(board, options()).count(b"/Subtype /Image") == NOTHING.count(b"/Subtype /Image")


def test_long_titles_and_many_needs_stay_on_the_page():
    board = board_with(
        ("persona", {"title": "Очень длинное имя " * 7, "quote": "цитата " * 90, "goals": "цель " * 400})
    )
    draft = Draft(board)
    for number in range(60):
        need = draft.add_card("need", {"title": f"Потребность {number} " * 8, "importance": 5}, f"n{number}")
        draft.add_link("has", "c0", need)
    board.apply(draft.changes())
    found = sheets(report(board, options()), "Очень длинное имя Очень")
    assert len(found) == 1 and squeezed("и ещё ") in found[0]


def test_the_customers_aimed_at_have_a_page_with_both_rankings_beside_each_other():
    board = example("small_hotel.ru")
    draft = Draft(board)
    for persona in ("p2", "p3"):
        draft.set("card", persona, aim="none")
    for _ in range(9):
        need = draft.add_card("need", {"title": "Очень длинная потребность " * 9, "importance": 10, "satisfaction": 0})
        draft.add_link("has", "p1", need)
    board.apply(draft.changes())
    found = [squeezed(page) for page in pages(report(board, options()))]
    (page,) = [page for page in found if squeezed("Первые потребности тех, кого мы выбрали") in page]
    many, of = len(aimed(board).needs), board.count("need")
    assert 10 <= many < of and squeezed(f"{round(100 * many / of)} % · {many} из {of}") in page
    assert squeezed("Первые среди всех потребностей") in page
    assert squeezed("доля = то, что служит") in page, "the formula stands on the same page"


def test_without_anybody_aimed_at_there_is_no_such_page():
    assert squeezed("Первые среди всех потребностей") not in squeezed(" ".join(pages(NOTHING)))
