"""Questions that bring out what happened, to begin with: about the last time, never about what one would do.

After R. Fitzpatrick, “The Mom Test”, and S. Portigal, “Interviewing Users”: past behaviour, not opinions on the future.
"""

from __future__ import annotations

from cxworkshop.words import N_

STARTERS = (
    N_("Tell me about the last time you used it, from the very beginning."),
    N_("What was the hardest part? What did you do then?"),
    N_("When did it last go wrong? What happened first, and what after that?"),
    N_("What did it cost you: in time, in money, in nerves?"),
    N_("What have you already tried so that it would not happen again?"),
    N_("Whom did you turn to? What did they answer?"),
    N_("What did you expect at that moment? Where did the expectation come from?"),
    N_("What do you remember of it today? What did you tell others?"),
    N_("When did you last think of leaving? What kept you?"),
    N_("Whom else should we ask about this? What have I not asked?"),
)
