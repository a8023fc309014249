"""The report as a reader gets it: text, outline, fonts; hostile and endless texts; empty boards; every paper."""

import datetime
import io
import json
import re
import time
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from cxworkshop.exchange import json_format
from cxworkshop.exchange.drawing.text import is_whole, printable
from cxworkshop.exchange.options import PAPERS, ExportOptions
from cxworkshop.exchange.pdf_report.report import report, write_pdf
from cxworkshop.model.board import Board
from cxworkshop.model.draft import Draft
from cxworkshop.paths import SESSIONS

TODAY = datetime.date(2026, 11, 22)


def options(language="ru", paper="a4"):
    return ExportOptions(language=language, paper=paper, today=TODAY)


def example(name="coffee.ru") -> Board:
    board = Board()
    source = SESSIONS / f"{name}.json"
    board.apply(json_format.plan(json_format.read_document(source.read_bytes()), board).changes)
    return board


def board_with(*cards, workshop=None) -> Board:
    """A board of (kind, fields) cards with ids c0, c1…"""
    board = Board()
    draft = Draft(board)
    if workshop:
        draft.put("workshop", "workshop", workshop)
    for number, (kind, fields) in enumerate(cards):
        draft.add_card(kind, fields, f"c{number}")
    board.apply(draft.changes())
    return board


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def squeezed(text: str) -> str:
    """Without white space, hyphens and ligatures: a viewer joins lines, takes a hyphen at a line's end for a break and
    gives a ligature back as its letters."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(character for character in text if not character.isspace() and character not in "-\u00ad\ufffe\x02")


def read(data: bytes) -> str:
    return " ".join(" ".join(pages(data)).split())


@pytest.fixture(scope="module")
def coffee() -> bytes:
    return report(example(), options())


def test_russian_sentences_can_be_searched_in_the_report(coffee):
    text = read(coffee)
    for words in (
        "Важнее всего починить то, что решают незнакомцы",
        "Кофе не приехал · итоги воркшопа · цикл 1",
        "Лучше всего мы там, где берём деньги",
        "Самая большая возможность — «Получить то, что заказал, сегодня»",
        "Как посчитаны цифры",
    ):
        assert words in text


def test_english_report_has_no_russian_word_of_ours():
    text = read(report(example("coffee.en"), options("en")))
    assert "What strangers decide needs mending most" in text
    assert not any("а" <= letter.lower() <= "я" for letter in text)


def test_every_card_of_the_wall_stands_on_the_wall_pages_and_every_card_in_the_list(coffee):
    board = example()
    found = pages(coffee)
    on_wall = {"persona", "touchpoint", "problem", "need", "value", "process", "improvement", "note"}
    walls = squeezed(" ".join(page for page in found if "Точки контакта" in page and "ожидание" in page))
    walls += squeezed(" ".join(page for page in found if "Часть" in page))
    whole = squeezed(" ".join(found))
    for card in board.cards.values():
        assert squeezed(card.title) in whole, card.title
        if card.kind in on_wall:
            assert squeezed(card.title) in walls, card.title


def test_processes_say_who_sets_their_standard_and_what_they_run_on(coffee):
    said = squeezed(read(coffee))
    assert squeezed("стандарт задаёт «Дирекция»") in said and squeezed("система: Таблица в общей папке") in said


def test_the_three_answers_stand_on_the_cover(coffee):
    cover = squeezed(pages(coffee)[0])
    for name in ("title", "attract_and_keep", "matters_most", "be_best"):
        assert squeezed(example().workshop[name]) in cover


def test_the_outline_names_the_chapters(coffee):
    document = pypdfium2.PdfDocument(coffee)
    titles = [item.get_title() for item in document.get_toc()]
    assert titles[0] == "Кофе не приехал"
    wanted = ["Потребности", "Карты назад", "Процессы по влиянию", "На что ещё нет ответа", "Как посчитаны цифры"]
    assert [title for title in titles if title in wanted] == wanted
    assert "Путь: Аня и утренний кофе" in titles


def test_title_language_and_fonts_are_in_the_file(coffee):
    document = pypdfium2.PdfDocument(coffee)
    assert document.get_metadata_value("Title") == "Кофе не приехал"
    assert document.get_metadata_value("Author") == ""
    assert b"/Lang (ru)" in coffee
    assert b"/DisplayDocTitle true" in coffee
    assert b"/Lang (en)" in report(example("coffee.en"), options("en"))
    assert coffee.count(b"/FontFile2") == coffee.count(b"/Type /FontDescriptor") > 0
    assert b"/Helvetica" not in coffee


def test_the_same_board_gives_the_same_bytes(coffee):
    assert report(example(), options()) == coffee


def test_a_report_goes_to_a_path_or_a_stream(tmp_path, coffee):
    write_pdf(example(), tmp_path / "report.pdf", options())
    stream = io.BytesIO()
    write_pdf(example(), stream, options())
    assert (tmp_path / "report.pdf").read_bytes() == stream.getvalue() == coffee


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_empty_board_gives_a_cover_that_says_so_and_the_formulas(language):
    found = pages(report(Board(), options(language)))
    assert len(found) == 3
    assert ("Стена пока пуста" if language == "ru" else "The wall is still empty") in " ".join(found[0].split())


@pytest.mark.parametrize("kind", ["need", "process", "touchpoint", "persona", "journey", "improvement", "note", "kpi"])
def test_a_single_card_of_any_kind_gives_a_report(kind):
    found = read(report(board_with((kind, {"title": "Одна карточка"})), options()))
    assert "Одна карточка" in found


@pytest.mark.parametrize("paper", PAPERS)
def test_the_report_fits_every_paper(paper):
    document = pypdfium2.PdfDocument(report(example(), options(paper=paper)))
    width, height = document[0].get_size()
    long, short = {"a4": (297, 210), "a3": (420, 297), "a2": (594, 420), "a1": (841, 594), "a0": (1189, 841)}[paper]
    assert width == pytest.approx(long / 25.4 * 72, abs=3)
    assert height == pytest.approx(short / 25.4 * 72, abs=3)


def test_larger_paper_needs_no_parts_of_the_wall():
    assert "Часть 1 из 2" in read(report(example(), options()))
    assert "Часть 1 из" not in read(report(example(), options(paper="a2")))


def test_no_text_leaves_the_paper_and_none_is_smaller_than_six_points_on_readable_pages(coffee):
    document = pypdfium2.PdfDocument(coffee)
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            assert left >= 0 and bottom >= 0 and right <= width and top <= height
        if "Общий вид" not in text.get_text_range():
            sizes = {round(_size(text, index), 2) for index in range(text.count_chars())}
            assert min(sizes - {0.0, 1.0}) >= 6


def _size(text, index):
    return pypdfium2.raw.FPDFText_GetFontSize(text.raw, index)


def naughty(shared_data: Path) -> list[str]:
    return json.loads((shared_data / "data" / "strings" / "blns.json").read_text(encoding="utf-8"))


def test_naughty_titles_and_notes_print_as_typed_and_never_as_markup(shared_data):
    strings = [text for text in naughty(shared_data) if text.strip()]
    cards = [("note", {"title": text, "note": f"записка: {text}"}) for text in strings]
    data = report(board_with(*cards), options())
    text = squeezed(" ".join(pages(data)))
    whole = [one for one in strings if is_whole(" ".join(one.split()))]
    assert len(whole) > 300
    assert [one for one in whole if text.count(squeezed(one)) < 2] == []
    assert b"/Subtype /Image" not in data and b"/URI" not in data and b"/JavaScript" not in data


def test_naughty_workshop_titles_and_answers_do_no_harm(shared_data):
    strings = naughty(shared_data)
    for start in range(0, len(strings), 50):
        title = " ".join(strings[start : start + 3])
        answer = "\n".join(strings[start : start + 50])
        board = board_with(("journey", {"title": title}), workshop={"title": title, "be_best": answer})
        assert len(pages(report(board, options()))) >= 2


def test_what_the_font_lacks_is_shown_by_its_code_and_not_by_a_box():
    board = board_with(("note", {"title": "Кофе 😀 и 你好", "note": "слово\u202eзадом\u0000наперёд\u200b!"}))
    text = read(report(board, options()))
    assert "Кофе [U+1F600] и [U+4F60 U+597D]" in text
    assert "словозадомнаперёд!" in text
    assert "■" not in text and "\ufffd" not in text


def test_marks_without_a_look_are_dropped_even_where_the_font_holds_an_empty_glyph_for_them():
    assert printable("до\u200bста\u00adв\ufeffка\u202eда") == "доставкада"


def test_letters_typed_as_letter_and_mark_print_as_one_letter():
    assert printable("и\u0306 е\u0308") == "й ё"
    assert printable("a\tb\u00a0c") == "a b\u00a0c"


def test_an_endless_note_or_title_does_not_hang_the_report():
    endless = ["слово тяжёлое " * 7_000, "ы" * 100_000, "😀" * 100_000, "a " * 50_000, "\n" * 100_000, "<b>" * 30_000]
    cards = [(kind, {"title": text, "note": text}) for text in endless for kind in ("need", "process", "note")]
    started = time.process_time()
    text = read(report(board_with(*cards), options()))
    assert time.process_time() - started < 30
    assert "знаков в файле воркшопа" in text


def served(hours: float | None, owned: bool = True) -> Board:
    """One scored need, a value, two processes in a loop; their owner met customers for so many hours (None: never)."""
    board = board_with(
        ("need", {"title": "Получить заказ", "importance": 9, "satisfaction": 2}),
        ("value", {"title": "Исправим сегодня"}),
        ("process", {"title": "Разбор"}),
        ("process", {"title": "Регламент"}),
        ("role", {"title": "Финансы"}),
    )
    draft = Draft(board)
    draft.add_link("satisfies", "c1", "c0")
    draft.add_link("creates", "c2", "c1")
    draft.add_link("depends_on", "c2", "c3")
    draft.add_link("depends_on", "c3", "c2")
    if owned:
        draft.add_link("owns", "c4", "c2")
        draft.add_link("owns", "c4", "c3")
    if hours is not None:
        draft.put("exposure", "e", {"role": "c4", "at": "2026-11-20", "hours": hours, "form": "direct"})
    board.apply(draft.changes())
    return board


@pytest.mark.parametrize(
    ("hours", "owned", "sentence"),
    [
        (None, True, "Важнее всего починить то, что решают незнакомцы"),
        (3, True, "Самое важное делают люди, которые знают клиента"),
        (None, False, "Самое важное никому не поручено"),
    ],
)
def test_the_first_sentence_says_who_runs_what_matters_most(hours, owned, sentence):
    cover = " ".join(pages(report(served(hours, owned), options()))[0].split())
    assert sentence in cover
    assert "Главная потребность, «Получить заказ», держится на 2 процессах." in cover


def test_loops_are_named_and_needs_without_value_counted_with_the_right_plural():
    text = read(report(served(None), options()))
    assert "Процессы ждут друг друга по кругу" in text
    assert "«Разбор» → «Регламент» → «Разбор»" in text
    cards = [("need", {"title": f"Потребность {number}"}) for number in range(5)]
    assert "Для 5 потребностей мы пока ничего не создаём" in read(report(board_with(*cards), options()))
    assert "Для 1 потребности мы пока ничего не создаём" in read(report(board_with(cards[0]), options()))


def test_unscored_needs_get_no_bar_and_no_number():
    text = read(report(board_with(("need", {"title": "Потребность"})), options()))
    assert "без оценки" in text
    assert "Потребности названы, но ещё не оценены" in text


def test_quotation_marks_in_a_title_become_inner_marks_in_a_sentence():
    board = board_with(("need", {"title": "Статус «На рассмотрении»", "importance": 9, "satisfaction": 1}))
    text = read(report(board, options()))
    assert "Самая большая возможность — «Статус „На рассмотрении“»" in text


@pytest.mark.parametrize("paper", ["a4", "a3", "a0"])
@pytest.mark.parametrize("kind", ["persona", "stage", "need"])
def test_a_huge_wall_is_read_in_parts_and_never_drawn_as_a_strip(kind, paper):
    board = board_with(
        ("journey", {"title": "Way", "side": "external"}),
        *(("stage", {"title": f"Stage {number}", "journey": "c0", "position": number}) for number in range(3)),
        *(("touchpoint", {"title": f"T{number}", "stage": f"c{number + 1}", "experience": 1}) for number in range(3)),
        *((kind, {"title": f"Crowd{number}.", **CROWD[kind]}) for number in range(300)),
        *(
            ("touchpoint", {"title": "here", "stage": f"c{number + 7}"})
            for number in range(300 if kind == "stage" else 0)
        ),
    )
    read = pypdfium2.PdfDocument(io.BytesIO(report(board, options("en", paper))))
    capitals = {}
    for page in read:
        text = page.get_textpage()
        for found in re.finditer(r"Crowd\d+\.", text.get_text_range()):
            _, low, _, high = text.get_charbox(found.start())
            capitals.setdefault(found[0], []).append(high - low)
    assert len(capitals) == 300, "all of them are there"
    assert all(sum(height > 4 for height in heights) > 1 for heights in capitals.values()), (
        "points, on wall and in list"
    )
    assert min(min(heights) for heights in capitals.values()) > 1.1, "an overview is an overview and not a strip"


CROWD = {"stage": {"journey": "c0"}, "need": {"stage": "c2"}, "persona": {"side": "external"}}
