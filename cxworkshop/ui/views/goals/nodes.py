"""The goals as a tree: objectives, their key results, their KPIs, and what hangs on no objective. Knows no widget."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cxworkshop.analysis import goals as grading
from cxworkshop.analysis.scores import by_title, score
from cxworkshop.analysis.series import Reading, every_series
from cxworkshop.model.board import Board
from cxworkshop.model.records import Card
from cxworkshop.ui.speech import tr
from cxworkshop.words import N_

LOOSE = ""  # the id of the root below which stands what hangs on no objective
WORDS = {"green": N_("on track"), "yellow": N_("on the way"), "red": N_("behind")}
SIGNS = {"green": "check", "yellow": "clock", "red": "warning"}
ROLES = {"green": "good", "yellow": "lit", "red": "bad"}
Read = dict[str, list[Reading]]  # the readings of every KPI, by its id
_TIES = {"objective": "addresses", "kpi": "measures"}


@dataclass(frozen=True)
class Node:
    """One line of the tree. `grade` is 0…1 or None; `figures` says its numbers, `tied` what it is for."""

    id: str
    kind: str
    title: str
    grade: float | None
    figures: str
    tied: str
    children: tuple[Node, ...] = ()


def tree(board: Board, today: datetime.date) -> tuple[Node, ...]:
    """All goals, with readings up to a day; what hangs on no objective stands under one root at the end."""
    grades = {own.id: own.grade for own in grading.objectives(board)}
    read = every_series(board, today)
    objectives = sorted(board.of_kind("objective"), key=by_title)
    roots = [_objective(board, own, grades.get(own.id), read) for own in objectives]
    results = [own for own in board.of_kind("key_result") if not board.targets(own.id, "advances")]
    kpis = [own for own in board.of_kind("kpi") if not board.targets(own.id, "tracks")]
    loose = [_result(board, own, read) for own in sorted(results, key=by_title)]
    loose += [_kpi(board, own, read.get(own.id, [])) for own in sorted(kpis, key=by_title)]
    if loose:
        roots.append(Node(LOOSE, "", tr("On no objective yet"), None, "", "", tuple(loose)))
    return tuple(roots)


def grade_text(grade: float | None) -> str:
    """A grade in words: "0.75, on track"; colour is never the only signal."""
    colour = grading.colour(grade)
    if colour is None:
        return tr("not graded")
    return tr("{grade}, {word}", grade=tr.number(grade, 2), word=tr(WORDS[colour]))


def _objective(board: Board, card: Card, grade: float | None, read: Read) -> Node:
    results = [own for own in board.sources(card.id, "advances") if own.kind == "key_result"]
    figures = tr.plural("{n} key result", "{n} key results", len(results)) if results else tr("no key result yet")
    children = tuple(_result(board, own, read) for own in sorted(results, key=by_title))
    return Node(card.id, "objective", _title(card), grade, figures, _tied(board, card), children)


def _result(board: Board, card: Card, read: Read) -> Node:
    kpis = sorted((own for own in board.sources(card.id, "tracks") if own.kind == "kpi"), key=by_title)
    children = tuple(_kpi(board, own, read.get(own.id, [])) for own in kpis)
    tied = tr("by {date}", date=tr.date(str(card.get("due")))) if card.get("due") else ""
    return Node(card.id, "key_result", _title(card), grading.grade(card), figures_of(card), tied, children)


def figures_of(card: Card) -> str:
    """The way of a key result: from its start over where it is to its target."""
    start, current, target = (tr.number(score(card, name), 2) for name in ("start", "current", "target"))
    if score(card, "start") is None and score(card, "target") is None:
        return tr("no figures yet")
    return tr("{start} → {current} → {target}", start=start, current=current, target=target)


def _kpi(board: Board, card: Card, own: list[Reading]) -> Node:
    unit = str(card.get("unit") or "")
    target = score(card, "target")
    if not own:
        figures = tr("no reading yet")
    elif target is None:
        figures = tr("{value} {unit}", value=tr.number(own[-1].value, 2), unit=unit).strip()
    else:
        figures = _way(card, own[-1].value, target, unit)
    return Node(card.id, "kpi", _title(card), None, figures, _tied(board, card))


def _way(card: Card, newest: float, target: float, unit: str) -> str:
    """As of a key result: baseline (where there is one), newest reading, target; a KPI may be to fall."""
    baseline, now, wanted = score(card, "baseline"), tr.number(newest, 2), tr.number(target, 2)
    if baseline is None:
        return tr("{current} → {target} {unit}", current=now, target=wanted, unit=unit).strip()
    return tr(
        "{start} → {current} → {target} {unit}", start=tr.number(baseline, 2), current=now, target=wanted, unit=unit
    ).strip()


def _tied(board: Board, card: Card) -> str:
    return ", ".join(_title(own) for own in sorted(board.targets(card.id, _TIES[card.kind]), key=by_title))


def _title(card: Card) -> str:
    return card.title or tr("(no title)")
