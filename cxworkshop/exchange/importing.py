"""What an import would do, before it is done: the change, what it adds, what to know. Reads no file.

`Caution` is also how an export tells what it wrote and what it left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cxworkshop.errors import Refused, SourceProblem
from cxworkshop.i18n import Translator
from cxworkshop.model.changes import ChangeSet
from cxworkshop.words import N_

MOST_CAUTIONS = 200  # of one import; a bound on hostile files, what is beyond is counted


@dataclass(frozen=True)
class Caution:
    """Something to know about an import or export that works: an English text marked with `N_` and its values.

    With `many` it is a plural form: `text` for one, `many` for several, `n` decides and is `{n}` in both. A value that
    is a day is written as the reader's language writes days.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    many: str = ""
    n: int = 0

    def told(self, tr: Translator) -> str:
        """One line in the language of `tr`."""
        values = {
            name: tr.date(value.isoformat()) if isinstance(value, datetime.date) else value
            for name, value in self.values.items()
        }
        line = tr.plural(self.text, self.many, self.n, **values) if self.many else tr(self.text, **values)
        return " ".join(line.split())


@dataclass(frozen=True)
class ImportPlan:
    """A checked import, ready to be applied as one change.

    `counts`: how many cards of each kind and records of each table ("link", "exposure"…) it adds, only where there are
    any, and under "workshop" how many of the workshop's own fields it fills. `skipped`: how many of those in the source
    are in the workshop already, word for word.
    """

    changes: ChangeSet
    counts: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[Caution, ...] = ()
    skipped: int = 0


def source_problem(what: str, source: str, todo: str = "", **values: object) -> SourceProblem:
    """The error that nothing was imported from `source` (a file's name) because of `what` (English, marked)."""
    return SourceProblem(what, N_("Nothing was imported from “{source}”."), todo, source=source, **values)


def refused_source(problem: Refused, source: str) -> SourceProblem:
    """The same for a record that the model refused."""
    values = {name: value for name, value in problem.values.items() if name != "source"}
    todo = N_("Correct it in the source and import it again.")
    return source_problem(problem.what, source, todo, **values)


def limited(cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    """At most MOST_CAUTIONS of them, each once, the rest counted."""
    once: dict[Any, Caution] = {}
    for caution in cautions:
        values = tuple(sorted((name, str(value)) for name, value in caution.values.items()))
        once.setdefault((caution.text, values, caution.n), caution)
    kept = list(once.values())
    left = len(kept) - MOST_CAUTIONS
    if left > 0:
        rest = Caution(N_("And {n} more remark."), many=N_("And {n} more remarks."), n=left)
        kept = [*kept[:MOST_CAUTIONS], rest]
    return tuple(kept)
