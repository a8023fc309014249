"""The views beside the wall, one line each: a page for each step of the method, and those beside the path.

A new view is one line in VIEWS; the bar above the wall, the menus, the command palette and the tests read it.
"""

from __future__ import annotations

from cxworkshop.ui.views.view import View
from cxworkshop.words import N_

WALL = "wall"

VIEWS: tuple[View, ...] = (
    View("customers", N_("Customers"), "spotlight", (1,), "customers.page:CustomersPage"),
    View("personas", N_("Personas"), "persona", (2,), "personas.page:PersonasPage"),
    View("touchpoints", N_("Touchpoints"), "touchpoint", (3,), "touchpoints.page:TouchpointsPage"),
    View("needs", N_("Problems and needs"), "need", (4,), "needs.page:NeedsPage"),
    View("value", N_("Value"), "value", (5,), "value.page:ValuePage"),
    View("map", N_("Map"), "map", (6,), "processes.map_page:MapPage"),
    View("influence", N_("Influence"), "process", (6,), "processes.influence_page:InfluencePage"),
    View("blind-spots", N_("Blind spots"), "blind_spot", (6,), "processes.blind_page:BlindSpotsPage"),
    View("closeness", N_("Closeness"), "clock", (6,), "closeness.closeness_page:ClosenessPage"),
    View("curves", N_("Curves"), "journey", (7,), "weighing.curves_page:CurvesPage"),
    View("landscape", N_("Landscape"), "scatter", (7,), "weighing.landscape_page:LandscapePage"),
    View("matrix", N_("Value and effort"), "improvement", (7,), "weighing.matrix_page:MatrixPage"),
    View("pains", N_("Pains"), "problem", (7,), "weighing.pains_page:PainsPage"),
    View("votes", N_("Votes"), "votes", (7,), "weighing.votes_page:VotesPage"),
    View("improvements", N_("Improvements"), "improvement", (8,), "improvements.page:ImprovementsPage"),
    View("goals", N_("Goals"), "objective", (9,), "goals.page:GoalsPage"),
    View("strategy", N_("Strategy"), "link", (9,), "goals.strategy_page:StrategyPage"),
    View("meetings", N_("Meetings"), "meeting", (), "closeness.meetings_page:MeetingsPage"),
    View("care", N_("Care test"), "care", (), "care.page:CarePage"),
    View("held", N_("What held"), "held", (), "cycle.page:HeldPage"),
)
BY_ID: dict[str, View] = {view.id: view for view in VIEWS}

# The steps at which a press on the step turns to its first view; at the others the room works on the wall.
STEPS_WITH_OWN_VIEW = (1, 2, 7, 8, 9)


def views_of(step: int) -> tuple[View, ...]:
    """The views of a step of the method, 1 to 9."""
    return tuple(view for view in VIEWS if step in view.steps)
