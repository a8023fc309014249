"""The nine steps of the method: name, what the shared screen says, and the question to the room. Words only."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.words import N_


@dataclass(frozen=True)
class Step:
    """One step: `name` for the bar of steps, `title` and `question` for the shared screen. English texts, marked."""

    number: int
    name: str
    title: str
    question: str


STEPS: tuple[Step, ...] = (
    Step(1, N_("Customers"), N_("Whom we do this for"), N_("Which customers do we want to attract and keep?")),
    Step(2, N_("Personas"), N_("Who our customers are"), N_("Who walks this way, and what do they want?")),
    Step(3, N_("Touchpoints"), N_("Where we meet"), N_("Where do we meet the customer, and not only at the till?")),
    Step(4, N_("Problems and needs"), N_("What gets in the way, and what matters"), N_("What do people need here?")),
    Step(5, N_("Value"), N_("What we create for each need"), N_("What do we create that meets the need?")),
    Step(
        6,
        N_("Processes"),
        N_("From the need back to the processes"),
        N_("What has to happen inside so that the customer gets this?"),
    ),
    Step(
        7, N_("Where best"), N_("Where it is best to begin"), N_("Which event matters most, and where are we weakest?")
    ),
    Step(8, N_("Improvements"), N_("What we change"), N_("What do we change, and what keeps it from sliding back?")),
    Step(9, N_("Goals"), N_("Where we want to be"), N_("By what shall we see that it has become better?")),
)


def step(number: int) -> Step:
    """The step of that number, 1 to 9."""
    return STEPS[number - 1]
