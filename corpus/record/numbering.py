"""What people decide about the register and about clusters: numbered, written down with its steps, undone by number."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Row, Table, func, insert, select, update

from corpus.errors import NotInRecord, Refused
from corpus.record.writing import Writer


def write_down(writer: Writer, changes: Table, steps: object, undoes: int | None, **facts: Any) -> int:
    """Put a change under the next number, which is given back; `undoes` is the number of the one that it undoes."""
    last = writer.connection.execute(select(func.coalesce(func.max(changes.c.number), 0))).scalar_one()
    number = int(last) + 1
    packed = msgspec.json.encode(steps).decode()
    row = insert(changes).values(number=number, at=writer.at, by=writer.by, steps=packed, **facts)
    writer.connection.execute(row)
    if undoes is not None:
        writer.connection.execute(update(changes).where(changes.c.number == undoes).values(undone_by=number))
    return number


def to_undo(writer: Writer, changes: Table, number: int, of: str) -> Row[Any]:
    """A change that can be undone. Raises NotInRecord, and Refused if it was undone before."""
    row = writer.connection.execute(select(changes).where(changes.c.number == number)).first()
    if row is None:
        raise NotInRecord(f"no change of {of} has this number", where=str(number))
    if row.undone_by is not None:
        raise Refused(f"was undone by change {row.undone_by}", where=f"change {number}")
    return row
