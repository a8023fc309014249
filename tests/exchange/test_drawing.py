"""The wall as SVG and PNG, and the parts into which a large wall is cut for paper."""

import datetime
import io
import json
import random
from itertools import combinations
from pathlib import Path

import pytest
from defusedxml import ElementTree
from PIL import Image

from cxworkshop.exchange import json_format
from cxworkshop.exchange.drawing import fonts, png
from cxworkshop.exchange.drawing.findings import Findings
from cxworkshop.exchange.drawing.packing import packed
from cxworkshop.exchange.drawing.stack import stack_of
from cxworkshop.exchange.drawing.svg import write_svg
from cxworkshop.exchange.drawing.text import lines_of, printable, shortened
from cxworkshop.exchange.drawing.tiles import tiles, whole
from cxworkshop.exchange.drawing.wall import draw_wall, measure, wall_of
from cxworkshop.exchange.options import ExportOptions
from cxworkshop.i18n import translator
from cxworkshop.model.board import Board
from cxworkshop.model.boxes import TEXT_WIDTH, Rect
from cxworkshop.model.draft import Draft
from cxworkshop.paths import SESSIONS

TODAY = datetime.date(2026, 11, 22)
OPTIONS = ExportOptions(language="ru", today=TODAY)
SVG = "{http://www.w3.org/2000/svg}"


def example(name="coffee.ru") -> Board:
    board = Board()
    source = SESSIONS / f"{name}.json"
    board.apply(json_format.plan(json_format.read_document(source.read_bytes()), board).changes)
    return board


def crowded(cards: int, words: tuple[int, int]) -> Board:
    """A journey of eight stages with many cards whose titles have so many words, the same for the same arguments."""
    chance = random.Random(7)
    vocabulary = ["доставка", "возврат", "переоформление", "кофе", "заказ", "поддержка", "сегодня", "согласование"]
    board = Board()
    draft = Draft(board)
    draft.add_card("journey", {"title": "Путь", "side": "external"}, "j")
    for number in range(8):
        draft.add_card("stage", {"title": f"Этап {number}", "journey": "j", "position": number}, f"s{number}")
    made: dict[str, list[str]] = {kind: [] for kind in ("touchpoint", "problem", "need", "value", "process")}
    for _ in range(cards):
        kind = chance.choice(list(made))
        title = " ".join(chance.choice(vocabulary) for _ in range(chance.randint(*words)))
        made[kind].append(draft.add_card(kind, {"title": title, "stage": f"s{chance.randrange(8)}"}))
    for value in made["value"]:
        draft.add_link("satisfies", value, chance.choice(made["need"]))
        draft.add_link("creates", chance.choice(made["process"]), value)
    board.apply(draft.changes())
    return board


def drawn(board: Board, options=OPTIONS):
    stream = io.BytesIO()
    write_svg(board, stream, options)
    return ElementTree.fromstring(stream.getvalue(), forbid_dtd=True)


def texts(svg) -> str:
    return " ".join(element.text or "" for element in svg.iter(f"{SVG}text"))


def test_svg_holds_the_titles_of_both_journeys_as_text():
    svg = drawn(example())
    found = texts(svg).replace(" ", "")
    for title in ("Смена Веры в поддержке", "Повторная доставка", "Форму согласуют два дня", "Бюджет поддержки"):
        assert title.replace(" ", "") in found
    assert svg.get("width") and svg.find(f"{SVG}title").text == "Кофе не приехал"


def test_svg_fetches_nothing_and_runs_nothing():
    tags = {element.tag.removeprefix(SVG) for element in drawn(example()).iter()}
    assert tags == {"svg", "title", "rect", "circle", "polyline", "path", "text"}
    attributes = {name for element in drawn(example()).iter() for name in element.attrib}
    assert not [name for name in attributes if "href" in name or name.startswith("on")]


def test_svg_with_naughty_titles_is_xml_and_keeps_them_as_typed(shared_data):
    strings = json.loads((shared_data / "data" / "strings" / "blns.json").read_text(encoding="utf-8"))
    board = Board()
    draft = Draft(board)
    draft.put("workshop", "workshop", {"title": "<b>&\u0000\u202e"})
    for text in strings:
        draft.add_card("note", {"title": text, "author": text})
    board.apply(draft.changes())
    svg = drawn(board)
    assert svg.find(f"{SVG}title").text == "<b>&"
    found = texts(svg).replace(" ", "")
    for text in ("<script>alert(123)</script>", "👾🙇💁🙅🙆🙋🙎🙍", "社會科學院語學研究所", "ÅÍÎÏ˝Ó"):
        assert text.replace(" ", "") in found


