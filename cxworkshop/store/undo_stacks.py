"""What undo would take back and redo would do again, as the log tells it. Knows entries, not what they changed."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.store.log import Entry

Group = list[Entry]  # changes that are undone together, oldest first


class UndoStacks:
    """Two stacks of groups. The same whether the log is read when a file is opened or grows while it is open."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.done: list[Group] = []
        self.undone: list[Group] = []
        for entry in entries:
            self.follow(entry)

    def follow(self, entry: Entry) -> None:
        """Take in the next row of the log."""
        if entry.origin == "undo":
            _move(self.done, self.undone, entry, first=True)
        elif entry.origin == "redo":
            _move(self.undone, self.done, entry, first=False)
        else:
            self.undone.clear()
            if self.done and _same_group(self.done[-1][-1], entry):
                self.done[-1].append(entry)
            else:
                self.done.append([entry])


def _same_group(one: Entry, other: Entry) -> bool:
    return one.group is not None and one.group == other.group


def _move(source: list[Group], target: list[Group], entry: Entry, *, first: bool) -> None:
    """One undo or redo row moves the change it refers to; a group moves row by row and ends up whole."""
    group = source[-1] if source else []
    found = next((own for own in group if own.uuid == entry.refers), None)
    if found is None:
        return  # of a change that is not the newest any more
    joins = bool(target) and _same_group(target[-1][0], found)
    group.remove(found)
    if not group:
        source.pop()
    if not joins:
        target.append([found])
    elif first:
        target[-1].insert(0, found)
    else:
        target[-1].append(found)
