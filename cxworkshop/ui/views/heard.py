"""What a screen reader hears of a view that paints itself: its parts with names and places.

The view says what it shows as a tree of `Heard`; `heard_parts` gives Qt what it asks for, made when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF

from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.ui.canvas.said import name_of_card
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.drawing import Spot

if TYPE_CHECKING:
    from cxworkshop.ui.bridge import Room

NAMED = 2  # lines of a tip are a name; the rest, formula and source, its description


@dataclass(frozen=True)
class Heard:
    """One part. `key` is its own within the view and stays while it stands for the same; `area` gives where it is now,
    in pixels of the widget; `card` is the card it stands for ("" for none); `inside` are the parts of a list."""

    key: Hashable
    name: Callable[[], str]
    area: Callable[[], QRectF]
    description: Callable[[], str] = str
    card: str = ""
    inside: tuple[Heard, ...] = ()
    is_list: bool = False


class ReadAloud(Protocol):
    """A widget that paints itself and can be read."""

    @property
    def room(self) -> Room: ...

    def heard(self) -> tuple[Heard, ...]:
        """Its parts in the order one walks through them; the same object as long as nothing has changed."""
        ...

    def heard_at(self) -> Hashable | None:
        """The key of the part the keys stand on; None for none."""
        ...

    def press_heard(self, key: Hashable) -> None:
        """Stand on a part and press it."""
        ...


def spoken(board: Board, card: str, tip: str) -> tuple[str, str]:
    """Name and description of what stands for a card ("" for none) and says `tip` when it is pointed at: the kind, the
    title and its figures; then how these come about."""
    lines = [line.strip() for line in tip.split("\n") if line.strip()]
    known = board.find(card or None)
    if known is not None:
        title = " ".join(known.title.split()) or tr("(no title)")
        kind = tr(KINDS[known.kind].label)
        if not lines:
            lines = [name_of_card(known)]
        elif lines[0].startswith(title):
            lines[0] = tr("{kind}: {title}", kind=kind, title=lines[0])
    return ". ".join(lines[:NAMED]), ". ".join(lines[NAMED:])


def heard_spots(board: Board, spots: Iterable[Spot]) -> tuple[Heard, ...]:
    """The spots of a drawing as parts."""
    found: list[Heard] = []
    seen: dict[str, int] = {}
    for spot in spots:
        own = spot.card or spot.tip.split("\n")[0]
        seen[own] = seen.get(own, -1) + 1
        found.append(_heard_spot(board, spot, (own, seen[own])))
    return tuple(found)


def _heard_spot(board: Board, spot: Spot, key: Hashable) -> Heard:
    return Heard(
        key,
        lambda: spoken(board, spot.card, spot.tip)[0],
        lambda: spot.area,
        lambda: spoken(board, spot.card, spot.tip)[1],
        spot.card,
    )


def walked(parts: Iterable[Heard]) -> Iterator[Heard]:
    """All parts, each before what is inside it."""
    for part in parts:
        yield part
        yield from walked(part.inside)
