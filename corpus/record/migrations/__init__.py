"""The history of the tables, as Alembic scripts. They travel with the package; `corpus.record.migrating` runs them."""
