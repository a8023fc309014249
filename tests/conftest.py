"""What every test can ask for; and, with CXWORKSHOP_WITHOUT_QT=1, a Python that has no PySide6."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if os.environ.get("CXWORKSHOP_WITHOUT_QT") == "1":
    collect_ignore = ["ui"]
    without_qt = CHECKOUT / "tests" / "without_qt"
    runpy.run_path(str(without_qt / "sitecustomize.py"))
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(without_qt), os.environ.get("PYTHONPATH")]))


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder with pyproject.toml."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with shared test data: CXWORKSHOP_SHARED, else `../shared` beside the checkout. Skips without it."""
    folder = Path(os.environ.get("CXWORKSHOP_SHARED") or CHECKOUT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"needs the shared test data, which is not at {folder} (set CXWORKSHOP_SHARED)")
    return folder
