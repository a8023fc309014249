"""How a picture is shown just now: what is selected, lit, hidden because it moves. Decides how each card is dressed."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxworkshop.model.boxes import Rect
from cxworkshop.ui.canvas.paint_card import FADED_DRESS, FOCUS_DRESS, PLAIN, SOFT_DRESS, Dress
from cxworkshop.ui.lighting import Lighting


@dataclass
class Look:
    """`hidden` cards are painted elsewhere (they are being dragged). `focused`: the wall has the keyboard.
    `cell`: the part of the wall where something dragged would land. `found`: the cards a search leaves unfaded.
    `warmth`: the warmth of the owners lies under the processes. `link`: the key of the link that is selected; its two
    cards are the `selection` then."""

    selection: tuple[str, ...] = ()
    lighting: Lighting | None = None
    hidden: frozenset[str] = field(default_factory=frozenset)
    focused: bool = True
    cell: Rect | None = None
    found: frozenset[str] | None = None
    warmth: bool = False
    link: str | None = None
    chosen: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.chosen = frozenset(self.selection)

    @property
    def fades(self) -> bool:
        """Whether anything is faded at all."""
        return self.lighting is not None or self.found is not None

    @property
    def tells(self) -> bool:
        """Whether anything is shown otherwise than plain."""
        return self.fades or any(card not in self.hidden for card in self.selection)

    @property
    def plain(self) -> Look:
        """What is left when nothing is selected, pressed or looked for."""
        return Look(hidden=self.hidden, cell=self.cell, warmth=self.warmth)

    def stands_as(self, other: Look) -> bool:
        """Whether the same lies still: the two differ at most in what stands out."""
        return (self.hidden, self.cell, self.warmth) == (other.hidden, other.cell, other.warmth)

    def tells_as(self, other: Look) -> bool:
        """Whether the same stands out: the two differ at most in how the selected cards are framed."""
        return (self.selection, self.lighting, self.found) == (other.selection, other.lighting, other.found)

    def stands_out(self, card_id: str) -> bool:
        """Whether a card is shown otherwise than all others are: selected, or not faded while they are."""
        return card_id in self.chosen or (self.fades and not self.is_faded(card_id))

    def is_faded(self, card_id: str) -> bool:
        """Whether a card stands back: not found, or not lit."""
        if self.found is not None and card_id not in self.found:
            return True
        return self.lighting is not None and self.lighting.is_faded(card_id)

    def dress(self, card_id: str) -> Dress:
        """How a card is shown."""
        lighting = self.lighting
        if lighting is None:
            if card_id not in self.chosen:
                return FADED_DRESS if self.is_faded(card_id) else PLAIN
            return FOCUS_DRESS if self.focused and self.link is None else SOFT_DRESS
        if lighting.is_faded(card_id) and card_id not in self.chosen:
            return FADED_DRESS
        number = lighting.cards.get(card_id, 0)
        ring = self._ring(card_id) if card_id in self.chosen else ""
        return Dress(ring=ring, number=number) if number or ring else PLAIN

    def _ring(self, card_id: str) -> str:
        if self.lighting is not None and card_id == self.lighting.focus:
            return "lit"
        return "focus" if self.focused else "soft"
