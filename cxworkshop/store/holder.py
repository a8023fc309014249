"""Leaves word beside an open workshop who has it, so that a second opener can be told. SQLite's lock is the truth."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path


class Holder:
    """The note `.~NAME.cxw.open` beside the file; losing it loses nothing."""

    def __init__(self, note: Path) -> None:
        self._note = note

    @classmethod
    def claim(cls, path: Path) -> Holder | None:
        """Leave word; None where the folder does not let us."""
        note = _note(path)
        said = {"user": _user(), "computer": _computer(), "pid": os.getpid(), "since": _now()}
        try:
            _write(note, json.dumps(said))
        except OSError:
            return None
        return cls(note)

    def release(self) -> None:
        try:
            self._note.unlink(missing_ok=True)
        except OSError:
            pass

    @staticmethod
    def told(path: Path) -> str:
        """Who has the file open, as they left word: "anna, PC-7, 2026-11-22 10:30"; "" where they did not."""
        try:
            said = json.loads(_read(_note(path)))
            return ", ".join(_calm(said[name]) for name in ("user", "computer", "since"))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return ""


def _write(note: Path, text: str) -> None:
    """Write the note, but never through a link that somebody laid in its place."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(note, flags, 0o666), "w", encoding="utf-8") as stream:
        stream.write(text)


def _read(note: Path) -> str:
    if not note.is_file():  # a pipe would make us wait
        return ""
    with note.open(encoding="utf-8") as stream:
        return stream.read(2000)


def _calm(said: object) -> str:
    """What a note says, short and without characters that would disturb a terminal."""
    return "".join(letter for letter in str(said)[:60] if letter.isprintable())


def _note(path: Path) -> Path:
    real = path.resolve()  # the same note by whatever name the file was reached
    return real.with_name(f".~{real.name}.open")


def _computer() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename  # what socket says, too, without loading it at every start
    import socket

    return socket.gethostname()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _now() -> str:
    return datetime.now().isoformat(sep=" ", timespec="minutes")
