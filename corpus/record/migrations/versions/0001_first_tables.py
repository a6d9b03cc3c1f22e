"""The first tables: articles, quotes, revisions, speakers, counters."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.String(15), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("original_url", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("bundled", sa.Boolean(), nullable=False),
        sa.Column("extractor_version", sa.Text()),
        sa.Column("text", sa.Text()),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_articles"),
    )
    op.create_index("ix_articles_sha256", "articles", ["sha256"])
    op.create_index("ix_articles_url", "articles", ["url"])
    op.create_index("ix_articles_original_url", "articles", ["original_url"])
    op.create_table(
        "quotes",
        sa.Column("id", sa.String(15), nullable=False),
        sa.Column("article_id", sa.String(15), nullable=False),
        sa.Column("article_version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(10)),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quotes"),
        sa.UniqueConstraint("seq", name="uq_quotes_seq"),
        sa.ForeignKeyConstraint(
            ["article_id", "article_version"],
            ["articles.id", "articles.version"],
            name="fk_quotes_article_id_article_version",
        ),
    )
    op.create_index("ix_quotes_article_id_article_version_start", "quotes", ["article_id", "article_version", "start"])
    op.create_table(
        "revisions",
        sa.Column("quote_id", sa.String(15), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("quote_id", "revision", name="pk_revisions"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], name="fk_revisions_quote_id"),
    )
    op.create_table(
        "speakers",
        sa.Column("slug", sa.String(100), nullable=False),
        sa.Column("qid", sa.String(20)),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("reviewed", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name="pk_speakers"),
        sa.UniqueConstraint("qid", name="uq_speakers_qid"),
    )
    op.create_table(
        "speaker_names",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("slug", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("name", "slug", name="pk_speaker_names"),
        sa.ForeignKeyConstraint(["slug"], ["speakers.slug"], name="fk_speaker_names_slug"),
    )
    op.create_index("ix_speaker_names_slug", "speaker_names", ["slug"])
    op.create_table(
        "quote_speakers",
        sa.Column("quote_id", sa.String(15), nullable=False),
        sa.Column("slug", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("quote_id", "slug", name="pk_quote_speakers"),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], name="fk_quote_speakers_quote_id"),
        sa.ForeignKeyConstraint(["slug"], ["speakers.slug"], name="fk_quote_speakers_slug"),
    )
    op.create_index("ix_quote_speakers_slug", "quote_speakers", ["slug"])
    counters = op.create_table(
        "counters",
        sa.Column("name", sa.String(16), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_counters"),
    )
    op.bulk_insert(counters, [{"name": "sequence", "value": 0}, {"name": "register", "value": 0}])


def downgrade() -> None:
    for table in ("counters", "quote_speakers", "speaker_names", "speakers", "revisions", "quotes", "articles"):
        op.drop_table(table)
