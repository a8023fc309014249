"""The words of the care test: dimensions, sides, questions, and what it says in a sentence. Computes nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.analysis.care import Care
from cxworkshop.analysis.care_mirror import Weakest
from cxworkshop.words import N_

if TYPE_CHECKING:
    from cxworkshop.i18n import Translator

PAIR_NAMES = {
    "external/internal": N_("Customers and employees"),
    "vip/small": N_("Large and small customers"),
    "hours/off_hours": N_("Working hours and off hours"),
}
SIDE_NAMES = {
    "external": N_("Customers"),
    "internal": N_("Employees"),
    "vip": N_("Large customers"),
    "small": N_("Small customers"),
    "hours": N_("In working hours"),
    "off_hours": N_("Off hours"),
}
SIDE_NOTES = {
    "external": N_("those who buy from us"),
    "internal": N_("as customers of our portals, HR, IT and one another"),
    "vip": N_("the large and the important ones"),
    "small": N_("the small and the chance ones"),
    "hours": N_("customers who come while everybody is there"),
    "off_hours": N_("customers who come in the evening, at weekends, in the lunch break"),
}
DIMENSION_NAMES = {
    "reliability": N_("reliability"),
    "responsiveness": N_("responsiveness"),
    "assurance": N_("assurance"),
    "empathy": N_("empathy"),
    "tangibles": N_("tangibles"),
}
QUESTIONS = {
    "reliability": N_("Do they get what was promised, right the first time and when it was promised?"),
    "responsiveness": N_("Does somebody answer soon and help at once?"),
    "assurance": N_("Do they meet people who know their trade and may decide?"),
    "empathy": N_("Does anybody see a person in them, and not a number in a queue?"),
    "tangibles": N_("Are rooms, screens, forms and papers clear and well kept?"),
}
_WORST = {
    "external": N_("Customers are treated worst in {dimension}: {low} against {high} for employees"),
    "internal": N_("Employees are treated worst in {dimension}: {low} against {high} for customers"),
    "vip": N_("Large customers are treated worst in {dimension}: {low} against {high} for small ones"),
    "small": N_("Small customers are treated worst in {dimension}: {low} against {high} for large ones"),
    "hours": N_("In working hours, customers are treated worst in {dimension}: {low} against {high} off hours"),
    "off_hours": N_("Off hours, customers are treated worst in {dimension}: {low} against {high} in working hours"),
}
HIGHEST = 10  # of the scale, which begins at 0


def told_weakest(own: Weakest, tr: Translator) -> str:
    """Where a pair fails worst, in a sentence."""
    values = {"low": tr.number(own.low), "high": tr.number(own.high)}
    return tr(_WORST[own.side], dimension=tr(DIMENSION_NAMES[own.dimension]), **values)


def told_figures(own: Care, tr: Translator) -> str:
    """Gap, index and on how many scores they rest."""
    if own.gap is None:
        return tr.plural(
            "{n} score so far: both sides are needed", "{n} scores so far: both sides are needed", own.answers
        )
    return tr(
        "Care gap {gap} · care index {index} · n = {n}",
        gap=signed(own.gap, tr),
        index=tr.number(own.index, 2),
        n=own.answers,
    )


def signed(value: float, tr: Translator) -> str:
    """A number with its sign, "+3.2"; nothing before 0."""
    text = tr.number(value)
    return f"+{text}" if value > 0 and text != "0" else text