def test_svg_and_png_are_the_same_each_time_and_go_to_paths_and_streams(tmp_path):
    write_svg(example(), tmp_path / "wall.svg", OPTIONS)
    png.write_png(example(), tmp_path / "wall.png", OPTIONS)
    stream = io.BytesIO()
    png.write_png(example(), stream, OPTIONS)
    assert stream.getvalue() == (tmp_path / "wall.png").read_bytes()
    again = io.BytesIO()
    write_svg(example(), again, OPTIONS)
    assert again.getvalue() == (tmp_path / "wall.svg").read_bytes()


@pytest.mark.parametrize(("paper", "longest"), [("a4", 3508), ("a3", 4961)])
def test_png_has_the_pixels_of_its_paper_and_is_not_blank(tmp_path: Path, paper, longest):
    png.write_png(example(), tmp_path / "wall.png", ExportOptions(language="en", paper=paper, today=TODAY))
    picture = Image.open(tmp_path / "wall.png")
    assert max(picture.size) == pytest.approx(longest, abs=2)
    assert len(set(picture.convert("P").resize((200, 200)).tobytes())) > 10


def test_png_of_a_huge_wall_stays_within_its_caps():
    picture = png.picture(stack_of(crowded(900, (2, 12)), OPTIONS), 99_999)
    assert max(picture.size) <= png.LONGEST and picture.width * picture.height <= png.MOST * 1.01


def test_an_empty_board_is_drawn_as_empty_lanes():
    assert "Точкиконтакта" in texts(drawn(Board())).replace(" ", "")


def test_long_titles_fit_their_cards_and_cards_never_overlap():
    wall = wall_of(Findings(crowded(120, (6, 14)), TODAY), "j", translator("ru"))
    titles = [wall.findings.board.card(card).title for card in wall.layout.boxes]
    assert max(len(title) for title in titles) > 120
    for box in wall.layout.boxes.values():
        assert all(measure(line) <= TEXT_WIDTH for line in box.lines)
    for one, other in combinations(wall.layout.boxes.values(), 2):
        assert not one.rect.meets(other.rect)


@pytest.mark.parametrize("size", [(1441.0, 803.0), (700.0, 500.0), (400.0, 260.0)])
def test_the_parts_of_a_wall_hold_every_card_once_unclipped_and_apart(size):
    wall = wall_of(Findings(crowded(300, (1, 12)), TODAY), "j", translator("ru"))
    parts = tiles(wall.layout, *size)
    shown = [card for part in parts for card in part.boxes]
    assert sorted(shown) == sorted(wall.layout.boxes)
    for part in parts:
        sheet = Rect(0, 0, part.width, part.height)
        for rect in part.boxes.values():
            assert rect.x >= sheet.x and rect.right <= sheet.right and rect.y >= sheet.y and rect.bottom <= sheet.bottom
        for one, other in combinations(part.boxes.values(), 2):
            assert not one.meets(other)


def test_many_personas_are_shared_out_over_the_parts():
    board = Board()
    draft = Draft(board)
    draft.add_card("journey", {"title": "Путь", "side": "external"}, "j")
    for number in range(6):
        draft.add_card("stage", {"title": f"Этап {number}", "journey": "j", "position": number}, f"s{number}")
        draft.add_card("touchpoint", {"title": f"Точка {number}", "stage": f"s{number}"})
    for number in range(9):
        draft.add_card("persona", {"title": f"Персона {number}", "side": "external"})
    board.apply(draft.changes())
    wall = wall_of(Findings(board, TODAY), "j", translator("ru"))
    parts = tiles(wall.layout, 700, 500)
    assert sorted(card for part in parts for card in part.boxes) == sorted(wall.layout.boxes)
    assert sum(any(board.card(card).kind == "persona" for card in part.boxes) for part in parts) > 1


class Noting:
    """A pen that notes what texts it was asked for and where links went."""

    def __init__(self):
        self.texts, self.curves = [], []

    def rect(self, *_, **__): ...

    def circle(self, *_, **__): ...

    def polyline(self, *_, **__): ...

    def curve(self, points, stroke, line=1.0, dash=()):
        self.curves.append((stroke, tuple(dash)))

    def text(self, x, y, text, *_, **__):
        self.texts.append(text)

    def clipped(self, *_):
        from contextlib import nullcontext

        return nullcontext()


