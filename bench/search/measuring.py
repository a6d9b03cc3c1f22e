"""Engines take turns, a class of questions each, in an order that is turned round with every pass: whatever else the
machine does, it does to all of them, and of two neighbours each finds the processor's caches, in as many passes, as
the other has left them. So the passes that are measured should be an even number."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from types import MappingProxyType

from bench.search.workload import Question

Answer = Callable[[Question], int]


def class_times(
    engines: Mapping[str, Answer],
    questions: Mapping[str, Sequence[Question]],
    passes: int,
    cannot: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, dict[str, float]]:
    """Median CPU milliseconds of a question, by class and engine. The first of the passes only warms up.
    `cannot` names the class that an engine has no answer to."""
    taken: dict[str, dict[str, list[float]]] = {
        name: {engine: [] for engine in engines if cannot.get(engine) != name} for name in questions
    }
    gc.disable()
    try:
        for number in range(passes + 1):
            for name, instances in questions.items():
                for engine in sorted(taken[name], reverse=number % 2 == 1):
                    for question in instances:
                        began = time.process_time_ns()
                        engines[engine](question)
                        if number:
                            taken[name][engine].append((time.process_time_ns() - began) / 1e6)
            gc.collect()
    finally:
        gc.enable()
    return {name: {engine: median(times) for engine, times in of.items()} for name, of in taken.items()}


def mix(classes: Mapping[str, Mapping[str, float]], engine: str) -> float:
    """Queries per CPU second where every class that the engine answers comes as often as any other, by the medians."""
    times = [of[engine] for of in classes.values() if engine in of]
    return 1000 * len(times) / sum(times)
