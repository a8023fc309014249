"""The commands as Qt actions: their words, pictures and keys, in menus and everywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from cxworkshop.ui.commands import BEGINNING, COMMANDS, MENUS, SUBMENUS, Command
from cxworkshop.ui.icons import icon
from cxworkshop.ui.keyboard import both_layouts
from cxworkshop.ui.speech import tr

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow


def text_of(command: Command) -> str:
    """The command's words in the language of the moment."""
    return (
        tr(command.text, **{name: tr(value) for name, value in command.values}) if command.values else tr(command.text)
    )


def shortcut_text(command: Command) -> str:
    """The first shortcut as this system writes it, "" where there is none."""
    return _native(command.keys[0]) if command.keys else ""


def shortcut_texts(command: Command) -> str:
    """All its shortcuts as this system writes them: "+ · = · Ctrl++"."""
    return "  ".join(dict.fromkeys(_native(key) for key in command.keys))


def _native(key: str) -> str:
    written = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return written.replace("Return", "Enter")  # as it is written on the key


def with_mnemonics(titles: list[str]) -> list[str]:
    """Titles of a menu bar, each with a letter of its own that opens it with Alt: the first that is still free."""
    taken, marked = set(), []
    for title in titles:
        at = next((at for at, sign in enumerate(title) if sign.isalpha() and sign.casefold() not in taken), None)
        if at is not None:
            taken.add(title[at].casefold())
        marked.append(title if at is None else f"{title[:at]}&{title[at:]}")
    return marked


class CommandActions(QObject):
    """One QAction a command, owned by the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._named: list[tuple[QMenu, str]] = []
        self._plain = True  # the actions have no icons yet, or those of another theme
        self.by_id = {command.id: self._action(command) for command in COMMANDS}
        self.menus = self._build_menus()
        self._guard = TypingGuard(window)

    def _action(self, command: Command) -> QAction:
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(key) for shortcut in command.keys for key in both_layouts(shortcut)])
        action.setAutoRepeat(command.repeats)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda: self.run(command))
        self._window.addAction(action)
        return action

    def run(self, command: Command) -> None:
        """Do it, where it can be done now."""
        if command.enabled(self._window):
            command.run(self._window)
        self.refresh()

    def refresh(self) -> None:
        """Ask every command anew whether it can be done and whether it is ticked."""
        for command in COMMANDS:
            action = self.by_id[command.id]
            action.setEnabled(command.enabled(self._window))
            if command.checked is not None:
                action.setChecked(command.checked(self._window))

    def retranslate(self) -> None:
        """Take on the language and the colours of the moment."""
        for command in COMMANDS:
            action = self.by_id[command.id]
            action.setText(text_of(command).replace("&", "&&"))
        self._plain = True
        for menu, text in self._named:
            menu.setTitle(tr(text))
        self._mark_bar()
        self.refresh()

    def _mark_bar(self) -> None:
        titles = with_mnemonics([tr(text) for _, text in MENUS])
        for menu, title in zip(self.menus, titles, strict=True):
            menu.setTitle(title)

    def _show_menu(self) -> None:
        self.refresh()
        if self._plain:  # a hundred pictures are drawn when a menu is opened, not while the window waits for them
            self._plain = False
            for command in COMMANDS:
                if command.icon and command.checked is None:  # a picture would stand in the place of the tick
                    self.by_id[command.id].setIcon(icon(command.icon, "soft"))

    def _build_menus(self) -> list[QMenu]:
        """The menus of the menu bar."""
        made, with_submenus = {name: self._menu(text) for name, text in MENUS}, set[str]()
        for name, (inside, text) in SUBMENUS.items():
            made[name] = self._menu(text, made[inside])
        for command in COMMANDS:
            if command.id in BEGINNING:
                made[command.menu].addSeparator()
            made[command.menu].addAction(self.by_id[command.id])
        for name, (inside, _) in SUBMENUS.items():
            if inside not in with_submenus:
                made[inside].addSeparator()
            with_submenus.add(inside)
            made[inside].addMenu(made[name])
        return [made[name] for name, _ in MENUS]

    def _menu(self, text: str, parent: QWidget | None = None) -> QMenu:
        menu = QMenu(tr(text), parent or self._window)
        menu.aboutToShow.connect(self._show_menu)
        self._named.append((menu, text))
        return menu


_PRESSED = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_WALKED = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # from widget to widget, but on the wall


class TypingGuard(QObject):
    """Keeps commands away from keys that a field wants: letters while one types, Enter on a button, Delete on a bar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._window:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wants = is_typed(event) if _takes_text(watched) else self._is_pressed(watched, event)
            if wants:
                event.accept()
                return True
        return False

    def _is_pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        wall = self._window.wall_or_none
        on_wall = isinstance(watched, QWidget) and wall is not None and (watched is wall or wall.isAncestorOf(watched))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not on_wall and event.key() in _WALKED:
            return not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        return plain and not on_wall and event.key() in _PRESSED


def is_typed(event: QKeyEvent) -> bool:
    """Whether a text field wants this key: everything but function keys, Escape and Ctrl or Alt with a letter.

    Ctrl with A, C, V, X, Z, Y and D acts on the text, not on cards.
    """
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held == Qt.KeyboardModifier.NoModifier:
        return not (Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35 or event.key() == Qt.Key.Key_Escape)
    return held == Qt.KeyboardModifier.ControlModifier and QKeySequence(event.keyCombination()) in _text_keys()


def _text_keys() -> list[QKeySequence]:
    return [QKeySequence(key) for letter in "ACVXZYD" for key in both_layouts(f"Ctrl+{letter}")]


def _takes_text(watched: QObject) -> bool:
    return isinstance(watched, QLineEdit | QPlainTextEdit | QTextEdit)
