"""The open workshop: one road for every change (disk, then memory, then subscribers), undo and redo across restarts."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxworkshop.errors import FileProblem, Refused, Told
from cxworkshop.model.board import Board, board_of
from cxworkshop.model.changes import ChangeSet, Label, applied, difference, together
from cxworkshop.model.ids import new_id
from cxworkshop.model.records import TABLES, check_record
from cxworkshop.store.log import Entry, NewEntry
from cxworkshop.store.migrations import migrate, needs_migration
from cxworkshop.store.problems import EditedElsewhere, InUse
from cxworkshop.store.snapshot import opened_copy
from cxworkshop.store.workshop_file import NewState, WorkshopFile
from cxworkshop.words import N_


@dataclass(frozen=True)
class Change:
    """The event every subscriber gets: what changed, why (`origin`, as in the log) and who began it (any object)."""

    changes: ChangeSet
    origin: str
    initiator: object | None = None


Subscriber = Callable[[Change], None]


class Document:
    """A workshop that is open: `board` to read, `apply` to change, `subscribe` to follow."""

    def __init__(self, board: Board, file: WorkshopFile | None, path: Path, author: str = "", room: str = "") -> None:
        """Use `open`, `create` or `open_read_only`."""
        self.board = board
        self.path = path
        self.author, self.room = author, room
        self._file = file
        self._subscribers: list[Subscriber] = []
        self._done: list[list[Entry]] = []  # what undo would take back, a group of changes each, newest last
        self._undone: list[list[Entry]] = []
        self._entries: list[Entry] = file.entries() if file else []
        for entry in self._entries:
            self._remember(entry)

    @classmethod
    def open(cls, path: Path, *, author: str = "", room: str = "") -> Document:
        """Open a workshop for work. Raises FileProblem and its kinds (see cxworkshop.store.problems)."""
        if needs_migration(path):
            migrate(path)
        file = WorkshopFile.open(path)
        return cls._loaded(file, path, author, room)

    @classmethod
    def create(cls, path: Path, *, author: str = "", room: str = "") -> Document:
        """A new, empty workshop. Raises FileProblem where the name is taken."""
        return cls(Board(), WorkshopFile.create(path), path, author, room)

    @classmethod
    def open_read_only(cls, path: Path) -> Document:
        """The workshop as it is now, for looking only: from a copy, whoever has it open."""
        with opened_copy(path) as file:
            document = cls(board_of(file.records()), None, path)
            document._entries = file.entries()
        return document

    @classmethod
    def _loaded(cls, file: WorkshopFile, path: Path, author: str, room: str) -> Document:
        try:
            return cls(board_of(file.records()), file, path, author, room)
        except BaseException:
            file.close()
            raise

    @property
    def read_only(self) -> bool:
        return self._file is None

    def close(self) -> None:
        """Let go of the file; nothing needs saving."""
        self._subscribers.clear()
        if self._file is not None:
            self._file.close()
            self._file = None

    # Following

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call `subscriber` after every change; gives a function that ends it."""
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            with contextlib.suppress(ValueError):
                self._subscribers.remove(subscriber)

        return unsubscribe

    # Changing

    def apply(
        self, changes: ChangeSet, *, origin: str = "user", initiator: object | None = None, group: str | None = None
    ) -> Change | None:
        """Write the changes to the disk, then to the board, then tell everybody. None when there is nothing to change.

        Changes of one `group`, one after another, are undone together. Raises Refused, NotSaved: nothing has changed.
        """
        if not changes:
            return None
        self.board.check(changes)
        return self._commit([(changes, None)], origin, initiator, group)

    def apply_together(self, steps: Sequence[ChangeSet], *, origin: str, group: str | None = None) -> Change | None:
        """Write several changes, each made on what the ones before it give, in one transaction: all of them or none."""
        made = [(changes, None) for changes in steps if changes]
        return self._commit(made, origin, None, group or new_id("group")) if made else None

    def undo(self, initiator: object | None = None) -> Change | None:
        """Take back the newest change not yet taken back; None when there is none."""
        if not self._done:
            return None
        steps = [(self._changes(entry).inverse(), entry.uuid) for entry in reversed(self._done[-1])]
        return self._commit(steps, "undo", initiator, self._done[-1][-1].group)

    def redo(self, initiator: object | None = None) -> Change | None:
        """Do again what undo took back last; None when there is nothing."""
        if not self._undone:
            return None
        steps = [(self._changes(entry), entry.uuid) for entry in self._undone[-1]]
        return self._commit(steps, "redo", initiator, self._undone[-1][-1].group)

    @property
    def undo_label(self) -> Label | None:
        """What undo would take back, None when nothing."""
        return self._done[-1][-1].label if self._done else None

    @property
    def redo_label(self) -> Label | None:
        return self._undone[-1][-1].label if self._undone else None

    @property
    def undo_depth(self) -> int:
        return len(self._done)

    def history(self) -> tuple[Entry, ...]:
        """The log, oldest first."""
        return tuple(self._entries)

    def _changes(self, entry: Entry) -> ChangeSet:
        return ChangeSet(self._writable().deltas(entry.uuid), entry.label)

    def _writable(self) -> WorkshopFile:
        if self._file is None:
            raise FileProblem(
                N_("“{name}” is open for reading only."),
                N_("Nothing was changed."),
                N_("Save a copy to work on it."),
                name=self.path.name,
            )
        return self._file

    def _commit(
        self, steps: Sequence[tuple[ChangeSet, str | None]], origin: str, initiator: object | None, group: str | None
    ) -> Change:
        file = self._writable()
        whole = together((changes for changes, _ in steps), steps[-1][0].label)
        if len(steps) == 1:
            self.board.check(whole)
        new = [NewEntry(changes, origin, refers, group, self.author, self.room) for changes, refers in steps]
        file.write(self._states(whole), new)
        self.board.apply(whole)
        for entry in self._logged(new):
            self._entries.append(entry)
            self._remember(entry)
        change = Change(whole, origin, initiator)
        for subscriber in list(self._subscribers):
            subscriber(change)
        return change

    def _states(self, whole: ChangeSet) -> list[NewState]:
        now: dict[tuple[str, str], object] = {}
        for delta in whole.deltas:
            place = (delta.table, delta.key)
            old = self.board.get(*place)
            start = now.get(place, old.fields if old else None)
            now[place] = applied(start, delta)  # type: ignore[arg-type]
        return [(table, key, fields) for (table, key), fields in now.items()]  # type: ignore[misc]

    def _logged(self, new: list[NewEntry]) -> Iterator[Entry]:
        seq = self._entries[-1].seq if self._entries else 0
        for number, one in enumerate(new, seq + 1):
            head = (number, one.uuid, one.at, one.author, one.room, one.origin, one.refers, one.group)
            yield Entry(*head, one.changes.label)

    def _remember(self, entry: Entry) -> None:
        """Keep the two stacks as the log tells them: the same when a file is opened and when a change is made."""
        if entry.origin == "undo":
            self._move(self._done, self._undone, entry, first=True)
        elif entry.origin == "redo":
            self._move(self._undone, self._done, entry, first=False)
        else:
            self._undone.clear()
            last = self._done[-1] if self._done else None
            if last is not None and entry.group is not None and last[-1].group == entry.group:
                last.append(entry)
            else:
                self._done.append([entry])

    @staticmethod
    def _move(source: list[list[Entry]], target: list[list[Entry]], entry: Entry, *, first: bool) -> None:
        """One undo or redo row moves the change it refers to; a group moves row by row and ends up whole."""
        if not source:
            return
        group = source[-1]
        found = next((own for own in group if own.uuid == entry.refers), None)
        if found is None:
            return
        whole = (
            target[-1] if target and target[-1][0].group is not None and target[-1][0].group == found.group else None
        )
        if len(group) == 1 and whole is None:
            target.append(source.pop())
            return
        group.remove(found)
        if not group:
            source.pop()
        if whole is None:
            target.append([found])
        elif first:
            whole.insert(0, found)
        else:
            whole.append(found)


