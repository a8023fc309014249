"""Thousands of random edits, undos, redos, reopenings, against a plain dictionary that says what must come of them."""

from __future__ import annotations

import copy
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cxworkshop.document import Change, Document, check_file
from cxworkshop.model.board import Board
from cxworkshop.store.checking import load, replay
from cxworkshop.store.workshop_file import WorkshopFile
from tests.random_edits import RandomEdits, State, digest, expect, hanging_links, state_of


class Room:
    """A document being edited, and what must be true of it: states before each change that can be undone or redone."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path, self.edits = path, RandomEdits(seed)
        self.document = Document.create(path)
        self.state: State = {}
        self.past: list[State] = []
        self.future: list[State] = []
        self.follower = Board()  # hears events only
        self.document.subscribe(self._follow)

    def _follow(self, change: Change) -> None:
        self.follower.apply(copy.deepcopy(change.changes))

    def edit(self) -> None:
        changes = self.edits.draw(self.document.board)
        self._done(self.document.apply(changes), expect(self.state, changes))

    def edit_twice_as_one(self) -> None:
        steps = self.edits.draw_two(self.document.board)
        expected = expect(expect(self.state, steps[0]), steps[1])
        self._done(self.document.apply_together(steps, origin="user"), expected)

    def type_in_a_group(self) -> None:
        before, group, done = self.state, f"group {self.edits.made}", None
        for _ in range(3):
            changes = self.edits.draw(self.document.board)
            self.state = expect(self.state, changes)
            done = self.document.apply(changes, group=group) or done
        expected, self.state = self.state, before
        self._done(done, expected)

    def _done(self, done: Change | None, expected: State) -> None:
        if done is not None:
            self.past.append(self.state)
            self.future.clear()
        self.state = expected

    def undo(self) -> None:
        assert (self.document.undo() is not None) == bool(self.past)
        if self.past:
            self.future.append(self.state)
            self.state = self.past.pop()

    def redo(self) -> None:
        assert (self.document.redo() is not None) == bool(self.future)
        if self.future:
            self.past.append(self.state)
            self.state = self.future.pop()

    def there_and_back(self, times: int) -> None:
        times = min(times, len(self.past))
        for _ in range(times):
            self.undo()
        for _ in range(times):
            self.redo()

    def reopen(self) -> None:
        order = list(self.document.board.snapshot()["card"])
        self.document.close()
        self.document = Document.open(self.path)
        self.document.subscribe(self._follow)
        assert list(self.document.board.snapshot()["card"]) == order

    def look(self) -> None:
        """Everything that must hold after every step."""
        board = self.document.board
        assert state_of(board) == self.state
        assert hanging_links(board) == []
        assert self.document.undo_depth == len(self.past)
        assert (self.document.redo_label is not None) == bool(self.future)
        assert digest(self.follower) == digest(board)

    def close(self) -> None:
        """The end: the file is sound, its log gives its tables, and undoing everything empties the board."""
        self.document.close()
        assert check_file(self.path) == []
        file = WorkshopFile.open(self.path)
        assert state_of(replay(file)) == state_of(load(file)) == self.state
        file.close()
        self.document = Document.open(self.path)
        while self.document.undo_depth:
            self.document.undo()
        assert state_of(self.document.board) == {}
        self.document.close()


MEMORY = Path("/dev/shm")  # where there is one: thousands of syncs need no real disk to prove what is proved here


@pytest.fixture
def room() -> Iterator[Room]:
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        found = Room(Path(folder) / "room.cxw", seed=6000)
        yield found
        found.document.close()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_six_thousand_random_edits_with_undo_redo_and_reopening(room):
    steps = {
        room.edit: 70,
        room.edit_twice_as_one: 6,
        room.type_in_a_group: 4,
        room.undo: 10,
        room.redo: 6,
        lambda: room.there_and_back(room.edits.random.randrange(1, 12)): 2,
        room.reopen: 1,
    }
    while room.edits.made < 6000:
        (step,) = room.edits.random.choices(list(steps), list(steps.values()))
        step()
        if room.edits.made % 7 == 0:
            room.look()
    room.look()
    assert len(room.document.board.cards) > 100, "too little was left to have proved anything"
    room.close()


class UndoMachine(RuleBasedStateMachine):
    """Hypothesis looks for the shortest way to break what `Room` demands."""

    @initialize(seed=st.integers(0, 10_000))
    def start(self, seed: int) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.room = Room(Path(self.folder.name) / "room.cxw", seed)

    @rule()
    def edit(self) -> None:
        self.room.edit()

    @rule()
    def edit_twice_as_one(self) -> None:
        self.room.edit_twice_as_one()

    @rule()
    def type_in_a_group(self) -> None:
        self.room.type_in_a_group()

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.room.undo()

    @rule()
    def redo(self) -> None:
        self.room.redo()

    @rule(times=st.integers(1, 8))
    def there_and_back(self, times: int) -> None:
        before = self.room.state
        self.room.there_and_back(times)
        assert self.room.state == before

    @rule()
    def reopen(self) -> None:
        self.room.reopen()

    @invariant()
    def everything_holds(self) -> None:
        if hasattr(self, "room"):
            self.room.look()

    def teardown(self) -> None:
        if hasattr(self, "room"):
            self.room.close()
            self.folder.cleanup()


TestUndoMachine = UndoMachine.TestCase
TestUndoMachine.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
