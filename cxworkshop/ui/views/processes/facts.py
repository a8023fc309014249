"""What the views of step 6 say of needs and processes: figures with their formula, n and basis. Knows no pixels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from cxworkshop.analysis import blind_spot, closeness, critical_few, influence, opportunity
from cxworkshop.analysis.backward_map import FORMULA as DISTANCE
from cxworkshop.analysis.backward_map import BackwardMap
from cxworkshop.analysis.closeness import Closeness, closeness_by_role
from cxworkshop.analysis.opportunity import Opportunity
from cxworkshop.analysis.scores import by_title
from cxworkshop.exchange.drawing.findings import since
from cxworkshop.model.records import Card
from cxworkshop.ui.bridge import Room
from cxworkshop.ui.speech import tr


class Facts:
    """The board and its map at one moment, as the views ask for them."""

    def __init__(self, room: Room) -> None:
        self.board = room.board
        self.map: BackwardMap = room.map()
        self._today = room.today()
        self._told_of: dict[str, tuple[str, str]] = {}
        self._coldest: dict[str, Card | None] = {}

    @cached_property
    def closeness(self) -> dict[str, Closeness]:
        return closeness_by_role(self.board, self._today)

    @cached_property
    def opportunities(self) -> dict[str, Opportunity]:
        return {own.id: own for own in self.map.opportunities}

    def title(self, card_id: str) -> str:
        """The title of a card on one line; a word for none."""
        return " ".join(self.board.card(card_id).title.split()) or tr("(no title)")

    def owner(self, process: str) -> Card | None:
        return self.board.find(next(iter(self.map.owners.get(process, ())), None))

    def warmth(self, process: str) -> str:
        """ "close", "fading" or "stranger" of who owns a process, "" where nobody does."""
        owner = self.owner(process)
        own = self.closeness.get(owner.id) if owner else None
        return own.closeness if own else ""

    def coldest(self, process: str) -> Card | None:
        """Whoever of those who own it or set its standard met customers least: the one a blind spot is counted by."""
        if process not in self._coldest:
            self._coldest[process] = self._find_coldest(process)
        return self._coldest[process]

    def _find_coldest(self, process: str) -> Card | None:
        deciding = [self.board.card(role) for role in self.map.owners.get(process, ())]
        deciding += self._setters(process)
        own = [role for role in deciding if role.id in self.closeness]
        return min(own, key=lambda role: (self.closeness[role.id].direct_hours, self._warmth_of(role)), default=None)

    def _warmth_of(self, role: Card) -> int:
        return ("stranger", "fading", "close").index(self.closeness[role.id].closeness)

    def hours(self, process: str) -> float:
        """Direct hours in 42 days of the coldest who owns or sets it; 0 without anybody."""
        return (self.map.hours or {}).get(process, 0.0)

    # Lines under a title

    def meta(self, card_id: str) -> tuple[str, str]:
        """What stands under the title, and its end that must not be cut: a need’s opportunity, a process’s owner and
        how long ago they met a customer."""
        kind = self.board.card(card_id).kind
        if kind == "need":
            own = self.opportunities[card_id]
            return (tr("opportunity {n}", n=tr.number(own.value)) if own.scored else tr("not scored yet")), ""
        if kind != "process":
            return "", ""
        owner = next(iter(self.map.owners.get(card_id, ())), "")
        if owner not in self._told_of:
            self._told_of[owner] = self._of_owner(owner)
        return self._told_of[owner]

    def _of_owner(self, owner: str) -> tuple[str, str]:
        """What boxes say of an owner, once for all their processes."""
        if not owner:
            return tr("nobody owns it"), ""
        ago = since(self.closeness.get(owner), tr.translator)
        return self.title(owner), f" · {ago}" if ago else ""

    # Hover

    def tip(self, card_id: str) -> str:
        """Title, figures, formula and basis of a card, as lines of plain text."""
        kind = self.board.card(card_id).kind
        if kind == "need":
            return self._tip_of_need(card_id)
        return self.tip_of_process(card_id) if kind == "process" else self._tip_of_value(card_id)

    def _tip_of_need(self, need: str) -> str:
        own = self.opportunities[need]
        figures = tr(
            "opportunity {value}: importance {importance}, satisfaction {satisfaction}",
            value=tr.number(own.value),
            importance=tr.number(own.importance),
            satisfaction=tr.number(own.satisfaction),
        )
        behind = len(self.map.behind(need).processes)
        rests = tr.plural("rests on {n} process", "rests on {n} processes", behind)
        return _lines(self.title(need), figures, rests, basis_of(own), tr(opportunity.FORMULA), _source(opportunity))

    def _tip_of_value(self, value: str) -> str:
        needs = sum(value in values for values in self.map.graph.values_of.values())
        return _lines(self.title(value), tr.plural("meets {n} need", "meets {n} needs", needs))

    def about(self, process: str) -> list[str]:
        """Who owns a process and who sets its standard, on what system it runs, whether it serves the inside."""
        card, owners = self.board.card(process), self.map.owners.get(process, ())
        said = [tr("owner: {title}", title=self.title(owner)) for owner in owners] or [tr("nobody owns it")]
        said += [tr("its standard is set by “{role}”", role=self.title(role.id)) for role in self._setters(process)]
        if system := str(card.get("system") or "").strip():
            said.append(tr("system: {system}", system=" ".join(system.split())))
        return [*said, tr("internal service")] if card.get("internal") else said

    def _setters(self, process: str) -> list[Card]:
        return sorted(self.board.sources(process, "sets"), key=by_title)

    def tip_of_process(self, process: str) -> str:
        own = self.map.figures(process)
        figures = tr(
            "influence {influence}, blind spot {blind}",
            influence=tr.number(own.influence, 2),
            blind=tr.number(own.blind_spot, 2),
        )
        many = tr.plural("{n} need rests on it", "{n} needs rest on it", len(own.needs))
        return _lines(
            self.title(process),
            figures,
            f"{many} ({self.bases(own.needs)})" if own.needs else many,
            "".join(self.meta(process)),
            *self.about(process)[max(len(self.map.owners.get(process, ())), 1) :],
            tr(influence.FORMULA),
            tr(blind_spot.FORMULA),
            _source(blind_spot),
        )

    def tip_of_blind_spot(self, process: str) -> str:
        hours = tr("direct hours in 42 days: {hours}", hours=tr.number(self.hours(process)))
        coldest, owner = self.coldest(process), self.owner(process)
        whose = ""
        if coldest is not None and coldest != owner:
            whose = tr("“{title}” decides too, and meets customers least", title=self.title(coldest.id))
        return _lines(self.tip_of_process(process), hours, whose, tr(closeness.FORMULA), _source(closeness))

    def tip_of_share(self, process: str, need: str) -> str:
        """How a need’s part in the influence of a process comes about."""
        own = self.opportunities[need]
        distance = self.map.rests_on(process)[need]
        worked = tr(
            "{opportunity} / 20 × 0.5^({distance} − 1) = {part}",
            opportunity=tr.number(own.value),
            distance=distance,
            part=small(self.part(process, need)),
        )
        return _lines(self.title(need), worked, basis_of(own), tr(influence.FORMULA), tr(DISTANCE))

    def part(self, process: str, need: str) -> float:
        """What a need adds to the influence of a process."""
        distance = self.map.rests_on(process)[need]
        return self.opportunities[need].value / opportunity.LARGEST * 0.5 ** (distance - 1)

    def bases(self, needs: Iterable[str]) -> str:
        """How many of these needs were scored by whom: room and customers apart."""
        counted = Counter(
            None if not self.opportunities[need].scored else self.opportunities[need].basis or "unstated"
            for need in needs
        )
        said = {
            "customers": tr("customer data: {n}", n=counted["customers"]),
            "room": tr("room estimate: {n}", n=counted["room"]),
            "unstated": tr("basis not stated: {n}", n=counted["unstated"]),
            None: tr("not scored: {n}", n=counted[None]),
        }
        return ", ".join(text for basis, text in said.items() if counted[basis])

    def tip_of_critical_few(self) -> str:
        return _lines(tr(critical_few.FORMULA), _source(critical_few))


def small(value: float) -> str:
    """A number with as many digits as it takes not to look like nothing."""
    return tr.number(value, 2 if value >= 0.01 else 4)


def basis_of(own: Opportunity) -> str:
    """What the scores of a need rest on, with the number of people asked."""
    if not own.scored:
        return tr("not scored yet: importance counts as 5")
    if own.basis == "customers":
        return tr("customer data, n = {n}", n=own.sample) if own.sample else tr("customer data")
    if own.basis == "room":
        return tr("room estimate, n = {n}", n=own.sample) if own.sample else tr("room estimate")
    return tr("basis not stated")


def _source(module: object) -> str:
    return tr("Source: {source}", source=tr(str(getattr(module, "SOURCE"))))  # noqa: B009 (a module is no object to mypy)


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
