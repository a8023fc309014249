"""What a kind of card declares about itself. Palette, inspector, canvas, views, spreadsheets and reports read it."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.model.fields import Field, FieldType, long_text, number, text
from cxworkshop.words import N_

COMMON_FIELDS = (
    text("title", N_("Title")),
    long_text("note", N_("Details")),
    number("order", N_("Place in its cell"), shown=False),  # ours: where people dragged the card among its neighbours
)


@dataclass(frozen=True)
class Out:
    """A link this kind may be the source of: `verb` to a card of kind `to`.

    `source_side` and `target_side` narrow it to the internal or external side of a card (see `Board.side_of`).
    """

    verb: str
    to: str
    source_side: str = ""
    target_side: str = ""


@dataclass(frozen=True)
class CardKind:
    """One kind of card, declared in one module of this folder.

    `label`, `plural`, `prompt`, `why` are English texts marked for translation: the name, the name of many, the
    placeholder of an empty title, one sentence of what the kind is for. `colour` is the accent (#rrggbb), used as a
    band and never as the only signal; `tint` its light ground. `icon` names a file in resources/icons. `lane` is the
    lane of the wall where its cards live, "" when they live elsewhere. `links` are the links it may be the source of.
    """

    name: str
    label: str
    plural: str
    prompt: str
    why: str
    colour: str
    tint: str
    icon: str
    fields: tuple[Field, ...] = ()
    links: tuple[Out, ...] = ()
    lane: str = ""
    in_palette: bool = False

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """The fields every card has, then this kind's own."""
        return COMMON_FIELDS + self.fields

    def field(self, name: str) -> Field | None:
        """The declaration of a field, or None for one the kind does not know."""
        return next((field for field in self.all_fields if field.name == name), None)

    @property
    def has_stage(self) -> bool:
        return any(field.name == "stage" and field.type is FieldType.REFERENCE for field in self.fields)
