"""Writes the fixture of a schema version, fixtures/v<version>.cxw: `python -m tests.store.make_fixture`.

Never write one anew after its version was released: it stands for the files people have.
"""

from __future__ import annotations

from pathlib import Path

from cxworkshop.store.schema import SCHEMA_VERSION
from tests.store.small_workshops import workshop

FIXTURES = Path(__file__).with_name("fixtures")

if __name__ == "__main__":
    print(workshop(FIXTURES / f"v{SCHEMA_VERSION}.cxw"))
