"""The video and audio files that recordings name: where one lies, whether it may be played, how it is copied in.

A workshop may come from anybody: a name is only ever a local file with the suffix of a video or audio file, nothing is
opened from here, and copying never replaces or removes a file that was there.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from cxworkshop.errors import FileProblem
from cxworkshop.reasons import reason_of
from cxworkshop.words import N_

VIDEO = frozenset({".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".ogv", ".wmv", ".3gp"})
AUDIO = frozenset({".mp3", ".m4a", ".wav", ".ogg", ".oga", ".opus", ".flac", ".aac", ".wma", ".amr"})
MEDIA = VIDEO | AUDIO
_PIECE = 4_000_000  # bytes copied at a time
_MOST_NAMES = 1000


@dataclass(frozen=True)
class Media:
    """Where a recording's file lies. `problem` says why it cannot be played (a marked English text, "": it can);
    `path` is None where the name itself is refused."""

    path: Path | None
    problem: str = ""

    @property
    def is_video(self) -> bool:
        return self.path is not None and self.path.suffix.lower() in VIDEO


def media_folder(workshop: Path) -> Path:
    """The folder of copied recordings, beside the workshop file."""
    return workshop.with_suffix(".media")


def find(name: str, workshop: Path) -> Media:
    """The file that a recording's `file` names; a relative one lies beside the workshop. Looks, opens nothing."""
    refused = name_problem(name)
    if refused:
        return Media(None, refused)
    path = Path(name) if Path(name).is_absolute() else workshop.parent / PurePosixPath(name.replace("\\", "/"))
    try:
        real = path.resolve()
        if str(real).startswith(("\\\\", "//")) or real.suffix.lower() not in MEDIA:
            return Media(None, NO_MEDIA)
        if not real.exists():
            return Media(path, MISSING)
        if not real.is_file() or (workshop.exists() and real.samefile(workshop)):
            return Media(None, NO_MEDIA)
    except (OSError, ValueError, RuntimeError):  # a loop of links, a name too long
        return Media(path, MISSING)
    return Media(real)


NO_NAME = N_("No file is named yet.")
NO_LOCAL = N_("This is no file on this computer. Addresses and network folders are not opened.")
NO_MEDIA = N_("This is no video or audio file. Only those are played or opened.")
HIDDEN_SIGNS = N_("The name of the file holds signs that cannot be seen. It is not opened.")
MISSING = N_("The file is not there. Put it back, or name it anew.")


def name_problem(name: str) -> str:
    """Why a name is not followed: a marked English text, or "" for the name of a local media file."""
    if not name.strip():
        return NO_NAME
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") for sign in name):
        return HIDDEN_SIGNS
    if name.startswith(("\\\\", "//", "\\", "/\\")) or "://" in name or name.lower().startswith(("file:", "data:")):
        return NO_LOCAL
    if os.name == "nt" and ":" in name[2:]:  # another stream of a file
        return NO_LOCAL
    return "" if PurePosixPath(name.replace("\\", "/")).suffix.lower() in MEDIA else NO_MEDIA


def stored_name(path: Path, workshop: Path) -> str:
    """How a recording names `path`: relative where it lies beside the workshop or below, so that both move together."""
    try:
        return path.resolve().relative_to(workshop.resolve().parent).as_posix()
    except ValueError:
        return str(path.resolve())


def copy_in(source: Path, workshop: Path) -> Iterator[tuple[int, int, Path]]:
    """Copy a media file into the folder beside the workshop, piece by piece: yields (bytes done, of all, the copy).

    The copy takes the first name that is free. Whoever stops in the middle (`close`) leaves no part of it behind.
    Raises FileProblem where the source is none, or the disk refuses.
    """
    found = find(str(source.resolve()), workshop)
    if found.problem:
        raise FileProblem(found.problem, NOTHING_COPIED)
    try:
        yield from _copied(source, workshop)
    except OSError as error:
        raise FileProblem(
            N_("“{name}” cannot be copied: {reason}."),
            NOTHING_COPIED,
            N_("Free some room or choose another file, or link it where it is."),
            name=source.name,
            reason=reason_of(error),
        ) from error


NOTHING_COPIED = N_("The workshop is unchanged, and no other file was touched.")


def _copied(source: Path, workshop: Path) -> Iterator[tuple[int, int, Path]]:
    with source.open("rb") as reading:
        whole = os.fstat(reading.fileno()).st_size
        folder = media_folder(workshop)
        folder.mkdir(exist_ok=True)
        target, writing = _new_file(folder, source.name)
        done, finished = 0, False
        try:
            with writing:
                while piece := reading.read(_PIECE):
                    writing.write(piece)
                    done += len(piece)
                    yield done, max(whole, done), target
                writing.flush()
                os.fsync(writing.fileno())
            finished = True
        finally:
            if not finished:
                target.unlink(missing_ok=True)  # our own unfinished copy
        yield done, done, target


def _new_file(folder: Path, name: str) -> tuple[Path, BinaryIO]:
    """A file made now under the first free name, open for writing: never one that was there."""
    stem, suffix = Path(name).stem[:120], Path(name).suffix
    for number in range(1, _MOST_NAMES):
        target = folder / (f"{stem}{suffix}" if number == 1 else f"{stem} {number}{suffix}")
        try:
            return target, target.open("xb")
        except FileExistsError:
            continue
    raise FileExistsError(str(folder / name))
