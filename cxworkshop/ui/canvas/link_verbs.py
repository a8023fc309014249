"""What a user does with a link selected on the wall: takes it, walks from one to the next, changes what it says, cuts
it. Which link is selected is a way of looking; each change ends in one action."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from cxworkshop.actions import links
from cxworkshop.actions.links import Sentence
from cxworkshop.model.records import LINK, Link, link_key
from cxworkshop.ui.canvas import linking, looking
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr


def taken(wall: Wall) -> Link | None:
    """The link selected; None while cards are selected, none is, or it has gone from this wall."""
    if wall.link is None or wall.room.selection:
        return None
    found = wall.room.board.get(LINK, wall.link)
    return found if isinstance(found, Link) and wall.picture.shows(found) else None


def take(wall: Wall, key: str | None, card: str | None = None) -> None:
    """Select a link instead of any card; None: let go of it. `card`: the one whose links are walked."""
    wall.link, wall.link_of, wall.lane = key, card, None
    wall.room.select(())
    wall.link, wall.link_of = key, card  # where cards were selected, letting go of them lets go of links too
    wall.room.taken_changed.emit()
    link = taken(wall)
    if link is not None:
        wall.hint(_told(wall, link))
    wall.viewport().update()


def press(wall: Wall, key: str) -> None:
    """Select the link that was clicked; one of the selected card's is one of those that are walked from it."""
    selection, link = wall.room.selection or (wall.link_of,), wall.room.board.table(LINK)[key]
    card = (
        selection[0] if len(selection) == 1 and selection[0] in (link.fields["source"], link.fields["target"]) else None
    )
    take(wall, key, card)


def _told(wall: Wall, link: Link) -> str:
    """The link in words, and where it stands among those that are walked."""
    words = told(wall, link.key)
    own = [other.key for other in links_walked(wall, wall.link_of)]
    if len(own) > 1 and link.key in own:
        return tr("{link} ({k} of {n})", link=words, k=str(own.index(link.key) + 1), n=str(len(own)))
    return words


def told(wall: Wall, key: str | None) -> str:
    """A link in words: source, verb, target; "" where there is none."""
    link = wall.room.board.get(LINK, key) if key is not None else None
    return linking.reading(wall.room.board, _sentence(link)) if isinstance(link, Link) else ""


def _sentence(link: Link) -> Sentence:
    return Sentence(link.verb, link.source, link.target)


# Walking


def links_walked(wall: Wall, card: str | None) -> list[Link]:
    """The links of a card in the order their other ends are read: from the top, from the left."""
    if card is None or card not in wall.picture.boxes:
        return []

    def place(link: Link) -> tuple[float, float, str]:
        rect = wall.picture.rect(link.target if link.source == card else link.source)
        return rect.y, rect.x, link.key

    return sorted(wall.picture.links_of(card), key=place)


def walk(wall: Wall, by: int) -> None:
    """To the next link (`by` 1) or the one before (-1) of the selected card, or of the card walked so far."""
    link, selection = taken(wall), wall.room.selection
    card = (wall.link_of or link.source) if link is not None else selection[-1] if selection else None
    own = links_walked(wall, card)
    if card is None or not own:
        wall.hint(tr("Select a card first: this goes from link to link of it") if card is None else tr("No links here"))
        return
    keys = [other.key for other in own]
    at = keys.index(link.key) + by if link is not None and link.key in keys else 0 if by > 0 else -1
    chosen = own[at % len(own)]
    take(wall, chosen.key, card)
    looking.bring_into_view(wall, wall.picture.rect(chosen.target if chosen.source == card else chosen.source))


def walked(wall: Wall, direction: tuple[int, int]) -> bool:
    """Arrows on a selected link: up and down to the next, left to where it comes from, right to where it leads."""
    link = taken(wall)
    if link is None:
        return False
    if direction[1]:
        walk(wall, direction[1])
    else:
        go_to(wall, link.source if direction[0] < 0 else link.target)
    return True


def go_to(wall: Wall, card: str) -> None:
    """Select one end of a link and look at it."""
    wall.room.select([card])
    looking.reveal(wall, card)


def let_go(wall: Wall) -> bool:
    """Back to the card whose links were walked; False where no link was selected."""
    if taken(wall) is None:
        return False
    card = wall.link_of
    take(wall, None)
    wall.room.select([card] if card is not None else ())
    wall.hint("")
    return True


# Changing


def cut(wall: Wall, key: str) -> None:
    """Cut a link; the card whose links were walked is selected again."""
    card = wall.link_of if wall.link == key else None
    if wall.room.do(lambda board: links.disconnect(board, [key]), initiator=wall):
        if wall.link == key:
            take(wall, None)
            wall.room.select([card] if card is not None else ())
        wall.hint(tr("The link is cut; undo brings it back"))


def change(wall: Wall) -> None:
    """Offer what the selected link could say instead."""
    link = taken(wall)
    if link is None:
        return
    if wall.room.document.read_only:
        wall.hint(tr("This workshop is open for reading only."))
        return
    menu = QMenu(wall)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if not offer(menu, wall, link):
        menu.deleteLater()
        wall.hint(tr("Nothing else can be said between these two cards"))
        return
    menu.setActiveAction(menu.actions()[0])
    menu.popup(wall.viewport().mapToGlobal(beside(wall) or wall.body().center()))


def offer(menu: QMenu, wall: Wall, link: Link) -> bool:
    """Put into a menu what a link could say instead; False where there is nothing."""
    found = links.other_sentences(wall.room.board, link.key)
    for sentence in found:
        action = menu.addAction(linking.reading(wall.room.board, sentence).replace("&", "&&"))
        action.triggered.connect(lambda _=False, own=sentence: say(wall, link.key, own))
    return bool(found)


def say(wall: Wall, key: str, sentence: Sentence) -> None:
    """Let a link say this instead; it stays selected."""
    card = wall.link_of
    if wall.room.do(lambda board: links.resay(board, key, sentence), initiator=wall):
        take(wall, link_key(*sentence), card)


def beside(wall: Wall) -> QPoint | None:
    """A point on the selected link that is in view, in pixels of the viewport; None where there is none."""
    link = taken(wall)
    if link is None:
        return None
    path, body = wall.picture.curve(link), wall.body()
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.0, 1.0):
        at = path.pointAtPercent(share)
        x, y = wall.camera.to_screen(at.x(), at.y())
        if body.contains(round(x), round(y)):
            return QPoint(round(x), round(y))
    return None
