"""Tables in the text of a page: what goes on below in a cell belongs to its row."""

from exports.audit.readers.layout import sentences_of, tables_in, ticks_of

PAGE = """
 Wijk               Gestart        Hele    Bereikt per      Lopend
                                maanden    1.000
 De Laak  pilot     sep 2017         49          0,9            0
 Doornakkers        sep 2017         49          1,8            3
 pilot
 Oud-Tongelre       sep 2017         49          2,3           10
 pilot

Bron: registratie Buurt in Bloei
"""
TOLD = """
 Wijk               Scans        Matches
 De Laak               12              3
Dit is een zin die langer is dan de naam van een wijk en dus geen deel van de tabel.
"""

RANKED = """
 Nr.   Buurt                       Per 1.000 inwoners
       Strijp                                           17,5

   1   Bosrijk                                         229,5

   2   Meerrijk                                        149,6

       Zandrijk                                          1,7

       Herdgang                             nog niet gestart
"""


def test_a_row_without_its_first_cell_is_a_row() -> None:
    """What has no place in a ranking keeps the table, and its headings, together."""
    [table], _ = tables_in(RANKED)
    assert table == (
        ("Nr.", "Buurt", "Per 1.000 inwoners"),
        (None, "Strijp", "17,5"),
        ("1", "Bosrijk", "229,5"),
        ("2", "Meerrijk", "149,6"),
        (None, "Zandrijk", "1,7"),
    )


def test_a_heading_and_a_name_of_two_lines_are_one_cell() -> None:
    [table], known = tables_in(PAGE)
    assert table == (
        ("Wijk", "Gestart", "Hele maanden", "Bereikt per 1.000", "Lopend"),
        ("De Laak pilot", "sep 2017", "49", "0,9", "0"),
        ("Doornakkers pilot", "sep 2017", "49", "1,8", "3"),
        ("Oud-Tongelre pilot", "sep 2017", "49", "2,3", "10"),
    )
    assert known.hold("pilot")
    assert not known.hold("Bron: registratie Buurt in Bloei")


def test_a_sentence_below_a_table_is_no_row_of_it() -> None:
    [table], known = tables_in(TOLD)
    assert table[-1] == ("De Laak", "12", "3")
    assert len(known.rows) == 2


def test_an_axis_with_what_it_rests_on_below_is_an_axis() -> None:
    axis = ["0", "(1.245)", "3", "(555)", "6", "(335)", "9", "(220)"]
    assert ticks_of(axis) == {0, 2, 4, 6}
    assert ticks_of(["3", "(555)", "inwoners"]) == set()
    assert ticks_of(["0", "(3)", "3", "(4)", "6", "(5)", "11"]) == set()
    assert ticks_of(["0", "(290)", "3", "(150)", "0", "20", "40"]) == {0, 2, 4, 5, 6}
    assert ticks_of(["0", "3", "wijken"]) == set()


def test_a_number_at_the_end_of_a_line_is_of_the_word_below_it() -> None:
    line = (
        "Stratum, in het 3e kwartaal van 2021: 20 scans en 25 matches; een jaar eerder 30 scans, 4"
    )
    assert sentences_of([line, "vacatures en 25 matches."]) == [f"{line} vacatures en 25 matches."]
    assert sentences_of([line, "Op 30 september"]) == [line, "Op 30 september"]
    assert sentences_of(["Kortonjo 3", "vacatures 12"]) == ["Kortonjo 3", "vacatures 12"]


def test_words_of_a_row_are_a_part_of_it_in_their_order_only() -> None:
    """A drawn row is read twice: by its places, and as a line in which some cells are missing."""
    _, known = tables_in(PAGE)
    assert known.hold("Doornakkers sep 2017 49 3")
    assert not known.hold("Doornakkers sep 2017 3 49")
    assert not known.hold("Doornakkers 3")


def test_a_row_that_is_read_cell_by_cell_is_still_a_row() -> None:
    """A page gives the words of a cell that goes on below before those of the next."""
    page = """
 Buurt            Wachtend                 Vrije plekken           Open vacatures
 Schouwbroek      alleen aan het eind      alleen aan het eind     3
                  van een kwartaal         van een kwartaal
"""
    _, known = tables_in(page)
    cell = ["alleen aan het eind", "van een kwartaal"]
    assert known.rest_of(["Schouwbroek", *cell, *cell, "3", "3 inwoners"]) == ["3 inwoners"]


def test_an_axis_of_a_picture_of_nearly_nothing_has_two_steps() -> None:
    assert ticks_of(["nov", "0", "1", "0 scans", "1 vacatures"]) == {1, 2}
    assert ticks_of(["Kortonjo", "0", "1", "Bron: registratie"]) == set()
