"""What the data says, in whole sentences, the strongest first. Chooses by the figures; draws nothing.

A sentence is never glued from pieces: each is one text with plural forms. Where data is missing, it says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxworkshop.analysis.attention import attention
from cxworkshop.analysis.experience import gaps_of
from cxworkshop.analysis.gaps import gaps
from cxworkshop.analysis.scores import score
from cxworkshop.exchange.drawing.faces import title_of
from cxworkshop.exchange.drawing.findings import Findings
from cxworkshop.exchange.drawing.wall import signed
from cxworkshop.i18n import Translator
from cxworkshop.model.records import Card

STRONG = 10  # an opportunity above this is worth acting on (Ulwick)
FEW = 3  # needs that count as the top ones
LONG = 70  # characters of a title inside a headline


@dataclass(frozen=True)
class Insight:
    """One thing the data says: a sentence as `headline`, its figures in one or two sentences as `support`, and what it
    is `about` in a word or two."""

    about: str
    headline: str
    support: str


def insights(findings: Findings, tr: Translator) -> list[Insight]:
    """What the data says, the strongest first; at least one, even of an empty board."""
    found = [insight for rule in _RULES if (insight := rule(findings, tr)) is not None]
    return found or [_nothing(findings, tr)]


def top_needs(findings: Findings) -> list[str]:
    """The needs that count as the top ones: up to FEW scored ones above STRONG, else the first scored one."""
    scored = [own for own in findings.map.opportunities if own.scored]
    strong = [own.id for own in scored if own.value > STRONG][:FEW]
    return strong or [own.id for own in scored[:1]]


def named(card: Card, tr: Translator) -> str:
    """A card's title for a sentence that puts it in quotation marks: short, its own marks turned into inner ones."""
    return brief(card, tr).translate(_INNER[tr.language])


def brief(card: Card, tr: Translator, most: int = LONG) -> str:
    """A card's title in at most `most` characters."""
    title = " ".join(title_of(card, tr).split())
    return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"


_INNER = {"ru": str.maketrans("«»", "„“"), "en": str.maketrans("“”", "‘’")}


def listed(cards: Sequence[Card], tr: Translator, most: int = 3) -> str:
    """Titles in quotation marks, with commas; "and 4 more" for those beyond `most`."""
    shown = ", ".join(tr("“{title}”", title=named(card, tr)) for card in cards[:most])
    left = len(cards) - most
    return tr.plural("{cards} and {n} more", "{cards} and {n} more", left, cards=shown) if left > 0 else shown


def _strangers(findings: Findings, tr: Translator) -> Insight | None:
    needs = top_needs(findings)
    processes = {process for need in needs for process in findings.map.behind(need).processes}
    if not processes:
        return None
    strangers = sum(findings.is_run_by_strangers(process) for process in processes)
    unowned = sum(findings.owner(process) is None for process in processes)
    if 3 * (strangers + unowned) >= len(processes) and strangers:
        headline = tr("What strangers decide needs mending most")
    elif not strangers and not unowned:
        headline = tr("What matters most is done by people who have met the customer")
    elif not strangers and 2 * unowned >= len(processes):
        headline = tr("What matters most belongs to nobody")
    else:
        headline = tr("What matters most is not always done by people who know the customer")
    about = tr("Distance to the customer")
    return Insight(about, headline, " ".join(_resting(findings, tr, needs, len(processes), strangers, unowned)))


def _resting(
    findings: Findings, tr: Translator, needs: Sequence[str], processes: int, strangers: int, unowned: int
) -> list[str]:
    if len(needs) == 1:
        said = tr.plural(
            "The top need, “{need}”, rests on {n} process.",
            "The top need, “{need}”, rests on {n} processes.",
            processes,
            need=named(findings.board.card(needs[0]), tr),
        )
    else:
        said = tr.plural(
            "The top needs ({count}) rest on {n} process.",
            "The top needs ({count}) rest on {n} processes.",
            processes,
            count=len(needs),
        )
    return [said, *who_runs(strangers, unowned, tr)]


