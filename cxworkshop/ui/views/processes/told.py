"""The sentences on top of the views of step 6. Whole sentences only; knows no pixels."""

from __future__ import annotations

from cxworkshop.analysis.opportunity import LARGEST
from cxworkshop.ui.speech import tr
from cxworkshop.ui.views.processes.chain import BOTH, FIRST, SECOND, Chain
from cxworkshop.ui.views.processes.facts import Facts


def of_map(facts: Facts, chain: Chain, process: str | None = None) -> str:
    """What the map says first: of a process that is selected, of two needs, of one, or of all."""
    if process is not None:
        return _of_process(facts, process)
    if len(chain.chosen) == 2:
        return _of_two(chain)
    if chain.chosen:
        return _of_need(facts, chain)
    return _of_all(facts, chain)


def _of_process(facts: Facts, process: str) -> str:
    many = len(facts.map.needs_of(process))
    title = facts.title(process)
    if not many:
        return tr("No need rests on “{title}” yet.", title=title)
    return tr.plural("{n} need rests on “{title}”.", "{n} needs rest on “{title}”.", many, title=title)


def _of_two(chain: Chain) -> str:
    shared, first, second = (len(chain.processes(share)) for share in (BOTH, FIRST, SECOND))
    if not shared:
        return tr("The two needs share no process: only A has {a}, only B has {b}.", a=first, b=second)
    return tr.plural(
        "Both needs rest on {n} process; only A on {a} more, only B on {b} more.",
        "Both needs rest on {n} processes; only A on {a} more, only B on {b} more.",
        shared,
        a=first,
        b=second,
    )


def _of_need(facts: Facts, chain: Chain) -> str:
    behind = facts.map.behind(chain.chosen[0])
    if not behind.values:
        return tr("Nothing meets “{title}” yet: link a value to it.", title=facts.title(chain.chosen[0]))
    if not behind.processes:
        return tr("No process creates what “{title}” needs yet.", title=facts.title(chain.chosen[0]))
    return tr.plural(
        "“{title}” rests on {n} process, {k} of them indirectly.",
        "“{title}” rests on {n} processes, {k} of them indirectly.",
        len(behind.processes),
        title=facts.title(chain.chosen[0]),
        k=len(behind.indirect),
    )


def _of_all(facts: Facts, chain: Chain) -> str:
    if not chain.layers:
        return tr("What do your customers’ needs rest on?")
    made = facts.map
    reached = {process: needs.bit_count() for process, needs in made.distances.reached.items()}
    most = max(reached.values(), default=0)
    if not most:
        return tr("No process serves a need yet.")
    equals = (process for process, many in reached.items() if many == most)  # influences cost more than counts
    best = min(equals, key=lambda own: (-made.influence_of(own), *made.graph.place(own)))
    return tr.plural(
        "No process carries more than “{title}”: {n} need rests on it.",
        "No process carries more than “{title}”: {n} needs rest on it.",
        most,
        title=facts.title(best),
    )


def lead_of_map(facts: Facts, chain: Chain) -> str:
    """The sentence below it: what to do, or what else is worth knowing."""
    if not chain.layers:
        return tr(
            "Write needs on the wall (step 4) and say which value meets them; then link the processes that create the"
            " value and what those depend on. The map draws itself."
        )
    if not facts.map.graph.processes:
        return tr("Add processes on the wall, link them to the values they create: they fall into their layer here.")
    if len(chain.chosen) == 2:
        return tr(
            "A: “{first}”. B: “{second}”.",
            first=facts.title(chain.chosen[0]),
            second=facts.title(chain.chosen[1]),
        )
    said = []
    idle = len(facts.map.orphans.processes_without_need)
    if idle and not chain.chosen:
        said.append(tr.plural("{n} process serves no need.", "{n} processes serve no need.", idle))
    loops = len(facts.map.loops)
    if loops and not chain.chosen:
        said.append(tr.plural("{n} circle was found.", "{n} circles were found.", loops))
    said.append(tr("Press a box to light up what it carries; press it twice to see it on the wall."))
    return " ".join(said)


def of_influence(facts: Facts) -> str:
    """The headline of the ranking."""
    few = [process for process in facts.map.critical_few if process in facts.map.influence]
    if not few:
        return tr("No process has influence yet.")
    if len(few) == 1:
        return tr(
            "Begin with “{title}”: it alone touches every top need that is served at all.", title=facts.title(few[0])
        )
    return tr.plural(
        "{n} process touches every top need that is served at all; begin with “{title}”.",
        "{n} processes together touch every top need that is served at all; begin with “{title}”.",
        len(few),
        title=facts.title(few[0]),
    )


def lead_of_influence(facts: Facts) -> str:
    if not facts.map.influence:
        return tr(
            "Influence says how much of what customers miss rests on a process. Link needs, values and processes on the"
            " wall, and give the needs importance and satisfaction."
        )
    return tr(
        "Each need adds its opportunity out of {largest}, halved with every step. ◆ marks the critical few.",
        largest=LARGEST,
    )


def of_blind_spots(facts: Facts, cold: list[str]) -> str:
    """The headline of the chart; `cold` are the processes of the corner, the largest blind spot first."""
    if not facts.map.influence:
        return tr("No process has influence yet, so there is no blind spot to see.")
    if not cold:
        return tr("What matters most is decided by people who know the customer.")
    return tr.plural(
        "{n} influential process is decided far from customers; first of all “{title}”.",
        "{n} influential processes are decided far from customers; first of all “{title}”.",
        len(cold),
        title=facts.title(cold[0]),
    )


def lead_of_blind_spots(facts: Facts) -> str:
    if not facts.map.influence:
        return tr(
            "Link processes to values and needs on the wall, give each an owner, and write down who met a customer and"
            " when: cold and influential processes then show here."
        )
    return tr("Cold is below two hours face to face with customers in six weeks.")
