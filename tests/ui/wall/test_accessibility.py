"""What a screen reader finds on the wall: names, roles, states, places and the order of reading; what it is told."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication

from cxworkshop.actions import cards
from cxworkshop.document import Document
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas import accessible
from cxworkshop.ui.canvas.accessible import accessible_of
from cxworkshop.ui.speech import tr

Event, Role, Text = QAccessible.Event, QAccessible.Role, QAccessible.Text

COFFEE = Path(__file__).with_name("coffee.tree.txt")  # the whole tree as a screen reader walks it


@pytest.fixture
def listening(qapp):
    """A screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def root(wall):
    found = accessible_of(wall)
    assert found is not None
    return found


def children(part):
    return [part.child(index) for index in range(part.childCount())]


def listed(part, depth=0):
    """The tree as indented lines: name and role."""
    lines = ["  " * depth + f"{part.text(Text.Name)} [{part.role().name}]"]
    return lines + [line for child in children(part) for line in listed(child, depth + 1)]


def walk(part):
    yield part
    for child in children(part):
        yield from walk(child)


def items(root):
    return [part for lane in children(root)[1:] for part in children(lane)]


def card_part(root, card):
    return next(part for part in items(root) if part.card_id == card)


# The tree


def test_the_tree_of_the_coffee_wall_names_stages_lanes_and_every_card_in_reading_order(wall, root):
    assert listed(root) == COFFEE.read_text("utf-8").splitlines()
    assert [part.card_id for part in items(root)] == list(root.reading.cards)
    assert {part.card_id for part in items(root)} == set(wall.picture.boxes)


def test_within_a_lane_cards_are_read_from_the_first_stage_to_the_last(wall, root):
    for lane in children(root)[1:]:
        places = [
            (wall.picture.boxes[part.card_id].column, part.rect().y(), part.rect().x()) for part in children(lane)
        ]
        assert places == sorted(places), lane.text(Text.Name)


def test_every_part_knows_its_parent_and_its_place_among_its_siblings(root):
    for part in walk(root):
        for index, child in enumerate(children(part)):
            assert child.parent() is part
            assert part.indexOfChild(child) == index
            assert child.isValid()
        assert part.child(-1) is None
        assert part.child(part.childCount()) is None


def test_every_part_has_a_name_and_every_card_says_what_it_is_first(room, root):
    assert all(part.text(Text.Name) for part in walk(root))
    assert card_part(root, "n1").text(Text.Name) == f"Need: {room.board.card('n1').title}"


def test_names_and_descriptions_speak_russian(open_room, open_wall):
    tr.set_language("ru")
    root = accessible_of(open_wall(open_room("ru")))
    assert children(root)[0].text(Text.Name) == "Этапы"
    assert card_part(root, "n1").text(Text.Name).startswith("Потребность: ")
    assert "этап «" in card_part(root, "n1").text(Text.Description)


def test_a_cards_description_tells_stage_scores_owner_and_links(room, root):
    need = card_part(root, "n1").text(Text.Description)
    assert f"stage “{room.board.card('s5').title}”" in need
    assert "matters 10 · met 2" in need
    assert "opportunity 18 of 20" in need
    assert "link" in need
    process = next(card for card in room.board.of_kind("process") if card.title and room.board.sources(card.id, "owns"))
    owner = room.board.sources(process.id, "owns")[0]
    assert owner.title in card_part(root, process.id).text(Text.Description)


def test_while_something_is_lit_cards_tell_their_distance_or_that_they_are_faded(room, root):
    room.select(["n1"])
    room.map()
    assert "cards light up" in card_part(root, "n1").text(Text.Description)
    reached = room.map().behind("n1").distance
    for process, distance in reached.items():
        assert f"lit, distance {distance}" in card_part(root, process).text(Text.Description)
    faded = next(card.id for card in room.board.of_kind("process") if card.id not in reached)
    assert "faded" in card_part(root, faded).text(Text.Description)
    room.select([])
    assert "faded" not in card_part(root, faded).text(Text.Description)


# States and places


def test_states_tell_selected_focused_and_out_of_sight(room, wall, root):
    room.select(["n1", "n2"])
    first, last, other = (card_part(root, card).state() for card in ("n1", "n2", "n3"))
    assert (first.selected, last.selected, other.selected) == (1, 1, 0)
    assert (first.focused, last.focused, other.focused) == (0, 1, 0)
    assert other.selectable and other.focusable
    assert root.focusChild() is card_part(root, "n2")
    wall.resize(500, 300)
    QApplication.processEvents()
    wall.scroll_to(10_000, 10_000)
    assert card_part(root, "t1").state().offscreen