def who_runs(strangers: int, unowned: int, tr: Translator) -> list[str]:
    """One sentence each on how many of the processes just counted strangers run, and how many nobody owns."""
    said = []
    if strangers:
        said.append(
            tr.plural(
                "{n} of them is run by people who have never met a customer.",
                "{n} of them are run by people who have never met a customer.",
                strangers,
            )
        )
    if unowned:
        said.append(tr.plural("{n} has no owner at all.", "{n} have no owner at all.", unowned))
    return said or [tr("Everybody who runs them has met a customer.")]


def _selling(findings: Findings, tr: Translator) -> Insight | None:
    board = findings.board
    scored = [(value, card) for card in board.of_kind("touchpoint") if (value := score(card, "experience")) is not None]
    if len(scored) < 2:
        return None
    best, worst = max(scored, key=lambda own: own[0]), min(scored, key=lambda own: own[0])
    if best[0] <= worst[0] or not _is_selling(findings, best[1]) or _is_selling(findings, worst[1]):
        return None
    support = tr(
        "The best experience is “{best}” ({high}), where we take the money; the worst is “{worst}” ({low}).",
        best=named(best[1], tr),
        high=signed(best[0], tr),
        worst=named(worst[1], tr),
        low=signed(worst[0], tr),
    )
    return Insight(tr("Attention"), tr("We are at our best where we take the money"), support)


def _is_selling(findings: Findings, card: Card) -> bool:
    stage = findings.board.stage_of(card)
    return stage is not None and stage.get("selling") is True


def _attention(findings: Findings, tr: Translator) -> Insight | None:
    found = attention(findings.board)
    share = found.kpis.share
    stages = findings.board.of_kind("stage")
    selling = sum(stage.get("selling") is True for stage in stages)
    if share is None or not selling or share <= 2 * selling / len(stages) or share <= (found.touchpoints.share or 0):
        return None
    if share == 1:
        headline = tr("We measure only the place where we take the money")
    else:
        headline = tr("We measure first of all where we take the money")
    support = tr(
        "Of all KPIs {kpis} % lie where the company takes the money, of all touchpoints only {touchpoints} %.",
        kpis=round(share * 100),
        touchpoints=round((found.touchpoints.share or 0) * 100),
    )
    return Insight(tr("Attention"), headline, support)


def _blind_spot(findings: Findings, tr: Translator) -> Insight | None:
    processes = [own for own in findings.map.processes if own.blind_spot]
    if not processes:
        return None
    deepest = max(processes, key=lambda own: own.blind_spot or 0)
    card = findings.board.card(deepest.id)
    owner = findings.owner(deepest.id)
    about, headline = tr("Blind spot"), tr("The largest blind spot is “{process}”", process=named(card, tr))
    resting = tr.plural("{n} need rests on it.", "{n} needs rest on it.", len(deepest.needs))
    if owner is None:
        return Insight(about, headline, f"{resting} {tr('Nobody owns it.')}")
    own = findings.closeness[owner.id]
    name = named(owner, tr)
    if own.closeness == "stranger":
        return Insight(
            about, headline, f"{resting} {tr('Owner: {owner}. Meetings with customers: none, ever.', owner=name)}"
        )
    said = tr(
        "Owner: {owner}. Hours with customers in six weeks: {hours}.", owner=name, hours=tr.number(own.direct_hours)
    )
    return Insight(about, headline, f"{resting} {said}")


def _disappointment(findings: Findings, tr: Translator) -> Insight | None:
    gaps_found = [
        (gap, card) for card in findings.board.of_kind("touchpoint") if (gap := gaps_of(card).gap1) is not None
    ]
    if not gaps_found:
        return None
    gap, card = min(gaps_found, key=lambda own: own[0])
    if gap >= 0:
        return Insight(
            tr("Experience"),
            tr("Nowhere do we fall short of what people expect"),
            tr("At every touchpoint that was scored, the experience is at least what was expected."),
        )
    support = tr(
        "They expected {expectation} and got {experience}: a gap of {gap}.",
        expectation=signed(score(card, "expectation") or 0, tr),
        experience=signed(score(card, "experience") or 0, tr),
        gap=signed(gap, tr),
    )
    return Insight(tr("Experience"), tr("We disappoint most at “{touchpoint}”", touchpoint=named(card, tr)), support)


