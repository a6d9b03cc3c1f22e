"""What is understood, what is refused, and where the error points: a table each."""

from __future__ import annotations

import pytest

from corpus.errors import QuerySyntaxError
from index.query import explain, parse
from index.query.spelling import nearest_within_one_edit, within

UNDERSTOOD = [
    ("", "all quotes"),
    ("pier", "*pier*"),
    ("old pier", "*old* and *pier*"),
    ('"old pier" -mill', "phrase *old pier*, without *mill*"),
    ("“old pier” NOT mill", "phrase *old pier*, without *mill*"),
    ("«old pier»", "phrase *old pier*"),
    ("pier OR mill", "*pier* or *mill*"),
    ("old pier OR mill", "*old* and (*pier* or *mill*)"),
    ("old AND pier OR mill", "(*old* and *pier*) or *mill*"),
    ("old && pier || mill", "(*old* and *pier*) or *mill*"),
    ("old (pier OR mill)", "*old* and (*pier* or *mill*)"),
    ("-mill", "all quotes, without *mill*"),
    ("NOT NOT mill", "*mill*"),
    ("NOT (mill OR pier)", "all quotes, without (*mill* or *pier*)"),
    ("+old", "*old*"),
    ("pie*", "words beginning with *pie*"),
    ("pier~", "*pier* or words one letter off"),
    ("harbour~2", "*harbour* or words up to two letters off"),
    ('"old pier"~3', "phrase *old pier* with at most 3 words between"),
    ("pier^4 mill", "*pier* (counting 4 times) and *mill*"),
    ("pier^1", "*pier*"),
    ("-pier^4", "all quotes, without *pier* (counting 4 times)"),
    ('"old pier"^1.5 OR mill^.5', "phrase *old pier* (counting 1.5 times) or *mill* (counting 0.5 times)"),
    ("(pier OR mill)^2", "(*pier* or *mill*) (counting 2 times)"),
    ("speaker:quill^2", "speaker *quill* (counting 2 times)"),
    ("pier~1^2", "*pier* or words one letter off (counting 2 times)"),
    ("ha*r", "words of the form *ha*r*"),
    ("harb?r", "words of the form *harb?r*"),
    ("ha*b?r*", "words of the form *ha*b?r**"),
    ("harb?r?", "words of the form *harb?r*"),
    ("speaker:qu?ll", "speaker words of the form *qu?ll*"),
    ("ha\\*r", "*ha*r*"),
    ("really? yes??", "*really* and *yes*"),
    ("h?r what?no.yes", "*h?r* and *what?no.yes*"),
    ("speaker:quill", "speaker *quill*"),
    ('Speaker:"Ada Quill"', "speaker *Ada Quill*"),
    ("speaker:(quill OR marsh)", "speaker *quill* or speaker *marsh*"),
    ("publisher:gazette", "publisher *gazette*"),
    ("type:indirect", "indirect quotes"),
    ("said:2024-11", "said 2024-11"),
    ("said:2024-11~", "said 2024-11~"),
    ("said:[2024-11-01 TO 2024-11-30]", "said from 2024-11-01 to 2024-11-30"),
    ("published:>=2024", "published from 2024"),
    ("e-mail", "*e-mail*"),
    ("old - pier", "*old* and *pier*"),
    ("old — pier!", "*old* and *pier*"),
    ("who said that?", "*who* and *said* and *that*"),
    ("24/7 and/or", "*24/7* and *and/or*"),
    ("[sic] {x}", "*sic* and *x*"),
    ("AT&T 10:30", "*AT&T* and *10:30*"),
    ("'quoted' it's", "*quoted* and *it's*"),
    ("old\\", "*old*"),
    ("to AND TO", "*to* and *TO*"),
]


@pytest.mark.parametrize(("query", "words"), UNDERSTOOD)
def test_understood(query: str, words: str) -> None:
    parsed = parse(query)
    assert (explain(parsed.tree), parsed.warnings) == (words, ())


WARNED = [
    ("mill:pier", "*mill:pier*", "“mill:” is no field"),
    ('he said: "never"', "*he* and (*said* and *never*)", "no date follows “said:”"),
    ("^4 pier", "*pier*", "“^” has no meaning"),
    ("pier^", "*pier*", "“^” has no meaning"),
    ("(-pier)^4", "all quotes, without *pier*", "“^” has no meaning"),
    ("type:direct^4", "direct quotes", "“^” has no meaning"),
    ("said:2024^4", "said 2024", "“^” has no meaning"),
]


