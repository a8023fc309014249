"""The personas, one page each up to a dozen: face, sentence, goals, how firm it is, what belongs to it, worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.analysis import experience, opportunity
from cxworkshop.analysis import pain as pains
from cxworkshop.analysis.aimed import is_aimed_at
from cxworkshop.analysis.experience import JourneyExperience, experiences
from cxworkshop.analysis.persona_sheet import PersonaSheet, persona_order, persona_sheet
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.faces import choice_label, title_of
from cxworkshop.exchange.drawing.text import lines_of, shortened
from cxworkshop.exchange.pdf_report.chapter import Chapter
from cxworkshop.exchange.pdf_report.portrait import draw_portrait
from cxworkshop.exchange.pdf_report.sheet import INNER, LEFT, LOWEST, draw_label
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card

_FACE, _GAP = 150.0, 26.0  # points
_FOOT = 44.0  # points kept for the formulas
_LINE = 12.5
MOST = 12  # sheets; the list of cards has every persona


@dataclass(frozen=True)
class _Entry:
    title: str
    figure: str
    below: str


def draw(chapter: Chapter) -> None:
    """A page for every persona, the external first; of more than `MOST` those most is known of, and that is said."""
    lived = experiences(chapter.board)
    everyone = persona_order(chapter.board)
    sheets = _fullest(chapter, everyone, lived)
    said = ""
    if len(sheets) < len(everyone):
        said = chapter.tr(
            "Shown are the {n} of {all} personas with most linked to them; all stand in the list of cards.",
            n=len(sheets),
            all=len(everyone),
        )
    for number, own in enumerate(sheets):
        mark = chapter.tr("Personas") if number == 0 else ""
        _draw_sheet(chapter, own, mark, "" if number else said)


def _fullest(chapter: Chapter, everyone: Sequence[Card], lived: Sequence[JourneyExperience]) -> list[PersonaSheet]:
    """The sheets with most needs, problems and journeys, in the order of `everyone`."""
    sheets = [persona_sheet(chapter.board, card.id, lived) for card in everyone]
    if len(sheets) <= MOST:
        return sheets
    ranked = sorted(sheets, key=lambda own: len(own.needs) + len(own.problems) + len(own.journeys), reverse=True)
    kept = {own.persona.id for own in ranked[:MOST]}
    return [own for own in sheets if own.persona.id in kept]


def _draw_sheet(chapter: Chapter, own: PersonaSheet, mark: str, said: str) -> None:
    sheet, tr = chapter.sheet, chapter.tr
    sheet.page(title_of(own.persona, tr), tr(own.evidence), mark)
    if said:
        sheet.y -= 10
        sheet.paragraph(said, 9.5, colour=colours.GREY)
        sheet.y += 8
    sheet.mark(title_of(own.persona, tr), 1)
    top = sheet.y
    draw_portrait(sheet.pen, LEFT, top, _FACE, own.persona.get("portrait"), own.persona.title)
    _draw_words(chapter, own, top)
    _draw_lists(chapter, own, top + _FACE + _GAP)
    _draw_foot(chapter)


def _draw_words(chapter: Chapter, own: PersonaSheet, top: float) -> None:
    """Quote and goals beside the face, within its height; below them side, aim and role."""
    pen, tr, persona = chapter.sheet.pen, chapter.tr, own.persona
    left, wide, y = LEFT + _FACE + _GAP, INNER - _FACE - _GAP, top
    quote, goals = str(persona.get("quote") or "").strip(), str(persona.get("goals") or "").strip()
    if quote:
        for line in lines_of(tr("“{title}”", title=quote[:2000]), wide, 16, "italic", 3):
            y += 21
            pen.text(left, y - 5, line, 16, colours.INK, "italic")
        y += 8
    if goals:
        for line in lines_of(goals[:3000], wide, 11.5, "regular", max(int((top + _FACE - 22 - y) / 16), 1)):
            y += 16
            pen.text(left, y - 4, line, 11.5, colours.SOFT_INK)
    pen.text(left, top + _FACE - 2, shortened(_facts(chapter, own), wide, 9.5), 9.5, colours.GREY)


def _facts(chapter: Chapter, own: PersonaSheet) -> str:
    tr, persona = chapter.tr, own.persona
    side = tr("internal") if chapter.board.side_of(persona) == "internal" else tr("external")
    aim = choice_label(persona, "aim", tr) if is_aimed_at(persona) else ""
    facts = [side, tr("to us: {aim}", aim=aim) if aim else "", tr("VIP") if persona.get("vip") is True else ""]
    if own.roles:
        facts.append(tr("works as: {roles}", roles=", ".join(title_of(role, tr) for role in own.roles)))
    return " · ".join(fact for fact in facts if fact)


def _draw_lists(chapter: Chapter, own: PersonaSheet, top: float) -> None:
    tr = chapter.tr
    lists = (
        ("need", tr("Needs, by opportunity"), [_need(chapter, card) for card in own.needs]),
        ("problem", tr("Problems, by pain"), [_problem(chapter, card) for card in own.problems]),
        ("journey", tr("Journeys, mean and peak-end"), [_journey(chapter, one) for one in own.journeys]),
    )
    wide = (INNER - 2 * _GAP) / 3
    for number, (kind, name, entries) in enumerate(lists):
        _draw_list(chapter, LEFT + number * (wide + _GAP), top, wide, kind, name, entries)


def _draw_list(
    chapter: Chapter, x: float, top: float, wide: float, kind: str, name: str, entries: Sequence[_Entry]
) -> None:
    pen, tr = chapter.sheet.pen, chapter.tr
    pen.rect(x, top, 3, 9, fill=KINDS[kind].colour, radius=1.5)
    draw_label(pen, x + 8, top + 8, shortened(name, wide - 40, 8, "semibold"))
    y, lowest = top + 20, LOWEST - _FOOT - _LINE
    if not entries:
        pen.text(x, y + 9, tr("none yet"), 10, colours.PALE_GREY)
    for number, entry in enumerate(entries):
        lines = lines_of(entry.title, wide - 52, 10, "medium", 2)
        below = lines_of(entry.below, wide - 52, 8, "regular", 2) if entry.below else []
        high = len(lines) * _LINE + len(below) * 10 + 8
        if y + high > lowest:
            left = len(entries) - number
            pen.text(x, y + 9, tr.plural("and {n} more", "and {n} more", left), 9, colours.PALE_GREY)
            return
        pen.text(x + wide, y + 9, entry.figure, 11, colours.INK, "semibold", anchor="end")
        for line in lines:
            pen.text(x, y + 9, line, 10, colours.INK, "medium")
            y += _LINE
        for line in below:
            pen.text(x, y + 7, line, 8, colours.GREY)
            y += 10
        y += 8


def _need(chapter: Chapter, card: Card) -> _Entry:
    tr, own = chapter.tr, opportunity.opportunity(card)
    basis = {"room": tr("room estimate"), "customers": tr("customer data")}.get(own.basis or "", "")
    asked = tr.plural("n = {n} person", "n = {n} people", own.sample) if own.sample else ""
    scores = tr(
        "importance {importance}, satisfaction {satisfaction}",
        importance=tr.number(own.importance),
        satisfaction=tr.number(own.satisfaction),
    )
    below = " · ".join(part for part in (scores, basis, asked) if part)
    return _Entry(title_of(card, tr), tr.number(own.value) if own.scored else "–", below)


def _problem(chapter: Chapter, card: Card) -> _Entry:
    tr = chapter.tr
    severity, frequency = tr.number(card.get("severity")), tr.number(card.get("frequency"))
    below = tr("severity {severity}, frequency {frequency}", severity=severity, frequency=frequency)
    evidence = choice_label(card, "evidence", tr)
    below = " · ".join(part for part in (below, evidence) if part)
    return _Entry(title_of(card, tr), tr.number(pains.pain(card)), below)


def _journey(chapter: Chapter, own: JourneyExperience) -> _Entry:
    tr, board = chapter.tr, chapter.board
    scored = sum(board.card(card).get("experience") is not None for card in own.touchpoints)
    figure = tr("{mean} · {peak_end}", mean=tr.number(own.mean), peak_end=tr.number(own.peak_end))
    below = tr("touchpoints scored: {n} of {all}", n=scored, all=len(own.touchpoints))
    return _Entry(title_of(board.card(own.id), tr), figure, below)


def _draw_foot(chapter: Chapter) -> None:
    """The three formulas under the figures they made."""
    tr, y = chapter.tr, LOWEST - _FOOT + 14
    for formula, source in (
        (opportunity.FORMULA, opportunity.SOURCE),
        (pains.FORMULA, pains.SOURCE),
        (experience.PEAK_END_FORMULA, experience.PEAK_END_SOURCE),
    ):
        text = tr("{formula}. Source: {source}.", formula=tr(formula).rstrip("."), source=tr(source).rstrip("."))
        chapter.sheet.pen.text(LEFT, y, shortened(text, INNER, 7.5), 7.5, colours.PALE_GREY)
        y += 11
