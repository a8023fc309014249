"""Changes as data: any change can be inverted, and applying one and its inverse gives what was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.model.changes import ChangeSet, Delta, Label, applied, difference, fits, together

VALUES = st.one_of(st.none(), st.booleans(), st.integers(-2, 2), st.sampled_from([0.0, 1.0]), st.text(max_size=2))
FIELDS = st.one_of(st.none(), st.dictionaries(st.sampled_from("abcd"), VALUES, max_size=4))


def exactly(fields):
    """Fields with the types of their values: true is not 1."""
    return None if fields is None else {name: (isinstance(value, bool), value) for name, value in fields.items()}


@given(FIELDS, FIELDS)
def test_a_difference_leads_from_one_state_to_the_other_and_back(before, after):
    delta = difference("card", "x", before, after)
    if delta is None:
        assert exactly(before) == exactly(after)
        return
    assert fits(before, delta) and fits(after, delta.inverse())
    assert exactly(applied(before, delta)) == exactly(after)
    assert exactly(applied(after, delta.inverse())) == exactly(before)


@given(FIELDS, FIELDS, FIELDS)
def test_a_difference_fits_no_state_that_differs_in_what_it_names(before, after, other):
    delta = difference("card", "x", before, after)
    if delta is not None and fits(other, delta):
        named = {**(delta.before or {}), **(delta.after or {})}
        if before is None or other is None:
            assert before is other
        else:
            assert all(before.get(name) == other.get(name) for name in named)


def test_a_difference_names_single_fields_only():
    delta = difference("card", "x", {"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 5, "d": 4})
    assert delta == Delta("card", "x", {"b": 2, "c": 3}, {"b": 5, "d": 4})


def test_true_is_not_one_and_one_is_one_point_nought():
    assert difference("card", "x", {"a": 1}, {"a": True}) is not None
    assert difference("card", "x", {"a": 1}, {"a": 1.0}) is None


def test_a_deletion_fits_only_the_very_record():
    delta = Delta("card", "x", {"a": 1}, None)
    assert fits({"a": 1}, delta)
    assert not fits({"a": 1, "b": 2}, delta) and not fits({}, delta) and not fits(None, delta)


def test_the_inverse_of_several_changes_runs_backwards():
    one, two = Delta("card", "x", None, {"a": 1}), Delta("card", "x", {"a": 1}, {"a": 2})
    whole = ChangeSet((one, two), Label("Two"))
    assert whole.inverse().deltas == (two.inverse(), one.inverse())
    assert whole.inverse().inverse() == whole
    assert together([ChangeSet((one,)), ChangeSet((two,))], Label("Two")) == whole
    assert whole.touched("card") == {"x"} and whole.touched("link") == set()


def test_an_empty_change_is_false():
    assert not ChangeSet() and ChangeSet((Delta("card", "x", None, {}),))
