"""The open workshop: one road for every change, everybody told in order, undo across restarts."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxworkshop.document import Change, Document
from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet, Delta, Label
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import CARD
from tests.random_edits import state_of
from tests.store.small_workshops import coffee, rename, renaming, title


@pytest.fixture
def document(tmp_path: Path):
    found = Document.create(tmp_path / "w.cxw")
    coffee(found)
    yield found
    found.close()


def reopened(document: Document) -> Document:
    document.close()
    return Document.open(document.path)


def test_a_change_is_on_the_disk_before_anybody_is_told(document):
    seen = []
    document.subscribe(lambda change: seen.append(Document.open_read_only(copy_of(document)).board.card("n1").title))
    rename(document, "Новое")
    assert seen == ["Новое"]


def copy_of(document: Document) -> Path:
    copy = document.path.with_name("copy.cxw")
    document.save_copy(copy)
    return copy


def test_the_event_says_what_why_and_who(document):
    heard: list[Change] = []
    document.subscribe(heard.append)
    window = object()
    document.apply(renaming(document, "Новое"), initiator=window, origin="phone")
    document.undo(window)
    assert [(change.origin, change.initiator) for change in heard] == [("phone", window), ("undo", window)]
    assert heard[0].changes.deltas == (Delta(CARD, "n1", {"title": "Получить свой кофе"}, {"title": "Новое"}),)
    assert heard[1].changes.deltas == (heard[0].changes.deltas[0].inverse(),)


def test_an_empty_change_is_neither_logged_nor_told(document):
    heard: list[Change] = []
    document.subscribe(heard.append)
    assert document.apply(ChangeSet()) is None
    assert document.apply(renaming(document, title(document))) is None
    assert (heard, len(document.history())) == ([], 3)


def test_nobody_is_told_after_leaving(document):
    heard: list[Change] = []
    leave = document.subscribe(heard.append)
    leave()
    leave()
    rename(document, "Новое")
    assert heard == []


def test_one_told_to_leave_by_another_hears_no_more(document):
    heard: list[Change] = []
    document.subscribe(lambda change: leave())
    leave = document.subscribe(heard.append)
    rename(document, "Новое")
    assert heard == []


def test_a_change_made_by_a_listener_is_told_to_everybody_after_the_first(document):
    follower, order = Board(), []
    follower.apply(ChangeSet(tuple(Delta(own.table, own.key, None, own.fields) for own in everything(document))))

    def answer(change: Change) -> None:
        if title(document) == "Вопрос":
            rename(document, "Ответ")

    document.subscribe(answer)
    document.subscribe(lambda change: follower.apply(change.changes))
    document.subscribe(lambda change: order.append(change.changes.deltas[0].after["title"]))
    rename(document, "Вопрос")
    assert order == ["Вопрос", "Ответ"]
    assert state_of(follower) == state_of(document.board)


def everything(document: Document):
    return [own for table in ("workshop", "card", "link", "exposure", "vote") for own in document.board.records(table)]


def test_a_fault_in_one_window_does_not_leave_the_others_behind(document):
    heard: list[Change] = []

    def faulty(change: Change) -> None:
        raise RuntimeError("a fault of ours")

    document.subscribe(faulty)
    document.subscribe(heard.append)
    with pytest.raises(RuntimeError, match="a fault of ours"):
        rename(document, "Новое")
    assert title(document) == "Новое" and len(heard) == 1
    with pytest.raises(RuntimeError):
        rename(document, "Ещё новее")
    assert len(heard) == 2


def test_undo_of_a_deleted_card_brings_its_links_back(document):
    links = {link.key for link in document.board.links()}
    draft = Draft(document.board)
    draft.delete_card("v1")
    document.apply(draft.changes("Delete"))
    assert len(document.board.links()) == 1
    document.undo()
    assert {link.key for link in document.board.links()} == links


def test_undo_and_redo_go_on_after_a_restart(document):
    rename(document, "1")
    rename(document, "2")
    document.undo()
    document = reopened(document)
    assert (title(document), document.undo_depth, document.redo_label) == ("1", 4, Label("Rename", {}))
    document.undo()
    document = reopened(document)
    document.redo()
    document.redo()
    assert (title(document), document.redo()) == ("2", None)
    document.close()


def test_a_new_change_after_undo_ends_redo_also_after_a_restart(document):
    rename(document, "1")
    document.undo()
    rename(document, "2")
    assert document.redo_label is None
    document = reopened(document)
    assert (document.redo(), title(document)) == (None, "2")
    document.close()


def test_undo_of_everything_empties_the_board_and_then_has_nothing_to_do(document):
    for _ in range(3):
        assert document.undo() is not None
    assert (document.undo(), document.undo_label, state_of(document.board)) == (None, None, {})


def test_nothing_is_ever_erased_from_the_log(document):
    rename(document, "1")
    document.undo()
    document.redo()
    origins = [entry.origin for entry in document.history()]
    refers = [entry.refers for entry in document.history()]
    assert origins == ["user"] * 4 + ["undo", "redo"]
    assert refers[4:] == [document.history()[3].uuid] * 2


@pytest.mark.parametrize("restart", [False, True])
def test_the_changes_of_one_group_are_undone_and_redone_together(document, restart):
    for letters in ("К", "Ко", "Коф"):
        document.apply(renaming(document, letters), group="typing")
    rename(document, "после")
    document.undo()
    if restart:
        document = reopened(document)
    document.undo()
    assert (title(document), document.undo_depth) == ("Получить свой кофе", 3)
    if restart:
        document = reopened(document)
    document.redo()
    assert (title(document), document.undo_depth) == ("Коф", 4)
    document.redo()
    assert title(document) == "после"
    document.close()


def test_a_group_interrupted_by_another_change_is_two(document):
    document.apply(renaming(document, "1"), group="g")
    rename(document, "2")
    document.apply(renaming(document, "3"), group="g")
    document.undo()
    assert title(document) == "2"


def test_steps_applied_together_are_one_event_and_one_undo(document):
    heard: list[Change] = []
    document.subscribe(heard.append)
    first = renaming(document, "1")
    second = ChangeSet((Delta(CARD, "n1", {"title": "1"}, {"title": "2"}),), Label("Second"))
    document.apply_together([first, ChangeSet(), second], origin="import")
    assert (title(document), len(heard), document.undo_label) == ("2", 1, Label("Second"))
    document.undo()
    assert title(document) == "Получить свой кофе"


def test_steps_that_do_not_follow_from_one_another_change_nothing(document):
    first = renaming(document, "1")
    second = ChangeSet((Delta(CARD, "n1", {"title": "somewhere else"}, {"title": "2"}),))
    with pytest.raises(Refused):
        document.apply_together([first, second], origin="import")
    assert (title(document), len(document.history())) == ("Получить свой кофе", 3)


def test_a_card_deleted_and_made_anew_in_one_change_stands_last_in_file_and_board(document):
    fields = document.board.card("j1").fields
    changes = ChangeSet((Delta(CARD, "j1", fields, None), Delta(CARD, "j1", None, {**fields, "title": "Снова"})))
    document.apply(changes)
    order = list(document.board.cards)
    assert order[-1] == "j1"
    document = reopened(document)
    assert list(document.board.cards) == order
    document.close()


def test_cards_stand_in_the_same_order_after_a_restart(document):
    draft = Draft(document.board)
    draft.delete_card("v1")
    document.apply(draft.changes("Delete"))
    document.undo()
    order = {table: list(rows) for table, rows in document.board.snapshot().items()}
    document = reopened(document)
    assert {table: list(rows) for table, rows in document.board.snapshot().items()} == order
    document.close()


def test_a_closed_document_changes_nothing(document):
    changes = renaming(document, "Новое")
    document.close()
    document.close()
    with pytest.raises(Exception, match="reading only"):
        document.apply(changes)
