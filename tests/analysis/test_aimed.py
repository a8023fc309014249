"""The needs of the personas to attract or keep, worked out a second way, and what serves them."""

import pytest

from cxworkshop.analysis.aimed import aimed, aimed_json
from tests.analysis.small_boards import board
from tests.random_workshops import board_from_json, random_workshop


def expected(document):
    """The same from the JSON alone, by walking forwards from every improvement."""
    cards = {card["id"]: card for card in document["cards"]}
    kinds = {own: card["kind"] for own, card in cards.items()}
    ends = {(link["verb"], link["source"], link["target"]) for link in document["links"]}
    wanted = {
        own
        for own, card in cards.items()
        if card["kind"] == "persona" and card.get("aim") in ("attract", "keep", "both")
    }
    title = {own: (card.get("title", ""), own) for own, card in cards.items()}

    def opportunity(need):
        importance = cards[need].get("importance", 5)
        return importance + max(importance - cards[need].get("satisfaction", importance), 0)

    has = {
        need: [p for p in sorted(wanted, key=title.get) if ("has", p, need) in ends]
        for need, kind in kinds.items()
        if kind == "need"
    }
    ranked = sorted((need for need in has if has[need]), key=lambda need: (-opportunity(need), title[need]))

    def serves(card, seen):
        if card in seen:
            return False
        seen.add(card)
        step = {"value": "satisfies", "process": "creates"}.get(kinds[card])
        forwards = {t for verb, s, t in ends if s == card and verb == step}
        if kinds[card] == "process":
            forwards |= {s for verb, s, t in ends if t == card and verb == "depends_on"}
        return card in ranked or any([serves(one, seen) for one in forwards])

    improvements = [own for own, kind in kinds.items() if kind == "improvement"]
    improved = [
        own
        for own in improvements
        if any(
            s == own and kinds[t] in ("need", "value", "process") and serves(t, set())
            for v, s, t in ends
            if v == "improves"
        )
    ]
    return {
        "needs": [{"id": need, "opportunity": opportunity(need), "personas": has[need]} for need in ranked],
        "share_of_needs": len(ranked) / len(has) if has else None,
        "share_of_improvements": len(improved) / len(improvements) if improvements else None,
    }


@pytest.mark.parametrize("seed", range(12))
def test_ranking_and_shares_equal_an_independent_walk_of_a_random_workshop(seed):
    document = random_workshop(seed, 24)
    personas = [card["id"] for card in document["cards"] if card["kind"] == "persona"]
    needs = [card["id"] for card in document["cards"] if card["kind"] == "need"]
    values = [card["id"] for card in document["cards"] if card["kind"] == "value"]
    for number, persona in enumerate(personas):
        for need in needs[number % 3 :: 5]:
            document["links"].append({"verb": "has", "source": persona, "target": need})
    for number, own in enumerate(card["id"] for card in document["cards"] if card["kind"] == "improvement"):
        target = [*needs, *values][(seed + 3 * number) % (len(needs) + len(values))]
        document["links"].append({"verb": "improves", "source": own, "target": target})
    found = aimed_json(aimed(board_from_json(document)))
    assert found == expected(document)
    assert found["needs"], "a seed without aimed needs proves nothing"


def test_only_personas_to_attract_or_keep_count_and_each_is_named():
    own = aimed(
        board(
            *("P1 has n1", "P2 has n1", "P3 has n2", "P4 has n3", "P5 has n4"),
            cards={
                **{
                    "P1": {"aim": "both"},
                    "P2": {"aim": "attract"},
                    "P3": {"aim": "keep"},
                    "P4": {"aim": "none"},
                    "P5": {},
                },
                **{
                    "n1": {"importance": 3},
                    "n2": {"importance": 9},
                    "n3": {"importance": 10},
                    "n4": {"importance": 10},
                },
            },
        )
    )
    assert [(need.id, need.opportunity, need.personas) for need in own.needs] == [
        ("n2", 9, ("P3",)),
        ("n1", 3, ("P1", "P2")),
    ]
    assert own.share_of_needs == 0.5


def test_a_need_at_a_touchpoint_the_persona_walks_is_not_counted_unless_the_persona_has_it():
    own = aimed(board("P1 walks t1", "n1 arises_at t1", cards={"P1": {"aim": "keep"}}))
    assert own.needs == () and own.share_of_needs == 0


def test_an_improvement_serves_through_need_value_or_process_and_not_by_standing_near():
    own = aimed(
        board(
            *("P1 has n1", "v1 satisfies n1", "p1 creates v1", "p1 depends_on p2", "p2 depends_on p1"),
            *("v2 satisfies n2", "p3 creates v2", "b1 blocks n1", "n1 arises_at t1"),
            *(
                "i1 improves n1",
                "i2 improves v1",
                "i3 improves p2",
                "i4 improves p3",
                "i5 improves b1",
                "i6 improves t1",
            ),
            cards={"P1": {"aim": "keep"}, "i7": {}},
        )
    )
    assert own.improvements == ("i1", "i2", "i3")
    assert own.share_of_improvements == 3 / 7


def test_shares_of_nothing_are_nothing():
    own = aimed(board(cards={"P1": {"aim": "keep"}}))
    assert (own.needs, own.share_of_needs, own.share_of_improvements) == ((), None, None)
