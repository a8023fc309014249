"""The facilitator's window: the start screen or the workshop, with menus, messages and commands around them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cxworkshop.document import Document
from cxworkshop.errors import Told
from cxworkshop.ui import appearance
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.canvas.wall_view import WallView
from cxworkshop.ui.files import Files
from cxworkshop.ui.getting_ready import GettingReady
from cxworkshop.ui.offer import Offer
from cxworkshop.ui.settings import TEXT_SCALES, Settings
from cxworkshop.ui.speech import tr
from cxworkshop.ui.theme import themes
from cxworkshop.ui.views import WALL
from cxworkshop.ui.workspace import Workspace
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.ui.command_actions import CommandActions
    from cxworkshop.ui.shared_screen.window import SharedScreen
    from cxworkshop.ui.start.screen import StartScreen
    from cxworkshop.ui.telling import TellingBar


class MainWindow(QMainWindow):
    """`room` is None until a workshop is opened; then it stays and its document changes."""

    def __init__(self, settings: Settings, document: Document | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.room: Room | None = None
        self.workspace: Workspace | None = None
        self.screen_window: SharedScreen | None = None
        self.files = Files(self)
        self._all_menus = QMenu(self)  # behind the menu button
        self._build()
        tr.changed.connect(self.retranslate)
        themes.changed.connect(self.retranslate)
        self._follow()
        GettingReady(self)
        if document is not None:
            self.use(document)
        if not self.restoreGeometry(settings.shape("window")):
            self.resize(1366, 768)

    def _build(self) -> None:
        middle = QWidget(self)
        self.setCentralWidget(middle)
        self.pages = QStackedWidget(middle)
        self.pages.setObjectName("Pages")
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.pages, 1)
        self.setMinimumSize(900, 560)
        self._show_menu_bar()

    @cached_property
    def start(self) -> StartScreen:
        """The start screen, made when it is first wanted: its examples take longer than opening a workshop."""
        from cxworkshop.ui.start.screen import StartScreen

        start = StartScreen(self.files, self.settings)
        start.back_wanted.connect(self.show_workshop)
        self.pages.insertWidget(0, start)
        return start

    @cached_property
    def telling(self) -> TellingBar:
        """The bar on top that tells what happened, made when there is something to tell."""
        from cxworkshop.ui.telling import TellingBar

        telling = TellingBar(self.centralWidget())
        self._column.insertWidget(0, telling)
        return telling

    @cached_property
    def commands(self) -> CommandActions:
        """All commands with their keys, and the menus of them: made after the first picture, which shows none."""

        from cxworkshop.ui.command_actions import CommandActions

        commands = CommandActions(self)
        for menu in commands.menus:
            self.menuBar().addMenu(menu)
            self._all_menus.addMenu(menu)
        commands.retranslate()
        return commands

    def make_commands(self) -> None:
        """Make the commands now, if that has not been done."""
        assert self.commands is not None

    def _refresh_commands(self) -> None:
        if "commands" in self.__dict__:
            self.commands.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        if not self.pages.count():
            self.show_start()
        super().showEvent(event)

    # What is open

    @property
    def the_room(self) -> Room:
        """The room of the open workshop; only for commands that are enabled when one is open."""
        assert self.room is not None
        return self.room

    @property
    def the_workspace(self) -> Workspace:
        """The workspace of the open workshop; only for commands that are enabled when one is open."""
        assert self.workspace is not None
        return self.workspace

    @property
    def wall(self) -> WallView:
        """The wall of the open workshop; only for commands that are enabled when one is open."""
        assert self.workspace is not None
        return self.workspace.wall

    def show_wall(self) -> WallView:
        """Turn to the wall of the open workshop, for what is done there before everybody's eyes."""
        self.the_room.show_view(WALL)
        return self.wall

    @property
    def wall_or_none(self) -> WallView | None:
        return self.workspace.wall if self.workspace is not None else None

    def use(self, document: Document) -> None:
        """Show this workshop; one shown before is closed."""
        if "telling" in self.__dict__:
            self.telling.hush()
        if self.room is None:
            self._make_workspace(document)
        else:
            self.the_workspace.remember_place()
            self.room.replace(document)
        self.the_workspace.resume()
        self.show_workshop()
        self.settings.remember_recent(document.path)
        if document.read_only:
            self._say_read_only()

    def _make_workspace(self, document: Document) -> None:
        self.room = Room(document)
        self.workspace = Workspace(self.room, self.settings, self._all_menus, self.pages)
        self.pages.addWidget(self.workspace)
        self.room.told.connect(self.tell)
        self.room.changed.connect(lambda _: self._follow())
        self.room.document_changed.connect(self._follow)
        room = self.room
        for signal in (
            room.selection_changed, room.taken_changed, room.spotlight_changed, room.step_changed,
            room.view_changed, room.story_changed, room.folded_changed,
        ):  # fmt: skip
            signal.connect(self._refresh_commands)
        top = self.workspace.top
        top.find_wanted.connect(self.find_or_do)
        top.screen_wanted.connect(self.toggle_screen)
        top.pdf_wanted.connect(self.files.write_report)
        self.workspace.wall.files_dropped.connect(self.files.take_dropped)
        self.workspace.views.command_wanted.connect(lambda command: self.commands.by_id[command].trigger())

    def _say_read_only(self) -> None:
        self.telling.note(
            N_("This workshop is open for reading only."),
            N_("Nothing you do here changes it."),
            [Offer(N_("Save a copy…"), self.files.save_copy)],
        )

    def show_workshop(self) -> None:
        """Turn to the open workshop."""
        if self.workspace is not None:
            self.pages.setCurrentWidget(self.workspace)
            self.workspace.wall.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow()

    def show_start(self) -> None:
        """Turn to the start screen; the open workshop stays open."""
        self.start.refresh(can_go_back=self.room is not None)
        self.pages.setCurrentWidget(self.start)

    def _follow(self) -> None:
        title = str(self.room.board.workshop.get("title") or "") if self.room is not None else ""
        self.setWindowTitle(f"{title} — cxworkshop" if title else "cxworkshop")
        self.setWindowFilePath(str(self.room.document.path) if self.room is not None else "")
        self._refresh_commands()

    # Telling

    def tell(self, problem: Told) -> None:
        """Show an error on top of the window."""
        self.telling.tell(problem)

    # Finding

    def find_or_do(self) -> None:
        """Open the command palette over commands, saved views and cards."""
        from cxworkshop.ui.command_palette.popup import CommandPalette

        CommandPalette(self).open()

    def edit_title(self) -> None:
        """Type the title of the selected card: on the wall, or beside a view in the right panel."""
        if self.the_room.view == WALL:
            self.wall.edit_selected()
        else:
            self.the_workspace.inspector.edit_title()

    def find_on_wall(self) -> None:
        """Open the bar that finds and filters on the wall."""
        if self.workspace is not None:
            self.show_workshop()
            self.show_wall()
            self.workspace.find_bar.open()

    def show_view(self, name: str) -> None:
        """Show what a saved view finds."""
        if self.workspace is not None:
            self.show_workshop()
            self.show_wall()
            self.workspace.find_bar.show_view(name)

    def reveal(self, card_id: str) -> None:
        """Select a card and show it on the wall."""
        if self.workspace is not None:
            self.show_workshop()
            self.workspace.reveal(card_id)

    def show_shortcuts(self) -> None:
        """Open the sheet of all shortcuts."""
        from cxworkshop.ui.dialogs.shortcuts import ShortcutSheet

        ShortcutSheet(self).open()

    def show_about(self) -> None:
        """Tell what this program is and where its files lie."""
        from cxworkshop.ui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    # Panels and menus

    def toggle_panel(self, name: str) -> None:
        if self.workspace is not None:
            self.workspace.toggle_panel(name)

    def panel_shown(self, name: str) -> bool:
        return self.workspace is not None and not self.workspace.panels[name].isHidden()

    def toggle_menu_bar(self) -> None:
        self.settings.turn("menu_bar", not self.settings.is_on("menu_bar", False))
        self._show_menu_bar()

    def _show_menu_bar(self) -> None:
        """On macOS the menus stand on top of the screen; elsewhere behind the menu button, or in a bar if one likes."""
        shown = self.menuBar().isNativeMenuBar() or self.settings.is_on("menu_bar", False)
        if shown:
            self.make_commands()
        self.menuBar().setVisible(shown)

    # The shared screen

    def toggle_screen(self) -> None:
        """Show the room its window, or take it away."""
        if self.screen_shown():
            assert self.screen_window is not None
            self.screen_window.close()
        else:
            self._shared_screen().show_on_best_screen()
        self._refresh_commands()

    def fill_screen(self) -> None:
        """The shared screen in full screen, or back in a window."""
        if not self.screen_shown():
            self._shared_screen().show_on_best_screen()
        self._shared_screen().toggle_full_screen()
        self._refresh_commands()

    def screen_shown(self) -> bool:
        return self.screen_window is not None and self.screen_window.isVisible()

    def _shared_screen(self) -> SharedScreen:
        if self.screen_window is None:
            from cxworkshop.ui.shared_screen.window import SharedScreen

            self.screen_window = SharedScreen(self.the_room)
        return self.screen_window

    # How it looks and speaks

    def use_language(self, language: str) -> None:
        self.settings.language = language
        appearance.speak(language)

    def use_theme(self, theme: str) -> None:
        self.settings.theme = theme
        appearance.wear(theme, self.settings.text_scale)

    def use_text_scale(self, scale: float) -> None:
        self.settings.text_scale = scale
        appearance.wear(self.settings.theme, scale)

    def step_text(self, by: int) -> None:
        """The next larger or smaller size of text."""
        nearest = min(range(len(TEXT_SCALES)), key=lambda at: abs(TEXT_SCALES[at] - self.settings.text_scale))
        self.use_text_scale(TEXT_SCALES[min(max(nearest + by, 0), len(TEXT_SCALES) - 1)])

    def retranslate(self) -> None:
        if "commands" in self.__dict__:
            self.commands.retranslate()
        self._follow()

    # The end

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.remember_shape("window", self.saveGeometry())
        if self.workspace is not None:
            self.workspace.remember()
        self.settings.save()
        self.files.stop()
        if self.screen_window is not None:
            self.screen_window.close()
        if self.room is not None:
            self.room.close()
        super().closeEvent(event)
