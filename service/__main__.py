"""``python -m service`` is ``onrecord`` without an installed script."""

from service.cli import main

main()
