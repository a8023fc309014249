"""What can be wrong with a workshop file, in words for its owner, and how SQLite's errors become these words."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from cxworkshop.errors import FileProblem
from cxworkshop.reasons import reason_of
from cxworkshop.words import N_


class NotAWorkshop(FileProblem):
    """The file is something else."""


class NewerVersion(FileProblem):
    """The file was written by a newer cxworkshop."""


class Damaged(FileProblem):
    """The file's content is not what was written. `rows` names what is concerned, as far as is known."""

    rows: tuple[str, ...] = ()


class EditedElsewhere(Damaged):
    """Another SQLite program wrote into the file; the content is sound and can be accepted."""


class InUse(FileProblem):
    """Another program holds the file open for writing."""


class NotSaved(FileProblem):
    """A change could not be written; file, memory and screen stay as they were."""


class DiskFull(NotSaved):
    """There was no room for the change."""


class Unsure(NotSaved):
    """A write failed in a way that leaves open whether the change is in the file; found out before the next one."""


def not_a_workshop(path: Path) -> NotAWorkshop:
    return NotAWorkshop(
        N_("“{name}” is not a cxworkshop file."),
        N_("It was not changed."),
        N_("Choose a file whose name ends in .cxw, or import the file instead."),
        name=path.name,
    )


def newer(path: Path, version: int) -> NewerVersion:
    return NewerVersion(
        N_("“{name}” was written by a newer cxworkshop (file version {version})."),
        N_("It was not changed."),
        N_("Install the newer cxworkshop, or open an older copy."),
        name=path.name,
        version=version,
    )


def foreign(path: Path, objects: list[str]) -> NotAWorkshop:
    return NotAWorkshop(
        N_("“{name}” holds database objects that are not as cxworkshop makes them: {objects}."),
        N_("Nothing in it was run or changed."),
        N_("It is damaged or was tampered with: open a backup copy, or ask whoever gave it to you for a JSON export."),
        name=path.name,
        objects=", ".join(repr(name)[:60] for name in objects[:5]),
    )


def damaged(path: Path, rows: tuple[str, ...] = ()) -> Damaged:
    problem = Damaged(
        N_("“{name}” is damaged: {rows}.") if rows else N_("“{name}” is damaged and cannot be read."),
        N_("It was not changed."),
        N_("Open a backup copy; “cxworkshop check” lists what is damaged."),
        name=path.name,
        rows=_few(rows),
    )
    problem.rows = rows
    return problem


def edited(path: Path, rows: tuple[str, ...]) -> EditedElsewhere:
    problem = EditedElsewhere(
        N_("“{name}” was edited by another program: {rows}."),
        N_("It was not changed."),
        N_("To take these edits as they are, run: cxworkshop check --accept FILE."),
        name=path.name,
        rows=_few(rows),
    )
    problem.rows = rows
    return problem


def unacceptable(path: Path, rows: tuple[str, ...]) -> Damaged:
    problem = Damaged(
        N_("The edits made to “{name}” by another program cannot be accepted: {rows}."),
        N_("It was not changed."),
        N_("Correct them in that program, or open a backup copy."),
        name=path.name,
        rows=_few(rows),
    )
    problem.rows = rows
    return problem


def in_use(path: Path, holder: str) -> InUse:
    return InUse(
        N_("“{name}” is open elsewhere: {holder}.") if holder else N_("“{name}” is open in another program."),
        N_("Nothing was changed."),
        N_("Close it there first, or open it here for reading only."),
        name=path.name,
        holder=holder,
    )


def _few(rows: tuple[str, ...]) -> str:
    shown = ", ".join(rows[:5])
    return f"{shown}… (+{len(rows) - 5})" if len(rows) > 5 else shown


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever a damaged, hostile or unreachable file makes SQLite and Python raise into a told problem."""
    try:
        yield
    except sqlite3.Error as error:
        raise _from_sqlite(path, error) from error
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, MemoryError, RecursionError) as error:
        raise damaged(path) from error  # UnicodeDecodeError and JSON's errors are ValueErrors
    except OSError as error:
        raise unreadable(path, error) from error


def _from_sqlite(path: Path, error: sqlite3.Error) -> FileProblem:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return in_use(path, "")
    if primary == sqlite3.SQLITE_NOTADB:
        return not_a_workshop(path)
    if primary in _UNREADABLE:
        return unreadable(path, error)
    if primary == sqlite3.SQLITE_FULL:
        return disk_full(path)
    return damaged(path)


_UNREADABLE = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
)


def unreadable(path: Path, error: Exception) -> FileProblem:
    if isinstance(error, FileNotFoundError):
        return FileProblem(N_("There is no file “{name}”."), todo=N_("Check the name and the folder."), name=str(path))
    if isinstance(error, IsADirectoryError):
        return FileProblem(N_("“{name}” is a folder."), todo=N_("Name a file in it."), name=str(path))
    return FileProblem(
        N_("“{name}” cannot be opened: {reason}."),
        N_("Nothing was changed."),
        N_("Check that you may read and write the file and its folder."),
        name=str(path),
        reason=reason_of(error),
    )


def disk_full(path: Path) -> DiskFull:
    return DiskFull(
        N_("The disk is full."),
        N_("The last change was not saved, all earlier ones are."),
        N_("Free some space and repeat it."),
        name=path.name,
    )


def not_saved(path: Path, error: Exception) -> FileProblem:
    """The problem of a write that failed."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary == sqlite3.SQLITE_FULL or getattr(error, "errno", None) == 28:
        return disk_full(path)
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    return NotSaved(
        N_("The change could not be saved: {reason}."),
        N_("All earlier changes are safe."),
        N_("Check the disk or stick that holds “{name}”, then repeat the change."),
        name=path.name,
        reason=reason_of(error),
    )


def not_made(path: Path, problem: NotSaved) -> FileProblem:
    """The problem of a new file that could not be written."""
    return FileProblem(
        N_("There is no room for “{name}”: the disk is full.")
        if isinstance(problem, DiskFull)
        else N_("“{name}” could not be written: {reason}."),
        N_("The file was not made; nothing else was changed."),
        N_("Free some space, or choose another folder."),
        name=path.name,
        reason=problem.values.get("reason", ""),
    )


def unsure(path: Path, error: Exception) -> Unsure:
    """The problem of a write of which not even SQLite can say whether it is on the disk."""
    return Unsure(
        N_("The disk failed while the change was being saved: {reason}."),
        N_("All earlier changes are safe; whether this one is will be seen at the next change."),
        N_("Check the disk or stick that holds “{name}”, then repeat the change if it is not there."),
        name=path.name,
        reason=reason_of(error),
    )


def overwritten(path: Path) -> NotSaved:
    return NotSaved(
        N_("Another program wrote over “{name}” while it was open here."),
        N_("The last change was not saved; what you see is still here in memory."),
        N_("Export this workshop as JSON now, then open the file again."),
        name=path.name,
    )


def vanished(path: Path, kind: type[NotSaved] = NotSaved) -> NotSaved:
    return kind(
        N_("“{name}” is no longer where it was opened: it was moved, renamed or deleted."),
        N_("The last change was not saved; what you see is still here in memory."),
        N_("Put the file back, or export this workshop as JSON now."),
        name=path.name,
    )
