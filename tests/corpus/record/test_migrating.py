"""The tables: made by the migrations as `schema.py` says, on SQLite; on PostgreSQL as far as its dialect can tell."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from corpus import migrate
from corpus.record import Record
from corpus.record.database import Database
from corpus.record.known_schemas import KNOWN, schema_of
from corpus.record.migrating import configuration
from corpus.record.schema import METADATA


def test_the_migrations_make_the_tables_of_the_schema(record: Record) -> None:
    with record._database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert schema_of(connection) == ScriptDirectory.from_config(configuration()).get_current_head()


def test_the_names_of_the_scripts_say_which_schemas_are_known() -> None:
    assert {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()} == KNOWN


def test_a_database_that_was_never_set_up_is_of_no_schema(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with Database(tmp_path / "empty.db").reading() as connection:
        assert schema_of(connection) is None


def test_migrating_again_changes_nothing(record: Record) -> None:
    record.load_bundle()
    before = record.counts()
    migrate(record)
    assert record.counts() == before


def test_the_log_is_written_ahead_and_each_commit_is_on_the_disk(record: Record) -> None:
    with record._database.reading() as connection:
        settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
        assert settings == ["wal", 2]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_the_tables_can_be_made_on_postgresql() -> None:
    for table in METADATA.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))


def test_a_record_is_opened_by_path_or_url(tmp_path: Path) -> None:
    with Record.open(tmp_path / "one record.db") as record:
        migrate(record)
        record.load_bundle()
    with Record.open(f"sqlite:///{tmp_path}/one record.db") as record:
        assert record.counts().quotes > 0
