"""Lists the texts of the program that have no Russian translation, and translations of texts that are gone.

Run by `python3 dev.py texts`. The exit status is 1 where a translation is missing.
"""

from __future__ import annotations

import ast
import sys
from inspect import cleandoc
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"tr": None, "N_": None, "plural": (1, 2)}


def texts_in_the_program() -> dict[str, str]:
    """Every marked text (of a plural its singular) with the place where it is written."""
    found: dict[str, str] = {}
    for file, line, text, _, _ in extract_from_dir(str(ROOT / "cxworkshop"), keywords=KEYWORDS, comment_tags=()):
        found.setdefault(text if isinstance(text, str) else text[0], f"cxworkshop/{file}:{line}")
    return found


def all_strings() -> set[str]:
    """Every string of the program: some texts are not marked where they stand, such as the help of a verb."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "cxworkshop").rglob("*.py")]
    constants = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {cleandoc(value) for value in constants if isinstance(value, str)}


def translated_texts(language: str) -> dict[str, str]:
    """The texts with a translation in any catalogue of the language, each with its singular."""
    translated: dict[str, str] = {}
    for catalogue in sorted((ROOT / "resources" / "locale" / language).glob("*.po")):
        with catalogue.open("rb") as stream:
            messages = [message for message in read_po(stream, locale=language) if message.id and not message.fuzzy]
        for message in messages:
            forms = message.string if isinstance(message.string, tuple | list) else [message.string]
            texts = [message.id] if isinstance(message.id, str) else message.id
            if all(forms):
                translated |= dict.fromkeys(texts, texts[0])
    return translated


def main() -> int:
    """Print both lists, as `place: text`."""
    program, translated = texts_in_the_program(), translated_texts("ru")
    missing = sorted((place, text) for text, place in program.items() if text not in translated)
    for place, text in missing:
        print(f"{place}: no translation: {text!r}")
    for text in sorted(set(translated.values()) - program.keys() - all_strings()):
        print(f"resources/locale/ru: no longer in the program: {text!r}")
    print(f"{len(program)} texts, {len(missing)} without a translation", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
