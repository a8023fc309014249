"""The one family the windows are set in, loaded from its package, and the measure the wall's layout asks for."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from cxworkshop.model.boxes import TITLE_SIZE

FAMILY = "Fira Sans"
_FACES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")


def font_folder() -> Path:
    """Where the shipped TTFs lie."""
    found = find_spec("fontpkg_fira_sans")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "files"


@lru_cache(maxsize=1)
def load() -> bool:
    """Make the family known to Qt (once); False where it could not be read."""
    loaded = [QFontDatabase.addApplicationFont(str(font_folder() / f"FiraSans-{face}.ttf")) for face in _FACES]
    return all(number >= 0 for number in loaded)


def font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The family at `size` pixels, unhinted, so that widths scale with the zoom."""
    made = QFont(FAMILY)
    made.setPixelSize(max(round(size), 1))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=1)
def _title_metrics() -> QFontMetricsF:
    load()
    return QFontMetricsF(font(TITLE_SIZE, QFont.Weight.Medium))


@lru_cache(maxsize=100_000)
def title_width(text: str) -> float:
    """The width of a card's title text in wall units: the `measure` of `model.arrangement.lay_out`."""
    return _title_metrics().horizontalAdvance(text)
