"""What a screen reader says about cards, stages and lanes: names and descriptions. Words only, no Qt."""

from __future__ import annotations

from cxworkshop.model.boxes import LaneBox
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.ui.canvas.tips import facts
from cxworkshop.ui.canvas.wall import Wall
from cxworkshop.ui.speech import tr


def name_of_card(card: Card) -> str:
    """ "Need: To sit down" — the kind first, since it is what a sighted person sees first (the colour)."""
    return tr("{kind}: {title}", kind=tr(KINDS[card.kind].label), title=card.title or tr("(no title)"))


def description_of_card(wall: Wall, card: Card) -> str:
    """Where it stands, its scores and owner, its distance while something is lit, how many links it has."""
    parts = [_place(wall, card), *facts(wall, card), _lit(wall, card.id)]
    links = len(wall.picture.links_of(card.id))
    if links:
        parts.append(tr.plural("{n} link", "{n} links", links))
    return ". ".join(part for part in parts if part)


def _place(wall: Wall, card: Card) -> str:
    box = wall.picture.boxes.get(card.id)
    if box is None or card.kind == "persona" or not wall.picture.layout.columns:
        return ""
    stage = wall.room.board.find(wall.picture.layout.columns[box.column].stage)
    return tr("stage “{stage}”", stage=stage.title or tr("(no title)")) if stage else ""


def _lit(wall: Wall, card: str) -> str:
    """What the lights say: how far the card is from the one pressed, or that it has nothing to do with it."""
    lighting = wall.lit
    if lighting is None or card in lighting.context:
        return ""
    if card == lighting.focus:
        return tr.plural("{n} card lights up", "{n} cards light up", len(lighting.cards) - 1)
    if lighting.is_faded(card):
        return tr("faded: no part of what is lit")
    number = lighting.cards.get(card, 0)
    return tr("lit, distance {n}", n=number) if number else tr("lit")


def name_of_stage(stage: Card) -> str:
    return name_of_card(stage)


def description_of_stage(wall: Wall, stage: Card) -> str:
    """How many cards stand in it, and whether money is taken there."""
    held = sum(1 for box in wall.picture.boxes.values() if _stands_in(wall, box.column, stage.id, box.lane))
    parts = [tr.plural("{n} card", "{n} cards", held)]
    if stage.get("selling"):
        parts.append(tr("Here the company takes the money"))
    return ". ".join(parts)


def _stands_in(wall: Wall, column: int, stage: str, lane: str) -> bool:
    return lane != "personas" and wall.picture.layout.columns[column].stage == stage


def name_of_lane(box: LaneBox) -> str:
    return box.lane.name(tr)


def description_of_lane(box: LaneBox, held: int) -> str:
    """What the lane is for and how many cards it holds."""
    hint = tr("a lane of your own") if box.lane.own else tr(box.lane.hint)
    return ". ".join((hint, tr.plural("{n} card", "{n} cards", held)))
