# Everything happens in .venv, which is made from requirements.lock. Commands leave no trace outside this folder.
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
# Made anew when the lock changes; a second run finds it and installs nothing.
STAMP := $(VENV)/.made-from-requirements.lock

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test dev docs query lint format bench evaluate clean lock

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(STAMP) ## make .venv from requirements.lock (the others do it when needed)

$(STAMP): requirements.lock
	@python=""; \
	for candidate in $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11); do \
		if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			python="$$candidate"; break; \
		fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo "No Python 3.11 or newer with venv was found$(if $(PYTHON), under the name $(PYTHON),)." >&2; \
		echo "Install one (on Debian and Ubuntu: python3 and python3-venv), or name it: make PYTHON=/path/to/python3" >&2; \
		exit 2; \
	fi; \
	echo "Setting up $(VENV) (once; it takes a minute or two) ..."; \
	if ! $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		rm -rf $(VENV) && "$$python" -m venv $(VENV); \
	fi
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

run: $(STAMP) ## read the reports, build the warehouse, publish it, show the ties
	@$(BIN)/python -m orchestration run

test: $(STAMP) ## run all tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile -q

dev: $(STAMP) ## Dagster's web page, at http://localhost:3000
	@$(BIN)/python -m orchestration dev

docs: $(STAMP) ## write the documentation of all tables as one static page
	@$(BIN)/python -m orchestration docs

query: $(STAMP) ## a DuckDB prompt on the published file
	@$(BIN)/python -m orchestration query

lint: $(STAMP) ## check style and form
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --output-format concise .

format: $(STAMP) ## put the code into form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(STAMP) ## measure extraction, loading, a full and a nothing-new run
	@$(BIN)/python -m benchmarks

evaluate: $(STAMP) ## measure the reader on labelled reports: make evaluate LABELS=folder
	@if [ -z "$(LABELS)" ]; then \
		echo "Which labelled reports? Name their folder, with texts/ and labels/ in it: make evaluate LABELS=folder" >&2; \
		exit 2; \
	fi
	@$(BIN)/python -m evaluation "$(LABELS)"

clean: ## remove what runs have built (.venv and the reports stay)
	rm -rf data/warehouse data/published target logs .pytest_cache .ruff_cache
	find . -path ./$(VENV) -prune -o -name __pycache__ -type d -print | xargs rm -rf

# Needs uv. Extras stay in the lock: pip refuses, in hash mode, to take an extra of a package pinned without it.
lock: ## renew requirements.lock from pyproject.toml
	@{ echo "# Every package of the project, exact and with hashes, for Python 3.11 and later. No index is named: pip uses"; \
	echo "# the one it is set up for. Made from pyproject.toml by 'make lock'."; \
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --quiet \
		--no-emit-index-url --no-header --no-annotate --no-strip-extras; } > requirements.lock.new
	@mv requirements.lock.new requirements.lock
