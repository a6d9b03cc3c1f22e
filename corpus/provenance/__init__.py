"""Through whose hands words came: said, told, reported, republished, translated; and how true their wording can be."""

from corpus.provenance.tracing import missing_links, trace
from corpus.provenance.wording import fidelity

__all__ = ["fidelity", "missing_links", "trace"]
