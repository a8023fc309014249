"""What a card says on paper: title, line of figures, chip. Knows words and figures, not where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.scores import score
from cxworkshop.exchange.drawing import colours
from cxworkshop.exchange.drawing.findings import Findings, since
from cxworkshop.i18n import Translator
from cxworkshop.model.cards import KINDS
from cxworkshop.model.records import Card
from cxworkshop.words import N_

UNTITLED = N_("(no title)")
NO_OWNER = N_("no owner")


@dataclass(frozen=True)
class Face:
    """`meta`: the line under the title, `tail` its end that is never cut; `dot`: a closeness dot's colour before it;
    `chip`: a figure at its right; `alarm`: the line says that something is missing."""

    title: str
    meta: str = ""
    tail: str = ""
    dot: str = ""
    chip: str = ""
    alarm: bool = False


def title_of(card: Card, tr: Translator) -> str:
    """The title of a card, or that it has none."""
    return card.title if card.title.strip() else tr(UNTITLED)


def face_of(card: Card, findings: Findings, tr: Translator) -> Face:
    """What the card shows."""
    title = title_of(card, tr)
    made = _FACES.get(card.kind)
    return made(title, card, findings, tr) if made else Face(title)


def choice_label(card: Card, name: str, tr: Translator, value: str | None = None) -> str:
    """The words for a choice field's value, the card's own or the one given ("" where it is absent)."""
    field = KINDS[card.kind].field(name)
    labels = {choice.value: choice.label for choice in field.choices} if field else {}
    return tr(labels.get(str(value or card.get(name)), ""))


def _persona(title: str, card: Card, findings: Findings, tr: Translator) -> Face:
    quote = str(card.get("quote", ""))
    return Face(title, tr("“{quote}”", quote=quote) if quote else choice_label(card, "aim", tr))


def _touchpoint(title: str, card: Card, findings: Findings, tr: Translator) -> Face:
    parts = [str(card.get("channel", "")), tr("moment of truth") if card.get("moment_of_truth") else ""]
    return Face(title, " · ".join(part for part in parts if part))


def _problem(title: str, card: Card, findings: Findings, tr: Translator) -> Face:
    severity, frequency = score(card, "severity"), score(card, "frequency")
    if severity is not None and frequency is not None:
        meta = tr("severity {s} · often {f}", s=tr.number(severity), f=tr.number(frequency))
        return Face(title, meta, chip=tr.number(severity * frequency))
    if severity is not None:
        return Face(title, tr("severity {s}", s=tr.number(severity)))
    return Face(title, tr("often {f}", f=tr.number(frequency)) if frequency is not None else "")


def _need(title: str, card: Card, findings: Findings, tr: Translator) -> Face:
    own = findings.opportunity[card.id]
    if own.importance is None and own.satisfaction is None:
        return Face(title)
    meta = tr("matters {i} · met {s}", i=tr.number(own.importance), s=tr.number(own.satisfaction))
    return Face(title, meta, chip=tr.number(own.value))


def _process(title: str, card: Card, findings: Findings, tr: Translator) -> Face:
    owner = findings.owner(card.id)
    if owner is None:
        return Face(title, tr(NO_OWNER), dot=colours.WARMTH[""], alarm=True)
    ago = since(findings.owner_closeness(card.id), tr)
    tail = f" · {ago}" if ago else ""
    return Face(title, title_of(owner, tr), tail, colours.WARMTH[findings.warmth(card.id)])


def _improvement(title: str, card: Card, findings: Findings, tr: Translator) -> Face:
    due = tr("by {date}", date=tr.date(str(card.get("due")))) if card.get("due") else ""
    return Face(title, " · ".join(part for part in (choice_label(card, "status", tr), due) if part))


def _note(title: str, card: Card, findings: Findings, tr: Translator) -> Face:
    return Face(title, str(card.get("author", "")))


_FACES = {
    "persona": _persona,
    "touchpoint": _touchpoint,
    "problem": _problem,
    "need": _need,
    "process": _process,
    "improvement": _improvement,
    "note": _note,
}
