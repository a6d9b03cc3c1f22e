"""The nouns of the house: frozen, slotted types that every room shares.

`Article`, `Quotation` and `Quote` are what goes in, what is found in it, and what is kept. Field names are those of
the quote record as it is served, so a `Quote` turned into JSON *is* the API's record. Enumerations are closed sets
of strings; where nothing is known the value is ``unknown`` or ``None``, never a guess.

Every offset in this module counts Unicode code points of `Article.text`, half-open: ``text[start:end]``.
"""

from corpus.model.article import (
    Article,
    ArticleRelation,
    DateBasis,
    Original,
    ProvenanceKind,
    ProvenanceStep,
    PublishedAt,
)
from corpus.model.quotation import (
    SEGMENT_JOINT,
    Anonymous,
    AttributedSpeaker,
    Attribution,
    AttributionStatus,
    Channel,
    ChannelType,
    Confidence,
    Cue,
    DatePrecision,
    LeadIn,
    Mention,
    Quotation,
    QuotationType,
    Resolution,
    SaidAt,
    Segment,
    Span,
    Stance,
)
from corpus.model.quote import (
    Citation,
    CitedArticle,
    ClusterMembership,
    Context,
    Correction,
    DeepLink,
    Difference,
    Fidelity,
    Quote,
    QuoteState,
    Review,
    Selector,
)
from corpus.model.speaker import Role, Speaker, SpeakerKind

__all__ = [
    "SEGMENT_JOINT",
    "Anonymous",
    "Article",
    "ArticleRelation",
    "AttributedSpeaker",
    "Attribution",
    "AttributionStatus",
    "Channel",
    "ChannelType",
    "Citation",
    "CitedArticle",
    "ClusterMembership",
    "Confidence",
    "Context",
    "Correction",
    "Cue",
    "DateBasis",
    "DatePrecision",
    "DeepLink",
    "Difference",
    "Fidelity",
    "LeadIn",
    "Mention",
    "Original",
    "ProvenanceKind",
    "ProvenanceStep",
    "PublishedAt",
    "Quotation",
    "QuotationType",
    "Quote",
    "QuoteState",
    "Resolution",
    "Review",
    "Role",
    "SaidAt",
    "Segment",
    "Selector",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
]
