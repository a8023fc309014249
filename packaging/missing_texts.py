"""Lists the texts of the program that have no Russian translation, and translations of texts that are gone.

Run by `python3 dev.py texts`. The exit status is 1 where a translation is missing.
"""

from __future__ import annotations

import sys
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


def translated_texts(language: str) -> set[str]:
    """The texts with a translation in any catalogue of the language."""
    translated: set[str] = set()
    for catalogue in sorted((ROOT / "resources" / "locale" / language).glob("*.po")):
        with catalogue.open("rb") as stream:
            messages = [message for message in read_po(stream, locale=language) if message.id and not message.fuzzy]
        for message in messages:
            forms = message.string if isinstance(message.string, tuple | list) else [message.string]
            if all(forms):
                translated.add(message.id if isinstance(message.id, str) else message.id[0])
    return translated


def main() -> int:
    """Print both lists, as `place: text`."""
    program, translated = texts_in_the_program(), translated_texts("ru")
    missing = sorted((place, text) for text, place in program.items() if text not in translated)
    for place, text in missing:
        print(f"{place}: no translation: {text!r}")
    for text in sorted(translated - program.keys()):
        print(f"resources/locale/ru: no longer in the program: {text!r}")
    print(f"{len(program)} texts, {len(missing)} without a translation", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
