"""Clusters: which quotes report the same utterance, by what they are found, and what people decided."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "clusters",
        sa.Column("id", sa.String(15), nullable=False),
        sa.Column("founded", sa.Integer(), nullable=False),
        sa.Column("appearances", sa.Integer(), nullable=False),
        sa.Column("independent_reports", sa.Integer(), nullable=False),
        sa.Column("fullest", sa.String(15)),
        sa.Column("merged_into", sa.String(15)),
        sa.PrimaryKeyConstraint("id", name="pk_clusters"),
        sa.UniqueConstraint("founded", name="uq_clusters_founded"),
    )
    op.create_table(
        "appearances",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.String(15), nullable=False),
        sa.Column("cluster_id", sa.String(15)),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("report", sa.Integer()),
        sa.Column("difference", sa.String(16)),
        sa.PrimaryKeyConstraint("number", name="pk_appearances"),
        sa.UniqueConstraint("quote_id", name="uq_appearances_quote_id"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], name="fk_appearances_quote_id"),
        sa.ForeignKeyConstraint(["cluster_id"], ["clusters.id"], name="fk_appearances_cluster_id"),
    )
    op.create_index("ix_appearances_cluster_id", "appearances", ["cluster_id"])
    op.create_table(
        "cluster_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "number", name="pk_cluster_keys"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "clusters_apart",
        sa.Column("one", sa.String(15), nullable=False),
        sa.Column("other", sa.String(15), nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name="pk_clusters_apart"),
    )
    op.create_table(
        "cluster_changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("cluster_id", sa.String(15), nullable=False),
        sa.Column("other", sa.String(15)),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.Column("undone_by", sa.Integer()),
        sa.PrimaryKeyConstraint("number", name="pk_cluster_changes"),
    )
    op.create_table(
        "article_sketches",
        sa.Column("article_id", sa.String(15), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "version", name="pk_article_sketches"),
    )


def downgrade() -> None:
    for table in (
        "article_sketches",
        "cluster_changes",
        "clusters_apart",
        "cluster_keys",
        "appearances",
        "clusters",
    ):
        op.drop_table(table)
