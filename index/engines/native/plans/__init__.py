"""How a part of a query is answered on one segment. Plans are made for one search and thrown away."""

from index.engines.native.plans.compounds import AllOf, AnyOf, Every, NoneOf
from index.engines.native.plans.leaves import Between, Given, Holding, Known, Nowhere, WithAnyWord
from index.engines.native.plans.phrases import InSequence
from index.engines.native.plans.plan import Constant, Plan, Scope, Weighted

__all__ = [
    "AllOf",
    "AnyOf",
    "Between",
    "Constant",
    "Every",
    "Given",
    "Holding",
    "InSequence",
    "Known",
    "NoneOf",
    "Nowhere",
    "Plan",
    "Scope",
    "Weighted",
    "WithAnyWord",
]
