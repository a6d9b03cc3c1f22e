"""Through whose hands words came: said, told, reported, republished, translated; and how true their wording can be."""

from corpus.provenance.tracing import trace
from corpus.provenance.wording import fidelity

__all__ = ["fidelity", "trace"]