def _unserved(findings: Findings, tr: Translator) -> Insight | None:
    lacking = next((gap for gap in gaps(findings.board) if gap.code == "needs_without_value"), None)
    if lacking is None:
        return None
    ranked = [own.id for own in findings.map.opportunities if own.id in set(lacking.ids)]
    headline = tr.plural("For {n} need we create nothing yet", "For {n} needs we create nothing yet", len(ranked))
    return Insight(tr("Needs without value"), headline, listed([findings.board.card(need) for need in ranked], tr))


def _loop(findings: Findings, tr: Translator) -> Insight | None:
    loops = findings.map.loops
    if not loops:
        return None
    longest = loops[0]
    if len(longest) == 1:
        card = findings.board.card(longest[0])
        return Insight(tr("Loop"), tr("A process waits for itself"), tr("“{title}”", title=named(card, tr)))
    around = " → ".join(
        tr("“{title}”", title=named(findings.board.card(process), tr)) for process in (*longest[:5], longest[0])
    )
    headline = tr.plural(
        "{n} group of processes waits for itself in a circle", "{n} groups of processes wait for themselves", len(loops)
    )
    return Insight(tr("Loop"), headline, around)


def _few(findings: Findings, tr: Translator) -> Insight | None:
    few = findings.map.critical_few
    served = [own for own in findings.map.opportunities[: findings.map.top] if findings.map.graph.direct(own.id)]
    if not few or len(served) < 2 or len(few) >= len(findings.map.processes):
        return None
    headline = tr.plural(
        "{n} process touches every top need that is served",
        "{n} processes touch every top need that is served",
        len(few),
    )
    return Insight(tr("Where to begin"), headline, listed([findings.board.card(process) for process in few], tr, 5))


def _votes(findings: Findings, tr: Translator) -> Insight | None:
    needs = findings.map.opportunities
    voted = [own.id for own in needs if findings.votes.get(own.id)]
    if not voted or not needs[0].scored:
        return None
    favourite = max(voted, key=lambda need: findings.votes[need])
    own, best = findings.board.card(favourite), findings.board.card(needs[0].id)
    if favourite == needs[0].id:
        support = tr("Most votes and the largest opportunity: “{need}”.", need=named(own, tr))
        return Insight(tr("Votes and figures"), tr("The room and the figures agree"), support)
    support = tr(
        "Most votes: “{voted}”. The largest opportunity: “{best}”.", voted=named(own, tr), best=named(best, tr)
    )
    return Insight(tr("Votes and figures"), tr("The room voted otherwise than the figures say"), support)


def _unguarded(findings: Findings, tr: Translator) -> Insight | None:
    lacking = next((gap for gap in gaps(findings.board) if gap.code == "improvements_without_safeguard"), None)
    if lacking is None:
        return None
    headline = tr.plural(
        "{n} improvement has nothing that keeps it from sliding back",
        "{n} improvements have nothing that keeps them from sliding back",
        len(lacking.ids),
    )
    return Insight(tr("Safeguards"), headline, listed([findings.board.card(own) for own in lacking.ids], tr))


def _unscored(findings: Findings, tr: Translator) -> Insight | None:
    needs = findings.map.opportunities
    if not needs or any(own.scored for own in needs):
        return None
    headline = tr("The needs are named, and not yet scored")
    support = tr("Without importance and satisfaction nobody can say where to begin.")
    return Insight(tr("No scores yet"), headline, support)


def _nothing(findings: Findings, tr: Translator) -> Insight:
    if not findings.board.cards:
        return Insight(
            tr("A beginning"),
            tr("The wall is still empty"),
            tr("Begin with the customers: whom do you want to attract and keep, and what matters most to them?"),
        )
    if not findings.board.count("need"):
        return Insight(
            tr("A beginning"),
            tr("No need has been named yet"),
            tr("The backward map begins with a need: what does the customer want to get done?"),
        )
    return Insight(
        tr("A beginning"),
        tr("The wall has begun to fill"),
        tr("There is too little on it yet for the figures to speak."),
    )


_RULES: tuple[Callable[[Findings, Translator], Insight | None], ...] = (
    _strangers,
    _selling,
    _attention,
    _blind_spot,
    _unserved,
    _disappointment,
    _unscored,
    _loop,
    _few,
    _unguarded,
    _votes,
)
