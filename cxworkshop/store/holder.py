"""Leaves word beside an open workshop who has it, so that a second opener can be told. SQLite's lock is the truth."""

from __future__ import annotations

import getpass
import json
import os
import socket
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
        said = {"user": _user(), "computer": socket.gethostname(), "pid": os.getpid(), "since": _now()}
        try:
            note.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
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
            said = json.loads(_note(path).read_text(encoding="utf-8")[:2000])
            return ", ".join(str(said[name])[:60] for name in ("user", "computer", "since"))
        except (OSError, ValueError, KeyError, TypeError):
            return ""


def _note(path: Path) -> Path:
    return path.with_name(f".~{path.name}.open")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _now() -> str:
    return datetime.now().isoformat(sep=" ", timespec="minutes")