def test_a_part_lies_where_its_card_is_drawn_and_is_found_there(wall, hand, root):
    for card in ("t1", "n1"):
        part = card_part(root, card)
        assert part.rect().contains(wall.viewport().mapToGlobal(hand.at(card)))
        middle = part.rect().center()
        lane = root.childAt(middle.x(), middle.y())
        assert lane is part.parent()
        assert lane.childAt(middle.x(), middle.y()) is part
    stage = wall.viewport().mapToGlobal(hand.stage("s2"))
    assert root.childAt(stage.x(), stage.y()).childAt(stage.x(), stage.y()).card_id == "s2"
    far = wall.viewport().mapToGlobal(QPoint(-500, -500))
    assert root.childAt(far.x(), far.y()) is None


def test_a_workshop_open_for_reading_says_so(room, open_wall, tmp_path):
    room.document.save_copy(tmp_path / "copy.cxw")
    reading = Room(Document.open_read_only(tmp_path / "copy.cxw"))
    root = accessible_of(open_wall(reading))
    assert card_part(root, "n1").state().readOnly
    reading.close()


def test_a_screen_reader_can_press_a_card_and_open_its_menu(room, wall, root):
    actions = card_part(root, "n1").actionInterface()
    assert QAccessibleActionInterface.pressAction() in actions.actionNames()
    actions.doAction(QAccessibleActionInterface.pressAction())
    assert room.selection == ("n1",)
    actions.doAction(QAccessibleActionInterface.showMenuAction())
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    assert card_part(root, "n1").textInterface() is None, "an interface that is not there must be told as none"


def test_the_field_of_a_title_being_typed_is_in_the_tree(room, wall, root):
    count = root.childCount()
    room.select(["n1"])
    wall.edit_selected()
    assert root.childCount() == count + 1
    names = [part.text(Text.Name) for part in children(root.child(count))]
    assert "Title" in names


# What is told


@pytest.fixture
def told(listening, wall, room):
    """(event, card) of everything a screen reader is told, sentences as ("said", text)."""
    heard = []
    wall.announcer.sent.connect(lambda what, card: heard.append((what, card)))
    wall.announcer.announced.connect(lambda text: heard.append(("said", text)))
    return heard


def test_a_selection_is_told_with_the_card_that_has_the_focus(room, told):
    room.select(["n1"])
    assert told == [(Event.Selection, "n1"), (Event.Focus, "n1")]
    told.clear()
    room.select(["n1", "n2"])
    assert (Event.SelectionAdd, "n2") in told
    assert ("said", "2 cards selected") in told
    assert told[-1] == (Event.Focus, "n2")


def test_edits_moves_undo_and_refusals_are_told(room, wall, told):
    room.do(lambda board: cards.edit(board, "n1", title="To be believed"))
    assert (Event.NameChanged, "n1") in told
    room.do(lambda board: cards.edit(board, "n1", importance=3))
    assert (Event.DescriptionChanged, "n1") in told
    told.clear()
    room.do(lambda board: cards.move(board, ["n1"], "s2"))
    words = [text for what, text in told if what == "said"]
    assert any(text.endswith(f"Now in Needs, {room.board.card('s2').title}") for text in words), words
    room.undo()
    assert any(text.startswith("Undone: ") for what, text in told if what == "said")
    room.select(["n1"])
    wall.start_link()
    wall.picker.pick("r1" if "r1" in room.board.cards else "n2")
    assert wall.picker is not None, "the link was refused"
    assert [text for what, text in told if what == "said"][-1]


def test_nobody_is_told_anything_while_nobody_listens(room, wall):
    heard = []
    wall.announcer.sent.connect(lambda *what: heard.append(what))
    wall.announcer.announced.connect(heard.append)
    room.select(["n1"])
    room.do(lambda board: cards.edit(board, "n1", title="Unheard"))
    assert heard == []


# Safety: Qt keeps these objects in a cache of its own


def test_parts_of_deleted_cards_are_let_go_and_undo_gives_new_ones(room, wall, root, told):
    part = card_part(root, "n1")
    assert QAccessible.uniqueId(part)
    room.do(lambda board: cards.delete(board, ["n1"]))
    assert not shiboken6.isValid(part)
    assert "n1" not in [own.card_id for own in items(root)]
    room.undo()
    assert card_part(root, "n1").isValid()


def test_a_wall_that_goes_takes_its_parts_along(open_room, open_wall, listening):
    room = open_room()
    before = len(accessible._kept)
    for _ in range(5):
        wall = open_wall(room)
        root = accessible_of(wall)
        held = items(root)
        room.select(["n1"])
        room.select([])
        assert repr(held[0])  # Qt itself asks the part for everything
        wall.close()
        shiboken6.delete(wall)
        del wall
        gc.collect()
        assert not any(shiboken6.isValid(part) for part in held)
    assert len(accessible._kept) == before
