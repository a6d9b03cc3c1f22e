"""The search engines that can stand behind the index. One is built in: Whoosh, searched at native speed (`native`).

An engine offers what is imported here: a writer of documents (`Writer`), a reader of what was written (`Reading`) and
its `VERSION`. It takes `index.documents.Document` and `index.query` trees, and gives for each segment a `Plan`, which
tells its rows and their scores; all else (filters, sorting, facets, highlights) is the index's own. Nothing outside
this package imports Whoosh.
"""

from index.engines.native.budget import MOST_SECONDS, Budget, TooCostly
from index.engines.native.plans import AllOf, AnyOf, Between, Given, Holding, NoneOf, Plan, Scope
from index.engines.tally import given_up, left_to_whoosh
from index.engines.whoosh import VERSION, DamagedFiles, NewerPayload, Part, Reading, Writer, guarded

__all__ = [
    "MOST_SECONDS",
    "VERSION",
    "AllOf",
    "AnyOf",
    "Between",
    "Budget",
    "DamagedFiles",
    "Given",
    "Holding",
    "NewerPayload",
    "NoneOf",
    "Part",
    "Plan",
    "Reading",
    "Scope",
    "TooCostly",
    "Writer",
    "given_up",
    "guarded",
    "left_to_whoosh",
]
