"""A comparison of two cycles in the reader's language: headings and sentences. Compares nothing; knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from cxworkshop.analysis.comparison import (
    CHANGES,
    SECTIONS,
    Change,
    Comparison,
    Cycle,
    LinkChange,
    RecordChange,
    State,
)
from cxworkshop.analysis.cycle_figures import CLOSENESS, LABELS
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.model.fields import Field, FieldType
from cxworkshop.model.lanes import LANES_FIELD
from cxworkshop.model.links import VERBS
from cxworkshop.model.records import WORKSHOP, WORKSHOP_FIELDS
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.i18n import Translator


class Sentences(Sequence[str]):
    """Sentences about some rows, each told when it is asked for: of hundreds a page shows a few."""

    def __init__(self, rows: Sequence[Any], tell: Callable[[Any], str]) -> None:
        self._rows, self._tell = rows, tell

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sentences: ...
    def __getitem__(self, at: int | slice) -> str | Sentences:
        return Sentences(self._rows[at], self._tell) if isinstance(at, slice) else self._tell(self._rows[at])


Told = tuple[str, list[tuple[str, Sequence[str]]]]  # a section's heading; under it subheadings with their sentences

NOTHING = N_("Nothing changed.")
UNRELATED = N_("The two workshops have no card in common: these are not two cycles of one workshop.")
HEADINGS = {
    "workshop": N_("The workshop"),
    "others": N_("Other cards"),
    "care": N_("Care test"),
    **{SECTIONS[name]: kind.plural for name, kind in KINDS.items() if name in SECTIONS},
}
SUBHEADINGS = {
    "rose": N_("Rose"),
    "fell": N_("Fell"),
    "changed": N_("Changed"),
    "renamed": N_("Renamed"),
    "appeared": N_("Appeared"),
    "vanished": N_("Vanished"),
}
STATES = {"held": N_("Held"), "slipping": N_("Slipping"), "rolled_back": N_("Rolled back"), None: N_("No readings yet")}
_WARMTH = dict(zip(CLOSENESS, (N_("stranger"), N_("fading"), N_("close")), strict=True))
_LOWER = {"held": N_("held"), "slipping": N_("slipping"), "rolled_back": N_("rolled back")}
_DATED, _UNDATED = N_("“{title}”, cycle {cycle} of {date}"), N_("“{title}”, cycle {cycle}")
_PAIRS = {
    "external/internal": N_("external / internal"),
    "vip/small": N_("VIP / small"),
    "hours/off_hours": N_("working hours / off hours"),
}
_RECORDS = {  # one and many; the catalogue finds many by one
    ("exposure", "appeared"): (N_("{n} contact with customers added."), "{n} contacts with customers added."),
    ("exposure", "vanished"): (N_("{n} contact with customers gone."), "{n} contacts with customers gone."),
    ("reading", "appeared"): (N_("{n} reading added."), "{n} readings added."),
    ("reading", "vanished"): (N_("{n} reading gone."), "{n} readings gone."),
}
_LONGEST = 60  # letters of a text that is quoted; a longer one is only said to be another


class Teller:
    """Tells one comparison of two boards to the reader of one language."""

    def __init__(self, own: Comparison, old: Board, new: Board, tr: Translator) -> None:
        self.own, self.old, self.new, self.tr = own, old, new, tr

    def between(self) -> str:
        """Which two workshops are compared, and of which day the figures are."""
        return self.tr(
            "{old}, against {new}. Figures of {day}.",
            old=self._cycle(self.own.old),
            new=self._cycle(self.own.new),
            day=self.tr.date(self.own.today.isoformat()),
        )

    def sections(self) -> list[Told]:
        """What the readings say of the improvements, then what differs; sections with nothing to say are left out."""
        told = [(self.tr("What the readings say of the improvements"), list(self._states()))]
        told += [(self.tr(HEADINGS[name]), list(self._by_change(name))) for name in SECTIONS.values()]
        told.append((self.tr("Links"), list(self._links())))
        told.append((self.tr("What was recorded"), list(self._records())))
        return [section for section in told if section[1]]

    def _by_change(self, section: str) -> Iterator[tuple[str, Sequence[str]]]:
        changes = self.own.section(section)
        for name in CHANGES:
            lines = Sentences([own for own in changes if own.change == name], self.sentence)
            if lines:
                yield self.tr(SUBHEADINGS[name]), lines

    def _links(self) -> Iterator[tuple[str, Sequence[str]]]:
        for name in CHANGES:
            lines = Sentences([own for own in self.own.links if own.change == name], self._link)
            if lines:
                yield self.tr(SUBHEADINGS[name]), lines

    def _records(self) -> Iterator[tuple[str, Sequence[str]]]:
        for name in ("appeared", "vanished"):
            counted = [(own, getattr(own, name)) for own in self.own.records]
            lines = [self._record(own, name, number) for own, number in counted if number]
            if lines:
                yield self.tr(SUBHEADINGS[name]), lines

    def _states(self) -> Iterator[tuple[str, Sequence[str]]]:
        for state, heading in STATES.items():
            lines = Sentences([own for own in self.own.held if own.held == state], self._state)
            if lines:
                yield self.tr(heading), lines

    # Sentences

    def sentence(self, own: Change) -> str:
        """One change, said under the subheading of its kind of change."""
        if own.change in ("appeared", "vanished"):
            text = N_("“{title}”") if own.kind in SECTIONS else N_("{kind} “{title}”")
            return self.tr(text, kind=self.tr(KINDS[own.kind].label), title=own.title or own.id)
        if own.change == "renamed":
            return self.tr(
                "“{before}” is called “{after}” now.", before=own.before or own.id, after=own.after or own.id
            )
        if own.figure == "order":
            return self.tr("“{title}”: stages and touchpoints come in another order.", title=own.title or own.id)
        return self._was_and_is(own)

    def _was_and_is(self, own: Change) -> str:
        field = _field(own)
        return self.tr(
            _pattern(own, field),
            figure=self.tr(LABELS.get(own.figure or "") or (field.label if field else str(own.figure))),
            title=self._title(own),
            persona=self._name(own.persona or ""),
            before=self._value(self.old, own, field, own.before),
            after=self._value(self.new, own, field, own.after),
        )

    def _title(self, own: Change) -> str:
        return self.tr(_PAIRS[own.id]) if own.kind == "care" and own.id in _PAIRS else own.title or own.id

    def _value(self, board: Board, own: Change, field: Field | None, value: Any) -> str:
        if value is None:
            return self.tr("nothing")
        if own.figure == "owner_closeness":
            return self.tr(_WARMTH.get(str(value), str(value)))
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if isinstance(value, int | float):
            return self.tr.number(value, 2)
        if field is not None and field.type is FieldType.CHOICE:
            return self.tr(next((one.label for one in field.choices if one.value == value), str(value)))
        if field is not None and field.type is FieldType.REFERENCE:
            return _named(board, value)
        if field is not None and field.type is FieldType.REFERENCES and isinstance(value, list):
            return ", ".join(_named(board, own) for own in value) or self.tr("nothing")
        if field is not None and field.type is FieldType.DATE:
            return self.tr.date(str(value))
        return self.tr("“{title}”", title=" ".join(str(value).split()))

    def _link(self, own: LinkChange) -> str:
        verb = self.tr(VERBS[own.verb].label) if own.verb in VERBS else own.verb
        source, target = self._name(own.source), self._name(own.target)
        return self.tr("“{source}” {verb} “{target}”", source=source, verb=verb, target=target)

    def _record(self, own: RecordChange, change: str, number: int) -> str:
        return self.tr.plural(*_RECORDS[own.table, change], number)

    def _state(self, own: State) -> str:
        title = own.title or own.id
        if own.before is None or own.before == own.held:
            return self.tr("“{title}”", title=title)
        return self.tr("“{title}”; in the cycle before: {state}", title=title, state=self.tr(_LOWER[own.before]))

    def _name(self, card_id: str) -> str:
        card = self.new.find(card_id)
        return card.title or card.id if card else card_id

    def _cycle(self, own: Cycle) -> str:
        values = {"title": own.title, "cycle": own.cycle or 1, "date": self.tr.date(own.date)}
        return self.tr(_DATED if own.date else _UNDATED, **values)


def _pattern(own: Change, field: Field | None) -> str:
    """The sentence that fits: of a journey for a persona, of the workshop itself, of a text too long to be quoted."""
    long = (field is not None and field.type is FieldType.LONG_TEXT) or _is_long(own.before) or _is_long(own.after)
    if own.kind == WORKSHOP and own.figure == LANES_FIELD:
        return N_("The lanes of the wall are arranged differently.")
    if own.kind == WORKSHOP:
        return N_("{figure}: written anew.") if long else N_("{figure}: {before} before, {after} now.")
    if own.persona is not None:
        return N_("{figure}, “{title}” for “{persona}”: {before} before, {after} now.")
    return (
        N_("{figure}, “{title}”: written anew.") if long else N_("{figure}, “{title}”: {before} before, {after} now.")
    )


def _named(board: Board, card_id: object) -> str:
    found = board.find(str(card_id))
    return found.title or found.id if found else str(card_id)


def _is_long(value: Any) -> bool:
    return not (value is None or isinstance(value, int | float)) and len(str(value)) > _LONGEST


def _field(own: Change) -> Field | None:
    fields: Sequence[Field] = WORKSHOP_FIELDS if own.kind == WORKSHOP else ()
    if own.kind in KINDS:
        fields = KINDS[own.kind].all_fields
    return next((field for field in fields if field.name == own.figure), None)
