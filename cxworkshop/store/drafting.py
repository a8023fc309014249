"""Makes a file whole before it gets its name, so that nobody ever finds half of one. Never writes over a file."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cxworkshop.errors import FileProblem
from cxworkshop.store.problems import NotSaved, not_made, reading
from cxworkshop.words import N_


@contextlib.contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """A name beside `path` for a file in the making; on leaving, the finished file is given the name `path`.

    Raises FileProblem where `path` is taken. Whatever happens, the draft is gone afterwards.
    """
    with reading(path):
        if os.path.lexists(path):
            raise already_there(path)
        descriptor, name = tempfile.mkstemp(prefix=".cxworkshop-", suffix=".new", dir=path.absolute().parent)
        os.close(descriptor)
        draft = Path(name)
        draft.unlink()
    try:
        yield draft
        with reading(path):
            _publish(draft, path)
    except NotSaved as error:
        raise not_made(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _publish(draft: Path, path: Path) -> None:
    """Give the finished file its name, never over another file."""
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise already_there(path) from error
    except OSError:  # a file system without hard links (sticks): rename; a name taken meanwhile is refused above
        if os.path.lexists(path):
            raise already_there(path) from None
        os.rename(draft, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names given in a folder survive a power cut, where the system can."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def already_there(path: Path) -> FileProblem:
    return FileProblem(
        N_("There is already a file “{name}”."),
        N_("It was not touched."),
        N_("Choose another name."),
        name=str(path),
    )
