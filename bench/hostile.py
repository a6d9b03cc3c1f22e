"""Texts that try to make extraction slow: each grows with a length in characters, and stays of one kind."""

from __future__ import annotations

from collections.abc import Callable

Grower = Callable[[int], str]
"""Length in characters to a text of about that length."""


def repeated(piece: str) -> Grower:
    """The same piece again and again, in one paragraph unless the piece itself ends one."""
    return lambda length: piece * max(1, length // len(piece))


def nested(opening: str, closing: str) -> Grower:
    """Marks within marks, as deep as the length allows, around one word."""
    return lambda length: opening * (length // 4) + "yes" + closing * (length // 4)


SYLLABLES = ("ba", "ko", "mi", "ra", "su", "te", "lo", "na", "vi", "pe")


def word(number: int) -> str:
    """A capitalised made-up word for each number, as long as it needs."""
    return "".join(SYLLABLES[int(digit)] for digit in str(number)).capitalize()


def counted(sentence: str) -> Grower:
    """A sentence again and again, with ever new names for its ``{}``."""
    return lambda length: "".join(sentence.format(word(number)) for number in range(max(1, length // len(sentence))))


HOSTILE: dict[str, Grower] = {
    "quotations in one paragraph": repeated("“It rained,” Ada Park said. He added that it would stop. "),
    "quotations in paragraphs": repeated("“It rained,” said Ada Park, the mayor. “It will stop.”\n\n"),
    "one speaker a paragraph": repeated("Bo Lind, a farmer, shrugged. “It rained,” she said.\n\n"),
    "two people and a pronoun": repeated("Ada Park met Bo Lind. She said it had been “wet.” "),
    "plain words": repeated("The rain fell on the roofs of the town and it did not stop. "),
    "stops and single marks": lambda length: "…" * (length // 2) + "'" * (length // 2) + "1",
    "full stops, then a letter": lambda length: "." * length + "x",
    "one surname, ever new people": counted("“It rained,” {} Park said. “It will,” Park said. "),
    "ever new titles": counted("The {0} minister, Bo {0}, came. “It rained,” the minister said. He left. "),
    "straight marks": repeated('"'),
    "straight marks, spaced": repeated('" '),
    "opening marks": repeated("“"),
    "closing marks, spaced": repeated("” "),
    "single marks": repeated("' "),
    "apostrophes in words": repeated("o'"),
    "single-marked words": repeated("'rain' "),
    "unclosed single mark": lambda length: "'" + "rain falls " * (length // 11),
    "odd marks by turns": repeated("“It \"rained ”and' «stopped„ "),
    "one odd mark a paragraph": repeated("“It rained, said Ada Park.\n\n"),
    "nested curly marks": nested("“‘", "’”"),
    "nested straight marks": nested("\"'", "'\""),
    "doubled apostrophes": repeated("''rain'' "),
    "a name without end": repeated("Ada "),
    "names with particles": repeated("Ada van der Park, "),
    "titles without end": repeated("Mr. Dr. President "),
    "one title without end": lambda length: "Mr. " * (length // 4) + "Park said it rained.",
    "said said said": repeated("said "),
    "he said she said": repeated("he said she told "),
    "unnamed officials": repeated("A second official said a third official said. "),
    "capitals and full stops": repeated("U.S. "),
    "labels": repeated("MR. PARK: Yes.\n"),
    "colons": repeated(": "),
    "dashes": repeated("— "),
    "commas": repeated("rain, "),
    "line breaks": repeated("\n"),
    "white space": repeated(" \t"),
    "one word": repeated("rain"),
    "zero-width spaces": repeated("\u200b“rain”\u200b"),
    "brackets": repeated("(["),
    "numbers": repeated("1,000.5 "),
    "according to": repeated("according to Ada Park, "),
    "ever new people": counted("“It rained,” said Ada {0}, a farmer. “It stopped,” {0} said.\n\n"),
    "ever new officials": counted("A {0} official met an official. “It rained,” the official said. "),
    "ever new bodies": counted("The {0} Board (TB) said “rain.” The board said it was “late.” "),
    "ever new joint statements": counted("Ada {0} and Bo {0} met. The two leaders said it was “late.” They agreed. "),
    "a pronoun far back": lambda length: "She ran. " * (length // 9) + "“It rained,” she said.",
    "an official far back": lambda length: "The official ran. " * (length // 18) + "“It rained,” the official said.",
    "its answer's answer": lambda length: "It's answer's " * (length // 14) + "answer was: “It rained.”",
    "British marks": repeated("‘It rained,’ said Ada Park. ‘It “never” rains, don’t they say?’ "),
    "British marks, unclosed": repeated("‘It rained, said Ada Park. "),
    "bodies taken up again": counted("The company, {0}, closed. “It rained,” the company said. It said “late.” "),
    "ever new newspapers": counted("The {} Herald came out. It rained, the Herald said. It said so again. "),
    "ever new firms of one name": counted("Park {} closed. “It rained,” Park said. The company left. "),
    "capitals before an abbreviation": lambda length: "Ada " * (length // 4) + "“It rained,” NWA said.",
    "one word in capitals": lambda length: "A" * length + " met NWA. “It rained,” NWA said.",
    "pronouns without end": repeated("He said it was late. She said they knew. "),
    "terminal colours": repeated("\x1b[31m“It rained,”\x1b[0m Ada Park said. "),
    "that that that": repeated("Ada Park said that "),
}
