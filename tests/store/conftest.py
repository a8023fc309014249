"""A workshop file for every test of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cxworkshop.document import Document
from tests.store.small_workshops import workshop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed workshop file."""
    return workshop(tmp_path / "w.cxw")


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    """The same workshop, open."""
    found = Document.open(path)
    yield found
    found.close()