def test_direct_and_indirect_links_differ_by_more_than_colour():
    pen = Noting()
    wall = wall_of(Findings(example(), TODAY), "j1", translator("ru"))
    draw_wall(pen, wall, whole(wall.layout))
    dashes = {dash for stroke, dash in pen.curves if stroke == "#F5A524"}
    assert () in dashes and len(dashes) == 2


def test_a_process_says_who_owns_it_and_how_long_ago_they_met_a_customer():
    pen = Noting()
    wall = wall_of(Findings(example(), TODAY), "j1", translator("ru"))
    draw_wall(pen, wall, whole(wall.layout))
    assert "Поддержка · 2 дня" in pen.texts
    assert "Финансы · никогда" in pen.texts
    assert "нет владельца" in pen.texts


def test_lines_fit_their_width_whatever_the_text():
    for text in ("слово " * 300, "ы" * 3_000, "😀" * 500, "a b c d e f g — " * 100, "длинноедлинноеслово " * 40):
        for line in lines_of(text, 150, 10):
            assert fonts.width(line, 10) <= 150
    assert len(lines_of("слово " * 300, 150, 10, most=2)) == 2
    assert lines_of("слово " * 300, 150, 10, most=2)[1].endswith("…")
    assert "".join(lines_of("ы" * 3_000, 150, 10)) == "ы" * 3_000
    assert " ".join(lines_of("раз два — три, и в четыре", 60, 10)) == "раз два — три, и в четыре"


def test_shortened_text_fits_and_says_that_something_is_missing():
    assert shortened("Коротко", 200, 10) == "Коротко"
    cut = shortened("Очень длинная строка, которой здесь не хватит места", 80, 10)
    assert cut.endswith("…") and fonts.width(cut, 10) <= 80


def test_printable_text_keeps_what_the_font_has():
    for text in ("Ёлка, №5 — «да»; 20 % ≤ 5 → ½ × 3 − 2 … €", "naïve façade Ångström ß ø", "Ґанок, їжак, ў"):
        assert printable(text) == text


def large(personas=0, stages=3, needs=0):
    """A wall of one journey with many of something, and every part of it that fits 1441 × 803."""
    board = Board()
    draft = Draft(board)
    draft.add_card("journey", {"title": "Путь", "side": "external"}, "j")
    for number in range(stages):
        draft.add_card("stage", {"title": f"Этап {number}", "journey": "j", "position": number}, f"s{number}")
        draft.add_card("touchpoint", {"title": f"Точка {number}", "stage": f"s{number}", "experience": 2})
    for number in range(personas):
        draft.add_card("persona", {"title": f"Персона {number}", "side": "external"})
    for number in range(needs):
        draft.add_card("need", {"title": f"Потребность {number}", "stage": "s1"})
    board.apply(draft.changes())
    wall = wall_of(Findings(board, TODAY), "j", translator("ru"))
    return wall, tiles(wall.layout, 1441.0, 803.0)


@pytest.mark.parametrize("many", [{"personas": 200}, {"stages": 200}, {"needs": 300}])
def test_a_huge_wall_falls_into_parts_that_all_fit_and_hold_every_card_once(many):
    wall, parts = large(**many)
    assert sorted(card for part in parts for card in part.boxes) == sorted(wall.layout.boxes)
    assert all(part.width <= 1441.01 and part.height <= 803.01 for part in parts)
    for part in parts:
        for one, other in combinations(part.boxes.values(), 2):
            assert not one.meets(other)


def test_columns_without_a_card_are_left_out_of_a_lane_that_goes_on_over_pages():
    _, parts = large(needs=300)
    assert {len(part.columns) for part in parts[1:]} == {1}


def test_boxes_are_packed_side_by_side_then_below_then_on_the_next_page():
    pages = packed([(40, 30), (40, 20), (40, 30), (90, 100), (200, 300)], 100, 100, gap=10)
    assert [[place.number for place in page] for page in pages] == [[0, 1, 2], [3], [4]]
    assert [tuple(place)[1:] for place in pages[0]] == [(5, 0), (55, 0), (5, 40)]
    assert pages[1][0].x == 5 and packed([], 100, 100) == []
