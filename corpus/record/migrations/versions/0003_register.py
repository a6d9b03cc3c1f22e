"""The history of the speaker register, and the slugs that lead to other entries since."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "register_changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("slug", sa.String(100), nullable=False),
        sa.Column("other", sa.String(100)),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.Column("undone_by", sa.Integer()),
        sa.PrimaryKeyConstraint("number", name="pk_register_changes"),
    )
    op.create_table(
        "former_speakers",
        sa.Column("slug", sa.String(100), nullable=False),
        sa.Column("into", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("slug", name="pk_former_speakers"),
    )


def downgrade() -> None:
    op.drop_table("former_speakers")
    op.drop_table("register_changes")
