"""The pages people read: search, quote, speaker and article, rendered on the server and whole without a script."""

from service.pages.problems import problem_page
from service.pages.views import blueprint

__all__ = ["blueprint", "problem_page"]
