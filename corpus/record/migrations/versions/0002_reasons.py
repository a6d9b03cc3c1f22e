"""Corrections in the order of their time, withdrawals with the class of their reason."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("revisions", sa.Column("reason_class", sa.String(24)))
    op.create_index("ix_revisions_at_quote_id_revision", "revisions", ["at", "quote_id", "revision"])


def downgrade() -> None:
    op.drop_index("ix_revisions_at_quote_id_revision", "revisions")
    op.drop_column("revisions", "reason_class")
