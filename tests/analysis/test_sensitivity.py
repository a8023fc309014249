"""Whether the first five needs change when scores are a little off: worked examples, and what holds for any needs."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.opportunity import opportunity_of
from cxworkshop.analysis.sensitivity import sensitivity, sensitivity_of
from cxworkshop.analysis.weighing_told import of_sensitivity
from cxworkshop.i18n import translator
from cxworkshop.model.records import Card
from tests.analysis.small_boards import board

whole = st.integers(0, 10)
needs = st.lists(st.tuples(whole, st.one_of(st.none(), whole)), max_size=14)


def cards(given_scores):
    made = []
    for number, (importance, satisfaction) in enumerate(given_scores):
        fields = {"kind": "need", "title": f"Need {number}", "importance": importance}
        if satisfaction is not None:
            fields["satisfaction"] = satisfaction
        made.append(Card("card", f"n{number}", fields))
    return made


def far_apart(low):
    """Five strong needs and one whose scores give it `low`."""
    return cards([(10, 0), (10, 1), (10, 1), (10, 0), (10, 0), (low, low)])


def test_five_needs_or_fewer_cannot_change_whatever_is_moved():
    found = sensitivity_of(cards([(9, 1), (3, 3)]))
    assert found.top == ("n0", "n1") and found.kept == 1 and found.swaps == () and not found.can_change


def test_needs_far_ahead_stay_in_every_draw():
    found = sensitivity_of(far_apart(2))
    assert found.kept == 1 and not found.swaps and found.entering == [] and found.leaving == []


def test_a_need_just_behind_enters_in_many_draws_and_says_whom_it_puts_out():
    found = sensitivity_of(cards([(10, 0), (10, 0), (10, 0), (10, 0), (8, 4), (8, 5)]))
    assert found.top == ("n0", "n1", "n2", "n3", "n4")
    assert [need for need, _ in found.entering] == ["n5"] and found.leaving[0][0] == "n4"
    assert 0.2 < found.share["n5"] < 0.5 and abs(found.kept - (1 - found.share["n5"])) < 1e-9
    assert {(swap.need, swap.field, swap.by) for swap in found.swaps} == {
        ("n4", "importance", -2),
        ("n4", "satisfaction", 2),
        ("n5", "importance", 2),
        ("n5", "satisfaction", -2),
    }
    assert {(swap.enters, swap.leaves) for swap in found.swaps} == {("n5", "n4")}


def test_a_score_at_the_end_of_its_scale_is_moved_no_further():
    found = sensitivity_of(cards([(10, 0)] * 4 + [(10, 1), (10, 2)]))
    assert {swap.by for swap in found.swaps if swap.need == "n4"} == {-2, 2}
    assert all(abs(swap.by) <= 2 for swap in found.swaps)
    assert {swap.by for swap in found.swaps if swap.field == "importance"} == {-2}, "none can be more important than 10"


def test_a_need_without_importance_takes_no_part():
    own = board(cards={"n1": {"importance": 4}, "n2": {"satisfaction": 1}, "n3": {}})
    assert sensitivity(own).top == ("n1",) and sensitivity(own).scored == 1


def test_it_is_told_in_whole_sentences_in_both_languages():
    own = board(cards={f"n{n}": {"importance": 9, "satisfaction": n} for n in range(1, 8)})
    found = sensitivity(own)
    for language in ("en", "ru"):
        said = of_sensitivity(found, own, translator(language))
        assert len(said) == 4 and all(text.endswith(".") and "{" not in text for text in said)
    assert of_sensitivity(sensitivity(board()), board(), translator("en")) == []


@given(needs)
@settings(max_examples=60, deadline=None)
def test_shares_are_shares_and_add_up_to_the_length_of_the_list(given_scores):
    found = sensitivity_of(cards(given_scores), draws=60)
    assert 0 <= found.kept <= 1
    assert all(0 < share <= 1 for share in found.share.values())
    assert abs(sum(found.share.values()) - min(5, found.scored)) < 1e-6
    assert all(share == 1 for need, share in found.share.items() if found.kept == 1 and need in found.top)


@given(needs, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_cards_changes_nothing(given_scores, chance: random.Random):
    own = cards(given_scores)
    mixed = list(own)
    chance.shuffle(mixed)
    assert sensitivity_of(mixed, draws=40) == sensitivity_of(own, draws=40)


@given(needs)
@settings(max_examples=60, deadline=None)
def test_every_single_move_that_is_told_does_what_it_says_and_no_other_does(given_scores):
    own = cards(given_scores)
    found = sensitivity_of(own, draws=1)
    told = {(swap.need, swap.field, swap.by): (swap.enters, swap.leaves) for swap in found.swaps}
    for card in own:
        for field in ("importance", "satisfaction"):
            for by in (-2.0, 2.0):
                moved = _moved(own, card.id, field, by)
                if moved is None:
                    continue
                real = moved[1]
                now = set(_top(moved[0]))
                gone, come = set(found.top) - now, now - set(found.top)
                if gone:
                    assert told[(card.id, field, real)] == (come.pop(), gone.pop())
                elif real:
                    assert (card.id, field, real) not in told


def _moved(own, card_id, field, by):
    for number, card in enumerate(own):
        if card.id == card_id:
            if card.get(field) is None:
                return None
            value = min(max(card[field] + by, 0), 10)
            changed = Card("card", card_id, {**card.fields, field: value})
            return [*own[:number], changed, *own[number + 1 :]], value - card[field]
    return None


def _top(own):
    ranked = sorted(
        own, key=lambda card: (-opportunity_of(card.get("importance"), card.get("satisfaction")), card.title, card.id)
    )
    return [card.id for card in ranked[:5]]


@given(needs)
@settings(max_examples=30, deadline=None)
def test_leaving_out_what_is_out_of_reach_loses_nothing(given_scores):
    """Drawn with every need, as the description says, by plain means."""
    own = cards(given_scores)
    found = sensitivity_of(own, draws=30)
    if not found.can_change:
        return
    count: dict[str, int] = {}
    drawn = {card.id: random.Random(f"cxworkshop/{card.id}") for card in own}
    for _ in range(30):
        values = []
        for card in own:
            shifts = (drawn[card.id].uniform(-2, 2), drawn[card.id].uniform(-2, 2))
            both = [
                None if card.get(name) is None else min(max(card[name] + by, 0), 10)
                for name, by in zip(("importance", "satisfaction"), shifts, strict=True)
            ]
            values.append((-opportunity_of(*both), card.title, card.id))
        for _, _, need in sorted(values)[:5]:
            count[need] = count.get(need, 0) + 1
    assert found.share == {need: n / 30 for need, n in count.items()}
