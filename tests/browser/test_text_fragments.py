"""Links to a passage, followed in Chromium by a click: the page must scroll to the words and mark them alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import Browser, Page

from corpus import extract_quotes, read_article
from corpus.citation import cite
from corpus.model import Article, Segment
from tests.browser.hosts import Host

pytestmark = pytest.mark.browser

SPACER = '<div style="height: 3000px"></div>'
LEAD = (
    "<p>The harbour council met on Monday in the old customs house, and it sat until midnight over the plans for "
    "the mole, the lamp and the two ferries that the town has been promised since the flood.</p>"
)
TAIL = "<p>The council meets again in the spring, when the ice has left the river and the ferries can be tried.</p>"
SENTENCE = "The pier was measured again in the rain, and again it was too short for the new boats. "


@dataclass(frozen=True)
class Passage:
    """The HTML of an article in which the words of `said` are to be marked: one element for each segment, each in the
    element with id ``here`` where they stand more than once."""

    html: str
    said: tuple[str, ...]
    lang: str = "en"


PASSAGES = {
    "a sentence": Passage(
        "<p>“Nobody asked the fishermen at all,” said Mira Halloran.</p>", ("Nobody asked the fishermen at all,",)
    ),
    "few words": Passage("<p>“Never again,” said Mira Halloran.</p>", ("Never again,",)),
    "one word": Passage("<p>“Never,” said Mira Halloran.</p>", ("Never,",)),
    "split": Passage(
        "<p>“We measured the pier twice,” said Mira Halloran, “and it was too short both times.”</p>",
        ("We measured the pier twice,", "and it was too short both times."),
    ),
    "very long": Passage(f"<p>“{SENTENCE * 8}” said Mira Halloran.</p>", ((SENTENCE * 8).strip(),)),
    "dashes": Passage(
        "<p>“The half-built, ice-bound pier – our pier – is well-known,” said Mira Halloran.</p>",
        ("The half-built, ice-bound pier – our pier – is well-known,",),
    ),
    "quotes inside": Passage(
        "<p>“He called it ‘a disgrace’, and it's not,” said Mira Halloran.</p>",
        ("He called it ‘a disgrace’, and it's not,",),
    ),
    "commas and ampersands": Passage(
        "<p>“Smith &amp; Sons, Reed &amp; Co, 100% of them, signed #4,” said Mira Halloran.</p>",
        ("Smith & Sons, Reed & Co, 100% of them, signed #4,",),
    ),
    "Cyrillic": Passage(
        "<p>«Мы ждали этого моста одиннадцать лет», — сказала Анна Ли.</p>",
        ("Мы ждали этого моста одиннадцать лет",),
        "uk",
    ),
    "Arabic": Passage(
        '<p dir="rtl">قالت آنا لي: «لن ننتظر الجسر عاما آخر يا سادة».</p>', ("لن ننتظر الجسر عاما آخر يا سادة",), "ar"
    ),
    "Chinese": Passage("<p>安娜·李说：“我们等这座桥已经等了十一年了。”</p>", ("我们等这座桥已经等了十一年了。",), "zh"),
    "Chinese, few words": Passage("<p>安娜·李说：“太晚了。”</p>", ("太晚了。",), "zh"),
    "twice": Passage(
        f"<p>The minutes say that the pier is too short for boats of that kind.</p>{SPACER}"
        '<p id="here">“the pier is too short for boats of that kind,” said Mira Halloran on Tuesday.</p>',
        ("the pier is too short for boats of that kind,",),
    ),
    "twice, few words": Passage(
        f"<p>“Too short,” said Otto Lind of the ferry.</p>{SPACER}<p id=here>“Too short,” said Mira Halloran.</p>",
        ("Too short,",),
    ),
    "twice in a paragraph": Passage(
        "<p>He wrote “too late” and signed. “<b id=here>too late</b>” were her words as well.</p>",
        ("too late",),
    ),
    "begins its line": Passage(f"<p>Shut it.</p>{SPACER}<p id=here>Shut it</p><p>were her words.</p>", ("Shut it",)),
    "marked up inside": Passage(
        "<p>“Nobody <em>ever</em> asked <a href=/x>the fishermen</a> at all,” said Mira Halloran.</p>",
        ("Nobody ever asked the fishermen at all,",),
    ),
    "over a line break": Passage(
        "<p>“The pier was too short for them,<br>and the boats were too long for it,” said Mira Halloran.</p>",
        ("The pier was too short for them,\nand the boats were too long for it,",),
    ),
    "over two paragraphs": Passage(
        "<p>“The pier was too short for all of them.</p><p>The boats were too long for it,” said Mira Halloran.</p>",
        ("The pier was too short for all of them.\nThe boats were too long for it,",),
    ),
    "begins its line, among others": Passage(
        f"<p>The sign was read aloud.</p><p>Shut it.</p>{SPACER}<p>The council was asked.</p><p id=here>Shut it.</p>",
        ("Shut it.",),
    ),
    "hard space": Passage(
        "<p>“It cost 40&nbsp;000 crowns a year,” said Mira Halloran.</p>", ("It cost 40 000 crowns a year,",)
    ),
}


HIGHLIGHT = "<style>body { font: 18px/1.6 serif } ::target-text { background: #f0f; color: #f0f }</style>"
RECTANGLES = """said => {  // of the words on the page, whatever elements and white space are between them
  const root = document.getElementById("here") ?? document.querySelector("article");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), places = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    [...node.data].forEach((letter, at) => letter.trim() && places.push([node, at, letter]));
  }
  const letters = places.map(place => place[2]).join("");
  return said.flatMap(words => {
    const wanted = words.replace(/\\s/g, ""), start = letters.indexOf(wanted), range = new Range();
    range.setStart(...places[start].slice(0, 2));
    range.setEnd(places[start + wanted.length - 1][0], places[start + wanted.length - 1][1] + 1);
    return [...range.getClientRects()].map(one => [one.left, one.top, one.right, one.bottom]);
  });
}"""


def page_of(passage: Passage, spacer: str = "") -> str:
    body = passage.html.replace(SPACER, spacer)
    return (
        f"<!doctype html><html lang={passage.lang}><meta charset=utf-8><title>Pier</title>{HIGHLIGHT if spacer else ''}"
        f"<body>{spacer}<article><h1>Pier</h1>{LEAD}{body}{TAIL}</article>{spacer}"
    )


def segments(article: Article, passage: Passage) -> list[Segment]:
    """Those of the quotation that was found in the article; made by hand in languages that are not read."""
    found = [one for one in extract_quotes(article) if tuple(part.text for part in one.segments) == passage.said]
    return list(found[-1].segments) if found else [by_hand(article.text or "", words) for words in passage.said]


def by_hand(text: str, words: str) -> Segment:
    start = text.rindex(words)
    return Segment(words, start, start + len(words), 0, "direct")


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 800, "height": 600})
    yield page
    page.close()


@pytest.mark.parametrize("passage", PASSAGES.values(), ids=PASSAGES)
def test_a_link_lands_on_the_words_and_marks_no_others(tab: Page, elsewhere: Host, passage: Passage) -> None:
    url = elsewhere.serve(page_of(passage, SPACER))
    article = read_article(page_of(passage).encode(), url=url, published="2024-05-14", lang=passage.lang)
    link = cite(article, segments(article, passage)).deep_link.url or ""
    tab.goto(elsewhere.serve(f'<!doctype html><title>Citing</title><a href="{link}">Open at this passage</a>'))
    tab.get_by_role("link").click()  # browsers follow such a link only for a person
    tab.wait_for_function("scrollY > 0", timeout=5000)
    assert marked(tab, passage.said) == "these words"


def marked(page: Page, said: tuple[str, ...]) -> str:
    """What is highlighted on the screen: the words of `said`, or in what it differs from them."""
    screen = imread(BytesIO(page.screenshot()), format="png")[..., :3]
    magenta = (screen[..., 0] > 0.9) & (screen[..., 1] < 0.1) & (screen[..., 2] > 0.9)
    wanted, near = np.zeros_like(magenta), np.zeros_like(magenta)
    for left, top, right, bottom in page.evaluate(RECTANGLES, said):
        if top < 0 or bottom > magenta.shape[0]:
            return f"words out of sight, from {top} to {bottom}"
        wanted[int(top) + 4 : int(bottom) - 4, int(left) + 2 : int(right) - 1] = True
        near[max(0, int(top) - 9) : int(bottom) + 9, max(0, int(left) - 9) : int(right) + 9] = True
    if (magenta & ~near).any():
        return "other words too"
    return "these words" if magenta[wanted].mean() > 0.95 else f"{magenta[wanted].mean():.0%} of these words"
