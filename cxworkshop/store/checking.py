"""A whole file against its own log and the model's declarations: loading it, checking it, accepting foreign edits."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet, Delta, Label, difference
from cxworkshop.model.links import VERBS
from cxworkshop.model.records import LINK, TABLES, Link, Record, check_record, link_key, record
from cxworkshop.store.log import NewEntry
from cxworkshop.store.problems import damaged, reading, unacceptable
from cxworkshop.store.snapshot import opened_copy, prepare
from cxworkshop.store.workshop_file import WorkshopFile
from cxworkshop.words import N_


def load(file: WorkshopFile) -> Board:
    """The board the file holds. Raises Damaged where a record is none that could have been written."""
    with _without_collecting():
        board, wrong = _loaded(file.records())
    if wrong:
        raise damaged(file.path, tuple(wrong))
    return board


def _loaded(records: Iterable[Record]) -> tuple[Board, list[str]]:
    """The board of these records (cards before links), and what is wrong with those that it cannot hold."""
    board, wrong = Board(), []
    for own in records:
        problem = _hanging(own, board.cards) if isinstance(own, Link) else None
        if problem is None and not _is_plain_link(own):
            problem = _unfit(own)
        if problem is None:
            board.take(own)
        else:
            wrong.append(problem)
    return board, wrong


def _hanging(link: Link, cards: Mapping[str, object]) -> str | None:
    ends = link.fields["source"], link.fields["target"]
    return None if ends[0] in cards and ends[1] in cards else f"link {link.key}"


def _is_plain_link(own: Record) -> bool:
    """Whether a link whose ends are there holds nothing else to check; thousands are like that."""
    return own.table == LINK and len(own.fields) == 3 and own.fields["verb"] in VERBS and own.key.isascii()


def _unfit(own: Record) -> str | None:
    try:
        check_record(own.table, own.key, own.fields)
    except Refused as problem:
        return problem.what.format(**problem.values).rstrip(".")  # without what to do about it
    return None


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Thousands of new objects, none of them garbage: looking for some would double the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def replay(file: WorkshopFile) -> Board:
    """The board that the log alone gives. Raises Damaged where the log gives none."""
    board = Board()
    with reading(file.path):
        for _, deltas in file.replayed():
            board.apply(ChangeSet(deltas))
    return board


def check_file(path: Path) -> list[str]:
    """Everything wrong with the file itself, in words of the file: damage, broken links, log and tables that disagree.

    Raises FileProblem where the file cannot be opened at all.
    """
    with opened_copy(path, structure=False) as file:
        wrong = file.integrity()
        found, unfit = _loaded(file.records())
        wrong += unfit
        return wrong or [_row(delta) for delta in edits_since_log(found, replay(file)).deltas]


def _row(delta: Delta) -> str:
    return f"{delta.table} {delta.key!r}"


def accept_edits(path: Path) -> ChangeSet:
    """Take a file that another SQLite program edited as it is now; gives what the edits were, now in the log.

    Raises Damaged where the content cannot be taken, FileProblem.
    """
    prepare(path, accept_edits=True)
    file = WorkshopFile.open(path, accept_edits=True)
    try:
        found, wrong = _loaded(_with_own_keys(file.records()))
        if wrong:
            raise unacceptable(path, tuple(wrong))
        edits = edits_since_log(found, replay(file))
        records = (own for table in TABLES for own in found.records(table))
        file.reseal(records, [NewEntry(edits, "import")] if edits else [])
        return edits
    finally:
        file.close()


def _with_own_keys(records: Iterator[Record]) -> Iterator[Record]:
    """Links get the key that says what they link, whatever the other program called them."""
    for own in records:
        if isinstance(own, Link):
            key = link_key(own.verb, own.source, own.target)
            yield own if key == own.key else record(LINK, key, own.fields)
        else:
            yield own


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
