"""The referee beside the project: ``../shared/eval/evaluate.py`` scores what is extracted from the articles of
``../shared/polnear`` against their gold attributions. Neither is part of the project; both are only measured with.

The protocol is that program's docstring. Every figure here is a percentage.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from corpus.evaluation import outermost, prediction
from corpus.extraction import extract_quotes

SHARED = Path(__file__).parents[2] / "shared"
PROGRAM = SHARED / "eval" / "evaluate.py"
POLNEAR = SHARED / "polnear"
SPLITS = ("dev", "train")


@dataclass(frozen=True, slots=True)
class Scores:
    """The headlines of one split. *Joint*: the words and the speaker's mention are both right."""

    joint_3: float
    """Joint F1 of quoted segments of 3 words or more, boundaries lenient (character IoU of 0.8)."""
    joint_1: float
    """The same of 1 word or more."""
    strict_3: float
    """F1 of exact boundaries, 3 words or more, without the speaker."""
    say_indirect: float
    """F1 of indirect quotations whose cue is a verb of saying."""
    say_indirect_joint: float
    indirect_tokens: float


def present() -> bool:
    """Whether the referee and its articles are beside the project."""
    return PROGRAM.is_file() and all((POLNEAR / split / "text").is_dir() for split in SPLITS)


@cache
def program() -> ModuleType:
    """The referee's program, loaded from its place."""
    spec = importlib.util.spec_from_file_location("referee_program", PROGRAM)
    assert spec and spec.loader, PROGRAM
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def gold(split: str) -> dict[str, Any]:
    """The annotated articles of a split, by name."""
    folder = POLNEAR / split
    articles: dict[str, Any] = program().read_gold(str(folder / "text"), str(folder / "attributions"))
    return articles


def predictions(texts: Iterable[tuple[str, str]]) -> dict[str, list[dict[str, Any]]]:
    """What extraction finds in (name, text) pairs, as the referee reads it, with the confidence in each `speaker`."""
    return {name: predicted(name, text) for name, text in texts}


def predicted(name: str, text: str) -> list[dict[str, Any]]:
    quotations = extract_quotes(text)
    quotes: list[dict[str, Any]] = prediction(name, quotations)["quotes"]
    for quote, quotation in zip(quotes, outermost(quotations), strict=True):
        if quote["speaker"]:
            quote["speaker"]["confidence"] = quotation.confidence.speaker
    return quotes


@cache
def extracted(split: str) -> dict[str, list[dict[str, Any]]]:
    """Extraction over a whole split; done once in a process."""
    return predictions((name, article.text) for name, article in gold(split).items())


def scores(split: str) -> Scores:
    """The referee's figures for what extraction finds in a split, in percent."""
    report = program().score(gold(split), extracted(split))
    return Scores(
        joint_3=100 * report["quoted_ge3"]["joint_lenient"]["f1"],
        joint_1=100 * report["quoted_ge1"]["joint_lenient"]["f1"],
        strict_3=100 * report["quoted_ge3"]["strict"]["f1"],
        say_indirect=100 * report["indirect_say"]["f1"],
        say_indirect_joint=100 * report["indirect_say"]["joint_f1"],
        indirect_tokens=100 * report["indirect_tokens"]["f1"],
    )


def answers(split: str) -> list[tuple[float, bool]]:
    """The confidence of each attribution of a quoted segment, and whether segment and mention are right."""
    referee = program()
    found: list[tuple[float, bool]] = []
    for name, article in gold(split).items():
        trace: list[Any] = []
        referee.score_article(article, extracted(split)[name], trace)
        _, units, predicted_units, _, unit_of = trace[0]
        for number, (_, _, speaker) in enumerate(predicted_units):
            if speaker and speaker["confidence"] is not None:
                unit = units[unit_of[number]] if number in unit_of else None
                right = bool(unit and referee.source_right(article.text, unit.source, speaker, "head"))
                found.append((speaker["confidence"], right))
    return found
