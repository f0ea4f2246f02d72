# Everything that is done with a checkout. `make demo` is the place to begin.

PYTHON ?= python3
PORT ?= 8501

BIN = .venv/bin
INSTALLED = .venv/installed

.PHONY: help install demo test lint clean

help:
	@echo 'make demo     read the sample minutes and serve the chat at http://localhost:$(PORT)'
	@echo 'make install  make .venv with everything in it, as pinned in constraints.txt'
	@echo 'make test     run the tests'
	@echo 'make lint     check style, types and the direction of imports'
	@echo 'make clean    remove .venv and the library of the demo'
	@echo
	@echo 'PORT=8600 serves at another port, PYTHON=python3.12 installs for another Python.'

install: $(INSTALLED)

$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: install
	@MINUTES_HOME="$$PWD/.demo" $(BIN)/minutes ingest samples/library
	@MINUTES_HOME="$$PWD/.demo" $(BIN)/minutes serve --port $(PORT)

test: install
	$(BIN)/pytest --numprocesses 2 --dist loadfile

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf .venv .demo
