"""A workshop file for every test of the store."""

from __future__ import annotations

import shutil
import subprocess
import sys
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


@pytest.fixture(scope="session")
def faulty_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes writes fail; skips where it cannot be built."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs Linux and a C compiler")
    library = tmp_path_factory.mktemp("faults") / "disk_faults.so"
    source = Path(__file__).with_name("disk_faults.c")
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library
