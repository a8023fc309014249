"""The verbs as click reads them, with its help and its complaints in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

import click

from cxworkshop import __version__
from cxworkshop.cli.opening import open_window
from cxworkshop.cli.verbs import Verbs
from cxworkshop.i18n import system_language


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cxworkshop")
@click.pass_context
def cxworkshop(context: click.Context) -> None:
    """A facilitator's wall for customer-experience workshops. Without a verb: opens the window."""
    if context.invoked_subcommand is None:
        context.exit(open_window(None))


def run(arguments: Sequence[str] | None) -> int:
    """Run one verb, `arguments` as for `main`; gives its exit status, 2 where it was called wrongly (said on stderr).

    Raises Told and OSError.
    """
    cxworkshop.use_language(system_language())
    try:
        status = cxworkshop.main(arguments, prog_name="cxworkshop", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except click.Abort:
        return 130
    return status if isinstance(status, int) else 0
