"""Query text -> syntax tree. `preparing` makes the text fit the Lucene grammar, `parsing` reads it, `explaining` says
in words what was understood, `loosening` adds similar words; `syntax` has the tree. Engines turn the tree into queries
of theirs."""

from index.query.explaining import explain
from index.query.loosening import loosened
from index.query.parsing import Parsed, parse
from index.query.syntax import Node

__all__ = ["Node", "Parsed", "explain", "loosened", "parse"]
