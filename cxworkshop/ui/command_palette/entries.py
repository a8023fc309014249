"""What the command palette finds: commands that can be done now, saved views, cards. Ranks them by what was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.command_actions import shortcut_text, text_of
from cxworkshop.ui.command_palette.matching import fit
from cxworkshop.ui.commands import COMMANDS, Command
from cxworkshop.ui.speech import tr

if TYPE_CHECKING:
    from cxworkshop.ui.main_window import MainWindow
    from cxworkshop.ui.workspace import Workspace

MOST_SHOWN = 50
_HIDDEN = {"find_or_do"}


@dataclass(frozen=True)
class Entry:
    """One line of the palette: its text, what stands beside it, its icon, the kind that colours it ("" for none)."""

    text: str
    beside: str
    icon: str
    kind: str
    run: Callable[[], object]


def entries(window: MainWindow, typed: str) -> list[Entry]:
    """What fits, the best first; commands before views, views before cards where they fit alike."""
    ranked: list[tuple[float, int, Command | Card | str]] = []
    ranked += [(score, 0, command) for command, score in _commands(window, typed)]
    if window.workspace is not None:
        ranked += [(score, 1, name) for name, score in _views(window.workspace, typed)]
    if window.room is not None and typed.strip():
        ranked += [(score, 2, card) for card, score in _cards(window, typed)]
    ranked.sort(key=lambda one: (-one[0], one[1]))
    return [_entry(window, found) for _, _, found in ranked[:MOST_SHOWN]]


def _entry(window: MainWindow, found: Command | Card | str) -> Entry:
    if isinstance(found, Card):
        return _of_card(window, found)
    return _of_view(window, found) if isinstance(found, str) else _of_command(window, found)


def _views(workspace: Workspace, typed: str) -> list[tuple[str, float]]:
    """The saved views of this workshop by name."""
    scored = ((name, fit(typed, name)) for name in workspace.find_bar.saved())
    return [(name, score) for name, score in scored if score > 0]


def _commands(window: MainWindow, typed: str) -> list[tuple[Command, float]]:
    """A command is found by its words in the language of the moment, and a little worse by its English ones."""
    found = []
    for command in COMMANDS:
        if command.id in _HIDDEN or not command.enabled(window):
            continue
        english = command.text.format(**dict(command.values)) if command.values else command.text
        score = max(fit(typed, text_of(command)), 0.7 * fit(typed, english))
        if score > 0:
            found.append((command, score))
    return found


def _cards(window: MainWindow, typed: str) -> list[tuple[Card, float]]:
    cards = window.the_room.board.cards.values()
    scored = ((card, fit(typed, card.title)) for card in cards if card.title)
    return [(card, score) for card, score in scored if score > 0]


def _of_command(window: MainWindow, command: Command) -> Entry:
    return Entry(text_of(command), shortcut_text(command), command.icon, "", lambda: window.commands.run(command))


def _of_card(window: MainWindow, card: Card) -> Entry:
    return Entry(card.title, tr(KINDS[card.kind].label), card.kind, card.kind, lambda: window.reveal(card.id))


def _of_view(window: MainWindow, name: str) -> Entry:
    return Entry(name, tr("Saved view"), "view", "", lambda: window.show_view(name))
