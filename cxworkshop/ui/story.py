"""The map of a card told to the room step by step: first the card alone, then what hangs on it, one link further at a
time; of two needs compared what both rest on. Knows no Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from cxworkshop.ui.bridge import Room, Story
from cxworkshop.ui.lighting import Lighting, lighting_of, lighting_of_two

NONE: frozenset[str] = frozenset()


def hops_of(lighting: Lighting) -> dict[str, int]:
    """How many lit links every lit card is away from the focus; what no link leads to comes with the last. Of two needs
    compared: how many steps, since the values between them and what they share may be of one need only."""
    if lighting.beside is not None:
        return _by_distance(lighting, {lighting.focus, lighting.beside})
    neighbours: dict[str, set[str]] = {}
    for key in lighting.links:
        source, _, target = json.loads(key)
        neighbours.setdefault(source, set()).add(target)
        neighbours.setdefault(target, set()).add(source)
    hops, level = {lighting.focus: 0}, [lighting.focus]
    while level:
        following = sorted({near for own in level for near in neighbours.get(own, ()) if near not in hops})
        hops.update(dict.fromkeys(following, hops[level[0]] + 1))
        level = following
    last = max(hops.values())
    return {card: hops.get(card, last) for card in lighting.cards}


def _by_distance(lighting: Lighting, needs: set[str]) -> dict[str, int]:
    """The needs first, then the values, then the processes by their distance; no step without a card."""
    away = {card: 0 if card in needs else at + 1 for card, at in lighting.cards.items()}
    steps = {step: number for number, step in enumerate(sorted(set(away.values())))}
    return {card: steps[step] for card, step in away.items()}


def until(lighting: Lighting, hops: int) -> Lighting:
    """The part of a lighting that has been told after so many hops. Of two needs compared, what only one rests on is
    kept for the end, when all is shown."""
    known = {card for card, away in hops_of(lighting).items() if away <= hops}
    links = frozenset(key for key in lighting.links if set(json.loads(key)[::2]) <= known)
    context = lighting.context if lighting.beside is None else NONE
    cards = {card: at for card, at in lighting.cards.items() if card in known}
    return replace(lighting, cards=cards, links=links, context=context)


def so_far(lighting: Lighting, hops: Mapping[str, int], reached: int) -> Lighting:
    """A lighting while its light is still on the way, `hops` links being how far each card is: what it has not reached
    stands readable, it does not fade first to come back."""
    known = {card for card, away in hops.items() if away <= reached}
    links = frozenset(key for key in lighting.links if set(json.loads(key)[::2]) <= known) if len(known) > 1 else NONE
    cards = {card: at for card, at in lighting.cards.items() if card in known}
    return replace(lighting, cards=cards, links=links, context=lighting.context | (lighting.cards.keys() - known))


def told_part(room: Room, lighting: Lighting | None) -> Lighting | None:
    """What of a lighting is to be seen now: all of it, unless its map is just being told."""
    story = room.story
    if lighting is None or story is None or story.card != lighting.focus:
        return lighting
    return until(lighting, story.hops)


def can_tell(room: Room) -> bool:
    """Whether there is a map to tell: of the spotlit card, of the selected one, or of two needs compared."""
    return _teller(room) is not None


def go_on(room: Room, by: int = 1) -> None:
    """Tell one hop more (`by` 1) or take one back (-1). The first shows the card alone; after the last all is shown."""
    lighting = _teller(room)
    if lighting is None:
        return
    story = room.story if room.story is not None and room.story.card == lighting.focus else None
    if story is None and by < 0:
        return
    hops = 0 if story is None else story.hops + by
    done = hops < 0 or hops >= max(hops_of(lighting).values(), default=0)
    room.tell_story(None if done else Story(lighting.focus, hops))


def _teller(room: Room) -> Lighting | None:
    """The lighting of what is told: of the card the room sees, else of what is selected."""
    selected = room.selection
    if room.spotlight is None and len(selected) == 2:
        lighting = lighting_of_two(room, *selected)
        alone = 2
    else:
        lighting = lighting_of(room, room.spotlight or (selected[0] if len(selected) == 1 else None))
        alone = 1
    return lighting if lighting is not None and len(lighting.cards) > alone else None
