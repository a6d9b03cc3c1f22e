"""Query text -> syntax tree. `preparing` makes the text fit the Lucene grammar, `parsing` reads it, `naming` tells who
may be named in it, `explaining` says in words what was understood, `loosening` adds similar words; `syntax` has the
tree. Engines turn the tree into queries of theirs."""

from index.query.explaining import explain
from index.query.loosening import loosened
from index.query.naming import names_among
from index.query.parsing import Parsed, parse
from index.query.syntax import Name, Node

__all__ = ["Name", "Node", "Parsed", "explain", "loosened", "names_among", "parse"]
