"""The record on a PostgreSQL server: what it keeps, who waits for whom, and what is said.

ONRECORD_TEST_POSTGRESQL is the address of a database in which each test may make a schema of its own, such as
postgresql+psycopg://postgres@127.0.0.1/test.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from corpus import migrate
from corpus.errors import RecordUnavailable
from corpus.record import Amendment, Record
from tests.corpus.record.invented import FERRY, FERRY_CORRECTED, read

SERVER = os.environ.get("ONRECORD_TEST_POSTGRESQL")
pytestmark = pytest.mark.skipif(SERVER is None, reason="ONRECORD_TEST_POSTGRESQL names no server")


@pytest.fixture
def address() -> Iterator[str]:
    """A schema of the test's own, as an address that leads into it."""
    assert SERVER is not None
    schema, engine = f"onrecord_{uuid4().hex}", create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
        inside = make_url(SERVER).update_query_dict({"options": f"-csearch_path={schema}"})
        yield inside.render_as_string(hide_password=False)
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def served(address: str) -> Iterator[Record]:
    with Record.open(address) as opened:
        migrate(opened)
        yield opened
        assert list(opened.problems()) == []


def ingest(record: Record, marked: str, **facts: object) -> str:
    article, quotations = read(marked, **facts)  # type: ignore[arg-type]
    return record.ingest(article, quotations, extractor_version="1").article_id


def test_what_is_kept_is_told(served: Record) -> None:
    migrate(served)
    assert served.load_bundle().quotes == served.counts().quotes
    first = served.quotes_of(ingest(served, FERRY))[0]
    assert served.preview(first.id, Amendment(addressee="the council")).addressee == "the council"
    assert served.correct(first.id, Amendment(addressee="the council"), reason="a tape", by="An Editor").revision == 2
    served.withdraw(first.id, reason_class="privacy", reason="asked", by="An Editor")
    assert first.id in served.gone_since(0)
    served.reinstate(first.id, reason="asked again", by="An Editor")
    assert [one.kind for one in served.corrections(limit=3)] == ["reinstated", "withdrawn", "corrected"]
    served.merge_speakers("tom-okafor", "ada-morland", reason="one person", by="An Editor")
    assert served.speaker("tom-okafor").slug == "ada-morland"
    assert [change.seq for change in served.changes()] == sorted(change.seq for change in served.changes())


def test_writers_wait_for_each_other(served: Record) -> None:
    with ThreadPoolExecutor(4) as pool:
        many = list(pool.map(lambda number: ingest(served, FERRY, url=f"https://x.example/{number}"), range(12)))
    assert len(set(many)) == served.counts().articles == 12


def test_one_that_waits_in_vain_is_told(served: Record, address: str) -> None:
    with (
        served._writing("An Editor"),
        Record.open(address, patience=0.01) as other,
        pytest.raises(RecordUnavailable, match="locked"),
    ):
        ingest(other, FERRY)


def test_a_reader_sees_one_state(served: Record) -> None:
    ingest(served, FERRY)
    with served._database.reading() as connection:
        count = text("SELECT count(*) FROM articles")
        before = connection.execute(count).scalar_one()
        ingest(served, FERRY_CORRECTED, url="https://x.example/other")
        assert connection.execute(count).scalar_one() == before == 1
    assert served.counts().articles == 2


def test_a_record_that_is_not_set_up_says_so(address: str) -> None:
    with Record.open(address) as empty, pytest.raises(RecordUnavailable, match="onrecord init"):
        empty.counts()
