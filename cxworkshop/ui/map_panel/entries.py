"""The lines a map in words is made of, as plain data. Knows no board and no widgets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Sentence:
    text: str
    look: str = ""


@dataclass(frozen=True)
class Step:
    """How far from the customer the stops below it are."""

    text: str


@dataclass(frozen=True)
class Stop:
    """A card on the way. `direct`: it is bound directly; `warmth`: the closeness of its owner, "nobody", or ""."""

    card: str
    title: str
    below: str
    kind: str
    direct: bool
    warmth: str = ""


@dataclass(frozen=True)
class Missing:
    """What a card lacks, as a sentence."""

    text: str
    card: str
    kind: str


@dataclass(frozen=True)
class Plan:
    """An offer to plan a meeting for those who decide on a process and are not close to customers."""

    process: str
    text: str


Entry = Heading | Sentence | Step | Stop | Missing | Plan
