"""Tries to copy a workshop and to make one where no file may grow beyond 20 KB; then edits it without that limit."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from cxworkshop.document import Document
from cxworkshop.errors import Told
from tests.store.small_workshops import rename


def main(path: Path) -> None:
    document = Document.open(path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    for attempt in (
        lambda: document.save_copy(path.with_name("copy.cxw")),
        lambda: Document.create(path.with_name("n")),
    ):
        try:
            attempt()
        except Told as problem:
            print(type(problem).__name__)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    rename(document, "Новое")
    print("saved")
    document.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
