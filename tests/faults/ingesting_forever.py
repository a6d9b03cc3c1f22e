"""Run by tests as another process: ingest invented articles one by one, and say after each that it is kept."""

from __future__ import annotations

import sys
from itertools import count

from corpus import migrate
from corpus.record import Record
from tests.corpus.record.invented import read


def article(number: int) -> str:
    return (
        f"Report {number}\n\n“{{Ada Morland|said|Pier {number} will be rebuilt with granite.}}”\n"
        f"“{{Speaker Number{number}|told|It takes {number} days.}}”\n"
    )


def main(location: str, last: str) -> None:
    with Record.open(location) as record:
        migrate(record)
        for number in range(int(last)) if int(last) else count():
            made, quotations = read(article(number))
            done = record.ingest(made, quotations, extractor_version="1")
            print(done.article_id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