@pytest.mark.parametrize(("query", "words", "warning"), WARNED)
def test_understood_with_a_warning(query: str, words: str, warning: str) -> None:
    parsed = parse(query)
    assert explain(parsed.tree) == words
    assert warning in parsed.warnings[0]


def test_an_address_is_words_and_no_warning() -> None:
    parsed = parse("http://pier.example/mill")
    assert parsed.warnings == ()
    assert parsed.has_words


REFUSED = [
    ('old "pier', 4, "never closed"),
    ("old “pier", 4, "never closed"),
    ("old (pier", 4, "never closed"),
    ("old pier)", 8, "never opened"),
    ("old () pier", 4, "nothing between"),
    ("old AND", 7, "missing at the end"),
    ("OR old", 0, "cannot stand here"),
    ("old && || pier", 7, "cannot stand here"),
    ("*", 0, "beginning of one word"),
    ("old *pier", 4, "cannot begin with a wildcard"),
    ("old ?pier", 4, "cannot begin with a wildcard"),
    ("old **pier*", 4, "cannot begin with a wildcard"),
    ("p*r", 0, "at least two letters"),
    ("old pi*e-r", 4, "parts of one word"),
    ("harb?r~1", 0, "one word"),
    ("old pier^0", 9, "above 0"),
    ("old pier^101", 9, "at most 100"),
    ("old pier^1.2.3", 9, "above 0"),
    ("pier^" + "9" * 400, 5, "at most 100"),
    ("old p*", 4, "two letters"),
    ("*" * 31, 0, "beginning of one word"),
    ("pier~3", 0, "letters may differ"),
    ("pier~99", 0, "letters may differ"),
    ("old pi~1", 4, "letters may differ"),
    ("pier~0.5", 5, "whole number"),
    ('"old pier"~99', 0, "may stand between"),
    ("speker:quill", 0, "did you mean “speaker:”"),
    ("old paid:2024", 4, "did you mean “said:”"),
    ("said:", 5, "nothing follows"),
    ("said:2024-13", 5, "is no date"),
    ("said:[2024-11 TO", 5, "a range is written"),
    ("said:[2024-12 TO 2024-11]", 5, "ends before it begins"),
    ("type:spoken", 5, "direct, partial, indirect"),
    ("speaker:(type:direct)", 9, "inside a field"),
    ("!?", 0, "no word"),
    ("old \0", 4, "U+0000"),
    ("old \ud83d", 4, "U+D83D"),
    ("(" * 30 + "old" + ")" * 30, 20, "20 deep"),
    ("NOT " * 100 + "old", 324, "nested too deep"),
    ("ab " * 65, 192, "64 words"),
    ("[a TO " * 80, 193, "64 words"),
    ("OR".join(["ab "] * 25).replace("OR", "OR "), 144, "24 words under"),
    ("-ab " * 25, 97, "24 words under"),
    ("ab* " * 9, 32, "8 beginnings"),
    ('"' + "old " * 9 + '"~2', 0, "8 words can"),
    ("x" * 10_000, 512, "512 characters"),
]


@pytest.mark.parametrize(("query", "position", "message"), REFUSED, ids=[query[:20] for query, _, _ in REFUSED])
def test_refused_at_the_place(query: str, position: int, message: str) -> None:
    with pytest.raises(QuerySyntaxError) as error:
        parse(query)
    assert message in error.value.message
    assert (error.value.query, error.value.position) == (query, position)


FINGERS = [
    ("speker", "speaker"), ("spaeker", "speaker"), ("speakers", "speaker"), ("sopeaker", "speaker"), ("sait", "said"),
    ("speaker", None), ("say", None), ("mill", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), FINGERS)
def test_one_slip_of_the_finger(typed: str, meant: str | None) -> None:
    assert nearest_within_one_edit(typed, ("speaker", "said")) == meant


DISTANCES = [("pier", "pier", 0), ("pier", "pire", 2), ("pier", "piers", 1), ("mill", "pill", 1), ("mill", "", 4)]


@pytest.mark.parametrize(("one", "other", "edits"), DISTANCES)
def test_edits(one: str, other: str, edits: int) -> None:
    assert within(one, other, edits)
    assert edits == 0 or not within(one, other, edits - 1)
