"""What is enough at each of the nine steps, counted from the board, and what to do there. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cxworkshop.analysis.gaps import Gap, gaps
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.i18n import Translator


@dataclass(frozen=True)
class Counted:
    """What is counted at a step: `there` of what `label` (a marked English text) names, and how many are `enough`.

    `whole`: enough is all there are, not a number to begin with.
    """

    label: str
    there: int
    enough: int
    whole: bool = False

    @property
    def reached(self) -> bool:
        """Whether there are as many as are enough; of nothing at all there are never enough."""
        return self.there >= max(self.enough, 1)

    def told(self, tr: Translator) -> str:
        """ "Touchpoints: 3 (enough: 5)"; "Questions answered: 1 of 3"; "Needs with an importance: none yet"."""
        label = tr(self.label)
        if self.whole and not self.enough:
            return tr("{label}: none yet", label=label)
        if self.whole:
            return tr("{label}: {part} of {all}", label=label, part=self.there, all=self.enough)
        return tr("{label}: {n} (enough: {least})", label=label, n=self.there, least=self.enough)


@dataclass(frozen=True)
class Enough:
    """Of one step: its `purpose` and what to put on the wall (`todo`), marked English texts.

    Enough is there when the wall holds `least` cards of each kind and as much of what `also` counts as is enough;
    `gaps` are the codes of analysis.gaps that still concern the step then.
    """

    number: int
    purpose: str
    todo: str
    least: Mapping[str, int] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    also: Callable[[Board], Counted] | None = None

    def counted(self, board: Board) -> list[Counted]:
        """What enough means here, each part with the figure of the moment; never empty."""
        found = [Counted(KINDS[kind].plural, board.count(kind), number) for kind, number in self.least.items()]
        return [*found, self.also(board)] if self.also is not None else found

    def reached(self, board: Board) -> bool:
        """Whether the room has put up enough to go on; nobody is kept from going on without it."""
        return all(own.reached for own in self.counted(board))

    def missing(self, board: Board) -> list[Gap]:
        """What of this step is still without an answer."""
        return gaps(board, only=self.gaps) if self.gaps else []


def enough(number: int) -> Enough:
    """What is enough at the step of that number, 1 to 9."""
    return _STEPS[number - 1]


def first_open_step(board: Board) -> int:
    """The step at which a room goes on with this workshop: the first without enough; the processes when all have it."""
    return next((own.number for own in _STEPS if not own.reached(board)), 6)


def _questions_answered(board: Board) -> Counted:
    names = ("attract_and_keep", "matters_most", "be_best")
    return Counted(N_("Questions answered"), sum(bool(board.workshop.get(name)) for name in names), len(names), True)


def _employees(board: Board) -> Counted:
    inside = sum(board.side_of(persona) == "internal" for persona in board.of_kind("persona"))
    return Counted(N_("Employees among them"), inside, 1)


def _needs_scored(board: Board) -> Counted:
    needs = board.of_kind("need")
    scored = sum(need.get("importance") is not None for need in needs)
    return Counted(N_("Needs with an importance"), scored, len(needs), True)


_STEPS: tuple[Enough, ...] = (
    Enough(
        1,
        N_("Fewer customers, served better: everything after this serves the ones named here."),
        N_("Answer the three questions."),
        also=_questions_answered,
    ),
    Enough(
        2,
        N_("A few people everybody in the room can see before them; employees are customers of the inside."),
        N_("Put up two or three personas, at least one of them an employee."),
        least={"persona": 2},
        also=_employees,
    ),
    Enough(
        3,
        N_("All the places where customers meet the company, not only those where it takes money."),
        N_("Put up every touchpoint, stage by stage."),
        least={"touchpoint": 5},
    ),
    Enough(
        4,
        N_("Problems show where it hurts; needs say what for."),
        N_("For each touchpoint: what gets in the way, and the need behind it."),
        least={"problem": 3, "need": 3},
        gaps=("touchpoints_without_need", "problems_blocking_nothing"),
    ),
    Enough(
        5,
        N_("A need without value is a promise nobody keeps; value without a need is work for nobody."),
        N_("Give each need the value that meets it."),
        least={"value": 3},
        gaps=("needs_without_value", "values_without_need"),
    ),
    Enough(
        6,
        N_("From the need backwards, to the last back office; each process with the role that owns it."),
        N_("For each value: which process creates it, and what that process depends on."),
        least={"process": 5, "role": 1},
        gaps=("values_without_process", "processes_without_need", "processes_without_owner"),
    ),
    Enough(
        7,
        N_("Weigh what matters against how well it is met, and vote."),
        N_("Score importance and satisfaction of every need, and the experience at every touchpoint."),
        also=_needs_scored,
    ),
    Enough(
        8,
        N_("A few changes, each with a safeguard that tells when it slips."),
        N_("For the processes that matter most: an improvement and its safeguard."),
        least={"improvement": 2, "safeguard": 1},
        gaps=("improvements_without_safeguard",),
    ),
    Enough(
        9,
        N_("Objectives tied to needs, with key results and KPIs that are measured again and again."),
        N_("One objective for each of the first needs, with a number that shows it."),
        least={"objective": 1, "key_result": 1, "kpi": 1},
        gaps=("objectives_without_kpi",),
    ),
)
