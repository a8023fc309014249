"""An application without a screen, a room with the coffee example, a clean clipboard."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cxworkshop.document import Document
from cxworkshop.exchange.adding import plan_addition
from cxworkshop.paths import SESSIONS
from cxworkshop.ui import fonts
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="session", autouse=True)
def clean_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test leaves on the offscreen clipboard would crash the program when it ends."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def plain_window(qapp: QApplication) -> Iterator[None]:
    """Every test begins in English and in light colours, and leaves no window open."""
    fonts.load()
    tr.set_language("en")
    themes.put_on("light")
    yield
    for window in qapp.topLevelWidgets():
        window.close()
    qapp.clipboard().clear()


@pytest.fixture
def open_room(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Room]]:
    """Makes rooms: of the example `coffee` in a language, of any interchange document, or (None) empty."""
    rooms: list[Room] = []

    def opened(content: str | dict | None = "en") -> Room:
        document = Document.create(tmp_path / f"workshop{len(rooms)}.cxw")
        if isinstance(content, str):
            content = json.loads((SESSIONS / f"coffee.{content}.json").read_text("utf-8"))
        if content is not None:
            document.apply(plan_addition(content, document.board, "example").changes, origin="import")
        room = Room(document)
        room.today = lambda: TODAY
        rooms.append(room)
        return room

    yield opened
    for room in rooms:
        room.close()


@pytest.fixture
def room(open_room: Callable[..., Room]) -> Room:
    """The coffee example, open for work."""
    return open_room()
