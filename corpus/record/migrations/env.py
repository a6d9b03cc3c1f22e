"""Run by Alembic: migrate over the connection, and in the transaction, that `corpus.record.migrating` hands over."""

from alembic import context

from corpus.record.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