def accept_edits(path: Path) -> ChangeSet:
    """Take a file that another SQLite program edited as it is now; gives what the edits were, now in the log.

    Raises Damaged where the content cannot be taken, FileProblem.
    """
    file = WorkshopFile.open(path, accept_edits=True)
    try:
        found = board_of(file.records())
        for table in TABLES:
            for row in found.records(table):
                check_record(table, row.key, row.fields)
        edits = edits_since_log(found, replay(file))
        file.reseal([NewEntry(edits, "import")] if edits else [])
        return edits
    finally:
        file.close()


def replay(file: WorkshopFile) -> Board:
    """The board that the log alone gives."""
    board = Board()
    for _, deltas in file.replayed():
        board.apply(ChangeSet(deltas))
    return board


def edits_since_log(found: Board, logged: Board) -> ChangeSet:
    """What differs between the tables and the replayed log, as the change from the log's state to the tables'."""
    deltas = []
    for table in TABLES:
        for key in {**logged.table(table), **found.table(table)}:
            before, after = logged.get(table, key), found.get(table, key)
            delta = difference(table, key, before.fields if before else None, after.fields if after else None)
            if delta is not None:
                deltas.append(delta)
    return ChangeSet(tuple(deltas), Label(N_("Accept edits made by another program")))


def check_file(path: Path) -> list[str]:
    """Everything wrong with the file itself, in words of the file: damage, broken links, log and tables that disagree.

    Raises FileProblem where the file cannot be opened at all.
    """
    with opened_copy(path) as file:
        wrong = file.integrity()
        found = board_of(file.records())
        for table in TABLES:
            for row in found.records(table):
                try:
                    check_record(table, row.key, row.fields)
                except Refused as problem:
                    wrong.append(str(problem))
        if not wrong:
            wrong = [f"{delta.table} {delta.key!r}" for delta in edits_since_log(found, replay(file)).deltas]
    return wrong


def remedy(problem: Told) -> str:
    """What can be done about a workshop that would not open: "read" it only, "accept" its edits, or "" (nothing)."""
    if isinstance(problem, EditedElsewhere):
        return "accept"
    return "read" if isinstance(problem, InUse) else ""
