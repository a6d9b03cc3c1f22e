"""Each rule of attribution by example: which rule decides, and whose words it says they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.extraction import extract_quotes, rules

EXAMPLES: list[tuple[str, str, str | None]] = [
    ("signed", "“The wall is safe.\n\nAnn Lee, harbour master.”", "Ann Lee"),
    ("labelled_inside", "“LEE: The wall is safe.", "LEE"),
    ("labelled", "Harbour master Ann Lee: “The wall is safe.”", "Harbour master Ann Lee"),
    ("labelled", "The wall is still closed – Ann Lee: “The wall is safe.”", "Ann Lee"),
    ("tabled", "| Ann Lee | “The wall is safe.” |", "Ann Lee"),
    ("tabled", "| “The wall is safe.” | Ann Lee |", "Ann Lee"),
    ("quoting", "Bo Ruiz quoted his old teacher, Ann Lee: “The wall is safe.”", "Ann Lee"),
    ("in_the_words_of", "In the words of Ann Lee, who runs the ferry, the wall is “safe for good.”", "Ann Lee"),
    ("in_the_words_of", "Bo Ruiz has said it will be, in the words of one email, “short”.", "one email"),
    ("after_the_words", "“The wall is safe,” Ann Lee said.", "Ann Lee"),
    ("after_the_words", "“The wall is safe,” said Ann Lee, who built it.", "Ann Lee"),
    ("after_the_words", "“Is the wall safe?” Ann Lee asked.", "Ann Lee"),
    ("after_the_words", "“The wall is safe” – as Ann Lee put it.", "Ann Lee"),
    ("before_the_words", "Ann Lee said, “The wall is safe.”", "Ann Lee"),
    ("before_the_words", "Ann Lee said the wall was “safe for good” this year.", "Ann Lee"),
    ("before_the_words", "Ann Lee said she thinks the wall is “safe for good.”", "Ann Lee"),
    ("before_the_words", "Bo Ruiz met Ann Lee, who called the wall “safe for good.”", "who"),
    ("before_the_words", "He held up a sign saying “The wall is safe.”", "a sign"),
    ("before_the_words", "Ann Lee, who built it, said the wall “is safe for good.”", "Ann Lee"),
    ("before_the_words", "Ann Lee said the harbour could be closed to “every boat in town.”", "Ann Lee"),
    ("before_the_words", "After winning the vote, Ann Lee (D-Eln), said, “The wall is safe.”", "Ann Lee"),
    ("before_the_words", "Ann Lee called Bo Ruiz “The Rock of Holm.”", "Ann Lee"),
    ("by_a_noun", "The town was tired of Ann Lee's claim that the wall was “safe for good.”", "Ann Lee's"),
    ("by_a_noun", "Little came of her call for “a new wall.”", "her"),
    ("by_a_noun", "That was the end of Ann Lee's “no new wall” pledge.", "Ann Lee's"),
    ("by_a_noun", "The boats left to chants of “Close the wall!”", None),
    ("closing_the_sentence", "The wall is a “costly” mistake, said Ann Lee.", "Ann Lee"),
    ("beside_the_words", "“The wall is safe,” an angry Lee retaliated.", "an angry Lee"),
    ("after_a_colon", "Ann Lee leaned in and grinned: “The wall is safe.”", "Ann Lee"),
    ("bylined", "“The wall is safe.” — Ann Lee", "Ann Lee"),
    ("carried_on", "“The wall is safe.” He left.\n\n“It is,” Ann Lee said. She rose. “It always was safe.”", "Ann Lee"),
    ("spoken_on", "“We close,” Ann Lee said. For boats, there is “no other way out.”", "Ann Lee"),
    ("after_a_colon", "Ann Lee was asked, “Is the wall safe?”", None),
    ("before_the_words", "In what Ann Lee called “a gift to the rich,” the town charged nothing.", "Ann Lee"),
    ("led_in", "From Ann Lee at the harbour board:\n\n“The wall is safe.”", "Ann Lee"),
    ("led_in", "Ann Lee was blunt. “The wall is safe.”", "Ann Lee"),
    ("led_in", "“We close,” Ann Lee said. Bo Ruiz agreed. “The wall is safe.”", "Bo Ruiz"),
    ("judged", "Ann Lee sees the wall as “a gift to the rich.”", "Ann Lee"),
    ("attributed_next", "“The wall is safe.”\n\n“It always was,” Ann Lee said.", "Ann Lee"),
]


@pytest.mark.parametrize(
    ("rule", "text", "mention"), EXAMPLES, ids=[f"{rule}: {text[:30]}" for rule, text, _ in EXAMPLES]
)
def test_the_rule_that_decides(rule: str, text: str, mention: str | None) -> None:
    decided = [(one.attribution.rule, one.mention and one.mention.text) for one in extract_quotes(text)]
    assert (rule, mention) in decided


def test_every_rule_has_an_example() -> None:
    assert {rule.__name__ for rule in rules.RULES} <= {rule for rule, _, _ in EXAMPLES}


def test_a_rule_is_a_file_with_a_function_of_its_name() -> None:
    folder = Path(rules.__file__).parent
    assert {path.stem for path in folder.glob("[a-z]*.py")} == {rule.__name__ for rule in rules.RULES}


@pytest.mark.parametrize(
    "text",
    [
        "The EHB, pronounced “ee-bee-aitch,” runs the harbour.",
        "The council decided to “break the ice at last” in May.",
        "She wrote the book “Tides of the Northern Sea” in a winter.",
    ],
)
def test_no_rule_gives_these_to_anybody(text: str) -> None:
    assert not any(one.speakers for one in extract_quotes(text))
