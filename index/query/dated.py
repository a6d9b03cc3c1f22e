"""Values of `said:` and `published:`: an EDTF date, a range between two, or everything before or after one."""

from __future__ import annotations

from collections.abc import Callable

from luqum import tree as lucene

from corpus.errors import QuerySyntaxError
from index.dates import FIRST_DAY, LAST_DAY, Days, days_of
from index.query.syntax import Dated, DateField

Refuse = Callable[[str], QuerySyntaxError]


def looks_like_date(item: lucene.Item) -> bool:
    """Whether a date is meant (*said: "no"* is prose that was pasted in)."""
    return isinstance(item, lucene.Range) or any(character.isdigit() for character in str(item))


def dated(item: lucene.Item, field: DateField, refuse: Refuse, position: int) -> Dated:
    """The days that a value means. Raises what `refuse` makes of a message."""
    match item:
        case lucene.Range():
            first, last = _edge(item.low, refuse), _edge(item.high, refuse)
            start = _start(first, included=item.include_low)
            end = _end(last, included=item.include_high)
            typed = f"from {_text(item.low)} to {_text(item.high)}"
        case lucene.From():
            start, end = _start(_edge(item.a, refuse), included=item.include), LAST_DAY
            typed = f"{'from' if item.include else 'after'} {_text(item.a)}"
        case lucene.To():
            start, end = FIRST_DAY, _end(_edge(item.a, refuse), included=item.include)
            typed = f"{'until' if item.include else 'before'} {_text(item.a)}"
        case _:
            days = _edge(item, refuse)
            if days is None:
                raise refuse("an asterisk alone is no date")
            start, end, typed = days.first, days.last, _text(item)
    if start > end:
        raise refuse("this range ends before it begins")
    return Dated(field, Days(start, end), typed, position)


def _edge(item: lucene.Item, refuse: Refuse) -> Days | None:
    """The days of one value; None for the asterisk, an open end."""
    text = _text(item)
    if text == "*":
        return None
    days = days_of(text)
    if days is None:
        raise refuse(f"“{text}” is no date; dates are written 2024-11-05, 2024-11 or 2024")
    return days


def _text(item: lucene.Item) -> str:
    """A value as a date is written; a tilde after it means "about" (EDTF), not "similar"."""
    if isinstance(item, lucene.Fuzzy):
        return f"{_text(item.term)}~"
    if isinstance(item, lucene.Word | lucene.Phrase):
        return str(item.value).strip('"').strip()
    return str(item).strip()


def _start(days: Days | None, *, included: bool) -> int:
    if days is None:
        return FIRST_DAY
    return days.first if included else days.last + 1


def _end(days: Days | None, *, included: bool) -> int:
    if days is None:
        return LAST_DAY
    return days.last if included else days.first - 1
