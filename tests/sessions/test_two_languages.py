"""An example in Russian and in English is one workshop: only the texts differ, each in its own letters."""

import re

from tests.sessions.contract import TRANSLATED, texts
from tests.sessions.workshop import every_pair


@every_pair
def test_the_languages_differ_in_texts_only(russian, english):
    def bones(value):
        if isinstance(value, dict):
            return {name: ... if name in TRANSLATED else bones(item) for name, item in value.items()}
        return [bones(item) for item in value] if isinstance(value, list) else value

    assert bones(russian.doc) == bones(english.doc)


@every_pair
def test_each_language_keeps_to_its_own_letters(russian, english):
    assert re.findall(r"[А-Яа-яЁё]+", english.raw) == []
    titles = [card["title"] for card in russian.doc["cards"]] + [block["title"] for block in russian.doc["agenda"]]
    assert [title for title in titles if not re.search("[а-яё]", title)] == []


@every_pair
def test_quotation_marks_and_apostrophes_are_those_of_a_printed_page(russian, english):
    for workshop in (russian, english):
        assert [record for record in workshop.doc["cards"] if re.search("['\"]", "".join(texts(record)))] == []
    assert not re.search("[‘’]", russian.raw)
