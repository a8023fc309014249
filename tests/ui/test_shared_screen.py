"""The shared screen as a room sees it: what it says, that it follows the facilitator, that nothing private is on it."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtGui import QColor

from cxworkshop.actions import cards, links
from cxworkshop.document import Document
from cxworkshop.exchange.json_format import plan, read_document
from cxworkshop.paths import SESSIONS
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.shared_screen import paint
from cxworkshop.ui.shared_screen.picture import picture_of
from cxworkshop.ui.shared_screen.places import HEIGHT, WIDTH, place
from cxworkshop.ui.shared_screen.window import SharedScreen
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import PROJECTOR


@pytest.fixture
def coffee_room(tmp_path):
    source = SESSIONS / "coffee.ru.json"
    document = Document.create(tmp_path / "coffee.cxw")
    document.apply(plan(read_document(source.read_bytes(), source.name), document.board).changes)
    made = Room(document)
    made.today = lambda: datetime.date(2026, 11, 22)
    yield made
    made.close()
    tr.set_language("en")


@pytest.fixture
def screen(qtbot, coffee_room):
    tr.set_language("ru")
    made = SharedScreen(coffee_room)
    made.resize(1920, 1080)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_spotlight_the_room_sees_the_step_and_its_question(screen, coffee_room):
    coffee_room.go_to_step(3)
    assert "Шаг 3 из 9" in screen.shown_texts()
    assert "Где мы встречаемся" in screen.shown_texts()


def test_a_spotlit_need_is_shown_with_everything_it_rests_on(screen, coffee_room):
    coffee_room.put_spotlight("n1")
    shown = screen.shown_texts()
    behind = coffee_room.map().behind("n1")
    for card_id in ("n1", *behind.values, *behind.processes):
        assert coffee_room.board.card(card_id).title in shown
    assert any("никогда" in text for text in shown)


def test_the_screen_follows_an_edit_and_its_undo(screen, coffee_room):
    coffee_room.put_spotlight("n1")
    coffee_room.do(lambda board: cards.edit(board, "x2", title="Совсем новое имя"))
    assert "Совсем новое имя" in screen.shown_texts()
    coffee_room.undo()
    assert "Совсем новое имя" not in screen.shown_texts()


def test_a_new_link_changes_the_map_on_the_screen_at_once(screen, coffee_room):
    coffee_room.put_spotlight("n1")
    title = coffee_room.board.card("x9").title
    assert title not in screen.shown_texts()
    coffee_room.do(lambda board: links.connect(board, "x1", "x9"))
    assert title in screen.shown_texts()


def test_deleting_the_spotlit_card_brings_back_the_question(screen, coffee_room):
    coffee_room.put_spotlight("n1")
    coffee_room.do(lambda board: cards.delete(board, ["n1"]))
    assert coffee_room.spotlight is None
    assert "От потребности — назад, к процессам" in screen.shown_texts()


def test_the_language_changes_while_the_screen_is_open(screen, coffee_room):
    coffee_room.put_spotlight("n1")
    tr.set_language("en")
    assert "Step 6 of 9" in screen.shown_texts()


def test_nothing_private_is_on_the_screen(screen, coffee_room):
    private = [card.note for card in coffee_room.board.cards.values() if card.note]
    private += [str(card.get("author")) for card in coffee_room.board.of_kind("note") if card.get("author")]
    assert private
    for card_id in coffee_room.board.cards:
        coffee_room.put_spotlight(card_id)
        shown = " ".join(screen.shown_texts())
        assert not [text for text in private if text in shown]


def test_the_spotlit_card_is_framed_in_the_colour_of_the_map(screen, coffee_room, qtbot):
    coffee_room.put_spotlight("n1")
    image = screen.grab().toImage()
    frame = QColor(PROJECTOR.lit)
    found = sum(image.pixelColor(x, y) == frame for x in range(0, 1920, 2) for y in range(200, 400, 2))
    assert found > 300
    coffee_room.put_spotlight(None)
    image = screen.grab().toImage()
    assert not [1 for x in range(0, 1920, 4) for y in range(200, 400, 4) if image.pixelColor(x, y) == frame]


@pytest.mark.parametrize("length", [10, 60, 120, 400])
def test_cards_never_overlap_nor_leave_the_screen_whatever_their_titles(coffee_room, length):
    board = coffee_room.board
    for card_id in board.cards:
        picture = picture_of(board, coffee_room.map(), card_id)
        titles = {card: ("слово " * 80)[:length] for row in picture.rows for card in row.cards}
        placed = place(picture, titles, lambda _: True, lambda text: 17.0 * len(text))
        rects = [one.rect for one in placed.cards.values()]
        assert all(rect.x >= 0 and rect.right <= WIDTH and rect.bottom <= HEIGHT - 80 for rect in rects)
        assert not [1 for n, one in enumerate(rects) for other in rects[n + 1 :] if one.meets(other)]


def test_no_text_is_smaller_than_24_pixels(screen, coffee_room, monkeypatch):
    used = []
    real = paint.font
    monkeypatch.setattr(paint, "font", lambda size, *more: used.append(size) or real(size, *more))
    for card_id in (None, "n1", "x3", "t5"):
        coffee_room.put_spotlight(card_id)
        screen.grab()
    assert used and min(used) >= 24
