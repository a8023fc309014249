"""A workshop whose program is killed at any moment keeps every change that was acknowledged, and can undo them."""

from __future__ import annotations

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from cxworkshop.document import Document, check_file
from cxworkshop.store.checking import load, replay
from cxworkshop.store.workshop_file import WorkshopFile
from tests.crash_child import edit_until_killed, standing
from tests.random_edits import state_of

Standing = tuple[int, int, int]  # rows of the log, undo depth, digest of the content

LIVES = 60
LONGEST_LIFE = 0.25  # seconds from the first acknowledgement to the kill

METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def live_and_die(path: Path, seed: int, seconds: float) -> list[Standing]:
    """Let a process edit the workshop and kill it; everything it acknowledged, in order."""
    context: Any = multiprocessing.get_context(METHOD)
    if METHOD == "forkserver":
        context.set_forkserver_preload(["tests.crash_child"])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=edit_until_killed, args=(path, seed, theirs))
    process.start()
    theirs.close()
    said = [ours.recv()]
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if ours.poll(left):
            said.append(ours.recv())
    process.kill()
    said += what_was_still_said(ours)
    process.join()
    return said


def what_was_still_said(pipe: Connection) -> list[Standing]:
    said = []
    try:
        while True:
            said.append(pipe.recv())
    except (EOFError, OSError):
        return said


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_by_kill_9_at_sixty_random_moments(tmp_path):
    path, when = tmp_path / "работа.cxw", random.Random(60)
    acknowledged = 0
    for life in range(LIVES):
        said = live_and_die(path, life, when.uniform(0, LONGEST_LIFE))
        acknowledged += len(said) - 1
        assert_stands_as_last_said(path, said[-1])
    assert acknowledged > LIVES, "the lives were too short to prove anything"
    assert check_file(path) == []


def assert_stands_as_last_said(path: Path, last: Standing) -> None:
    """The file left by a kill holds what was acknowledged, and at most one change more, which undo takes back."""
    document = Document.open(path)
    try:
        surplus = document.history()[last[0] :]
        if surplus:
            assert len({(entry.origin, entry.group) for entry in surplus}) == 1, "more than one change more"
            _ = document.redo() if surplus[0].origin == "undo" else document.undo()
        assert standing(document)[1:] == last[1:]
    finally:
        document.close()
    file = WorkshopFile.open(path)
    try:
        assert state_of(load(file)) == state_of(replay(file))
    finally:
        file.close()


def test_the_note_left_by_a_killed_program_is_no_hindrance(tmp_path):
    path = tmp_path / "w.cxw"
    live_and_die(path, 1, 0.05)
    assert list(tmp_path.glob(".~*")), "the killed program left no note, so this proves nothing"
    document = Document.open(path)
    document.close()
    assert not list(tmp_path.glob(".~*"))
