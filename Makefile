# Every target stands on a virtual environment made from the lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
SIDE_BY_SIDE := -n auto --maxprocesses 8 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help install run test test-fast test-whoosh274 eval bench screenshots lint format types lock clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(INSTALLED) ## Make .venv with .venv/bin/onrecord from the lock file

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or later; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

run: install ## Set up the record, load the bundled quotes, build the index and serve on http://127.0.0.1:8000
	$(BIN)/onrecord init
	HOST=$${HOST:-127.0.0.1} PORT=$${PORT:-8000} $(BIN)/onrecord serve

test: install ## Run the whole test suite
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m 'not slow and not browser'
	$(BIN)/python -m pytest -m 'slow or browser'

test-fast: install ## Run the tests that take under a minute together
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m 'not slow and not browser'

test-whoosh274: install ## Run the index tests on whoosh 2.7.4: the way out of whoosh3 stays open
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade --target .venv-whoosh274 whoosh==2.7.4
	PYTHONPATH=.venv-whoosh274 $(BIN)/python -m pytest tests/index

eval: install ## Score extraction against gold data (needs ../shared) and the project's own articles
	$(BIN)/python -m bench.evaluate

bench: install ## Measure search beside stock Whoosh, SQLite FTS5 and tantivy; SIZES=10000 runs one size and writes no document
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $$($(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["bench"])')
	$(BIN)/python -m bench.search $(if $(SIZES),--sizes $(SIZES),--document)

screenshots: install ## Take the pictures in docs/screenshots anew (needs Debian's chromium)
	$(BIN)/python -m tests.browser.screenshots

lint: install ## Check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install ## Check types
	$(BIN)/mypy

format: install ## Rewrite the code in the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: install ## Resolve the dependencies anew into requirements.lock (needs uv on the PATH)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet pyproject.toml --group dev -o requirements.lock

clean: ## Remove what was made, but not the data directory
	rm -rf $(VENV) .venv-whoosh274 .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info build
