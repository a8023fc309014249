"""The verbs by name. The module of a verb is loaded when the verb is used: a window need not wait for the analysis."""

from __future__ import annotations

from importlib import import_module

import click

from cxworkshop.cli.usage import speak

VERBS = {  # name: module and command
    "open": "open:open_",
    "new": "new:new",
    "import": "importing:import_",
    "trace": "trace:trace",
    "analyse": "analyse:analyse",
    "check": "check:check",
    "export": "export:export",
    "compare": "compare:compare_",
    "next-cycle": "next_cycle:next_cycle_",
    "demo": "demo:demo",
}


class Verbs(click.Group):
    """click's group, whose commands come when they are asked for."""

    language = "en"

    def use_language(self, language: str) -> None:
        """Say everything in this language from now on."""
        self.language = language
        speak((self, *self.commands.values()), language)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in VERBS:
            return self.load(cmd_name)
        for name in VERBS:  # click proposes one of those it has
            self.load(name)
        return None

    def load(self, name: str) -> click.Command:
        """The command of this name, one of VERBS."""
        if name not in self.commands:
            module, command = VERBS[name].split(":")
            self.add_command(getattr(import_module(f"cxworkshop.cli.{module}"), command))
            speak((self.commands[name],), self.language)
        return self.commands[name]
