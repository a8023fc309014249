"""What the room voted for: the points of each card as bars, round by round, and how many people gave them."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxworkshop.analysis.scores import score
from cxworkshop.analysis.weighing_told import of_votes
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.needs import draw_formula
from cxworkshop.exchange.pdf_report.table import Cell, Column, draw_table
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.model.cards import KINDS
from cxworkshop.words import N_

MOST_ROUNDS = 5  # with a column of their own, the newest; more would leave no room for titles
ROOM = "room"  # the voter of dots that the facilitator entered for everybody
FORMULA = N_("Points of a card = Σ points of its votes; share = points of the card / points of all cards")
SOURCE = N_("dot voting; every vote counts as it was given, rounds are added up")


@dataclass
class Ballot:
    """What one card got: `points` by round, and who voted for it (codes; the room as a whole is one voter)."""

    card: str
    points: dict[str, float] = field(default_factory=dict)
    voters: set[str] = field(default_factory=set)

    @property
    def total(self) -> float:
        return sum(self.points.values())


def ballots(board: Board) -> list[Ballot]:
    """The cards that got votes, most points first, ties by title, then id."""
    found: dict[str, Ballot] = {}
    for vote in board.records("vote"):
        points, card = score(vote, "points"), board.find(vote.get("card"))
        if points is not None and card is not None:
            own = found.setdefault(card.id, Ballot(card.id))
            in_round = str(vote.get("round", "1"))
            own.points[in_round] = own.points.get(in_round, 0) + points
            own.voters.add(str(vote.get("voter", "")))
    return sorted(found.values(), key=lambda own: (-own.total, board.card(own.card).title, own.card))


def draw(chapter: Chapter) -> None:
    """A table with bars and a total; nothing where nobody voted."""
    sheet, tr = chapter.sheet, chapter.tr
    found = ballots(chapter.board)
    if not found:
        return
    rounds = list(dict.fromkeys(str(vote.get("round", "1")) for vote in chapter.board.records("vote")))
    shown = rounds[-MOST_ROUNDS:] if len(rounds) > 1 else []
    headline = of_votes({own.card: own.total for own in found}, chapter.board, tr)
    sheet.page(headline, _lead(found, tr, len(rounds)), tr("Votes"))
    columns = [
        Column(tr("Card"), 40 - 3 * len(shown)),
        Column(tr("Kind"), 12),
        Column(tr("Points"), 26),
        *(Column(tr("Round {name}", name=name[:20]), 8, "end") for name in shown),
        Column(tr("Share"), 9, "end"),
        Column(tr("Who voted, n"), 11, "end"),
    ]
    rows = [_row(chapter, own, found, shown) for own in found]
    draw_table(sheet, columns, [*rows, _total(chapter, found, shown)])
    draw_formula(chapter, FORMULA, SOURCE)
    basis = tr("Basis: the dots given in the room and by phones; the room as a whole counts as one voter.")
    sheet.paragraph(basis, 8.5, colour=colours.PALE_GREY)


def _lead(found: list[Ballot], tr: Translator, rounds: int) -> str:
    people = set().union(*(own.voters for own in found)) - {ROOM, ""}
    said = [tr.plural("{n} person voted.", "{n} people voted.", len(people)) if people else ""]
    if any(ROOM in own.voters for own in found):
        said.append(tr("Dots of the room as a whole are counted in."))
    if rounds > 1:
        said.append(tr.plural("{n} round of voting.", "{n} rounds of voting.", rounds))
    return " ".join(text for text in said if text)


def _row(chapter: Chapter, own: Ballot, found: list[Ballot], shown: list[str]) -> list[Cell]:
    tr, card = chapter.tr, chapter.card(own.card)
    most = max(max(other.total for other in found), 1)

    def bar(x: float, y: float, width: float) -> None:
        pen = chapter.sheet.pen
        long = width - 34
        pen.rect(x, y - 8.5, long, 11, fill="#F3F4F6", radius=2)
        if own.total > 0:
            pen.rect(x, y - 8.5, max(long * own.total / most, 2), 11, fill=KINDS[card.kind].colour, radius=2)
        pen.text(x + width - 4, y, tr.number(own.total), 10, colours.INK, "bold", "end")

    return [
        Cell(title_of(card, tr), "medium"),
        Cell(tr(KINDS[card.kind].label), colour=colours.GREY),
        Cell(draw=bar),
        *(Cell(tr.number(own.points.get(name))) for name in shown),
        Cell(_share(own.total, found, chapter)),
        Cell(str(len(own.voters))),
    ]


def _total(chapter: Chapter, found: list[Ballot], shown: list[str]) -> list[Cell]:
    tr = chapter.tr
    whole = sum(own.total for own in found)

    def bar(x: float, y: float, width: float) -> None:
        chapter.sheet.pen.text(x + width - 4, y, tr.number(whole), 10, colours.INK, "bold", "end")

    rounds = (sum(own.points.get(name, 0) for own in found) for name in shown)
    voters = len(set().union(*(own.voters for own in found)))
    return [
        Cell(tr("All together"), "semibold"),
        Cell(""),
        Cell(draw=bar),
        *(Cell(tr.number(value), "semibold") for value in rounds),
        Cell(_share(whole, found, chapter), "semibold"),
        Cell(str(voters), "semibold"),
    ]


def _share(points: float, found: list[Ballot], chapter: Chapter) -> str:
    whole = sum(own.total for own in found)
    return chapter.tr("{share} %", share=chapter.tr.number(100 * points / whole, 0)) if whole > 0 else "–"
