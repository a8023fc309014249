"""The window application: sets Qt up, opens what was asked for, runs until the window is closed."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.errors import FileProblem, WrongUse
from cxworkshop.words import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cxworkshop.ui.main_window import MainWindow
    from cxworkshop.ui.settings import Settings

WINDOW_SIZE = (1366, 768)


def run(
    path: Path | None,
    *,
    language: str | None = None,
    theme: str | None = None,
    size: tuple[int, int] | None = None,
    select: str | None = None,
    grab: Path | None = None,
) -> int:
    """Open the window, on the workshop at `path` or on the start screen; gives the exit status.

    `language`, `theme` and `size` hold for this run and are not remembered. `select` names the card to select, to light
    up and to put the spotlight on. With `grab` both windows are drawn once into that folder and nothing waits for a
    user. Raises Told where there is no screen, no such card, or (with `grab`) the workshop cannot be opened.
    """
    started = time.perf_counter()
    require_screen()
    if grab is not None and path is None:
        raise WrongUse(N_("Pictures are made of a workshop: name one."))
    with _nothing_collected():
        app = _application()
        settings = _settings(grab)
        _dress(settings, language, theme)
        window = _window(settings)
        _keep_crash_notes(window)
        if size is not None or grab is not None:
            window.resize(*(size or WINDOW_SIZE))
        elif not settings.shape("window"):
            _fill_small_screen(window)
        _open(window, path, grab)
        _select(window, select)
        window.show()
    if grab is not None:
        from cxworkshop.ui.grab import grab_pictures

        return grab_pictures(window, grab, started)
    return app.exec()


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Modules and widgets are made to stay: looking for garbage among them takes a tenth of the start."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def _keep_crash_notes(window: MainWindow) -> None:
    from cxworkshop.ui.crash_note import keep_crash_notes

    keep_crash_notes(window)


def require_screen() -> None:
    """FileProblem where Qt would abort for want of a display."""
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise FileProblem(
            N_("There is no screen here to open a window on."),
            N_("Nothing was changed; all other verbs work without a screen."),
            N_("Run it in a desktop session, or write the report instead: cxworkshop export FILE.cxw report.pdf"),
        )


def _application() -> QApplication:
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtGui import QGuiApplication, QIcon
    from PySide6.QtWidgets import QApplication

    _leave_sources_unread()

    from cxworkshop.paths import RESOURCES
    from cxworkshop.ui.theme import IN_FUSION

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QCoreApplication.setApplicationName("cxworkshop")
    QGuiApplication.setApplicationDisplayName("cxworkshop")
    QGuiApplication.setDesktopFileName("cxworkshop")
    app = QApplication(["cxworkshop", "-style", "Fusion"])  # afterwards PySide would go through every class of styles
    app.setProperty(IN_FUSION, True)
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "app.svg")))
    app.aboutToQuit.connect(lambda: QGuiApplication.clipboard().clear())  # a QMimeData left there crashes at exit
    return app


def _leave_sources_unread() -> None:
    """PySide reads the source of every module imported after it, to see whether that spells Qt's names otherwise by
    `__feature__`. None of ours does, and reading them all takes a twentieth of the start."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):  # PySide's own, and may be gone in another of its releases
        vars(feature)["_mod_uses_pyside"] = lambda module: False


def _fill_small_screen(window: MainWindow) -> None:
    """Before anybody has chosen a size: on a screen without room for the window and its frame, take the whole of it."""
    from PySide6.QtCore import Qt

    room = window.screen().availableGeometry()
    if room.width() < WINDOW_SIZE[0] + 40 or room.height() < WINDOW_SIZE[1] + 60:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def _settings(grab: Path | None) -> Settings:
    from cxworkshop.ui.settings import PassingSettings, Settings

    return PassingSettings() if grab is not None else Settings()


def _dress(settings: Settings, language: str | None, theme: str | None) -> None:
    from cxworkshop.ui import appearance

    settings.overrule(language=language, theme=theme)
    appearance.wear_settings(settings)


def _window(settings: Settings) -> MainWindow:
    from cxworkshop.ui.main_window import MainWindow

    return MainWindow(settings)


def _open(window: MainWindow, path: Path | None, grab: Path | None) -> None:
    """A file that will not open is told in the window, with what can be done; where nobody looks, it is raised."""
    if path is None:
        return
    path = path.absolute()  # what is said and remembered of it names its folder
    if grab is None:
        window.files.open_path(path)
    else:
        from cxworkshop.document import Document

        window.use(Document.open(path))


def _look_at(window: MainWindow, card_id: str) -> None:
    window.show_wall().reveal(card_id)
    if window.workspace is not None:
        window.workspace.show_lit()


def _select(window: MainWindow, card_id: str | None) -> None:
    if card_id is None or window.room is None:
        return
    from PySide6.QtCore import QTimer

    card = window.room.board.find(card_id)
    if card is None:
        raise WrongUse(N_("There is no card “{card}” in this workshop."), card=card_id[:60])
    journey = window.room.board.journey_of(card)
    if journey is not None:
        window.room.show_journey(journey.id)
    window.room.select([card_id])
    window.room.put_spotlight(card_id)
    QTimer.singleShot(0, window, lambda: _look_at(window, card_id))  # when the wall knows how large it is
