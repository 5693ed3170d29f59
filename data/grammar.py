"""Dutch grammar for computed sentences: numbers of things, lists, comparisons, capitals.

Sentences are put together from these, so that 0, 1, 2 and many read well everywhere.
"""

from collections.abc import Sequence

from data.dutch import number

NAMED_AT_MOST = 3
NEUTER = ("stadsdeel", "team", "eigen gebied", "gebied", "doel", "talent")  # het stadsdeel
_TWICE = 1.995  # what reads as "2,0 keer" is twice


def plural(amount: float, one: str, more: str) -> str:
    """The form of a noun beside an amount.

    >>> plural(1, "wijk", "wijken"), plural(0, "wijk", "wijken")
    ('wijk', 'wijken')
    """
    return one if amount == 1 else more


def article(one: str) -> str:
    """The article of a noun.

    >>> article("wijk"), article("stadsdeel")
    ('de', 'het')
    """
    return "het" if one in NEUTER else "de"


def relative(one: str) -> str:
    """The pronoun that refers to a noun.

    >>> relative("wijk"), relative("stadsdeel")
    ('die', 'dat')
    """
    return "dat" if one in NEUTER else "die"


def counted(amount: int, one: str, more: str) -> str:
    """An exact amount with its noun; nothing is "geen".

    >>> [counted(amount, "match", "matches") for amount in (0, 1, 1200)]
    ['geen matches', '1 match', '1.200 matches']
    """
    return f"{number(amount) if amount else 'geen'} {plural(amount, one, more)}"


def are(amount: float) -> str:
    """The verb beside an amount: 1 is, 0 zijn, 2 zijn."""
    return plural(amount, "is", "zijn")


def did_you_mean(names: Sequence[str]) -> str:
    """The question whether one of these was meant; empty when there is none.

    >>> did_you_mean(["Tempel", "Tongelre"]), did_you_mean([])
    ('Bedoelt u Tempel of Tongelre?', '')
    """
    return f"Bedoelt u {listed(names, 'of')}?" if names else ""


def listed(words: Sequence[str], last: str = "en") -> str:
    """Words in one line; nothing for no words.

    Each word can be told from the next: a comma before the last one where words hold an "en" of
    their own, semicolons where they hold a comma.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], last="of")
    ('a', 'a en b', 'a, b of c')
    >>> listed(["groen en tuin", "sport en bewegen"])
    'groen en tuin, en sport en bewegen'
    >>> listed(["Muschberg, Geestenberg", "Esp"])
    'Muschberg, Geestenberg; en Esp'
    """
    if len(words) < len(("one", "another")):
        return "".join(words)
    comma, before = ", ", " "
    if any(", " in word for word in words):
        comma = before = "; "
    elif any(f" {last} " in word for word in words):
        before = ", "
    return f"{comma.join(words[:-1])}{before}{last} {words[-1]}"


def named(words: Sequence[str], more: str) -> str:
    """Up to three names, else how many there are.

    >>> named(["Centrum", "Gestel"], "wijken"), named(["a"] * 105, "buurten")
    ('Centrum en Gestel', '105 buurten')
    """
    return listed(words) if len(words) <= NAMED_AT_MOST else f"{number(len(words))} {more}"


def all_of(total: int, one: str, more: str) -> str:
    """Every one of a number of things.

    >>> [all_of(total, "wijk", "wijken") for total in (0, 1, 2, 20)]
    ['geen wijken', 'de enige wijk', 'beide wijken', 'alle 20 wijken']
    """
    few = {0: f"geen {more}", 1: f"{article(one)} enige {one}", 2: f"beide {more}"}
    return few.get(total, f"alle {number(total)} {more}")


def part_of(part: int, total: int, one: str, more: str) -> str:
    """A part of a number of things, as the subject of `plural(part, "is", "zijn")`.

    >>> part_of(0, 2, "wijk", "wijken"), part_of(3, 3, "wijk", "wijken")
    ('0 van de 2 wijken', 'alle 3 wijken')
    """
    if part == total:
        return all_of(total, one, more)
    return f"{number(part)} van de {number(total)} {plural(total, one, more)}"


def part_are(part: int, total: int) -> str:
    """The verb beside a part of a number of things: nothing of them is, as one of them is.

    >>> part_are(0, 2), part_are(1, 2), part_are(2, 2), part_are(0, 0)
    ('is', 'is', 'zijn', 'zijn')
    """
    return "is" if total > 0 and part <= 1 else "zijn"


def part_is(part: int, total: int, one: str, more: str) -> str:
    """A part of a number of things with its verb.

    >>> part_is(0, 2, "wijk", "wijken"), part_is(2, 2, "wijk", "wijken")
    ('0 van de 2 wijken is', 'beide wijken zijn')
    """
    return f"{part_of(part, total, one, more)} {part_are(part, total)}"


def spanned(first: str, last: str) -> str:
    """From a moment up to another one, in words; one moment is named once.

    >>> spanned("mei 2021", "juni 2021"), spanned("mei 2021", "mei 2021")
    ('mei 2021 tot en met juni 2021', 'mei 2021')
    """
    return first if first == last else f"{first} tot en met {last}"


def compared(difference: float, decimals: int, other: str) -> str:
    """A difference in words against something else.

    >>> compared(12, 0, "een jaar eerder"), compared(-0.04, 1, "de stad")
    ('12 meer dan een jaar eerder', 'evenveel als de stad')
    """
    amount = number(abs(difference), decimals)
    if amount == number(0, decimals):
        return f"evenveel als {other}"
    return f"{amount} {'meer' if difference > 0 else 'minder'} dan {other}"


def times(ratio: float, other: str) -> str:
    """A ratio against something else in words.

    >>> times(2.5, "de stad"), times(0.88, "de stad"), times(1.001, "de stad")
    ('2,5 keer zo veel als de stad', '12% minder dan de stad', 'evenveel als de stad')
    """
    if ratio >= _TWICE:
        return f"{number(ratio, 1)} keer zo veel als {other}".replace(",0 keer", " keer")
    percent = round(abs(ratio - 1) * 100)
    if percent == 0:
        return f"evenveel als {other}"
    return f"{percent}% {'meer' if ratio > 1 else 'minder'} dan {other}"


def capital(words: str) -> str:
    """Words with a capital at their begin: `'t Hofke` gets its capital on the H.

    >>> capital("heel Eindhoven"), capital("'t hofke")
    ('Heel Eindhoven', "'t Hofke")
    """
    if words.startswith(("'t ", "’t ", "'s-", "’s-")):
        return words[:3] + words[3:4].upper() + words[4:]
    return words[:1].upper() + words[1:]


def lower_first(words: str) -> str:
    """A sentence as it continues after a colon, but for an abbreviation.

    >>> lower_first("Na 3 maanden"), lower_first("CBS telt")
    ('na 3 maanden', 'CBS telt')
    """
    if words[1:2].isupper():
        return words
    return words[:1].lower() + words[1:]
