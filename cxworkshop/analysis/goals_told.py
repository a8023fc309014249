"""How far the objectives are, in a sentence. Grades nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxworkshop.analysis.goals import ObjectiveGrade

if TYPE_CHECKING:
    from cxworkshop.i18n import Translator


def told_goals(graded: Sequence[ObjectiveGrade], tr: Translator) -> str:
    """The worst first: how many are behind, else how many are on track."""
    if not graded:
        return tr("Where do we want to be? There is no objective yet.")
    behind = sum(own.colour == "red" for own in graded)
    if behind:
        return tr.plural(
            "{n} of {all} objectives is behind", "{n} of {all} objectives are behind", behind, all=len(graded)
        )
    if all(own.grade is None for own in graded):
        return tr.plural(
            "{n} objective, not graded yet: its key results need start, current and target",
            "{n} objectives, not graded yet: their key results need start, current and target",
            len(graded),
        )
    done = sum(own.colour == "green" for own in graded)
    if not done:
        return tr.plural("{n} objective, not on track yet", "None of {n} objectives is on track yet", len(graded))
    return tr.plural(
        "{n} of {all} objectives is on track", "{n} of {all} objectives are on track", done, all=len(graded)
    )
