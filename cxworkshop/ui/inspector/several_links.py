"""The links of several selected cards: to which cards how many of them lead, and a field that links all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.actions import links
from cxworkshop.actions.links import Sentence
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.links import VERBS, verbs_between
from cxworkshop.model.records import LINK, link_key
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.inspector.add_link import AddLink
from cxworkshop.ui.palette.tool import KindMark
from cxworkshop.ui.parts.buttons import IconButton
from cxworkshop.ui.parts.labels import Caption, Words
from cxworkshop.ui.parts.pressable import Pressable
from cxworkshop.ui.speech import tr

MOST_SHOWN = 8


class Lead(NamedTuple):
    """A verb and the card it leads to, from the selected cards (`outward`) or to them, with the links that say so."""

    verb: str
    other: str
    outward: bool
    keys: tuple[str, ...]


def leads(board: Board, card_ids: Sequence[str]) -> list[Lead]:
    """Where the cards lead, beyond themselves: what most of them share first, then by title."""
    own = set(card_ids)
    found: dict[tuple[str, str, bool], list[str]] = {}
    for card_id in card_ids:
        for link in board.links_of(card_id):
            outward = link.source == card_id
            other = link.target if outward else link.source
            if other not in own:
                found.setdefault((link.verb, other, outward), []).append(link.key)
    told = [Lead(*lead, tuple(keys)) for lead, keys in found.items()]
    return sorted(told, key=lambda lead: (-len(lead.keys), board.card(lead.other).title.casefold(), lead.other))


def fitting_all(board: Board, card_ids: Sequence[str]) -> list[Sentence]:
    """The sentences that fit every kind selected and that at least one card does not say yet, with the first card in
    them standing for all."""
    own, kinds = set(card_ids), {board.card(card_id).kind for card_id in card_ids}
    found = []
    for kind in KINDS:
        out = _shared([{way.verb for way in verbs_between(one, kind)} for one in kinds])
        back = _shared([{way.verb for way in verbs_between(kind, one)} for one in kinds])
        ways = [(verb, True) for verb in VERBS if verb in out] + [(verb, False) for verb in VERBS if verb in back]
        if kind in kinds:  # between cards of one kind one direction is enough, as with a single card
            ways = [way for way in ways if way[1]]
        others = [card for card in board.of_kind(kind) if card.id not in own] if ways else []
        for other in sorted(others, key=lambda card: (card.title.casefold(), card.id)):
            found += [
                _sentence(card_ids[0], other.id, *way) for way in ways if _is_new(board, card_ids, other.id, *way)
            ]
    return found


def _shared(verbs: Sequence[set[str]]) -> set[str]:
    return set.intersection(*verbs) if verbs else set()


def _sentence(card: str, other: str, verb: str, outward: bool) -> Sentence:
    return Sentence(verb, card, other) if outward else Sentence(verb, other, card)


def _is_new(board: Board, card_ids: Sequence[str], other: str, verb: str, outward: bool) -> bool:
    """Whether the verb fits one of the cards, and is not said of it yet."""
    for card in card_ids:
        _, source, target = _sentence(card, other, verb, outward)
        if board.get(LINK, link_key(verb, source, target)) is None:
            return board.can_link(verb, board.card(source), board.card(target))
    return False


class AddLinkToAll(AddLink):
    """Links every selected card to the one chosen, in one step of undo."""

    def __init__(self, room: Room, card_ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(room, card_ids[0], parent)
        self._card_ids = tuple(card_ids)
        self.setPlaceholderText(tr("Link all of them to…"))
        self.setAccessibleName(tr("Link all of them to…"))

    def fitting(self) -> list[Sentence]:
        return fitting_all(self._room.board, self._card_ids)

    def connect_card(self, sentence: Sentence) -> None:
        verb, source, target = sentence
        outward = source == self._card_ids[0]
        other = target if outward else source
        self._room.do(lambda board: links.connect_all(board, self._card_ids, other, verb, outward=outward))


class SharedLinks(QWidget):
    """Where the selected cards lead, each with how many of them do. `wanted` gives the card that was pressed."""

    wanted = Signal(str)

    def __init__(self, room: Room, card_ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._card_ids = room, tuple(card_ids)
        self._shown: list[tuple[Lead, str]] | None = None
        self.rows: list[LeadRow] = []
        self._heading, self._more = Caption(), Words(look="soft")
        self.add = AddLinkToAll(room, card_ids, self)  # shown without a parent, it would be a window for a moment
        self.add.setVisible(not room.document.read_only)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addLayout(self._rows)
        column.addWidget(self._more)
        column.addSpacing(4)
        column.addWidget(self.add)

    def refresh(self) -> None:
        """Show the links as they are now."""
        own = leads(self._room.board, self._card_ids)
        said = [(lead, self._room.board.card(lead.other).title) for lead in own]
        if said == self._shown:
            return
        self._shown = said
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [LeadRow(self._room, lead, len(self._card_ids)) for lead in own[:MOST_SHOWN]]
        for row in self.rows:
            row.pressed.connect(lambda card=row.lead.other: self.wanted.emit(card))
            self._rows.addWidget(row)
        self._heading.setText(tr("Links · {n}", n=sum(len(lead.keys) for lead in own)) if own else tr("Links"))
        self._more.setText(tr.plural("and {n} more", "and {n} more", max(len(own) - MOST_SHOWN, 0)))
        self._more.setVisible(len(own) > MOST_SHOWN)


class LeadRow(Pressable):
    """The verb, the card it leads to, how many of the selected cards say it, and a button that cuts all of these."""

    def __init__(self, room: Room, lead: Lead, selected: int, parent: QWidget | None = None) -> None:
        super().__init__("Row", parent)
        self.lead = lead
        other, verb = room.board.card(lead.other), VERBS[lead.verb]
        said = tr(
            "{verb} · {n} of {all}",
            verb=tr(verb.label if lead.outward else verb.reverse),
            n=len(lead.keys),
            all=selected,
        )
        title = other.title or tr("(no title)")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(said, "small"))
        words.addWidget(Words(title))
        self.cut = IconButton("close", tr("Cut these links"), self, size=10)
        self.cut.setVisible(not room.document.read_only)
        self.cut.clicked.connect(lambda: room.do(lambda board: links.disconnect(board, lead.keys)))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 2, 3)
        row.setSpacing(8)
        row.addWidget(KindMark(other.kind), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.cut, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{said} {title}")
