"""What a user can do with links: draw, cut, and ask what fits. Returns ChangeSets; knows neither Qt nor SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxworkshop.errors import Refused
from cxworkshop.model.board import Board
from cxworkshop.model.changes import ChangeSet
from cxworkshop.model.draft import Draft
from cxworkshop.model.records import LINK, link_key
from cxworkshop.words import N_


class Sentence(NamedTuple):
    """A link as it reads: source verb target (ids and a verb's name)."""

    verb: str
    source: str
    target: str


def sentences(board: Board, one: str, other: str) -> list[Sentence]:
    """The links that may join two cards, from `one` to `other` first, then the other way; empty: none fits."""
    first, second = board.card(one), board.card(other)
    there = [Sentence(verb, one, other) for verb in board.verbs(first, second)]
    back = [Sentence(verb, other, one) for verb in board.verbs(second, first)]
    if one == other or first.kind == second.kind:
        return there
    return there + back


def new_sentences(board: Board, one: str, other: str) -> list[Sentence]:
    """Those of `sentences` that are not drawn yet."""
    return [found for found in sentences(board, one, other) if board.get(LINK, link_key(*found)) is None]


def connect(board: Board, one: str, other: str, verb: str | None = None) -> ChangeSet:
    """Join two cards by the verb that fits, or by `verb`; the direction is found. Raises Refused where none fits.

    Where several verbs fit and none is given, the first declared is taken; ask `sentences` to offer a choice.
    """
    fitting = [found for found in sentences(board, one, other) if verb is None or found.verb == verb]
    if not fitting:
        raise no_link(board, one, other)
    chosen = fitting[0]
    draft = Draft(board)
    draft.add_link(*chosen)
    source, target = board.card(chosen.source).title, board.card(chosen.target).title
    return draft.changes(N_("Link “{source}” → “{target}”"), source=source, target=target)


def connect_all(board: Board, card_ids: Sequence[str], other: str, verb: str, *, outward: bool = True) -> ChangeSet:
    """Join each of these cards to `other` by `verb`, from them to it (`outward`) or the other way. Cards joined
    so already, or that the verb does not fit, are passed over; raises Refused where it fits none."""
    draft, last = Draft(board), board.card(other)
    fitting = 0
    for card_id in card_ids:
        card = board.card(card_id)
        source, target = (card, last) if outward else (last, card)
        if card_id == other or not board.can_link(verb, source, target):
            continue
        fitting += 1
        if board.get(LINK, link_key(verb, source.id, target.id)) is None:
            draft.add_link(verb, source.id, target.id)
    if not fitting:
        raise no_link(board, card_ids[0], other)
    return draft.changes(N_("Link cards to “{title}”: {n}"), title=last.title, n=str(fitting))


def no_link(board: Board, one: str, other: str) -> Refused:
    """Why two cards cannot be joined."""
    first, second = board.card(one), board.card(other)
    if one == other:
        return Refused(N_("A card cannot be linked to itself."))
    return Refused(
        N_("No link makes sense between “{one}” and “{other}”."),
        todo=N_("Links lead, for example, from a value to a need and from a process to a value."),
        one=first.title,
        other=second.title,
    )


def other_sentences(board: Board, key: str) -> list[Sentence]:
    """What a link could say instead, its own way round first; only what is not drawn yet. KeyError: no such link."""
    link = board.table(LINK)[key]
    source, target = str(link.fields["source"]), str(link.fields["target"])
    found = [*new_sentences(board, source, target), *new_sentences(board, target, source)]
    return sorted(dict.fromkeys(found), key=lambda own: own.source != source)


def resay(board: Board, key: str, sentence: Sentence) -> ChangeSet:
    """Let a link say something else between the same two cards, or lead the other way. Raises Refused where it does
    not fit; whatever else is known of the link goes along."""
    draft, old = Draft(board), board.get(LINK, key)
    if old is None:
        raise Refused(N_("This link is not there any more."))
    if sentence not in sentences(board, sentence.source, sentence.target):
        raise no_link(board, sentence.source, sentence.target)
    if {sentence.source, sentence.target} != {old.fields["source"], old.fields["target"]}:
        raise no_link(board, sentence.source, sentence.target)
    draft.remove(LINK, key)
    draft.put(LINK, draft.add_link(*sentence), {**old.fields, **sentence._asdict()})
    source, target = board.card(sentence.source).title, board.card(sentence.target).title
    return draft.changes(N_("Change the link “{source}” → “{target}”"), source=source, target=target)


def disconnect(board: Board, keys: Sequence[str]) -> ChangeSet:
    """Cut links by their keys; those that are gone already are passed over."""
    draft = Draft(board)
    for key in keys:
        if board.get(LINK, key) is not None:
            draft.remove(LINK, key)
    return draft.changes(N_("Cut links: {n}"), n=str(len(keys)))
