# Lushan's own commands; `make` lists them. Each sets up what it needs.

PYTHON ?= python3
BIN    := .venv/bin
DEMO   ?= demo

.DEFAULT_GOAL := help

help:  ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

demo: .venv/core  ## make the sample bank, run it and publish its April 2023 edition, in a folder called demo
	@$(BIN)/python scripts/demo.py $(DEMO)

test: .venv/dev  ## install what the tests need, and run every check
	@scripts/system-packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadgroup

bench: .venv/dev  ## measure speed and size beside named peers, in one run
	$(BIN)/python -m bench --write

example-amlsim: .venv/core  ## find hidden bad accounts in AMLSim's transfers, and say how many
	$(BIN)/python examples/amlsim/run.py

example-volvo: .venv/core  ## publish the May 2012 edition of Volvo IT's incidents, from the public log
	$(BIN)/python examples/volvo_it/run.py

example-companies: .venv/core  ## find who ties China's listed companies together, from public filings
	$(BIN)/python examples/listed_companies/run.py

example-loans: .venv/core  ## publish the February 2012 edition of a Dutch bank's loan applications, from the public log
	$(BIN)/python examples/dutch_loans/run.py

docs: .venv/core  ## write the reference pages from the code
	$(BIN)/python scripts/reference.py

golden: .venv/dev  ## accept what the tests say now as what they shall say
	UPDATE_GOLDEN=1 $(BIN)/pytest -q tests

lock:  ## choose the newest allowed versions of all dependencies
	scripts/lock

clean:  ## remove what was built, but no workspace
	rm -rf build .venv .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	@scripts/python-venv $(PYTHON)

.venv/core: requirements.lock pyproject.toml | .venv/bin/python
	@echo "installing Lushan (about a minute the first time)"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements-dev.lock .venv/core
	@echo "installing what the checks need"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ 

.PHONY: help demo test bench example-amlsim example-volvo example-loans example-companies docs golden lock clean
