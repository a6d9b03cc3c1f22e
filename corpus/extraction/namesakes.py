"""People who share a surname, told apart by what is printed: "Mr. Lee", "the elder Lee", "Lee Jr."

What a title or noun shows of somebody's gender (*Ms.*, *spokesman*, *her husband*) counts; how a given name sounds
never does. Where two fit, both are left.
"""

from __future__ import annotations

from corpus.extraction.cast import Cast, gender_shown
from corpus.extraction.names import Name

ELDER = frozenset(["elder", "older", "senior"])
YOUNGER = frozenset(["younger", "junior"])


def gender_of(cast: Cast, name: Name) -> str | None:
    """The gender that the article shows of somebody; None if it shows none, or both.

    "Mr. Lee" shows it of the one Lee there is, or of the one who is left when the other Lees' is known.
    """
    own = cast.genders.get(name.key, set())
    if own or not name.is_full:
        return next(iter(own)) if len(own) == 1 else None
    shown = cast.genders.get(("", name.surname, ""), set())
    others = [other for other in cast.bearing(name.surname) if other.key != name.key]
    known = [cast.genders.get(other.key, set()) for other in others]
    if not others:
        return next(iter(shown)) if len(shown) == 1 else None
    left = shown - set().union(*known)
    return next(iter(left)) if all(known) and len(left) == 1 else None


def fitting(cast: Cast, bearers: list[Name], before: tuple[str, ...]) -> list[Name]:
    """Those of several bearers of a surname whom the words `before` it, in lower case, let it mean."""
    if ELDER.intersection(before):
        return [one for one in bearers if not one.key[2]] or bearers
    if YOUNGER.intersection(before):
        return [one for one in bearers if one.key[2]] or bearers
    gender = gender_shown(" ".join(before))
    if gender is None:
        return bearers
    fit = [one for one in bearers if gender_of(cast, one) in (None, gender)]
    parents = [one for one in fit if one.key not in cast.children]
    return parents or fit
