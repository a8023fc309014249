"""What the analysis says about a board, worked out once for one export: map, closeness, owners, guests."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.analysis.backward_map import BackwardMap, backward_map
from cxworkshop.analysis.closeness import Closeness, closeness_by_role
from cxworkshop.analysis.guests import guests
from cxworkshop.analysis.opportunity import Opportunity
from cxworkshop.analysis.paths import Trace
from cxworkshop.analysis.votes import votes
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card

MONTH_FROM = 60  # days; from here on people count in months


@dataclass(frozen=True)
class Findings:
    """The board, the day that counts as today, and what follows from both."""

    board: Board
    today: datetime.date

    @cached_property
    def map(self) -> BackwardMap:
        return backward_map(self.board, self.today)

    @cached_property
    def closeness(self) -> dict[str, Closeness]:
        """The closeness of every role."""
        return closeness_by_role(self.board, self.today)

    @cached_property
    def opportunity(self) -> dict[str, Opportunity]:
        """The opportunity of every need, ranked."""
        return {own.id: own for own in self.map.opportunities}

    @cached_property
    def votes(self) -> dict[str, float]:
        """The points given to each card that got any, over all rounds."""
        return votes(self.board)

    def owner(self, process: str) -> Card | None:
        """The role that owns a process (the first by title), or None."""
        return self.board.find(next(iter(self.map.owners.get(process, ())), None))

    def owner_closeness(self, process: str) -> Closeness | None:
        """The closeness of the role that owns a process; None where nobody owns it."""
        owner = self.owner(process)
        return self.closeness.get(owner.id) if owner else None

    def warmth(self, process: str) -> str:
        """ "close", "fading" or "stranger" of the owner of a process, "" where nobody owns it."""
        own = self.owner_closeness(process)
        return own.closeness if own else ""

    def is_run_by_strangers(self, process: str) -> bool:
        """Whether the owner of a process has never met a customer (False where nobody owns it)."""
        return self.warmth(process) == "stranger"

    @cached_property
    def top_need(self) -> Trace | None:
        """What lies behind the scored need with the largest opportunity that any process serves; None without one."""
        for own in self.map.opportunities:
            if own.scored:
                found = self.map.behind(own.id)
                if found.processes:
                    return found
        return None

    def guests(self, journey: str | None) -> set[str]:
        """The values and processes of other journeys that needs of this one rest on."""
        return guests(self.board, self.map, journey)


def since(own: Closeness | None, tr: Translator) -> str:
    """How long ago the last direct contact was: "2 days", "7 months", "never"; "" where nobody can say."""
    if own is None:
        return ""
    days = own.days_since_direct
    if days is None:
        return tr("never") if own.closeness == "stranger" else ""
    if days == 0:
        return tr("today")
    if days < MONTH_FROM:
        return tr.plural("{n} day", "{n} days", days)
    return tr.plural("{n} month", "{n} months", round(days / 30.44))
