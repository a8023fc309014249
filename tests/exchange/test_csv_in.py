"""Text tables as people have them: encodings, delimiters, and files that are too much."""

import json
import random

import pytest

from cxworkshop.errors import SourceProblem
from cxworkshop.exchange.tables.csv_in import find_delimiter, read_csv
from cxworkshop.exchange.tables.encodings import decode
from cxworkshop.i18n import translator

RUSSIAN = 'Этап;Точка контакта;Канал\r\nЗаказ;"Звонок; линия 2";телефон\r\nОплата;Ёлка - касса;офис\r\n'
PHRASES = (
    "Точка контакта", "Долго ждать на линии", "Приём заказа", "Владелец", "Отдел продаж", "Чек не пришёл",
    "Кофе остыл", "Проблема", "Доставка", "Возврат денег", "КТО ОТВЕЧАЕТ", "ФИО", "Зависит от", "ИТ", "Нет", "Щи",
)  # fmt: skip


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r"]
)
def test_a_russian_table_is_read_in_every_encoding_of_an_office(encoding):
    sheet = read_csv(RUSSIAN.encode(encoding))
    assert sheet.rows[1] == ("Заказ", "Звонок; линия 2", "телефон")
    assert sheet.rows[2][1] == "Ёлка - касса" and sheet.delimiter == ";" and not sheet.warnings


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r"])
def test_tables_of_two_phrases_are_told_apart_by_their_letters(encoding):
    chance = random.Random(7)
    wrong = []
    for _ in range(150):
        text = ";".join(chance.sample(PHRASES, 2)) + "\n"
        if decode(text.encode(encoding))[0] != text:
            wrong.append(text)
    assert len(wrong) <= 3, wrong


def test_western_words_with_accents_are_read_too():
    assert decode("Café;Señor;naïve;Straße".encode("cp1252"))[0] == "Café;Señor;naïve;Straße"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_with_the_most_consistent_columns_wins(delimiter):
    rows = [["Процесс", "Зависит от", "Оценка"], ["Принять, записать", "2; 3", "3,5"], ["Сварить", "", "4,5"]]
    text = "\n".join(delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in rows)
    assert find_delimiter(text) == delimiter


def test_a_list_of_sentences_is_one_column():
    assert {len(row) for row in read_csv("Процесс\nПринять, записать\nСварить, подать\n".encode()).rows} == {1}


def test_the_line_by_which_excel_names_its_delimiter_is_heeded_and_is_no_row():
    assert read_csv(b"sep=|\r\na|b;c\r\n").rows == (("a", "b;c"),)


def test_encoding_and_delimiter_can_be_overridden():
    sheet = read_csv("а;б".encode("cp1251"), encoding="cp866", delimiter=",")
    assert (sheet.encoding, sheet.delimiter, len(sheet.rows[0])) == ("cp866", ",", 1)


def test_the_csv_spectrum_is_read_as_its_answers_say(shared_data):
    folder = shared_data / "data/csv-spectrum"
    seen = 0
    for path in sorted((folder / "csvs").glob("*.csv")):
        before = path.read_bytes()
        answers = json.loads((folder / "json" / f"{path.stem}.json").read_text())
        heading, *rows = read_csv(before, path.name).rows
        read = [dict(zip(heading, [*row, *[""] * (len(heading) - len(row))], strict=True)) for row in rows]
        if (
            path.stem == "location_coordinates"
        ):  # its answer is no list, and has another telephone number than its table
            answers = [{**answers, "Contact Phone Number": "2095257564"}]
        assert read == answers, path.name
        assert path.read_bytes() == before
        seen += 1
    assert seen == 12


TOO_MUCH = {
    "no bytes": (b"", "empty"),
    "only gaps": (b" \r\n\r\n\0", "empty"),
    "a cell of 2 MB": (b'a;b\r\n"' + b"x" * 2_000_000 + b'";1\r\n', "row 2"),
    "100,000 columns": (b";".join(b"c%d" % n for n in range(100_000)), "columns"),
    "200,001 rows": (b"a\n" * 200_001, "rows"),
    "2,000,001 cells": ((b"a;" * 999 + b"a\n") * 2_001, "filled cells"),
    "51 MB": (b"a" * 51_000_000, "50 MB"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_table_beyond_bounds_is_refused_in_plain_words(name):
    data, said = TOO_MUCH[name]
    with pytest.raises(SourceProblem) as caught:
        read_csv(data, "x.csv")
    assert said in caught.value.told(translator("en")) and "x.csv" in caught.value.told(translator("ru"))


def test_zero_bytes_unreadable_signs_and_an_open_quote_are_said():
    said = [caution.told(translator("en")) for caution in read_csv(b'a;b\nx\0y;"z\n').warnings]
    assert any("zero bytes" in line for line in said) and any("row 2" in line for line in said)
    assert "unreadable" in read_csv("а;�\n".encode()).warnings[0].told(translator("en"))
