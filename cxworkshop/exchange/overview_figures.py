"""The figures of steps 4 to 9, of closeness and of the care test as rows of a workbook's first sheet. Knows no file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cxworkshop.analysis import agreed, attention, care, closeness, experience, goals, held, pain
from cxworkshop.analysis.care_told import PAIR_NAMES
from cxworkshop.exchange.board_tables import Cell
from cxworkshop.exchange.closeness_told import warmth_name
from cxworkshop.exchange.drawing.faces import choice_label
from cxworkshop.i18n import Translator
from cxworkshop.model.board import Board
from cxworkshop.words import N_


class Section(NamedTuple):
    """`heading` names the columns of `rows`; `told` says how they are worked out."""

    heading: Sequence[str]
    rows: Sequence[tuple[Cell, ...]]
    told: str


def figure_sections(board: Board, tr: Translator, today: datetime.date) -> Iterator[Section]:
    """One section for each part of the method that has figures on this board; no figure is an empty cell."""
    for section in (_journeys, _pains, _attention, _roles, _care, _objectives, _improvements):
        own = section(board, tr, today)
        if own.rows:
            yield Section([tr(text) for text in own.heading], own.rows, own.told)


def _journeys(board: Board, tr: Translator, today: datetime.date) -> Section:
    rows = [
        (_title(board, own.id), _title(board, own.persona), _r(own.mean), _r(own.peak), _r(own.end), _r(own.peak_end))
        for own in experience.experiences(board)
    ]
    heading = (N_("Journey"), N_("Persona"), N_("Mean"), N_("Peak"), N_("End"), N_("Peak and end"))
    return Section(heading, rows, _told(tr, experience.PEAK_END_FORMULA, experience.PEAK_END_SOURCE))


def _pains(board: Board, tr: Translator, today: datetime.date) -> Section:
    rows = [(_title(board, own.id), _r(own.pain)) for own in pain.pains(board)]
    return Section((N_("Problem"), N_("Pain of a problem")), rows, _told(tr, pain.FORMULA, pain.SOURCE))


def _attention(board: Board, tr: Translator, today: datetime.date) -> Section:
    shares = attention.attention(board)
    named = (
        (N_("Touchpoints"), shares.touchpoints),
        (N_("Meetings and recordings"), shares.evidence),
        (N_("Improvements"), shares.improvements),
        (N_("KPIs"), shares.kpis),
    )
    rows = (
        [(tr(name), _r(share.share)) for name, share in named]
        if any(share.share is not None for _, share in named)
        else []
    )
    heading = (N_("Attention"), N_("Share in selling stages"))
    return Section(heading, rows, _told(tr, attention.FORMULA, attention.SOURCE))


def _roles(board: Board, tr: Translator, today: datetime.date) -> Section:
    rows = [
        (
            _title(board, own.id),
            warmth_name(own.closeness, tr),
            _r(own.direct_hours),
            _r(own.video_hours),
            own.days_since_direct,
        )
        for own in closeness.closeness(board, today)
    ]
    heading = (N_("Role"), N_("Closeness"), N_("Direct, h"), N_("Video, h"), N_("Days since"))
    return Section(heading, rows, _told(tr, closeness.FORMULA, closeness.SOURCE))


def _care(board: Board, tr: Translator, today: datetime.date) -> Section:
    rows = [
        (tr(PAIR_NAMES[own.pair]), _r(own.gap), _r(own.index), own.answers) for own in care.care(board) if own.answers
    ]
    heading = (N_("Care test"), N_("Care gap"), N_("Care index"), N_("Answers"))
    return Section(heading, rows, _told(tr, care.FORMULA, care.SOURCE))


def _objectives(board: Board, tr: Translator, today: datetime.date) -> Section:
    rows = [(_title(board, own.id), _r(own.grade)) for own in goals.objectives(board)]
    return Section((N_("Objective"), N_("Grade")), rows, _told(tr, goals.FORMULA, goals.SOURCE))


def _improvements(board: Board, tr: Translator, today: datetime.date) -> Section:
    rows: list[tuple[Cell, ...]] = []
    for own in held.held(board, today):
        card = board.card(own.id)
        state = choice_label(card, "status", tr, own.held) if own.held else None
        rows.append((card.title, _r(agreed.ice(card)), choice_label(card, "status", tr), state))
    heading = (N_("Improvement"), N_("ICE"), N_("Status"), N_("Held or slipping"))
    told = f"{_told(tr, agreed.ICE_FORMULA, agreed.ICE_SOURCE)} {_told(tr, held.FORMULA, held.SOURCE)}"
    return Section(heading, rows, told)


def _told(tr: Translator, formula: str, source: str) -> str:
    return tr("{formula}. Source: {source}.", formula=tr(formula).rstrip("."), source=tr(source).rstrip("."))


def _title(board: Board, card_id: str | None) -> str:
    card = board.find(card_id)
    return (card.title or card.id) if card is not None else ""


def _r(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
