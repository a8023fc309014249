"""The open workshop: one road for every change (disk, then memory, then subscribers), undo and redo across restarts."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxworkshop.errors import FileProblem, Refused, Told
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet, Delta, Fields, Label, applied, difference, fits, together
from cxworkshop.model.ids import new_id
from cxworkshop.store.checking import accept_edits, check_file, load
from cxworkshop.store.log import Entry, NewEntry
from cxworkshop.store.problems import EditedElsewhere, InUse
from cxworkshop.store.snapshot import opened_copy, prepare
from cxworkshop.store.undo_stacks import UndoStacks
from cxworkshop.store.workshop_file import NewState, WorkshopFile
from cxworkshop.words import N_

__all__ = ["Change", "Document", "Entry", "Subscriber", "accept_edits", "check_file", "remedy"]


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
        self._untold: deque[Change] = deque()
        self._telling = False
        self._in_doubt: tuple[ChangeSet, list[NewEntry], Change] | None = None
        self._entries: list[Entry] = file.entries() if file else []
        self._stacks = UndoStacks(self._entries)

    @classmethod
    def open(cls, path: Path, *, author: str = "", room: str = "") -> Document:
        """Open a workshop for work. Raises FileProblem and its kinds (see cxworkshop.store.problems)."""
        prepare(path)
        file = WorkshopFile.open(path)
        return cls._loaded(file, path, author, room)

    @classmethod
    def create(cls, path: Path, *, author: str = "", room: str = "") -> Document:
        """A new, empty workshop. Raises FileProblem where the name is taken."""
        return cls(Board(), WorkshopFile.create(path), path, author, room)

    @classmethod
    def open_read_only(cls, path: Path) -> Document:
        """The workshop as it is now, for looking only: from a copy, whoever has it open."""
        with opened_copy(path, structure=False) as file:
            document = cls(load(file), None, path)
            document._entries = file.entries()
        return document

    @classmethod
    def _loaded(cls, file: WorkshopFile, path: Path, author: str, room: str) -> Document:
        try:
            return cls(load(file), file, path, author, room)
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

    def save_copy(self, path: Path) -> None:
        """A whole copy of the workshop, its history with it, under another name. Raises FileProblem."""
        if self._file is not None:
            self._file.snapshot_to(path)
            return
        with opened_copy(self.path, structure=False) as file:
            file.snapshot_to(path)

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
        self._catch_up()
        return self._commit([(changes, None)], origin, initiator, group)

    def apply_together(self, steps: Sequence[ChangeSet], *, origin: str, group: str | None = None) -> Change | None:
        """Write several changes, each made on what the ones before it give, in one transaction: all of them or none."""
        self._catch_up()
        made = [(changes, None) for changes in steps if changes]
        return self._commit(made, origin, None, group or new_id("group")) if made else None

    def undo(self, initiator: object | None = None) -> Change | None:
        """Take back the newest change not yet taken back; None when there is none."""
        self._catch_up()
        if not self._stacks.done:
            return None
        group = self._stacks.done[-1]
        steps = [(self._changes(entry).inverse(), entry.uuid) for entry in reversed(group)]
        return self._commit(steps, "undo", initiator, group[-1].group)

    def redo(self, initiator: object | None = None) -> Change | None:
        """Do again what undo took back last; None when there is nothing."""
        self._catch_up()
        if not self._stacks.undone:
            return None
        group = self._stacks.undone[-1]
        steps = [(self._changes(entry), entry.uuid) for entry in group]
        return self._commit(steps, "redo", initiator, group[-1].group)

    def go_to(self, depth: int, initiator: object | None = None) -> Change | None:
        """Undo or redo in one go until `depth` changes are done: one event, all of it or nothing. None: it is so."""
        self._catch_up()
        done = len(self._stacks.done)
        if depth < done:
            groups = reversed(self._stacks.done[max(depth, 0) :])
            steps = [(self._changes(entry).inverse(), entry.uuid) for group in groups for entry in reversed(group)]
        else:
            groups = reversed(self._stacks.undone[max(done + len(self._stacks.undone) - depth, 0) :])
            steps = [(self._changes(entry), entry.uuid) for group in groups for entry in group]
        return self._commit(steps, "undo" if depth < done else "redo", initiator, None) if steps else None

    @property
    def undo_label(self) -> Label | None:
        """What undo would take back, None when nothing."""
        return self._stacks.done[-1][-1].label if self._stacks.done else None

    @property
    def redo_label(self) -> Label | None:
        return self._stacks.undone[-1][-1].label if self._stacks.undone else None

    @property
    def undo_depth(self) -> int:
        return len(self._stacks.done)

    @property
    def identity(self) -> str:
        """What tells this workshop from every other, be it from the same template or the cycle before; "" before its
        first change. A copy of the file is the same workshop."""
        return self._entries[0].uuid if self._entries else ""

    @property
    def revision(self) -> int:
        """How many changes were ever made, undone ones and undoing included; never falls."""
        return len(self._entries)

    def history(self) -> tuple[Entry, ...]:
        """The log, oldest first."""
        return tuple(self._entries)

    def done(self) -> tuple[tuple[Entry, ...], ...]:
        """The changes that stand, oldest first; what is undone together stands together."""
        return tuple(tuple(group) for group in self._stacks.done)

    def undone(self) -> tuple[tuple[Entry, ...], ...]:
        """The changes that redo would do again, the next one first."""
        return tuple(tuple(group) for group in reversed(self._stacks.undone))

    def entries_touching(self, card_id: str) -> list[tuple[Entry, tuple[Delta, ...]]]:
        """What happened to a card, its links and records, newest first; empty for a workshop open for reading only."""
        if self._file is None:
            return []
        by_seq = {entry.seq: entry for entry in self._entries}
        return [(by_seq[seq], deltas) for seq, deltas in self._file.touching(card_id) if seq in by_seq]

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
        states = self._states(whole)
        new = [NewEntry(changes, origin, refers, group, self.author, self.room) for changes, refers in steps]
        change = Change(whole, origin, initiator)
        try:
            file.write(states, new)
        except BaseException:
            if file.in_doubt:
                self._in_doubt = whole, new, change
            raise
        self._take(whole, new, change)
        return change

    def _states(self, whole: ChangeSet) -> list[NewState]:
        """What the records will be. Raises Refused where the deltas do not follow from the board and one another."""
        now: dict[tuple[str, str], Fields | None] = {}
        gone: dict[tuple[str, str], None] = {}
        for delta in whole.deltas:
            place = (delta.table, delta.key)
            old = self.board.get(*place)
            start = now.get(place) if place in now else old.fields if old else None
            if not fits(start, delta):
                raise Refused(N_("The workshop has changed since: this change no longer fits. Nothing was changed."))
            now[place] = applied(start, delta)
            if delta.deletes:
                gone[place] = None
        self._check_links(now)
        # A record deleted and made anew stands last afterwards, in the file as on the board.
        return [(*place, None) for place in gone] + [(*place, now[place]) for place in now if now[place] is not None]

    def _check_links(self, now: dict[tuple[str, str], Fields | None]) -> None:
        net = []
        for place, fields in now.items():
            old = self.board.get(*place)
            net.append(difference(*place, old.fields if old else None, fields))
        self.board.check(ChangeSet(tuple(delta for delta in net if delta)))

    def _take(self, whole: ChangeSet, new: list[NewEntry], change: Change) -> None:
        """What is on the disk comes to the board and to everybody."""
        self.board.apply(whole)
        for entry in self._logged(new):
            self._entries.append(entry)
            self._stacks.follow(entry)
        self._tell(change)

    def _catch_up(self) -> None:
        """A change that was not known to be saved: the file can tell by now. Raises NotSaved while it cannot."""
        if self._in_doubt is None:
            return
        arrived = self._writable().arrived()
        doubtful, self._in_doubt = self._in_doubt, None
        if arrived:
            self._take(*doubtful)

    def _tell(self, change: Change) -> None:
        """Tell every subscriber, one change after another even where a subscriber makes the next one."""
        self._untold.append(change)
        if self._telling:
            return
        self._telling = True
        failed: list[Exception] = []
        try:
            while self._untold:
                self._tell_all(self._untold.popleft(), failed)
        finally:
            self._telling = False
        if failed:
            raise failed[0]

    def _tell_all(self, change: Change, failed: list[Exception]) -> None:
        for subscriber in list(self._subscribers):
            if subscriber not in self._subscribers:
                continue  # it was told to leave by one before it
            try:
                subscriber(change)
            except Exception as error:  # a fault in one window must not leave the others behind
                failed.append(error)

    def _logged(self, new: list[NewEntry]) -> Iterator[Entry]:
        seq = self._entries[-1].seq if self._entries else 0
        for number, one in enumerate(new, seq + 1):
            head = (number, one.uuid, one.at, one.author, one.room, one.origin, one.refers, one.group)
            yield Entry(*head, one.changes.label)


def remedy(problem: Told) -> str:
    """What can be done about a workshop that would not open: "read" it only, "accept" its edits, or "" (nothing)."""
    if isinstance(problem, EditedElsewhere):
        return "accept"
    return "read" if isinstance(problem, InUse) else ""
